"""Microsoft's own validator finds no fault in any letter, letterhead or foreign document with our letterhead.

``pip install -e ".[sdk]"``, then ``pytest -m slow tests/docx/test_open_xml_sdk.py``. ``KOPSURAT_SDK_PYTHON``
names another Python that has these packages.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest
import sample_documents as samples
from open_xml_sdk import FORMATS, is_installed

from kopsurat import compose, read_letter, read_office, render
from kopsurat.content.templates import all_templates
from kopsurat.content.templates.examples import example_letter
from kopsurat.integrations.docx import add_letterhead

pytestmark = [pytest.mark.slow, pytest.mark.tool]

_EXAMPLE = Path(__file__).parents[2] / "examples" / "sukamaju"


def faults(files: dict[str, bytes], folder: Path) -> dict[str, dict[str, list[str]]]:
    """Return the faults of each file in each format."""
    program = os.environ.get("KOPSURAT_SDK_PYTHON")
    if program is None and not is_installed():
        if os.environ.get("CI"):
            pytest.fail("the Open XML SDK is missing: pip install -e '.[sdk]'")
        pytest.skip("the Open XML SDK is not installed")
    paths = [folder / f"{name}.docx" for name in files]
    for path, data in zip(paths, files.values(), strict=True):
        path.write_bytes(data)
    script = Path(__file__).parent / "open_xml_sdk.py"
    done = subprocess.run(
        [program or sys.executable, str(script), *map(str, paths)],
        check=True,
        capture_output=True,
        timeout=600,
    )
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def test_it_finds_an_element_out_of_order_and_one_that_does_not_exist(tmp_path: Path) -> None:
    source = zipfile.ZipFile(io.BytesIO(render(samples.letter(), "docx")))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                data = data.replace(b"<w:cols ", b"<w:unknown/><w:cols ", 1)
            target.writestr(name, data)
    found = faults({"broken": out.getvalue()}, tmp_path)["broken.docx"]
    assert all(found[version] for version in FORMATS)


def test_every_type_of_letter_is_valid_with_and_without_fonts(tmp_path: Path) -> None:
    office = read_office(_EXAMPLE / "desa.toml")
    files = {}
    for template in all_templates():
        document = compose(read_letter(example_letter(template)), office)
        files[template.code] = render(document, "docx")
        files[f"{template.code}-fonts"] = render(document, "docx", embed_fonts=True)
    files |= {"letter": render(samples.letter(), "docx"), "appendix": render(samples.with_appendix(), "docx")}
    found = faults(files, tmp_path)
    assert len(found) == len(files)
    assert {name: each for name, each in found.items() if any(each.values())} == {}


def test_a_letterhead_adds_no_fault_to_a_document_of_others(tmp_path: Path) -> None:
    office = read_office(_EXAMPLE / "desa.toml")
    folder = Path(__file__).parents[1] / "integrations" / "documents"
    before = {path.stem: path.read_bytes() for path in sorted(folder.glob("*.docx"))}
    after = {}
    for name, data in before.items():
        document = docx.Document(io.BytesIO(data))
        add_letterhead(document, office)
        out = io.BytesIO()
        document.save(out)
        after[name] = out.getvalue()
    (tmp_path / "before").mkdir()
    (tmp_path / "after").mkdir()
    old, new = faults(before, tmp_path / "before"), faults(after, tmp_path / "after")
    for name, versions in new.items():
        for version, found in versions.items():
            known = {each.partition(": ")[2] for each in old[name][version]}
            assert {each.partition(": ")[2] for each in found} <= known, name
