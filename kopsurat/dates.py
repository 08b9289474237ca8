"""Dates and numbers in Indonesian: names, Roman months, words."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

__all__ = [
    "DAYS",
    "MONTHS",
    "date_as_written",
    "date_in_words",
    "format_date",
    "hijri_date",
    "in_words",
    "long_date",
    "roman",
    "roman_month",
    "rupiah",
    "rupiah_in_words",
    "weekday",
]

DAYS: Final = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
"""Monday first, as :meth:`datetime.date.weekday` counts."""
MONTHS: Final = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
_HIJRI_MONTHS: Final = (
    "Muharam",
    "Safar",
    "Rabiulawal",
    "Rabiulakhir",
    "Jumadilawal",
    "Jumadilakhir",
    "Rajab",
    "Syakban",
    "Ramadan",
    "Syawal",
    "Zulkaidah",
    "Zulhijah",
)
_ONES: Final = (
    "nol",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
    "sepuluh",
    "sebelas",
)
_SCALES: Final = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (1000, "ribu"))
_LIMIT: Final = 10**15
_ROMAN: Final = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_MOST_ROMAN: Final = 3999
_HIJRI_EPOCH: Final = dt.date(622, 7, 19).toordinal()
"""1 Muharam 1 H, in the proleptic Gregorian calendar that :mod:`datetime` uses."""


_NUMERIC: Final = re.compile(r"(?P<day>\d{1,2})[-/.](?P<month>\d{1,2})[-/.](?P<year>\d{4})")
_YEAR_FIRST: Final = re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})")
_NAMED: Final = re.compile(r"(?:[A-Za-z']+, *)?(?P<day>\d{1,2}) +(?P<name>[A-Za-z]+) +(?P<year>\d{4})")


def date_as_written(text: str) -> dt.date | None:
    """Return the day that people write as ``17 Agustus 2026``, ``17/8/2026`` or ``2026-8-17``, else None.

    Numbers are read day, month, year, as in Indonesia. For suggestions: files hold ``2026-08-17``.

    >>> date_as_written("Senin, 17 Agustus 2026")
    datetime.date(2026, 8, 17)
    """
    text = text.strip()
    found = _NUMERIC.fullmatch(text) or _YEAR_FIRST.fullmatch(text) or _NAMED.fullmatch(text)
    if found is None:
        return None
    parts = found.groupdict()
    names = [name.casefold() for name in MONTHS]
    named = parts.get("name")
    if named is not None and named.casefold() not in names:
        return None
    month = names.index(named.casefold()) + 1 if named is not None else int(parts["month"])
    try:
        return dt.date(int(parts["year"]), month, int(parts["day"]))
    except ValueError:
        return None


def format_date(day: dt.date) -> str:
    """Return ``24 November 2026``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday(day: dt.date) -> str:
    """Return the name of the day of the week: ``Selasa``."""
    return DAYS[day.weekday()]


def long_date(day: dt.date) -> str:
    """Return ``Selasa, 24 November 2026``."""
    return f"{weekday(day)}, {format_date(day)}"


def date_in_words(day: dt.date) -> str:
    """Return the date as the minutes of a handover say it.

    ``Selasa tanggal dua puluh empat bulan November tahun dua ribu dua puluh enam (24-11-2026)``.
    """
    return (
        f"{weekday(day)} tanggal {in_words(day.day)} bulan {MONTHS[day.month - 1]} "
        f"tahun {in_words(day.year)} ({day.day:02}-{day.month:02}-{day.year})"
    )


def roman(number: int) -> str:
    """Return a number from 1 to 3999 in Roman numerals. Raises :class:`ValueError` for another."""
    if not 1 <= number <= _MOST_ROMAN:
        raise ValueError(f"no Roman numeral for {number}")
    text = ""
    for value, digits in _ROMAN:
        text += digits * (number // value)
        number %= value
    return text


def roman_month(day: dt.date) -> str:
    """Return the month in Roman numerals: ``XI``."""
    return roman(day.month)


def in_words(number: int) -> str:
    """Return a whole number in Indonesian words: ``seribu dua ratus tiga puluh``.

    Raises :class:`ValueError` for a number of 10¹⁵ or more either side of zero.
    """
    if not -_LIMIT < number < _LIMIT:
        raise ValueError(f"no words for {number}")
    return f"minus {_words(-number)}" if number < 0 else _words(number)


def _words(number: int) -> str:
    if number < len(_ONES):
        return _ONES[number]
    if number < 20:  # noqa: PLR2004 - the teens
        return f"{_ONES[number - 10]} belas"
    if number < 100:  # noqa: PLR2004 - the tens
        return _joined(f"{_ONES[number // 10]} puluh", number % 10)
    if number < 1000:  # noqa: PLR2004 - the hundreds
        return _joined("seratus" if number < 200 else f"{_ONES[number // 100]} ratus", number % 100)  # noqa: PLR2004
    value, name = next((value, name) for value, name in _SCALES if number >= value)
    count, rest = divmod(number, value)
    return _joined("seribu" if value == 1000 and count == 1 else f"{_words(count)} {name}", rest)  # noqa: PLR2004


def _joined(words: str, rest: int) -> str:
    return f"{words} {_words(rest)}" if rest else words


def rupiah(amount: int) -> str:
    """Return an amount with dots between thousands: ``Rp1.250.000,00``."""
    sign = "-" if amount < 0 else ""
    return f"{sign}Rp{abs(amount):,},00".replace(",", ".", f"{abs(amount):,}".count(","))


def rupiah_in_words(amount: int) -> str:
    """Return an amount in words: ``satu juta dua ratus lima puluh ribu rupiah``."""
    return f"{in_words(amount)} rupiah"


def hijri_date(day: dt.date) -> str:
    """Return the date of the arithmetic (tabular) Islamic calendar: ``13 Jumadilakhir 1448 H``.

    The sighted calendar that the Ministry of Religious Affairs announces can differ by a day.
    """
    days = day.toordinal() - _HIJRI_EPOCH
    if days < 0:
        raise ValueError("the Islamic calendar begins on 19 July 622")
    cycle, days = divmod(days, 10631)
    year = (30 * days + 10646) // 10631 - 1
    days -= (year * 10631 + 14) // 30
    month = min(days * 2 // 59, 11)
    days -= (month * 59 + 1) // 2
    return f"{days + 1} {_HIJRI_MONTHS[month]} {cycle * 30 + year + 1} H"
