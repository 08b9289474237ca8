"""What a value of each type of field must look like, and what becomes of it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kopsurat.content.templates import Field, FieldType, find
from kopsurat.content.templates.fields import check_value
from kopsurat.errors import InvalidLetter
from kopsurat.messages import explain

if TYPE_CHECKING:
    from collections.abc import Callable

NIK = "3215014505900003"


def a_field(kind: FieldType, **changes: Any) -> Field:
    return Field(name="isi", label="Isi", type=kind, **changes)


def fault_of(make: Callable[[], object]) -> InvalidLetter:
    with pytest.raises(InvalidLetter) as caught:
        make()
    assert explain(caught.value, "id")
    assert explain(caught.value, "en")
    return caught.value


def faults_of(values: dict[str, Any], code: str = "keterangan-domisili") -> dict[str, InvalidLetter]:
    with pytest.raises(ExceptionGroup) as caught:
        find(code).fill(values)
    return {fault.path: fault for fault in caught.value.exceptions if isinstance(fault, InvalidLetter)}


class TestTexts:
    @pytest.mark.parametrize(
        "name",
        [
            "ABDUL ROHMAN",
            "siti nurhaliza",
            "Ma'ruf d'Amico",
            "Dr. Ir. H. René S.Sos., M.Si.",
            "I Gusti  Ngurah",
        ],
    )
    def test_a_name_stays_exactly_as_it_is_given(self, name: str) -> None:
        assert check_value(a_field(FieldType.TEXT), name) == name

    def test_a_line_break_needs_a_field_of_several_lines(self) -> None:
        assert fault_of(lambda: check_value(a_field(FieldType.TEXT), "a\nb")).code == "field-several-lines"
        assert check_value(a_field(FieldType.LONG_TEXT), "a\r\n\r\nb\n") == "a\n\nb"

    def test_what_cannot_be_printed_is_refused_by_its_code_point(self) -> None:
        fault = fault_of(lambda: check_value(a_field(FieldType.TEXT), "Siti\u202eAminah"))
        assert (fault.code, fault.evidence["character"]) == ("field-unprintable", "U+202E")

    def test_numbers_are_no_texts(self) -> None:
        assert fault_of(lambda: check_value(a_field(FieldType.TEXT), 7)).code == "field-not-text"

    def test_a_text_has_an_end(self) -> None:
        fault = fault_of(lambda: check_value(a_field(FieldType.TEXT), "x" * 301))
        assert (fault.code, fault.evidence["most"]) == ("field-too-long", 300)


class TestNumbers:
    @pytest.mark.parametrize(
        ("given_", "value"), [(3, 3), ("12", 12), ("1.250", "1.250"), ("12,5", "12,5"), ("007", "007")]
    )
    def test_a_number_is_a_number_or_is_written_as_one(self, given_: object, value: object) -> None:
        assert check_value(a_field(FieldType.NUMBER), given_) == value

    @pytest.mark.parametrize(
        "given_", ["tiga", "-1", -1, True, float("nan"), float("inf"), 10**15, "1,2,3", None]
    )
    def test_anything_else_is_no_number(self, given_: object) -> None:
        assert fault_of(lambda: check_value(a_field(FieldType.NUMBER), given_)).code == "field-not-a-number"

    @pytest.mark.parametrize(
        "given_", [1500000, "1500000", "1.500.000", "Rp1.500.000", "Rp 1.500.000,00", "Rp1.500.000,-"]
    )
    def test_an_amount_may_be_written_as_offices_write_it(self, given_: object) -> None:
        assert check_value(a_field(FieldType.AMOUNT), given_) == 1_500_000

    @pytest.mark.parametrize("given_", ["1,5 juta", "1.50.000", "Rp", -5, 2.5, True])
    def test_anything_else_is_no_amount(self, given_: object) -> None:
        assert fault_of(lambda: check_value(a_field(FieldType.AMOUNT), given_)).code == "field-not-an-amount"


class TestDatesAndTimes:
    def test_a_date_is_a_day_or_is_written_year_first(self) -> None:
        day = dt.date(2026, 11, 24)
        assert check_value(a_field(FieldType.DATE), day) == day
        assert check_value(a_field(FieldType.DATE), "2026-11-24") == day

    def test_a_day_that_does_not_exist_is_refused(self) -> None:
        assert (
            fault_of(lambda: check_value(a_field(FieldType.DATE), "2026-02-30")).code
            == "field-impossible-date"
        )

    @pytest.mark.parametrize("given_", ["24-11-2026", "24/11/2026", "24.11.2026"])
    def test_a_date_written_day_first_is_answered_with_the_right_form(self, given_: str) -> None:
        fault = fault_of(lambda: check_value(a_field(FieldType.DATE), given_))
        assert (fault.code, fault.suggestion) == ("field-not-a-date", "2026-11-24")

    @pytest.mark.parametrize(
        ("given_", "value"), [("09.00", "09.00"), ("9:05".zfill(5), "09.05"), (dt.time(14, 30), "14.30")]
    )
    def test_a_time_is_printed_with_a_dot(self, given_: object, value: str) -> None:
        assert check_value(a_field(FieldType.TIME), given_) == value

    @pytest.mark.parametrize("given_", ["24.00", "9", "09.60", "pagi", 9])
    def test_no_other_time_is_accepted(self, given_: object) -> None:
        assert fault_of(lambda: check_value(a_field(FieldType.TIME), given_)).code == "field-not-a-time"


class TestIdentityNumbers:
    @pytest.mark.parametrize("nik", [NIK, "3215011708820002", "3215012902000001", "9401017112990001"])
    def test_a_possible_nik_is_kept(self, nik: str) -> None:
        assert check_value(a_field(FieldType.NIK), nik) == nik

    @pytest.mark.parametrize(
        ("nik", "code"),
        [
            ("321501450590000", "field-nik-length"),
            ("32150145059000033", "field-nik-length"),
            ("32150145o5900003", "field-nik-length"),
            ("0015014505900003", "field-nik-region"),
            ("3200014505900003", "field-nik-region"),
            ("3215003205900003", "field-nik-region"),
            ("3215013205900003", "field-nik-birth-date"),
            ("3215017205900003", "field-nik-birth-date"),
            ("3215014513900003", "field-nik-birth-date"),
            ("3215013002900003", "field-nik-birth-date"),
            ("3215014505900000", "field-nik-sequence"),
        ],
    )
    def test_an_impossible_nik_says_why(self, nik: str, code: str) -> None:
        assert fault_of(lambda: check_value(a_field(FieldType.NIK), nik)).code == code

    def test_fifteen_digits_are_counted(self) -> None:
        assert "15 angka" in explain(fault_of(lambda: check_value(a_field(FieldType.NIK), NIK[:15])), "id")

    def test_spaces_in_a_nik_are_answered_with_the_nik(self) -> None:
        assert fault_of(lambda: check_value(a_field(FieldType.NIK), "3215 0145 0590 0003")).suggestion == NIK

    def test_a_nik_without_quotation_marks_is_no_text(self) -> None:
        fault = fault_of(lambda: check_value(a_field(FieldType.NIK), int(NIK)))
        assert (fault.code, fault.suggestion) == ("field-not-text", f'"{NIK}"')

    def test_a_family_card_number_is_sixteen_digits_of_a_region(self) -> None:
        assert check_value(a_field(FieldType.KK), "3215011502100007") == "3215011502100007"
        assert fault_of(lambda: check_value(a_field(FieldType.KK), "123")).code == "field-kk-length"
        assert fault_of(lambda: check_value(a_field(FieldType.KK), "0" * 16)).code == "field-kk-region"

    def test_a_nip_has_eighteen_digits_and_possible_dates(self) -> None:
        assert check_value(a_field(FieldType.NIP), "19800101 200501 1 001") == "19800101 200501 1 001"
        assert fault_of(lambda: check_value(a_field(FieldType.NIP), "19800101")).code == "field-nip-length"
        assert (
            fault_of(lambda: check_value(a_field(FieldType.NIP), "198013012005011001")).code
            == "field-nip-impossible"
        )


class TestContactsChoicesAndLists:
    def test_contacts_stay_as_written_when_they_can_be_used(self) -> None:
        for kind, text in (
            (FieldType.PHONE, "0812-0000-0231"),
            (FieldType.EMAIL, "sekretariat@sukamaju.desa.id"),
            (FieldType.WEBSITE, "https://sukamaju.desa.id"),
        ):
            assert check_value(a_field(kind), text) == text

    @pytest.mark.parametrize("kind", [FieldType.PHONE, FieldType.EMAIL, FieldType.WEBSITE])
    def test_a_contact_that_cannot_be_used_carries_the_reason(self, kind: FieldType) -> None:
        fault = fault_of(lambda: check_value(a_field(kind), "tidak ada"))
        assert fault.code == "field-not-a-contact"
        assert fault.evidence["reason"]

    def test_a_choice_in_other_letters_is_answered_with_the_choice(self) -> None:
        field = a_field(FieldType.CHOICE, choices=("Laki-laki", "Perempuan"))
        assert check_value(field, "Perempuan") == "Perempuan"
        assert fault_of(lambda: check_value(field, "perempuan")).suggestion == "Perempuan"
        assert fault_of(lambda: check_value(field, "P")).code == "field-not-a-choice"

    @pytest.mark.parametrize(("given_", "value"), [(True, True), ("ya", True), ("Tidak", False)])
    def test_yes_and_no_may_be_words(self, given_: object, *, value: bool) -> None:
        assert check_value(a_field(FieldType.YES_NO), given_) is value

    def test_no_other_word_is_yes_or_no(self) -> None:
        assert (
            fault_of(lambda: check_value(a_field(FieldType.YES_NO), "mungkin")).code == "field-not-yes-or-no"
        )

    def test_every_fault_of_a_list_names_its_row_and_column(self) -> None:
        example = find("keterangan-jamkesos").example()
        rows = [
            example["anggota"][0],
            {"nama": "X", "nik": "12"},
            "Siti",
            {"nama": "Y", "nik": NIK, "hubungan": "Anak", "umr": 3},
        ]
        faults = faults_of({**example, "anggota": rows}, "keterangan-jamkesos")
        assert {path: fault.code for path, fault in faults.items()} == {
            "isian.anggota[1].nik": "field-nik-length",
            "isian.anggota[1].hubungan": "field-missing",
            "isian.anggota[2]": "field-not-a-row",
            "isian.anggota[3].umr": "field-unknown",
        }

    @pytest.mark.parametrize(
        ("rows", "code"),
        [([], "field-missing"), ("x", "field-not-a-list"), ([{}] * 501, "field-too-many-rows")],
    )
    def test_a_list_is_neither_empty_nor_endless(self, rows: object, code: str) -> None:
        example = find("keterangan-jamkesos").example()
        (fault,) = faults_of({**example, "anggota": rows}, "keterangan-jamkesos").values()
        assert fault.code == code
        assert explain(fault, "id")


class TestAllAtOnce:
    def test_everything_wrong_with_the_fields_is_said_together(self) -> None:
        example = find("keterangan-domisili").example()
        del example["agama"]
        wrong = {
            "nik": "321501450590000",
            "tanggal_lahir": "2026-02-30",
            "jenis_kelamin": "L",
            "pekerjan": "Petani",
            "nama": ["x"],
        }
        faults = faults_of({**example, **wrong})
        assert {path: fault.code for path, fault in faults.items()} == {
            "isian.nik": "field-nik-length",
            "isian.tanggal_lahir": "field-impossible-date",
            "isian.jenis_kelamin": "field-not-a-choice",
            "isian.agama": "field-missing",
            "isian.pekerjan": "field-unknown",
            "isian.nama": "field-not-text",
        }
        assert faults["isian.pekerjan"].suggestion == "pekerjaan"
        for fault in faults.values():
            assert "{" not in explain(fault, "id")
            assert "…" not in explain(fault, "en")

    @pytest.mark.parametrize("nothing", ["", "   ", None])
    def test_nothing_is_missing_where_it_is_required_and_left_out_elsewhere(self, nothing: object) -> None:
        example = find("keterangan-domisili").example()
        (fault,) = faults_of({**example, "nama": nothing}).values()
        assert (fault.code, fault.path) == ("field-missing", "isian.nama")
        filled = find("keterangan-domisili").fill({**example, "tinggal_sejak": nothing})
        assert "tinggal_sejak" not in dict(filled.data)

    def test_the_data_of_the_letter_are_texts_in_the_order_of_the_fields(self) -> None:
        filled = find("kuasa").fill(find("kuasa").example())
        assert filled.data[:4] == (
            ("pemberi_nama", "Dedi Kurniawan"),
            ("pemberi_nik", "3215011708820002"),
            ("pemberi_tempat_lahir", "Sukamulya"),
            ("pemberi_tanggal_lahir", "1982-08-17"),
        )
        assert filled.data[-1] == ("dengan_substitusi", "tidak")
        assert "pemberi_nik" in filled.private

    def test_a_private_column_is_private_in_every_row(self) -> None:
        filled = find("keterangan-jamkesos").fill(find("keterangan-jamkesos").example())
        assert {"anggota.1.nik", "anggota.2.nik", "anggota.3.nik"} <= filled.private
        assert "anggota.1.nama" not in filled.private


@settings(max_examples=150, deadline=None)
@given(
    kind=st.sampled_from([kind for kind in FieldType if kind is not FieldType.LIST]),
    value=st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.dates(), st.times(),
        st.datetimes(),
        st.binary(), st.lists(st.text(), max_size=2), st.dictionaries(st.text(), st.text(), max_size=2),
        st.from_regex(r"\d{15,17}", fullmatch=True), st.from_regex(r"\d{4}-\d\d-\d\d", fullmatch=True),
    ),
)  # fmt: skip
def test_a_field_takes_a_value_or_raises_our_error_and_never_another(kind: FieldType, value: object) -> None:
    choices = ("Ya", "Tidak") if kind is FieldType.CHOICE else ()
    try:
        checked = check_value(a_field(kind, choices=choices), value)
    except InvalidLetter as fault:
        checked = explain(fault, "id")
    assert checked != ""
