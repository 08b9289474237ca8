"""Styles of paragraphs made once: whoever asks alike is given the same object, as long as it is in use.

The letters of an office have few styles and compare them a hundred times each; what is identical is equal
at once.
"""

from __future__ import annotations

import functools
from dataclasses import replace
from typing import Any, Final, cast

from kopsurat.layout.model import Block, Grid, Paragraph, ParagraphStyle

__all__ = ["kept_with_next", "paragraph_style", "restyled"]

paragraph_style: Final = cast("type[ParagraphStyle]", functools.lru_cache(maxsize=1024)(ParagraphStyle))
"""Make a :class:`ParagraphStyle`, or give the one that was made of the same measures in the same order."""


@functools.lru_cache(maxsize=512)
def restyled(style: ParagraphStyle, **changes: Any) -> ParagraphStyle:  # noqa: ANN401 - as for replace
    """Return a style with other measures; asked alike here too, it is the same object."""
    return replace(style, **changes)


def kept_with_next(block: Block) -> Block:
    """Return a block that stays with the one that follows."""
    if isinstance(block, Paragraph):
        return replace(block, style=restyled(block.style, keep_next=True))
    return replace(block, keep_next=True) if isinstance(block, Grid) else block
