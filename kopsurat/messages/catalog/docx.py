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
}
