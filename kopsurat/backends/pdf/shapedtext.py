"""Text of local scripts: glyphs from the shaper as codes, each telling the text it stands for.

The first glyph of a cluster carries the text of the whole cluster, the others a word joiner. Words
that run from the left also carry their text as ActualText, which every reader takes as it is;
words that run from the right do not, because PDFium and poppler would turn them round.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from kopsurat.backends.pdf.objects import number
from kopsurat.fonts.shaping import shape

if TYPE_CHECKING:
    from kopsurat.backends.pdf.glyphfont import GlyphFont
    from kopsurat.fonts.shaping import ShapedGlyph
    from kopsurat.layout.placed import PlacedText

__all__ = ["shaped_operators"]

_JOINER: Final = "\u2060"
_STEP: Final = 0.05
"""Jumps of less than this share of a thousandth of the size are not written."""


def shaped_operators(piece: PlacedText, font: GlyphFont, after: str) -> list[str]:
    """Return the operators that show a piece from the current point on, with the font selected."""
    run = shape(piece.text, font.face, piece.style.size, rtl=piece.rtl)
    clusters = sorted({glyph.cluster for glyph in run.glyphs})
    ends = dict(zip(clusters, [*clusters[1:], len(piece.text)], strict=True))
    line = _Line(font, piece)
    words = [sum(character == " " for character in piece.text[:at]) for at in range(len(piece.text) + 1)]
    for word, group in groupby(run.glyphs, key=lambda glyph: words[glyph.cluster]):
        glyphs = list(group)
        if not piece.rtl:
            last = " " if word < words[-1] else after
            line.begin_word(piece.text.split(" ")[word] + last)
        for glyph in glyphs:
            line.show(glyph, piece.text[glyph.cluster : ends[glyph.cluster]])
        line.end_word(is_marked=not piece.rtl)
    return line.finished()


class _Line:
    """The operators in the making: where the reader's point is, and where it should be."""

    def __init__(self, font: GlyphFont, piece: PlacedText) -> None:
        self._font = font
        self._size = piece.style.size / 2
        self._stretch = piece.word_space
        self._widths = font.face.metrics.widths
        self._scale = self._size / font.face.units_per_em
        self._operators: list[str] = []
        self._shown: list[str] = []
        self._seen: set[int] = set()
        self._rise = 0.0
        self._is = 0.0
        self._should = 0.0

    def begin_word(self, text: str) -> None:
        self._operators.append(f"/Span<</ActualText<FEFF{text.encode('utf-16-be').hex().upper()}>>>BDC")

    def show(self, glyph: ShapedGlyph, text: str) -> None:
        if glyph.y_offset != self._rise:
            self._flush()
            self._rise = glyph.y_offset
            self._operators.append(f"{number(self._rise)} Ts")
        jump = (self._is - self._should - glyph.x_offset) * 1000 / self._size
        if abs(jump) > _STEP:
            self._shown.append(number(jump))
            self._is = self._should + glyph.x_offset
        meaning = _JOINER if glyph.cluster in self._seen else text
        self._seen.add(glyph.cluster)
        self._shown.append(f"<{self._font.code(glyph.glyph, meaning)}>")
        self._is += self._widths[glyph.glyph] * self._scale
        self._should += glyph.x_advance + (self._stretch if text == " " else 0.0)

    def end_word(self, *, is_marked: bool) -> None:
        self._flush()
        if is_marked:
            self._operators.append("EMC")

    def finished(self) -> list[str]:
        if self._rise:
            self._operators.append("0 Ts")
        return self._operators

    def _flush(self) -> None:
        if self._shown:
            self._operators.append(f"[{''.join(self._shown)}]TJ")
            self._shown.clear()
