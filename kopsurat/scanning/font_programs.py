"""Font programs of PDF files: ours or not, and where the ink of each letter lies.

Our own files hold the fixed subsets of the bundled faces byte for byte, or single glyphs of them. A program
that is neither may draw a 9 for a 1.
"""

from __future__ import annotations

import functools
import hashlib
import struct
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias

from kopsurat.fonts import all_faces, families, file_bytes
from kopsurat.fonts.glyf import bounds_of, parts_of, raw_outlines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kopsurat.fonts import Face

__all__ = ["Program", "program_of"]

Ink: TypeAlias = "tuple[float, float, float, float]"
"""Left, bottom, right and top of a letter from where it is set, in ems; a blank is flat."""
_NEAR: Final = 0.004
"""Ems by which PDFium, which counts in thousandths, may place ink elsewhere."""
_ADDED: Final = 1 / 64
"""Share of its height that PDFium adds to the top of a letter of a composite font."""
_BLANK: Final = 0.005
"""Height of the box that PDFium gives a blank, in ems."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """A font program of ours: its face, and the outlines of which it consists beside those of every file.

    ``outlines`` is None for a fixed subset. The same one on several pages is equal.
    """

    face: Face
    outlines: frozenset[bytes] | None = field(default=None, repr=False)

    def ink(self, code: int) -> Ink | None:
        """Return where the ink of a character lies, None for one that the face has not."""
        return _inks(self.face).get(code)

    def advance(self, code: int) -> float:
        """Return how far a character moves the next one, in ems."""
        return self.face.advances.get(code, 0) / self.face.units_per_em

    def is_like(self, ink: Ink, code: int, size: float) -> bool:
        """Return whether the ink of a character, in points, lies where it should at this size."""
        wanted = self.ink(code)
        if wanted is None:
            return False
        if wanted[1] == wanted[3]:  # PDFium gives a blank a flat box
            return abs(ink[3] - ink[1]) < _BLANK * size
        near = _NEAR * size
        higher = near if self.outlines is None else near + abs(wanted[3]) * size * _ADDED
        return (
            abs(ink[0] - wanted[0] * size) < near
            and abs(ink[1] - wanted[1] * size) < near
            and abs(ink[2] - wanted[2] * size) < near
            and -near < ink[3] - wanted[3] * size < higher
        )

    def is_used_by(self, codes: Iterable[int]) -> bool:
        """Return whether these characters account for every outline of the program but blanks."""
        if self.outlines is None or self.face.is_shaped:
            return True
        ids = self.face.glyph_ids
        glyphs = {0, *(ids[code] for code in codes if code in ids)}
        read = {_plain(each) for glyph in glyphs for each in _with_parts(self.face, glyph)}
        return self.outlines <= {b"", *read}


def program_of(data: bytes) -> Program | None:
    """Return the program of ours that ``data`` is, or None."""
    if found := _fixed().get(hashlib.sha256(data).digest()):
        return found
    try:
        outlines = frozenset(_plain(each) for each in raw_outlines(data))
    except (struct.error, KeyError, IndexError, ValueError):
        return None
    for shown in all_faces():
        if outlines and outlines <= _all_outlines(shown):
            return Program(face=shown, outlines=outlines)
    return None


@functools.cache
def _fixed() -> dict[bytes, Program]:
    """Return the fixed subsets by their digests."""
    return {
        hashlib.sha256(zlib.decompress(file_bytes(f"core/{each.file}.zlib"))).digest(): Program(face=each)
        for each in all_faces()
        if each.family in families()
    }


@functools.cache
def _outlines(shown: Face) -> list[bytes]:
    return raw_outlines(shown.data)


@functools.cache
def _all_outlines(shown: Face) -> frozenset[bytes]:
    return frozenset(map(_plain, _outlines(shown)))


def _plain(outline: bytes) -> bytes:
    """Return an outline as it can be compared: without padding and without the numbers of its parts."""
    copy = bytearray(outline)
    for _, at in parts_of(outline):
        copy[at : at + 2] = b"\0\0"
    return bytes(copy).rstrip(b"\0")


def _with_parts(shown: Face, glyph: int) -> Iterator[bytes]:
    outline = _outlines(shown)[glyph]
    yield outline
    for part, _ in parts_of(outline):
        yield from _with_parts(shown, part)


@functools.cache
def _inks(shown: Face) -> dict[int, Ink]:
    em, outlines = shown.units_per_em, _outlines(shown)
    found = {}
    for code, glyph in shown.glyph_ids.items():
        box = bounds_of(outlines[glyph])
        left, bottom, right, top = box or (0, 0, shown.advances[code], 0)
        found[code] = (left / em, bottom / em, right / em, top / em)
    return found
