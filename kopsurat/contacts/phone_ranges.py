"""Shorthand for several numbers: ``(0274) 555123-25``, ``(0274) 555123 s/d 555125``."""

from __future__ import annotations

import re
from typing import Final

from kopsurat.contacts.numbering import printed_number
from kopsurat.contacts.phone_reading import read_number
from kopsurat.errors import InvalidPhone

__all__ = ["RANGE", "dashed_range", "is_too_long", "spoken_range", "with_ranges"]

_LONGEST_RANGE: Final = 6
_DASH_TAIL: Final = re.compile(r"(?P<head>.*?(?P<last>\d{5,8}))\s*-\s*(?P<tail>\d{1,4})")
_UNTIL: Final = re.compile(
    r"(?<=\d)\s*(?:s\s?[/.]\s?d\b\.?|sd|sampai(?:\s+dengan)?|hingga)\s*(?=[\d(+])", re.IGNORECASE
)
RANGE: Final = " ~ "
"""What a spoken range (``s/d``, ``sampai``) becomes before the text is cut at its slashes."""


def with_ranges(folded: str) -> str:
    """Return ``folded`` with :data:`RANGE` for each spoken range between two numbers."""
    return _UNTIL.sub(RANGE, folded)


def dashed_range(raw: str, area_code: str | None) -> str | None:
    """Return the numbers that ``(0411) 227911-15`` abbreviates, or None when it is one number."""
    match = _DASH_TAIL.fullmatch(raw)
    if match is None:
        return None
    last, tail = match["last"], match["tail"]
    is_short_tail = len(tail) <= 2 and len(tail) < len(last) - 3  # noqa: PLR2004 - "-15" after six digits
    return _range_from(match["head"], tail, area_code) if is_short_tail or is_too_long(raw) else None


def spoken_range(raw: str, area_code: str | None) -> str | None:
    """Return the numbers from one to another (``(0274) 773291 s/d 773293``), or None when in doubt."""
    head, _, tail = raw.partition(RANGE)
    last = re.sub(r"\D", "", tail)
    return _range_from(head, last.removeprefix("0") if last[:1] == "0" else last, area_code)


def _range_from(head: str, tail: str, area_code: str | None) -> str | None:
    """Return all numbers from ``head`` to the one that ends in ``tail``; of a long range both ends."""
    try:
        first = read_number(head, head, area_code=area_code)
    except InvalidPhone:
        return None
    if first.kind != "fixed" or not 0 < len(tail) <= len(first.digits):
        return None
    stem, low, high = first.digits[: -len(tail)], int(first.digits[-len(tail) :]), int(tail)
    if low >= high:
        return None
    steps = range(low, high + 1) if high - low < _LONGEST_RANGE else (low, high)
    return " / ".join(printed_number(f"{stem}{step:0{len(tail)}}", "fixed") for step in steps)


def is_too_long(raw: str) -> bool:
    """Tell whether ``raw`` has more digits than one number."""
    try:
        read_number(raw, raw)
    except InvalidPhone as fault:
        return fault.code in {"phone-too-long", "phone-multiple"}
    return False
