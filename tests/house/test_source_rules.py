"""Rules of the house that no linter knows: a core without clock and files, modules of a size, clean files."""

from __future__ import annotations

import ast
import pathlib
import re
import subprocess
import zipfile

import pytest

import kopsurat

PACKAGE = pathlib.Path(kopsurat.__file__).parent
ROOT = PACKAGE.parent
CORE = [
    "contacts",
    "content",
    "dates.py",
    "errors.py",
    "fonts",
    "layout",
    "letter",
    "letterhead.py",
    "messages",
    "nomor",
    "office",
    "qr",
    "seal",
    "shapes.py",
]
OPENERS = {"content/templates/files.py", "office/mapping.py", "seal/trust.py", "fonts"}
"""Where the core opens files: letter types, a crest named in a mapping, a trust file, bundled fonts."""


def core_files() -> list[pathlib.Path]:
    """Return the source files of the pure core."""
    found: list[pathlib.Path] = []
    for name in CORE:
        path = PACKAGE / name
        found += sorted(path.rglob("*.py")) if path.is_dir() else [path] if path.exists() else []
    return found


def tracked_files() -> list[pathlib.Path]:
    """Return the files under version control, or all that would be."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        return [path for path in ROOT.rglob("*") if path.is_file() and ".venv" not in path.parts]
    return [ROOT / name for name in listed.stdout.decode().split("\0") if name and (ROOT / name).is_file()]


def calls(tree: ast.AST) -> list[str]:
    """Return the called names with what they are called on: ``datetime.now``, ``open``."""
    return [ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)]


@pytest.mark.parametrize("path", core_files(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_the_core_reads_no_clock_and_no_environment(path: pathlib.Path) -> None:
    found = calls(ast.parse(path.read_text(encoding="utf-8")))
    clock = [name for name in found if re.search(r"(^|\.)(now|utcnow|today|time_ns|getenv|urandom)$", name)]
    assert clock == []


@pytest.mark.parametrize("path", core_files(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_the_core_opens_no_file_but_where_it_says_so(path: pathlib.Path) -> None:
    place = path.relative_to(PACKAGE).as_posix()
    if any(place.startswith(opener) for opener in OPENERS):
        return
    found = calls(ast.parse(path.read_text(encoding="utf-8")))
    assert [name for name in found if name == "open" or name.endswith((".read_bytes", ".write_bytes"))] == []


def test_no_module_is_much_longer_than_four_hundred_lines() -> None:
    most = 420
    long = {
        path.relative_to(PACKAGE).as_posix(): lines
        for path in PACKAGE.rglob("*.py")
        if (lines := path.read_text(encoding="utf-8").count("\n")) > most and "catalog" not in path.parts
    }
    assert long == {}


def test_no_file_names_a_path_of_the_machine_it_was_written_on() -> None:
    # built from parts, so that this file is not its own finding
    pattern = re.compile("|".join(("/" + "work/", "/" + "opt/kv", "/" + "home/[a-z]", "/" + "root/")))
    found = {}
    for path in tracked_files():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        if match := pattern.search(text):
            found[path.relative_to(ROOT).as_posix()] = match.group()
    assert found == {}


def test_the_constraints_are_pins_without_addresses() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert len(pins) > 30
    for line in pins:
        assert re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.+!]+( ; .+)?", line), line


def test_test_files_have_names_of_their_own() -> None:
    names = [path.name for path in (ROOT / "tests").rglob("test_*.py")]
    assert sorted(names) == sorted(set(names))


@pytest.mark.slow
def test_the_wheel_carries_fonts_types_profiles_and_licences(tmp_path: pathlib.Path) -> None:
    build = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
    import sys

    subprocess.run([sys.executable, "-c", build, str(tmp_path)], cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    for wanted in (
        "kopsurat/py.typed",
        "kopsurat/_fonts/Arimo-Regular.ttf",
        "kopsurat/_fonts/SHA256SUMS",
        "kopsurat/_fonts/core/Arimo-Regular.ttf.zlib",
        "kopsurat/cli/starter/desa.toml",
        "kopsurat/content/templates/types/undangan.md",
    ):
        assert wanted in names
    assert any(name.startswith("kopsurat/layout/profiles/") for name in names)
    assert any("licences" in name for name in names)
    tools = [name for name in names if name.startswith("kopsurat/_fonts/") and name.endswith(".py")]
    assert tools == []
    assert not any(name.startswith(("tests/", "docs/", "out/")) for name in names)
