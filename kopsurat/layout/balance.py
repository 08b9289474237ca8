"""Centred texts of more than one line with lines of about one length: no word stands alone under them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeGuard

from kopsurat.layout.linebreak import break_paragraph
from kopsurat.layout.measures import pt
from kopsurat.layout.model import Align, Paragraph, Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kopsurat.layout.measures import Length
    from kopsurat.layout.model import Block

__all__ = ["balanced"]

_STEP: Final = pt(1)
_ROLES: Final = frozenset({Role.TITLE, Role.HEADING, Role.BODY})
_SPARE: Final = pt(3)
"""What the narrowed column keeps free: other programs may measure wider."""


def balanced(blocks: Iterable[Block], width: Length) -> tuple[Block, ...]:
    """Return the blocks of a column of ``width``, what is centred in it narrowed at no cost of a line."""
    return tuple([_balanced(block, width) if _is_centered(block) else block for block in blocks])


def _is_centered(block: Block) -> TypeGuard[Paragraph]:
    if not isinstance(block, Paragraph) or block.style.align is not Align.CENTER:
        return False
    style = block.style
    return block.role in _ROLES and not (style.left or style.right or style.tabs)


def _balanced(title: Paragraph, width: Length) -> Paragraph:
    count = break_paragraph(title, width).count
    if count == 1:
        return title
    fits, torn = 0, width // 2
    while torn - fits > _STEP:
        middle = (fits + torn) // 2
        if break_paragraph(_narrowed(title, middle), width).count > count:
            torn = middle
        else:
            fits = middle
    return _narrowed(title, max(0, fits - _SPARE))


def _narrowed(title: Paragraph, inset: Length) -> Paragraph:
    return replace(title, style=replace(title.style, left=inset, right=inset))
