"""A small office with keys, letters and lists for the tests of the site."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from kopsurat.contacts import ContactCard
from kopsurat.office import Level, Office
from kopsurat.seal import Claims, Seal, SigningKey, seal_claims
from kopsurat.seal.lists import build_issued_list, build_key_list, build_revoked_list, parse_list
from kopsurat.seal.records import (
    IssuedList,
    KeyList,
    KeyRecord,
    OfficeRecord,
    RevokedEntry,
    RevokedList,
    SignerTerm,
)

NOW = dt.datetime(2026, 11, 24, 9, 0, tzinfo=dt.UTC)
HOST = "sukamaju.desa.id"
KEY = SigningKey.from_scalar(20261124)
TENANT_KEY = SigningKey.from_scalar(20261125)
"""The key of a village that publishes on the same host."""


def an_office(**changes: object) -> Office:
    facts: dict[str, object] = {
        "desa": Level(word="Desa", name="Sukamaju"),
        "kecamatan": Level(word="Kecamatan", name="Karangtengah"),
        "kabupaten": Level(word="Kabupaten", name="Sukamulya"),
        "address": "Jalan Raya Sukamaju Nomor 17",
        "postal_code": "41355",
        "contacts": ContactCard(
            phones=("(0267) 555231", "0812-0000-0231 (WA)"),  # type: ignore[arg-type]
            emails=("sekretariat@sukamaju.desa.id",),  # type: ignore[arg-type]
            website="https://sukamaju.desa.id",  # type: ignore[arg-type]
        ),
        "host": HOST,
    }
    return Office(**{**facts, **changes})  # type: ignore[arg-type]


def a_seal(number: int = 12, *, host: str = HOST, expires: dt.date | None = None) -> Seal:
    claims = Claims(
        host=host,
        letter_type="Surat Keterangan Domisili",
        nomor=f"470/{number:03}/DS-SM/XI/2026",
        date=dt.date(2026, 11, 24),
        signatory="H. Ahmad Sudrajat, S.Sos.",
        jabatan="Kepala Desa",
        subject="Siti Aminah",
        summary="RT 003/RW 001",
        expires=expires,
        commitment=bytes(range(16)),
    )
    return seal_claims(claims, KEY)


def a_key_list(*, counter: int = 1) -> bytes:
    office = OfficeRecord(
        host=HOST,
        desa="Desa Sukamaju",
        kecamatan="Kecamatan Karangtengah",
        kabupaten="Kabupaten Sukamulya",
        keys=(KeyRecord(key=KEY.public, since=dt.date(2026, 1, 1)),),
        signers=(
            SignerTerm(name="H. Ahmad Sudrajat, S.Sos.", jabatan="Kepala Desa", since=dt.date(2022, 8, 1)),
        ),
    )
    return build_key_list(KeyList(office=office, issued_at=NOW, counter=counter), KEY)


def a_portal_list() -> bytes:
    """Return the key list of a host with a second village."""
    tenant = OfficeRecord(
        host=HOST,
        desa="Desa Sukasari",
        kecamatan="Kecamatan Karangtengah",
        keys=(KeyRecord(key=TENANT_KEY.public, since=dt.date(2026, 1, 1)),),
        signers=(SignerTerm(name="H. Ahmad Sudrajat, S.Sos.", jabatan="Kepala Desa"),),
    )
    own = parse_list(a_key_list()).listing
    assert isinstance(own, KeyList)
    return build_key_list(replace(own, tenants=(tenant,)), KEY)


def lists(
    *seals: Seal,
    revoked: tuple[Seal, ...] = (),
    at: dt.datetime = NOW,
    counter: int = 1,
    key: SigningKey = KEY,
) -> tuple[bytes, bytes]:
    kid, day = key.public.kid, dt.date(2026, 11, 24)
    issued = IssuedList(
        host=HOST,
        kid=kid,
        entries=tuple((seal.id, day) for seal in seals),
        issued_at=at,
        counter=counter,
    )
    withdrawn = RevokedList(
        host=HOST,
        kid=kid,
        entries=tuple(RevokedEntry(id=seal.id, day=day, reason="corrected") for seal in revoked),
        issued_at=at,
        counter=counter,
    )
    return build_revoked_list(withdrawn, key), build_issued_list(issued, key)
