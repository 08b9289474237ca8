"""What the sheets of a kit are made of: pages, lines of text, the crest, symbols, documents."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from kopsurat.layout.measures import TWIPS_PER_POINT, mm
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
from kopsurat.qr import QUIET_ZONE, encode

if TYPE_CHECKING:
    from kopsurat.office import Office

__all__ = [
    "FAMILY", "UNDATED", "crest_of", "document_of", "name_of_office", "page_of", "paragraph", "room",
    "symbol_of", "text_style",
]  # fmt: skip

FAMILY: Final = "Arial"
"""Block letters, as the rules want them on boards and envelopes."""
UNDATED: Final = dt.date(2000, 1, 1)
"""The date of files that have none: the same bytes on every day."""
_WIDEST_CREST: Final = 1.6
_LEADING: Final = 1.25


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
    return f"Pemerintah {office.desa}"


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


def crest_of(
    office: Office, height: float, *, align: Align = Align.LEFT, after: float = 0.0
) -> Picture | None:
    """Return the emblem of the office in its own proportions, or None."""
    image = office.letterhead.crest
    if image is None:
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
