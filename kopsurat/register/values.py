"""What goes into the register and comes out of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kopsurat.arguments import expect
from kopsurat.fields import FieldCheck

if TYPE_CHECKING:
    import datetime as dt

__all__ = ["Entry", "LogFault", "Record", "Reservation", "Revocation", "Shipment", "check_value"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reservation:
    """A running number that is held until it is used, given back, or its lease ends."""

    scope: str
    year: int
    value: int
    token: str
    """Proves that whoever uses or gives back the number is the one who reserved it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One letter for the agenda. ``direction`` is ``keluar`` (sent) or ``masuk`` (received).

    ``date`` is the date on the letter, ``day`` the day it was sent or received. ``party`` is the
    recipient or the sender. ``seal_id`` (8 bytes) and ``kid`` (4 bytes) belong to sealed letters.
    Leave ``party`` and ``summary`` free of personal data unless the office has decided otherwise.
    """

    direction: str
    nomor: str
    date: dt.date
    day: dt.date
    party: str = ""
    summary: str = ""
    kind: str = ""
    seal_id: bytes | None = None
    kid: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A letter as it stands in the register. ``order`` is its nomor urut in the agenda of its year."""

    record: Record
    order: int
    revoked: Revocation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Revocation:
    """The withdrawal of a sealed letter. ``replacement`` is the seal id of the letter in its place."""

    seal_id: bytes
    kid: bytes
    day: dt.date
    reason: str
    replacement: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shipment:
    """A line of the buku ekspedisi: a letter that was handed over."""

    day: dt.date
    nomor: str
    letter_date: dt.date
    summary: str
    party: str
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogFault:
    """Something in the log, or between the log and the tables, that cannot have come about by itself."""

    sequence: int
    code: str
    detail: str


def check_value(given: object, kind: type, path: str) -> None:
    """Refuse what is no ``kind``, or one with a field of a wrong class, before it reaches the database."""
    expect(given, kind, path)
    _CHECKS[kind](given, path)


_KINDS: Final = (Reservation, Record, Revocation, Shipment)
_CHECKS: Final[dict[type, FieldCheck]] = {kind: FieldCheck(kind, ()) for kind in _KINDS}
