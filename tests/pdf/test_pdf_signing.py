"""Signed files: valid, still archivable and accessible, and broken by any change."""

from __future__ import annotations

import datetime as dt
import functools
import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from kopsurat.backends.pdf import (
    Level,
    PdfSigner,
    external_signer,
    inspect_signatures,
    load_pkcs12,
    render,
    sign_pdf,
)
from kopsurat.errors import KeyFileError, RenderError

if TYPE_CHECKING:
    from pathlib import Path

pytest.importorskip("pyhanko")

NOON = dt.datetime(2026, 11, 24, 12, 0, tzinfo=dt.UTC)
SINCE, UNTIL = dt.datetime(2026, 1, 1, tzinfo=dt.UTC), dt.datetime(2031, 1, 1, tzinfo=dt.UTC)


@functools.cache
def _office(kind: str) -> tuple[Any, Any, Any]:
    """Return the key, the certificate of the village head, and that of the authority above."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec, rsa
    from cryptography.x509.oid import NameOID

    def new_key() -> Any:
        return (
            rsa.generate_private_key(65537, 2048)
            if kind == "rsa"
            else ec.generate_private_key(ec.SECP256R1())
        )

    def name(text: str) -> Any:
        return x509.Name(
            [x509.NameAttribute(NameOID.COUNTRY_NAME, "ID"), x509.NameAttribute(NameOID.COMMON_NAME, text)]
        )

    def usage(*, signs_certificates: bool) -> Any:
        return x509.KeyUsage(
            digital_signature=not signs_certificates,
            content_commitment=not signs_certificates,
            key_encipherment=False,
            data_encipherment=False,
            key_agreement=False,
            key_cert_sign=signs_certificates,
            crl_sign=signs_certificates,
            encipher_only=False,
            decipher_only=False,
        )

    above, key = new_key(), new_key()
    root = (
        x509.CertificateBuilder()
        .subject_name(name("CA Uji"))
        .issuer_name(name("CA Uji"))
        .public_key(above.public_key())
        .serial_number(1)
        .not_valid_before(SINCE)
        .not_valid_after(UNTIL)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(usage(signs_certificates=True), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(above.public_key()), critical=False)
        .sign(above, hashes.SHA256())
    )
    own = (
        x509.CertificateBuilder()
        .subject_name(name("Kepala Desa Sukamaju"))
        .issuer_name(root.subject)
        .public_key(key.public_key())
        .serial_number(2)
        .not_valid_before(SINCE)
        .not_valid_after(UNTIL)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage(signs_certificates=False), critical=True)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(above.public_key()), critical=False)
        .sign(above, hashes.SHA256())
    )
    return key, own, root


def _der(certificate: Any) -> bytes:
    from cryptography.hazmat.primitives.serialization import Encoding

    return certificate.public_bytes(Encoding.DER)


def _pkcs12(kind: str = "ec") -> bytes:
    from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12

    key, own, root = _office(kind)
    return pkcs12.serialize_key_and_certificates(
        b"desa", key, own, [root], BestAvailableEncryption(b"rahasia")
    )


@functools.cache
def _signer(kind: str = "ec") -> PdfSigner:
    return load_pkcs12(_pkcs12(kind), "rahasia")


@pytest.fixture(scope="module")
def fielded(make: Any) -> bytes:
    return render(make.document(attachments=make.attachments()), signature_field="TandaTangan")


@pytest.mark.parametrize("kind", ["rsa", "ec"])
def test_a_signature_is_intact_covers_the_file_and_is_trusted_under_its_root(
    kind: str, letter: bytes
) -> None:
    signed = sign_pdf(letter, signer=_signer(kind), at=NOON)
    (found,) = inspect_signatures(signed, at=NOON, roots=(_der(_office(kind)[2]),))
    assert (found.is_intact, found.covers_file, found.is_trusted) == (True, True, True)
    assert (found.signer, found.issuer, found.signed_at) == ("Kepala Desa Sukamaju", "CA Uji", NOON)


def test_a_signature_of_an_unknown_authority_is_intact_but_not_trusted(letter: bytes) -> None:
    (found,) = inspect_signatures(sign_pdf(letter, signer=_signer(), at=NOON), at=NOON)
    assert found.is_intact
    assert not found.is_trusted


def test_a_file_without_signature_has_none(letter: bytes) -> None:
    assert inspect_signatures(letter, at=NOON) == ()


@pytest.mark.parametrize("garbage", [b"", b"%PDF-1.7\n/ByteRange", b"/ByteRange" * 500])
def test_garbage_has_no_signature(garbage: bytes) -> None:
    assert inspect_signatures(garbage, at=NOON) == ()


def test_one_changed_byte_breaks_the_signature(letter: bytes) -> None:
    signed = bytearray(sign_pdf(letter, signer=_signer(), at=NOON))
    at = signed.index(b"/Length1") - 40
    signed[at] ^= 1
    found = inspect_signatures(bytes(signed), at=NOON)
    assert all(not each.is_intact for each in found)


def test_a_key_elsewhere_signs_through_a_function(letter: bytes) -> None:
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec

    key, own, root = _office("ec")
    asked: list[bytes] = []

    def service(data: bytes) -> bytes:
        asked.append(data)
        return key.sign(data, ec.ECDSA(hashes.SHA256()))

    signer = external_signer(certificate=_der(own), chain=(_der(root),), sign=service)
    (found,) = inspect_signatures(sign_pdf(letter, signer=signer, at=NOON), at=NOON, roots=(_der(root),))
    assert found.is_trusted
    assert len(asked) == 1


def test_what_the_service_raises_reaches_the_caller(letter: bytes) -> None:
    def refuses(data: bytes) -> bytes:
        raise ConnectionError(len(data))

    signer = external_signer(certificate=_der(_office("ec")[1]), sign=refuses)
    with pytest.raises(ConnectionError):
        sign_pdf(letter, signer=signer, at=NOON)


def test_a_wrong_passphrase_is_told() -> None:
    with pytest.raises(KeyFileError) as caught:
        load_pkcs12(_pkcs12(), "salah")
    assert caught.value.code == "signing-key-locked"


def test_a_certificate_that_is_none_is_told() -> None:
    with pytest.raises(KeyFileError) as caught:
        external_signer(certificate=b"bukan sertifikat", sign=bytes)
    assert caught.value.code == "signing-certificate-unreadable"


def test_a_file_that_is_no_pdf_cannot_be_signed() -> None:
    with pytest.raises(RenderError) as caught:
        sign_pdf(b"bukan PDF", signer=_signer(), at=NOON)
    assert caught.value.code == "signing-failed"


def test_the_field_lies_over_the_signature_block(fielded: bytes) -> None:
    import io

    import pypdf

    page = pypdf.PdfReader(io.BytesIO(fielded)).pages[0]
    (field,) = [note.get_object() for note in page["/Annots"] if note.get_object()["/Subtype"] == "/Widget"]
    x0, y0, x1, y1 = map(float, field["/Rect"])
    assert 595 / 2 < x0 < x1 < 595 - 50
    assert 80 < y1 - y0 < 160


@pytest.mark.tool
@pytest.mark.parametrize("source", ["letter", "fielded"])
def test_a_signed_file_stays_archivable_and_accessible(source: str, request: Any, verapdf: Any) -> None:
    signed = sign_pdf(
        request.getfixturevalue(source), signer=_signer(), at=NOON, reason="Penandatanganan surat"
    )
    verapdf.accepts(signed, "3a,ua1")


def _verified(signed: bytes, folder: Path, *options: str) -> str:
    path = folder / "surat.pdf"
    path.write_bytes(signed)
    command = [sys.executable, "-m", "kopsurat", *options, "verify", str(path)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False).stdout


def test_the_command_tells_of_signatures_apart_from_the_seal(letter: bytes, tmp_path: Path) -> None:
    signed = sign_pdf(letter, signer=_signer(), at=NOON)
    said = _verified(signed, tmp_path)
    assert "(PAdES): Kepala Desa Sukamaju, penerbit CA Uji, 2026-11-24 12.00 UTC. Berkas utuh" in said
    broken = bytearray(signed)
    broken[signed.index(b"/Length1") + 1000] ^= 1  # in the program of a font
    assert "RUSAK" in _verified(bytes(broken), tmp_path)
    assert "PAdES" not in _verified(letter, tmp_path)


def test_the_command_tells_programs_of_signatures(letter: bytes, tmp_path: Path) -> None:
    signed = sign_pdf(letter, signer=_signer(), at=NOON)
    (verdict,) = json.loads(_verified(signed, tmp_path, "--json"))["verdicts"]
    (found,) = verdict["signatures"]
    assert (found["signer"], found["intact"], found["covers_file"]) == ("Kepala Desa Sukamaju", True, True)


@pytest.mark.tool
@pytest.mark.parametrize(
    ("level", "flavours"),
    [(Level.A1B, "1b"), (Level.A2B, "2b,ua1"), (Level.A4, "4,ua2"), (Level.A4F, "4f,ua2")],
)
def test_signed_files_of_other_levels_conform(level: Level, flavours: str, make: Any, verapdf: Any) -> None:
    document = make.document(attachments=make.attachments())
    pdf = render(document, level=level, signature_field="TandaTangan")
    verapdf.accepts(sign_pdf(pdf, signer=_signer(), at=NOON, reason="Pengesahan"), flavours)


@pytest.mark.tool
def test_two_signers_one_after_the_other_leave_both_intact(
    fielded: bytes, run_tool: Any, verapdf: Any, tmp_path: Path
) -> None:
    once = sign_pdf(fielded, signer=_signer("rsa"), at=NOON)
    twice = sign_pdf(once, signer=_signer("ec"), at=NOON, name="Sekretaris")
    found = inspect_signatures(twice, at=NOON)
    assert [(each.name, each.is_intact, each.covers_file) for each in found] == [
        ("TandaTangan", True, True),
        ("Sekretaris", True, True),
    ]
    verapdf.accepts(twice, "3a,ua1")
    path = tmp_path / "surat.pdf"
    path.write_bytes(twice)
    assert run_tool("pdfsig", "-nocert", str(path)).stdout.count("Signature is Valid") == 2


def test_nothing_is_said_of_the_library_that_signs(letter: bytes) -> None:
    signed = sign_pdf(letter, signer=_signer(), at=NOON)
    assert signed.startswith(letter)
    assert b"pyHanko" not in signed


def test_an_unknown_authority_makes_no_noise(letter: bytes, caplog: pytest.LogCaptureFixture) -> None:
    inspect_signatures(sign_pdf(letter, signer=_signer(), at=NOON), at=NOON)
    assert caplog.records == []


@pytest.mark.tool
def test_poppler_finds_the_signature_valid(letter: bytes, run_tool: Any, tmp_path: Path) -> None:
    path = tmp_path / "surat.pdf"
    path.write_bytes(sign_pdf(letter, signer=_signer("rsa"), at=NOON))
    said = run_tool("pdfsig", "-nocert", str(path)).stdout
    assert "Signature is Valid" in said
    assert "ETSI.CAdES.detached" in said
