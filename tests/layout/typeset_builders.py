"""Short ways to write documents, and to read what became of them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from kopsurat.layout.linebreak import break_paragraph
from kopsurat.layout.measures import mm
from kopsurat.layout.model import (
    Align,
    Block,
    Cell,
    Document,
    Inline,
    PageSetup,
    Paragraph,
    ParagraphStyle,
    Row,
    Run,
    Section,
    TextStyle,
)
from kopsurat.layout.placed import PlacedGrid, PlacedItem, PlacedParagraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kopsurat.layout.placed import Line, Page

PITCH = 300
A4 = PageSetup(
    width=11906,
    height=16838,
    top=mm(20),
    bottom=mm(20),
    left=mm(25),
    right=mm(20),
    header_distance=mm(10),
    footer_distance=mm(10),
)
LINES_A_PAGE = (A4.height - A4.top - A4.bottom) // PITCH
TEXT = (
    "Dalam rangka meningkatkan keterbukaan informasi publik serta mempercepat pelayanan kepada masyarakat, "
    "Pemerintah Desa Sukamaju akan menetapkan nomor telepon, alamat surel, dan situs web desa sebagai "
    "saluran komunikasi resmi. Undang-undang ini mulai berlaku pada tanggal diundangkan – "
    "selambat-lambatnya besok. "
)


def a_style(**changes: Any) -> TextStyle:
    return TextStyle(**{"family": "Arial", "size": 24, **changes})


def a_run(text: str, *, style: TextStyle | None = None, **fields: Any) -> Run:
    return Run(text=text, style=style or a_style(), **fields)


def a_paragraph(*inlines: str | Inline, pitch: int = PITCH, **style: Any) -> Paragraph:
    parts = tuple(a_run(inline) if isinstance(inline, str) else inline for inline in inlines)
    return Paragraph(inlines=parts, style=ParagraphStyle(pitch=pitch, **style))


def of_lines(count: int, **style: Any) -> Paragraph:
    """Return a paragraph of so many lines, each of one word."""
    from kopsurat.layout.model import LineBreak

    inlines: list[Inline] = []
    for number in range(count):
        inlines += [LineBreak()] if number else []
        inlines.append(a_run(f"baris {number + 1}"))
    return a_paragraph(*inlines, **style)


def a_cell(*blocks: Block | str, **fields: Any) -> Cell:
    return Cell(
        blocks=tuple(a_paragraph(block) if isinstance(block, str) else block for block in blocks), **fields
    )


def a_row(*cells: Cell | str, height: int = 0) -> Row:
    return Row(cells=tuple(a_cell(cell) if isinstance(cell, str) else cell for cell in cells), height=height)


def a_document(*blocks: Block, page: PageSetup = A4, **section: Any) -> Document:
    return of_sections(Section(page=page, blocks=blocks, **section))


def of_sections(*sections: Section) -> Document:
    return Document(
        sections=sections,
        family="Arial",
        title="Surat",
        author="Desa Sukamaju",
        subject="",
        date=dt.date(2026, 11, 24),
    )


def broken(paragraph: Paragraph, width: int) -> list[str]:
    """Return the lines of a paragraph as text."""
    lines = break_paragraph(paragraph, width).placed(0.0)
    return ["".join(text.text for text in line.texts) for line in lines]


def all_items(items: Iterable[PlacedItem]) -> Iterator[PlacedItem]:
    """Yield items in reading order, those inside grids too."""
    for item in items:
        yield item
        if isinstance(item, PlacedGrid):
            for row in item.rows:
                for cell in row.cells:
                    yield from all_items(cell.items)


def lines_on(page: Page) -> list[Line]:
    """Return the lines of the body of a page."""
    return [line for item in all_items(page.body) if isinstance(item, PlacedParagraph) for line in item.lines]


def texts_on(page: Page) -> list[str]:
    """Return the lines of the body of a page as text."""
    return ["".join(text.text for text in line.texts) for line in lines_on(page)]


JUSTIFY = Align.JUSTIFY
