"""Centred texts of more than one line with lines of about one length: no word stands alone under them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kopsurat.layout.linebreak import break_paragraph
from kopsurat.layout.measures import pt
from kopsurat.layout.model import Align, Role

if TYPE_CHECKING:
    from kopsurat.layout.measures import Length
    from kopsurat.layout.model import Paragraph

__all__ = ["balanced"]

_STEP: Final = pt(1)
_ROLES: Final = frozenset({Role.TITLE, Role.HEADING, Role.BODY, Role.SIGNATURE})
_SPARE: Final = pt(3)
"""What the narrowed column keeps free: other programs may measure wider."""


def balanced(title: Paragraph, width: Length) -> Paragraph:
    """Return a paragraph of a column of ``width``, narrowed at no cost of a line if it is centred."""
    if not _is_centered(title):
        return title
    count = break_paragraph(title, width).count
    if count == 1:
        return title
    fits, torn = 0, width // 2
    while torn - fits > _STEP:
        middle = (fits + torn) // 2
        if break_paragraph(_narrowed(title, middle), width).count > count:
            torn = middle
        else:
            fits = middle
    return _narrowed(title, max(0, fits - _SPARE))


def _is_centered(paragraph: Paragraph) -> bool:
    style = paragraph.style
    is_plain = style.align is Align.CENTER and not (style.left or style.right or style.tabs)
    return is_plain and paragraph.role in _ROLES


def _narrowed(title: Paragraph, inset: Length) -> Paragraph:
    return replace(title, style=replace(title.style, left=inset, right=inset))
