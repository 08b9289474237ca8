"""The text of a DOCX as a reader sees it, with its links: headers, text boxes, split runs, fields."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from kopsurat.errors import ScanError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["read_docx_text"]

_MOST_PARTS: Final = 2_000
_MOST_BYTES: Final = 20_000_000
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SHOWN: Final = re.compile(r"word/(?:header\d*|document\d*|footnotes|endnotes|footer\d*)\.xml")
_SKIPPED: Final = frozenset({f"{_MC}Fallback", f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText"})
_SPACES: Final = {
    f"{_W}tab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "-",
    f"{_W}ptab": "\t",
}
_FIELD_LINK: Final = re.compile(r'HYPERLINK\s+"([^"]+)"')

Links = dict[str, str]


def read_docx_text(data: bytes) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """Return the paragraphs (headers first, footers last), and each link as (text shown, target).

    Raises :class:`~kopsurat.errors.ScanError`: ``scan-docx-unreadable``, ``scan-docx-too-large`` or
    ``scan-docx-unsafe``.
    """
    paragraphs: list[str] = []
    links: list[tuple[str, str]] = []
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            if len(names) > _MOST_PARTS:
                raise ScanError("scan-docx-too-large", limit=_MOST_PARTS)
            if "[Content_Types].xml" not in names:
                raise ScanError("scan-docx-unreadable")
            for name in _shown_parts(names):
                root = _xml(_part(archive, name))
                targets = _targets(archive, name, names)
                for paragraph in _paragraphs(root):
                    paragraphs.append("".join(_characters(paragraph)))
                    links.extend(_links(paragraph, targets))
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise ScanError("scan-docx-unreadable") from error
    return tuple(paragraphs), tuple(links)


def _shown_parts(names: list[str]) -> list[str]:
    shown = [name for name in dict.fromkeys(names) if _SHOWN.fullmatch(name)]
    return sorted(shown, key=lambda name: ("header" not in name, "footer" in name, name))


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return a part, reading no more than the limit whatever its header says."""
    with archive.open(name) as stream:
        body = stream.read(_MOST_BYTES + 1)
    if len(body) > _MOST_BYTES:
        raise ScanError("scan-docx-too-large", limit=_MOST_BYTES)
    return body


def _xml(part: bytes) -> ET.Element:
    if b"<!" in part.replace(b"<!--", b"") or part[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in part:
        raise ScanError("scan-docx-unsafe")
    try:
        return ET.fromstring(part)  # noqa: S314 - no document type, hence no entities
    except (ET.ParseError, ValueError, LookupError) as error:
        raise ScanError("scan-docx-unreadable") from error


def _targets(archive: zipfile.ZipFile, name: str, names: list[str]) -> Links:
    """Return where the links of a part lead, by relation id."""
    folder, file = posixpath.split(name)
    relations = f"{folder}/_rels/{file}.rels"
    if relations not in names:
        return {}
    root = _xml(_part(archive, relations))
    return {
        each.get("Id", ""): each.get("Target", "")
        for each in root
        if each.get("Type", "").endswith("/hyperlink")
    }


def _paragraphs(root: ET.Element) -> Iterator[ET.Element]:
    """Yield the paragraphs in reading order, without fallback copies that Word does not show.

    The tree is walked without recursion, because a crafted file nests as deep as it likes.
    """
    stack = [root]
    while stack:
        element = stack.pop()
        if element.tag in _SKIPPED:
            continue
        if element.tag == f"{_W}p":
            yield element
        stack.extend(reversed(element))


def _characters(paragraph: ET.Element) -> Iterator[str]:
    """Yield the characters of a paragraph; one inside it (a text box) speaks for itself."""
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        if element.tag in _SKIPPED or element.tag == f"{_W}p":
            continue
        if element.tag == f"{_W}t":
            yield element.text or ""
        elif element.tag in _SPACES:
            yield _SPACES[element.tag]
        else:
            stack.extend(reversed(element))


def _links(paragraph: ET.Element, targets: Links) -> Iterator[tuple[str, str]]:
    for link in paragraph.iter(f"{_W}hyperlink"):
        target = targets.get(link.get(f"{_R}id", ""))
        if target:
            yield "".join(_characters(link)).strip(), target
    instruction = "".join(element.text or "" for element in paragraph.iter(f"{_W}instrText"))
    for match in _FIELD_LINK.finditer(instruction):
        yield "", match[1]
    for simple in paragraph.iter(f"{_W}fldSimple"):
        if found := _FIELD_LINK.search(simple.get(f"{_W}instr", "")):
            yield "".join(_characters(simple)).strip(), found[1]
