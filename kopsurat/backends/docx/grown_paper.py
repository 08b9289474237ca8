"""Keep LibreOffice from setting a line more on F4 paper, which it makes 0.2 mm higher than it is told.

Where a page ends so near that the 0.2 mm matter, paragraphs of no height, as high together, take them away.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kopsurat.backends.docx.spacing import space_after, with_after
from kopsurat.layout.measures import mm
from kopsurat.layout.model import PageBreak, Rule
from kopsurat.layout.typeset import flow_of, keep

if TYPE_CHECKING:
    from kopsurat.layout.model import Block, Document, Section
    from kopsurat.layout.typeset import SectionFlow

__all__ = ["held_back", "with_nothings"]

_GROWN: Final = frozenset({mm(215), mm(330)})
"""Heights of paper, upright and turned, that LibreOffice takes for 610 and 936 points."""
_MORE: Final = 11
"""By how much, in twips."""
_NOTHING: Final = Rule(thick=0)
_NOTHINGS: Final = 6
"""As many are higher than ``_MORE``: each is 2 twips high."""


def held_back(document: Document) -> Document:
    """Return a document whose pages end in LibreOffice where they do here."""
    if not any(section.page.height in _GROWN for section in document.sections):
        return document
    sections = tuple(_held(section) for section in document.sections)
    changed = any(new is not old for new, old in zip(sections, document.sections, strict=True))
    return replace(document, sections=sections) if changed else document


def with_nothings(blocks: tuple[Block, ...], count: int) -> tuple[Block, ...]:
    """Return blocks with so many nothings directly under the last, before the space after it."""
    if not blocks or count <= 0:
        return blocks
    *before, last = blocks
    return (
        *before,
        with_after(last, 0),
        *[_NOTHING] * (count - 1),
        replace(_NOTHING, after=space_after(last)),
    )


def _held(section: Section) -> Section:
    if section.page.height not in _GROWN:
        return section
    flow = flow_of(section)
    keep(flow)
    if flow.count == 1:
        return section
    page = replace(section.page, height=section.page.height + _MORE)
    wanted = _openers(flow)
    blocks = broken = section.blocks
    for _ in wanted:
        opener = _kept_back(wanted, flow_of(replace(section, page=page, blocks=broken)))
        if opener is None:
            break
        number, part = opener
        at, breaks_at = _place(blocks, number), _place(broken, number)
        blocks = (*with_nothings(blocks[:at], _NOTHINGS), *blocks[at:])
        if part:
            break
        broken = (*broken[:breaks_at], PageBreak(), *broken[breaks_at:])
    return section if blocks is section.blocks else replace(section, blocks=blocks)


def _kept_back(wanted: list[tuple[int, int]], there: SectionFlow) -> tuple[int, int] | None:
    """Return what should begin a page but stands on the one before."""
    found = _openers(there)
    return next((ours for at, ours in enumerate(wanted) if at >= len(found) or found[at] != ours), None)


def _place(blocks: tuple[Block, ...], number: int) -> int:
    return next(place for place, block in enumerate(blocks) if id(block) == number)


def _openers(flow: SectionFlow) -> list[tuple[int, int]]:
    """Return the block that each page but the first begins with, and from which of its parts on."""
    firsts = (body[0] for body in flow.bodies[1:] if body)
    return [(id(first.box.source), first.start) for first in firsts if hasattr(first.box, "source")]
