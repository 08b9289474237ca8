"""A picture of lines and areas at its real size, and its form as SVG.

Lengths are millimetres from the top left corner, y down. Letters are outlines, so that whoever cuts a
stamp or paints a board needs no font.
"""

from __future__ import annotations

import base64
import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, TypeAlias
from xml.sax import saxutils

from kopsurat.arguments import expect
from kopsurat.fields import FieldCheck
from kopsurat.fonts.outlines import Outline, outlined

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kopsurat.content.images import Image
    from kopsurat.fonts import Face

__all__ = [
    "Circle",
    "Drawing",
    "Outlines",
    "Path",
    "Pixels",
    "Shape",
    "place_glyph",
    "place_text",
    "scaled",
    "svg_of",
]

_SPACE: Final = 'xmlns="http://www.w3.org/2000/svg"'
_TOLD: Final = 'role="img" aria-labelledby="judul isi"'

Outlines: TypeAlias = tuple[tuple[str, tuple[float, ...]], ...]
"""Steps of a path: ``M`` and ``L`` with a point, ``C`` with three, ``Z`` with none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """An area filled with ``color``, or, where ``width`` is given, a line of that width."""

    steps: Outlines
    color: str
    width: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """A ring: ``radius`` reaches to the middle of its line of ``width``."""

    x: float
    y: float
    radius: float
    color: str
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Pixels:
    """A picture in its box: PNG, JPEG or another SVG."""

    image: Image
    x: float
    y: float
    width: float
    height: float


Shape: TypeAlias = Path | Circle | Pixels


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A picture of ``width`` × ``height`` millimetres; ``description`` says what can be read in it."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    title: str
    description: str
    lang: str = "id"


_DRAWING: Final = FieldCheck(Drawing, (), Shape=Shape)


def place_text(text: str, face: Face, size: float, *, x: float, y: float, rtl: bool = False) -> Outlines:
    """Return a text set from ``x`` on the baseline ``y``; ``size`` is the em in millimetres."""
    steps: list[tuple[str, tuple[float, ...]]] = []
    for glyph in outlined(text, face, rtl=rtl):
        steps += place_glyph(glyph, size, x=x, y=y)
        x += glyph.advance * size
    return tuple(steps)


def place_glyph(glyph: Outline, size: float, *, x: float, y: float, turn: float = 0.0) -> Outlines:
    """Return a glyph whose origin lies at (x, y), turned clockwise by ``turn`` radians about it."""
    across, down = math.cos(turn) * size, math.sin(turn) * size
    return tuple(
        (
            operator,
            tuple(
                value
                for u, v in zip(values[::2], values[1::2], strict=True)
                for value in (x + u * across + v * down, y + u * down - v * across)
            ),
        )
        for operator, values in glyph.path
    )


def scaled(shapes: Iterable[Shape], factor: float, *, x: float = 0.0, y: float = 0.0) -> tuple[Shape, ...]:
    """Return paths and rings so many times as large, moved so that their corner lies at (x, y)."""
    return tuple(_scaled(shape, factor, x, y) for shape in shapes)


def _scaled(shape: Shape, factor: float, x: float, y: float) -> Shape:
    match shape:
        case Path():
            steps = tuple(
                (operator, tuple(value * factor + (y if at % 2 else x) for at, value in enumerate(values)))
                for operator, values in shape.steps
            )
            return replace(shape, steps=steps, width=shape.width * factor)
        case Circle() | Pixels():
            moved = replace(shape, x=shape.x * factor + x, y=shape.y * factor + y, width=shape.width * factor)
            if isinstance(moved, Circle):
                return replace(moved, radius=moved.radius * factor)
            return replace(moved, height=moved.height * factor)


def svg_of(drawing: Drawing) -> bytes:
    """Return the drawing as SVG 1.1 of exactly its size, with title and description for readers."""
    expect(drawing, Drawing, "drawing")
    _DRAWING(drawing, "drawing")
    width, height = _number(drawing.width), _number(drawing.height)
    size = f'width="{width}mm" height="{height}mm" viewBox="0 0 {width} {height}"'
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg {_SPACE} version="1.1" {size} {_TOLD} xml:lang="{drawing.lang}">',
        f'<title id="judul">{saxutils.escape(drawing.title)}</title>',
        f'<desc id="isi">{saxutils.escape(drawing.description)}</desc>',
        *map(_element, drawing.shapes),
        "</svg>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _element(shape: Shape) -> str:
    match shape:
        case Path():
            look = (
                f'fill="none" stroke="#{shape.color}" stroke-width="{_number(shape.width)}"'
                if shape.width
                else f'fill="#{shape.color}"'
            )
            return f'<path {look} d="{_data(shape.steps)}"/>'
        case Circle():
            place = f'cx="{_number(shape.x)}" cy="{_number(shape.y)}" r="{_number(shape.radius)}"'
            look = f'fill="none" stroke="#{shape.color}" stroke-width="{_number(shape.width)}"'
            return f"<circle {place} {look}/>"
        case Pixels():
            data = base64.b64encode(shape.image.data).decode("ascii")
            place = f'x="{_number(shape.x)}" y="{_number(shape.y)}"'
            size = f'width="{_number(shape.width)}" height="{_number(shape.height)}"'
            return f'<image {place} {size} href="data:{shape.image.media};base64,{data}"/>'


def _data(steps: Iterable[tuple[str, tuple[float, ...]]]) -> str:
    return "".join(operator + " ".join(map(_number, values)) for operator, values in steps)


def _number(value: float) -> str:
    """Return a length to the nearest ten thousandth of a millimetre."""
    text = f"{value:.4f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
