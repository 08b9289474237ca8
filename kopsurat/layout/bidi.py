"""Lines in which text runs in both directions: their pieces from left to right."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from kopsurat.fonts import face
from kopsurat.layout.measures import TWIPS_PER_POINT

if TYPE_CHECKING:
    from kopsurat.layout.placed import PlacedText

__all__ = ["visual_order"]


def visual_order(texts: list[PlacedText], *, rtl: bool) -> list[PlacedText]:
    """Return the pieces of a line as they stand from left to right; ``rtl`` is the paragraph's direction.

    A piece that runs from the right keeps its text in logical order and says so (``PlacedText.rtl``),
    unless its font needs no shaping: then the text is turned round, brackets too, and drawn as any other.
    """
    from kopsurat.fonts.shaping import levels

    if not texts:
        return texts
    found = levels("".join(piece.text for piece in texts), rtl=rtl)
    x = texts[0].x
    ordered = []
    for piece, _ in _reordered(_level_pieces(texts, found)):
        ordered.append(piece._replace(x=x))
        x += piece.width
    return ordered


def _level_pieces(texts: list[PlacedText], found: list[int]) -> list[tuple[PlacedText, int]]:
    """Return the pieces cut where the level changes, in logical order, each with its level."""
    pieces = []
    at = 0
    for piece in texts:
        for level, group in groupby(zip(piece.text, found[at:], strict=False), key=lambda pair: pair[1]):
            text = "".join(character for character, _ in group)
            pieces.append((_directed(piece, text, level), level))
        at += len(piece.text)
    return pieces


def _directed(piece: PlacedText, text: str, level: int) -> PlacedText:
    from kopsurat.fonts.shaping import mirrored

    style = piece.style
    shown = face(style.family, bold=style.bold, italic=style.italic)
    width = (
        piece.width
        if text == piece.text
        else shown.width(text, style.size)
        + (len(text) * style.spacing / TWIPS_PER_POINT + text.count(" ") * piece.word_space)
    )
    if level % 2 and not shown.is_shaped:
        return piece._replace(text=mirrored(text), width=width, rtl=False)
    return piece._replace(text=text, width=width, rtl=level % 2 == 1)


def _reordered(pieces: list[tuple[PlacedText, int]]) -> list[tuple[PlacedText, int]]:
    """Turn round every stretch at or above each level, from the highest down (rule L2 of UAX 9)."""
    for level in range(max(level for _, level in pieces), 0, -1):
        turned: list[tuple[PlacedText, int]] = []
        for is_above, group in groupby(pieces, key=lambda pair: pair[1] >= level):
            stretch = list(group)
            turned += reversed(stretch) if is_above else stretch
        pieces = turned
    return pieces
