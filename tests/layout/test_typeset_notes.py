"""Footnotes stand at the foot of the page of their marks, whole, under a rule."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typeset_builders import (
    A4,
    LINES_A_PAGE,
    PITCH,
    a_cell,
    a_document,
    a_paragraph,
    a_row,
    a_run,
    all_items,
    lines_on,
    of_lines,
    of_sections,
    texts_on,
)

from kopsurat.errors import RenderError
from kopsurat.layout.model import Grid, LineBreak, Paragraph, Section
from kopsurat.layout.placed import PlacedParagraph, PlacedRule
from kopsurat.layout.typeset import NOTE_RULE_ROOM, typeset

BOTTOM = (A4.height - A4.bottom) / 20
NOTE_PITCH = 230


def marked(count: int, at: int, number: int = 1, **style: bool) -> Paragraph:
    """Return a paragraph of so many lines with a mark on line ``at``, from 1."""
    inlines = []
    for line in range(1, count + 1):
        inlines += [LineBreak()] if line > 1 else []
        inlines.append(a_run(f"baris {line}"))
        inlines += [a_run("¹", note=number)] if line == at else []
    return a_paragraph(*inlines, **style)


def note(number: int = 1, lines: int = 1) -> Paragraph:
    inlines = [a_run(f"{number}\tcatatan")]
    for _ in range(lines - 1):
        inlines += [LineBreak(), a_run("lanjutan")]
    return a_paragraph(*inlines, pitch=NOTE_PITCH, left=280, first=-280)


def on_pages(*blocks: object, notes: tuple[Paragraph, ...]) -> list[list[str]]:
    return [texts_on(page) for page in typeset(a_document(*blocks, footnotes=notes)).pages]


def test_it_stands_on_the_bottom_margin_under_a_rule() -> None:
    page = typeset(a_document(marked(2, at=1), footnotes=(note(lines=2),))).pages[0]
    *_, first, last = lines_on(page)
    assert last.baseline == pytest.approx(BOTTOM - 0.2 * NOTE_PITCH / 20)
    (rule,) = [item for item in all_items(page.body) if isinstance(item, PlacedRule)]
    ((x, y, width, height),) = rule.rectangles
    top = first.baseline - 0.8 * NOTE_PITCH / 20
    assert (x, height) == (A4.left / 20, 0.5)
    assert y + height == pytest.approx(top - 57 / 20)
    assert width == pytest.approx(A4.measure / 20 / 4, abs=0.05)


def test_it_takes_room_from_the_body_of_that_page_only() -> None:
    room = A4.height - A4.top - A4.bottom - NOTE_RULE_ROOM - NOTE_PITCH
    first, second, _ = on_pages(marked(2, at=1), of_lines(2 * LINES_A_PAGE), notes=(note(),))
    assert len(first) == room // PITCH + 1
    assert len(second) == LINES_A_PAGE


def test_a_line_whose_note_does_not_fit_goes_to_the_next_page_with_it() -> None:
    filler = of_lines(LINES_A_PAGE - 6)
    first, second = on_pages(filler, marked(6, at=4), notes=(note(lines=3),))
    assert first[-1] == "baris 3"
    assert second == [
        "baris 4¹",
        "baris 5",
        "baris 6",
        "1catatan",
        "lanjutan",
        "lanjutan",
    ]


def test_two_lines_stay_on_either_side_all_the_same() -> None:
    first, second = on_pages(of_lines(LINES_A_PAGE - 4), marked(4, at=4), notes=(note(),))
    assert first[-1] == "baris 2"
    assert second[0] == "baris 3"


def test_a_chain_that_does_not_fit_with_its_notes_moves_as_one() -> None:
    heading = a_paragraph("judul", keep_next=True)
    first, second = on_pages(of_lines(LINES_A_PAGE - 3), heading, marked(2, at=2), notes=(note(),))
    assert "judul" not in first
    assert second[0] == "judul"


def test_a_note_marked_in_a_table_stands_under_the_page_of_its_row() -> None:
    rows = tuple(
        a_row(a_cell(a_paragraph(f"isi {at}", *([a_run("¹", note=1)] if at == 50 else []))))
        for at in range(60)
    )
    pages = on_pages(Grid(columns=(4000,), rows=rows), notes=(note(),))
    assert "1catatan" not in pages[0]
    assert pages[1][-1] == "1catatan"
    assert "isi 50¹" in pages[1]


def test_notes_are_counted_on_through_sections() -> None:
    one = Section(page=A4, blocks=(marked(1, at=1),), footnotes=(note(1),))
    two = Section(page=A4, blocks=(marked(1, at=1, number=2),), footnotes=(note(2),))
    first, second = (texts_on(page) for page in typeset(of_sections(one, two)).pages)
    assert (first[-1], second[-1]) == ("1catatan", "2catatan")


def test_a_note_higher_than_a_page_is_refused() -> None:
    with pytest.raises(RenderError, match="block-too-tall"):
        on_pages(marked(1, at=1), notes=(note(lines=80),))


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.integers(1, 30), st.integers(0, 4)), min_size=1, max_size=12))
def test_every_note_stands_once_on_the_page_of_its_mark_and_nothing_overlaps(
    shapes: list[tuple[int, int]],
) -> None:
    blocks, notes = [], []
    for count, height in shapes:
        if height:
            notes.append(note(len(notes) + 1, height))
        blocks.append(marked(count, at=(count + 1) // 2 if height else 0, number=len(notes)))
    pages = typeset(a_document(*blocks, footnotes=tuple(notes))).pages
    placed = []
    for page in pages:
        items = [item for item in all_items(page.body) if isinstance(item, PlacedParagraph)]
        here = [item for item in items if item.source.style.pitch == NOTE_PITCH]
        marks = [text for text in texts_on(page) if "¹" in text]
        assert len(marks) == len(here)
        placed += [item.source for item in here]
        baselines = [line.baseline for line in lines_on(page)]
        assert all(after - before >= 11.4 for before, after in pairwise(baselines))
        assert baselines[-1] <= BOTTOM
    assert placed == notes
