"""Patterns of reference numbers, and the numbers made from them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kopsurat.errors import InvalidNomor
from kopsurat.messages import explain
from kopsurat.nomor import (
    NomorScope,
    check_classification,
    check_nomor,
    is_pattern,
    parse_pattern,
)

DAY = dt.date(2026, 11, 4)


@pytest.mark.parametrize(
    ("pattern", "nomor"),
    [
        ("{klasifikasi}/{urut:03}/{kode}/{bulan_romawi}/{tahun}", "470/012/DS-SM/XI/2026"),
        ("470/{urut}/Ds/{tahun}", "470/12/Ds/2026"),
        ("{urut:4}", "  12"),
        ("B-{urut:03}/{bulan:02}/{tahun_pendek}", "B-012/11/26"),
    ],
)
def test_fields_are_filled_in(pattern: str, nomor: str) -> None:
    parsed = parse_pattern(pattern)
    assert parsed.format(urut=12, date=DAY, klasifikasi="470", kode="DS-SM") == nomor
    assert str(parsed) == pattern


@pytest.mark.parametrize(
    ("pattern", "code"),
    [
        ("470/DS/{tahun}", "nomor-needs-urut"),
        ("{urut", "nomor-braces"),
        ("urut}", "nomor-braces"),
        ("{urut}{nama}", "nomor-field-unknown"),
        ("{urut}{urut.__class__}", "nomor-field-unknown"),
        ("{urut!r}", "nomor-field-unknown"),
        ("{}", "nomor-field-unknown"),
        ("{urut:099999}", "nomor-width"),
        ("{urut:>{tahun}}", "nomor-width"),
        ("{urut}{tahun:03}", "nomor-width"),
    ],
)
def test_a_pattern_that_cannot_work_is_refused_with_its_reason(pattern: str, code: str) -> None:
    with pytest.raises(InvalidNomor) as caught:
        parse_pattern(pattern)
    assert caught.value.code == code
    assert pattern in explain(caught.value, "id")


def test_a_code_that_the_pattern_wants_must_be_given() -> None:
    pattern = parse_pattern("{klasifikasi}/{urut}/{kode}")
    with pytest.raises(InvalidNomor) as caught:
        pattern.format(urut=1, date=DAY)
    assert caught.value.evidence["fields"] == "klasifikasi, kode"


@pytest.mark.parametrize("code", ["005", "470", "400.12.2.1", "188.4"])
def test_classification_codes_of_both_lists_have_the_right_shape(code: str) -> None:
    assert check_classification(code) == code


@pytest.mark.parametrize("code", ["", "47", "4700", "400.", "400.x", "400..1", "S/LH", "４００"[:2]])
def test_other_shapes_are_refused(code: str) -> None:
    with pytest.raises(InvalidNomor, match="classification-malformed"):
        check_classification(code)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (" ", "nomor-empty"),
        ("x" * 81, "nomor-too-long"),
        ("005/{urut}/2026", "nomor-is-pattern"),
        ("005/1\n/2026", "nomor-character"),
        ("005/1\u202e/2026", "nomor-character"),
    ],
)
def test_a_nomor_that_cannot_be_printed_and_sealed_is_refused(text: str, code: str) -> None:
    with pytest.raises(InvalidNomor) as caught:
        check_nomor(text)
    assert caught.value.code == code


def test_a_nomor_of_eighty_characters_still_fits() -> None:
    assert check_nomor("x" * 80) == "x" * 80


def test_the_three_scopes_name_their_series() -> None:
    names = [scope.series("undangan", is_service=False) for scope in NomorScope]
    assert names == ["undangan", "umum", "semua"]
    assert NomorScope.SERVICES.series("keterangan-domisili", is_service=True) == "layanan"


@given(st.text(max_size=60))
def test_any_text_is_a_pattern_or_refused(text: str) -> None:
    try:
        pattern = parse_pattern(text)
    except InvalidNomor:
        return
    assert is_pattern(text)
    assert pattern.text == text


@given(st.integers(min_value=1, max_value=999_999), st.dates())
def test_different_running_numbers_give_different_nomor(urut: int, date: dt.date) -> None:
    pattern = parse_pattern("{urut:03}/{bulan_romawi}/{tahun}")
    assert pattern.format(urut=urut, date=date) != pattern.format(urut=urut + 1, date=date)
