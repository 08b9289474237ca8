"""QR codes, attachment and shown text of a DOCX, read as the zip of XML that it is, with limits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kopsurat.errors import ScanError
from kopsurat.scanning.codes import find_codes
from kopsurat.scanning.content import Content
from kopsurat.scanning.docx_emblems import emblems_before_text
from kopsurat.scanning.docx_sight import Sight
from kopsurat.scanning.docx_text import characters_of, paragraphs_of
from kopsurat.scanning.pictures import open_picture
from kopsurat.scanning.word_archive import open_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kopsurat.scanning.word_archive import WordArchive

__all__ = ["read_docx"]

_MOST_PICTURES: Final = 40
_PICTURE: Final = re.compile(r"word/media/.+\.(?:png|jpe?g|gif|bmp|tiff?|webp)", re.IGNORECASE)


def read_docx(data: bytes, *, codes_only: bool = False) -> Content:
    """Return what a DOCX holds; ``codes_only`` leaves out attachment and text.

    Raises :class:`~kopsurat.errors.ScanError`: ``scan-docx-unreadable``, ``scan-docx-too-large`` or
    ``scan-docx-unsafe`` (a document type in an XML part, which Word never writes).
    """
    with open_word(data) as archive:
        by_picture = dict(_codes(archive))
        codes = tuple(dict.fromkeys(code for found in by_picture.values() for code in found))
        if codes_only:
            return Content(media="docx", codes=codes)
        carried = tuple(archive.carried())
        sight = Sight(archive)
        texts = tuple(_texts(archive, sight))
        marks = {mark for name in archive.shown for mark in _marks(archive, name, sight, by_picture)}
    return Content(
        media="docx",
        codes=codes,
        letter_files=tuple(each.data for each in carried if each.name.endswith("surat.json")),
        seals=tuple(each.data for each in carried if each.name.endswith((".cose", ".cbor"))),
        texts=texts or None,
        overlays=tuple(sorted(marks)),
    )


def _codes(archive: WordArchive) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the codes in each picture by the name of its part."""
    for name in [each for each in archive.names if _PICTURE.fullmatch(each)][:_MOST_PICTURES]:
        try:
            yield name, find_codes(open_picture(archive.part(name)))
        except ScanError:
            yield name, ()


def _texts(archive: WordArchive, sight: Sight) -> Iterator[str]:
    for name in archive.shown:
        for paragraph in paragraphs_of(archive.root(name)):
            if text := "".join(characters_of(paragraph, sight)).strip():
                yield text


def _marks(archive: WordArchive, name: str, sight: Sight, codes: dict[str, tuple[str, ...]]) -> Iterator[str]:
    """Yield what is foreign in a part: in the text also pictures but codes; letterheads hold emblems."""
    root = archive.root(name)
    if name != archive.main:
        yield from sight.marks(root)
        return
    used = [target for kind, target in archive.targets(name) if kind == "image" and codes.get(target)]
    yield from sight.marks(root, most_pictures=len(used) + emblems_before_text(root))
