"""The lines of a page of a PDF as they are seen, from left to right, where one runs from the right.

PDFium puts such a line into an order of its own guess, in which words and numbers of both directions change
places. Where letters stand is no guess.
"""

from __future__ import annotations

import ctypes
import math
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from kopsurat.layout.bidi import has_rtl_text

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["seen_order", "seen_text"]

_LINE_ENDS: Final = frozenset("\r\n")
_LAM: Final = "\u0644"
_SAME_FOOT: Final = 0.5
"""Points within which the letters of a line stand."""


def seen_text(text_page: Any) -> str:  # noqa: ANN401 - pypdfium2 is untyped
    """Return the text of a page; lines with letters from the right in the order of sight, without spaces."""
    text: str = text_page.get_text_bounded()
    if not has_rtl_text(text):
        return text
    seen = "\n".join(map(_line, _lines(text_page)))
    return seen.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def seen_order(text_page: Any) -> list[int]:  # noqa: ANN401 - as seen_text
    """Return the indexes of the characters of a page, as seen on lines with letters from the right."""
    return [index for line in _lines(text_page) for index, _, _ in (_sorted(line) if _is_rtl(line) else line)]


_Line: TypeAlias = list[tuple[int, float, str]]
"""Characters with their indexes and where they begin, in points."""


def _lines(text_page: Any) -> Iterator[_Line]:  # noqa: ANN401 - as seen_text
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


def _lines_of_pdfium(text_page: Any) -> Iterator[tuple[_Line, float]]:  # noqa: ANN401 - as seen_text
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


def _line(line: _Line) -> str:
    if not _is_rtl(line):
        return "".join(character for _, _, character in line)
    shown = _sorted([each for each in line if not each[2].isspace()])
    return "".join(
        _of_glyph("".join(each[2] for each in group)) for _, group in groupby(shown, itemgetter(1))
    )


def _of_glyph(text: str) -> str:
    """Return the characters of one glyph: ligatures of Jawi begin with lam, at the right."""
    if len(text) > 1 and has_rtl_text(text):
        return "".join(sorted(text, key=lambda character: character == _LAM))
    return text
