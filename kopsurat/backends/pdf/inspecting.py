"""Tell what PAdES signatures a PDF carries, for a verdict that reports them apart from the seal."""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - part of a value type
import io
from dataclasses import dataclass
from typing import Any

from kopsurat.backends.complaints import complaints_of
from kopsurat.errors import MissingExtra

__all__ = ["PdfSignature", "has_signature", "inspect_signatures"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfSignature:
    """One signature of a PDF and what can be said of it without a network.

    ``is_intact``: the signed bytes are unchanged and the signature fits the certificate.
    ``covers_file``: nothing was added after it, or only what a later signature may add.
    ``is_trusted``: the certificate leads to one of the given roots, and was valid at the moment asked
    about. ``signed_at`` is what the signer claims. ``signer`` and ``issuer`` are common names.
    """

    name: str
    signer: str
    issuer: str
    signed_at: dt.datetime | None
    is_intact: bool
    covers_file: bool
    is_trusted: bool


def has_signature(pdf: bytes) -> bool:
    """Say whether it is worth while to look for signatures (needs no library)."""
    return b"/ByteRange" in pdf


def inspect_signatures(
    pdf: bytes, *, at: dt.datetime, roots: tuple[bytes, ...] = ()
) -> tuple[PdfSignature, ...]:
    """Return every signature of a file, in the order of signing; none for a file that cannot be read.

    ``roots`` are the certificates (DER) that are trusted, ``at`` the moment for which they are asked.
    Raises :class:`MissingExtra` without pyHanko where there is something to look at.
    """
    if not has_signature(pdf):
        return ()
    try:
        from pyhanko.pdf_utils.reader import PdfFileReader
    except ImportError as error:
        raise MissingExtra("extra-missing", extra="sign", needed_for="PAdES") from error
    try:
        embedded = PdfFileReader(io.BytesIO(pdf), strict=False).embedded_regular_signatures
    except Exception:  # noqa: BLE001 - a hostile file breaks a parser in any way; it then has no signature to show
        return ()
    return tuple(_inspect(each, at, roots) for each in embedded)


def _inspect(embedded: Any, at: dt.datetime, roots: tuple[bytes, ...]) -> PdfSignature:  # noqa: ANN401 - pyHanko is untyped
    try:
        status = _status(embedded, at, roots)
        certificate = embedded.signer_cert
        return PdfSignature(
            name=str(embedded.field_name),
            signer=_common_name(certificate.subject),
            issuer=_common_name(certificate.issuer),
            signed_at=embedded.self_reported_timestamp,
            is_intact=bool(status.intact and status.valid),
            covers_file=status.coverage.name == "ENTIRE_FILE" or bool(status.docmdp_ok),
            is_trusted=bool(status.trusted),
        )
    except Exception:  # noqa: BLE001 - as above: a signature that cannot be read is a broken one
        return PdfSignature(
            name=str(getattr(embedded, "field_name", "")), signer="", issuer="", signed_at=None,
            is_intact=False, covers_file=False, is_trusted=False,
        )  # fmt: skip


def _status(embedded: Any, at: dt.datetime, roots: tuple[bytes, ...]) -> Any:  # noqa: ANN401 - pyHanko is untyped
    from asn1crypto.x509 import Certificate
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    context = ValidationContext(
        trust_roots=[Certificate.load(root) for root in roots], allow_fetching=False, moment=at
    )
    with complaints_of("pyhanko.sign.validation.generic_cms"):  # it logs that nobody knows the authority
        return validate_pdf_signature(embedded, context)


def _common_name(name: Any) -> str:  # noqa: ANN401 - asn1crypto is untyped
    native = name.native
    return str(native.get("common_name") or native.get("organization_name") or name.human_friendly)
