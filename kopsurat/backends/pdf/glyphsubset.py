"""Cut single glyphs, by their number, out of a TrueType file.

reportlab cuts by character, which cannot name the glyphs of a shaped script; fontTools parses every
table (10 to 380 ms). The tables are those of the OpenType specification 1.9.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final

from kopsurat.fonts.glyf import glyph_offsets, parts_of, table_places

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["subset_glyphs"]

_CHECKSUM: Final = 0xB1B0AFBA


def subset_glyphs(
    data: bytes, glyphs: Iterable[int], *, cmap: dict[int, int] | None = None
) -> tuple[bytes, dict[int, int]]:
    """Return a font file with these glyphs and their parts, and the new number of each old one.

    The file has the tables that PDF needs for a CIDFontType2; with ``cmap`` (code points of the basic
    plane to old glyphs) also those for a simple font. Glyph 0 stays glyph 0.
    """
    tables = table_places(data)
    offsets = glyph_offsets(data, tables)
    start = tables[b"glyf"][0]

    def outline(glyph: int) -> bytes:
        return data[start + offsets[glyph] : start + offsets[glyph + 1]]

    places = {0: 0}
    waiting = [0, *glyphs]
    while waiting:
        glyph = waiting.pop(0)
        places.setdefault(glyph, len(places))
        waiting += [part for part, _ in parts_of(outline(glyph)) if part not in places]
    outlines = [_renumbered(outline(glyph), places) for glyph in places]
    more = {b"cmap": _cmap({code: places[glyph] for code, glyph in cmap.items()})} if cmap else {}
    return _file(data, tables, list(places), outlines, more), places


def _renumbered(outline: bytes, places: dict[int, int]) -> bytes:
    parts = parts_of(outline)
    if not parts:
        return outline
    copy = bytearray(outline)
    for glyph, at in parts:
        struct.pack_into(">H", copy, at, places[glyph])
    return bytes(copy)


def _file(
    data: bytes,
    tables: dict[bytes, tuple[int, int]],
    glyphs: list[int],
    outlines: list[bytes],
    more: dict[bytes, bytes],
) -> bytes:
    def table(tag: bytes) -> bytearray:
        start, length = tables[tag]
        return bytearray(data[start : start + length])

    padded = [outline + bytes(-len(outline) % 4) for outline in outlines]
    places, at = [0], 0
    for outline in padded:
        at += len(outline)
        places.append(at)
    head, hhea, maxp = table(b"head"), table(b"hhea"), table(b"maxp")
    struct.pack_into(">L", head, 8, 0)
    struct.pack_into(">h", head, 50, 1)
    struct.pack_into(">H", hhea, 34, len(glyphs))
    struct.pack_into(">H", maxp, 4, len(glyphs))
    parts = {
        b"glyf": b"".join(padded),
        b"head": bytes(head),
        b"hhea": bytes(hhea),
        b"hmtx": _metrics(data, tables, glyphs),
        b"loca": struct.pack(f">{len(places)}L", *places),
        b"maxp": bytes(maxp),
    }
    parts |= more
    parts |= {tag: bytes(table(tag)) for tag in (b"cvt ", b"fpgm", b"prep") if tag in tables}
    return _assembled(dict(sorted(parts.items())))


def _cmap(codes: dict[int, int]) -> bytes:
    """Return a cmap table for Windows (3, 1): format 4, a segment for each code point."""
    points = [*sorted(codes), 0xFFFF]
    count = len(points)
    deltas = [(codes.get(point, 0) - point) & 0xFFFF for point in points[:-1]] + [1]
    power = count.bit_length() - 1
    body = struct.pack(">4H", 2 * count, 2 << power, power, 2 * count - (2 << power))
    body += struct.pack(f">{count}H", *points) + b"\0\0" + struct.pack(f">{count}H", *points)
    body += struct.pack(f">{count}H", *deltas) + bytes(2 * count)
    return struct.pack(">HHHHL", 0, 1, 3, 1, 12) + struct.pack(">HHH", 4, len(body) + 6, 0) + body


def _metrics(data: bytes, tables: dict[bytes, tuple[int, int]], glyphs: list[int]) -> bytes:
    start = tables[b"hmtx"][0]
    measured = struct.unpack_from(">H", data, tables[b"hhea"][0] + 34)[0]
    rows = []
    for glyph in glyphs:
        if glyph < measured:
            rows.append(data[start + 4 * glyph : start + 4 * glyph + 4])
        else:  # the last width goes for all that follow, which store their bearing only
            width = data[start + 4 * measured - 4 : start + 4 * measured - 2]
            bearing = start + 4 * measured + 2 * (glyph - measured)
            rows.append(width + data[bearing : bearing + 2])
    return b"".join(rows)


def _assembled(parts: dict[bytes, bytes]) -> bytes:
    count = len(parts)
    power = count.bit_length() - 1
    header = struct.pack(">LHHHH", 0x10000, count, 16 << power, power, 16 * count - (16 << power))
    at = 12 + 16 * count
    directory, body, head_at = b"", b"", 0
    for tag, content in parts.items():
        filled = content + bytes(-len(content) % 4)
        directory += struct.pack(">4sLLL", tag, _checksum(filled), at, len(content))
        head_at = at if tag == b"head" else head_at
        body += filled
        at += len(filled)
    file = bytearray(header + directory + body)
    struct.pack_into(">L", file, head_at + 8, (_CHECKSUM - _checksum(bytes(file))) & 0xFFFFFFFF)
    return bytes(file)


def _checksum(data: bytes) -> int:
    words: tuple[int, ...] = struct.unpack(f">{len(data) // 4}L", data)
    return sum(words) & 0xFFFFFFFF
