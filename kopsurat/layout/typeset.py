"""Set a document on pages: the flow of blocks, heads, feet, page breaks and page numbers.

A section flows in two steps: its blocks are measured and divided over pages, then placed. The first
step is all that counting pages takes.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final, NamedTuple

from kopsurat.errors import RenderError
from kopsurat.layout.boxes import Box, Column, PageRef, height_of_boxes, measure, place_all
from kopsurat.layout.flows import flows_of, paragraphs_in
from kopsurat.layout.linebreak import safe_spacing
from kopsurat.layout.measures import Length, to_mm
from kopsurat.layout.model import Block, Document, PageBreak, PageNumber, Rule, Run, Section
from kopsurat.layout.placed import Page, PlacedItem, Typeset
from kopsurat.values import remembered_by_identity

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "NOTE_RULE_ROOM",
    "SectionFlow",
    "count_pages",
    "flow_of",
    "height_of",
    "keep",
    "safe_spacing",
    "typeset",
]

NOTE_RULE_ROOM: Final = 124
"""The room of the rule over footnotes, in twips: as LibreOffice has it, and as DOCX asks Word to have it."""
_NOTE_RULE: Final = Rule(thick=10, before=57, after=57)
_NOTE_RULE_SHARE: Final = 0.25
_ROUNDS: Final = 4
"""How often the whole is set anew because the count of pages, printed in it, came out otherwise."""


_AROUND: Final = 40
"""Characters of a block's text by which an error calls it."""
_MOST_KEPT: Final = 3
"""Flows that are kept at a time: some, as threads take turns; few, as old ones fill the processor's cache."""
_kept: dict[int, SectionFlow] = {}


def typeset(document: Document) -> Typeset:
    """Return the document on its pages.

    Raises :class:`~kopsurat.errors.MissingGlyph` for a character that no bundled font has, and
    :class:`~kopsurat.errors.RenderError` for a font that is not bundled (``font-unknown``) or a block
    higher than the page (``block-too-tall``).
    """
    flows = _flows(document.sections)
    return Typeset(document, tuple(page for flow in flows for page in flow.pages()))


def count_pages(document: Document) -> int:
    """Return the number of pages. Raises what :func:`typeset` raises."""
    return sum(flow.count for flow in _flows(document.sections))


def flow_of(section: Section) -> SectionFlow:
    """Return a section divided over pages, the first of its document; raises what :func:`typeset` does."""
    (flow,) = _flows((section,))
    return flow


def keep(flow: SectionFlow) -> None:
    """Keep a flow for :func:`typeset`, which will be asked for its section next."""
    if len(_kept) >= _MOST_KEPT:
        _kept.clear()
    _kept[id(flow.section)] = flow


def _take(section: Section, page: PageRef) -> SectionFlow | None:
    """Return the flow of this very section from ``page`` on, if it was kept: each is given away once."""
    flow = _kept.pop(id(section), None)
    return flow if flow is not None and flow.section is section and flow.column.page == page else None


def height_of(blocks: tuple[Block, ...], width: Length) -> Length:
    """Return the height of blocks in a column, in twips, the space after the last included."""
    column = Column(0, width, PageRef())
    return height_of_boxes(_boxes(blocks, column))


def _boxes(blocks: tuple[Block, ...], column: Column) -> list[Box]:
    return [measure(block, column) for block in blocks if not isinstance(block, PageBreak)]


def _flows(sections: tuple[Section, ...]) -> list[SectionFlow]:
    """Return the flows of the sections; the count of pages stands in them where it is printed."""
    total = 1
    flows: list[SectionFlow] = []
    for _ in range(_ROUNDS):
        flows, count, notes = [], 0, 0
        for section in sections:
            page = PageRef(count + 1, total)
            flows.append(_take(section, page) or SectionFlow(section, page, notes))
            count += flows[-1].count
            notes += len(section.footnotes)
        if count == total or not _prints_total(sections):
            break
        total = count
    return flows


def _prints_total(sections: tuple[Section, ...]) -> bool:
    return any(
        number.total
        for section in sections
        for blocks in flows_of(section)
        for number in _page_numbers(blocks)
    )


def _page_numbers(blocks: tuple[Block, ...]) -> list[PageNumber]:
    return [
        inline
        for paragraph in paragraphs_in(blocks)
        for inline in paragraph.inlines
        if isinstance(inline, PageNumber)
    ]


class _Feet:
    """The footnotes of a section; ``before`` counts those of earlier sections. Lengths are twips."""

    def __init__(self, section: Section, column: Column, before: int) -> None:
        self.column = column
        self.boxes = {
            number: measure(note, column) for number, note in enumerate(section.footnotes, before + 1)
        }

    def height(self, numbers: list[int]) -> Length:
        """Return the height of some footnotes and the rule over them, 0 for none."""
        if not numbers:
            return 0
        return NOTE_RULE_ROOM + sum(self.boxes[number].height for number in numbers)

    def placed(self, numbers: list[int], bottom: Length) -> tuple[PlacedItem, ...]:
        """Return the rule and the footnotes, the last of which ends at ``bottom``."""
        if not numbers:
            return ()
        column, top = self.column, bottom - self.height(numbers)
        width = round(column.width * _NOTE_RULE_SHARE)
        rule = measure(_NOTE_RULE, column._replace(width=width))
        return (
            rule.place(top, 0, 1),
            *place_all([self.boxes[number] for number in numbers], top + NOTE_RULE_ROOM),
        )


class _Furniture:
    """A header or footer, measured once unless the number of the page stands in it."""

    def __init__(self, blocks: tuple[Block, ...], column: Column) -> None:
        self.blocks = blocks
        self.column = column
        self.boxes = _boxes(blocks, column)
        self.height = height_of_boxes(self.boxes)
        self._last: tuple[Length, tuple[PlacedItem, ...]] | None = None

    def placed(self, number: int, y: Length) -> tuple[PlacedItem, ...]:
        """Return the items as they stand on page ``number``, from ``y`` on."""
        page = self.column.page
        if number == page.number or not _page_numbers(self.blocks):
            return self._placed_at(y)
        return place_all(_boxes(self.blocks, self.column._replace(page=page._replace(number=number))), y)

    def _placed_at(self, y: Length) -> tuple[PlacedItem, ...]:
        last = self._last  # another thread may set the same letterhead elsewhere meanwhile
        if last is None or last[0] != y:
            last = self._last = (y, place_all(self.boxes, y))
        return last[1]


@remembered_by_identity(32)
def _furniture(blocks: tuple[Block, ...], column: Column) -> _Furniture:
    """Return blocks measured as a header or footer: those of an office stand on all its letters."""
    return _Furniture(blocks, column)


class _Placement(NamedTuple):
    """Some units of a box, with their top ``y`` twips from the top of the paper."""

    box: Box
    y: Length
    start: int
    stop: int


class SectionFlow:
    """The flow of one section from ``first`` on. All lengths are twips from the top of the paper."""

    def __init__(self, section: Section, first: PageRef, notes: int) -> None:
        self.section = section
        self.setup = section.page
        self.column = Column(self.setup.left, self.setup.measure, first)
        self.header = _furniture(section.first_header, self.column)
        self.footer = _furniture(section.footer, self.column)
        foot = self.setup.footer_distance + self.footer.height if section.footer else 0
        self.bottom = self.setup.height - max(self.setup.bottom, foot)
        self.boxes = [
            None if isinstance(block, PageBreak) else measure(block, self.column) for block in section.blocks
        ]
        self.bodies: list[list[_Placement]] = [[]]
        self.y = self._top(self.header)
        self.feet = _Feet(section, self.column, notes) if section.footnotes else None
        self.noted: list[list[int]] = [[]]
        self._flow()

    @property
    def count(self) -> int:
        """The number of pages, at least one."""
        return len(self.bodies)

    @functools.cached_property
    def later_header(self) -> _Furniture:
        """The header of the second page and those after it, which many letters do not have."""
        return _furniture(self.section.later_header, self.column)

    @functools.cached_property
    def later_top(self) -> Length:
        """Where the body starts on these pages."""
        return self._top(self.later_header)

    def _top(self, header: _Furniture) -> Length:
        """Return where the body starts: under the top margin, and under the header."""
        return max(self.setup.top, self.setup.header_distance + header.height if header.blocks else 0)

    @property
    def room(self) -> Length:
        """The height for the body on the first page."""
        return self.bottom - self._top(self.header)

    def pages(self) -> list[Page]:
        """Return the pages of the section."""
        return [self._page(number, body) for number, body in enumerate(self.bodies)]

    def _page(self, number: int, body: list[_Placement]) -> Page:
        setup, first = self.setup, self.column.page.number
        header = self.later_header if number else self.header
        foot = setup.height - setup.footer_distance - self.footer.height
        return Page(
            setup,
            first + number,
            header.placed(first + number, setup.header_distance),
            (*(box.place(y, start, stop) for box, y, start, stop in body), *self._foot(number)),
            self.footer.placed(first + number, foot),
            number == 0,
        )

    def _foot(self, number: int) -> tuple[PlacedItem, ...]:
        """Return the footnotes of a page."""
        return self.feet.placed(self.noted[number], self.bottom) if self.feet is not None else ()

    def _flow(self) -> None:
        boxes = self.boxes
        settled = -1
        for position, box in enumerate(boxes):
            if box is None:
                if self.bodies[-1]:
                    self._turn()
                continue
            if position > settled and box.keep_next:
                settled = self._keep(boxes, position)
            self._set(box, position)

    def _turn(self) -> None:
        self.bodies.append([])
        self.noted.append([])
        self.y = self.later_top

    def _keep(self, boxes: list[Box | None], first: int) -> int:
        """Move a chain of blocks to the next page where it does not fit; return its last block."""
        need, last = 0, first
        notes: list[int] = []
        for last in range(first, len(boxes)):
            box = boxes[last]
            following = boxes[last + 1] if last + 1 < len(boxes) else None
            if box is None:
                break
            is_last = not box.keep_next or following is None
            if self.feet is not None:
                notes += box.notes(0, box.head_count if is_last else box.count)
            if is_last:
                need += box.head
                break
            need += box.height + box.after
        here = need + self._foot_height(notes)
        there = need + (self.feet.height(notes) if self.feet is not None else 0)
        if self.bodies[-1] and self.y + here > self.bottom and there <= self.bottom - self.later_top:
            self._turn()
        return last

    def _set(self, box: Box, position: int) -> None:
        """Set the box of the block at ``position``, divided over pages where that must be."""
        start = 0
        while True:
            is_new = not self.bodies[-1]
            stop = box.fit(start, self.bottom - self._foot_height() - self.y, must=is_new)
            if self.feet is not None:
                stop = self._noted(box, start, stop, must=is_new)
            if stop > start:
                self.bodies[-1].append(_Placement(box, self.y, start, stop))
                self.y += box.extent(start, stop)
                start = stop
            elif is_new:
                raise self._too_tall(box, position)
            if start == box.count:
                break
            self._turn()
        self.y += box.after

    def _foot_height(self, more: Sequence[int] = ()) -> Length:
        """Return the height of the footnotes of the page at hand, with some more."""
        return self.feet.height([*self.noted[-1], *more]) if self.feet is not None else 0

    def _noted(self, box: Box, start: int, stop: int, *, must: bool) -> int:
        """Return where a box is divided so that its footnotes fit too, and note them for this page."""
        while stop > start:
            notes = box.notes(start, stop)
            if not notes:
                break
            height = box.extent(start, stop)
            foot = self._foot_height(notes)
            if self.y + height + foot <= self.bottom:
                break
            less = box.fit(start, height - 1, must=must)
            if must and (less == start or box.extent(start, less) >= height):
                room = self.bottom - self.y - height
                raise _too_tall(self.section.footnotes, foot, room, self._number)
            stop = less
        if stop > start:
            self.noted[-1] += box.notes(start, stop)
        return stop

    def _too_tall(self, box: Box, position: int) -> RenderError:
        """Return the error for a box that an empty page does not hold, or for a head that leaves no room."""
        room = self.bottom - self.y
        if room <= 0:
            return RenderError("head-too-tall", height=round(to_mm(self.y)), page=self._number)
        block = self.section.blocks[position]
        return _too_tall((block,), box.extent(0, box.count), room, self._number)

    @property
    def _number(self) -> int:
        """The number of the page at hand."""
        return self.column.page.number + len(self.bodies) - 1


def _too_tall(blocks: tuple[Block, ...], height: Length, room: Length, page: int) -> RenderError:
    """Return the error for blocks that no page holds, with the beginning of their longest text."""
    texts = (
        text
        for each in paragraphs_in(blocks)
        for text in "".join(run.text for run in each.inlines if isinstance(run, Run)).split("\t")
    )
    around = max(texts, key=len, default="")[:_AROUND].strip() or None
    tall, left = round(to_mm(height)), round(to_mm(room))
    return RenderError("block-too-tall", height=tall, room=left, page=page, around=around)
