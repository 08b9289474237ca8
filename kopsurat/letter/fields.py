"""What the fields of a letter may hold: looked at before one that somebody put together is set or sealed."""

from __future__ import annotations

from typing import Final, cast

from kopsurat.arguments import expect
from kopsurat.content.blocks import Block
from kopsurat.errors import InvalidInput, InvalidNomor
from kopsurat.fields import FieldCheck
from kopsurat.letter import Appendix, Arrangement, Capacity, Family, Letter, LetterKind, Signature
from kopsurat.letterhead import LetterheadVariant
from kopsurat.nomor import is_pattern
from kopsurat.office import Signatory
from kopsurat.values import remembered_by_identity

__all__ = ["expect_letter"]

_LETTER: Final = FieldCheck(
    Letter,
    (Appendix, LetterKind, Signature),
    FieldCheck(LetterKind, (Arrangement, Family)),
    FieldCheck(Signature, (Capacity, Signatory), FieldCheck(Signatory, ())),
    FieldCheck(Appendix, (), Block=Block),
    Block=Block,
)
_VARIANTS: Final = tuple(each.value for each in LetterheadVariant)


@remembered_by_identity(2)
def expect_letter(given: object) -> None:
    """Refuse what is no letter, or one with a field of a wrong class; the path is that of the field.

    Raises :class:`~kopsurat.errors.InvalidInput` ``wrong-type``, ``not-a-text`` or ``choice-unknown``,
    and :class:`~kopsurat.errors.InvalidNomor` ``nomor-is-pattern`` for a pattern of no draft.
    """
    expect(given, Letter, "letter")
    letter = cast("Letter", given)
    _LETTER(letter, "letter")
    own = letter.letterhead_variant
    if own and own not in _VARIANTS:
        choices = ", ".join(_VARIANTS)
        raise InvalidInput("choice-unknown", path="letter.letterhead_variant", value=own, choices=choices)
    if not letter.is_draft and is_pattern(letter.nomor):
        raise InvalidNomor("nomor-is-pattern", path="nomor", value=letter.nomor)
