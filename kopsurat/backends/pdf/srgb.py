"""The output intent: our own sRGB profile, so that no licence and no date travels with it."""

from __future__ import annotations

import functools
import struct
import zlib
from typing import Final

__all__ = ["srgb_profile", "srgb_profile_deflated"]

_SAMPLES: Final = 256
_HEAD: Final = 128
_WHITE: Final = (0.9642, 1.0, 0.8249)
_PRIMARIES: Final = (
    (b"rXYZ", (0.4360747, 0.2225045, 0.0139322)),
    (b"gXYZ", (0.3850649, 0.7168786, 0.0971045)),
    (b"bXYZ", (0.1430804, 0.0606169, 0.7141733)),
)
"""The primaries of IEC 61966-2-1, adapted to D50 by Bradford."""


@functools.cache
def srgb_profile_deflated() -> bytes:
    """Return the profile deflated."""
    return zlib.compress(srgb_profile(), 9)


def srgb_profile() -> bytes:
    """Return an ICC profile of version 2 (allowed in every part of PDF/A) for sRGB: matrix and tone curve."""
    tags = [
        (b"desc", _description(b"sRGB IEC61966-2.1")),
        (b"cprt", b"text\0\0\0\0No copyright, use freely\0"),
        (b"wtpt", _xyz(_WHITE)),
        *((tag, _xyz(color)) for tag, color in _PRIMARIES),
        (b"rTRC", _curve()),
    ]
    start = _HEAD + 4 + 12 * (len(tags) + 2)
    body, table = b"", []
    for tag, data in tags:
        table.append((tag, start + len(body), len(data)))
        body += data + bytes(-len(data) % 4)
    table += [(tag, *table[-1][1:]) for tag in (b"gTRC", b"bTRC")]
    rows = b"".join(struct.pack(">4sII", *row) for row in table)
    return _head(start + len(body)) + struct.pack(">I", len(table)) + rows + body


def _head(size: int) -> bytes:
    head = struct.pack(
        ">I4sI4s4s4s6H4s", size, bytes(4), 0x02400000, b"mntr", b"RGB ", b"XYZ ", 2026, 1, 1, 0, 0, 0, b"acsp"
    )
    return (head.ljust(68, b"\0") + b"".join(map(_fixed, _WHITE))).ljust(_HEAD, b"\0")


def _fixed(value: float) -> bytes:
    return struct.pack(">i", round(value * 65536))


def _xyz(values: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + b"".join(map(_fixed, values))


def _description(text: bytes) -> bytes:
    return b"desc\0\0\0\0" + struct.pack(">I", len(text) + 1) + text + bytes(1 + 8 + 3 + 67)


def _curve() -> bytes:
    samples = (round(_linear(index / (_SAMPLES - 1)) * 65535) for index in range(_SAMPLES))
    return (
        b"curv\0\0\0\0"
        + struct.pack(">I", _SAMPLES)
        + b"".join(struct.pack(">H", sample) for sample in samples)
    )


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - IEC 61966-2-1
