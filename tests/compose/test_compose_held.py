"""Pairs that a reader should not meet torn stay on one line; the text stays as it was written."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kopsurat.layout.compose import compose
from kopsurat.layout.held import held, held_paragraph
from kopsurat.layout.linebreak import break_paragraph
from kopsurat.layout.measures import mm
from kopsurat.layout.model import Align, Paragraph, ParagraphStyle, Role, Run, TextStyle
from kopsurat.layout.profile import builtin_style
from tests.compose.conftest import Layout

STYLE = TextStyle(family="Arial", size=24)
PAIRS = (
    "1 Juli", "30 November", "Rp 1.250.000,00", "09.00 WIB", "Nomor 6", "Pasal 69", "ayat (1)", "huruf a",
    "angka 12", "a.n. Kepala", "Yth. Bapak", "H. Ahmad", "RT 003", "BAB II", "Tahun 2027", "Oktober 2026",
    "24 November 2026", "24-11-2026", "0812-0000-0231", "Anggaran 2027", "RT 003 RW 001",
    "3215-LT-12062011-0041",
)  # fmt: skip


def a_paragraph(text: str) -> Paragraph:
    return Paragraph(inlines=(Run(text=text, style=STYLE),), style=ParagraphStyle(pitch=300))


def lines_of(paragraph: Paragraph, width: int) -> list[str]:
    placed = break_paragraph(paragraph, width).placed(0.0)
    return ["".join(text.text for text in line.texts) for line in placed]


@pytest.mark.parametrize("pair", PAIRS)
def test_no_line_ends_within_a_pair(pair: str) -> None:
    for length in range(3, 60):
        paragraph = a_paragraph("m" * length + " " + pair + " dan seterusnya " * 3)
        held = held_paragraph(paragraph, mm(100))
        assert any(pair in line for line in lines_of(held, mm(100))), length
        assert held.text == paragraph.text


@pytest.mark.parametrize(
    "text",
    ["musim 1 Julian", "kelas 12 Maretaria", "kode A1 Juli", "3.1 Juli", "Nomor 005/012", "huruf besar"],
)
def test_what_is_no_pair_may_be_torn(text: str) -> None:
    head, _, tail = text.rpartition(" ")
    for length in range(3, 60):
        paragraph = a_paragraph("m" * length + f" {head} {tail} dan seterusnya " * 2)
        assert held_paragraph(paragraph, mm(100)) == paragraph


def test_nothing_changes_where_no_line_ends_in_a_pair() -> None:
    paragraph = a_paragraph("pada tanggal 1 Juli 2026 di Balai Desa " * 4)
    lines = lines_of(paragraph, mm(160))
    is_torn = any(line.endswith(" 1") for line in lines)
    assert (held_paragraph(paragraph, mm(160)) == paragraph) is not is_torn


def test_a_pair_wider_than_its_column_is_torn_between_its_words() -> None:
    paragraph = a_paragraph("23 November 2026")
    assert lines_of(held_paragraph(paragraph, mm(25)), mm(25)) == ["23", "November", "2026"]
    assert lines_of(held_paragraph(a_paragraph("hari 23 November 2026"), mm(32)), mm(32)) == [
        "hari", "23 November", "2026",
    ]  # fmt: skip
    assert held_paragraph(paragraph, mm(22)) == paragraph


def test_a_centred_date_is_held_before_its_lines_are_made_even() -> None:
    text = "pada tanggal 24 November 2026"
    style = ParagraphStyle(pitch=300, align=Align.CENTER)
    centred = Paragraph(inlines=(Run(text=text, style=STYLE),), style=style, role=Role.SIGNATURE)
    for width in range(36, 58):
        (left,) = held((centred,), mm(width))
        assert isinstance(left, Paragraph)
        assert lines_of(left, mm(width)) == ["pada tanggal", "24 November 2026"], width


def test_lines_made_even_tear_nothing_that_fits() -> None:
    style = ParagraphStyle(pitch=300, align=Align.CENTER)
    for filling in ("desa ", "musyawarah ", "rapat dan "):
        for times in range(1, 12):
            text = filling * times + "pada tanggal 24 November 2026 di Desa Sukamaju"
            centred = Paragraph(inlines=(Run(text=text, style=STYLE),), style=style)
            (left,) = held((centred,), mm(90))
            assert isinstance(left, Paragraph)
            assert left.text == text
            assert any("24 November 2026" in line for line in lines_of(left, mm(90))), text


def test_no_justified_line_is_stretched_much_for_a_pair() -> None:
    style = ParagraphStyle(pitch=300, align=Align.JUSTIFY)
    text = "Tambahan Lembaran Negara Republik Indonesia Nomor 5495 dan"
    paragraph = Paragraph(inlines=(Run(text=text, style=STYLE),), style=style)
    assert held_paragraph(paragraph, mm(107)) == paragraph


@pytest.mark.parametrize("date", ["24 November 2026", "1 Mei 2027", "Oktober 2026"])
def test_a_date_is_torn_nowhere_in_running_text_and_no_line_gapes_for_it(date: str) -> None:
    style = ParagraphStyle(pitch=300, align=Align.JUSTIFY)
    kinds = set()
    for length in range(3, 60):
        text = f"{'m' * length} dipertanggungjawabkan pelaksanaannya tanggal {date} kepada Kepala Desa " * 3
        (left,) = held((Paragraph(inlines=(Run(text=text, style=STYLE),), style=style),), mm(160))
        assert isinstance(left, Paragraph)
        assert left.text == text
        assert sum(line.count(date) for line in lines_of(left, mm(160))) == 3, length
        assert break_paragraph(left, mm(160)).loosest <= 0.85 * 12
        kinds.add(left.style.align)
    assert kinds == {Align.LEFT, Align.JUSTIFY}


def test_bodies_lists_tables_and_signatures_are_held(layout: Layout) -> None:
    filling = "musyawarah " * 5
    rows = "\n".join(f"| {'x' * at} pada 1 Juli 2026 | isi yang panjang |" for at in range(1, 30))
    items = "\n".join(f"1. {'x' * at} {filling} tanggal 1 Juli 2026" for at in range(1, 30))
    text = f"{items}\n\n| A | B |\n|---|---|\n{rows}"
    letter = layout.samples.letter(layout.samples.kind("Surat", layout.samples.Family.JUDUL), text)
    lines = layout.lines(compose(letter, layout.samples.office()))
    assert lines.count("1 Juli") == 58


def test_cells_beside_one_that_spans_rows_are_held(layout: Layout) -> None:
    rows = "\n".join(f"| ^ | {'x' * at} pada 1 Juli 2026 | isi yang panjang |" for at in range(1, 30))
    text = f"| A | B | C |\n|---|---|---|\n| satu | dua | tiga |\n{rows}"
    letter = layout.samples.letter(layout.samples.kind("Surat", layout.samples.Family.JUDUL), text)
    lines = layout.lines(compose(letter, layout.samples.office()))
    assert lines.count("1 Juli 2026") == 29


class TestLooseLines:
    LONG = "mempertanggungjawabkannyalah"

    def test_a_paragraph_whose_lines_would_gape_is_ragged(self) -> None:
        style = ParagraphStyle(pitch=300, align=Align.JUSTIFY)
        gaping = Paragraph(
            inlines=(Run(text=f"Pihak itu {self.LONG} {self.LONG}", style=STYLE),), style=style
        )
        (left,) = held((gaping,), mm(75))
        assert isinstance(left, Paragraph)
        assert left == replace(gaping, style=replace(style, align=Align.LEFT))

    def test_one_whose_lines_are_full_is_not(self) -> None:
        style = ParagraphStyle(pitch=300, align=Align.JUSTIFY)
        full = Paragraph(inlines=(Run(text="musyawarah desa " * 20, style=STYLE),), style=style)
        assert held((full,), mm(170)) == (full,)

    @given(st.lists(st.sampled_from([LONG, "dan", "desa", "pemerintah", "tanggal"]), max_size=40))
    def test_no_space_of_a_justified_line_grows_by_an_em(self, words: list[str]) -> None:
        style = ParagraphStyle(pitch=300, align=Align.JUSTIFY)
        paragraph = Paragraph(inlines=(Run(text=" ".join(words), style=STYLE),), style=style)
        for width in (mm(120), mm(170)):
            (block,) = held((paragraph,), width)
            assert isinstance(block, Paragraph)
            texts = [text for line in break_paragraph(block, width).placed(0.0) for text in line.texts]
            assert all(text.word_space < STYLE.size / 2 for text in texts)

    def test_lines_in_a_narrow_column_are_ragged_unless_the_writer_wants_them_flush(
        self, layout: Layout
    ) -> None:
        long = "iuran warga desa " * 20
        text = f"{long}\n\n1. {long}\n\n::: rata-penuh\n{long}\n:::\n"
        letter = layout.samples.letter(layout.samples.kind("Surat", layout.samples.Family.JUDUL), text)
        for paper, expected in (("A5", [Align.LEFT, Align.LEFT, Align.JUSTIFY]), ("F4", [Align.JUSTIFY] * 3)):
            document = compose(letter, layout.samples.office(), style=builtin_style("umum").with_paper(paper))
            aligns = [
                each.style.align
                for each in document.sections[0].blocks
                if isinstance(each, Paragraph) and len(each.text) > 200
            ]
            assert aligns == expected


@given(
    st.lists(st.sampled_from([*PAIRS, "dan", "desa", "pemerintah", "tanggal"]), max_size=40),
    st.integers(30, 170),
)
def test_text_is_never_changed_and_no_pair_is_torn_that_fits(words: list[str], width: int) -> None:
    paragraph = a_paragraph(" ".join(words))
    held = held_paragraph(paragraph, mm(width))
    assert held.text == paragraph.text
