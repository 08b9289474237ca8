"""What key lists, trust lists and registers say, as values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from kopsurat.arguments import expect, expect_day
from kopsurat.fields import FieldCheck
from kopsurat.seal.keys import PublicKey

if TYPE_CHECKING:
    import datetime as dt

__all__ = [
    "IssuedList",
    "KeyList",
    "KeyRecord",
    "KeyStatus",
    "OfficeRecord",
    "RevokedEntry",
    "RevokedList",
    "SignerTerm",
    "TrustList",
    "check_record",
]


class KeyStatus(StrEnum):
    """Whether a key may be relied on."""

    ACTIVE = "active"
    RETIRED = "retired"
    """No new letters; the old ones stay valid."""
    COMPROMISED = "compromised"
    """Somebody else may hold it; only letters registered before the date given stay valid."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyRecord:
    """A public key of an office: letters dated from ``since`` to ``until`` (both included) may carry it."""

    key: PublicKey
    since: dt.date
    until: dt.date | None = None
    status: KeyStatus = KeyStatus.ACTIVE
    compromised_on: dt.date | None = None
    """The first day on which somebody else may have held the key; goes with COMPROMISED."""
    proof: bytes | None = None
    """The key's own signature over host and key: whoever published it held the private half."""

    def covers(self, day: dt.date) -> bool:
        """Return whether letters of ``day`` may carry this key."""
        expect_day(day, "day")
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignerTerm:
    """Who may sign, in which office (``jabatan``), from and until when (both days included)."""

    name: str
    jabatan: str
    since: dt.date | None = None
    until: dt.date | None = None

    def covers(self, day: dt.date) -> bool:
        """Return whether ``day`` lies in the term."""
        expect_day(day, "day")
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeRecord:
    """An office and its keys. ``code`` is the kode wilayah; names are as on the letterhead."""

    host: str
    desa: str
    kecamatan: str = ""
    kabupaten: str = ""
    code: str | None = None
    keys: tuple[KeyRecord, ...] = ()
    signers: tuple[SignerTerm, ...] = ()

    def has_key(self, kid: bytes) -> bool:
        """Return whether one of the office's keys has this identifier."""
        expect(kid, bytes, "kid")
        return any(record.key.kid == kid for record in self.keys)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyList:
    """What an office publishes as ``/.well-known/kopsurat/keys.json``.

    ``tenants`` are further offices that share the host, on the portal of a regency; ``revoked_counters``
    and ``issued_counters`` announce, by kid in hex, the newest lists.
    """

    office: OfficeRecord
    issued_at: dt.datetime
    counter: int
    tenants: tuple[OfficeRecord, ...] = ()
    revoked_counters: tuple[tuple[str, int], ...] = ()
    issued_counters: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustList:
    """The keys of many offices, vouched for by ``publisher`` (a regency, a bank) until ``expires``."""

    publisher: str
    offices: tuple[OfficeRecord, ...]
    issued_at: dt.datetime
    expires: dt.datetime
    counter: int
    signer: PublicKey


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class RevokedEntry:
    """A withdrawn seal: its id, the day, and a short reason code (``corrected``, ``withdrawn`` …)."""

    id: bytes
    day: dt.date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RevokedList:
    """The withdrawn seals of one key: ``revoked-<kid>.json``."""

    host: str
    kid: bytes
    entries: tuple[RevokedEntry, ...]
    issued_at: dt.datetime
    counter: int

    def find(self, seal_id: bytes) -> RevokedEntry | None:
        """Return the entry of a seal, or None."""
        expect(seal_id, bytes, "seal_id")
        return next((entry for entry in self.entries if entry.id == seal_id), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedList:
    """Every seal made with one key, and the day it was registered: ``issued-<kid>.json``."""

    host: str
    kid: bytes
    entries: tuple[tuple[bytes, dt.date], ...]
    issued_at: dt.datetime
    counter: int

    def day_of(self, seal_id: bytes) -> dt.date | None:
        """Return the day on which a seal was registered, or None."""
        expect(seal_id, bytes, "seal_id")
        return next((day for entry, day in self.entries if entry == seal_id), None)


def check_record(given: object, path: str) -> None:
    """Refuse a list with a field of a wrong class; lists, keys and offices are often put together by hand."""
    _CHECKS[type(given)](given, path)


_KEY: Final = FieldCheck(KeyRecord, (PublicKey,))
_OFFICE: Final = FieldCheck(OfficeRecord, (), _KEY, FieldCheck(SignerTerm, ()))
_CHECKS: Final[dict[type, FieldCheck]] = {
    KeyList: FieldCheck(KeyList, (), _OFFICE),
    TrustList: FieldCheck(TrustList, (PublicKey,), _OFFICE),
    RevokedList: FieldCheck(RevokedList, (), FieldCheck(RevokedEntry, ())),
    IssuedList: FieldCheck(IssuedList, ()),
}
