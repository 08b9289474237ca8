"""Which fonts of a PDF have codes of more than one byte: those with the program of a composite font.

PDFium does not say so of a font that it opened. Its program does: it is looked for among those of the fonts
that stand below a composite one.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from typing import Any, Final

from kopsurat.scanning.pdf_plain import plain_objects

__all__ = ["may_be_composite"]

_COMPOSITE: Final = re.compile(rb"/Type0(?![\w.-])")
_BELOW: Final = re.compile(rb"/DescendantFonts(?![\w.-])\s*(?:\[\s*(\d+) 0 R\s*\])?")
_DESCRIPTOR: Final = re.compile(rb"/FontDescriptor(?![\w.-])\s*(?:(\d+) 0 R)?")
_FILE: Final = re.compile(rb"/FontFile[23]?(?![\w.-])\s*(?:(\d+) 0 R)?")
_STREAM: Final = re.compile(rb"(?P<keys>.*?)\bstream\r?\n", re.DOTALL)
_LENGTH: Final = re.compile(rb"/Length\s+(\d+)(?![ ]\d+ R)")
_FLATE: Final = re.compile(rb"/Filter\s*(?:/FlateDecode|\[\s*/FlateDecode\s*\])(?![\w.-])")
_MOST: Final = 8_000_000
"""Bytes of a program; the largest of ours has a tenth of it."""


def may_be_composite(document: Any, program: bytes) -> bool:  # noqa: ANN401 - pypdfium2 is untyped
    """Return whether a font with this program may have codes of more than one byte."""
    data = bytes(plain_objects(document))
    if not _COMPOSITE.search(data):
        return False
    try:
        digests = {_digest_below(data, found[1]) for found in _BELOW.finditer(data)}
    except (ValueError, zlib.error):
        return True  # written otherwise than PDFium writes it
    return hashlib.sha256(program).digest() in digests


def _digest_below(data: bytes, number: bytes | None) -> bytes:
    """Return the digest of the program of a font below a composite one."""
    font = _object(data, number)
    descriptor = _object(data, _only(_DESCRIPTOR, font))
    return hashlib.sha256(_program(_object(data, _only(_FILE, descriptor), is_stream=True))).digest()


def _only(pattern: re.Pattern[bytes], data: bytes) -> bytes:
    numbers: list[bytes] = pattern.findall(data)
    if len(numbers) != 1:
        raise ValueError("not one")
    return numbers[0]


def _object(data: bytes, number: bytes | None, *, is_stream: bool = False) -> bytes:
    """Return what is written of an object, of which there must be one."""
    if not number:
        raise ValueError("elsewhere")
    starts = [found.end() for found in re.finditer(rb"(?<!\d)%b 0 obj\b" % number, data)]
    if len(starts) != 1:
        raise ValueError("not one")
    return data[starts[0] :] if is_stream else data[starts[0] : data.index(b"endobj", starts[0])]


def _program(written: bytes) -> bytes:
    """Return what is in a stream that is packed as usual, or not at all."""
    start = _STREAM.match(written)
    length = _LENGTH.search(start["keys"]) if start else None
    if start is None or length is None or b"(" in start["keys"]:
        raise ValueError("no stream")
    body = written[start.end() : start.end() + int(length[1])]
    if b"/Filter" not in start["keys"]:
        return body
    if not _FLATE.search(start["keys"]) or b"/DecodeParms" in start["keys"]:
        raise ValueError("packed otherwise")
    unpacking = zlib.decompressobj()
    program = unpacking.decompress(body, _MOST)
    if not unpacking.eof:
        raise ValueError("too large")
    return program
