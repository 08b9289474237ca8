"""Numbers that identify people: NIK, nomor KK, NIP. Only what the number itself says is checked.

NIK: 6 digits of region, 6 of the birth date (day + 40 for women), 4 of sequence (UU 23/2006 art. 13 and
its implementing rules). NIP: birth date, month of appointment, sex, sequence (Peraturan Kepala BKN
22/2007).
"""

from __future__ import annotations

import datetime as dt
import re

from kopsurat.errors import InvalidLetter

__all__ = ["check_kk", "check_nik", "check_nip"]

PROVINCES = frozenset(
    str(code)
    for first, last in ((11, 19), (21, 21), (31, 36), (51, 53), (61, 65), (71, 76), (81, 82), (91, 97))
    for code in range(first, last + 1)
)
"""The first two digits of the codes of regions (Permendagri on codes of administrative regions)."""

LENGTH = 16
FEMALE = 40


def check_nik(text: str) -> str:
    """Return ``text`` if it can be a NIK. Raises :class:`InvalidLetter`."""
    _check_digits(text, "nik", LENGTH)
    _check_region(text, "nik")
    day, month, year = int(text[6:8]), int(text[8:10]), int(text[10:12])
    if not _is_day(day - FEMALE if day > FEMALE else day, month, year):
        raise InvalidLetter("field-nik-birth-date", value=text, digits=text[6:12])
    if text[12:] == "0000":
        raise InvalidLetter("field-nik-sequence", value=text)
    return text


def check_kk(text: str) -> str:
    """Return ``text`` if it can be the number of a Kartu Keluarga. Raises :class:`InvalidLetter`."""
    _check_digits(text, "kk", LENGTH)
    _check_region(text, "kk")
    return text


def check_nip(text: str) -> str:
    """Return ``text`` if it can be a NIP of 18 digits, spaces allowed. Raises :class:`InvalidLetter`."""
    digits = text.replace(" ", "")
    if not re.fullmatch(r"\d{18}", digits, re.ASCII):
        raise InvalidLetter("field-nip-length", value=text, count=sum(map(str.isdigit, text)))
    try:
        dt.date.fromisoformat(f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}")
        dt.date.fromisoformat(f"{digits[8:12]}-{digits[12:14]}-01")
    except ValueError:
        raise InvalidLetter("field-nip-impossible", value=text) from None
    return text


def _check_digits(text: str, kind: str, length: int) -> None:
    if re.fullmatch(rf"[0-9]{{{length}}}", text):
        return
    bare = re.sub(r"[\s.\-]", "", text)
    is_spaced = bare != text and re.fullmatch(rf"[0-9]{{{length}}}", bare)
    raise InvalidLetter(
        f"field-{kind}-length",
        value=text,
        suggestion=bare if is_spaced else None,
        count=sum(character.isdigit() for character in text),
    )


def _check_region(text: str, kind: str) -> None:
    if text[:2] not in PROVINCES or text[2:4] == "00" or text[4:6] == "00":
        raise InvalidLetter(f"field-{kind}-region", value=text, digits=text[:6])


def _is_day(day: int, month: int, year: int) -> bool:
    """Return whether there was such a day in 19xx or 20xx."""
    for century in (1900, 2000):
        try:
            dt.date(century + year, month, day)
        except ValueError:
            continue
        return True
    return False
