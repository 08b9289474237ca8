"""The outlines of texts, for whoever cuts or paints letters without having the font.

Comes with ``pip install "kopsurat[kit]"``: the glyphs are drawn by the library that shapes local scripts.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final, NamedTuple

from kopsurat.errors import MissingExtra
from kopsurat.fonts.fallback import split_by_face
from kopsurat.fonts.shaping import harfbuzz_font, shape

if TYPE_CHECKING:
    from kopsurat.fonts.face import Face

__all__ = ["Outline", "outlined"]

_THIRD: Final = 2 / 3


class Outline(NamedTuple):
    """One glyph in em, y up from the baseline: its advance, and its contours.

    ``path`` holds (operator, coordinates): ``M`` and ``L`` with a point, ``C`` with three, ``Z`` with none.
    """

    advance: float
    path: tuple[tuple[str, tuple[float, ...]], ...]


def outlined(text: str, base: Face, *, rtl: bool = False) -> tuple[Outline, ...]:
    """Return the glyphs of a text from left to right, local scripts shaped, Latin letters one by one.

    Raises :class:`~kopsurat.errors.MissingExtra` ``extra-missing`` without the extra ``kit``, and
    :class:`~kopsurat.errors.MissingGlyph` for a character that no bundled font has.
    """
    try:
        return tuple(glyph for part, face in split_by_face(text, base) for glyph in _glyphs(part, face, rtl))
    except MissingExtra as error:
        raise MissingExtra("extra-missing", extra="kit", needed_for="SVG") from error


def _glyphs(text: str, face: Face, rtl: bool) -> list[Outline]:  # noqa: FBT001 - passed on from a keyword
    if not face.is_shaped:
        scale = 1 / face.units_per_em
        return [
            Outline(face.by_character[character] * scale, _contours(face, face.glyph_ids[ord(character)]))
            for character in text
            if ord(character) in face.glyph_ids
        ]
    run = shape(text, face, 2, rtl=rtl)  # one point an em
    return [
        Outline(each.x_advance, _moved(_contours(face, each.glyph), each.x_offset, each.y_offset))
        for each in run.glyphs
    ]


def _moved(
    path: tuple[tuple[str, tuple[float, ...]], ...], x: float, y: float
) -> tuple[tuple[str, tuple[float, ...]], ...]:
    if not x and not y:
        return path
    return tuple(
        (operator, tuple(value + (y if at % 2 else x) for at, value in enumerate(values)))
        for operator, values in path
    )


@functools.cache
def _contours(face: Face, glyph: int) -> tuple[tuple[str, tuple[float, ...]], ...]:
    pen = _Pen(1 / face.units_per_em)
    harfbuzz_font(face.family, face.data).draw_glyph_with_pen(glyph, pen)
    return tuple(pen.path)


class _Pen:
    """Takes the contours of a glyph as font tools give them; quadratic curves become cubic ones."""

    def __init__(self, scale: float) -> None:
        self.path: list[tuple[str, tuple[float, ...]]] = []
        self._scale = scale
        self._at = (0.0, 0.0)

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802 - the names of the pen protocol
        self._put("M", point)

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802 - as above
        self._put("L", point)

    def qCurveTo(self, control: tuple[float, float], end: tuple[float, float]) -> None:  # noqa: N802 - as above
        (x0, y0), (x1, y1), (x2, y2) = self._at, control, end
        first = (x0 + _THIRD * (x1 - x0), y0 + _THIRD * (y1 - y0))
        second = (x2 + _THIRD * (x1 - x2), y2 + _THIRD * (y1 - y2))
        self._put("C", first, second, end)

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802 - asked for, though our fonts have none
        self._put("C", *points)

    def closePath(self) -> None:  # noqa: N802 - as above
        self.path.append(("Z", ()))

    def _put(self, operator: str, *points: tuple[float, float]) -> None:
        self._at = points[-1]
        self.path.append((operator, tuple(value * self._scale for point in points for value in point)))
