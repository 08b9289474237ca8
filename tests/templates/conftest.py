"""An office without files and a folder for an office's own letter types."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kopsurat.office import Office

if TYPE_CHECKING:
    import pathlib
    from collections.abc import Callable


@pytest.fixture(scope="session")
def office() -> Office:
    return Office.from_mapping(
        {
            "desa": {
                "nama": "Sukamaju",
                "sebutan": "Desa",
                "kecamatan": "Karangtengah",
                "kabupaten": "Sukamulya",
                "provinsi": "Jawa Barat",
                "alamat": "Jalan Raya Sukamaju Nomor 17",
                "kode_pos": "41355",
            },
            "kontak": {"telepon": ["(0267) 555231"], "email": "sekretariat@sukamaju.desa.id"},
            "pejabat": [
                {"id": "kades", "nama": "H. Ahmad Sudrajat, S.Sos.", "jabatan": "Kepala Desa"},
                {"id": "sekdes", "nama": "Dewi Kartikasari, S.A.P.", "jabatan": "Sekretaris Desa"},
            ],
        }
    )


@pytest.fixture
def own_type(tmp_path: pathlib.Path) -> Callable[..., pathlib.Path]:
    """Return a function that writes a letter type ``undangan-rapat`` and returns its folder."""

    def write(
        body: str = "{{ nama }}", head: str = "", fields: str = "", code: str = "undangan-rapat"
    ) -> pathlib.Path:
        text = f'+++\nkode = "{code}"\njudul = "Undangan"\nkeluarga = "judul"\n{head}\n'
        text += fields or '[isian.nama]\nlabel = "Nama"\n'
        (tmp_path / f"{code}.md").write_text(f"{text}+++\n{body}\n", encoding="utf-8")
        return tmp_path

    return write
