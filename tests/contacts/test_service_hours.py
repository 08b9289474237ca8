"""Service hours: written in many ways, printed in one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kopsurat.contacts import OpenHours, ServiceHours, parse_hours
from kopsurat.contacts.hours import cut_hours
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


def test_hours_that_are_no_text_are_refused() -> None:
    with pytest.raises(InvalidInput, match="not-a-text"):
        parse_hours(8)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "spans", "zone", "operation"),
    [
        ("Senin 8-9", [(0, 0, 480, 540)], None, None),
        ("Ahad 08:05 s.d. 24.00 WIT", [(6, 6, 485, 1440)], "WIT", None),
        ("Kamis - Senin 08.00-09.00 wita", [(3, 0, 480, 540)], "WITA", None),
        ("Hari Jum'at pukul 8 sampai dengan 11.30", [(4, 4, 480, 690)], None, None),
        ("tiap hari 00.00-23.59 WIB", [(0, 6, 0, 1439)], "WIB", None),
        ("08.00 - 15.00", [(0, 4, 480, 900)], None, None),
        ("Buka: Senin-Jumat (hari kerja) 08.00-15.00", [(0, 4, 480, 900)], None, None),
        ("Senin 08.00-12.00 dan 13.00-15.00", [(0, 0, 480, 720), (0, 4, 780, 900)], None, None),
        ("Senin 08.00-12.00; Selasa 08.00-12.00 WIB", [(0, 0, 480, 720), (1, 1, 480, 720)], "WIB", None),
        ("pada jam kerja", [], None, "jam kerja"),
        ("hari kerja", [], None, "jam kerja"),
        ("jam kantor", [], None, "jam kerja"),
        ("buka 24 jam sehari", [], None, "24 jam"),
        ("siaga 24 hours", [], None, "24 jam"),
        (
            "08.00-15.00 WIB, selebihnya dialihkan ke kantor kecamatan",
            [(0, 4, 480, 900)],
            "WIB",
            "diteruskan ke kecamatan",
        ),
        ("Monday to Friday 08.00-15.00", [(0, 4, 480, 900)], None, None),
        ("Senin–Jumat 08.00–15.00 WIB/24 jam", [(0, 4, 480, 900)], "WIB", "24 jam"),
    ],
)
def test_days_clock_zone_and_operation_are_told_apart(
    text: str, spans: list[tuple[int, int, int, int]], zone: str | None, operation: str | None
) -> None:
    hours = parse_hours(text)
    assert ([tuple(span) for span in hours.spans], hours.zone, hours.operation) == (spans, zone, operation)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Jam layanan:", "hours-empty"),
        ("Jam kerja: -", "hours-empty"),
        ("Senin 25.00-26.00", "hours-syntax"),
        ("Senin 08.60-09.00", "hours-syntax"),
        ("Senin 08.00-24.01", "hours-syntax"),
        ("Senin 24.30-24.40", "hours-syntax"),
        ("Senin 08.00-08.00", "hours-order"),
        ("08.00-15.00 WIB, 08.00-15.00 WIT", "hours-zone"),
        ("Senen depan 08.00-09.00", "hours-syntax"),
    ],
)
def test_a_fault_quotes_what_was_written(text: str, code: str) -> None:
    with pytest.raises(InvalidInput) as raised:
        parse_hours(text)
    assert (raised.value.code, raised.value.value) == (code, text)


def test_a_long_text_is_quoted_by_its_beginning() -> None:
    with pytest.raises(InvalidInput) as raised:
        parse_hours("8" * 1_001)
    assert raised.value.value == "8" * 40 + "…"


@pytest.mark.parametrize(
    ("text", "hours", "left"),
    [
        ("a Senin 08.00-09.00 b", "Senin 08.00–09.00", "a  b"),
        ("a 08.00-09.00 WIB b", "Senin–Jumat 08.00–09.00 WIB", "a  b"),
        ("a 08.00-09.00 b", None, "a 08.00-09.00 b"),
        ("a 24 jam b", "24 jam", "a   b"),
        ("a Senin 09.00-08.00 b", None, "a Senin 09.00-08.00 b"),
        ("Senin 08.00-09.00 a Selasa 08.00-09.00", "Senin 08.00–09.00, Selasa 08.00–09.00", " a  "),
        ("", None, ""),
    ],
)
def test_hours_without_a_label_are_cut_out(text: str, hours: str | None, left: str) -> None:
    found, rest = cut_hours(text)
    assert (str(found) if found else None, rest) == (hours, left)
