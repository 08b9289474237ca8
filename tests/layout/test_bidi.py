"""Paragraphs of two directions: which way they run, where they begin, in what order their words stand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from typeset_builders import a_paragraph, a_run

from kopsurat.layout.bidi import directed_runs, is_rtl
from kopsurat.layout.linebreak import BrokenLine, break_paragraph
from kopsurat.layout.measures import mm
from kopsurat.layout.model import Align, LineBreak, Paragraph, Run, Tab

JAWI = "ديسا سوكاماجو"
WIDTH = mm(80)
RIGHT = WIDTH / 20


def lines_of(paragraph: Paragraph, width: int = WIDTH) -> list[BrokenLine]:
    return list(break_paragraph(paragraph, width).placed(0.0))


def shown(paragraph: Paragraph, width: int = mm(160)) -> list[str]:
    """Return the lines as the eye sees them, the letters of Jawi pieces turned round."""
    return [
        "".join(piece.text[::-1] if piece.rtl else piece.text for piece in line.texts)
        for line in lines_of(paragraph, width)
    ]


class TestTheDirectionOfAParagraph:
    """UAX 9, P2 and P3: the first strong letter decides."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            (f"Desa {JAWI}", False),
            (f"{JAWI} Sukamaju", True),
            (f"(12) {JAWI}", True),
            (f"12 November {JAWI}", False),
            ("2026", False),
            ("", False),
            ("«»", False),
        ],
    )
    def test_it_is_that_of_the_first_letter(self, text: str, expected: bool) -> None:
        assert is_rtl(a_paragraph(a_run(text))) is expected

    @pytest.mark.parametrize("text", [f"1.\t{JAWI}", f"{JAWI}\t:\tSukamaju"])
    def test_a_labelled_row_stands_with_its_neighbours(self, text: str) -> None:
        assert not is_rtl(a_paragraph(a_run(text)))

    def test_a_run_may_say_so_itself(self) -> None:
        assert is_rtl(a_paragraph(a_run(f"1.\t{JAWI}", rtl=True)))


class TestTheOrderOfALine:
    def test_brackets_keep_the_direction_of_the_sentence(self) -> None:
        """Rule N0: brackets round a Jawi word of an Indonesian sentence do not turn round."""
        line = shown(a_paragraph(a_run(f"Desa ({JAWI}), 12 November")))
        assert line == [f"Desa ({JAWI[::-1]}), 12 November"]

    def test_numbers_in_jawi_read_from_the_left_and_its_brackets_open_at_the_right(self) -> None:
        (line,) = lines_of(a_paragraph(a_run("ديسا 24 (دوا) يا.")), mm(160))
        assert [piece.text for piece in line.texts] == [".", "يا", " (", "دوا", ") ", "24", " ", "ديسا"]

    def test_the_whole_paragraph_decides_and_not_the_line(self) -> None:
        """A line that begins with a number after Jawi still belongs to the Jawi before it."""
        words = f"{JAWI} {JAWI} 12 {JAWI}"
        first, second = shown(a_paragraph(a_run(f"Kata {words} ok")), mm(52))
        assert (first[:5], second[-3:]) == ("Kata ", " ok")
        assert "12" in second

    def test_a_line_of_a_space_alone_shows_nothing(self) -> None:
        broken = Run(text=JAWI, style=a_run("").style, no_break=True, break_at=(4, 5))
        texts = [text for line in lines_of(a_paragraph("1", broken), 5) for text in line.texts]
        assert all(text.text.strip() for text in texts)


class TestTheSideWhereLinesBegin:
    @pytest.mark.parametrize("align", [Align.LEFT, Align.RIGHT, Align.JUSTIFY])
    def test_jawi_begins_at_the_right(self, align: Align) -> None:
        lines = lines_of(a_paragraph(a_run(f"{JAWI} " * 9), align=align))
        for line in lines:
            assert line.texts[-1].x + line.texts[-1].width == pytest.approx(RIGHT)
        assert lines[-1].texts[0].x > 1

    def test_its_first_line_is_indented_there(self) -> None:
        lines = lines_of(a_paragraph(a_run(f"{JAWI} " * 9), first=mm(12)))
        ends = [line.texts[-1].x + line.texts[-1].width for line in lines]
        assert ends[0] == pytest.approx(RIGHT - mm(12) / 20)
        assert ends[1:] == pytest.approx([RIGHT] * (len(lines) - 1))

    def test_a_latin_line_of_a_jawi_paragraph_begins_there_too(self) -> None:
        paragraph = a_paragraph(a_run(JAWI), LineBreak(), a_run("Sukamaju"))
        for line in lines_of(paragraph):
            assert line.texts[-1].x + line.texts[-1].width == pytest.approx(RIGHT)

    def test_a_leader_fills_the_other_side(self) -> None:
        tab = Tab(position=WIDTH - 20, align="right", leader="dot")
        line = lines_of(a_paragraph(a_run(f"{JAWI}\t", rtl=True), tabs=(tab,)))[0]
        ((x0, x1, _),) = line.leaders
        assert x0 == pytest.approx(1)
        assert x1 == pytest.approx(line.texts[0].x)


class TestRunsForAWordProcessor:
    def parts(self, *runs: Run) -> list[tuple[str, bool]]:
        inlines = directed_runs(a_paragraph(*runs))
        return [(each.text, each.rtl) for each in inlines if isinstance(each, Run)]

    def test_runs_are_cut_where_the_direction_changes(self) -> None:
        assert self.parts(a_run(f"Desa ({JAWI}), 12")) == [("Desa (", False), (JAWI, True), ("), 12", False)]

    def test_a_paragraph_without_such_letters_is_left_alone(self) -> None:
        paragraph = a_paragraph(a_run("Desa é 12"))
        assert directed_runs(paragraph) is paragraph.inlines

    def test_brackets_in_jawi_run_with_it(self) -> None:
        assert self.parts(a_run("ديسا (دوا) 24")) == [("ديسا (دوا) ", True), ("24", False)]

    def test_places_to_break_travel_along(self) -> None:
        run = replace(a_run(f"Desa-maju {JAWI}", no_break=True), break_at=(5, 12))
        assert [each.break_at for each in directed_runs(a_paragraph(run)) if isinstance(each, Run)] == [
            (5,),
            (2,),
        ]
