"""The few items of CBOR (RFC 8949) that a seal needs, in deterministic form only (RFC 8949 §4.2.1).

Integers of up to 32 bits, byte and text strings, arrays, maps and null. Everything else (tags, floats,
Booleans, indefinite or longer-than-needed lengths, unsorted or repeated keys, bytes left over) is refused,
so that a value has exactly one encoding and nobody can dodge a revocation by writing it otherwise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NoReturn, TypeAlias

from kopsurat.errors import InvalidSeal

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["MAX_DEPTH", "MAX_ITEMS", "Item", "decode", "encode"]

Item: TypeAlias = "int | bytes | str | tuple[Item, ...] | Mapping[int | str, Item] | None"

MAX_DEPTH: Final = 6
MAX_ITEMS: Final = 32
_UNSIGNED, _NEGATIVE, _BYTES, _TEXT, _ARRAY, _MAP, _TAG, _SIMPLE = range(8)
_NULL: Final = 22
_SHORT: Final = 24
_LONGEST: Final = 26
_SMALLEST: Final = (24, 0x100, 0x10000)
_INDEFINITE: Final = 31


def encode(item: Item) -> bytes:
    """Return the deterministic encoding of ``item``; maps are sorted by the bytes of their keys."""
    if item is None:
        return b"\xf6"
    if isinstance(item, int):
        return _head(_NEGATIVE, -1 - item) if item < 0 else _head(_UNSIGNED, item)
    if isinstance(item, bytes):
        return _head(_BYTES, len(item)) + item
    if isinstance(item, str):
        text = item.encode()
        return _head(_TEXT, len(text)) + text
    if isinstance(item, tuple):
        return _head(_ARRAY, len(item)) + b"".join(encode(each) for each in item)
    pairs = sorted((encode(key), encode(value)) for key, value in item.items())
    return _head(_MAP, len(pairs)) + b"".join(key + value for key, value in pairs)


def decode(data: bytes, *, max_items: int = MAX_ITEMS) -> Item:
    """Return the item that ``data`` is the deterministic encoding of.

    ``max_items`` bounds every array and map. Raises :class:`~kopsurat.errors.InvalidSeal` whose code
    says what is wrong and whose ``offset`` says where.
    """
    reader = _Reader(data, max_items)
    item = reader.item(1)
    if reader.offset != len(data):
        reader.fail("cbor-trailing-bytes")
    return item


def _head(major: int, value: int) -> bytes:
    if value < _SHORT:
        return bytes((major << 5 | value,))
    for size, limit in ((1, 0x100), (2, 0x10000), (4, 0x100000000)):
        if value < limit:
            return bytes((major << 5 | _SHORT + size.bit_length() - 1,)) + value.to_bytes(size)
    raise InvalidSeal("cbor-number-too-large", value=value)


class _Reader:
    """Reads items one after the other; ``offset`` is where the next one starts."""

    def __init__(self, data: bytes, max_items: int) -> None:
        self.data = data
        self.offset = 0
        self.max_items = max_items

    def fail(self, code: str) -> NoReturn:
        raise InvalidSeal(code, offset=self.offset)

    def take(self, count: int) -> bytes:
        end = self.offset + count
        if end > len(self.data):
            self.fail("cbor-truncated")
        part = self.data[self.offset : end]
        self.offset = end
        return part

    def head(self) -> tuple[int, int]:
        first = self.take(1)[0]
        major, short = first >> 5, first & 31
        if major in (_TAG, _SIMPLE) and first != _SIMPLE << 5 | _NULL:
            self.fail("cbor-tag" if major == _TAG else "cbor-simple-value")
        if short < _SHORT:
            return major, short
        if short == _INDEFINITE:
            self.fail("cbor-indefinite-length")
        if short > _LONGEST:
            self.fail("cbor-number-too-large")
        value = int.from_bytes(self.take(1 << short - _SHORT))
        if value < _SMALLEST[short - _SHORT]:
            self.fail("cbor-not-shortest")
        return major, value

    def item(self, depth: int) -> Item:
        if depth > MAX_DEPTH:
            self.fail("cbor-too-deep")
        major, value = self.head()
        match major:
            case 0:
                return value
            case 1:
                return -1 - value
            case 2:
                return self.take(value)
            case 3:
                return self.text(value)
            case 4:
                self.limit(value)
                return tuple(self.item(depth + 1) for _ in range(value))
            case 5:
                return self.map(value, depth)
            case _:
                return None

    def limit(self, count: int) -> None:
        if count > self.max_items:
            self.fail("cbor-too-many-items")

    def text(self, size: int) -> str:
        try:
            return self.take(size).decode()
        except UnicodeDecodeError:
            self.fail("cbor-not-utf8")

    def map(self, count: int, depth: int) -> Mapping[int | str, Item]:
        self.limit(count)
        found: dict[int | str, Item] = {}
        previous = b""
        for _ in range(count):
            start = self.offset
            key = self.item(depth + 1)
            written = self.data[start : self.offset]
            if not isinstance(key, (int, str)):
                self.fail("cbor-bad-key")
            if written <= previous:
                self.fail("cbor-unsorted-keys")
            previous = written
            found[key] = self.item(depth + 1)
        return found
