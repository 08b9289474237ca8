"""Titles of several lines are balanced, at no cost of a line."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kopsurat.layout.balance import balanced
from kopsurat.layout.linebreak import break_paragraph
from kopsurat.layout.measures import mm
from kopsurat.layout.model import Align, Paragraph, ParagraphStyle, Role, Run, TextStyle

WIDTH = mm(170)


def a_title(text: str, align: Align = Align.CENTER, role: Role = Role.TITLE) -> Paragraph:
    style = TextStyle(family="Bookman Old Style", size=24, bold=True)
    return Paragraph(
        inlines=(Run(text=text, style=style),), style=ParagraphStyle(pitch=300, align=align), role=role
    )


def lines_of(title: Paragraph) -> list[str]:
    placed = break_paragraph(title, WIDTH).placed(0.0)
    return ["".join(text.text for text in line.texts) for line in placed]


def test_no_word_stands_alone_under_a_title() -> None:
    title = a_title("PERATURAN BERSAMA KEPALA DESA SUKAMAJU DAN KEPALA DESA MEKARJAYA")
    assert lines_of(title)[-1] == "MEKARJAYA"
    narrowed = balanced(title, WIDTH)
    first, second = lines_of(narrowed)
    assert abs(len(first) - len(second)) < 12


def test_only_centred_texts_of_more_than_a_line_are_narrowed() -> None:
    text = "PERATURAN BERSAMA KEPALA DESA SUKAMAJU DAN KEPALA DESA MEKARJAYA"
    others = (a_title(text, Align.LEFT), a_title(text, role=Role.ITEM), a_title("PENGUMUMAN"))
    assert tuple(balanced(each, WIDTH) for each in others) == others


def test_a_centred_paragraph_of_the_text_is_balanced_too() -> None:
    text = "atas pengabdian dan kesungguhannya dalam pelayanan kesehatan ibu dan anak di Dusun Krajan"
    narrowed = balanced(a_title(text, role=Role.BODY), mm(170))
    first, second = lines_of(narrowed)
    assert abs(len(first) - len(second)) < 15


@given(
    st.lists(
        st.sampled_from(["PERATURAN", "DESA", "TENTANG", "DAN", "SUKAMAJU", "TAHUN", "2027"]), min_size=1
    )
)
def test_it_costs_no_line_and_stands_in_the_middle(words: list[str]) -> None:
    title = a_title(" ".join(words))
    narrowed = balanced(title, WIDTH)
    assert len(lines_of(narrowed)) == len(lines_of(title))
    assert narrowed.style.left == narrowed.style.right
    assert narrowed.text == title.text
