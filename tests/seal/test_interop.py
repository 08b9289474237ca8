"""A seal is standard COSE and CWT: an independent library verifies it once the tag stands before it."""

from __future__ import annotations

import warnings
from types import ModuleType
from typing import Any

import cbor2
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

from kopsurat.seal import PublicKey, seal_claims


def a_cose_key(public: PublicKey) -> Any:
    from cwt import COSEKey

    key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), b"\x04" + public.point)
    pem = key.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    return COSEKey.from_pem(pem, alg="ES256", kid=public.kid)


def test_cwt_verifies_a_seal_with_the_tag(sample: ModuleType) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from cwt import COSE

        seal = seal_claims(sample.GOOD["every field, texts without numbers"], sample.KEY)
        protected, unprotected, payload = COSE.new(verify_kid=True).decode_with_headers(
            b"\xd2" + seal.cose, a_cose_key(sample.KEY.public)
        )
    assert (protected[1], protected[4], unprotected) == (-7, sample.KEY.public.kid, {})
    claims = cbor2.loads(payload)
    assert claims[1] == sample.HOST
    assert claims[-65537][2] == seal.claims.nomor


def test_cwt_reads_the_claims_of_a_letter_that_does_not_expire_yet(sample: ModuleType) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import cwt

        seal = seal_claims(sample.GOOD["typical"], sample.KEY)
        claims = cwt.decode(b"\xd2" + seal.cose, a_cose_key(sample.KEY.public))
    assert claims[1] == sample.HOST
    assert claims[-65537][4] == "H. Ahmad Sudrajat, S.Sos."


def test_cwt_refuses_a_seal_with_one_bit_changed(sample: ModuleType) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from cwt import COSE, VerifyError

        seal = seal_claims(sample.GOOD["typical"], sample.KEY)
        changed = seal.cose[:-1] + bytes((seal.cose[-1] ^ 1,))
        with pytest.raises(VerifyError):
            COSE.new().decode(b"\xd2" + changed, a_cose_key(sample.KEY.public))
