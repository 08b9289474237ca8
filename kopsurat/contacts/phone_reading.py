"""Reading the digits of one telephone entry: country, trunk zero, area, kind, length."""

from __future__ import annotations

import re
from typing import Any, Final, NamedTuple

from kopsurat.contacts.numbering import (
    AREA_CODE,
    EMERGENCY,
    PUBLIC_SERVICE,
    PhoneKind,
    area_of,
    has_operator,
    is_uan,
    printed_number,
    subscriber_lengths,
)
from kopsurat.errors import InvalidPhone

__all__ = ["Reading", "read_number", "split_run"]

_DIGITS: Final = str.maketrans("", "", " .-()\t\n")
_ORDINARY: Final = re.compile(r"[\s(.-]*\+?[\d\s().-]*")
_SCIENTIFIC: Final = re.compile(r"\d+(?:[.,]\d+)?\s*[eE]\s*\+?\s*\d+")
_MASK: Final = re.compile(r"[xX*#]")
_LOOK_ALIKE: Final = str.maketrans("OoIl|BS", "0011185")
_AMONG_WORDS: Final = re.compile(r"(?:[^\d+]*[^\w+(])?(?P<number>[+(\d][\d+().\s-]*\d{3})(?:[\s.,)]\D*)?")
"""One number with words before and behind that do not touch it: a letter that does may be a digit."""
_NIK: Final = re.compile(
    r"(?:1[1-9]|2[01]|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-7])\d{4}"
    r"(?:[04][1-9]|[1256]\d|[37][01])(?:0[1-9]|1[0-2])\d{6}",
)
_NIP: Final = re.compile(
    r"(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:19|20)\d{2}(?:0[1-9]|1[0-2])[12]\d{3}"
)
_NPWP: Final = re.compile(r"\d{2}\.\d{3}\.\d{3}\.\d-\d{3}\.\d{3}")
_PREFIX_62: Final = re.compile(r"00[1-9]?62")
_COUNTRY_TWICE: Final = re.compile(r"[\s(]*\+?62[\s().-]+62[\s().-]+")
"""The country code a second time, set apart as no area code is (062x has three digits behind the 0)."""
_LONGEST_DIALLED: Final = 14
_SHORTEST_DIALLED: Final = 7
_LONGEST_PAIR: Final = 30
_MOST_WORDS: Final = 12
_LONGEST_LOCAL: Final = 8
_LONGEST_SHORT: Final = 4
_SHORTEST_AREA: Final = 3
_SERVICES: Final[dict[str, PhoneKind]] = {
    "800": "toll_free",
    "804": "shared_cost",
    "807": "uan",
    "809": "premium",
}
_RISING: Final = "1234567890"
_SAMPLE_MOBILE: Final = "812345678901"


class Reading(NamedTuple):
    """The digits of a number without country code and 0, what it is, and what was odd about it."""

    digits: str
    kind: PhoneKind
    warnings: tuple[str, ...]


def read_number(raw: str, text: str, *, area_code: str | None = None) -> Reading:
    """Read the digits of folded ``raw``; ``text`` is what the error quotes.

    Raises :class:`~kopsurat.errors.InvalidPhone`.
    """
    if _ORDINARY.fullmatch(raw) is None:
        raise _strange(raw, text, area_code)
    digits = raw.translate(_DIGITS)
    has_plus = digits[:1] == "+"
    digits = digits[has_plus:]
    if twice := _COUNTRY_TWICE.match(raw):
        meant = _suggested(f"+62 {raw[twice.end() :]}", area_code)
        if meant is not None:
            raise InvalidPhone("phone-area-unknown", value=text, suggestion=meant, area="062")
    if len(digits) > _LONGEST_DIALLED and _is_identity(digits, raw):
        raise InvalidPhone("phone-not-phone", value=text)
    try:
        if has_plus:
            return _with_country(digits)
        return _without_country(digits, area_code)
    except _Fault as fault:
        parts = (split_run(raw) or _split_digits(digits)) if fault.code == "phone-too-long" else None
        if parts is not None:
            meant = " / ".join(map(_printed, parts))
            raise InvalidPhone("phone-multiple", value=text, suggestion=meant) from None
        raise InvalidPhone(fault.code, value=text, suggestion=fault.suggestion, **fault.evidence) from None


def split_run(raw: str) -> tuple[str, ...] | None:
    """Return the numbers that stand in ``raw`` with nothing but spaces between them, or None."""
    words = raw.split()
    if len(words) < 2 or len(words) > _MOST_WORDS:  # noqa: PLR2004 - one word cannot be two numbers
        return None
    for cut in range(1, len(words)):
        first, rest = " ".join(words[:cut]), " ".join(words[cut:])
        if _attempt(first) is None:
            continue
        others = (rest,) if _attempt(rest) else split_run(rest)
        if others is not None:
            return (first, *others)
    return None


def _split_digits(digits: str) -> tuple[str, ...] | None:
    """Return the two numbers that are glued together in ``digits``, or None."""
    if len(digits) > _LONGEST_PAIR or not digits.isdigit():
        return None
    for cut in range(_SHORTEST_DIALLED, len(digits) - _SHORTEST_DIALLED + 1):
        if digits[cut] == "0" and _attempt(digits[:cut]) and _attempt(digits[cut:]):
            return digits[:cut], digits[cut:]
    return None


def _printed(raw: str) -> str:
    reading = _attempt(raw)
    return printed_number(reading.digits, reading.kind) if reading else raw


def _attempt(raw: str) -> Reading | None:
    """Read ``raw`` as one number of at least seven digits, or return None."""
    if _ORDINARY.fullmatch(raw) is None:
        return None
    digits = raw.translate(_DIGITS)
    try:
        if digits[:1] == "+":
            return _with_country(digits[1:])
        return _without_country(digits, None) if len(digits) >= _SHORTEST_DIALLED else None
    except _Fault:
        return None


class _Fault(Exception):
    """A fault of digits, before it is tied to the text that somebody wrote."""

    def __init__(self, code: str, suggestion: str | None = None, **evidence: Any) -> None:  # noqa: ANN401 - any fact
        super().__init__(code)
        self.code, self.suggestion, self.evidence = code, suggestion, evidence


def _strange(raw: str, text: str, area_code: str | None) -> InvalidPhone:
    """Say which character does not belong in a number."""
    if _SCIENTIFIC.fullmatch(raw):
        return InvalidPhone("phone-invalid-char", value=text, character="E")
    letters = {character for character in raw if character.isalpha()}
    strangers = [c for c in raw if not (c.isalnum() or c in " \t.-()+*#")]
    if letters <= {"x", "X"} and _MASK.search(raw):
        return InvalidPhone("phone-masked", value=text)
    if _is_identity(re.sub(r"\D", "", raw), raw):
        return InvalidPhone("phone-not-phone", value=text)
    if letters:
        return InvalidPhone("phone-letters", value=text, suggestion=_without_look_alikes(raw, area_code))
    suggestion = _suggested(re.sub(r"\++", "+", re.sub(r"[^\d+]+", " ", raw)), area_code)
    return InvalidPhone(
        "phone-invalid-char", value=text, suggestion=suggestion, character=strangers[0] if strangers else "+"
    )


def _without_look_alikes(raw: str, area_code: str | None) -> str | None:
    if mended := _suggested(raw.translate(_LOOK_ALIKE), area_code):
        return mended
    among_words = _AMONG_WORDS.fullmatch(raw)
    return _suggested(among_words["number"], area_code) if among_words else None


def _suggested(raw: str, area_code: str | None) -> str | None:
    """Return ``raw`` in print when it is a number as it stands, else None."""
    if _ORDINARY.fullmatch(raw) is None:
        return None
    try:
        reading = read_number(raw, raw, area_code=area_code)
    except InvalidPhone:
        return None
    return printed_number(reading.digits, reading.kind)


def _is_identity(digits: str, raw: str) -> bool:
    return bool(_NIK.fullmatch(digits) or _NIP.fullmatch(digits) or _NPWP.fullmatch(raw.strip()))


def _with_country(digits: str) -> Reading:
    """Read what follows a plus sign."""
    if digits and not "62".startswith(digits[:2]):
        raise _Fault("phone-foreign", country=f"+{digits[:2]}")
    national = digits[2:].removeprefix("0")
    try:
        return _national(national, ())
    except _Fault as fault:
        if national[:2] == "62" and (twice := _attempt(f"+{national}")):
            raise _Fault(fault.code, printed_number(twice.digits, twice.kind), **fault.evidence) from None
        raise


def _without_country(digits: str, area_code: str | None) -> Reading:
    """Read digits that no plus sign explains."""
    if digits[:1] == "0":
        if digits[:2] != "00":
            return _national(digits[1:], ())
        prefix = _PREFIX_62.match(digits)
        if prefix is None:
            raise _Fault("phone-foreign" if digits[:3] != "000" else "phone-area-unknown", area=digits[:4])
        return _national(digits[prefix.end() :].removeprefix("0"), ())
    if len(digits) > _LONGEST_LOCAL:
        if digits[:2] == "62":
            return _national(digits[2:].removeprefix("0"), ("phone-missing-plus",))
        if digits[0] == "1":
            raise _Fault(
                "phone-too-long" if len(digits) > _LONGEST_DIALLED else "phone-area-unknown", area=digits[:3]
            )
        return _national(digits, ("phone-missing-zero",))
    return _short_or_local(digits, area_code)


def _short_or_local(digits: str, area_code: str | None) -> Reading:
    if digits in EMERGENCY:
        return Reading(digits, "emergency", ("phone-emergency",))
    if digits in PUBLIC_SERVICE:
        return Reading(digits, "public_service", ("phone-not-office",))
    if is_uan(digits):
        return Reading(digits, "uan", ())
    if not digits:
        raise _Fault("phone-too-short", digits=0)
    if digits[0] == "1" or len(digits) <= _LONGEST_SHORT:
        raise _Fault("phone-short-unknown")
    if area_code is None:
        raise _Fault("phone-no-area-code")
    return _national(_home_area(area_code) + digits, ("phone-area-assumed",))


def _home_area(area_code: object) -> str:
    """Return the caller's own area code without its 0."""
    written = area_code.translate(_DIGITS) if isinstance(area_code, str) else ""
    area = written.removeprefix("+62").removeprefix("0")
    if AREA_CODE.fullmatch(area) is None:
        raise InvalidPhone("phone-area-unknown", path="area_code", value=area_code)
    return area


def _national(national: str, warnings: tuple[str, ...]) -> Reading:
    """Read a number without country code and trunk 0."""
    if national[:1] == "8":
        return _service(national, warnings) if national[1:2] == "0" else _mobile(national, warnings)
    if national[:1] == "1":
        return _call_center(national, warnings)
    area = area_of(national)
    if area is None:
        if len(national) < _SHORTEST_AREA:
            raise _Fault("phone-too-short", digits=len(national) + 1)
        raise _Fault("phone-area-unknown", area=f"0{national[:3]}")
    return _fixed(national, area, warnings)


def _fixed(national: str, area: str, warnings: tuple[str, ...]) -> Reading:
    subscriber = national[len(area) :]
    if is_uan(subscriber):
        return Reading(subscriber, "uan", (*warnings, "phone-uan-area"))
    fewest, most = subscriber_lengths(area)
    if len(subscriber) < fewest:
        known = subscriber in EMERGENCY or subscriber in PUBLIC_SERVICE
        raise _Fault("phone-too-short", subscriber if known else None, digits=len(subscriber))
    if len(subscriber) > most:
        raise _Fault("phone-too-long", digits=len(subscriber))
    if _is_sample(subscriber):
        warnings = (*warnings, "phone-placeholder")
    return _valid(national, "fixed", warnings)


def _is_sample(subscriber: str) -> bool:
    """Tell a number that somebody made up: 1234… or one digit only."""
    return _RISING.startswith(subscriber) or subscriber == subscriber[0] * len(subscriber)


def _mobile(national: str, warnings: tuple[str, ...]) -> Reading:
    if national[1:2] == "4":
        raise _Fault("phone-prefix-unassigned", prefix=f"0{national[:3]}")
    if len(national) < 9:  # noqa: PLR2004 - 10 digits with the 0
        raise _Fault("phone-too-short", digits=len(national) + 1)
    if len(national) > 12:  # noqa: PLR2004 - 13 digits with the 0
        raise _Fault("phone-too-long", digits=len(national) + 1)
    if not has_operator(national):
        warnings = (*warnings, "phone-prefix-unknown")
    subscriber = national[3:]
    if _is_sample(subscriber) or _SAMPLE_MOBILE.startswith(national):
        warnings = (*warnings, "phone-placeholder")
    return _valid(national, "mobile", warnings)


def _service(national: str, warnings: tuple[str, ...]) -> Reading:
    """Read an 080x number."""
    kind = _SERVICES.get(national[:3])
    if kind is None and len(national) >= len("800"):
        raise _Fault("phone-prefix-unassigned", prefix=f"0{national[:3]}")
    fewest, most = (5, 7) if kind == "toll_free" else (7, 7)
    if kind is None or len(national) < fewest + 3:
        raise _Fault("phone-too-short", digits=len(national) + 1)
    if len(national) > most + 3:
        raise _Fault("phone-too-long", digits=len(national) + 1)
    if kind == "uan" and national[3] != "1":
        raise _Fault("phone-prefix-unassigned", prefix=f"0{national[:4]}")
    if kind == "premium":
        warnings = (*warnings, "phone-premium")
    return _valid(national, kind, warnings)


def _call_center(national: str, warnings: tuple[str, ...]) -> Reading:
    """Read a short number that somebody put a country code or a 0 before."""
    if is_uan(national):
        return Reading(national, "uan", (*warnings, "phone-uan-area"))
    if national in EMERGENCY or national in PUBLIC_SERVICE:
        raise _Fault("phone-too-short", national, digits=len(national))
    if len(national) < 7:  # noqa: PLR2004 - no area code begins with 1
        raise _Fault("phone-too-short", digits=len(national))
    raise _Fault("phone-area-unknown", area=f"0{national[:3]}")


def _valid(national: str, kind: PhoneKind, warnings: tuple[str, ...]) -> Reading:
    if kind not in _AS_THE_LIBRARY and not _is_known_to_library(national):
        raise _Fault("phone-prefix-unassigned", prefix=f"0{national[:3]}")
    return Reading(national, kind, warnings)


_AS_THE_LIBRARY: Final = frozenset({"fixed", "mobile"})
"""Kinds whose rules here are exactly those of phonenumbers, which need not be loaded (tests hold it)."""


def _is_known_to_library(national: str) -> bool:
    import phonenumbers

    number = phonenumbers.PhoneNumber(country_code=62, national_number=int(national))
    return bool(phonenumbers.is_valid_number(number))
