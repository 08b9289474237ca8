"""Numbers that stand for frequent texts in a seal, to keep the QR small.

A number is given once and never changes its text; new texts take new numbers at the end. Number 0 is
not used. A text without a number travels as text; a number that a reader does not know yet is shown as
``[12]``. The verifier page carries the same tables (tests/vectors/seals.json).
"""

from __future__ import annotations

from typing import Final

__all__ = ["JABATAN", "LETTER_TYPES", "number_of", "text_of"]

LETTER_TYPES: Final = (
    "Surat Keterangan Domisili",
    "Surat Keterangan Domisili Usaha",
    "Surat Keterangan Tidak Mampu",
    "Surat Keterangan Usaha",
    "Surat Keterangan Kelahiran",
    "Surat Keterangan Kematian",
    "Surat Keterangan Belum Menikah",
    "Surat Keterangan Penghasilan",
    "Surat Keterangan Penghasilan Orang Tua",
    "Surat Keterangan Kehilangan",
    "Surat Keterangan Ahli Waris",
    "Surat Keterangan Beda Identitas",
    "Surat Keterangan Kurang Mampu",
    "Surat Keterangan Kelakuan Baik",
    "Surat Keterangan Pindah Penduduk",
    "Surat Pengantar",
    "Surat Pengantar Catatan Kepolisian",
    "Surat Pengantar Izin Keramaian",
    "Surat Keterangan",
    "Undangan",
    "Pemberitahuan",
    "Permohonan",
    "Surat Tugas",
    "Surat Keterangan Tidak Mampu untuk Sekolah",
    "Surat Keterangan Tidak Mampu untuk Berobat",
    "Surat Undangan",
    "Surat Edaran",
    "Surat Rekomendasi",
    "Surat Pernyataan",
    "Surat Permohonan",
    "Surat Kuasa",
    "Surat Perintah Perjalanan Dinas",
    "Berita Acara",
    "Pengumuman",
    "Peraturan Desa",
    "Keputusan Kepala Desa",
    "Biodata Penduduk Warga Negara Indonesia",
    "Pengantar Nikah",
    "Permohonan Kehendak Nikah",
    "Permohonan Pencatatan Isbat Nikah",
    "Persetujuan Calon Pengantin",
    "Surat Izin Orang Tua",
    "Surat Izin Orang Tua, Suami, atau Istri",
    "Surat Izin Tempat Keramaian",
    "Surat Keterangan Beda Identitas KIS",
    "Surat Keterangan Beda Nama",
    "Surat Keterangan Belum Memiliki Rumah",
    "Surat Keterangan Bepergian",
    "Surat Keterangan Domisili Lembaga",
    "Surat Keterangan Jaminan Kesehatan Sosial",
    "Surat Keterangan Janda atau Duda",
    "Surat Keterangan Jual Beli",
    "Surat Keterangan KTP-el dalam Proses",
    "Surat Keterangan Kematian Suami atau Istri",
    "Surat Keterangan Kepemilikan Kendaraan",
    "Surat Keterangan Kepemilikan Tanah",
    "Surat Keterangan Lahir Mati",
    "Surat Keterangan Nikah",
    "Surat Keterangan Penduduk",
    "Surat Keterangan Pengantar",
    "Surat Keterangan Pengantar Rujuk atau Cerai",
    "Surat Keterangan Penghasilan Ayah",
    "Surat Keterangan Penghasilan Ibu",
    "Surat Keterangan Pergi Kawin",
    "Surat Keterangan Tanah Tidak Sengketa",
    "Surat Keterangan Wali Hakim",
    "Surat Keterangan untuk Nikah bagi Warga Nonmuslim",
    "Surat Pengantar Laporan Kehilangan",
    "Surat Pengantar Permohonan Buku Pas Lintas Batas",
    "Surat Pengantar Pindah Penduduk",
    "Surat Permohonan Akta Kelahiran",
    "Surat Permohonan Cerai",
    "Surat Permohonan Duplikat Surat Kelahiran",
    "Surat Permohonan Duplikat Surat Nikah",
    "Surat Permohonan Kartu Keluarga",
    "Surat Permohonan Perubahan Kartu Keluarga",
    "Surat Pernyataan Ahli Waris",
    "Surat Pernyataan Belum Memiliki Akta Kelahiran",
    "Surat Pernyataan Penguasaan Fisik Bidang Tanah (Sporadik)",
)
"""The first 23 take one byte; they are the most frequent."""
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
