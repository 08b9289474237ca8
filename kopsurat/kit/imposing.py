"""Many small pages on one large sheet, with marks to cut along."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kopsurat.layout.measures import mm, points
from kopsurat.layout.model import Grid, Stroke
from kopsurat.layout.placed import (
    Line,
    Page,
    PlacedGrid,
    PlacedItem,
    PlacedParagraph,
    PlacedRule,
    PlacedStroke,
    Typeset,
)

if TYPE_CHECKING:
    from kopsurat.layout.model import PageSetup

__all__ = ["impose"]

_LENGTH, _CLEAR = 4.0, 1.5
"""The length of a crop mark and its distance from the cards, in millimetres."""
_HAIR: Final = Stroke(width=5)


def impose(pages: Typeset, *, sheet: PageSetup, across: int, down: int) -> Typeset:
    """Return each page ``across`` × ``down`` times in the middle of a sheet of its own, with crop marks.

    The sheets are symmetric, so that fronts and backs printed on both sides lie on each other.
    """
    first = pages.pages[0].setup
    width, height = points(first.width), points(first.height)
    left = (points(sheet.width) - across * width) / 2
    top = (points(sheet.height) - down * height) / 2
    marks = _marks(
        [left + at * width for at in range(across + 1)], [top + at * height for at in range(down + 1)]
    )
    places = [(left + column * width, top + row * height) for row in range(down) for column in range(across)]
    sheets = []
    for page in pages.pages:
        items = tuple(_moved(item, x, y) for x, y in places for item in page.body)
        sheets.append(Page(sheet, page.number, (), (*items, marks)))
    section = replace(pages.document.sections[0], page=sheet)
    return Typeset(replace(pages.document, sections=(section,)), tuple(sheets))


def _moved(item: PlacedItem, x: float, y: float) -> PlacedItem:
    match item:
        case PlacedParagraph():
            return replace(item, lines=tuple(_moved_line(line, x, y) for line in item.lines))
        case PlacedRule():
            boxes = tuple((left + x, top + y, wide, high) for left, top, wide, high in item.rectangles)
            return replace(item, rectangles=boxes)
        case PlacedGrid():
            rows = tuple(
                replace(
                    row,
                    cells=tuple(
                        replace(cell, items=tuple(_moved(each, x, y) for each in cell.items))
                        for cell in row.cells
                    ),
                )
                for row in item.rows
            )
            return replace(item, rows=rows, strokes=tuple(_moved_stroke(each, x, y) for each in item.strokes))
        case _:
            return replace(item, x=item.x + x, y=item.y + y)


def _moved_line(line: Line, x: float, y: float) -> Line:
    texts = tuple(piece._replace(x=piece.x + x) for piece in line.texts)
    leaders = tuple((start + x, end + x, kind) for start, end, kind in line.leaders)
    return Line(line.baseline + y, texts, leaders)


def _moved_stroke(stroke: PlacedStroke, x: float, y: float) -> PlacedStroke:
    return PlacedStroke(stroke.x0 + x, stroke.y0 + y, stroke.x1 + x, stroke.y1 + y, stroke.stroke)


def _marks(columns: list[float], rows: list[float]) -> PlacedGrid:
    """Return short lines outside the cards at every edge to be cut."""
    near, far = points(mm(_CLEAR)), points(mm(_CLEAR + _LENGTH))
    strokes = [
        PlacedStroke(x, edge + way * near, x, edge + way * far, _HAIR)
        for x in columns
        for edge, way in ((rows[0], -1), (rows[-1], 1))
    ]
    strokes += [
        PlacedStroke(edge + way * near, y, edge + way * far, y, _HAIR)
        for y in rows
        for edge, way in ((columns[0], -1), (columns[-1], 1))
    ]
    return PlacedGrid(Grid(columns=(), rows=(), layout=True), (), tuple(strokes))
