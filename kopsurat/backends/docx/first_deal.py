"""Keep LibreOffice from leaving a heading alone at the foot of a page.

LibreOffice first deals the paragraphs of a file out, so many to a page, and moves them afterwards
(``SwLayHelper`` in ``sw/source/core/layout/laycache.cxx``). A heading that was dealt to one page and the
paragraph that it must stay with to the next are not brought together again where the page really ends
between them. Paragraphs of no height, put before the heading, have both dealt to the next page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kopsurat.backends.docx.grown_paper import held_back, with_nothings
from kopsurat.layout.model import Grid, PageBreak, Paragraph
from kopsurat.layout.placed import PlacedGrid, PlacedParagraph
from kopsurat.layout.typeset import typeset

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kopsurat.layout.model import Block, Document

__all__ = ["dealt"]

_DEALT: Final = 25
_DEALT_OF_MANY: Final = 20
_MANY: Final = 100
"""Above so many nodes LibreOffice deals out fewer to a page."""
_NODES_OFF_FOR_A_TABLE: Final = 25


def dealt(document: Document) -> tuple[tuple[Block, ...], ...]:
    """Return the blocks of each section, with what keeps headings with their text in LibreOffice."""
    document = held_back(document)
    deal = _DEALT_OF_MANY if _nodes(document) > _MANY else _DEALT
    parted = [
        _parted(section.blocks, deal, is_first=number == 0)
        for number, section in enumerate(document.sections)
    ]
    if not any(parted):
        return tuple(section.blocks for section in document.sections)
    openers = _page_openers(document)
    return tuple(
        _filled(section.blocks, deal, openers, is_first=number == 0) if places else section.blocks
        for number, (section, places) in enumerate(zip(document.sections, parted, strict=True))
    )


@dataclass(slots=True)
class _Deal:
    """The dealing out: ``count`` paragraphs and rows lie on the page so far, at most ``most`` will."""

    most: int
    count: int = 0

    def add(self, nodes: int, *, is_new: bool = False) -> bool:
        """Add nodes that stay together; return whether they begin a page, which is then not counted."""
        self.count += nodes
        if self.count <= self.most and not is_new:
            return False
        self.count = 0
        return True


def _parted(blocks: Sequence[Block], most: int, *, is_first: bool) -> dict[int, int]:
    """Return the first block of each chain that is dealt to two pages, and how much is on its page before."""
    deal = _Deal(most)
    found: dict[int, int] = {}
    head, before = 0, 0
    is_kept, is_new = False, not is_first
    for at, block in enumerate(blocks):
        if isinstance(block, PageBreak):
            is_new = True
            continue
        if not is_kept:
            head, before = at, deal.count
        begins = deal.add(_weight(block), is_new=is_new)
        if begins and is_kept:
            found[head] = before
        is_new = False
        is_kept = _keeps(block)
        if _has_filler(blocks, at):
            deal.add(1)
    return found


def _filled(
    blocks: tuple[Block, ...], most: int, openers: frozenset[int], *, is_first: bool
) -> tuple[Block, ...]:
    """Return the blocks with nothings before each chain that begins a page and is dealt to two."""
    done: set[int] = set()
    while True:
        places = _parted(blocks, most, is_first=is_first)
        at = next((at for at in places if id(blocks[at]) in openers and id(blocks[at]) not in done), None)
        if at is None:
            return blocks
        done.add(id(blocks[at]))
        lacking = most + 1 - places[at] - _weight(blocks[at])
        blocks = (*with_nothings(blocks[:at], lacking), *blocks[at:])


def _page_openers(document: Document) -> frozenset[int]:
    """Return the identities of the blocks that begin a page."""
    firsts = (page.body[0] for page in typeset(document).pages if page.body)
    return frozenset(id(item.source) for item in firsts if isinstance(item, PlacedParagraph | PlacedGrid))


def _keeps(block: Block) -> bool:
    match block:
        case Paragraph():
            return block.style.keep_next
        case Grid():
            return block.keep_next
        case _:
            return False


def _weight(block: Block) -> int:
    return len(block.rows) if isinstance(block, Grid) else 1


def _has_filler(blocks: Sequence[Block], at: int) -> bool:
    """Return whether an empty paragraph is written after a block: see ``flow``."""
    block = blocks[at]
    if not isinstance(block, Grid):
        return False
    return bool(block.after) or at + 1 == len(blocks) or isinstance(blocks[at + 1], Grid)


def _nodes(document: Document) -> int:
    """Return the size of a document as LibreOffice reckons it."""
    sections = document.sections
    body = sum(_nodes_of(block) for section in sections for block in section.blocks)
    heads = (block for each in sections for block in (*each.first_header, *each.later_header, *each.footer))
    return body - _NODES_OFF_FOR_A_TABLE * sum(1 for block in heads if isinstance(block, Grid))


def _nodes_of(block: Block) -> int:
    if not isinstance(block, Grid):
        return 1
    cells = (cell for row in block.rows for cell in row.cells)
    return sum(2 + sum(map(_nodes_of, cell.blocks)) for cell in cells) + 2 - _NODES_OFF_FOR_A_TABLE
