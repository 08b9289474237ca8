"""Make ``seals.json``: good and bad seals for every verifier, in Python and in the browser.

Run ``python tests/vectors/make_seals.py`` after a deliberate change of the format; a test fails while the
file and this script disagree. What each verifier must say stands here by hand and is not computed. Keys
are fixed numbers, names are invented, and every signature is deterministic, so the file never changes by
itself. ``sites`` are what an office publishes (``keys.json`` and lists); each vector names the site that the
verifier knows, the moment, the text of the QR, and the verdict with its first reason.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kopsurat.seal import (
    Claims,
    IssuedList,
    KeyList,
    KeyRecord,
    KeyStatus,
    OfficeRecord,
    RevokedEntry,
    RevokedList,
    SignerTerm,
    SigningKey,
    build_issued_list,
    build_key_list,
    build_revoked_list,
    cbor,
    cose,
    prove,
    seal_claims,
)
from kopsurat.seal.codebook import JABATAN, LETTER_TYPES
from kopsurat.seal.p256 import ORDER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kopsurat.seal import Seal

FILE = Path(__file__).with_name("seals.json")
HOST = "sukamaju.desa.id"
PORTAL = "desa.sukamulya.go.id"
"""The host of a regency, under which villages without a domain of their own publish."""
NOW = dt.datetime(2026, 11, 24, 3, 0, tzinfo=dt.UTC)
FRESH = dt.datetime(2026, 11, 20, 3, 0, tzinfo=dt.UTC)


def a_key(name: str) -> SigningKey:
    digest = hashlib.sha256(b"kopsurat test vectors " + name.encode()).digest()
    return SigningKey.from_scalar(int.from_bytes(digest) % (ORDER - 1) + 1)


KEY = a_key("2026")
RETIRED = a_key("2025")
LEAKED = a_key("leaked")
STRANGER = a_key("stranger")
NEIGHBOR = a_key("neighbor")
REGENCY = a_key("regency")


def some_claims(**changes: Any) -> Claims:
    claims = Claims(
        host=HOST,
        letter_type="Surat Keterangan Tidak Mampu",
        nomor="470/012/DS-SKM/III/2026",
        date=dt.date(2026, 3, 17),
        signatory="H. Ahmad Sudrajat, S.Sos.",
        jabatan="Kepala Desa",
        subject="Siti Aminah binti Karto",
        commitment=bytes(range(16)),
    )
    return replace(claims, **changes)


GOOD = {
    "typical": some_claims(),
    "no subject, no number for the type": some_claims(
        letter_type="Undangan Musyawarah Desa", nomor="005/3/DS/2026", subject=None
    ),
    "every field, texts without numbers": some_claims(
        letter_type="Keterangan Domisili Usaha dan Pengantar Izin Usaha Mikro",
        jabatan="a.n. Keuchik, Sekretaris Gampong",
        summary="Dusun III RT 004/RW 002",
        expires=dt.date(2027, 5, 9),
    ),
    "letters beyond ASCII": some_claims(signatory="Désirée Ñoño", subject="Żaneta — “Ibu” ꦱꦸꦫꦠ꧀"),
    "summary of 48 characters": some_claims(summary="x" * 48),
    "valid until today": some_claims(expires=dt.date(2026, 11, 24)),
    "signatory not in office": some_claims(signatory="Budi Santoso"),
    "first day of the key": some_claims(date=dt.date(2026, 1, 1)),
}
EXPIRED = some_claims(expires=dt.date(2026, 11, 23), nomor="470/013/DS-SKM/III/2026")
REVOKED = some_claims(nomor="470/014/DS-SKM/III/2026")
TENANT = some_claims(host=PORTAL, nomor="470/030/DS-SKS/III/2026", signatory="Neng Rahmawati")
TENANT_REVOKED = replace(TENANT, nomor="470/031/DS-SKS/III/2026")
TENANT_UNREGISTERED = replace(TENANT, nomor="470/032/DS-SKS/III/2026")
TENANT_FOREIGN_LIST = replace(TENANT, nomor="470/033/DS-SJY/III/2026", signatory="Yayan Suryana")
UNREGISTERED = some_claims(nomor="470/999/DS-SKM/III/2026")
OLD = some_claims(date=dt.date(2025, 6, 1), nomor="470/001/DS-SKM/VI/2025")
LEAKED_BEFORE = some_claims(nomor="470/020/DS-SKM/III/2026")
LEAKED_AFTER = some_claims(nomor="470/021/DS-SKM/III/2026")
LEAKED_NEVER = some_claims(nomor="470/022/DS-SKM/III/2026")


# ---------------------------------------------------------------- sites


def a_record(key: SigningKey, host: str = HOST, **changes: Any) -> KeyRecord:
    record = KeyRecord(key=key.public, since=dt.date(2026, 1, 1), proof=prove(key, host))
    return replace(record, **changes)


def an_office(**changes: Any) -> OfficeRecord:
    office = OfficeRecord(
        host=HOST,
        desa="Desa Sukamaju",
        kecamatan="Kecamatan Karangtengah",
        kabupaten="Kabupaten Sukamulya",
        code="32.15.01.2001",
        keys=(
            a_record(KEY, until=dt.date(2026, 12, 31)),
            a_record(
                RETIRED, since=dt.date(2025, 1, 1), until=dt.date(2025, 12, 31), status=KeyStatus.RETIRED
            ),
            a_record(LEAKED, status=KeyStatus.COMPROMISED, compromised_on=dt.date(2026, 5, 1)),
        ),
        signers=(
            SignerTerm(
                name="H. Ahmad Sudrajat, S.Sos.",
                jabatan="Kepala Desa",
                since=dt.date(2022, 8, 1),
                until=dt.date(2030, 7, 31),
            ),
            SignerTerm(name="Désirée Ñoño", jabatan="Kepala Desa"),
            SignerTerm(name="Budi Santoso", jabatan="Kepala Desa", until=dt.date(2022, 7, 31)),
        ),
    )
    return replace(office, **changes)


def key_list(signer: SigningKey = KEY, office: OfficeRecord | None = None, **counters: Any) -> Any:
    listing = KeyList(office=office or an_office(), issued_at=FRESH, counter=4, **counters)
    return json.loads(build_key_list(listing, signer))


def revoked_list(key: SigningKey, *claims: Claims, signer: SigningKey = KEY, **changes: Any) -> Any:
    entries = tuple(
        RevokedEntry(id=seal_claims(each, key).id, day=dt.date(2026, 4, 2), reason="corrected")
        for each in claims
    )
    kid = key.public.kid
    listing = RevokedList(host=HOST, kid=kid, entries=entries, issued_at=FRESH, counter=7)
    return json.loads(build_revoked_list(replace(listing, **changes), signer))


def issued_list(
    key: SigningKey, *claims: tuple[Claims, dt.date], signer: SigningKey = KEY, **changes: Any
) -> Any:
    entries = tuple((seal_claims(each, key).id, day) for each, day in claims)
    kid = key.public.kid
    listing = IssuedList(host=HOST, kid=kid, entries=entries, issued_at=FRESH, counter=9)
    return json.loads(build_issued_list(replace(listing, **changes), signer))


def sites() -> dict[str, Any]:
    known = [*GOOD.values(), EXPIRED, REVOKED]
    issued = [(each, each.date) for each in known]
    revoked, all_issued = revoked_list(KEY, REVOKED), issued_list(KEY, *issued)
    old = dt.datetime(2026, 10, 1, tzinfo=dt.UTC)
    future = dt.datetime(2027, 1, 1, tzinfo=dt.UTC)
    before, after = dt.date(2026, 4, 30), dt.date(2026, 5, 1)
    kid = KEY.public.kid.hex()
    neighbor = an_office(host="sukasari.desa.id", desa="Desa Sukasari", keys=(a_record(NEIGHBOR),))
    return {
        "complete": {
            "keys": key_list(revoked_counters=((kid, 7),), issued_counters=((kid, 9),)),
            "lists": [
                revoked,
                all_issued,
                revoked_list(RETIRED),
                issued_list(RETIRED, (OLD, OLD.date)),
                revoked_list(LEAKED),
                issued_list(LEAKED, (LEAKED_BEFORE, before), (LEAKED_AFTER, after)),
            ],
        },
        "without lists": {"keys": key_list(), "lists": []},
        "without issued list": {"keys": key_list(), "lists": [revoked]},
        "stale lists": {
            "keys": key_list(),
            "lists": [revoked_list(KEY, REVOKED, issued_at=old), issued_list(KEY, *issued, issued_at=old)],
        },
        "lists from the future": {
            "keys": key_list(),
            "lists": [revoked_list(KEY, issued_at=future), issued_list(KEY, *issued, issued_at=future)],
        },
        "superseded lists": {
            "keys": key_list(revoked_counters=((kid, 8),), issued_counters=((kid, 9),)),
            "lists": [revoked, all_issued],
        },
        "lists of a stranger": {
            "keys": key_list(),
            "lists": [
                revoked_list(KEY, signer=STRANGER),
                issued_list(KEY, *issued, signer=STRANGER),
            ],
        },
        "lists signed by the leaked key": {
            "keys": key_list(),
            "lists": [
                revoked_list(LEAKED, signer=LEAKED),
                issued_list(LEAKED, (LEAKED_NEVER, before), signer=LEAKED),
            ],
        },
        "neighbor": {"keys": key_list(NEIGHBOR, neighbor), "lists": []},
        "portal": portal(),
    }


def portal() -> dict[str, Any]:
    """Return the site of a regency with two villages that share its host, each with lists of its own."""
    regency = an_office(
        host=PORTAL, desa="Dinas PMD", code=None, keys=(a_record(REGENCY, PORTAL),), signers=()
    )
    sukasari = an_office(
        host=PORTAL,
        desa="Desa Sukasari",
        code="32.15.01.2002",
        keys=(a_record(NEIGHBOR, PORTAL),),
        signers=(SignerTerm(name="Neng Rahmawati", jabatan="Kepala Desa"),),
    )
    sukajaya = an_office(
        host=PORTAL, desa="Desa Sukajaya", code="32.15.01.2003", keys=(a_record(RETIRED, PORTAL),), signers=()
    )
    known = [(each, each.date) for each in (TENANT, TENANT_REVOKED)]
    own = issued_list(NEIGHBOR, *known, signer=NEIGHBOR, host=PORTAL)
    foreign = issued_list(RETIRED, (TENANT_FOREIGN_LIST, TENANT.date), signer=NEIGHBOR, host=PORTAL)
    return {
        "keys": key_list(REGENCY, regency, tenants=(sukasari, sukajaya)),
        "lists": [
            revoked_list(NEIGHBOR, TENANT_REVOKED, signer=NEIGHBOR, host=PORTAL),
            own,
            revoked_list(RETIRED, signer=RETIRED, host=PORTAL),
            foreign,
        ],
    }


# ---------------------------------------------------------------- links by hand


def link(data: bytes, host: str = HOST) -> str:
    return f"https://{host}/v#{int.from_bytes(data)}"


def head(major: int, value: int) -> bytes:
    if value < 24:
        return bytes((major << 5 | value,))
    return bytes((major << 5 | 24, value)) if value < 256 else bytes((major << 5 | 25,)) + value.to_bytes(2)


def bstr(data: bytes) -> bytes:
    return head(2, len(data)) + data


PROTECTED = cbor.encode({1: -7, 4: KEY.public.kid})
PAYLOAD = some_claims().to_payload()


def signed(payload: bytes, protected: bytes = PROTECTED, key: SigningKey = KEY) -> bytes:
    """Return a message with these parts and a good signature over them."""
    signature = key.sign(cbor.encode(("Signature1", protected, b"", payload)))
    return b"\x84" + bstr(protected) + b"\xa0" + bstr(payload) + bstr(signature)


def outer(signature: bytes, payload: bytes = PAYLOAD) -> bytes:
    return b"\x84" + bstr(PROTECTED) + b"\xa0" + bstr(payload) + bstr(signature)


def parts_of(seal: Seal) -> tuple[int, int]:
    signature = cose.Envelope.from_bytes(seal.cose).signature
    return int.from_bytes(signature[:32]), int.from_bytes(signature[32:])


def raw(r: int, s: int) -> bytes:
    return r.to_bytes(32) + s.to_bytes(32)


def letter(*changes: tuple[int, bytes]) -> bytes:
    """Return a payload whose private claim has some items replaced by these bytes."""
    claims: Any = cbor.decode(PAYLOAD)
    items = [cbor.encode(each) for each in claims[-65537]]
    for place, item in changes:
        items[place] = item
    return claims_of(head(4, len(items)) + b"".join(items))


def claims_of(item: bytes, before: bytes = b"", count: int = 2) -> bytes:
    iss = b"\x01" + cbor.encode(HOST)
    return head(5, count) + iss + before + cbor.encode(-65537) + item


NINE = cbor.encode(cbor.decode(PAYLOAD)[-65537])  # type: ignore[index, call-overload]


def malformed() -> Iterator[tuple[str, bytes, str]]:
    """Yield name, bytes and reason of what is not a seal, class by class."""
    good = signed(PAYLOAD)
    text = cbor.encode
    yield "bytes after the message", good + b"\x00", "cbor-trailing-bytes"
    yield "message cut off", good[:-1], "cbor-truncated"
    yield "message cut off in the payload", good[:40], "cbor-truncated"
    yield "COSE tag", b"\xd2" + good, "cbor-tag"
    yield "a text", text("x" * 60), "seal-bad-structure"
    yield "a map", text({1: 2}), "seal-bad-structure"
    yield "three parts", b"\x83" + good[1:-66], "seal-bad-structure"
    yield "five parts", b"\x85" + good[1:] + b"\xf6", "seal-bad-structure"
    yield "indefinite array", b"\x9f" + good[1:] + b"\xff", "cbor-indefinite-length"
    yield "array length not shortest", b"\x98\x04" + good[1:], "cbor-not-shortest"
    yield (
        "header length not shortest",
        b"\x84\x58" + bytes((len(PROTECTED),)) + good[2:],
        "cbor-not-shortest",
    )
    place = good.index(b"\xa0" + bstr(PAYLOAD))
    yield (
        "payload length in two bytes",
        (good[: place + 1] + b"\x59" + len(PAYLOAD).to_bytes(2) + PAYLOAD + good[-66:]),
        "cbor-not-shortest",
    )
    yield (
        "payload length in eight bytes",
        (good[: place + 1] + b"\x5b" + len(PAYLOAD).to_bytes(8) + PAYLOAD + good[-66:]),
        "cbor-number-too-large",
    )
    yield "unprotected header", good[:place] + b"\xa1\x04\x41\x01" + good[place + 1 :], "seal-bad-structure"
    yield "unprotected is an array", good[:place] + b"\x80" + good[place + 1 :], "seal-bad-structure"
    yield "payload missing", good[: place + 1] + b"\xf6" + good[-66:], "seal-bad-structure"
    yield "payload empty", good[: place + 1] + b"\x40" + good[-66:], "seal-bad-structure"
    yield "signature of 63 bytes", good[:-66] + bstr(good[-63:]), "seal-bad-structure"
    yield "signature of 65 bytes", good[:-66] + bstr(good[-64:] + b"\0"), "seal-bad-structure"
    for name, header, reason in (
        ("header empty", b"", "seal-bad-structure"),
        ("header an encoded empty map", b"\xa0", "seal-bad-structure"),
        ("algorithm missing", text({4: KEY.public.kid}), "seal-bad-structure"),
        ("algorithm EdDSA", text({1: -8, 4: KEY.public.kid}), "seal-wrong-algorithm"),
        ("algorithm Ed25519", text({1: -19, 4: KEY.public.kid}), "seal-wrong-algorithm"),
        ("algorithm ES384", text({1: -35, 4: KEY.public.kid}), "seal-wrong-algorithm"),
        ("algorithm HMAC", text({1: 5, 4: KEY.public.kid}), "seal-wrong-algorithm"),
        ("algorithm as text", text({1: "ES256", 4: KEY.public.kid}), "seal-wrong-algorithm"),
        ("kid missing", text({1: -7}), "seal-bad-structure"),
        ("kid of 8 bytes", text({1: -7, 4: bytes(8)}), "seal-bad-structure"),
        ("kid as text", text({1: -7, 4: "abcd"}), "seal-bad-structure"),
        ("critical header", text({1: -7, 2: (4,), 4: KEY.public.kid}), "seal-bad-structure"),
        ("header with bytes after it", PROTECTED + b"\0", "cbor-trailing-bytes"),
        ("header unsorted", b"\xa2\x04\x44" + KEY.public.kid + b"\x01\x26", "cbor-unsorted-keys"),
    ):
        yield name, signed(PAYLOAD, header), reason
    r, s = parts_of(seal_claims(some_claims(), KEY))
    yield "signature with high S", outer(raw(r, ORDER - s)), "seal-high-s"
    yield "signature with S of the order", outer(raw(r, ORDER)), "seal-high-s"
    for name, payload, reason in bad_payloads():
        yield name, signed(payload), reason


def bad_payloads() -> Iterator[tuple[str, bytes, str]]:
    text, name = cbor.encode, "nomor"
    yield "payload with bytes after it", PAYLOAD + b"\0", "cbor-trailing-bytes"
    yield "payload cut off", PAYLOAD[:-1], "cbor-truncated"
    yield "payload an array", NINE, "seal-bad-claims"
    yield "payload with a tag", b"\xc1" + PAYLOAD, "cbor-tag"
    yield "half float", letter((3, b"\xf9\x00\x00")), "cbor-simple-value"
    yield "double float", letter((3, b"\xfb" + bytes(8))), "cbor-simple-value"
    yield "true", letter((6, b"\xf5")), "cbor-simple-value"
    yield "undefined", letter((6, b"\xf7")), "cbor-simple-value"
    yield "simple value", letter((6, b"\xe0")), "cbor-simple-value"
    yield "bignum", letter((3, b"\xc2\x41\x01")), "cbor-tag"
    yield "indefinite text", letter((2, b"\x7f\x61a\xff")), "cbor-indefinite-length"
    yield "indefinite bytes", letter((8, b"\x5f\x41a\xff")), "cbor-indefinite-length"
    yield "indefinite map", b"\xbf" + PAYLOAD[1:] + b"\xff", "cbor-indefinite-length"
    yield "reserved length", letter((3, b"\x1c")), "cbor-number-too-large"
    yield "number not shortest", letter((0, b"\x18\x01")), "cbor-not-shortest"
    yield "number of eight bytes", letter((3, b"\x1b" + bytes(7) + b"\x01")), "cbor-number-too-large"
    yield "text length not shortest", letter((2, b"\x78\x01a")), "cbor-not-shortest"
    yield "text not UTF-8", letter((2, b"\x62\xc3\x28")), "cbor-not-utf8"
    yield "text with an encoded surrogate", letter((2, b"\x63\xed\xa0\x80")), "cbor-not-utf8"
    iss = b"\x01" + text(HOST)
    body = text(-65537) + NINE
    yield "claims unsorted", b"\xa2" + body + iss, "cbor-unsorted-keys"
    yield "claim repeated", b"\xa3" + iss + iss + body, "cbor-unsorted-keys"
    yield "key of bytes", b"\xa3" + iss + body + b"\x41\x01\x01", "cbor-bad-key"
    deep = letter((6, b"\x81" * 5 + b"\x01"))
    yield "nested seven deep", deep, "cbor-too-deep"
    yield "33 items", claims_of(head(4, 33) + b"\xf6" * 33), "cbor-too-many-items"
    yield "issuer missing", b"\xa1" + body, "seal-bad-claims"
    yield "letter missing", b"\xa1" + iss, "seal-bad-claims"
    yield "claim too many", claims_of(NINE, b"\x02\x61a", 3), "seal-bad-claims"
    yield "issuer not a text", b"\xa2\x01\x01" + body, "seal-bad-claims"
    yield "letter not an array", claims_of(b"\x01"), "seal-bad-claims"
    yield "eight items", claims_of(b"\x88" + NINE[1:-17]), "seal-bad-claims"
    yield "ten items", claims_of(b"\x8a" + NINE[1:] + b"\xf6"), "seal-bad-claims"
    yield "layout version 2", letter((0, b"\x02")), "seal-version-unknown"
    yield "expiry a text", claims_of(NINE, b"\x04\x61a", 3), "seal-bad-claims"
    yield "expiry negative", claims_of(NINE, b"\x04\x20", 3), "seal-bad-claims"
    yield "expiry in the middle of a day", claims_of(NINE, b"\x04" + text(1793206801), 3), "seal-bad-claims"
    yield "expiry in 2106", claims_of(NINE, b"\x04" + text(4291722000 + 86400), 3), "seal-bad-claims"
    yield f"{name} a number", letter((2, b"\x05")), "seal-bad-claims"
    yield f"{name} empty", letter((2, b"\x60")), "text-empty"
    yield f"{name} with a line break", letter((2, text("470/1\n"))), "text-control-character"
    yield "name with bidi override", letter((4, text("Ahmad \u202ekades"))), "text-control-character"
    yield "name with bidi isolate", letter((4, text("Ahmad \u2066kades"))), "text-control-character"
    yield "name with zero-width space", letter((4, text("Ah\u200bmad"))), "text-control-character"
    yield "name with soft hyphen", letter((4, text("Ah\u00admad"))), "text-control-character"
    yield "name with a tag character", letter((4, text("Ahmad\U000e0041"))), "text-control-character"
    yield "name with a private character", letter((4, text("Ahmad\ue000"))), "text-control-character"
    yield "name with variation selector", letter((4, text("Ahmad\ufe0f"))), "text-invisible-character"
    yield "name with Hangul filler", letter((4, text("Ahmad\u3164"))), "text-invisible-character"
    yield "name not in NFC", letter((4, text("De\u0301sire\u0301e"))), "text-not-nfc"
    yield "name of 161 characters", letter((4, text("x" * 161))), "text-too-long"
    yield "day negative", letter((3, b"\x20")), "seal-bad-claims"
    yield "day after the year 9999", letter((3, text(2932897))), "seal-bad-claims"
    yield "type number zero", letter((1, b"\x00")), "seal-bad-claims"
    yield "type as text although it has a number", letter((1, text("Surat Keterangan"))), "seal-bad-claims"
    yield "subject a number", letter((6, b"\x05")), "seal-bad-claims"
    yield "summary of 49 characters", letter((7, text("x" * 49))), "text-too-long"
    yield "commitment of 15 bytes", letter((8, text(bytes(15)))), "seal-bad-claims"
    yield "commitment a text", letter((8, text("x" * 16))), "seal-bad-claims"


def bad_links() -> Iterator[tuple[str, str, str]]:
    digits = link(signed(PAYLOAD)).partition("#")[2]
    yield "empty", "", "link-malformed"
    yield "a word", "surat", "link-malformed"
    yield "another site's link", "https://github.com/OpenSID/OpenSID", "link-malformed"
    yield "no digits", f"https://{HOST}/v#", "link-malformed"
    yield "no fragment", f"https://{HOST}/v", "link-malformed"
    yield "http", f"http://{HOST}/v#{digits}", "link-malformed"
    yield "host in capitals", f"https://{HOST.upper()}/v#{digits}", "link-malformed"
    yield "port", f"https://{HOST}:443/v#{digits}", "link-malformed"
    yield "user", f"https://{HOST}@evil.example/v#{digits}", "link-malformed"
    yield "query", f"https://{HOST}/v?a=1#{digits}", "link-malformed"
    yield "other path", f"https://{HOST}/w#{digits}", "link-malformed"
    yield "letters among the digits", f"https://{HOST}/v#{digits[:9]}a{digits[9:]}", "link-malformed"
    yield "Arabic digits", f"https://{HOST}/v#" + "\u0661" * 300, "link-malformed"
    yield "sign before the digits", f"https://{HOST}/v#+{digits}", "link-malformed"
    yield "leading zero", f"https://{HOST}/v#0{digits}", "link-leading-zero"
    yield "2,001 digits", f"https://{HOST}/v#" + "1" * 2001, "link-too-long"
    yield "one digit", f"https://{HOST}/v#7", "seal-bad-structure"
    yield "a script", "javascript:alert(1)", "link-malformed"


def vectors() -> Iterator[dict[str, Any]]:
    for name, claims in GOOD.items():
        reason = "signer-not-in-office" if "signatory" in name else "compare-with-the-letter"
        yield a_vector(name, seal_claims(claims, KEY).link, "valid", reason, claims=claims)
    typical = seal_claims(GOOD["typical"], KEY)
    slashed = typical.link.replace("/v#", "/v/#")
    yield a_vector("path with a slash", slashed, "valid", "compare-with-the-letter")
    unknown = letter((1, b"\x18\xc8"), (5, b"\x18\xc8"))
    yield a_vector("numbers not known yet", link(signed(unknown)), "not-registered", "not-on-issued-list")
    yield a_vector("retired key", seal_claims(OLD, RETIRED).link, "valid", "compare-with-the-letter")
    for name, data, reason in malformed():
        yield a_vector(name, link(data), "not-a-seal", reason)
    for name, text, reason in bad_links():
        yield a_vector(f"link: {name}", text, "not-a-seal", reason)
    yield from bad_signatures(typical)
    yield from bad_sites(typical)
    yield from bad_keys()
    yield from statuses(typical)
    yield from tenants()


def bad_signatures(typical: Seal) -> Iterator[dict[str, Any]]:
    r, s = parts_of(typical)
    changed = PAYLOAD.replace(b"Siti Aminah", b"Siti Aminih")
    der = KEY.sign(PAYLOAD)
    for name, data in (
        ("name changed in the payload", outer(raw(r, s), changed)),
        ("one bit of r changed", outer(raw(r ^ 1, s))),
        ("one bit of s changed", outer(raw(r, s ^ 1))),
        ("r is zero", outer(raw(0, s))),
        ("s is zero", outer(raw(r, 0))),
        ("r and s are zero", outer(bytes(64))),
        ("r is the order", outer(raw(ORDER, s))),
        ("r beyond the field", outer(b"\xff" * 32 + s.to_bytes(32))),
        ("r and s exchanged", outer(raw(s, min(r, ORDER - r)))),
        ("signature over the payload alone", outer(der)),
        ("signed by a stranger under our kid", signed(PAYLOAD, key=STRANGER)),
    ):
        yield a_vector(name, link(data), "bad-signature", "signature-wrong")


def bad_sites(typical: Seal) -> Iterator[dict[str, Any]]:
    for name, host, reason in (
        ("opened on another village's site", "sukasari.desa.id", "host-differs"),
        ("opened on a site ending otherwise", "sukamaju.desa.id.x.com", "host-differs"),
    ):
        yield a_vector(name, link(typical.cose, host), "wrong-site", reason)
    for host, reason in (
        ("sukamaju-desa.id", "host-look-alike"),
        ("sukamaju.desa.id.x.com", "host-look-alike"),
        ("sukamajudesa.id", "host-look-alike"),
        ("sukamaju.desa-id.com", "host-look-alike"),
        ("xn--sukamaj-q2a.desa.id", "host-look-alike"),
        ("sukamaju.example.com", "host-not-official"),
    ):
        sealed = seal_claims(some_claims(host=host), KEY)
        yield a_vector(f"signed for {host}", sealed.link, "wrong-site", reason)
    elsewhere = seal_claims(some_claims(host="sukasari.desa.id"), KEY)
    yield a_vector("key of another office", elsewhere.link, "wrong-site", "key-of-another-office")


def bad_keys() -> Iterator[dict[str, Any]]:
    stranger = seal_claims(some_claims(), STRANGER)
    yield a_vector("unknown kid", stranger.link, "unknown-key", "key-unknown")
    yield a_vector("unknown site", stranger.link, "unknown-key", "key-unknown", site="neighbor")
    for name, day in (("before", dt.date(2025, 12, 31)), ("after", dt.date(2027, 1, 1))):
        sealed = seal_claims(some_claims(date=day), KEY)
        yield a_vector(f"dated the day {name} the key's term", sealed.link, "unknown-key", "key-not-in-force")
    late = seal_claims(some_claims(date=dt.date(2026, 1, 1)), RETIRED)
    yield a_vector("retired key on a new letter", late.link, "unknown-key", "key-not-in-force")
    before = seal_claims(LEAKED_BEFORE, LEAKED)
    yield a_vector("leaked key, registered before", before.link, "valid", "compare-with-the-letter")
    after = seal_claims(LEAKED_AFTER, LEAKED)
    yield a_vector("leaked key, registered on the day", after.link, "revoked", "key-compromised")
    never = seal_claims(LEAKED_NEVER, LEAKED)
    yield a_vector("leaked key, not registered", never.link, "revoked", "key-compromised")
    own = "lists signed by the leaked key"
    yield a_vector("leaked key that vouches for itself", never.link, "revoked", "key-compromised", site=own)


def statuses(typical: Seal) -> Iterator[dict[str, Any]]:
    good, withdrawn = typical.link, seal_claims(REVOKED, KEY).link
    yield a_vector("withdrawn", withdrawn, "revoked", "seal-revoked")
    yield a_vector("expired yesterday", seal_claims(EXPIRED, KEY).link, "expired", "expired")
    last = seal_claims(GOOD["valid until today"], KEY).link
    end = dt.datetime(2026, 11, 24, 17, 0, tzinfo=dt.UTC)
    compare = "compare-with-the-letter"
    yield a_vector("last second of validity", last, "valid", compare, at=end - dt.timedelta(seconds=1))
    yield a_vector("first second after validity", last, "expired", "expired", at=end)
    unregistered = seal_claims(UNREGISTERED, KEY).link
    yield a_vector("not on the issued list", unregistered, "not-registered", "not-on-issued-list")
    unchecked = "status-unchecked"
    for site, reason in (
        ("without lists", "revocation-list-missing"),
        ("without issued list", "issued-list-missing"),
        ("stale lists", "list-stale"),
        ("lists from the future", "list-from-the-future"),
        ("superseded lists", "list-superseded"),
        ("lists of a stranger", "revocation-list-missing"),
    ):
        yield a_vector(f"status with {site}", good, unchecked, reason, site=site)
    yield a_vector("withdrawn, on a stale list", withdrawn, "revoked", "seal-revoked", site="stale lists")
    day = FRESH + dt.timedelta(days=30)
    yield a_vector("lists of exactly 30 days", good, "valid", compare, at=day)
    later = day + dt.timedelta(seconds=1)
    yield a_vector("lists of more than 30 days", good, unchecked, "list-stale", at=later)


def tenants() -> Iterator[dict[str, Any]]:
    """Yield letters of villages that share the portal of their regency."""
    compare, unchecked = "compare-with-the-letter", "status-unchecked"
    own = seal_claims(TENANT, NEIGHBOR).link
    yield a_vector("portal: letter of a village", own, "valid", compare, site="portal", claims=TENANT)
    never, reason = seal_claims(TENANT_UNREGISTERED, NEIGHBOR).link, "not-on-issued-list"
    yield a_vector("portal: letter not registered", never, "not-registered", reason, site="portal")
    withdrawn = seal_claims(TENANT_REVOKED, NEIGHBOR).link
    yield a_vector("portal: withdrawn by its village", withdrawn, "revoked", "seal-revoked", site="portal")
    other = seal_claims(TENANT_FOREIGN_LIST, RETIRED).link
    missing = "issued-list-missing"
    yield a_vector("portal: registered by another village", other, unchecked, missing, site="portal")
    regency = seal_claims(some_claims(host=PORTAL), REGENCY).link
    missing = "revocation-list-missing"
    yield a_vector("portal: letter of the regency itself", regency, unchecked, missing, site="portal")
    stranger = seal_claims(TENANT, STRANGER).link
    yield a_vector("portal: key of nobody there", stranger, "unknown-key", "key-unknown", site="portal")
    elsewhere = seal_claims(some_claims(), NEIGHBOR).link
    wrong = "key-of-another-office"
    yield a_vector("portal: key of a village on another host", elsewhere, "wrong-site", wrong, site="portal")
    away = seal_claims(TENANT, NEIGHBOR).link
    yield a_vector("portal: letter at a site that does not know it", away, "unknown-key", "key-unknown")


def a_vector(
    name: str,
    text: str,
    verdict: str,
    reason: str,
    *,
    site: str = "complete",
    at: dt.datetime = NOW,
    claims: Claims | None = None,
) -> dict[str, Any]:
    expected = None
    if claims is not None:
        expected = {
            "letter_type": claims.letter_type,
            "nomor": claims.nomor,
            "date": claims.date.isoformat(),
            "signatory": claims.signatory,
            "jabatan": claims.jabatan,
            "subject": claims.subject,
            "summary": claims.summary,
            "expires": claims.expires.isoformat() if claims.expires else None,
        }
    return {
        "name": name,
        "text": text,
        "site": site,
        "at": int(at.timestamp()),
        "verdict": verdict,
        "reason": reason,
        "claims": expected,
    }


def document() -> str:
    """Return the file's text."""
    content = {
        "about": "Made by tests/vectors/make_seals.py. Names are invented; keys are fixed numbers.",
        "host": HOST,
        "codebook": {"letter_types": LETTER_TYPES, "jabatan": JABATAN},
        "sites": sites(),
        "vectors": list(vectors()),
    }
    return json.dumps(content, ensure_ascii=True, indent=1) + "\n"


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    FILE.write_text(document(), encoding="utf-8", newline="\n")
