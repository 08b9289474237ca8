"""Private data are kept out of public fields, with the reason."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kopsurat.contacts import parse_email, parse_phone, parse_website, private_code, refuse_private
from kopsurat.errors import InvalidInput
from kopsurat.messages import explain


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("3404070101800001", "private-nik"),
        ("3404 0701 0180 0001", "private-nik"),
        ("34.04.07.010180.0001", "private-nik"),
        ("٣٤٠٤٠٧٠١٠١٨٠٠٠٠١", "private-nik"),
        ("Budi (NIK: 3404074101800001)", "private-nik"),
        ("No. KK 3404070101080012", "private-kk"),
        ("Nomor Kartu Keluarga: 3404070101080012", "private-kk"),
        ("Rek. BRI 0123-01-012345-50-1", "private-account"),
        ("nomor rekening 0274555999", "private-account"),
        ("lahir di Sleman, 08-12-1980", "private-birth"),
        ("TTL: Sleman, 8 Desember 1980", "private-birth"),
        ("Ibu kandung: Siti", "private-family"),
        ("(0274) 555123", None),
        ("Senin–Jumat 08.00–15.00 WIB", None),
        ("Sekretaris Desa, NIP 19800312 200501 1 002", None),
        ("1234567890123456", None),
        ("Kelahiran didaftarkan di kantor", None),
        ("", None),
    ],
)
def test_private_data_are_told_from_public_ones(text: str, code: str | None) -> None:
    assert private_code(text) == code


def test_a_refusal_names_the_reason_and_never_repeats_the_number() -> None:
    with pytest.raises(InvalidInput) as raised:
        refuse_private("NIK 3404070101800001")
    assert raised.value.code == "private-nik"
    assert "3404070101800001" not in str(raised.value) + explain(raised.value)
    assert "UU 27/2022" in explain(raised.value)


def test_identity_numbers_are_refused_in_every_contact() -> None:
    for parse, text in (
        (parse_phone, "3404070101800001"),
        (parse_email, "3404070101800001@gmail.com"),
        (parse_website, "contoh.desa.id/warga/3404070101800001"),
    ):
        with pytest.raises(InvalidInput) as raised:
            parse(text)
        assert raised.value.code in {"phone-not-phone", "private-nik"}


@given(
    st.sampled_from([11, 32, 34, 51, 64, 73, 94]),
    st.integers(1, 9999),
    st.integers(1, 28),
    st.integers(1, 12),
    st.integers(0, 99),
    st.booleans(),
    st.sampled_from(["", " ", ".", "-"]),
)
def test_every_nik_is_known_whatever_parts_its_digits(  # noqa: PLR0917 - hypothesis draws them
    province: int,
    district: int,
    day: int,
    month: int,
    year: int,
    is_woman: bool,
    joint: str,
) -> None:
    nik = f"{province}{district:04}{day + 40 * is_woman:02}{month:02}{year:02}0001"
    assert private_code(f"a {joint.join(nik[i : i + 4] for i in range(0, 16, 4))} b") == "private-nik"


@given(st.text(max_size=80))
def test_any_text_is_judged(text: str) -> None:
    assert private_code(text) in {
        None,
        "private-nik",
        "private-kk",
        "private-account",
        "private-birth",
        "private-family",
    }
