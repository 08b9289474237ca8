"""What stands on later pages: page numbers, short heads, the head of a lampiran."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kopsurat.layout.measures import mm, pt
from kopsurat.layout.model import (
    Align,
    Block,
    Inline,
    PageNumber,
    Paragraph,
    ParagraphStyle,
    Role,
    Rule,
    Run,
    Tab,
    TextStyle,
)
from kopsurat.letterhead import HeadPages

if TYPE_CHECKING:
    from kopsurat.layout.sheet import Sheet
    from kopsurat.letter import Letter
    from kopsurat.office import Office

__all__ = ["later_header"]


def later_header(letter: Letter, office: Office, sheet: Sheet, kop: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the head of the second and later pages: number, short head or the whole letterhead."""
    match office.letterhead.pages:
        case HeadPages.ALL if kop:
            return (*kop, _number(letter, sheet, after=mm(4)))
        case HeadPages.SHORT:
            return _short(letter, office, sheet)
        case _:
            return (_number(letter, sheet, after=mm(6)),)


def _text(sheet: Sheet) -> TextStyle:
    return TextStyle(family=sheet.text.family, size=sheet.style.verification.page_size)


def _number(letter: Letter, sheet: Sheet, after: int) -> Paragraph:
    """Return ``– 2 –`` in the middle, and the nomor at the right where the profile asks for it."""
    text = _text(sheet)
    number: tuple[Inline, ...] = (
        Run(text="– ", style=text),
        PageNumber(style=text),
        Run(text=" –", style=text),
    )
    if not sheet.style.verification.nomor_on_pages or not letter.nomor:
        style = ParagraphStyle(pitch=pt(12.5), align=Align.CENTER, after=after)
        return Paragraph(inlines=number, style=style, role=Role.FURNITURE)
    tabs = (
        Tab(position=sheet.width // 2, align="center"),
        Tab(position=sheet.width, align="right"),
    )
    style = ParagraphStyle(pitch=pt(12.5), after=after, tabs=tabs)
    tab = Run(text="\t", style=text)
    nomor = Run(text=f"\tNomor {letter.nomor}", style=text)
    return Paragraph(inlines=(tab, *number, nomor), style=style, role=Role.FURNITURE)


def _short(letter: Letter, office: Office, sheet: Sheet) -> tuple[Block, ...]:
    """Return one line: the village at the left, the nomor in the middle, the page at the right; a rule."""
    text = _text(sheet)
    place = f"{office.desa} – {office.kecamatan}".upper()
    tabs = (Tab(position=sheet.width, align="right"),)
    right = f"\tNomor {letter.nomor} – halaman " if letter.nomor else "\thalaman "
    line = Paragraph(
        inlines=(Run(text=place, style=text), Run(text=right, style=text), PageNumber(style=text)),
        style=ParagraphStyle(pitch=pt(12.5), tabs=tabs),
        role=Role.FURNITURE,
    )
    return (line, Rule(thick=pt(0.75), before=mm(1), after=mm(5)))
