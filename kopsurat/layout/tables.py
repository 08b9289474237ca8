"""Tables of the body as grids: widths of columns, borders, heads."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kopsurat.content import blocks as content
from kopsurat.content.blocks import Paragraph as Text
from kopsurat.layout.measures import Length, mm
from kopsurat.layout.model import (
    NO_BORDERS,
    Align,
    Borders,
    Cell,
    Grid,
    Paragraph,
    Role,
    Row,
    Run,
    Stroke,
    TextStyle,
    VAlign,
)
from kopsurat.layout.needs import Need, need_of
from kopsurat.layout.shared_styles import paragraph_style
from kopsurat.layout.sheet import emphasized, line
from kopsurat.layout.texts import (
    Notes,
    has_open_blank,
    leader,
    runs_of,
    text_length,
)
from kopsurat.values import positional_value_class

if TYPE_CHECKING:
    from kopsurat.layout.model import Block
    from kopsurat.layout.sheet import Flow

__all__ = ["column_needs", "lay_table"]

PADDING: Final = mm(1.8)
PADDING_Y: Final = mm(0.9)
_ALIGNS: Final = {"left": Align.LEFT, "center": Align.CENTER, "right": Align.RIGHT}
_LEAST: Final = mm(6)
_SLACK: Final = 2 * PADDING + 20
"""What a cell needs beside its text: padding, and a point because programs measure differently."""
_SMALLEST: Final = 16
"""Half points: the least size of type in a crowded table (our choice: what a photocopy still shows)."""
_TALL: Final = mm(80)
"""The estimated height of a cell from which its row may split over pages."""


@positional_value_class
class _Place:
    """A cell, the column it begins in, and whether it stands in the head."""

    cell: content.Cell
    column: int
    is_head: bool


@positional_value_class
class _Setting:
    """What all cells of a table share. ``labels`` is the column that says what each row holds, if any."""

    table: content.Table
    columns: tuple[Length, ...]
    flow: Flow
    notes: Notes
    borders: Borders
    labels: int | None


def lay_table(table: content.Table, flow: Flow, notes: Notes) -> tuple[Block, ...]:
    """Return a table over the full column, its caption above it.

    Without a head and without a column of labels it is a frame around texts: no table to a reader.
    """
    left = flow.left + flow.inset
    places = _places(table)
    flow = _small_enough(table, places, flow.width - flow.right - left, flow)
    columns = _columns(table, places, flow.width - flow.right - left, flow)
    stroke = Stroke(width=flow.table_line)
    borders = Borders(top=stroke, bottom=stroke, left=stroke, right=stroke)
    labels = None if table.header_rows else _label_column(table, places)
    setting = _Setting(table, columns, flow, notes, borders if table.borders == "all" else NO_BORDERS, labels)
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
        layout=not table.header_rows and labels is None,
        left=left,
        header_rows=min(table.header_rows, len(rows)),
        can_split=any(_is_tall(place, setting) for row in places for place in row),
        after=flow.after,
        caption=table.caption,
    )
    return (_caption(table.caption, flow), grid) if table.caption else (grid,)


def _caption(text: str, flow: Flow) -> Paragraph:
    bold = emphasized(flow.table_text, bold=True, italic=False, underline=False)
    return Paragraph(
        inlines=(Run(text=text, style=bold),),
        style=paragraph_style(
            pitch=flow.table_pitch, align=Align.CENTER, after=flow.after // 2, keep_next=True
        ),
        role=Role.TABLE,
    )


def _is_tall(place: _Place, setting: _Setting) -> bool:
    """Return whether a cell may be so high that its row must be allowed to split over pages."""
    area = text_length(place.cell.content) * setting.flow.table_text.size * 10 // 2
    return area // max(1, _width(place, setting)) * setting.flow.table_pitch > _TALL


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


def _label_column(table: content.Table, places: list[list[_Place]]) -> int | None:
    """Return the first column of which every cell is a label: words, and no value behind a colon."""
    for column in range(len(table.aligns) - 1):
        cells = [place.cell for row in places for place in row if place.column == column]
        if cells and all(map(_is_label, cells)):
            return column
    return None


def _is_label(cell: content.Cell) -> bool:
    texts = [content.plain_text(block.content) for block in cell.content if isinstance(block, Text)]
    said = " ".join(texts)
    is_text = len(texts) == len(cell.content)
    return is_text and ":" not in said and any(character.isalpha() for character in said)


# ---- widths


def _small_enough(table: content.Table, places: list[list[_Place]], width: Length, flow: Flow) -> Flow:
    """Return the flow with smaller type where the words of a table would not fit into its columns."""
    while (
        flow.table_text.size > _SMALLEST and sum(need.least for need in _needs(table, places, flow)) > width
    ):
        size = flow.table_text.size - 1
        pitch = round(flow.table_pitch * size / flow.table_text.size)
        flow = replace(flow, table_text=replace(flow.table_text, size=size), table_pitch=pitch)
    return flow


def _columns(
    table: content.Table, places: list[list[_Place]], width: Length, flow: Flow
) -> tuple[Length, ...]:
    """Return the widths: by the shares given or by content, never narrower than the longest word."""
    needs = _needs(table, places, flow)
    natural, least = ([float(width) for width in widths] for widths in zip(*needs, strict=True))
    if sum(least) >= width:
        shares = _squeezed(least, width)
    elif table.widths:
        total = sum(table.widths)
        shares = _at_least([width * each / total for each in table.widths], least)
    elif sum(natural) <= width:
        shares = _widened(natural, width)
    else:
        wanted = [big - small for big, small in zip(natural, least, strict=True)]
        share = (width - sum(least)) / sum(wanted)
        shares = [small + want * share for small, want in zip(least, wanted, strict=True)]
    columns = [int(width * share / sum(shares)) for share in shares]
    columns[-1] += width - sum(columns)
    return tuple(columns)


def _squeezed(least: list[float], width: Length) -> list[float]:
    """Return widths where not all words fit: narrow columns keep theirs, the widest share what is left."""
    shares = [0.0] * len(least)
    room = float(width)
    order = sorted(range(len(least)), key=least.__getitem__)
    for done, column in enumerate(order):
        shares[column] = min(least[column], room / (len(order) - done))
        room -= shares[column]
    return shares


def _widened(natural: list[float], width: Length) -> list[float]:
    """Return widths that fill the measure: columns of long texts get the room, those of numbers little."""
    weights = [each * each for each in natural]
    spare = width - sum(natural)
    return [each + spare * weight / sum(weights) for each, weight in zip(natural, weights, strict=True)]


def _at_least(wanted: list[float], least: list[float]) -> list[float]:
    """Return widths of the same sum that are none under ``least``: the others give what is missing."""
    missing = sum(max(0.0, low - want) for want, low in zip(wanted, least, strict=True))
    spare = sum(max(0.0, want - low) for want, low in zip(wanted, least, strict=True))
    keep = 1 - missing / spare if spare else 1.0
    return [low + max(0.0, want - low) * keep for want, low in zip(wanted, least, strict=True)]


def column_needs(table: content.Table, flow: Flow) -> list[Need]:
    """Return for each column the room for its longest text on one line, and for its longest word."""
    return _needs(table, _places(table), flow)


def _needs(table: content.Table, places: list[list[_Place]], flow: Flow) -> list[Need]:
    needs = [Need(_LEAST, _LEAST)] * len(table.aligns)
    body, head = (replace(flow, text=_text(flow, is_head=is_head)) for is_head in (False, True))
    for place in (place for row in places for place in row if place.cell.colspan == 1):
        found = need_of(place.cell.content, head if place.is_head else body)
        so_far = needs[place.column]
        needs[place.column] = Need(
            max(so_far.natural, found.natural + _SLACK), max(so_far.least, found.least + _SLACK)
        )
    return needs


# ---- cells


def _text(flow: Flow, *, is_head: bool) -> TextStyle:
    if not is_head:
        return flow.table_text
    return emphasized(flow.table_text, bold=True, italic=False, underline=False)


def _cell(place: _Place, setting: _Setting) -> Cell:
    cell = place.cell
    simple = cell.content[0] if len(cell.content) == 1 else None
    if isinstance(simple, Text):
        blocks: tuple[Block, ...] = (_paragraph(simple, place, setting),)
    elif cell.content:
        from kopsurat.layout.body import lay_blocks

        blocks = lay_blocks(cell.content, _inner(place, setting), setting.notes)
    else:
        blocks = (Paragraph(inlines=(), style=line(setting.flow.table_pitch), role=Role.TABLE),)
    return Cell(
        blocks=blocks,
        colspan=cell.colspan,
        rowspan=cell.rowspan,
        valign=VAlign.CENTER if place.is_head or cell.rowspan > 1 else VAlign.TOP,
        borders=setting.borders,
        padding=PADDING,
        padding_y=PADDING_Y,
        header=place.is_head or place.column == setting.labels,
    )


def _width(place: _Place, setting: _Setting) -> Length:
    """Return the room for text in a cell."""
    return sum(setting.columns[place.column : place.column + place.cell.colspan]) - 2 * PADDING


def _align(place: _Place, setting: _Setting) -> Align:
    if place.is_head:
        return Align.CENTER
    return _ALIGNS[place.cell.align or setting.table.aligns[place.column]]


def _inner(place: _Place, setting: _Setting) -> Flow:
    """Return the flow of a cell."""
    return replace(
        setting.flow,
        text=_text(setting.flow, is_head=place.is_head),
        width=_width(place, setting),
        pitch=setting.flow.table_pitch,
        after=0,
        align=_align(place, setting),
        indent=0,
        inset=0,
        colon=0,
        left=0,
        right=0,
    )


def _paragraph(block: Text, place: _Place, setting: _Setting) -> Paragraph:
    """Return the one paragraph that most cells hold."""
    flow = setting.flow
    align = _align(place, setting) if block.align in {None, "justify"} else _ALIGNS[str(block.align)]
    if has_open_blank(block.content):
        style = paragraph_style(pitch=flow.table_pitch, align=align, tabs=leader(_width(place, setting)))
    else:
        style = line(flow.table_pitch, align)
    text = _text(flow, is_head=place.is_head)
    return Paragraph(inlines=runs_of(block.content, text, setting.notes), style=style, role=Role.TABLE)


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
