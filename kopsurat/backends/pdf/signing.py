"""Sign a finished PDF with a certificate of the office: PAdES-B-B (ETSI EN 319 142-1). The owner of pyHanko.

The signature is an outer layer over a letter that is already sealed: it needs no network, adds no
picture (an empty appearance over the signature block that is drawn anyway), and leaves the file
PDF/A and PDF/UA. Needs ``pip install "kopsurat[sign]"``.
"""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - part of value types
import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from kopsurat.errors import KeyFileError, MissingExtra, RenderError

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["FIELD", "PdfSigner", "external_signer", "load_pkcs12", "sign_pdf"]

FIELD: Final = "TandaTangan"
"""The name of the signature field."""

RawSignature: TypeAlias = "Callable[[bytes], bytes]"


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfSigner:
    """Somebody who can sign: a certificate, its chain, and a function that signs bytes with SHA-256.

    The function returns an RSA signature by PKCS #1 v1.5, or an ECDSA signature in DER. Certificates
    are DER. ``signature_size`` is the most bytes that it returns.
    """

    certificate: bytes
    chain: tuple[bytes, ...]
    signature_size: int
    sign: RawSignature = field(repr=False)


def load_pkcs12(data: bytes, passphrase: str) -> PdfSigner:
    """Return the signer of a PKCS #12 file (.p12, .pfx). The key stays loaded, which saves most of the time.

    Raises :class:`KeyFileError`: ``signing-key-locked`` for a wrong passphrase or a damaged file,
    ``signing-key-unsuitable`` for a file without key or certificate, or a key that is neither RSA nor
    elliptic.
    """
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.serialization import pkcs12

    try:
        key, certificate, others = pkcs12.load_key_and_certificates(data, passphrase.encode("utf-8"))
    except (ValueError, TypeError) as error:
        raise KeyFileError("signing-key-locked") from error
    if key is None or certificate is None:
        raise KeyFileError("signing-key-unsuitable")
    der = serialization.Encoding.DER
    chain = tuple(other.public_bytes(der) for other in others)
    sign, size = _signing(key)
    return PdfSigner(certificate=certificate.public_bytes(der), chain=chain, signature_size=size, sign=sign)


def external_signer(
    *, certificate: bytes, chain: tuple[bytes, ...] = (), sign: RawSignature, signature_size: int = 512
) -> PdfSigner:
    """Return a signer whose key is elsewhere: in a card, an HSM, a service such as BSrE.

    ``sign`` is given the bytes to sign and returns the signature over their SHA-256; what it raises is
    raised by :func:`sign_pdf`. ``certificate`` and ``chain`` are PEM or DER. Raises
    :class:`KeyFileError` ``signing-certificate-unreadable``.
    """
    return PdfSigner(
        certificate=_der(certificate),
        chain=tuple(_der(each) for each in chain),
        signature_size=signature_size,
        sign=sign,
    )


def sign_pdf(
    pdf: bytes, *, signer: PdfSigner, at: dt.datetime, reason: str = "", location: str = "", name: str = FIELD
) -> bytes:
    """Return the file with a signature appended, as of ``at`` (with a time zone).

    A field ``name`` that stands in the file already (``render(…, signature_field=…)``) is filled,
    otherwise an invisible one is added. Raises :class:`RenderError` ``signing-failed`` for a file that
    cannot take a signature, and :class:`MissingExtra` without pyHanko.
    """
    try:
        from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
        from pyhanko.pdf_utils.misc import PdfError
        from pyhanko.sign import signers
        from pyhanko.sign.fields import SigSeedSubFilter
        from pyhanko.sign.general import SigningError
        from pyhanko.stamp import StaticStampStyle
    except ImportError as error:
        raise MissingExtra("extra-missing", extra="sign", needed_for="PAdES") from error
    metadata = signers.PdfSignatureMetadata(
        field_name=name,
        subfilter=SigSeedSubFilter.PADES,
        md_algorithm="sha256",
        reason=reason or None,
        location=location or None,
    )

    class Clocked(signers.PdfSigner):
        """Signs as of the given moment, not of the clock."""

        def init_signing_session(self, *args: Any, **options: Any) -> Any:  # noqa: ANN401 - pyHanko's own
            session = super().init_signing_session(*args, **options)
            session.system_time = at
            return session

    class Untouched(IncrementalPdfFileWriter):
        """Adds to a file without a word about itself: PDF/A-1 wants the metadata to stay alike."""

        def _update_meta(self) -> None:
            pass

    out = io.BytesIO()
    # An empty appearance: nothing of pyHanko's own look (a border, a font that is not embedded) is drawn.
    pen = Clocked(
        metadata, signer=_adapted(signer), stamp_style=StaticStampStyle(border_width=0, background=None)
    )
    try:
        pen.sign_pdf(Untouched(io.BytesIO(pdf)), output=out)
    except (PdfError, SigningError) as error:
        raise RenderError("signing-failed", fault=str(error)) from error
    return out.getvalue()


def _signing(key: Any) -> tuple[RawSignature, int]:  # noqa: ANN401 - one of many classes of cryptography
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

    if isinstance(key, rsa.RSAPrivateKey):
        return lambda data: key.sign(data, padding.PKCS1v15(), hashes.SHA256()), key.key_size // 8
    if isinstance(key, ec.EllipticCurvePrivateKey):
        return lambda data: key.sign(data, ec.ECDSA(hashes.SHA256())), 2 * (key.key_size // 8 + 1) + 9
    raise KeyFileError("signing-key-unsuitable")


def _der(certificate: bytes) -> bytes:
    from cryptography import x509
    from cryptography.hazmat.primitives import serialization

    load = x509.load_pem_x509_certificate if b"-----BEGIN" in certificate else x509.load_der_x509_certificate
    try:
        return load(certificate).public_bytes(serialization.Encoding.DER)
    except ValueError as error:
        raise KeyFileError("signing-certificate-unreadable") from error


def _adapted(signer: PdfSigner) -> Any:  # noqa: ANN401 - pyHanko is untyped
    from asn1crypto.x509 import Certificate
    from pyhanko.sign import signers
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    class Adapted(signers.Signer):
        """Hands the bytes to the function of ``signer``."""

        async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:  # noqa: FBT001, FBT002 - pyHanko's own signature
            del digest_algorithm
            return bytes(signer.signature_size) if dry_run else signer.sign(data)

    store: Any = SimpleCertificateStore()  # type: ignore[no-untyped-call]
    for each in signer.chain:
        store.register(Certificate.load(each))
    return Adapted(signing_cert=Certificate.load(signer.certificate), cert_registry=store)
