"""Trust lists from the command line: a regency builds one, a bank keeps it and verifies without a network."""

from __future__ import annotations

import json
import pathlib
import shutil

import pytest

from kopsurat.cli.app import run

EXAMPLES = pathlib.Path(__file__).parents[2] / "examples"


@pytest.fixture
def folder(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> pathlib.Path:
    """A folder with a village that has a key, and a regency that has one too."""
    shutil.copytree(EXAMPLES / "sukamaju", tmp_path / "desa")
    monkeypatch.setenv("KOPSURAT_PASSPHRASE", "rahasia-desa")
    monkeypatch.setenv("KOPSURAT_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path / "desa")
    assert run(["key", "new", "--json"]) == 0
    monkeypatch.chdir(tmp_path)
    assert run(["trust", "key", "kab.pem", "--json"]) == 0
    return tmp_path


def build(say, out: str = "kab.trust", *, key: str = "kab.pem", publisher: str = "Kabupaten Sukamulya"):
    return say(
        "trust", "build", out, "desa/kunci", "--publisher", publisher, "--expires", "2099-12-31", "--key", key
    )


def test_a_bank_with_the_regencys_list_knows_the_issuer_without_a_network(folder, say) -> None:
    assert build(say)[0] == 0
    assert say("trust", "pin", "kab.trust")[0] == 0
    key = str(next((folder / "desa" / "kunci").glob("*.pem")))
    assert say("render", "desa/surat.md", "-o", "surat.pdf", "--key", key)[0] == 0
    code, answer = say("verify", "surat.pdf")
    (verdict,) = answer["verdicts"]
    assert (code, verdict["verdict"], verdict["intact"]) == (2, "status-unchecked", "yes")
    assert verdict["issuer"]["known_by"] == "trust-list"
    assert verdict["issuer"]["publisher"] == "Kabupaten Sukamulya"


def test_without_a_list_the_same_letter_has_an_unknown_key(folder, say) -> None:
    key = str(next((folder / "desa" / "kunci").glob("*.pem")))
    say("render", "desa/surat.md", "-o", "surat.pdf", "--key", key)
    assert say("verify", "surat.pdf")[1]["verdicts"][0]["verdict"] == "unknown-key"


@pytest.mark.parametrize("name", ["lain.pub", "kab2.pem"])
def test_a_key_of_a_publisher_takes_the_place_of_no_file(folder, say, name: str) -> None:
    shutil.copy(folder / "kab.pub", folder / "kab2.pub")
    before = (folder / "kab2.pub").read_bytes()
    code, answer = say("trust", "key", name)
    assert (code, answer["faults"][0]["code"]) == (
        (2, "cli-format-unknown") if name == "lain.pub" else (1, "cli-file-exists")
    )
    assert (folder / "kab2.pub").read_bytes() == before
    assert not (folder / name).exists()


def test_a_list_that_cannot_be_kept_leaves_the_one_that_was(folder, say, monkeypatch) -> None:
    build(say)
    assert say("trust", "pin", "kab.trust")[0] == 0
    assert say("trust", "key", "baru.pem")[0] == 0
    assert build(say, "baru.trust", key="baru.pem")[0] == 0

    def fails(_descriptor: int) -> None:
        raise OSError(28, "full")

    with monkeypatch.context() as patched:
        patched.setattr("kopsurat.cli.writing.os.fsync", fails)
        assert say("trust", "pin", "baru.trust", "--replace")[0] == 1
    assert [path.read_bytes() for path in (folder / "home" / "trust").iterdir()] == [
        (folder / "kab.trust").read_bytes()
    ]
    assert say("trust", "pin", "baru.trust", "--replace")[0] == 0
    assert len(list((folder / "home" / "trust").iterdir())) == 1


def test_a_file_that_is_no_list_is_named(folder, say) -> None:
    (fault,) = say("trust", "pin", "desa/desa.toml")[1]["faults"]
    assert (fault["code"], fault["file"]) == ("trust-list-malformed", "desa/desa.toml")


def test_a_list_that_is_over_is_not_built(folder, say) -> None:
    line = ("trust", "build", "kab.trust", "desa/kunci", "--publisher", "Kab", "--key", "kab.pem")
    code, answer = say(*line, "--expires", "2020-12-31")
    assert (code, [(each["code"], each["key"]) for each in answer["faults"]]) == (
        2,
        [("cli-trust-expired", "--expires")],
    )
    assert not (folder / "kab.trust").exists()


def test_each_edition_counts_on_and_an_older_one_is_refused(folder, say) -> None:
    build(say)
    shutil.copy(folder / "kab.trust", folder / "lama.trust")
    assert build(say)[1]["counter"] == 2
    assert say("trust", "pin", "kab.trust")[0] == 0
    code, answer = say("trust", "pin", "lama.trust")
    assert (code, answer["faults"][0]["code"]) == (1, "cli-trust-older")


def test_another_key_of_the_same_publisher_needs_a_word(folder, say) -> None:
    build(say)
    say("trust", "pin", "kab.trust")
    say("trust", "key", "palsu.pem")
    build(say, "palsu.trust", key="palsu.pem")
    code, answer = say("trust", "pin", "palsu.trust")
    assert (code, answer["faults"][0]["code"]) == (1, "cli-trust-other-signer")
    assert say("trust", "pin", "palsu.trust", "--replace")[0] == 0
    assert len(list((folder / "home" / "trust").iterdir())) == 1


def test_a_list_shows_its_offices_and_can_be_forgotten(folder, say) -> None:
    build(say)
    _, shown = say("trust", "show", "kab.trust")
    assert [office["host"] for office in shown["offices"]] == ["sukamaju.desa.id"]
    assert shown["expires"] == "2099-12-31"
    say("trust", "pin", "kab.trust")
    assert say("trust", "unpin", shown["signer"])[0] == 0
    assert say("trust", "unpin", shown["signer"])[0] == 1


def test_key_lists_that_cannot_be_believed_are_all_told_at_once(folder, say) -> None:
    listing = json.loads((folder / "desa" / "kunci" / "keys.json").read_text("utf-8"))
    for number, spoil in enumerate(({"host": "lain.desa.id"}, {"counter": 99})):
        changed = {**listing, "payload": {**listing["payload"], **spoil}}
        (folder / f"{number}.json").write_text(json.dumps(changed), "utf-8")
    shutil.copy(folder / "desa" / "kunci" / "keys.json", folder / "sama.json")
    sources = ("desa/kunci", "sama.json", "0.json", "1.json", "tidak-ada.json")
    code, answer = say(
        "trust",
        "build",
        "x.trust",
        *sources,
        "--publisher",
        "K",
        "--expires",
        "2099-12-31",
        "--key",
        "kab.pem",
    )
    codes = [fault["code"] for fault in answer["faults"]]
    assert code == 1
    assert codes == ["cli-trust-host-twice", "list-bad-signature", "list-bad-signature", "file-missing"]
    assert not (folder / "x.trust").exists()


def test_a_key_is_never_overwritten(folder, say) -> None:
    before = (folder / "kab.pem").read_bytes()
    code, answer = say("trust", "key", "kab.pem")
    assert (code, answer["faults"][0]["code"]) == (1, "cli-file-exists")
    assert (folder / "kab.pem").read_bytes() == before
