"""What stands on which page, and how high."""

from __future__ import annotations

from dataclasses import replace

import pytest
from typeset_builders import (
    A4,
    LINES_A_PAGE,
    PITCH,
    a_cell,
    a_document,
    a_paragraph,
    a_row,
    a_style,
    lines_on,
    of_lines,
    of_sections,
    texts_on,
)

from kopsurat.content.images import Image
from kopsurat.errors import RenderError
from kopsurat.layout.measures import mm
from kopsurat.layout.model import Align, Grid, PageBreak, PageNumber, Picture, Rule, Section, Symbol
from kopsurat.layout.placed import PlacedParagraph, PlacedPicture, PlacedRule, PlacedSymbol
from kopsurat.layout.typeset import count_pages, height_of, typeset
from kopsurat.messages import explain
from kopsurat.qr import encode

CREST = Image(data=b"", media="image/png", width=3, height=4)


def _counts(*blocks: object, **section: object) -> list[int]:
    """Return the number of lines on each page."""
    return [len(lines_on(page)) for page in typeset(a_document(*blocks, **section)).pages]


class TestLinesStandOnAnExactPitch:
    def test_the_baseline_lies_at_four_fifths_of_the_pitch(self) -> None:
        page = typeset(a_document(of_lines(3))).pages[0]
        top = A4.top / 20
        assert [line.baseline for line in lines_on(page)] == pytest.approx([top + 12, top + 27, top + 42])

    def test_space_before_and_after_add_up(self) -> None:
        page = typeset(a_document(of_lines(1, after=100), of_lines(1, before=60))).pages[0]
        first, second = lines_on(page)
        assert second.baseline - first.baseline == pytest.approx(15 + 5 + 3)

    def test_space_before_is_kept_at_the_top_of_a_page(self) -> None:
        page = typeset(a_document(of_lines(1, before=200))).pages[0]
        assert lines_on(page)[0].baseline == pytest.approx(A4.top / 20 + 10 + 12)

    def test_space_after_may_hang_below_the_bottom_margin(self) -> None:
        assert _counts(of_lines(LINES_A_PAGE, after=600)) == [LINES_A_PAGE]


class TestParagraphsAreDividedWithTwoLinesOnEitherSide:
    @pytest.mark.parametrize(
        ("lines", "room", "expected"),
        [(4, 3, 2), (4, 2, 2), (4, 1, 0), (3, 2, 0), (2, 1, 0), (5, 4, 3), (6, 3, 3), (9, 9, 9)],
    )
    def test_lines_that_stay(self, lines: int, room: int, expected: int) -> None:
        above = LINES_A_PAGE - room
        assert _counts(of_lines(above), of_lines(lines))[0] == above + expected

    def test_a_paragraph_kept_whole_moves_whole(self) -> None:
        assert _counts(of_lines(LINES_A_PAGE - 5), of_lines(8, keep_lines=True)) == [LINES_A_PAGE - 5, 8]

    def test_a_paragraph_kept_whole_but_longer_than_a_page_is_divided_all_the_same(self) -> None:
        assert sum(_counts(of_lines(LINES_A_PAGE + 5, keep_lines=True))) == LINES_A_PAGE + 5

    def test_its_parts_say_that_it_goes_on(self) -> None:
        pages = typeset(a_document(of_lines(LINES_A_PAGE + 5))).pages
        parts = [item for page in pages for item in page.body if isinstance(item, PlacedParagraph)]
        assert [(part.is_continued, part.continues) for part in parts] == [(False, True), (True, False)]


class TestBlocksThatStayTogether:
    def test_a_heading_moves_with_the_first_two_lines_of_its_text(self) -> None:
        heading = of_lines(1, keep_next=True)
        assert _counts(of_lines(LINES_A_PAGE - 2), heading, of_lines(6)) == [LINES_A_PAGE - 2, 7]
        assert _counts(of_lines(LINES_A_PAGE - 3), heading, of_lines(6)) == [LINES_A_PAGE, 4]

    def test_a_signature_moves_whole_with_the_paragraph_before_it(self) -> None:
        chain = [of_lines(4, keep_next=True), *[of_lines(1, keep_next=True)] * 4, of_lines(1)]
        assert _counts(of_lines(LINES_A_PAGE - 8), *chain) == [LINES_A_PAGE - 8, 9]

    def test_a_chain_longer_than_a_page_is_divided(self) -> None:
        chain = [of_lines(1, keep_next=True)] * (LINES_A_PAGE + 10)
        assert _counts(of_lines(3), *chain) == [LINES_A_PAGE, 13]

    def test_a_chain_at_the_end_of_the_letter_needs_nothing_after_it(self) -> None:
        assert _counts(of_lines(LINES_A_PAGE - 1), of_lines(1, keep_next=True)) == [LINES_A_PAGE]

    def test_a_grid_can_be_kept_with_what_follows(self) -> None:
        grid = Grid(columns=(3000,), rows=(a_row("a"), a_row("b")), keep_next=True)
        assert _counts(of_lines(LINES_A_PAGE - 3), grid, of_lines(2)) == [LINES_A_PAGE - 3, 4]


class TestPageBreaksAndSections:
    def test_what_follows_a_break_starts_on_a_new_page(self) -> None:
        assert _counts(of_lines(2), PageBreak(), of_lines(3)) == [2, 3]

    def test_a_break_makes_no_empty_page(self) -> None:
        assert _counts(PageBreak(), of_lines(2), PageBreak(), PageBreak(), of_lines(1)) == [2, 1]

    def test_an_empty_section_is_one_empty_page(self) -> None:
        assert _counts() == [0]

    def test_a_section_starts_on_a_page_of_its_own_size(self) -> None:
        wide = replace(A4, width=A4.height, height=A4.width)
        pages = typeset(
            of_sections(Section(page=A4, blocks=(of_lines(1),)), Section(page=wide, blocks=(of_lines(1),)))
        ).pages
        assert [(page.setup, page.number, page.is_first_of_section) for page in pages] == [
            (A4, 1, True),
            (wide, 2, True),
        ]


class TestHeadersAndFooters:
    def test_the_first_page_has_its_own_header(self) -> None:
        document = a_document(
            of_lines(LINES_A_PAGE * 2 + 9),
            first_header=(a_paragraph("KOP"),),
            later_header=(a_paragraph("– n –"),),
        )
        heads = [page.header[0] for page in typeset(document).pages]
        assert [head.source.text for head in heads if isinstance(head, PlacedParagraph)] == [
            "KOP",
            "– n –",
            "– n –",
        ]

    def test_the_body_starts_under_the_top_margin_if_the_header_is_low(self) -> None:
        page = typeset(a_document(of_lines(1), first_header=(of_lines(1),))).pages[0]
        assert lines_on(page)[0].baseline == pytest.approx(A4.top / 20 + 12)

    def test_the_body_starts_under_a_header_that_is_high(self) -> None:
        page = typeset(a_document(of_lines(1), first_header=(of_lines(8, after=100),))).pages[0]
        below = (A4.header_distance + 8 * PITCH + 100) / 20
        assert lines_on(page)[0].baseline == pytest.approx(below + 12)

    def test_a_footer_stands_on_its_distance_and_lifts_the_body(self) -> None:
        document = a_document(of_lines(LINES_A_PAGE * 2), footer=(of_lines(4),))
        page = typeset(document).pages[0]
        foot = page.footer[0]
        assert isinstance(foot, PlacedParagraph)
        top = (A4.height - A4.footer_distance - 4 * PITCH) / 20
        assert foot.lines[0].baseline == pytest.approx(top + 12)
        assert lines_on(page)[-1].baseline < top

    def test_every_page_prints_its_number_and_the_count(self) -> None:
        number = a_paragraph(PageNumber(style=a_style()), "/", PageNumber(style=a_style(), total=True))
        document = a_document(of_lines(LINES_A_PAGE * 11), first_header=(number,), later_header=(number,))
        pages = typeset(document).pages
        printed = ["".join(text.text for text in page.header[0].lines[0].texts) for page in pages]  # type: ignore[union-attr]
        assert printed == [f"{page}/11" for page in range(1, 12)]


class TestRulesPicturesAndSymbols:
    def test_a_double_rule_is_thick_over_thin(self) -> None:
        rule = Rule(thick=60, gap=20, thin=15, before=40, after=100)
        page = typeset(a_document(rule, of_lines(1))).pages[0]
        placed = page.body[0]
        assert isinstance(placed, PlacedRule)
        left, top, width = A4.left / 20, A4.top / 20 + 2, A4.measure / 20
        assert placed.rectangles == ((left, top, width, 3.0), (left, top + 4, width, 0.75))
        assert lines_on(page)[0].baseline == pytest.approx(top + 4.75 + 5 + 12)

    def test_a_single_rule_has_no_gap(self) -> None:
        page = typeset(a_document(Rule(thick=20, gap=20), of_lines(1))).pages[0]
        assert lines_on(page)[0].baseline == pytest.approx(A4.top / 20 + 1 + 12)

    @pytest.mark.parametrize(("align", "share"), [(Align.LEFT, 0), (Align.CENTER, 0.5), (Align.RIGHT, 1)])
    def test_a_picture_stands_where_it_is_aligned(self, align: Align, share: float) -> None:
        picture = Picture(image=CREST, width=mm(20), height=mm(24), alt="", align=align, before=30, after=70)
        page = typeset(a_document(picture, of_lines(1))).pages[0]
        placed = page.body[0]
        assert isinstance(placed, PlacedPicture)
        assert placed.x == pytest.approx((A4.left + share * (A4.measure - mm(20))) / 20, abs=0.05)
        assert (placed.y, placed.height) == pytest.approx(((A4.top + 30) / 20, mm(24) / 20))
        assert lines_on(page)[0].baseline == pytest.approx((A4.top + 30 + mm(24) + 70) / 20 + 12)

    def test_a_symbol_takes_its_quiet_zone(self) -> None:
        symbol = Symbol(matrix=encode("https://sukamaju.desa.id/v#1", level="M"), size=mm(35), alt="")
        page = typeset(a_document(symbol, of_lines(1))).pages[0]
        placed = page.body[0]
        assert isinstance(placed, PlacedSymbol)
        assert (placed.size, placed.outer) == (mm(35) / 20, symbol.outer / 20)
        assert lines_on(page)[0].baseline == pytest.approx((A4.top + symbol.outer) / 20 + 12)

    def test_a_picture_that_does_not_fit_moves_to_the_next_page(self) -> None:
        picture = Picture(image=CREST, width=mm(20), height=5 * PITCH, alt="")
        pages = typeset(a_document(of_lines(LINES_A_PAGE - 3), picture)).pages
        assert [type(item) for item in pages[1].body] == [PlacedPicture]


class TestWhatCannotBeSet:
    def test_a_picture_higher_than_the_page_is_an_error_that_says_how_high(self) -> None:
        picture = Picture(image=CREST, width=mm(20), height=mm(400), alt="")
        with pytest.raises(RenderError) as caught:
            typeset(a_document(of_lines(2), picture))
        assert caught.value.code == "block-too-tall"
        assert (caught.value.evidence["height"], caught.value.evidence["page"]) == (400, 2)
        assert "400 mm" in explain(caught.value)

    def test_a_header_that_leaves_no_room_is_an_error(self) -> None:
        with pytest.raises(RenderError):
            typeset(a_document(of_lines(1), first_header=(of_lines(LINES_A_PAGE + 10),)))

    def test_a_row_higher_than_the_page_is_an_error_unless_it_may_be_divided(self) -> None:
        rows = (a_row(a_cell(of_lines(LINES_A_PAGE + 5))),)
        with pytest.raises(RenderError):
            typeset(a_document(Grid(columns=(5000,), rows=rows)))
        assert count_pages(a_document(Grid(columns=(5000,), rows=rows, can_split=True))) == 2


class TestMeasuring:
    def test_the_height_of_blocks_is_the_room_they_take(self) -> None:
        blocks = (of_lines(3, before=20, after=40), Rule(thick=60, gap=20, thin=15, after=30))
        assert height_of(blocks, A4.measure) == 20 + 3 * PITCH + 40 + 95 + 30

    def test_pages_are_counted_as_they_are_set(self) -> None:
        assert count_pages(a_document(of_lines(LINES_A_PAGE * 3 + 2))) == 4

    def test_texts_come_in_reading_order(self) -> None:
        grid = Grid(columns=(3000, 3000), rows=(a_row("a", "b"), a_row("c", "d")))
        page = typeset(a_document(a_paragraph("satu"), grid, a_paragraph("dua"))).pages[0]
        assert texts_on(page) == ["satu", "a", "b", "c", "d", "dua"]
