"""The commands on real input: what they write, say and answer with."""

from __future__ import annotations

import datetime as dt
import os
import pathlib
import stat
from collections.abc import Callable
from typing import Any

import pytest

from kopsurat import read_office

Run = Callable[..., Any]


def names(folder: pathlib.Path) -> set[str]:
    """Return the names of the files in a folder."""
    return {path.name for path in folder.iterdir() if path.is_file()}


class TestInit:
    def test_a_new_folder_works_at_once(self, run: Run, tmp_path: pathlib.Path) -> None:
        folder = tmp_path / "kantor baru"
        assert run("init", folder, "--desa", 'Batu "Ampar"').code == 0
        office = read_office(folder)
        assert office.desa.name == 'Batu "Ampar"'
        assert office.host == "batuampar.desa.id"
        assert run("check", folder / "surat.md").code == 0
        assert run("render", folder / "surat.md").code == 0
        assert {"surat.pdf", "surat.docx"} <= names(folder)

    def test_what_was_not_given_is_not_printed(self, run: Run, tmp_path: pathlib.Path) -> None:
        assert run("init", tmp_path / "a").code == 0
        assert run("init", tmp_path / "b", "--provinsi", "Jawa Tengah").code == 0
        first, second = read_office(tmp_path / "a"), read_office(tmp_path / "b")
        assert (first.provinsi, second.provinsi) == ("", "Jawa Tengah")
        assert first.postal_code is None

    def test_the_letter_is_of_this_day_in_all_its_dates(
        self, run: Run, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("kopsurat.cli.sources.now", lambda: dt.datetime(2028, 2, 25, 5, tzinfo=dt.UTC))
        assert run("init", tmp_path).code == 0
        text = (tmp_path / "surat.md").read_text(encoding="utf-8")
        assert "@" not in text
        assert "\ntanggal = 2028-02-25\n" in text
        assert "/II/2028" in text
        assert "Kamis, 2 Maret 2028" in text

    def test_entries_left_as_the_example_are_named(self, run: Run, tmp_path: pathlib.Path) -> None:
        run("init", tmp_path)
        outcome = run("check", tmp_path / "desa.toml", "--json")
        assert outcome.code == 0
        remarks = outcome.data["files"][0]["remarks"]
        assert [each["key"] for each in remarks] == [
            "desa.alamat",
            "kop.lambang",
            "kontak.telepon",
            "pejabat[0].nama",
            "pejabat[1].nama",
        ]
        assert {each["code"] for each in remarks} == {"office-still-example"}
        path = tmp_path / "desa.toml"
        filled = path.read_text(encoding="utf-8").replace("NAMA KEPALA DESA", "Budi")
        path.write_text(filled, encoding="utf-8")
        again = run("check", path, "--json").data["files"][0]["remarks"]
        assert len(again) == len(remarks) - 1

    def test_nothing_is_overwritten_unasked(self, run: Run, tmp_path: pathlib.Path) -> None:
        (tmp_path / "surat.md").write_text("punya saya", encoding="utf-8")
        outcome = run("init", tmp_path)
        assert outcome.code == 1
        assert "surat.md" in outcome.err
        assert names(tmp_path) == {"surat.md"}
        assert run("init", tmp_path, "--force").code == 0

    def test_a_file_is_no_folder_to_begin_in(self, run: Run, tmp_path: pathlib.Path) -> None:
        (tmp_path / "surat.md").write_text("punya saya", encoding="utf-8")
        outcome = run("init", tmp_path / "surat.md")
        assert (outcome.code, outcome.err) == (2, "✗ FOLDER harus sebuah folder, bukan berkas.\n")

    def test_a_name_that_cannot_be_one_is_refused_before_anything_is_written(
        self, run: Run, tmp_path: pathlib.Path
    ) -> None:
        assert run("init", tmp_path, "--desa", "Desa Sukamaju").code == 1
        assert names(tmp_path) == set()


class TestCheck:
    def test_the_summary_shows_what_will_be_printed(self, run: Run, office: pathlib.Path) -> None:
        outcome = run("check")
        assert outcome.code == 0
        for printed in ("Desa Sukamaju", "(0267) 555231", "sukamaju.desa.id", "H. Ahmad Sudrajat, S.Sos."):
            assert printed in outcome.out

    def test_a_remark_is_no_fault(self, run: Run, office: pathlib.Path) -> None:
        text = (office / "desa.toml").read_text(encoding="utf-8")
        text = text.replace('email = "sekretariat@sukamaju.desa.id"', 'email = "desasukamaju@gmail.com"')
        (office / "desa.toml").write_text(text.split("[verifikasi]")[0], encoding="utf-8")
        outcome = run("check", "--json")
        assert outcome.code == 0
        codes = {remark["code"] for remark in outcome.data["files"][0]["remarks"]}
        assert {"email-free-provider", "office-no-host"} <= codes

    @pytest.mark.parametrize("language", ["id", "en"])
    def test_faults_are_listed_with_line_and_sentence(
        self, run: Run, office: pathlib.Path, language: str
    ) -> None:
        text = (office / "desa.toml").read_text(encoding="utf-8").replace("kode_pos =", "kodepos =")
        (office / "desa.toml").write_text(text, encoding="utf-8")
        outcome = run("check", "desa.toml", "--lang", language)
        assert outcome.code == 1
        line = 1 + text.split("\n").index('kodepos = "41355"')
        word = {"id": f"baris {line}", "en": f"line {line}"}[language]
        assert f"desa.toml, {word}, desa.kodepos" in outcome.err
        assert "kode_pos" in outcome.err

    def test_a_letter_is_checked_to_the_last_signature(self, run: Run, office: pathlib.Path) -> None:
        text = (office / "surat.md").read_text(encoding="utf-8").replace('"kades"', '"kadess"')
        (office / "surat.md").write_text(text, encoding="utf-8")
        outcome = run("check", "surat.md")
        assert outcome.code == 1
        assert "kadess" in outcome.err

    def test_several_files_are_reported_together(self, run: Run, office: pathlib.Path) -> None:
        outcome = run("check", "desa.toml", "surat.md", "hilang.md", "--json")
        assert outcome.code == 1
        assert [bool(file["faults"]) for file in outcome.data["files"]] == [False, False, True]


class TestRender:
    def test_one_command_writes_every_format(self, run: Run, office: pathlib.Path) -> None:
        outcome = run(
            "render", "surat.md", "-o", "out/a b.pdf", "-o", "out/é.docx", "-o", "out/a.PNG", "--json"
        )
        assert outcome.code == 0
        assert names(office / "out") == {"a b.pdf", "é.docx", "a.PNG"}
        assert (office / "out" / "a b.pdf").read_bytes().startswith(b"%PDF-")
        assert (office / "out" / "é.docx").read_bytes().startswith(b"PK")
        assert (office / "out" / "a.PNG").read_bytes().startswith(b"\x89PNG")
        assert outcome.data["seal"] is None

    def test_the_same_letter_gives_the_same_bytes(self, run: Run, office: pathlib.Path) -> None:
        run("render", "surat.md", "-o", "a.pdf", "-o", "a.docx")
        run("render", "surat.md", "-o", "b.pdf", "-o", "b.docx")
        assert (office / "a.pdf").read_bytes() == (office / "b.pdf").read_bytes()
        assert (office / "a.docx").read_bytes() == (office / "b.docx").read_bytes()

    @pytest.mark.parametrize("given", [".", "../Désa Sukamaju"])
    def test_a_folder_stands_for_its_letter(self, run: Run, office: pathlib.Path, given: str) -> None:
        assert run("render", given).code == 0
        assert {"surat.pdf", "surat.docx"} <= names(office)

    @pytest.mark.parametrize("key", ["office", "path_or_text", "self"])
    def test_any_key_may_be_set_and_is_a_fault_when_unknown(
        self, run: Run, office: pathlib.Path, key: str
    ) -> None:
        outcome = run("render", office / "surat.md", "--set", f"{key}=x", "--json")
        assert (outcome.code, outcome.data["faults"][0]["code"]) == (1, "field-unknown")

    @pytest.mark.parametrize("command", [("render",), ("batch", "-o", "hasil", "tabel.csv")])
    def test_a_letter_that_is_missing_is_said_to_be_where_there_is_no_office(
        self, run: Run, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
    ) -> None:
        monkeypatch.chdir(tmp_path)
        outcome = run(command[0], "tiada.md", *command[1:], "--json")
        assert [fault["code"] for fault in outcome.data["faults"]] == ["file-missing"]

    def test_the_letterhead_alone(self, run: Run, office: pathlib.Path) -> None:
        link = "https://sukamaju.desa.id/cek/1"
        assert run("render", "--letterhead", "--link", link, "-o", "kop.docx").code == 0
        assert "kop.docx" in names(office)

    def test_a_field_can_be_replaced_from_the_command_line(self, run: Run, office: pathlib.Path) -> None:
        from kopsurat.scanning import scan

        assert scan
        run("render", "surat.md", "-o", "a.pdf", "--set", "nomor=005/099/DS-SM/XI/2026")
        run("render", "surat.md", "-o", "b.pdf")
        assert (office / "a.pdf").read_bytes() != (office / "b.pdf").read_bytes()

    @pytest.mark.parametrize(
        ("arguments", "code"),
        [
            (["surat.md", "-o", "a.odt"], "cli-format-unknown"),
            (["surat.md", "--letterhead"], "cli-letter-or-letterhead"),
            ([], "cli-letter-or-letterhead"),
            (["surat.md", "--set", "nomor"], "cli-set-malformed"),
            (["--letterhead", "--key", "k.pem"], "cli-letterhead-not-sealed"),
            (["surat.md", "--draft", "--key", "k.pem"], "cli-draft-not-sealed"),
            (["surat.md", "--bogus"], "cli-no-such-option"),
            (["surat.md", "--key", "k.pem", "--passphrase-env", "TIDAK_ADA"], "cli-passphrase-variable"),
        ],
    )
    def test_a_wrong_command_line_says_so_and_writes_nothing(
        self, run: Run, office: pathlib.Path, arguments: list[str], code: str
    ) -> None:
        (office / "k.pem").write_bytes(b"")
        before = names(office)
        outcome = run("render", *arguments, "--json")
        assert outcome.code == 2
        assert [fault["code"] for fault in outcome.data["faults"]] == [code]
        assert names(office) == before

    def test_a_fault_in_the_letter_leaves_the_old_files_alone(self, run: Run, office: pathlib.Path) -> None:
        (office / "surat.pdf").write_bytes(b"lama")
        text = (
            (office / "surat.md").read_text(encoding="utf-8").replace("tanggal = 2026-11-24", "tanggal = 1")
        )
        (office / "surat.md").write_text(text, encoding="utf-8")
        outcome = run("render", "surat.md")
        assert outcome.code == 1
        assert (office / "surat.pdf").read_bytes() == b"lama"
        assert "surat.docx" not in names(office)

    def test_files_are_written_together_or_not_at_all(self, run: Run, office: pathlib.Path) -> None:
        (office / "a.pdf").write_bytes(b"lama")
        (office / "b.docx").mkdir()
        outcome = run("render", "surat.md", "-o", "a.pdf", "-o", "b.docx/")
        assert outcome.code in {1, 2}
        assert (office / "a.pdf").read_bytes() == b"lama"
        assert not [name for name in names(office) if name.endswith(".tmp")]


class TestSealAndVerify:
    def test_every_file_of_a_sealed_letter_is_verified_with_the_public_key(
        self, run: Run, office: pathlib.Path, key: pathlib.Path
    ) -> None:
        assert run("render", "surat.md", "-o", "a.pdf", "-o", "a.docx", "-o", "a.png", "--key", key).code == 0
        for name in ("a.pdf", "a.docx", "a.png"):
            outcome = run("verify", name, "--trust", key.with_suffix(".pub"), "--json")
            (verdict,) = outcome.data["verdicts"]
            assert (name, outcome.code, verdict["verdict"]) == (name, 0, "valid")
            assert verdict["claims"]["nomor"] == "005/012/DS-SM/XI/2026"

    def test_a_reprint_carries_the_same_seal(self, run: Run, office: pathlib.Path, key: pathlib.Path) -> None:
        first = run("render", "surat.md", "-o", "a.pdf", "--key", key, "--json").data["seal"]
        second = run("render", "surat.md", "-o", "b.docx", "--key", key, "--json").data["seal"]
        assert first == second

    def test_the_link_itself_can_be_verified(self, run: Run, office: pathlib.Path, key: pathlib.Path) -> None:
        link = run("render", "surat.md", "-o", "a.pdf", "--key", key, "--json").data["seal"]["link"]
        outcome = run("verify", link, "--trust", key.with_suffix(".pub"))
        assert outcome.code == 0
        assert "H. Ahmad Sudrajat, S.Sos." in outcome.out
        assert "cocokkan" in outcome.out.lower()

    def test_without_trust_the_answer_is_unknown_key_and_what_to_do(
        self, run: Run, office: pathlib.Path, key: pathlib.Path
    ) -> None:
        run("render", "surat.md", "-o", "a.pdf", "--key", key)
        outcome = run("verify", "a.pdf")
        assert outcome.code == 5
        assert "--trust" in outcome.out

    def test_a_key_list_alone_cannot_say_that_nothing_was_revoked(
        self, run: Run, office: pathlib.Path, key: pathlib.Path
    ) -> None:
        run("render", "surat.md", "-o", "a.pdf", "--key", key)
        assert run("verify", "a.pdf", "--trust", office / "kunci" / "keys.json").code == 2

    def test_one_changed_digit_is_a_bad_signature(
        self, run: Run, office: pathlib.Path, key: pathlib.Path
    ) -> None:
        link = run("render", "surat.md", "-o", "a.pdf", "--key", key, "--json").data["seal"]["link"]
        changed = link[:-1] + str((int(link[-1]) + 2) % 10)
        assert run("verify", changed, "--trust", key.with_suffix(".pub")).code in {4, 8}

    def test_a_folder_gives_a_table_and_the_worst_code(
        self, run: Run, office: pathlib.Path, key: pathlib.Path
    ) -> None:
        run("render", "surat.md", "-o", "in/a.pdf", "-o", "in/b.docx", "--key", key)
        run("render", "surat.md", "-o", "in/c.pdf")
        outcome = run("verify", "in", "--trust", key.with_suffix(".pub"), "--json")
        assert [row["verdict"] for row in outcome.data["verdicts"]] == ["valid", "valid", "unreadable"]
        assert outcome.code == 8
        assert "a.pdf" in run("verify", "in", "--trust", key.with_suffix(".pub")).out

    @pytest.mark.parametrize(
        "arguments",
        [["hilang.pdf"], [], ["a.pdf", "--at", "besok"], ["a.pdf", "--trust", "hilang.json"], ["kosong"]],
    )
    def test_a_question_that_cannot_be_put_is_no_verdict(
        self, run: Run, office: pathlib.Path, arguments: list[str]
    ) -> None:
        (office / "a.pdf").write_bytes(b"%PDF-1.7")
        (office / "kosong").mkdir()
        assert run("verify", *arguments).code == 9

    def test_a_wrong_passphrase_seals_nothing(
        self, run: Run, office: pathlib.Path, key: pathlib.Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("SANDI", "salah sama sekali")
        outcome = run(
            "render", "surat.md", "-o", "a.pdf", "--key", key, "--passphrase-env", "SANDI", "--json"
        )
        assert outcome.code == 1
        assert outcome.data["faults"][0]["code"] == "key-wrong-passphrase"
        assert "a.pdf" not in names(office)


class TestKeys:
    def test_a_new_key_is_readable_by_its_owner_only(self, key: pathlib.Path) -> None:
        assert b"ENCRYPTED PRIVATE KEY" in key.read_bytes()
        if os.name == "posix":
            assert stat.S_IMODE(key.stat().st_mode) == 0o600

    def test_a_short_passphrase_is_refused(
        self, run: Run, office: pathlib.Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("KOPSURAT_PASSPHRASE", "1234")
        assert run("key", "new").code == 1
        assert not (office / "kunci").exists()

    def test_an_interruption_leaves_no_half_of_a_key(
        self, run: Run, office: pathlib.Path, key: pathlib.Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        before = {each.name: each.read_bytes() for each in (office / "kunci").iterdir()}
        replace, interruptions = pathlib.Path.replace, [KeyboardInterrupt]

        def interrupted(path: pathlib.Path, target: pathlib.Path) -> pathlib.Path:
            if pathlib.Path(target).name == "keys.json" and path != target and interruptions:
                raise interruptions.pop()
            return replace(path, target)

        monkeypatch.setattr(pathlib.Path, "replace", interrupted)
        run("key", "rotate")
        assert interruptions == []
        assert {each.name: each.read_bytes() for each in key.parent.iterdir()} == before

    def test_rotation_retires_the_old_key_and_old_letters_stay_verifiable(
        self, run: Run, office: pathlib.Path, key: pathlib.Path
    ) -> None:
        run("render", "surat.md", "-o", "a.pdf", "--key", key)
        assert run("key", "rotate").code == 0
        rows = run("key", "list", "--json").data["keys"]
        assert [row["status"] for row in rows] == ["retired", "active"]
        assert run("verify", "a.pdf", "--trust", "kunci/keys.json").code == 2

    def test_a_compromised_key_is_marked_by_another(
        self, run: Run, office: pathlib.Path, key: pathlib.Path
    ) -> None:
        kid = run("key", "list", "--json").data["keys"][0]["kid"]
        alone = run("key", "compromise", kid, "--key", key, "--json")
        assert alone.data["faults"][0]["code"] == "cli-key-cannot-sign"
        new = run("key", "rotate", "--json").data["private"]
        assert run("key", "compromise", kid, "--since", "2026-10-01", "--key", new).code == 0
        rows = run("key", "list", "--json").data["keys"]
        assert [row["status"] for row in rows] == ["compromised", "active"]
        assert rows[0]["compromised_on"] == "2026-10-01"

    def test_an_unknown_key_is_answered_with_those_there_are(
        self, run: Run, office: pathlib.Path, key: pathlib.Path
    ) -> None:
        outcome = run("key", "compromise", "00000000", "--key", key)
        assert outcome.code == 1
        assert run("key", "list", "--json").data["keys"][0]["kid"] in outcome.err

    def test_export_signs_the_list_anew(self, run: Run, office: pathlib.Path, key: pathlib.Path) -> None:
        before = (office / "kunci" / "keys.json").read_bytes()
        assert run("key", "export", "--key", key, "-o", "situs/keys.json").code == 0
        after = (office / "situs" / "keys.json").read_bytes()
        assert after == (office / "kunci" / "keys.json").read_bytes()
        assert after != before

    def test_the_list_names_the_file_of_each_key(
        self, run: Run, office: pathlib.Path, key: pathlib.Path
    ) -> None:
        assert run("key", "rotate").code == 0
        (office / "kunci" / "rusak.pem").write_bytes(b"x")
        (office / "kunci" / "rusak.pub").write_bytes(b"-----BEGIN PUBLIC KEY-----")
        listed = run("key", "list", "--json").data["keys"]
        assert [(each["file"], each["status"]) for each in listed] == [
            (str(pathlib.Path("kunci", "kunci-2026.pem")), "retired"),
            (str(pathlib.Path("kunci", "kunci-2026-2.pem")), "active"),
        ]
        key.unlink()
        assert next(each["file"] for each in run("key", "list", "--json").data["keys"]) is None
        assert "kunci-2026-2.pem" in run("key", "list").out

    def test_an_office_without_keys_says_how_to_make_one(self, run: Run, office: pathlib.Path) -> None:
        outcome = run("key", "list")
        assert outcome.code == 0
        assert "kopsurat key new" in outcome.out

    def test_an_office_without_a_site_cannot_have_keys(self, run: Run, office: pathlib.Path) -> None:
        text = (office / "desa.toml").read_text(encoding="utf-8")
        (office / "desa.toml").write_text(text.split("[verifikasi]")[0], encoding="utf-8")
        outcome = run("key", "new", "--json")
        assert outcome.code == 1
        assert outcome.data["faults"][0]["code"] == "cli-host-missing"


class TestOwnProfile:
    """``kop.profil`` may name a profile file of the office's own."""

    OWN = 'nama = "kami"\nmulai_dari = "umum"\n[kertas]\nukuran = "A4"\n'

    def office(self, run: Any, folder: pathlib.Path, profile: str) -> None:
        assert run("init", folder).code == 0
        desa = folder / "desa.toml"
        text = desa.read_text(encoding="utf-8")
        desa.write_text(text.replace('# profil = "umum"', 'profil = "kami.toml"'), encoding="utf-8")
        (folder / "kami.toml").write_text(profile, encoding="utf-8")

    def test_a_letter_is_rendered_by_it(self, run: Any, tmp_path: pathlib.Path) -> None:
        import pikepdf

        self.office(run, tmp_path, self.OWN)
        checked = run("check", tmp_path / "desa.toml")
        assert checked.code == 0
        assert "kami.toml" in checked.out
        assert run("render", tmp_path / "surat.md", "-o", tmp_path / "surat.pdf").code == 0
        with pikepdf.open(tmp_path / "surat.pdf") as pdf:
            width, height = map(float, pdf.pages[0].mediabox[2:])
        assert (round(width), round(height)) == (595, 842)

    def test_its_faults_stop_every_command(
        self,
        run: Any,
        say: Callable[..., tuple[int, dict[str, Any]]],
        tmp_path: pathlib.Path,
    ) -> None:
        self.office(run, tmp_path, self.OWN + "kanann = 3\n")
        for command in (["check", tmp_path / "surat.md"], ["render", tmp_path / "surat.md"]):
            code, data = say(*command)
            faults = data.get("faults") or data["files"][0]["faults"]
            assert code == 1
            assert [(fault["code"], fault["line"], fault["key"]) for fault in faults] == [
                ("profile-key-unknown", 5, "kertas.kanann")
            ]
        assert not (tmp_path / "surat.pdf").exists()
