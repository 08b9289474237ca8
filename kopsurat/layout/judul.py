"""Letters under a title (judul): a centred title, ``Nomor: …``, body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kopsurat.layout.body import lay_body
from kopsurat.layout.korespondensi import recipient_blocks
from kopsurat.layout.model import Align, Block, Inline, LineBreak, Paragraph, Role, Run, TextStyle
from kopsurat.layout.office_words import regional_title
from kopsurat.layout.shared_styles import paragraph_style

if TYPE_CHECKING:
    from kopsurat.layout.measures import Length
    from kopsurat.layout.sheet import Sheet
    from kopsurat.layout.texts import Notes
    from kopsurat.letter import Letter
    from kopsurat.office import Office

__all__ = ["centered", "title_blocks", "titled_blocks"]


def titled_blocks(letter: Letter, office: Office, sheet: Sheet, notes: Notes) -> tuple[Block, ...]:
    """Return title, number, matter and body; place, date and signature come after."""
    address = recipient_blocks(letter, sheet)
    gap = (Paragraph(inlines=(), style=paragraph_style(pitch=sheet.tight)),) if address else ()
    return (
        *title_blocks(letter, office, sheet),
        *address,
        *gap,
        *lay_body(letter.body, sheet.flow(), notes),
    )


def title_blocks(letter: Letter, office: Office, sheet: Sheet) -> tuple[Block, ...]:
    """Return the title (capitals, bold, underlined), its number, and ``TENTANG`` with the matter."""
    numbers = sheet.style.title
    strong = sheet.sized(numbers.size, bold=True, underline=numbers.underline)
    title = regional_title(letter.kind.title, office).upper()
    last_gap = numbers.after
    blocks: list[Block] = [
        centered(title, strong, numbers.pitch, Role.TITLE, 0 if letter.nomor or letter.perihal else last_gap)
    ]
    if letter.nomor:
        nomor = f"{numbers.nomor_label}{letter.nomor}"
        blocks.append(
            centered(nomor, sheet.text, sheet.tight, Role.NOMOR, sheet.tight if letter.perihal else last_gap)
        )
    if letter.perihal:
        bold = sheet.sized(sheet.text.size, bold=True)
        blocks.append(centered("TENTANG", bold, sheet.tight, Role.TITLE))
        blocks.append(centered(letter.perihal.upper(), bold, sheet.tight, Role.TITLE, last_gap))
    return tuple(blocks)


def centered(
    text: str, style: TextStyle, pitch: Length, role: Role = Role.TITLE, after: Length = 0
) -> Paragraph:
    """Return a centred paragraph; a newline in ``text`` is a forced break."""
    inlines: list[Inline] = []
    for at, each in enumerate(text.split("\n")):
        if at:
            inlines.append(LineBreak())
        inlines.append(Run(text=each, style=style))
    return Paragraph(
        inlines=tuple(inlines),
        style=paragraph_style(pitch=pitch, align=Align.CENTER, after=after, keep_next=True),
        role=role,
        level=1 if role is Role.TITLE else 0,
    )
