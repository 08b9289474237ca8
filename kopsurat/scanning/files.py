"""Which kind of file it is, and what it holds."""

from __future__ import annotations

import re
from typing import Final, Literal, get_args

from kopsurat.arguments import expect, expect_choice
from kopsurat.errors import ScanError
from kopsurat.scanning.codes import find_codes
from kopsurat.scanning.content import Content
from kopsurat.scanning.pictures import open_picture

__all__ = ["FILE_LIMIT", "Media", "media_of", "read_file", "scan"]

FILE_LIMIT: Final = 60_000_000
"""Largest file that is looked at, in bytes."""
Media = Literal["pdf", "docx", "picture"]

_HEIC: Final = re.compile(rb"ftyp(?:heic|heix|hevc|hevx|heim|heis|mif1|msf1|avif|avis)")
_PICTURES: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*")


def media_of(data: bytes) -> Media:
    """Return the kind of file that ``data`` is, by its first bytes and not by any name.

    Raises :class:`~kopsurat.errors.ScanError`: ``scan-empty``, ``scan-too-large``, ``scan-heic`` or
    ``scan-unknown-file``.
    """
    if not data:
        raise ScanError("scan-empty")
    if len(data) > FILE_LIMIT:
        raise ScanError("scan-too-large", limit=FILE_LIMIT // 1_000_000)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return "docx"
    if data.startswith(_PICTURES) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
        return "picture"
    if _HEIC.match(data[4:16]):
        raise ScanError("scan-heic")
    raise ScanError("scan-unknown-file")


def read_file(data: bytes, *, media: Media | None = None, codes_only: bool = False) -> Content:
    """Return what the file holds. Raises :class:`~kopsurat.errors.ScanError` and MissingExtra.

    A ``media`` that does not exist is :class:`~kopsurat.errors.InvalidInput` ``choice-unknown``.
    """
    if media is not None:
        expect_choice(media, get_args(Media), "media")
    kind = media or media_of(data)
    if kind == "pdf":
        from kopsurat.scanning.pdf import read_pdf

        return read_pdf(data, codes_only=codes_only)
    if kind == "docx":
        from kopsurat.scanning.docx import read_docx

        return read_docx(data, codes_only=codes_only)
    return Content(media="picture", codes=find_codes(open_picture(data)))


def scan(data: bytes, *, media: Media | None = None) -> tuple[str, ...]:
    """Return the texts of the QR codes in a PDF, a DOCX or a picture, each once.

    ``media`` overrides what the first bytes say. Raises :class:`~kopsurat.errors.ScanError` for a file
    that cannot be looked at, :class:`~kopsurat.errors.MissingExtra` without the extra ``scan``.
    """
    expect(data, bytes, "data")
    return read_file(data, media=media, codes_only=True).codes
