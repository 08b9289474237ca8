"""Line ends that LibreOffice would not find, or not draw, by itself."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from kopsurat.layout.linebreak import break_paragraph
from kopsurat.layout.model import Run

if TYPE_CHECKING:
    from kopsurat.layout.measures import Length
    from kopsurat.layout.model import Inline, Paragraph

__all__ = ["with_line_ends"]

_NOTHING: Final = "\u200b"
_TINY: Final = 2
"""Half points: the size of a space that nobody sees."""
_BEFORE_DIGIT: Final = re.compile("-[0-9]")


def with_line_ends(inlines: tuple[Inline, ...], paragraph: Paragraph, width: Length) -> tuple[Inline, ...]:
    """Return the inlines as a word processor must have them to end lines as the layout does.

    ``width`` is that of the column, in twips.
    """
    return _with_filled_tab(_with_chances(inlines, paragraph, width), paragraph)


def _with_filled_tab(inlines: tuple[Inline, ...], paragraph: Paragraph) -> tuple[Inline, ...]:
    """Return the inlines with something of no width after a last tab: in cells LibreOffice fills no other.

    A line of nothing but tabs begins with a tiny space: without text LibreOffice gives it no exact height.
    """
    last = inlines[-1] if inlines and paragraph.style.tabs else None
    if not isinstance(last, Run) or not last.text.endswith("\t"):
        return inlines
    filled = (*inlines[:-1], replace(last, text=last.text + _NOTHING))
    if paragraph.text.strip("\t"):
        return filled
    return (replace(last, text=" ", style=replace(last.style, size=_TINY)), *filled)


def _with_chances(inlines: tuple[Inline, ...], paragraph: Paragraph, width: Length) -> tuple[Inline, ...]:
    """Return the inlines, with a chance to break where a line of the paragraph ends between hyphen and digit.

    Word breaks there, and so do we; LibreOffice from 24.2 on does not without such a chance.
    """
    if not any(isinstance(each, Run) and _BEFORE_DIGIT.search(each.text) for each in inlines):
        return inlines
    lines = [
        "".join(text.text for text in line.texts).split()
        for line in break_paragraph(paragraph, width).placed(0.0)
    ]
    ends = {
        end[-1] + start[0]: f"{end[-1]}{_NOTHING}{start[0]}"
        for end, start in pairwise(lines)
        if end and start and end[-1].endswith("-") and start[0][0].isdecimal()
    }
    return tuple(_opened(each, ends) if ends and isinstance(each, Run) else each for each in inlines)


def _opened(run: Run, ends: dict[str, str]) -> Run:
    text = run.text
    for word, opened in ends.items():
        text = text.replace(word, opened)
    return run if text == run.text else replace(run, text=text)
