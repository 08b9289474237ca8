"""Business cards (kartu nama), 90 × 55 mm: the person and the office in front, a QR code with both behind."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kopsurat.arguments import expect
from kopsurat.contacts import ContactCard
from kopsurat.errors import InvalidOffice
from kopsurat.kit.contact import contact_lines_of, contact_rows
from kopsurat.kit.imposing import impose
from kopsurat.kit.paper import (
    crest_of,
    document_of,
    fits,
    name_of_office,
    page_of,
    paragraph,
    place_of_office,
    spread,
    symbol_of,
    text_style,
    widest_that_fits,
)
from kopsurat.layout.kop import balanced
from kopsurat.layout.measures import mm, to_mm
from kopsurat.layout.model import (
    Block,
    Cell,
    Document,
    Grid,
    PageBreak,
    Role,
    Row,
    Symbol,
    VAlign,
)
from kopsurat.layout.office_words import address_line, post_line
from kopsurat.layout.typeset import typeset
from kopsurat.office import Office, Signatory
from kopsurat.qr import FLOOR

if TYPE_CHECKING:
    from kopsurat.layout.model import TextStyle
    from kopsurat.layout.placed import Typeset

__all__ = ["CARD", "card_vcard", "compose_card", "typeset_card_sheet"]

CARD: Final = (90.0, 55.0)
"""Width and height in millimetres, the usual card of Indonesian print shops."""
_MARGIN: Final = 6.0
_WIDTH: Final = CARD[0] - 2 * _MARGIN
_CREST: Final = 13.0
_SYMBOL: Final = 43.0
_NAMES: Final = (12.0, 11.0, 10.0, 9.0, 8.0)
_SMALL: Final = (7.0, 6.5, 6.0, 5.5, 5.0)
"""Sizes of address and contacts to be tried until all stands on the card."""
_STEPS: Final = ((8.0, 12.0, False), (8.0, 12.0, True), (6.5, 9.0, True))
"""Size of office and post, largest of the name, and whether contacts share lines, to be tried likewise."""
_ACROSS, _DOWN = 2, 5


def card_vcard(office: Office, signatory: Signatory) -> str:
    """Return the vCard of a person of the office, with the office's contacts.

    Service hours, fax and emergency number are left out where they would make the code on the card too fine.
    """
    expect(office, Office, "office")
    expect(signatory, Signatory, "signatory")
    contacts = office.contacts or ContactCard()
    text = _vcard(office, signatory, contacts)
    if _module(text) >= FLOOR:
        return text
    return _vcard(office, signatory, replace(contacts, hours=None, fax=None, emergency=None))


def _vcard(office: Office, signatory: Signatory, contacts: ContactCard) -> str:
    post = post_line(signatory.jabatan, office)
    return contacts.vcard(name=name_of_office(office), person=signatory.name, jabatan=post)


def _module(text: str) -> float:
    symbol = symbol_of(text, _SYMBOL, "")
    return to_mm(symbol.size) / symbol.matrix.size


def compose_card(office: Office, signatory: Signatory) -> Document:
    """Return a card of two pages, front and back, of 90 × 55 mm.

    Raises :class:`InvalidOffice` ``card-too-long`` where names, address and contacts are more than it holds.
    """
    expect(office, Office, "office")
    expect(signatory, Signatory, "signatory")
    page = page_of(*CARD, margin=_MARGIN)
    fronts = (
        (_head(office, size), _person(office, signatory, (size, name), text_style(points), shared=shared))
        for size, name, shared in _STEPS
        for points in _SMALL
    )
    front = next((each for each in fronts if fits(page, (*each[0], *each[1]))), None)
    if front is None:
        raise InvalidOffice("card-too-long", value=signatory.name)
    head, person = front
    blocks = (*spread(head, person, page), PageBreak(), *_back(office, signatory))
    return document_of(office, page, blocks, title=f"Kartu nama {signatory.name}")


def typeset_card_sheet(office: Office, signatory: Signatory) -> Typeset:
    """Return ten cards on A4 with crop marks: the fronts on the first page, the backs on the second."""
    expect(office, Office, "office")
    expect(signatory, Signatory, "signatory")
    sheet = page_of(210, 297, margin=0)
    return impose(typeset(compose_card(office, signatory)), sheet=sheet, across=_ACROSS, down=_DOWN)


# ---- the two sides


def _head(office: Office, points: float) -> tuple[Block, ...]:
    crest = crest_of(office, _CREST)
    width = mm(_WIDTH) - (crest.width + mm(3.5) if crest else 0)
    bold, plain = text_style(points, bold=True), text_style(points - 1.5)
    above = place_of_office(office)
    names = (
        paragraph(
            balanced(name_of_office(office).upper(), bold, width), bold, role=Role.LETTERHEAD, after=0.3
        ),
        paragraph(balanced(above, plain, width), plain, role=Role.LETTERHEAD),
    )
    cells, columns = [Cell(blocks=names, valign=VAlign.CENTER)], [width]
    if crest is not None:
        cells.insert(0, Cell(blocks=(crest,), valign=VAlign.CENTER))
        columns.insert(0, crest.width + mm(3.5))
    row = Row(cells=tuple(cells))
    return (Grid(columns=tuple(columns), rows=(row,), layout=True, role=Role.LETTERHEAD),)


def _person(
    office: Office, signatory: Signatory, sizes: tuple[float, float], small: TextStyle, *, shared: bool
) -> tuple[Block, ...]:
    """Return name, post, address and contacts, for the foot of the card; ``sizes`` of post and name."""
    names = tuple(each for each in _NAMES if each <= sizes[1])
    name = widest_that_fits([signatory.name], mm(_WIDTH), names, bold=True)
    post = text_style(sizes[0])
    blocks: list[Block] = [
        paragraph(balanced(signatory.name, name, mm(_WIDTH)), name, leading=1.2),
        paragraph(balanced(post_line(signatory.jabatan, office), post, mm(_WIDTH)), post, after=2.2),
    ]
    if address := address_line(office):
        blocks.append(paragraph(balanced(address, small, mm(_WIDTH)), small, leading=1.3))
    rows = contact_lines_of(office, small, mm(_WIDTH)) if shared else contact_rows(office, small)
    return (*blocks, *(paragraph(runs, small, leading=1.3, role=Role.CONTACT) for runs in rows))


def _back(office: Office, signatory: Signatory) -> tuple[Block, ...]:
    symbol = symbol_of(card_vcard(office, signatory), _SYMBOL, f"Kode QR kartu kontak {signatory.name}")
    quiet = (symbol.outer - symbol.size) // 2
    width = mm(_WIDTH) + quiet - symbol.outer - mm(2)
    words: list[Block] = [paragraph("Pindai untuk menyimpan kontak ini", text_style(8, bold=True), after=2)]
    if office.contacts is not None and office.contacts.hours:
        words.append(paragraph("Jam layanan", text_style(6.5)))
        hours = str(office.contacts.hours)
        text = text_style(_SMALL[0])
        words.append(paragraph(balanced(hours, text, width), text, leading=1.3))
    cells = (_middle(symbol), Cell(blocks=tuple(words), valign=VAlign.CENTER))
    columns = (symbol.outer + mm(2), width)
    return (Grid(columns=columns, rows=(Row(cells=cells),), layout=True, left=-quiet),)


def _middle(symbol: Symbol) -> Cell:
    return Cell(blocks=(symbol,), valign=VAlign.CENTER)
