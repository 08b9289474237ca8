"""Leave the right edge of a paragraph ragged where its justified lines would gape before a long word.

Nothing is hyphenated, so a line before a word such as "mempertanggungjawabkan" may be short; stretched, its
spaces would be read as gaps.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kopsurat.layout.linebreak import break_paragraph
from kopsurat.layout.model import Align, Run

if TYPE_CHECKING:
    from kopsurat.layout.measures import Length
    from kopsurat.layout.model import Paragraph

__all__ = ["eased"]

_WIDEST: Final = 0.85
"""By how many ems a space may grow (our choice): it is then about four times as wide as it was."""


def eased(paragraph: Paragraph, width: Length) -> Paragraph:
    """Return a paragraph of a column of ``width``, its lines ragged if one of them would gape."""
    style = paragraph.style
    if style.align is not Align.JUSTIFY:
        return paragraph
    if break_paragraph(paragraph, width).loosest <= _WIDEST * _em(paragraph):
        return paragraph
    return replace(paragraph, style=replace(style, align=Align.LEFT))


def _em(paragraph: Paragraph) -> float:
    """Return the size of the type, in points."""
    return max((inline.style.size / 2 for inline in paragraph.inlines if isinstance(inline, Run)), default=0)
