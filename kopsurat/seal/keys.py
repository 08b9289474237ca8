"""Signing keys and public keys.

One key belongs to one office and one year. The private part rests in a PKCS#8 file under a passphrase.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kopsurat.arguments import expect
from kopsurat.errors import InvalidSeal
from kopsurat.seal import cbor, p256
from kopsurat.values import unchangeable

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

__all__ = ["PublicKey", "SigningKey"]


@unchangeable
@dataclass(frozen=True, slots=True)
class PublicKey:
    """The public half of a signing key: ``point`` is x ‖ y, 64 bytes on P-256.

    Raises :class:`~kopsurat.errors.InvalidSeal` ``key-not-on-curve`` for anything else.
    """

    point: bytes

    def __post_init__(self) -> None:
        expect(self.point, bytes, "point")
        if not p256.is_point(self.point):
            raise InvalidSeal("key-not-on-curve")

    @property
    def thumbprint(self) -> bytes:
        """Return the SHA-256 COSE key thumbprint (RFC 9679), 32 bytes."""
        return hashlib.sha256(cbor.encode({1: 2, -1: 1, -2: self.point[:32], -3: self.point[32:]})).digest()

    @property
    def kid(self) -> bytes:
        """Return the key identifier that a seal carries: the first 4 bytes of the thumbprint."""
        return self.thumbprint[:4]

    def is_signer_of(self, message: bytes, signature: bytes) -> bool:
        """Return whether ``signature`` (64 bytes, low-S) is this key's signature of ``message``."""
        expect(message, bytes, "message")
        expect(signature, bytes, "signature")
        return p256.is_signature(self.point, signature, message)

    def __str__(self) -> str:
        return self.kid.hex()


class SigningKey:
    """A private key that seals letters and signs lists. Its ``repr`` shows the public half only."""

    __slots__ = ("_private", "_public", "_secrets")

    def __init__(self, private: EllipticCurvePrivateKey) -> None:
        self._private = private
        self._public = PublicKey(p256.point_of(private))
        self._secrets: dict[bytes, bytes] = {}

    @classmethod
    def generate(cls) -> SigningKey:
        """Return a new key. The only place of the core that asks the system for randomness."""
        return cls(p256.generate())

    @classmethod
    def from_scalar(cls, scalar: int) -> SigningKey:
        """Return the key with this private scalar, for test vectors."""
        expect(scalar, int, "scalar")
        return cls(p256.private_key(scalar))

    @classmethod
    def load(cls, pem: bytes | str, passphrase: str | None = None) -> SigningKey:
        """Return the key in a PKCS#8 PEM, which ``passphrase`` opens.

        Raises :class:`~kopsurat.errors.KeyFileError`: ``key-wrong-passphrase``,
        ``key-needs-passphrase``, ``key-unreadable`` or ``key-wrong-kind``.
        """
        expect(pem, bytes | str, "pem")
        expect(passphrase, str | None, "passphrase")
        return cls(p256.open_pem(pem.encode("utf-8", "replace") if isinstance(pem, str) else pem, passphrase))

    def to_pem(self, passphrase: str) -> bytes:
        """Return the key as a PKCS#8 PEM under ``passphrase`` (scrypt, AES-256-CBC).

        Raises :class:`~kopsurat.errors.KeyFileError` ``key-passphrase-too-short`` under 8 characters.
        """
        expect(passphrase, str, "passphrase")
        shortest = 8
        if len(passphrase) < shortest:
            from kopsurat.errors import KeyFileError

            raise KeyFileError("key-passphrase-too-short", length=len(passphrase), shortest=shortest)
        return p256.wrap_pem(self._private, passphrase)

    @property
    def public(self) -> PublicKey:
        """Return the public half."""
        return self._public

    def sign(self, message: bytes) -> bytes:
        """Return the signature of ``message``, 64 bytes; the same message gives the same bytes."""
        expect(message, bytes, "message")
        return p256.sign(self._private, message)

    def derive(self, label: bytes, context: bytes) -> bytes:
        """Return 32 secret bytes bound to this key, ``label`` and ``context``."""
        expect(label, bytes, "label")
        expect(context, bytes, "context")
        secret = self._secrets.get(label)
        if secret is None:
            secret = self._secrets[label] = p256.purpose_secret(self._private, label)
        return hmac.digest(secret, context, "sha256")

    def __repr__(self) -> str:
        return f"<SigningKey {self._public}>"

    def __reduce__(self) -> str | tuple[object, ...]:
        raise TypeError("a signing key is not pickled; write to_pem(passphrase)")
