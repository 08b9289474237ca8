"""Set a document on pages: the flow of blocks, heads, feet, page breaks and page numbers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kopsurat.errors import RenderError
from kopsurat.layout.boxes import Box, Column, PageRef, height_of_boxes, measure, place_all
from kopsurat.layout.linebreak import safe_spacing
from kopsurat.layout.measures import Length, to_mm
from kopsurat.layout.model import Block, Document, Grid, PageBreak, PageNumber, Paragraph, Section
from kopsurat.layout.placed import Page, PlacedItem, Typeset

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["count_pages", "height_of", "safe_spacing", "typeset"]

_ROUNDS: Final = 4
"""How often the whole is set anew because the count of pages, printed in it, came out otherwise."""


def typeset(document: Document) -> Typeset:
    """Return the document on its pages.

    Raises :class:`~kopsurat.errors.MissingGlyph` for a character that no bundled font has, and
    :class:`~kopsurat.errors.RenderError` for a font that is not bundled (``font-unknown``) or a block
    higher than the page (``block-too-tall``).
    """
    total = 1
    for _ in range(_ROUNDS):
        pages = _pages(document, total)
        if len(pages) == total or not _prints_total(document):
            break
        total = len(pages)
    return Typeset(document, pages)


def count_pages(document: Document) -> int:
    """Return the number of pages. Raises what :func:`typeset` raises."""
    return len(typeset(document).pages)


def height_of(blocks: tuple[Block, ...], width: Length) -> Length:
    """Return the height of blocks in a column, in twips, the space after the last included."""
    column = Column(0, width, PageRef())
    return height_of_boxes(_boxes(blocks, column))


def _boxes(blocks: tuple[Block, ...], column: Column) -> list[Box]:
    return [measure(block, column) for block in blocks if not isinstance(block, PageBreak)]


def _prints_total(document: Document) -> bool:
    return any(
        number.total
        for section in document.sections
        for blocks in (section.first_header, section.later_header, section.footer, section.blocks)
        for number in _page_numbers(blocks)
    )


def _page_numbers(blocks: tuple[Block, ...]) -> list[PageNumber]:
    return [
        inline
        for paragraph in paragraphs(blocks)
        for inline in paragraph.inlines
        if isinstance(inline, PageNumber)
    ]


def _pages(document: Document, total: int) -> tuple[Page, ...]:
    pages: list[Page] = []
    for section in document.sections:
        pages += _SectionFlow(section, PageRef(len(pages) + 1, total)).pages()
    return tuple(pages)


class _Furniture:
    """A header or footer, measured once unless the number of the page stands in it."""

    def __init__(self, blocks: tuple[Block, ...], column: Column) -> None:
        self.blocks = blocks
        self.column = column
        self.boxes = _boxes(blocks, column)
        self.height = height_of_boxes(self.boxes)

    def placed(self, number: int, y: Length) -> tuple[PlacedItem, ...]:
        """Return the items as they stand on page ``number``, from ``y`` on."""
        page = self.column.page
        if number == page.number or not _page_numbers(self.blocks):
            return place_all(self.boxes, y)
        return place_all(_boxes(self.blocks, replace(self.column, page=replace(page, number=number))), y)


class _SectionFlow:
    """The flow of one section from ``first`` on. All lengths are twips from the top of the paper."""

    def __init__(self, section: Section, first: PageRef) -> None:
        self.section = section
        self.setup = section.page
        self.column = Column(self.setup.left, self.setup.measure, first)
        self.headers = [
            _Furniture(section.first_header, self.column),
            _Furniture(section.later_header, self.column),
        ]
        self.footer = _Furniture(section.footer, self.column)
        foot = self.setup.footer_distance + self.footer.height if section.footer else 0
        self.bottom = self.setup.height - max(self.setup.bottom, foot)
        self.tops = [self._top(header) for header in self.headers]
        self.bodies: list[list[PlacedItem]] = [[]]
        self.y = self.tops[0]

    def _top(self, header: _Furniture) -> Length:
        """Return where the body starts: under the top margin, and under the header."""
        return max(self.setup.top, self.setup.header_distance + header.height if header.blocks else 0)

    def pages(self) -> list[Page]:
        """Return the pages of the section, at least one."""
        self._flow()
        return [self._page(number, body) for number, body in enumerate(self.bodies)]

    def _page(self, number: int, body: list[PlacedItem]) -> Page:
        setup, first = self.setup, self.column.page.number
        header = self.headers[1 if number else 0]
        foot = setup.height - setup.footer_distance - self.footer.height
        return Page(
            setup,
            first + number,
            header.placed(first + number, setup.header_distance),
            tuple(body),
            self.footer.placed(first + number, foot),
            number == 0,
        )

    def _flow(self) -> None:
        boxes = [
            None if isinstance(block, PageBreak) else measure(block, self.column)
            for block in self.section.blocks
        ]
        settled = -1
        for position, box in enumerate(boxes):
            if box is None:
                if self.bodies[-1]:
                    self._turn()
                continue
            if position > settled and box.keep_next:
                settled = self._keep(boxes, position)
            self._set(box)

    def _turn(self) -> None:
        self.bodies.append([])
        self.y = self.tops[1]

    def _keep(self, boxes: list[Box | None], first: int) -> int:
        """Move a chain of blocks to the next page where it does not fit; return its last block."""
        need, last = 0, first
        for last in range(first, len(boxes)):
            box = boxes[last]
            following = boxes[last + 1] if last + 1 < len(boxes) else None
            if box is None:
                break
            if not box.keep_next or following is None:
                need += box.head
                break
            need += box.height + box.after
        fits_whole = need <= self.bottom - self.tops[1]
        if self.bodies[-1] and self.y + need > self.bottom and fits_whole:
            self._turn()
        return last

    def _set(self, box: Box) -> None:
        """Set a box, divided over pages where that must be."""
        start = 0
        while True:
            is_new = not self.bodies[-1]
            stop = box.fit(start, self.bottom - self.y, must=is_new)
            if stop > start:
                self.bodies[-1].append(box.place(self.y, start, stop))
                self.y += box.extent(start, stop)
                start = stop
            elif is_new:
                page = self.column.page.number + len(self.bodies) - 1
                raise _too_tall(box, self.bottom - self.y, page)
            if start == box.count:
                break
            self._turn()
        self.y += box.after


def _too_tall(box: Box, room: Length, page: int) -> RenderError:
    height = box.extent(0, box.count)
    return RenderError("block-too-tall", height=round(to_mm(height)), room=round(to_mm(room)), page=page)


def paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """Yield the paragraphs of blocks, those in cells too."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Grid):
            for row in block.rows:
                for cell in row.cells:
                    yield from paragraphs(cell.blocks)
