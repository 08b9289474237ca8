"""Styles of paragraphs made once: whoever asks alike is given the same object, as long as it is in use.

The letters of an office have few styles and compare them a hundred times each; what is identical is equal
at once.
"""

from __future__ import annotations

import functools
from dataclasses import replace
from typing import Any, Final, cast

from kopsurat.layout.model import ParagraphStyle

__all__ = ["paragraph_style", "restyled"]

paragraph_style: Final = cast("type[ParagraphStyle]", functools.lru_cache(maxsize=1024)(ParagraphStyle))
"""Make a :class:`ParagraphStyle`, or give the one that was made of the same measures in the same order."""


@functools.lru_cache(maxsize=512)
def restyled(style: ParagraphStyle, **changes: Any) -> ParagraphStyle:  # noqa: ANN401 - as for replace
    """Return a style with other measures; asked alike here too, it is the same object."""
    return replace(style, **changes)
