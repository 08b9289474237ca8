"""What a caller of a public function hands over: refused by code where its class is another one."""

from __future__ import annotations

import datetime as dt
import math
import os
from collections.abc import Iterable, Mapping
from typing import Any, Final, cast, get_args

from kopsurat.errors import InvalidInput

__all__ = [
    "PATH",
    "expect",
    "expect_choice",
    "expect_day",
    "expect_each",
    "expect_members",
    "expect_moment",
    "expect_number",
    "expect_pair",
    "refusal",
]

PATH: Final = str | os.PathLike
"""What can be the path of a file."""


def expect(given: object, kind: Any, name: str) -> None:  # noqa: ANN401 - what isinstance takes
    """Refuse an argument that is no ``kind``; ``name`` is that of the parameter.

    Raises :class:`InvalidInput` ``not-a-text`` where only text will do, else ``wrong-type``.
    """
    if not isinstance(given, kind):
        raise refusal(given, get_args(kind) or (kind,), name)


def refusal(given: object, kinds: tuple[Any, ...], name: str) -> InvalidInput:
    """Return the error for something that is none of ``kinds``."""
    if kinds == (str,):
        return InvalidInput("not-a-text", path=name, value=given)
    expected = " | ".join(each.__name__.replace("NoneType", "None") for each in kinds)
    return InvalidInput("wrong-type", path=name, value=type(given).__name__, expected=expected)


def expect_each(given: object, kind: Any, name: str) -> tuple[Any, ...]:  # noqa: ANN401 - as expect
    """Return the items of a collection of ``kind``; the path of a fault is that of the item, ``name[0]``.

    Raises :class:`InvalidInput` ``not-a-list`` for texts and mappings, and what :func:`expect` raises.
    """
    if isinstance(given, (str, bytes, Mapping)):
        raise InvalidInput("not-a-list", path=name, value=type(given).__name__)
    expect(given, Iterable, name)
    items = tuple(cast("Iterable[object]", given))
    for index, each in enumerate(items):
        if not isinstance(each, kind):  # which spares the name of the place
            expect(each, kind, f"{name}[{index}]")
    return items


def expect_pair(given: object, kind: Any, name: str) -> tuple[Any, Any]:  # noqa: ANN401 - as expect
    """Return the two items of a pair; more or fewer are ``wrong-type``."""
    items = expect_each(given, kind, name)
    if len(items) != 2:  # noqa: PLR2004 - a pair
        raise InvalidInput("wrong-type", path=name, value=f"{len(items)} items", expected="2 items")
    return items


def expect_choice(given: object, choices: Iterable[str], name: str) -> None:
    """Refuse what is none of these words with ``choice-unknown``."""
    known = tuple(choices)
    if not isinstance(given, str) or given not in known:
        raise InvalidInput("choice-unknown", path=name, value=given, choices=", ".join(known))


def expect_number(given: object, name: str, *, least: float = -math.inf) -> None:
    """Refuse what is no number, one that is endless, or one below ``least``: ``not-a-number``."""
    expect(given, int | float, name)
    number = cast("float", given)
    if not math.isfinite(number) or number < least:
        raise InvalidInput("not-a-number", path=name, value=given)


def expect_members(given: object, members: tuple[str, ...], kind: str, name: str) -> None:
    """Refuse what lacks one of these attributes, by which a ``kind`` of any origin is known."""
    if not all(hasattr(given, each) for each in members):
        raise InvalidInput("wrong-type", path=name, value=type(given).__name__, expected=kind)


def expect_day(given: object, name: str) -> None:
    """Refuse what is no day; a moment is none, for moments and days cannot be compared."""
    if isinstance(given, dt.datetime) or not isinstance(given, dt.date):
        raise refusal(given, (dt.date,), name)


def expect_moment(given: object, name: str) -> None:
    """Refuse what is no moment, or one whose time zone is not known (``moment-naive``)."""
    expect(given, dt.datetime, name)
    if cast("dt.datetime", given).utcoffset() is None:
        raise InvalidInput("moment-naive", path=name, value=str(given))
