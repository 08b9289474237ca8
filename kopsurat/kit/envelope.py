"""Envelopes with the letterhead: nomor at the left, the recipient at the right.

Sizes and parts: Perbup Karawang 74/2020 art. 36 and annex F; DL and C5 (ISO 269) as shops sell them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kopsurat.arguments import expect, expect_choice
from kopsurat.kit.contact import office_sheet
from kopsurat.kit.head import kop_blocks
from kopsurat.kit.paper import document_of, fits, page_of, paragraph, spread, text_style
from kopsurat.layout.measures import Length, mm
from kopsurat.layout.model import (
    Cell,
    Document,
    Grid,
    Paragraph,
    Row,
    Tab,
)
from kopsurat.office import Office

if TYPE_CHECKING:
    from kopsurat.layout.model import TextStyle

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
_RECIPIENT: Final = 0.54
"""Where the recipient begins, as a share of the width of the text."""
_LONGEST: Final = 90.0
_INDENT: Final = 9.0
_DROP: Final = 0.45
"""How far down the nomor and the recipient stand in the room under the letterhead."""
_LOOKS: Final = ((12.0, 11.0, 1.9), (9.0, 11.0, 1.6), (7.0, 10.0, 1.4), (5.0, 9.0, 1.25))
"""Margin in millimetres, points and leading, to be tried until all stands on one envelope."""


def compose_envelope(office: Office, *, size: str = "dl") -> Document:
    """Return the front of an envelope; ``size`` is a key of :data:`ENVELOPES`, else ``choice-unknown``."""
    expect(office, Office, "office")
    expect_choice(size, ENVELOPES, "size")
    width, height = ENVELOPES[size]
    for margin, points, leading in _LOOKS:
        page = page_of(width, height, margin=margin)
        kop = kop_blocks(office, replace(office_sheet(office), page=page))
        addressing = _addressing(page.measure, text_style(points), leading)
        if fits(page, (*kop, addressing)):
            break
    blocks = spread(kop, (addressing,), page, share=_DROP)
    return document_of(office, page, blocks, title=f"Amplop {office.desa}")


def _addressing(width: Length, text: TextStyle, leading: float) -> Grid:
    """Return the places for nomor and recipient, with dots to write on."""
    columns = (round(width * _RECIPIENT), width - round(width * _RECIPIENT))
    nomor = _dotted("Nomor :", columns[0] - mm(8), text, leading)
    recipient = (
        paragraph("Kepada", text, leading=leading),
        *(_dotted(label, columns[1], text, leading) for label in ("Yth.", "", "di")),
    )
    row = Row(cells=(Cell(blocks=(nomor,)), Cell(blocks=recipient)))
    return Grid(columns=columns, rows=(row,), layout=True)


def _dotted(label: str, width: Length, text: TextStyle, leading: float) -> Paragraph:
    """Return a label with dots up to ``width``; without a label the dots begin under those of the others."""
    start, end = Tab(position=mm(_INDENT)), Tab(position=min(width, mm(_LONGEST)), leader="dot")
    content, tabs = (f"{label} \t", (end,)) if label else ("\t\u00a0\t", (start, end))
    line = paragraph(content, text, leading=leading)
    return replace(line, style=replace(line.style, tabs=tabs))
