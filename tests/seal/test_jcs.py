"""Canonical JSON: RFC 8785's own example, and the package ``rfc8785`` as the oracle."""

from __future__ import annotations

import json
from typing import Any

import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st

from kopsurat.errors import InvalidSeal
from kopsurat.seal import jcs

values = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-(2**53) + 1, 2**53 - 1),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.text(st.characters(exclude_categories=["Cs"]), max_size=8), inner, max_size=4),
    ),
    max_leaves=12,
)


@settings(max_examples=200, deadline=None)
@given(values)
def test_the_oracle_writes_the_same_bytes(value: Any) -> None:
    assert jcs.canonical(value) == rfc8785.dumps(value)


@settings(max_examples=100, deadline=None)
@given(values)
def test_what_is_written_is_read_back(value: Any) -> None:
    assert jcs.parse(jcs.canonical(value), limit=10**6) == value


def test_the_sorting_example_of_the_rfc() -> None:
    names = ["\u20ac", "\r", "\ufb33", "1", "\U0001f600", "\u0080", "\u00f6"]
    written = jcs.canonical(dict.fromkeys(names, 0)).decode()
    order = list(json.loads(written))
    assert order == ["\r", "1", "\u0080", "\u00f6", "\u20ac", "\U0001f600", "\ufb33"]


def test_the_string_example_of_the_rfc() -> None:
    text = '\u20ac$\u000f\nA\'B"\\\\"/'
    assert jcs.canonical(text) == b'"\xe2\x82\xac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"'


@pytest.mark.parametrize("value", [1.5, float("nan"), 2**53, {1: 2}, b"x", "\ud800", {"a": {1.0}}])
def test_a_value_without_canonical_form_is_refused(value: Any) -> None:
    with pytest.raises(InvalidSeal, match="json-not-canonical"):
        jcs.canonical(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "1.5",
        "1e3",
        "NaN",
        "Infinity",
        '{"a":1,"a":2}',
        "9007199254740992",
        "1" * 5000,
        "[" * 30 + "]" * 30,
        "[" * 100000,
        "\ufeff{}",
        '"\\ud800"',
        '{"\\uDFFF":1}',
    ],
)
def test_a_text_that_is_not_plain_json_is_refused(text: str) -> None:
    with pytest.raises(InvalidSeal, match="json-malformed"):
        jcs.parse(text.encode(), limit=10**6)


def test_a_text_longer_than_the_limit_is_not_read() -> None:
    with pytest.raises(InvalidSeal, match="json-too-large"):
        jcs.parse(b" " * 11, limit=10)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.binary(max_size=60), st.text(max_size=60).map(lambda text: text.encode(errors="replace")))
)
def test_any_bytes_are_read_or_refused_by_our_error(data: bytes) -> None:
    try:
        value = jcs.parse(data, limit=100)
    except InvalidSeal as error:
        assert error.code.startswith("json-")
    else:
        assert not isinstance(value, float)
