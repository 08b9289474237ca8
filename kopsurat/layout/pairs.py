"""Key–value rows: labels, colons under each other, values that hang."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kopsurat.layout.measures import Length, mm
from kopsurat.layout.model import Align, Cell, Grid, Inline, Paragraph, ParagraphStyle, Role, Row, Run, Tab
from kopsurat.layout.shared_styles import paragraph_style, restyled
from kopsurat.layout.sheet import COLON
from kopsurat.layout.texts import Notes, has_open_blank, leader, runs_of, width_of, word_width

if TYPE_CHECKING:
    from kopsurat.content.blocks import Pairs
    from kopsurat.layout.model import Block
    from kopsurat.layout.sheet import Flow

__all__ = ["colon_of", "lay_pairs"]

_WIDEST_LABEL: Final = 0.45
"""The share of the measure that labels may take before they are broken into lines."""
_NUMBERS: Final = mm(8)
"""The least column of numbers before labels: two digits have room, so that lists are level."""
_LEVEL: Final = mm(30)
"""By how much colons are moved to stand under those of other rows of the letter."""
_NARROW: Final = mm(60)
"""The room for values under which their words are measured: one of them may not fit beside the labels."""


def colon_of(pairs: Pairs, flow: Flow) -> Length:
    """Return how far from their left edge the colons of the rows stand by themselves."""
    labels = (width_of(runs_of(row.label, flow.text, Notes())) for row in pairs.rows)
    return _number_width(pairs, flow) + max(max(labels, default=0) + flow.label_gap, flow.label_least)


def lay_pairs(pairs: Pairs, flow: Flow, notes: Notes) -> tuple[Block, ...]:
    """Return the rows as paragraphs with tab stops, or as a grid where a label is very wide."""
    left = flow.left + flow.inset
    numbers = _number_width(pairs, flow)
    labels = [runs_of(row.label, flow.text, notes) for row in pairs.rows]
    widest = max(map(width_of, labels), default=0) + flow.label_gap
    room = flow.measure - flow.inset - numbers - COLON
    column = max(widest, flow.label_least)
    if column < flow.colon - numbers <= column + _LEVEL:
        column = flow.colon - numbers
    limit = round((flow.measure - flow.inset) * _WIDEST_LABEL)
    if room - column < _NARROW:
        limit = _shared(labels, [runs_of(row.value, flow.text, Notes()) for row in pairs.rows], room, limit)
    if column + COLON > limit:
        if widest > limit:
            return (_as_grid(pairs, labels, (numbers, limit), flow, notes),)
        column = min(column, max(widest, limit))
    colon = left + numbers + column
    stops = (left, left + numbers, colon)
    style, between = _style(stops, flow), Run(text="\t:\t", style=flow.text)
    styles = [style] * len(labels)
    if len(styles) > 1:  # the last row opens no page alone
        styles[-2] = restyled(style, keep_next=True)
    rows: list[Paragraph] = []
    for row, label, usual in zip(pairs.rows, labels, styles, strict=True):
        number = (Run(text=row.number + "\t", style=flow.text),) if numbers else ()
        rows.append(
            Paragraph(
                inlines=(*number, *label, between, *runs_of(row.value, flow.text, notes)),
                style=_open(usual, flow) if has_open_blank(row.value) else usual,
                role=Role.PAIRS,
            )
        )
    if rows:
        rows[-1] = replace(rows[-1], style=restyled(rows[-1].style, after=flow.after))
    return tuple(rows)


def _shared(
    labels: list[tuple[Inline, ...]], values: list[tuple[Inline, ...]], room: Length, limit: Length
) -> Length:
    """Return the limit moved so that no word of a label or of a value is broken, where both have room."""
    label, value = (max(map(word_width, texts), default=0) for texts in (labels, values))
    if label + value > room:
        return round(room * label / (label + value))
    return min(max(limit, label), room - value)


def _number_width(pairs: Pairs, flow: Flow) -> Length:
    """Return the width of the column of the numbers before labels, 0 when no row has one."""
    numbers = [row.number for row in pairs.rows if row.number]
    if not numbers:
        return 0
    return max(_NUMBERS, *(width_of((Run(text=each, style=flow.text),)) + mm(2) for each in numbers))


def _style(stops: tuple[Length, Length, Length], flow: Flow) -> ParagraphStyle:
    """Return the style of rows; ``stops`` are the left edge, the label's and the colon's position."""
    left, label_at, colon = stops
    at = colon + COLON
    tabs: tuple[Tab, ...] = (Tab(position=label_at),) if label_at > left else ()
    tabs += (Tab(position=colon),)
    return paragraph_style(pitch=flow.pitch, left=at, first=left - at, right=flow.right, tabs=tabs)


def _open(style: ParagraphStyle, flow: Flow) -> ParagraphStyle:
    """Return the style of a row whose value is a blank to the end of the line."""
    return restyled(style, tabs=(*style.tabs, *leader(flow.width - flow.right)))


def _as_grid(
    pairs: Pairs,
    labels: list[tuple[Inline, ...]],
    columns: tuple[Length, Length],
    flow: Flow,
    notes: Notes,
) -> Grid:
    """Return rows whose labels take more than one line; they do not touch the colon where words allow it."""
    numbers, label = columns
    gap = max(0, min(flow.label_gap // 2, label - max(map(word_width, labels), default=0)))
    left = flow.left + flow.inset
    value = flow.width - flow.right - left - numbers - label - COLON
    widths = (numbers, label, COLON, value) if numbers else (label, COLON, value)
    rows = []
    for row, runs in zip(pairs.rows, labels, strict=True):
        number = (_cell((Run(text=row.number, style=flow.text),), flow),) if numbers else ()
        cells = [*number, _cell(runs, flow, right=gap), _cell((Run(text=":", style=flow.text),), flow)]
        tabs = leader(value) if has_open_blank(row.value) else ()
        cells.append(_cell(runs_of(row.value, flow.text, notes), flow, tabs))
        rows.append(Row(cells=tuple(cells)))
    return Grid(columns=widths, rows=tuple(rows), layout=True, left=left, after=flow.after, role=Role.PAIRS)


def _cell(inlines: tuple[Inline, ...], flow: Flow, tabs: tuple[Tab, ...] = (), *, right: Length = 0) -> Cell:
    style = paragraph_style(pitch=flow.pitch, align=Align.LEFT, right=right, tabs=tabs)
    return Cell(blocks=(Paragraph(inlines=inlines, style=style, role=Role.PAIRS),))
