"""What the fields of a letter may hold: looked at before one that somebody put together is set or sealed."""

from __future__ import annotations

from typing import Any, Final

from kopsurat.arguments import expect, expect_day, expect_each
from kopsurat.content.blocks import Block
from kopsurat.errors import InvalidInput, InvalidNomor
from kopsurat.letter import Appendix, Family, Letter, LetterKind, Signature
from kopsurat.letterhead import LetterheadVariant
from kopsurat.nomor import is_pattern

__all__ = ["expect_letter"]

_KINDS: Final[dict[str, Any]] = {
    "kind": LetterKind,
    "nomor": str,
    "place": str | None,
    "sifat": str | None,
    "lampiran": str | None,
    "perihal": str | None,
    "recipient_place": str | None,
    "subject": str | None,
    "summary": str | None,
    "letterhead_variant": str | None,
}
_ITEMS: Final[dict[str, Any]] = {
    "body": Block,
    "signatures": Signature,
    "recipients": str,
    "tembusan": str,
    "appendices": Appendix,
}
_VARIANTS: Final = tuple(each.value for each in LetterheadVariant)


def expect_letter(given: object) -> None:
    """Refuse what is no letter, or one with a field of a wrong class; the path is that of the field.

    Raises :class:`~kopsurat.errors.InvalidInput` ``wrong-type``, ``not-a-text`` or ``choice-unknown``,
    and :class:`~kopsurat.errors.InvalidNomor` ``nomor-is-pattern`` for a pattern of no draft.
    """
    expect(given, Letter, "letter")
    letter: Any = given
    for field, kind in _KINDS.items():
        value = getattr(letter, field)
        if not isinstance(value, kind):  # spares the name of the place: every letter comes by here twice
            expect(value, kind, f"letter.{field}")
    own = letter.letterhead_variant
    if own and own not in _VARIANTS:
        choices = ", ".join(_VARIANTS)
        raise InvalidInput("choice-unknown", path="letter.letterhead_variant", value=own, choices=choices)
    if not letter.is_draft and is_pattern(letter.nomor):
        raise InvalidNomor("nomor-is-pattern", path="nomor", value=letter.nomor)
    expect(letter.kind.family, Family, "letter.kind.family")
    expect_day(letter.date, "letter.date")
    if letter.expires is not None:
        expect_day(letter.expires, "letter.expires")
    for field, kind in _ITEMS.items():
        items = getattr(letter, field)
        if items:
            expect(items, tuple, f"letter.{field}")
            expect_each(items, kind, f"letter.{field}")
