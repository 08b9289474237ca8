"""The space between blocks, and around those of a cell."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kopsurat.layout.model import Grid, Paragraph, ParagraphStyle, Picture, Rule, VAlign

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kopsurat.layout.measures import Length
    from kopsurat.layout.model import Block

__all__ = ["heightened", "space_after", "spaced", "with_after"]

_SHARE_ABOVE: Final = {VAlign.TOP: 0, VAlign.CENTER: 0.5, VAlign.BOTTOM: 1}


def spaced(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks so that no space after one meets a space before the next.

    The layout adds the two; Word and LibreOffice take the wider. Both are put before the next block.
    """
    held: Block | None = None
    for block in blocks:
        following = block
        if held is not None:
            before, after = _before(block), space_after(held)
            if before and after:
                held, following = with_after(held, 0), _with_before(block, before + after)
            yield held
        held = following
    if held is not None:
        yield held


def heightened(blocks: tuple[Block, ...], valign: VAlign, height: Length) -> tuple[Block, ...]:
    """Return the blocks of a cell made higher by ``height`` twips: under them, over them, or half each."""
    if not height:
        return blocks
    if not blocks:
        return (Paragraph(inlines=(), style=ParagraphStyle(pitch=height)),)
    above = round(height * _SHARE_ABOVE[valign])
    first = _with_before(blocks[0], _before(blocks[0]) + above)
    *inner, last = (first, *blocks[1:])
    return (*inner, with_after(last, space_after(last) + height - above))


def _before(block: Block) -> Length:
    match block:
        case Paragraph():
            return block.style.before
        case Rule() | Picture():
            return block.before
        case _:
            return 0


def space_after(block: Block) -> Length:
    """Return the space after a block, in twips."""
    match block:
        case Paragraph():
            return block.style.after
        case Rule() | Picture() | Grid():
            return block.after
        case _:
            return 0


def _with_before(block: Block, before: Length) -> Block:
    match block:
        case Paragraph():
            return replace(block, style=replace(block.style, before=before))
        case Rule() | Picture():
            return replace(block, before=before)
        case _:
            return block


def with_after(block: Block, after: Length) -> Block:
    """Return a block with another space after it, in twips; a symbol and a page break have none."""
    match block:
        case Paragraph():
            return replace(block, style=replace(block.style, after=after))
        case Rule() | Picture() | Grid():
            return replace(block, after=after)
        case _:
            return block
