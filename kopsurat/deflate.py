"""Compress the few kilobytes of a part of a file (RFC 1950, RFC 1951)."""

from __future__ import annotations

import zlib
from typing import Final

__all__ = ["deflate"]

_SMALLEST_WINDOW: Final = 9
_LARGEST_WINDOW: Final = 15
_MEMORY: Final = 5
"""What zlib calls ``memLevel``: a table of 2**12 places. With 8 the text of a letter gets no smaller."""


def deflate(data: bytes, level: int, *, has_header: bool = True) -> bytes:
    """Return ``data`` compressed by zlib at ``level``, 1 to 9; without header and checksum when asked.

    zlib would make a quarter of a megabyte ready each time. The window here is as large as the data, or
    the largest there is, so that no repetition is out of reach.
    """
    window = min(max(len(data).bit_length(), _SMALLEST_WINDOW), _LARGEST_WINDOW)
    engine = zlib.compressobj(level, zlib.DEFLATED, window if has_header else -window, _MEMORY)
    return engine.compress(data) + engine.flush()
