"""Footnotes: Word's own in the DOCX stand on the pages and lines of those that we set.

``KOPSURAT_SOFFICE`` names another LibreOffice than the one on the path.
"""

from __future__ import annotations

import datetime as dt
import io
import random
import re
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from libreoffice import convert
from openxml_audit import FileFormat, OpenXmlValidator
from page_words import Pages, compare, read_pages
from typeset_words import pages_of

from kopsurat.backends import Format, render
from kopsurat.content.markup import parse_markup
from kopsurat.layout.compose import compose
from kopsurat.layout.typeset import typeset
from kopsurat.letter import Family, Letter, LetterKind, Signature
from kopsurat.office import Office, Signatory

if TYPE_CHECKING:
    from pathlib import Path

    from kopsurat.layout.model import Document

pytestmark = [pytest.mark.tool]

_RAISED = str.maketrans("", "", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_MARKS = (12 * 0.58, 11 * 0.58)
"""The sizes to which LibreOffice makes raised digits of 12 and 11 points."""
_WORDS = re.findall(
    r"\w+",
    """desa musyawarah pembangunan rencana kerja pemerintah masyarakat kegiatan anggaran pendapatan belanja
    pelaksanaan dan yang di untuk dengan dari pada oleh sebagai tahun sehubungan hal tersebut""",
)
_SEEDS = range(100, 112)


def _document(seed: int) -> Document:
    """Return a letter of several pages with some footnotes in paragraphs, lists, rows and tables."""
    dice = random.Random(seed)
    notes: list[str] = []

    def said(words: int, chance: float) -> str:
        text = dice.choices(_WORDS, k=words)
        if dice.random() < chance:
            notes.append(
                f"[^n{len(notes)}]: " + " ".join(dice.choices(_WORDS, k=dice.choice((3, 8, 14, 20))))
            )
            text[dice.randrange(words)] += f"[^n{len(notes) - 1}]"
        return " ".join(text)

    blocks = []
    for _ in range(dice.randint(6, 14)):
        kind = dice.random()
        if kind < 0.6:
            blocks.append(said(dice.randint(10, 110), 0.15))
        elif kind < 0.75:
            blocks.append("\n".join(f"{at}. {said(dice.randint(4, 40), 0.06)}" for at in range(1, 6)))
        elif kind < 0.9:
            rows = "\n".join(f"| {at} | {said(dice.randint(2, 25), 0.05)} |" for at in range(1, 8))
            blocks.append(f"| No | Uraian |\n|---|---|\n{rows}")
        else:
            blocks.append("\n".join(f"- Label {at} : {said(dice.randint(3, 25), 0.1)}" for at in range(3)))
    blocks.append(f"Akhir[^n{len(notes)}]")
    notes.append(f"[^n{len(notes)}]: Peraturan Desa.")
    letter = Letter(
        kind=LetterKind(code="x", title="Surat", family=Family.JUDUL if seed % 2 else Family.KORESPONDENSI),
        nomor="140/1/2026",
        date=dt.date(2026, 11, 24),
        body=parse_markup("\n\n".join((*blocks, "\n".join(notes)))),
        perihal="Catatan kaki",
        signatures=(Signature(signatory=Signatory(id="x", name="Ahmad", jabatan="Kepala Desa")),),
    )
    desa = {"nama": "Sukamaju", "kecamatan": "Karangtengah", "kabupaten": "Sukamulya"}
    return compose(letter, Office.from_mapping({"desa": desa, "kop": {"kertas": "A4"}}))


def _unmarked(pages: Pages) -> Pages:
    plain = (replace(word, text=word.text.translate(_RAISED)) for word in pages.words)
    return replace(pages, words=tuple(word for word in plain if word.text))


@pytest.fixture(scope="module")
def seen() -> dict[int, Pages]:
    """What LibreOffice makes of each DOCX, in one run."""
    pdfs = convert({str(seed): render(_document(seed), Format.DOCX) for seed in _SEEDS})
    return {int(seed): read_pages(pdf, marks=_MARKS) for seed, pdf in pdfs.items()}


@pytest.mark.parametrize("seed", _SEEDS)
def test_words_lines_pages_and_footnotes_agree(seed: int, seen: dict[int, Pages]) -> None:
    document = _document(seed)
    assert document.sections[0].footnotes
    found = compare(_unmarked(pages_of(typeset(document))), seen[seed])
    assert found.differing == ()
    assert found.pages[0] == found.pages[1]
    assert found.baseline_most <= 0.1  # millimetres
    assert found.x_most <= 0.6


def test_they_are_footnotes_of_word_which_numbers_them(tmp_path: Path) -> None:
    document = _document(_SEEDS[0])
    data = render(document, Format.DOCX)
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        body = file.read("word/document.xml").decode()
        notes = file.read("word/footnotes.xml").decode()
    count = len(document.sections[0].footnotes)
    assert [f'<w:footnoteReference w:id="{number}"/>' in body for number in range(1, count + 1)] == [
        True
    ] * count
    assert notes.count("<w:footnoteRef/>") == count
    path = tmp_path / "surat.docx"
    path.write_bytes(data)
    result = OpenXmlValidator(FileFormat.OFFICE_2013).validate(str(path))
    assert [error.description for error in result.errors] == []
