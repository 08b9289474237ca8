"""Fonts of an open PDF: which of our programs draws their letters, and whether each is drawn as itself.

A font may draw an H and call it an N although its program is ours, byte for byte: what is drawn for a
character must be the outline that the face has for it, and no second code may read as the same character.
"""

from __future__ import annotations

import contextlib
import ctypes
import functools
from collections import Counter
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from kopsurat.scanning.font_programs import program_of
from kopsurat.scanning.pdf_composite import may_be_composite

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kopsurat.fonts import Face
    from kopsurat.scanning.font_programs import Ink, Program

__all__ = ["Font", "ink_of"]

_SIMPLE_CODES: Final = 256
_CODES: Final = 65_536
_SIZE: Final = 10.0
_ASIDE: Final = 0.001
"""Ems; no two letters of a face that look otherwise are so near to each other in all that is compared."""

_Sample: TypeAlias = tuple[float, ...]
"""How many segments an outline has, and where some of them end, in ems."""


class Font:
    """A font of an open PDF. ``program`` is that of ours which draws its letters, None where none is."""

    def __init__(self, document: Any, handle: Any) -> None:  # noqa: ANN401 - pypdfium2 is untyped
        self.program: Program | None = program_of(_program_bytes(handle)) if handle else None
        self._document = document
        self._handle = handle
        self._known: dict[int, bool] = {}

    def draws(self, code: int) -> bool:
        """Return whether a character is drawn as the face of the program has it, and by one code alone."""
        if self.program is None:
            return False
        if code not in self._known:
            self._known[code] = self._read_again[chr(code)] <= 1 and _are_alike(
                _sample(self._handle, code), _samples(self.program.face).get(code)
            )
        return self._known[code]

    @functools.cached_property
    def _read_again(self) -> Counter[str]:
        """Of how many codes each character is read that several read as, whose ink lies where it should."""
        import pypdfium2.raw as pdfium

        found: Counter[str] = Counter()
        program = self.program
        if program is None:
            return found
        # A fixed subset in a composite font is told by the box of its ink.
        is_long = program.outlines and may_be_composite(self._document, _program_bytes(self._handle))
        count = _CODES if is_long else _SIMPLE_CODES
        with _shown(self._document, self._handle, count) as text:
            read = _text_of(text)
            for character in [each for each, times in Counter(read).items() if times > 1]:
                for place in _places(character, read):
                    at = pdfium.FPDFText_GetCharIndexFromTextIndex(text, place)
                    is_mapped = pdfium.FPDFText_HasUnicodeMapError(text, at) == 0
                    if is_mapped and program.is_like(ink_of(text, at), ord(character), _SIZE):
                        found[character] += 1
        return found


def ink_of(text: Any, index: int) -> Ink:  # noqa: ANN401 - as Font
    """Return where the ink of a character of a text page lies from where it is set, in points."""
    import pypdfium2.raw as pdfium

    x, y, left, right, bottom, top = (ctypes.c_double() for _ in range(6))
    pdfium.FPDFText_GetCharOrigin(text, index, x, y)
    pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, top)
    return left.value - x.value, bottom.value - y.value, right.value - x.value, top.value - y.value


def _program_bytes(font: Any) -> bytes:  # noqa: ANN401 - as Font
    import pypdfium2.raw as pdfium

    size = ctypes.c_size_t()
    if not pdfium.FPDFFont_GetIsEmbedded(font) or not pdfium.FPDFFont_GetFontData(font, None, 0, size):
        return b""
    data = (ctypes.c_uint8 * size.value)()
    pdfium.FPDFFont_GetFontData(font, data, size.value, size)
    return bytes(data)


@contextlib.contextmanager
def _shown(document: Any, font: Any, count: int) -> Iterator[Any]:  # noqa: ANN401 - as Font
    """Give the text of all codes of a font, on a page made for it and taken out again."""
    import pypdfium2.raw as pdfium

    place = len(document)
    page = pdfium.FPDFPage_New(document, place, 10_000, 100)
    thing = pdfium.FPDFPageObj_CreateTextObj(document, font, _SIZE)
    pdfium.FPDFText_SetCharcodes(thing, (ctypes.c_uint32 * count)(*range(count)), count)
    pdfium.FPDFPage_InsertObject(page, thing)
    text = pdfium.FPDFText_LoadPage(page)
    try:
        yield text
    finally:
        pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(page)
        pdfium.FPDFPage_Delete(document, place)


def _places(character: str, text: str) -> Iterator[int]:
    place = text.find(character)
    while place >= 0:
        yield place
        place = text.find(character, place + 1)


def _text_of(text: Any) -> str:  # noqa: ANN401 - as Font
    import pypdfium2.raw as pdfium

    count = pdfium.FPDFText_CountChars(text)
    buffer = (ctypes.c_ushort * (2 * count + 1))()
    size = pdfium.FPDFText_GetText(text, 0, count, buffer)
    return bytes(buffer)[: 2 * max(0, size - 1)].decode("utf-16-le", "replace")


def _sample(font: Any, code: int) -> _Sample | None:  # noqa: ANN401 - as Font
    """Return what tells the outline for a character from all others of its face, None where there is none."""
    import pypdfium2.raw as pdfium

    path = pdfium.FPDFFont_GetGlyphPath(font, code, 1.0)
    count = pdfium.FPDFGlyphPath_CountGlyphSegments(path) if path else 0
    if count <= 0:
        return None
    x, y = ctypes.c_float(), ctypes.c_float()
    found = [float(count)]
    for at in (0, count // 4, count // 2, count * 3 // 4, max(0, count - 3), max(0, count - 2)):
        pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFGlyphPath_GetGlyphPathSegment(path, at), x, y)
        found += [x.value, y.value]
    return tuple(found)


def _are_alike(drawn: _Sample | None, wanted: _Sample | None) -> bool:
    """Return whether two samples are of one outline, which another program may have set a unit aside."""
    if drawn is None or wanted is None or drawn[0] != wanted[0]:
        return False
    return all(abs(one - other) < _ASIDE for one, other in zip(drawn, wanted, strict=True))


@functools.cache
def _samples(face: Face) -> dict[int, _Sample | None]:
    """Return the samples of all characters of a face."""
    import pypdfium2
    import pypdfium2.raw as pdfium

    document = pypdfium2.PdfDocument.new()
    data = (ctypes.c_uint8 * len(face.data)).from_buffer_copy(face.data)
    font = pdfium.FPDFText_LoadFont(document, data, len(face.data), pdfium.FPDF_FONT_TRUETYPE, True)
    try:
        return {code: _sample(font, code) for code in face.glyph_ids}
    finally:
        pdfium.FPDFFont_Close(font)
        document.close()
