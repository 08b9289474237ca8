"""Which fonts of a PDF have codes of more than one byte."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name
from test_pdf_letters import changed, copied

from kopsurat.scanning.pdf_composite import may_be_composite


@pytest.fixture(scope="module")
def signs(desk: Any, letter_text: str) -> bytes:
    letter = desk.write(letter_text.replace("Demikian", "- [x] Setuju\n\nDemikian"))
    return desk.print("pdf", letter=letter, seal=desk.seal_of(letter))


def programs_of(data: bytes) -> tuple[bytes, bytes]:
    """Return the programs of the font of single bytes and of the composite one."""
    with pikepdf.open(io.BytesIO(data)) as document:
        fonts = list(document.pages[0].Resources.Font.values())
        simple = next(each for each in fonts if each.Subtype == Name.TrueType)
        composite = next(each for each in fonts if each.Subtype == Name.Type0).DescendantFonts[0]
        return (
            simple.FontDescriptor.FontFile2.read_bytes(),
            composite.FontDescriptor.FontFile2.read_bytes(),
        )


def answers(data: bytes) -> list[bool]:
    document = pypdfium2.PdfDocument(data)
    found = [may_be_composite(document, each) for each in programs_of(data)]
    document.close()
    return found


def test_it_is_the_one_with_the_program_of_a_composite_font(signs: bytes) -> None:
    assert answers(signs) == [False, True]


def test_none_is_where_no_font_is_composite(pdf: bytes) -> None:
    document = pypdfium2.PdfDocument(pdf)
    assert not may_be_composite(document, b"")
    document.close()


def below(document: Any, page: Any) -> Any:
    return next(each for each in page.Resources.Font.values() if each.Subtype == Name.Type0).DescendantFonts[
        0
    ]


def within(document: Any, page: Any) -> None:
    font = below(document, page)
    decoy = font.FontDescriptor
    font.FontDescriptor = Dictionary(dict(decoy.items()))
    font.CIDSystemInfo.FontDescriptor = decoy


def another_beside(document: Any, page: Any) -> None:
    descriptor = below(document, page).FontDescriptor
    descriptor.FontFile = descriptor.FontFile2


def elsewhere(document: Any, page: Any) -> None:
    font = next(each for each in page.Resources.Font.values() if each.Subtype == Name.Type0)
    font.DescendantFonts = document.make_indirect(Array([font.DescendantFonts[0]]))


def sharing(document: Any, page: Any) -> None:
    simple = next(each for each in page.Resources.Font.values() if each.Subtype == Name.TrueType)
    font = below(document, page)
    font.FontDescriptor = copied(document, font.FontDescriptor)
    font.FontDescriptor.FontFile2 = simple.FontDescriptor.FontFile2


@pytest.mark.parametrize("change", [within, another_beside, elsewhere, sharing])
def test_any_may_be_where_that_is_not_plain(signs: bytes, change: Callable[[Any, Any], None]) -> None:
    assert answers(changed(signs, change))[0]
