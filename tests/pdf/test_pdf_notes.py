"""Footnotes in the structure tree: notes with identifiers, and marks that stand for them."""

from __future__ import annotations

import datetime as dt
import io
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest

from kopsurat import Letter, Office, compose
from kopsurat.backends.pdf import Level, render, write_combined
from kopsurat.content.markup import parse_markup
from kopsurat.letter import Family, LetterKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kopsurat import Document

TEXT = """\
Pertama[^a] dan **kedua**[^b], lagi[^a], seluas 5 m².

1. Butir[^c]

| No | Uraian |
|----|--------|
| 1  | isi[^b] |

[^a]: Peraturan Desa.
[^b]: Lihat a@contoh.desa.id.
[^c]: Ketiga.
"""


@pytest.fixture(scope="module")
def document() -> Document:
    letter = Letter(
        kind=LetterKind(code="x", title="Surat", family=Family.JUDUL),
        nomor="140/1/2026",
        date=dt.date(2026, 11, 24),
        body=parse_markup(TEXT),
    )
    desa = {"nama": "Sukamaju", "kecamatan": "Karangtengah", "kabupaten": "Sukamulya"}
    return compose(letter, Office.from_mapping({"desa": desa}))


@contextmanager
def _tree(pdf: bytes) -> Iterator[tuple[Any, list[Any]]]:
    """Open a file: the root of its structure tree and all its elements, in order."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        root = opened.Root.StructTreeRoot
        yield root, list(_elements(root.K))


def _elements(element: Any) -> Iterator[Any]:
    if isinstance(element, pikepdf.Dictionary):
        if "/S" in element:
            yield element
        kids = element.get("/K", pikepdf.Array())
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            yield from _elements(kid)


def _tagged(elements: list[Any], tag: str) -> list[Any]:
    return [element for element in elements if str(element.S) == tag]


def test_every_footnote_is_a_note_and_every_mark_a_reference(document: Document) -> None:
    with _tree(render(document)) as (_, elements):
        notes, marks = _tagged(elements, "/Note"), _tagged(elements, "/Reference")
        assert [[str(kid.S) for kid in note.K] for note in notes] == [["/Lbl", "/P"]] * 3
        assert [str(mark.P.S) for mark in marks] == ["/P", "/P", "/P", "/LBody", "/TD"]


def test_the_notes_of_all_letters_in_a_file_are_found_by_their_identifiers(document: Document) -> None:
    out = io.BytesIO()
    write_combined([document, document], out, title="Dua surat")
    with _tree(out.getvalue()) as (root, elements):
        names = [str(name) for name in list(root.IDTree.Names)[::2]]
        assert names == sorted(set(names))
        assert [str(note.ID) for note in _tagged(elements, "/Note")] == names
        assert [str(note.ID) for note in list(root.IDTree.Names)[1::2]] == names


def test_in_pdf_2_notes_and_marks_refer_to_each_other(document: Document) -> None:
    with _tree(render(document, level=Level.A4)) as (_, elements):
        notes = _tagged(elements, "/FENote")
        assert [len(note.Ref) for note in notes] == [2, 2, 1]
        assert all(mark.Ref[0].ID == note.ID for note in notes for mark in note.Ref)


def test_a_letter_without_footnotes_has_no_identifiers(letter: bytes) -> None:
    with _tree(letter) as (root, _):
        assert "/IDTree" not in root


@pytest.mark.tool
def test_footnotes_conform(document: Document, verapdf: Any) -> None:
    verapdf.accepts(render(document), "2a,ua1")
    verapdf.accepts(render(document, level=Level.A4), "4,ua2")
    verapdf.accepts(render(document, level=Level.A1A), "1a")
