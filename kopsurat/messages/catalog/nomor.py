"""Sentences about reference numbers."""

from __future__ import annotations

from typing import Final

from kopsurat.messages import Sentence

SENTENCES: Final[dict[str, Sentence]] = {
    "nomor-empty": Sentence(
        id="Nomor surat kosong. Isi nomornya, atau ambil dengan kopsurat number take.",
        en="The nomor is empty. Fill it in, or take one with kopsurat number take.",
    ),
    "nomor-too-long": Sentence(
        id="Nomor {value} terlalu panjang ({length} huruf, paling banyak {maximum}). Pendekkan kodenya.",
        en="The nomor {value} is too long ({length} characters, at most {maximum}). Shorten its codes.",
    ),
    "nomor-character": Sentence(
        id="Nomor {value} memuat karakter yang tidak dapat dicetak. Ketik ulang nomornya.",
        en="The nomor {value} holds a character that cannot be printed. Type it again.",
    ),
    "nomor-is-pattern": Sentence(
        id="Nomor {value} masih berupa pola. Ambil nomor jadinya dengan kopsurat number take.",
        en="The nomor {value} is still a pattern. Take a finished one with kopsurat number take.",
    ),
    "nomor-braces": Sentence(
        id="Kurung kurawal pada pola nomor {value} tidak berpasangan. Contoh pola yang benar: 400.10/{{urut:03}}/DS/{{tahun}}.",
        en="The braces in the pattern {value} do not match. A right pattern: 400.10/{{urut:03}}/DS/{{tahun}}.",
    ),
    "nomor-field-unknown": Sentence(
        id="Pola nomor {value} memakai {field}, yang tidak dikenal. Yang ada: {choices}.",
        en="The pattern {value} uses {field}, which is not known. There are: {choices}.",
    ),
    "nomor-width": Sentence(
        id="Dalam pola {value}, {field} tidak dipahami. Tulis misalnya {{urut:03}} untuk tiga angka.",
        en="In the pattern {value}, {field} is not understood. Write {{urut:03}} for three digits, for example.",
    ),
    "nomor-needs-urut": Sentence(
        id="Pola nomor {value} tidak memuat {{urut}}, sehingga semua surat akan bernomor sama. Tambahkan {{urut:03}}.",
        en="The pattern {value} has no {{urut}}: all letters would get the same number. Add {{urut:03}}.",
    ),
    "nomor-field-missing": Sentence(
        id="Pola nomor {value} memerlukan {fields}, yang belum diisi. Tulis langsung kodenya di dalam pola.",
        en="The pattern {value} needs {fields}, which was not given. Write the code into the pattern itself.",
    ),
    "classification-malformed": Sentence(
        id="Kode klasifikasi {value} salah bentuk. Tulis seperti 470 atau 400.12.2.1.",
        en="The classification code {value} is malformed. Write it like 470 or 400.12.2.1.",
    ),
}
