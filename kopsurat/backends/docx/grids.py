"""Grids as tables of fixed columns."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Final, TypeAlias

from kopsurat.backends.docx.markup import attribute
from kopsurat.backends.docx.spacing import heightened
from kopsurat.layout.boxes import Column, PageRef
from kopsurat.layout.grids import GridBox
from kopsurat.layout.model import NO_BORDERS, VAlign

if TYPE_CHECKING:
    from collections.abc import Callable

    from kopsurat.layout.measures import Length
    from kopsurat.layout.model import Block, Borders, Cell, Grid, Stroke

__all__ = ["DrawCell", "grid_xml"]

DrawCell: TypeAlias = "Callable[[tuple[Block, ...], Length], str]"
"""What sets the flow of a cell in a column of a given width."""

_EIGHTHS_PER_TWIP: Final = 8 / 20
_VALIGN: Final = {
    VAlign.TOP: "",
    VAlign.CENTER: '<w:vAlign w:val="center"/>',
    VAlign.BOTTOM: '<w:vAlign w:val="bottom"/>',
}
_THINNEST: Final = 2
"""The height of an empty cell, in twips."""
_NO_MARGINS: Final = (
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
)


@dataclass(frozen=True, slots=True)
class _Hanging:
    """A cell that reaches down from an earlier row: ``left`` more rows, from a column on."""

    cell: Cell
    left: int


@dataclass(frozen=True, slots=True)
class _Slack:
    """What makes a row as high as it asks: ``height`` more in the cell at ``column``; ``least`` for Word."""

    column: int
    height: Length
    least: Length


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where a cell stands: ``is_first`` in the row where it begins, ``is_foot`` where the last row ends.

    ``slack`` is added to its content to make the row as high as it asks.
    """

    width: Length
    is_first: bool
    is_foot: bool
    slack: Length = 0


def grid_xml(grid: Grid, draw: DrawCell) -> str:
    """Return the table of a grid, whose cells ``draw`` fills."""
    hanging: dict[int, _Hanging] = {}
    slacks = _slacks(grid)
    rows = []
    for number in range(len(grid.rows)):
        cells, hanging = _cells(grid, number, hanging, draw, slacks.get(number))
        rows.append(f"<w:tr>{_row_properties(grid, number, slacks.get(number))}{cells}</w:tr>")
    columns = "".join(f'<w:gridCol w:w="{column}"/>' for column in grid.columns)
    return f"<w:tbl>{_table_properties(grid)}<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _table_properties(grid: Grid) -> str:
    look = "" if grid.layout else '<w:tblLook w:val="0020" w:firstRow="1"/>' if grid.header_rows else ""
    caption = f'<w:tblCaption w:val="{attribute(grid.caption)}"/>' if grid.caption else ""
    return (
        f'<w:tblPr><w:tblW w:w="{sum(grid.columns)}" w:type="dxa"/><w:tblInd w:w="{grid.left}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{_NO_MARGINS}{look}{caption}</w:tblPr>'
    )


def _row_properties(grid: Grid, number: int, slack: _Slack | None) -> str:
    parts = "" if grid.can_split else "<w:cantSplit/>"
    if slack:
        parts += f'<w:trHeight w:val="{slack.least}" w:hRule="atLeast"/>'
    if number < grid.header_rows:
        parts += "<w:tblHeader/>"
    return f"<w:trPr>{parts}</w:trPr>" if parts else ""


def _slacks(grid: Grid) -> dict[int, _Slack]:
    """Return, for each row of a least height, the cell whose content is made so high.

    ``w:trHeight`` alone would not do: Word and later versions of LibreOffice add lines and margins to it,
    earlier ones do not. Where every cell of a row reaches further down, the row is as high as its content.
    """
    if not any(row.height for row in grid.rows):
        return {}
    box = GridBox(grid, Column(0, sum(grid.columns), PageRef()))
    found = {}
    for number, row in enumerate(grid.rows):
        own = [cell for cell in box.by_row[number] if cell.last == number + 1]
        if row.height and own:
            first = own[0]
            content = max(first.height, _THINNEST + first.above + first.below)
            around = max(cell.above for cell in own) + max(cell.below for cell in own)
            found[number] = _Slack(first.column, max(0, row.height - content), max(1, row.height - around))
    return found


def _cells(
    grid: Grid, number: int, hanging: dict[int, _Hanging], draw: DrawCell, slack: _Slack | None
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
        place = _Place(
            width=width,
            is_first=above is None,
            is_foot=number + left + 1 >= len(grid.rows),
            slack=slack.height if slack and slack.column == column else 0,
        )
        parts.append(_cell(cell, place, draw))
        if left:
            below[column] = _Hanging(cell, left)
        column += cell.colspan
    return "".join(parts), below


def _cell(cell: Cell, place: _Place, draw: DrawCell) -> str:
    merge = "" if cell.rowspan == 1 else '<w:vMerge w:val="restart"/>' if place.is_first else "<w:vMerge/>"
    blocks = heightened(cell.blocks, cell.valign, place.slack) if place.is_first else ()
    content = draw(blocks, place.width - 2 * cell.padding)
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
