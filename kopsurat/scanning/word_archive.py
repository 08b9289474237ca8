"""A DOCX opened as the zip of XML that it is, from anybody: limits on size, no document types, one error."""

from __future__ import annotations

import contextlib
import io
import re
import zipfile
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from kopsurat.errors import ScanError
from kopsurat.layout.carriage import read_carriage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kopsurat.layout.model import Attachment

__all__ = ["MC", "WORD", "WordArchive", "open_word"]

WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MOST_PARTS: Final = 2_000
_MOST_BYTES: Final = 20_000_000
_CUSTOM: Final = re.compile(r"customXml/item\d*\.xml", re.IGNORECASE)
_SHOWN: Final = re.compile(r"word/(?:header\d*|document\d*|footnotes|endnotes|footer\d*)\.xml")


class WordArchive:
    """The parts of an open DOCX. ``names`` are all of them, each once."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self.names = tuple(dict.fromkeys(archive.namelist()))
        if len(archive.infolist()) > _MOST_PARTS:
            raise ScanError("scan-docx-too-large", limit=_MOST_PARTS)

    @property
    def shown(self) -> tuple[str, ...]:
        """The parts that a reader sees: headers, body, notes, footers."""
        found = [name for name in self.names if _SHOWN.fullmatch(name)]
        return tuple(sorted(found, key=lambda name: ("header" not in name, "footer" in name, name)))

    def part(self, name: str) -> bytes:
        """Return a part, reading no more than the limit whatever its header says."""
        with self._archive.open(name) as stream:
            body = stream.read(_MOST_BYTES + 1)
        if len(body) > _MOST_BYTES:
            raise ScanError("scan-docx-too-large", limit=_MOST_BYTES)
        return body

    def root(self, name: str) -> ET.Element:
        """Return the root of an XML part. A document type, which Word never writes, is refused unread."""
        part = self.part(name)
        is_wide = part[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in part
        if is_wide or b"<!" in part.replace(b"<!--", b""):
            raise ScanError("scan-docx-unsafe")
        try:
            return ET.fromstring(part)  # noqa: S314 - no document type, hence no entities
        except (ET.ParseError, ValueError, LookupError) as error:
            raise ScanError("scan-docx-unreadable") from error

    def carried(self) -> Iterator[Attachment]:
        """Yield the files that travel in the letter's custom XML part."""
        for name in self.names:
            if _CUSTOM.fullmatch(name):
                yield from read_carriage(self.part(name)) or ()


@contextlib.contextmanager
def open_word(data: bytes) -> Iterator[WordArchive]:
    """Open a DOCX for the block.

    Whatever goes wrong in it is one :class:`~kopsurat.errors.ScanError`: ``scan-docx-unreadable``,
    ``scan-docx-too-large`` or ``scan-docx-unsafe``.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield WordArchive(archive)
    except ScanError:
        raise
    except Exception as error:  # zipfile raises nearly anything for damaged archives
        raise ScanError("scan-docx-unreadable", cause=type(error).__name__) from error
