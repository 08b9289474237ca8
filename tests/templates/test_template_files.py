"""Files of an office's own letter types: where they are found, and what is wrong with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kopsurat.content.templates import FieldType, all_templates, find
from kopsurat.errors import InvalidLetter
from kopsurat.messages import explain

if TYPE_CHECKING:
    import pathlib
    from collections.abc import Callable

    OwnType = Callable[..., pathlib.Path]


def faults_in(folder: pathlib.Path, code: str = "undangan-rapat") -> dict[str, InvalidLetter]:
    with pytest.raises(ExceptionGroup) as caught:
        find(code, folders=[folder])
    found = {}
    for fault in caught.value.exceptions:
        assert isinstance(fault, InvalidLetter)
        assert explain(fault, "id")
        assert explain(fault, "en")
        found[fault.path.removeprefix(f"{code}.md: ")] = fault
    return found


class TestWhereTypesAreFound:
    def test_a_folder_adds_a_type(self, own_type: OwnType) -> None:
        folder = own_type()
        assert find("undangan-rapat", folders=[folder]).title == "Undangan"
        assert "undangan-rapat" in [each.code for each in all_templates([folder])]
        assert "undangan-rapat" not in [each.code for each in all_templates()]

    def test_a_folder_goes_before_the_package(self, own_type: OwnType) -> None:
        folder = own_type(code="undangan")
        assert find("undangan", folders=[folder]).family == "judul"
        assert find("undangan").family == "korespondensi"
        assert sum(each.code == "undangan" for each in all_templates([folder])) == 1

    def test_a_file_is_parsed_once_and_anew_when_it_has_changed(self, own_type: OwnType) -> None:
        folder = own_type()
        before = find("undangan-rapat", folders=[folder])
        assert find("undangan-rapat", folders=[folder]) is before
        path = folder / "undangan-rapat.md"
        path.write_text(path.read_text("utf-8").replace('judul = "Undangan"', 'judul = "Rapat"'), "utf-8")
        assert find("undangan-rapat", folders=[folder]).title == "Rapat"

    def test_a_folder_that_is_not_there_adds_nothing(self, tmp_path: pathlib.Path) -> None:
        assert len(all_templates([tmp_path / "tidak-ada"])) == len(all_templates())

    @pytest.mark.parametrize(
        ("code", "near"),
        [("undangn", "undangan"), ("Keterangan Domisili", "keterangan-domisili"), ("zzz", None)],
    )
    def test_an_unknown_code_is_answered_with_the_nearest(self, code: str, near: str | None) -> None:
        with pytest.raises(InvalidLetter) as caught:
            find(code)
        assert (caught.value.code, caught.value.suggestion) == ("template-not-found", near)

    @pytest.mark.parametrize(
        "code", ["../undangan", "undangan.md", "", "groups", "UNDANGAN", "a/b", "a\x00b"]
    )
    def test_a_code_is_never_a_path(self, code: str, own_type: OwnType) -> None:
        with pytest.raises(InvalidLetter):
            find(code, folders=[own_type()])


class TestFaultsOfAFile:
    def test_every_fault_is_said_together(self, own_type: OwnType) -> None:
        folder = own_type(
            head='klasifikasi = "40.1"\nberlaku = { minggu = 2 }\nperihall = "x"\npakai = ["orangg"]',
            fields='[isian.nik]\nlabel = "NIK"\ntipe = "nikk"\n'
            '[isian.items]\nlabel = "x"\n[isian.jk]\nlabel = "JK"\ntipe = "pilihan"\n',
        )
        codes = {path: fault.code for path, fault in faults_in(folder).items()}
        assert codes == {
            "perihall": "template-key-unknown",
            "klasifikasi": "template-classification",
            "berlaku": "template-validity",
            "pakai[0]": "template-group-unknown",
            "isian.nik.tipe": "template-field-type",
            "isian.items": "template-field-name",
            "isian.jk": "template-field-incomplete",
        }

    def test_a_slip_is_answered_with_the_right_word(self, own_type: OwnType) -> None:
        faults = faults_in(
            own_type(
                head='pakai = ["orangg"]\nperihall = "x"', fields='[isian.n]\nlabel = "N"\ntipe = "tekss"\n'
            )
        )
        assert {fault.suggestion for fault in faults.values()} == {"orang", "perihal", "teks"}

    def test_capitals_and_hyphens_are_slips_too(self, own_type: OwnType) -> None:
        (fault,) = faults_in(own_type(head='KATA-TEMPAT = "Ditetapkan di"')).values()
        assert (fault.code, fault.suggestion) == ("template-key-unknown", "kata_tempat")

    def test_an_expression_may_use_declared_fields_only(self, own_type: OwnType) -> None:
        (fault,) = faults_in(own_type("{{ nma }}")).values()
        assert (fault.code, fault.value, fault.suggestion) == ("template-name-unknown", "nma", "nama")

    @pytest.mark.parametrize("kind", ["nik", "kk", "telepon", "teks"])
    def test_nothing_private_may_get_into_the_seal(self, own_type: OwnType, kind: str) -> None:
        fields = f'[isian.x]\nlabel = "X"\ntipe = "{kind}"\npribadi = true\n'
        (fault,) = faults_in(own_type("{{ x }}", head='ringkas = "{{ x }}"', fields=fields)).values()
        assert (fault.code, fault.path.split(": ")[1]) == ("template-private-in-seal", "ringkas")

    def test_a_type_about_somebody_says_who_that_is(self, own_type: OwnType) -> None:
        (fault,) = faults_in(own_type(head="perlu_subjek = true")).values()
        assert fault.code == "template-key-missing"

    def test_an_example_must_fit_its_field(self, own_type: OwnType) -> None:
        (fault,) = faults_in(
            own_type("x", fields='[isian.n]\nlabel = "N"\ntipe = "nik"\ncontoh = "12"\n')
        ).values()
        assert (fault.code, fault.path.split(": ")[1]) == ("template-example", "isian.n.contoh")

    def test_the_code_is_the_name_of_the_file(self, own_type: OwnType, tmp_path: pathlib.Path) -> None:
        own_type()
        (tmp_path / "undangan-rapat.md").rename(tmp_path / "rapat.md")
        with pytest.raises(InvalidLetter) as caught:
            find("rapat", folders=[tmp_path])
        assert (caught.value.code, caught.value.suggestion) == ("template-code", "rapat")

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("tanpa kepala", "template-front-matter"),
            ("+++\nkode = \n+++\n", "template-front-matter"),
            ("+++\n+++\nisi", "template-key-missing"),
            ('+++\nkode = 1\njudul = "x"\nkeluarga = "judul"\n+++\n', "template-value"),
            ('+++\nkode = "rusak"\njudul = "x"\nkeluarga = "surat"\n+++\n', "template-family"),
            (
                '+++\nkode = "rusak"\njudul = "x"\nkeluarga = "judul"\nsusunan = "melintang"\n+++\n',
                "template-arrangement",
            ),
            ('+++\nkode = "rusak"\njudul = "x"\nkeluarga = "judul"\nisian = 3\n+++\n', "template-value"),
            (
                '+++\nkode = "rusak"\njudul = "x"\nkeluarga = "judul"\npakai = "orang"\n+++\n',
                "template-value",
            ),
            (
                (
                    '+++\nkode = "rusak"\njudul = "x"\nkeluarga = "judul"\n'
                    '[isian.a]\nlabel = "A"\npilihan = 3\n+++\n'
                ),
                "template-value",
            ),
            (
                '+++\nkode = "rusak"\njudul = "x"\nkeluarga = "judul"\n+++\n{% include "apa" %}',
                "template-group-unknown",
            ),
        ],
    )
    def test_a_broken_file_is_our_error(self, tmp_path: pathlib.Path, text: str, code: str) -> None:
        (tmp_path / "rusak.md").write_text(text, encoding="utf-8")
        assert code in [fault.code for fault in faults_in(tmp_path, "rusak").values()]

    def test_a_file_in_another_encoding_is_our_error(self, tmp_path: pathlib.Path) -> None:
        (tmp_path / "rusak.md").write_bytes("+++\nkode = 'é'\n".encode("latin-1"))
        with pytest.raises(InvalidLetter) as caught:
            find("rusak", folders=[tmp_path])
        assert caught.value.code == "template-not-utf-8"

    def test_a_file_of_any_size_is_not_read(self, tmp_path: pathlib.Path) -> None:
        (tmp_path / "rusak.md").write_bytes(b"x" * 500_001)
        with pytest.raises(InvalidLetter) as caught:
            find("rusak", folders=[tmp_path])
        assert caught.value.code == "template-too-large"

    def test_a_windows_file_reads_like_any_other(self, own_type: OwnType) -> None:
        path = own_type() / "undangan-rapat.md"
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
        assert find("undangan-rapat", folders=[path.parent]).fields


class TestSharedFields:
    def test_a_group_gives_its_fields_and_its_rows(self, own_type: OwnType) -> None:
        template = find(
            "undangan-rapat",
            folders=[own_type('{% include "orang" %}', head='pakai = ["orang"]', fields="\n")],
        )
        assert [field.name for field in template.fields][:3] == ["nama", "nik", "tempat_lahir"]
        assert "{{ nama }}" in template.body.source

    def test_a_group_with_a_role_has_the_role_in_names_and_labels(self, own_type: OwnType) -> None:
        folder = own_type(
            '{% include "orang sebagai ayah" %}', head='pakai = ["orang sebagai ayah"]', fields="\n"
        )
        template = find("undangan-rapat", folders=[folder])
        assert (template.fields[0].name, template.fields[0].label) == ("ayah_nama", "Nama ayah")
        assert "{{ ayah_nama }}" in template.body.source

    def test_an_own_table_changes_a_shared_field(self, own_type: OwnType) -> None:
        fields = "[isian.nik]\nwajib = false\n"
        template = find(
            "undangan-rapat", folders=[own_type("{{ nama }}", head='pakai = ["orang"]', fields=fields)]
        )
        nik = next(field for field in template.fields if field.name == "nik")
        assert (nik.type, nik.is_required, nik.label) == (FieldType.NIK, False, "NIK")
