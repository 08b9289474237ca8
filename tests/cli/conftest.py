"""A village office's folder, and the command line run inside this process."""

from __future__ import annotations

import json
import pathlib
import shutil
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

EXAMPLES = pathlib.Path(__file__).resolve().parents[2] / "examples"
PASSPHRASE = "empat kata yang panjang"  # noqa: S105 - of keys that live for one test


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> pathlib.Path:
    """Give the user a home of its own, without trust lists kept from elsewhere."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("KOPSURAT_HOME", str(folder))
    return folder


class Outcome(NamedTuple):
    """What a command did."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> dict[str, Any]:
        """The JSON object it printed."""
        parsed: dict[str, Any] = json.loads(self.out)
        return parsed


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Outcome]:
    """Return a function that runs a command line."""
    from kopsurat.cli.app import run as run_line

    def call(*arguments: object) -> Outcome:
        code = run_line([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return Outcome(code, out, err)

    return call


@pytest.fixture
def say(run: Callable[..., Outcome]) -> Callable[..., tuple[int, dict[str, Any]]]:
    """Return a function that runs a command line and gives its exit code and the JSON it printed."""

    def call(*arguments: object) -> tuple[int, dict[str, Any]]:
        outcome = run(*arguments, "--json")
        return outcome.code, outcome.data

    return call


@pytest.fixture
def office(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> pathlib.Path:
    """Return the folder of an office with a letter, in a path with a space and letters beyond ASCII."""
    folder = tmp_path / "Désa Sukamaju"
    shutil.copytree(EXAMPLES / "sukamaju", folder)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("KOPSURAT_PASSPHRASE", PASSPHRASE)
    monkeypatch.delenv("KOPSURAT_LANG", raising=False)
    return folder


@pytest.fixture
def key(office: pathlib.Path, run: Callable[..., Outcome]) -> pathlib.Path:
    """Return a new signing key of the office."""
    outcome = run("key", "new", "--since", "2026-01-01", "--json")
    assert outcome.code == 0, outcome
    return office / outcome.data["private"]
