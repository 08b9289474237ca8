"""Keys: RFC 6979 nonces, RFC 9679 thumbprints, low S, PKCS#8 under scrypt."""

from __future__ import annotations

import hashlib
import pickle
import subprocess

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from kopsurat.errors import InvalidSeal, KeyFileError
from kopsurat.seal import PublicKey, SigningKey
from kopsurat.seal.p256 import ORDER

PASSPHRASE = "rahasia desa"  # noqa: S105 - of keys made in this file


def a_key() -> SigningKey:
    return SigningKey.from_scalar(0xC9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721)


class TestRfc6979:
    """Appendix A.2.5: P-256 with SHA-256; our s is the lower of the two."""

    X = "60FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB6"
    Y = "7903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299"

    @pytest.mark.parametrize(
        ("message", "r", "s"),
        [
            (
                b"sample",
                "EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716",
                "F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8",
            ),
            (
                b"test",
                "F1ABB023518351CD71D881567B1EA663ED3EFCF6C5132B354F28D3B0B7D38367",
                "019F4113742A2B14BD25926B49C649155F267E60D3814B4C0CC84250E46F0083",
            ),
        ],
    )
    def test_the_nonce_comes_from_key_and_message(self, message: bytes, r: str, s: str) -> None:
        signature = a_key().sign(message)
        number = int(s, 16)
        assert signature[:32].hex().upper() == r
        assert int.from_bytes(signature[32:]) == min(number, ORDER - number)
        assert a_key().public.is_signer_of(message, signature)

    def test_the_public_point_is_that_of_the_rfc(self) -> None:
        assert a_key().public.point.hex().upper() == self.X + self.Y

    def test_the_other_value_of_s_is_refused(self) -> None:
        signature = a_key().sign(b"sample")
        high = signature[:32] + (ORDER - int.from_bytes(signature[32:])).to_bytes(32)
        assert not a_key().public.is_signer_of(b"sample", high)


class TestThumbprint:
    """RFC 9679 §6: SHA-256 over the deterministic CBOR of the required key parameters."""

    def test_the_example_of_the_rfc(self) -> None:
        x = "65eda5a12577c2bae829437fe338701a10aaa375e1bb5b5de108de439c08551d"
        y = "1e52ed75701163f7f9e40ddf9f341b3dc9ba860af7e0ca7ca7e9eecd0084d19c"
        key = PublicKey(bytes.fromhex(x + y))
        expected = "496bd8afadf307e5b08c64b0421bf9dc01528a344a43bda88fadd1669da253ec"
        assert key.thumbprint.hex() == expected
        assert key.kid.hex() == expected[:8]

    def test_it_is_the_hash_of_the_four_parameters(self) -> None:
        point = a_key().public.point
        encoded = b"\xa4\x01\x02\x20\x01\x21\x58\x20" + point[:32] + b"\x22\x58\x20" + point[32:]
        assert a_key().public.thumbprint == hashlib.sha256(encoded).digest()


class TestKeyFile:
    def test_a_key_comes_back_from_its_file(self) -> None:
        key = SigningKey.generate()
        assert SigningKey.load(key.to_pem(PASSPHRASE), PASSPHRASE).public == key.public

    def test_the_same_key_and_passphrase_give_the_same_file(self) -> None:
        assert a_key().to_pem(PASSPHRASE) == a_key().to_pem(PASSPHRASE)
        assert a_key().to_pem(PASSPHRASE) != a_key().to_pem(PASSPHRASE + "!")

    def test_the_file_is_pkcs8_under_scrypt(self) -> None:
        pem = a_key().to_pem(PASSPHRASE)
        assert pem.startswith(b"-----BEGIN ENCRYPTED PRIVATE KEY-----\n")
        der = _der(pem)
        assert bytes.fromhex("2b06010401da47040b") in der  # id-scrypt, RFC 7914 §7.1
        assert bytes.fromhex("60864801650304012a") in der  # aes256-CBC

    @pytest.mark.tool
    def test_openssl_opens_it(self) -> None:
        done = subprocess.run(
            ["openssl", "pkey", "-passin", f"pass:{PASSPHRASE}", "-noout", "-text"],
            input=a_key().to_pem(PASSPHRASE),
            capture_output=True,
            check=True,
        )
        assert b"prime256v1" in done.stdout

    def test_a_passphrase_in_another_encoding_than_utf_8_opens_what_it_closed(self) -> None:
        passphrase = b"rahasia d\xe9sa".decode("utf-8", "surrogateescape")
        key = a_key()
        assert SigningKey.load(key.to_pem(passphrase), passphrase).public == key.public
        with pytest.raises(KeyFileError, match="key-wrong-passphrase"):
            SigningKey.load(key.to_pem(PASSPHRASE), passphrase)

    def test_a_text_that_is_no_pem_is_unreadable_whatever_it_holds(self) -> None:
        with pytest.raises(KeyFileError, match="key-unreadable"):
            SigningKey.load("\ud800", PASSPHRASE)

    def test_the_wrong_passphrase_is_told_from_a_broken_file(self) -> None:
        pem = a_key().to_pem(PASSPHRASE)
        with pytest.raises(KeyFileError, match="key-wrong-passphrase"):
            SigningKey.load(pem, "salah semua")
        with pytest.raises(KeyFileError, match="key-needs-passphrase"):
            SigningKey.load(pem)
        with pytest.raises(KeyFileError, match="key-unreadable"):
            SigningKey.load(b"bukan kunci", PASSPHRASE)
        with pytest.raises(KeyFileError, match="key-unreadable"):
            SigningKey.load(pem.replace(b"ENCRYPTED PRIVATE", b"PRIVATE"), PASSPHRASE)

    def test_a_key_of_another_kind_is_refused(self) -> None:
        for other in (rsa.generate_private_key(65537, 2048), ec.generate_private_key(ec.SECP384R1())):
            pem = other.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
            with pytest.raises(KeyFileError, match="key-wrong-kind"):
                SigningKey.load(pem)

    def test_a_key_that_openssl_wrote_is_read(self) -> None:
        other = ec.generate_private_key(ec.SECP256R1())
        pem = other.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.BestAvailableEncryption(PASSPHRASE.encode()),
        )
        point = other.public_key().public_bytes(
            serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint
        )
        assert SigningKey.load(pem.decode(), PASSPHRASE).public.point == point[1:]

    def test_a_short_passphrase_is_refused(self) -> None:
        with pytest.raises(KeyFileError, match="key-passphrase-too-short"):
            a_key().to_pem("desa")


class TestSecrecy:
    def test_the_key_does_not_show_itself(self) -> None:
        shown = repr(a_key()) + str(a_key())
        assert "c9afa9d8" not in shown.casefold()
        assert a_key().public.kid.hex() in shown

    def test_the_key_is_not_pickled(self) -> None:
        with pytest.raises(TypeError):
            pickle.dumps(a_key())

    def test_derived_secrets_differ_by_purpose_and_context(self) -> None:
        secrets = {a_key().derive(label, context) for label in (b"a", b"b") for context in (b"a", b"b")}
        assert len(secrets) == 4


@pytest.mark.parametrize("point", [b"", bytes(64), b"\xff" * 64, a_key().public.point[::-1]])
def test_a_point_beside_the_curve_is_no_key(point: bytes) -> None:
    with pytest.raises(InvalidSeal, match="key-not-on-curve"):
        PublicKey(point)


@pytest.mark.parametrize("scalar", [0, ORDER, -1, 2**256])
def test_a_scalar_out_of_range_is_no_key(scalar: int) -> None:
    with pytest.raises(KeyFileError, match="key-out-of-range"):
        SigningKey.from_scalar(scalar)


def _der(pem: bytes) -> bytes:
    import base64

    return base64.b64decode(b"".join(line for line in pem.splitlines() if b"-----" not in line))
