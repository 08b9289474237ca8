"""Sentences about the files and mappings that people write: desa.toml and surat.md."""

from __future__ import annotations

from kopsurat.messages import Sentence

SENTENCES: dict[str, Sentence] = {
    # ---- files
    "file-missing": Sentence(
        id="Berkas {value} tidak ada. Periksa nama dan foldernya.",
        en="There is no file {value}. Check its name and folder.",
    ),
    "file-unreadable": Sentence(
        id="Berkas {value} tidak dapat dibuka. Tutup program lain yang memakainya, atau periksa izin aksesnya.",
        en="The file {value} cannot be opened. Close other programs that use it, or check its permissions.",
    ),
    "file-too-large": Sentence(
        id="Berkas {value} terlalu besar untuk sebuah surat (paling besar {maximum} bita). Mungkin salah berkas.",
        en="The file {value} is too large for a letter (at most {maximum} bytes). It may be the wrong file.",
    ),
    "file-is-word": Sentence(
        id="Berkas {value} adalah dokumen Word. Surat di sini berupa teks (surat.md). Ubah dahulu dengan “kopsurat import”, atau pasang kop padanya dengan “kopsurat apply”.",
        en="The file {value} is a Word document. Letters here are text (surat.md). Turn it into one with “kopsurat import”, or put the letterhead on it with “kopsurat apply”.",
    ),
    "file-not-text": Sentence(
        id="Berkas {value} bukan teks, melainkan PDF, gambar, Excel, atau dokumen lain. Sebut berkas teks yang ditulis dengan Notepad, biasanya surat.md atau desa.toml.",
        en="The file {value} is no text, but a PDF, a picture, an Excel file or another document. Name a text file written with Notepad, usually surat.md or desa.toml.",
    ),
    "file-is-folder": Sentence(
        id="{value} adalah folder. Sebut berkas di dalamnya.",
        en="{value} is a folder. Name a file in it.",
    ),
    "file-not-utf8": Sentence(
        id="Berkas {value} tidak disimpan sebagai UTF-8. Di Notepad pilih Simpan Sebagai, lalu Pengodean: UTF-8.",
        en="The file {value} is not saved as UTF-8. In Notepad choose Save As, then Encoding: UTF-8.",
    ),
    "office-not-found": Sentence(
        id="Tidak ada desa.toml di {value} maupun di folder di atasnya. Masuk ke folder kantor dengan cd, buat yang baru dengan “kopsurat init”, atau tunjukkan dengan --office.",
        en="There is no desa.toml in {value} or in a folder above it. Go into the folder of the office with cd, make a new one with “kopsurat init”, or point to it with --office.",
    ),
    "toml-syntax": Sentence(
        id='Baris “{value}” tidak dapat dibaca. Bentuknya: kunci = "isi"; periksa tanda kutip, tanda = dan kurung siku.',
        en='The line “{value}” cannot be read: {reason}. The form is: key = "content"; check quotes, = and brackets.',
    ),
    "toml-too-nested": Sentence(
        id="Kurung di berkas ini bersarang terlalu dalam. Hapus kurung siku atau kurawal yang berlebih.",
        en="The brackets in this file are nested too deeply. Take away the superfluous ones.",
    ),
    "toml-colon": Sentence(
        id="Baris “{value}” memakai titik dua. Tulis dengan tanda sama dengan: {suggestion}",
        en="The line “{value}” uses a colon. Write it with an equals sign: {suggestion}",
    ),
    "toml-quotes-curly": Sentence(
        id="Baris “{value}” memakai tanda kutip miring dari Word. Tulis dengan tanda kutip lurus: {suggestion}",
        en="The line “{value}” uses the curly quotes of Word. Write it with straight ones: {suggestion}",
    ),
    "toml-quote-open": Sentence(
        id="Tanda kutip di baris “{value}” tidak ditutup. Tulis: {suggestion}",
        en="The quotes in the line “{value}” are not closed. Write: {suggestion}",
    ),
    "toml-unquoted": Sentence(
        id="Isi baris “{value}” belum diberi tanda kutip. Tulis: {suggestion}",
        en="The content of the line “{value}” is not in quotes. Write: {suggestion}",
    ),
    "toml-date": Sentence(
        id="Tanggal ditulis tahun-bulan-hari, dua angka untuk bulan dan hari, tanpa tanda kutip. Tulis: {suggestion}",
        en="Dates are written year-month-day, two digits for month and day, without quotes. Write: {suggestion}",
    ),
    "toml-no-such-day": Sentence(
        id="Tanggal di baris “{value}” tidak ada di kalender. Periksa bulan dan harinya.",
        en="The date in the line “{value}” is not in the calendar. Check its month and day.",
    ),
    "toml-backslash": Sentence(
        id="Baris “{value}” memuat garis miring terbalik. Pakai garis miring biasa: {suggestion}",
        en="The line “{value}” holds a backslash. Use slashes: {suggestion}",
    ),
    "toml-key-twice": Sentence(
        id="Kunci di baris “{value}” sudah ditulis sebelumnya. Hapus, atau gabungkan dengan yang pertama.",
        en="The key in the line “{value}” was written before. Remove it, or join it with the first.",
    ),
    "toml-table-single": Sentence(
        id="“{value}” ada beberapa di berkas ini, jadi kurung sikunya rangkap. Tulis: {suggestion}",
        en="There are several “{value}” in this file, so its brackets are doubled. Write: {suggestion}",
    ),
    "toml-list-open": Sentence(
        id="Daftar di baris “{value}” tidak ditutup, atau kurang koma. Tutup dengan kurung siku ].",
        en="The list in the line “{value}” is not closed, or lacks a comma. Close it with a bracket ].",
    ),
    "toml-table-open": Sentence(
        id="Kurung siku di baris “{value}” tidak ditutup. Tulis: {suggestion}",
        en="The bracket in the line “{value}” is not closed. Write: {suggestion}",
    ),
    "front-matter-missing": Sentence(
        id="Surat harus mulai dengan baris +++, lalu kunci surat (jenis, nomor, tanggal …), lalu baris +++ lagi, lalu isinya.",
        en="A letter must begin with a line +++, then the keys of the letter (jenis, nomor, tanggal …), then +++ again, then the text.",
    ),
    "front-matter-unclosed": Sentence(
        id="Bagian kunci surat tidak ditutup. Tambahkan baris +++ sebelum isi surat.",
        en="The keys of the letter are not closed. Add a line +++ before the text.",
    ),
    "front-matter-yaml": Sentence(
        id='Surat ini mulai dengan ---. Pakai +++ di awal dan di akhir, dan tulis kunci = "isi".',
        en='This letter begins with ---. Use +++ at both ends, and write key = "content".',
    ),
    # ---- keys and types
    "setting-unknown": Sentence(
        id="Kunci “{value}” tidak dikenal. Hapus, atau periksa ejaannya.",
        en="The key “{value}” is not known. Remove it, or check its spelling.",
    ),
    "key-missing": Sentence(
        id="Kunci “{key}” belum diisi, padahal wajib. Tambahkan.",
        en="The key “{key}” is required but missing. Add it.",
    ),
    "not-a-table": Sentence(
        id="Bagian ini harus berupa tabel kunci = isi, bukan {value}.",
        en="This must be a table of key = content, not {value}.",
    ),
    "not-a-list": Sentence(
        id='Bagian ini harus berupa daftar, seperti ["satu", "dua"], bukan {value}.',
        en='This must be a list such as ["one", "two"], not {value}.',
    ),
    "not-a-text": Sentence(
        id="Isi {value} harus berupa teks. Tulis di antara tanda kutip.",
        en="The content {value} must be text. Put it in quotes.",
    ),
    "wrong-type": Sentence(
        id="“{path}” harus berupa {expected}, bukan {value}.",
        en="“{path}” must be {expected}, not {value}.",
    ),
    "moment-naive": Sentence(
        id="Saat {value} pada “{path}” tidak menyebut zona waktunya. Beri zona waktu (tzinfo), misalnya WIB.",
        en="The moment {value} in “{path}” does not say its time zone. Give it one (tzinfo), such as UTC.",
    ),
    "not-a-flag": Sentence(
        id="Isinya harus true atau false tanpa tanda kutip, bukan {value}.",
        en="This must be true or false without quotes, not {value}.",
    ),
    "not-a-number": Sentence(
        id="Isinya harus bilangan lebih dari nol tanpa tanda kutip, bukan {value}.",
        en="This must be a number above zero without quotes, not {value}.",
    ),
    "not-a-date": Sentence(
        id="{value} bukan tanggal. Tulis tahun-bulan-hari tanpa tanda kutip, misalnya 2026-11-24.",
        en="{value} is not a date. Write year-month-day without quotes, such as 2026-11-24.",
    ),
    "field-empty": Sentence(
        id="Teksnya kosong. Isi, atau hapus kuncinya.",
        en="The text is empty. Fill it in, or remove the key.",
    ),
    "text-many-lines": Sentence(
        id="Teks ini harus satu baris saja.",
        en="This text must be one line only.",
    ),
    "text-invisible": Sentence(
        id="Teks ini memuat karakter tak terlihat ({character}), biasanya dari salin-tempel. Ketik ulang.",
        en="This text holds an invisible character ({character}), usually from copy and paste. Type it again.",
    ),
    "choice-unknown": Sentence(
        id="“{value}” bukan pilihan yang ada. Pilih salah satu: {choices}.",
        en="“{value}” is not one of the choices. Choose one: {choices}.",
    ),
    # ---- the office
    "region-code-malformed": Sentence(
        id="Kode wilayah “{value}” tidak berbentuk 32.15.01.2001 (2, 2, 2 dan 4 angka dipisah titik).",
        en="The region code “{value}” is not of the form 32.15.01.2001 (2, 2, 2 and 4 digits between dots).",
    ),
    "postal-code-malformed": Sentence(
        id="Kode pos “{value}” harus 5 angka.",
        en="The postal code “{value}” must be 5 digits.",
    ),
    "area-code-malformed": Sentence(
        id="Kode area “{value}” harus 3 atau 4 angka dan mulai dengan 0, misalnya 0267.",
        en="The area code “{value}” must be 3 or 4 digits and begin with 0, such as 0267.",
    ),
    "identifier-malformed": Sentence(
        id="Pengenal “{value}” harus huruf kecil, angka, - atau _ dan mulai dengan huruf, misalnya kades.",
        en="The identifier “{value}” must be lower-case letters, digits, - or _ and begin with a letter, such as kades.",
    ),
    "nip-malformed": Sentence(
        id="NIP “{value}” harus 18 angka.",
        en="The NIP “{value}” must have 18 digits.",
    ),
    "situs-malformed": Sentence(
        id="“{value}” bukan nama situs. Tulis namanya saja dengan huruf kecil, tanpa https:// dan tanpa garis miring, misalnya sukamaju.desa.id.",
        en="“{value}” is not the name of a site. Write only the name in lower case, without https:// and slashes, such as sukamaju.desa.id.",
    ),
    "level-word-in-name": Sentence(
        id="“{value}” sudah memuat kata “{word}”, sehingga akan tercetak dua kali. Tulis: {suggestion}",
        en="“{value}” already holds the word “{word}”, which would be printed twice. Write: {suggestion}",
    ),
    "signatory-twice": Sentence(
        id="Pengenal pejabat “{value}” dipakai dua kali. Beri pengenal yang berbeda.",
        en="The identifier “{value}” is used for two signatories. Give each its own.",
    ),
    "term-backwards": Sentence(
        id="Masa jabatan berakhir ({value}) sebelum mulai ({since}). Periksa tanggal sejak dan sampai.",
        en="The term of office ends ({value}) before it begins ({since}). Check the dates sejak and sampai.",
    ),
    "institution-missing": Sentence(
        id='Kop “{value}” dimulai dengan nama lembaga, tetapi kop.lembaga belum diisi. Tambahkan, misalnya lembaga = "Karang Taruna Bina Muda".',
        en='A letterhead “{value}” begins with the name of the institution, but kop.lembaga is missing. Add it, such as lembaga = "Karang Taruna Bina Muda".',
    ),
    "crest-missing": Sentence(
        id="Berkas lambang {value} tidak ditemukan (dicari: {file}). Salin berkasnya ke sana, atau betulkan namanya.",
        en="The crest {value} is not at {file}. Copy the file there, or correct the name.",
    ),
    "crest-unreadable": Sentence(
        id="Berkas lambang {value} tidak dapat dibuka. Tutup program lain yang memakainya, atau periksa izin aksesnya.",
        en="The crest {value} cannot be opened. Close other programs that use it, or check its permissions.",
    ),
    # ---- the letter
    "summary-too-long": Sentence(
        id="Ringkasan ini {length} karakter, padahal di dalam QR paling banyak {most}. Pendekkan.",
        en="This summary has {length} characters, but the QR code takes at most {most}. Shorten it.",
    ),
    "signer-not-named": Sentence(
        id='Penandatangan belum disebut. Isi oleh = "pengenal pejabat di desa.toml", atau nama dan jabatan.',
        en='The signatory is not named. Give oleh = "identifier of a signatory in desa.toml", or nama and jabatan.',
    ),
    "signer-named-twice": Sentence(
        id="Pakai oleh untuk pejabat yang ada di desa.toml, atau nama (dengan jabatan, nip, pangkat) untuk orang dari luar; jangan keduanya.",
        en="Use oleh for a signatory in desa.toml, or nama (with jabatan, nip, pangkat) for somebody from outside; not both.",
    ),
}
