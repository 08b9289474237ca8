"""Lampiran: pages of their own, nomor and date (of legal products the matter, too) at the top right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kopsurat.dates import format_date, roman
from kopsurat.layout.body import lay_body
from kopsurat.layout.judul import centered
from kopsurat.layout.measures import mm, pt
from kopsurat.layout.model import Block, Cell, Grid, Paragraph, Role, Row, Run, Tab, TextStyle
from kopsurat.layout.office_words import regional_title
from kopsurat.layout.produk_hukum import legal_nomor
from kopsurat.layout.shared_styles import paragraph_style
from kopsurat.layout.texts import width_of
from kopsurat.letter import Family

if TYPE_CHECKING:
    from kopsurat.layout.measures import Length
    from kopsurat.layout.sheet import Sheet
    from kopsurat.layout.texts import Notes
    from kopsurat.letter import Appendix, Letter
    from kopsurat.office import Office

__all__ = ["appendix_blocks"]

_LABELS: Final = mm(20)
_COLON: Final = mm(3.5)
_SLACK: Final = pt(3)
"""What a line keeps free: other programs may measure wider."""
_TITLED: Final = 0.35
"""The share of the width that the head leaves at its left for its title's sake."""


def appendix_blocks(
    appendix: Appendix, letter: Letter, office: Office, sheet: Sheet, notes: Notes
) -> tuple[Block, ...]:
    """Return head, title and body of a lampiran, numbered where the letter has several."""
    number = letter.appendices.index(appendix) + 1 if len(letter.appendices) > 1 else 0
    is_legal = letter.kind.family is Family.PRODUK_HUKUM
    flow = sheet.flow(centers_headings=is_legal)
    title: tuple[Block, ...] = ()
    if appendix.title:
        strong = sheet.sized(sheet.text.size, bold=True)
        title = (centered(appendix.title.upper(), strong, sheet.tight, Role.TITLE, mm(5)),)
    return (_head(number, letter, office, sheet), *title, *lay_body(appendix.body, flow, notes))


def _head(number: int, letter: Letter, office: Office, sheet: Sheet) -> Grid:
    label = f"Lampiran {roman(number)}" if number else "Lampiran"
    is_legal = letter.kind.family is Family.PRODUK_HUKUM
    nomor = legal_nomor(letter, year="Tahun") if is_legal else letter.nomor
    rows = [(label, regional_title(letter.kind.title, office)), ("Nomor", nomor)]
    rows.append(("Tanggal", format_date(letter.date)))
    if is_legal:
        rows.append(("Tentang", letter.perihal or ""))
    text = sheet.sized(min(sheet.text.size, 22))
    style = paragraph_style(
        pitch=sheet.tight, left=_LABELS + _COLON, first=-(_LABELS + _COLON), tabs=(Tab(position=_LABELS),)
    )
    lines = tuple(
        Paragraph(inlines=(Run(text=f"{key}\t:\t{value}", style=text),), style=style, role=Role.APPENDIX)
        for key, value in rows
        if value
    )
    start = _start((nomor, format_date(letter.date)), rows[0][1], text, sheet)
    empty = Cell(
        blocks=(Paragraph(inlines=(), style=paragraph_style(pitch=sheet.tight), role=Role.APPENDIX),)
    )
    return Grid(
        columns=(start, sheet.width - start),
        rows=(Row(cells=(empty, Cell(blocks=lines))),),
        layout=True,
        after=mm(6),
        keep_next=True,
        role=Role.APPENDIX,
    )


def _start(values: tuple[str, ...], title: str, text: TextStyle, sheet: Sheet) -> Length:
    """Return where the head begins: further left where that keeps nomor and date on one line.

    For the title, which may take two lines, it is not moved as far.
    """
    most = sheet.width - _LABELS - _COLON - _SLACK
    widths = [width_of((Run(text=each, style=text),)) for each in values]
    titled = width_of((Run(text=title, style=text),))
    if titled <= most - sheet.width * _TITLED:
        widths.append(titled)
    wanted = max((width for width in widths if width <= most), default=0)
    return min(sheet.block_start, most - wanted)
