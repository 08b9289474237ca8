"""The value: a square of dark and light modules."""

from __future__ import annotations

import functools
import re
import struct
import zlib
from typing import TYPE_CHECKING, Final, Literal

from kopsurat.deflate import deflate
from kopsurat.values import value_class

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["LEVELS", "QUIET_ZONE", "Level", "QrMatrix"]

Level = Literal["L", "M", "Q", "H"]

LEVELS: Final[tuple[Level, ...]] = ("L", "M", "Q", "H")
QUIET_ZONE: Final = 4
"""White modules that every code needs on all four sides."""


@value_class
class QrMatrix:
    """A QR code without its quiet zone.

    ``size`` is the number of modules on a side; ``packed`` holds one integer a row whose highest of
    ``size`` bits is the leftmost module, 1 being dark; ``mask`` is the mask pattern, 0 to 7.
    """

    version: int
    level: Level
    mask: int
    packed: tuple[int, ...]

    @property
    def size(self) -> int:
        """Return the number of modules on a side."""
        return 17 + 4 * self.version

    def rows(self) -> tuple[tuple[bool, ...], ...]:
        """Return the modules row by row, True being dark."""
        return tuple(tuple(bit == "1" for bit in self._line(row)) for row in self.packed)

    def dark_runs(self) -> Iterator[tuple[int, int, int]]:
        """Yield ``(row, column, length)`` for every horizontal run of dark modules, top left first."""
        for number, row in enumerate(self.packed):
            for run in re.finditer("1+", self._line(row)):
                yield number, run.start(), run.end() - run.start()

    def png(self, *, scale: int, quiet_zone: int = QUIET_ZONE, dpi: float | None = None) -> bytes:
        """Return a 1-bit PNG with ``scale`` pixels a module; ``dpi`` is written into it when given.

        The same modules give the same bytes with the same zlib.
        """
        side = (self.size + 2 * quiet_zone) * scale
        width, deep = -(-side // 8), -(-(self.size + 2 * quiet_zone) // 8)
        to_left = 8 * deep - self.size - quiet_zone
        modules = b"".join([(row << to_left).to_bytes(deep) for row in self.packed])
        pixels = b"".join(map(_widths(scale).__getitem__, modules))
        margin = (b"\0" + b"\xff" * width) * (quiet_zone * scale)
        starts = range(0, len(pixels), deep * scale)
        lines = [margin, *[(b"\0" + pixels[at : at + width]) * scale for at in starts], margin]
        header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
        chunks = [_chunk(b"IHDR", header)]
        if dpi is not None:
            per_metre = round(dpi / 0.0254)
            chunks.append(_chunk(b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1)))
        chunks += [_chunk(b"IDAT", deflate(b"".join(lines), 1)), _chunk(b"IEND", b"")]
        return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)

    def _line(self, row: int) -> str:
        return f"{row:0{self.size}b}"


@functools.lru_cache(maxsize=8)
def _widths(scale: int) -> tuple[bytes, ...]:
    """Return every byte of modules as ``scale`` bytes of pixels, of which 1 is white."""
    return tuple(
        int("".join(bit * scale for bit in f"{byte ^ 255:08b}"), 2).to_bytes(scale) for byte in range(256)
    )


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
