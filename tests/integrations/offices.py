"""The office whose letterhead is put on other documents."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kopsurat.office import Office

__all__ = ["an_office"]

_CREST = Path(__file__).parents[1] / "docx" / "crest.png"


def an_office(**kop: Any) -> Office:
    """Return an invented village office; ``kop`` holds keys of the table ``[kop]``."""
    return Office.from_mapping(
        {
            "desa": {
                "nama": "Sukamaju",
                "kecamatan": "Karangtengah",
                "kabupaten": "Sukamulya",
                "provinsi": "Jawa Barat",
                "alamat": "Jalan Raya Sukamaju Nomor 17",
                "kode_pos": "41355",
            },
            "kontak": {
                "telepon": ["(0267) 555231"],
                "email": "sekretariat@sukamaju.desa.id",
                "website": "https://sukamaju.desa.id",
            },
            "kop": {"lambang": _CREST.read_bytes(), **kop},
            "pejabat": [{"id": "kades", "nama": "H. Ahmad Sudrajat, S.Sos.", "jabatan": "Kepala Desa"}],
        }
    )
