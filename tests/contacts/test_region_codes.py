"""Kode wilayah: which village, district, regency and province a code means."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kopsurat.contacts import parse_region_code
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
