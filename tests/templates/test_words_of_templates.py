"""The filters of template files."""

from __future__ import annotations

import datetime as dt
import decimal

import pytest

from kopsurat.content.templates.fields import Rupiah
from kopsurat.content.templates.words import FILTERS, Mark, printed

DAY = dt.date(2026, 11, 24)


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("tanggal", DAY, "24 November 2026"),
        ("hari", DAY, "Selasa"),
        ("hari_tanggal", DAY, "Selasa, 24 November 2026"),
        ("bulan", DAY, "November"),
        ("tahun", DAY, "2026"),
        ("romawi", DAY, "XI"),
        ("romawi", 4, "IV"),
        ("terbilang", 1_999, "seribu sembilan ratus sembilan puluh sembilan"),
        ("terbilang", "12,5", "dua belas koma lima"),
        ("terbilang", decimal.Decimal("3.1"), "tiga koma satu"),
        ("terbilang", "1.250", "seribu dua ratus lima puluh"),
        ("angka_terbilang", 3, "3 (tiga)"),
        ("rupiah", 1_500_000, "Rp1.500.000,00"),
        ("rupiah_terbilang", Rupiah(11_000), "Rp11.000,00 (sebelas ribu rupiah)"),
        ("ribuan", 1_250, "1.250"),
        ("ribuan", "12,5", "12,5"),
        ("butir", 3, "3"),
        ("butir_huruf", 2, "b"),
        ("butir_huruf", 27, "27"),
        ("diktum", 1, "KESATU"),
        ("diktum", 12, "KEDUA BELAS"),
        ("huruf_besar", "Siti d'Amico", "SITI D'AMICO"),
        ("huruf_kecil", "Cerai Talak", "cerai talak"),
        ("huruf_awal_kecil", "Anak kandung", "anak kandung"),
        ("rangkai", [], ""),
        ("rangkai", ["a"], "a"),
        ("rangkai", ["a", "b"], "a dan b"),
        ("rangkai", ["a", "b", "c"], "a, b, dan c"),
        ("samarkan", "3215014505900003", "321501**********"),
        ("banyak", [1, 2], 2),
    ],
)
def test_a_filter_gives(name: str, value: object, expected: object) -> None:
    assert FILTERS[name](value) == expected


def test_minutes_say_the_date_in_words() -> None:
    words = FILTERS["hari_terbilang"](DAY)
    assert words.startswith("Selasa tanggal dua puluh empat bulan November tahun dua ribu dua puluh enam")


def test_columns_and_sums_come_from_lists() -> None:
    rows = [
        {"harga": Rupiah(1000), "nama": "a"},
        {"harga": "", "nama": "b"},
        {"harga": Rupiah(500), "nama": "c"},
    ]
    assert FILTERS["kolom"](rows, "nama") == ["a", "b", "c"]
    assert printed(FILTERS["jumlah"](rows, "harga")) == "Rp1.500,00"


@pytest.mark.parametrize("value", ["1", True, 0, 1000, 2.0])
def test_only_the_engines_own_numbers_become_marks_of_a_list(value: object) -> None:
    for name in ("butir", "butir_huruf", "diktum"):
        with pytest.raises(TypeError):
            FILTERS[name](value)
    assert isinstance(FILTERS["butir"](1), Mark)
