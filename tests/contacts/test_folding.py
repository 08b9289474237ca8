"""Folding: what people paste, made plain, with every place kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kopsurat.contacts.folding import fold, fold_with_origins, is_empty_word, without_lone_bracket
from kopsurat.contacts.marks import find_marks
from kopsurat.errors import InvalidInput


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("abc 1", "abc 1"),
        ("\u0660\u0966\uff11\u0e52", "0012"),
        ("\u2010\u2011\u2012\u2013\u2014\u2212\u2043\u02d7\u207b\u208b", "-" * 10),
        ("\u00a0\u2009\u3000\u202f", "    "),
        ("\u200b\u00ad\ufeff\u202a\u2066\ufe0f\u20e3\u034f\u115f\u3164", ""),
        ("\u2044\u2215\u29f8", "///"),
        ("\u2028\u2029\x85\u00e9", "\n\n\n\u00e9"),
        ("a\r\nb\rc\x0bd\x0ce", "a\nb\nc\nd\ne"),
        ("a\x1cb\x1dc\x1ed\x1fe", "a b c d e"),
        ("\r\n\u00e9", "\n\u00e9"),
        ("\uff21\uff0e\ufb01", "A.fi"),
        ("e\u0301", "\u00e9"),
        ("\t\n", "\t\n"),
    ],
)
def test_a_text_folds_to_its_plain_form(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(folded) == folded


@pytest.mark.parametrize("value", [None, 1, b"x"])
def test_only_text_is_folded(value: object) -> None:
    for call in (fold, fold_with_origins):
        with pytest.raises(InvalidInput, match="not-a-text"):
            call(value)  # type: ignore[operator]


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text("a1 \u00be\u00ad\u200b\uff11\r\n\x7f\u25a0\ufffd(cid:127)", max_size=30))
def test_every_folded_character_has_its_place(text: str) -> None:
    folded, origins = fold_with_origins(text)
    assert len(origins) == len(folded) + 1
    assert origins == sorted(origins)
    assert origins[-1] == len(text)
    assert all(0 <= place < len(text) for place in origins[:-1])


@pytest.mark.parametrize(
    ("text", "folded", "origins"),
    [
        ("", "", [0]),
        ("ab", "ab", [0, 1, 2]),
        ("a\r\nb", "a\nb", [0, 1, 3, 4]),
        ("a\r\n\u00e9\r\r\n", "a\n\u00e9\n\n", [0, 1, 3, 4, 5, 7]),
        ("\u00adab", "ab", [1, 2, 3]),
        ("\u00be", "3/4", [0, 0, 0, 1]),
        ("a \x7f b", "a \u2022 b", [0, 1, 2, 3, 4, 5]),
        ("a\x7f\uff11", "a\u20221", [0, 1, 2, 3]),
        ("a (cid:127) b", "a \u2022 b", [0, 1, 2, 11, 12, 13]),
        ("a \u25a0 b", "a \u2022 b", [0, 1, 2, 3, 4, 5]),
        ("a\u25a0b", "a\u25a0b", [0, 1, 2, 3]),
        ("a\x1c1", "a 1", [0, 1, 2, 3]),
    ],
)
def test_places_are_those_of_the_text_as_given(text: str, folded: str, origins: list[int]) -> None:
    assert fold_with_origins(text) == (folded, origins)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "-",
        "--",
        "...",
        "…",
        "n/a",
        "N/A",
        "Nihil",
        "tidak  ada",
        "(belum ada)",
        "[-]",
        "tdk ada.",
        "null",
    ],
)
def test_words_for_nothing_are_nothing(text: str) -> None:
    assert is_empty_word(text)


@pytest.mark.parametrize("text", ["0", "ada", "tidak", "belum ada telepon", "x", "/"])
def test_other_words_are_not(text: str) -> None:
    assert not is_empty_word(text)


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("a)", "a"),
        ("(a", "a"),
        ("a]", "a"),
        ("<a", "a"),
        ("(a)", "(a)"),
        ("a", "a"),
        ("", ""),
        ("((a)", "(a)"),
        ("a)b", "a)b"),
    ],
)
def test_a_bracket_without_partner_goes(text: str, bare: str) -> None:
    assert without_lone_bracket(text) == bare


@pytest.mark.parametrize(
    ("text", "announced"),
    [
        ("Telp. 1", ["phone"]),
        ("Telpon/Fax: 1", ["phone", "fax"]),
        ("No. Telp 1", ["phone"]),
        ("telur 1", []),
        ("Telp@x 1", []),
        ("a.telp.id", []),
        ("contoh.id/telp", []),
        ("Telp/WA", ["phone", "whatsapp"]),
        ("Call / WA", ["whatsapp"]),
        ("W.A. 1", ["whatsapp"]),
        ("wa 1", ["whatsapp"]),
        ("awal", []),
        ("T: 021 5551234", ["phone"]),
        ("m.812a.desa.id", []),
        ("T 021", []),
        ("F. (021) 5551234", ["fax"]),
        ("E: a@b", ["email"]),
        ("W: www.a", ["website"]),
        ("e-mail", ["email"]),
        ("Pos-el", ["email"]),
        ("Laman Web: a", ["website"]),
        ("Jam kerja: 8", ["hours"]),
        ("jam layanan", ["hours"]),
        ("Alamat Jl. Raya", ["address", "address"]),
        ("Alamat email", ["email"]),
        ("FB: x IG: y", ["social", "social"]),
        ("No. Rekening 1", ["other"]),
        ("NIK 1", ["other"]),
        ("Darurat 112", ["emergency"]),
        ("Gawat darurat", ["emergency"]),
        ("\u260e 1", ["phone"]),
        ("\U0001f4e0 1 \u2709 a \U0001f310 b \U0001f4cd c", ["fax", "email", "website", "address"]),
    ],
)
def test_words_announce_what_follows(text: str, announced: list[str]) -> None:
    marks = find_marks(text)
    assert [mark.announces for mark in marks] == announced
    assert all(0 <= mark.start < mark.end <= len(text) for mark in marks)
