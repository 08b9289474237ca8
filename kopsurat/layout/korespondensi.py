"""Letters to somebody (korespondensi): Nomor, Sifat, Lampiran, Perihal; place and date; addressee; body."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

from kopsurat.layout.body import lay_body
from kopsurat.layout.dateline import dateline
from kopsurat.layout.linebreak import break_paragraph
from kopsurat.layout.measures import Length, mm
from kopsurat.layout.model import Align, Block, Cell, Grid, Paragraph, Role, Row, Run, Tab
from kopsurat.layout.shared_styles import paragraph_style

if TYPE_CHECKING:
    from kopsurat.layout.sheet import Sheet
    from kopsurat.layout.texts import Notes
    from kopsurat.letter import Letter
    from kopsurat.office import Office

__all__ = ["correspondence_blocks", "recipient_blocks"]

_LABELS: Final = mm(22)
_COLON: Final = mm(3.5)
_GAP: Final = mm(5)
_ROOMY: Final = mm(65)
"""The room that reference rows want beside the date."""
_MOST_LINES: Final = 2
"""The lines that a nomor may take there."""
_ADDRESS_INDENT: Final = mm(10)
_REMEMBERED: Final = 256
"""Lines of heads that are remembered: those of the letters of a day are mostly the same."""


def correspondence_blocks(letter: Letter, office: Office, sheet: Sheet, notes: Notes) -> tuple[Block, ...]:
    """Return head and body of a letter to somebody; its signature comes after."""
    flow = sheet.flow(indent=sheet.style.body.indent)
    return (*_head(letter, office, sheet), *lay_body(letter.body, flow, notes))


def _head(letter: Letter, office: Office, sheet: Sheet) -> tuple[Block, ...]:
    """Return the reference rows at the left, place and date level with the first of them at the right.

    Where they have no room beside each other, on A5 or with a very long nomor, they stand under each other.
    """
    start = sheet.block_start
    at_right = sheet.style.correspondence.recipient == "kanan"
    day = dateline(letter, office, sheet)
    address = recipient_blocks(letter, sheet)
    left = _references(letter, sheet) or (_blank(sheet),)
    room = start - _GAP
    if room < _ROOMY or break_paragraph(left[0], room).count > _MOST_LINES:
        return (
            _date_above(day, sheet),
            *left,
            *((_blank(sheet), *address) if address else ()),
            _blank(sheet),
        )
    date = _line(day, sheet, role=Role.REFERENCE)
    right = (date, _blank(sheet), *address) if at_right and address else (date,)
    grid = Grid(
        columns=(start - _GAP, _GAP, sheet.width - start),
        rows=(Row(cells=(Cell(blocks=left), Cell(blocks=(_blank(sheet),)), Cell(blocks=right))),),
        layout=True,
        after=sheet.style.correspondence.after,
        role=Role.REFERENCE,
    )
    if at_right or not address:
        return (grid,)
    return (grid, *address, _blank(sheet))


def _date_above(day: str, sheet: Sheet) -> Paragraph:
    style = paragraph_style(pitch=sheet.tight, align=Align.RIGHT, after=sheet.tight // 2)
    return Paragraph(inlines=(Run(text=day, style=sheet.text),), style=style, role=Role.REFERENCE)


def _references(letter: Letter, sheet: Sheet) -> tuple[Paragraph, ...]:
    rows = (
        ("Nomor", letter.nomor),
        ("Sifat", letter.sifat),
        ("Lampiran", letter.lampiran),
        (sheet.style.correspondence.subject_label, letter.perihal),
    )
    return tuple(_reference(label, value, sheet) for label, value in rows if value)


@functools.lru_cache(maxsize=_REMEMBERED)
def _reference(label: str, value: str, sheet: Sheet) -> Paragraph:
    style = paragraph_style(
        pitch=sheet.tight,
        left=_LABELS + _COLON,
        first=-(_LABELS + _COLON),
        tabs=(Tab(position=_LABELS),),
    )
    run = Run(text=f"{label}\t:\t{value}", style=sheet.text)
    return Paragraph(inlines=(run,), style=style, role=Role.REFERENCE)


def recipient_blocks(letter: Letter, sheet: Sheet) -> tuple[Block, ...]:
    """Return ``Kepada`` / ``Yth. …`` / ``di –`` / place; nothing without an addressee."""
    if not letter.recipients:
        return ()
    first, *others = letter.recipients
    salutation = first if first.startswith("Yth") else f"Yth. {first}"
    lead, _, rest = salutation.partition(" ")
    blocks = [_line("Kepada", sheet), _line(f"{lead}\t{rest}", sheet, left=_ADDRESS_INDENT, hangs=True)]
    blocks += [_line(line, sheet, left=_ADDRESS_INDENT) for line in others]
    if letter.recipient_place:
        blocks.append(_line("di –", sheet))
        blocks.append(_line(letter.recipient_place, sheet, left=_ADDRESS_INDENT))
    return tuple(blocks)


@functools.lru_cache(maxsize=_REMEMBERED)
def _line(
    text: str, sheet: Sheet, *, left: Length = 0, hangs: bool = False, role: Role = Role.RECIPIENT
) -> Paragraph:
    style = paragraph_style(pitch=sheet.tight, left=left, first=-left if hangs else 0)
    return Paragraph(inlines=(Run(text=text, style=sheet.text),), style=style, role=role)


@functools.lru_cache(maxsize=64)
def _blank(sheet: Sheet) -> Paragraph:
    return Paragraph(inlines=(), style=paragraph_style(pitch=sheet.tight), role=Role.REFERENCE)
