"""Laws of typesetting: nothing is lost, nothing is set twice, nothing overlaps or leaves its column."""

from __future__ import annotations

import pickle
from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from typeset_builders import (
    A4,
    TEXT,
    a_cell,
    a_document,
    a_paragraph,
    all_items,
    of_lines,
)

from kopsurat.content.images import Image
from kopsurat.layout.model import (
    Align,
    Borders,
    Grid,
    PageBreak,
    Paragraph,
    Picture,
    Row,
    Rule,
    Stroke,
    VAlign,
)
from kopsurat.layout.placed import PlacedGrid, PlacedParagraph, PlacedPicture, PlacedRule
from kopsurat.layout.typeset import count_pages, height_of, typeset

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kopsurat.layout.model import Block, Cell, Document
    from kopsurat.layout.placed import Page, PlacedItem, Typeset

LAW = settings(deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
"""Documents are large, so that making a failing one small takes minutes: leave that to a person."""

LENGTHS = st.integers(min_value=0, max_value=200)
CREST = Image(data=b"", media="image/png", width=3, height=4)
LINE = Stroke(width=10)

PARAGRAPHS = st.builds(
    lambda size, **style: a_paragraph((TEXT * 4)[:size].strip(), **style),
    st.integers(min_value=0, max_value=1100),
    before=LENGTHS,
    after=LENGTHS,
    left=LENGTHS,
    align=st.sampled_from(Align),
    keep_next=st.booleans(),
    keep_lines=st.booleans(),
) | st.builds(of_lines, st.integers(min_value=1, max_value=12), after=LENGTHS, keep_next=st.booleans())
RULES = st.builds(Rule, thick=LENGTHS, gap=LENGTHS, thin=LENGTHS, before=LENGTHS, after=LENGTHS)
PICTURES = st.builds(
    Picture,
    image=st.just(CREST),
    width=st.integers(min_value=10, max_value=3000),
    height=st.integers(min_value=10, max_value=5000),
    alt=st.just("Lambang"),
    align=st.sampled_from(Align),
    after=LENGTHS,
)


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    columns = tuple(draw(st.lists(st.integers(min_value=900, max_value=2200), min_size=1, max_size=4)))
    rows = []
    covered = [0] * len(columns)
    for number in range(draw(st.integers(min_value=1, max_value=6))):
        cells: list[Cell] = []
        at = 0
        while at < len(columns):
            if covered[at] > number:
                at += 1
                continue
            rowspan = draw(st.sampled_from([1, 1, 1, 2]))
            covered[at] = number + rowspan
            cells.append(draw(_cells(rowspan)))
            at += 1
        rows.append(Row(cells=tuple(cells), height=draw(LENGTHS)))
    return Grid(
        columns=columns,
        rows=tuple(rows),
        header_rows=draw(st.sampled_from([0, 0, 1])) if len(rows) > 1 and not _spans_first(rows) else 0,
        can_split=draw(st.booleans()),
        keep_next=draw(st.booleans()),
        after=draw(LENGTHS),
    )


def _spans_first(rows: list[Row]) -> bool:
    return any(cell.rowspan > 1 for cell in rows[0].cells)


def _cells(rowspan: int) -> st.SearchStrategy[Cell]:
    text = st.integers(min_value=0, max_value=70).map(lambda size: TEXT[:size].strip())
    return st.builds(
        lambda texts, **fields: a_cell(*texts, rowspan=rowspan, **fields),
        st.lists(text, max_size=2),
        valign=st.sampled_from(VAlign),
        borders=st.sampled_from([Borders(), Borders(top=LINE, bottom=LINE, left=LINE, right=LINE)]),
        padding=st.integers(min_value=0, max_value=100),
        padding_y=st.integers(min_value=0, max_value=60),
    )


BLOCKS = st.lists(PARAGRAPHS | RULES | PICTURES | grids() | st.just(PageBreak()), max_size=9)
DOCUMENTS = st.builds(
    lambda blocks, header, footer: a_document(
        *blocks, first_header=tuple(header), later_header=(of_lines(1),), footer=tuple(footer)
    ),
    BLOCKS,
    st.lists(PARAGRAPHS | RULES, max_size=3),
    st.lists(PARAGRAPHS, max_size=1),
)


def _body(typeset_: Typeset) -> Iterator[PlacedItem]:
    for page in typeset_.pages:
        yield from page.body


def _text(items: Iterator[PlacedItem]) -> str:
    """Return the text of items, rows drawn again left out, without blanks."""
    parts = []
    for item in items:
        if isinstance(item, PlacedParagraph):
            parts += [text.text for line in item.lines for text in line.texts]
        elif isinstance(item, PlacedGrid):
            rows = (row for row in item.rows if not row.is_repeated)
            parts += [_text(iter(cell.items)) for row in rows for cell in row.cells]
    return "".join("".join(parts).split())


def _source_text(blocks: tuple[Block, ...]) -> str:
    parts = []
    for block in blocks:
        if isinstance(block, Paragraph):
            parts.append(block.text)
        elif isinstance(block, Grid):
            parts += [_source_text(cell.blocks) for row in block.rows for cell in row.cells]
    return "".join("".join(parts).split())


class TestEveryBlockIsPlacedOnce:
    @given(DOCUMENTS)
    @settings(LAW, max_examples=40)
    def test_text_comes_out_in_the_order_in_which_it_went_in(self, document: Document) -> None:
        section = document.sections[0]
        if any(isinstance(block, Grid) for block in section.blocks):  # cells may be divided, text interleaved
            placed, source = sorted(_text(_body(typeset(document)))), sorted(_source_text(section.blocks))
            assert placed == source
        else:
            assert _text(_body(typeset(document))) == _source_text(section.blocks)

    @given(DOCUMENTS)
    @settings(LAW, max_examples=40)
    def test_blocks_appear_in_order_and_whole(self, document: Document) -> None:
        placed = list(_body(typeset(document)))
        sources = [item.source for item in placed if not getattr(item, "is_continued", False)]
        blocks = [block for block in document.sections[0].blocks if not isinstance(block, PageBreak)]
        assert sources == blocks
        for item, following in pairwise(placed):
            continues = getattr(item, "continues", False)
            assert continues == getattr(following, "is_continued", False)


NOTHING = (A4.height / 40, A4.height / 40)
"""The extent of an item that shows nothing: the middle of the page."""


class TestNothingOverlaps:
    @given(DOCUMENTS)
    @settings(LAW, max_examples=40)
    def test_the_body_stays_between_the_header_and_the_bottom_margin(self, document: Document) -> None:
        setup = document.sections[0].page
        for page in typeset(document).pages:
            head = max((bottom for _, bottom in _extents(page.header)), default=0.0)
            foot = min((top for top, _ in _extents(page.footer)), default=setup.height / 20)
            for top, bottom in _extents(page.body):
                assert top >= max(setup.top / 20, head) - 0.01
                assert bottom <= min((setup.height - setup.bottom) / 20, foot) + 0.01

    @given(DOCUMENTS)
    @settings(LAW, max_examples=40)
    def test_blocks_of_a_page_stand_under_each_other(self, document: Document) -> None:
        for page in typeset(document).pages:
            shown = [extent for extent in map(_extent, page.body) if extent != NOTHING]
            for above, below in pairwise(shown):
                assert below[0] >= above[1] - 0.01

    @given(grids())
    @settings(LAW, max_examples=40)
    def test_cells_stay_inside_their_columns_and_rows(self, grid: Grid) -> None:
        for page in typeset(a_document(grid)).pages:
            for item in page.body:
                assert isinstance(item, PlacedGrid)
                right = (A4.left + sum(grid.columns)) / 20
                for inner in all_items([item]):
                    if isinstance(inner, PlacedParagraph):
                        texts = [text for line in inner.lines for text in line.texts]
                        assert all(A4.left / 20 - 0.01 <= text.x <= right for text in texts)


def _extents(items: Iterable[PlacedItem]) -> list[tuple[float, float]]:
    """Return top and bottom of every item that shows something."""
    return [extent for extent in map(_extent, all_items(items)) if extent != NOTHING]


def _extent(item: PlacedItem) -> tuple[float, float]:
    """Return the top and the bottom of what an item shows."""
    if isinstance(item, PlacedParagraph):
        pitch = item.source.style.pitch / 20
        return item.lines[0].baseline - 0.8 * pitch, item.lines[-1].baseline + 0.2 * pitch
    if isinstance(item, PlacedRule):
        ends = [(y, y + height) for _, y, _, height in item.rectangles]
        return (ends[0][0], ends[-1][1]) if ends else NOTHING
    if isinstance(item, PlacedPicture):
        return item.y, item.y + item.height
    if isinstance(item, PlacedGrid):
        inner = [_extent(deep) for row in item.rows for cell in row.cells for deep in all_items(cell.items)]
        ends = [*inner, *((stroke.y0, stroke.y1) for stroke in item.strokes)]
        seen = [extent for extent in ends if extent != NOTHING]
        return (min(top for top, _ in seen), max(low for _, low in seen)) if seen else NOTHING
    return item.y, item.y + item.outer


class TestTypesettingIsAFunction:
    @given(DOCUMENTS)
    @settings(LAW, max_examples=25)
    def test_the_same_document_gives_the_same_pages(self, document: Document) -> None:
        copy = pickle.loads(pickle.dumps(document))  # noqa: S301 - our own bytes
        assert typeset(copy).pages == typeset(document).pages
        assert count_pages(document) == len(typeset(document).pages)

    @given(st.lists(PARAGRAPHS | RULES | PICTURES, max_size=6))
    @settings(LAW, max_examples=40)
    def test_heights_add_up(self, blocks: list[Block]) -> None:
        assert height_of(tuple(blocks), A4.measure) == sum(
            height_of((block,), A4.measure) for block in blocks
        )


def test_pages_of_a_typeset_document_are_numbered_through() -> None:
    pages: tuple[Page, ...] = typeset(a_document(of_lines(200))).pages
    assert [page.number for page in pages] == list(range(1, len(pages) + 1))
