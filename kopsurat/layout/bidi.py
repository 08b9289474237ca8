"""Text of both directions: which way a paragraph runs, and the pieces of its lines from left to right."""

from __future__ import annotations

import functools
import unicodedata
from dataclasses import replace
from itertools import accumulate, groupby
from typing import TYPE_CHECKING, Final, TypeVar

from kopsurat.fonts import face
from kopsurat.layout.measures import TWIPS_PER_POINT
from kopsurat.layout.model import Inline, Run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kopsurat.layout.model import Paragraph
    from kopsurat.layout.placed import PlacedText

__all__ = [
    "begins_right",
    "directed_runs",
    "embedding_levels",
    "has_rtl_text",
    "is_rtl",
    "reordered",
    "visual_order",
]

T = TypeVar("T")

_RTL_TYPES: Final = frozenset({"R", "AL"})
_FIRST_RTL: Final = "\u0590"
"""No character before this one runs from the right."""


def is_rtl(paragraph: Paragraph) -> bool:
    """Return whether a paragraph runs from the right."""
    return begins_right(paragraph.inlines)


def begins_right(inlines: tuple[Inline, ...]) -> bool:
    """Return whether a paragraph of these inlines runs from the right.

    It does where a run says so, and where its first letter is one of a script that does (rules P2 and
    P3 of UAX 9). A paragraph with tabs - an item, a key-value row - does not unless a run says so: its
    label stands in the column of its neighbours.
    """
    texts = [inline.text for inline in inlines if isinstance(inline, Run)]
    if any(isinstance(inline, Run) and inline.rtl for inline in inlines):
        return True
    if not any(map(has_rtl_text, texts)) or any("\t" in text for text in texts):
        return False
    kinds = (unicodedata.bidirectional(character) for text in texts for character in text)
    return next((kind in _RTL_TYPES for kind in kinds if kind in _RTL_TYPES or kind == "L"), False)


def has_rtl_text(text: str) -> bool:
    """Return whether some letter of a text runs from the right."""
    if text.isascii() or max(text) < _FIRST_RTL:
        return False
    return any(unicodedata.bidirectional(character) in _RTL_TYPES for character in text)


@functools.lru_cache(maxsize=256)
def embedding_levels(text: str, *, rtl: bool) -> tuple[int, ...]:
    """Return the level of each character of a text (UAX 9); ``rtl`` is the direction of its paragraph."""
    from kopsurat.fonts.shaping import levels

    return tuple(levels(text, rtl=rtl))


def directed_runs(paragraph: Paragraph) -> tuple[Inline, ...]:
    """Return the inlines of a paragraph with its runs cut so that each runs one way, and says which.

    Between two tabs, breaks or fields text is ordered by itself, as it is when lines are set.
    """
    if not any(isinstance(inline, Run) and has_rtl_text(inline.text) for inline in paragraph.inlines):
        return paragraph.inlines
    rtl = is_rtl(paragraph)
    directed: list[Inline] = []
    stretch: list[Run] = []
    for inline in paragraph.inlines:
        if isinstance(inline, Run):
            stretch.append(inline)
        else:
            directed += [*_directed_stretch(stretch, rtl=rtl), inline]
            stretch = []
    return (*directed, *_directed_stretch(stretch, rtl=rtl))


def _directed_stretch(runs: list[Run], *, rtl: bool) -> Iterator[Run]:
    text = "".join(run.text for run in runs)
    found = [level for part in text.split("\t") for level in (*embedding_levels(part, rtl=rtl), int(rtl))]
    begins = accumulate((len(run.text) for run in runs), initial=0)
    for run, begin in zip(runs, begins, strict=False):
        odd = [level % 2 == 1 for level in found[begin : begin + len(run.text)]]
        at = 0
        for is_odd, group in groupby(odd):
            end = at + len(list(group))
            places = tuple(place - at for place in run.break_at if at < place < end)
            yield replace(run, text=run.text[at:end], break_at=places, rtl=is_odd)
            at = end


def visual_order(texts: list[PlacedText], found: Sequence[int]) -> list[PlacedText]:
    """Return the pieces of a line as they stand from left to right, given the level of each character.

    A piece that runs from the right keeps its text in logical order and says so (``PlacedText.rtl``),
    unless its font needs no shaping: then the text is turned round, brackets too, and drawn as any other.
    """
    if not texts:
        return texts
    x = texts[0].x
    ordered = []
    for piece, _ in reordered(_level_pieces(texts, found)):
        ordered.append(piece._replace(x=x))
        x += piece.width
    return ordered


def _level_pieces(texts: list[PlacedText], found: Sequence[int]) -> list[tuple[PlacedText, int]]:
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


def reordered(pieces: list[tuple[T, int]]) -> list[tuple[T, int]]:
    """Return pieces of a line, each with its level, from left to right.

    Every stretch at or above each level is turned round, from the highest down (rule L2 of UAX 9).
    """
    for level in range(max((level for _, level in pieces), default=0), 0, -1):
        turned: list[tuple[T, int]] = []
        for is_above, group in groupby(pieces, key=lambda pair: pair[1] >= level):
            stretch = list(group)
            turned += reversed(stretch) if is_above else stretch
        pieces = turned
    return pieces
