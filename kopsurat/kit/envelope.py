"""Envelopes with the letterhead: nomor at the left, the recipient at the right.

Sizes and parts: Perbup Karawang 74/2020 art. 36 and annex F; DL and C5 (ISO 269) as shops sell them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kopsurat.kit.contact import office_sheet
from kopsurat.kit.paper import document_of, page_of, paragraph, text_style
from kopsurat.layout.kop import compose_kop
from kopsurat.layout.measures import Length, mm
from kopsurat.layout.model import (
    Cell,
    Document,
    Grid,
    Paragraph,
    ParagraphStyle,
    Row,
    Tab,
)
from kopsurat.layout.typeset import height_of

if TYPE_CHECKING:
    from kopsurat.office import Office

__all__ = ["ENVELOPES", "compose_envelope"]

ENVELOPES: Final = {
    "dl": (220.0, 110.0),
    "c5": (229.0, 162.0),
    "28x14": (280.0, 140.0),
    "28x18": (280.0, 180.0),
    "35x25": (350.0, 250.0),
    "41x30": (410.0, 300.0),
}
"""Width and height in millimetres; the last four are those of the rule."""
_MARGIN: Final = 12.0
_TEXT: Final = text_style(11)
_RECIPIENT: Final = 0.54
"""Where the recipient begins, as a share of the width of the text."""
_LONGEST: Final = 90.0
_LEADING: Final = 1.9
_INDENT: Final = 9.0
_DROP: Final = 0.45
"""How far down the nomor and the recipient stand in the room under the letterhead."""
_LEAST: Final = 20


def compose_envelope(office: Office, *, size: str = "dl") -> Document:
    """Return the front of an envelope; ``size`` is a key of :data:`ENVELOPES`."""
    width, height = ENVELOPES[size]
    page = page_of(width, height, margin=_MARGIN)
    sheet = replace(office_sheet(office), page=page)
    kop = compose_kop(office, sheet, office.letterhead.variant)
    addressing = _addressing(page.measure)
    left = height_of((*kop, addressing), page.measure)
    above = round((page.height - page.top - page.bottom - left) * _DROP)
    gap = (Paragraph(inlines=(), style=ParagraphStyle(pitch=above)),) if above > _LEAST else ()
    return document_of(office, page, (*kop, *gap, addressing), title=f"Amplop {office.desa}")


def _addressing(width: Length) -> Grid:
    """Return the places for nomor and recipient, with dots to write on."""
    columns = (round(width * _RECIPIENT), width - round(width * _RECIPIENT))
    nomor = _dotted("Nomor :", columns[0] - mm(8))
    recipient = (
        paragraph("Kepada", _TEXT, leading=_LEADING),
        *(_dotted(text, columns[1]) for text in ("Yth.", "", "di")),
    )
    return Grid(
        columns=columns, rows=(Row(cells=(Cell(blocks=(nomor,)), Cell(blocks=recipient))),), layout=True
    )


def _dotted(text: str, width: Length) -> Paragraph:
    line = paragraph(f"{text} \t", _TEXT, leading=_LEADING)
    start, end = Tab(position=mm(_INDENT)), Tab(position=min(width, mm(_LONGEST)), leader="dot")
    tabs = (end,) if text else (start, end)
    if not text:
        line = paragraph("\t\u00a0\t", _TEXT, leading=_LEADING)
    return replace(line, style=replace(line.style, tabs=tabs))
