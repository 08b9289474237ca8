"""Every letterhead, family of letters, form of signature and profile is the same in the DOCX.

``KOPSURAT_SOFFICE`` names another LibreOffice than the one on the path.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from gallery_cases import documents
from libreoffice import convert
from page_words import compare, misplaced, read_pages
from typeset_words import pages_of

from kopsurat.backends.docx import render
from kopsurat.layout.typeset import typeset

if TYPE_CHECKING:
    from page_words import Pages

pytestmark = [pytest.mark.tool]

_DOCUMENTS = documents()


@pytest.fixture(scope="module")
def seen() -> dict[str, Pages]:
    """What LibreOffice makes of each DOCX."""
    pdfs = convert({name: render(document) for name, document in _DOCUMENTS.items()})
    return {name: read_pages(pdf) for name, pdf in pdfs.items()}


@pytest.mark.parametrize("name", _DOCUMENTS)
def test_words_rules_and_pictures_stand_where_they_are_typeset(name: str, seen: dict[str, Pages]) -> None:
    placed = pages_of(typeset(_DOCUMENTS[name]))
    assert compare(placed, seen[name]).faults() == []
    assert misplaced(placed, seen[name]) == []
