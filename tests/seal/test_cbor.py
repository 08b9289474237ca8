"""The strict subset of CBOR against the examples of RFC 8949, and against an independent library."""

from __future__ import annotations

from typing import Any

import cbor2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kopsurat.errors import InvalidSeal
from kopsurat.seal import cbor

# RFC 8949 appendix A: what our subset holds.
INSIDE: list[tuple[str, Any]] = [
    ("00", 0),
    ("01", 1),
    ("0a", 10),
    ("17", 23),
    ("1818", 24),
    ("1819", 25),
    ("1864", 100),
    ("1903e8", 1000),
    ("1a000f4240", 1000000),
    ("20", -1),
    ("29", -10),
    ("3863", -100),
    ("3903e7", -1000),
    ("f6", None),
    ("40", b""),
    ("4401020304", bytes((1, 2, 3, 4))),
    ("60", ""),
    ("6161", "a"),
    ("6449455446", "IETF"),
    ("62225c", '"\\'),
    ("62c3bc", "\u00fc"),
    ("63e6b0b4", "\u6c34"),
    ("64f0908591", "\U00010151"),
    ("80", ()),
    ("83010203", (1, 2, 3)),
    ("8301820203820405", (1, (2, 3), (4, 5))),
    (
        "98190102030405060708090a0b0c0d0e0f101112131415161718181819",
        tuple(range(1, 26)),
    ),
    ("a0", {}),
    ("a201020304", {1: 2, 3: 4}),
    ("a26161016162820203", {"a": 1, "b": (2, 3)}),
    ("826161a161626163", ("a", {"b": "c"})),
    ("a56161614161626142616361436164614461656145", {"a": "A", "b": "B", "c": "C", "d": "D", "e": "E"}),
]
# RFC 8949 appendix A: the rest, which a seal may not hold.
OUTSIDE = [
    ("1b000000e8d4a51000", "cbor-number-too-large"),
    ("1bffffffffffffffff", "cbor-number-too-large"),
    ("c249010000000000000000", "cbor-tag"),
    ("3bffffffffffffffff", "cbor-number-too-large"),
    ("c349010000000000000000", "cbor-tag"),
    ("f90000", "cbor-simple-value"),
    ("f98000", "cbor-simple-value"),
    ("f93c00", "cbor-simple-value"),
    ("fb3ff199999999999a", "cbor-simple-value"),
    ("f93e00", "cbor-simple-value"),
    ("f97bff", "cbor-simple-value"),
    ("fa47c35000", "cbor-simple-value"),
    ("fa7f7fffff", "cbor-simple-value"),
    ("fb7e37e43c8800759c", "cbor-simple-value"),
    ("f90001", "cbor-simple-value"),
    ("f90400", "cbor-simple-value"),
    ("f9c400", "cbor-simple-value"),
    ("fbc010666666666666", "cbor-simple-value"),
    ("f97c00", "cbor-simple-value"),
    ("f97e00", "cbor-simple-value"),
    ("f9fc00", "cbor-simple-value"),
    ("f4", "cbor-simple-value"),
    ("f5", "cbor-simple-value"),
    ("f7", "cbor-simple-value"),
    ("f0", "cbor-simple-value"),
    ("f8ff", "cbor-simple-value"),
    ("c074323031332d30332d32315432303a30343a30305a", "cbor-tag"),
    ("c11a514b67b0", "cbor-tag"),
    ("d74401020304", "cbor-tag"),
    ("d818456449455446", "cbor-tag"),
    ("5f42010243030405ff", "cbor-indefinite-length"),
    ("7f657374726561646d696e67ff", "cbor-indefinite-length"),
    ("9fff", "cbor-indefinite-length"),
    ("9f018202039f0405ffff", "cbor-indefinite-length"),
    ("83018202039f0405ff", "cbor-indefinite-length"),
    ("bf61610161629f0203ffff", "cbor-indefinite-length"),
    ("826161bf61626163ff", "cbor-indefinite-length"),
]
# RFC 8949 appendix F: not well formed.
BROKEN = [
    "18", "19", "1a", "1901", "1a0102", "38", "58", "78", "98", "9a01ff00", "b8", "d8", "f8", "f900",
    "41", "61", "5affffffff00", "7a7fffffff010203", "81", "818181818181818181", "8200", "a1", "a20102",
    "a100", "c0", "1c", "1d", "1e", "3c", "5c", "7d", "9e", "bc", "dd", "fc", "ff", "81ff", "8200ff",
    "a1ff", "a1ff00", "a100ff", "",
]  # fmt: skip

items = st.recursive(
    st.one_of(
        st.integers(-(2**32), 2**32 - 1),
        st.binary(max_size=40),
        st.text(max_size=40),
        st.none(),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=5).map(tuple),
        st.dictionaries(st.one_of(st.integers(-300, 300), st.text(max_size=5)), inner, max_size=5),
    ),
    max_leaves=8,
)


def depth(item: Any) -> int:
    if isinstance(item, dict):
        return 1 + max((depth(each) for pair in item.items() for each in pair), default=0)
    return 1 + max(map(depth, item), default=0) if isinstance(item, tuple) else 1


class TestRfc8949AppendixA:
    @pytest.mark.parametrize(("data", "item"), INSIDE, ids=lambda each: str(each)[:30])
    def test_an_example_of_the_subset_is_read_and_written(self, data: str, item: Any) -> None:
        assert cbor.decode(bytes.fromhex(data)) == item
        assert cbor.encode(item) == bytes.fromhex(data)

    @pytest.mark.parametrize(("data", "code"), OUTSIDE)
    def test_an_example_beyond_the_subset_is_refused(self, data: str, code: str) -> None:
        with pytest.raises(InvalidSeal) as caught:
            cbor.decode(bytes.fromhex(data))
        assert caught.value.code == code

    @pytest.mark.parametrize("data", BROKEN)
    def test_what_is_not_well_formed_is_refused(self, data: str) -> None:
        with pytest.raises(InvalidSeal, match="cbor-"):
            cbor.decode(bytes.fromhex(data))


class TestDeterministicEncoding:
    """RFC 8949 §4.2.1: shortest lengths, definite lengths, keys sorted by their encoded bytes."""

    def test_keys_are_sorted_by_their_bytes(self) -> None:
        assert cbor.encode({-1: 0, 100: 0, 10: 0, "z": 0, "aa": 0}).hex() == "a50a001864002000617a0062616100"

    @pytest.mark.parametrize("data", ["1817", "190018", "1a00000100", "5800", "7801" + "61", "9800", "b800"])
    def test_a_longer_length_is_refused(self, data: str) -> None:
        with pytest.raises(InvalidSeal, match="cbor-not-shortest"):
            cbor.decode(bytes.fromhex(data))

    @pytest.mark.parametrize("data", ["a203040102", "a201020103", "a2616201616102"])
    def test_unsorted_or_repeated_keys_are_refused(self, data: str) -> None:
        with pytest.raises(InvalidSeal, match="cbor-unsorted-keys"):
            cbor.decode(bytes.fromhex(data))

    def test_a_number_beyond_32_bits_is_not_written(self) -> None:
        with pytest.raises(InvalidSeal, match="cbor-number-too-large"):
            cbor.encode(2**32)

    @settings(max_examples=150, deadline=None)
    @given(items)
    def test_an_independent_library_writes_and_reads_the_same(self, item: Any) -> None:
        data = cbor.encode(item)
        if "{" not in repr(item):  # cbor2 sorts maps by the older rule of RFC 7049, short keys first
            assert data == cbor2.dumps(item, canonical=True)
        assert _plain(cbor2.loads(data)) == _plain(item)

    @settings(max_examples=200, deadline=None)
    @given(items)
    def test_what_is_written_is_read_back(self, item: Any) -> None:
        if depth(item) <= cbor.MAX_DEPTH:
            assert cbor.decode(cbor.encode(item)) == item
        else:
            with pytest.raises(InvalidSeal, match="cbor-too-deep"):
                cbor.decode(cbor.encode(item))

    @settings(max_examples=400, deadline=None)
    @given(st.binary(max_size=60))
    def test_any_bytes_have_one_encoding_or_our_error(self, data: bytes) -> None:
        try:
            item = cbor.decode(data)
        except InvalidSeal as error:
            assert error.code.startswith("cbor-")
        else:
            assert cbor.encode(item) == data


def _plain(item: Any) -> Any:
    if isinstance(item, dict):
        return {key: _plain(value) for key, value in item.items()}
    return [_plain(each) for each in item] if isinstance(item, (list, tuple)) else item


def test_a_long_array_of_lengths_costs_no_memory() -> None:
    with pytest.raises(InvalidSeal, match="cbor-truncated"):
        cbor.decode(b"\x5a\xff\xff\xff\xff")
