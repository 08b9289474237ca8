"""QR codes, attachment and shown text of a DOCX, read as the zip of XML that it is, with limits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kopsurat.errors import ScanError
from kopsurat.scanning.codes import find_codes
from kopsurat.scanning.content import Content
from kopsurat.scanning.pictures import open_picture
from kopsurat.scanning.word_archive import MC, WORD, WordArchive, open_word

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree import ElementTree as ET

__all__ = ["read_docx"]

_MOST_PICTURES: Final = 40
_FALLBACK: Final = f"{MC}Fallback"
_PICTURE: Final = re.compile(r"word/media/.+\.(?:png|jpe?g|gif|bmp|tiff?|webp)", re.IGNORECASE)


def read_docx(data: bytes, *, codes_only: bool = False) -> Content:
    """Return what a DOCX holds; ``codes_only`` leaves out attachment and text.

    Raises :class:`~kopsurat.errors.ScanError`: ``scan-docx-unreadable``, ``scan-docx-too-large`` or
    ``scan-docx-unsafe`` (a document type in an XML part, which Word never writes).
    """
    with open_word(data) as archive:
        codes = tuple(dict.fromkeys(_codes(archive)))
        if codes_only:
            return Content(media="docx", codes=codes)
        carried = tuple(archive.carried())
        texts = tuple(_texts(archive))
    return Content(
        media="docx",
        codes=codes,
        letter_files=tuple(each.data for each in carried if each.name.endswith("surat.json")),
        seals=tuple(each.data for each in carried if each.name.endswith((".cose", ".cbor"))),
        texts=texts or None,
    )


def _codes(archive: WordArchive) -> Iterator[str]:
    for name in [each for each in archive.names if _PICTURE.fullmatch(each)][:_MOST_PICTURES]:
        try:
            yield from find_codes(open_picture(archive.part(name)))
        except ScanError:
            continue


def _texts(archive: WordArchive) -> Iterator[str]:
    for name in archive.shown:
        for paragraph in _paragraphs(archive.root(name)):
            if text := "".join(_characters(paragraph)).strip():
                yield text


def _paragraphs(root: ET.Element) -> Iterator[ET.Element]:
    """Yield the paragraphs in reading order, without the fallback copies that Word does not show."""
    for child in root:
        if child.tag == _FALLBACK:
            continue
        if child.tag == f"{WORD}p":
            yield child
        yield from _paragraphs(child)


def _characters(element: ET.Element) -> Iterator[str]:
    """Yield the characters of a paragraph; a paragraph inside it (a text box) speaks for itself."""
    for child in element:
        if child.tag in (_FALLBACK, f"{WORD}p", f"{WORD}del") or _is_hidden(child):
            continue
        if child.tag == f"{WORD}t":
            yield child.text or ""
        elif child.tag in (f"{WORD}tab", f"{WORD}br", f"{WORD}cr"):
            yield " "
        elif child.tag == f"{WORD}noBreakHyphen":
            yield "-"
        else:
            yield from _characters(child)


def _is_hidden(element: ET.Element) -> bool:
    """Return whether this is a run of hidden text, which Word does not show."""
    vanish = element.find(f"{WORD}rPr/{WORD}vanish")
    return vanish is not None and vanish.get(f"{WORD}val", "true") not in ("0", "false", "off")
