"""The shared vectors: Python must say what the file says; the browser's verifier reads the same file."""

from __future__ import annotations

import datetime as dt
import functools
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kopsurat.seal import Origin, Trust, Verdict, verify

if TYPE_CHECKING:
    from types import ModuleType

FILE = Path(__file__).parents[1] / "vectors" / "seals.json"
CONTENT = json.loads(FILE.read_text(encoding="utf-8"))


@functools.cache
def trust_of(site: str) -> Trust:
    published = CONTENT["sites"][site]
    trust = Trust.load(json.dumps(published["keys"]).encode(), origin=Origin.SITE)
    return trust.with_lists(*(json.dumps(each).encode() for each in published["lists"]))


def judge(vector: dict[str, Any]) -> Verdict:
    at = dt.datetime.fromtimestamp(vector["at"], dt.UTC)
    return verify(vector["text"], trust=trust_of(vector["site"]), at=at)


@pytest.mark.parametrize("vector", CONTENT["vectors"], ids=lambda each: each["name"])
def test_the_verdict_is_the_one_in_the_file(vector: dict[str, Any]) -> None:
    verdict = judge(vector)
    assert (verdict.kind, verdict.reasons[0].code) == (vector["verdict"], vector["reason"])
    if vector["claims"]:
        claims = verdict.to_json()["claims"]
        assert {name: claims[name] for name in vector["claims"]} == vector["claims"]


@pytest.mark.parametrize("vector", CONTENT["vectors"], ids=lambda each: each["name"])
def test_claims_are_given_only_when_a_trusted_key_signed_them(vector: dict[str, Any]) -> None:
    verdict = judge(vector)
    vouched = {"valid", "expired", "status-unchecked", "not-registered", "revoked"}
    assert (verdict.claims is not None) == (vector["verdict"] in vouched)
    assert (verdict.issuer is not None) == (vector["verdict"] in vouched)


def test_the_file_is_what_its_script_makes(sample: ModuleType) -> None:
    assert FILE.read_text(encoding="utf-8") == sample.document()


def test_the_file_holds_sixty_vectors_and_every_verdict_on_a_link() -> None:
    assert len(CONTENT["vectors"]) >= 60
    kinds = {each["verdict"] for each in CONTENT["vectors"]}
    assert kinds == {
        "valid",
        "expired",
        "status-unchecked",
        "not-registered",
        "revoked",
        "bad-signature",
        "unknown-key",
        "wrong-site",
        "not-a-seal",
    }


def test_names_of_vectors_are_unique() -> None:
    names = [each["name"] for each in CONTENT["vectors"]]
    assert len(names) == len(set(names))
