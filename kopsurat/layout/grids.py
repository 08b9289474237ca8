"""Grids: columns of fixed width, rows as high as their highest cell, lines drawn once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Final

from kopsurat.layout.boxes import Box, Column, SliceBox, height_of_boxes, measure, place_all
from kopsurat.layout.measures import TWIPS_PER_POINT, Length
from kopsurat.layout.model import NO_BORDERS, Cell, Grid, PageBreak, Stroke, VAlign
from kopsurat.layout.placed import PlacedCell, PlacedGrid, PlacedRow, PlacedStroke

__all__ = ["GridBox"]


@dataclass(slots=True)
class _CellBox:
    """A measured cell: it covers columns ``column`` to ``end`` and rows ``row`` to ``last``.

    ``above`` and ``below`` are the space around its content: the padding, or the line if that is wider.
    ``is_rest`` says that the beginning of the cell stands on an earlier page.
    """

    source: Cell
    row: int
    last: int
    column: int
    end: int
    boxes: list[Box]
    above: Length
    below: Length
    is_rest: bool = False

    @property
    def height(self) -> Length:
        """The height that the cell needs."""
        return height_of_boxes(self.boxes) + self.above + self.below


class GridBox:
    """A grid; its units are rows. A row that is divided over pages becomes two."""

    __slots__ = ("by_row", "edges", "header_rows", "heights", "joined", "source", "x")

    def __init__(self, source: Grid, column: Column) -> None:
        self.source = source
        self.x = column.x + source.left
        self.edges = list(accumulate(source.columns, initial=self.x))
        self.header_rows = source.header_rows
        cells = self._measured(column)
        self.heights = _row_heights(source, cells)
        self.by_row: list[list[_CellBox]] = [[] for _ in self.heights]
        for cell in cells:
            self.by_row[cell.row].append(cell)
        self.joined = {row for cell in cells for row in range(cell.row + 1, cell.last)}

    def _measured(self, column: Column) -> list[_CellBox]:
        """Return the cells with their places; a column covered from above is passed over."""
        cells: list[_CellBox] = []
        covered: list[int] = [0] * (len(self.source.columns) + 1)  # for each column, the row where it is free
        rows = len(self.source.rows)
        for number, row in enumerate(self.source.rows):
            at = 0
            for cell in row.cells:
                while covered[at] > number:
                    at += 1
                end = min(at + cell.colspan, len(self.source.columns))
                last = min(number + cell.rowspan, rows)
                covered[at:end] = [last] * (end - at)
                left, right = self.edges[at] + cell.padding, self.edges[end] - cell.padding
                inner = Column(left, right - left, column.page)
                boxes = [measure(block, inner) for block in cell.blocks if not isinstance(block, PageBreak)]
                above, below = _insets(cell, is_foot=last == rows)
                cells.append(_CellBox(cell, number, last, at, end, boxes, above, below))
                at = end
        return cells

    def highest_cells(self) -> list[_CellBox]:
        """Return the highest cell of every row, of those that stand in one row only."""
        rows = ([cell for cell in row if cell.last == cell.row + 1] for row in self.by_row)
        return [max(row, key=lambda cell: cell.height) for row in rows if row]

    @property
    def count(self) -> int:
        """The number of rows."""
        return len(self.heights)

    @property
    def height(self) -> Length:
        """The height of all rows."""
        return sum(self.heights)

    @property
    def after(self) -> Length:
        """The space after."""
        return self.source.after

    @property
    def keep_next(self) -> bool:
        """Whether the whole grid stays with what follows."""
        return self.source.keep_next

    @property
    def head(self) -> Length:
        """The header rows and the first group of rows that cannot be parted."""
        return sum(self.heights[: self.head_count])

    @property
    def head_count(self) -> int:
        """The number of rows in the head."""
        headers = min(self.header_rows, self.count)
        return self._group_end(headers) if headers < self.count else self.count

    def notes(self, start: int, stop: int) -> list[int]:
        """Return the numbers of the footnotes that are marked in some rows."""
        return [
            number
            for cells in self.by_row[start:stop]
            for cell in cells
            for box in cell.boxes
            for number in box.notes(0, box.count)
        ]

    def _group_end(self, start: int) -> int:
        """Return the row before which the grid can be divided first, after ``start``."""
        end = start + 1
        while end in self.joined:
            end += 1
        return min(end, self.count)

    def _repeated(self, start: int) -> Length:
        headers = self.header_rows
        return sum(self.heights[:headers]) if start >= headers > 0 else 0

    def extent(self, start: int, stop: int) -> Length:
        """Return the height of rows ``start`` to ``stop``, repeated header rows included."""
        return self._repeated(start) + sum(self.heights[start:stop])

    def fit(self, start: int, room: Length, *, must: bool) -> int:
        """Return the row before which the grid is divided; ``must`` may part rows under one cell."""
        stop, used = start, self._repeated(start)
        while stop < self.count:
            end = self._group_end(max(stop, self.header_rows))
            height = sum(self.heights[stop:end])
            if used + height > room:
                is_whole = end == stop + 1 and stop >= self.header_rows
                if self.source.can_split and is_whole and self._divide(stop, room - used):
                    stop += 1
                break
            used += height
            stop = end
        if must and stop == start and self._group_end(max(stop, self.header_rows)) > stop + 1:
            return self._part(start, room - self._repeated(start))
        return stop

    def _part(self, start: int, room: Length) -> int:
        """Part rows under a cell that spans more of them than a page holds; return the first one below."""
        stop = start
        while stop < self.count and sum(self.heights[start : stop + 1]) <= room:
            stop += 1
        spanning = [cell for row in range(start, stop) for cell in self.by_row[row] if cell.last > stop]
        for cell in spanning:
            head, tail = _divided(cell, sum(self.heights[cell.row : stop]))
            below = replace(cell, row=stop, boxes=tail, is_rest=True)
            self.by_row[stop] = sorted([*self.by_row[stop], below], key=lambda other: other.column)
            self.heights[cell.last - 1] += max(0, below.height - sum(self.heights[stop : cell.last]))
            cell.boxes, cell.last = head, stop
        self.joined.discard(stop)
        return stop

    def _divide(self, row: int, room: Length) -> bool:
        """Divide a row in two, the upper at most ``room`` high; return whether that could be done."""
        upper = self.by_row[row]
        divided = [_divided(cell, room) for cell in upper]
        if not all(head or not tail for head, tail in divided) or not any(tail for _, tail in divided):
            return False
        for cell in (cell for cells in self.by_row[row + 1 :] for cell in cells):
            cell.row += 1
            cell.last += 1
        self.joined = {at + 1 if at > row else at for at in self.joined}
        lower = []
        for cell, (head, tail) in zip(upper, divided, strict=True):
            lower.append(replace(cell, row=row + 1, last=row + 2, boxes=tail, is_rest=True))
            cell.boxes = head
        self.by_row.insert(row + 1, lower)
        self.heights[row] = room
        self.heights.insert(row + 1, max(cell.height for cell in lower))
        return True

    def place(self, y: Length, start: int, stop: int) -> PlacedGrid:
        """Return rows ``start`` to ``stop``; header rows are drawn again above rows that go on."""
        tops = {}
        headers = range(self.header_rows if start >= self.header_rows > 0 else 0)
        rows = [*headers, *range(start, stop)]
        for row in rows:
            tops[row] = y
            y += self.heights[row]
        placed = []
        for row in rows:
            parts = [self._placed_cell(cell, tops[row]) for cell in self.by_row[row]]
            placed.append(PlacedRow(tuple(parts), row < start))
        cells = [cell for row in rows for cell in self.by_row[row]]
        has_lines = any(cell.source.borders is not NO_BORDERS for cell in cells)
        strokes = _Lines(self, cells).strokes(rows, tops) if has_lines else ()
        return PlacedGrid(self.source, tuple(placed), strokes, start > 0, stop < self.count)

    def _placed_cell(self, cell: _CellBox, top: Length) -> PlacedCell:
        source = cell.source
        top += cell.above
        if source.valign is not VAlign.TOP:
            slack = sum(self.heights[cell.row : cell.last]) - cell.height
            top += slack if source.valign is VAlign.BOTTOM else slack // 2
        return PlacedCell(source, place_all(cell.boxes, top), cell.column, cell.is_rest)


def _row_heights(grid: Grid, cells: list[_CellBox]) -> list[Length]:
    """Return the heights of the rows; a cell over several makes the last of them higher where it must."""
    heights = [row.height for row in grid.rows]
    for cell in cells:
        if cell.last == cell.row + 1:
            heights[cell.row] = max(heights[cell.row], cell.height)
    for cell in cells:
        if cell.last > cell.row + 1:
            lacking = cell.height - sum(heights[cell.row : cell.last])
            heights[cell.last - 1] += max(0, lacking)
    return heights


def _insets(cell: Cell, *, is_foot: bool) -> tuple[Length, Length]:
    """Return the space above and below the content of a cell.

    A line needs room above every row, and below the last: so do Word and LibreOffice.
    """
    top, bottom = cell.borders.top, cell.borders.bottom
    above = max(cell.padding_y, top.width if top else 0)
    return above, max(cell.padding_y, bottom.width if bottom and is_foot else 0)


def _divided(cell: _CellBox, room: Length) -> tuple[list[Box], list[Box]]:
    """Return the boxes of a cell that go into a height, and the rest."""
    room -= cell.above + cell.below
    head: list[Box] = []
    for position, box in enumerate(cell.boxes):
        stop = box.fit(0, room, must=False)
        if stop < box.count:
            tail = cell.boxes[position:] if stop == 0 else [SliceBox(box, stop), *cell.boxes[position + 1 :]]
            return ([*head, SliceBox(box, 0, stop)] if stop else head), tail
        head.append(box)
        room -= box.height + box.after
    return head, []


_NONE: Final = Stroke(width=0)


class _Lines:
    """The lines of a grid: where two cells ask for one, the wider is drawn."""

    def __init__(self, grid: GridBox, cells: list[_CellBox]) -> None:
        self.grid = grid
        self.across: dict[tuple[int, int], Stroke] = {}  # (line of rows, column)
        self.down: dict[tuple[int, int], Stroke] = {}  # (line of columns, row)
        for cell in cells:
            borders = cell.source.borders
            if borders == NO_BORDERS:
                continue
            for column in range(cell.column, cell.end):
                self._ask(self.across, (2 * cell.row, column), borders.top)
                self._ask(self.across, (2 * cell.last - 1, column), borders.bottom)
            for row in range(cell.row, cell.last):
                self._ask(self.down, (cell.column, row), borders.left)
                self._ask(self.down, (cell.end, row), borders.right)

    def _ask(self, lines: dict[tuple[int, int], Stroke], key: tuple[int, int], stroke: Stroke | None) -> None:
        if stroke is not None and stroke.width > lines.get(key, _NONE).width:
            lines[key] = stroke

    def strokes(self, rows: list[int], tops: dict[int, Length]) -> tuple[PlacedStroke, ...]:
        """Return the lines around the given rows."""
        if not self.across and not self.down:
            return ()
        return (*self._horizontal(rows, tops), *self._vertical(rows, tops))

    def _horizontal(self, rows: list[int], tops: dict[int, Length]) -> list[PlacedStroke]:
        edges, made = self.grid.edges, []
        for number in range(len(rows) + 1):
            above = rows[number - 1] if number else None
            below = rows[number] if number < len(rows) else None
            y = tops[below] if below is not None else tops[rows[-1]] + self.grid.heights[rows[-1]]
            run: list[tuple[int, Stroke]] = []
            for column in range(len(edges) - 1):
                asked = [
                    stroke
                    for stroke in (
                        self.across.get((2 * below, column)) if below is not None else None,
                        self.across.get((2 * above + 1, column)) if above is not None else None,
                    )
                    if stroke is not None
                ]
                if asked:
                    run.append((column, max(asked, key=lambda stroke: stroke.width)))
            made += [
                _stroke(edges[first], y, edges[last + 1], y, stroke) for first, last, stroke in _joined(run)
            ]
        return made

    def _vertical(self, rows: list[int], tops: dict[int, Length]) -> list[PlacedStroke]:
        made = []
        heights = self.grid.heights
        for column, x in enumerate(self.grid.edges):
            asked = ((number, self.down.get((column, row))) for number, row in enumerate(rows))
            run = [(number, stroke) for number, stroke in asked if stroke is not None]
            for first, last, stroke in _joined(run):
                bottom = tops[rows[last]] + heights[rows[last]]
                made.append(_stroke(x, tops[rows[first]], x, bottom, stroke))
        return made


def _joined(run: list[tuple[int, Stroke]]) -> list[tuple[int, int, Stroke]]:
    """Return stretches of the same stroke as (first, last, stroke)."""
    joined: list[tuple[int, int, Stroke]] = []
    for at, stroke in run:
        if joined and joined[-1][1] == at - 1 and joined[-1][2] == stroke:
            joined[-1] = (joined[-1][0], at, stroke)
        else:
            joined.append((at, at, stroke))
    return joined


def _stroke(x0: Length, y0: Length, x1: Length, y1: Length, stroke: Stroke) -> PlacedStroke:
    return PlacedStroke(
        x0 / TWIPS_PER_POINT, y0 / TWIPS_PER_POINT, x1 / TWIPS_PER_POINT, y1 / TWIPS_PER_POINT, stroke
    )
