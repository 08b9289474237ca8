"""Sentences of the DOCX backend, of reading Word files and of putting a letterhead on other documents."""

from __future__ import annotations

from kopsurat.messages import Sentence

SENTENCES: dict[str, Sentence] = {
    "docx-character": Sentence(
        id="Teks ini memuat karakter {character} yang tidak dapat disimpan di berkas Word. Biasanya karakter itu "
        "terbawa saat menyalin; hapus lalu ketik ulang bagian itu.",
        en="This text holds the character {character}, which a Word file cannot store. Such characters usually "
        "come along when copying; delete that part and type it again.",
    ),
    "docx-unreadable": Sentence(
        id="Berkas ini bukan Dokumen Word (.docx) yang utuh, atau terkunci sandi. Buka di Word, simpan lagi sebagai "
        "Dokumen Word (.docx) tanpa sandi, lalu coba lagi.",
        en="This file is not a complete Word Document (.docx), or it has a password. Open it in Word, save it as "
        "Word Document (.docx) without a password, and retry.",
    ),
    "docx-signed": Sentence(
        id="Dokumen Word ini sudah ditandatangani secara elektronik; menambahkan kop akan merusak tanda tangannya. "
        "Pasang kop dahulu, baru tanda tangani.",
        en="This Word document carries an electronic signature, which adding a letterhead would break. Put the "
        "letterhead on first, then sign.",
    ),
    "kop-in-text": Sentence(
        id="Teks dokumen ini sudah diawali kop surat, jadi kopnya akan menjadi dua. Tidak ada yang diubah. "
        "Hapus kop di awal teks itu, lalu coba lagi.",
        en="The text of this document begins with a letterhead already, so there would be two. Nothing was "
        "changed. Delete the letterhead before the text and retry.",
    ),
    "kop-page-too-narrow": Sentence(
        id="Lebar teks di halaman ini hanya {width} mm, padahal kop surat butuh paling sedikit {least} mm. "
        "Kecilkan margin kiri dan kanan, atau pakai kertas yang lebih lebar.",
        en="The text of this page is only {width} mm wide, but a letterhead needs at least {least} mm. "
        "Reduce the left and right margins, or use wider paper.",
    ),
    "kop-covers-content": Sentence(
        id="Kop surat setinggi {height} mm akan menutupi isi halaman {page}: “{value}”. Tidak ada yang diubah. "
        "Kosongkan bagian atas halaman itu di dokumen aslinya, atau pasang kop pada berkas Word-nya.",
        en="A letterhead {height} mm high would cover what stands on page {page}: “{value}”. Nothing was changed. "
        "Leave the top of that page empty in the original, or put the letterhead on the Word file.",
    ),
    "pdf-locked": Sentence(
        id="PDF ini dikunci dengan sandi atau tidak boleh diubah. Mintalah berkas yang tidak dikunci.",
        en="This PDF is locked by a password or may not be changed. Ask for one that is not locked.",
    ),
    "pdf-signed": Sentence(
        id="PDF ini sudah ditandatangani secara elektronik; menambahkan kop akan merusak tanda tangannya. "
        "Pasang kop dahulu, baru tanda tangani.",
        en="This PDF carries an electronic signature, which adding a letterhead would break. Put the "
        "letterhead on first, then sign.",
    ),
}
