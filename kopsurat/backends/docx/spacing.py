"""The space between two blocks on one side of the place where they meet."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kopsurat.layout.model import Grid, Paragraph, Picture, Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kopsurat.layout.measures import Length
    from kopsurat.layout.model import Block

__all__ = ["spaced"]


def spaced(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks so that no space after one meets a space before the next.

    The layout adds the two; Word and LibreOffice take the wider. Both are put before the next block.
    """
    held: Block | None = None
    for block in blocks:
        following = block
        if held is not None:
            before, after = _before(block), _after(held)
            if before and after:
                held, following = _without_after(held), _with_before(block, before + after)
            yield held
        held = following
    if held is not None:
        yield held


def _before(block: Block) -> Length:
    match block:
        case Paragraph():
            return block.style.before
        case Rule() | Picture():
            return block.before
        case _:
            return 0


def _after(block: Block) -> Length:
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


def _without_after(block: Block) -> Block:
    match block:
        case Paragraph():
            return replace(block, style=replace(block.style, after=0))
        case Rule() | Picture() | Grid():
            return replace(block, after=0)
        case _:
            return block
