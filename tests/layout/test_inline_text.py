"""What is told of text beside its letters: where its addresses lead, and its language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typeset_builders import a_style

from kopsurat.layout.inline_text import text_runs


def links(text: str) -> dict[str, str]:
    return {run.text: run.link for run in text_runs(text, a_style()) if run.link}


def languages(text: str) -> list[tuple[str, str | None]]:
    return [(run.text, run.lang) for run in text_runs(text, a_style())]


@given(st.text("ab@.:/ ,()-ꦢꦱديسا\n", max_size=40))
def test_nothing_of_a_text_is_lost_or_moved(text: str) -> None:
    runs = text_runs(text, a_style())
    assert "".join(run.text for run in runs) == text
    assert all(run.text for run in runs)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Surel: sekretariat@sukamaju.desa.id.",
            {"sekretariat@sukamaju.desa.id": "mailto:sekretariat@sukamaju.desa.id"},
        ),
        (
            "(https://sukamaju.desa.id/pengaduan?jenis=1),",
            {"https://sukamaju.desa.id/pengaduan?jenis=1": "https://sukamaju.desa.id/pengaduan?jenis=1"},
        ),
        ("sukamaju.desa.id", {}),
        ("a@b", {}),
        ("x@y@z.id", {}),
        ("Rp5.000 @ 10 lembar", {}),
        ("javascript://x", {}),
    ],
)
def test_addresses_lead_where_they_say(text: str, expected: dict[str, str]) -> None:
    assert links(text) == expected


def test_words_of_a_local_script_are_in_its_language() -> None:
    assert languages("Kata ꦢꦺꦱ ꦱꦸꦏ dan ديسا, 12") == [
        ("Kata ", None),
        ("ꦢꦺꦱ ꦱꦸꦏ", "jv-Java"),
        (" dan ", None),
        ("ديسا,", "ms-Arab"),
        (" 12", None),
    ]


def test_other_text_is_one_run() -> None:
    assert languages("Café “Désa” – 12") == [("Café “Désa” – 12", None)]
