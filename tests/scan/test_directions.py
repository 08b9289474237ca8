"""Letters with Jawi: PDFium reads their lines in another order, which is no change; other words are."""

from __future__ import annotations

import pytest

from kopsurat.scanning import verify_file
from kopsurat.scanning.directions import as_said
from kopsurat.seal import Kind

PLACE = "Demikian undangan"
BODIES = {
    "words": "ديسا سوكاماجو",
    "within Latin": "Nama desa ditulis ديسا سوكاماجو dalam Arab-Melayu.",
    "both ways": "ديسا سوكاماجو كابوڤاتن (2026) دان Sukamaju 17 راي. " * 5,
    "pages": "ديسا سوكاماجو كابوڤاتن (2026) دان Sukamaju 17 راي. " * 80,
    "numbers": "Kata (ديسا) 12 ديسا 34.",
    "bold": "**ديسا** سوكاماجو *17* دان",
    "rows": "- Nama : ديسا سوكاماجو\n- Lain : ديسا 12 (راي)",
    "cells": "| No | Nama | Lain |\n|---|---|---|\n| 1 | ديسا سوكاماجو | دان راي |\n| 2 | كابوڤاتن 17 | x |",
    "list": "1. ديسا سوكاماجو كابوڤاتن\n2. دان راي",
    "ligatures": "لااله الا الله كلا.",
}


def kind_of(desk, text: str, printed: str, sealed: str) -> Kind:
    shown, meant = (desk.write(text.replace(PLACE, f"{body}\n\n{PLACE}")) for body in (printed, sealed))
    file = desk.print("pdf", letter=shown, seal=desk.seal_of(meant))
    return verify_file(file, trust=desk.trust, at=desk.at).kind


@pytest.mark.parametrize("name", BODIES)
def test_a_genuine_letter_is_valid(desk, letter_text: str, name: str) -> None:
    assert kind_of(desk, letter_text, BODIES[name], BODIES[name]) is Kind.VALID


@pytest.mark.parametrize(
    ("sealed", "printed"),
    [
        ("ديسا سوكاماجو", "سوكاماجو ديسا"),
        ("ديسا سوكاماجو", "ديسا سوكاماجي"),
        ("ديسا دان راي", "ديسا نادا راي"),
        ("ديسا 17 راي 71", "ديسا 71 راي 17"),
        ("Ali ديسا Budi membayar", "Budi ديسا Ali membayar"),
        ("ديسا راي", "ديسا راي راي"),
    ],
    ids=["order", "letter", "letters in another order", "numbers", "Latin words", "added"],
)
def test_other_words_are_a_change(desk, letter_text: str, sealed: str, printed: str) -> None:
    assert kind_of(desk, letter_text, printed, sealed) is Kind.ALTERED


def test_a_line_that_no_sealed_text_shows_stays() -> None:
    seen = ("Nomor: 1\n" + "ديسا"[::-1],)
    assert as_said(seen, [("/isi/0", "راي")]) == seen
    assert as_said(seen, [("/isi/0", "ديسا")])[0].split() == ["Nomor:", "1", "ديسا"]
