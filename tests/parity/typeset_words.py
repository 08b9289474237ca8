"""The words, rules and pictures of a typeset document, as :mod:`page_words` reads them from a PDF."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING

from page_words import Box, Pages, Word, plain_words

from kopsurat.fonts import IGNORED, face
from kopsurat.layout.measures import TWIPS_PER_POINT
from kopsurat.layout.placed import (
    Line,
    PlacedGrid,
    PlacedParagraph,
    PlacedPicture,
    PlacedRule,
    PlacedText,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kopsurat.layout.placed import PlacedItem, Typeset

__all__ = ["pages_of"]


def pages_of(typeset: Typeset) -> Pages:
    """Return the words and boxes of a typeset document."""
    words: list[Word] = []
    boxes: list[Box] = []
    for number, page in enumerate(typeset.pages):
        items = (*page.header, *page.body, *page.footer)
        found = [word for line in _lines(items) for word in _line_words(line, number)]
        words += sorted(found, key=lambda word: (round(word.baseline, 2), word.x0))
        boxes += _boxes(items, number)
    width = typeset.pages[0].setup.width / TWIPS_PER_POINT
    return Pages(len(typeset.pages), plain_words(words), tuple(boxes), width)


def _lines(items: tuple[PlacedItem, ...]) -> Iterator[Line]:
    for item in items:
        if isinstance(item, PlacedParagraph):
            yield from item.lines
        elif isinstance(item, PlacedGrid):
            for row in item.rows:
                for cell in row.cells:
                    yield from _lines(cell.items)


def _line_words(line: Line, page: int) -> Iterator[Word]:
    """Yield the words of a line; pieces of text that touch are one word."""
    open_word: Word | None = None
    for text in line.texts:
        for start, x0, x1 in _stretches(text):
            word = Word(page, start, x0, x1, line.baseline)
            if open_word is not None and abs(open_word.x1 - x0) < 0.05:
                open_word = Word(page, open_word.text + word.text, open_word.x0, x1, line.baseline)
                continue
            if open_word is not None:
                yield open_word
            open_word = word
    if open_word is not None:
        yield open_word


def _stretches(text: PlacedText) -> Iterator[tuple[str, float, float]]:
    shown = face(text.style.family, bold=text.style.bold, italic=text.style.italic)
    scale = text.style.size / 2 / shown.units_per_em
    steps = [
        (0.0 if character in IGNORED else shown.width(character, text.style.size) if scale else 0.0)
        + text.style.spacing / 20
        + (text.word_space if character == " " else 0.0)
        for character in text.text
    ]
    places = list(accumulate(steps, initial=text.x))
    for found in re.finditer(r"[^\s]+", text.text):
        yield found.group(), places[found.start()], places[found.end()]


def _boxes(items: tuple[PlacedItem, ...], page: int) -> Iterator[Box]:
    for item in items:
        if isinstance(item, PlacedRule):
            for x, y, width, height in item.rectangles:
                yield Box(page, "path", x, y, x + width, y + height)
        elif isinstance(item, PlacedPicture):
            yield Box(page, "image", item.x, item.y, item.x + item.width, item.y + item.height)
        elif isinstance(item, PlacedGrid):
            for row in item.rows:
                for cell in row.cells:
                    yield from _boxes(cell.items, page)
