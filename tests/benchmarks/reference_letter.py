"""The reference letter through the public door: an office, letters that all differ, a key."""

from __future__ import annotations

import functools
from dataclasses import replace
from pathlib import Path
from typing import Any

from rivals import reference

from kopsurat import Document, Letter, Office, Seal, SigningKey, compose, seal_letter
from kopsurat.content.blocks import Pair, Pairs, Paragraph, Text

__all__ = ["HOST", "from_blocks", "key", "letter", "long", "long_contents", "office", "sealed", "varied"]

HERE = Path(__file__).resolve().parent
HOST = "sumberejo.desa.id"

_NAMES = (
    "Slamet Riyadi",
    "Siti Aminah",
    "Budi Santoso",
    "Dewi Lestari",
    "Agus Setiawan",
    "Sri Wahyuni",
    "Joko Susilo",
    "Endang Purwaningsih",
    "Muhammad Ridwan",
    "Ni Made Ayu Suarniti",
)
_SENTENCES = (
    "Kegiatan dilaksanakan secara gotong royong di lingkungan masing-masing mulai pukul 07.00 WIB.",
    "Biaya kegiatan dibebankan pada Anggaran Pendapatan dan Belanja Desa tahun berjalan.",
    "Warga yang berhalangan hadir dapat diwakili oleh anggota keluarga yang telah dewasa.",
    "Setiap peserta diharapkan membawa kartu tanda penduduk dan kartu keluarga yang asli.",
    "Hasil musyawarah akan diumumkan pada papan pengumuman kantor desa dan situs web resmi desa.",
    "Perangkat desa menyediakan tempat, perlengkapan, dan konsumsi secukupnya.",
    "Pelayanan administrasi kependudukan pada hari tersebut dialihkan ke hari kerja berikutnya.",
)


@functools.cache
def office() -> Office:
    """Return the office of the reference letter."""
    kop = reference()["kop"]
    return Office.from_mapping(
        {
            "desa": {
                "nama": "Sumberejo",
                "sebutan": "Desa",
                "kecamatan": "Karangtengah",
                "kabupaten": "Sukamulya",
                "provinsi": "Jawa Tengah",
                "alamat": "Jalan Raya Sumberejo Nomor 17",
                "kode_pos": "57794",
            },
            "kontak": {"telepon": [kop["telp"]], "email": kop["email"], "website": kop["website"]},
            "kop": {"lambang": (HERE / "reference" / "logo.png").read_bytes()},
            "pejabat": [{"id": "kades", "nama": "Bambang Setiawan, S.Sos.", "jabatan": "Kepala Desa"}],
            "verifikasi": {"situs": HOST},
        }
    )


@functools.cache
def key() -> SigningKey:
    """Return a key; its letters differ from run to run, the work does not."""
    return SigningKey.generate()


def letter(number: int) -> Letter:
    """Return the reference letter, to another person and with another number each time."""
    data = reference()
    name = f"{_NAMES[number % len(_NAMES)]} {number}"
    first, second, third = data["paragraf"]
    rows = "\n".join(
        f"- {label} : {name if label == 'Nama undangan' else value}" for label, value in data["tabel"]
    )
    return _letter(number, f"{first.replace('{nama}', name)}\n\n{rows}\n\n{second}\n\n{third}\n")


def from_blocks(number: int) -> Letter:
    """Return the same letter made of Python values, as the other contestants get theirs: no text is read."""
    data = reference()
    name = f"{_NAMES[number % len(_NAMES)]} {number}"
    first, second, third = data["paragraf"]
    rows = tuple(
        Pair(label=_text(label), value=_text(name if label == "Nama undangan" else value))
        for label, value in data["tabel"]
    )
    texts = (first.replace("{nama}", name), second, third)
    paragraphs = [Paragraph(content=_text(text)) for text in texts]
    body = (paragraphs[0], Pairs(rows=rows), *paragraphs[1:])
    return replace(_frame(), nomor=f"400.10.2/{number:04d}/DS-SBR/XI/2026", body=body)


@functools.cache
def _frame() -> Letter:
    return letter(0)


def _text(text: str) -> tuple[Text, ...]:
    return (Text(text=text),)


def long_contents(number: int) -> dict[str, Any]:
    """Return a letter of several pages in the shape of the reference: 4 to 8 times the text."""
    data = reference()
    sentences = [
        _SENTENCES[(number + at * (1 + number % 3)) % len(_SENTENCES)].replace(
            "pukul 07.00", f"pukul {at}.00"
        )
        for at in range(75 + 15 * (number % 5))
    ]
    paragraphs = [" ".join(sentences[at : at + 5]) for at in range(0, len(sentences), 5)]
    rows = [[f"Kegiatan {at}", _SENTENCES[(number + at) % len(_SENTENCES)][:70]] for at in range(1, 21)]
    return {**data, "paragraf": [f"Bersama ini kami undang {{nama}}. {paragraphs[0]}", *paragraphs[1:]],
            "tabel": [["Nama undangan", ""], *rows]}  # fmt: skip


def long(number: int) -> Letter:
    """Return a letter of several pages, read from text."""
    contents = long_contents(number)
    first, *others = contents["paragraf"]
    rows = "\n".join(
        f"- {label} : {value or _NAMES[number % len(_NAMES)]}" for label, value in contents["tabel"]
    )
    texts = [first.replace("{nama}", _NAMES[number % len(_NAMES)]), rows, *others]
    return _letter(number, "\n\n".join(texts) + "\n")


def varied(number: int) -> Letter:
    """Return one of a corpus of letters that share no sentence order, length or name."""
    name = f"{_NAMES[number * 7 % len(_NAMES)]} {chr(65 + number % 26)}."
    count = 3 + number % 5
    texts = [_SENTENCES[(number * 3 + at * (1 + number % 3)) % len(_SENTENCES)] for at in range(2 * count)]
    rows = [f"- Nama : {name}", f"- Nomor urut : {number}", f"- Tanggal : {1 + number % 28} Desember 2026"]
    body = f"Bersama ini kami sampaikan kepada Saudara {name} hal-hal berikut. {' '.join(texts[:count])}"
    return _letter(number, f"{body}\n\n" + "\n".join(rows) + f"\n\n{' '.join(texts[count:])}\n")


def _letter(number: int, body: str) -> Letter:
    data = reference()
    return Letter.from_mapping(
        {
            "jenis": "undangan",
            "nomor": f"400.10.2/{number:04d}/DS-SBR/XI/2026",
            "sifat": data["sifat"],
            "lampiran": data["lampiran"],
            "perihal": data["hal"],
            "tanggal": "2026-11-24",
            "kepada": ["Bapak Slamet Riyadi", "Ketua Badan Permusyawaratan Desa Sumberejo"],
            "di": "Tempat",
            "penandatangan": "kades",
            "tembusan": [text.rstrip(";.") for text in data["tembusan"]],
            "teks": body,
        },
        office=office(),
    )


def sealed(made: Letter) -> tuple[Document, Seal]:
    """Return a letter sealed and composed."""
    seal = seal_letter(made, office(), key=key(), host=HOST)
    return compose(made, office(), seal=seal), seal
