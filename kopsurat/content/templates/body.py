"""The markup of a filled template, as blocks: the one place that knows the markup module's names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kopsurat.content.blocks import Block

__all__ = ["parse_body"]


def parse_body(text: str) -> tuple[tuple[Block, ...], tuple[Any, ...]]:
    """Return the blocks of a letter's body and its appendices."""
    from kopsurat.content.markup import parse_letter_markup

    parsed = parse_letter_markup(text)
    return parsed.body, parsed.appendices
