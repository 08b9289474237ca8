"""The signed JSON files of an office's site: keys, revoked seals, issued seals.

A file is ``{"payload": {…}, "signature": {"kid": "…", "value": "…"}}``. What is signed is the line
``kopsurat-list-1`` and the canonical bytes (RFC 8785) of the payload. Binary values are hex (ids, kids)
or base64url (keys, signatures); days are ``2026-11-24``; moments are seconds since 1970.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from kopsurat.arguments import expect, expect_day, expect_moment, expect_pair
from kopsurat.errors import InvalidSeal, TrustError
from kopsurat.seal import jcs, members
from kopsurat.seal.keys import PublicKey, SigningKey
from kopsurat.seal.records import (
    IssuedList,
    KeyList,
    KeyRecord,
    KeyStatus,
    OfficeRecord,
    RevokedEntry,
    RevokedList,
    SignerTerm,
    check_record,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kopsurat.seal.jcs import Json

__all__ = [
    "LIST_LIMIT",
    "Listing",
    "SignedList",
    "build_issued_list",
    "build_key_list",
    "build_revoked_list",
    "has_proof",
    "parse_list",
    "prove",
]

LIST_LIMIT: Final = 8_000_000
"""Largest list that is read, in bytes: about 200,000 letters."""
Listing: TypeAlias = KeyList | RevokedList | IssuedList
_PREFIX: Final = b"kopsurat-list-1\n"
_PROOF: Final = b"kopsurat-proof-1\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedList:
    """A list as it was read: what it says, and who says to have signed it. Not checked yet."""

    listing: Listing
    kid: bytes
    signature: bytes
    message: bytes

    def is_signed_by(self, key: PublicKey) -> bool:
        """Return whether the list bears the signature of ``key``."""
        return key.kid == self.kid and key.is_signer_of(self.message, self.signature)


def build_key_list(listing: KeyList, signer: SigningKey) -> bytes:
    """Return ``keys.json``, signed by one of the office's own keys. Deterministic.

    Raises :class:`~kopsurat.errors.TrustError` ``list-tenant-elsewhere`` for a tenant of another host.
    """
    expect(listing, KeyList, "listing")
    expect(signer, SigningKey, "signer")
    check_record(listing, "listing")
    expect_moment(listing.issued_at, "listing.issued_at")
    elsewhere = [each.host for each in listing.tenants if each.host != listing.office.host]
    if elsewhere:
        raise TrustError("list-tenant-elsewhere", host=listing.office.host, other=elsewhere[0])
    tenants: list[Json] = [
        {"office": _names_json(each), **_keys_json(each, listing)} for each in listing.tenants
    ]
    return _sign(
        {
            "type": "keys",
            "host": listing.office.host,
            "office": _names_json(listing.office),
            "issued_at": _moment(listing.issued_at),
            "counter": listing.counter,
            **_keys_json(listing.office, listing),
            **({"tenants": tenants} if tenants else {}),
        },
        signer,
    )


def build_revoked_list(listing: RevokedList, signer: SigningKey) -> bytes:
    """Return ``revoked-<kid>.json``: ``[id, day, reason]`` sorted by id. Deterministic."""
    expect(listing, RevokedList, "listing")
    expect(signer, SigningKey, "signer")
    check_record(listing, "listing")
    entries: list[Json] = [[e.id.hex(), e.day.isoformat(), e.reason] for e in sorted(listing.entries)]
    return _sign({"type": "revoked", **_frame(listing), "entries": entries}, signer)


def build_issued_list(listing: IssuedList, signer: SigningKey) -> bytes:
    """Return ``issued-<kid>.json``: ``[id, day]`` sorted by id. Deterministic."""
    expect(listing, IssuedList, "listing")
    expect(signer, SigningKey, "signer")
    check_record(listing, "listing")
    for index, entry in enumerate(listing.entries):
        seal_id, day = expect_pair(entry, bytes | dt.date, f"listing.entries[{index}]")
        expect(seal_id, bytes, f"listing.entries[{index}][0]")
        expect_day(day, f"listing.entries[{index}][1]")
    entries: list[Json] = [[seal_id.hex(), day.isoformat()] for seal_id, day in sorted(listing.entries)]
    return _sign({"type": "issued", **_frame(listing), "entries": entries}, signer)


def prove(key: SigningKey, host: str) -> bytes:
    """Return the proof that whoever publishes ``key`` for ``host`` holds its private half."""
    expect(key, SigningKey, "key")
    expect(host, str, "host")
    return key.sign(_proof_message(key.public, host))


def has_proof(record: KeyRecord, host: str) -> bool:
    """Return whether the record carries a good proof of possession for ``host``."""
    expect(record, KeyRecord, "record")
    expect(host, str, "host")
    proof = record.proof
    return proof is not None and record.key.is_signer_of(_proof_message(record.key, host), proof)


def parse_list(data: bytes) -> SignedList:
    """Return the list in ``data``.

    Raises :class:`~kopsurat.errors.TrustError` ``list-malformed`` with the ``path`` of what is wrong.
    """
    expect(data, bytes, "data")
    try:
        document = members.mapping(jcs.parse(data, limit=LIST_LIMIT), "")
        payload = members.mapping(document.get("payload"), "payload")
        signature = members.mapping(document.get("signature"), "signature")
        listing = _PARSERS[members.text(payload, "type")](payload)
        return SignedList(
            listing=listing,
            kid=members.kid(signature, "kid"),
            signature=members.octets(signature, "value", 64),
            message=_PREFIX + jcs.canonical(payload),
        )
    except InvalidSeal as error:
        raise TrustError("list-malformed", path=error.path, cause=error.code) from error
    except (KeyError, ValueError, OverflowError) as error:
        raise TrustError("list-malformed", cause=str(error)) from error


# ---------------------------------------------------------------- writing


def _sign(payload: Mapping[str, Json], signer: SigningKey) -> bytes:
    value = members.to_base64(signer.sign(_PREFIX + jcs.canonical(payload)))
    signature: Json = {"kid": signer.public.kid.hex(), "value": value}
    return jcs.canonical({"payload": payload, "signature": signature}) + b"\n"


def _frame(listing: RevokedList | IssuedList) -> dict[str, Json]:
    expect_moment(listing.issued_at, "listing.issued_at")
    return {
        "host": listing.host,
        "kid": listing.kid.hex(),
        "issued_at": _moment(listing.issued_at),
        "counter": listing.counter,
    }


def _names_json(office: OfficeRecord) -> Json:
    return {
        "desa": office.desa,
        "kecamatan": office.kecamatan,
        "kabupaten": office.kabupaten,
        "code": office.code,
    }


def _keys_json(office: OfficeRecord, listing: KeyList) -> dict[str, Json]:
    return {
        "keys": [_key_json(record, listing) for record in office.keys],
        "signers": [
            {"name": term.name, "jabatan": term.jabatan, "from": _iso(term.since), "to": _iso(term.until)}
            for term in office.signers
        ],
    }


def _key_json(record: KeyRecord, listing: KeyList) -> Json:
    kid = record.key.kid.hex()
    return {
        "kty": "EC",
        "crv": "P-256",
        "alg": "ES256",
        "kid": kid,
        "x": members.to_base64(record.key.point[:32]),
        "y": members.to_base64(record.key.point[32:]),
        "from": record.since.isoformat(),
        "to": _iso(record.until),
        "status": record.status.value,
        "compromised_on": _iso(record.compromised_on),
        "proof": members.to_base64(record.proof) if record.proof else None,
        "revoked_counter": dict(listing.revoked_counters).get(kid),
        "issued_counter": dict(listing.issued_counters).get(kid),
    }


def _proof_message(key: PublicKey, host: str) -> bytes:
    return _PROOF + jcs.canonical({"host": host, "key": members.to_base64(key.point)})


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _moment(moment: dt.datetime) -> int:
    return int(moment.timestamp())


# ---------------------------------------------------------------- reading


def _key_list(payload: Mapping[str, Json]) -> KeyList:
    host = members.text(payload, "host")
    others = members.array(payload, "tenants") if "tenants" in payload else ()
    parts = [members.mapping(each, "tenants") for each in others]
    keys = [
        members.mapping(each, "keys") for part in (payload, *parts) for each in members.array(part, "keys")
    ]
    return KeyList(
        office=_office(payload, host),
        issued_at=members.moment(payload, "issued_at"),
        counter=members.count(payload, "counter"),
        tenants=tuple(_office(part, host) for part in parts),
        revoked_counters=_counters(keys, "revoked_counter"),
        issued_counters=_counters(keys, "issued_counter"),
    )


def _office(part: Mapping[str, Json], host: str) -> OfficeRecord:
    names = members.mapping(part.get("office"), "office")
    signers = [members.mapping(each, "signers") for each in members.array(part, "signers")]
    return OfficeRecord(
        host=host,
        desa=members.text(names, "desa"),
        kecamatan=members.text(names, "kecamatan"),
        kabupaten=members.text(names, "kabupaten"),
        code=members.optional_text(names, "code"),
        keys=tuple(_key_record(members.mapping(each, "keys")) for each in members.array(part, "keys")),
        signers=tuple(
            SignerTerm(
                name=members.text(each, "name"),
                jabatan=members.text(each, "jabatan"),
                since=members.optional_day(each, "from"),
                until=members.optional_day(each, "to"),
            )
            for each in signers
        ),
    )


def _key_record(each: Mapping[str, Json]) -> KeyRecord:
    if (each.get("kty"), each.get("crv")) != ("EC", "P-256"):
        raise InvalidSeal("json-malformed", path="keys.crv")
    key = PublicKey(members.octets(each, "x", 32) + members.octets(each, "y", 32))
    if members.kid(each, "kid") != key.kid:
        raise InvalidSeal("json-malformed", path="keys.kid")
    status = KeyStatus(members.text(each, "status"))
    compromised_on = members.optional_day(each, "compromised_on")
    if (status is KeyStatus.COMPROMISED) != (compromised_on is not None):
        raise InvalidSeal("json-malformed", path="keys.compromised_on")
    return KeyRecord(
        key=key,
        since=members.day(each, "from"),
        until=members.optional_day(each, "to"),
        status=status,
        compromised_on=compromised_on,
        proof=members.octets(each, "proof", 64) if each.get("proof") is not None else None,
    )


def _revoked_list(payload: Mapping[str, Json]) -> RevokedList:
    rows = [members.row(each, 3) for each in members.array(payload, "entries")]
    entries = tuple(
        RevokedEntry(id=members.seal_id(i), day=members.iso_day(day), reason=members.reason(why))
        for i, day, why in rows
    )
    return RevokedList(
        host=members.text(payload, "host"),
        kid=members.kid(payload, "kid"),
        entries=entries,
        issued_at=members.moment(payload, "issued_at"),
        counter=members.count(payload, "counter"),
    )


def _issued_list(payload: Mapping[str, Json]) -> IssuedList:
    rows = [members.row(each, 2) for each in members.array(payload, "entries")]
    return IssuedList(
        host=members.text(payload, "host"),
        kid=members.kid(payload, "kid"),
        entries=tuple((members.seal_id(i), members.iso_day(day)) for i, day in rows),
        issued_at=members.moment(payload, "issued_at"),
        counter=members.count(payload, "counter"),
    )


_PARSERS: Final[dict[str, Callable[[Mapping[str, Json]], Listing]]] = {
    "keys": _key_list,
    "revoked": _revoked_list,
    "issued": _issued_list,
}


def _counters(keys: list[Mapping[str, Json]], name: str) -> tuple[tuple[str, int], ...]:
    return tuple(
        (members.text(each, "kid"), members.count(each, name)) for each in keys if each.get(name) is not None
    )
