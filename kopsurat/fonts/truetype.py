"""Read what typesetting needs from a TrueType file: a few tables, no outlines.

Own code, because fontTools takes 35 ms to import and every letter needs only some hundred widths.
The tables are those of the OpenType specification 1.9 (head, hhea, maxp, hmtx, cmap, OS/2, post, name).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import Final

__all__ = ["Metrics", "read_metrics"]

_POSTSCRIPT_NAME: Final = 6
_WINDOWS: Final = 3
_CAP_HEIGHT_SINCE: Final = 2
"""The version of the OS/2 table from which it tells the heights of x and of capitals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metrics:
    """The numbers of a font, in font units: ``units_per_em`` of them make an em.

    ``glyphs`` gives the glyph of a code point, ``widths`` the advance of a glyph.
    """

    units_per_em: int
    ascent: int
    descent: int
    line_gap: int
    cap_height: int
    x_height: int
    bbox: tuple[int, int, int, int]
    italic_angle: float
    underline_position: int
    underline_thickness: int
    weight: int
    postscript_name: str
    glyphs: dict[int, int]
    widths: tuple[int, ...]


def read_metrics(data: bytes) -> Metrics:
    """Return the metrics of a TrueType file that we ship (a foreign file may raise :class:`struct.error`)."""
    tables = _tables(data)
    head, hhea, os2, post = (tables[tag] for tag in ("head", "hhea", "OS/2", "post"))
    units_per_em: int = struct.unpack_from(">H", data, head + 18)[0]
    x_min, y_min, x_max, y_max = struct.unpack_from(">4h", data, head + 36)
    ascent, descent, line_gap = struct.unpack_from(">3h", data, hhea + 4)
    angle, underline, thickness = struct.unpack_from(">lhh", data, post + 4)
    has_heights = struct.unpack_from(">H", data, os2)[0] >= _CAP_HEIGHT_SINCE
    x_height, cap_height = struct.unpack_from(">2h", data, os2 + 86) if has_heights else (ascent // 2, ascent)
    return Metrics(
        units_per_em=units_per_em,
        ascent=ascent,
        descent=descent,
        line_gap=line_gap,
        cap_height=cap_height,
        x_height=x_height,
        bbox=(x_min, y_min, x_max, y_max),
        italic_angle=angle / 65536,
        underline_position=underline,
        underline_thickness=thickness,
        weight=struct.unpack_from(">H", data, os2 + 4)[0],
        postscript_name=_name(data, tables["name"], _POSTSCRIPT_NAME),
        glyphs=_glyphs(data, tables["cmap"]),
        widths=_widths(data, tables),
    )


def _tables(data: bytes) -> dict[str, int]:
    count = struct.unpack_from(">H", data, 4)[0]
    records = (struct.unpack_from(">4sLL", data, 12 + 16 * n) for n in range(count))
    return {tag.decode("ascii"): offset for tag, _, offset in records}


def _widths(data: bytes, tables: dict[str, int]) -> tuple[int, ...]:
    glyphs: int = struct.unpack_from(">H", data, tables["maxp"] + 4)[0]
    measured: int = struct.unpack_from(">H", data, tables["hhea"] + 34)[0]
    pairs: tuple[int, ...] = struct.unpack_from(f">{2 * measured}H", data, tables["hmtx"])
    widths = pairs[::2]
    return widths + (widths[-1],) * (glyphs - measured)


def _name(data: bytes, table: int, wanted: int) -> str:
    count, strings = struct.unpack_from(">2H", data, table + 2)
    for n in range(count):
        platform, _, _, name, length, offset = struct.unpack_from(">6H", data, table + 6 + 12 * n)
        if (platform, name) == (_WINDOWS, wanted):
            start = table + strings + offset
            return data[start : start + length].decode("utf-16-be")
    return ""


def _glyphs(data: bytes, table: int) -> dict[int, int]:
    count = struct.unpack_from(">H", data, table + 2)[0]
    best: dict[int, int] = {}
    for n in range(count):
        offset = struct.unpack_from(">L", data, table + 8 + 8 * n)[0]
        best |= _subtable(data, table + offset)
    return best


def _subtable(data: bytes, start: int) -> dict[int, int]:
    kind = struct.unpack_from(">H", data, start)[0]
    if kind == 4:  # noqa: PLR2004 - segments of the basic plane
        return _segments(data, start)
    if kind == 12:  # noqa: PLR2004 - groups of the whole of Unicode
        groups = struct.unpack_from(">L", data, start + 12)[0]
        found: dict[int, int] = {}
        for n in range(groups):
            first, last, glyph = struct.unpack_from(">3L", data, start + 16 + 12 * n)
            found.update(zip(range(first, last + 1), range(glyph, glyph + last - first + 1), strict=True))
        return found
    return {}


def _segments(data: bytes, start: int) -> dict[int, int]:
    count = struct.unpack_from(">H", data, start + 6)[0] // 2
    at = start + 14
    lasts = struct.unpack_from(f">{count}H", data, at)
    firsts = struct.unpack_from(f">{count}H", data, at + 2 * count + 2)
    deltas = struct.unpack_from(f">{count}H", data, at + 4 * count + 2)
    ranges = struct.unpack_from(f">{count}H", data, at + 6 * count + 2)
    found: dict[int, int] = {}
    for n in range(count - 1):  # the last segment is the mark of the end
        first, last, delta, offset = firsts[n], lasts[n], deltas[n], ranges[n]
        if offset == 0:
            found.update((code, (code + delta) & 0xFFFF) for code in range(first, last + 1))
            continue
        where = at + 6 * count + 2 + 2 * n + offset
        stored = struct.unpack_from(f">{last - first + 1}H", data, where)
        pairs = zip(range(first, last + 1), stored, strict=True)
        found.update((code, (glyph + delta) & 0xFFFF) for code, glyph in pairs if glyph)
    return found
