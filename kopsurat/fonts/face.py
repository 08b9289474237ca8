"""One face of one family: its bytes and its widths."""

from __future__ import annotations

import functools
import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from kopsurat.fonts.truetype import Metrics, read_metrics

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["IGNORED", "Face", "build_face"]

IGNORED: Final = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069\ufeff")
"""Characters that take no room and have no glyph in text: soft hyphen, joiners, marks of direction."""

_STAND_INS: Final = {0x2011: 0x2D, 0x00A0: 0x20, 0x202F: 0x20}
"""A hyphen or space that does not break is drawn as the plain one, as word processors do."""

_REMEMBERED: Final = 20_000
"""Words whose width is remembered for each face, before the memory starts anew."""


class WordWidths(dict[str, int]):
    """The widths of words in font units, measured when first asked for and then remembered."""

    __slots__ = ("_by_character", "_shaper")

    def __init__(self, by_character: dict[str, int], shaper: Callable[[str], int] | None = None) -> None:
        super().__init__()
        self._by_character = by_character
        self._shaper = shaper

    def __missing__(self, word: str) -> int:
        try:
            width = sum(map(self._by_character.__getitem__, word))
        except KeyError as error:
            from kopsurat.fonts.fallback import missing_glyph

            raise missing_glyph(word, word.index(error.args[0])) from None
        if self._shaper is not None and not word.isascii():
            width = self._shaper(word)
        if len(self) >= _REMEMBERED:
            self.clear()
        self[word] = width
        return width


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Face:
    """A face: the values of its tables in font units, and the file itself.

    ``family`` is the name that Word knows (``"Arial"``), ``metrics.postscript_name`` that of the file.
    ``is_shaped`` says that its script must be shaped (:mod:`kopsurat.fonts.shaping`).
    ``advances`` and ``glyph_ids`` go by code point; ``covered`` and ``by_character`` hold the same by
    character. ``words`` measures whole words, and remembers them.
    """

    family: str
    bold: bool
    italic: bool
    is_shaped: bool
    file: str
    data: bytes = field(repr=False)
    digest: str
    metrics: Metrics = field(repr=False)
    advances: dict[int, int] = field(repr=False)
    glyph_ids: dict[int, int] = field(repr=False)
    covered: frozenset[str] = field(repr=False)
    by_character: dict[str, int] = field(repr=False)
    words: WordWidths = field(repr=False)

    @property
    def units_per_em(self) -> int:
        """The font units of an em."""
        return self.metrics.units_per_em

    @property
    def ascent(self) -> int:
        """The height above the baseline, in font units."""
        return self.metrics.ascent

    @property
    def descent(self) -> int:
        """The depth under the baseline, in font units, negative."""
        return self.metrics.descent

    @property
    def cap_height(self) -> int:
        """The height of capitals, in font units."""
        return self.metrics.cap_height

    @property
    def bbox(self) -> tuple[int, int, int, int]:
        """The box around all glyphs, in font units."""
        return self.metrics.bbox

    @property
    def italic_angle(self) -> float:
        """The slant in degrees, negative where the letters lean to the right."""
        return self.metrics.italic_angle

    @property
    def postscript_name(self) -> str:
        """The name of the font in PDF."""
        return self.metrics.postscript_name

    def width(self, text: str, half_points: int) -> float:
        """Return the width of a text in points; raises :class:`MissingGlyph` for a character it lacks."""
        return self.words[text] * half_points / (2 * self.metrics.units_per_em)

    def units(self, word: str) -> int:
        """Return the width of a word in font units; raises :class:`MissingGlyph` for a character it lacks."""
        return self.words[word]

    def missing(self, text: str) -> str | None:
        """Return the first character that the face cannot show, or None."""
        if self.covered.issuperset(text):
            return None
        return next(character for character in text if character not in self.covered)


def build_face(*, family: str, bold: bool, italic: bool, is_shaped: bool, file: str, data: bytes) -> Face:
    """Return the face that a font file holds."""
    metrics = read_metrics(data)
    glyph_ids = metrics.glyphs
    for code, stand_in in _STAND_INS.items():
        if stand_in in glyph_ids:
            glyph_ids[code] = glyph_ids[stand_in]
    for character in IGNORED:
        glyph_ids.pop(ord(character), None)
    widths = metrics.widths
    advances = {code: widths[glyph] for code, glyph in glyph_ids.items()}
    by_character = {chr(code): width for code, width in advances.items()} | dict.fromkeys(IGNORED, 0)
    return Face(
        family=family,
        bold=bold,
        italic=italic,
        is_shaped=is_shaped,
        file=file,
        data=data,
        digest=hashlib.sha256(data).hexdigest(),
        metrics=metrics,
        advances=advances,
        glyph_ids=glyph_ids,
        covered=frozenset(by_character),
        by_character=by_character,
        words=WordWidths(by_character, functools.partial(_shaped, family, data) if is_shaped else None),
    )


def _shaped(family: str, data: bytes, word: str) -> int:
    from kopsurat.fonts.shaping import shaped_units

    return shaped_units(word, family, data)
