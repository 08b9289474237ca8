"""Canonical JSON (RFC 8785) for values without floats: the same value always gives the same bytes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from json.encoder import encode_basestring as quoted  # escapes only what must be
from typing import Final, NoReturn, TypeAlias

from kopsurat.errors import InvalidSeal

__all__ = ["Json", "canonical", "in_order", "parse", "quoted", "written"]

Json: TypeAlias = "str | int | bool | Sequence[Json] | Mapping[str, Json] | None"

_LARGEST: Final = 2**53 - 1
_DEEPEST: Final = 24


def canonical(value: Json) -> bytes:
    """Return the canonical bytes of ``value``: keys sorted by UTF-16 units, minimal escapes, no spaces.

    Raises :class:`~kopsurat.errors.InvalidSeal` ``json-not-canonical`` for a float, an integer beyond
    2^53-1, a key that is not text, or an unpaired surrogate.
    """
    try:
        return written(value).encode()
    except (UnicodeEncodeError, RecursionError) as error:
        raise InvalidSeal("json-not-canonical") from error


def written(value: Json) -> str:
    """Return the canonical text of ``value``, whose bytes :func:`canonical` returns."""
    if isinstance(value, str):
        return quoted(value)
    if value is None or isinstance(value, bool):
        return "null" if value is None else "true" if value else "false"
    if isinstance(value, int):
        if abs(value) > _LARGEST:
            raise InvalidSeal("json-not-canonical", value=value)
        return str(value)
    if isinstance(value, (dict, Mapping)):  # dict first: asking the abstract class is slow
        members = [f"{quoted(name)}:{written(value[name])}" for name in in_order(value)]
        return "{" + ",".join(members) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ",".join([written(each) for each in value]) + "]"
    raise InvalidSeal("json-not-canonical", value=repr(value)[:40])


def in_order(keys: Iterable[str]) -> list[str]:
    """Return names in the order of RFC 8785 §3.2.3, by their UTF-16 units.

    Raises :class:`~kopsurat.errors.InvalidSeal` ``json-not-canonical`` for a name that is not text.
    """
    names = list(keys)
    try:
        is_plain = "".join(names).isascii()
    except TypeError as error:
        raise InvalidSeal("json-not-canonical") from error
    return sorted(names, key=None if is_plain else _utf16)


def parse(data: bytes, *, limit: int) -> Json:
    """Return the JSON value in ``data``, UTF-8 of at most ``limit`` bytes.

    Raises :class:`~kopsurat.errors.InvalidSeal`: ``json-too-large`` or ``json-malformed`` (also for floats,
    repeated keys and nesting deeper than 24).
    """
    if len(data) > limit:
        raise InvalidSeal("json-too-large", limit=limit)
    try:
        value: Json = json.loads(
            data.decode(),
            object_pairs_hook=_unique,
            parse_float=_refuse,
            parse_constant=_refuse,
            parse_int=_integer,
        )
        if b"\\ud" in data.lower():
            json.dumps(value, ensure_ascii=False).encode()  # an unpaired surrogate is no text
    except (ValueError, RecursionError) as error:
        raise InvalidSeal("json-malformed") from error
    if _depth(value) > _DEEPEST:
        raise InvalidSeal("json-malformed")
    return value


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-be", "surrogatepass")


def _unique(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("repeated key")
    return found


def _refuse(text: str) -> NoReturn:
    raise ValueError(text)


def _integer(text: str) -> int:
    longest = 17
    value = int(text) if len(text) <= longest else _LARGEST + 1
    if abs(value) > _LARGEST:
        raise ValueError("integer out of range")
    return value


def _depth(value: Json) -> int:
    """Return how deeply containers are nested, without recursion."""
    deepest, level = 0, [value]
    while level:
        containers = [each for each in level if isinstance(each, (dict, list))]
        deepest += bool(containers)
        level = [
            inner for each in containers for inner in (each.values() if isinstance(each, dict) else each)
        ]
        if deepest > _DEEPEST:
            break
    return deepest
