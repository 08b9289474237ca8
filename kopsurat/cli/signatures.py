"""What ``kopsurat verify`` says of the certified signatures (PAdES) in a PDF, apart from the seal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kopsurat.errors import KopsuratError, MissingExtra
from kopsurat.messages import explain

if TYPE_CHECKING:
    import datetime as dt

    from kopsurat.backends.pdf import PdfSignature
    from kopsurat.messages import Language

__all__ = ["signature_sentence", "signatures_in", "signatures_json"]


def signatures_in(content: str | bytes, at: dt.datetime) -> tuple[PdfSignature, ...] | MissingExtra:
    """Return the signatures of a PDF; the error itself where pyHanko, which reads them, is not installed."""
    if not isinstance(content, bytes) or not content.startswith(b"%PDF"):
        return ()
    from kopsurat.backends.pdf import inspect_signatures

    try:
        return inspect_signatures(content, at=at)
    except MissingExtra as error:
        return error


def signature_sentence(signature: PdfSignature, language: Language) -> tuple[str, str]:
    """Return what is said of a signature, and its colour. Whether its issuer is registered is not asked."""
    how = "whole" if signature.covers_file else "part"
    code = f"cli-pades-{how}" if signature.is_intact else "cli-pades-broken"
    moment = signature.signed_at
    fact = KopsuratError(
        code,
        value=_printable(signature.signer),
        issuer=_printable(signature.issuer),
        moment=f"{moment:%Y-%m-%d %H.%M %Z}" if moment else "?",
    )
    color = {"cli-pades-whole": "", "cli-pades-part": "warn", "cli-pades-broken": "bad"}[code]
    return explain(fact, language), color


def _printable(name: str) -> str:
    """Return a name that cannot steer a terminal."""
    return "".join(each if each.isprintable() else "?" for each in name) or "?"


def signatures_json(found: tuple[PdfSignature, ...] | MissingExtra) -> list[dict[str, Any]] | None:
    """Return signatures for ``--json``, None where they could not be read."""
    if isinstance(found, MissingExtra):
        return None
    return [
        {
            "field": each.name,
            "signer": each.signer,
            "issuer": each.issuer,
            "signed_at": each.signed_at.isoformat() if each.signed_at else None,
            "intact": each.is_intact,
            "covers_file": each.covers_file,
        }
        for each in found
    ]
