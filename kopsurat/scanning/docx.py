"""QR codes, attachment and shown text of a DOCX, read as the zip of XML that it is, with limits."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from kopsurat.errors import ScanError
from kopsurat.layout.carriage import read_carriage
from kopsurat.scanning.codes import find_codes
from kopsurat.scanning.content import Content
from kopsurat.scanning.pictures import open_picture

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["read_docx"]

_MOST_PARTS: Final = 2_000
_MOST_BYTES: Final = 20_000_000
_MOST_PICTURES: Final = 40
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_CUSTOM: Final = re.compile(r"customXml/item\d*\.xml", re.IGNORECASE)
_PICTURE: Final = re.compile(r"word/media/.+\.(?:png|jpe?g|gif|bmp|tiff?|webp)", re.IGNORECASE)
_SHOWN: Final = re.compile(r"word/(?:header\d*|document|footnotes|endnotes|footer\d*)\.xml")


def read_docx(data: bytes, *, codes_only: bool = False) -> Content:
    """Return what a DOCX holds; ``codes_only`` leaves out attachment and text.

    Raises :class:`~kopsurat.errors.ScanError`: ``scan-docx-unreadable``, ``scan-docx-too-large`` or
    ``scan-docx-unsafe`` (a document type in an XML part, which Word never writes).
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = _names(archive)
            codes = tuple(dict.fromkeys(_codes(archive, names)))
            if codes_only:
                return Content(media="docx", codes=codes)
            carried = [
                each
                for name in names
                if _CUSTOM.fullmatch(name)
                for each in read_carriage(_part(archive, name)) or ()
            ]
            texts = tuple(_texts(archive, names))
    except ScanError:
        raise
    except Exception as error:  # zipfile raises nearly anything for damaged archives
        raise ScanError("scan-docx-unreadable", cause=type(error).__name__) from error
    return Content(
        media="docx",
        codes=codes,
        letter_files=tuple(each.data for each in carried if each.name.endswith("surat.json")),
        seals=tuple(each.data for each in carried if each.name.endswith((".cose", ".cbor"))),
        texts=texts or None,
    )


def _names(archive: zipfile.ZipFile) -> list[str]:
    names = archive.namelist()
    if len(names) > _MOST_PARTS:
        raise ScanError("scan-docx-too-large", limit=_MOST_PARTS)
    return names


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return a part, reading no more than the limit whatever its header says."""
    with archive.open(name) as stream:
        body = stream.read(_MOST_BYTES + 1)
    if len(body) > _MOST_BYTES:
        raise ScanError("scan-docx-too-large", limit=_MOST_BYTES)
    return body


def _codes(archive: zipfile.ZipFile, names: list[str]) -> Iterator[str]:
    for name in [each for each in names if _PICTURE.fullmatch(each)][:_MOST_PICTURES]:
        try:
            yield from find_codes(open_picture(_part(archive, name)))
        except ScanError:
            continue


def _texts(archive: zipfile.ZipFile, names: list[str]) -> Iterator[str]:
    shown = [each for each in names if _SHOWN.fullmatch(each)]
    for name in sorted(shown, key=lambda each: ("header" not in each, "footer" in each, each)):
        root = _xml(_part(archive, name))
        for paragraph in _paragraphs(root):
            if text := "".join(_characters(paragraph)).strip():
                yield text


def _xml(part: bytes) -> ET.Element:
    if b"<!" in part.replace(b"<!--", b"") or part[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in part:
        raise ScanError("scan-docx-unsafe")
    try:
        return ET.fromstring(part)  # noqa: S314 - no document type, hence no entities
    except (ET.ParseError, ValueError, LookupError) as error:
        raise ScanError("scan-docx-unreadable") from error


def _paragraphs(root: ET.Element) -> Iterator[ET.Element]:
    """Yield the paragraphs in reading order, without the fallback copies that Word does not show."""
    for child in root:
        if child.tag == _FALLBACK:
            continue
        if child.tag == f"{_W}p":
            yield child
        yield from _paragraphs(child)


def _characters(element: ET.Element) -> Iterator[str]:
    """Yield the characters of a paragraph; a paragraph inside it (a text box) speaks for itself."""
    for child in element:
        if child.tag in (_FALLBACK, f"{_W}p", f"{_W}del") or _is_hidden(child):
            continue
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in (f"{_W}tab", f"{_W}br", f"{_W}cr"):
            yield " "
        elif child.tag == f"{_W}noBreakHyphen":
            yield "-"
        else:
            yield from _characters(child)


def _is_hidden(element: ET.Element) -> bool:
    """Return whether this is a run of hidden text, which Word does not show."""
    vanish = element.find(f"{_W}rPr/{_W}vanish")
    return vanish is not None and vanish.get(f"{_W}val", "true") not in ("0", "false", "off")
