"""The Indonesian numbering plan: which digits are which kind of number, and how each is printed.

Sources: KM 28/2004 (FTP 2000) with Permen Kominfo 14/2018, libphonenumber's metadata for ``ID``,
and libphonenumber issue 904 for 14xxx and 1500xxx.
"""

from __future__ import annotations

import re
from typing import Final, Literal

__all__ = [
    "AREA_CODE",
    "EMERGENCY",
    "PUBLIC_SERVICE",
    "PhoneKind",
    "area_of",
    "has_operator",
    "is_uan",
    "printed_number",
    "subscriber_lengths",
]

PhoneKind = Literal[
    "fixed",
    "mobile",
    "toll_free",
    "shared_cost",
    "premium",
    "uan",
    "emergency",
    "public_service",
    "fax",
]
"""What is at the other end: ``uan`` is a call center (Universal Access Number)."""

EMERGENCY: Final = frozenset({"110", "112", "113", "115", "117", "118", "119"})
PUBLIC_SERVICE: Final = frozenset({"108", "123", "129", "147"})

_UAN: Final = re.compile(r"14\d{3}|1500\d{3}")

AREA_CODE: Final = re.compile(
    r"2[124]|31|61"
    r"|2(?:[35][1-4]|6[0-8]|7[1-6]|8\d|9[1-8])"
    r"|3(?:[25][1-8]|3[1-68]|4[1-3]|6[1-3568]|7[0-469]|8\d)"
    r"|4(?:0[1-589]|1[01347-9]|2[0-36-8]|3[0-24-68]|43|5[1-378]|6[1-5]|7[134]|8[1245])"
    r"|5(?:1[1-35-9]|2[25-8]|3[124-9]|4[1-3589]|5[1-46]|6[1-8])"
    r"|6(?:[25]\d|3[1-69]|4[1-6])"
    r"|7(?:02|[125][1-9]|[36]\d|4[1-8]|7[0-36-9])"
    r"|9(?:0[12]|1[013-8]|2[0-479]|5[125-8]|6[23679]|7[159]|8[01346])",
)
"""An area code without its 0 (libphonenumber's pattern of fixed lines, read as codes)."""

_BIG_CITIES: Final = frozenset({"21", "22", "24"})

_OPERATOR: Final = re.compile(
    r"8(?:1[1-9]|2[1-3]|3[1238]|5[1-35-9]|68|7[7-9]|8[1-9]|9[5-9])",
)
"""Mobile prefixes that an operator holds (libphonenumber's carrier table; 868 is satellite)."""


def is_uan(digits: str) -> bool:
    """Tell whether ``digits`` are a call center's number, dialled without an area code."""
    return _UAN.fullmatch(digits) is not None


def area_of(national: str) -> str | None:
    """Return the area code, without 0, with which a national number begins."""
    match = AREA_CODE.match(national)
    return match[0] if match else None


def subscriber_lengths(area: str) -> tuple[int, int]:
    """Return the fewest and the most digits of a subscriber's number in an area."""
    return (7, 8) if area in _BIG_CITIES else (5, 8)


def has_operator(national: str) -> bool:
    """Tell whether a mobile number's prefix belongs to an operator."""
    return _OPERATOR.match(national) is not None


def printed_number(digits: str, kind: PhoneKind) -> str:
    """Return the national form that readers dial, as it stands on paper."""
    if kind == "mobile" or (kind == "fax" and digits[0] == "8" and digits[1] != "0"):
        cut = 6 if len(digits) == 9 else 7  # noqa: PLR2004 - the shortest mobile number
        return f"0{digits[:3]}-{digits[3:cut]}-{digits[cut:]}"
    if digits[0] == "8":
        return f"0{digits[:3]}-{digits[3]}-{digits[4:]}"
    if digits[0] == "1":
        return f"1500-{digits[4:]}" if len(digits) == 7 else digits  # noqa: PLR2004 - 1500 and three digits
    area = area_of(digits) or digits[:3]
    return f"(0{area}) {digits[len(area) :]}"
