"""A typeset document: every line of text, rule and picture at its place on its page.

Coordinates are points (floats) from the top left corner of the paper, y downward. Items stand in
reading order. Each keeps the block it comes from, so that a backend can build a structure tree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from kopsurat.values import positional_value_class

if TYPE_CHECKING:
    from kopsurat.layout.model import (
        Cell,
        Document,
        Grid,
        PageSetup,
        Paragraph,
        Picture,
        Rule,
        Stroke,
        Symbol,
        TextStyle,
    )

__all__ = [
    "Line",
    "Page",
    "PlacedCell",
    "PlacedGrid",
    "PlacedItem",
    "PlacedParagraph",
    "PlacedPicture",
    "PlacedRow",
    "PlacedRule",
    "PlacedStroke",
    "PlacedSymbol",
    "PlacedText",
    "Typeset",
]


class PlacedText(NamedTuple):
    """A piece of text of one style on one line. ``word_space`` is added to each space, in points.

    ``width`` is the set width, word space included. ``text`` is in logical order, also when ``rtl``.
    """

    x: float
    width: float
    text: str
    style: TextStyle
    word_space: float = 0.0
    link: str | None = None
    lang: str | None = None
    rtl: bool = False


class Line(NamedTuple):
    """A line: its baseline and its pieces from left to right.

    ``leaders`` are dotted or solid fillings of tabs, as (x0, x1, kind).
    """

    baseline: float
    texts: tuple[PlacedText, ...]
    leaders: tuple[tuple[float, float, str], ...] = ()


@positional_value_class
class PlacedParagraph:
    """The lines of a paragraph that stand on this page.

    ``is_continued`` says that it began on an earlier page, ``continues`` that it goes on.
    """

    source: Paragraph
    lines: tuple[Line, ...]
    is_continued: bool = False
    continues: bool = False


@positional_value_class
class PlacedRule:
    """A rule: filled rectangles (x, y of the top left corner, width, height)."""

    source: Rule
    rectangles: tuple[tuple[float, float, float, float], ...]


@positional_value_class
class PlacedPicture:
    """A picture in its box."""

    source: Picture
    x: float
    y: float
    width: float
    height: float


@positional_value_class
class PlacedSymbol:
    """A QR symbol: (x, y) is the corner of its quiet zone, ``outer`` the side with it, ``size`` without."""

    source: Symbol
    x: float
    y: float
    outer: float
    size: float


@positional_value_class
class PlacedStroke:
    """A straight line of a grid."""

    x0: float
    y0: float
    x1: float
    y1: float
    stroke: Stroke


@positional_value_class
class PlacedCell:
    """A cell and what stands in it. ``column`` is the one in which it begins, counted from 0.

    ``is_rest`` says that it began on an earlier page and goes on here.
    """

    source: Cell
    items: tuple[PlacedItem, ...]
    column: int = 0
    is_rest: bool = False


@positional_value_class
class PlacedRow:
    """A row of a grid. ``is_repeated`` marks a header row drawn again on a later page: an artifact."""

    cells: tuple[PlacedCell, ...]
    is_repeated: bool = False


@positional_value_class
class PlacedGrid:
    """The rows of a grid that stand on this page, and its lines."""

    source: Grid
    rows: tuple[PlacedRow, ...]
    strokes: tuple[PlacedStroke, ...]
    is_continued: bool = False
    continues: bool = False


PlacedItem: TypeAlias = PlacedParagraph | PlacedRule | PlacedPicture | PlacedSymbol | PlacedGrid


@positional_value_class
class Page:
    """One page. The header of the first page of a section is content; later heads are artifacts."""

    setup: PageSetup
    number: int
    header: tuple[PlacedItem, ...]
    body: tuple[PlacedItem, ...]
    footer: tuple[PlacedItem, ...] = ()
    is_first_of_section: bool = True


@positional_value_class
class Typeset:
    """A document on its pages."""

    document: Document
    pages: tuple[Page, ...]
