"""Whom a verifier believes: keys with where they come from, and the lists of the offices."""

from __future__ import annotations

import importlib
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from kopsurat.arguments import PATH, expect, expect_each
from kopsurat.errors import TrustError
from kopsurat.fields import FieldCheck
from kopsurat.seal.keys import PublicKey
from kopsurat.seal.lists import SignedList, parse_list
from kopsurat.seal.records import IssuedList, KeyList, KeyRecord, KeyStatus, OfficeRecord, RevokedList
from kopsurat.seal.trust_list import parse_trust_list
from kopsurat.values import unchangeable

if TYPE_CHECKING:
    import datetime as dt
    import os
    from collections.abc import Iterator


__all__ = ["KnownKey", "Origin", "Source", "Trust"]


class Origin(StrEnum):
    """How a key came to be known, from the strongest to the weakest."""

    GIVEN = "given"
    """Handed over by the program that verifies."""
    TRUST_LIST = "trust-list"
    """On the signed list of a regency or bank that the verifier keeps."""
    KEY_LIST = "key-list"
    """In an office's key list that the verifier keeps."""
    DNS = "dns"
    """In the DNS of the office's domain."""
    SITE = "site"
    """On the office's own site, fetched now."""
    FIRST_USE = "first-use"
    """On the office's own site, and nothing was known about the office before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Keys of one origin. ``publisher`` and the dates are those of a trust list."""

    origin: Origin
    offices: tuple[OfficeRecord, ...]
    publisher: str | None = None
    issued_at: dt.datetime | None = None
    expires: dt.datetime | None = None
    counter: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownKey:
    """A key that a source knows. ``record`` and ``office`` are None for a key that was merely given."""

    key: PublicKey
    source: Source
    record: KeyRecord | None = None
    office: OfficeRecord | None = None

    @property
    def is_compromised(self) -> bool:
        """Return whether its source says that somebody else may hold the key."""
        return self.record is not None and self.record.status is KeyStatus.COMPROMISED


@unchangeable
@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """What a verifier believes. Values add up: ``Trust.load(a) | Trust.load(b)``.

    ``given`` are keys without an office; ``listed_hosts`` are accepted although they are not official
    ones; ``lists`` are the revoked and issued lists, checked when a seal is. Unless ``asks_status`` is
    False, a seal whose office's lists are missing or older than 30 days is never ``valid``.
    """

    given: tuple[PublicKey, ...] = ()
    sources: tuple[Source, ...] = ()
    lists: tuple[SignedList, ...] = ()
    announced: tuple[KeyList, ...] = ()
    listed_hosts: frozenset[str] = field(default_factory=frozenset)
    asks_status: bool = True

    def __post_init__(self) -> None:
        _CHECK(self)

    @classmethod
    def of(cls, *public_keys: PublicKey, hosts: tuple[str, ...] = ()) -> Trust:
        """Return trust in these keys, for any office, without asking for revocations.

        For a program that keeps its own register, such as the office itself: a good seal is ``valid``
        with the reason ``status-not-asked``. Add :meth:`with_lists` to have revocations looked at.
        """
        expect_each(public_keys, PublicKey, "public_keys")
        expect_each(hosts, str, "hosts")
        return cls(given=public_keys, listed_hosts=frozenset(hosts), asks_status=False)

    @classmethod
    def load(
        cls,
        source: str | os.PathLike[str] | bytes,
        *,
        signers: tuple[PublicKey, ...] = (),
        origin: Origin = Origin.KEY_LIST,
    ) -> Trust:
        """Return trust in a key list (``keys.json``) or a signed trust list, a path or its bytes.

        With ``signers``, a trust list must be signed by one of them; without, the file itself is what
        the caller relies on. Raises :class:`~kopsurat.errors.TrustError`: ``list-malformed``,
        ``list-bad-signature``, ``trust-list-malformed``, ``trust-list-bad-signature``,
        ``trust-list-unknown-signer`` or ``trust-file-unreadable``.
        """
        if not isinstance(source, bytes):
            expect(source, PATH, "source")
        expect_each(signers, PublicKey, "signers")
        expect(origin, Origin, "origin")
        data = source if isinstance(source, bytes) else _read(source)
        if data.lstrip()[:1] == b"{":
            return _from_key_list(data, origin)
        listing = parse_trust_list(data)
        if signers and listing.signer not in signers:
            raise TrustError("trust-list-unknown-signer", signer=str(listing.signer))
        found = Source(
            origin=Origin.TRUST_LIST,
            offices=listing.offices,
            publisher=listing.publisher,
            issued_at=listing.issued_at,
            expires=listing.expires,
            counter=listing.counter,
        )
        return cls(sources=(found,), listed_hosts=frozenset(office.host for office in listing.offices))

    @classmethod
    def online(cls, host: str) -> Trust:
        """Return what ``https://HOST/.well-known/kopsurat/`` and the DNS of ``host`` say now.

        Needs the network, so the work is done by :mod:`kopsurat.scanning.online`, an outer module that
        this one finds by name only. Raises :class:`~kopsurat.errors.TrustError`.
        """
        expect(host, str, "host")
        outer = importlib.import_module(_ONLINE)
        found: Trust = outer.fetch_trust(host)
        return found

    def with_lists(self, *lists: bytes) -> Trust:
        """Return the same trust with revoked and issued lists, which make it ask for the status.

        Raises :class:`~kopsurat.errors.TrustError` ``list-malformed``.
        """
        expect_each(lists, bytes, "lists")
        parsed = tuple(parse_list(each) for each in lists)
        return replace(self, lists=self.lists + parsed, asks_status=True)

    def __or__(self, other: Trust) -> Trust:
        return Trust(
            given=self.given + other.given,
            sources=self.sources + other.sources,
            lists=self.lists + other.lists,
            announced=self.announced + other.announced,
            listed_hosts=self.listed_hosts | other.listed_hosts,
            asks_status=self.asks_status or other.asks_status,
        )

    def known_keys(self) -> Iterator[KnownKey]:
        """Yield every known key, the best origin first."""
        plain = Source(origin=Origin.GIVEN, offices=())
        for key in self.given:
            yield KnownKey(key=key, source=plain)
        for origin in Origin:
            for source in self.sources:
                if source.origin is origin:
                    for office in source.offices:
                        for record in office.keys:
                            yield KnownKey(key=record.key, source=source, record=record, office=office)

    def pinned_offices(self, host: str) -> tuple[OfficeRecord, ...]:
        """Return the offices of ``host`` as trust lists have them: several share the portal of a regency."""
        expect(host, str, "host")
        return tuple(
            office
            for source in self.sources
            if source.origin is Origin.TRUST_LIST
            for office in source.offices
            if office.host == host
        )

    def revoked_list(self, host: str, kid: bytes) -> RevokedList | None:
        """Return the newest revoked list of this key with a signature that counts, or None."""
        expect(host, str, "host")
        expect(kid, bytes, "kid")
        found = [each for each in self._accepted(host, kid) if isinstance(each, RevokedList)]
        return max(found, key=lambda each: each.counter, default=None)

    def issued_list(self, host: str, kid: bytes) -> IssuedList | None:
        """Return the newest issued list of this key with a signature that counts, or None."""
        expect(host, str, "host")
        expect(kid, bytes, "kid")
        found = [each for each in self._accepted(host, kid) if isinstance(each, IssuedList)]
        return max(found, key=lambda each: each.counter, default=None)

    def newest_counter(self, kid: bytes, kind: type[RevokedList | IssuedList]) -> int:
        """Return the highest counter that a key list announces for this key's lists, 0 if none."""
        expect(kid, bytes, "kid")
        expect(kind, type, "kind")
        name = "revoked_counters" if kind is RevokedList else "issued_counters"
        pairs = [pair for listing in self.announced for pair in getattr(listing, name)]
        return max((counter for each, counter in pairs if each == kid.hex()), default=0)

    def _accepted(self, host: str, kid: bytes) -> Iterator[RevokedList | IssuedList]:
        signers = tuple(self._list_signers(host, kid))
        for signed in self.lists:
            listing = signed.listing
            if isinstance(listing, KeyList) or (listing.host, listing.kid) != (host, kid):
                continue
            if any(signed.is_signed_by(key) for key in signers):
                yield listing

    def _list_signers(self, host: str, kid: bytes) -> Iterator[PublicKey]:
        """Yield the keys that may sign the lists of a key: those of its own office on this host.

        A compromised key may not speak for itself, and where a trust list knows the host, only keys on it.
        """
        bad = {known.key for known in self.known_keys() if known.is_compromised}
        pinned = self.pinned_offices(host)
        allowed = {record.key for office in pinned for record in office.keys}
        for known in self.known_keys():
            if known.key in bad or (pinned and known.key not in allowed):
                continue
            if known.office is None or (known.office.host == host and known.office.has_key(kid)):
                yield known.key


_CHECK: Final = FieldCheck(Trust, (KeyList, PublicKey, SignedList, Source))
_ONLINE: Final = "kopsurat.scanning.online"


def _from_key_list(data: bytes, origin: Origin) -> Trust:
    signed = parse_list(data)
    listing = signed.listing
    if not isinstance(listing, KeyList):
        raise TrustError("list-not-a-key-list")
    sound = [each.key for each in listing.office.keys if each.status is not KeyStatus.COMPROMISED]
    if not any(signed.is_signed_by(key) for key in sound):
        raise TrustError("list-bad-signature")
    offices = (listing.office, *listing.tenants)
    source = Source(origin=origin, offices=offices, issued_at=listing.issued_at, counter=listing.counter)
    listed = frozenset((listing.office.host,)) if origin is Origin.KEY_LIST else frozenset()
    return Trust(sources=(source,), announced=(listing,), listed_hosts=listed)


def _read(path: str | os.PathLike[str]) -> bytes:
    """Return the bytes of a file: the one place of the core that opens one, for the caller's comfort."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - pathlib stays out of the core
            return file.read()
    except (OSError, ValueError) as error:  # ValueError: characters that no file name can hold
        cause = getattr(error, "strerror", None) or "no name of a file"
        raise TrustError("trust-file-unreadable", value=str(path), cause=cause) from error
