"""The letters of a table and the register: all of them in both, or none, whatever fails in between."""

from __future__ import annotations

import os
import pathlib
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from typing import Any, ClassVar

import pytest

from kopsurat.register import Register

Say = Callable[..., tuple[int, dict[str, Any]]]

TABLE = """nomor;kepada;perihal
005/001/DS-SM/XI/2026;Ketua RT 001;Undangan Rapat
005/002/DS-SM/XI/2026;Ketua RT 002;Undangan Rapat
005/003/DS-SM/XI/2026;Ketua RT 003;Undangan Rapat
"""
NAMES = [f"{number:04}-005-{number:03}-DS-SM-XI-2026.pdf" for number in (1, 2, 3)]
FORMER = b"yang lama"


@pytest.fixture
def line(office: pathlib.Path, key: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the command line of a batch of three, of which one file of an earlier day is there."""
    monkeypatch.delenv("KOPSURAT_REGISTER", raising=False)
    (office / "warga.csv").write_text(TABLE, encoding="utf-8")
    (office / "hasil").mkdir()
    (office / "hasil" / NAMES[1]).write_bytes(FORMER)
    return ["batch", "surat.md", "warga.csv", "-o", "hasil", "--jobs", "1", "--key", str(key), "--register"]


def entered(office: pathlib.Path) -> list[str]:
    """Return the nomor of the letters in the register, which must be sound."""
    with Register(office / "register.db") as register:
        assert register.faults() == ()
        return [entry.record.nomor for entry in register.entries("keluar", 2026)]


def files(office: pathlib.Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (office / "hasil").iterdir()}


def is_as_before(office: pathlib.Path) -> bool:
    """Tell whether there is nothing but what was there: one file, no letter in the register."""
    return files(office) == {NAMES[1]: FORMER} and entered(office) == []


def is_done(office: pathlib.Path) -> bool:
    """Tell whether all letters are files and all are in the register, once each."""
    made = files(office)
    whole = [name for name in NAMES if made[name].startswith(b"%PDF") and made[name].endswith(b"%%EOF\n")]
    return whole == NAMES and entered(office) == [f"005/{number:03}/DS-SM/XI/2026" for number in (1, 2, 3)]


class TestEntering:
    def test_every_letter_stands_in_the_agenda_in_the_order_of_the_table(
        self, say: Say, office: pathlib.Path, line: list[str]
    ) -> None:
        code, answer = say(*line)
        assert (code, answer["agenda"]) == (0, [1, 2, 3])
        assert is_done(office)
        assert sorted(files(office)) == NAMES

    def test_a_letter_of_a_table_can_be_revoked(
        self, say: Say, office: pathlib.Path, key: pathlib.Path, line: list[str]
    ) -> None:
        assert say(*line)[0] == 0
        assert say("revoke", "005/002/DS-SM/XI/2026", "--reason", "withdrawn")[0] == 0
        assert say("site", "build", "situs", "--key", key)[0] == 0
        _, answer = say("verify", "hasil", "--trust", key.with_suffix(".pub"), "--lists", "situs")
        verdicts = {each["claims"]["nomor"]: each["verdict"] for each in answer["verdicts"]}
        assert verdicts == {
            "005/001/DS-SM/XI/2026": "valid",
            "005/002/DS-SM/XI/2026": "revoked",
            "005/003/DS-SM/XI/2026": "valid",
        }

    def test_the_same_table_again_is_a_reprint(self, say: Say, office: pathlib.Path, line: list[str]) -> None:
        first = say(*line)
        before = files(office)
        assert say(*line) == first
        assert files(office) == before
        assert is_done(office)

    def test_a_revoked_letter_that_is_printed_again_is_remarked(
        self, say: Say, key: pathlib.Path, line: list[str]
    ) -> None:
        assert say(*line)[1]["remarks"] == []
        assert say("revoke", "005/002/DS-SM/XI/2026", "--reason", "withdrawn")[0] == 0
        row = ("--set", "nomor=005/002/DS-SM/XI/2026", "--set", "kepada=Ketua RT 002")
        letter = ("render", "surat.md", *row, "--set", "perihal=Undangan Rapat", "-o", "x.pdf", "--key", key)
        for code, answer in (say(*line), say(*letter, "--register")):
            remarks = [(each["code"], each["value"]) for each in answer["remarks"]]
            assert (code, remarks) == (0, [("cli-reprint-revoked", "005/002/DS-SM/XI/2026")])

    def test_people_are_told_the_numbers_of_the_agenda(
        self, run: Callable[..., Any], line: list[str]
    ) -> None:
        assert "3 surat tercatat di agenda surat keluar, nomor urut 1 sampai 3." in run(*line).out

    def test_letters_without_a_seal_are_not_entered(
        self, say: Say, office: pathlib.Path, line: list[str]
    ) -> None:
        at = line.index("--key")
        code, answer = say(*line[:at], *line[at + 2 :])
        assert (code, answer["faults"][0]["code"]) == (2, "cli-register-needs-seal")
        assert files(office) == {NAMES[1]: FORMER}

    def test_without_the_option_there_is_no_register(
        self, say: Say, office: pathlib.Path, line: list[str]
    ) -> None:
        code, answer = say(*line[:-1])
        assert (code, answer["agenda"]) == (0, None)
        assert not (office / "register.db").exists()


class TestNumbersThatAreTaken:
    PLACES: ClassVar = [("nomor-taken", 2, "nomor"), ("nomor-taken", 4, "nomor")]

    @pytest.fixture(autouse=True)
    def taken(self, say: Say, office: pathlib.Path, key: pathlib.Path, line: list[str]) -> None:
        """Enter other letters under the first and the last number of the table, as somebody did before."""
        for number in ("001", "003"):
            nomor = f"nomor=005/{number}/DS-SM/XI/2026"
            code, _ = say("render", "surat.md", "--set", nomor, "-o", "lain.pdf", "--key", key, "--register")
            assert code == 0

    def test_all_are_told_with_their_rows_before_a_letter_is_drawn(
        self, say: Say, office: pathlib.Path, line: list[str]
    ) -> None:
        # A letter that cannot be drawn is not even reached.
        (office / "warga.csv").write_text(TABLE.replace("RT 002", "\u6f22"), encoding="utf-8")
        code, answer = say(*line)
        assert (code, [(each["code"], each["line"], each["key"]) for each in answer["faults"]]) == (
            1,
            self.PLACES,
        )
        assert files(office) == {NAMES[1]: FORMER}

    def test_all_are_told_when_they_are_taken_while_the_letters_are_drawn(
        self, say: Say, office: pathlib.Path, line: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("kopsurat.cli.batch.clashes", lambda *_: iter(()))  # nothing yet, when it looked
        code, answer = say(*line)
        assert (code, [(each["code"], each["line"], each["key"]) for each in answer["faults"]]) == (
            1,
            self.PLACES,
        )
        assert files(office) == {NAMES[1]: FORMER}
        assert len(entered(office)) == 2


class TestFaultsOfTheDisk:
    """Everything is drawn and nothing is in its place when the fault comes."""

    def after_the_last_draft(self, monkeypatch: pytest.MonkeyPatch, happens: Callable[[], object]) -> None:
        from kopsurat.cli import writing

        draft = writing._draft

        def drafted(path: pathlib.Path, data: bytes, mode: int) -> pathlib.Path:
            made = draft(path, data, mode)
            if path.name == NAMES[-1]:
                happens()
            return made

        monkeypatch.setattr(writing, "_draft", drafted)

    def test_a_database_that_another_program_holds_leaves_none(
        self, say: Say, office: pathlib.Path, line: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("kopsurat.register.database._BUSY_SECONDS", 0)
        other: list[sqlite3.Connection] = []

        def hold() -> None:
            other.append(sqlite3.connect(office / "register.db", isolation_level=None))
            other[0].execute("BEGIN IMMEDIATE")

        self.after_the_last_draft(monkeypatch, hold)
        code, answer = say(*line)
        other[0].close()
        assert (code, [each["code"] for each in answer["faults"]]) == (1, ["register-busy"])
        assert is_as_before(office)

    @pytest.mark.skipif(sys.platform == "win32", reason="needs limits of the size of files")
    def test_a_database_that_cannot_grow_leaves_none(
        self, say: Say, office: pathlib.Path, line: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        self.after_the_last_draft(
            monkeypatch, lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
        )
        try:
            code, answer = say(*line)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        assert (code, [each["code"] for each in answer["faults"]]) == (1, ["register-unreachable"])
        assert is_as_before(office)

    def test_a_folder_in_the_place_of_a_file_leaves_none(
        self, say: Say, office: pathlib.Path, line: list[str]
    ) -> None:
        (office / "hasil" / NAMES[2]).mkdir()
        code, answer = say(*line)
        assert (code, [each["code"] for each in answer["faults"]]) == (1, ["folder-in-the-way"])
        assert sorted(path.name for path in (office / "hasil").iterdir()) == NAMES[1:]
        assert (office / "hasil" / NAMES[2]).is_dir()
        assert entered(office) == []

    def test_a_file_that_is_held_open_at_last_says_that_the_letters_are_entered(
        self, say: Say, office: pathlib.Path, line: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        replace = pathlib.Path.replace

        def held(path: pathlib.Path, target: pathlib.Path) -> pathlib.Path:
            if target.name == NAMES[2]:
                raise PermissionError(13, "held open")
            return replace(path, target)

        with monkeypatch.context() as patched:
            patched.setattr(pathlib.Path, "replace", held)
            code, answer = say(*line)
        assert (code, [each["code"] for each in answer["faults"]]) == (1, ["cli-registered-unwritten"])
        assert files(office) == {NAMES[1]: FORMER}
        assert len(entered(office)) == 3
        assert say(*line)[1]["agenda"] == [1, 2, 3]
        assert is_done(office)


KILLED = """
import os, pathlib, signal, sys
from kopsurat.cli import writing
from kopsurat.register import agenda

def kill(*_):
    os.kill(os.getpid(), signal.SIGKILL)

def kills_at(owner, name, count):
    original = getattr(owner, name)
    def counted(*arguments, **more):
        nonlocal count
        count -= 1
        return kill() if count == 0 else original(*arguments, **more)
    setattr(owner, name, counted)

{patch}
from kopsurat.cli.app import run
sys.exit(run(sys.argv[1:]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
class TestKilledProcesses:
    """The same command again makes it whole, whenever the computer failed."""

    @pytest.fixture
    def kill(self, line: list[str]) -> Callable[[str], None]:
        """Return a function that runs the batch with a process that ends itself at a place."""

        def call(patch: str) -> None:
            done = subprocess.run(
                [sys.executable, "-c", KILLED.format(patch=patch), *line],
                capture_output=True,
                check=False,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
                timeout=120,
            )
            assert done.returncode == -signal.SIGKILL, done.stderr

        return call

    @pytest.mark.parametrize(
        ("patch", "count"),
        [
            ("kills_at(writing, '_draft', 3)", 0),
            ("kills_at(agenda, 'add_all', 1)", 0),
            ("kills_at(agenda, 'add', 3)", 0),
            ("kills_at(writing, '_put_in_place', 1)", 3),
            ("kills_at(writing, '_kept_aside', 1)", 3),
        ],
        ids=["drawing", "drawn", "entering", "entered", "renaming"],
    )
    def test_the_register_holds_all_or_none_and_the_same_command_makes_the_rest(
        self, run: Callable[..., Any], line: list[str], kill: Callable[[str], None], patch: str, count: int
    ) -> None:
        office = pathlib.Path()
        kill(patch)
        assert len(entered(office)) == count
        assert files(office)[NAMES[1]] == FORMER
        assert run(*line).code == 0
        assert is_done(office)

    def test_a_file_has_its_old_or_its_new_content_between_two_steps_of_renaming(
        self, office: pathlib.Path, kill: Callable[[str], None]
    ) -> None:
        patch = f"""
replace = pathlib.Path.replace
def dies(path, target):
    if target.name == {NAMES[1]!r} and path != target:
        kill()
    return replace(path, target)
pathlib.Path.replace = dies
"""
        kill(patch)
        assert files(office)[NAMES[1]] == FORMER
