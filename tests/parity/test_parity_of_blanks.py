"""Blanks to be written on are drawn in PDF and DOCX alike: in lines, in cells, and where nothing else stands.

``KOPSURAT_SOFFICE`` names another LibreOffice than the one on the path.
"""

from __future__ import annotations

import datetime as dt
import re

import pypdfium2
import pytest
from libreoffice import convert
from page_words import compare, read_pages
from typeset_words import pages_of

from kopsurat.backends import Format, render
from kopsurat.content.markup import parse_letter_markup
from kopsurat.layout.compose import compose
from kopsurat.layout.model import Document
from kopsurat.layout.typeset import typeset
from kopsurat.letter import Family, Letter, LetterKind
from kopsurat.office import Office

pytestmark = [pytest.mark.tool]

_TEXT = """
Nama: [...]

- [ ] Kepala Dusun [...]
- [ ] [...]

::: kolom
- [ ] Kepala Dusun [...]
- [ ] [...]
===
**Catatan:**

::: isian 2
:::

**Catatan:**

::: isian 3

Selesai.
"""
_BLANKS = 10


@pytest.fixture(scope="module")
def document() -> Document:
    """Return a form with blanks in lines, in items, in columns and in lines of their own."""
    office = Office.from_mapping(
        {"desa": {"nama": "Sukamaju", "kecamatan": "Karangtengah", "kabupaten": "Sukamulya"}}
    )
    kind = LetterKind(code="lembar", title="Lembar", family=Family.TABEL)
    letter = Letter(
        kind=kind,
        nomor="",
        date=dt.date(2026, 11, 24),
        body=parse_letter_markup(_TEXT).body,
        signatures=(),
        letterhead_variant="tanpa",
    )
    return compose(letter, office)


def test_the_pdf_draws_every_blank_beside_the_line_under_the_title(document: Document) -> None:
    boxes = read_pages(render(document, Format.PDF)).boxes
    assert len([box for box in boxes if box.kind == "path"]) == _BLANKS + 1


def test_the_docx_draws_every_blank(document: Document) -> None:
    pdf = pypdfium2.PdfDocument(convert({"form": render(document, Format.DOCX)})["form"])
    text = pdf[0].get_textpage().get_text_range()
    assert len(re.findall(r"\.{10,}", text)) == _BLANKS


def test_what_follows_lines_to_write_on_stands_as_low_in_both(document: Document) -> None:
    seen = read_pages(convert({"form": render(document, Format.DOCX)})["form"])
    assert compare(pages_of(typeset(document)), seen).faults() == []
