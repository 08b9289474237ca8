"""README, documentation and examples are run: what they say is what happens."""

from __future__ import annotations

import pathlib
import re
import subprocess
import sys

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", ROOT / "README.id.md", *sorted((ROOT / "docs").rglob("*.md"))]
PAGES = [page for page in PAGES if "_build" not in page.parts and "changes" not in page.parts]
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def with_python(pages: list[pathlib.Path]) -> list[pathlib.Path]:
    """Return the pages that hold Python."""
    return [page for page in pages if BLOCK.search(page.read_text(encoding="utf-8"))]


@pytest.mark.filterwarnings("ignore:Implicitly cleaning up:ResourceWarning")
@pytest.mark.parametrize("page", with_python(PAGES), ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_python_block_of_a_page_runs_in_order(
    page: pathlib.Path, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sybil import Sybil
    from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser

    (tmp_path / "examples").symlink_to(ROOT / "examples", target_is_directory=True)
    monkeypatch.chdir(tmp_path)
    document = Sybil(parsers=[PythonCodeBlockParser(), SkipParser()]).parse(page)
    ran = 0
    for example in document.examples():
        example.evaluate()
        ran += 1
    assert ran


def links(page: pathlib.Path) -> list[str]:
    """Return the relative links of a page."""
    found = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    return [link for link in found if "://" not in link and not link.startswith("mailto:")]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_relative_links_lead_somewhere(page: pathlib.Path) -> None:
    assert [link for link in links(page) if not (page.parent / link).exists()] == []


def test_both_readmes_show_the_same_commands() -> None:
    def commands(name: str) -> list[str]:
        text = (ROOT / name).read_text(encoding="utf-8")
        return re.findall(r"^```(?:console|sh)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)

    assert commands("README.md") == commands("README.id.md")


def test_the_example_letters_are_issued_and_verified(tmp_path: pathlib.Path) -> None:
    import shutil

    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    done = subprocess.run(
        [sys.executable, tmp_path / "examples" / "issue.py"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("valid") == 6


def test_the_embedding_example_writes_both_formats(tmp_path: pathlib.Path) -> None:
    import shutil

    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    program = tmp_path / "examples" / "embed" / "letterhead.py"
    subprocess.run([sys.executable, program], capture_output=True, check=True)
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"kop.pdf", "kop.docx"}


def test_the_reference_of_the_commands_is_what_they_say_themselves() -> None:
    import importlib.util

    path = ROOT / "docs" / "tools" / "cli_reference.py"
    spec = importlib.util.spec_from_file_location("cli_reference", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    written = (ROOT / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")
    assert written == module.reference(), f"run python {path.relative_to(ROOT)}"
