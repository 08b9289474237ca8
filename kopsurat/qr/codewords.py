"""Text → segments → data and error-correction codewords (ISO/IEC 18004:2015 §7.4–7.6)."""

# ruff: noqa: PLR2004 - the numbers are those of the standard

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kopsurat.qr.matrix import Level

__all__ = [
    "NUMERIC",
    "Segment",
    "bits_needed",
    "data_codewords",
    "interleaved",
    "segments_of",
    "smallest_version",
]

# ISO/IEC 18004:2015 table 9, versions 1 to 40: error-correction codewords per block, number of blocks.
# fmt: off
_CORRECTION: Final[dict[Level, bytes]] = {
    "L": bytes((7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28,
                28, 28, 30, 30, 26, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30)),
    "M": bytes((10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26,
                26, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28)),
    "Q": bytes((13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30, 24, 28, 28, 26, 30,
                28, 30, 30, 30, 30, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30)),
    "H": bytes((17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28, 22, 24, 24, 30, 28, 28, 26, 28,
                30, 24, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30)),
}
_BLOCKS: Final[dict[Level, bytes]] = {
    "L": bytes((1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8,
                8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18, 19, 19, 20, 21, 22, 24, 25)),
    "M": bytes((1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16,
                17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49)),
    "Q": bytes((1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12, 16, 12, 17, 16, 18, 21, 20,
                23, 23, 25, 27, 29, 34, 34, 35, 38, 40, 43, 45, 48, 51, 53, 56, 59, 62, 65, 68)),
    "H": bytes((1, 1, 2, 4, 4, 4, 5, 6, 8, 8, 11, 11, 16, 16, 18, 16, 19, 21, 25, 25,
                25, 34, 30, 32, 35, 37, 40, 42, 45, 48, 51, 54, 57, 60, 63, 66, 70, 74, 77, 81)),
}
# fmt: on
_ALPHANUMERIC: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_LONG_RUN: Final = 20
_DIGITS: Final = re.compile(rb"([0-9]{20,})")
_CAPITALS: Final = re.compile(rb"([0-9A-Z $%*+\-./:]{20,})")


class Segment(NamedTuple):
    """A run of characters in one mode: how many, and their bits as one integer."""

    mode: int
    length: int
    value: int
    bits: int


NUMERIC, _ALNUM, _BYTE = 1, 2, 4
_COUNT_BITS: Final = {NUMERIC: (10, 12, 14), _ALNUM: (9, 11, 13), _BYTE: (8, 16, 16)}


@functools.lru_cache(maxsize=8)
def segments_of(text: str) -> tuple[Segment, ...]:
    """Split ``text`` into numeric, alphanumeric and byte (UTF-8) segments."""
    data = text.encode()
    short = 0 < len(data) <= _LONG_RUN
    if short and data.isdigit():
        return (_numeric(data),)
    if short and not data.translate(None, _ALPHANUMERIC.encode()):
        return (_alphanumeric(data),)
    found: list[Segment] = []
    for number, piece in enumerate(_DIGITS.split(data)):
        if number % 2:
            found.append(_numeric(piece))
            continue
        parts = enumerate(_CAPITALS.split(piece))
        found += [_alphanumeric(part) if inner % 2 else _bytes(part) for inner, part in parts if part]
    return tuple(found) or (_bytes(b""),)


def _numeric(data: bytes) -> Segment:
    full, rest = divmod(len(data), 3)
    width = (0, 4, 7)[rest]
    value = _in_tens(data[: 3 * full])
    if rest:
        value = value << width | int(data[-rest:])
    return Segment(NUMERIC, len(data), value, 10 * full + width)


def _in_tens(digits: bytes) -> int:
    """Return the number whose every ten bits are three of the digits.

    All threes are computed at once, as fields of 16 bits in one number, which are then joined by twos.
    """
    count = len(digits) // 3
    fields, spread = 0, bytearray(2 * count)
    for place, weight in enumerate((100, 10, 1)):
        spread[1::2] = digits[place::3]
        fields += weight * int.from_bytes(spread)
    fields -= int.from_bytes((111 * ord("0")).to_bytes(2) * count)
    for lower, upper, gap in _joints((count - 1).bit_length()):
        fields = fields & lower | (fields & upper) >> gap
    return fields


@functools.lru_cache(maxsize=16)
def _joints(steps: int) -> tuple[tuple[int, int, int], ...]:
    """Return for each step the masks of the lower and the upper field of every two, and the gap between."""
    found = []
    for step in range(steps):
        width, bits, pairs = 16 << step, 10 << step, 1 << steps - step - 1
        lower = sum((1 << bits) - 1 << 2 * width * pair for pair in range(pairs))
        found.append((lower, lower << width, width - bits))
    return tuple(found)


def _alphanumeric(data: bytes) -> Segment:
    codes = [_ALPHANUMERIC.index(chr(byte)) for byte in data]
    value = 0
    for start in range(0, len(codes) - 1, 2):
        value = value << 11 | codes[start] * 45 + codes[start + 1]
    if len(codes) % 2:
        value = value << 6 | codes[-1]
    full, rest = divmod(len(codes), 2)
    return Segment(_ALNUM, len(codes), value, 11 * full + 6 * rest)


def _bytes(data: bytes) -> Segment:
    return Segment(_BYTE, len(data), int.from_bytes(data), 8 * len(data))


def _count_bits(mode: int, version: int) -> int:
    return _COUNT_BITS[mode][(version >= 10) + (version >= 27)]


def bits_needed(segments: Sequence[Segment], version: int) -> int:
    """Return the bits that the segments take with their headers, without the terminator."""
    return sum(4 + _count_bits(segment.mode, version) + segment.bits for segment in segments)


def smallest_version(segments: Sequence[Segment], level: Level) -> int:
    """Return the smallest version that holds the segments, or 0."""
    capacities = _capacities(level)
    for first, last in _SAME_COUNTS:
        if all(s.length < 1 << _count_bits(s.mode, last) for s in segments):
            version = bisect_left(capacities, bits_needed(segments, last), first - 1, last) + 1
            if version <= last:
                return version
    return 0


_SAME_COUNTS: Final = ((1, 9), (10, 26), (27, 40))
"""First and last of the versions whose headers are equally long."""


@functools.cache
def _capacities(level: Level) -> tuple[int, ...]:
    """Return how many bits of data the versions from 1 on hold."""
    return tuple(8 * data_codewords(version, level) for version in range(1, 41))


@functools.cache
def _raw_codewords(version: int) -> int:
    modules = (16 * version + 128) * version + 64
    if version >= 2:
        per_side = version // 7 + 2
        modules -= (25 * per_side - 10) * per_side - 55
    return (modules - (36 if version >= 7 else 0)) // 8


def data_codewords(version: int, level: Level) -> int:
    """Return how many bytes of data a version and level hold."""
    return _raw_codewords(version) - _CORRECTION[level][version - 1] * _BLOCKS[level][version - 1]


def interleaved(segments: Sequence[Segment], version: int, level: Level) -> bytes:
    """Return data and error-correction codewords, interleaved (ISO/IEC 18004:2015 §7.4–7.6)."""
    capacity = data_codewords(version, level)
    value, used = 0, 0
    for segment in segments:
        width = _count_bits(segment.mode, version)
        value = (value << 4 | segment.mode) << width | segment.length
        value = value << segment.bits | segment.value
        used += 4 + width + segment.bits
    spare = min(4, 8 * capacity - used)
    spare += -(used + spare) % 8
    data = (value << spare).to_bytes((used + spare) // 8)
    data += (b"\xec\x11" * (capacity // 2 + 1))[: capacity - len(data)]
    correction, count = _CORRECTION[level][version - 1], _BLOCKS[level][version - 1]
    short, longer = divmod(capacity, count)
    blocks, start = [], 0
    for number in range(count):
        end = start + short + (number >= count - longer)
        blocks.append(data[start:end])
        start = end
    body, checks = bytearray(short * count), bytearray(correction * count)
    for number, block in enumerate(blocks):
        body[number::count] = block[:short]
        checks[number::count] = _reed_solomon(block, correction)
    return bytes(body) + bytes(block[-1] for block in blocks[count - longer :]) + bytes(checks)


@functools.cache
def _galois() -> tuple[list[int], list[int]]:
    """Return the exponent and logarithm tables of GF(256) modulo x^8+x^4+x^3+x^2+1."""
    powers, logs = [1] * 510, [0] * 256
    for exponent in range(1, 510):
        doubled = powers[exponent - 1] << 1
        powers[exponent] = doubled ^ 0x11D if doubled > 0xFF else doubled
    for exponent in range(255):
        logs[powers[exponent]] = exponent
    return powers, logs


@functools.cache
def _remainders(degree: int) -> tuple[int, ...]:
    """Return, for each leading byte, the multiple of the generator polynomial that cancels it."""
    powers, logs = _galois()

    def product(a: int, b: int) -> int:
        return powers[logs[a] + logs[b]] if a and b else 0

    generator = [1]
    for exponent in range(degree):
        shifted = [0] + [product(c, powers[exponent]) for c in generator]
        generator = [a ^ b for a, b in zip([*generator, 0], shifted, strict=True)]
    return tuple(int.from_bytes(bytes(product(c, lead) for c in generator[1:])) for lead in range(256))


def _reed_solomon(block: bytes, degree: int) -> bytes:
    table, high, low = _remainders(degree), 8 * (degree - 1), (1 << 8 * (degree - 1)) - 1
    rest = 0
    for byte in block:
        rest = (rest & low) << 8 ^ table[rest >> high ^ byte]
    return rest.to_bytes(degree)
