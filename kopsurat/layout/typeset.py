"""Set a document on pages: the flow of blocks, heads, feet, page breaks and page numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kopsurat.errors import RenderError
from kopsurat.layout.boxes import Box, Column, PageRef, height_of_boxes, measure, place_all
from kopsurat.layout.linebreak import safe_spacing
from kopsurat.layout.measures import Length, to_mm
from kopsurat.layout.model import Block, Document, Grid, PageBreak, PageNumber, Paragraph, Section
from kopsurat.layout.placed import Page, PlacedItem, Typeset

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
        isinstance(inline, PageNumber) and inline.total
        for section in document.sections
        for blocks in (section.first_header, section.later_header, section.footer, section.blocks)
        for paragraph in paragraphs(blocks)
        for inline in paragraph.inlines
    )


def _pages(document: Document, total: int) -> tuple[Page, ...]:
    pages: list[Page] = []
    for section in document.sections:
        pages += _SectionFlow(section, PageRef(len(pages) + 1, total)).pages()
    return tuple(pages)


class _SectionFlow:
    """The flow of one section from ``first`` on. All lengths are twips from the top of the paper."""

    def __init__(self, section: Section, first: PageRef) -> None:
        self.section = section
        self.setup = section.page
        self.first = first
        self.column = Column(self.setup.left, self.setup.measure, first)
        footer = height_of_boxes(_boxes(section.footer, self.column))
        self.bottom = self.setup.height - max(self.setup.bottom, self.setup.footer_distance + footer if footer else 0)
        self.tops = [self._top(section.first_header), self._top(section.later_header)]
        self.bodies: list[list[PlacedItem]] = [[]]
        self.y = self.tops[0]

    def _top(self, header: tuple[Block, ...]) -> Length:
        """Return where the body starts: under the top margin, and under the header."""
        height = height_of_boxes(_boxes(header, self.column))
        return max(self.setup.top, self.setup.header_distance + height if header else 0)

    def pages(self) -> list[Page]:
        """Return the pages of the section, at least one."""
        self._flow()
        return [self._page(number, body) for number, body in enumerate(self.bodies)]

    def _page(self, number: int, body: list[PlacedItem]) -> Page:
        section, setup = self.section, self.setup
        column = replace(self.column, page=replace(self.first, number=self.first.number + number))
        header = _boxes(section.later_header if number else section.first_header, column)
        footer = _boxes(section.footer, column)
        return Page(
            setup,
            column.page.number,
            place_all(header, setup.header_distance),
            tuple(body),
            place_all(footer, setup.height - setup.footer_distance - height_of_boxes(footer)),
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
                raise _too_tall(box, self.bottom - self.y, self.first.number + len(self.bodies) - 1)
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
