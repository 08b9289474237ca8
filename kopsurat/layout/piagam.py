"""Certificates (piagam): turned paper in a frame, everything in the middle, the names large."""

from __future__ import annotations

import functools
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kopsurat.layout.body import lay_body
from kopsurat.layout.judul import centered
from kopsurat.layout.measures import mm, pt
from kopsurat.layout.model import Frame, Role
from kopsurat.layout.office_words import regional_title

if TYPE_CHECKING:
    from kopsurat.layout.model import Block
    from kopsurat.layout.sheet import Sheet
    from kopsurat.layout.texts import Notes
    from kopsurat.letter import Letter
    from kopsurat.office import Office

__all__ = ["certificate_blocks", "in_frame"]

# No rule that we read says how a certificate looks beside its words: these are our choice.
_FRAME: Final = Frame(distance=mm(8), line=pt(1.5), gap=pt(1.5))
_CLEAR: Final = mm(16)
"""From the edge of the paper to the crest, clear of the frame."""
_TITLE: Final = 56
_TITLE_PITCH: Final = pt(36)
_HEADINGS: Final = (44, 30)
"""Half points: the name, then what it is given for."""


@functools.lru_cache(maxsize=64)
def in_frame(sheet: Sheet) -> Sheet:
    """Return the styles on a page with a frame, its head clear of it."""
    page = sheet.page
    framed = replace(page, frame=_FRAME, header_distance=max(page.header_distance, _CLEAR))
    return replace(sheet, page=framed)


def certificate_blocks(letter: Letter, office: Office, sheet: Sheet, notes: Notes) -> tuple[Block, ...]:
    """Return a large title, the number under it, and the body with large headings in the middle."""
    title = regional_title(letter.kind.title, office).upper()
    gap = sheet.pitch
    blocks = [
        centered(title, sheet.sized(_TITLE, bold=True), _TITLE_PITCH, Role.TITLE, 0 if letter.nomor else gap)
    ]
    if letter.nomor:
        nomor = f"{sheet.style.title.nomor_label}{letter.nomor}"
        blocks.append(centered(nomor, sheet.text, sheet.tight, Role.NOMOR, gap))
    flow = replace(sheet.flow(), heading_sizes=_HEADINGS)
    return (*blocks, *lay_body(letter.body, flow, notes))
