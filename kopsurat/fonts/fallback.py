"""Which face shows a character that the family of the text lacks."""

from __future__ import annotations

import unicodedata
from itertools import groupby
from typing import TYPE_CHECKING

from kopsurat.errors import MissingGlyph
from kopsurat.fonts.families import SYMBOLS, face, script_family

if TYPE_CHECKING:
    from kopsurat.fonts.face import Face

__all__ = ["face_of", "missing_glyph", "split_by_face"]

_JOINED = " \u00a0\u200c\u200d"
"""Characters that inside a local script belong to it: spaces and joiners."""

_LATIN = "Arial"
"""The family of Latin letters, digits and brackets inside a font of a local script, which has none."""

_AROUND = 12
"""Characters of context that an error shows on either side."""


def split_by_face(text: str, base: Face) -> tuple[tuple[str, Face], ...]:
    """Return the pieces of a text with the face that shows each: ``base`` wherever it can.

    Spaces between two words of a local script, and joiners after it, belong to it. Raises
    :class:`MissingGlyph` for a character that no bundled font has.
    """
    if base.covered.issuperset(text):
        return ((text, base),) if text else ()
    faces: list[Face] = []
    for at, character in enumerate(text):
        if character in base.covered:
            stays = faces and character in _JOINED and faces[-1].is_shaped
            faces.append(_staying(text, at, faces, base) if stays else base)
        else:
            other = face_of(character, base)
            if other is None:
                raise missing_glyph(text, at)
            faces.append(other)
    pairs = zip(text, faces, strict=True)
    return tuple(
        ("".join(character for character, _ in group), shown)
        for shown, group in groupby(pairs, key=lambda pair: pair[1])
    )


def face_of(character: str, base: Face) -> Face | None:
    """Return the face that shows a character beside ``base``, or None."""
    if character in base.covered:
        return base
    for family in (script_family(character), SYMBOLS, _LATIN):
        if family is not None and character in face(family).covered:
            return face(family)
    return None


def missing_glyph(text: str, at: int) -> MissingGlyph:
    """Return the error for the character at ``at``: its code point, its name and the text around it."""
    character = text[at]
    return MissingGlyph(
        "glyph-missing",
        value=character,
        code_point=f"U+{ord(character):04X}",
        name=unicodedata.name(character, "?"),
        around=text[max(0, at - _AROUND) : at + _AROUND + 1],
    )


def _staying(text: str, at: int, faces: list[Face], base: Face) -> Face:
    """Return the face of a space: that of the word before where the word after is of the same."""
    before = faces[-1]
    after = next((character for character in text[at:] if character not in _JOINED), None)
    joiner = text[at] in "\u200c\u200d"
    return before if joiner or (after is not None and face_of(after, base) is before) else base
