"""Which sites may vouch: the tool refuses look-alikes, nobody has to see the difference."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kopsurat.seal.hosts import fault_of


@pytest.mark.parametrize(
    "host", ["sukamaju.desa.id", "suka-maju.desa.id", "surat.sukamaju.desa.id", "sukamulyakab.go.id"]
)
def test_an_official_site_is_accepted(host: str) -> None:
    assert fault_of(host) is None


@pytest.mark.parametrize(
    ("host", "code"),
    [
        ("sukamaju-desa.id", "host-look-alike"),
        ("desasukamaju.id", "host-not-official"),
        ("sukamaju.desa.id.x.com", "host-look-alike"),
        ("sukamaju.desa-id.com", "host-look-alike"),
        ("sukamajudesa.id", "host-look-alike"),
        ("sukamaju.go.id.evil.net", "host-look-alike"),
        ("xn--sukamaj-q2a.desa.id", "host-look-alike"),
        ("sukamaju.xn--desa-id.com", "host-look-alike"),
        ("sukamaju.example.com", "host-not-official"),
        ("desa.id", "host-look-alike"),
        ("go.id", "host-look-alike"),
        ("id", "host-malformed"),
        ("", "host-malformed"),
        ("Sukamaju.desa.id", "host-malformed"),
        ("sukamaju.desa.id.", "host-malformed"),
        ("-sukamaju.desa.id", "host-malformed"),
        ("suka_maju.desa.id", "host-malformed"),
        ("sukamaju..desa.id", "host-malformed"),
        ("127.0.0.1", "host-malformed"),
        ("[::1]", "host-malformed"),
        ("sukamaju.desa.id/x", "host-malformed"),
        ("sukamaju.desa.id\n", "host-malformed"),
        ("s\u0443kamaju.desa.id", "host-malformed"),
        ("a" * 64 + ".desa.id", "host-malformed"),
        ("a." * 130 + "desa.id", "host-malformed"),
    ],
)
def test_any_other_site_is_refused(host: str, code: str) -> None:
    assert fault_of(host) == code


def test_a_listed_site_is_accepted_whatever_it_looks_like() -> None:
    assert fault_of("surat.example.org", frozenset(("surat.example.org",))) is None
    assert fault_of("SURAT", frozenset(("SURAT",))) == "host-malformed"


@given(st.text(max_size=40))
def test_any_text_has_an_answer(text: str) -> None:
    assert fault_of(text) in (None, "host-malformed", "host-look-alike", "host-not-official")
