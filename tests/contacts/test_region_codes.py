"""Kode wilayah: which village, district, regency and province a code means."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kopsurat.contacts import Region, parse_region_code
from kopsurat.errors import InvalidInput, MissingExtra


@pytest.mark.parametrize(
    "text",
    [
        "33.01.10.2013",
        "3301102013",
        "33-01-10-2013",
        "33 01 10 2013",
        " 33.01.10.2013. ",
        "Kode Wilayah: 33.01.10.2013",
        "٣٣٠١١٠٢٠١٣",
    ],
)
def test_a_code_is_read_however_it_is_parted(text: str) -> None:
    region = parse_region_code(text)
    assert (str(region), region.desa, region.kabupaten) == (
        "33.01.10.2013",
        "Wringinharjo",
        "Kabupaten Cilacap",
    )
    assert parse_region_code(str(region)) == region


@pytest.mark.parametrize(
    ("text", "jenis", "names"),
    [
        ("33", "provinsi", ("Jawa Tengah", "", "", "")),
        ("33.01", "kabupaten", ("Jawa Tengah", "Kabupaten Cilacap", "", "")),
        ("3404", "kabupaten", ("Daerah Istimewa Yogyakarta", "Kabupaten Sleman", "", "")),
        ("33.01.10", "kecamatan", ("Jawa Tengah", "Kabupaten Cilacap", "Gandrungmangu", "")),
    ],
)
def test_a_code_of_a_higher_level_is_read_too(text: str, jenis: str, names: tuple[str, ...]) -> None:
    region = parse_region_code(text)
    assert region.jenis == jenis
    assert (region.provinsi, region.kabupaten, region.kecamatan, region.desa) == names


def test_a_kelurahan_is_warned_of() -> None:
    assert parse_region_code("31.71.01.1001").warnings == ("region-kelurahan",)
    assert parse_region_code("33.01.10.2013").warnings == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "region-empty"),
        ("-", "region-empty"),
        ("33.1.10.2013", "region-syntax"),
        ("33.01.10.201", "region-syntax"),
        ("330110201", "region-syntax"),
        ("abc", "region-syntax"),
        ("1" * 100_000, "region-syntax"),
        ("33.01.10.9999", "region-unknown"),
        ("99", "region-unknown"),
    ],
)
def test_what_is_no_code_is_refused_with_its_reason(text: str, code: str) -> None:
    with pytest.raises(InvalidInput) as raised:
        parse_region_code(text)
    assert raised.value.code == code


def test_an_unknown_code_says_how_far_it_is_known() -> None:
    with pytest.raises(InvalidInput) as raised:
        parse_region_code("33.01.10.9999")
    assert raised.value.evidence["nearest"] == "33.01.10"


@given(st.text(max_size=30) | st.text("0123456789.- ", max_size=14))
def test_any_text_is_a_region_or_our_error(text: str) -> None:
    try:
        assert parse_region_code(text).provinsi
    except InvalidInput as fault:
        assert fault.code.startswith("region-")


def test_without_the_extra_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lokal", None)
    with pytest.raises(MissingExtra) as raised:
        parse_region_code("33.01.10.2013")
    assert raised.value.evidence["extra"] == "regions"


@pytest.mark.parametrize(
    ("text", "code", "value"),
    [
        ("-", "region-empty", "-"),
        ("Kode wilayah: -", "region-empty", "Kode wilayah: -"),
        ("abc", "region-syntax", "abc"),
        ("1" * 2_000, "region-syntax", "1" * 1_000),
        ("33.01.10.9999", "region-unknown", "33.01.10.9999"),
        ("98.01", "region-unknown", "98.01"),
    ],
)
def test_a_fault_quotes_what_was_written(text: str, code: str, value: str) -> None:
    with pytest.raises(InvalidInput) as raised:
        parse_region_code(text)
    assert (raised.value.code, raised.value.value) == (code, value)


def test_how_far_an_unknown_code_is_known() -> None:
    for text, nearest in (
        ("33.01.99.2013", "33.01"),
        ("33.99", "33"),
        ("98.01", None),
        ("33.01.10.9999", "33.01.10"),
    ):
        with pytest.raises(InvalidInput) as raised:
            parse_region_code(text)
        assert raised.value.evidence["nearest"] == nearest


def test_a_region_has_the_post_code_that_is_known() -> None:
    region = parse_region_code("33.01.10.2013")
    assert (region.postal_code, region.warnings, region.jenis) == ("53254", (), "desa")
    assert parse_region_code("33").postal_code is None


def test_two_regions_are_equal_by_their_code() -> None:
    assert parse_region_code("3301102013") == Region(code="33.01.10.2013")
    assert parse_region_code("33") != parse_region_code("32")
