"""The signed trust list: the keys of many offices in one COSE_Sign1 file of a regency or a bank.

Payload, a CWT: ``{1: publisher, 4: exp, 6: iat, -65538: [office …], -65539: [1, counter, signer point]}``;
office ``[code, desa, kecamatan, kabupaten, host, [key …], [signer …]]``; key ``[kid, point, from, to, status,
compromised on]``; signer ``[name, jabatan, from, to]``; days count from 1970-01-01, absent ones are null.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Final

from kopsurat.arguments import expect, expect_moment
from kopsurat.errors import InvalidSeal, TrustError
from kopsurat.seal import cbor, cose
from kopsurat.seal.keys import PublicKey, SigningKey
from kopsurat.seal.records import KeyRecord, KeyStatus, OfficeRecord, SignerTerm, TrustList, check_record

if TYPE_CHECKING:
    from kopsurat.seal.cbor import Item

__all__ = ["TRUST_LIST_LIMIT", "build_trust_list", "parse_trust_list"]

TRUST_LIST_LIMIT: Final = 8_000_000
_MAX_ITEMS: Final = 100_000
_PUBLISHER, _EXPIRES, _ISSUED_AT, _OFFICES, _ABOUT = 1, 4, 6, -65538, -65539
_VERSION: Final = 1
_EPOCH: Final = dt.date(1970, 1, 1)
_STATUSES: Final = (KeyStatus.ACTIVE, KeyStatus.RETIRED, KeyStatus.COMPROMISED)


def build_trust_list(listing: TrustList, signer: SigningKey) -> bytes:
    """Return the signed file of ``listing``, whose ``signer`` must be this key. Deterministic.

    Raises :class:`~kopsurat.errors.TrustError` ``trust-list-wrong-signer``.
    """
    expect(listing, TrustList, "listing")
    expect(signer, SigningKey, "signer")
    check_record(listing, "listing")
    expect_moment(listing.issued_at, "listing.issued_at")
    expect_moment(listing.expires, "listing.expires")
    if listing.signer != signer.public:
        raise TrustError("trust-list-wrong-signer")
    offices = tuple(_office_item(each) for each in sorted(listing.offices, key=lambda each: each.host))
    payload = cbor.encode(
        {
            _PUBLISHER: listing.publisher,
            _EXPIRES: int(listing.expires.timestamp()),
            _ISSUED_AT: int(listing.issued_at.timestamp()),
            _OFFICES: offices,
            _ABOUT: (_VERSION, listing.counter, listing.signer.point),
        }
    )
    return cose.sign(payload, signer).to_bytes()


def parse_trust_list(data: bytes) -> TrustList:
    """Return the trust list in ``data``, its signature checked against the key that it names.

    Whether that key may vouch is the caller's question. Raises :class:`~kopsurat.errors.TrustError`:
    ``trust-list-malformed`` or ``trust-list-bad-signature``.
    """
    expect(data, bytes, "data")
    if len(data) > TRUST_LIST_LIMIT:
        raise TrustError("trust-list-malformed", cause="too-large")
    try:
        envelope = cose.Envelope.from_bytes(data)
        listing = _listing(cbor.decode(envelope.payload, max_items=_MAX_ITEMS))
    except InvalidSeal as error:
        raise TrustError("trust-list-malformed", cause=error.code) from error
    except (ValueError, TypeError, KeyError, IndexError, OverflowError, OSError, AttributeError) as error:
        raise TrustError("trust-list-malformed", cause=str(error)) from error
    if not envelope.is_signed_by(listing.signer):
        raise TrustError("trust-list-bad-signature")
    return listing


def _office_item(office: OfficeRecord) -> Item:
    return (
        office.code,
        office.desa,
        office.kecamatan,
        office.kabupaten,
        office.host,
        tuple(
            (
                record.key.kid,
                record.key.point,
                _days(record.since),
                _days(record.until),
                _STATUSES.index(record.status),
                _days(record.compromised_on),
            )
            for record in office.keys
        ),
        tuple((t.name, t.jabatan, _days(t.since), _days(t.until)) for t in office.signers),
    )


def _listing(claims: Any) -> TrustList:  # noqa: ANN401 - checked item by item, any misfit is caught above
    version, counter, point = claims[_ABOUT]
    if version != _VERSION:
        raise ValueError("version")
    return TrustList(
        publisher=_str(claims[_PUBLISHER]),
        offices=tuple(_office(each) for each in claims[_OFFICES]),
        issued_at=dt.datetime.fromtimestamp(_int(claims[_ISSUED_AT]), dt.UTC),
        expires=dt.datetime.fromtimestamp(_int(claims[_EXPIRES]), dt.UTC),
        counter=_int(counter),
        signer=PublicKey(_bytes(point)),
    )


def _office(item: Any) -> OfficeRecord:  # noqa: ANN401 - as _listing
    code, desa, kecamatan, kabupaten, host, keys, signers = item
    return OfficeRecord(
        host=_str(host),
        desa=_str(desa),
        kecamatan=_str(kecamatan),
        kabupaten=_str(kabupaten),
        code=None if code is None else _str(code),
        keys=tuple(_key(each) for each in keys),
        signers=tuple(
            SignerTerm(name=_str(name), jabatan=_str(jabatan), since=_day(since), until=_day(until))
            for name, jabatan, since, until in signers
        ),
    )


def _key(item: Any) -> KeyRecord:  # noqa: ANN401 - as _listing
    kid, point, since, until, status, compromised_on = item
    key, start = PublicKey(_bytes(point)), _day(since)
    if kid != key.kid or start is None:
        raise ValueError("key")
    state = _STATUSES[_int(status)]
    if (state is KeyStatus.COMPROMISED) != (compromised_on is not None):
        raise ValueError("compromised")
    return KeyRecord(
        key=key, since=start, until=_day(until), status=state, compromised_on=_day(compromised_on)
    )


def _days(day: dt.date | None) -> int | None:
    return None if day is None else (day - _EPOCH).days


def _day(value: Item) -> dt.date | None:
    return None if value is None else _EPOCH + dt.timedelta(days=_int(value))


def _int(value: Item) -> int:
    if not isinstance(value, int) or value < 0:
        raise ValueError("number")
    return value


def _str(value: Item) -> str:
    if not isinstance(value, str):
        raise TypeError("text")
    return value


def _bytes(value: Item) -> bytes:
    if not isinstance(value, bytes):
        raise TypeError("bytes")
    return value
