"""The filters of template files: values as words, dates, amounts and the marks of lists."""

from __future__ import annotations

import datetime as dt
import decimal
from typing import TYPE_CHECKING, Any

from kopsurat import dates
from kopsurat.content.templates.fields import Rupiah

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["FILTERS", "Mark", "printed"]

LETTERS = 26
MOST_ITEMS = 1000
"""More than any list may have."""

MASKED_FROM = 6
"""Characters that stay of a masked number: those of its region."""


class Mark(str):
    """A number that the engine makes: the one kind of value that may act as markup (``1.``, ``KESATU :``)."""

    __slots__ = ()


def printed(value: object) -> str:
    """Return a field's value as it is printed where no filter says otherwise."""
    match value:
        case bool():
            return "ya" if value else "tidak"
        case Rupiah():
            return dates.rupiah(value)
        case dt.date():
            return dates.format_date(value)
        case decimal.Decimal():
            return format(value, "f").replace(".", ",")
        case _:
            return str(value)


def in_words(number: object) -> str:
    """Return a number in Indonesian words; what follows a decimal comma is read digit by digit."""
    text = printed(int(number) if isinstance(number, Rupiah) else number)
    whole, _, fraction = text.replace(".", "").partition(",")
    words = dates.in_words(int(whole))
    return f"{words} koma {' '.join(dates.in_words(int(digit)) for digit in fraction)}" if fraction else words


def number_and_words(number: object) -> str:
    """Return ``3 (tiga)``."""
    return f"{printed(number)} ({in_words(number)})"


def rupiah(amount: object) -> str:
    """Return ``Rp1.500.000,00`` (EYD V: no space, two decimals)."""
    return dates.rupiah(_int(amount))


def rupiah_and_words(amount: object) -> str:
    """Return ``Rp1.500.000,00 (satu juta lima ratus ribu rupiah)``."""
    return f"{rupiah(amount)} ({dates.rupiah_in_words(_int(amount))})"


def grouped(number: object) -> str:
    """Return a whole number with dots between the thousands."""
    return f"{number:,}".replace(",", ".") if isinstance(number, int) else printed(number)


def _int(amount: object) -> int:
    return int(amount) if isinstance(amount, int | decimal.Decimal) else int(str(amount).replace(".", ""))


def roman(number: object) -> str:
    """Return a number from 1 to 3999 in Roman numerals; of a date, its month."""
    return dates.roman_month(number) if isinstance(number, dt.date) else dates.roman(_int(number))


def month(day: dt.date) -> str:
    """Return ``November``."""
    return dates.MONTHS[day.month - 1]


def year(day: dt.date) -> str:
    """Return ``2026``."""
    return str(day.year)


def item_number(number: int) -> Mark:
    """Return ``1`` as the number of a list item."""
    return Mark(str(_counted(number)))


def item_letter(number: int) -> Mark:
    """Return ``a`` for 1 … ``z`` for 26, as the letter of a list item; a number after that."""
    counted = _counted(number)
    return Mark(chr(ord("a") + counted - 1) if counted <= LETTERS else str(counted))


def dictum(number: int) -> Mark:
    """Return ``KESATU``, ``KEDUA`` … as the label of an operative clause."""
    return Mark("KE" + dates.in_words(_counted(number)).upper())


def _counted(number: int) -> int:
    if type(number) is not int or not 0 < number < MOST_ITEMS:
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
    """Return ``a``, ``a dan b`` or ``a, b, dan c``."""
    *head, last = [printed(value) for value in values] or [""]
    if not head:
        return last
    return f"{', '.join(head)}{',' if len(head) > 1 else ''} dan {last}"


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
    "tanggal": dates.format_date,
    "hari": dates.weekday,
    "hari_tanggal": dates.long_date,
    "hari_terbilang": dates.date_in_words,
    "hijriah": dates.hijri_date,
    "bulan": month,
    "tahun": year,
    "terbilang": in_words,
    "angka_terbilang": number_and_words,
    "rupiah": rupiah,
    "rupiah_terbilang": rupiah_and_words,
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
