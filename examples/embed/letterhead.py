"""A letterhead from another system's own data: a dict in, PDF and DOCX out."""

from __future__ import annotations

from pathlib import Path

from kopsurat import Office, compose_letterhead, render

HERE = Path(__file__).resolve().parent
OUT = HERE.parents[1] / "out"

RECORD = {
    "desa": {
        "nama": "Sukamaju",
        "kecamatan": "Karangtengah",
        "kabupaten": "Sukamulya",
        "alamat": "Jalan Raya Sukamaju Nomor 17",
        "kode_pos": "41355",
    },
    "kontak": {
        "telepon": ["(0267) 555231", "0812-0000-0231 (WA)"],
        "email": "sekretariat@sukamaju.desa.id",
        "website": "https://sukamaju.desa.id",
    },
    "kop": {"lambang": (HERE.parent / "sukamaju" / "lambang.png").read_bytes()},
}


def main() -> None:
    """Write the letterhead as PDF and DOCX, with a QR of the system's own link."""
    office = Office.from_mapping(RECORD)
    document = compose_letterhead(office, link="https://sukamaju.desa.id/cek/7F3K-92QD")
    OUT.mkdir(exist_ok=True)
    for name in ("pdf", "docx"):
        (OUT / f"kop.{name}").write_bytes(render(document, name))
        print(OUT / f"kop.{name}")


if __name__ == "__main__":
    main()
