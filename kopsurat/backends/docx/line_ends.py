"""Line ends that a later LibreOffice would not find by itself."""

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

__all__ = ["with_chances"]

_BEFORE_DIGIT: Final = re.compile("-[0-9]")


def with_chances(inlines: tuple[Inline, ...], paragraph: Paragraph, width: Length) -> tuple[Inline, ...]:
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
        end[-1] + start[0]: f"{end[-1]}\u200b{start[0]}"
        for end, start in pairwise(lines)
        if end and start and end[-1].endswith("-") and start[0][0].isdecimal()
    }
    return tuple(_opened(each, ends) if ends and isinstance(each, Run) else each for each in inlines)


def _opened(run: Run, ends: dict[str, str]) -> Run:
    text = run.text
    for word, opened in ends.items():
        text = text.replace(word, opened)
    return run if text == run.text else replace(run, text=text)
