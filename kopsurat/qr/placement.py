"""Codewords → modules: placement, masks and the choice of the mask (ISO/IEC 18004:2015 §7.7–7.9).

A matrix in the making is one big integer: the top left module is its highest bit, rows follow each
other, and every row ends with one guard bit that is always 0, so that a shift never joins two rows.
A mask or a penalty rule is then a handful of shifts.
"""

# ruff: noqa: PLR2004 - the numbers are those of the standard

from __future__ import annotations

import functools
import itertools
from typing import TYPE_CHECKING, Final, NamedTuple

from kopsurat.qr.codewords import interleaved
from kopsurat.qr.matrix import QrMatrix

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kopsurat.qr.codewords import Segment
    from kopsurat.qr.matrix import Level

__all__ = ["draw"]

_LEVEL_BITS: Final[dict[Level, int]] = {"L": 1, "M": 0, "Q": 3, "H": 2}
_MASKS: Final[tuple[Callable[[int, int], int], ...]] = (
    lambda i, j: (i + j) % 2,
    lambda i, _: i % 2,
    lambda _, j: j % 3,
    lambda i, j: (i + j) % 3,
    lambda i, j: (i // 2 + j // 3) % 2,
    lambda i, j: i * j % 2 + i * j % 3,
    lambda i, j: (i * j % 2 + i * j % 3) % 2,
    lambda i, j: ((i + j) % 2 + i * j % 3) % 2,
)


class _Layout(NamedTuple):
    """Where the bits of a version go: ``moves`` pairs stretches of the bits with stretches of the modules.

    ``fixed`` has a character a module, guards included; ``data_area`` is a matrix. ``neighbors`` has for
    rows and for columns how far the next module is, and which modules have one.
    """

    size: int
    moves: tuple[tuple[slice, slice], ...]
    fixed: bytes
    capacity: int
    data_area: int
    neighbors: tuple[tuple[int, int], ...]


@functools.lru_cache(maxsize=16)
def _layout(version: int) -> _Layout:
    size = 17 + 4 * version
    fixed = _function_modules(version)
    stride = size + 1
    places: dict[int, int] = {}
    upward = True
    for right in itertools.chain(range(size - 1, 6, -2), range(5, 0, -2)):
        for row in range(size - 1, -1, -1) if upward else range(size):
            for column in (right, right - 1):
                if (row, column) not in fixed:
                    places[row * stride + column] = len(places)
        upward = not upward
    modules = bytearray(b"0" * (size * stride))
    for (row, column), dark in fixed.items():
        modules[row * stride + column] += dark
    area = "".join("1" if module in places else "0" for module in range(size * stride))
    whole = int(("1" * size + "0") * size, 2)
    neighbors = tuple((d, whole & whole >> d) for d in (1, stride))
    moves = tuple(_moves(places, stride))
    return _Layout(size, moves, bytes(modules), len(places), int(area, 2), neighbors)


def _moves(places: dict[int, int], stride: int) -> Iterator[tuple[slice, slice]]:
    """Join the bits of a column that follow each other at equal steps."""
    for column in range(stride):
        modules = [module for module in range(column, stride * stride, stride) if module in places]
        at = 0
        while at < len(modules):
            first = places[modules[at]]
            step, end = 1, at + 1
            if end < len(modules):
                step = places[modules[end]] - first
            while end < len(modules) and (
                places[modules[end]] - first == step * (end - at)
                and modules[end] - modules[at] == stride * (end - at)
            ):
                end += 1
            stop = first + step * (end - at)
            yield (
                slice(first, stop if stop >= 0 else None, step),
                slice(modules[at], modules[end - 1] + 1, stride),
            )
            at = end


def _function_modules(version: int) -> dict[tuple[int, int], int]:
    """Return the modules that carry no data; those of the format are 0 and set with the mask."""
    size = 17 + 4 * version
    fixed: dict[tuple[int, int], int] = {}
    for top, left in ((0, 0), (0, size - 7), (size - 7, 0)):
        for i, j in itertools.product(range(-1, 8), range(-1, 8)):
            if 0 <= top + i < size and 0 <= left + j < size:
                ring = max(abs(i - 3), abs(j - 3))
                fixed[top + i, left + j] = int(ring in (0, 1, 3))
    for i in range(8, size - 8):
        fixed[6, i] = fixed[i, 6] = (i + 1) % 2
    corners = {(6, 6), (6, size - 7), (size - 7, 6)}
    for row, column in itertools.product(_alignment(version), repeat=2):
        if (row, column) not in corners:
            for i, j in itertools.product(range(-2, 3), repeat=2):
                fixed[row + i, column + j] = int(max(abs(i), abs(j)) != 1)
    for place in itertools.chain(*_format_places(size)):
        fixed.setdefault(place, 0)
    fixed[size - 8, 8] = 1
    if version >= 7:
        bits = version << 12 | _bch(version, 12, 0x1F25)
        for k in range(18):
            fixed[k // 3, size - 11 + k % 3] = fixed[size - 11 + k % 3, k // 3] = bits >> k & 1
    return fixed


def _alignment(version: int) -> list[int]:
    if version == 1:
        return []
    per_side = version // 7 + 2
    step = 26 if version == 32 else (version * 4 + per_side * 2 + 1) // (per_side * 2 - 2) * 2
    return [6, *sorted(17 + 4 * version - 7 - i * step for i in range(per_side - 1))]


def _format_places(size: int) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Return the two places of each of the 15 format bits, highest bit first."""
    first = [(8, c) for c in (0, 1, 2, 3, 4, 5, 7, 8)] + [(r, 8) for r in (7, 5, 4, 3, 2, 1, 0)]
    second = [(r, 8) for r in range(size - 1, size - 8, -1)] + [(8, c) for c in range(size - 8, size)]
    return first, second


def _bch(value: int, width: int, polynomial: int) -> int:
    rest = value
    for _ in range(width):
        rest = rest << 1 ^ (polynomial if rest >> width - 1 else 0)
    return rest


@functools.lru_cache(maxsize=32)
def _masks(version: int, level: Level) -> tuple[int, ...]:
    """Return the eight masks of this version with the format bits that announce them."""
    size = 17 + 4 * version
    stride = size + 1
    area = _layout(version).data_area
    found = []
    for number, rule in enumerate(_MASKS):
        period = ["".join("0" if rule(i, j) else "1" for j in range(12)) for i in range(12)]
        lines = [(line * (size // 12 + 1))[:size] + "0" for line in period]
        mask = int("".join(lines[row % 12] for row in range(size)), 2) & area
        announced = _LEVEL_BITS[level] << 3 | number
        bits = (announced << 10 | _bch(announced, 10, 0x537)) ^ 0x5412
        for places in _format_places(size):
            for k, (row, column) in enumerate(places):
                if bits >> 14 - k & 1:
                    mask |= 1 << stride * size - 1 - (row * stride + column)
        found.append(mask)
    return tuple(found)


def draw(segments: Sequence[Segment], version: int, level: Level, mask: int | None) -> QrMatrix:
    """Place the segments in a code of this version; ``mask`` None takes the one of least penalty."""
    layout = _layout(version)
    data = interleaved(segments, version, level)
    bits = f"{int.from_bytes(data):0{8 * len(data)}b}".ljust(layout.capacity, "0").encode("ascii")
    modules = bytearray(layout.fixed)
    for origin, goal in layout.moves:
        modules[goal] = bits[origin]
    plain = int(modules, 2)
    masks = _masks(version, level)
    if mask is None:
        mask = min(range(8), key=lambda number: _penalty(plain ^ masks[number], layout))
    drawn, size = plain ^ masks[mask], layout.size
    row = (1 << size) - 1
    packed = tuple([drawn >> shift & row for shift in range((size - 1) * (size + 1) + 1, 0, -size - 1)])
    return QrMatrix(version=version, level=level, mask=mask, packed=packed)


def _penalty(dark: int, layout: _Layout) -> int:
    """Return the penalty of ISO/IEC 18004:2015 §7.8.3, the quiet zone not counted as light.

    ``alike`` are the modules of the same color as the next one of their row or column.
    """
    penalty, size, both = 0, layout.size, []
    for d, inside in layout.neighbors:
        changes = (dark ^ dark >> d) & inside
        alike = changes ^ inside
        threes = alike & alike >> d
        fives = threes & threes >> 2 * d
        penalty += 3 * fives.bit_count() - 2 * (fives & fives >> d).bit_count()
        falls, dark_threes = dark & changes, dark & threes
        core = falls & (changes ^ falls) >> 5 * d & dark_threes >> 2 * d
        margin = (threes ^ dark_threes) & alike >> 2 * d
        penalty += 40 * ((core & margin >> 7 * d).bit_count() + (core & margin << 4 * d).bit_count())
        both.append(alike)
    rows, columns = both
    penalty += 3 * (rows & rows >> size + 1 & columns).bit_count()
    modules = size * size
    return penalty + 10 * (abs(20 * dark.bit_count() - 10 * modules) // modules)
