"""Lines seen from left to right, put into the order in which the sealed text says them.

A line may be said in several orders that look alike, so each is looked for in the sealed text: words that
follow one another there, and that stand on the line as the bidirectional algorithm (UAX 9) sets them.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from kopsurat.layout.bidi import embedding_levels, has_rtl_text, reordered
from kopsurat.scanning.spacing import squashed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["as_said"]

_PIECE: Final = re.compile(r"\S+?(?:(?<=[-/–])(?=\S)|\s+|$)")
"""What a line break cannot divide."""
_ALIKE: Final = str.maketrans(")]}⁰¹²³⁴⁵⁶⁷⁸⁹", "([{0123456789")
"""PDFium turns brackets round where it takes a text for one from the right, which it may not be, and makes
digits of the raised ones that mark notes."""
_BEHIND_TAB: Final = re.compile(r"/(?:nilai|butir|catatan)(?:/|$)")
"""Fields printed in one paragraph with a label, a mark or a number, which gives it its direction."""
_STRONG: Final = frozenset({"L", "R", "AL"})
_MOST_TRIES: Final = 2_000
"""Stretches of the sealed text that are set to see what they look like, a file."""


def as_said(texts: tuple[str, ...], sealed: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Return the pages with lines of both directions in the order of the ``sealed`` texts.

    These are pairs of a field and its text, in the order of reading. Lines that show no stretch of them stay
    as they are. Raises :class:`~kopsurat.errors.MissingExtra` without python-bidi.
    """
    if not any(map(has_rtl_text, texts)):
        return texts
    search = _Search([(_ways(*each), _PIECE.findall(each[1])) for each in sealed if has_rtl_text(each[1])])
    return tuple("\n".join(map(search.line, text.splitlines())) for text in texts)


def _ways(field: str, text: str) -> tuple[bool, ...]:
    """Return the directions of the paragraph that a text may stand in: whether it runs from the right."""
    kinds = map(unicodedata.bidirectional, text)
    if next(kind for kind in kinds if kind in _STRONG) == "L":  # rules P2 and P3 of UAX 9
        return (False,)
    return (True, False) if _BEHIND_TAB.search(field) else (True,)


class _Stretch(NamedTuple):
    """Words of a source, up to ``end``, which stand at a place on a line."""

    source: int
    end: int
    place: int
    size: int
    text: str


class _Search:
    """Looks for lines in ``sources``, directions and pieces of each sealed text in the order of reading."""

    def __init__(self, sources: list[tuple[tuple[bool, ...], list[str]]]) -> None:
        self.sources = sources
        self.next = 0
        self.begins = [0] * len(sources)
        """Where each source goes on."""
        self.tries = 0

    def line(self, seen: str) -> str:
        """Return a line as it is said; each sealed text may stand on it once, so that none is torn apart."""
        if self.tries > _MOST_TRIES or not has_rtl_text(seen or " "):
            return seen
        rest, used, said = squashed(seen), set[int](), list[str]()
        while has_rtl_text(rest):
            found = self._stretch(rest, used)
            if found is None:
                return seen
            used.add(found.source)
            said.insert(rest[: found.place].count("\0"), found.text)
            rest = f"{rest[: found.place]}\0{rest[found.place + found.size :]}"
        words = iter(said)
        return re.sub("\0", lambda _: f" {next(words)} ", rest)

    def _stretch(self, rest: str, used: set[int]) -> _Stretch | None:
        """Return the stretch that goes on where the last one ended, else the longest on the line."""
        letters = Counter(rest.translate(_ALIKE))
        found = self._longest(self._going_on(self.next), rest, letters, used)
        if found is None or not self._fills(found, rest):
            found = (
                self._longest(self._going_on(*range(len(self.sources))), rest, letters, used)
                or found
                or self._longest(self._everywhere(), rest, letters, used)
            )
        if found:
            self.begins[found.source] = found.end
            self.next = found.source + self._is_done(found)
        return found

    def _going_on(self, *numbers: int) -> Iterator[tuple[int, int]]:
        for number in numbers:
            if number < len(self.sources) and self.begins[number] < len(self.sources[number][1]):
                yield number, self.begins[number]

    def _everywhere(self) -> Iterator[tuple[int, int]]:
        return ((number, at) for number, (_, pieces) in enumerate(self.sources) for at in range(len(pieces)))

    def _longest(
        self, starts: Iterable[tuple[int, int]], rest: str, letters: Counter[str], used: set[int]
    ) -> _Stretch | None:
        found = (self._from(number, begin, rest, letters) for number, begin in starts if number not in used)
        return max((each for each in found if each), key=self._fit, default=None)

    def _fit(self, found: _Stretch) -> tuple[int, bool]:
        """Return how well a stretch fits: the longest, and of several those that end their text."""
        return found.size, self._is_done(found)

    def _is_done(self, found: _Stretch) -> bool:
        return found.end == len(self.sources[found.source][1])

    def _fills(self, found: _Stretch, rest: str) -> bool:
        """Return whether a stretch is all of a line, or ends a text and has all letters from the right."""
        beside = rest[: found.place] + rest[found.place + found.size :]
        return not beside or (self._is_done(found) and not has_rtl_text(beside))

    def _from(self, number: int, begin: int, rest: str, letters: Counter[str]) -> _Stretch | None:
        """Return the longest stretch of a source from ``begin`` that stands on the line."""
        ways, pieces = self.sources[number]
        for end in range(_longest(pieces, begin, letters), begin, -1):
            text = "".join(pieces[begin:end]).strip()
            for rtl in ways if has_rtl_text(text or " ") else ():
                shown = self._shown(text, rtl=rtl)
                place = rest.translate(_ALIKE).find(shown) if shown else -1
                if place >= 0:
                    return _Stretch(number, end, place, len(shown), text)
        return None

    def _shown(self, text: str, *, rtl: bool) -> str:
        """Return a text as it is seen from left to right, squashed; nothing once there were too many."""
        self.tries += 1
        if self.tries > _MOST_TRIES:
            return ""
        levels = embedding_levels(text, rtl=rtl)
        shown = (character for character, _ in reordered(list(zip(text, levels, strict=True))))
        return squashed("".join(shown)).translate(_ALIKE)


def _longest(pieces: list[str], begin: int, letters: Counter[str]) -> int:
    """Return the end of the longest stretch from ``begin`` whose letters all stand on a line."""
    left = Counter(letters)
    for end in range(begin, len(pieces)):
        left.subtract(squashed(pieces[end]).translate(_ALIKE))
        if min(left.values()) < 0:
            return end
    return len(pieces)
