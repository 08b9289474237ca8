"""Laws: any letter is set or refused by our own errors; text in is text out; nothing leaves the page."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kopsurat.content import blocks as content
from kopsurat.errors import KopsuratError
from kopsurat.layout.compose import compose
from kopsurat.layout.measures import points
from kopsurat.layout.profile import PROFILES, builtin_style
from kopsurat.layout.typeset import typeset
from kopsurat.letter import Capacity, Family, Letter, LetterKind, Signature
from kopsurat.office import Signatory

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.compose.conftest import Layout

WORD = st.text("aeiknrstgbu'éÉ.,-–/•²☐", min_size=1, max_size=14)

TEXT = st.lists(WORD, min_size=1, max_size=12).map(" ".join)
INLINE = st.builds(content.Text, text=TEXT, bold=st.booleans(), italic=st.booleans(), underline=st.booleans())
INLINES = st.lists(INLINE, min_size=1, max_size=3).map(tuple)
PARAGRAPH = st.builds(content.Paragraph, content=INLINES)
PAIRS = st.builds(
    content.Pairs,
    rows=st.lists(
        st.builds(content.Pair, label=INLINES, value=INLINES, number=st.sampled_from(["", "1."])),
        min_size=1,
        max_size=4,
    ).map(tuple),
)


def tables(cells: st.SearchStrategy[content.Block]) -> st.SearchStrategy[content.Block]:
    def table(columns: int) -> st.SearchStrategy[content.Block]:
        cell = st.builds(content.Cell, content=st.lists(cells, max_size=1).map(tuple))
        row = st.builds(content.Row, cells=st.lists(cell, min_size=columns, max_size=columns).map(tuple))
        return st.builds(
            content.Table,
            rows=st.lists(row, min_size=1, max_size=4).map(tuple),
            aligns=st.just(("left",) * columns),
            header_rows=st.integers(0, 1),
        )

    return st.integers(1, 4).flatmap(table)


def nested(inner: st.SearchStrategy[content.Block]) -> st.SearchStrategy[content.Block]:
    flow = st.lists(inner, min_size=1, max_size=2).map(tuple)
    return st.one_of(
        st.builds(
            content.Items,
            style=st.sampled_from(list(content.ItemStyle)[:-1]),
            items=st.lists(flow, min_size=1, max_size=3).map(tuple),
        ),
        st.builds(content.Quote, content=flow),
        st.builds(content.Columns, columns=st.lists(flow, min_size=1, max_size=2).map(tuple)),
        st.builds(content.Dictum, label=st.just("KESATU"), content=flow),
        tables(inner),
    )


BLOCK = st.recursive(st.one_of(PARAGRAPH, PAIRS), nested, max_leaves=5)
PERSON = st.builds(Signatory, id=st.just("x"), name=TEXT, jabatan=TEXT, rank=st.none() | TEXT)
SIGNATURE = st.builds(
    Signature,
    signatory=PERSON,
    capacity=st.sampled_from(Capacity),
    on_behalf=st.none() | st.just("Kepala Desa"),
    heading=st.none() | TEXT,
    is_external=st.booleans(),
    has_meterai=st.booleans(),
)


def letters(day: Any) -> st.SearchStrategy[Letter]:
    return st.builds(
        Letter,
        kind=st.builds(LetterKind, code=st.just("x"), title=TEXT, family=st.sampled_from(Family)),
        nomor=TEXT,
        date=st.just(day),
        body=st.lists(BLOCK, max_size=5).map(tuple),
        signatures=st.lists(SIGNATURE, max_size=4).map(tuple),
        perihal=st.none() | TEXT,
        recipients=st.lists(TEXT, max_size=3).map(tuple),
        tembusan=st.lists(TEXT, max_size=3).map(tuple),
        fit_one_page=st.booleans(),
    )


class Drawn:
    """A letter that is printed as it is: Hypothesis tries a tree of builders in more ways than it can end."""

    def __init__(self, letter: Letter) -> None:
        self.letter = letter

    def __repr__(self) -> str:
        return repr(self.letter)


@st.composite
def drawn_letters(draw: st.DrawFn, day: Any) -> Drawn:
    return Drawn(draw(letters(day)))


def words(blocks: tuple[content.Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case content.Paragraph() | content.Heading():
                yield content.plain_text(block.content)
            case content.Pairs():
                for row in block.rows:
                    yield content.plain_text(row.label)
                    yield content.plain_text(row.value)
            case content.Items():
                for item in block.items:
                    yield from words(item)
            case content.Table():
                for each in block.rows:
                    for cell in each.cells:
                        yield from words(cell.content)
            case content.Quote() | content.Dictum():
                yield from words(block.content)
            case content.Columns():
                for column in block.columns:
                    yield from words(column)


_CUT = re.compile(r"(?<=[-/–—]) ")
"""A space that may not have been there where a last paragraph was cut."""


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_letter_is_set_in_order_inside_the_margins_without_overlap(layout: Layout, data: Any) -> None:
    letter = data.draw(drawn_letters(layout.samples.DAY)).letter
    style = builtin_style(data.draw(st.sampled_from(PROFILES)))
    link = data.draw(st.none() | st.just(layout.samples.LINK))
    try:
        document = compose(letter, layout.samples.office(), style=style, link=link)
        pages = typeset(document).pages
    except KopsuratError:
        return
    printed = _CUT.sub("", layout.text(document))
    at = 0
    for text in words(letter.body):
        at = printed.index(_CUT.sub("", text), at)
    for page in pages:
        left, right = points(page.setup.left), points(page.setup.width - page.setup.right)
        boxes = layout.boxes(page)
        for at, (x0, y0, x1, y1, what) in enumerate(boxes):
            assert left - 0.6 <= x0, what
            assert x1 <= right + 0.6, what
            for a0, b0, a1, b1, other in boxes[at + 1 :]:
                overlaps = x0 < a1 - 0.5 and a0 < x1 - 0.5 and y0 < b1 - 0.5 and b0 < y1 - 0.5
                assert not overlaps, f"{what!r} and {other!r}"


@settings(max_examples=25, deadline=None)
@given(name=TEXT)
def test_a_name_is_printed_exactly_on_every_letter_but_legal_products(layout: Layout, name: str) -> None:
    letter = layout.samples.letter(layout.samples.kind("Surat", Family.JUDUL), "isi")
    person = Signatory(id="x", name=name, jabatan="Kepala Desa")
    letter = dataclasses.replace(letter, signatures=(Signature(signatory=person),))
    assert name in layout.texts(compose(letter, layout.samples.office()))
