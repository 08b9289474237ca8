"""Write PDF objects: numbers, streams, object streams, cross-reference, trailer (ISO 32000-1, 7.3 and 7.5).

Own code, because the objects of one tagged letter take reportlab 1.4 ms and these functions 0.1 ms
(decision 0007). Everything is written to a binary file object as it comes, so that a file of ten
thousand letters needs no more memory than its cross-reference table.
"""

from __future__ import annotations

import functools
import hashlib
import sys
import zlib
from array import array
from typing import TYPE_CHECKING, Final

from kopsurat.deflate import deflate

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO

__all__ = ["ObjectWriter", "array_of", "name", "number", "text_string"]

_PACK: Final = 200
"""Objects in one object stream; readers unpack the whole stream to read one."""

_DEFLATE: Final = 1
"""The level of zlib: a third of the time of its default for 3 % more bytes of a letter."""

_SHORT: Final = 1000
"""A cross-reference of so many bytes is not deflated, which would save less than half a percent of a file."""

_FREE, _DIRECT, _IN_STREAM = range(3)
"""The types of cross-reference entries (ISO 32000-1, table 18)."""

_ID_SIZE: Final = 16
_BINARY_MARK: Final = b"%\xe2\xe3\xcf\xd3\n"
_DELIMITERS: Final = frozenset(b"()<>[]{}/%#")


def _deflated(data: bytes) -> bytes:
    return deflate(data, _DEFLATE)


@functools.lru_cache(32)
def _deflated_once(data: bytes) -> bytes:
    return zlib.compress(data, 9)


class ObjectWriter:
    """The numbered objects of one file, written to ``out`` in the order in which they are finished.

    ``version`` is that of the header. ``packed`` puts all but streams into object streams
    (from PDF 1.5 on), which makes a tagged letter a fifth smaller.
    """

    __slots__ = ("_digest", "_has_begun", "_out", "_pack", "_packed", "_position", "_types", "_where")

    def __init__(self, out: BinaryIO, *, version: tuple[int, int], packed: bool) -> None:
        self._out = out
        self._packed = packed
        self._has_begun = False
        self._pack: list[tuple[int, bytes]] = []
        self._types = bytearray((_FREE,))
        self._where = array("Q", (0xFFFF,))  # 48 bits of place, 16 of index or generation
        self._digest = hashlib.sha256()
        self._position = 0
        self._emit(b"%%PDF-%d.%d\n" % version + _BINARY_MARK)

    @property
    def count(self) -> int:
        """The number that the next object will have."""
        return len(self._where)

    def reserve(self) -> int:
        """Return the number of an object that will be put later."""
        self._where.append(0)
        self._types.append(_DIRECT)
        return len(self._where) - 1

    def reserve_many(self, count: int) -> range:
        """Return the numbers of some objects that will be put later."""
        first = len(self._where)
        self._where.extend((0,) * count)
        self._types.extend((_DIRECT,) * count)
        return range(first, first + count)

    def add(self, body: bytes) -> int:
        """Write an object that is no stream, and return its number."""
        own = self.reserve()
        self.put(own, body)
        return own

    def put(self, own: int, body: bytes) -> None:
        """Write the object of a reserved number."""
        if not self._packed:
            self._direct(own, body)
            return
        self._pack.append((own, body))
        if len(self._pack) >= _PACK:
            self._flush()

    def end_beginning(self) -> None:
        """Give what the file begins with a stream of its own, deflated once for all files that begin so."""
        if self._pack and not self._has_begun:
            self._flush(_deflated_once)

    def add_stream(self, entries: bytes, data: bytes, *, own: int | None = None) -> int:
        """Write a stream whose dictionary holds ``entries`` beside its length; return its number."""
        if own is None:
            own = self.reserve()
        self._direct(own, b"<<%b/Length %d>>\nstream\n%b\nendstream" % (entries, len(data), data))
        return own

    def add_deflated(self, entries: bytes, data: bytes, *, own: int | None = None) -> int:
        """Write a stream, deflating ``data``; return its number."""
        return self.add_stream(entries + b"/Filter/FlateDecode", _deflated(data), own=own)

    def close(self, *, root: int, info: int | None) -> None:
        """Write the cross-reference and the trailer. The file's ID is a digest of all that stands in it."""
        if self._pack:
            self._flush()
        digest = self._digest.digest()[:_ID_SIZE].hex().upper().encode("ascii")
        entries = b"/Root %d 0 R" % root + (b"/Info %d 0 R" % info if info is not None else b"")
        entries += b"/ID[<%b><%b>]" % (digest, digest)
        start = self._position
        if self._packed:
            self._cross_reference_stream(entries)
        else:
            self._cross_reference_table(entries)
        self._emit(b"startxref\n%d\n%%%%EOF\n" % start)

    def _emit(self, data: bytes) -> None:
        self._out.write(data)
        self._digest.update(data)
        self._position += len(data)

    def _direct(self, own: int, body: bytes) -> None:
        self._where[own] = self._position << 16
        self._emit(b"%d 0 obj\n%b\nendobj\n" % (own, body))

    def _flush(self, deflate: Callable[[bytes], bytes] = _deflated) -> None:
        pack, self._pack, self._has_begun = self._pack, [], True
        own = self.reserve()
        where, types = self._where, self._types
        entry, position = own << 16, 0
        heads: list[bytes] = []
        for packed, body in pack:
            where[packed] = entry
            types[packed] = _IN_STREAM
            entry += 1
            heads.append(b"%d %d" % (packed, position))
            position += len(body) + 1
        head = b" ".join(heads)
        data = b"%b\n%b" % (head, b"\n".join([body for _, body in pack]))
        entries = b"/Type/ObjStm/N %d/First %d/Filter/FlateDecode" % (len(pack), len(head) + 1)
        self.add_stream(entries, deflate(data), own=own)

    def _cross_reference_table(self, entries: bytes) -> None:
        places = b"".join([b"%010d 00000 n \n" % (where >> 16) for where in self._where[1:]])
        self._emit(
            b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<</Size %d%b>>\n"
            % (len(self._where), places, len(self._where), entries)
        )

    def _cross_reference_stream(self, entries: bytes) -> None:
        own = self.reserve()
        self._where[own] = self._position << 16
        places = array("Q", self._where)
        if sys.byteorder == "little":
            places.byteswap()
        columns, wide = places.tobytes(), -(-self._position.bit_length() // 8)
        rows = bytearray((3 + wide) * len(places))
        rows[:: 3 + wide] = self._types
        for column in range(1, 3 + wide):
            rows[column :: 3 + wide] = columns[5 - wide + column :: 8]
        entries = b"/Type/XRef/W[1 %d 2]/Size %d%b" % (wide, len(places), entries)
        add = self.add_deflated if len(rows) > _SHORT else self.add_stream
        add(entries, bytes(rows), own=own)


def number(value: float) -> str:
    """Return a number as PDF writes it: at most three decimals, no exponent, no idle zeros."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def array_of(references: list[int]) -> bytes:
    """Return an array of references."""
    return b"[%b]" % b" ".join([b"%d 0 R" % reference for reference in references])


def name(text: str) -> str:
    """Return a name object with everything but regular ASCII characters escaped."""
    return "/" + "".join(
        chr(byte) if 0x21 <= byte <= 0x7E and byte not in _DELIMITERS else f"#{byte:02X}"  # noqa: PLR2004 - ASCII
        for byte in text.encode("utf-8")
    )


def text_string(text: str) -> str:
    """Return a text string object: a literal where ASCII is enough, otherwise UTF-16 in hexadecimal."""
    if text.isascii() and text.isprintable():
        return "(" + text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") + ")"
    return f"<FEFF{text.encode('utf-16-be', 'surrogatepass').hex().upper()}>"
