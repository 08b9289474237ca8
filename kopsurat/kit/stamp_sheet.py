"""The sheet for whoever makes a stamp: its real size, its measures, its ink, the rules it follows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kopsurat.arguments import expect
from kopsurat.content.images import Image
from kopsurat.errors import InvalidOffice
from kopsurat.fonts import face
from kopsurat.fonts.outlines import outlined
from kopsurat.kit.drawing import Drawing, Path, Shape, place_text, scaled, svg_of
from kopsurat.kit.paper import FAMILY, document_of, page_of, paragraph, room, text_style, widest_that_fits
from kopsurat.kit.stamp import LARGE, SMALL, StampOwner, StampSize, draw_stamp, stamp_words
from kopsurat.layout.measures import mm, pt
from kopsurat.layout.model import (
    Block,
    Borders,
    Cell,
    Document,
    Grid,
    Picture,
    Role,
    Row,
    Stroke,
    VAlign,
)
from kopsurat.office import Office

if TYPE_CHECKING:
    from kopsurat.layout.model import TextStyle

__all__ = ["compose_stamp_sheet"]

_TITLES: Final = (20.0, 18.0, 16.0, 14.0, 12.0, 10.0)
_LEAD: Final = text_style(11)
_HEAD: Final = text_style(10, bold=True)
_TEXT: Final = text_style(10)
_NOTE: Final = text_style(9)
_COLUMNS: Final = (66.0, 104.0)
_ENLARGED: Final = 2.0
_VALUES: Final = 96.0
"""The width of the column of values, in millimetres."""
_BLACK: Final = "000000"
_NOTES: Final = """\
Bentuk, ukuran, tulisan: Peraturan Bupati Karawang Nomor 74 Tahun 2020 Pasal 25–28 dan Lampiran D. Stempel
kecil: Peraturan Menteri Dalam Negeri Nomor 54 Tahun 2009 Pasal 54. Periksa peraturan bupati di kabupaten
Anda sebelum memesan: peraturan itulah yang mengikat desa.

Tanpa lambang negara: Pasal 54 Undang-Undang Nomor 24 Tahun 2009 tidak menyebut kepala desa.

Stempel tidak membuktikan keaslian surat, karena siapa pun dapat menirunya. Yang membuktikan keaslian surat
adalah segel pada kode QR-nya."""


def compose_stamp_sheet(office: Office, owner: StampOwner = StampOwner.KEPALA) -> Document:
    """Return one page of A4 with the stamp at its real size, large and small, and its measures.

    Raises what :func:`~kopsurat.kit.stamp.draw_stamp` raises for the large stamp; where the names
    are too long for the small one, the sheet says so instead of showing it.
    """
    expect(office, Office, "office")
    expect(owner, StampOwner, "owner")
    large = draw_stamp(office, owner)
    try:
        small = draw_stamp(office, owner, size=SMALL)
    except InvalidOffice:
        small = None
    page = page_of(210, 297, margin=20, top=16)
    title = widest_that_fits([large.title], page.measure, _TITLES, bold=True)
    blocks = (
        paragraph(large.title, title, role=Role.TITLE, after=1.5),
        paragraph(
            "Lembar ukuran untuk pembuat stempel. Cetak pada skala 100 %.",
            _LEAD,
            after=8,
        ),
        _pictures(large, small),
        _measures(office, owner, has_small=small is not None),
        *_ruler(),
        *(
            paragraph(text.replace("\n", " "), _NOTE, leading=1.35, after=1.6)
            for text in _NOTES.split("\n\n")
        ),
    )
    return document_of(office, page, blocks, title=f"Lembar {large.title}")


def _pictures(large: Drawing, small: Drawing | None) -> Grid:
    left: list[Block] = [
        paragraph("Ukuran sebenarnya", _HEAD, after=3),
        _picture(large, f"{large.title}, ukuran sebenarnya"),
    ]
    left.append(paragraph("Stempel kecil", _HEAD, after=3, before=10))
    if small is None:
        left.append(paragraph("Nama terlalu panjang untuk stempel kecil.", _NOTE))
    else:
        left.append(_picture(small, f"{small.title}, stempel kecil, ukuran sebenarnya"))
    right = (
        paragraph("Ukuran bagian-bagiannya (diperbesar dua kali)", _HEAD, after=3),
        _picture(_measured(large), f"{large.title} dengan garis ukur: 40, 38, dan 27 mm"),
    )
    cells = (Cell(blocks=tuple(left)), Cell(blocks=right))
    return Grid(columns=tuple(map(mm, _COLUMNS)), rows=(Row(cells=cells),), layout=True, after=mm(7))


def _picture(drawing: Drawing, alt: str) -> Picture:
    image = Image(
        data=svg_of(drawing),
        media="image/svg+xml",
        width=drawing.width,
        height=drawing.height,
        name=drawing.title,
    )
    return Picture(
        image=image,
        width=mm(drawing.width),
        height=mm(drawing.height),
        alt=f"{alt}. Tulisan: {drawing.description}",
    )


# ---- the enlarged stamp with its measures


def _measured(stamp: Drawing) -> Drawing:
    """Return the stamp enlarged, with a measuring line under it for each ring."""
    side = LARGE.outer * _ENLARGED
    shapes: list[Shape] = list(scaled(stamp.shapes, _ENLARGED))
    y = side + 5
    for across in (LARGE.inner, LARGE.middle, LARGE.outer):
        shapes += _measure(side / 2, y, across * _ENLARGED, f"{_decimal(across)} mm", from_y=side / 2)
        y += 7.5
    return Drawing(
        width=side,
        height=y,
        shapes=tuple(shapes),
        title=stamp.title,
        description=stamp.description,
    )


def _measure(center: float, y: float, length: float, label: str, *, from_y: float) -> list[Shape]:
    """Return a line of ``length`` with arrows and its label, and faint lines up to what it measures."""
    letters, em = face(FAMILY), 3.2
    width = sum(glyph.advance for glyph in outlined(label, letters)) * em
    left, right = center - length / 2, center + length / 2
    gap = width / 2 + 1.5
    steps = [
        step
        for start, end in ((left, center - gap), (center + gap, right))
        for step in (("M", (start, y)), ("L", (end, y)))
    ]
    guides = [step for x in (left, right) for step in (("M", (x, from_y)), ("L", (x, y + 1.5)))]
    arrows = [
        step
        for x, way in ((left, 1), (right, -1))
        for step in (
            ("M", (x, y)),
            ("L", (x + way * 2.2, y - 0.7)),
            ("L", (x + way * 2.2, y + 0.7)),
            ("Z", ()),
        )
    ]
    text = place_text(label, letters, em, x=center - width / 2, y=y + em * 0.35)
    return [
        Path(steps=tuple(guides), color=_BLACK, width=0.1),
        Path(steps=tuple(steps), color=_BLACK, width=0.18),
        Path(steps=tuple(arrows), color=_BLACK),
        Path(steps=text, color=_BLACK),
    ]


# ---- the table and the ruler


def _measures(office: Office, owner: StampOwner, *, has_small: bool) -> Grid:
    words = stamp_words(office, owner)

    def pair(of: str) -> tuple[str, str]:
        return _millimetres(LARGE, of), _millimetres(SMALL, of) if has_small else "–"

    rows: list[tuple[str, ...]] = [
        ("Garis tengah lingkaran luar", *pair("outer")),
        ("Garis tengah lingkaran tengah", *pair("middle")),
        ("Garis tengah lingkaran dalam", *pair("inner")),
        ("Jarak kedua garis mendatar, paling lebar", *pair("bar")),
        ("Tulisan melingkar atas", words.top),
        ("Tulisan melingkar bawah", words.bottom),
        ("Tulisan tengah", words.middle),
        ("Tinta", "Ungu; dibubuhkan di bagian kiri tanda tangan"),
        ("Lambang", "Tidak ada"),
    ]
    head = _row(("Bagian", "Stempel", "Stempel kecil"), _HEAD, is_head=True)
    longest = widest_that_fits(words, mm(_VALUES), (10.0, 9.0, 8.0, 7.0, 6.0))
    return Grid(
        columns=(mm(170 - _VALUES), mm(_VALUES / 2), mm(_VALUES / 2)),
        rows=(head, *(_row(each, longest if each[-1] in words else _TEXT) for each in rows)),
        header_rows=1,
        after=mm(7),
        caption="Ukuran dan tulisan stempel",
    )


def _row(texts: tuple[str, ...], style: TextStyle, *, is_head: bool = False) -> Row:
    line = Borders(bottom=Stroke(width=pt(1 if is_head else 0.5)))
    last = 3 - len(texts) + 1
    return Row(
        cells=tuple(
            Cell(
                blocks=(paragraph(text, style if at else _HEAD if is_head else _TEXT),),
                colspan=last if at + 1 == len(texts) else 1,
                borders=line,
                padding_y=mm(0.8),
                valign=VAlign.CENTER,
                header=is_head or not at,
            )
            for at, text in enumerate(texts)
        )
    )


def _ruler() -> tuple[Block, ...]:
    bar = Grid(
        columns=(mm(100),),
        rows=(Row(cells=(Cell(blocks=(room(2),), borders=_ENDS),)),),
        layout=True,
        after=mm(1),
    )
    label = paragraph("Ukur garis ini setelah dicetak: harus tepat 100 mm.", _NOTE, after=6)
    return (bar, label)


_LINE: Final = Stroke(width=pt(1))
_ENDS: Final = Borders(left=_LINE, right=_LINE, bottom=_LINE)


def _millimetres(size: StampSize, of: str) -> str:
    return f"{_decimal(getattr(size, of))} mm"


def _decimal(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")
