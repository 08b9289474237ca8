"""What a seal says about its letter, and its payload: a CWT (RFC 8392) with one private claim."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kopsurat.arguments import expect, expect_day
from kopsurat.errors import InvalidSeal
from kopsurat.seal import cbor, hosts, text
from kopsurat.seal.codebook import JABATAN, LETTER_TYPES, number_of, text_of
from kopsurat.values import unchangeable

if TYPE_CHECKING:
    from kopsurat.seal.cbor import Item

__all__ = ["COMMITMENT_SIZE", "SUMMARY_LIMIT", "TEXT_LIMIT", "Claims", "end_of"]

COMMITMENT_SIZE: Final = 16
SUMMARY_LIMIT: Final = 48
TEXT_LIMIT: Final = 160
_LAYOUT: Final = 1
_ISSUER, _EXPIRES, _LETTER = 1, 4, -65537
_EPOCH: Final = dt.date(1970, 1, 1)
_LAST_DAY: Final = (dt.date(9999, 12, 31) - _EPOCH).days
_LAST_EXPIRY: Final = dt.date(2105, 12, 31)  # NumericDate in 32 bits
_ITEMS: Final = 9
_WESTERN_INDONESIA: Final = dt.timezone(dt.timedelta(hours=7))


@unchangeable
@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """What is signed: a reader compares it with what the letter shows.

    ``host`` is the site of the issuing office; ``letter_type`` the title or perihal; ``nomor`` the
    reference number as printed; ``jabatan`` the office that the signatory holds; ``subject`` the person
    or matter; ``summary`` one key fact; ``expires`` the last day of validity (to its end in western
    Indonesia); ``commitment`` 16 bytes that bind the whole letter (:mod:`kopsurat.seal.commitment`).
    """

    host: str
    letter_type: str
    nomor: str
    date: dt.date
    signatory: str
    jabatan: str
    subject: str | None = None
    summary: str | None = None
    expires: dt.date | None = None
    commitment: bytes

    def __post_init__(self) -> None:
        for name, limit in _TEXTS.items():
            value = getattr(self, name)
            if value is None and name in _OPTIONAL:
                continue
            expect(value, str, name)
            if fault := _text_fault(value, limit):
                raise InvalidSeal(fault, path=name, value=value, limit=limit)
        expect(self.host, str, "host")
        if fault := hosts.fault_of(self.host, frozenset((self.host,))):
            raise InvalidSeal(fault, path="host", value=self.host)
        expect_day(self.date, "date")
        if self.expires is not None:
            expect_day(self.expires, "expires")
        expect(self.commitment, bytes, "commitment")
        if len(self.commitment) != COMMITMENT_SIZE:
            raise InvalidSeal("seal-bad-claims", path="commitment")
        if self.expires and self.expires > _LAST_EXPIRY:
            raise InvalidSeal("seal-bad-claims", path="expires", value=self.expires.isoformat())

    def to_payload(self) -> bytes:
        """Return the CWT claims set, in deterministic CBOR."""
        letter: Item = (
            _LAYOUT,
            number_of(self.letter_type, LETTER_TYPES),
            self.nomor,
            (self.date - _EPOCH).days,
            self.signatory,
            number_of(self.jabatan, JABATAN),
            self.subject,
            self.summary,
            self.commitment,
        )
        claims: dict[int | str, Item] = {_ISSUER: self.host, _LETTER: letter}
        if self.expires:
            claims[_EXPIRES] = int(end_of(self.expires).timestamp())
        return cbor.encode(claims)

    @classmethod
    def from_payload(cls, payload: bytes) -> Claims:
        """Return the claims that ``payload`` is the encoding of.

        Raises :class:`~kopsurat.errors.InvalidSeal`: a ``cbor-…``, ``text-…`` or ``host-…`` code,
        ``seal-bad-claims`` with the ``path`` of what is wrong, or ``seal-version-unknown``.
        """
        expect(payload, bytes, "payload")
        claims = cbor.decode(payload)
        if not isinstance(claims, dict) or not {_ISSUER, _LETTER} <= claims.keys() <= _KEYS:
            raise InvalidSeal("seal-bad-claims")
        letter = claims[_LETTER]
        if not isinstance(letter, tuple) or not letter:
            raise InvalidSeal("seal-bad-claims", path="letter")
        if letter[0] != _LAYOUT:
            raise InvalidSeal("seal-version-unknown", version=letter[0])
        if len(letter) != _ITEMS:
            raise InvalidSeal("seal-bad-claims", path="letter")
        _, kind, nomor, day, signatory, jabatan, subject, summary, commitment = letter
        found = cls(
            host=_text(claims[_ISSUER], "host"),
            letter_type=text_of(_text_or_number(kind, "letter_type"), LETTER_TYPES),
            nomor=_text(nomor, "nomor"),
            date=_day(day, "date"),
            signatory=_text(signatory, "signatory"),
            jabatan=text_of(_text_or_number(jabatan, "jabatan"), JABATAN),
            subject=None if subject is None else _text(subject, "subject"),
            summary=None if summary is None else _text(summary, "summary"),
            expires=_expiry(claims[_EXPIRES]) if _EXPIRES in claims else None,
            commitment=commitment if isinstance(commitment, bytes) else b"",
        )
        # A text that has a number must travel as the number, so that claims have one encoding only.
        if kind in LETTER_TYPES or jabatan in JABATAN:
            raise InvalidSeal("seal-bad-claims", path="letter_type" if kind in LETTER_TYPES else "jabatan")
        return found


_KEYS: Final = {_ISSUER, _EXPIRES, _LETTER}
_OPTIONAL: Final = frozenset({"subject", "summary", "expires"})
_TEXTS: Final = {
    "letter_type": TEXT_LIMIT,
    "nomor": TEXT_LIMIT,
    "signatory": TEXT_LIMIT,
    "jabatan": TEXT_LIMIT,
    "subject": TEXT_LIMIT,
    "summary": SUMMARY_LIMIT,
}


def _text_fault(value: str, limit: int) -> str | None:
    if not value.strip():
        return "text-empty"
    if len(value) > limit:
        return "text-too-long"
    return text.fault_of(value)


def _text(value: Item, path: str) -> str:
    if not isinstance(value, str):
        raise InvalidSeal("seal-bad-claims", path=path)
    return value


def _text_or_number(value: Item, path: str) -> int | str:
    if isinstance(value, int) and value > 0:
        return value
    return _text(value, path)


def _day(value: Item, path: str) -> dt.date:
    if not isinstance(value, int) or not 0 <= value <= _LAST_DAY:
        raise InvalidSeal("seal-bad-claims", path=path)
    return _EPOCH + dt.timedelta(days=value)


def end_of(day: dt.date) -> dt.datetime:
    """Return the moment at which a last day of validity ends in western Indonesia."""
    return dt.datetime.combine(day, dt.time(), _WESTERN_INDONESIA) + dt.timedelta(days=1)


def _expiry(value: Item) -> dt.date:
    if not isinstance(value, int) or value <= 0:
        raise InvalidSeal("seal-bad-claims", path="expires")
    day = dt.datetime.fromtimestamp(value, _WESTERN_INDONESIA).date() - dt.timedelta(days=1)
    if end_of(day).timestamp() != value:
        raise InvalidSeal("seal-bad-claims", path="expires")
    return day
