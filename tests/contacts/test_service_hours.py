"""Service hours: written in many ways, printed in one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kopsurat.contacts import OpenHours, ServiceHours, parse_hours
from kopsurat.errors import InvalidInput


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Senin–Jumat 08.00–15.00 WIB", "Senin–Jumat 08.00–15.00 WIB"),
        ("senin s/d jum'at pukul 08:00 - 15:00 wib", "Senin–Jumat 08.00–15.00 WIB"),
        ("Senin s.d. Jumat, 8.00-15.00 WITA", "Senin–Jumat 08.00–15.00 WITA"),
        ("Jam layanan: Senin sampai dengan Kamis jam 08.00 hingga 15.30 WIT", "Senin–Kamis 08.00–15.30 WIT"),
        ("Senin-Kamis 08.00-15.00, Jumat 08.00-11.30 WIB", "Senin–Kamis 08.00–15.00, Jumat 08.00–11.30 WIB"),
        ("Setiap hari 07.00-21.00", "Setiap hari 07.00–21.00"),
        ("08.00-15.00 WIB", "Senin–Jumat 08.00–15.00 WIB"),
        ("24 jam", "24 jam"),
        ("Layanan 24 Jam nonstop", "24 jam"),
        ("jam kerja", "jam kerja"),
        (
            "Senin-Jumat 08.00-15.00 WIB, di luar jam kerja diteruskan ke kecamatan",
            "Senin–Jumat 08.00–15.00 WIB, diteruskan ke kecamatan",
        ),
    ],
)
def test_hours_are_printed_in_one_form_that_reads_back(text: str, printed: str) -> None:
    hours = parse_hours(text)
    assert str(hours) == printed
    assert parse_hours(printed) == hours


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "hours-empty"),
        ("-", "hours-empty"),
        ("pagi sampai sore", "hours-syntax"),
        ("Senin-Jumat", "hours-syntax"),
        ("Senin-Jumat 15.00-08.00 WIB", "hours-order"),
        ("Senin 08.00-15.00 WIB, Selasa 08.00-15.00 WITA", "hours-zone"),
        ("Senin-Jumat 08.00-15.00 WIB dan seterusnya", "hours-syntax"),
        ("x" * 100_000, "hours-syntax"),
    ],
)
def test_what_is_no_hours_is_refused_with_its_reason(text: str, code: str) -> None:
    with pytest.raises(InvalidInput) as raised:
        parse_hours(text)
    assert raised.value.code == code


@given(st.text(max_size=60) | st.text("SeninJumat –-:.0123456789 WIBTA24jam,()/", max_size=60))
def test_any_text_is_hours_or_our_error(text: str) -> None:
    try:
        hours = parse_hours(text)
    except InvalidInput as fault:
        assert fault.code.startswith("hours-")
    else:
        assert parse_hours(str(hours)) == hours


@given(
    st.lists(
        st.builds(
            OpenHours, st.integers(0, 6), st.integers(0, 6), st.integers(0, 700), st.integers(701, 1439)
        ),
        min_size=1,
        max_size=3,
    ),
    st.sampled_from(["WIB", "WITA", "WIT", None]),
    st.sampled_from(["diteruskan ke kecamatan", "jam kerja", None]),
)
def test_every_value_reads_back_from_its_print(
    spans: list[OpenHours], zone: str | None, operation: str | None
) -> None:
    hours = ServiceHours(spans=tuple(spans), zone=zone, operation=operation)  # type: ignore[arg-type]
    assert parse_hours(str(hours)) == hours


def test_zones_are_hours_ahead_of_utc() -> None:
    assert [parse_hours(f"08.00-15.00 {zone}").utc_offset for zone in ("WIB", "WITA", "WIT")] == [7, 8, 9]
    assert parse_hours("24 jam").utc_offset is None


def test_hours_that_are_no_text_are_a_type_error() -> None:
    with pytest.raises(TypeError):
        parse_hours(8)  # type: ignore[arg-type]
