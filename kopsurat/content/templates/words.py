"""Dates, numbers and amounts in Indonesian words: the filters of template files."""

from __future__ import annotations

import datetime as dt
import decimal
from typing import TYPE_CHECKING, Any

from kopsurat.content.templates.fields import Rupiah

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["FILTERS", "Mark", "in_words", "long_date", "printed"]

DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = tuple(
    "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()  # noqa: SIM905
)
ONES = tuple(
    "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas".split()  # noqa: SIM905
)
SCALES = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (1000, "ribu"))
ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"))
ROMAN_ONES = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
LARGEST = 10**15
MASKED_FROM = 6


class Mark(str):
    """A number that the engine makes: the one kind of value that may act as markup (``1.``, ``KESATU :``)."""

    __slots__ = ()


def printed(value: object) -> str:
    """Return a field's value as it is printed where no filter says otherwise."""
    match value:
        case bool():
            return "ya" if value else "tidak"
        case Rupiah():
            return rupiah(value)
        case dt.date():
            return long_date(value)
        case decimal.Decimal():
            return format(value, "f").replace(".", ",")
        case _:
            return str(value)


def long_date(day: dt.date) -> str:
    """Return ``24 November 2026``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday(day: dt.date) -> str:
    """Return ``Selasa``."""
    return DAYS[day.weekday()]


def weekday_and_date(day: dt.date) -> str:
    """Return ``Selasa, 24 November 2026``."""
    return f"{weekday(day)}, {long_date(day)}"


def month(day: dt.date) -> str:
    """Return ``November``."""
    return MONTHS[day.month - 1]


def today_in_words(day: dt.date) -> str:
    """Return ``Selasa tanggal dua puluh empat bulan November tahun dua ribu dua puluh enam``."""
    return f"{weekday(day)} tanggal {in_words(day.day)} bulan {month(day)} tahun {in_words(day.year)}"


def in_words(number: object) -> str:
    """Return a number from 0 to under 10¹⁵ in Indonesian words; decimals are read digit by digit."""
    text = printed(number) if not isinstance(number, int) else str(int(number))
    whole, _, fraction = text.replace(".", "").partition(",")
    words = _whole(int(whole))
    return words if not fraction else f"{words} koma {' '.join(ONES[int(digit)] for digit in fraction)}"


def _whole(number: int) -> str:
    if not 0 <= number < LARGEST:
        raise ValueError(number)
    for size, name in SCALES:
        if number >= size:
            count, rest = divmod(number, size)
            head = "seribu" if (size, count) == (1000, 1) else f"{_whole(count)} {name}"
            return head + (f" {_whole(rest)}" if rest else "")
    return _below_thousand(number)


def _below_thousand(number: int) -> str:
    if number < len(ONES):
        return ONES[number]
    if number < 20:  # noqa: PLR2004 - the belasan end here
        return f"{ONES[number - 10]} belas"
    if number < 100:  # noqa: PLR2004
        head, rest = f"{ONES[number // 10]} puluh", number % 10
    else:
        head = "seratus" if number < 200 else f"{ONES[number // 100]} ratus"  # noqa: PLR2004
        rest = number % 100
    return head + (f" {_below_thousand(rest)}" if rest else "")


def rupiah(amount: object) -> str:
    """Return ``Rp1.500.000,00`` (EYD V: no space, two decimals)."""
    return f"Rp{_int(amount):,}".replace(",", ".") + ",00"


def rupiah_in_words(amount: object) -> str:
    """Return ``Rp1.500.000,00 (satu juta lima ratus ribu rupiah)``."""
    return f"{rupiah(amount)} ({_whole(_int(amount))} rupiah)"


def number_and_words(number: object) -> str:
    """Return ``3 (tiga)``."""
    return f"{printed(number)} ({in_words(number)})"


def grouped(number: object) -> str:
    """Return a whole number with dots between the thousands."""
    return f"{number:,}".replace(",", ".") if isinstance(number, int) else printed(number)


def _int(amount: object) -> int:
    return int(amount) if isinstance(amount, int | decimal.Decimal) else int(str(amount).replace(".", ""))


def roman(number: object) -> str:
    """Return a number from 1 in Roman numerals; of a date, its month."""
    rest = number.month if isinstance(number, dt.date) else _int(number)
    numerals = ""
    for size, numeral in ROMAN + ROMAN_ONES:
        numerals += numeral * (rest // size)
        rest %= size
    return numerals


def item_number(number: int) -> Mark:
    """Return ``1`` as the number of a list item."""
    return Mark(str(_counted(number)))


def item_letter(number: int) -> Mark:
    """Return ``a`` for 1 … ``z`` for 26, as the letter of a list item; a number after that."""
    counted = _counted(number)
    return Mark(chr(ord("a") + counted - 1) if counted <= 26 else str(counted))  # noqa: PLR2004 - letters


def dictum(number: int) -> Mark:
    """Return ``KESATU``, ``KEDUA`` … as the label of an operative clause."""
    return Mark("KE" + _whole(_counted(number)).upper())


def _counted(number: int) -> int:
    if type(number) is not int or not 0 < number < 1000:  # noqa: PLR2004 - more than any list has
        raise TypeError(number)
    return number


def upper(text: object) -> str:
    """Return the text in capitals, for headings made of a field."""
    return printed(text).upper()


def lower(text: object) -> str:
    """Return the text in small letters, for a choice in the middle of a sentence."""
    return printed(text).lower()


def lower_first(text: object) -> str:
    """Return the text with a small first letter."""
    whole = printed(text)
    return whole[:1].lower() + whole[1:]


def enumeration(values: Sequence[object]) -> str:
    """Return ``a, b, dan c``."""
    texts = [printed(value) for value in values]
    if len(texts) <= 1:
        return "".join(texts)
    return ", ".join(texts[:-1]) + ("," if len(texts) > 2 else "") + f" dan {texts[-1]}"  # noqa: PLR2004


def column(rows: Sequence[dict[str, Any]], name: str) -> list[object]:
    """Return one column of a list."""
    return [row[name] for row in rows]


def total(rows: Sequence[dict[str, Any]], name: str) -> object:
    """Return the sum of one column of a list, an amount if the column holds amounts."""
    values = [row[name] for row in rows if row[name] != ""]
    summed = sum(_int(value) for value in values)
    return Rupiah(summed) if any(isinstance(value, Rupiah) for value in values) else summed


def masked(text: object) -> str:
    """Return the text with all but its first six characters hidden."""
    whole = printed(text)
    return whole[:MASKED_FROM] + "*" * max(0, len(whole) - MASKED_FROM)


FILTERS: dict[str, Callable[..., Any]] = {
    "tanggal": long_date,
    "hari": weekday,
    "hari_tanggal": weekday_and_date,
    "hari_terbilang": today_in_words,
    "bulan": month,
    "tahun": lambda day: str(day.year),
    "terbilang": in_words,
    "rupiah": rupiah,
    "rupiah_terbilang": rupiah_in_words,
    "angka_terbilang": number_and_words,
    "ribuan": grouped,
    "romawi": roman,
    "butir": item_number,
    "butir_huruf": item_letter,
    "diktum": dictum,
    "huruf_besar": upper,
    "huruf_kecil": lower,
    "huruf_awal_kecil": lower_first,
    "kolom": column,
    "jumlah": total,
    "rangkai": enumeration,
    "samarkan": masked,
    "banyak": len,
}
"""The only filters that a template file may use."""
