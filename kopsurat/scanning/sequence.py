"""Follows a shown text along what must stand there, step by step, from its first character to its last.

A step takes the text at a place and says where the next one may begin; several places are followed at
once where a step leaves a choice. Texts are compared ``squashed``: office programs set white space, letter
case and hyphenation anew; but no space may stand inside a word (``spacing``). Blanks to fill in (rows of
dots) may have any length.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias, assert_never

from kopsurat.scanning.spacing import Spaced, joined, spaced

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

__all__ = [
    "AnyOf",
    "Hidden",
    "Mark",
    "Optional",
    "PageNumber",
    "Reader",
    "Row",
    "Step",
    "Words",
]

_MOST_HIDDEN: Final = 1_500
"""Characters that may stand in the place of a redacted field: a long paragraph."""
_MOST_TRIES: Final = 5_000
"""Tries to divide one row between pages, after which it counts as not found."""


@dataclass(frozen=True, slots=True)
class Words:
    """Text that must stand here: one of ``texts``, which are alike for a reader. ``field`` names it."""

    field: str
    texts: tuple[str, ...]

    def wanted(self, text: str) -> Spaced:
        """Return one of its texts as it must stand: a sealed one apart from what is before it."""
        found, _ = spaced(text).without_leaders()
        return found.apart() if self.field else found


@dataclass(frozen=True, slots=True)
class Mark:
    """What a pattern over squashed text describes: the number of a page, a line in another script."""

    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The number of the page; where the text is not divided into pages, any number."""


@dataclass(frozen=True, slots=True)
class Optional:
    """Steps that may be left out together."""

    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One of several ways to go on."""

    ways: tuple[tuple[Step, ...], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """Flows side by side, which a page break divides each for itself.

    ``repeated`` are the head rows of the table, which stand once more at the top of a page.
    """

    cells: tuple[tuple[Step, ...], ...]
    repeated: tuple[Spaced, ...] = ()


@dataclass(frozen=True, slots=True)
class Hidden:
    """A redacted field: anything up to the next text that is known. ``field`` names it."""

    field: str


Step: TypeAlias = Words | Mark | PageNumber | Optional | AnyOf | Row | Hidden


Place: TypeAlias = tuple[int, int]
"""Where the reader stands, and how many characters hidden fields may take before the next text."""


class Reader:
    """Reads ``pages`` (of a DOCX: one) along steps; then ``furthest`` and ``expected`` say how far it came.

    ``head`` is what stands at the top of every page but the first, ``notes`` are the footnotes, numbered from
    one, which stand at the feet of pages. Pages without their heads, or not all notes, are unlike any steps.
    ``joins`` says whether it is known where there are no spaces, so that they are missed.
    """

    def __init__(
        self,
        pages: Iterable[str],
        head: tuple[Step, ...] = (),
        notes: tuple[str, ...] = (),
        *,
        joins: bool = True,
    ) -> None:
        self.shown = Spaced("", "")
        self.joins = joins
        self.borders: list[int] = []
        self.furthest = 0
        self.expected: Words | None = None
        self.is_whole = True
        self._leaders: set[int] = set()
        self._repeated: tuple[Spaced, ...] = ()
        self._notes = [joined(spaced(str(number)), spaced(note)) for number, note in enumerate(notes, 1)]
        for number, page in enumerate(pages):
            self._add(page, head if number else ())
        self.is_whole = self.is_whole and not self._notes

    @property
    def text(self) -> str:
        """All pages, as they are compared."""
        return self.shown.text

    def _add(self, page: str, head: tuple[Step, ...]) -> None:
        start = len(self.text)
        self.borders.append(start)
        added, places = spaced(page).without_leaders()
        self._leaders |= {start + place for place in places}
        self.shown = joined(self.shown, added)
        for count in range(len(self._notes), 0, -1):
            foot = joined(*self._notes[:count])
            place = len(self.text) - len(foot.text)
            if place >= start and self.stands(foot, place):
                self.shown = self.shown.cut(0, place)
                self._notes = self._notes[count:]
                break
        if head:
            ends = [place for place, _ in self._all(head, {(start, 0)})]
            self.is_whole = self.is_whole and bool(ends)
            size = max(ends, default=start) - start
            self.shown = joined(self.shown.cut(0, start), self.shown.cut(start + size))
            self._leaders = {place - size if place > start else place for place in self._leaders}

    def stands(self, wanted: Spaced, place: int) -> bool:
        """Return whether a text stands at a place, its words whole."""
        return wanted.is_at(place, self.shown, joins=self.joins)

    def follows(self, steps: Iterable[Step]) -> bool:
        """Return whether the whole text is what the steps describe, and nothing besides."""
        self.furthest, self.expected = 0, None
        ends = self._all(steps, {(0, 0)})
        return self.is_whole and any(len(self.text) - place <= hidden for place, hidden in ends)

    def _all(self, steps: Iterable[Step], starts: set[Place]) -> set[Place]:
        places = starts
        for step in steps:
            places = self._one(step, places)
            if not places:
                break
        return places

    def _one(self, step: Step, starts: set[Place]) -> set[Place]:
        match step:
            case Words():
                return self._words(step, starts)
            case Mark():
                found = (step.pattern.match(self.text, place) for place, _ in self._open(starts))
                return {(each.end(), 0) for each in found if each}
            case PageNumber():
                return {(end, 0) for place, _ in starts for end in self._numbers(place)}
            case Optional():
                return self._all(step.steps, starts) | starts
            case AnyOf():
                return {end for way in step.ways for end in self._all(way, starts)}
            case Row():
                return self._row(step, starts)
            case Hidden():
                return {(place, hidden + _MOST_HIDDEN) for place, hidden in starts}
            case _:
                assert_never(step)

    def _open(self, starts: Iterable[Place]) -> Iterator[Place]:
        """Yield the places, and those behind head rows that stand once more at the top of a page."""
        for place, hidden in starts:
            yield place, hidden
            if place in self.borders:
                for head in self._repeated:
                    if self.stands(head, place):
                        yield place + len(head.text), hidden

    def _numbers(self, place: int) -> Iterator[int]:
        """Yield the ends of the number of the page at ``place``: at the top of page 2, of ``2`` alone."""
        if place > self.borders[-1] and len(self.borders) > 1:
            number = str(len(self.borders))
            if self.text.startswith(number, place):
                yield place + len(number)
            return
        for size in range(1, 4):
            if self.text[place : place + size].isdecimal() and place + size <= len(self.text):
                yield place + size

    def _words(self, step: Words, starts: set[Place]) -> set[Place]:
        ends: set[Place] = set()
        for text in step.texts:
            wanted = step.wanted(text)
            if not wanted.text:
                ends |= starts
            for place, hidden in self._open(starts):
                ends |= {(end, 0) for end in self._ends(wanted, place, hidden)}
        reached = max((place for place, _ in ends or starts), default=0)
        if ends or reached >= self.furthest:
            self.furthest = max(self.furthest, reached)
            self.expected = None if ends else step
        return ends

    def _ends(self, wanted: Spaced, start: int, hidden: int) -> Iterator[int]:
        text = wanted.text
        if not text:
            return
        if hidden:
            place = self.text.find(text, start)
            while 0 <= place <= start + hidden:
                if self.stands(wanted, place):
                    yield place + len(text)
                place = self.text.find(text, place + 1)
        elif self.stands(wanted, start):
            yield start + len(text)
        elif text[-1] == "." and self.stands(wanted.cut(0, -1), start):
            if start + len(text) - 1 in self._leaders:  # the full stop went with the row of dots
                yield start + len(text) - 1
        elif self._repeated:
            yield from self._divided(wanted, start)

    def _divided(self, wanted: Spaced, start: int) -> Iterator[int]:
        """Yield where a text ends that goes on, at the top of a page, behind repeated head rows."""
        for border in self.borders:
            size = border - start
            if 0 < size < len(wanted.text) and self.stands(wanted.cut(0, size), start):
                for head in self._repeated:
                    if self.stands(joined(head, wanted.cut(size)), border):
                        yield border + len(head.text) + len(wanted.text) - size

    def _row(self, step: Row, starts: set[Place]) -> set[Place]:
        before, self._repeated = self._repeated, step.repeated
        places = self._all((each for cell in step.cells for each in cell), starts)
        cells = tuple(_plain(cell) for cell in step.cells)
        if not places and None not in cells:
            division = _Division(self, step.repeated)
            texts = tuple(cell or Spaced("", "") for cell in cells)
            places = {(end, 0) for start, _ in self._open(starts) for end in division.ends(texts, start)}
        self._repeated = before
        return places


def _plain(steps: tuple[Step, ...]) -> Spaced | None:
    """Return the text of steps that leave no choice, None for others."""
    if not all(isinstance(step, Words) for step in steps):
        return None
    texts = (step.wanted(step.texts[0]) for step in steps if isinstance(step, Words))
    return joined(*texts)


class _Division:
    """Finds the cells of a row that a page break divides: the first parts of all, then the rests of all."""

    def __init__(self, reader: Reader, repeated: tuple[Spaced, ...]) -> None:
        self.reader = reader
        self.heads = (Spaced("", ""), *repeated)
        self.tries = 0

    def ends(self, cells: tuple[Spaced, ...], start: int) -> set[int]:
        """Return the places behind the row that begins at ``start``."""
        whole = joined(*cells)
        if self.reader.stands(whole, start):
            return {start + len(whole.text)}
        border = next((each for each in self.reader.borders if each > start), None)
        found: set[int] = set()
        if border is None:
            return found
        for rests in self._rests(cells, start, border):
            for head in self.heads:
                if self.reader.stands(head, border):
                    found |= self.ends(rests, border + len(head.text))
        return found

    def _rests(self, cells: tuple[Spaced, ...], start: int, border: int) -> Iterator[tuple[Spaced, ...]]:
        """Yield what is left of each cell when their first parts fill the page up to ``border``."""
        self.tries += 1
        if self.tries > _MOST_TRIES:
            return
        if not cells:
            if start == border:
                yield ()
            return
        first, *others = cells
        most = min(len(first.text), border - start)
        while most and not self.reader.stands(first.cut(0, most), start):
            most -= 1
        for size in range(most, -1, -1):
            for rests in self._rests(tuple(others), start + size, border):
                yield (first.cut(size), *rests)
