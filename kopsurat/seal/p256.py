"""ECDSA over P-256 with SHA-256 (ES256, RFC 9053 §2.1): the only module that knows ``cryptography``.

Signatures are 64 bytes, r ‖ s. Signing takes the nonce from key and message (RFC 6979), so a reprint
is identical; s is the lower of the two possible values, so a signature has one form only.
"""

from __future__ import annotations

import functools
import hashlib
import hmac
from typing import TYPE_CHECKING, Final

from kopsurat.errors import KeyFileError

if TYPE_CHECKING:
    from collections.abc import Callable

    from cryptography.hazmat.primitives.asymmetric.ec import (
        ECDSA,
        EllipticCurvePrivateKey,
        EllipticCurvePublicKey,
    )

__all__ = [
    "ORDER",
    "POINT_SIZE",
    "SIGNATURE_SIZE",
    "generate",
    "is_point",
    "is_signature",
    "open_pem",
    "point_of",
    "private_key",
    "purpose_secret",
    "sign",
    "wrap_pem",
]

ORDER: Final = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
POINT_SIZE: Final = 64
SIGNATURE_SIZE: Final = 64


def generate() -> EllipticCurvePrivateKey:
    """Return a new private key from the system's random source."""
    from cryptography.hazmat.primitives.asymmetric import ec

    return ec.generate_private_key(ec.SECP256R1())


def private_key(scalar: int) -> EllipticCurvePrivateKey:
    """Return the private key with this scalar. Raises KeyFileError ``key-out-of-range``."""
    from cryptography.hazmat.primitives.asymmetric import ec

    if not 0 < scalar < ORDER:
        raise KeyFileError("key-out-of-range")
    return ec.derive_private_key(scalar, ec.SECP256R1())


def point_of(key: EllipticCurvePrivateKey) -> bytes:
    """Return the public point, x ‖ y."""
    numbers = key.public_key().public_numbers()
    return numbers.x.to_bytes(32) + numbers.y.to_bytes(32)


def purpose_secret(key: EllipticCurvePrivateKey, label: bytes) -> bytes:
    """Return 32 secret bytes bound to the key and a purpose (HMAC-SHA-256)."""
    scalar = key.private_numbers().private_value.to_bytes(32)
    return hmac.digest(scalar, b"kopsurat-1 " + label, "sha256")


def sign(key: EllipticCurvePrivateKey, message: bytes) -> bytes:
    """Return the deterministic low-S signature of ``message``."""
    algorithm, decode = _signing()
    r, s = decode(key.sign(message, algorithm))
    return r.to_bytes(32) + min(s, ORDER - s).to_bytes(32)


@functools.cache
def _signing() -> tuple[ECDSA, Callable[[bytes], tuple[int, int]]]:
    """Return the algorithm and the reader of its signatures, kept for the next letter."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

    try:
        return ec.ECDSA(hashes.SHA256(), deterministic_signing=True), decode_dss_signature
    except UnsupportedAlgorithm as error:  # pragma: no cover - OpenSSL before 3.2, not in the wheels
        raise KeyFileError("key-needs-newer-openssl") from error


def is_signature(point: bytes, signature: bytes, message: bytes) -> bool:
    """Return whether ``signature`` (64 bytes, low-S) is one of ``message`` under the public ``point``."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

    if len(signature) != SIGNATURE_SIZE:
        return False
    r, s = int.from_bytes(signature[:32]), int.from_bytes(signature[32:])
    if not (0 < r < ORDER and 0 < s <= ORDER // 2):
        return False
    key = _public_key(point)
    if key is None:
        return False
    try:
        key.verify(encode_dss_signature(r, s), message, ec.ECDSA(hashes.SHA256()))
    except InvalidSignature:
        return False
    return True


def is_point(point: bytes) -> bool:
    """Return whether the 64 bytes x ‖ y are a point of the curve."""
    return _public_key(point) is not None


def wrap_pem(key: EllipticCurvePrivateKey, passphrase: str) -> bytes:
    """Return the key as PKCS#8 PEM under the passphrase: PBES2 with scrypt (RFC 7914) and AES-256-CBC.

    ``cryptography`` itself would write PBKDF2 with 2,048 rounds, which is far too few, so the envelope
    is built here; OpenSSL and ``cryptography`` read it. Salt and IV come from the key and the passphrase
    by HMAC: unguessable and different for each pair, and the same call gives the same bytes.
    """
    from cryptography.hazmat.primitives import padding, serialization
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    plain = key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    salt, vector = (
        hmac.digest(purpose_secret(key, label), _octets(passphrase), "sha256")[:16]
        for label in (b"pkcs8 salt", b"pkcs8 iv")
    )
    secret = hashlib.scrypt(_octets(passphrase), salt=salt, n=_SCRYPT_N, r=8, p=_SCRYPT_P, dklen=32)
    padder = padding.PKCS7(128).padder()
    cipher = Cipher(algorithms.AES256(secret), modes.CBC(vector)).encryptor()
    sealed = cipher.update(padder.update(plain) + padder.finalize()) + cipher.finalize()
    scrypt = _der(0x04, salt) + _integer(_SCRYPT_N) + _integer(8) + _integer(_SCRYPT_P) + _integer(32)
    parameters = _der(0x30, _SCRYPT_OID + _der(0x30, scrypt)) + _der(0x30, _AES_OID + _der(0x04, vector))
    algorithm = _der(0x30, _PBES2_OID + _der(0x30, parameters))
    return _pem(_der(0x30, algorithm + _der(0x04, sealed)))


_SCRYPT_N: Final = 1 << 14
_SCRYPT_P: Final = 5
_PBES2_OID: Final = bytes.fromhex("06092a864886f70d01050d")
_SCRYPT_OID: Final = bytes.fromhex("06092b06010401da47040b")
_AES_OID: Final = bytes.fromhex("060960864801650304012a")


def _octets(passphrase: str) -> bytes:
    """Return the bytes of a passphrase, which an environment may hold in another encoding than UTF-8."""
    return passphrase.encode("utf-8", "surrogatepass")


def open_pem(pem: bytes, passphrase: str | None) -> EllipticCurvePrivateKey:
    """Return the P-256 private key in a PKCS#8 PEM.

    Raises KeyFileError: ``key-wrong-passphrase``, ``key-needs-passphrase``, ``key-unreadable`` or
    ``key-wrong-kind`` (not P-256).
    """
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    is_encrypted = b"ENCRYPTED" in pem
    if is_encrypted and not passphrase:
        raise KeyFileError("key-needs-passphrase")
    secret = _octets(passphrase) if passphrase and is_encrypted else None
    try:
        key = serialization.load_pem_private_key(pem, secret)
    except (ValueError, TypeError, UnsupportedAlgorithm, MemoryError) as error:
        looks_like_ours = is_encrypted and _PBES2_OID in _payload(pem)
        raise KeyFileError("key-wrong-passphrase" if looks_like_ours else "key-unreadable") from error
    if not isinstance(key, ec.EllipticCurvePrivateKey) or not isinstance(key.curve, ec.SECP256R1):
        raise KeyFileError("key-wrong-kind")
    return key


def _public_key(point: bytes) -> EllipticCurvePublicKey | None:
    from cryptography.hazmat.primitives.asymmetric import ec

    if len(point) != POINT_SIZE:
        return None
    try:
        key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), b"\x04" + point)
    except ValueError:
        return None
    return key


def _der(tag: int, body: bytes) -> bytes:
    size = len(body)
    short = 0x80
    if size < short:
        return bytes((tag, size)) + body
    width = (size.bit_length() + 7) // 8
    return bytes((tag, short | width)) + size.to_bytes(width) + body


def _integer(value: int) -> bytes:
    return _der(0x02, value.to_bytes(value.bit_length() // 8 + 1))


def _pem(der: bytes) -> bytes:
    import base64

    text = base64.b64encode(der)
    lines = [text[start : start + 64] for start in range(0, len(text), 64)]
    return b"\n".join(
        [b"-----BEGIN ENCRYPTED PRIVATE KEY-----", *lines, b"-----END ENCRYPTED PRIVATE KEY-----", b""]
    )


def _payload(pem: bytes) -> bytes:
    import base64
    import binascii

    body = b"".join(line for line in pem.splitlines() if b"-----" not in line)
    try:
        return base64.b64decode(body)
    except binascii.Error:
        return b""
