"""Cut the text of a paragraph into the pieces between two chances to break, and measure them.

A piece carries the spaces before it, not those after it; so the running sum of the widths of the
pieces is the list of their ends, and everything here runs at the speed of ``split`` and ``sum``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from itertools import accumulate
from operator import attrgetter
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from kopsurat.fonts import Face, face, split_by_face
from kopsurat.layout.measures import TWIPS_PER_POINT
from kopsurat.layout.model import Inline, LineBreak, PageNumber, Run, TextStyle
from kopsurat.layout.placed import PlacedText

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Reach", "Segment", "Span", "hard_lines"]

_MARK: Final = "\x00"
_HELD: Final = "\x01"
_DASHES: Final = "-–—"
_JOINTS: Final = re.compile("[/-](?=[^/-])")
_SLASHED: Final = re.compile(r"[^\x00]*/[^\x00]*")
_ARABIC: Final = "Noto Naskh Arabic"


Reach: TypeAlias = tuple[int, int, float, float]
"""A part of a segment: its first character, the one after its last, the points where it begins and ends."""


class Span(NamedTuple):
    """A stretch of one style: characters ``start`` to ``stop`` of its segment, ``x`` to ``end`` in points.

    ``run`` is what it was cut from, ``offset`` where in the text of that run it begins.
    """

    run: Run
    style: TextStyle
    face: Face
    start: int
    stop: int
    x: float
    end: float
    offset: int

    def width(self, text: str) -> float:
        """Return the width of a part of the span, in points."""
        return self.face.width(text, self.style.size) + len(text) * self.style.spacing / TWIPS_PER_POINT


class Segment(NamedTuple):
    """Text between two tabs or forced breaks, as arrays with one entry for each piece.

    ``stops`` counts the characters up to the end of the piece, ``ends`` the points; ``width``
    includes spaces after the last. ``has_rtl`` says that some of it runs from the right.
    """

    text: str
    spans: tuple[Span, ...]
    stops: list[int]
    ends: list[float]
    width: float
    has_rtl: bool = False

    @property
    def natural(self) -> float:
        """The width without spaces at the end."""
        return self.ends[-1] if self.ends else 0.0

    def begin_after(self, at: int, x: float, stop: int) -> tuple[int, float]:
        """Return where the piece that ends at ``stop`` begins, after another that ends at ``at`` and ``x``.

        That is its first character that is no space, and its point; the first piece begins with the segment.
        """
        text, lo = self.text, at
        if at == 0 or text[at] != " ":
            return at, x
        while lo < stop and text[lo] == " ":
            lo += 1
        return lo, x + self.measured(at, lo)

    def spaced(self, spacing: int) -> Segment:
        """Return the segment with ``spacing`` twips more after every character."""
        if spacing == 0:
            return self
        more = spacing / TWIPS_PER_POINT
        return Segment(
            self.text,
            tuple(
                span._replace(
                    style=replace(span.style, spacing=span.style.spacing + spacing),
                    x=span.x + more * span.start,
                    end=span.end + more * span.stop,
                )
                for span in self.spans
            ),
            self.stops,
            [end + more * stop for end, stop in zip(self.ends, self.stops, strict=True)],
            self.width + more * len(self.text),
            self.has_rtl,
        )

    def places(self, lo: int, hi: int) -> list[int]:
        """Return where the runs allow the characters ``lo`` to ``hi`` to be broken (``Run.break_at``)."""
        return sorted(
            {
                at
                for span in self._within(lo, hi)
                for at in (offset - span.offset + span.start for offset in span.run.break_at)
                if lo < at < hi and span.start <= at < span.stop
            }
        )

    def joints(self, lo: int, hi: int) -> list[int]:
        """Return the places after a slash or hyphen: where a nomor or an address may break if it must."""
        places = (lo + found.end() for found in _JOINTS.finditer(self.text[lo:hi]))
        return [at for at in places if at < hi]

    def fitting(self, lo: int, hi: int, room: float) -> int:
        """Return the end of as many of the characters ``lo`` to ``hi`` as fit, at least one."""
        at, used = min(lo + 1, hi), self.measured(lo, lo + 1)
        while at < hi:
            used += self.measured(at, at + 1)
            if used > room:
                break
            at += 1
        return at

    def measured(self, lo: int, hi: int) -> float:
        """Return the width of the characters ``lo`` to ``hi``."""
        if len(self.spans) == 1:
            return self.spans[0].width(self.text[lo:hi])
        return sum(
            span.width(self.text[max(lo, span.start) : min(hi, span.stop)]) for span in self._within(lo, hi)
        )

    def _within(self, lo: int, hi: int) -> Iterator[Span]:
        """Yield the spans of the characters ``lo`` to ``hi``."""
        spans = self.spans
        for at in range(bisect_right(spans, lo, key=_stop), len(spans)):
            if spans[at].start >= hi:
                break
            yield spans[at]

    def notes(self, lo: int, hi: int) -> list[int]:
        """Return the numbers of the footnotes that are marked in the characters ``lo`` to ``hi``."""
        return [span.run.note for span in self._within(lo, hi) if span.run.note and span.start >= lo]

    def spaces(self, lo: int, hi: int) -> int:
        """Count the spaces that stretch: not those inside a run that is kept in one piece."""
        spans = self.spans
        if len(spans) == 1:
            return 0 if spans[0].run.no_break else self.text.count(" ", lo, hi)
        return sum(
            self.text.count(" ", max(lo, span.start), min(hi, span.stop))
            for span in self._within(lo, hi)
            if not span.run.no_break
        )

    def cut(self, reach: Reach, x: float, stretch: float) -> list[PlacedText]:
        """Return a part of the segment as it is drawn at ``x``, every space wider by ``stretch``."""
        lo, hi, begin, end = reach
        if lo == hi:
            return []
        if len(self.spans) == 1:
            run, style = self.spans[0][:2]
            text = self.text[lo:hi]
            width = end - begin
            if stretch:
                stretch = 0.0 if run.no_break else stretch
                width += stretch * text.count(" ")
            return [PlacedText(x, width, text, style, stretch, run.link, run.lang, run.rtl)]
        texts: list[PlacedText] = []
        for span in self._within(lo, hi):
            run = span.run
            text = self.text[max(lo, span.start) : min(hi, span.stop)]
            left = span.x if span.start > lo else begin
            right = span.end if span.stop <= hi else end
            wider = 0.0 if run.no_break else stretch
            width = right - left + (wider * text.count(" ") if wider else 0.0)
            texts.append(PlacedText(x, width, text, span.style, wider, run.link, run.lang, run.rtl))
            x += width
        return texts


_stop: Final = attrgetter("stop")
_EMPTY: Final = Segment("", (), [], [], 0.0)


def hard_lines(inlines: tuple[Inline, ...], *, number: int = 1, total: int = 1) -> list[list[Segment]]:
    """Return the segments of a paragraph's content: a list for each stretch between forced breaks.

    Segments of one stretch stand between tabs. Page numbers are set as ``number`` and ``total``.
    """
    lines: list[list[list[tuple[Run, int, str]]]] = [[[]]]
    for inline in inlines:
        run = _run(inline, number, total)
        if run is None:
            lines.append([[]])
            continue
        offset = 0
        for row, line in enumerate(run.text.split("\n")):
            if row:
                lines.append([[]])
            for column, text in enumerate(line.split("\t")):
                if column:
                    lines[-1].append([])
                if text:
                    lines[-1][-1].append((run, offset, text))
                offset += len(text) + 1
    return [[_segment(parts) for parts in line] for line in lines]


def _run(inline: Inline, number: int, total: int) -> Run | None:
    if isinstance(inline, LineBreak):
        return None
    if isinstance(inline, PageNumber):
        return Run(text=str(total if inline.total else number), style=inline.style)
    return inline


def _segment(parts: list[tuple[Run, int, str]]) -> Segment:
    """Return the arrays of one segment, given the parts of runs in it (run, offset in it, text)."""
    if not parts:
        return _EMPTY
    return (len(parts) == 1 and _plain(*parts[0])) or _mixed(parts)


def _plain(run: Run, offset: int, text: str) -> Segment | None:
    """Return the arrays of a run alone in its segment, or None if :func:`_mixed` must look closer."""
    style = run.style
    shown = face(style.family, bold=style.bold, italic=style.italic)
    if text[-1] == " " or style.spacing or run.no_break or run.rtl or shown.is_shaped:
        return None
    if not ((text.isascii() and text.isprintable()) or shown.covered.issuperset(text)):
        return None
    tokens = _tokens(text)
    scale = style.size / (2 * shown.units_per_em)
    ends = [unit * scale for unit in accumulate(map(shown.words.__getitem__, tokens))]
    stops = list(accumulate(map(len, tokens)))
    width = ends[-1]
    return Segment(text, (Span(run, style, shown, 0, len(text), 0.0, width, offset),), stops, ends, width)


def _mixed(parts: list[tuple[Run, int, str]]) -> Segment:
    """Return the arrays of a segment of runs of several styles, or of any that is not plain."""
    spans: list[Span] = []
    stops: list[int] = []
    ends: list[float] = []
    at, x, is_open = 0, 0.0, False  # is_open: no chance to break between what was read and what comes
    for run, offset, whole in parts:
        for text, shown, begin in _by_face(run, whole):
            style = run.style
            if shown.family != style.family:
                style = replace(style, family=shown.family)
            spacing = style.spacing / TWIPS_PER_POINT
            scale = style.size / (2 * shown.units_per_em)
            bare = text.rstrip(" ")
            tokens = ([bare] if run.no_break else _tokens(bare)) if bare else []
            if is_open and tokens and tokens[0][0] != " " and stops:
                del stops[-1], ends[-1]
            lengths = list(accumulate(map(len, tokens)))
            units = accumulate(map(shown.words.__getitem__, tokens))
            if spacing:
                ends += [
                    x + unit * scale + spacing * count for unit, count in zip(units, lengths, strict=True)
                ]
            else:
                ends += [x + unit * scale for unit in units]
            stops += [at + count for count in lengths] if at else lengths
            end = ends[-1] if tokens else x
            if hanging := len(text) - len(bare):
                end += hanging * (shown.words[" "] * scale + spacing)
            spans.append(Span(run, style, shown, at, at + len(text), x, end, offset + begin))
            at, x = at + len(text), end
            if text:
                is_open = text[-1] not in _DASHES and text[-1] != " "
    has_rtl = any(span.run.rtl or span.face.family == _ARABIC for span in spans)
    return Segment("".join(text for _, _, text in parts), tuple(spans), stops, ends, x, has_rtl)


def _tokens(text: str) -> list[str]:
    """Return the pieces of a text without spaces at its end; a piece begins with the spaces before it."""
    marked = text.replace(" ", "\x00 ")
    while " \x00 " in marked:
        marked = marked.replace(" \x00 ", "  ")
    if "-" in marked and "/" in marked:
        marked = _SLASHED.sub(_unhyphenated, marked)
    if "-" in marked or "–" in marked or "—" in marked:
        for dash in _DASHES:
            marked = marked.replace(dash, dash + _MARK)
        for dash in _DASHES:
            marked = marked.replace(_MARK + dash, dash)
    elif marked[:1] != _MARK and _HELD not in marked:
        return marked.split(_MARK)
    return [token for token in marked.replace(_HELD, "-").split(_MARK) if token]


def _unhyphenated(word: re.Match[str]) -> str:
    """Hold the hyphens of a word with a slash, a nomor for instance: LibreOffice does not break there."""
    return word.group().replace("-", _HELD)


def _by_face(run: Run, text: str) -> list[tuple[str, Face, int]]:
    """Return the parts of a text that one face shows, with that face and where they begin."""
    base = face(run.style.family, bold=run.style.bold, italic=run.style.italic)
    if (text.isascii() and text.isprintable()) or base.covered.issuperset(text):
        return [(text, base, 0)] if text else []
    parts = split_by_face(text, base)
    begins = accumulate((len(part) for part, _ in parts), initial=0)
    return [(part, shown, begin) for (part, shown), begin in zip(parts, begins, strict=False)]
