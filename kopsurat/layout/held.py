"""Hold together what a reader should not meet torn: the day, its month and year, "Pasal" and its number.

Only where a line really ends between the two do they become one piece (``Run.no_break``); the text stays
as it was written. No rule that we read says what must stay together: the list is our choice.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from kopsurat.dates import MONTHS
from kopsurat.layout.balance import balanced
from kopsurat.layout.linebreak import break_paragraph
from kopsurat.layout.loose import eased
from kopsurat.layout.model import Grid, Paragraph, Run
from kopsurat.layout.texts import width_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kopsurat.layout.measures import Length
    from kopsurat.layout.model import Block, Cell, Inline
    from kopsurat.layout.pieces import Segment

__all__ = ["held", "held_paragraph"]

_NUMBERED: Final = ("Nomor", "No.", "Pasal", "BAB", "Bab", "RT", "RW")
_ITEMS: Final = ("huruf", "angka")
_TITLES: Final = (
    *("a.n.", "u.b.", "u.p.", "Yth.", "Sdr.", "Sdri."),
    *("H.", "Hj.", "K.H.", "KH.", "Dr.", "dr.", "Drs.", "Dra.", "Ir.", "Prof."),
)
_MONTHS: Final = "|".join(MONTHS)
_WHOLE: Final = re.compile(
    rf"""(?<![\w.,/-])(?:
        (?:\d{{1,2}}[ ])?(?:{_MONTHS})[ ]\d{{4}}
      | \d[\d.]*(?:-(?:\d[\d.]*|[A-Z]{{1,4}}))+
    )(?!\w)""",
    re.VERBOSE,
)
"""Dates, and numbers with hyphens: what is read wrongly if it is torn."""
_PAIRS: Final = re.compile(
    rf"""(?<![\w.,/-])(?:
        \d{{1,2}}[ ](?:{_MONTHS})(?!\w)
      | (?:[Tt]ahun|[Aa]nggaran)[ ]\d{{4}}(?!\w)
      | Rp\.?[ ]\d[\d.,]*
      | \d{{1,2}}[.:]\d\d[ ]WI(?:B|TA|T)(?!\w)
      | (?:RT[ ]\d+[ /]RW|{"|".join(map(re.escape, _NUMBERED))})[ ](?:\d{{1,4}}[A-Z]?|[IVXL]+)(?![\w./-])
      | (?:ayat[ ]\(\d+[a-z]?\)|(?:{"|".join(_ITEMS)})[ ](?:\d+|[a-z])(?!\w))
      | (?:{"|".join(map(re.escape, _TITLES))})[ ][^\W\d]\w*
    )""",
    re.VERBOSE,
)
_FIRST: Final = (
    *"0123456789",
    *MONTHS,
    "ahun",
    "nggaran",
    "Rp",
    "Rp.",
    "ayat",
    *_NUMBERED,
    *_ITEMS,
    *_TITLES,
)
"""What the first word of everything above ends with."""
_BEHIND: Final = 20
_AHEAD: Final = 24
"""How far from the end of a line a pair is looked for, in characters."""
_MOST: Final = 12
"""Pairs that are held in one paragraph."""


class _Torn(NamedTuple):
    """A pair that stands on two lines: characters ``start`` to ``stop`` of the text of a run."""

    run: Run
    start: int
    stop: int
    is_whole: bool

    @property
    def width(self) -> Length:
        """The width of the pair, in twips."""
        return width_of((replace(self.run, text=self.run.text[self.start : self.stop]),))


def held(blocks: Iterable[Block], width: Length) -> tuple[Block, ...]:
    """Return the blocks of a column of ``width`` with no pair on two lines, as far as lines can hold them.

    Centred texts are balanced; what would gape at last is set ragged.
    """
    return tuple([_held(block, width) for block in blocks])


def _held(block: Block, width: Length) -> Block:
    if isinstance(block, Paragraph):
        if break_paragraph(block, width).count == 1:
            return block
        return eased(_held_even(block, width), width)
    return _held_grid(block) if isinstance(block, Grid) else block


def _held_even(paragraph: Paragraph, width: Length) -> Paragraph:
    """Return a paragraph held, its lines even if it is centred.

    It is held in the whole column first, where a pair may fit that the even lines have no room for. Even
    lines end elsewhere: what they tear is held before they are made even once more.
    """
    whole = held_paragraph(paragraph, width)
    even = balanced(whole, width)
    if even is whole:
        return whole
    again = held_paragraph(even, width)
    if again is even:
        return even
    return held_paragraph(balanced(replace(whole, inlines=again.inlines), width), width)


def _held_grid(grid: Grid) -> Grid:
    """Return a grid with its cells held."""
    covered = [0] * (len(grid.columns) + 1)  # for each column, the row where it is free
    rows = []
    for number, row in enumerate(grid.rows):
        cells: list[Cell] = []
        at = 0
        for cell in row.cells:
            while covered[at] > number:
                at += 1
            end = at + cell.colspan
            covered[at:end] = [number + cell.rowspan] * cell.colspan
            width = sum(grid.columns[at:end]) - 2 * cell.padding
            at = end
            blocks = held(cell.blocks, width)
            is_same = all(new is old for new, old in zip(blocks, cell.blocks, strict=True))
            cells.append(cell if is_same else replace(cell, blocks=blocks))
        is_same = all(new is old for new, old in zip(cells, row.cells, strict=True))
        rows.append(row if is_same else replace(row, cells=tuple(cells)))
    is_same = all(new is old for new, old in zip(rows, grid.rows, strict=True))
    return grid if is_same else replace(grid, rows=tuple(rows))


def held_paragraph(paragraph: Paragraph, width: Length) -> Paragraph:
    """Return a paragraph of a column of ``width`` with no pair on two lines, as far as that can be.

    A justified line is not stretched for it by more than half the size of its type at every space; but for a
    date or a number it is: if the line gapes then, the paragraph is set ragged.
    """
    left: set[_Torn] = set()
    for _ in range(_MOST):
        lines = break_paragraph(paragraph, width)
        if lines.count == 1:
            break
        room = width - paragraph.style.left - paragraph.style.right
        pairs = (pair for segment, at in lines.ends() for pair in _torn(segment, at))
        torn = next((pair for pair in pairs if pair not in left and pair.width <= room), None)
        if torn is None:
            break
        tried = replace(
            paragraph, inlines=tuple(part for each in paragraph.inlines for part in _parts(each, torn))
        )
        most = max(lines.loosest, torn.run.style.size / 4)
        if not torn.is_whole and break_paragraph(tried, width).loosest > most:
            left.add(torn)
        else:
            paragraph = tried
    return paragraph


def _torn(segment: Segment, end: int) -> Iterator[_Torn]:
    """Yield what the end of a line tears and one run holds: a whole date or number, then a pair."""
    if segment.text[end : end + 1] == " " and not segment.text.endswith(_FIRST, 0, end):
        return
    for found, is_whole in _found(segment.text, end):
        for span in segment.spans:
            if span.start <= found.start() and found.end() <= span.stop and not _is_kept(span.run):
                moved = span.offset - span.start
                yield _Torn(span.run, found.start() + moved, found.end() + moved, is_whole)


def _found(text: str, end: int) -> Iterator[tuple[re.Match[str], bool]]:
    """Yield what stands on both sides of the end of a line, longest first, and whether it must be whole."""
    for pattern in (_WHOLE, _PAIRS):
        for found in pattern.finditer(text, max(0, end - _BEHIND), end + _AHEAD):
            if found.start() < end < found.end():
                yield found, pattern is _WHOLE


def _is_kept(run: Run) -> bool:
    return run.no_break or bool(run.break_at) or bool(run.link)


def _parts(inline: Inline, torn: _Torn) -> tuple[Inline, ...]:
    if not isinstance(inline, Run) or inline != torn.run:
        return (inline,)
    text = inline.text
    parts = (
        replace(inline, text=text[: torn.start]),
        replace(inline, text=text[torn.start : torn.stop], no_break=True),
        replace(inline, text=text[torn.stop :]),
    )
    return tuple(part for part in parts if part.text)
