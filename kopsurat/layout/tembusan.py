"""The list of copies (tembusan), under the signature at the left."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

from kopsurat.layout.measures import mm
from kopsurat.layout.model import Block, Paragraph, Role, Run
from kopsurat.layout.shared_styles import paragraph_style, restyled

if TYPE_CHECKING:
    from kopsurat.layout.sheet import Sheet

__all__ = ["FEW", "tembusan_blocks"]

FEW: Final = 8
"""Copies up to which they stand on one page with the signature: a heading and so many entries."""
_TOGETHER: Final = 3
"""Of more copies, entries that stay together at the end of the list; at its begin one less."""
_HANG: Final = mm(6)


@functools.lru_cache(maxsize=64)
def tembusan_blocks(tembusan: tuple[str, ...], sheet: Sheet) -> tuple[Block, ...]:
    """Return the heading and the entries, numbered from two on.

    Remembered, because an office sends copies of many letters to the same readers.
    """
    if not tembusan:
        return ()
    numbers = sheet.style.signature
    text = sheet.sized(numbers.tembusan_size)
    pitch = numbers.tembusan_pitch
    head = Paragraph(
        inlines=(Run(text="Tembusan:", style=text),),
        style=paragraph_style(pitch=pitch, keep_next=True),
        role=Role.TEMBUSAN,
    )
    is_numbered = len(tembusan) > 1
    style = paragraph_style(pitch=pitch, left=_HANG if is_numbered else 0, first=-_HANG if is_numbered else 0)
    kept = restyled(style, keep_next=True)
    count = len(tembusan)
    joined = {1, *range(count - _TOGETHER + 1, count)} if count > FEW else set()
    entries = (
        Paragraph(
            inlines=(Run(text=f"{at}.\t{entry}" if is_numbered else entry, style=text),),
            style=kept if at in joined else style,
            role=Role.TEMBUSAN,
        )
        for at, entry in enumerate(tembusan, 1)
    )
    return (head, *entries)
