"""Blocks measured for one column: how high they are, where they may be divided, and how they are placed.

Heights are integer twips, so that they add up to the same in every backend; positions become points
only when an item is placed.
"""

from __future__ import annotations

from typing import Final, NamedTuple, Protocol, assert_never

from kopsurat.layout.linebreak import break_paragraph
from kopsurat.layout.measures import TWIPS_PER_POINT, Length
from kopsurat.layout.model import Align, Block, Grid, PageBreak, Paragraph, Picture, Rule, Symbol
from kopsurat.layout.placed import (
    Line,
    PlacedItem,
    PlacedParagraph,
    PlacedPicture,
    PlacedRule,
    PlacedSymbol,
)

__all__ = [
    "Box",
    "Column",
    "PageRef",
    "ParagraphBox",
    "SliceBox",
    "aligned",
    "height_of_boxes",
    "measure",
    "place_all",
]

BASELINE: Final = 0.8
"""The share of the pitch above the baseline: what Word and LibreOffice do with an exact pitch."""

_LEAST: Final = 2
"""Lines of a paragraph that stay together on either side of a page break."""


class PageRef(NamedTuple):
    """What page numbers are printed as."""

    number: int = 1
    total: int = 1


class Column(NamedTuple):
    """Where blocks are set: the left edge and the width, in twips, and the page they speak of."""

    x: Length
    width: Length
    page: PageRef


class Box(Protocol):
    """A measured block.

    ``height`` is without ``after``, the space that may hang below the bottom margin. ``head`` is the
    least height that can start on a page. A box that can be divided returns from :meth:`fit` how many
    of its units, from ``start`` on, go into a height; a unit is a line, or a row.
    """

    @property
    def height(self) -> Length:
        """The height without the space after."""

    @property
    def after(self) -> Length:
        """The space after."""

    @property
    def head(self) -> Length:
        """The least height that can stand at the bottom of a page."""

    @property
    def keep_next(self) -> bool:
        """Whether the block stays with the next."""

    @property
    def count(self) -> int:
        """The number of units."""

    def fit(self, start: int, room: Length, *, must: bool) -> int:
        """Return the unit before which the box is divided, ``start`` if nothing fits.

        ``must`` asks for progress even against the rules of good division.
        """

    @property
    def head_count(self) -> int:
        """The number of units in the head."""

    def notes(self, start: int, stop: int) -> list[int]:
        """Return the numbers of the footnotes that are marked in some units, in order."""

    def extent(self, start: int, stop: int) -> Length:
        """Return the height of some units, without the space after."""

    def place(self, y: Length, start: int, stop: int) -> PlacedItem:
        """Return the item with its top at ``y`` twips from the top of the paper."""


def measure(block: Block, column: Column) -> Box:
    """Return a block measured for a column. A page break is no box."""
    if isinstance(block, Paragraph):
        return ParagraphBox(block, column)
    if isinstance(block, Grid):
        from kopsurat.layout.grids import GridBox

        return GridBox(block, column)
    if isinstance(block, Rule | Picture | Symbol):
        return WholeBox(block, column)
    if isinstance(block, PageBreak):
        raise TypeError("a page break takes no room")
    assert_never(block)


def height_of_boxes(boxes: list[Box]) -> Length:
    """Return the height of boxes over each other, the last one's space after included."""
    return sum(box.height + box.after for box in boxes)


def place_all(boxes: list[Box], y: Length) -> tuple[PlacedItem, ...]:
    """Return the items of boxes set whole over each other, from ``y`` on."""
    items = []
    for box in boxes:
        items.append(box.place(y, 0, box.count))
        y += box.height + box.after
    return tuple(items)


def aligned(align: Align, column: Column, width: Length) -> Length:
    """Return the left edge of something ``width`` wide in a column."""
    if align is Align.CENTER:
        return column.x + (column.width - width) // 2
    if align is Align.RIGHT:
        return column.x + column.width - width
    return column.x


class ParagraphBox:
    """A paragraph; its units are lines."""

    __slots__ = (
        "after",
        "before",
        "count",
        "height",
        "keep_lines",
        "keep_next",
        "lines",
        "pitch",
        "source",
        "x",
    )

    def __init__(self, source: Paragraph, column: Column) -> None:
        style, page = source.style, column.page
        self.source = source
        self.pitch = style.pitch
        self.before = style.before
        self.after = style.after
        self.keep_next = style.keep_next
        self.keep_lines = style.keep_lines
        self.x = column.x
        self.lines = break_paragraph(source, column.width, number=page.number, total=page.total)
        self.count = self.lines.count
        self.height = self.before + self.count * self.pitch

    @property
    def head(self) -> Length:
        """The first two lines, or all that cannot be divided."""
        return self.before + self.head_count * self.pitch

    @property
    def head_count(self) -> int:
        """The number of lines in the head."""
        count = self.count
        return count if self.keep_lines or count < 2 * _LEAST else _LEAST

    def notes(self, start: int, stop: int) -> list[int]:
        """Return the numbers of the footnotes that are marked in some lines."""
        return [number for number, line in self.lines.notes() if start <= line < stop]

    def extent(self, start: int, stop: int) -> Length:
        """Return the height of lines ``start`` to ``stop``."""
        return (self.before if start == 0 else 0) + (stop - start) * self.pitch

    def fit(self, start: int, room: Length, *, must: bool) -> int:
        """Return the line before which the paragraph is divided."""
        before = self.before if start == 0 else 0
        stop = start + max(0, (room - before) // self.pitch)
        if stop >= self.count:
            return self.count
        if must:
            return max(stop, start)
        if self.keep_lines:
            return start
        stop = min(stop, self.count - _LEAST)
        return stop if stop - start >= (_LEAST if start == 0 else 1) else start

    def place(self, y: Length, start: int, stop: int) -> PlacedParagraph:
        """Return the lines ``start`` to ``stop`` with their baselines."""
        pitch = self.pitch / TWIPS_PER_POINT
        base = (y + (self.before if start == 0 else 0)) / TWIPS_PER_POINT + BASELINE * pitch
        lines = self.lines.placed(self.x / TWIPS_PER_POINT, start, stop)
        placed = [Line(base + n * pitch, texts, leaders) for n, (texts, leaders) in enumerate(lines)]
        return PlacedParagraph(self.source, tuple(placed), start > 0, stop < self.count)


class WholeBox:
    """A rule, a picture or a symbol: one unit."""

    __slots__ = ("after", "column", "height", "source")

    count = 1
    head_count = 1
    keep_next = False

    def __init__(self, source: Rule | Picture | Symbol, column: Column) -> None:
        self.source = source
        self.column = column
        if isinstance(source, Rule):
            gap = source.gap if source.thick and source.thin else 0
            self.height = source.before + source.thick + gap + source.thin
            self.after = source.after
        elif isinstance(source, Picture):
            self.height, self.after = source.before + source.height, source.after
        else:
            self.height, self.after = source.outer, 0

    @property
    def head(self) -> Length:
        """All of it."""
        return self.height

    def notes(self, start: int, stop: int) -> list[int]:
        """Return nothing: no footnote is marked here."""
        del start, stop
        return []

    def extent(self, start: int, stop: int) -> Length:
        """Return the height."""
        return self.height if stop > start else 0

    def fit(self, start: int, room: Length, *, must: bool) -> int:
        """Return 1 where it fits, else 0."""
        del must
        return 1 if self.height <= room else start

    def place(self, y: Length, start: int, stop: int) -> PlacedItem:
        """Return the item in its box."""
        del start, stop
        source, column = self.source, self.column
        if isinstance(source, Rule):
            return _placed_rule(source, column, y)
        if isinstance(source, Picture):
            x = aligned(source.align, column, source.width)
            sides = (x, y + source.before, source.width, source.height)
            return PlacedPicture(source, *(side / TWIPS_PER_POINT for side in sides))
        x = aligned(source.align, column, source.outer)
        sides = (x, y, source.outer, source.size)
        return PlacedSymbol(source, *(side / TWIPS_PER_POINT for side in sides))


class SliceBox:
    """Some units of another box, from ``start`` to ``stop`` (None: the end): a part of a divided cell."""

    __slots__ = ("box", "start", "stop")

    keep_next = False

    def __init__(self, box: Box, start: int, stop: int | None = None) -> None:
        self.box = box
        self.start = start
        self.stop = box.count if stop is None else stop

    @property
    def count(self) -> int:
        """The number of units."""
        return self.stop - self.start

    @property
    def height(self) -> Length:
        """The height of these units."""
        return self.box.extent(self.start, self.stop)

    @property
    def after(self) -> Length:
        """The space after, if the box ends here."""
        return self.box.after if self.stop == self.box.count else 0

    @property
    def head(self) -> Length:
        """All of it."""
        return self.height

    @property
    def head_count(self) -> int:
        """All of them."""
        return self.count

    def notes(self, start: int, stop: int) -> list[int]:
        """Return the numbers of the footnotes that are marked in some units."""
        return self.box.notes(self.start + start, self.start + stop)

    def extent(self, start: int, stop: int) -> Length:
        """Return the height of some units."""
        return self.box.extent(self.start + start, self.start + stop)

    def fit(self, start: int, room: Length, *, must: bool) -> int:
        """Return the unit before which the part is divided further."""
        return min(self.box.fit(self.start + start, room, must=must), self.stop) - self.start

    def place(self, y: Length, start: int, stop: int) -> PlacedItem:
        """Return the item with these units."""
        return self.box.place(y, self.start + start, self.start + stop)


def _placed_rule(rule: Rule, column: Column, y: Length) -> PlacedRule:
    y += rule.before
    rectangles = []
    if rule.thick:
        rectangles.append((column.x, y, column.width, rule.thick))
        y += rule.thick + rule.gap
    if rule.thin:
        rectangles.append((column.x, y, column.width, rule.thin))
    return PlacedRule(
        rule,
        tuple(
            (x / TWIPS_PER_POINT, top / TWIPS_PER_POINT, width / TWIPS_PER_POINT, height / TWIPS_PER_POINT)
            for x, top, width, height in rectangles
        ),
    )
