"""Every letter type and every example: LibreOffice makes of the DOCX what we typeset, and so does the PDF.

``KOPSURAT_SOFFICE`` names another LibreOffice than the one on the path.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from libreoffice import convert
from page_words import compare, read_pages
from typeset_words import pages_of

from kopsurat.backends import Format, render
from kopsurat.content.templates import all_templates
from kopsurat.content.templates.examples import example_letter
from kopsurat.layout.compose import compose
from kopsurat.layout.typeset import typeset
from kopsurat.reading import read_letter, read_office

if TYPE_CHECKING:
    from page_words import Pages

    from kopsurat.layout.model import Document

pytestmark = [pytest.mark.tool]

_EXAMPLES: Final = Path(__file__).parents[2] / "examples"
_TYPES: Final = [template.code for template in all_templates()]
_LETTERS: Final = [path.parent.name for path in sorted(_EXAMPLES.glob("*/surat.md"))]
_NAMES: Final = [*_TYPES, *_LETTERS]


@pytest.fixture(scope="module")
def seen() -> dict[str, Pages]:
    """What LibreOffice makes of each DOCX, in one run."""
    return {
        name: read_pages(pdf)
        for name, pdf in convert({name: render(_document(name), Format.DOCX) for name in _NAMES}).items()
    }


def test_there_is_a_letter_of_every_type_and_example() -> None:
    assert len(_TYPES) >= 60
    assert len(_LETTERS) >= 2


@pytest.mark.parametrize("name", _NAMES)
class TestWordAndPdfAgree:
    def test_the_docx_has_the_words_lines_and_pages_of_the_typeset_letter(
        self, name: str, seen: dict[str, Pages]
    ) -> None:
        assert compare(pages_of(typeset(_document(name))), seen[name]).faults() == []

    def test_the_pdf_has_them_too(self, name: str) -> None:
        pdf = read_pages(render(_document(name), Format.PDF))
        difference = compare(pages_of(typeset(_document(name))), pdf)
        assert difference.faults() == []


@cache
def _document(name: str) -> Document:
    if name in _LETTERS:
        folder = _EXAMPLES / name
        return compose(read_letter(folder / "surat.md"), read_office(folder / "desa.toml"))
    office = read_office(_EXAMPLES / "sukamaju" / "desa.toml")
    template = next(each for each in all_templates() if each.code == name)
    return compose(read_letter(example_letter(template)), office)
