"""Sealing a letter: which of its words are signed, and what may never be."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from kopsurat import qr
from kopsurat.arguments import expect
from kopsurat.errors import InvalidSeal, RenderError, SealError
from kopsurat.letter.fields import expect_letter
from kopsurat.nomor import BLANK
from kopsurat.office import Office
from kopsurat.seal import hosts
from kopsurat.seal.claims import SUMMARY_LIMIT, TEXT_LIMIT, Claims
from kopsurat.seal.commitment import commit
from kopsurat.seal.keys import SigningKey
from kopsurat.seal.letter_model import full_jabatan, letter_fields, principal
from kopsurat.seal.seal import Seal, seal_claims
from kopsurat.seal.text import tidy

if TYPE_CHECKING:
    from kopsurat.letter import Letter

__all__ = ["seal_letter"]

_LARGEST: Final = 40
_PERSONAL: Final = re.compile(r"(?<!\d)\d(?:[ .-]?\d){15}(?!\d)")
_PHONE: Final = re.compile(r"(?<!\d)(?:\+?62|0)[ .-]?8\d(?:[ .-]?\d){6,11}(?!\d)")
_UNFIT: Final = {
    "text-too-long": "seal-text-too-long",
    "text-control-character": "seal-text-invisible",
    "text-invisible-character": "seal-text-invisible",
}
_KEYS: Final = {
    "letter_type": "perihal",
    "nomor": "nomor",
    "signatory": "penandatangan",
    "jabatan": "penandatangan",
    "subject": "subjek",
    "summary": "ringkas",
}
"""What surat.md calls the signed fields."""


def seal_letter(letter: Letter, office: Office, *, key: SigningKey, host: str) -> Seal:
    """Return the seal of ``letter`` under ``key``, which ``host`` vouches for.

    The same letter, office and key give the same bytes. Raises :class:`~kopsurat.errors.SealError`:
    ``seal-of-draft``, ``seal-needs-nomor``, ``seal-needs-signatory``, ``seal-needs-subject``,
    ``seal-personal-number`` (a NIK, No. KK or telephone number in a signed field), ``seal-text-too-long``,
    ``seal-text-invisible``, ``seal-text-unfit``, ``seal-host-unfit`` or ``seal-too-dense``, each with the
    ``field`` to correct or shorten and its ``key`` in surat.md; and the group that
    :meth:`kopsurat.Letter.signed_by` raises for a signatory who is unknown or not in office.
    """
    expect_letter(letter)
    expect(office, Office, "office")
    expect(key, SigningKey, "key")
    expect(host, str, "host")
    if letter.is_draft:
        raise SealError("seal-of-draft")
    if not letter.nomor.strip() or BLANK.search(letter.nomor):
        raise _refusal("seal-needs-nomor", "nomor", value=letter.nomor)
    if letter.kind.needs_subject and not (letter.subject or "").strip():
        raise _refusal("seal-needs-subject", "subject")
    listed = frozenset((office.host,)) if office.host else frozenset()
    if fault := hosts.fault_of(host, listed):
        raise SealError("seal-host-unfit", value=host, field="host", cause=fault)
    file = commit(letter_fields(letter, office), key)
    claims = _claims(letter, office, host, file.commitment)
    _check_privacy(claims)
    seal = seal_claims(claims, key)
    _check_size(seal)
    return replace(seal, letter_json=replace(file, link=seal.link).to_json())


def _claims(letter: Letter, office: Office, host: str, commitment: bytes) -> Claims:
    signed = principal(letter, office)
    if signed is None:
        raise _refusal("seal-needs-signatory", "signatory")
    try:
        return Claims(
            host=host,
            letter_type=tidy(letter.perihal or letter.kind.title),
            nomor=tidy(letter.nomor),
            date=letter.date,
            signatory=tidy(signed[1].name),
            jabatan=tidy(full_jabatan(signed)),
            subject=tidy(letter.subject) if letter.subject else None,
            summary=tidy(letter.summary) if letter.summary else None,
            expires=letter.expires,
            commitment=commitment,
        )
    except InvalidSeal as error:
        field = error.path or "letter"
        limit = SUMMARY_LIMIT if field == "summary" else TEXT_LIMIT
        code = _UNFIT.get(error.code, "seal-text-unfit")
        raise _refusal(code, field, value=error.value, cause=error.code, limit=limit) from error


def _check_privacy(claims: Claims) -> None:
    for name in ("letter_type", "subject", "summary", "signatory"):
        text = getattr(claims, name) or ""
        if _PERSONAL.search(text) or _PHONE.search(text):
            raise _refusal("seal-personal-number", name)


def _check_size(seal: Seal) -> None:
    try:
        qr.printed_size(seal.link, max_size=_LARGEST)
    except RenderError as error:
        texts = {name: getattr(seal.claims, name) or "" for name in _KEYS}
        longest = max(texts, key=lambda name: len(texts[name].encode()))
        raise _refusal(
            "seal-too-dense",
            longest,
            value=texts[longest],
            module=error.evidence["module"],
            excess=max(1, round(error.evidence["excess"] / 2.41)),  # 2.41 digits hold one byte
        ) from error


def _refusal(code: str, field: str, **evidence: Any) -> SealError:  # noqa: ANN401 - any printable fact
    """Return the error about a signed field; its path is the key of surat.md that holds the text."""
    key = _KEYS.get(field, field)
    return SealError(code, path=key, field=field, key=key, **evidence)
