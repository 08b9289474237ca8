"""DOCX and PDF agree: the same words on the same lines at the same places, LibreOffice being the witness.

``KOPSURAT_SOFFICE`` names another LibreOffice than the one on the path.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from libreoffice import convert
from page_words import compare, read_pages
from parity_cases import hand_made
from typeset_words import pages_of

from kopsurat.backends.docx import render
from kopsurat.layout.typeset import typeset

if TYPE_CHECKING:
    from page_words import Box, Pages

    from kopsurat.layout.model import Document

pytestmark = [pytest.mark.tool]

_POINTS_PER_MM = 72 / 25.4
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

    def test_every_rule_is_as_thick_and_as_low(self, name: str, seen: dict[str, Pages]) -> None:
        for rule in _boxes(_typeset(_DOCUMENTS[name]), "path"):
            best = min(_boxes(seen[name], "path"), key=lambda box: _distance(box, rule))
            assert best.y1 - best.y0 == pytest.approx(rule.y1 - rule.y0, abs=0.05)
            assert abs(best.y0 - rule.y0) / _POINTS_PER_MM < 0.1

    def test_every_picture_fills_its_box(self, name: str, seen: dict[str, Pages]) -> None:
        for picture in _boxes(_typeset(_DOCUMENTS[name]), "image"):
            best = min(_boxes(seen[name], "image"), key=lambda box: _distance(box, picture))
            sides = ("x0", "y0", "x1", "y1")
            assert (
                max(abs(getattr(best, side) - getattr(picture, side)) for side in sides) / _POINTS_PER_MM
                < 0.1
            )


def _typeset(document: Document) -> Pages:
    return pages_of(typeset(document))


def _boxes(pages: Pages, kind: str) -> list[Box]:
    return [box for box in pages.boxes if box.kind == kind]


def _distance(one: Box, other: Box) -> float:
    return 1000 * abs(one.page - other.page) + abs(one.y0 - other.y0) + abs(one.y1 - other.y1)
