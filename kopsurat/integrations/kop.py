"""The letterhead of an office on a page of any size."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kopsurat.errors import RenderError
from kopsurat.layout.kop import compose_kop
from kopsurat.layout.measures import mm, to_mm
from kopsurat.layout.profile import style_of
from kopsurat.layout.sheet import sheet_of

if TYPE_CHECKING:
    from kopsurat.layout.model import Block, PageSetup
    from kopsurat.layout.style import Style
    from kopsurat.office import Office

__all__ = ["LEAST_MEASURE", "kop_blocks"]

LEAST_MEASURE: Final = mm(80)
"""The narrowest text on which a letterhead can stand."""


def kop_blocks(office: Office, page: PageSetup, *, style: Style | None = None) -> tuple[Block, ...]:
    """Return the blocks of the office's letterhead, set for the text width of ``page``.

    ``style`` None: the profile that the office names. Raises :class:`RenderError`
    ``kop-page-too-narrow``, and what the composer raises.
    """
    if page.measure < LEAST_MEASURE:
        raise RenderError(
            "kop-page-too-narrow", width=round(to_mm(page.measure)), least=round(to_mm(LEAST_MEASURE))
        )
    chosen = style or style_of(office.letterhead.profile)
    sheet = replace(sheet_of(chosen), page=page)
    return compose_kop(office, sheet, office.letterhead.variant)
