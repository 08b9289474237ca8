"""Sentences of pictures, files, forms and certificates: what the backends say."""

from __future__ import annotations

from kopsurat.messages import Sentence

SENTENCES: dict[str, Sentence] = {
    # ---- formats and files
    "format-unknown": Sentence(
        id="Format {value} tidak dikenal. Pilih salah satu: {known}.",
        en="The format {value} is not known. Choose one of: {known}.",
    ),
    "pdf-unreadable": Sentence(
        id="Berkas ini bukan PDF yang dapat dibuka, atau rusak. Periksa berkasnya, lalu coba lagi.",
        en="This file is not a PDF that can be opened, or it is damaged. Check the file and try again.",
    ),
    "pdf-nothing-to-combine": Sentence(
        id="Tidak ada surat untuk digabungkan. Beri paling sedikit satu surat.",
        en="There is no letter to combine. Give at least one.",
    ),
    # ---- pictures
    "image-kind-unknown": Sentence(
        id="Gambar {value} bukan PNG, JPEG, atau SVG. Simpan dulu sebagai PNG, lalu pakai berkas itu.",
        en="The picture {value} is not PNG, JPEG or SVG. Save it as PNG first and use that file.",
    ),
    "image-damaged": Sentence(
        id="Gambar {value} rusak atau kosong, sehingga tidak dapat dibuka. Salin ulang dari berkas aslinya.",
        en="The picture {value} is damaged or empty and cannot be opened. Copy it again from its source.",
    ),
    "image-too-large": Sentence(
        id="Berkas gambar {value} berukuran {size} bita, lebih dari batas {maximum} bita. "
        "Perkecil gambarnya; lambang setinggi 1.000 piksel sudah cukup.",
        en="The picture file {value} has {size} bytes; at most {maximum} are accepted. "
        "Make it smaller; a crest 1,000 pixels high is enough.",
    ),
    "image-too-many-pixels": Sentence(
        id="Gambar {value} berukuran {width} × {height} piksel, terlalu besar untuk dibuka dengan aman. "
        "Perkecil gambarnya; lambang setinggi 1.000 piksel sudah cukup.",
        en="The picture {value} has {width} × {height} pixels, too many to open safely. "
        "Make it smaller; a crest 1,000 pixels high is enough.",
    ),
    "svg-unsafe": Sentence(
        id="Gambar SVG {value} memuat {found}, yang dapat membaca berkas atau alamat lain. "
        "Simpan ulang sebagai SVG biasa (plain SVG), atau pakai PNG.",
        en="The SVG {value} holds {found}, which can read other files or addresses. "
        "Save it again as plain SVG, or use a PNG.",
    ),
    "svg-unsupported": Sentence(
        id="Gambar SVG {value} memakai {element}, yang belum dapat digambar dengan benar. "
        "Ubah menjadi bentuk biasa (path), atau ekspor sebagai PNG setinggi 1.000 piksel.",
        en="The SVG {value} uses {element}, which cannot be drawn correctly. "
        "Turn it into plain shapes (paths), or export a PNG 1,000 pixels high.",
    ),
    "svg-too-large": Sentence(
        id="Gambar SVG {value} memuat lebih dari {maximum} bentuk, atau merujuk dirinya sendiri. "
        "Sederhanakan gambarnya, atau pakai PNG.",
        en="The SVG {value} has more than {maximum} shapes, or refers to itself. Simplify it, or use a PNG.",
    ),
    # ---- forms
    "form-name-twice": Sentence(
        id="Dua isian formulir bernama {value}. Beri setiap isian nama sendiri.",
        en="Two fields of the form are called {value}. Give every field its own name.",
    ),
    "form-slot-unknown": Sentence(
        id="Dokumen memberi tempat untuk isian {value}, tetapi isian itu tidak ada atau sudah ditempatkan. "
        "Samakan nama tempat dengan nama isiannya.",
        en="The document has a place for the field {value}, which does not exist or is placed already. "
        "Give the place the name of its field.",
    ),
    "form-field-without-slot": Sentence(
        id="Isian {value} tidak mendapat tempat di dalam dokumen. Tambahkan tempatnya, atau hapus isiannya.",
        en="The field {value} has no place in the document. Add a place for it, or remove the field.",
    ),
    "form-option-unknown": Sentence(
        id="Isian {name} bernilai {value}, padahal tidak ada pilihan itu. Pakai salah satu pilihannya.",
        en="The field {name} has the value {value}, which is none of its options. Use one of them.",
    ),
    "form-name-unfit": Sentence(
        id="Nama isian formulir “{value}” kosong, atau memuat titik, garis miring, atau tanda yang tidak tercetak. "
        "Pakai huruf, angka, dan tanda hubung.",
        en="The name “{value}” of a form field is empty, or holds a dot, a slash or a sign that does not print. "
        "Use letters, digits and hyphens.",
    ),
    "form-label-empty": Sentence(
        id="Isian {value} tidak berlabel, sehingga pembaca layar tidak dapat menyebutkannya. Beri label.",
        en="The field {value} has no label, so that a screen reader cannot say what it is. Give it one.",
    ),
    "form-options-unfit": Sentence(
        id="Pilihan pada isian {name} kosong, berulang, atau bernama Off: “{value}”. Beri setiap pilihan kunci sendiri.",
        en="An option of the field {name} is missing, there twice, or called Off: “{value}”. Give each a key of its own.",
    ),
    "form-value-too-long": Sentence(
        id="Nilai isian {name} tidak muat: “{value}”. Paling banyak {most} huruf, dan satu baris untuk isian sebaris.",
        en="The value of the field {name} does not fit: “{value}”. At most {most} characters, on one line unless the field has more.",
    ),
    "form-size-unfit": Sentence(
        id="Isian {value} berukuran negatif atau tidak berbaris. Pakai sedikitnya satu baris dan lebar nol atau lebih.",
        en="The field {value} has a negative size or no line. Use at least one line, and a width of zero or more.",
    ),
    "form-level": Sentence(
        id="Formulir tidak dapat dibuat pada tingkat PDF/A-{value}. Pakai tingkat 2, 3, atau 4.",
        en="A form cannot be made at the level PDF/A-{value}. Use level 2, 3 or 4.",
    ),
    # ---- certificates
    "signing-key-locked": Sentence(
        id="Berkas sertifikat (.p12) tidak dapat dibuka: kata sandinya salah atau berkasnya rusak. "
        "Periksa kata sandinya, lalu coba lagi.",
        en="The certificate file (.p12) cannot be opened: the passphrase is wrong or the file is damaged. "
        "Check the passphrase and try again.",
    ),
    "signing-key-unsuitable": Sentence(
        id="Berkas sertifikat ini tidak memuat sertifikat beserta kunci RSA atau kunci kurva eliptik. "
        "Minta berkas lengkap dari penerbit sertifikat.",
        en="This certificate file does not hold a certificate with an RSA or elliptic-curve key. "
        "Ask the issuer for the complete file.",
    ),
    "signing-certificate-unreadable": Sentence(
        id="Sertifikat tidak dapat dibaca. Beri sertifikat dalam bentuk PEM atau DER.",
        en="The certificate cannot be read. Give it as PEM or DER.",
    ),
    "signing-failed": Sentence(
        id="PDF tidak dapat ditandatangani ({fault}). Buat ulang PDF-nya, lalu tandatangani lagi.",
        en="The PDF cannot be signed ({fault}). Make the PDF again, then sign it.",
    ),
}
