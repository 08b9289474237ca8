"""``kopsurat kit``: the folder it writes, what it says, its exit codes."""

from __future__ import annotations

import json
import pathlib
from collections.abc import Callable
from typing import Any

import pytest


def test_a_kit_is_written_and_agrees(office: pathlib.Path, run: Callable[..., Any]) -> None:
    made = run("kit", "-o", "kit", "--json")
    assert made.code == 0
    assert made.data["ok"] is True
    assert made.data["omitted"] == []
    assert sorted(path.name for path in (office / "kit").iterdir()) == made.data["files"]
    checked = run("kit", "--check", "kit", "--json")
    assert (checked.code, checked.data["ok"], checked.data["drift"]) == (0, True, [])


def test_some_kinds_are_enough(office: pathlib.Path, run: Callable[..., Any]) -> None:
    assert run("kit", "web", "papan", "--board-width", "1,5m").code == 0
    assert {path.name for path in (office / "kit").iterdir()} == {
        "kontak-web.html", "papan-nama.pdf", "papan-nama.svg", "kit.json",
    }  # fmt: skip
    assert 'width="1500' in (office / "kit/papan-nama.svg").read_text(encoding="utf-8")


def test_a_second_run_keeps_the_record_of_the_first(office: pathlib.Path, run: Callable[..., Any]) -> None:
    run("kit", "web")
    run("kit", "papan")
    record = json.loads((office / "kit/kit.json").read_text(encoding="utf-8"))
    assert set(record["files"]) == {"kontak-web.html", "papan-nama.pdf", "papan-nama.svg"}


def test_a_changed_number_is_said_with_the_files_and_exit_code_1(
    office: pathlib.Path, run: Callable[..., Any]
) -> None:
    run("kit", "web", "papan")
    record = office / "desa.toml"
    record.write_text(record.read_text(encoding="utf-8").replace("555231", "555999"), encoding="utf-8")
    found = run("kit", "--check", "kit")
    assert found.code == 1
    assert "Telepon tercetak “Telp: (0267) 555231 / 0812-0000-0231 (WA)”" in found.out
    assert "papan-nama.pdf, papan-nama.svg" in found.out
    data = run("kit", "--check", "kit", "--json", "--lang", "en").data
    assert data["ok"] is False
    (row,) = [row for row in data["drift"] if row["file"] == "papan-nama.svg"]
    assert (row["code"], row["fact"]) == ("kit-drift-fact", "phones")
    assert row["expected"] == "Telp: (0267) 555999 / 0812-0000-0231 (WA)"
    assert row["message"].startswith("Telephone was printed as")


@pytest.mark.parametrize(
    ("arguments", "code", "fault"),
    [
        (("kit", "spanduk"), 1, "kit-kind-unknown"),
        (("kit", "papan", "--board-width", "lebar"), 2, "cli-length-unreadable"),
        (("kit", "papan", "--board-width", "10cm"), 1, "board-width"),
        (("kit", "papan", "--board-width", "6m"), 1, "board-width"),
        (("kit", "web", "--check", "kit"), 2, "cli-kit-check-alone"),
        (("kit", "--check", "kit"), 1, "file-missing"),
        (("kit", "--office", "tidak-ada.toml"), 1, "file-missing"),
    ],
)
def test_every_mistake_has_its_code_and_writes_nothing(
    office: pathlib.Path, run: Callable[..., Any], arguments: tuple[str, ...], code: int, fault: str
) -> None:
    outcome = run(*arguments, "--json")
    assert outcome.code == code
    assert [each["code"] for each in outcome.data["faults"]] == [fault]
    assert not (office / "kit").exists()


def test_a_damaged_record_is_told_of(office: pathlib.Path, run: Callable[..., Any]) -> None:
    (office / "kit").mkdir()
    (office / "kit/kit.json").write_bytes(b"{}")
    for arguments in (("--check", "kit"), ("web",)):
        outcome = run("kit", *arguments, "--json")
        assert outcome.code == 1
        assert outcome.data["faults"][0]["code"] == "kit-record-damaged"


def test_what_is_left_out_is_said_with_the_reason(office: pathlib.Path, run: Callable[..., Any]) -> None:
    record = office / "desa.toml"
    text = record.read_text(encoding="utf-8")
    record.write_text(
        text.replace("[verifikasi]", "").replace('situs = "sukamaju.desa.id"', ""), encoding="utf-8"
    )
    outcome = run("kit", "poster")
    assert outcome.code == 0
    said = outcome.out.splitlines()
    at = next(at for at, line in enumerate(said) if "Kantor ini belum punya situs verifikasi" in line)
    assert said[at + 1].strip() == "poster-periksa-surat-a4.pdf, poster-periksa-surat-a3.pdf"


def test_one_reason_is_given_once_where_nothing_can_be_made(
    office: pathlib.Path, run: Callable[..., Any]
) -> None:
    record = office / "desa.toml"
    long = "Kepulauan " + "Siau Tagulandang Biaro " * 3
    record.write_text(record.read_text(encoding="utf-8").replace("Sukamulya", long.strip()), encoding="utf-8")
    outcome = run("kit", "stempel", "--json")
    assert outcome.code == 1
    assert [fault["code"] for fault in outcome.data["faults"]] == ["stamp-ring-too-long"]
    assert run("kit").code == 0
