"""What the sheets of a kit are made of: pages, lines of text, the crest, symbols, documents."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from kopsurat.layout.measures import TWIPS_PER_POINT, Length, mm
from kopsurat.layout.model import (
    Align,
    Block,
    Document,
    Inline,
    PageSetup,
    Paragraph,
    ParagraphStyle,
    Picture,
    Role,
    Run,
    Section,
    Symbol,
    TextStyle,
)
from kopsurat.layout.office_words import unit_words
from kopsurat.layout.texts import width_of
from kopsurat.layout.typeset import height_of
from kopsurat.letterhead import LetterheadVariant
from kopsurat.qr import QUIET_ZONE, encode

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kopsurat.office import Office

__all__ = [
    "FAMILY", "UNDATED", "crest_of", "document_of", "fits", "name_of_office", "page_of", "paragraph",
    "place_of_office", "room", "spread", "symbol_of", "text_style", "widest_that_fits",
]  # fmt: skip

FAMILY: Final = "Arial"
"""Block letters, as the rules want them on boards and envelopes."""
UNDATED: Final = dt.date(2000, 1, 1)
"""The date of files that have none: the same bytes on every day."""
_WIDEST_CREST: Final = 1.6
_LEADING: Final = 1.25
_WITHOUT_CREST: Final = frozenset({LetterheadVariant.RT, LetterheadVariant.RW})
_SPARE: Final = 40
"""Two points that no page is filled to."""
_CERTAIN: Final = 0.99
"""The share of the width that a line may take without being broken."""


def page_of(width: float, height: float, *, margin: float, top: float | None = None) -> PageSetup:
    """Return a page in millimetres with one margin all round, or another at the top and the bottom."""
    side, end = mm(margin), mm(margin if top is None else top)
    return PageSetup(
        width=mm(width), height=mm(height), top=end, bottom=end, left=side, right=side,
        header_distance=end, footer_distance=end,
    )  # fmt: skip


def document_of(office: Office, page: PageSetup, blocks: tuple[Block, ...], *, title: str) -> Document:
    """Return a document of one section by this office."""
    return Document(
        sections=(Section(page=page, blocks=blocks),),
        family=FAMILY,
        title=title,
        author=str(office.desa),
        subject=title,
        date=UNDATED,
    )


def name_of_office(office: Office) -> str:
    """Return what the office is called where it speaks of itself: ``Pemerintah Desa Sukamaju``."""
    variant = office.letterhead.variant
    if variant in _WITHOUT_CREST or variant is LetterheadVariant.LKD:
        return office.letterhead.institution or unit_words(office, variant)
    if variant in {LetterheadVariant.BPD, LetterheadVariant.KELURAHAN}:
        return unit_words(office, variant)
    return f"Pemerintah {office.desa}"


def place_of_office(office: Office) -> str:
    """Return where the office is: district and regency, and the village where its name does not say it."""
    levels = [str(office.kecamatan), str(office.kabupaten)]
    is_said = office.desa.name.casefold() in name_of_office(office).casefold()
    return ", ".join(levels if is_said else [str(office.desa), *levels])


def text_style(points: float, *, bold: bool = False, italic: bool = False, family: str = FAMILY) -> TextStyle:
    """Return a style whose size is the nearest half point."""
    return TextStyle(family=family, size=max(2, round(2 * points)), bold=bold, italic=italic)


def paragraph(
    content: str | tuple[Inline, ...],
    style: TextStyle,
    *,
    leading: float = _LEADING,
    after: float = 0.0,
    before: float = 0.0,
    align: Align = Align.LEFT,
    role: Role = Role.BODY,
    level: int = 0,
) -> Paragraph:
    """Return a paragraph; ``leading`` is in sizes of its letters, ``before`` and ``after`` in millimetres."""
    inlines = (Run(text=content, style=style),) if isinstance(content, str) else content
    pitch = round(style.size / 2 * TWIPS_PER_POINT * leading)
    geometry = ParagraphStyle(pitch=pitch, align=align, after=mm(after), before=mm(before))
    return Paragraph(inlines=inlines, style=geometry, role=role, level=level)


def room(height: float) -> Paragraph:
    """Return an empty stretch of so many millimetres."""
    return Paragraph(inlines=(), style=ParagraphStyle(pitch=max(20, mm(height))))


def fits(page: PageSetup, blocks: tuple[Block, ...]) -> bool:
    """Return whether blocks stand on one page."""
    return height_of(blocks, page.measure) + 2 * _SPARE <= page.height - page.top - page.bottom


def spread(
    upper: tuple[Block, ...], lower: tuple[Block, ...], page: PageSetup, *, share: float = 1.0
) -> tuple[Block, ...]:
    """Return blocks at the top of a page and blocks at its foot, with the room that is left between them.

    ``share`` of that room stands over the lower ones. Where none is left, they follow at once.
    """
    used = height_of((*upper, *lower), page.measure)
    left = round((page.height - page.top - page.bottom - used - _SPARE) * share)
    if left <= _SPARE:
        return (*upper, *lower)
    return (*upper, Paragraph(inlines=(), style=ParagraphStyle(pitch=left)), *lower)


def widest_that_fits(
    texts: Iterable[str], width: Length, sizes: tuple[float, ...], *, bold: bool = False
) -> TextStyle:
    """Return the first of ``sizes`` (points, falling) in which every text stands on one line, or the last."""
    wanted = tuple(texts)
    for points in sizes:
        style = text_style(points, bold=bold)
        if all(width_of((Run(text=text, style=style),)) <= width * _CERTAIN for text in wanted):
            return style
    return text_style(sizes[-1], bold=bold)


def crest_of(
    office: Office, height: float, *, align: Align = Align.LEFT, after: float = 0.0
) -> Picture | None:
    """Return the emblem of the office in its own proportions, or None."""
    image = office.letterhead.crest
    if image is None or office.letterhead.variant in _WITHOUT_CREST:
        return None
    width = height * image.width / image.height
    if width > height * _WIDEST_CREST:
        width, height = height * _WIDEST_CREST, height * height * _WIDEST_CREST / width
    return Picture(
        image=image,
        width=mm(width),
        height=mm(height),
        alt=f"Lambang {office.kabupaten}",
        align=align,
        after=mm(after),
    )


def symbol_of(
    text: str, size: float, alt: str, *, link: str | None = None, align: Align = Align.LEFT
) -> Symbol:
    """Return a QR symbol of ``size`` millimetres, quiet zone included."""
    matrix = encode(text, level="M")
    side = mm(size) * matrix.size // (matrix.size + 2 * QUIET_ZONE)
    return Symbol(matrix=matrix, size=side, alt=alt, link=link, align=align)
