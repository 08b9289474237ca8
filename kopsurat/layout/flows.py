"""Ways through a finished document: its flows, and the paragraphs in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kopsurat.layout.model import Grid, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kopsurat.layout.model import Block, Section

__all__ = ["flows_of", "paragraphs_in"]


def flows_of(section: Section) -> tuple[tuple[Block, ...], ...]:
    """Return everything that a section prints: its text, heads, foot and footnotes."""
    return section.blocks, section.first_header, section.later_header, section.footer, section.footnotes


def paragraphs_in(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Yield every paragraph of a flow, those in cells included."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Grid):
            for row in block.rows:
                for cell in row.cells:
                    yield from paragraphs_in(cell.blocks)
