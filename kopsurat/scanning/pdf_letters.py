"""Whether the letters on a page of a PDF look like what its text layer says, and stand in its order.

A font can draw a 9 and call it a 5; letters can be set behind one another and shown in another order. Our own
pages hold the bundled fonts, upright, every letter behind the one before, lines one below the other.
"""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from kopsurat.scanning.pdf_fonts import Font, ink_of
from kopsurat.scanning.pdf_lines import Lines, Place
from kopsurat.scanning.pdf_rows import lines_of_sight
from kopsurat.scanning.pdf_shapes import matrix_of, near

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kopsurat.scanning.font_programs import Program
    from kopsurat.scanning.pdf_shapes import Box

__all__ = ["Letters", "Seen"]

_NEAR: Final = 0.004
"""Share of their size by which letters may be turned or stretched."""
_LOOSE: Final = 0.03
"""Ems by which a letter may stand off the end of the one before."""
_HYPHENS: Final = {0x02: 0x2D, 0xFFFE: 0x2D, 0xAD: 0x2D}
"""What PDFium makes of hyphens at the end of a line."""
_BRACKETS: Final = dict(zip(map(ord, "()[]{}"), map(ord, ")(][}{"), strict=True))
_LINE: Final = 3.0
"""Points by which the foot of a letter may stand higher than one before it: raised marks of notes."""
_BESIDE: Final = 1.5
"""Points beside a letter that are its own."""
_BUCKET: Final = 4.0
"""Points, the width of the strips in which lines must follow one another."""
_PLAIN: Final = frozenset(map(ord, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"))


class _Holder(NamedTuple):
    """A text object: the font of its letters, and the points of an em."""

    font: Font | None
    size: float


@dataclass(slots=True)
class Seen:
    """What the pages of a document show: characters by the program that draws them, lines, texts of pages."""

    codes: dict[Program, set[int]] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)


class Letters:
    """The letters of an open page; what they show is added to ``seen``."""

    def __init__(self, page: Any, seen: Seen) -> None:  # noqa: ANN401 - pypdfium2 is untyped
        self._page = page
        self._seen = seen
        self._places: list[tuple[float, float, str]] = []
        self._fonts: dict[int, Font] = {}
        self._low: dict[int, float] = {}
        self._lines: dict[int, list[tuple[float, float]]] = {}
        self._inked: dict[int, list[tuple[float, float]]] = {}

    def stand_at(self, thing: Any, left: float, right: float) -> bool:  # noqa: ANN401 - as __init__
        """Return whether letters of a text object stand between two places or near them.

        Known once :meth:`ink_marks` has looked at the page.
        """
        inked = self._inked.get(ctypes.addressof(thing.contents))
        return not inked or any(begin - _BESIDE < right and left < end + _BESIDE for begin, end in inked)

    def marks_of(self, thing: Any, box: Box) -> Iterator[str]:  # noqa: ANN401 - as __init__
        """Yield what is wrong with a text object; the objects of a page come in their order."""
        if self._font(thing).program is None:
            yield "font"
        if self.is_shaped(thing):  # signs of local scripts stand over, under and before their letters
            return
        at = matrix_of(thing)
        if abs(at.b) > _NEAR or abs(at.c) > _NEAR or at.a <= 0 or abs(at.a - at.d) > _NEAR * at.a:
            yield "turned"
        if box.width > 1 and not self._follows(box, near(at.f)):
            yield "order"

    def is_shaped(self, thing: Any) -> bool:  # noqa: ANN401 - as __init__
        """Return whether a text object shows a local script."""
        program = self._font(thing).program
        return program is not None and program.face.is_shaped

    def _follows(self, box: Box, foot: float) -> bool:
        """Return whether a text stands below what stood there before, and right of what is on its line."""
        strips = range(int((box.left + 1) // _BUCKET), int((box.right - 1) // _BUCKET) + 1)
        is_below = all(self._low.get(strip, foot) >= foot - _LINE for strip in strips)
        line = int(foot // _LINE)
        beside = (each for row in (line - 1, line, line + 1) for each in self._lines.get(row, ()))
        is_behind = all(end <= box.left + 1 for other, end in beside if abs(other - foot) < _LINE)
        for strip in strips:
            self._low[strip] = min(foot, self._low.get(strip, foot))
        self._lines.setdefault(line, []).append((foot, box.right))
        return is_below and is_behind

    def _font(self, thing: Any) -> Font:  # noqa: ANN401 - as __init__
        import pypdfium2.raw as pdfium

        handle = pdfium.FPDFTextObj_GetFont(thing)
        key = ctypes.addressof(handle.contents) if handle else 0
        if key not in self._fonts:
            self._fonts[key] = Font(self._page.pdf, handle)
        return self._fonts[key]

    def ink_marks(self) -> Iterator[str]:
        """Yield what is wrong with the single letters of the page."""
        import pypdfium2.raw as pdfium

        text = pdfium.FPDFText_LoadPage(self._page)
        try:
            yield from self._ink_marks(text)
        finally:
            pdfium.FPDFText_ClosePage(text)
        self._seen.lines += lines_of_sight(self._places)

    def _ink_marks(self, text: Any) -> Iterator[str]:  # noqa: ANN401 - as __init__
        import pypdfium2.raw as pdfium

        x, y = ctypes.c_double(), ctypes.c_double()
        key, holder, before = 0, _Holder(None, 1.0), None
        lines = Lines(text)
        for index in lines.order():
            code = pdfium.FPDFText_GetUnicode(text, index)
            if pdfium.FPDFText_IsGenerated(text, index):
                lines.pass_blank()
                continue
            thing = pdfium.FPDFText_GetTextObject(text, index)
            if thing and ctypes.addressof(thing.contents) != key:
                key, before = ctypes.addressof(thing.contents), None
                holder = _Holder(self._font(thing), _size_of(thing))
            font, size = holder
            program = font.program if font else None
            code = _HYPHENS.get(code, code)
            pdfium.FPDFText_GetCharOrigin(text, index, x, y)
            across, up = x.value, y.value
            if font is None or program is None or (program.face.is_shaped and code not in _PLAIN):
                before = None  # a foreign font has its mark; scripts join and move their letters
                is_blank = chr(code).isspace()
                lines.take(index, Place(across, up, size, None), is_blank=is_blank)
                if not is_blank:
                    left, _, right, _ = ink_of(text, index)
                    span = (across + left, across + right) if left < right else (-math.inf, math.inf)
                    self._inked.setdefault(key, []).append(span)
                continue
            self._seen.codes.setdefault(program, set()).add(code)
            end = across + program.advance(code) * size
            wanted = program.ink(code)
            is_blank = wanted is not None and wanted[1] == wanted[3]
            if not lines.take(index, Place(across, up, size, end), is_blank=is_blank):
                yield "order"
            if wanted is None:
                yield "glyph"
                continue
            ink = ink_of(text, index)
            turned = _BRACKETS.get(code, code)  # as text from the right shows it
            is_like = any(program.is_like(ink, each, size) for each in {code, turned})
            if not is_like or pdfium.FPDFText_HasUnicodeMapError(text, index) > 0:
                yield "glyph"
            if not is_blank and not font.draws(code):
                yield "font"
            self._places.append((up, across, chr(code)))
            if not is_blank:
                self._inked.setdefault(key, []).append((across + ink[0], across + ink[2]))
            if before and not _is_behind(before, across, up, size):
                yield "order"
            before = (end, up)
        self._seen.texts.append(lines.text())


def _is_behind(before: tuple[float, float], x: float, y: float, size: float) -> bool:
    """Return whether a letter stands on the line of another, whose end and foot are given, and behind it.

    How far does not matter: programs that write a file anew join the texts that stand on one line.
    """
    end, foot = before
    return abs(y - foot) < _LOOSE * size and x - end > -_LOOSE * size


def _size_of(thing: Any) -> float:  # noqa: ANN401 - as Letters
    import pypdfium2.raw as pdfium

    size = ctypes.c_float()
    pdfium.FPDFTextObj_GetFontSize(thing, size)
    return abs(size.value * matrix_of(thing).a) or 1.0
