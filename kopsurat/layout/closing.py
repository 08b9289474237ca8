"""Divide the last paragraph of a letter where it would go to the next page whole with the signature.

Word processors move a paragraph that stays with what follows as one. So a long one is cut in two after the
last line that the page holds; the second, of two lines or more, stays with the signature. The last line of
the first is stretched by hand, since it ends no paragraph of the writer's.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING, Final, NamedTuple

from kopsurat.layout.linebreak import break_paragraph
from kopsurat.layout.measures import TWIPS_PER_POINT
from kopsurat.layout.model import Align, Grid, Paragraph, Role, Run
from kopsurat.layout.typeset import flow_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kopsurat.layout.measures import Length
    from kopsurat.layout.model import Inline, Section

__all__ = ["closed_well"]

_LEAST: Final = 2
"""Lines that stay on either side."""
_SHORT: Final = 0.003
"""The share of its measure by which a line stretched by hand stays short: other programs measure wider."""
_SPACES: Final = re.compile("( +)")


def closed_well(section: Section) -> Section:
    """Return a section whose last paragraph, if it left a hole on the page before, is divided."""
    at = _closing(section)
    paragraph = section.blocks[at] if at is not None else None
    if at is None or not isinstance(paragraph, Paragraph):
        return section
    width = section.page.measure
    room = _room_before(section, paragraph)
    count = break_paragraph(paragraph, width).count
    kept = min((room - paragraph.style.before) // paragraph.style.pitch, count - _LEAST)
    if kept < _LEAST:
        return section
    parts = _divided(paragraph, width, kept)
    if [break_paragraph(part, width).count for part in parts] != [kept, count - kept]:
        return section
    return replace(section, blocks=(*section.blocks[:at], *parts, *section.blocks[at + 1 :]))


def _closing(section: Section) -> int | None:
    """Return which block is a paragraph, long enough to be divided, that stays with the signature."""
    for at, (block, following) in enumerate(zip(section.blocks, section.blocks[1:], strict=False)):
        if (
            isinstance(block, Paragraph)
            and isinstance(following, Grid)
            and following.role is Role.SIGNATURE
            and block.style.keep_next
            and not block.style.keep_lines
            and break_paragraph(block, section.page.measure).count >= 2 * _LEAST
        ):
            return at
    return None


def _room_before(section: Section, paragraph: Paragraph) -> Length:
    """Return the room left on the page before the one that the paragraph opens, 0 where it opens none."""
    flow = flow_of(section)
    for before, body in zip(flow.bodies, flow.bodies[1:], strict=False):
        first = body[0] if body else None
        if (
            first is not None
            and before
            and getattr(first.box, "source", None) is paragraph
            and not first.start
        ):
            last = before[-1]
            return flow.bottom - (last.y + last.box.extent(last.start, last.stop) + last.box.after)
    return 0


# ---- the two parts


class _Cut(NamedTuple):
    """Where lines end in the text of a paragraph, and by how many points the spaces of the last are wider."""

    previous: int
    end: int
    stretch: float


def _divided(paragraph: Paragraph, width: Length, kept: int) -> tuple[Paragraph, ...]:
    cut = _cut(paragraph, width, kept)
    if cut is None:
        return (paragraph,)
    style = paragraph.style
    line = tuple(_between(paragraph.inlines, cut.previous, cut.end))
    room = (width - style.left - style.right) / TWIPS_PER_POINT
    spaces = max(1, sum(inline.text.count(" ") for inline in line if isinstance(inline, Run)))
    extra = int((cut.stretch - room * _SHORT / spaces) * TWIPS_PER_POINT)
    if style.align is Align.JUSTIFY and extra > 0:
        line = tuple(part for inline in line for part in _stretched(inline, extra))
    first = replace(
        paragraph,
        inlines=(*_between(paragraph.inlines, 0, cut.previous), *line),
        style=replace(style, after=0, keep_next=False),
    )
    second = replace(
        paragraph,
        inlines=tuple(_between(paragraph.inlines, cut.end, len(paragraph.text), strip=True)),
        style=replace(style, before=0, first=0, keep_lines=True),
    )
    return first, second


def _cut(paragraph: Paragraph, width: Length, kept: int) -> _Cut | None:
    """Return where line ``kept`` ends; None for a paragraph with footnotes, breaks or fields."""
    if not all(isinstance(inline, Run) and not inline.note for inline in paragraph.inlines):
        return None
    lines = break_paragraph(paragraph, width)
    pieces = re.split(r"[\t\n]", paragraph.text)
    starts = list(accumulate((len(piece) + 1 for piece in pieces), initial=0))
    ends = [
        start + at
        for segment, at in lines.ends()
        for piece, start in zip(pieces, starts, strict=False)
        if piece == segment.text
    ]
    if len(ends) != lines.count - 1:
        return None
    placed = lines.placed(0.0, kept - 1, kept)[0]
    stretch = max((text.word_space for text in placed.texts), default=0.0)
    return _Cut(ends[kept - 2], ends[kept - 1], stretch)


def _between(inlines: tuple[Inline, ...], start: int, stop: int, *, strip: bool = False) -> Iterator[Inline]:
    """Yield the runs of the characters ``start`` to ``stop``; ``strip`` leaves out spaces at their begin."""
    at = 0
    is_begun = not strip
    for inline in inlines:
        if not isinstance(inline, Run):
            continue
        lo, hi = max(start - at, 0), min(stop - at, len(inline.text))
        at += len(inline.text)
        text = inline.text[lo:hi] if lo < hi else ""
        text = text if is_begun else text.lstrip(" ")
        if text:
            is_begun = True
            begin = hi - len(text)
            breaks = tuple(place - begin for place in inline.break_at if begin < place < hi)
            yield replace(inline, text=text, break_at=breaks)


def _stretched(inline: Inline, extra: Length) -> Iterator[Inline]:
    """Yield a run with its spaces made wider; those of a run that is kept in one piece are not."""
    if not isinstance(inline, Run) or inline.no_break:
        yield inline
        return
    wide = replace(inline.style, spacing=inline.style.spacing + extra)
    for part in _SPACES.split(inline.text):
        if part:
            yield replace(inline, text=part, style=wide if part.isspace() else inline.style)
