"""What stands on later pages: page numbers, short heads, the head of a lampiran."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kopsurat.layout.measures import Length, mm, pt
from kopsurat.layout.model import Align, Block, Inline, PageNumber, Paragraph, Role, Rule, Run, Tab, TextStyle
from kopsurat.layout.shared_styles import paragraph_style
from kopsurat.layout.texts import width_of
from kopsurat.letterhead import HeadPages

if TYPE_CHECKING:
    from kopsurat.layout.sheet import Sheet
    from kopsurat.letter import Letter
    from kopsurat.office import Office

__all__ = ["later_header"]

_PITCH: Final = pt(12.5)
_GAP: Final = mm(6)
"""The least between two texts on one line."""
_NUMBER: Final = "999"
"""The widest page number that a line keeps room for."""


def later_header(letter: Letter, office: Office, sheet: Sheet, kop: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the head of the second and later pages: number, short head or the whole letterhead."""
    match office.letterhead.pages:
        case HeadPages.ALL if kop:
            return (*kop, *_number(letter, sheet, after=mm(4)))
        case HeadPages.SHORT:
            return _short(letter, office, sheet)
        case _:
            return _number(letter, sheet, after=mm(6))


def _text(sheet: Sheet) -> TextStyle:
    return TextStyle(family=sheet.text.family, size=sheet.style.verification.page_size)


def _number(letter: Letter, sheet: Sheet, after: Length) -> tuple[Paragraph, ...]:
    """Return ``– 2 –`` in the middle, and the nomor at the right where the profile asks for it.

    A nomor that would touch the page number stands on a line of its own.
    """
    text = _text(sheet)
    number: tuple[Inline, ...] = (
        Run(text="– ", style=text),
        PageNumber(style=text),
        Run(text=" –", style=text),
    )
    alone = paragraph_style(pitch=_PITCH, align=Align.CENTER, after=after)
    if not sheet.style.verification.nomor_on_pages or not letter.nomor:
        return (Paragraph(inlines=number, style=alone, role=Role.FURNITURE),)
    nomor = f"Nomor {letter.nomor}"
    if _width(nomor, text) + _GAP + _width(f"– {_NUMBER} –", text) // 2 > sheet.width // 2:
        style = paragraph_style(pitch=_PITCH, align=Align.RIGHT)
        own = Paragraph(inlines=(Run(text=nomor, style=text),), style=style, role=Role.FURNITURE)
        return (own, Paragraph(inlines=number, style=alone, role=Role.FURNITURE))
    tabs = (
        Tab(position=sheet.width // 2, align="center"),
        Tab(position=sheet.width, align="right"),
    )
    style = paragraph_style(pitch=_PITCH, after=after, tabs=tabs)
    tab = Run(text="\t", style=text)
    right = Run(text=f"\t{nomor}", style=text)
    return (Paragraph(inlines=(tab, *number, right), style=style, role=Role.FURNITURE),)


def _short(letter: Letter, office: Office, sheet: Sheet) -> tuple[Block, ...]:
    """Return the village at the left, nomor and page at the right, on two lines if they need them; a rule."""
    place = f"{office.desa} – {office.kecamatan}".upper()
    nomor = f"Nomor {letter.nomor}" if letter.nomor else ""
    page = f"{nomor} – halaman " if nomor else "halaman "
    text = _text(sheet)
    is_one_line = _width(place, text) + _GAP + _width(page + _NUMBER, text) <= sheet.width
    if is_one_line:
        lines: tuple[Paragraph, ...] = (_spread(place, page, sheet),)
    else:
        style = paragraph_style(pitch=_PITCH)
        above = Paragraph(inlines=(Run(text=place, style=text),), style=style, role=Role.FURNITURE)
        lines = (above, _spread(nomor, "halaman ", sheet))
    return (*lines, Rule(thick=pt(0.75), before=mm(1), after=mm(5)))


def _spread(left: str, right: str, sheet: Sheet) -> Paragraph:
    """Return a line with a text at the left, and one with the page number at the right."""
    text = _text(sheet)
    return Paragraph(
        inlines=(Run(text=left, style=text), Run(text=f"\t{right}", style=text), PageNumber(style=text)),
        style=paragraph_style(pitch=_PITCH, tabs=(Tab(position=sheet.width, align="right"),)),
        role=Role.FURNITURE,
    )


def _width(text: str, style: TextStyle) -> Length:
    return width_of((Run(text=text, style=style),))
