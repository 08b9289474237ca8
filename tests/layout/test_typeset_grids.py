"""Grids: rows as high as their highest cell, lines drawn once, headers repeated."""

from __future__ import annotations

from itertools import pairwise

import pytest
from typeset_builders import (
    A4,
    LINES_A_PAGE,
    PITCH,
    a_cell,
    a_document,
    a_paragraph,
    a_row,
    all_items,
    lines_on,
    of_lines,
    texts_on,
)

from kopsurat.layout.model import Borders, Cell, Grid, Stroke, VAlign
from kopsurat.layout.placed import PlacedGrid, PlacedParagraph
from kopsurat.layout.typeset import height_of, typeset

THIN = Stroke(width=10)
THICK = Stroke(width=30)
BOX = Borders(top=THIN, bottom=THIN, left=THIN, right=THIN)
TOP, LEFT = A4.top / 20, A4.left / 20


def _placed(grid: Grid) -> PlacedGrid:
    item = typeset(a_document(grid)).pages[0].body[0]
    assert isinstance(item, PlacedGrid)
    return item


def _baselines(grid: Grid) -> dict[str, float]:
    page = typeset(a_document(grid)).pages[0]
    return dict(zip(texts_on(page), (line.baseline - TOP for line in lines_on(page)), strict=True))


def _boxed(*blocks: object, **fields: object) -> Cell:
    return a_cell(*blocks, borders=BOX, **fields)  # type: ignore[arg-type]


class TestRowsAndColumns:
    def test_cells_stand_in_their_columns(self) -> None:
        grid = Grid(columns=(1000, 2000, 3000), rows=(a_row("a", "b", "c"),), left=200)
        texts = [
            line.texts[0].x for item in all_items([_placed(grid)]) for line in getattr(item, "lines", ())
        ]
        assert texts == [LEFT + 10, LEFT + 60, LEFT + 160]

    def test_a_row_is_as_high_as_its_highest_cell(self) -> None:
        grid = Grid(columns=(3000, 3000), rows=(a_row("a", a_cell(of_lines(3))), a_row("b", "c")))
        assert height_of((grid,), A4.measure) == 4 * PITCH

    def test_a_row_has_its_least_height(self) -> None:
        assert height_of((Grid(columns=(3000,), rows=(a_row("a", height=900),)),), A4.measure) == 900

    def test_the_space_after_the_last_block_counts_in_a_cell(self) -> None:
        row = a_row(a_cell(a_paragraph("a", after=120)))
        assert height_of((Grid(columns=(3000,), rows=(row,), after=60),), A4.measure) == PITCH + 120 + 60

    def test_padding_narrows_the_column_of_a_cell(self) -> None:
        grid = Grid(columns=(3000,), rows=(a_row(a_cell("a", padding=100, padding_y=40)),))
        assert height_of((grid,), A4.measure) == PITCH + 80
        line = next(line for item in all_items([_placed(grid)]) for line in getattr(item, "lines", ()))
        assert (line.texts[0].x, line.baseline) == pytest.approx((LEFT + 5, TOP + 2 + 12))

    @pytest.mark.parametrize(("valign", "drop"), [(VAlign.TOP, 0), (VAlign.CENTER, 15), (VAlign.BOTTOM, 30)])
    def test_a_low_cell_stands_where_it_is_aligned(self, valign: VAlign, drop: float) -> None:
        grid = Grid(columns=(3000, 3000), rows=(a_row(a_cell("a", valign=valign), a_cell(of_lines(3))),))
        assert _baselines(grid)["a"] == pytest.approx(drop + 12)

    def test_a_cell_over_two_columns_pushes_the_next_aside(self) -> None:
        grid = Grid(columns=(1000, 2000, 3000), rows=(a_row(a_cell("a", colspan=2), "b"),))
        b = _placed(grid).rows[0].cells[1].items[0]
        assert isinstance(b, PlacedParagraph)
        assert b.lines[0].texts[0].x == LEFT + 150

    def test_a_cell_over_two_rows_leaves_its_column_out_below(self) -> None:
        grid = Grid(columns=(1000, 2000), rows=(a_row(a_cell("a", rowspan=2), "b"), a_row("c")))
        c = _placed(grid).rows[1].cells[0].items[0]
        assert isinstance(c, PlacedParagraph)
        assert c.lines[0].texts[0].x == LEFT + 50

    def test_a_cell_over_two_rows_makes_the_last_of_them_higher_where_it_must(self) -> None:
        high = a_cell(of_lines(5), rowspan=2)
        grid = Grid(columns=(1000, 2000), rows=(a_row(high, "b"), a_row("c"), a_row("d", "e")))
        baselines = _baselines(grid)
        assert baselines["c"] == pytest.approx(15 + 12)
        assert baselines["d"] == pytest.approx(5 * 15 + 12)

    def test_a_grid_inside_a_cell_is_set_in_its_column(self) -> None:
        inner = Grid(columns=(500, 500), rows=(a_row("n", "o"),), after=40)
        grid = Grid(columns=(2000, 3000), rows=(a_row(a_cell("kiri", inner, "bawah"), "kanan"),))
        assert _baselines(grid) == {
            "kiri": pytest.approx(12),
            "n": pytest.approx(27),
            "o": pytest.approx(27),
            "bawah": pytest.approx(44),
            "kanan": pytest.approx(12),
        }


class TestLinesAreDrawnOnce:
    def test_a_boxed_grid_has_a_line_on_each_edge_only_once(self) -> None:
        grid = Grid(
            columns=(1000, 2000), rows=(a_row(_boxed("a"), _boxed("b")), a_row(_boxed("c"), _boxed("d")))
        )
        strokes = _placed(grid).strokes
        assert len(strokes) == 6
        assert {(stroke.x1 - stroke.x0) for stroke in strokes if stroke.y0 == stroke.y1} == {150.0}

    def test_the_wider_of_two_lines_on_one_edge_is_drawn(self) -> None:
        upper = a_cell("a", borders=Borders(bottom=THIN))
        lower = a_cell("b", borders=Borders(top=THICK))
        strokes = _placed(Grid(columns=(1000,), rows=(a_row(upper), a_row(lower)))).strokes
        assert [stroke.stroke for stroke in strokes] == [THICK]

    def test_no_line_crosses_a_cell_that_spans(self) -> None:
        grid = Grid(
            columns=(1000, 1000),
            rows=(
                a_row(_boxed("a", colspan=2)),
                a_row(_boxed("b", rowspan=2), _boxed("c")),
                a_row(_boxed("d")),
            ),
        )
        strokes = _placed(grid).strokes
        across = {
            (stroke.y0 - TOP, stroke.x0 - LEFT, stroke.x1 - LEFT)
            for stroke in strokes
            if stroke.y0 == stroke.y1
        }
        assert {(x0, x1) for y, x0, x1 in across if 30 < y < 35} == {(50.0, 100.0)}
        down = [stroke for stroke in strokes if stroke.x0 == stroke.x1 == LEFT + 50]
        assert [stroke.y0 - TOP for stroke in down] == [pytest.approx(15.5)]

    def test_a_line_above_a_row_needs_room_unless_the_padding_gives_it(self) -> None:
        bare = Grid(columns=(1000,), rows=(a_row(_boxed("a")), a_row(_boxed("b"))))
        padded = Grid(
            columns=(1000,), rows=(a_row(_boxed("a", padding_y=40)), a_row(_boxed("b", padding_y=40)))
        )
        assert height_of((bare,), A4.measure) == 2 * PITCH + 3 * THIN.width
        assert height_of((padded,), A4.measure) == 2 * (PITCH + 80)


class TestGridsOverPages:
    def _grid(self, rows: int, **fields: object) -> Grid:
        body = tuple(a_row(f"baris {number}") for number in range(rows))
        return Grid(columns=(3000,), rows=(a_row(a_cell("Kepala", header=True)), *body), **fields)  # type: ignore[arg-type]

    def test_header_rows_are_repeated_and_say_so(self) -> None:
        pages = typeset(a_document(self._grid(100, header_rows=1))).pages
        assert [texts_on(page)[0] for page in pages] == ["Kepala"] * 3
        grids = [item for page in pages for item in page.body if isinstance(item, PlacedGrid)]
        assert [grid.rows[0].is_repeated for grid in grids] == [False, True, True]
        assert [(grid.is_continued, grid.continues) for grid in grids] == [
            (False, True),
            (True, True),
            (True, False),
        ]

    def test_every_row_stands_on_one_page(self) -> None:
        pages = typeset(a_document(self._grid(100, header_rows=1))).pages
        rows = [text for page in pages for text in texts_on(page) if text != "Kepala"]
        assert rows == [f"baris {number}" for number in range(100)]

    def test_a_header_never_stands_alone_at_the_bottom_of_a_page(self) -> None:
        pages = typeset(a_document(of_lines(LINES_A_PAGE - 1), self._grid(3, header_rows=1))).pages
        assert texts_on(pages[1])[0] == "Kepala"

    def test_a_row_moves_whole(self) -> None:
        grid = Grid(columns=(3000,), rows=(a_row("a"), a_row(a_cell(of_lines(6)))))
        pages = typeset(a_document(of_lines(LINES_A_PAGE - 4), grid)).pages
        assert len(texts_on(pages[1])) == 6

    def test_rows_under_one_cell_are_not_parted(self) -> None:
        rows = (a_row(a_cell("a", rowspan=3), "1"), a_row("2"), a_row("3"), a_row("b", "4"))
        pages = typeset(a_document(of_lines(LINES_A_PAGE - 2), Grid(columns=(1000, 1000), rows=rows))).pages
        assert texts_on(pages[1]) == ["a", "1", "2", "3", "b", "4"]

    def test_rows_under_a_cell_higher_than_the_page_are_parted_all_the_same(self) -> None:
        names = a_cell(of_lines(LINES_A_PAGE + 4), rowspan=LINES_A_PAGE + 9)
        rows = (a_row(names, "0"), *(a_row(f"{number}") for number in range(1, LINES_A_PAGE + 9)))
        pages = typeset(a_document(Grid(columns=(1500, 1500), rows=rows))).pages
        columns = [[line.texts[0].x == LEFT for line in lines_on(page)] for page in pages]
        assert [(column.count(True), column.count(False)) for column in columns] == [
            (LINES_A_PAGE, LINES_A_PAGE),
            (4, 9),
        ]

    def test_a_row_that_may_be_divided_is(self) -> None:
        grid = Grid(
            columns=(3000, 3000), rows=(a_row(a_cell(of_lines(8)), a_cell(of_lines(5))),), can_split=True
        )
        pages = typeset(a_document(of_lines(LINES_A_PAGE - 4), grid)).pages
        lefts = [[line for line in lines_on(page) if line.texts[0].x == LEFT] for page in pages]
        assert [len(lines) for lines in lefts] == [LINES_A_PAGE, 4]
        assert sum(len(texts_on(page)) for page in pages) == LINES_A_PAGE - 4 + 8 + 5

    def test_lines_of_a_part_close_it_at_top_and_bottom(self) -> None:
        rows = tuple(a_row(_boxed(f"{number}")) for number in range(60))
        pages = typeset(a_document(Grid(columns=(1000,), rows=rows))).pages
        for page in pages:
            grid = page.body[0]
            assert isinstance(grid, PlacedGrid)
            ys = sorted(stroke.y0 for stroke in grid.strokes if stroke.y0 == stroke.y1)
            assert len(ys) == len(grid.rows) + 1
            assert all(below - above > 14 for above, below in pairwise(ys))
