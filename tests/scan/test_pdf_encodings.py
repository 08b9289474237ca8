"""Encodings of fonts in a PDF: viewers differ on when they count, so none may exchange letters or digits."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pytest

from kopsurat.scanning import verify_file
from kopsurat.scanning.pdf_encodings import exchanges_letters
from kopsurat.seal import Kind

ENCODINGS = {
    "differences": b"<</Differences[48/nine]>>",
    "differences from an encoding": b"<</BaseEncoding/WinAnsiEncoding/Differences[48/nine]>>",
    "by the number of a glyph": b"<</Differences[48/g57]>>",
    "another code": b"<</Differences[149/nine]>>",
    "experts": b"/MacExpertEncoding",
}


@pytest.mark.parametrize("flags", [0, 4, 32])
@pytest.mark.parametrize("name", ENCODINGS)
def test_digits_that_some_viewers_exchange_make_it_altered(
    desk: Any, pdf: bytes, name: str, flags: int
) -> None:
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        font = document.pages[0].Resources.Font.F1
        font.Encoding = document.make_indirect(pikepdf.Object.parse(ENCODINGS[name]))
        font.FontDescriptor.Flags = flags
        document.save(buffer)
    verdict = verify_file(buffer.getvalue(), trust=desk.trust, at=desk.at)
    assert verdict.kind is Kind.ALTERED
    assert "letters-disguised" in [each.code for each in verdict.reasons]


@pytest.mark.parametrize(
    ("data", "is_exchanged"),
    [
        (b"/Differences[48/zero/one 65/A 97/a/b]", False),
        (b"/Differences [ 24 /breve /caron 39 /quotesingle 96 /grave 128 /bullet ]", False),
        (b"/Differences[1/S/i/t/nine]", False),
        (b"/DifferencesOf[48/nine]", False),
        (b"/Encoding/WinAnsiEncoding", False),
        (b"/Differences[48/one]", True),
        (b"/Differences[44/period]", True),
        (b"/Differences[47/slash/one]", True),
        (b"/Differences[200/seven]", True),
        (b"/Differences 12 0 R", True),
        (b"/Differences[48 12 0 R]", True),
        (b"/Differences[-208/nine]", True),
        (b"/Encoding/MacExpertEncoding", True),
    ],
)
def test_only_names_of_other_codes_exchange_letters(data: bytes, is_exchanged: bool) -> None:
    assert exchanges_letters(b"<<" + data + b">>") is is_exchanged
