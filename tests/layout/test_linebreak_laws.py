"""Laws of line breaking."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from typeset_builders import TEXT, a_paragraph, a_run, a_style, broken

from kopsurat.errors import MissingGlyph
from kopsurat.fonts import face
from kopsurat.layout.linebreak import NARROW, WIDE, break_paragraph, safe_spacing
from kopsurat.layout.model import Align, LineBreak, Run, Tab
from kopsurat.layout.pieces import Segment, hard_lines

if TYPE_CHECKING:
    from kopsurat.layout.model import Inline, Paragraph

WORDS = st.sampled_from(
    [*TEXT.split(), "a", "0267-555231", "x--y", "—", "kop/surat.id", "Ängström", "⚠", "é"]
)
STYLES = st.builds(
    a_style,
    family=st.sampled_from(["Arial", "Times New Roman", "Bookman Old Style"]),
    size=st.integers(min_value=12, max_value=40),
    bold=st.booleans(),
    italic=st.booleans(),
    spacing=st.integers(min_value=-2, max_value=20),
)
PIECE = re.compile(r"[^ ]*?[-–—]+(?![-–— ])|[^ ]+")
PROSE = st.lists(WORDS, min_size=1, max_size=40).map(" ".join)
RUNS = st.builds(
    lambda text, style, before, no_break: a_run(before + text, style=style, no_break=no_break),
    PROSE,
    STYLES,
    st.sampled_from(["", " ", "  ", "\t"]),
    st.booleans(),
)
WIDTHS = st.integers(min_value=1500, max_value=10000)


TABS = ((), (Tab(position=700), Tab(position=1400, align="right")), (Tab(position=900, align="center"),))


@st.composite
def paragraphs(draw: st.DrawFn) -> Paragraph:
    inlines: list[Inline] = list(draw(st.lists(RUNS | st.just(LineBreak()), max_size=4)))
    return a_paragraph(
        *inlines,
        align=draw(st.sampled_from(Align)),
        left=draw(st.integers(min_value=0, max_value=600)),
        right=draw(st.integers(min_value=0, max_value=300)),
        first=draw(st.integers(min_value=-600, max_value=600)),
        tabs=draw(
            st.sampled_from(
                [
                    (),
                    (Tab(position=700), Tab(position=1400, align="right")),
                    (Tab(position=900, align="center"),),
                ]
            )
        ),
    )


def _without_blanks(text: str) -> str:
    return "".join(text.split())


class TestTextComesOutAsItWentIn:
    @given(paragraphs(), WIDTHS)
    @settings(max_examples=150)
    def test_every_character_but_blanks_is_set_once_and_in_order(
        self, paragraph: Paragraph, width: int
    ) -> None:
        assert _without_blanks("".join(broken(paragraph, width))) == _without_blanks(paragraph.text)


class TestLinesStayInTheirColumn:
    @given(paragraphs(), WIDTHS)
    @settings(max_examples=150)
    def test_no_line_goes_over_the_right_edge_unless_it_is_one_character(
        self, paragraph: Paragraph, width: int
    ) -> None:
        style = paragraph.style
        assume(not style.tabs and "\t" not in paragraph.text)
        edge = (width - style.right) / 20 + 0.001
        for line in break_paragraph(paragraph, width).placed(0.0):
            if line.texts and sum(len(text.text) for text in line.texts) > 1:
                assert line.texts[-1].x + line.texts[-1].width <= edge

    @given(paragraphs(), WIDTHS)
    @settings(max_examples=150)
    def test_texts_of_a_line_follow_each_other_and_never_overlap(
        self, paragraph: Paragraph, width: int
    ) -> None:
        for line in break_paragraph(paragraph, width).placed(0.0):
            for left, right in pairwise(line.texts):
                assert right.x >= left.x + left.width - 0.001


class TestBreakingIsGreedy:
    @given(PROSE, WIDTHS)
    def test_the_first_piece_of_a_line_did_not_fit_on_the_line_before(self, text: str, width: int) -> None:
        result = break_paragraph(a_paragraph(text), width)
        for line, following in pairwise(result.placed(0.0)):
            head = PIECE.match("".join(part.text for part in following.texts))
            assert head is not None
            room = width / 20 - (line.texts[-1].x + line.texts[-1].width)
            assert _width(" " + head.group(), result.spacing) > room - 0.001

    @given(PROSE, WIDTHS, st.integers(min_value=1, max_value=4000))
    def test_a_wider_column_never_needs_more_lines(self, text: str, width: int, more: int) -> None:
        narrow = break_paragraph(a_paragraph(text), width)
        wide = break_paragraph(a_paragraph(text), width + more)
        assume(narrow.spacing == wide.spacing)
        assert wide.count <= narrow.count

    @given(PROSE, WIDTHS, st.sampled_from(Align))
    def test_alignment_does_not_change_the_breaks(self, text: str, width: int, align: Align) -> None:
        assert broken(a_paragraph(text, align=align), width) == broken(a_paragraph(text), width)

    @given(PROSE, WIDTHS, st.integers(min_value=0, max_value=400))
    def test_it_does_not_matter_how_a_text_is_cut_into_runs_of_one_style(
        self, text: str, width: int, at: int
    ) -> None:
        cut = min(at, len(text))
        assert broken(a_paragraph(text[:cut], text[cut:]), width) == broken(a_paragraph(text), width)


def _width(text: str, spacing: int) -> float:
    from kopsurat.fonts import split_by_face

    pieces = split_by_face(text, face("Arial"))
    return sum(shown.width(piece, 24) for piece, shown in pieces) + len(text) * spacing / 20


class TestSafeBreaksHoldInOtherEngines:
    @given(PROSE, WIDTHS, st.floats(min_value=-NARROW * 0.98, max_value=WIDE * 0.98))
    @settings(max_examples=200)
    def test_a_safe_paragraph_breaks_alike_when_the_measure_is_a_little_off(
        self, text: str, width: int, off: float
    ) -> None:
        paragraph = a_paragraph(text)
        result = break_paragraph(paragraph, width)
        assume(result.is_safe)
        spaced = a_paragraph(a_run(text, style=a_style(spacing=result.spacing)))
        other = width * (1 + off)
        assert _natural(spaced, round(other)) == broken(paragraph, width)

    @given(PROSE, WIDTHS)
    def test_the_spacing_that_backends_write_is_the_one_that_is_set(self, text: str, width: int) -> None:
        paragraph = a_paragraph(text)
        result = break_paragraph(paragraph, width)
        assert safe_spacing(paragraph, width) == result.spacing
        assert {part.style.spacing for line in result.placed(0.0) for part in line.texts} == {result.spacing}

    def test_nearly_every_paragraph_is_made_safe(self) -> None:
        runs = [a_run(TEXT * 2)]
        widths = range(6000, 10000, 17)
        unsafe = [width for width in widths if not break_paragraph(a_paragraph(*runs), width).is_safe]
        assert len(unsafe) <= 0.02 * len(widths)


def _natural(paragraph: Paragraph, width: int) -> list[str]:
    """Return the lines without any further spacing."""
    from kopsurat.layout.linebreak import _Breaker, _shape

    inlines = paragraph.inlines
    breaker = _Breaker(inlines, hard_lines(inlines), _shape(paragraph.style, width), 0)
    return ["".join(text.text for text in line.texts) for line in breaker.placed(0.0)]


class TestNothingButMissingGlyphsGoesWrong:
    @given(
        st.lists(st.text(max_size=30), max_size=3), st.integers(min_value=-500, max_value=9000), st.booleans()
    )
    @settings(max_examples=200)
    def test_any_text_is_set_or_its_character_is_named(
        self,
        texts: list[str],
        width: int,
        rtl: bool,
    ) -> None:
        paragraph = a_paragraph(*(a_run(text, rtl=rtl) for text in texts))
        try:
            lines = broken(paragraph, width)
        except MissingGlyph:
            return
        assert len(_without_blanks("".join(lines))) == len(_without_blanks(paragraph.text))


def test_runs_are_values_that_breaking_leaves_alone() -> None:
    run = a_run(TEXT)
    broken(a_paragraph(run), 4000)
    assert run == Run(text=TEXT, style=a_style())


@pytest.mark.parametrize(
    "text",
    ["kata demi kata " * 40, "a" * 600, "a/b-" * 150, "surat/jalan desa " * 35],
    ids=["words", "one word", "joints", "joints and words"],
)
@pytest.mark.parametrize("width", [1, 120, 300])
def test_a_narrow_column_takes_work_in_proportion_to_the_text(
    monkeypatch: pytest.MonkeyPatch, text: str, width: int
) -> None:
    work: list[int] = []
    measured, joints = Segment.measured, Segment.joints

    def count_measured(segment: Segment, lo: int, hi: int) -> float:
        work.append(hi - lo)
        return measured(segment, lo, hi)

    def count_joints(segment: Segment, lo: int, hi: int) -> list[int]:
        work.append(hi - lo)
        return joints(segment, lo, hi)

    monkeypatch.setattr(Segment, "measured", count_measured)
    monkeypatch.setattr(Segment, "joints", count_joints)
    spent = []
    for times in (1, 4):
        work.clear()
        assert break_paragraph(a_paragraph(text * times), width).count > 50 * times
        spent.append(sum(work))
    assert spent[1] <= 5 * spent[0]
