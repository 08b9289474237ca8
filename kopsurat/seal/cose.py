"""COSE_Sign1 (RFC 9052) as a seal uses it: ES256, the kid in the protected header, nothing else.

The algorithm is fixed here and never taken from the message; a message that names another is refused.
"""

from __future__ import annotations

import functools
import hashlib
from typing import TYPE_CHECKING, Final

from kopsurat.errors import InvalidSeal
from kopsurat.seal import cbor
from kopsurat.seal.p256 import ORDER, SIGNATURE_SIZE
from kopsurat.values import value_class

if TYPE_CHECKING:
    from kopsurat.seal.keys import PublicKey, SigningKey

__all__ = ["ID_SIZE", "KID_SIZE", "Envelope", "sign"]

ID_SIZE: Final = 8
KID_SIZE: Final = 4
_ALGORITHM, _KID, _ES256 = 1, 4, -7
_PARTS: Final = 4


@value_class
class Envelope:
    """A signed payload: not checked yet. ``id`` is the same however the outside is encoded."""

    kid: bytes
    payload: bytes
    signature: bytes

    @property
    def to_be_signed(self) -> bytes:
        """Return the Sig_structure (RFC 9052 §4.4), whose signature this is."""
        return _to_be_signed(self.kid, self.payload)

    @property
    def id(self) -> bytes:
        """Return the seal id: the first 8 bytes of the SHA-256 of what is signed."""
        return hashlib.sha256(self.to_be_signed).digest()[:ID_SIZE]

    def is_signed_by(self, key: PublicKey) -> bool:
        """Return whether the signature is that of ``key``."""
        return key.is_signer_of(self.to_be_signed, self.signature)

    def to_bytes(self) -> bytes:
        """Return the untagged COSE_Sign1 message; ``D2`` before it makes it a tagged one."""
        return cbor.encode((_protected(self.kid), {}, self.payload, self.signature))

    @classmethod
    def from_bytes(cls, data: bytes, *, max_items: int = cbor.MAX_ITEMS) -> Envelope:
        """Return the envelope that ``data`` encodes.

        Raises :class:`~kopsurat.errors.InvalidSeal`: a ``cbor-…`` code, ``seal-bad-structure``,
        ``seal-wrong-algorithm`` or ``seal-high-s``.
        """
        message = cbor.decode(data, max_items=max_items)
        if not isinstance(message, tuple) or len(message) != _PARTS:
            raise InvalidSeal("seal-bad-structure", path="message")
        protected, unprotected, payload, signature = message
        if unprotected != {} or not isinstance(unprotected, dict):
            raise InvalidSeal("seal-bad-structure", path="unprotected")
        if not isinstance(payload, bytes) or not payload:
            raise InvalidSeal("seal-bad-structure", path="payload")
        if not isinstance(signature, bytes) or len(signature) != SIGNATURE_SIZE:
            raise InvalidSeal("seal-bad-structure", path="signature")
        if int.from_bytes(signature[32:]) > ORDER // 2:
            raise InvalidSeal("seal-high-s")
        return cls(kid=_kid_of(protected), payload=payload, signature=signature)


def sign(payload: bytes, key: SigningKey) -> Envelope:
    """Return ``payload`` signed by ``key``; the same call gives the same bytes."""
    kid = key.public.kid
    return Envelope(kid=kid, payload=payload, signature=key.sign(_to_be_signed(kid, payload)))


def _kid_of(protected: cbor.Item) -> bytes:
    header = cbor.decode(protected) if isinstance(protected, bytes) and protected else None
    if not isinstance(header, dict) or _ALGORITHM not in header:
        raise InvalidSeal("seal-bad-structure", path="protected")
    if header[_ALGORITHM] != _ES256:
        raise InvalidSeal("seal-wrong-algorithm", value=header[_ALGORITHM])
    kid = header.get(_KID)
    if header.keys() != {_ALGORITHM, _KID} or not isinstance(kid, bytes) or len(kid) != KID_SIZE:
        raise InvalidSeal("seal-bad-structure", path="protected")
    return kid


@functools.lru_cache(maxsize=8)
def _protected(kid: bytes) -> bytes:
    return cbor.encode({_ALGORITHM: _ES256, _KID: kid})


def _to_be_signed(kid: bytes, payload: bytes) -> bytes:
    return cbor.encode(("Signature1", _protected(kid), b"", payload))
