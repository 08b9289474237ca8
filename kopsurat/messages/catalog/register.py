"""Sentences about the register."""

from __future__ import annotations

from typing import Final

from kopsurat.messages import Sentence

SENTENCES: Final[dict[str, Sentence]] = {
    "register-address-invalid": Sentence(
        id="Alamat basis data {value} tidak dikenal. Tulis nama berkas (mis. register.db) atau postgresql://nama@host/basisdata.",
        en="The database address {value} is not understood. Give a file name (register.db) or postgresql://user@host/name.",
    ),
    "register-unreachable": Sentence(
        id="Register tidak dapat dibuka atau ditulisi. Periksa apakah berkasnya ada dan boleh ditulisi, cakramnya tidak penuh, atau server basis datanya berjalan. Kata basis datanya: {detail}.",
        en="The register cannot be opened or written. Check that the file exists and may be written, that the disk is not full, or that the database server is running. The database says: {detail}.",
    ),
    "register-failed": Sentence(
        id="Register menolak perubahan: {detail}. Tidak ada yang tersimpan; coba lagi.",
        en="The register refused the change: {detail}. Nothing was stored; try again.",
    ),
    "register-value-unfit": Sentence(
        id="Register tidak dapat menyimpan nilai ini: {detail}. Periksa angka dan huruf yang diketik.",
        en="The register cannot keep this value: {detail}. Check the numbers and letters that were typed.",
    ),
    "register-clash": Sentence(
        id="Catatan ini bertabrakan dengan catatan yang sudah ada: {detail}. Tidak ada yang tersimpan.",
        en="This entry clashes with one that exists: {detail}. Nothing was stored.",
    ),
    "register-too-new": Sentence(
        id="Register ini dibuat oleh kopsurat yang lebih baru (versi {value}; yang dipahami: {supported}). Perbarui kopsurat.",
        en="This register was made by a newer kopsurat (version {value}; understood: {supported}). Update kopsurat.",
    ),
    "register-not-empty": Sentence(
        id="Register tujuan sudah berisi. Pulihkan cadangan hanya ke register baru yang kosong.",
        en="The register is not empty. Restore a backup only into a new, empty register.",
    ),
    "backup-unreadable": Sentence(
        id="Berkas cadangan tidak dapat dibaca di dekat: {value}. Gunakan berkas yang dibuat oleh kopsurat number backup.",
        en="The backup cannot be read near: {value}. Use a file made by kopsurat number backup.",
    ),
    "backup-cut-off": Sentence(
        id="Berkas cadangan terpotong setelah {rows} baris. Tidak ada yang dipulihkan; cari salinan yang utuh.",
        en="The backup is cut off after {rows} rows. Nothing was restored; find a complete copy.",
    ),
    "nomor-taken": Sentence(
        id="Nomor {value} sudah dipakai surat lain pada tahun {year}. Ambil nomor baru dengan kopsurat number.",
        en="The nomor {value} already stands on another letter of {year}. Take a new one with kopsurat number.",
    ),
    "reservation-lost": Sentence(
        id="Nomor urut {value} ({scope}, {year}) tidak lagi dipesan untuk proses ini. Pesan nomor baru.",
        en="Running number {value} ({scope}, {year}) is no longer reserved for this process. Reserve a new one.",
    ),
    "direction-unknown": Sentence(
        id="Arah surat {value} tidak dikenal. Pilih keluar atau masuk.",
        en="The direction {value} is not known. Choose keluar (sent) or masuk (received).",
    ),
    "seal-not-registered": Sentence(
        id="Segel {value} tidak tercatat di register. Periksa kodenya; hanya surat yang tercatat dapat dicabut.",
        en="The seal {value} is not in the register. Check the code; only a registered letter can be revoked.",
    ),
    "already-revoked": Sentence(
        id="Surat {value} sudah dicabut pada {day}.",
        en="The letter {value} was already revoked on {day}.",
    ),
    "log-line-missing": Sentence(
        id="Baris {sequence} catatan register hilang: ada yang mengubah register di luar kopsurat. Pulihkan dari cadangan.",
        en="Line {sequence} of the register's log is missing: somebody changed the register from outside. Restore a backup.",
    ),
    "log-line-changed": Sentence(
        id="Baris {sequence} catatan register telah diubah: ada yang mengubah register di luar kopsurat. Pulihkan dari cadangan.",
        en="Line {sequence} of the register's log was changed: somebody changed the register from outside. Restore a backup.",
    ),
    "log-cut": Sentence(
        id="Bagian akhir catatan register terpotong. Pulihkan dari cadangan.",
        en="The end of the register's log was cut off. Restore a backup.",
    ),
    "row-missing": Sentence(
        id="Menurut catatan ada data ini, tetapi di register tidak ada atau telah diubah: {detail}.",
        en="The log tells of this row, but the register does not have it, or it was changed: {detail}.",
    ),
    "row-unlogged": Sentence(
        id="Data ini ada di register, tetapi tidak pernah dicatat: {detail}.",
        en="The register has this row, but the log never heard of it: {detail}.",
    ),
    "database-driver-missing": Sentence(
        id='Penggerak basis data {driver} belum terpasang. Jalankan: pip install "psycopg[binary]"',
        en='The database driver {driver} is not installed. Run: pip install "psycopg[binary]"',
    ),
}
