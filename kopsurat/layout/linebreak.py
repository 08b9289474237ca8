"""Break paragraphs into lines, as a word processor does: greedily, after a space or a dash.

The end of a line is found by bisection in the running positions of :mod:`kopsurat.layout.pieces`.

Word and LibreOffice measure text a little differently from us. :func:`safe_spacing` finds the
spacing between characters, a twentieth of a point or so, at which no break depends on that.
"""

from __future__ import annotations

import functools
from bisect import bisect_right
from typing import TYPE_CHECKING, Final, NamedTuple

from kopsurat.layout.bidi import visual_order
from kopsurat.layout.measures import TWIPS_PER_POINT, Length
from kopsurat.layout.model import Align, Paragraph, ParagraphStyle, Run, Tab
from kopsurat.layout.pieces import Segment, hard_lines

if TYPE_CHECKING:
    from kopsurat.layout.placed import PlacedText

__all__ = ["NARROW", "WIDE", "BrokenLine", "BrokenParagraph", "break_paragraph", "safe_spacing"]

NARROW: Final = 0.0025
"""The share of the measure by which a line must fit: other engines may measure wider."""

WIDE: Final = 0.0075
"""The share of the measure by which the next word must not fit: other engines may measure narrower,
and Word squeezes spaces. Both as measured against LibreOffice 7.4 and 25.2."""

_REMEMBERED: Final = 512
"""Paragraphs whose breaks are remembered: several letters."""

_TRIES: Final = (-1, 1, -2, 2, -3, 3, -4, 4, -5, 5)
_DEFAULT_TAB: Final = 36.0
_EPSILON: Final = 1e-6
_NEAR: Final = 0.01


class BrokenLine(NamedTuple):
    """A line of a paragraph, without its place on the page."""

    texts: tuple[PlacedText, ...]
    leaders: tuple[tuple[float, float, str], ...] = ()


class BrokenParagraph(NamedTuple):
    """The lines of a paragraph. ``spacing`` is what was added between characters, in twips.

    ``is_safe`` says whether an engine that measures a little differently breaks it alike.
    """

    lines: tuple[BrokenLine, ...]
    spacing: Length
    is_safe: bool


def break_paragraph(
    paragraph: Paragraph, width: Length, *, x: float = 0.0, number: int = 1, total: int = 1
) -> BrokenParagraph:
    """Return the lines of a paragraph in a column of ``width``, set from ``x`` points on.

    ``number`` and ``total`` stand for the page numbers in it. Spacing between characters is chosen
    by the rule of :func:`safe_spacing`. Raises :class:`~kopsurat.errors.MissingGlyph`.
    """
    lines, breaker = _broken(paragraph, width, number, total)
    if breaker is None:
        return BrokenParagraph((_one_line(paragraph.style, lines[0][0], width, x),), 0, is_safe=True)
    return BrokenParagraph(breaker.placed(x), breaker.spacing, breaker.is_safe)


def safe_spacing(paragraph: Paragraph, width: Length) -> Length:
    """Return the spacing to add to every character of a paragraph, in twips; mostly 0.

    With it, an engine that measures text 0.25 % wider or 0.75 % narrower breaks the lines at the
    same places. It is 0 as well where no small spacing helps.
    """
    breaker = _broken(paragraph, width, 1, 1)[1]
    return breaker.spacing if breaker else 0


@functools.lru_cache(maxsize=_REMEMBERED)
def _broken(
    paragraph: Paragraph, width: Length, number: int, total: int
) -> tuple[list[list[Segment]], _Breaker | None]:
    """Return the segments of a paragraph and how they break; None where it is surely one line.

    It is remembered, because a letter is set several times: while it is composed, for PDF, for DOCX.
    """
    lines = hard_lines(paragraph, number=number, total=total)
    return lines, None if _is_short(paragraph.style, lines, width) else _choose(paragraph, lines, width)


def _is_short(style: ParagraphStyle, lines: list[list[Segment]], width: Length) -> bool:
    """Return whether a paragraph is of one run that surely fits on one line, as most are."""
    segment = lines[0][0]
    if len(lines) > 1 or len(lines[0]) > 1 or len(segment.spans) != 1 or segment.has_rtl:
        return False
    return segment.width <= _room(style, width) * (1 - NARROW)


def _room(style: ParagraphStyle, width: Length) -> float:
    return (width - style.right - style.left - style.first) / TWIPS_PER_POINT


def _one_line(style: ParagraphStyle, segment: Segment, width: Length, x: float) -> BrokenLine:
    """Return the line of a short paragraph."""
    left, room = (style.left + style.first) / TWIPS_PER_POINT, _room(style, width)
    if style.align is Align.RIGHT:
        left += room - segment.natural
    elif style.align is Align.CENTER:
        left += (room - segment.natural) / 2
    return BrokenLine(tuple(segment.cut(0, len(segment.ends), 0.0, x + left, 0.0)))


def _choose(paragraph: Paragraph, lines: list[list[Segment]], width: Length) -> _Breaker:
    natural = _Breaker(paragraph, lines, width, 0)
    if natural.is_safe:
        return natural
    for spacing in _TRIES:
        nudged = _Breaker(paragraph, lines, width, spacing)
        if nudged.is_safe:
            return nudged
    return natural


class _Line:
    """A line in the making: parts as (segment, first piece, end piece, begin in the segment, x).

    ``is_last`` stands before a forced break or at the end of the paragraph, ``is_begun`` holds text
    or a tab.
    """

    __slots__ = ("is_begun", "is_last", "leaders", "parts")

    def __init__(self) -> None:
        self.parts: list[tuple[Segment, int, int, float, float]] = []
        self.leaders: list[tuple[float, float, str]] = []
        self.is_last = False
        self.is_begun = False


class _Breaker:
    """One breaking of one paragraph. All positions are points from the left edge of the column."""

    def __init__(
        self, paragraph: Paragraph, lines: list[list[Segment]], width: Length, spacing: Length
    ) -> None:
        style = paragraph.style
        self.align = style.align
        self.tabs = style.tabs
        self.left = style.left / TWIPS_PER_POINT
        self.limit = (width - style.right) / TWIPS_PER_POINT
        self.full = self.limit - self.left + _EPSILON
        self.hangs = style.first < 0
        self.spacing = spacing
        self.is_safe = True
        self.is_rtl = any(isinstance(inline, Run) and inline.rtl for inline in paragraph.inlines)
        self.lines: list[_Line] = []
        x = self.left + style.first / TWIPS_PER_POINT
        for segments in lines:
            self._fill([segment.spaced(spacing) for segment in segments] if spacing else segments, x)
            x = self.left

    def _new_line(self) -> _Line:
        line = _Line()
        self.lines.append(line)
        return line

    def _fill(self, segments: list[Segment], x: float) -> None:
        """Set what stands between two forced breaks, from ``x`` on."""
        line = self._new_line()
        for position, segment in enumerate(segments):
            if position:
                x = self._tab(line, x, segment)
            line, x = self._pour(line, x, segment)
        line.is_last = True

    def _pour(self, line: _Line, x: float, segment: Segment) -> tuple[_Line, float]:
        """Set a segment from ``x`` on, over as many lines as it needs; return the last and the end."""
        first = 0
        while first < len(segment.ends):
            ends, begin, room = segment.ends, segment.begin(first), self.limit - x
            end = bisect_right(ends, begin + room + _EPSILON, first)
            if end < len(ends) and ends[end] - (ends[end - 1] if end else 0.0) > self.full:
                opened = segment.opened(end)
                if opened is not segment:
                    segment = opened
                    continue
            if end == first:
                if line.is_begun and x > self.left - _EPSILON:
                    self._judge(0.0, room, ends[first] - begin)
                    line, x = self._new_line(), self.left
                    continue
                segment = segment.broken(first, room)
                ends, end = segment.ends, first + 1
            line.parts.append((segment, first, end, begin, x))
            line.is_begun = True
            if end == len(ends):
                self._judge(ends[-1] - begin, room, None)
                return line, x + segment.width - begin
            self._judge(ends[end - 1] - begin, room, ends[end] - begin)
            line, x, first = self._new_line(), self.left, end
        return line, x + segment.width

    def _judge(self, used: float, room: float, wanted: float | None) -> None:
        """Note whether a break could fall elsewhere in an engine that measures differently."""
        if used > room * (1 - NARROW) or (wanted is not None and wanted < room * (1 + WIDE)):
            self.is_safe = False

    def _tab(self, line: _Line, x: float, segment: Segment) -> float:
        """Return where text goes on after a tab at ``x``, and note the leader."""
        line.is_begun = True
        stop = self._stop(x)
        at = stop.position / TWIPS_PER_POINT
        if stop.align == "right":
            at = max(x, at - segment.natural)
        elif stop.align == "center":
            at = max(x, at - segment.natural / 2)
        if stop.leader != "none" and at > x:
            line.leaders.append((x, at, stop.leader))
        return at

    def _stop(self, x: float) -> Tab:
        past = (x + _NEAR) * TWIPS_PER_POINT
        stops = [tab for tab in self.tabs if tab.position > past]
        if self.hangs and self.left > x + _NEAR:
            stops.append(Tab(position=round(self.left * TWIPS_PER_POINT)))
        if stops:
            return min(stops, key=lambda tab: tab.position)
        return Tab(position=round((x // _DEFAULT_TAB + 1) * _DEFAULT_TAB * TWIPS_PER_POINT))

    def placed(self, x: float) -> tuple[BrokenLine, ...]:
        """Return the lines with their texts, set from ``x`` on."""
        return tuple([self._placed_line(line, x) for line in self.lines])

    def _placed_line(self, line: _Line, x: float) -> BrokenLine:
        parts = line.parts
        if not parts:
            return BrokenLine((), tuple((x + x0, x + x1, kind) for x0, x1, kind in line.leaders))
        shift, stretch = self._justified(line)
        x += shift
        segment, first, end, begin, at = parts[0]
        if len(parts) == 1 and not line.leaders and not segment.has_rtl:
            return BrokenLine(tuple(segment.cut(first, end, begin, x + at, stretch)))
        texts: list[PlacedText] = []
        for position, (segment, first, end, begin, at) in enumerate(parts, 1):
            pieces = segment.cut(first, end, begin, x + at, stretch if position == len(parts) else 0.0)
            texts += visual_order(pieces, rtl=self.is_rtl) if segment.has_rtl else pieces
        return BrokenLine(tuple(texts), tuple((x + x0, x + x1, kind) for x0, x1, kind in line.leaders))

    def _justified(self, line: _Line) -> tuple[float, float]:
        """Return how far a line is moved to the right, and what each of its last spaces gains."""
        align = self.align
        if align is Align.JUSTIFY and line.is_last:
            align = Align.RIGHT if self.is_rtl else Align.LEFT
        if align is Align.LEFT:
            return 0.0, 0.0
        segment, first, end, begin, x = line.parts[-1]
        slack = self.limit - x - (segment.ends[end - 1] - begin)
        if align is Align.RIGHT:
            return slack, 0.0
        if align is Align.CENTER:
            return slack / 2, 0.0
        spaces = segment.spaces(segment.start(first), segment.stops[end - 1])
        return 0.0, max(0.0, slack) / spaces if spaces else 0.0
