"""What the command line says: help in two languages, any console, any terminal, stable JSON."""

from __future__ import annotations

import datetime as dt
import errno
import io
import itertools
import os
import pathlib
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kopsurat.cli.app import app
from kopsurat.cli.console import Console, printable
from kopsurat.cli.settings import Settings, settings_from
from kopsurat.cli.writing import write_all

Run = Callable[..., Any]


def all_commands(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield the path of every command and group."""
    yield path
    context = click.Context(group)
    for name in group.list_commands(context):
        found = group.get_command(context, name)
        if isinstance(found, click.Group):
            yield from all_commands(found, (*path, name))
        else:
            yield (*path, name)


COMMANDS = list(all_commands(app))


class TestHelp:
    @pytest.mark.parametrize(("path", "language"), list(itertools.product(COMMANDS, ["id", "en"])))
    def test_every_command_and_option_has_help_in_both_languages(
        self, run: Run, path: tuple[str, ...], language: str
    ) -> None:
        outcome = run(*path, "--help", "--lang", language)
        assert outcome.code == 0
        assert outcome.out.startswith({"id": "Pemakaian:", "en": "Usage:"}[language])
        assert "{" not in re.sub(r"\{(urut:03|bulan_romawi|tahun)\}", "", outcome.out)  # a nomor's pattern
        assert "…00" not in outcome.out

    def test_a_bare_call_shows_help(self, run: Run) -> None:
        assert run() == run("--help")

    def test_the_version_is_said(self, run: Run) -> None:
        assert run("--version").out.startswith("kopsurat ")

    def test_a_misspelt_command_is_answered_with_the_nearest(self, run: Run) -> None:
        outcome = run("rendr")
        assert outcome.code == 2
        assert "render" in outcome.err


class TestConsoles:
    @pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "cp437", "ascii", "latin-1"])
    def test_no_console_makes_it_crash(self, encoding: str) -> None:
        raw = io.BytesIO()
        stream = io.TextIOWrapper(raw, encoding=encoding, errors="strict", newline="\n")
        Console(Settings(), out=stream).say("✓ Telp: (0267) 555231 • Désa – “Sukamaju” ꦱ")
        text = raw.getvalue().decode(encoding)
        assert "Telp: (0267) 555231" in text
        assert "Sukamaju" in text

    def test_marks_become_ascii_where_they_cannot_be_printed(self) -> None:
        assert printable("✓ a • b … “c”", "ascii") == 'OK a * b ... "c"'

    @given(st.text(), st.sampled_from(["ascii", "cp1252", "utf-8", "nonsense", None]))
    def test_printable_text_is_always_printable(self, text: str, encoding: str | None) -> None:
        codec = encoding if encoding and encoding != "nonsense" else "ascii"
        printable(text, encoding).encode(codec)

    def test_a_pipe_gets_no_colour(self, run: Run, office: pathlib.Path) -> None:
        assert "\x1b" not in run("check").out

    def test_a_terminal_gets_a_table_and_colour(self) -> None:
        stream = io.StringIO()
        console = Console(Settings(has_color=True), out=stream)
        console.table(("a", "b"), [("1", "[red]2[/red]")])
        console.say("ya", color="good")
        assert "[red]2[/red]" in stream.getvalue()
        assert "\x1b[32mya\x1b[0m" in stream.getvalue()

    def test_a_narrow_terminal_breaks_numbers_and_cuts_nothing_off(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("COLUMNS", "40")
        stream = io.StringIO()
        row = ("1", "400.10/011/DS-SM/XI/2026", "2026-11-24", "Ketua RT 001", "Undangan Rapat")
        Console(Settings(has_color=True), out=stream).table(
            ("No.", "Nomor", "Tanggal", "Tujuan", "Isi"), [row]
        )
        lines = [line.split("|")[1:-1] for line in stream.getvalue().splitlines() if "+" not in line]
        shown = ["".join(cells).replace(" ", "") for cells in zip(*lines, strict=True)]
        assert "…" not in stream.getvalue()
        for column, cell in zip(shown, row, strict=True):
            assert column.endswith(cell.replace(" ", ""))

    @pytest.mark.parametrize(
        ("environment", "is_terminal", "has_color"),
        [({}, True, True), ({"NO_COLOR": "1"}, True, False), ({}, False, False)],
    )
    def test_colour_is_for_terminals_that_want_it(
        self, environment: dict[str, str], is_terminal: bool, has_color: bool
    ) -> None:
        settings = settings_from(["check"], environment, is_terminal=is_terminal)
        assert settings.has_color is has_color

    @pytest.mark.parametrize(
        ("arguments", "environment", "language"),
        [
            ([], {}, "id"),
            (["--lang", "en"], {}, "en"),
            (["check", "--lang=en"], {}, "en"),
            ([], {"KOPSURAT_LANG": "en"}, "en"),
            (["--lang", "id"], {"KOPSURAT_LANG": "en"}, "id"),
        ],
    )
    def test_the_language_is_taken_from_anywhere_on_the_line(
        self, arguments: list[str], environment: dict[str, str], language: str
    ) -> None:
        assert settings_from(arguments, environment, is_terminal=False).language == language


class TestStrangeNames:
    @pytest.mark.parametrize(
        ("line", "code", "fault"),
        [
            (["render", "surat\udcff.md"], 2, "cli-argument-unreadable"),
            (["verify", "surat\udcff.md"], 9, "cli-argument-unreadable"),
            (["number", "list", "--register", "x" * 300], 1, "cli-system-refuses"),
            (["apply", ""], 2, "cli-argument-empty"),
        ],
    )
    def test_are_told_and_not_tried(
        self, run: Run, office: pathlib.Path, line: list[str], code: int, fault: str
    ) -> None:
        outcome = run(*line, "--json")
        assert (outcome.code, [each["code"] for each in outcome.data["faults"]]) == (code, [fault])
        assert len(outcome.data["faults"][0]["message"]) < 200


class TestJson:
    def test_json_is_ascii_and_nothing_else_is_printed(self, run: Run, office: pathlib.Path) -> None:
        outcome = run("check", "--json")
        assert outcome.out.isascii()
        assert outcome.err == ""
        assert outcome.data["ok"] is True

    def test_a_fault_has_its_stable_keys(self, run: Run, office: pathlib.Path) -> None:
        outcome = run("render", "hilang.md", "--json")
        (fault,) = outcome.data["faults"]
        assert set(fault) == {"code", "file", "line", "key", "value", "suggestion", "message"}
        assert (fault["code"], outcome.code, outcome.err) == ("file-missing", 1, "")


class TestWriting:
    def test_a_set_is_whole_or_untouched(
        self, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        first, second = tmp_path / "a", tmp_path / "b"
        first.write_bytes(b"lama")
        replace = pathlib.Path.replace

        def stubborn(self: pathlib.Path, target: pathlib.Path) -> pathlib.Path:
            if pathlib.Path(target) == second:
                raise PermissionError(13, "in use")
            return replace(self, target)

        monkeypatch.setattr(pathlib.Path, "replace", stubborn)
        with pytest.raises(Exception, match="file-not-written"):
            write_all({first: b"baru", second: b"baru"})
        assert first.read_bytes() == b"lama"
        assert [path.name for path in tmp_path.iterdir()] == ["a"]

    def test_an_interruption_leaves_no_draft(
        self, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def interrupted(_descriptor: int) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr("kopsurat.cli.writing.os.fsync", interrupted)
        with pytest.raises(KeyboardInterrupt):
            write_all({tmp_path / "surat.pdf": b"isi"})
        assert list(tmp_path.iterdir()) == []

    def test_folders_made_for_files_that_could_not_be_written_are_taken_away(
        self, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fails(_descriptor: int) -> None:
            raise OSError(28, "full")

        (tmp_path / "ada").mkdir()
        monkeypatch.setattr("kopsurat.cli.writing.os.fsync", fails)
        with pytest.raises(Exception, match="disk-full"):
            write_all({tmp_path / "ada" / "baru" / "surat" / "a.pdf": b"isi"})
        assert [path.name for path in tmp_path.rglob("*")] == ["ada"]

    def test_what_killed_processes_left_is_taken_away_when_it_is_old(
        self, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for name in (".a.pdf.0123abcd.tmp", ".b.pdf.0123abcd.tmp", ".a.pdf.tmp", "a.pdf.0123abcd.tmp"):
            (tmp_path / name).write_bytes(b"lama")
        write_all({tmp_path / "a.pdf": b"isi"})
        assert len(list(tmp_path.iterdir())) == 5
        later = dt.datetime.now(dt.UTC) + dt.timedelta(hours=2)
        monkeypatch.setattr("kopsurat.cli.writing.now", lambda: later)
        write_all({tmp_path / "a.pdf": b"isi"})
        assert {path.name for path in tmp_path.iterdir()} == {
            "a.pdf",
            ".b.pdf.0123abcd.tmp",
            ".a.pdf.tmp",
            "a.pdf.0123abcd.tmp",
        }

    def test_the_only_copy_of_a_file_is_never_taken_away(
        self, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A disk without second names, and a process that is killed while the file has no name of its own."""
        surat = tmp_path / "surat.md"
        surat.write_bytes(b"asli")
        rename = pathlib.Path.replace

        def refused(*_: object) -> None:
            raise OSError(errno.EPERM, "no links")

        def killed(path: pathlib.Path, target: pathlib.Path) -> pathlib.Path:
            if path.name.endswith(".tmp"):
                raise SystemExit
            return rename(path, target)

        with monkeypatch.context() as patched:
            patched.setattr(pathlib.Path, "hardlink_to", refused)
            patched.setattr(pathlib.Path, "replace", killed)
            patched.setattr("kopsurat.cli.writing._restore", lambda *_: None)
            with pytest.raises(SystemExit):
                write_all({surat: b"baru"})
        monkeypatch.setattr(
            "kopsurat.cli.writing.now", lambda: dt.datetime.now(dt.UTC) + dt.timedelta(hours=2)
        )
        write_all({surat: b"lagi"})
        assert sorted(each.read_bytes() for each in tmp_path.iterdir()) == [b"asli", b"lagi"]

    def test_folders_are_made_and_no_drafts_remain(self, tmp_path: pathlib.Path) -> None:
        target = tmp_path / "é" / "b c" / "d.bin"
        write_all({target: b"isi"})
        assert list(target.parent.iterdir()) == [target]


class TestTheProcess:
    def test_a_narrow_locale_and_a_broken_letter_still_give_a_sentence(self, office: pathlib.Path) -> None:
        environment = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0"}
        (office / "surat.md").write_bytes("+++\nhal: “Undangan”\n+++\n".encode())
        done = subprocess.run(
            [sys.executable, "-m", "kopsurat", "render", "surat.md"],
            capture_output=True,
            cwd=office,
            env=environment,
            check=False,
        )
        assert done.returncode == 1
        assert b"surat.md, baris 2" in done.stderr
        assert b"Traceback" not in done.stderr

    @pytest.mark.skipif(not pathlib.Path("/dev/full").exists(), reason="needs a disk that is always full")
    @pytest.mark.parametrize(
        "line", [["templates", "list"], ["templates", "list", "--json"], ["hantu", "--json"]]
    )
    def test_an_answer_that_finds_no_room_is_a_sentence(self, line: list[str]) -> None:
        with pathlib.Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                [sys.executable, "-m", "kopsurat", *line], stdout=full, stderr=subprocess.PIPE, check=False
            )
        assert done.returncode == 1
        assert done.stderr.decode().startswith("✗ Jawaban perintah ini tidak dapat ditulis")
        assert done.stderr.count(b"\n") == 1

    @pytest.mark.skipif(sys.platform == "win32", reason="pipes close otherwise")
    def test_a_reader_that_has_enough_is_no_fault_to_tell(self) -> None:
        line = [sys.executable, "-m", "kopsurat", "templates", "list"]
        reading, writing = os.pipe()
        os.close(reading)
        done = subprocess.run(line, stdout=writing, stderr=subprocess.PIPE, check=False)
        os.close(writing)
        assert (done.returncode, done.stderr) == (1, b"")
