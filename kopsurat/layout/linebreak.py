"""Break paragraphs into lines, as a word processor does: greedily, after a space or a dash.

The end of a line is found by bisection in the running positions of :mod:`kopsurat.layout.pieces`.
Where the lines end is found once and remembered, and so are their texts once they were placed: the
letters of an office share many.

Word and LibreOffice measure text a little differently from us. :func:`safe_spacing` finds the
spacing between characters, a twentieth of a point or so, at which no break depends on that.
"""

from __future__ import annotations

import functools
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Final, NamedTuple

from kopsurat.layout.bidi import begins_right, embedding_levels, visual_order
from kopsurat.layout.lines import BLANK, BrokenLine, Lines, Shape, ShortLine
from kopsurat.layout.measures import TWIPS_PER_POINT, Length
from kopsurat.layout.model import Align, Inline, Paragraph, ParagraphStyle, Tab
from kopsurat.layout.pieces import Reach, Segment, hard_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kopsurat.layout.placed import PlacedText

__all__ = ["NARROW", "WIDE", "BrokenLine", "Lines", "break_paragraph", "safe_spacing"]

NARROW: Final = 0.0025
"""The share of the measure by which a line must fit: other engines may measure wider."""

WIDE: Final = 0.0075
"""The share of the measure by which the next word must not fit: other engines may measure narrower,
and Word squeezes spaces. Both as measured against LibreOffice 7.4 and 25.2."""

_REMEMBERED: Final = 64
"""Texts whose breaks are remembered: those that letters share. More would only fill the processor's cache."""

_TRIES: Final = (-1, 1, -2, 2, -3, 3, -4, 4, -5, 5)
_DEFAULT_TAB: Final = 36.0
_EPSILON: Final = 1e-6
_NEAR: Final = 0.01


_keep_lines: Final = Paragraph.kept_lines.__set__  # type: ignore[attr-defined] # a slot


def break_paragraph(paragraph: Paragraph, width: Length, *, number: int = 1, total: int = 1) -> Lines:
    """Return the lines of a paragraph in a column of ``width``.

    ``number`` and ``total`` stand for the page numbers in it. Spacing between characters is chosen
    by the rule of :func:`safe_spacing`. Raises :class:`~kopsurat.errors.MissingGlyph`.
    """
    kept = getattr(paragraph, "kept_lines", None)
    if kept is not None and kept[0] == width and kept[1] == number and kept[2] == total:
        lines: Lines = kept[3]
        return lines
    lines = _broken(paragraph.inlines, _shape(paragraph.style, width), number, total)
    _keep_lines(paragraph, (width, number, total, lines))
    return lines


def safe_spacing(paragraph: Paragraph, width: Length) -> Length:
    """Return the spacing to add to every character of a paragraph, in twips; mostly 0.

    With it, an engine that measures text 0.25 % wider or 0.75 % narrower breaks the lines at the
    same places. It is 0 as well where no small spacing helps.
    """
    return break_paragraph(paragraph, width).spacing


def _shape(style: ParagraphStyle, width: Length) -> Shape:
    return Shape(width, style.align, style.left, style.right, style.first, style.tabs)


@functools.lru_cache(maxsize=_REMEMBERED)
def _broken(inlines: tuple[Inline, ...], shape: Shape, number: int, total: int) -> Lines:
    """Return the lines of a paragraph.

    They are remembered, because a letter is set several times: while it is fitted on its page, for PDF,
    for DOCX.
    """
    if not inlines:
        return BLANK
    lines = hard_lines(inlines, number=number, total=total)
    if len(lines) == len(lines[0]) == 1 and _is_short(lines[0][0], shape):
        return ShortLine(lines[0][0], shape)
    return _choose(inlines, lines, shape)


def _is_short(segment: Segment, shape: Shape) -> bool:
    """Return whether the only segment of a paragraph is of one run and surely fits on one line."""
    if len(segment.spans) != 1 or not segment.ends or segment.has_rtl:
        return False
    return segment.width <= shape.room * (1 - NARROW)


def _choose(inlines: tuple[Inline, ...], lines: list[list[Segment]], shape: Shape) -> _Breaker:
    natural = _Breaker(inlines, lines, shape, 0)
    if natural.is_safe or natural.limit <= natural.left:  # a column without any room is never safe
        return natural
    for spacing in _TRIES:
        nudged = _Breaker(inlines, lines, shape, spacing)
        if nudged.is_safe:
            return nudged
    return natural


class _Line:
    """A line in the making: its parts as (segment, what of it, x).

    ``is_last`` stands before a forced break or at the end of the paragraph, ``is_begun`` holds text
    or a tab.
    """

    __slots__ = ("is_begun", "is_last", "leaders", "parts")

    def __init__(self) -> None:
        self.parts: list[tuple[Segment, Reach, float]] = []
        self.leaders: list[tuple[float, float, str]] = []
        self.is_last = False
        self.is_begun = False


class _Piece(NamedTuple):
    """A piece of a segment: the character and the point at which it ends, and how it may be opened still."""

    stop: int
    end: float
    chance: int = 2


def _opened(segment: Segment, hi: int, end: float, piece: _Piece) -> list[_Piece]:
    """Return what a piece wider than a line becomes, the last first; ``hi`` and ``end`` are before it.

    It is broken at the places its runs allow (``Run.break_at``). Where they name none it may break after a
    slash or hyphen: what is so wide is a nomor or an address.
    """
    lo, begin = segment.begin_after(hi, end, piece.stop)
    chance = piece.chance - 1
    places = segment.places(lo, piece.stop) if chance else []
    if not places:
        chance, places = 0, segment.joints(lo, piece.stop)
    parts = accumulate(map(segment.measured, [lo, *places], places), initial=begin)
    opened = [_Piece(at, min(x, piece.end), chance) for at, x in zip([lo, *places], parts, strict=True)][1:]
    return [piece._replace(chance=chance), *reversed(opened)]


class _Breaker:
    """One breaking of one paragraph. All positions are points from the edge of the column where lines begin.

    That is the left one, but for paragraphs that run from the right, which are turned over at last.
    """

    def __init__(
        self, inlines: tuple[Inline, ...], lines: list[list[Segment]], shape: Shape, spacing: Length
    ) -> None:
        self.align = shape.align
        self.tabs = shape.tabs
        self.left = shape.left / TWIPS_PER_POINT
        self.limit = (shape.width - shape.right) / TWIPS_PER_POINT
        self.full = self.limit - self.left + _EPSILON
        self.hangs = shape.first < 0
        self.spacing = spacing
        self.is_safe = True
        self.width = shape.width / TWIPS_PER_POINT
        self.is_rtl = any(segment.has_rtl for line in lines for segment in line) and begins_right(inlines)
        self.lines: list[_Line] = []
        x = self.left + shape.first / TWIPS_PER_POINT
        for segments in lines:
            if self.is_spoilt:
                break
            self._fill([segment.spaced(spacing) for segment in segments] if spacing else segments, x)
            x = self.left
        self.count = len(self.lines)
        self.last: tuple[float, list[BrokenLine]] | None = None

    @property
    def length(self) -> float:
        """The width of the text on a single line, in points, tabs left out."""
        return sum(end - begin for line in self.lines for _, (*_, begin, end), _ in line.parts)

    @property
    def loosest(self) -> float:
        """By how many points the spaces of a line are wider at most, to justify it."""
        if self.align is not Align.JUSTIFY:
            return 0.0
        return max((self._justified(line)[1] for line in self.lines if line.parts), default=0.0)

    @property
    def is_spoilt(self) -> bool:
        """Whether this is a try with other spacing that turned out unsafe: the rest of it is not wanted."""
        return not self.is_safe and self.spacing != 0

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
        stops, ends, full = segment.stops, segment.ends, self.full
        count = len(ends)
        first, lo, begin = 0, 0, 0.0
        while first < count:
            room = self.limit - x
            end = bisect_right(ends, begin + room + _EPSILON, first)
            if end == count:
                line.parts.append((segment, (lo, stops[-1], begin, ends[-1]), x))
                line.is_begun = True
                self._judge(ends[-1] - begin, room, None)
                break
            if ends[end] - (ends[end - 1] if end else 0.0) > full:
                return self._squeeze(line, x, segment, first)
            if end > first:
                line.parts.append((segment, (lo, stops[end - 1], begin, ends[end - 1]), x))
                self._judge(ends[end - 1] - begin, room, ends[end] - begin)
                if self.is_spoilt:
                    break
                first = end
                lo, begin = segment.begin_after(stops[end - 1], ends[end - 1], stops[end])
            elif line.is_begun and x > self.left - _EPSILON:
                self._judge(0.0, room, ends[first] - begin)
            else:
                return self._squeeze(line, x, segment, first)
            line, x = self._new_line(), self.left
        return line, x + segment.width - begin

    def _squeeze(self, line: _Line, x: float, segment: Segment, first: int) -> tuple[_Line, float]:
        """Set a segment from piece ``first`` on, of which some piece is too wide and is broken."""
        pieces = [
            _Piece(stop, end) for stop, end in zip(segment.stops[first:], segment.ends[first:], strict=True)
        ]
        pieces.reverse()
        hi, end = (segment.stops[first - 1], segment.ends[first - 1]) if first else (0, 0.0)
        while True:
            start = hi
            lo, begin = segment.begin_after(hi, end, pieces[-1].stop)
            room = self.limit - x
            while pieces:
                if pieces[-1].end <= begin + room + _EPSILON:
                    hi, end, _ = pieces.pop()
                elif pieces[-1].end - end > self.full and pieces[-1].chance:
                    wide = pieces.pop()
                    pieces += _opened(segment, hi, end, wide)
                else:
                    break
            if hi == start:
                piece = pieces[-1]
                if line.is_begun and x > self.left - _EPSILON:
                    self._judge(0.0, room, piece.end - begin)
                    line, x = self._new_line(), self.left
                    continue
                hi = segment.fitting(lo, piece.stop, room)
                end = min(begin + segment.measured(lo, hi), piece.end) if hi < piece.stop else piece.end
                if hi == piece.stop:
                    pieces.pop()
            line.parts.append((segment, (lo, hi, begin, end), x))
            line.is_begun = True
            self._judge(end - begin, room, pieces[-1].end - begin if pieces else None)
            if not pieces or self.is_spoilt:
                return line, x + segment.width - begin
            line, x = self._new_line(), self.left

    def _judge(self, used: float, room: float, wanted: float | None) -> None:
        """Note whether a break could fall elsewhere in an engine that measures differently."""
        if used > room * (1 - NARROW) or (wanted is not None and wanted < room * (1 + WIDE)):
            self.is_safe = False

    def _tab(self, line: _Line, x: float, segment: Segment) -> float:
        """Return where text goes on after a tab at ``x``, and note the leader."""
        line.is_begun = True
        position, align, leader = self._stop(x)
        at = position / TWIPS_PER_POINT
        if align == "right":
            at = max(x, at - segment.natural)
        elif align == "center":
            at = max(x, at - segment.natural / 2)
        if leader != "none" and at > x:
            line.leaders.append((x, at, leader))
        return at

    def _stop(self, x: float) -> tuple[Length, str, str]:
        """Return position, alignment and leader of the first stop after ``x``."""
        past = (x + _NEAR) * TWIPS_PER_POINT
        found: Tab | None = None
        for tab in self.tabs:
            if tab.position > past and (found is None or tab.position < found.position):
                found = tab
        if self.hangs and self.left > x + _NEAR:
            hanging = round(self.left * TWIPS_PER_POINT)
            if found is None or hanging < found.position:
                return hanging, "left", "none"
        if found is None:
            return round((x // _DEFAULT_TAB + 1) * _DEFAULT_TAB * TWIPS_PER_POINT), "left", "none"
        return found.position, found.align, found.leader

    def notes(self) -> list[tuple[int, int]]:
        """Return the number and the line, from 0, of each footnote that is marked in them."""
        return [
            (note, number)
            for number, line in enumerate(self.lines)
            for segment, (lo, hi, *_), _ in line.parts
            for note in segment.notes(lo, hi)
        ]

    def ends(self) -> Iterator[tuple[Segment, int]]:
        """Yield where lines end that go on in the next: a segment, and the character in it."""
        for line in self.lines:
            if line.parts and not line.is_last:
                segment, (_, hi, *_), _ = line.parts[-1]
                yield segment, hi

    def placed(self, x: float, start: int = 0, stop: int | None = None) -> list[BrokenLine]:
        """Return the lines ``start`` to ``stop`` with their texts, set from ``x`` on."""
        last = self.last
        if last is None or last[0] != x:
            last = self.last = (x, [self._placed_line(line, x) for line in self.lines])
        return last[1][start:stop]

    def _placed_line(self, line: _Line, x: float) -> BrokenLine:
        parts = line.parts
        if not parts:
            return BrokenLine((), self._placed_leaders(line, x, 0.0))
        shift, stretch = self._justified(line)
        segment, reach, at = parts[0]
        if len(parts) == 1 and not line.leaders and not segment.has_rtl and not self.is_rtl:
            return BrokenLine(tuple(segment.cut(reach, x + shift + at, stretch)))
        texts: list[PlacedText] = []
        for position, (segment, reach, at) in enumerate(parts, 1):
            wider = stretch if position == len(parts) else 0.0
            pieces = segment.cut(reach, x + shift + at, wider)
            if segment.has_rtl:
                lo, hi, *_ = reach
                pieces = visual_order(pieces, embedding_levels(segment.text, rtl=self.is_rtl)[lo:hi])
            texts += self._turned(pieces, shift + at) if self.is_rtl else pieces
        return BrokenLine(tuple(texts), self._placed_leaders(line, x, shift))

    def _turned(self, pieces: list[PlacedText], at: float) -> list[PlacedText]:
        """Return pieces set ``at`` points from the left edge of the column as far from its right edge."""
        move = self.width - 2 * at - sum(piece.width for piece in pieces)
        return [piece._replace(x=piece.x + move) for piece in pieces]

    def _placed_leaders(self, line: _Line, x: float, shift: float) -> tuple[tuple[float, float, str], ...]:
        if self.is_rtl:
            right = x + self.width - shift
            return tuple((right - x1, right - x0, kind) for x0, x1, kind in line.leaders)
        return tuple((x + shift + x0, x + shift + x1, kind) for x0, x1, kind in line.leaders)

    def _justified(self, line: _Line) -> tuple[float, float]:
        """Return how far a line is moved to the right, and what each of its last spaces gains."""
        align = self.align
        if (align is Align.JUSTIFY and line.is_last) or (align is Align.RIGHT and self.is_rtl):
            align = Align.LEFT
        if align is Align.LEFT:
            return 0.0, 0.0
        segment, (lo, hi, begin, end), x = line.parts[-1]
        slack = self.limit - x - (end - begin)
        if align is Align.RIGHT:
            return slack, 0.0
        if align is Align.CENTER:
            return slack / 2, 0.0
        spaces = segment.spaces(lo, hi)
        return 0.0, max(0.0, slack) / spaces if spaces else 0.0
