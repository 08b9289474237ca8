"""Lines seen from left to right, put into the order in which the sealed text says them.

A line may be said in several orders that look alike, so each is looked for in the sealed text: words that
follow one another there, and that stand on the line as the bidirectional algorithm (UAX 9) sets them.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from kopsurat.errors import MissingExtra
from kopsurat.layout.bidi import embedding_levels, has_rtl_text, reordered
from kopsurat.scanning.sequence import squashed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["as_said"]

_PIECE: Final = re.compile(r"\S+?(?:(?<=[-/–])(?=\S)|\s+|$)")
"""What a line break cannot divide."""
_BRACKETS: Final = str.maketrans(")]}", "([{")
"""PDFium turns brackets round where it takes a text for one from the right, which it may not be."""
_BEHIND_TAB: Final = re.compile(r"/(?:nilai|butir)(?:/|$)")
"""Fields printed in one paragraph with a label or a mark, which gives it its direction."""
_STRONG: Final = frozenset({"L", "R", "AL"})
_MOST_TRIES: Final = 2_000
"""Stretches of the sealed text that are set to see what they look like, a file."""


def as_said(texts: tuple[str, ...], sealed: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Return the pages with lines of both directions in the order of the ``sealed`` texts.

    These are pairs of a field and its text. Lines that show no stretch of them stay as they are.
    """
    if not any(map(has_rtl_text, texts)):
        return texts
    search = _Search([(_ways(*each), _PIECE.findall(each[1])) for each in sealed if has_rtl_text(each[1])])
    try:
        return tuple("\n".join(map(search.line, text.splitlines())) for text in texts)
    except MissingExtra:
        return texts


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
    """Looks for lines in ``sources``, directions and pieces of each sealed text, on from the last line."""

    def __init__(self, sources: list[tuple[tuple[bool, ...], list[str]]]) -> None:
        self.sources = sources
        self.next = (0, 0)
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
        """Return a stretch that shows all letters from the right on the line, else the longest on it."""
        letters = Counter(rest.translate(_BRACKETS))
        best: _Stretch | None = None
        for number, begin in self._starts():
            if number in used:
                continue
            found = self._from(number, begin, rest, letters)
            if found and (best is None or found.size > best.size):
                best = found
                if not has_rtl_text(rest[: best.place] + rest[best.place + best.size :] or " "):
                    break
        if best:
            self.next = (best.source, best.end)
        return best

    def _from(self, number: int, begin: int, rest: str, letters: Counter[str]) -> _Stretch | None:
        """Return the longest stretch of a source from ``begin`` that stands on the line."""
        ways, pieces = self.sources[number]
        for end in range(_longest(pieces, begin, letters), begin, -1):
            text = "".join(pieces[begin:end]).strip()
            for rtl in ways if has_rtl_text(text or " ") else ():
                shown = self._shown(text, rtl=rtl)
                place = rest.translate(_BRACKETS).find(shown) if shown else -1
                if place >= 0:
                    return _Stretch(number, end, place, len(shown), text)
        return None

    def _starts(self) -> Iterator[tuple[int, int]]:
        number, begin = self.next
        if number < len(self.sources) and begin < len(self.sources[number][1]):
            yield self.next
        for number, (_, pieces) in enumerate(self.sources):
            for begin in range(len(pieces)):
                yield number, begin

    def _shown(self, text: str, *, rtl: bool) -> str:
        """Return a text as it is seen from left to right, squashed; nothing once there were too many."""
        self.tries += 1
        if self.tries > _MOST_TRIES:
            return ""
        levels = embedding_levels(text, rtl=rtl)
        shown = (character for character, _ in reordered(list(zip(text, levels, strict=True))))
        return squashed("".join(shown)).translate(_BRACKETS)


def _longest(pieces: list[str], begin: int, letters: Counter[str]) -> int:
    """Return the end of the longest stretch from ``begin`` whose letters all stand on a line."""
    left = Counter(letters)
    for end in range(begin, len(pieces)):
        left.subtract(squashed(pieces[end]).translate(_BRACKETS))
        if min(left.values()) < 0:
            return end
    return len(pieces)
