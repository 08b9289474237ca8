"""Tables of the body as grids: widths of columns, borders, heads."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from kopsurat.content.blocks import Paragraph as Text
from kopsurat.layout.measures import Length, mm
from kopsurat.layout.model import (
    NO_BORDERS,
    Align,
    Borders,
    Cell,
    Grid,
    Paragraph,
    ParagraphStyle,
    Role,
    Row,
    Run,
    Stroke,
    TextStyle,
    VAlign,
)
from kopsurat.layout.sheet import emphasized, line
from kopsurat.layout.texts import Notes, has_open_blank, leader, runs_of, width_of, word_width

if TYPE_CHECKING:
    from kopsurat.content import blocks as content
    from kopsurat.layout.model import Block
    from kopsurat.layout.sheet import Flow

__all__ = ["lay_table"]

PADDING: Final = mm(1.8)
PADDING_Y: Final = mm(0.9)
_ALIGNS: Final = {"left": Align.LEFT, "center": Align.CENTER, "right": Align.RIGHT}
_LEAST: Final = mm(6)
_LONG_CELL: Final = 1500
"""Characters in a cell from which its row may split over pages."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A cell, the column it begins in, and whether it stands in the head."""

    cell: content.Cell
    column: int
    is_head: bool


@dataclass(frozen=True, slots=True)
class _Setting:
    """What all cells of a table share."""

    table: content.Table
    columns: tuple[Length, ...]
    flow: Flow
    notes: Notes
    stroke: Stroke


def lay_table(table: content.Table, flow: Flow, notes: Notes) -> tuple[Block, ...]:
    """Return a table over the full column, its caption above it."""
    left = flow.left + flow.inset
    places = _places(table)
    columns = _columns(table, places, flow.width - flow.right - left, flow)
    stroke = Stroke(width=flow.table_line)
    setting = _Setting(table, columns, flow, notes, stroke)
    rows = tuple(
        Row(
            cells=tuple(_cell(place, setting) for place in row),
            height=mm(source.height),
        )
        for row, source in zip(places, table.rows, strict=True)
    )
    rows = rows if table.borders != "horizontal" else _ruled(rows, stroke, table.header_rows)
    grid = Grid(
        columns=columns,
        rows=rows,
        left=left,
        header_rows=min(table.header_rows, len(rows)),
        can_split=any(_length(place.cell) > _LONG_CELL for row in places for place in row),
        after=flow.after,
        caption=table.caption,
    )
    return (_caption(table.caption, flow), grid) if table.caption else (grid,)


def _caption(text: str, flow: Flow) -> Paragraph:
    bold = emphasized(flow.table_text, bold=True, italic=False, underline=False)
    return Paragraph(
        inlines=(Run(text=text, style=bold),),
        style=ParagraphStyle(
            pitch=flow.table_pitch, align=Align.CENTER, after=flow.after // 2, keep_next=True
        ),
        role=Role.TABLE,
    )


def _length(cell: content.Cell) -> int:
    return sum(
        len(getattr(each, "text", "")) for block in cell.content for each in getattr(block, "content", ())
    )


def _places(table: content.Table) -> list[list[_Place]]:
    """Return the cells of every row with their columns; a cell beyond the last column is left out."""
    free = [0] * len(table.aligns)
    rows = []
    for at, row in enumerate(table.rows):
        placed = []
        column = 0
        for cell in row.cells:
            while column < len(free) and free[column] > at:
                column += 1
            if column >= len(free):
                break
            placed.append(_Place(cell, column, at < table.header_rows))
            for covered in range(column, min(column + cell.colspan, len(free))):
                free[covered] = at + cell.rowspan
            column += cell.colspan
        rows.append(placed)
    return rows


# ---- widths


def _columns(
    table: content.Table, places: list[list[_Place]], width: Length, flow: Flow
) -> tuple[Length, ...]:
    shares = [float(each) for each in table.widths] if table.widths else _shares(table, places, width, flow)
    total = sum(shares) or 1
    columns = [int(width * share / total) for share in shares]
    columns[-1] += width - sum(columns)
    return tuple(columns)


def _shares(
    table: content.Table, places: list[list[_Place]], width: Length, flow: Flow
) -> list[float]:
    """Return widths by content: what each column needs, the rest by how much text it holds."""
    natural = [float(_LEAST)] * len(table.aligns)
    least = list(natural)
    for place in (place for row in places for place in row if place.cell.colspan == 1):
        text = _text(flow, is_head=place.is_head)
        for block in place.cell.content:
            if isinstance(block, Text):
                runs = runs_of(block.content, text, Notes())
                natural[place.column] = max(natural[place.column], width_of(runs) + 2 * PADDING + 1)
                least[place.column] = max(least[place.column], word_width(runs) + 2 * PADDING + 1)
    if sum(natural) <= width or sum(least) >= width:
        return natural if sum(natural) <= width else least
    wanted = [big - small for big, small in zip(natural, least, strict=True)]
    share = (width - sum(least)) / sum(wanted)
    return [small + want * share for small, want in zip(least, wanted, strict=True)]


# ---- cells


def _text(flow: Flow, *, is_head: bool) -> TextStyle:
    if not is_head:
        return flow.table_text
    return emphasized(flow.table_text, bold=True, italic=False, underline=False)


def _cell(place: _Place, setting: _Setting) -> Cell:
    from kopsurat.layout.body import lay_blocks

    cell, stroke = place.cell, setting.stroke
    inner = _inner(place, setting)
    simple = cell.content[0] if len(cell.content) == 1 else None
    if isinstance(simple, Text):
        blocks: tuple[Block, ...] = (_paragraph(simple, inner, setting.notes),)
    else:
        blocks = lay_blocks(cell.content, inner, setting.notes)
    return Cell(
        blocks=blocks or (Paragraph(inlines=(), style=line(inner.pitch)),),
        colspan=cell.colspan,
        rowspan=cell.rowspan,
        valign=VAlign.CENTER if place.is_head or cell.rowspan > 1 else VAlign.TOP,
        borders=Borders(top=stroke, bottom=stroke, left=stroke, right=stroke)
        if setting.table.borders == "all"
        else NO_BORDERS,
        padding=PADDING,
        padding_y=PADDING_Y,
        header=place.is_head,
    )


def _inner(place: _Place, setting: _Setting) -> Flow:
    """Return the flow of a cell."""
    cell, flow = place.cell, setting.flow
    align = _ALIGNS[cell.align or setting.table.aligns[place.column]]
    return replace(
        flow,
        text=_text(flow, is_head=place.is_head),
        width=sum(setting.columns[place.column : place.column + cell.colspan]) - 2 * PADDING,
        pitch=flow.table_pitch,
        after=0,
        align=Align.CENTER if place.is_head else align,
        indent=0,
        inset=0,
        left=0,
        right=0,
    )


def _paragraph(block: Text, flow: Flow, notes: Notes) -> Paragraph:
    tabs = leader(flow.width) if has_open_blank(block.content) else ()
    align = flow.align if block.align in {None, "justify"} else _ALIGNS[str(block.align)]
    return Paragraph(
        inlines=runs_of(block.content, flow.text, notes),
        style=ParagraphStyle(pitch=flow.pitch, align=align, tabs=tabs),
        role=Role.TABLE,
    )


def _ruled(rows: tuple[Row, ...], stroke: Stroke, header_rows: int) -> tuple[Row, ...]:
    """Return rows with lines above the table, under its head and under its end only."""
    last = len(rows) - 1
    ruled = []
    for at, row in enumerate(rows):
        borders = Borders(
            top=stroke if at == 0 else None, bottom=stroke if at in {last, header_rows - 1} else None
        )
        ruled.append(replace(row, cells=tuple(replace(cell, borders=borders) for cell in row.cells)))
    return tuple(ruled)
