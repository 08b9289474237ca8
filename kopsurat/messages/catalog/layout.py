"""Sentences for what goes wrong while a document is set on its pages."""

from __future__ import annotations

from kopsurat.messages import Sentence

SENTENCES: dict[str, Sentence] = {
    "font-unknown": Sentence(
        id="Huruf “{value}” tidak tersedia. Pilih salah satu: {known}.",
        en="The font “{value}” is not available. Choose one of: {known}.",
    ),
    "glyph-missing": Sentence(
        id="Karakter “{value}” ({code_point}, {name}) di “{around}” tidak ada dalam huruf yang tersedia. "
        "Ganti atau hapus karakter itu.",
        en="The character “{value}” ({code_point}, {name}) in “{around}” is in none of the available fonts. "
        "Replace or remove it.",
    ),
    "block-too-tall": Sentence(
        id="Bagian “{around}” setinggi {height} mm, padahal ruang di halaman {page} hanya {room} mm. "
        "Pecah bagian itu, perkecil gambarnya, atau pakai kertas yang lebih besar.",
        en="The part “{around}” is {height} mm high, but page {page} has room for only {room} mm. "
        "Divide that part, make its picture smaller, or use larger paper.",
    ),
    "head-too-tall": Sentence(
        id="Kop surat mengisi halaman {page} sampai {height} mm dari tepi atas, jadi tidak ada ruang untuk isinya. "
        "Pendekkan alamat dan namanya, perkecil lambangnya, atau pakai kertas yang lebih besar.",
        en="The letterhead fills page {page} down to {height} mm from the top edge, leaving no room for the text. "
        "Shorten its address and names, make its crest smaller, or use larger paper.",
    ),
    "script-needs-extra": Sentence(
        id="Aksara daerah dan Arab-Melayu memerlukan paket tambahan. "
        'Pasang dengan: pip install "kopsurat[script]".',
        en='Local scripts and Jawi need an optional package. Install it with: pip install "kopsurat[script]".',
    ),
}
