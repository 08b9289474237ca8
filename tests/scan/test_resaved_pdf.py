"""Sealed letters that other programs have written anew: genuine ones stay valid, forged ones are found."""

from __future__ import annotations

import io
import os
import subprocess
from pathlib import Path
from typing import Any

import pikepdf
import pytest

import kopsurat
from kopsurat.content.templates.examples import example_letter
from kopsurat.content.templates.files import find
from kopsurat.scanning import verify_file
from kopsurat.seal import Kind

OFFICE = Path(__file__).parents[2] / "examples" / "sukamaju" / "desa.toml"
_GHOSTSCRIPT = ("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pdfwrite", "-sOutputFile=new.pdf")
PROGRAMS = {
    "Ghostscript": (*_GHOSTSCRIPT, "letter.pdf"),
    "Ghostscript, for screens": (*_GHOSTSCRIPT, "-dPDFSETTINGS=/ebook", "letter.pdf"),
    "cairo": ("pdftocairo", "-pdf", "letter.pdf", "new.pdf"),
    "qpdf": ("qpdf", "--object-streams=disable", "letter.pdf", "new.pdf"),
}
CODES = (
    *("undangan", "berita-acara", "keterangan-ahli-waris", "pengantar", "piagam", "n1-pengantar-nikah"),
    *("sop-pengaduan-daring", "peraturan-kontak-resmi"),
)
"""Letters with rows, columns, tables with and without lines, boxes, a frame, several pages and faces."""


def written_anew(data: bytes, program: str, folder: Path) -> bytes:
    """Return a PDF as a program writes it; skip without the program, but fail where CI is set."""
    (folder / "letter.pdf").write_bytes(data)
    try:
        subprocess.run(PROGRAMS[program], cwd=folder, check=True, capture_output=True)
    except FileNotFoundError:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"{PROGRAMS[program][0]} is missing")
    return (folder / "new.pdf").read_bytes()


def sealed(desk: Any, code: str) -> bytes:
    letter = kopsurat.read_letter(example_letter(find(code)))
    office = kopsurat.read_office(OFFICE)
    seal = kopsurat.seal_letter(letter, office, key=desk.key, host=office.host)
    return kopsurat.render(kopsurat.compose(letter, office, seal=seal), "pdf")


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("program", PROGRAMS)
def test_a_genuine_letter_stays_valid(desk: Any, program: str, code: str, tmp_path: Path) -> None:
    file = written_anew(sealed(desk, code), program, tmp_path)
    verdict = verify_file(file, trust=desk.trust, at=desk.at)
    assert (verdict.kind, verdict.differences) == (Kind.VALID, ())


UPRIGHT = b"ET q 0.5 w " + b" ".join(b"%d 545 m %d 570 l" % (x, x) for x in range(150, 160)) + b" S Q"
KEEPING = [name for name in PROGRAMS if name != "cairo"]
"""Programs that keep the file attached; without it a PDF is judged as paper is, by its code."""
FORGERIES = {
    "another amount": (b"Rp500.000", b"Rp900.000"),
    "another day": (b"30 November", b"20 November"),
    "a pen through a line": (b"ET", b"ET q 0.8 w 106 559 m 300 559 l S Q"),
    "upright pens through letters": (b"ET", UPRIGHT),
}


@pytest.mark.parametrize("name", FORGERIES)
@pytest.mark.parametrize("program", KEEPING)
def test_a_forged_letter_is_found_behind_what_the_program_changes(
    desk: Any, pdf: bytes, program: str, name: str, tmp_path: Path
) -> None:
    old, new = FORGERIES[name]
    with pikepdf.open(io.BytesIO(pdf)) as document:
        page = document.pages[0]
        content = page.Contents.read_bytes()
        assert old in content
        page.Contents = document.make_stream(content.replace(old, new, 1))
        document.save(tmp_path / "forged.pdf")
    file = written_anew((tmp_path / "forged.pdf").read_bytes(), program, tmp_path)
    assert verify_file(file, trust=desk.trust, at=desk.at).kind is Kind.ALTERED


BODIES = {
    "signs": "- [x] Setuju\n- [ ] Tidak setuju",
    "Arab-Melayu in a table": "| No | Nama | Aksara | Jumlah |\n|---|---|---|---:|\n"
    + "".join(f"| {n} | Warga {n} ديسا | ديسا سوكاماجو | Rp{n}00.000 |\n" for n in range(1, 4)),
}


@pytest.mark.parametrize("name", BODIES)
@pytest.mark.parametrize("program", KEEPING)
def test_a_genuine_letter_with_fonts_of_several_kinds_stays_valid(
    desk: Any, letter_text: str, program: str, name: str, tmp_path: Path
) -> None:
    letter = desk.write(letter_text.replace("Demikian", f"{BODIES[name]}\n\nDemikian"))
    data = desk.print("pdf", letter=letter, seal=desk.seal_of(letter))
    verdict = verify_file(written_anew(data, program, tmp_path), trust=desk.trust, at=desk.at)
    assert (verdict.kind, verdict.differences) == (Kind.VALID, ())
