"""Every PDF of a kit is archivable and accessible, in the eyes of veraPDF."""

from __future__ import annotations

import pathlib
from typing import Any

import pytest

from kopsurat import Office
from kopsurat.kit import make_kit

pytestmark = pytest.mark.tool

CREST = (pathlib.Path(__file__).resolve().parents[2] / "examples/sukamaju/lambang.png").read_bytes()


def office(**kop: Any) -> Office:
    return Office.from_mapping(
        {
            "desa": {
                "nama": "Pengeragoan",
                "kecamatan": "Pekutatan",
                "kabupaten": "Jembrana",
                "kepala": "Perbekel",
                "alamat": "Jalan Raya Denpasar–Gilimanuk Km 72",
                "kode_pos": "82262",
            },
            "kontak": {
                "telepon": ["(0365) 555231", "0812-0000-0231 (WA)"],
                "email": "sekretariat@pengeragoan.desa.id",
                "website": "https://pengeragoan.desa.id",
                "jam_layanan": "Senin–Jumat 08.00–15.00 WITA",
            },
            "kop": {"lambang": CREST, **kop},
            "pejabat": [{"id": "perbekel", "nama": "I Made Suardana, S.E.", "jabatan": "Perbekel"}],
            "verifikasi": {"situs": "pengeragoan.desa.id"},
        }
    )


BALI = {"jenis": "bali", "desa": "ᬤᬾᬰ ᬧᭂᬗᬾᬭᬕᭀᬯᬦ᭄"}


@pytest.mark.parametrize("kop", [{}, {"aksara": BALI}], ids=["latin", "bali"])
def test_every_pdf_of_a_kit_is_pdf_a_2a_and_pdf_ua_1(kop: dict[str, Any], verapdf: Any) -> None:
    kit = make_kit(office(**kop))
    assert not kit.omitted
    pdfs = {name: data for name, data in kit.files.items() if name.endswith(".pdf")}
    assert len(pdfs) == 17
    for data in pdfs.values():
        verapdf.accepts(data, "2a,ua1")


def test_qpdf_finds_no_fault_in_a_kit(run_tool: Any, tmp_path: pathlib.Path) -> None:
    for name, data in make_kit(office()).files.items():
        if name.endswith(".pdf"):
            path = tmp_path / name
            path.write_bytes(data)
            found = run_tool("qpdf", "--check", "--warning-exit-0", str(path))
            assert found.returncode == 0, (name, found.stdout, found.stderr)
