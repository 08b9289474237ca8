"""Many letters in one file: one set of fonts, a bookmark for each, and no more memory than for a few."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path
from typing import Any

import pypdf
import pytest

from kopsurat.backends.pdf import Level, render, write_combined
from kopsurat.errors import RenderError


def _combined(make: Any, count: int, **options: Any) -> bytes:
    documents = (
        make.document(*make.body(name=f"Warga {at}"), title=f"Surat {at}", attachments=make.attachments())
        for at in range(1, count + 1)
    )
    out = io.BytesIO()
    assert write_combined(documents, out, title="Undangan seluruh warga", **options) == count
    return out.getvalue()


@pytest.fixture(scope="module")
def combined(make: Any) -> bytes:
    return _combined(make, 7)


def test_every_letter_has_its_page_and_its_bookmark(combined: bytes) -> None:
    reader = pypdf.PdfReader(io.BytesIO(combined))
    titles = [item["/Title"] for item in reader.outline if not isinstance(item, list)]
    assert titles == [f"Surat {at}" for at in range(1, 8)]
    assert [reader.get_destination_page_number(item) for item in reader.outline] == list(range(7))


def test_every_letter_is_a_part_of_the_tree(combined: bytes) -> None:
    root = pypdf.PdfReader(io.BytesIO(combined)).trailer["/Root"]["/StructTreeRoot"]["/K"]
    parts = [part.get_object() for part in root["/K"]]
    assert [(part["/S"], part["/T"]) for part in parts] == [("/Part", f"Surat {at}") for at in range(1, 8)]


def test_fonts_and_crest_stand_in_the_file_once(combined: bytes) -> None:
    assert combined.count(b"/Length1") == 2
    assert combined.count(b"/Subtype/Image") == 1


def test_attachments_carry_the_number_of_their_letter(combined: bytes) -> None:
    names = list(pypdf.PdfReader(io.BytesIO(combined)).attachments)
    assert names[:3] == ["00001-segel.cose", "00001-surat.json", "00002-segel.cose"]
    assert len(names) == 14


def test_attachments_may_be_left_out(make: Any) -> None:
    bare = _combined(make, 2, with_attachments=False, level=Level.A2A)
    assert not pypdf.PdfReader(io.BytesIO(bare)).attachments


def test_each_page_says_what_it_says_alone(combined: bytes, make: Any) -> None:
    alone = pypdf.PdfReader(io.BytesIO(render(make.document(*make.body(name="Warga 3"))))).pages[0]
    assert pypdf.PdfReader(io.BytesIO(combined)).pages[2].extract_text() == alone.extract_text()


def test_nothing_cannot_be_combined() -> None:
    with pytest.raises(RenderError) as caught:
        write_combined([], io.BytesIO(), title="kosong")
    assert caught.value.code == "pdf-nothing-to-combine"


@pytest.mark.tool
def test_a_combined_file_conforms(combined: bytes, make: Any, verapdf: Any) -> None:
    verapdf.accepts(combined, "3a,ua1")
    verapdf.accepts(_combined(make, 3, level=Level.A4F), "4f,ua2")


@pytest.mark.tool
@pytest.mark.slow
def test_a_thousand_letters_conform(make: Any, verapdf: Any) -> None:
    verapdf.accepts(_combined(make, 1000), "3a,ua1")


MEMORY = """
import importlib.util, sys
spec = importlib.util.spec_from_file_location("samples", sys.argv[1])
samples = importlib.util.module_from_spec(spec)
sys.modules["samples"] = samples
spec.loader.exec_module(samples)
from kopsurat.backends.pdf import write_combined
make = samples.Builder()
first = make.document(attachments=make.attachments())
with open(sys.argv[2], "wb") as out:
    write_combined((first for _ in range(10_000)), out, title="Sepuluh ribu")
# Not ru_maxrss: it begins at the size of the process that started this one.
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="reads the peak from /proc")
def test_ten_thousand_letters_take_less_than_200_mb(tmp_path: Path) -> None:
    samples = str(Path(__file__).with_name("conftest.py"))
    found = subprocess.run(
        [sys.executable, "-c", MEMORY, samples, str(tmp_path / "semua.pdf")],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).resolve().parents[2],
    )
    assert int(found.stdout) < 200_000
