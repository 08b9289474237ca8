"""The code for typing: 60 bits of the id in Crockford's base32 with a check symbol."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kopsurat.errors import InvalidSeal
from kopsurat.messages import explain
from kopsurat.seal import format_code, parse_code

ids = st.binary(min_size=8, max_size=8)


@given(ids)
def test_a_code_gives_back_the_first_60_bits(seal_id: bytes) -> None:
    code = format_code(seal_id)
    assert parse_code(code) == int.from_bytes(seal_id) >> 4
    assert [len(part) for part in code.split("-")] == [4, 4, 4, 1]


@given(ids)
def test_small_letters_spaces_and_misread_letters_do_not_matter(seal_id: bytes) -> None:
    code = format_code(seal_id)
    body, check = code[:-2], code[-1]
    typed = body.replace("-", " ").replace("1", "l").replace("0", "o").lower() + check.lower()
    assert parse_code(f"  {typed} ") == parse_code(code)


@given(ids, st.integers(0, 11), st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
def test_one_wrong_symbol_is_noticed(seal_id: bytes, place: int, symbol: str) -> None:
    code = format_code(seal_id).replace("-", "")
    typed = code[:place] + symbol + code[place + 1 :]
    if typed != code:
        with pytest.raises(InvalidSeal, match="code-mistyped"):
            parse_code(typed)


@given(ids, st.integers(0, 10))
def test_two_neighbors_exchanged_are_noticed(seal_id: bytes, place: int) -> None:
    code = format_code(seal_id).replace("-", "")
    typed = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    if typed != code:
        with pytest.raises(InvalidSeal, match="code-mistyped"):
            parse_code(typed)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "code-wrong-length"),
        ("7K3M", "code-wrong-length"),
        ("7K3M-9QX2-TB4A-J-0", "code-wrong-length"),
        ("7K3M-9QX2-TB4!-J", "code-wrong-symbol"),
        ("7K3M-9QX2-TBU4-J", "code-wrong-symbol"),
        ("7K3M-9QX2-TB4A-?", "code-wrong-symbol"),
    ],
)
def test_what_is_no_code_is_refused_and_explained(typed: str, code: str) -> None:
    with pytest.raises(InvalidSeal) as caught:
        parse_code(typed)
    assert caught.value.code == code
    assert "…" not in explain(caught.value)


@given(st.text(max_size=20))
def test_any_text_is_a_code_or_our_error(text: str) -> None:
    try:
        assert 0 <= parse_code(text) < 2**60
    except InvalidSeal as error:
        assert error.code.startswith("code-")
