"""Seals, lists and files: whatever comes in, a verdict comes out, or one of our errors."""

from __future__ import annotations

import datetime as dt
import functools
import json
from pathlib import Path
from typing import Final

from harness import Target, text_of

from kopsurat.errors import InvalidSeal, KopsuratError, TrustError
from kopsurat.messages import explain
from kopsurat.scanning import verify_file
from kopsurat.seal import (
    Kind,
    LetterFile,
    SigningKey,
    Trust,
    Verdict,
    cbor,
    cose,
    jcs,
    parse_list,
    parse_trust_list,
    typed_code,
    verify,
    verify_code,
)
from kopsurat.seal.dns import parse_dns_record
from kopsurat.seal.link import Link, looks_like_link

__all__ = ["TARGETS"]

_AT: Final = dt.datetime(2026, 11, 25, 3, 0, tzinfo=dt.UTC)
_KEY: Final = SigningKey.from_scalar(20261124)
_TRUST: Final = Trust.of(_KEY.public)
_VECTORS: Final = json.loads((Path(__file__).parents[1] / "vectors" / "seals.json").read_text("utf-8"))
_LINKS: Final = tuple(each["text"] for each in _VECTORS["vectors"])


def _is_told(verdict: Verdict) -> None:
    """A verdict explains itself in both languages and as JSON, and vouches only for good keys."""
    assert verdict.sentence("id")
    assert verdict.sentence("en")
    assert all(reason.sentence("id") for reason in verdict.reasons)
    assert json.dumps(verdict.to_json())
    if verdict.kind in (Kind.NOT_A_SEAL, Kind.UNREADABLE, Kind.UNKNOWN_KEY, Kind.BAD_SIGNATURE):
        assert verdict.claims is None


def _link(data: bytes) -> None:
    text = text_of(data)
    _is_told(verify(text, trust=_TRUST, at=_AT))
    try:
        link = Link.parse(text)
    except InvalidSeal as error:
        assert explain(error, "id")
    else:
        assert looks_like_link(text) or len(link.cose) < 9
        assert Link.parse(str(link)) == link


def _bytes(data: bytes) -> None:
    _is_told(verify(data, trust=_TRUST, at=_AT))


def _cbor(data: bytes) -> None:
    try:
        item = cbor.decode(data)
    except InvalidSeal:
        return
    assert cbor.encode(item) == data  # one encoding only


def _cose(data: bytes) -> None:
    try:
        envelope = cose.Envelope.from_bytes(data)
    except InvalidSeal:
        return
    assert envelope.to_bytes() == data
    assert not envelope.is_signed_by(SigningKey.from_scalar(7).public)


def _jcs(data: bytes) -> None:
    try:
        value = jcs.parse(data, limit=100_000)
    except InvalidSeal:
        return
    assert jcs.parse(jcs.canonical(value), limit=200_000) == value


def _letter_file(data: bytes) -> None:
    try:
        file = LetterFile.parse(data)
    except InvalidSeal:
        return
    assert LetterFile.parse(file.to_json()) == file
    assert len(file.commitment) == 16


def _list(data: bytes) -> None:
    try:
        parse_list(data)
    except TrustError as error:
        assert explain(error, "id")
    try:
        trust = Trust.load(data)
    except KopsuratError:
        return
    _is_told(verify(_LINKS[0], trust=trust, at=_AT))


def _trust_list(data: bytes) -> None:
    try:
        parse_trust_list(data)
    except TrustError as error:
        assert explain(error, "id")


def _code(data: bytes) -> None:
    text = text_of(data)
    _is_told(verify_code(text, trust=_TRUST, host="sukamaju.desa.id", kid=_KEY.public.kid, at=_AT))
    try:
        value = typed_code.parse_code(text)
    except InvalidSeal:
        return
    again = typed_code.format_code((value << 4).to_bytes(8))
    assert typed_code.parse_code(again) == value


def _dns(data: bytes) -> None:
    try:
        parse_dns_record(text_of(data))
    except TrustError:
        return


def _file(data: bytes) -> None:
    _is_told(verify_file(data, trust=_TRUST, at=_AT))


def _shown(data: bytes) -> None:
    """Any text under a genuine seal is altered, unless it is the letter's own."""
    from kopsurat.scanning.comparison import compare

    seal, pages = _letter()
    file = LetterFile.parse(seal.letter_json)
    texts = tuple(text_of(data).split("\f"))
    for has_pages in (False, True):
        found = compare(file, texts, host=seal.host, code=seal.code, has_pages=has_pages)
        assert found or "470/012" in text_of(data), pages


@functools.cache
def _letter():  # type: ignore[no-untyped-def]
    import kopsurat
    from kopsurat.scanning.pdf import read_pdf_text

    office = kopsurat.read_office(_OFFICE)
    letter = kopsurat.read_letter(_SURAT)
    seal = kopsurat.seal_letter(letter, office, key=_KEY, host="sukamaju.desa.id")
    data = kopsurat.render(kopsurat.compose(letter, office, seal=seal), "pdf")
    return seal, read_pdf_text(data)[0]


_OFFICE: Final = """
[desa]
nama = "Sukamaju"
kecamatan = "Karangtengah"
kabupaten = "Sukamulya"
[[pejabat]]
id = "kades"
nama = "H. Ahmad Sudrajat, S.Sos."
jabatan = "Kepala Desa"
[verifikasi]
situs = "sukamaju.desa.id"
"""
_SURAT: Final = """+++
jenis = "undangan"
nomor = "470/012/DS-SM/XI/2026"
perihal = "Undangan"
tanggal = 2026-11-24
kepada = ["Ketua RT"]
penandatangan = "kades"
tembusan = ["Camat", "Arsip"]
+++
Kami mengundang Saudara.
"""


def _files() -> tuple[bytes, ...]:
    """Return a small file of each kind, and heads of files."""
    import kopsurat
    from kopsurat import qr

    office, letter = kopsurat.read_office(_OFFICE), kopsurat.read_letter(_SURAT)
    seal = kopsurat.seal_letter(letter, office, key=_KEY, host="sukamaju.desa.id")
    document = kopsurat.compose(letter, office, seal=seal)
    png = qr.encode("https://sukamaju.desa.id/", level="M").png(scale=1)
    return (
        *(kopsurat.render(document, kind) for kind in ("pdf", "docx")),
        png,
        b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj trailer<</Root 1 0 R>>\n%%EOF",
        b"GIF89a\1\0\1\0\0\0\0;",
        b"II*\0\x08\0\0\0\0\0",
    )


def _wire(link: str) -> bytes:
    return Link.parse(link).cose


_GOOD: Final = tuple(each["text"] for each in _VECTORS["vectors"] if each["verdict"] == "valid")[:4]
_LISTS: Final = tuple(
    json.dumps(each).encode()
    for site in ("complete", "portal")
    for each in (_VECTORS["sites"][site]["keys"], *_VECTORS["sites"][site]["lists"][:2])
)
TARGETS: Final[dict[str, Target]] = {
    "seal-link": Target(_link, tuple(each.encode() for each in _LINKS[:40])),
    "seal-bytes": Target(_bytes, tuple(map(_wire, _GOOD))),
    "cbor": Target(_cbor, tuple(map(_wire, _GOOD))),
    "cose": Target(_cose, tuple(map(_wire, _GOOD))),
    "jcs": Target(_jcs, (b'{"a":[1,"\\u00e9",null,true]}', *_LISTS[:2])),
    "letter-file": Target(_letter_file, (_letter()[0].letter_json,)),
    "key-list": Target(_list, _LISTS),
    "trust-list": Target(_trust_list, tuple(map(_wire, _GOOD[:1]))),
    "typed-code": Target(_code, (b"XWC9-CQ60-0N4Q-A", _letter()[0].code.encode())),
    "dns-record": Target(_dns, (b"v=ks1; kid=00000000; p=" + b"A" * 86,)),
    "seal-file": Target(_file, _files()),
    "shown-text": Target(_shown, ("\f".join(_letter()[1]).encode(), b"Nomor: 470/012 Perihal")),
}
