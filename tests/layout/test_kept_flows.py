"""Counting pages before they are placed, and keeping the flow of a fitted letter for whoever sets it."""

from __future__ import annotations

import copy
import weakref
from concurrent.futures import ThreadPoolExecutor

import pytest
from typeset_builders import A4, PITCH, a_document, a_paragraph, a_row, a_run, lines_on, of_lines, of_sections

from kopsurat.errors import RenderError
from kopsurat.layout.model import Document, Grid, PageNumber, Picture, Section
from kopsurat.layout.typeset import count_pages, flow_of, keep, typeset


def _tall_row() -> Grid:
    return Grid(columns=(5000,), rows=(a_row(*["baris"]), a_row("kepala", height=PITCH * 30)), can_split=True)


def _documents() -> list[Document]:
    number = a_paragraph(a_run("dari "), PageNumber(style=a_run("").style, total=True))
    return [
        a_document(),
        a_document(of_lines(3), of_lines(130), first_header=(of_lines(2),), later_header=(of_lines(1),)),
        a_document(of_lines(60), _tall_row(), of_lines(4), footer=(number,)),
        of_sections(
            *(Section(page=A4, blocks=(of_lines(count),), later_header=(number,)) for count in (90, 9))
        ),
    ]


class TestCountingIsSetting:
    @pytest.mark.parametrize("document", _documents())
    def test_pages_are_counted_as_they_are_set(self, document: Document) -> None:
        assert count_pages(document) == len(typeset(document).pages)

    def test_what_is_higher_than_the_page_is_an_error_when_counted(self) -> None:
        grid = Grid(columns=(5000,), rows=(a_row("tinggi", height=A4.height),))
        with pytest.raises(RenderError, match="block-too-tall"):
            count_pages(a_document(grid))


class TestAKeptFlow:
    def test_it_gives_the_pages_that_setting_anew_gives(self) -> None:
        for document in _documents():
            fresh = typeset(copy.deepcopy(document)).pages
            keep(flow_of(document.sections[0]))
            assert typeset(document).pages == fresh
            assert typeset(document).pages == fresh

    def test_it_belongs_to_its_own_section_only(self) -> None:
        kept, other = a_document(of_lines(2)).sections[0], a_document(of_lines(5)).sections[0]
        keep(flow_of(kept))
        assert len(lines_on(typeset(of_sections(other)).pages[0])) == 5

    def test_it_is_not_used_for_a_section_that_begins_on_another_page(self) -> None:
        number = a_paragraph(PageNumber(style=a_run("").style))
        section = Section(page=A4, blocks=(of_lines(1),), first_header=(number,))
        keep(flow_of(section))
        second = typeset(of_sections(Section(page=A4, blocks=(of_lines(1),)), section)).pages[1]
        assert [item.lines[0].texts[0].text for item in second.header] == ["2"]

    def test_many_kept_flows_do_not_pile_up(self) -> None:
        from kopsurat.layout import typeset as module

        flows = [flow_of(a_document(of_lines(1)).sections[0]) for _ in range(100)]
        left = [weakref.ref(flow) for flow in flows]
        while flows:
            keep(flows.pop())
        assert 1 <= sum(each() is not None for each in left) <= module._MOST_KEPT

    def test_setting_another_document_between_does_not_lose_it(self) -> None:
        kept, other = a_document(of_lines(2)).sections[0], a_document(of_lines(5))
        flow = flow_of(kept)
        keep(flow)
        typeset(other)
        assert flow_of(kept) is flow

    def test_threads_do_not_take_each_others_pages(self) -> None:
        def made(count: int) -> int:
            document = a_document(of_lines(1 + count % 40), first_header=(of_lines(count % 3),))
            keep(flow_of(document.sections[0]))
            return len(lines_on(typeset(document).pages[0]))

        with ThreadPoolExecutor(8) as pool:
            assert list(pool.map(made, range(400))) == [1 + count % 40 for count in range(400)]


class TestHeadsOfAnOffice:
    def test_the_same_head_is_measured_once_and_placed_alike(self) -> None:
        head = (of_lines(2), of_lines(1))
        first, second = (
            typeset(a_document(of_lines(count), first_header=head)).pages[0].header for count in (1, 2)
        )
        assert first is second

    def test_a_later_head_that_no_page_shows_is_not_measured(self) -> None:
        picture = Picture(image=None, width=0, height=10**6, alt="")  # type: ignore[arg-type] - never seen
        flow = flow_of(a_document(of_lines(1), later_header=(picture,)).sections[0])
        assert "later_header" not in vars(flow)
