"""Close a letter well: the signature stays whole, copies do not stand alone, nor is there a hole before it.

A chain of blocks that no page holds would be divided anywhere, in the middle of a signature too. So only
the last lines of the text stay with the signature then, and a pair of signers lets the next go where a page
cannot hold them together.

Copies that would open a page take the signature with them. A page break does it, since LibreOffice does
not keep a table with the paragraphs under it.

Word processors move a paragraph that stays with what follows as one. So a long last one, which would go to
the next page whole with the signature, is cut in two after the last line that the page holds; the second
part, of two lines or more, stays with the signature. The last line of the first is stretched by hand,
since it ends no paragraph of the writer's.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING, Final, NamedTuple

from kopsurat.layout.linebreak import break_paragraph
from kopsurat.layout.measures import TWIPS_PER_POINT
from kopsurat.layout.model import Align, Grid, PageBreak, Paragraph, Role, Run
from kopsurat.layout.shared_styles import kept_with_next
from kopsurat.layout.signature import whole
from kopsurat.layout.tembusan import FEW
from kopsurat.layout.typeset import flow_of, height_of, keep

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kopsurat.layout.boxes import Box
    from kopsurat.layout.measures import Length
    from kopsurat.layout.model import Block, Inline, Section
    from kopsurat.layout.typeset import SectionFlow

__all__ = ["closed_well"]

_LEAST: Final = 2
"""Lines that stay on either side."""
_SHORT: Final = 0.003
"""The share of its measure by which a line stretched by hand stays short: other programs measure wider."""
_TITLES: Final = frozenset({Role.TITLE, Role.NOMOR, Role.HEADING})
_SPACES: Final = re.compile("( +)")


def closed_well(section: Section) -> Section:
    """Return a section whose copies stand with the signature, and whose end leaves no hole before it."""
    section = _with_copies(_with_whole_signature(section))
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
    first, second = parts
    before, after = section.blocks[:at], section.blocks[at + 1 :]
    if before and isinstance(before[-1], PageBreak):
        return replace(section, blocks=(*before[:-1], first, before[-1], second, *after))
    return replace(section, blocks=(*before, first, second, *after))


def _with_whole_signature(section: Section) -> Section:
    """Return a section whose signature keeps the end of the text only, where no page holds it with more.

    It is parted into pages where even a page of its own does not hold it with these lines.
    """
    blocks = section.blocks
    own = [at for at, each in enumerate(blocks) if _is_signature(each)]
    if not own or not own[0] or not _stays(blocks[own[0] - 1]):
        return section
    start = _chain(blocks, own[0])
    flow = flow_of(section)
    keep(flow)
    room = flow.bottom - flow.later_top
    if _height(flow.boxes[start : own[-1] + 1]) <= (room if start else flow.room):
        return section
    text, end = _ended(blocks[: own[0]], start, section.page.measure)
    taken = height_of(end, section.page.measure)
    if taken + _height(flow.boxes[own[0] : own[0] + 1]) > room:
        text, end, taken = (*blocks[: own[0] - 1], _parted(blocks[own[0] - 1])), (), 0
    signatures = list(blocks[own[0] :])
    last = own[-1]
    for at in own[-2::-1]:  # from the end, so that the QR block is not the one that is left alone
        height = _height(flow.boxes[at : last + 1]) + (taken if at == own[0] else 0)
        pair = blocks[at]
        if height > room and isinstance(pair, Grid):
            signatures[at - own[0]] = whole(replace(pair, keep_next=False))
            last = at
    return replace(section, blocks=(*text, *end, *signatures))


class _End(NamedTuple):
    """A text in two: what flows as it likes, and the end, two lines or more, that stays with what follows."""

    text: tuple[Block, ...]
    end: tuple[Block, ...]


def _ended(blocks: tuple[Block, ...], start: int, width: Length) -> _End:
    """Return a text with as little at its end as may stand on a page; all from ``start`` on stays together.

    A table is not divided, nor are titles part of the end.
    """
    at, lines = len(blocks), 0
    while at > start and lines < _LEAST:
        block = blocks[at - 1]
        if not isinstance(block, Paragraph):
            at = min(at, len(blocks) - 1)
            break
        if block.role in _TITLES:
            break
        at -= 1
        count = break_paragraph(block, width).count
        if count >= 2 * _LEAST and not block.style.keep_lines:
            first, *rest = _divided(block, width, count - _LEAST)
            if rest:
                return _End((*blocks[:at], first), (*map(kept_with_next, rest), *blocks[at + 1 :]))
        lines += count
    text = (*blocks[: at - 1], _parted(blocks[at - 1])) if at else ()
    return _End(text, blocks[at:])


def _chain(blocks: tuple[Block, ...], at: int) -> int:
    """Return where the blocks begin that stay with the one at ``at``."""
    while at and _stays(blocks[at - 1]):
        at -= 1
    return at


def _is_signature(block: Block) -> bool:
    return isinstance(block, Grid) and block.role is Role.SIGNATURE


def _height(boxes: Iterable[Box | None]) -> Length:
    """Return the height of a chain of blocks; the space after the last may hang below the margin."""
    present = [box for box in boxes if box is not None]
    return sum(box.height + box.after for box in present) - present[-1].after


def _parted(block: Block) -> Block:
    """Return a block that does not stay with the one that follows."""
    if isinstance(block, Paragraph):
        return replace(block, style=replace(block.style, keep_next=False))
    return replace(block, keep_next=False) if isinstance(block, Grid) else block


def _with_copies(section: Section) -> Section:
    """Return a section with a page break before the end of its text, if copies opened a page without it.

    Many copies may go on on the next page, but do not open it.
    """
    blocks = section.blocks
    first = next((at for at, each in enumerate(blocks) if _is_copy(each)), 0)
    if not first:
        return section
    flow = flow_of(section)
    openers = [getattr(body[0].box, "source", None) for body in flow.bodies[1:] if body]
    if len(blocks) - first > FEW + 1:
        openers = [each for each in openers if each is blocks[first]]
    if not any(map(_is_copy, openers)):
        keep(flow)
        return section
    start = _chain(blocks, first - 1)
    if start:
        return replace(section, blocks=(*blocks[:start], PageBreak(), *blocks[start:]))
    return _with_end_and_copies(section, flow)


def _with_end_and_copies(section: Section, flow: SectionFlow) -> Section:
    """Return a section of one paragraph whose end goes to the next page with the signature and the copies."""
    blocks = section.blocks
    own = next((at for at, each in enumerate(blocks) if _is_signature(each)), 0)
    text, end = _ended(blocks[:own], 0, section.page.measure)
    height = height_of(end, section.page.measure) + _height(flow.boxes[own:])
    is_titles = all(isinstance(each, Paragraph) and each.role in _TITLES for each in text)
    if is_titles or height > flow.bottom - flow.later_top:
        return section
    return replace(section, blocks=(*text, PageBreak(), *end, *blocks[own:]))


def _is_copy(block: object) -> bool:
    return isinstance(block, Paragraph) and block.role is Role.TEMBUSAN


def _stays(block: Block) -> bool:
    """Return whether a block stays with the one that follows."""
    if isinstance(block, Paragraph):
        return block.style.keep_next
    return isinstance(block, Grid) and block.keep_next


def _closing(section: Section) -> int | None:
    """Return which block is a paragraph, long enough to be divided, that stays with the signature.

    It is the last one, or the one before it where the last is a single line.
    """
    blocks = section.blocks
    signature = next((at for at, each in enumerate(blocks) if _is_signature(each)), 0)
    for at in range(signature - 1, max(signature - 3, -1), -1):
        block = blocks[at]
        if not isinstance(block, Paragraph) or not block.style.keep_next or block.style.keep_lines:
            return None
        count = break_paragraph(block, section.page.measure).count
        if count >= 2 * _LEAST:
            return at
        if count > 1:
            return None
    return None


def _room_before(section: Section, paragraph: Paragraph) -> Length:
    """Return the room left on the page before the one that the paragraph opens, 0 where it opens none."""
    flow = flow_of(section)
    keep(flow)
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
        is_continued=True,
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
