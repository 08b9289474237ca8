"""How much room blocks need beside each other: what the columns of a table are weighed by."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, assert_never

from kopsurat.content import blocks as content
from kopsurat.content.list_parser import item_mark, marker_text
from kopsurat.layout.model import Run
from kopsurat.layout.sheet import COLON, COLUMN_GAP, MARK_GAP, MARK_LEAST, QUOTE_INDENT
from kopsurat.layout.texts import Notes, runs_of, width_of, word_width

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kopsurat.content.blocks import Block, Inline
    from kopsurat.layout.measures import Length
    from kopsurat.layout.sheet import Flow

__all__ = ["Need", "hang_of", "need_of"]


class Need(NamedTuple):
    """Widths in twips: ``natural`` keeps every text on one line, ``least`` keeps every word whole."""

    natural: Length
    least: Length

    def beside(self, more: Length) -> Need:
        """Return the need with room for something at the side."""
        return Need(self.natural + more, self.least + more)


_NOTHING = Need(0, 0)


def need_of(blocks: Iterable[Block], flow: Flow) -> Need:
    """Return the room that blocks need under each other, set in the text of ``flow``."""
    return _widest(_need(block, flow) for block in blocks)


def hang_of(marks: Iterable[str], flow: Flow) -> Length:
    """Return the room of the marks of a list."""
    widest = max((width_of((Run(text=mark, style=flow.text),)) for mark in marks), default=0)
    return max(MARK_LEAST, widest + MARK_GAP)


def _widest(needs: Iterable[Need]) -> Need:
    found = list(needs)
    if not found:
        return _NOTHING
    return Need(max(each.natural for each in found), max(each.least for each in found))


def _text(inlines: tuple[Inline, ...], flow: Flow) -> Need:
    runs = runs_of(inlines, flow.text, Notes())
    return Need(width_of(runs), word_width(runs))


def _need(block: Block, flow: Flow) -> Need:
    match block:
        case content.Paragraph() | content.Heading():
            return _text(block.content, flow)
        case content.Pairs():
            return _pairs(block.rows, flow)
        case content.Items():
            marks = [item_mark(block, index) for index in range(len(block.items))]
            inner = _widest(need_of(item, flow) for item in block.items)
            return inner.beside(hang_of(marks, flow))
        case content.Recitals():
            marks = [marker_text(block.style, index + 1) for index in range(len(block.clauses))]
            texts = [_text(clause, flow) for clause in block.clauses]
            inner = _widest([*texts, *(need_of(below, flow) for below in block.below)])
            return inner.beside(_label(block.label, flow) + COLON + hang_of(marks, flow))
        case content.Dictum():
            return need_of(block.content, flow).beside(_label(block.label, flow) + COLON)
        case content.Quote():
            return need_of(block.content, flow).beside(2 * QUOTE_INDENT)
        case content.Columns():
            # columns are equal: each is as wide as the one that needs most
            inner = _widest(need_of(column, flow) for column in block.columns)
            count = len(block.columns)
            return Need(inner.natural * count, inner.least * count).beside(COLUMN_GAP * (count - 1))
        case content.Table():
            return _table(block, flow)
        case content.Blank() | content.PageBreak():
            return _NOTHING
        case _:
            assert_never(block)


def _label(text: str, flow: Flow) -> Length:
    return width_of((Run(text=text, style=flow.text),))


def _pairs(rows: Sequence[content.Pair], flow: Flow) -> Need:
    labels = _widest(_text(row.label, flow) for row in rows)
    values = _widest(_text(row.value, flow) for row in rows)
    numbers = hang_of((row.number for row in rows), flow) if any(row.number for row in rows) else 0
    column = max(labels.natural + flow.label_gap, flow.label_least)
    return Need(column + values.natural, labels.least + values.least).beside(numbers + COLON)


def _table(table: content.Table, flow: Flow) -> Need:
    """Return the sum of what the columns of a table within a cell need."""
    from kopsurat.layout.tables import column_needs

    needs = column_needs(table, replace(flow, table_text=flow.text))
    return Need(sum(each.natural for each in needs), sum(each.least for each in needs))
