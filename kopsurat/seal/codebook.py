"""Numbers that stand for frequent texts in a seal, to keep the QR small.

A number is given once and never changes its text; new texts take new numbers at the end. Number 0 is
not used. A text without a number travels as text; a number that a reader does not know yet is shown as
``[12]``. The verifier page carries the same tables (tests/vectors/seals.json).
"""

from __future__ import annotations

from typing import Final

__all__ = ["JABATAN", "LETTER_TYPES", "number_of", "text_of"]

LETTER_TYPES: Final = (
    "Surat Keterangan",
    "Surat Keterangan Domisili",
    "Surat Keterangan Domisili Usaha",
    "Surat Keterangan Tidak Mampu",
    "Surat Keterangan Kurang Mampu",
    "Surat Keterangan Usaha",
    "Surat Keterangan Kelahiran",
    "Surat Keterangan Kematian",
    "Surat Keterangan Lahir Mati",
    "Surat Keterangan Penghasilan",
    "Surat Keterangan Penghasilan Orang Tua",
    "Surat Keterangan Belum Menikah",
    "Surat Keterangan Beda Identitas",
    "Surat Keterangan Ahli Waris",
    "Surat Keterangan Kepemilikan Tanah",
    "Surat Keterangan Kepemilikan Kendaraan",
    "Surat Keterangan Jual Beli",
    "Surat Keterangan Bepergian",
    "Surat Keterangan Penduduk",
    "Surat Keterangan Pindah Penduduk",
    "Surat Keterangan Wali Hakim",
    "Surat Keterangan KTP dalam Proses",
    "Surat Keterangan Kelakuan Baik",
    "Surat Keterangan Kehilangan",
    "Surat Keterangan Untuk Nikah",
    "Surat Pengantar",
    "Surat Pengantar Nikah",
    "Surat Pengantar SKCK",
    "Surat Pengantar Izin Keramaian",
    "Surat Pengantar Laporan Kehilangan",
    "Surat Undangan",
    "Surat Tugas",
    "Surat Perintah Perjalanan Dinas",
    "Surat Kuasa",
    "Surat Pernyataan",
    "Surat Permohonan",
    "Surat Rekomendasi",
    "Surat Edaran",
    "Berita Acara",
    "Pengumuman",
    "Keputusan Kepala Desa",
    "Peraturan Desa",
    "Undangan",
    "Pemberitahuan",
    "Permohonan",
)
JABATAN: Final = (
    "Kepala Desa",
    "Sekretaris Desa",
    "Penjabat Kepala Desa",
    "Pj. Kepala Desa",
    "Plt. Kepala Desa",
    "Plh. Kepala Desa",
    "a.n. Kepala Desa, Sekretaris Desa",
    "Lurah",
    "Sekretaris Lurah",
    "Keuchik",
    "Wali Nagari",
    "Perbekel",
    "Peratin",
    "Kuwu",
    "Hukum Tua",
    "Ketua BPD",
    "Camat",
    "Kepala Dusun",
    "Kepala Seksi Pemerintahan",
    "Kepala Seksi Kesejahteraan",
    "Kepala Seksi Pelayanan",
)


def number_of(text: str, table: tuple[str, ...]) -> int | str:
    """Return the number of ``text`` in the table, or the text itself."""
    return table.index(text) + 1 if text in table else text


def text_of(value: int | str, table: tuple[str, ...]) -> str:
    """Return the text that a number stands for, ``[n]`` for a number not known here, a text as it is."""
    if isinstance(value, str):
        return value
    return table[value - 1] if 0 < value <= len(table) else f"[{value}]"
