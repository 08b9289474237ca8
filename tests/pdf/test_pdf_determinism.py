"""The same letter gives the same bytes: in another process, under another hash seed, zone, or thread."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from pdf_corpus import SCRIPTS
from pdf_corpus import documents as corpus

from kopsurat.backends.pdf import render

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = """
import hashlib, importlib.util, sys
spec = importlib.util.spec_from_file_location("samples", sys.argv[1])
samples = importlib.util.module_from_spec(spec)
sys.modules["samples"] = samples
spec.loader.exec_module(samples)
from kopsurat.backends.pdf import render
make = samples.Builder()
for earlier in range(int(sys.argv[2])):
    render(make.document(make.paragraph(f"surat lain {earlier} Ž ṣ")))
print(hashlib.sha256(render(make.document(attachments=make.attachments()))).hexdigest())
"""


@pytest.mark.parametrize(
    ("seed", "zone", "earlier"),
    [("0", "UTC", 0), ("1", "Asia/Jakarta", 2), ("random", "Asia/Jayapura", 1)],
)
def test_another_process_writes_the_same_bytes(seed: str, zone: str, earlier: int, letter: bytes) -> None:
    environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(ROOT)}
    found = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(Path(__file__).with_name("conftest.py")), str(earlier)],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    assert found.stdout.strip() == hashlib.sha256(letter).hexdigest()


EVERY_KIND = """
import contextlib, hashlib, locale, pathlib, sys
folder = pathlib.Path(sys.argv[1])
sys.path[:0] = [str(folder), str(folder.parent)]
with contextlib.suppress(locale.Error):
    locale.setlocale(locale.LC_ALL, "")
from pdf_corpus import documents, quick
from kopsurat import render
for name in reversed(quick()) if sys.argv[2] == "backward" else quick():
    print(name, hashlib.sha256(render(documents()[name](), "pdf")).hexdigest())
"""


def _digests(order: str, folder: Path, **environment: str) -> dict[str, str]:
    found = subprocess.run(
        [sys.executable, "-c", EVERY_KIND, str(Path(__file__).parent), order],
        capture_output=True,
        encoding="utf-8",
        check=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)} | environment,
        cwd=folder,
    )
    return dict(line.split() for line in found.stdout.splitlines())


def test_every_kind_of_document_is_the_same_elsewhere_and_in_another_order(tmp_path: Path) -> None:
    """Hash seed, time zone, language, encoding, folder, day: nothing of it is in the file."""
    here = _digests("forward", ROOT, PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C.UTF-8")
    there = _digests(
        "backward",
        tmp_path,
        PYTHONHASHSEED="2",
        TZ="Asia/Jayapura",
        LC_ALL="C",
        LANG="id_ID.ISO-8859-1",
        PYTHONUTF8="0",
        PYTHONCOERCECLOCALE="0",
        SOURCE_DATE_EPOCH="1",
        HOME=str(tmp_path),
    )
    assert len(here) > 10
    assert here == there


def test_threads_do_not_disturb_each_other(make: Any) -> None:
    documents = [make.document(*make.body(name=f"Warga {at} Ž")) for at in range(12)]
    documents += [corpus()[f"aksara/{script}"]() for script in SCRIPTS]
    alone = [render(document) for document in documents]
    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(render, documents)) == alone


def test_different_letters_have_different_identifiers(make: Any) -> None:
    import io

    import pypdf

    one, other = (render(make.document(make.paragraph(text))) for text in ("satu", "dua"))
    first, second = (pypdf.PdfReader(io.BytesIO(pdf)).trailer["/ID"][0] for pdf in (one, other))
    assert first != second


def test_importing_the_package_loads_no_heavy_library() -> None:
    heavy = ("reportlab", "PIL", "svglib", "pyhanko", "cryptography", "fontTools")
    code = (
        "import sys, kopsurat, kopsurat.backends.pdf;"
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    found = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert found.stdout.strip() == "[]"
