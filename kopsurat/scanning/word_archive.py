"""A DOCX opened as the zip of XML that it is, from anybody: limits on size, no document types, one error."""

from __future__ import annotations

import contextlib
import functools
import io
import posixpath
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
_ORDER: Final = ("header", "officeDocument", "footnotes", "endnotes", "footer")
"""Relations of the parts that are shown, in the order of reading."""


class WordArchive:
    """The parts of an open DOCX. ``names`` are all of them, each once."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self.names = tuple(archive.namelist())
        if len(self.names) > _MOST_PARTS:
            raise ScanError("scan-docx-too-large", limit=_MOST_PARTS)
        if len({name.casefold() for name in self.names}) < len(self.names):
            raise ScanError("scan-docx-unsafe")  # programs differ on which of two parts of a name they show

    @functools.cached_property
    def main(self) -> str:
        """The part of the text, which need not be called ``word/document.xml``."""
        found = [target for kind, target in self.targets("") if kind == "officeDocument"]
        if len(found) != 1 or found[0] not in self.names:
            raise ScanError("scan-docx-unreadable")
        return found[0]

    @functools.cached_property
    def shown(self) -> tuple[str, ...]:
        """The parts that a reader sees: headers, the text, notes, footers."""
        found = {target: kind for kind, target in self.targets(self.main) if kind in _ORDER}
        parts = [*found.items(), (self.main, "officeDocument")]
        parts.sort(key=lambda part: (_ORDER.index(part[1]), part[0]))
        return tuple(name for name, _ in parts if name in self.names)

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

    def related(self, name: str) -> Iterator[tuple[str, str, str]]:
        """Yield the relations of a part: id, last word of the type, and where it leads."""
        folder, file = posixpath.split(name)
        relations = posixpath.join(folder, "_rels", f"{file}.rels")
        if relations in self.names:
            for each in self.root(relations):
                kind = each.get("Type", "").rpartition("/")[2]
                yield each.get("Id", ""), kind, each.get("Target", "")

    def targets(self, name: str) -> Iterator[tuple[str, str]]:
        """Yield the parts to which a part (empty: the file) is related: last word of the type, name."""
        folder = posixpath.dirname(name)
        for _, kind, target in self.related(name):
            yield kind, posixpath.normpath(posixpath.join(f"/{folder}", target)).lstrip("/")

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
