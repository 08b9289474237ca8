"""Dates and numbers in Indonesian."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from kopsurat.dates import (
    date_in_words,
    format_date,
    hijri_date,
    in_words,
    long_date,
    roman,
    roman_month,
    rupiah,
    rupiah_in_words,
    weekday,
)

DAY = dt.date(2026, 11, 24)


def test_a_date_is_day_month_and_year() -> None:
    assert format_date(DAY) == "24 November 2026"
    assert format_date(dt.date(2026, 2, 3)) == "3 Februari 2026"


def test_the_day_of_the_week_goes_before_it() -> None:
    assert long_date(DAY) == "Selasa, 24 November 2026"


def test_the_week_begins_with_senin() -> None:
    monday = dt.date(2026, 11, 23)
    week = [weekday(monday + dt.timedelta(days=day)) for day in range(7)]
    assert week == ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]


def test_minutes_of_a_handover_spell_the_date() -> None:
    assert date_in_words(DAY) == (
        "Selasa tanggal dua puluh empat bulan November tahun dua ribu dua puluh enam (24-11-2026)"
    )


def test_the_month_of_a_nomor_is_roman() -> None:
    assert [roman_month(dt.date(2026, month, 1)) for month in range(1, 13)] == [
        *("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
    ]


@pytest.mark.parametrize("number", [0, -1, 4000])
def test_there_is_no_roman_numeral_beyond_its_range(number: int) -> None:
    with pytest.raises(ValueError, match="no Roman numeral"):
        roman(number)


@given(st.integers(1, 3999))
def test_roman_numerals_read_back(number: int) -> None:
    values = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    digits = [values[each] for each in roman(number)]
    pairs = zip(digits, [*digits[1:], 0], strict=True)
    assert sum(-value if value < after else value for value, after in pairs) == number


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (12, "dua belas"),
        (20, "dua puluh"),
        (100, "seratus"),
        (101, "seratus satu"),
        (200, "dua ratus"),
        (1000, "seribu"),
        (1100, "seribu seratus"),
        (2026, "dua ribu dua puluh enam"),
        (11_000, "sebelas ribu"),
        (100_000, "seratus ribu"),
        (1_000_000, "satu juta"),
        (1_001_000, "satu juta seribu"),
        (1_250_000, "satu juta dua ratus lima puluh ribu"),
        (1_000_000_000, "satu miliar"),
        (-5, "minus lima"),
    ],
)
def test_numbers_in_words(number: int, words: str) -> None:
    assert in_words(number) == words


@pytest.mark.parametrize("number", [10**15, -(10**15)])
def test_numbers_too_large_for_words_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match="no words"):
        in_words(number)


@given(st.integers(0, 10**15 - 1))
def test_words_agree_with_another_library(number: int) -> None:
    """num2words writes *satu ribu* after a larger unit, where Indonesian says *seribu*."""
    assert in_words(number) == re.sub(
        r"(?<!puluh )(?<!ratus )\bsatu ribu\b", "seribu", num2words(number, lang="id")
    )


@pytest.mark.parametrize(
    ("amount", "printed"),
    [(0, "Rp0,00"), (950, "Rp950,00"), (1_250_000, "Rp1.250.000,00"), (-1500, "-Rp1.500,00")],
)
def test_amounts_have_dots_between_thousands(amount: int, printed: str) -> None:
    assert rupiah(amount) == printed


def test_amounts_in_words_end_in_rupiah() -> None:
    assert rupiah_in_words(1_250_000) == "satu juta dua ratus lima puluh ribu rupiah"


@pytest.mark.parametrize(
    ("day", "printed"),
    [
        (dt.date(622, 7, 19), "1 Muharam 1 H"),
        (dt.date(2024, 7, 8), "1 Muharam 1446 H"),
        (dt.date(2025, 3, 1), "1 Ramadan 1446 H"),
        (dt.date(2026, 11, 24), "13 Jumadilakhir 1448 H"),
    ],
)
def test_the_tabular_islamic_calendar(day: dt.date, printed: str) -> None:
    assert hijri_date(day) == printed


@given(st.dates(dt.date(622, 7, 19)))
def test_islamic_dates_follow_the_rule_of_thirty_years(day: dt.date) -> None:
    """Count the days back by the definition: months of 30 and 29 days, 11 leap years in 30."""
    number, name, year, _ = hijri_date(day).split(" ")
    first = ["Muharam", "Safar", "Rabiulawal", "Rabiulakhir", "Jumadilawal", "Jumadilakhir"]
    month = [*first, "Rajab", "Syakban", "Ramadan", "Syawal", "Zulkaidah", "Zulhijah"].index(name)
    years = int(year) - 1
    days = years * 354 + (3 + 11 * int(year)) // 30 + month * 29 + (month + 1) // 2 + int(number) - 1
    assert dt.date(622, 7, 19) + dt.timedelta(days=days) == day


def test_there_is_no_islamic_date_before_its_first_day() -> None:
    with pytest.raises(ValueError, match="622"):
        hijri_date(dt.date(622, 7, 18))
