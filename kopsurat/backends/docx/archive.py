"""A deterministic zip: with fixed dates and order the same letter has the same bytes on any day."""

from __future__ import annotations

import functools
import struct
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Entry", "deflated", "kept", "pack", "stored"]

_VERSION: Final = 20
_UTF8_NAMES: Final = 0x800
_FIRST_OF_JANUARY_1980: Final = 33
_STORE: Final = 0
_DEFLATE: Final = 8
_LEVEL: Final = 3
"""Two and a half times as fast as 6, and a tenth larger."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of the archive, already packed. ``size`` is its size before packing."""

    name: str
    method: int
    checksum: int
    packed: bytes
    size: int


def deflated(name: str, data: bytes) -> Entry:
    """Return the entry for ``data``, compressed."""
    engine = zlib.compressobj(_LEVEL, zlib.DEFLATED, -15)
    packed = engine.compress(data) + engine.flush()
    return Entry(name, _DEFLATE, zlib.crc32(data), packed, len(data))


def stored(name: str, data: bytes) -> Entry:
    """Return the entry for ``data`` as it is: pictures do not get smaller."""
    return Entry(name, _STORE, zlib.crc32(data), data, len(data))


@functools.lru_cache(maxsize=64)
def kept(name: str, data: bytes) -> Entry:
    """Return the entry for a part that many letters share; it is compressed once."""
    return deflated(name, data)


def pack(entries: Iterable[Entry]) -> bytes:
    """Return the archive that holds ``entries`` in their order."""
    local: list[bytes] = []
    central: list[bytes] = []
    offset = 0
    for entry in entries:
        name = entry.name.encode()
        head = struct.pack(
            "<4s5H3I2H", b"PK\x03\x04", _VERSION, _UTF8_NAMES, entry.method, 0, _FIRST_OF_JANUARY_1980,
            entry.checksum, len(entry.packed), entry.size, len(name), 0,
        )  # fmt: skip
        directory = struct.pack(
            "<4s6H3I5H2I", b"PK\x01\x02", _VERSION, _VERSION, _UTF8_NAMES, entry.method, 0,
            _FIRST_OF_JANUARY_1980, entry.checksum, len(entry.packed), entry.size, len(name),
            0, 0, 0, 0, 0, offset,
        )  # fmt: skip
        local += (head, name, entry.packed)
        central += (directory, name)
        offset += len(head) + len(name) + len(entry.packed)
    listing = b"".join(central)
    count = len(central) // 2
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, count, count, len(listing), offset, 0)
    return b"".join(local) + listing + end
