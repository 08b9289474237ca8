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

from kopsurat.errors import MissingExtra, ScanError
from kopsurat.layout.carriage import read_carriage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kopsurat.layout.model import Attachment

__all__ = ["DRAWING", "MC", "RELATION", "WORD", "WordArchive", "is_on", "is_on_value", "open_word"]

WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_MOST_PARTS: Final = 2_000
_MOST_BYTES: Final = 20_000_000
_SMALL: Final = 500_000
_MOST_KEPT: Final = 64
"""Bytes and count of parts that are read once and kept."""
_ENCODING: Final = re.compile(rb"""(?:\xef\xbb\xbf)?<\?xml[^>]*?\sencoding\s*=\s*["']([^"'>]*)""")
_CUSTOM: Final = re.compile(r"customXml/item\d*\.xml", re.IGNORECASE)
_ORDER: Final = ("header", "officeDocument", "footnotes", "endnotes", "footer")
"""Relations of the parts that hold text, in the order of reading."""
_NOTES: Final = ("footnotes", "endnotes")


class WordArchive:
    """The parts of an open DOCX. ``names`` are all of them, each once."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self.names = tuple(archive.namelist())
        self._roots: dict[str, ET.Element] = {}
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
    def read(self) -> tuple[str, ...]:
        """The parts that hold text, whether a page shows them or not: headers, the text, notes, footers."""
        found = {target: kind for kind, target in self.targets(self.main) if kind in _ORDER}
        parts = [*found.items(), (self.main, "officeDocument")]
        parts.sort(key=lambda part: (_ORDER.index(part[1]), part[0]))
        return tuple(name for name, _ in parts if name in self.names)

    @functools.cached_property
    def shown(self) -> tuple[str, ...]:
        """The parts that a reader sees: headers to which a section refers, the text, notes, footers."""
        kept = {kind: target for kind, target in self.targets(self.main) if kind in _NOTES}
        notes = [kept[kind] for kind in _NOTES if kind in kept]
        heads, feet = self._furniture("headerReference"), self._furniture("footerReference")
        parts = dict.fromkeys((*heads, self.main, *notes, *feet))
        return tuple(name for name in parts if name in self.names)

    def _furniture(self, kind: str) -> list[str]:
        """Return the headers or footers that pages show, that of the first page last."""
        targets = {key: self.path(self.main, target) for key, _, target in self.related(self.main)}
        settings = self.companion("settings")
        has_even = is_on(self.root(settings).find(f"{WORD}evenAndOddHeaders") if settings else None)
        found: list[tuple[bool, int, str]] = []
        for number, section in enumerate(self.root(self.main).iter(f"{WORD}sectPr")):
            has_first = is_on(section.find(f"{WORD}titlePg"))
            for each in section.findall(f"{WORD}{kind}"):
                pages = each.get(f"{WORD}type", "default")
                if {"first": has_first, "even": has_even}.get(pages, True):
                    is_on_first_page = number == 0 and pages == ("first" if has_first else "default")
                    found.append((is_on_first_page, -number, targets.get(each.get(f"{RELATION}id", ""), "")))
        return [name for *_, name in sorted(found)]

    def part(self, name: str) -> bytes:
        """Return a part, reading no more than the limit whatever its header says."""
        with self._archive.open(name) as stream:
            body = stream.read(_MOST_BYTES + 1)
        if len(body) > _MOST_BYTES:
            raise ScanError("scan-docx-too-large", limit=_MOST_BYTES)
        return body

    def root(self, name: str) -> ET.Element:
        """Return the root of an XML part. A document type, which Word never writes, is refused unread."""
        if name in self._roots:
            return self._roots[name]
        part = self.part(name)
        declared = _ENCODING.match(part)
        if declared and declared[1].lower() not in (b"utf-8", b"us-ascii", b"ascii"):
            raise ScanError("scan-docx-unsafe")  # programs differ on which characters those are
        is_wide = part[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in part
        if is_wide or b"<!" in part.replace(b"<!--", b""):
            raise ScanError("scan-docx-unsafe")
        try:
            root = ET.fromstring(part)  # noqa: S314 - no document type, hence no entities
        except (ET.ParseError, ValueError, LookupError) as error:
            raise ScanError("scan-docx-unreadable") from error
        if len(part) <= _SMALL and len(self._roots) < _MOST_KEPT:
            self._roots[name] = root
        return root

    def relations(self, name: str) -> tuple[ET.Element, ...]:
        """Return the relations of a part (empty: of the file)."""
        folder, file = posixpath.split(name)
        relations = posixpath.join(folder, "_rels", f"{file}.rels")
        return tuple(self.root(relations)) if relations in self.names else ()

    def related(self, name: str) -> Iterator[tuple[str, str, str]]:
        """Yield the relations of a part: id, last word of the type, and where it leads."""
        for each in self.relations(name):
            yield each.get("Id", ""), each.get("Type", "").rpartition("/")[2], each.get("Target", "")

    def targets(self, name: str) -> Iterator[tuple[str, str]]:
        """Yield the parts to which a part (empty: the file) is related: last word of the type, name."""
        for _, kind, target in self.related(name):
            yield kind, self.path(name, target)

    def path(self, name: str, target: str) -> str:
        """Return the name of a part by where a relation of the part ``name`` leads."""
        folder = posixpath.dirname(name)
        return posixpath.normpath(posixpath.join(f"/{folder}", target)).lstrip("/")

    def companion(self, kind: str) -> str | None:
        """Return the part that goes with the text as its ``styles``, ``fontTable`` or ``theme``."""
        found = [target for each, target in self.targets(self.main) if each == kind]
        return found[0] if found and found[0] in self.names else None

    def carried(self) -> Iterator[Attachment]:
        """Yield the files that travel in the letter's custom XML part."""
        for name in self.names:
            if _CUSTOM.fullmatch(name):
                yield from read_carriage(self.part(name)) or ()


def is_on(switch: ET.Element | None) -> bool:
    """Return whether a switch such as ``w:titlePg`` is there, and not there to say no."""
    return switch is not None and is_on_value(switch.get(f"{WORD}val", "true"))


def is_on_value(value: str) -> bool:
    """Return whether the value of a switch says yes."""
    return value not in ("0", "false", "off")


@contextlib.contextmanager
def open_word(data: bytes) -> Iterator[WordArchive]:
    """Open a DOCX for the block.

    Whatever goes wrong in it is one :class:`~kopsurat.errors.ScanError`: ``scan-docx-unreadable``,
    ``scan-docx-too-large`` or ``scan-docx-unsafe``.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield WordArchive(archive)
    except (ScanError, MissingExtra):
        raise
    except Exception as error:  # zipfile raises nearly anything for damaged archives
        raise ScanError("scan-docx-unreadable", cause=type(error).__name__) from error
