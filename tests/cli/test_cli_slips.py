"""The slips of people on the command line, each with what it is told and what to do next."""

from __future__ import annotations

import errno
import json
import pathlib
import re
from collections.abc import Callable
from typing import Any

import pytest

from kopsurat.cli.app import run
from kopsurat.cli.public_key import is_public_key


@pytest.fixture
def office(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> pathlib.Path:
    """A folder made by ``init``, with a key."""
    monkeypatch.setenv("KOPSURAT_PASSPHRASE", "sawah hijau pagi")
    monkeypatch.chdir(tmp_path)
    assert run(["init"]) == 0
    assert run(["key", "new", "--since", "2026-01-01"]) == 0
    (key,) = (tmp_path / "kunci").glob("*.pem")
    key.rename(tmp_path / "kunci" / "kunci.pem")
    (tmp_path / "kunci" / key.name).with_suffix(".pub").rename(tmp_path / "kunci" / "kunci.pub")
    return tmp_path


def fault(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, str]:
    capsys.readouterr()
    assert run(["--json", *arguments]) != 0
    (only,) = json.loads(capsys.readouterr().out)["faults"]
    return only  # type: ignore[no-any-return]


class TestNoCommand:
    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            ([], "Perintah:"),
            (["--lang", "en"], "Commands:"),
            (["key"], "Perintah:"),
            (["number"], "Perintah:"),
        ],
    )
    def test_a_group_alone_shows_its_help(
        self, arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert run(arguments) == 0
        output = capsys.readouterr()
        assert words in output.out
        assert output.err == ""


class TestWords:
    @pytest.mark.parametrize(
        ("arguments", "code", "said"),
        [
            (["--lang", "fr"], "cli-not-a-choice", "id, en"),
            (["render", "folder", "saya/surat.md"], "cli-extra-words", "saya/surat.md"),
            (["render", "surat.md", "--out"], "cli-option-empty", "--out"),
            (["site", "serve", "situs", "--port", "99999999"], "cli-not-in-range", "65535"),
            (["verify", "K982-G229-RWSA-J"], "cli-verify-typed-code", "/v/"),
            (["verify", "--at", "17/8/2026", "surat.pdf"], "not-a-date", "2026-08-17"),
        ],
    )
    def test_are_answered_in_both_languages(
        self, arguments: list[str], code: str, said: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        languages = [[]] if "--lang" in arguments else [[], ["--lang", "en"]]
        for answer in (fault(capsys, *language, *arguments) for language in languages):
            assert answer["code"] == code
            assert said in answer["message"]
            assert "Got unexpected" not in answer["message"]


class TestKeys:
    def test_a_public_key_cannot_seal(self, office: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
        public = office / "kunci" / "kunci.pub"
        assert is_public_key(public.read_bytes())
        assert fault(capsys, "render", "surat.md", "--key", str(public))["code"] == "cli-key-public"

    def test_a_secret_key_is_not_for_trusting(
        self, office: pathlib.Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        secret = str(office / "kunci" / "kunci.pem")
        assert fault(capsys, "verify", "desa.toml", "--trust", secret)["code"] == "cli-trust-private"

    def test_the_key_of_another_office_is_refused(
        self, office: pathlib.Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        record = (office / "desa.toml").read_text(encoding="utf-8")
        (office / "desa.toml").write_text(
            re.sub(r'situs = "[^"]*"', 'situs = "mekarjaya.desa.id"', record), encoding="utf-8"
        )
        told = fault(capsys, "render", "surat.md", "--key", "kunci/kunci.pem")
        assert told["code"] == "cli-key-of-other-site"
        assert "sukamaju.desa.id" in told["message"]
        assert not (office / "surat.pdf").exists()

    def test_a_retired_key_seals_no_later_letter(
        self, office: pathlib.Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert run(["key", "rotate"]) == 0
        seal = ["render", "surat.md", "--key", "kunci/kunci.pem", "--set"]
        assert fault(capsys, *seal, "tanggal=2999-01-01")["code"] == "cli-key-not-active"
        assert run([*seal, "tanggal=2026-01-02"]) == 0


class TestLetters:
    FRONT = '+++\njenis = "undangan"\nnomor = "1"\ntanggal = 2026-11-24\npenandatangan = "kades"\n+++\nIsi.\n'

    @pytest.mark.parametrize(
        ("right", "wrong", "code"),
        [
            ("+++", "---", "front-matter-yaml"),
            ("+++\njenis", "jenis", "front-matter-missing"),
            ("+++\nIsi", "Isi", "front-matter-unclosed"),
        ],
    )
    def test_one_without_its_fence_is_not_checked_as_a_document(
        self, right: str, wrong: str, code: str, office: pathlib.Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (office / "baru.md").write_text(self.FRONT.replace(right, wrong), encoding="utf-8")
        (checked,) = self.checked(capsys, "baru.md")
        assert [each["code"] for each in checked["faults"]] == [code]

    def test_one_in_utf_16_is_not_checked_as_a_document(
        self, office: pathlib.Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (office / "baru.md").write_text(self.FRONT, encoding="utf-16")
        (checked,) = self.checked(capsys, "baru.md")
        assert [each["code"] for each in checked["faults"]] == ["file-not-utf8"]

    @staticmethod
    def checked(capsys: pytest.CaptureFixture[str], *files: str) -> list[dict[str, Any]]:
        capsys.readouterr()
        assert run(["--json", "check", *files]) == 1
        return json.loads(capsys.readouterr().out)["files"]  # type: ignore[no-any-return]

    @pytest.mark.parametrize("signer", ["Kepala Desa", "kade"])
    def test_an_unknown_signatory_is_told_with_the_file_and_who_was_meant(
        self, signer: str, office: pathlib.Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        told = fault(capsys, "render", "surat.md", "--set", f"penandatangan={signer}")
        assert (told["code"], told["file"], told["suggestion"]) == ("signatory-unknown", "surat.md", "kades")

    def test_a_misspelt_key_is_the_only_fault(
        self, office: pathlib.Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        told = fault(capsys, "render", "surat.md", "--set", "nomr=3")
        assert (told["code"], told["suggestion"]) == ("field-unknown", "nomor")


class TestExamples:
    def test_sealing_the_names_of_the_starter_is_remarked(
        self, office: pathlib.Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        capsys.readouterr()
        assert run(["--json", "render", "surat.md", "--key", "kunci/kunci.pem"]) == 0
        remarks = json.loads(capsys.readouterr().out)["remarks"]
        assert "pejabat[0].nama" in {each["key"] for each in remarks}
        assert run(["--json", "render", "surat.md"]) == 0
        assert json.loads(capsys.readouterr().out)["remarks"] == []


class TestNames:
    def test_one_without_capitals_is_remarked(
        self, office: pathlib.Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        record = office / "desa.toml"
        text = record.read_text(encoding="utf-8").replace('nama = "Sukamaju"', 'nama = "suka maju"')
        record.write_text(text.replace("NAMA KEPALA DESA", "h. ahmad, s.sos."), encoding="utf-8")
        capsys.readouterr()
        assert run(["--json", "check"]) == 0
        remarks = json.loads(capsys.readouterr().out)["files"][0]["remarks"]
        small = {
            each["key"]: each["suggestion"] for each in remarks if each["code"] == "office-small-letters"
        }
        assert small == {"desa.nama": "Suka Maju", "pejabat[0].nama": None}


class TestFiles:
    def test_dots_in_a_nomor_are_no_number(
        self, office: pathlib.Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        letter = office / "surat.md"
        text = re.sub(r'nomor = "[^"]*"', 'nomor = "400.10/…/DS/XI/2026"', letter.read_text(encoding="utf-8"))
        letter.write_text(text, encoding="utf-8")
        told = fault(capsys, "number", "take", "surat.md")
        assert (told["code"], told["suggestion"]) == ("cli-number-blank", "400.10/{urut:03}/DS/XI/2026")
        assert letter.read_text(encoding="utf-8") == text

    @pytest.mark.parametrize(
        ("data", "code"),
        [
            ('+++\nnomor = "1"\n'.encode("utf-16"), "file-not-utf8"),
            (b"PK\x03\x04 word/document.xml", "file-is-word"),
            (b"%PDF-1.7", "file-not-text"),
        ],
    )
    def test_a_number_is_taken_for_text_in_utf8_alone(
        self, office: pathlib.Path, capsys: pytest.CaptureFixture[str], data: bytes, code: str
    ) -> None:
        (office / "lain.md").write_bytes(data)
        assert fault(capsys, "number", "take", "lain.md")["code"] == code
        assert (office / "lain.md").read_bytes() == data

    def test_a_workbook_and_a_table_in_another_encoding_say_how_to_save_them(
        self, office: pathlib.Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (office / "a.xlsx").write_bytes(b"PK\x03\x04 xl/workbook.xml")
        (office / "a.csv").write_bytes("kepada\n“RT”\n".encode("cp1252"))
        for name, code in (("a.xlsx", "cli-table-workbook"), ("a.csv", "cli-table-not-utf8")):
            told = fault(capsys, "batch", "surat.md", name, "-o", "hasil")
            assert told["code"] == code
            assert "CSV UTF-8" in told["message"]

    def test_a_full_disk_is_called_a_full_disk_and_leaves_no_file(
        self, office: pathlib.Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(_descriptor: int) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr("os.fsync", full)
        before = sorted(office.iterdir())
        assert fault(capsys, "render", "surat.md")["code"] == "disk-full"
        assert sorted(office.iterdir()) == before

    def test_a_folder_is_called_a_folder(
        self, office: pathlib.Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert fault(capsys, "verify", "desa.toml", "--trust", "kunci")["code"] == "file-is-folder"

    def test_only_what_can_be_imported_is(
        self, office: pathlib.Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (office / "surat.pdf").write_bytes(b"%PDF-1.7\n")
        assert fault(capsys, "import", "surat.pdf", "-o", "baru.md")["code"] == "cli-import-unknown"


class TestWhatIsMetOnlyWhenALetterIsSet:
    def test_a_character_that_no_font_has_is_told_with_its_line(
        self, office: pathlib.Path, say: Callable[..., tuple[int, dict[str, Any]]]
    ) -> None:
        letter = office / "surat.md"
        text = letter.read_text(encoding="utf-8") + "\nKata 😀 terakhir.\n"
        letter.write_text(text, encoding="utf-8")
        line = next(number for number, each in enumerate(text.splitlines(), 1) if "😀" in each)
        for command in ("check", "render"):
            code, data = say(command, letter)
            (told,) = data["faults"] if command == "render" else data["files"][0]["faults"]
            assert (code, told["code"], told["line"]) == (1, "glyph-missing", line)
            assert told["key"].startswith("isi[")
        assert not list(office.glob("*.pdf"))

    def test_one_in_the_record_is_placed_there(
        self, office: pathlib.Path, say: Callable[..., tuple[int, dict[str, Any]]]
    ) -> None:
        record = office / "desa.toml"
        text = record.read_text(encoding="utf-8").replace("Jalan Raya", "Jalan 😀 Raya")
        record.write_text(text, encoding="utf-8")
        _, data = say("render", "--letterhead", "--out", "kop.pdf")
        assert [(each["file"], each["key"]) for each in data["faults"]] == [("desa.toml", "desa.alamat")]


class TestFaultsOfALetterAndItsOffice:
    @pytest.fixture
    def faulty(self, office: pathlib.Path) -> pathlib.Path:
        """Return a folder where both files have a fault."""
        for name, right, wrong in (
            ("desa.toml", 'nama = "', 'nma = "'),
            ("surat.md", "tanggal = ", "tangal = "),
        ):
            text = (office / name).read_text(encoding="utf-8")
            assert right in text
            (office / name).write_text(text.replace(right, wrong, 1), encoding="utf-8")
        return office

    def test_are_told_in_one_run(
        self, faulty: pathlib.Path, say: Callable[..., tuple[int, dict[str, Any]]]
    ) -> None:
        _, rendered = say("render", "surat.md")
        _, checked = say("check", "surat.md")
        for faults in (rendered["faults"], checked["files"][0]["faults"]):
            assert {(pathlib.Path(each["file"]).name, each["value"]) for each in faults} >= {
                ("desa.toml", "nma"),
                ("surat.md", "tangal"),
            }
        assert not list(faulty.glob("*.pdf"))

    def test_those_of_an_office_named_by_hand_too(
        self, faulty: pathlib.Path, say: Callable[..., tuple[int, dict[str, Any]]], tmp_path: pathlib.Path
    ) -> None:
        (faulty / "desa.toml").rename(tmp_path / "kantor.toml")
        for path in (tmp_path / "kantor.toml", tmp_path / "tiada.toml"):
            _, data = say("render", "surat.md", "--office", path)
            names = {pathlib.Path(each["file"]).name for each in data["faults"] if each["file"]}
            assert names == {path.name, "surat.md"}

    def test_those_of_the_office_are_said_once_for_all_letters(
        self, faulty: pathlib.Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        for number in range(3):
            text = (faulty / "surat.md").read_text(encoding="utf-8")
            (faulty / f"surat-{number}.md").write_text(text, encoding="utf-8")
        assert run(["check", "."]) == 1
        assert capsys.readouterr().err.count("“nma”") == 1


class TestACommandThatFailsLeavesNothing:
    @pytest.mark.parametrize(
        ("nomor", "code"),
        [
            ("{urutan}/DS/{tahun}", "nomor-field-unknown"),
            ("{urut/DS", "nomor-braces"),
            ("{urut}/{kode}", "nomor-field-missing"),
        ],
    )
    def test_a_pattern_that_gives_no_number_begins_no_register(
        self, office: pathlib.Path, say: Callable[..., tuple[int, dict[str, Any]]], nomor: str, code: str
    ) -> None:
        letter = office / "surat.md"
        text = re.sub(r"(?m)^nomor = .*", f'nomor = "{nomor}"', letter.read_text(encoding="utf-8"))
        letter.write_text(text, encoding="utf-8")
        before = sorted(office.iterdir())
        exit_code, data = say("number", "take", "surat.md")
        (told,) = data["faults"]
        assert (exit_code, told["code"], told["file"], told["line"]) == (1, code, "surat.md", 3)
        assert "number take" not in told["message"]
        assert sorted(office.iterdir()) == before

    def test_a_letter_without_seal_begins_no_register(
        self, office: pathlib.Path, say: Callable[..., tuple[int, dict[str, Any]]]
    ) -> None:
        before = sorted(office.iterdir())
        exit_code, data = say("render", "surat.md", "--register")
        assert (exit_code, data["faults"][0]["code"]) == (2, "cli-register-needs-seal")
        assert sorted(office.iterdir()) == before

    def test_a_number_that_is_still_a_pattern_is_taken_before_the_letter_is_printed(
        self, office: pathlib.Path, say: Callable[..., tuple[int, dict[str, Any]]]
    ) -> None:
        letter = office / "surat.md"
        text = re.sub(r"(?m)^nomor = .*", 'nomor = "{urut:03}/DS"', letter.read_text(encoding="utf-8"))
        letter.write_text(text, encoding="utf-8")
        _, data = say("render", "surat.md")
        assert [(each["code"], each["line"]) for each in data["faults"]] == [("nomor-is-pattern", 3)]
        assert say("number", "take", "surat.md")[1]["nomor"] == "001/DS"
        assert say("render", "surat.md")[0] == 0


class TestWhatTheFaultIsAbout:
    def test_apply_names_the_document_that_it_was_given(
        self, office: pathlib.Path, say: Callable[..., tuple[int, dict[str, Any]]]
    ) -> None:
        (office / "a.docx").write_bytes(b"PK\x03\x04")
        for arguments, value in (
            (("apply", "surat.md"), "surat.md"),
            (("apply", "a.docx", "-o", "a.pdf"), "a.pdf"),
        ):
            code, data = say(*arguments)
            assert (code, data["faults"][0]["value"]) == (2, value)
        assert say("apply", "a.docx")[1]["faults"][0]["file"] == "a.docx"

    def test_a_kind_of_the_kit_that_was_nearly_right_is_suggested(
        self, office: pathlib.Path, say: Callable[..., tuple[int, dict[str, Any]]]
    ) -> None:
        assert say("kit", "stempell")[1]["faults"][0]["suggestion"] == "stempel"

    def test_help_is_pointed_to_where_the_command_was_looked_for(
        self, office: pathlib.Path, say: Callable[..., tuple[int, dict[str, Any]]]
    ) -> None:
        assert "kopsurat templates --help" in say("templates", "undangan")[1]["faults"][0]["message"]

    @pytest.mark.parametrize(
        ("name", "command"),
        [
            ("a.pem", ("render", "surat.md", "--key", "a.pem")),
            ("a.json", ("verify", "https://sukamaju.desa.id/v#12345678901234567890123", "--trust", "a.json")),
            ("a.json", ("verify", "https://sukamaju.desa.id/v#12345678901234567890123", "--lists", "a.json")),
            ("a.bin", ("trust", "show", "a.bin")),
            ("a.docx", ("import", "a.docx", "-o", "baru.md")),
            ("a.jsonl", ("number", "restore", "a.jsonl")),
        ],
    )
    def test_a_broken_file_is_named_and_nothing_is_made_of_it(
        self,
        office: pathlib.Path,
        say: Callable[..., tuple[int, dict[str, Any]]],
        name: str,
        command: tuple[str, ...],
    ) -> None:
        (office / name).write_bytes(b"PK\x03\x04" if name.endswith("docx") else b"{}")
        before = sorted(office.iterdir())
        _, data = say(*command)
        assert [each["file"] for each in data["faults"]] == [name]
        assert sorted(office.iterdir()) == before

    def test_a_table_of_which_there_are_several_has_doubled_brackets(
        self, office: pathlib.Path, say: Callable[..., tuple[int, dict[str, Any]]]
    ) -> None:
        record = office / "desa.toml"
        text = record.read_text(encoding="utf-8")
        single = text.replace("[[pejabat]]", "[pejabat]", 1)
        record.write_text(single, encoding="utf-8")
        (told,) = say("check")[1]["files"][0]["faults"]
        line = next(number for number, each in enumerate(single.splitlines(), 1) if each == "[pejabat]")
        assert (told["code"], told["line"], told["suggestion"]) == ("toml-table-single", line, "[[pejabat]]")
