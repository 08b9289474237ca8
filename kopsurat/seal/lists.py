"""The signed JSON files of an office's site: keys, revoked seals, issued seals.

A file is ``{"payload": {…}, "signature": {"kid": "…", "value": "…"}}``. What is signed is the line
``kopsurat-list-1`` and the canonical bytes (RFC 8785) of the payload. Binary values are hex (ids, kids)
or base64url (keys, signatures); days are ``2026-11-24``; moments are seconds since 1970.
"""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from kopsurat.arguments import expect, expect_day, expect_moment, expect_pair
from kopsurat.errors import InvalidSeal, TrustError
from kopsurat.seal import jcs
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
_HEX_ID: Final = re.compile(r"[0-9a-f]{16}")
_HEX_KID: Final = re.compile(r"[0-9a-f]{8}")
_REASON: Final = re.compile(r"[a-z][a-z-]{0,30}")


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
        document = _object(jcs.parse(data, limit=LIST_LIMIT), "")
        payload = _object(document.get("payload"), "payload")
        signature = _object(document.get("signature"), "signature")
        listing = _PARSERS[_text(payload, "type")](payload)
        return SignedList(
            listing=listing,
            kid=_kid(signature, "kid"),
            signature=_base64(signature, "value", 64),
            message=_PREFIX + jcs.canonical(payload),
        )
    except InvalidSeal as error:
        raise TrustError("list-malformed", path=error.path, cause=error.code) from error
    except (KeyError, ValueError, OverflowError) as error:
        raise TrustError("list-malformed", cause=str(error)) from error


# ---------------------------------------------------------------- writing


def _sign(payload: Mapping[str, Json], signer: SigningKey) -> bytes:
    value = _to_base64(signer.sign(_PREFIX + jcs.canonical(payload)))
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
        "x": _to_base64(record.key.point[:32]),
        "y": _to_base64(record.key.point[32:]),
        "from": record.since.isoformat(),
        "to": _iso(record.until),
        "status": record.status.value,
        "compromised_on": _iso(record.compromised_on),
        "proof": _to_base64(record.proof) if record.proof else None,
        "revoked_counter": dict(listing.revoked_counters).get(kid),
        "issued_counter": dict(listing.issued_counters).get(kid),
    }


def _proof_message(key: PublicKey, host: str) -> bytes:
    return _PROOF + jcs.canonical({"host": host, "key": _to_base64(key.point)})


def _to_base64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _moment(moment: dt.datetime) -> int:
    return int(moment.timestamp())


# ---------------------------------------------------------------- reading


def _key_list(payload: Mapping[str, Json]) -> KeyList:
    host = _text(payload, "host")
    others = _array(payload, "tenants") if "tenants" in payload else ()
    parts = [_object(each, "tenants") for each in others]
    keys = [_object(each, "keys") for part in (payload, *parts) for each in _array(part, "keys")]
    return KeyList(
        office=_office(payload, host),
        issued_at=_time(payload, "issued_at"),
        counter=_count(payload, "counter"),
        tenants=tuple(_office(part, host) for part in parts),
        revoked_counters=_counters(keys, "revoked_counter"),
        issued_counters=_counters(keys, "issued_counter"),
    )


def _office(part: Mapping[str, Json], host: str) -> OfficeRecord:
    names = _object(part.get("office"), "office")
    signers = [_object(each, "signers") for each in _array(part, "signers")]
    return OfficeRecord(
        host=host,
        desa=_text(names, "desa"),
        kecamatan=_text(names, "kecamatan"),
        kabupaten=_text(names, "kabupaten"),
        code=_optional_text(names, "code"),
        keys=tuple(_key_record(_object(each, "keys")) for each in _array(part, "keys")),
        signers=tuple(
            SignerTerm(
                name=_text(each, "name"),
                jabatan=_text(each, "jabatan"),
                since=_optional_day(each, "from"),
                until=_optional_day(each, "to"),
            )
            for each in signers
        ),
    )


def _key_record(each: Mapping[str, Json]) -> KeyRecord:
    if (each.get("kty"), each.get("crv")) != ("EC", "P-256"):
        raise InvalidSeal("json-malformed", path="keys.crv")
    key = PublicKey(_base64(each, "x", 32) + _base64(each, "y", 32))
    if _kid(each, "kid") != key.kid:
        raise InvalidSeal("json-malformed", path="keys.kid")
    status = KeyStatus(_text(each, "status"))
    compromised_on = _optional_day(each, "compromised_on")
    if (status is KeyStatus.COMPROMISED) != (compromised_on is not None):
        raise InvalidSeal("json-malformed", path="keys.compromised_on")
    return KeyRecord(
        key=key,
        since=_day(each, "from"),
        until=_optional_day(each, "to"),
        status=status,
        compromised_on=compromised_on,
        proof=_base64(each, "proof", 64) if each.get("proof") is not None else None,
    )


def _revoked_list(payload: Mapping[str, Json]) -> RevokedList:
    rows = [_row(each, 3) for each in _array(payload, "entries")]
    entries = tuple(RevokedEntry(id=_id(i), day=_iso_day(day), reason=_reason(why)) for i, day, why in rows)
    return RevokedList(
        host=_text(payload, "host"),
        kid=_kid(payload, "kid"),
        entries=entries,
        issued_at=_time(payload, "issued_at"),
        counter=_count(payload, "counter"),
    )


def _issued_list(payload: Mapping[str, Json]) -> IssuedList:
    rows = [_row(each, 2) for each in _array(payload, "entries")]
    return IssuedList(
        host=_text(payload, "host"),
        kid=_kid(payload, "kid"),
        entries=tuple((_id(i), _iso_day(day)) for i, day in rows),
        issued_at=_time(payload, "issued_at"),
        counter=_count(payload, "counter"),
    )


_PARSERS: Final[dict[str, Callable[[Mapping[str, Json]], Listing]]] = {
    "keys": _key_list,
    "revoked": _revoked_list,
    "issued": _issued_list,
}


def _counters(keys: list[Mapping[str, Json]], name: str) -> tuple[tuple[str, int], ...]:
    return tuple((_text(each, "kid"), _count(each, name)) for each in keys if each.get(name) is not None)


def _object(value: Json, path: str) -> Mapping[str, Json]:
    if not isinstance(value, Mapping):
        raise InvalidSeal("json-malformed", path=path)
    return value


def _array(value: Mapping[str, Json], name: str) -> Sequence[Json]:
    found = value.get(name)
    if not isinstance(found, list):
        raise InvalidSeal("json-malformed", path=name)
    return found


def _row(value: Json, width: int) -> list[str]:
    if not isinstance(value, list) or len(value) != width:
        raise InvalidSeal("json-malformed", path="entries")
    texts = [each for each in value if isinstance(each, str)]
    if len(texts) != width:
        raise InvalidSeal("json-malformed", path="entries")
    return texts


def _text(value: Mapping[str, Json], name: str) -> str:
    found = value.get(name)
    if not isinstance(found, str):
        raise InvalidSeal("json-malformed", path=name)
    return found


def _optional_text(value: Mapping[str, Json], name: str) -> str | None:
    return None if value.get(name) is None else _text(value, name)


def _count(value: Mapping[str, Json], name: str) -> int:
    found = value.get(name)
    if not isinstance(found, int) or isinstance(found, bool) or found < 0:
        raise InvalidSeal("json-malformed", path=name)
    return found


def _time(value: Mapping[str, Json], name: str) -> dt.datetime:
    try:
        return dt.datetime.fromtimestamp(_count(value, name), dt.UTC)
    except (OverflowError, ValueError, OSError) as error:
        raise InvalidSeal("json-malformed", path=name) from error


def _iso_day(text: str) -> dt.date:
    day = dt.date.fromisoformat(text)
    if day.isoformat() != text:
        raise InvalidSeal("json-malformed", path="day")
    return day


def _day(value: Mapping[str, Json], name: str) -> dt.date:
    return _iso_day(_text(value, name))


def _optional_day(value: Mapping[str, Json], name: str) -> dt.date | None:
    return None if value.get(name) is None else _day(value, name)


def _id(text: str) -> bytes:
    if not _HEX_ID.fullmatch(text):
        raise InvalidSeal("json-malformed", path="entries.id")
    return bytes.fromhex(text)


def _reason(text: str) -> str:
    if not _REASON.fullmatch(text):
        raise InvalidSeal("json-malformed", path="entries.reason")
    return text


def _kid(value: Mapping[str, Json], name: str) -> bytes:
    text = _text(value, name)
    if not _HEX_KID.fullmatch(text):
        raise InvalidSeal("json-malformed", path=name)
    return bytes.fromhex(text)


def _base64(value: Mapping[str, Json], name: str, size: int) -> bytes:
    text = _text(value, name)
    try:
        data = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as error:
        raise InvalidSeal("json-malformed", path=name) from error
    if len(data) != size or _to_base64(data) != text:
        raise InvalidSeal("json-malformed", path=name)
    return data
