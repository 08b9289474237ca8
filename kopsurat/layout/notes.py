"""The footnotes of a section as paragraphs, for the feet of its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kopsurat.layout.held import held_paragraph
from kopsurat.layout.measures import mm
from kopsurat.layout.model import Paragraph, Role, Run
from kopsurat.layout.shared_styles import paragraph_style
from kopsurat.layout.texts import Notes, runs_of, width_of

if TYPE_CHECKING:
    from kopsurat.layout.sheet import Sheet

__all__ = ["footnotes"]

_HANG: Final = mm(5)
_GAP: Final = mm(1.5)


def footnotes(notes: Notes, sheet: Sheet) -> tuple[Paragraph, ...]:
    """Return the footnotes in order, each after its number."""
    if not notes.contents:
        return ()
    body = sheet.style.body
    text = sheet.sized(body.note_size)
    hang = max(_HANG, width_of((Run(text=str(notes.count), style=text),)) + _GAP)
    style = paragraph_style(pitch=body.note_pitch, left=hang, first=-hang)
    return tuple(
        held_paragraph(
            Paragraph(
                inlines=(Run(text=f"{number}\t", style=text), *runs_of(content, text, Notes())),
                style=style,
                role=Role.FOOTNOTE,
            ),
            sheet.width,
        )
        for number, content in enumerate(notes.contents, notes.before + 1)
    )
