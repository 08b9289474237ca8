"""Notes within the office (nota dinas): date and number stand among the rows of the head."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kopsurat.content.blocks import Pair, Pairs, Text, TextBreak
from kopsurat.dates import format_date
from kopsurat.layout.body import lay_body
from kopsurat.layout.judul import title_blocks
from kopsurat.layout.pairs import lay_pairs

if TYPE_CHECKING:
    from kopsurat.content.blocks import Inline
    from kopsurat.layout.model import Block
    from kopsurat.layout.sheet import Sheet
    from kopsurat.layout.texts import Notes
    from kopsurat.letter import Letter
    from kopsurat.office import Office

__all__ = ["note_blocks"]


def note_blocks(letter: Letter, office: Office, sheet: Sheet, notes: Notes) -> tuple[Block, ...]:
    """Return title, rows and body; the signature that comes after is not dated again."""
    flow = sheet.flow()
    rows = tuple(
        Pair(label=(Text(text=label),), value=value)
        for label, value in (
            ("Kepada", _recipients(letter)),
            ("Dari", _text(_sender(letter))),
            ("Tanggal", _text(format_date(letter.date))),
            ("Nomor", _text(letter.nomor)),
            ("Sifat", _text(letter.sifat)),
            ("Lampiran", _text(letter.lampiran)),
            (sheet.style.correspondence.subject_label, _text(letter.perihal)),
        )
        if value
    )
    return (
        *title_blocks(replace(letter, nomor="", perihal=None), office, sheet),
        *lay_pairs(Pairs(rows=rows), replace(flow, after=sheet.style.correspondence.after), notes),
        *lay_body(letter.body, flow, notes),
    )


def _text(text: str | None) -> tuple[Inline, ...]:
    return (Text(text=text),) if text else ()


def _recipients(letter: Letter) -> tuple[Inline, ...]:
    inlines: list[Inline] = []
    for at, each in enumerate(letter.recipients):
        if at:
            inlines.append(TextBreak())
        inlines.append(Text(text=each if at or each.startswith("Yth") else f"Yth. {each}"))
    return tuple(inlines)


def _sender(letter: Letter) -> str:
    """Return the office of who signs first: ``Plt. Kepala Desa``."""
    for signature in letter.signatures[:1]:
        if not isinstance(signature.signatory, str):
            return f"{signature.capacity.value} {signature.signatory.jabatan}".strip()
    return ""
