"""Where the outlines of a TrueType file stand: tables, glyphs, and the parts of composite glyphs.

The tables are those of the OpenType specification 1.9 (head, loca, glyf).
"""

from __future__ import annotations

import struct
from itertools import pairwise
from typing import Final

__all__ = ["bounds_of", "glyph_offsets", "parts_of", "raw_outlines", "table_places"]

_MORE_COMPONENTS: Final = 0x20
_WORDS: Final = 0x01
_SCALES: Final = ((0x08, 2), (0x40, 4), (0x80, 8))
_HEAD: Final = 10
"""Bytes before the points of an outline: the count of contours and the box."""


def table_places(data: bytes) -> dict[bytes, tuple[int, int]]:
    """Return offset and length of each table."""
    count = struct.unpack_from(">H", data, 4)[0]
    rows = (struct.unpack_from(">4s4xLL", data, 12 + 16 * row) for row in range(count))
    return {tag: (offset, length) for tag, offset, length in rows}


def glyph_offsets(data: bytes, tables: dict[bytes, tuple[int, int]]) -> list[int]:
    """Return where each glyph begins in ``glyf``, and where the last one ends."""
    start, length = tables[b"loca"]
    if struct.unpack_from(">h", data, tables[b"head"][0] + 50)[0]:
        return list(struct.unpack_from(f">{length // 4}L", data, start))
    return [2 * offset for offset in struct.unpack_from(f">{length // 2}H", data, start)]


def raw_outlines(data: bytes) -> list[bytes]:
    """Return the bytes of every glyph.

    A foreign file may raise :class:`struct.error`, :class:`KeyError`, or :class:`ValueError` where glyphs do
    not follow one another: together they would be far larger than the file.
    """
    tables = table_places(data)
    start, offsets = tables[b"glyf"][0], glyph_offsets(data, tables)
    if any(here > there for here, there in pairwise(offsets)):
        raise ValueError("the glyphs of a font do not follow one another")
    return [data[start + here : start + there] for here, there in pairwise(offsets)]


def parts_of(outline: bytes) -> list[tuple[int, int]]:
    """Return the (glyph, place of its number) of every component of a composite glyph."""
    if len(outline) < _HEAD or outline[0] < 0x80:  # noqa: PLR2004 - a negative count of contours
        return []
    parts, at, flags = [], _HEAD, _MORE_COMPONENTS
    while flags & _MORE_COMPONENTS:
        flags, glyph = struct.unpack_from(">HH", outline, at)
        parts.append((glyph, at + 2))
        at += 4 + (4 if flags & _WORDS else 2) + sum(size for flag, size in _SCALES if flags & flag)
    return parts


def bounds_of(outline: bytes) -> tuple[int, int, int, int] | None:
    """Return left, bottom, right and top of an outline in font units, None for an empty glyph."""
    return struct.unpack_from(">4h", outline, 2) if len(outline) >= _HEAD else None
