"""Sentences of the markup of letters, of signers, profiles and fitting a letter on one page."""

from __future__ import annotations

from kopsurat.messages import Sentence

SENTENCES: dict[str, Sentence] = {
    # ---- markup
    "markup-too-long": Sentence(
        id="Teks surat terlalu panjang ({size} karakter, paling banyak {maximum}). Pecah menjadi beberapa surat.",
        en="The text is too long ({size} characters, at most {maximum}). Split it into several letters.",
    ),
    "markup-too-deep": Sentence(
        id="Daftar atau kutipan bersusun terlalu dalam (paling banyak {maximum} tingkat). Sederhanakan susunannya.",
        en="Lists or quotations are nested too deeply (at most {maximum} levels). Make the structure simpler.",
    ),
    "markup-control": Sentence(
        id="Ada karakter kendali {character} yang tidak dapat dicetak. Hapus, biasanya terbawa saat menyalin teks.",
        en="There is a control character {character} that cannot be printed. Delete it; copying often brings it.",
    ),
    "markup-html": Sentence(
        id="Kode HTML {value} tidak dipakai dalam surat. Tulis dengan tanda surat (**tebal**, *miring*), atau "
        "beri garis miring terbalik di depannya (\\<) bila memang harus tercetak.",
        en="HTML such as {value} is not used in letters. Use the letter's own marks (**bold**, *italic*), or "
        "put a backslash before it (\\<) if it is to be printed.",
    ),
    "markup-image": Sentence(
        id="Gambar {value} tidak dapat disisipkan dalam isi surat. Hapus baris itu; lambang diatur di desa.toml.",
        en="The picture {value} cannot stand in the text of a letter. Remove it; the crest is set in desa.toml.",
    ),
    "markup-link": Sentence(
        id="Tautan {value} tidak dapat dicetak. Tulis alamatnya langsung, misalnya sukamaju.desa.id.",
        en="The link {value} cannot be printed. Write the address itself, such as sukamaju.desa.id.",
    ),
    "markup-code": Sentence(
        id="Pagar kode {value} tidak dipakai dalam surat. Hapus baris itu.",
        en="A fence of code {value} is not used in letters. Remove the line.",
    ),
    "markup-rule": Sentence(
        id="Baris {value} tidak berarti apa-apa dalam surat. Untuk halaman baru tulis “::: halaman-baru”.",
        en='The line {value} means nothing in a letter. For a new page write "::: halaman-baru".',
    ),
    "markup-separator": Sentence(
        id="Baris {value} hanya berarti di dalam “::: kolom”, untuk memulai kolom berikutnya.",
        en='The line {value} has a meaning only inside "::: kolom", where it begins the next column.',
    ),
    "markup-container-unknown": Sentence(
        id="Penanda {value} tidak dikenal. Yang ada: {known}.",
        en="The container {value} is unknown. There are: {known}.",
    ),
    "markup-container-stray": Sentence(
        id="Baris “:::” ini menutup sesuatu yang tidak pernah dibuka. Hapus, atau tulis pembukanya di atas.",
        en='This ":::" closes something that was never opened. Remove it, or write the opening line above.',
    ),
    "markup-container-open": Sentence(
        id="“::: {name}” tidak ditutup. Tulis baris “:::” di akhirnya.",
        en='"::: {name}" is never closed. Write a line ":::" where it ends.',
    ),
    "markup-appendix-nested": Sentence(
        id="Lampiran tidak dapat dimulai di dalam daftar, kolom, atau kutipan. Pindahkan ke tepi kiri.",
        en="A lampiran cannot begin inside a list, a column or a quotation. Move it to the left margin.",
    ),
    "markup-blank-lines": Sentence(
        id="Jumlah baris {value} tidak dapat dipakai; tulis angka 1 sampai {maximum}.",
        en="{value} is not a number of lines; write a number from 1 to {maximum}.",
    ),
    "markup-table-delimiter": Sentence(
        id="Tabel ini tidak lengkap: setiap barisnya diawali “|”, dan di bawah kepala tabel harus ada baris "
        "“|---|---|”.",
        en='This table is not complete: every row begins with "|", and a line "|---|---|" must stand under its '
        "head.",
    ),
    "markup-table-wide": Sentence(
        id="Tabel memiliki {columns} kolom; paling banyak {maximum}. Bagi menjadi dua tabel.",
        en="The table has {columns} columns; at most {maximum}. Divide it in two.",
    ),
    "markup-table-ragged": Sentence(
        id="Baris ini memiliki {cells} sel, padahal tabelnya {columns} kolom. Periksa tanda “|”; tulis \\| bila "
        "garis itu bagian dari teks.",
        en="This row has {cells} cells, but the table has {columns} columns. Check the bars; write \\| for a bar "
        "that belongs to the text.",
    ),
    "markup-table-span": Sentence(
        id="Sel gabungan {value} tidak membentuk persegi. “<” menyambung sel di kirinya, “^” sel di atasnya.",
        en='The merged cell {value} makes no rectangle. "<" joins the cell at its left, "^" the one above.',
    ),
    "markup-footnote-missing": Sentence(
        id="Catatan kaki [^{note}] tidak ada isinya. Tulis baris “[^{note}]: …” di bagian bawah.",
        en='The footnote [^{note}] has no text. Write a line "[^{note}]: …" further down.',
    ),
    "markup-footnote-twice": Sentence(
        id="Catatan kaki [^{note}] ditulis dua kali. Beri nama lain pada salah satunya.",
        en="The footnote [^{note}] is written twice. Give one of them another name.",
    ),
    "markup-recitals-empty": Sentence(
        id="Setelah “{value} :” belum ada isinya. Tulis butir-butirnya di bawahnya.",
        en='Nothing stands after "{value} :". Write its clauses under it.',
    ),
    # ---- signers
    "signatory-unknown": Sentence(
        id="Penanda tangan “{value}” tidak ada di desa.toml. Yang terdaftar: {known}.",
        en='The signatory "{value}" is not in desa.toml. Known are: {known}.',
    ),
    "signatory-not-in-office": Sentence(
        id="{value} tidak sedang menjabat pada tanggal surat ({date}); masa jabatannya {since} sampai {until}. "
        "Periksa tanggal surat, atau pilih penanda tangan lain.",
        en="{value} was not in office on the date of the letter ({date}); the term is {since} to {until}. "
        "Check the date, or choose another signatory.",
    ),
    "signatures-too-many": Sentence(
        id="Surat ini memiliki {value} penanda tangan; paling banyak {maximum}. Gunakan tabel untuk daftar tanda "
        "tangan.",
        en="This letter has {value} signatories; at most {maximum}. Use a table for a list of signatures.",
    ),
    # ---- seals and drafts
    "seal-and-link": Sentence(
        id="Surat hanya dapat memuat satu kode QR: segel kopsurat atau tautan sendiri, tidak keduanya.",
        en="A letter carries one QR code: the seal of kopsurat or a link of your own, not both.",
    ),
    "draft-sealed": Sentence(
        id="Draf tidak boleh disegel. Hapus tanda draf, lalu segel suratnya.",
        en="A draft must not be sealed. Take away the mark of a draft, then seal the letter.",
    ),
    "link-not-https": Sentence(
        id="Tautan pemeriksaan {value} harus diawali https://.",
        en="The verification link {value} must begin with https://.",
    ),
    # ---- profiles
    "profile-unknown": Sentence(
        id="Profil “{value}” tidak ada. Yang tersedia: {known}. Untuk profil sendiri, tulis jalur berkasnya yang "
        "berakhiran .toml.",
        en='There is no profile "{value}". There are: {known}. For a profile of your own, write the path of its file, '
        "which ends in .toml.",
    ),
    "profile-base-unknown": Sentence(
        id="Profil sendiri dimulai dari profil bawaan, dan “{value}” bukan salah satunya: {known}.",
        en='A profile of your own starts from a built-in one, and "{value}" is none: {known}.',
    ),
    "profile-missing": Sentence(
        id="Berkas profil {value} tidak ditemukan (dicari: {file}). Salin berkasnya ke sana, atau betulkan kop.profil.",
        en="The profile {value} is not at {file}. Copy the file there, or correct kop.profil.",
    ),
    "profile-unreadable": Sentence(
        id="Berkas profil {value} tidak dapat dibuka. Tutup program lain yang memakainya, atau periksa izin aksesnya.",
        en="The profile {value} cannot be opened. Close other programs that use it, or check its permissions.",
    ),
    "profile-not-utf8": Sentence(
        id="Berkas profil {value} bukan teks UTF-8 (baris {line}). Simpan ulang sebagai UTF-8.",
        en="The profile {value} is not UTF-8 text (line {line}). Save it as UTF-8.",
    ),
    "profile-no-room": Sentence(
        id="Margin profil ini menyisakan bidang tulis {width} × {height} mm pada kertas {paper}; paling sedikit "
        "{least_width} × {least_height} mm. Kecilkan margin, atau pilih kertas yang lebih besar.",
        en="The margins of this profile leave {width} × {height} mm for text on {paper} paper; at least {least_width} × "
        "{least_height} mm are needed. Make the margins smaller, or choose larger paper.",
    ),
    "profile-syntax": Sentence(
        id="Berkas profil tidak dapat dibaca sebagai TOML: {value}.",
        en="The profile is not readable as TOML: {value}.",
    ),
    "profile-key-unknown": Sentence(
        id="Kunci “{value}” tidak dikenal dalam profil.",
        en='The key "{value}" is unknown in a profile.',
    ),
    "profile-key-missing": Sentence(
        id='Kunci ini belum ada. Isi, atau tulis mulai_dari = "umum" agar yang kosong mengikuti profil umum.',
        en='This key is missing. Fill it in, or write mulai_dari = "umum" to take the rest from that profile.',
    ),
    "profile-value": Sentence(
        id="Isi {value} tidak dapat dipakai di sini; yang diharapkan: {expected}.",
        en="{value} cannot be used here; expected: {expected}.",
    ),
    "garuda-missing": Sentence(
        id="Profil ini meminta lambang Garuda pada kop jabatan, tetapi gambarnya belum ada. Isi kop.lambang_kanan.",
        en="This profile wants the Garuda on the jabatan head, but there is no picture. Set kop.lambang_kanan.",
    ),
    "script-missing": Sentence(
        id="Profil ini mewajibkan aksara {value} pada kop. Isi kop.aksara di desa.toml.",
        en="This profile requires {value} script on the letterhead. Set kop.aksara in desa.toml.",
    ),
    # ---- fitting on one page
    "fit-pitch": Sentence(
        id="Jarak baris dirapatkan menjadi {value} pt agar muat satu halaman.",
        en="The line pitch was reduced to {value} pt to fit one page.",
    ),
    "fit-room": Sentence(
        id="Ruang tanda tangan dikurangi menjadi {value} mm agar muat satu halaman.",
        en="The room for the signature was reduced to {value} mm to fit one page.",
    ),
    "fit-size": Sentence(
        id="Ukuran huruf dikecilkan menjadi {value} pt agar muat satu halaman.",
        en="The type was reduced to {value} pt to fit one page.",
    ),
    "fit-failed": Sentence(
        id="Surat ini tidak muat satu halaman walaupun dirapatkan, jadi dibiarkan seperti biasa: {value} halaman. "
        "Persingkat isinya, atau terima lebih dari satu halaman.",
        en="The letter does not fit one page even at its tightest, so it is set as usual: {value} pages. Shorten it, or "
        "accept more than one page.",
    ),
}
