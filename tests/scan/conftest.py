"""A sealed letter as PDF and DOCX, made once, and ways to change it."""

from __future__ import annotations

import datetime as dt
import io
import sys
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

import kopsurat
from kopsurat import Letter, Office, Seal, SigningKey, Trust

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1] / "docx")]

HOST = "sukamaju.desa.id"
OFFICE = """
[desa]
kode = "32.15.01.2001"
nama = "Sukamaju"
kecamatan = "Karangtengah"
kabupaten = "Sukamulya"
alamat = "Jalan Raya Sukamaju Nomor 17"
kode_pos = "41355"
[kontak]
telepon = ["(0267) 555231"]
email = "sekretariat@sukamaju.desa.id"
website = "https://sukamaju.desa.id"
[[pejabat]]
id = "kades"
nama = "H. Ahmad Sudrajat, S.Sos."
jabatan = "Kepala Desa"
sejak = 2022-08-01
[verifikasi]
situs = "sukamaju.desa.id"
"""
LETTER = """+++
jenis = "undangan"
nomor = "005/012/DS-SM/XI/2026"
sifat = "Penting"
lampiran = "1 (satu) berkas"
perihal = "Undangan Musyawarah Desa"
tanggal = 2026-11-24
kepada = ["Bapak/Ibu Ketua RT", "se-Desa Sukamaju"]
di = "Tempat"
penandatangan = "kades"
tembusan = ["Camat Karangtengah", "Arsip"]
+++
Dalam rangka penyusunan Rencana Kerja Pemerintah Desa Tahun 2027, kami mengharap kehadiran Bapak/Ibu
pada musyawarah desa yang akan dilaksanakan pada:

- Hari, tanggal : Senin, 30 November 2026
- Waktu : 09.00 WIB s.d. selesai
- Tempat : Balai Desa Sukamaju

Panitia menerima sumbangan sebesar Rp500.000,00 dari kas desa untuk acara tersebut.

Demikian undangan ini disampaikan, atas perhatian dan kehadirannya kami ucapkan terima kasih.
"""


@dataclass(frozen=True)
class Desk:
    """The office's desk: its key, a letter, its seal, and whom a verifier trusts."""

    office: Office
    letter: Letter
    key: SigningKey
    seal: Seal
    trust: Trust
    at: dt.datetime

    def write(self, text: str) -> Letter:
        return kopsurat.read_letter(text)

    def print(self, format: str, *, letter: Letter | None = None, seal: Seal | None = None) -> bytes:  # noqa: A002
        """Return the file of a letter (this one) under a seal (its own)."""
        document = kopsurat.compose(letter or self.letter, self.office, seal=seal or self.seal)
        return kopsurat.render(document, format)

    def seal_of(self, letter: Letter) -> Seal:
        return kopsurat.seal_letter(letter, self.office, key=self.key, host=HOST)


@pytest.fixture(scope="session")
def desk() -> Desk:
    office, letter = kopsurat.read_office(OFFICE), kopsurat.read_letter(LETTER)
    key = SigningKey.from_scalar(20261124)
    seal = kopsurat.seal_letter(letter, office, key=key, host=HOST)
    at = dt.datetime(2026, 11, 25, 3, 0, tzinfo=dt.UTC)
    return Desk(office=office, letter=letter, key=key, seal=seal, trust=Trust.of(key.public), at=at)


@pytest.fixture(scope="session")
def pdf(desk: Desk) -> bytes:
    return desk.print("pdf")


@pytest.fixture(scope="session")
def docx(desk: Desk) -> bytes:
    return desk.print("docx")


@pytest.fixture(scope="session")
def png(desk: Desk) -> bytes:
    return desk.print("png")


class Files(dict[str, bytes]):
    """Files by kind; short when shown."""

    def __repr__(self) -> str:
        return f"<files {', '.join(self)}>"


@pytest.fixture(scope="session")
def files(pdf: bytes, docx: bytes, png: bytes) -> Files:
    return Files(pdf=pdf, docx=docx, png=png)


@pytest.fixture(scope="session")
def office_text() -> str:
    return OFFICE


@pytest.fixture(scope="session")
def letter_text() -> str:
    return LETTER


@pytest.fixture(scope="session")
def rezip() -> Callable[[bytes, Callable[[str, bytes], bytes | None]], bytes]:
    """Return a function that rewrites the parts of a zip; None drops a part."""

    def rewrite(data: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
        target = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as archive:
            for item in source.infolist():
                body = change(item.filename, source.read(item))
                if body is not None:
                    archive.writestr(item.filename, body, zipfile.ZIP_DEFLATED)
        return target.getvalue()

    return rewrite


@pytest.fixture(scope="session")
def with_json() -> Callable[[Seal, bytes], Seal]:
    """Return a function that puts another surat.json into a seal."""

    def changed(seal: Seal, data: bytes) -> Seal:
        return replace(seal, letter_json=data)

    return changed
