"""The value: a square of dark and light modules."""

from __future__ import annotations

import re
import struct
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["LEVELS", "QUIET_ZONE", "Level", "QrMatrix"]

Level = Literal["L", "M", "Q", "H"]

LEVELS: Final[tuple[Level, ...]] = ("L", "M", "Q", "H")
QUIET_ZONE: Final = 4
"""White modules that every code needs on all four sides."""


@dataclass(frozen=True, slots=True, kw_only=True)
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

        The deflate stream is stored, not compressed, so the bytes do not depend on the zlib at hand.
        """
        size = self.size
        side = (size + 2 * quiet_zone) * scale
        width = -(-side // 8)
        pad = 8 * width - side
        blank = b"\0" + ((1 << side) - 1 << pad).to_bytes(width)
        margin = "1" * (quiet_zone * scale)
        after = margin + "0" * pad
        inverted = {ord("0"): "1" * scale, ord("1"): "0" * scale}
        modules = "".join([f"{row:0{size}b}\n" for row in self.packed])
        pixels = margin + modules.translate(inverted).rstrip("\n").replace("\n", after + margin) + after
        packed = int(pixels, 2).to_bytes(width * size)
        lines = [blank * (quiet_zone * scale)]
        lines += [(b"\0" + packed[at : at + width]) * scale for at in range(0, len(packed), width)]
        lines.append(blank * (quiet_zone * scale))
        header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
        chunks = [_chunk(b"IHDR", header)]
        if dpi is not None:
            per_metre = round(dpi / 0.0254)
            chunks.append(_chunk(b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1)))
        chunks += [_chunk(b"IDAT", zlib.compress(b"".join(lines), 0)), _chunk(b"IEND", b"")]
        return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)

    def _line(self, row: int) -> str:
        return f"{row:0{self.size}b}"


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
