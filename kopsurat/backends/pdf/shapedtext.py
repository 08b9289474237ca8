"""Text of local scripts: glyphs from the shaper as codes, each telling the text it stands for.

The first glyph of a cluster carries the text of the whole cluster, the others a word joiner. Words
that run from the left also carry their text as ActualText, which every reader takes as it is;
words that run from the right do not, because PDFium and poppler would turn them round.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from kopsurat.backends.pdf.objects import number
from kopsurat.fonts.shaping import ShapedGlyph, shape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kopsurat.backends.pdf.glyphfont import GlyphFont
    from kopsurat.fonts.shaping import ShapedRun
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
    for word, places in groupby(_placed(run, piece.word_space), key=lambda place: words[place[0].cluster]):
        if not piece.rtl:
            last = " " if word < words[-1] else after
            line.begin_word(piece.text.split(" ")[word] + last)
        for glyph, x in places:
            line.show(glyph, x, piece.text[glyph.cluster : ends[glyph.cluster]])
        line.end_word(is_marked=not piece.rtl)
    return line.finished()


def _placed(run: ShapedRun, stretch: float) -> Iterator[tuple[ShapedGlyph, float]]:
    """Yield the glyphs with their places from the left, in points; spaces are wider by ``stretch``."""
    x = 0.0
    for glyph in run.glyphs:
        yield glyph, x + glyph.x_offset
        x += glyph.x_advance + (stretch if run.text[glyph.cluster] == " " else 0.0)


class _Line:
    """The operators in the making, and where the point of the reader is."""

    def __init__(self, font: GlyphFont, piece: PlacedText) -> None:
        self._font = font
        self._size = piece.style.size / 2
        self._widths = font.face.metrics.widths
        self._scale = self._size / font.face.units_per_em
        self._operators: list[str] = []
        self._shown: list[str] = []
        self._seen: set[int] = set()
        self._rise = 0.0
        self._x = self._end = 0.0
        self._space = font.face.glyph_ids.get(ord(" "), 0)

    def begin_word(self, text: str) -> None:
        self._operators.append(f"/Span<</ActualText<FEFF{text.encode('utf-16-be').hex().upper()}>>>BDC")

    def show(self, glyph: ShapedGlyph, x: float, text: str) -> None:
        if glyph.y_offset != self._rise:
            self._flush()
            self._rise = glyph.y_offset
            self._operators.append(f"{number(self._rise)} Ts")
        jump = (self._x - x) * 1000 / self._size
        if abs(jump) > _STEP:
            self._shown.append(number(jump))
            self._x = x
        self._end = max(self._end, x - glyph.x_offset + glyph.x_advance)
        meaning = _JOINER if glyph.cluster in self._seen else text
        self._seen.add(glyph.cluster)
        self._shown.append(f"<{self._font.code(glyph.glyph, meaning)}>")
        self._x += self._widths[glyph.glyph] * self._scale

    def end_word(self, *, is_marked: bool) -> None:
        """End a word. Where its last glyph is a sign under the letter an empty glyph ends it as well.

        Readers of the text take the end of the last glyph for the end of the word, and the sign may
        lie beyond it.
        """
        if is_marked and self._space and abs(self._x - self._end) > _STEP:
            blank = ShapedGlyph(self._space, -1, 0.0, 0.0, self._rise)
            self.show(blank, self._end - self._widths[self._space] * self._scale, _JOINER)
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
