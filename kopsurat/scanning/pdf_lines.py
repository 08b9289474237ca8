"""The lines of a page of a PDF as they are seen, from left to right, where one runs from the right.

PDFium puts such a line into an order of its own guess, in which words and numbers of both directions change
places. Where letters stand is no guess.
"""

from __future__ import annotations

import ctypes
import math
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

from kopsurat.layout.bidi import has_rtl_text

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Lines", "Place"]

_HYPHENS: Final = dict.fromkeys("\x02\xad\ufffe", "-")
"""What PDFium makes of hyphens at the end of a line, and what is drawn as one."""
_LINE_ENDS: Final = frozenset("\r\n")
_LAM: Final = "\u0644"
_SAME_FOOT: Final = 0.5
"""Points within which the letters of a line stand."""
_SAME_LINE: Final = 0.5
"""Ems within which letters stand on one line, be one raised."""
_LEVEL: Final = 0.05
"""Ems by which the feet of letters beside one another may differ."""
_GAP: Final = 0.12
"""Ems above which a gap is a space: between our letters there are 0.02 at most, between words 0.25."""


_Line: TypeAlias = list[tuple[int, float, str]]
"""Characters with their indexes and where they begin, in points."""


class Place(NamedTuple):
    """Where a letter begins, where the next one should, the height of its foot, and the points of its em.

    ``end`` is None for scripts that join and move their letters.
    """

    left: float
    foot: float
    size: float
    end: float | None


class Lines:
    """The lines of a page, and what stands before their characters, which are told by their indexes."""

    def __init__(self, text_page: Any) -> None:  # noqa: ANN401 - pypdfium2 is untyped
        self._lines = list(_lines(text_page))
        self._before: dict[int, str] = {}
        self._last: Place | None = None
        self._is_behind_blank = False

    def order(self) -> Iterator[int]:
        """Yield the indexes of all characters, on lines with letters from the right as they are seen."""
        for line in self._lines:
            yield from (index for index, _, _ in (_sorted(line) if _is_rtl(line) else line))

    def take(self, index: int, place: Place, *, is_blank: bool) -> bool:
        """Take note of the next character in the order; return whether it is as high as that beside it."""
        if is_blank:
            self.pass_blank()
            return True
        last = self._last
        self._before[index] = self._between(last, place) if last else ""
        self._last, self._is_behind_blank = place, False
        return last is None or not _is_raised(last, place)

    def pass_blank(self) -> None:
        """Take note of a blank; where letters are not joined, only the room that it leaves is a space."""
        self._is_behind_blank = True

    def _between(self, last: Place, place: Place) -> str:
        """Return what stands between two letters; a new line for a blank in scripts that join theirs."""
        if abs(place.foot - last.foot) > _SAME_LINE * max(place.size, last.size):
            return "\n"
        if last.end is None or place.end is None:
            return "\n" if self._is_behind_blank else ""
        gap = place.left - last.end
        if gap < -_SAME_LINE * place.size:
            return "\n"
        return " " if gap > _GAP * min(place.size, last.size) else ""

    def text(self) -> str:
        """Return the characters that are seen; without spaces on lines with letters from the right."""
        text = "".join(map(self._text_of, self._lines))
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")

    def _text_of(self, line: _Line) -> str:
        if _is_rtl(line):
            return f"\n{_seen(line)}\n"
        before = self._before
        return "".join(
            before[index] + _HYPHENS.get(character, character)
            for index, _, character in line
            if index in before
        )


def _is_raised(last: Place, place: Place) -> bool:
    """Return whether a letter stands a little higher or lower than one close to it, as small digits do."""
    if last.end is None or place.end is None:
        return False
    em = max(place.size, last.size)
    is_near = -_SAME_LINE * em < place.left - last.end < em
    return is_near and _LEVEL * em < abs(place.foot - last.foot) <= _SAME_LINE * em


def _lines(text_page: Any) -> Iterator[_Line]:  # noqa: ANN401 - as Lines
    """Yield the lines of a page; parts of one that runs from the right, which PDFium may divide, together."""
    before: _Line = []
    foot = math.nan
    for line, at in _lines_of_pdfium(text_page):
        if abs(at - foot) < _SAME_FOOT and (_is_rtl(line) or _is_rtl(before)):
            before = before + line
        else:
            yield before
            before = line
        foot = at
    yield before


def _lines_of_pdfium(text_page: Any) -> Iterator[tuple[_Line, float]]:  # noqa: ANN401 - as Lines
    """Yield lines as PDFium divides them, each with the height of its foot on the page."""
    import pypdfium2.raw as pdfium

    x, y = ctypes.c_double(), ctypes.c_double()
    line: _Line = []
    foot = math.nan
    for index in range(pdfium.FPDFText_CountChars(text_page)):
        character = chr(pdfium.FPDFText_GetUnicode(text_page, index))
        if character in _LINE_ENDS and pdfium.FPDFText_IsGenerated(text_page, index):
            if line:
                yield line, foot
                line = []
        else:
            pdfium.FPDFText_GetCharOrigin(text_page, index, x, y)
            line.append((index, round(x.value, 2), character))
            foot = y.value
    yield line, foot


def _is_rtl(line: _Line) -> bool:
    return has_rtl_text("".join(character for _, _, character in line) or " ")


def _sorted(line: _Line) -> _Line:
    return sorted(line, key=itemgetter(1))


def _seen(line: _Line) -> str:
    shown = _sorted([each for each in line if not each[2].isspace()])
    return "".join(
        _of_glyph("".join(each[2] for each in group)) for _, group in groupby(shown, itemgetter(1))
    )


def _of_glyph(text: str) -> str:
    """Return the characters of one glyph: ligatures of Jawi begin with lam, at the right."""
    if len(text) > 1 and has_rtl_text(text):
        return "".join(sorted(text, key=lambda character: character == _LAM))
    return text
