"""Posters for the wall of an office: how to reach it, and how to check a letter in three steps."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kopsurat.arguments import expect, expect_choice
from kopsurat.errors import InvalidOffice
from kopsurat.kit.contact import contact_line, office_sheet
from kopsurat.kit.head import head_names
from kopsurat.kit.paper import (
    crest_of,
    document_of,
    fits,
    page_of,
    paragraph,
    room,
    spread,
    symbol_of,
    text_style,
    widest_that_fits,
)
from kopsurat.layout.contact_line import break_points, contact_lines
from kopsurat.layout.kop import balanced, contact_profile
from kopsurat.layout.measures import mm, pt
from kopsurat.layout.model import (
    Block,
    Borders,
    Cell,
    Document,
    Grid,
    PageSetup,
    Paragraph,
    Role,
    Row,
    Rule,
    Run,
    Stroke,
    VAlign,
)
from kopsurat.layout.office_words import address_line
from kopsurat.layout.texts import width_of
from kopsurat.office import Office

if TYPE_CHECKING:
    from kopsurat.layout.measures import Length
    from kopsurat.layout.model import TextStyle

__all__ = ["PAPERS", "compose_contact_poster", "compose_verification_poster"]

PAPERS: Final = {"A4": (210.0, 297.0), "A3": (297.0, 420.0)}
"""Width and height in millimetres; everything on a larger paper is larger in the same proportion."""

_MARGIN: Final = 18.0
_LABELS: Final = 36.0
_CLEAR: Final = 0.5
"""The least between a value and the lines over and under it."""
_CREST: Final = 24.0
_SYMBOL: Final = 46.0
_LOOSENESS: Final = (
    *((height, 30.0, _SYMBOL) for height in (23.0, 21.0, 19.0, 17.0, 15.0)),
    (13.0, 26.0, 40.0),
    (11.0, 22.0, 36.0),
    (9.0, 18.0, 32.0),
    (7.0, 14.0, 28.0),
)
"""Height of a row, largest letters in it and side of the code, to be tried until all stands on one page."""
_NUMBERS: Final = 18.0
"""The size under which telephone numbers do not go with a long address, in points."""
_TIGHTNESS: Final = ((7.0, _SYMBOL), (5.0, 40.0), (4.0, 34.0), (2.0, 28.0))
"""Space between the steps and side of the code, to be tried likewise."""
_SIZES: Final = (30.0, 28.0, 26.0, 24.0, 22.0, 20.0, 18.0, 16.0, 14.0, 12.0)
_SCAN: Final = """\
Arahkan kamera ponsel ke kode QR pada surat, lalu buka tautannya. Tanpa kamera: buka {page} dan ketik kode
yang tercetak di bawah QR."""
_LOOK: Final = """\
Halaman yang terbuka harus beralamat {host}. Alamat lain berarti bukan dari kantor ini."""
_COMPARE: Final = """\
Bandingkan nomor, tanggal, nama, dan perihal di layar dengan surat di tangan Anda. Semuanya harus sama."""
_FACT: Final = re.compile(r"\{(\w+)\}")
_STEPS: Final = (("Pindai", _SCAN), ("Lihat alamatnya", _LOOK), ("Cocokkan", _COMPARE))
_DOUBT: Final = "Berbeda, dicabut, atau ragu? Tanyakan dulu ke kantor kami."
_SEAL: Final = "Segel QR bukan tanda tangan elektronik tersertifikasi (TTE) dan tidak menggantikannya."


def compose_contact_poster(office: Office, *, paper: str = "A4") -> Document:
    """Return the poster with the contact record in large type, service hours and a QR code to the website.

    Raises :class:`InvalidOffice` ``kit-no-contacts`` for an office without contacts.
    """
    expect(office, Office, "office")
    expect_choice(paper, PAPERS, "paper")
    if office.contacts is None or not contact_line(office):
        raise InvalidOffice("kit-no-contacts", value=str(office.desa))
    scale = _Scale(paper)
    head = (
        *_head(office, scale),
        paragraph("Hubungi kantor kami", scale.text(36, bold=True), role=Role.TITLE, after=scale(4)),
    )
    website, page, rows = office.contacts.website, scale.page(), _contact_rows(office)
    for height, largest, side in _LOOSENESS:
        upper = (*head, _table(rows, scale, height, largest))
        lower = _foot(office, scale)
        if website is not None:
            code = _code(
                website.url, website.printed, "Pindai untuk membuka situs resmi kami", scale, side=side
            )
            lower = (*code, *lower)
        if fits(page, (*upper, *lower)):
            break
    return document_of(office, page, spread(upper, lower, page), title=f"Kontak resmi {office.desa}")


def compose_verification_poster(office: Office, *, paper: str = "A4") -> Document:
    """Return the poster that says how a letter is checked, with a QR code to the page that does it.

    Raises :class:`InvalidOffice` ``site-no-host`` for an office without a verification site.
    """
    expect(office, Office, "office")
    expect_choice(paper, PAPERS, "paper")
    if office.host is None:
        raise InvalidOffice("site-no-host", path="verifikasi.situs")
    scale = _Scale(paper)
    address = f"https://{office.host}/v/"
    facts = {"host": office.host, "page": f"{office.host}/v/"}
    page = scale.page()
    for gap, side in _TIGHTNESS:
        steps = tuple(
            _step(at, head, _sentence(text, facts, scale.text(15)), scale, gap)
            for at, (head, text) in enumerate(_STEPS, 1)
        )
        upper = (
            *_head(office, scale),
            paragraph("Cara memeriksa surat", scale.text(36, bold=True), role=Role.TITLE, after=scale(1)),
            paragraph("Tiga langkah, tanpa biaya, siapa saja boleh.", scale.text(15), after=scale(gap + 1)),
            *steps,
            paragraph(_DOUBT, scale.text(15, bold=True), before=scale(2)),
        )
        code = _code(address, facts["page"], "Halaman pemeriksa surat", scale, side=side, note=_SEAL)
        lower = (*code, *_foot(office, scale))
        if fits(page, (*upper, *lower)):
            break
    blocks = spread(upper, lower, page)
    return document_of(office, page, blocks, title=f"Cara memeriksa surat {office.desa}")


class _Scale:
    """The lengths of a poster on one paper, given as on A4."""

    def __init__(self, paper: str) -> None:
        self.size = PAPERS[paper]
        self.factor = self.size[0] / PAPERS["A4"][0]
        self.width = PAPERS["A4"][0] - 2 * _MARGIN

    def __call__(self, length: float) -> float:
        return length * self.factor

    def text(self, points: float, *, bold: bool = False) -> TextStyle:
        return text_style(points * self.factor, bold=bold)

    def page(self) -> PageSetup:
        return page_of(*self.size, margin=self(_MARGIN))


# ---- parts


def _head(office: Office, scale: _Scale) -> tuple[Block, ...]:
    """Return the emblem with the names of the office beside it, and a heavy rule."""
    government, unit = scale.text(12), scale.text(24, bold=True)
    crest = crest_of(office, scale(_CREST))
    width = mm(scale(scale.width)) - (crest.width + mm(scale(7)) if crest else 0)
    names = tuple(
        paragraph(balanced(name.text, style, width), style, leading=1.2, role=Role.LETTERHEAD)
        for name in head_names(office)
        for style in (unit if name.is_unit else government,)
    )
    cells = [Cell(blocks=names, valign=VAlign.CENTER)]
    columns = [width]
    if crest is not None:
        cells.insert(0, Cell(blocks=(crest,), valign=VAlign.CENTER))
        columns.insert(0, crest.width + mm(scale(7)))
    grid = Grid(columns=tuple(columns), rows=(Row(cells=tuple(cells)),), layout=True, role=Role.LETTERHEAD)
    return (grid, Rule(thick=pt(3 * scale.factor), before=mm(scale(5)), after=mm(scale(11))))


def _contact_rows(office: Office) -> list[tuple[str, str, str | None]]:
    """Return label, printed value and link of everything in the record, in the order of the letterhead."""
    card = office.contacts
    if card is None:
        return []
    links = dict(card.links())
    rows = [
        ("WhatsApp" if phone.has_whatsapp else "Telepon", phone.printed, links.get(phone.printed))
        for phone in card.phones
    ]
    rows += [("Email", email.printed, links.get(email.printed)) for email in card.emails]
    if card.website:
        rows.append(("Website", card.website.printed, card.website.url))
    if card.fax:
        rows.append(("Faksimile", card.fax.printed, links.get(card.fax.printed)))
    if card.hours:
        rows.append(("Jam layanan", str(card.hours), None))
    if card.emergency:
        rows.append(("Darurat", card.emergency.printed, links.get(card.emergency.printed)))
    if address := address_line(office):
        rows.append(("Alamat", address, None))
    return rows


def _table(rows: list[tuple[str, str, str | None]], scale: _Scale, height: float, largest: float) -> Grid:
    """Return labels and values between thin lines; contacts all as large as the longest of them allows.

    Where a long address would make numbers small, these keep a size of their own.
    """
    label = scale.text(13)
    columns = (mm(scale(_LABELS)), mm(scale(scale.width - _LABELS)))
    sizes = tuple(size * scale.factor for size in _SIZES if size <= largest)
    linked = widest_that_fits([text for _, text, link in rows if link], columns[1], sizes, bold=True)
    numbers = text_style(max(linked.size / 2, min(_NUMBERS, largest) * scale.factor), bold=True)
    plain = text_style(min(max(linked.size / 2, 13 * scale.factor), 18 * scale.factor))
    line = Borders(bottom=Stroke(width=pt(0.75 * scale.factor)))
    made = []
    for name, text, link in rows:
        style = plain if link is None else numbers if link.startswith("tel:") else linked
        runs = (_linked(text, style, link, columns[1]),) if link else balanced(text, style, columns[1])
        cells = (
            Cell(blocks=(paragraph(name, label),), borders=line, valign=VAlign.CENTER, header=True),
            Cell(
                blocks=(paragraph(runs, style, leading=1.2),),
                borders=line,
                valign=VAlign.CENTER,
                padding_y=mm(scale(_CLEAR)),
            ),
        )
        made.append(Row(cells=cells, height=mm(scale(height))))
    return Grid(columns=columns, rows=tuple(made), caption="Kontak resmi", after=mm(scale(4)))


def _linked(text: str, style: TextStyle, link: str, width: Length) -> Run:
    """Return a contact as a link, in one piece or broken where the letterhead would break it.

    An e-mail address wider than its column is broken after the ``@`` alone if both parts fit.
    """
    whole = Run(text=text, style=style, link=link, no_break=True, break_at=break_points(text))
    at = text.find("@") + 1
    parts = (Run(text=text[:at], style=style), Run(text=text[at:], style=style))
    if at and width_of((whole,)) > width and all(width_of((part,)) <= width for part in parts):
        return replace(whole, break_at=(at,))
    return whole


def _sentence(text: str, facts: dict[str, str], style: TextStyle) -> tuple[Run, ...]:
    """Return a text with the facts it names, each in one piece: no hyphen of an address ends a line."""
    parts = _FACT.split(text.replace("\n", " "))
    return tuple(
        Run(text=facts[part], style=style, no_break=True, break_at=break_points(facts[part]))
        if at % 2
        else Run(text=part, style=style)
        for at, part in enumerate(parts)
    )


def _step(number: int, head: str, words: tuple[Run, ...], scale: _Scale, gap: float) -> Grid:
    """Return a large numeral with what to do beside it."""
    numeral = paragraph(str(number), scale.text(54, bold=True), leading=0.95)
    beside = (
        paragraph(head, scale.text(21, bold=True), after=scale(0.8), role=Role.HEADING, level=1),
        paragraph(words, scale.text(15), leading=1.35),
    )
    columns = (mm(scale(22)), mm(scale(scale.width - 22)))
    cells = (Cell(blocks=(numeral,)), Cell(blocks=beside))
    return Grid(columns=columns, rows=(Row(cells=cells),), layout=True, after=mm(scale(gap)))


def _code(
    url: str, printed: str, head: str, scale: _Scale, *, side: float = _SYMBOL, note: str = ""
) -> tuple[Block, ...]:
    """Return a QR code flush with the left margin and what it leads to."""
    symbol = symbol_of(url, scale(side), f"Kode QR ke {printed}", link=url)
    width = mm(scale(scale.width)) - symbol.outer - mm(scale(5))
    address = widest_that_fits([printed], width, tuple(s * scale.factor for s in _SIZES), bold=True)
    words: list[Paragraph] = [
        paragraph(head, scale.text(14), after=scale(1)),
        paragraph((_linked(printed, address, url, width),), address),
    ]
    if note:
        small = scale.text(10)
        words.append(paragraph(balanced(note, small, width), small, leading=1.35, before=scale(3)))
    cells = (Cell(blocks=(symbol,)), Cell(blocks=tuple(words), valign=VAlign.CENTER))
    columns, quiet = (symbol.outer + mm(scale(5)), width), (symbol.outer - symbol.size) // 2
    return (Grid(columns=columns, rows=(Row(cells=cells),), layout=True, left=-quiet), room(scale(4)))


def _foot(office: Office, scale: _Scale) -> tuple[Block, ...]:
    """Return the contact line over the full width, broken as in the letterhead."""
    line = contact_line(office)
    if office.contacts is None or not line:
        return ()
    width = mm(scale(scale.width))
    style = widest_that_fits([line], width, tuple(points * scale.factor for points in (13, 12, 11, 10, 9)))
    profile = contact_profile(office, office_sheet(office))
    rule = Rule(thick=pt(0.75 * scale.factor), after=mm(scale(3)))
    return (rule, contact_lines(office.contacts, profile, style, pt(style.size / 2 * 1.25), width))
