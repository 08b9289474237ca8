"""A finished seal, as it goes onto a letter."""

from __future__ import annotations

from kopsurat.arguments import expect
from kopsurat.seal import cose, typed_code
from kopsurat.seal.claims import Claims
from kopsurat.seal.keys import SigningKey
from kopsurat.seal.link import Link
from kopsurat.values import value_class

__all__ = ["Seal", "seal_claims"]


@value_class
class Seal:
    """What a sealed letter carries: the signed bytes, what they say, and ``surat.json``."""

    claims: Claims
    cose: bytes
    id: bytes
    """8 bytes that name the seal in lists."""
    kid: bytes
    """4 bytes that name the key."""
    letter_json: bytes = b""
    """``surat.json``: the letter's fields and salts, carried by a PDF or DOCX."""

    @property
    def host(self) -> str:
        """Return the site that verifies."""
        return self.claims.host

    @property
    def link(self) -> str:
        """Return the link in the QR."""
        return str(Link(host=self.host, cose=self.cose))

    @property
    def code(self) -> str:
        """Return the code for typing, printed under the QR."""
        return typed_code.format_code(self.id)


def seal_claims(claims: Claims, key: SigningKey, *, letter_json: bytes = b"") -> Seal:
    """Return the seal of ``claims`` under ``key``. The same claims and key give the same bytes."""
    expect(claims, Claims, "claims")
    expect(key, SigningKey, "key")
    expect(letter_json, bytes, "letter_json")
    envelope = cose.sign(claims.to_payload(), key)
    return Seal(
        claims=claims,
        cose=envelope.to_bytes(),
        id=envelope.id,
        kid=envelope.kid,
        letter_json=letter_json,
    )
