"""DOCX and PDF agree: the same words on the same lines at the same places, LibreOffice being the witness.

``KOPSURAT_SOFFICE`` names another LibreOffice than the one on the path.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from libreoffice import convert
from page_words import compare, misplaced, read_pages
from parity_cases import hand_made
from typeset_words import pages_of

from kopsurat.backends.docx import render
from kopsurat.layout.typeset import typeset

if TYPE_CHECKING:
    from page_words import Pages

    from kopsurat.layout.model import Document

pytestmark = [pytest.mark.tool]

_DOCUMENTS = hand_made()


@pytest.fixture(scope="module")
def seen() -> dict[str, Pages]:
    """What LibreOffice makes of each DOCX, in one run."""
    pdfs = convert({name: render(document) for name, document in _DOCUMENTS.items()})
    return {name: read_pages(pdf) for name, pdf in pdfs.items()}


@pytest.mark.parametrize("name", _DOCUMENTS)
class TestTheDocxIsTheTwinOfTheTypesetDocument:
    def test_every_word_stands_on_its_line_and_at_its_place(self, name: str, seen: dict[str, Pages]) -> None:
        assert compare(_typeset(_DOCUMENTS[name]), seen[name]).faults() == []

    def test_every_rule_and_picture_stands_in_its_place(self, name: str, seen: dict[str, Pages]) -> None:
        assert misplaced(_typeset(_DOCUMENTS[name]), seen[name]) == []


def _typeset(document: Document) -> Pages:
    return pages_of(typeset(document))
