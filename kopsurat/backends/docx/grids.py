"""Grids as tables of fixed columns."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Final, TypeAlias

from kopsurat.backends.docx.markup import attribute
from kopsurat.layout.model import NO_BORDERS, VAlign

if TYPE_CHECKING:
    from collections.abc import Callable

    from kopsurat.layout.measures import Length
    from kopsurat.layout.model import Block, Borders, Cell, Grid, Row, Stroke

__all__ = ["DrawCell", "grid_xml"]

DrawCell: TypeAlias = "Callable[[tuple[Block, ...], Length], str]"
"""What sets the flow of a cell in a column of a given width."""

_EIGHTHS_PER_TWIP: Final = 8 / 20
_VALIGN: Final = {
    VAlign.TOP: "",
    VAlign.CENTER: '<w:vAlign w:val="center"/>',
    VAlign.BOTTOM: '<w:vAlign w:val="bottom"/>',
}
_NO_MARGINS: Final = (
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
)


@dataclass(frozen=True, slots=True)
class _Hanging:
    """A cell that reaches down from an earlier row: ``left`` more rows, from a column on."""

    cell: Cell
    left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where a cell stands: ``is_first`` in the row where it begins, ``is_foot`` where the last row ends."""

    width: Length
    is_first: bool
    is_foot: bool


def grid_xml(grid: Grid, draw: DrawCell) -> str:
    """Return the table of a grid, whose cells ``draw`` fills."""
    hanging: dict[int, _Hanging] = {}
    rows = []
    for number, row in enumerate(grid.rows):
        cells, hanging = _cells(grid, number, hanging, draw)
        rows.append(f"<w:tr>{_row_properties(grid, row, number)}{cells}</w:tr>")
    columns = "".join(f'<w:gridCol w:w="{column}"/>' for column in grid.columns)
    return f"<w:tbl>{_table_properties(grid)}<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _table_properties(grid: Grid) -> str:
    look = "" if grid.layout else '<w:tblLook w:val="0020" w:firstRow="1"/>' if grid.header_rows else ""
    caption = f'<w:tblCaption w:val="{attribute(grid.caption)}"/>' if grid.caption else ""
    return (
        f'<w:tblPr><w:tblW w:w="{sum(grid.columns)}" w:type="dxa"/><w:tblInd w:w="{grid.left}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{_NO_MARGINS}{look}{caption}</w:tblPr>'
    )


def _row_properties(grid: Grid, row: Row, number: int) -> str:
    parts = "" if grid.can_split else "<w:cantSplit/>"
    if row.height:
        under = _line_under(row) if number + 1 == len(grid.rows) else 0
        parts += f'<w:trHeight w:val="{max(1, row.height - under)}" w:hRule="atLeast"/>'
    if number < grid.header_rows:
        parts += "<w:tblHeader/>"
    return f"<w:trPr>{parts}</w:trPr>" if parts else ""


def _line_under(row: Row) -> Length:
    """Return the width of the line under a last row, which word processors add to its height."""
    return max((cell.borders.bottom.width for cell in row.cells if cell.borders.bottom), default=0)


def _cells(
    grid: Grid, number: int, hanging: dict[int, _Hanging], draw: DrawCell
) -> tuple[str, dict[int, _Hanging]]:
    """Return the cells of a row, and what hangs down into the next one."""
    edges = (0, *accumulate(grid.columns))
    waiting = iter(grid.rows[number].cells)
    parts: list[str] = []
    below: dict[int, _Hanging] = {}
    column = 0
    while column < len(grid.columns):
        above = hanging.get(column)
        cell = above.cell if above else next(waiting, None)
        if cell is None:
            break
        width = edges[column + cell.colspan] - edges[column]
        left = above.left - 1 if above else cell.rowspan - 1
        place = _Place(width=width, is_first=above is None, is_foot=number + left + 1 >= len(grid.rows))
        parts.append(_cell(cell, place, draw))
        if left:
            below[column] = _Hanging(cell, left)
        column += cell.colspan
    return "".join(parts), below


def _cell(cell: Cell, place: _Place, draw: DrawCell) -> str:
    merge = "" if cell.rowspan == 1 else '<w:vMerge w:val="restart"/>' if place.is_first else "<w:vMerge/>"
    content = draw(cell.blocks if place.is_first else (), place.width - 2 * cell.padding)
    span = f'<w:gridSpan w:val="{cell.colspan}"/>' if cell.colspan > 1 else ""
    borders = "" if cell.borders == NO_BORDERS else _borders(cell.borders)
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{place.width}" w:type="dxa"/>{span}{merge}{borders}'
        f"{_margins(cell, place)}{_VALIGN[cell.valign]}</w:tcPr>{content}</w:tc>"
    )


def _margins(cell: Cell, place: _Place) -> str:
    """Return the space around the content of a cell.

    A word processor gives the line above a row, and the one under the last row, room of its own;
    here lines take none, so the space beside them is less.
    """
    if not cell.padding and not cell.padding_y:
        return ""
    above, below = cell.borders.top, cell.borders.bottom if place.is_foot else None
    sides = (
        ("top", max(0, cell.padding_y - (above.width if above else 0))),
        ("left", cell.padding),
        ("bottom", max(0, cell.padding_y - (below.width if below else 0))),
        ("right", cell.padding),
    )
    margins = "".join(f'<w:{side} w:w="{wide}" w:type="dxa"/>' for side, wide in sides)
    return f"<w:tcMar>{margins}</w:tcMar>"


def _borders(borders: Borders) -> str:
    sides = (
        ("top", borders.top),
        ("left", borders.left),
        ("bottom", borders.bottom),
        ("right", borders.right),
    )
    return f"<w:tcBorders>{''.join(_border(side, stroke) for side, stroke in sides if stroke)}</w:tcBorders>"


def _border(side: str, stroke: Stroke) -> str:
    kind = "dashed" if stroke.dashed else "single"
    size = max(2, round(stroke.width * _EIGHTHS_PER_TWIP))
    return f'<w:{side} w:val="{kind}" w:sz="{size}" w:space="0" w:color="{stroke.color}"/>'
