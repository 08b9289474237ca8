"""Public keys as PEM files (SubjectPublicKeyInfo, RFC 5480), the form that other tools know."""

from __future__ import annotations

import base64
import binascii
from typing import Final

from kopsurat.errors import KeyFileError
from kopsurat.seal import PublicKey

__all__ = ["is_public_key", "read_public_key", "write_public_key"]

_BEGIN: Final = b"-----BEGIN PUBLIC KEY-----"
_END: Final = b"-----END PUBLIC KEY-----"
_HEAD: Final = bytes.fromhex("3059301306072a8648ce3d020106082a8648ce3d030107034200") + b"\x04"
"""The DER of "a point on P-256, uncompressed" before its 64 bytes."""


def is_public_key(data: bytes) -> bool:
    """Return whether ``data`` looks like a public key in PEM."""
    return data.lstrip().startswith(_BEGIN)


def write_public_key(key: PublicKey) -> bytes:
    """Return the PEM of ``key``."""
    text = base64.b64encode(_HEAD + key.point)
    lines = [text[at : at + 64] for at in range(0, len(text), 64)]
    return b"\n".join([_BEGIN, *lines, _END, b""])


def read_public_key(data: bytes) -> PublicKey:
    """Return the key in a PEM. Raises KeyFileError ``key-unreadable`` or ``key-not-on-curve``."""
    text = data.strip().removeprefix(_BEGIN).removesuffix(_END)
    try:
        der = base64.b64decode(b"".join(text.split()), validate=True)
    except binascii.Error as error:
        raise KeyFileError("key-unreadable") from error
    if not der.startswith(_HEAD) or len(der) != len(_HEAD) + 64:
        raise KeyFileError("key-wrong-kind")
    return PublicKey(der[len(_HEAD) :])
