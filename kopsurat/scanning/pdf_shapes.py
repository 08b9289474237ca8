"""Boxes of what stands on a page of PDFium, in the points of the page, and the parts of paths."""

from __future__ import annotations

import ctypes
import math
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Box", "Outline", "Rows", "box_of", "matrix_of", "near"]

T = TypeVar("T")

_TOUCH: Final = 0.5
"""Points by which bounding boxes may touch."""
_STRAIGHT: Final = 0.01
_ROW: Final = 12.0
_FARTHEST: Final = 20_000.0
"""Points beyond which nothing is on a page."""
_MOST_SEGMENTS: Final = 50_000
_LINE: Final = 0
_BEZIER: Final = 1


class Box(NamedTuple):
    """A rectangle on the page."""

    left: float
    bottom: float
    right: float
    top: float

    def covers(self, other: Box, share: float = 0.0) -> bool:
        """Return whether it lies over more than this share of the height of ``other``."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.top, other.top) - max(self.bottom, other.bottom)
        return width > _TOUCH and height > max(_TOUCH, share * other.height)

    def meets(self, other: Box) -> bool:
        """Return whether the two have a point in common, be one of them a line."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.bottom < other.top
            and other.bottom < self.top
        )

    def holds(self, other: Box) -> bool:
        """Return whether ``other`` lies within it."""
        return (
            self.left - _TOUCH <= other.left
            and other.right <= self.right + _TOUCH
            and self.bottom - _TOUCH <= other.bottom
            and other.top <= self.top + _TOUCH
        )

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From bottom to top."""
        return self.top - self.bottom


class Rows(Generic[T]):
    """Things by the rows of a page that their boxes touch, so that neighbors are found without a search."""

    def __init__(self) -> None:
        self._rows: dict[int, list[tuple[Box, T]]] = {}

    def add(self, box: Box, thing: T) -> None:
        """Add a thing that stands at a box."""
        for row in _rows_of(box):
            self._rows.setdefault(row, []).append((box, thing))

    def near(self, box: Box) -> Iterator[tuple[Box, T]]:
        """Yield the things in the rows of a box, with their boxes, those of several rows several times."""
        for row in _rows_of(box):
            yield from self._rows.get(row, ())


def _rows_of(box: Box) -> range:
    return range(int(box.bottom // _ROW), int(box.top // _ROW) + 1)


def box_of(read: Any, thing: Any) -> Box | None:  # noqa: ANN401 - pypdfium2 is untyped
    """Return the box that a function of PDFium tells, None where it tells none."""
    edges = [ctypes.c_float() for _ in range(4)]
    return Box(*(near(edge.value) for edge in edges)) if read(thing, *edges) else None


def near(place: float) -> float:
    """Return a place on the page; what a damaged file puts beyond all pages, or nowhere, is at its edge."""
    return min(max(place, -_FARTHEST), _FARTHEST) if math.isfinite(place) else _FARTHEST


def matrix_of(thing: Any) -> Any:  # noqa: ANN401 - as box_of
    """Return how an object is turned, scaled and moved on its page."""
    import pypdfium2.raw as pdfium

    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(thing, matrix)
    return matrix


class Outline:
    """The ``parts`` of a path as boxes, and whether it has only level and upright lines.

    A part is what is filled within a closed line; where nothing is filled, it is each single line, with
    half the width of its pen, ``around``, on all sides; the page's scale counts for pens too.
    """

    def __init__(self, thing: Any) -> None:  # noqa: ANN401 - as box_of
        import pypdfium2.raw as pdfium

        mode, is_stroked, width = ctypes.c_int(), ctypes.c_int(), ctypes.c_float()
        pdfium.FPDFPath_GetDrawMode(thing, mode, is_stroked)
        pdfium.FPDFPageObj_GetStrokeWidth(thing, width)
        self.is_filled = mode.value != 0
        self.parts: list[Box] = []
        at, x, y = matrix_of(thing), ctypes.c_float(), ctypes.c_float()
        pen = width.value * max(math.hypot(at.a, at.b), math.hypot(at.c, at.d))
        self.around = pen / 2 if is_stroked.value else 0.0
        points: list[tuple[float, float]] = []
        is_closed = False
        count = pdfium.FPDFPath_CountSegments(thing)
        self.is_straight = count <= _MOST_SEGMENTS
        for index in range(min(count, _MOST_SEGMENTS)):
            segment = pdfium.FPDFPath_GetPathSegment(thing, index)
            kind = pdfium.FPDFPathSegment_GetType(segment)
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            across = at.a * x.value + at.c * y.value + at.e
            point = (near(across), near(at.b * x.value + at.d * y.value + at.f))
            if kind not in (_LINE, _BEZIER):
                self._close(points, is_closed=is_closed)
                points = []
            elif kind == _BEZIER or (points and not _is_level(points[-1], point)):
                self.is_straight = False
            points.append(point)
            is_closed = bool(pdfium.FPDFPathSegment_GetClose(segment))
        self._close(points, is_closed=is_closed)

    def _close(self, points: list[tuple[float, float]], *, is_closed: bool) -> None:
        if self.is_filled or not self.is_straight:
            self._add(points)
        else:
            for pair in pairwise([*points, *(points[:1] if is_closed else ())]):
                self._add(pair if pair[0] != pair[1] else ())

    def _add(self, points: Sequence[tuple[float, float]]) -> None:
        if points:
            across, up = [x for x, _ in points], [y for _, y in points]
            around = self.around
            box = Box(min(across) - around, min(up) - around, max(across) + around, max(up) + around)
            self.parts.append(box)


def _is_level(first: tuple[float, float], second: tuple[float, float]) -> bool:
    return any(abs(one - other) < _STRAIGHT for one, other in zip(first, second, strict=True))
