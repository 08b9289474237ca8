"""Numbers, the agenda, revocations and the site from the command line, as a village secretary uses them."""

from __future__ import annotations

import json
import pathlib
import shutil
import subprocess
import sys

import pytest

from kopsurat.cli.app import run

EXAMPLES = pathlib.Path(__file__).parents[2] / "examples"
PATTERN = "005/{urut:03}/DS-SM/{bulan_romawi}/{tahun}"


@pytest.fixture
def folder(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> pathlib.Path:
    """A working folder with the shipped example, whose letter has a pattern instead of a number."""
    shutil.copytree(EXAMPLES / "sukamaju", tmp_path, dirs_exist_ok=True)
    letter = tmp_path / "surat.md"
    lines = letter.read_text("utf-8").splitlines()
    lines = [f'nomor = "{PATTERN}"' if line.startswith("nomor") else line for line in lines]
    letter.write_text("\n".join(lines) + "\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KOPSURAT_PASSPHRASE", "rahasia-desa")
    monkeypatch.delenv("KOPSURAT_REGISTER", raising=False)
    return tmp_path


def nomor_of(folder: pathlib.Path) -> str:
    line = next(
        line for line in (folder / "surat.md").read_text("utf-8").splitlines() if line.startswith("nomor")
    )
    return line.partition('"')[2].rstrip('"')


@pytest.fixture
def sealed(folder: pathlib.Path, say) -> dict:
    """The letter numbered, sealed, written and registered."""
    assert say("key", "new")[0] == 0
    assert say("number", "take", "surat.md")[0] == 0
    key = str(next((folder / "kunci").glob("*.pem")))
    code, answer = say("render", "surat.md", "-o", "surat.pdf", "--key", key, "--register")
    assert code == 0
    return {**answer, "key": key}


class TestWithoutItsLibrary:
    @pytest.mark.parametrize(
        "arguments",
        [
            ("number", "take", "surat.md"),
            ("number", "restore", "cadangan.json"),
            ("revoke", "7K3M-9QX2-TB4A-J", "--reason", "corrected"),
        ],
    )
    def test_a_command_of_the_register_names_the_extra(self, folder, arguments: tuple[str, ...]) -> None:
        (folder / "cadangan.json").write_text("{}", "utf-8")
        program = (
            "import sys; sys.modules['sqlalchemy'] = None\n"
            "from kopsurat.cli.app import run\n"
            f"sys.exit(run({['--json', *arguments]!r}))"
        )
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False, text=True)
        assert done.returncode == 1, done.stderr
        assert [each["code"] for each in json.loads(done.stdout)["faults"]] == ["extra-missing"]
        assert "kopsurat[db]" in done.stdout


class TestTaking:
    def test_a_number_is_written_into_the_letter(self, folder, say) -> None:
        code, answer = say("number", "take", "surat.md")
        assert (code, answer["nomor"]) == (0, "005/001/DS-SM/XI/2026")
        assert nomor_of(folder) == "005/001/DS-SM/XI/2026"

    def test_a_letter_keeps_the_number_it_has(self, folder, say) -> None:
        say("number", "take", "surat.md")
        code, answer = say("number", "take", "surat.md")
        assert (code, answer["taken"]) == (0, False)
        assert nomor_of(folder) == "005/001/DS-SM/XI/2026"

    def test_two_letters_get_two_numbers(self, folder, say) -> None:
        shutil.copy(folder / "surat.md", folder / "lain.md")
        numbers = [say("number", "take", name)[1]["nomor"] for name in ("surat.md", "lain.md")]
        assert numbers == ["005/001/DS-SM/XI/2026", "005/002/DS-SM/XI/2026"]

    def test_a_number_is_not_used_up_when_the_file_cannot_be_written(self, folder, say, monkeypatch) -> None:
        def fails(*_arguments: object) -> None:
            raise OSError(28, "No space left on device")

        with monkeypatch.context() as patched:
            patched.setattr("kopsurat.cli.writing.os.fsync", fails)
            code, answer = say("number", "take", "surat.md")
        assert (code, answer["faults"][0]["code"]) == (1, "disk-full")
        assert nomor_of(folder) == PATTERN
        assert say("number", "take", "surat.md")[1]["nomor"] == "005/001/DS-SM/XI/2026"

    def test_a_letter_without_a_line_for_it_is_told_so(self, folder, say) -> None:
        letter = folder / "surat.md"
        letter.write_text(letter.read_text("utf-8").replace("nomor =", "# nomor ="), "utf-8")
        code, answer = say("number", "take", "surat.md")
        assert (code, answer["faults"][0]["code"]) == (1, "cli-number-no-line")
        assert not (folder / "register.db").exists()

    def test_a_pattern_without_a_running_number_takes_none(self, folder, say) -> None:
        letter = folder / "surat.md"
        letter.write_text(letter.read_text("utf-8").replace("{urut:03}", "001"), "utf-8")
        code, answer = say("number", "take", "surat.md")
        assert (code, answer["faults"][0]["code"]) == (1, "nomor-needs-urut")
        assert "{tahun}" in nomor_of(folder)

    def test_numbers_of_letters_that_were_numbered_by_hand_are_passed_over(self, folder, say) -> None:
        assert say("key", "new")[0] == 0
        key = str(next((folder / "kunci").glob("*.pem")))
        for value in (1, 2):
            nomor = f"nomor=005/{value:03}/DS-SM/XI/2026"
            line = ("render", "surat.md", "--set", nomor, "-o", "a.pdf", "--key", key, "--register")
            assert say(*line)[0] == 0
        code, answer = say("number", "take", "surat.md")
        assert (code, answer["nomor"]) == (0, "005/003/DS-SM/XI/2026")
        assert say("log", "verify")[0] == 0


class TestRegistering:
    def test_a_sealed_letter_stands_in_the_agenda(self, sealed, say) -> None:
        _, answer = say("number", "list")
        (entry,) = answer["letters"]
        assert entry["nomor"] == "005/001/DS-SM/XI/2026"
        assert entry["seal_id"] == sealed["seal"]["id"]
        assert entry["order"] == sealed["agenda"] == 1

    def test_a_reprint_is_the_same_letter(self, sealed, say) -> None:
        code, again = say("render", "surat.md", "-o", "b.pdf", "--key", sealed["key"], "--register")
        assert (code, again["seal"], again["agenda"]) == (0, sealed["seal"], 1)

    def test_another_letter_with_its_number_is_refused_and_nothing_is_written(
        self, folder, sealed, say
    ) -> None:
        letter = folder / "surat.md"
        (folder / "palsu.md").write_text(letter.read_text("utf-8").replace("membawa", "mengisi"), "utf-8")
        code, answer = say("render", "palsu.md", "-o", "palsu.pdf", "--key", sealed["key"], "--register")
        assert (code, answer["faults"][0]["code"]) == (1, "nomor-taken")
        assert not (folder / "palsu.pdf").exists()

    def test_an_unsealed_letter_is_not_registered(self, folder, say) -> None:
        say("number", "take", "surat.md")
        code, answer = say("render", "surat.md", "-o", "surat.pdf", "--register")
        assert (code, answer["faults"][0]["code"]) == (2, "cli-register-needs-seal")
        assert not (folder / "surat.pdf").exists()


class TestKeys:
    def test_a_key_that_cannot_be_listed_is_not_left_behind(self, folder, say) -> None:
        (folder / "kunci" / "kunci-2026.pub").mkdir(parents=True)
        code, answer = say("key", "new", "--since", "2026-01-01")
        assert (code, answer["faults"][0]["code"]) == (1, "folder-in-the-way")
        assert [path.name for path in (folder / "kunci").iterdir()] == ["kunci-2026.pub"]


class TestBooks:
    def test_incoming_letters_and_shipments_are_entered_and_printed(self, folder, say) -> None:
        facts = ("--nomor", "005/77/2026", "--date", "2026-11-20", "--party", "Camat", "--summary", "Rapat")
        assert say("number", "receive", *facts)[1]["order"] == 1
        assert say("number", "ship", *facts)[0] == 0
        for book in ("masuk", "ekspedisi", "keluar"):
            for suffix in ("pdf", "docx"):
                out = f"{book}.{suffix}"
                assert say("number", "print", book, "--year", "2026", "-o", out)[0] == 0
                assert (folder / out).stat().st_size > 5000

    @pytest.mark.parametrize("verb", ["receive", "ship"])
    @pytest.mark.parametrize("blank", ["--nomor", "--party", "--summary"])
    def test_an_empty_column_is_not_entered(self, folder, say, verb: str, blank: str) -> None:
        facts = {"--nomor": "1", "--date": "2026-11-20", "--party": "Camat", "--summary": "Rapat", blank: " "}
        code, answer = say("number", verb, *(word for pair in facts.items() for word in pair))
        assert (code, answer["faults"][0]["code"]) == (2, "cli-entry-blank")
        assert answer["faults"][0]["key"] == blank
        assert not (folder / "register.db").exists()

    def test_a_day_that_does_not_exist_is_told_with_its_option(self, folder, say) -> None:
        facts = ("--nomor", "1", "--date", "2026-02-30", "--party", "Camat", "--summary", "Rapat")
        code, answer = say("number", "receive", *facts)
        assert code == 2
        assert answer["faults"][0]["code"] == "not-a-date"

    def test_search_finds_a_letter_by_a_word_of_its_matter(self, sealed, say) -> None:
        assert len(say("number", "search", "Musyawarah")[1]["letters"]) == 1
        assert say("number", "search", "tidak-ada")[1]["letters"] == []

    def test_a_backup_comes_back(self, folder, sealed, say) -> None:
        assert say("number", "backup", "cadangan.jsonl")[0] == 0
        assert say("number", "restore", "cadangan.jsonl", "--register", "baru.db")[0] == 0
        assert say("number", "list", "--register", "baru.db") == say("number", "list")

    def test_a_register_that_does_not_exist_is_not_begun_by_looking(self, folder, say) -> None:
        code, answer = say("number", "list")
        assert (code, answer["faults"][0]["code"]) == (1, "cli-register-missing")
        assert not (folder / "register.db").exists()

    @pytest.mark.parametrize("name", ["register.db", "surat.md"])
    def test_a_backup_takes_the_place_of_a_backup_only(self, folder, sealed, say, name: str) -> None:
        before = (folder / name).read_bytes()
        code, answer = say("number", "backup", name)
        assert (code, answer["faults"][0]["code"]) == (1, "cli-backup-other-file")
        assert (folder / name).read_bytes() == before
        assert [say("number", "backup", "cadangan.jsonl")[0] for _ in range(2)] == [0, 0]

    def test_what_is_no_backup_is_shown_in_one_line(self, folder, say) -> None:
        (folder / "x").write_bytes(b"\x07%PDF\n")
        code, answer = say("number", "restore", "x", "--register", "baru.db")
        assert (code, answer["faults"][0]["value"]) == (1, "·%PDF")
        assert not (folder / "baru.db").exists()

    @pytest.mark.parametrize("name", ["buku", "buku.xlsx"])
    def test_a_book_of_an_unknown_format_is_a_wrong_command(self, folder, sealed, say, name: str) -> None:
        code, answer = say("number", "print", "keluar", "-o", name)
        assert (code, answer["faults"][0]["code"]) == (2, "cli-format-unknown")
        assert not (folder / name).exists()


class TestTheRegisterItself:
    @pytest.mark.parametrize(
        ("address", "code", "file"),
        [("surat.md", "register-other-file", "surat.md"), (".", "file-is-folder", None)],
    )
    def test_another_file_is_named(self, folder, say, address: str, code: str, file: str | None) -> None:
        fault = say("number", "list", "--register", address)[1]["faults"][0]
        assert (fault["code"], fault["file"]) == (code, file)

    @pytest.mark.parametrize("line", [("number", "list"), ("number", "search", "005"), ("log", "verify")])
    def test_a_damaged_day_is_told_with_the_file(self, folder, sealed, say, line: tuple[str, ...]) -> None:
        import sqlite3

        with sqlite3.connect(folder / "register.db") as connection:
            connection.execute("UPDATE kopsurat_letter SET date = '2026-\x071-24'")
        connection.close()
        code, answer = say(*line)
        fault = answer["faults"][0]
        assert (code, fault["code"], fault["file"]) == (1, "register-other-file", "register.db")

    def test_a_server_without_its_driver_is_told(self, folder, say, monkeypatch) -> None:
        monkeypatch.setitem(sys.modules, "psycopg", None)
        code, answer = say("number", "list", "--register", "postgresql://127.0.0.1:1/surat")
        assert (code, answer["faults"][0]["code"]) == (1, "database-driver-missing")

    def test_a_server_that_does_not_answer_is_named_without_its_password(self, folder, say) -> None:
        pytest.importorskip("psycopg")
        fault = say("number", "list", "--register", "postgresql://desa:rahasia@127.0.0.1:1/surat")[1][
            "faults"
        ][0]
        assert (fault["code"], fault["file"]) == (
            "register-unreachable",
            "postgresql+psycopg://desa:***@127.0.0.1:1/surat",
        )

    @pytest.mark.parametrize(
        "line",
        [
            ("render", "--key", "k.pem", "--register", "surat.md"),
            ("batch", "--key", "k.pem", "-o", "hasil", "--register", "surat.md", "warga.csv"),
        ],
    )
    def test_a_letter_behind_the_option_is_not_taken_for_a_register(self, folder, say, line) -> None:
        code, answer = say(*line)
        assert (code, answer["faults"][0]["code"]) == (2, "cli-register-is-document")


class TestTampering:
    def test_a_sound_register_says_so_and_knows_its_old_head(self, sealed, say) -> None:
        head = say("log", "head")[1]["head"]
        say("number", "ship", "--nomor", "1", "--date", "2026-11-20", "--party", "C", "--summary", "R")
        assert say("log", "verify", "--head", head) == (0, {"ok": True, "faults": []})

    def test_a_changed_register_is_found(self, folder, sealed, say) -> None:
        import sqlite3

        with sqlite3.connect(folder / "register.db") as connection:
            connection.execute("UPDATE kopsurat_letter SET nomor = '1'")
        connection.close()
        code, answer = say("log", "verify")
        assert code == 1
        assert {fault["code"] for fault in answer["faults"]} == {"row-missing", "row-unlogged"}

    def test_a_head_that_was_copied_in_part_is_no_sign_of_tampering(self, sealed, say) -> None:
        code, answer = say("log", "verify", "--head", say("log", "head")[1]["head"][:-1])
        assert (code, answer["faults"][0]["code"]) == (2, "cli-head-malformed")

    def test_a_head_that_was_never_there_is_found(self, sealed, say) -> None:
        code, answer = say("log", "verify", "--head", "0" * 64)
        assert (code, answer["faults"][0]["code"]) == (1, "log-head-unknown")


class TestSiteAndRevocation:
    def test_the_whole_life_of_a_letter(self, folder, sealed, say) -> None:
        build = ("site", "build", "situs", "--key", sealed["key"])
        ask = ("verify", "surat.pdf", "--trust", "kunci/keys.json", "--lists", "situs/.well-known/kopsurat")
        assert say(*build)[0] == 0
        assert say(*ask)[1]["verdicts"][0]["verdict"] == "valid"
        assert say("revoke", sealed["seal"]["code"], "--reason", "corrected")[0] == 0
        code, answer = say(*build)
        assert code == 0
        assert any("revoked-" in name for name in answer["written"])
        assert say(*ask)[1]["verdicts"][0]["verdict"] == "revoked"

    @pytest.mark.parametrize("out", [".", "..", "kunci"])
    def test_the_site_is_not_built_around_the_keys(self, folder, sealed, say, out: str) -> None:
        before = sorted(folder.rglob("*"))
        code, answer = say("site", "build", out, "--key", sealed["key"])
        assert (code, answer["faults"][0]["code"]) == (1, "cli-site-beside-keys")
        assert sorted(folder.rglob("*")) == before

    def test_files_of_one_name_are_told_with_their_folders(self, folder, sealed, run) -> None:
        for name in ("a", "b"):
            (folder / "arsip" / name).mkdir(parents=True)
            shutil.copy(folder / "surat.pdf", folder / "arsip" / name)
        shutil.copy(folder / "surat.pdf", folder / "arsip" / "lain.pdf")
        shown = run("verify", "arsip", "--trust", "kunci/keys.json").out
        named = [line.split()[1] for line in shown.splitlines() if ".pdf" in line]
        assert named == [
            str(pathlib.Path("arsip", "a", "surat.pdf")),
            str(pathlib.Path("arsip", "b", "surat.pdf")),
            "lain.pdf",
        ]

    def test_the_folder_of_the_whole_site_is_as_good_as_that_of_its_lists(self, folder, sealed, say) -> None:
        assert say("site", "build", "situs", "--key", sealed["key"])[0] == 0
        code, answer = say("verify", "surat.pdf", "--trust", "kunci/keys.json", "--lists", "situs")
        assert (code, answer["verdicts"][0]["verdict"]) == (0, "valid")

    def test_a_village_publishes_on_the_portal_of_another(self, folder, sealed, say, monkeypatch) -> None:
        guest = folder / "tetangga"
        shutil.copytree(EXAMPLES / "sukamaju", guest)
        office = (guest / "desa.toml").read_text("utf-8").replace('nama = "Sukamaju"', 'nama = "Sukasari"')
        (guest / "desa.toml").write_text(office, "utf-8")
        monkeypatch.chdir(guest)
        assert say("key", "new")[0] == 0
        key = str(next((guest / "kunci").glob("*.pem")))
        assert say("render", "surat.md", "-o", "surat.pdf", "--key", key, "--register")[0] == 0
        assert say("site", "build", "situs", "--key", key)[0] == 0
        monkeypatch.chdir(folder)
        build = ("site", "build", "situs", "--key", sealed["key"], "--tenant", "tetangga/situs")
        assert say(*build)[0] == 0
        ask = ("verify", "tetangga/surat.pdf", "--trust", "situs/.well-known/kopsurat/keys.json")
        code, answer = say(*ask, "--lists", "situs/.well-known/kopsurat")
        verdict = answer["verdicts"][0]
        assert (code, verdict["verdict"], verdict["issuer"]["desa"]) == (0, "valid", "Desa Sukasari")

    def test_what_a_guest_hands_over_is_checked(self, folder, sealed, say) -> None:
        build = ("site", "build", "situs", "--key", sealed["key"])
        assert say(*build)[0] == 0
        guest = folder / "tetangga"
        shutil.copytree(folder / "situs" / ".well-known" / "kopsurat", guest)
        listed = next(guest.glob("issued-*.json"))
        genuine = listed.read_text("utf-8")
        listed.write_text(genuine.replace('"counter":1', '"counter":2'), "utf-8")
        code, answer = say(*build, "--tenant", "tetangga")
        assert (code, answer["faults"][0]["code"]) == (1, "cli-tenant-list-foreign")
        listed.write_text(genuine, "utf-8")
        office = (folder / "desa.toml").read_text("utf-8")
        (folder / "desa.toml").write_text(office.replace("sukamaju.desa.id", "lain.desa.id"), "utf-8")
        shutil.rmtree(folder / "kunci")
        assert say("key", "new")[0] == 0
        other = str(next((folder / "kunci").glob("*.pem")))
        code, answer = say("site", "build", "situs", "--key", other, "--tenant", "tetangga")
        assert (code, answer["faults"][0]["code"]) == (1, "cli-tenant-elsewhere")

    @pytest.mark.parametrize("name", ["code", "link", "nomor"])
    def test_a_letter_is_named_by_code_link_or_number(self, sealed, say, name: str) -> None:
        text = "005/001/DS-SM/XI/2026" if name == "nomor" else sealed["seal"][name]
        code, answer = say("revoke", text, "--reason", "withdrawn")
        assert (code, answer["seal_id"]) == (0, sealed["seal"]["id"])

    def test_an_unknown_letter_cannot_be_revoked(self, sealed, say) -> None:
        code, answer = say("revoke", "470/999/2026", "--reason", "withdrawn")
        assert (code, answer["faults"][0]["code"]) == (2, "cli-letter-not-found")

    def test_a_folder_without_a_site_is_not_served(self, folder, say) -> None:
        code, answer = say("site", "serve", ".")
        assert (code, answer["faults"][0]["code"]) == (1, "cli-site-missing")


def test_every_command_speaks_indonesian_and_english(capsys) -> None:
    commands = (["number"], ["number", "take"], ["revoke"], ["log", "verify"], ["site", "build"])
    for command in commands:
        texts = []
        for lang in ("id", "en"):
            assert run([*command, "--help", "--lang", lang]) == 0
            texts.append(capsys.readouterr().out)
        assert texts[0] != texts[1]
