"""A letter edited in Word becomes a surat.md again, and what that file would print otherwise is named."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from kopsurat.arguments import expect
from kopsurat.backends import Format, render
from kopsurat.errors import KopsuratError
from kopsurat.layout.compose import compose
from kopsurat.messages import explain
from kopsurat.office import Office
from kopsurat.reading import read_letter
from kopsurat.scanning.word import STYLE_NAMES, import_letter
from kopsurat.scanning.word_parts import WordParagraph, read_word_letter
from kopsurat.shapes import faults_of

if TYPE_CHECKING:
    from collections.abc import Iterator


__all__ = ["EditedLetter", "read_edited"]

_SHOWN: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedLetter:
    """What came back: the text of a surat.md, and what it does not keep, in Indonesian with the place."""

    text: str
    lost: tuple[str, ...]


def read_edited(data: bytes, office: Office) -> EditedLetter:
    """Read a DOCX that was made here, and perhaps edited, back into a surat.md.

    The surat.md is set again and compared with the file, paragraph by paragraph: each one that would be
    printed otherwise, or not at all, is in ``lost``, after what
    :func:`~kopsurat.scanning.word.import_letter` notes. QR codes and their captions are made anew and are
    not compared.

    Raises :class:`~kopsurat.errors.ScanError` for a file that is no DOCX.
    """
    expect(data, bytes, "data")
    expect(office, Office, "office")
    openers = dict.fromkeys(_page_openers(data))
    text, lost = import_letter(data, office=office)
    try:
        again = _printed(text, office)
        if new_pages := openers.keys() - set(_page_openers(again)):
            text, lost = import_letter(data, office=office, new_pages=new_pages)
            again = _printed(text, office)
    except (KopsuratError, ExceptionGroup) as error:
        faults = tuple(f"surat.md harus diperbaiki: {explain(fault, 'id')}" for fault in faults_of(error))
        return EditedLetter(text=text, lost=(*lost, *faults))
    differences = _differences(list(_shown(data)), list(_shown(again)))
    kept = set(_page_openers(again))
    pages = [f"halaman baru tidak terbawa: {_short(each)}" for each in openers if each not in kept]
    return EditedLetter(text=text, lost=(*lost, *differences, *pages))


def _printed(text: str, office: Office) -> bytes:
    return render(compose(read_letter(text, office=office), office), Format.DOCX)


def _page_openers(data: bytes) -> Iterator[str]:
    """Yield the text of each paragraph that is asked to begin a page."""
    for block in read_word_letter(data).blocks:
        if isinstance(block, WordParagraph) and block.starts_page:
            yield block.plain


def _shown(data: bytes) -> Iterator[str]:
    """Yield the text of each paragraph of a DOCX, those in cells and footnotes too, spaces evened out."""
    letter = read_word_letter(data)
    for block in letter.blocks:
        if isinstance(block, WordParagraph):
            inside: tuple[WordParagraph, ...] = (block,)
        else:
            inside = tuple(each for row in block.rows for cell, _, _ in row for each in cell)
        for paragraph in inside:
            if paragraph.plain and STYLE_NAMES.get(paragraph.style) != "verification":
                yield paragraph.plain
    for pieces in letter.notes.values():
        yield " ".join("".join(piece.text for piece in pieces).split())


def _differences(shown: list[str], again: list[str]) -> Iterator[str]:
    matcher = difflib.SequenceMatcher(None, shown, again, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            continue
        for before, after in zip_longest(shown[i1:i2], again[j1:j2]):
            if after is None:
                yield f"tidak tercetak lagi: {_short(before)}"
            elif before is None:
                yield f"tercetak tambahan: {_short(after)}"
            else:
                yield f"tercetak lain: {_short(before)} → {_short(after)}"


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN].rstrip() + " …"
