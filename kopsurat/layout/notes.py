"""Footnotes, collected under the letter: Word and PDF agree on them without a foot of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kopsurat.layout.measures import mm
from kopsurat.layout.model import Block, Paragraph, ParagraphStyle, Role, Run
from kopsurat.layout.texts import Notes, runs_of

if TYPE_CHECKING:
    from kopsurat.layout.sheet import Sheet

__all__ = ["note_blocks"]

_HANG: Final = mm(5)
_SUPERSCRIPTS: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def note_blocks(notes: Notes, sheet: Sheet) -> tuple[Block, ...]:
    """Return the footnotes in order, each after its mark; nothing when there are none."""
    body = sheet.style.body
    text = sheet.sized(body.note_size)
    style = ParagraphStyle(pitch=body.note_pitch, left=_HANG, first=-_HANG)
    return tuple(
        Paragraph(
            inlines=(
                Run(text=f"{str(at).translate(_SUPERSCRIPTS)}\t", style=text),
                *runs_of(content, text, Notes()),
            ),
            style=style,
            role=Role.FOOTNOTE,
        )
        for at, content in enumerate(notes.contents, 1)
    )
