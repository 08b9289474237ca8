"""The names at the head of a piece: those of the office's letterhead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from kopsurat.kit.contact import office_sheet
from kopsurat.layout.kop import compose_kop, head_lines
from kopsurat.letterhead import LetterheadVariant

if TYPE_CHECKING:
    from kopsurat.layout.model import Block
    from kopsurat.layout.sheet import Sheet
    from kopsurat.office import Office

__all__ = ["HeadName", "head_names", "kop_blocks"]

_OF_LETTERS: Final = frozenset({LetterheadVariant.JABATAN, LetterheadVariant.WITHOUT})
"""Heads of certain letters, without address and contacts; pieces of such offices carry the usual one."""


class HeadName(NamedTuple):
    """One name, in capitals. ``is_unit`` marks that of the office itself, ``key`` the level it names.

    A line that is too long is broken after ``lead``, if it has one.
    """

    text: str
    is_unit: bool
    key: str
    lead: str


def head_names(office: Office) -> tuple[HeadName, ...]:
    """Return the names in the order of the letterhead."""
    lines = head_lines(office, office_sheet(office), _variant(office))
    largest = max(line.style.size for line in lines)
    return tuple(HeadName(line.text, line.style.size == largest, line.key, line.lead) for line in lines)


def kop_blocks(office: Office, sheet: Sheet) -> tuple[Block, ...]:
    """Return the letterhead with emblem, address, contact line and rule."""
    return compose_kop(office, sheet, _variant(office))


def _variant(office: Office) -> LetterheadVariant:
    variant = office.letterhead.variant
    return LetterheadVariant.PEMERINTAH if variant in _OF_LETTERS else variant
