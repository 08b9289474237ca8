"""Where a line may break, and where its words stand."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest
from typeset_builders import JUSTIFY, TEXT, a_paragraph, a_run, a_style, broken

from kopsurat.errors import MissingGlyph
from kopsurat.fonts import face
from kopsurat.layout.linebreak import break_paragraph
from kopsurat.layout.measures import mm
from kopsurat.layout.model import Align, LineBreak, PageNumber, Tab

ARIAL = face("Arial")


def _twips(text: str) -> int:
    """The width of a text in 12 point Arial, a little generous."""
    return int(ARIAL.width(text, 24) * 20) + 3


class TestLinesBreakAfterASpaceOrADashAndNowhereElse:
    @pytest.mark.parametrize("dash", ["-", "–", "—"])
    def test_a_dash_stays_on_the_line_that_it_ends(self, dash: str) -> None:
        assert broken(a_paragraph(f"undang{dash}undang"), _twips("undang—un")) == [f"undang{dash}", "undang"]

    @pytest.mark.parametrize("sign", ["/", ".", "@", ":", "_", "?", ",", "%", "\\", "|"])
    def test_no_other_sign_lets_a_line_end(self, sign: str) -> None:
        text = f"surat kepala{sign}desa"
        assert broken(a_paragraph(text), _twips("surat kepala.de")) == ["surat", f"kepala{sign}desa"]

    def test_a_space_or_hyphen_that_does_not_break_does_not(self) -> None:
        width = _twips("12 November d")
        text = "suratnya 12\u00a0November dan 0267\u2011555231"
        assert broken(a_paragraph(text), width) == [
            "suratnya",
            "12\u00a0November",
            "dan",
            "0267\u2011555231",
        ]

    def test_two_dashes_break_only_after_the_second(self) -> None:
        assert broken(a_paragraph("desa--kelurahan"), _twips("desa--kelu")) == ["desa--", "kelurahan"]

    def test_the_hyphens_of_a_nomor_hold_because_it_has_slashes(self) -> None:
        nomor = "005/012/DS-SM/XI/2026"
        assert broken(a_paragraph(f"Nomor {nomor}"), _twips(nomor + "-")) == ["Nomor", nomor]

    def test_spaces_at_the_end_of_a_line_hang(self) -> None:
        assert broken(a_paragraph("desa   maju"), _twips("desa")) == ["desa", "maju"]

    def test_spaces_at_the_start_of_a_paragraph_stay(self) -> None:
        assert broken(a_paragraph("  desa maju"), _twips("  desa")) == ["  desa", "maju"]

    def test_a_word_wider_than_the_line_breaks_anywhere_on_a_line_of_its_own(self) -> None:
        lines = broken(a_paragraph("a " + "x" * 20), _twips("x" * 8))
        assert lines == ["a", "x" * 8, "x" * 8, "x" * 4]

    def test_words_of_two_styles_without_a_space_stay_together(self) -> None:
        bold = a_style(bold=True)
        paragraph = a_paragraph("surat desa", a_run("kepala", style=bold), " baru")
        assert broken(paragraph, _twips("surat desake")) == ["surat", "desakepala", "baru"]

    def test_a_dash_at_the_end_of_a_run_lets_the_line_end_there(self) -> None:
        paragraph = a_paragraph("undang-", a_run("undang", style=a_style(italic=True)))
        assert broken(paragraph, _twips("undang-un")) == ["undang-", "undang"]


class TestValuesThatAreKeptInOnePiece:
    def test_a_telephone_number_moves_whole_to_the_next_line(self) -> None:
        number = a_run("(0267) 555-231", no_break=True)
        assert broken(a_paragraph("Telepon ", number, " atau"), _twips("Telepon (0267) 5")) == [
            "Telepon",
            "(0267) 555-231",
            "atau",
        ]

    def test_one_wider_than_the_line_breaks_where_it_is_allowed(self) -> None:
        address = "sukamaju.desa.id/surat/undangan"
        run = a_run(address, no_break=True, break_at=(17, 23))
        assert broken(a_paragraph("di ", run), _twips("di sukamaju.desa.id/")) == [
            "di sukamaju.desa.id/",
            "surat/undangan",
        ]

    def test_one_that_fits_on_a_line_does_not_use_those_places(self) -> None:
        run = a_run("sukamaju.desa.id/surat", no_break=True, break_at=(17,))
        assert broken(a_paragraph("alamat ", run), _twips("sukamaju.desa.id/surat")) == [
            "alamat",
            "sukamaju.desa.id/surat",
        ]

    def test_its_spaces_do_not_stretch(self) -> None:
        paragraph = a_paragraph("aa bb ", a_run("12 34", no_break=True), " cccccccccc", align=JUSTIFY)
        line = break_paragraph(paragraph, _twips("aa bb 12 34 ccc")).placed(0.0)[0]
        assert [(text.text, text.word_space > 0) for text in line.texts] == [
            ("aa bb ", True),
            ("12 34", False),
        ]


class TestAlignment:
    WIDTH = mm(80)

    def _edges(self, **style: object) -> list[tuple[float, float]]:
        lines = break_paragraph(a_paragraph(TEXT, **style), self.WIDTH).placed(0.0)
        return [(line.texts[0].x, line.texts[-1].x + line.texts[-1].width) for line in lines]

    def test_left_lines_begin_at_the_edge(self) -> None:
        assert {x0 for x0, _ in self._edges()} == {0.0}

    def test_right_lines_end_at_the_edge(self) -> None:
        assert all(x1 == pytest.approx(self.WIDTH / 20) for _, x1 in self._edges(align=Align.RIGHT))

    def test_centred_lines_have_as_much_on_either_side(self) -> None:
        assert all(x0 == pytest.approx(self.WIDTH / 20 - x1) for x0, x1 in self._edges(align=Align.CENTER))

    def test_justified_lines_fill_the_measure_but_the_last(self) -> None:
        *full, last = self._edges(align=JUSTIFY)
        assert all((x0, x1) == (0.0, pytest.approx(self.WIDTH / 20)) for x0, x1 in full)
        assert last[1] < self.WIDTH / 20

    def test_a_line_before_a_forced_break_is_not_stretched(self) -> None:
        paragraph = a_paragraph("satu dua", LineBreak(), TEXT, align=JUSTIFY)
        assert break_paragraph(paragraph, self.WIDTH).placed(0.0)[0].texts[0].word_space == 0

    def test_a_line_of_one_word_stays_at_the_left(self) -> None:
        paragraph = a_paragraph("desa " + "x" * 12, align=JUSTIFY)
        assert break_paragraph(paragraph, _twips("x" * 12)).placed(0.0)[0].texts[0].x == 0.0

    def test_indents_move_the_edges(self) -> None:
        edges = self._edges(left=400, right=200, first=-300, align=JUSTIFY)
        assert [edge[0] for edge in edges] == [5.0] + [20.0] * (len(edges) - 1)
        assert edges[1][1] == pytest.approx(self.WIDTH / 20 - 10)


class TestTabs:
    def test_values_of_a_list_align_and_hang(self) -> None:
        paragraph = a_paragraph("Perihal\t:\t" + TEXT, left=2000, first=-2000, tabs=(Tab(position=1800),))
        first, second, *_ = break_paragraph(paragraph, mm(100)).placed(0.0)
        assert [text.x for text in first.texts] == [0.0, 90.0, 100.0]
        assert second.texts[0].x == 100.0

    def test_a_right_tab_ends_its_text_at_the_stop(self) -> None:
        paragraph = a_paragraph("Jumlah\tRp 1.000", tabs=(Tab(position=4000, align="right", leader="dot"),))
        line = break_paragraph(paragraph, mm(100)).placed(0.0)[0]
        assert line.texts[1].x + line.texts[1].width == pytest.approx(200.0)
        assert line.leaders == ((pytest.approx(line.texts[0].width), pytest.approx(line.texts[1].x), "dot"),)

    def test_a_centre_tab_sets_its_text_around_the_stop(self) -> None:
        paragraph = a_paragraph("\ttengah", tabs=(Tab(position=4000, align="center"),))
        text = break_paragraph(paragraph, mm(100)).placed(0.0)[0].texts[0]
        assert text.x + text.width / 2 == pytest.approx(200.0)

    def test_without_a_stop_a_tab_goes_to_the_next_half_inch(self) -> None:
        line = break_paragraph(a_paragraph("a\tb\tc"), mm(100)).placed(0.0)[0]
        assert [text.x for text in line.texts] == [0.0, 36.0, 72.0]

    def test_only_what_follows_the_last_tab_is_stretched(self) -> None:
        paragraph = a_paragraph("satu dua\t" + TEXT, tabs=(Tab(position=3000),), align=JUSTIFY)
        first = break_paragraph(paragraph, mm(120)).placed(0.0)[0]
        assert [text.word_space > 0 for text in first.texts] == [False, True]


class TestWhatElseALineHolds:
    def test_page_numbers_are_printed_as_they_are_given(self) -> None:
        paragraph = a_paragraph(
            "– ", PageNumber(style=a_style()), " dari ", PageNumber(style=a_style(), total=True), " –"
        )
        line = break_paragraph(paragraph, mm(100), number=12, total=30).placed(0.0)[0]
        assert "".join(text.text for text in line.texts) == "– 12 dari 30 –"

    def test_an_empty_paragraph_has_one_empty_line(self) -> None:
        assert broken(a_paragraph(), mm(100)) == [""]
        assert broken(a_paragraph(""), mm(100)) == [""]

    def test_character_spacing_widens_a_line(self) -> None:
        plain, wide = (
            break_paragraph(a_paragraph(a_run("PENGUMUMAN", style=a_style(spacing=spacing))), mm(100)).placed(
                0
            )[0]
            for spacing in (0, 20)
        )
        assert wide.texts[0].width == pytest.approx(plain.texts[0].width + 10)

    def test_a_sign_of_another_font_becomes_a_text_of_its_own(self) -> None:
        line = break_paragraph(a_paragraph("☑ Setuju"), mm(100)).placed(0.0)[0]
        assert [(text.text, text.style.family) for text in line.texts] == [
            ("☑", "Noto Sans Symbols 2"),
            (" Setuju", "Arial"),
        ]
        assert line.texts[1].x == pytest.approx(line.texts[0].x + line.texts[0].width)

    def test_a_sign_of_no_font_is_an_error(self) -> None:
        with pytest.raises(MissingGlyph):
            break_paragraph(a_paragraph("Yth. 村長"), mm(100))

    def test_links_and_languages_travel_with_their_text(self) -> None:
        run = a_run("surel", link="mailto:desa@sukamaju.desa.id", lang="jv-ID")
        text = break_paragraph(a_paragraph(run), mm(100)).placed(0.0)[0].texts[0]
        assert (text.link, text.lang) == ("mailto:desa@sukamaju.desa.id", "jv-ID")


class TestScriptsThatRunFromTheRight:
    def _pieces(self, *inlines: object) -> list[tuple[str, bool]]:
        line = break_paragraph(a_paragraph(*inlines), mm(160)).placed(0.0)[0]
        assert [text.x for text in line.texts] == sorted(text.x for text in line.texts)
        return [(text.text, text.rtl) for text in line.texts]

    def test_jawi_inside_a_latin_line_is_one_piece_that_runs_from_the_right(self) -> None:
        assert self._pieces("Desa ديسا سوكاماجو maju") == [
            ("Desa ", False),
            ("ديسا سوكاماجو", True),
            (" maju", False),
        ]

    def test_numbers_inside_jawi_run_from_the_left(self) -> None:
        assert self._pieces("No ديسا ٢٠ يا ok") == [
            ("No ", False),
            (" يا", True),
            ("٢٠", False),
            ("ديسا ", True),
            (" ok", False),
        ]

    def test_a_jawi_paragraph_puts_the_first_word_at_the_right(self) -> None:
        jawi = a_run("ديسا 2026 abc", style=a_style(family="Noto Naskh Arabic"), rtl=True)
        pieces = self._pieces(jawi)
        assert pieces[0] == ("abc", False)
        assert pieces[-1] == ("ديسا ", True)

    def test_the_last_line_of_a_justified_jawi_paragraph_stands_at_the_right(self) -> None:
        jawi = a_run("ديسا سوكاماجو " * 9, style=a_style(family="Noto Naskh Arabic"), rtl=True)
        last = break_paragraph(a_paragraph(jawi, align=JUSTIFY), mm(80)).placed(0.0)[-1]
        assert last.texts[0].x > 1
        assert last.texts[-1].x + last.texts[-1].width == pytest.approx(mm(80) / 20)

    def test_brackets_turn_round(self) -> None:
        jawi = a_run("(ديسا)", style=a_style(family="Noto Naskh Arabic"), rtl=True)
        assert self._pieces(jawi) == [("(", False), ("ديسا", True), (")", False)]


@pytest.mark.parametrize("text", [" ", "   ", "\t ", " \n "])
def test_blanks_alone_are_an_empty_line(text: str) -> None:
    assert "".join(broken(a_paragraph(text), mm(100))).strip() == ""


class TestLinesAreKeptWithTheirParagraph:
    def test_whoever_asks_again_gets_the_same_ones(self) -> None:
        paragraph = a_paragraph("desa maju")
        assert break_paragraph(paragraph, mm(50)) is break_paragraph(paragraph, mm(50))

    def test_another_width_or_page_gives_others(self) -> None:
        paragraph = a_paragraph(a_run("halaman "), PageNumber(style=a_style()), a_run(" desa"))
        for _ in range(2):
            assert break_paragraph(paragraph, mm(50)).count == 1
            assert break_paragraph(paragraph, _twips("halaman 1")).count == 2
            for number in (7, 8):
                (line,) = break_paragraph(paragraph, mm(50), number=number).placed(0.0)
                assert "".join(text.text for text in line.texts) == f"halaman {number} desa"

    def test_they_are_no_part_of_its_value(self) -> None:
        asked, other = a_paragraph("desa maju"), a_paragraph("desa maju")
        break_paragraph(asked, mm(50))
        assert asked == other
        assert hash(asked) == hash(other)
        assert pickle.loads(pickle.dumps(asked)) == replace(asked) == other  # noqa: S301 - our own
        assert not hasattr(replace(asked), "kept_lines")
