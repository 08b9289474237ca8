"""Whether the letters on a page of a PDF look like what its text layer says, and stand in its order.

A font can draw a 9 and call it a 5; letters can be set behind one another and shown in another order. Our own
pages hold the bundled fonts, upright, every letter right behind the one before, lines one below the other.
"""

from __future__ import annotations

import ctypes
from collections import Counter
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from kopsurat.fonts import IGNORED
from kopsurat.scanning.font_programs import program_of
from kopsurat.scanning.pdf_lines import seen_order
from kopsurat.scanning.pdf_shapes import matrix_of, near

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kopsurat.scanning.font_programs import Ink, Program
    from kopsurat.scanning.pdf_shapes import Box

__all__ = ["Letters"]

_NEAR: Final = 0.004
"""Ems by which PDFium, which counts in thousandths, may place ink elsewhere."""
_ADDED: Final = 1 / 64
"""Share of its height that PDFium adds to the top of a letter of a composite font."""
_LOOSE: Final = 0.03
"""Ems by which a letter may stand off the end of the one before."""
_FAR: Final = 4.0
"""Ems by which justified text may widen a space."""
_BLANK: Final = 0.005
"""Height of the box that PDFium gives a blank, in ems."""
_HYPHENS: Final = {0x02: 0x2D, 0xFFFE: 0x2D, 0xAD: 0x2D}
"""What PDFium makes of hyphens at the end of a line."""
_BRACKETS: Final = dict(zip(map(ord, "()[]{}"), map(ord, ")(][}{"), strict=True))
_LINE: Final = 3.0
"""Points by which the foot of a letter may stand higher than one before it: raised marks of notes."""
_BUCKET: Final = 4.0
"""Points, the width of the strips in which lines must follow one another."""
_TWINS: Final = ("08", "BP", "ER", "il")
"""Characters whose ink has the same box in some face, but which differ in their closed lines."""
_READ_TWICE: Final = Counter("ffil")
"""Letters that PDFium reads from more than one code of our fonts: out of ligatures that have no glyph."""
_CODES: Final = 255
_PLAIN: Final = frozenset(map(ord, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"))


class _Holder(NamedTuple):
    """A text object: the program that draws its letters, and the points of an em."""

    program: Program | None
    size: float


class Letters:
    """The letters of an open page; ``codes`` takes the characters read, by the program that draws them."""

    def __init__(self, page: Any, codes: dict[Program, set[int]]) -> None:  # noqa: ANN401 - pypdfium2 is untyped
        self._page = page
        self._codes = codes
        self._programs: dict[int, Program | None] = {}
        self._low: dict[int, float] = {}
        self._lines: dict[int, list[tuple[float, float]]] = {}

    def marks_of(self, thing: Any, box: Box) -> Iterator[str]:  # noqa: ANN401 - as __init__
        """Yield what is wrong with a text object; the objects of a page come in their order."""
        if self._program(thing) is None:
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
        program = self._program(thing)
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

    def _program(self, thing: Any) -> Program | None:  # noqa: ANN401 - as __init__
        import pypdfium2.raw as pdfium

        font = pdfium.FPDFTextObj_GetFont(thing)
        key = ctypes.addressof(font.contents) if font else 0
        if key not in self._programs:
            program = program_of(_program_bytes(font)) if font else None
            is_plain = program is None or program.outlines is not None or self._reads_plainly(font, program)
            self._programs[key] = program if is_plain else None
        return self._programs[key]

    def _reads_plainly(self, font: Any, program: Program) -> bool:  # noqa: ANN401 - as __init__
        """Return whether no two codes of a font read alike, and twins look like themselves."""
        import pypdfium2.raw as pdfium

        texts = Counter(_read_by(self._page.pdf, font))
        if any(texts[chr(code)] != 1 + _READ_TWICE[chr(code)] for code in _PLAIN):
            return False
        for character in "".join(_TWINS):
            path = pdfium.FPDFFont_GetGlyphPath(font, ord(character), 10.0)
            if _closed_lines(path) != program.contours(character):
                return False
        return True

    def ink_marks(self) -> Iterator[str]:
        """Yield what is wrong with the single letters of the page."""
        import pypdfium2.raw as pdfium

        text = pdfium.FPDFText_LoadPage(self._page)
        try:
            yield from self._ink_marks(text)
        finally:
            pdfium.FPDFText_ClosePage(text)

    def _ink_marks(self, text: Any) -> Iterator[str]:  # noqa: ANN401 - as __init__
        import pypdfium2.raw as pdfium

        x, y, left, right, bottom, top = (ctypes.c_double() for _ in range(6))
        key, holder, before = 0, _Holder(None, 1.0), None
        for index in seen_order(text):
            if pdfium.FPDFText_IsGenerated(text, index):
                continue
            thing = pdfium.FPDFText_GetTextObject(text, index)
            if thing and ctypes.addressof(thing.contents) != key:
                key, before = ctypes.addressof(thing.contents), None
                holder = _Holder(self._program(thing), _size_of(thing))
            program, size = holder
            code = pdfium.FPDFText_GetUnicode(text, index)
            code = _HYPHENS.get(code, code)
            if program is None or (program.face.is_shaped and code not in _PLAIN):
                before = None
                continue  # a foreign font has its mark; scripts join and move their letters
            self._codes.setdefault(program, set()).add(code)
            wanted = program.ink(code)
            if wanted is None:
                if chr(code) not in IGNORED:
                    yield "glyph"
                continue
            pdfium.FPDFText_GetCharOrigin(text, index, x, y)
            pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, top)
            across, up = x.value, y.value
            ink = (left.value - across, bottom.value - up, right.value - across, top.value - up)
            turned = program.ink(_BRACKETS.get(code, code))  # as text from the right shows it
            if not any(each and _is_like(ink, each, size, program) for each in (wanted, turned)):
                yield "glyph"
            if before and not _is_behind(before, across, up, size):
                yield "order"
            before = (across + program.advance(code) * size, up, wanted[1] == wanted[3])


def _is_like(ink: Ink, wanted: Ink, size: float, program: Program) -> bool:
    """Return whether the ink of a letter of this size lies where it should."""
    if wanted[1] == wanted[3]:  # PDFium gives a blank a flat box
        return abs(ink[3] - ink[1]) < _BLANK * size
    near = _NEAR * size
    higher = near if program.outlines is None else near + abs(wanted[3]) * size * _ADDED
    return (
        abs(ink[0] - wanted[0] * size) < near
        and abs(ink[1] - wanted[1] * size) < near
        and abs(ink[2] - wanted[2] * size) < near
        and -near < ink[3] - wanted[3] * size < higher
    )


def _is_behind(before: tuple[float, float, bool], x: float, y: float, size: float) -> bool:
    """Return whether a letter stands behind another, whose end, foot and blankness are given."""
    end, foot, is_blank = before
    gap = (x - end) / size
    return abs(y - foot) < _LOOSE * size and -_LOOSE < gap < (_FAR if is_blank else _LOOSE)


def _size_of(thing: Any) -> float:  # noqa: ANN401 - as Letters
    import pypdfium2.raw as pdfium

    size = ctypes.c_float()
    pdfium.FPDFTextObj_GetFontSize(thing, size)
    return abs(size.value * matrix_of(thing).a) or 1.0


def _program_bytes(font: Any) -> bytes:  # noqa: ANN401 - as Letters
    import pypdfium2.raw as pdfium

    size = ctypes.c_size_t()
    if not pdfium.FPDFFont_GetIsEmbedded(font) or not pdfium.FPDFFont_GetFontData(font, None, 0, size):
        return b""
    data = (ctypes.c_uint8 * size.value)()
    pdfium.FPDFFont_GetFontData(font, data, size.value, size)
    return bytes(data)


def _read_by(document: Any, font: Any) -> str:  # noqa: ANN401 - as Letters
    """Return what the codes of a simple font read as, from a page made for it and taken out again."""
    import pypdfium2.raw as pdfium

    place = len(document)
    page = pdfium.FPDFPage_New(document, place, 10_000, 100)
    if not page:
        return ""
    try:
        thing = pdfium.FPDFPageObj_CreateTextObj(document, font, 10.0)
        pdfium.FPDFText_SetCharcodes(thing, (ctypes.c_uint32 * _CODES)(*range(1, _CODES + 1)), _CODES)
        pdfium.FPDFPage_InsertObject(page, thing)
        text = pdfium.FPDFText_LoadPage(page)
        count = pdfium.FPDFText_CountChars(text)
        found = "".join(chr(pdfium.FPDFText_GetUnicode(text, index)) for index in range(count))
        pdfium.FPDFText_ClosePage(text)
    finally:
        pdfium.FPDF_ClosePage(page)
        pdfium.FPDFPage_Delete(document, place)
    return found


def _closed_lines(path: Any) -> int:  # noqa: ANN401 - as Letters
    import pypdfium2.raw as pdfium

    segments = (
        pdfium.FPDFGlyphPath_GetGlyphPathSegment(path, index)
        for index in range(pdfium.FPDFGlyphPath_CountGlyphSegments(path) if path else 0)
    )
    return sum(pdfium.FPDFPathSegment_GetType(each) == pdfium.FPDF_SEGMENT_MOVETO for each in segments)
