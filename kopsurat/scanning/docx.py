"""QR codes, attachment and shown text of a DOCX, read as the zip of XML that it is, with limits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kopsurat.errors import ScanError
from kopsurat.scanning.codes import find_codes
from kopsurat.scanning.content import Content
from kopsurat.scanning.docx_actions import foreign_actions
from kopsurat.scanning.docx_fields import foreign_fields
from kopsurat.scanning.docx_fonts import foreign_fonts
from kopsurat.scanning.docx_pictures import foreign_pictures
from kopsurat.scanning.docx_places import is_misplaced
from kopsurat.scanning.docx_sight import Sight
from kopsurat.scanning.docx_text import characters_of, links_of, paragraphs_of
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
        codes = tuple(dict.fromkeys(_codes(archive)))
        if codes_only:
            return Content(media="docx", codes=codes)
        carried = tuple(archive.carried())
        sight = Sight(archive)
        texts = tuple(_texts(archive, sight))
        marks = set(_marks(archive, sight))
        links = tuple(dict.fromkeys(target for _, target in links_of(archive)))
    return Content(
        media="docx",
        codes=codes,
        letter_files=tuple(each.data for each in carried if each.name.endswith("surat.json")),
        seals=tuple(each.data for each in carried if each.name.endswith((".cose", ".cbor"))),
        links=links,
        texts=texts or None,
        overlays=tuple(sorted(marks)),
    )


def _codes(archive: WordArchive) -> Iterator[str]:
    """Yield the codes in the pictures."""
    for name in [each for each in archive.names if _PICTURE.fullmatch(each)][:_MOST_PICTURES]:
        try:
            yield from find_codes(open_picture(archive.part(name)))
        except ScanError:
            continue


def _texts(archive: WordArchive, sight: Sight) -> Iterator[str]:
    for name in archive.shown:
        for part in sight.notes.shown(archive.root(name)):
            for paragraph in paragraphs_of(part):
                if text := "".join(characters_of(paragraph, sight)).strip():
                    yield text


def _marks(archive: WordArchive, sight: Sight) -> Iterator[str]:
    """Yield what is foreign in the parts that are shown."""
    yield from foreign_fonts(archive)
    yield from foreign_actions(archive)
    for name in archive.shown:
        root = archive.root(name)
        yield from sight.marks(root)
        if is_misplaced(root):
            yield "alternative"
        yield from foreign_fields(root, has_numbers=name != archive.main)
        yield from foreign_pictures(archive, name)
