"""A page of a document as a drawing: the same lines at the same places as in the PDF, letters as outlines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kopsurat.arguments import expect
from kopsurat.fonts import face
from kopsurat.fonts.outlines import outlined
from kopsurat.kit.drawing import Drawing, Outlines, Path, Pixels, Shape, place_glyph
from kopsurat.layout.measures import TWIPS_PER_POINT, points
from kopsurat.layout.model import Document
from kopsurat.layout.placed import (
    PlacedGrid,
    PlacedItem,
    PlacedParagraph,
    PlacedPicture,
    PlacedRule,
    PlacedSymbol,
    PlacedText,
)
from kopsurat.layout.typeset import typeset

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


__all__ = ["drawing_of"]

_POINT: Final = 25.4 / 72
_BLACK: Final = "000000"
_WHITE: Final = "FFFFFF"


def drawing_of(document: Document) -> Drawing:
    """Return the first page as a drawing on white, its text as the description.

    Raises what :func:`~kopsurat.layout.typeset.typeset` raises, and
    :class:`~kopsurat.errors.MissingExtra` without the extra ``kit``.
    """
    expect(document, Document, "document")
    page = typeset(document).pages[0]
    width, height = (round(points(side) * _POINT, 1) for side in (page.setup.width, page.setup.height))
    items = (*page.header, *page.body, *page.footer)
    ground = Path(steps=_box(0, 0, width, height), color=_WHITE)
    return Drawing(
        width=width,
        height=height,
        shapes=(ground, *_shapes(items)),
        title=document.title,
        description="\n".join(_texts(items)),
    )


def _shapes(items: Iterable[PlacedItem]) -> Iterator[Shape]:
    for item in items:
        match item:
            case PlacedParagraph():
                for line in item.lines:
                    for piece in line.texts:
                        yield Path(steps=_text(piece, line.baseline), color=_BLACK)
            case PlacedRule():
                for box in item.rectangles:
                    yield Path(steps=_box(*(side * _POINT for side in box)), color=_BLACK)
            case PlacedPicture():
                sides = (each * _POINT for each in (item.x, item.y, item.width, item.height))
                x, y, width, height = sides
                yield Pixels(image=item.source.image, x=x, y=y, width=width, height=height)
            case PlacedSymbol():
                yield Path(steps=_symbol(item), color=_BLACK)
            case PlacedGrid():
                for row in item.rows:
                    for cell in row.cells:
                        yield from _shapes(cell.items)
                for stroke in item.strokes:
                    ends = ((stroke.x0, stroke.y0), (stroke.x1, stroke.y1))
                    start, end = ((x * _POINT, y * _POINT) for x, y in ends)
                    width = points(stroke.stroke.width) * _POINT
                    yield Path(steps=(("M", start), ("L", end)), color=stroke.stroke.color, width=width)


def _text(piece: PlacedText, baseline: float) -> Outlines:
    style = piece.style
    shown = face(style.family, bold=style.bold, italic=style.italic)
    size = style.size / 2 * _POINT
    spacing = style.spacing / TWIPS_PER_POINT * _POINT
    x, y = piece.x * _POINT, baseline * _POINT
    steps: list[tuple[str, tuple[float, ...]]] = []
    for glyph in outlined(piece.text, shown, rtl=piece.rtl):
        steps += place_glyph(glyph, size, x=x, y=y)
        x += glyph.advance * size + spacing
        if not glyph.path:
            x += piece.word_space * _POINT
    return tuple(steps)


def _symbol(item: PlacedSymbol) -> Outlines:
    matrix = item.source.matrix
    module = item.size / matrix.size * _POINT
    margin = (item.outer - item.size) / 2 * _POINT
    left, top = item.x * _POINT + margin, item.y * _POINT + margin
    return tuple(
        step
        for row, column, length in matrix.dark_runs()
        for step in _box(left + column * module, top + row * module, length * module, module)
    )


def _box(x: float, y: float, width: float, height: float) -> Outlines:
    corners = ((x + width, y), (x + width, y + height), (x, y + height))
    return (("M", (x, y)), *(("L", corner) for corner in corners), ("Z", ()))


def _texts(items: Iterable[PlacedItem]) -> Iterator[str]:
    for item in items:
        if isinstance(item, PlacedParagraph):
            yield from (" ".join(piece.text for piece in line.texts) for line in item.lines if line.texts)
        elif isinstance(item, PlacedGrid):
            for row in item.rows:
                for cell in row.cells:
                    yield from _texts(cell.items)
