"""Everything that is wrong is named with its line, all at once, in our own errors."""

from __future__ import annotations

import pytest

from kopsurat import explain
from kopsurat.content.markup import parse_letter_markup, parse_markup
from kopsurat.errors import InvalidLetter


def faults(text: str, first_line: int = 1) -> list[tuple[str, int]]:
    with pytest.raises(ExceptionGroup) as caught:
        parse_markup(text, first_line=first_line)
    errors = caught.value.exceptions
    assert all(isinstance(each, InvalidLetter) for each in errors)
    return [(each.code, each.evidence["line"]) for each in errors if isinstance(each, InvalidLetter)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("teks <b>tebal</b>", "markup-html"),
        ("<script>alert(1)</script>", "markup-html"),
        ("<!-- komentar -->", "markup-html"),
        ("![lambang](x.png)", "markup-image"),
        ("[teks](https://contoh.id)", "markup-link"),
        ("```\nkode\n```", "markup-code"),
        ("---", "markup-rule"),
        ("===", "markup-separator"),
        ("::: kotak\nx\n:::", "markup-container-unknown"),
        (":::", "markup-container-stray"),
        ("::: kolom\nx", "markup-container-open"),
        ("::: isian banyak", "markup-blank-lines"),
        ("| a | b |\n| 1 | 2 |", "markup-table-delimiter"),
        ("::: tabel\nx\n:::", "markup-table-delimiter"),
        ("| a | b |\n|---|---|\n| 1 | 2 | 3 |", "markup-table-ragged"),
        ("| a | b |\n|---|---|\n| < | 2 |", "markup-table-span"),
        ("| ^ | b |\n|---|---|\n| 1 | 2 |", "markup-table-span"),
        ("| a | < |\n|---|---|\n| ^ | 2 |", "markup-table-span"),
        ("|" + " a |" * 41 + "\n|" + "---|" * 41, "markup-table-wide"),
        ("kata[^1]", "markup-footnote-missing"),
        ("[^1]: a\n[^1]: b", "markup-footnote-twice"),
        ("Menimbang :", "markup-recitals-empty"),
        ("bel\x07", "markup-control"),
        ("kanan\u202ekiri", "markup-control"),
        ("> " * 30 + "x", "markup-too-deep"),
        ("x" * 1_000_001, "markup-too-long"),
        ("- daftar\n  ::: lampiran A\n  isi\n  :::", "markup-appendix-nested"),
    ],
)
def test_a_fault_has_its_code_and_a_sentence_in_both_languages(text: str, code: str) -> None:
    assert code in [found for found, _ in faults(text)]
    assert explain(code, "id") != explain(code, "en")


def test_the_line_is_that_of_the_file() -> None:
    assert faults("baik\n\n<b>\n\n[a](b)", first_line=12) == [("markup-html", 14), ("markup-link", 16)]


def test_a_fault_says_where_and_what() -> None:
    with pytest.raises(ExceptionGroup) as caught:
        parse_markup("isi <u>x</u>", first_line=7)
    (error,) = caught.value.exceptions
    assert isinstance(error, InvalidLetter)
    assert (error.path, error.value) == ("baris 7", "<u>")
    assert "<u>" in explain(error)


def test_faults_in_the_body_and_in_a_lampiran_come_together() -> None:
    with pytest.raises(ExceptionGroup) as caught:
        parse_letter_markup("<b>\n\n::: lampiran A\n---\n:::")
    assert len(caught.value.exceptions) == 2


def test_a_flood_of_faults_is_cut_off() -> None:
    assert len(faults("<b>\n\n" * 500)) == 50


def test_no_text_in_a_value_is_ever_read_as_markup_not_even_html() -> None:
    from kopsurat.content.blocks import Paragraph, Text
    from kopsurat.content.markup import literal

    hostile = "<script>**x**</script> {{ kelas }} | a : b ::: ![x](y) [^1] --- \\"
    assert parse_markup(literal(hostile)) == (Paragraph(content=(Text(text=hostile),)),)
