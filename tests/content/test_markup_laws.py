"""Laws of the parser: never any other error, values printed exactly, depth and work bounded."""

from __future__ import annotations

import contextlib
import re
from functools import partial
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kopsurat.content import inline_parser, list_parser
from kopsurat.content.blocks import Block, Items, Pairs, Paragraph, Table, plain_text
from kopsurat.content.markup import literal, parse_letter_markup, parse_markup
from kopsurat.errors import InvalidLetter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PIECES = st.sampled_from(
    [
        *("Menimbang : ", "KESATU : ", "MEMUTUSKAN:", "# BAB I", "label : nilai", "kata ", "é", "<b>"),
        *("::: kolom", ":::", "===", "::: lampiran A", "::: rata-tengah", "::: isian 3"),
        *("::: tabel tinggi=9 x", "| a | < |", "|---|:-:|", "| ^ | b |"),
        *("> ", "- ", "- [x] ", "1. ", "a) ", "(1) ", "I. ", "  ", "      ", "\n", "\n\n", "\t"),
        *("**", "*", "++", "\\", "\\\n", "_", "~", "[...]", "[... 9 mm]", "[^1]", "[^1]: x"),
        *("\u202e", "\U0010f041", "\U0010e000", "\ud800", "\x00"),
    ]
)
MARKUP = st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=120)


def texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph():
                yield plain_text(block.content)
            case Items():
                for item in block.items:
                    yield from texts(item)
            case Pairs():
                for row in block.rows:
                    yield plain_text(row.label)
                    yield plain_text(row.value)
            case Table():
                for each in block.rows:
                    for cell in each.cells:
                        yield from texts(cell.content)
            case _:
                raise AssertionError(block)


@given(MARKUP)
def test_any_text_parses_or_is_refused_by_our_own_errors(text: str) -> None:
    for parse in (parse_markup, parse_letter_markup):
        try:
            parse(text)
        except ExceptionGroup as group:
            lines = text.count("\n") + text.count("\r") + 1
            ours = [each for each in group.exceptions if isinstance(each, InvalidLetter)]
            if len(ours) < len(group.exceptions):
                raise
            if not all(1 <= each.evidence["line"] <= lines for each in ours):
                raise AssertionError("a line that is not there") from group


PRINTABLE = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=60)


@given(PRINTABLE)
def test_a_value_prints_exactly_wherever_it_is_filled_in(value: str) -> None:
    inert = literal(value)
    markup = f"A {inert} B\n\n- Nama : {inert}\n- Umur : 3\n\n1. {inert}\n2. x\n\n| a |\n|---|\n| {inert} |\n"
    assert list(texts(parse_markup(markup))) == [
        f"A {value} B", "Nama", value, "Umur", "3", value, "x", "a", value,
    ]  # fmt: skip


@given(PRINTABLE)
def test_a_value_alone_on_a_line_is_a_paragraph(value: str) -> None:
    assert list(texts(parse_markup(literal(value)))) == [value]


@given(st.lists(st.sampled_from(["satu", "dua,", "(tiga)", "empat.", "é", "–"]), min_size=1, max_size=30))
def test_plain_words_come_out_as_they_went_in(words: list[str]) -> None:
    text = " ".join(words)
    if not text.startswith("–"):
        assert list(texts(parse_markup(text))) == [text]


HOSTILE: dict[str, Callable[[int], str]] = {
    "stars": lambda size: "*" * (20 * size),
    "bold": lambda size: "**a" * (6 * size),
    "pluses": lambda size: "++" * (9 * size),
    "brackets": lambda size: "[" * (20 * size),
    "angles": lambda size: "<" * (20 * size),
    "notes": lambda size: "[^" * (8 * size),
    "pictures": lambda size: "![" * (8 * size),
    "quotes": lambda size: "> " * (4 * size),
    "items": lambda size: "- " * (4 * size),
    "numbers": lambda size: "(1) " * (4 * size),
    "columns": lambda size: "::: kolom\n" * (4 * size),
    "empty lines": lambda size: "KESATU : x" + "\n" * (40 * size),
    "a table": lambda size: "|" * (5 * size) + "\n" + "|-" * (5 * size // 2),
    "pairs": lambda size: "a :" * (8 * size),
    "a long item": lambda size: "- " + "a " * (8 * size) + ":",
    "backslashes": lambda size: "\\" * (20 * size),
    "links": lambda size: "[a](" * (8 * size),
    "lines of quotes": lambda size: "> a\n>\n" * (8 * size),
    "lines of items": lambda size: "- a\n\n" * (8 * size),
}


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
def test_the_work_on_hostile_texts_grows_with_their_length_at_most(
    hostile: Callable[[int], str], count_calls: Callable[[Callable[[], object]], int]
) -> None:
    def parse(text: str) -> None:
        with contextlib.suppress(ExceptionGroup):
            parse_markup(text)

    parse(hostile(1))  # which loads what the first call loads
    half, whole = (count_calls(partial(parse, hostile(size))) for size in (500, 1000))
    assert whole <= 2.1 * half


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
def test_hostile_texts_have_no_other_faults_than_those_of_a_letter(hostile: Callable[[int], str]) -> None:
    try:
        parse_markup(hostile(1000))
    except ExceptionGroup as group:
        assert all(isinstance(each, InvalidLetter) for each in group.exceptions)


@given(MARKUP)
def test_the_short_ways_of_the_parser_find_what_the_long_ones_find(text: str) -> None:
    def found() -> object:
        try:
            return parse_letter_markup(text)
        except ExceptionGroup as group:
            return [(each.code, each.path, each.value) for each in group.exceptions]

    short = found()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(inline_parser, "_is_plain", lambda _: False)
        patch.setattr(list_parser, "_BEGUN", re.compile(""))
        assert found() == short
