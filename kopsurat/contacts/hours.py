"""Service hours: when a number is answered, in which time zone, and how it is run after hours."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final, Literal, NamedTuple

from kopsurat.contacts.folding import LONGEST_FIELD, fold, is_empty_word
from kopsurat.errors import InvalidInput
from kopsurat.values import unchangeable

__all__ = ["OpenHours", "Operation", "ServiceHours", "Zone", "cut_hours", "parse_hours"]

Zone = Literal["WIB", "WITA", "WIT"]
"""Western, central and eastern Indonesian time: UTC+7, +8 and +9."""

Operation = Literal["24 jam", "jam kerja", "diteruskan ke kecamatan"]
"""How a number is run: always answered, answered in working hours, or passed to the district after them."""

_MIDNIGHT: Final = 24 * 60
OFFSETS: Final[dict[str, int]] = {"WIB": 7, "WITA": 8, "WIT": 9}
_DAYS: Final = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_DAY_WORDS: Final = {
    "senin": 0, "sen": 0, "senen": 0, "selasa": 1, "sel": 1, "rabu": 2, "rab": 2, "rebo": 2, "kamis": 3, "kam": 3,
    "jumat": 4, "jum'at": 4, "jum’at": 4, "jum": 4, "jumaat": 4, "sabtu": 5, "sab": 5, "minggu": 6, "min": 6, "ahad": 6,
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
}  # fmt: skip
_DAY: Final = r"(?:" + "|".join(sorted(map(re.escape, _DAY_WORDS), key=len, reverse=True)) + r")\b"
_TO: Final = r"\s*(?:-|s\.?\s?/?\s?d\.?|sampai(?:\s+dengan)?|hingga|to)\s*"
_TIME: Final = r"(?P<{0}h>[01]?\d|2[0-4])(?:\s*[.:]\s*(?P<{0}m>[0-5]\d))?"
_SPAN: Final = re.compile(
    rf"(?:(?:hari\s+)?(?P<first>{_DAY})(?:{_TO}(?P<last>{_DAY}))?"
    r"(?:\s*\((?:hari\s+)?kerja\))?|(?P<daily>setiap\s+hari|tiap\s+hari))?"
    rf"\s*[:,]?\s*(?:pukul|pkl\.?|jam)?\s*{_TIME.format('o')}{_TO}{_TIME.format('c')}"
    r"\s*(?P<zone>wib|wita|wit)?\b\.?",
    re.IGNORECASE,
)
_LABEL: Final = re.compile(
    r"\s*(?:(?:jam|waktu|hari|jadwal)\s+(?:dan\s+jam\s+)?(?:kerja|layanan|pelayanan|operasional|buka|kantor)|buka|jadwal)"
    r"(?:\s+kantor)?\s*:?\s*(?=\S)",
    re.IGNORECASE,
)
_ALWAYS: Final = re.compile(
    r"(?:layanan\s+|siaga\s+|buka\s+|melayani\s+)?24\s*(?:jam|hours)(?:\s+(?:non\s?stop|sehari|penuh))?",
    re.IGNORECASE,
)
_ALWAYS_ALONE: Final = re.compile(rf"(?<![\w@./-]){_ALWAYS.pattern}(?![\w@-]|[./]\w)", re.IGNORECASE)
"""24 hours outside an address: not ``24jam.desa.id``."""
_FORWARDED: Final = re.compile(
    r"(?:di(?:teruskan|alihkan)|terhubung)\s+ke\s+(?:kantor\s+)?kecamatan", re.IGNORECASE
)
_WORKING: Final = re.compile(r"(?:pada\s+)?(?:jam|hari)\s+(?:kerja|kantor)", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"[\s,;.()/|&]*(?:dan\b)?[\s,;]*", re.IGNORECASE)


class OpenHours(NamedTuple):
    """From one day of the week to another (0 is Monday), from one minute of the day to another."""

    first: int
    last: int
    opens: int
    closes: int

    def __str__(self) -> str:
        days = _DAYS[self.first] if self.first == self.last else f"{_DAYS[self.first]}–{_DAYS[self.last]}"
        if (self.first, self.last) == (0, 6):
            days = "Setiap hari"
        return f"{days} {_clock(self.opens)}–{_clock(self.closes)}"


@unchangeable
@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceHours:
    """When an office answers, made by :func:`parse_hours`; ``str()`` is the printed form."""

    spans: tuple[OpenHours, ...] = ()
    zone: Zone | None = None
    operation: Operation | None = None

    @property
    def printed(self) -> str:
        """The hours as they stand on paper: ``"Senin–Jumat 08.00–15.00 WIB"``."""
        spans = ", ".join(map(str, self.spans)) + (f" {self.zone}" if self.zone else "")
        return ", ".join(part for part in (spans, self.operation) if part)

    def __str__(self) -> str:
        return self.printed

    @property
    def utc_offset(self) -> int | None:
        """Hours ahead of UTC, or None when no time zone is said."""
        return OFFSETS[self.zone] if self.zone else None

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: object) -> Any:  # noqa: ANN401 - pydantic's own type
        from kopsurat.contacts.schema import core_schema_of

        return core_schema_of(cls, parse_hours)

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: object, _handler: object) -> dict[str, Any]:
        from kopsurat.contacts.schema import json_schema_of

        return json_schema_of("hours")


def parse_hours(text: str) -> ServiceHours:
    """Read service hours such as ``"Senin s/d Jumat pukul 08:00-15:00 WIB"`` or ``"24 jam"``.

    Raises :class:`~kopsurat.errors.InvalidInput` with ``not-a-text``, ``hours-empty``, ``hours-syntax``,
    ``hours-order`` (closes before it opens) or ``hours-zone`` (two time zones).
    """
    if not isinstance(text, str):
        raise InvalidInput("not-a-text", value=text)
    if len(text) > LONGEST_FIELD:
        raise InvalidInput("hours-syntax", value=text[:40] + "…")
    rest = " ".join(fold(text).split())
    if _ALWAYS.fullmatch(rest) is None and _WORKING.fullmatch(rest) is None and (label := _LABEL.match(rest)):
        rest = rest[label.end() :]
    if is_empty_word(rest):
        raise InvalidInput("hours-empty", value=text)
    spans, zones, left = _spans(rest)
    operation, left = _operation(left)
    is_clock = all(span.opens <= _MIDNIGHT and span.closes <= _MIDNIGHT for span in spans)
    if _BETWEEN.sub("", left) or not (spans or operation) or not is_clock:
        raise InvalidInput("hours-syntax", value=text)
    if len(zones) > 1:
        raise InvalidInput("hours-zone", value=text)
    if any(span.opens >= span.closes for span in spans):
        raise InvalidInput("hours-order", value=text)
    return ServiceHours(spans=spans, zone=next(iter(zones), None), operation=operation)


def cut_hours(folded: str) -> tuple[ServiceHours | None, str]:
    """Take service hours that stand without a label out of a folded text.

    Only a span with its days or its zone counts, or "24 jam"; returns them and the text without them.
    """
    found = [match for match in _SPAN.finditer(folded) if match["first"] or match["daily"] or match["zone"]]
    found = found or list(_ALWAYS_ALONE.finditer(folded))
    if not found:
        return None, folded
    try:
        hours = parse_hours(", ".join(match[0].strip() for match in found))
    except InvalidInput:
        return None, folded
    left = folded
    for match in reversed(found):
        left = f"{left[: match.start()]} {left[match.end() :]}"
    return hours, left


def _operation(rest: str) -> tuple[Operation | None, str]:
    patterns: tuple[tuple[re.Pattern[str], Operation], ...] = (
        (_ALWAYS, "24 jam"),
        (_FORWARDED, "diteruskan ke kecamatan"),
        (_WORKING, "jam kerja"),
    )
    for pattern, operation in patterns:
        if match := pattern.search(rest):
            left = rest[: match.start()] + " " + rest[match.end() :]
            if operation == "diteruskan ke kecamatan":
                left = re.sub(
                    r"(?:di\s?)?luar\s+(?:jam\s+kerja|itu)|selebihnya", " ", left, flags=re.IGNORECASE
                )
            return operation, left
    return None, rest


def _spans(rest: str) -> tuple[tuple[OpenHours, ...], set[Zone], str]:
    spans: list[OpenHours] = []
    zones: set[Zone] = set()
    left: list[str] = []
    position = 0
    for match in _SPAN.finditer(rest):
        left.append(rest[position : match.start()])
        position = match.end()
        spans.append(_span(match))
        if match["zone"]:
            zones.add(_ZONES[match["zone"].upper()])
    left.append(rest[position:])
    return tuple(spans), zones, "".join(left)


_ZONES: Final[dict[str, Zone]] = {"WIB": "WIB", "WITA": "WITA", "WIT": "WIT"}


def _span(match: re.Match[str]) -> OpenHours:
    first, last = 0, 4
    if match["daily"]:
        last = 6
    elif match["first"]:
        first = _DAY_WORDS[match["first"].lower()]
        last = _DAY_WORDS[match["last"].lower()] if match["last"] else first
    opens = int(match["oh"]) * 60 + int(match["om"] or 0)
    closes = int(match["ch"]) * 60 + int(match["cm"] or 0)
    return OpenHours(first, last, opens, closes)


def _clock(minute: int) -> str:
    return f"{minute // 60:02}.{minute % 60:02}"
