"""Sentences of the commands that keep the register and build the site."""

from __future__ import annotations

from typing import Final

from kopsurat.messages import Sentence

SENTENCES: Final[dict[str, Sentence]] = {
    "help-any-address": Sentence(
        id="Register surat: nama berkas atau postgresql://…; bila tidak disebut, KOPSURAT_REGISTER atau register.db di sebelah desa.toml.",
        en="The register: a file name or postgresql://…; by default KOPSURAT_REGISTER, or register.db beside desa.toml.",
    ),
    "help-render-register": Sentence(
        id="Catat surat bersegel di register (agenda surat keluar); nomor yang sudah dipakai ditolak. Boleh dengan nama berkas atau postgresql://….",
        en="Enter the sealed letter in the register; a number already used is refused. May name a file or postgresql://….",
    ),
    "help-batch-register": Sentence(
        id="Catat semua surat bersegel di register (agenda surat keluar), atau tidak satu pun; nomor yang sudah dipakai ditolak. Boleh dengan nama berkas atau postgresql://….",
        en="Enter all sealed letters in the register, or none; a number already used is refused. May name a file or postgresql://….",
    ),
    "cli-batch-registered": Sentence(
        id="{count} surat tercatat di agenda surat keluar, nomor urut {first} sampai {last}.",
        en="{count} letters are entered in the agenda, numbers {first} to {last}.",
    ),
    "cli-reprint-revoked": Sentence(
        id="Surat {value} sudah dicabut pada {day}: siapa pun yang memeriksa cetakan ini mendapat jawaban “dicabut”. Terbitkan penggantinya dengan nomor baru.",
        en="The letter {value} was revoked on {day}: whoever verifies this print is told so. Issue the letter in its place with a new number.",
    ),
    "cli-registered-unwritten": Sentence(
        id="{count} surat sudah tercatat di register, tetapi berkas {value} tidak dapat ditulis, jadi tidak ada berkas yang berubah. Tutup program yang memakainya, lalu ulangi perintah yang sama: segelnya tetap sama dan tidak ada yang tercatat dua kali.",
        en="{count} letters are in the register, but the file {value} cannot be written, so no file was changed. Close the program that uses it and give the same command again: the seals stay the same and nothing is entered twice.",
    ),
    "cli-register-needs-seal": Sentence(
        id="Hanya surat bersegel yang dicatat di register. Sertakan --key.",
        en="Only a sealed letter is entered in the register. Add --key.",
    ),
    "cli-register-is-document": Sentence(
        id="Sesudah {option} tertulis {value}, yang terbaca sebagai nama register. Pindahkan {option} ke akhir perintah.",
        en="{value} stands behind {option}, so it is read as the name of the register. Move {option} to the end of the command.",
    ),
    "cli-backup-other-file": Sentence(
        id="{value} sudah ada dan bukan cadangan register, jadi tidak ditimpa. Pilih nama lain, misalnya cadangan.jsonl.",
        en="{value} is there already and is no backup of a register, so it is not overwritten. Choose another name, such as cadangan.jsonl.",
    ),
    "cli-head-malformed": Sentence(
        id="Sidik terdiri atas 64 angka dan huruf a sampai f; yang ditulis {count} karakter. Salin seluruhnya dari catatan Anda.",
        en="A hash has 64 digits and letters from a to f; this has {count} characters. Copy all of it from your note.",
    ),
    "register-other-file": Sentence(
        id="Berkas ini bukan register, atau rusak. Sebut berkas register (biasanya register.db), atau pulihkan cadangan dengan kopsurat number restore.",
        en="This file is no register, or it is damaged. Name the file of the register (usually register.db), or restore a backup with kopsurat number restore.",
    ),
    "register-busy": Sentence(
        id="Register sedang dipakai program lain dan tidak dilepas selama {seconds} detik. Tidak ada yang tersimpan. Tutup program itu, atau tunggu sampai selesai, lalu ulangi.",
        en="Another program holds the register and did not let go of it for {seconds} seconds. Nothing was stored. Close that program, or wait until it is done, and try again.",
    ),
    # ---- number
    "help-number": Sentence(
        id="Ambil nomor surat, catat surat masuk dan ekspedisi, cari, cetak buku, dan cadangkan register.",
        en="Take numbers, enter incoming and handed-over letters, search, print the books, back the register up.",
    ),
    "help-number-take": Sentence(
        id="Ambil nomor berikutnya untuk sebuah surat dan tuliskan ke dalamnya. Pola nomor pada surat, seperti 470/{{urut:03}}/DS-SM/{{bulan_romawi}}/{{tahun}}, diganti nomor jadi.",
        en="Take the next number for a letter and write it in. The pattern in the letter, such as 470/{{urut:03}}/DS-SM/{{bulan_romawi}}/{{tahun}}, becomes the number.",
    ),
    "help-number-take-scope": Sentence(
        id="Deret nomor: semua surat satu deret (semua), atau nama deret lain.",
        en="The series: one for all letters (semua), or another name.",
    ),
    "help-number-list": Sentence(id="Tampilkan agenda surat setahun.", en="Show the agenda of a year."),
    "help-number-list-direction": Sentence(
        id="keluar (surat keluar) atau masuk (surat masuk).", en="keluar (sent) or masuk (received)."
    ),
    "help-any-year": Sentence(id="Tahun; bila tidak disebut, tahun ini.", en="Year; by default this year."),
    "help-number-search": Sentence(
        id="Cari surat menurut nomor, tujuan, isi, atau jenisnya.",
        en="Find letters by number, party, summary or kind.",
    ),
    "help-number-receive": Sentence(id="Catat surat masuk.", en="Enter a letter that came in."),
    "help-number-ship": Sentence(
        id="Catat surat yang diserahkan di buku ekspedisi.",
        en="Enter a handed-over letter in the buku ekspedisi.",
    ),
    "help-any-nomor": Sentence(id="Nomor yang tercetak pada surat.", en="The number printed on the letter."),
    "help-any-date": Sentence(
        id="Tanggal surat, seperti 2026-11-24.", en="The letter's date, such as 2026-11-24."
    ),
    "help-any-day": Sentence(
        id="Tanggal diterima atau dikirim; bila tidak disebut, hari ini.",
        en="Day received or sent; by default today.",
    ),
    "help-any-party": Sentence(id="Pengirim atau tujuan surat.", en="Sender or recipient."),
    "help-any-summary": Sentence(id="Isi singkat surat.", en="What the letter is about."),
    "help-any-remark": Sentence(id="Keterangan.", en="Remark."),
    "help-number-print": Sentence(
        id="Cetak buku agenda atau buku ekspedisi setahun sebagai PDF atau DOCX.",
        en="Print the agenda or the buku ekspedisi of a year as PDF or DOCX.",
    ),
    "help-number-backup": Sentence(
        id="Tulis cadangan seluruh register ke satu berkas.",
        en="Write a backup of the whole register to one file.",
    ),
    "help-number-restore": Sentence(
        id="Pulihkan cadangan ke register baru yang kosong.",
        en="Restore a backup into a new, empty register.",
    ),
    "cli-number-taken": Sentence(
        id="Nomor {value} ditulis ke {file}.", en="The number {value} was written into {file}."
    ),
    "cli-number-present": Sentence(
        id="{file} sudah bernomor: {value}. Tidak ada yang diubah.",
        en="{file} has a number already: {value}. Nothing was changed.",
    ),
    "cli-number-blank": Sentence(
        id="Nomor {value} masih bertitik-titik. Ganti titik-titiknya dengan pola nomor urut, misalnya {suggestion}, lalu ulangi.",
        en="The nomor {value} still holds dots. Put the pattern of the running number in their place, such as {suggestion}, and try again.",
    ),
    "cli-number-no-line": Sentence(
        id='{value} tidak punya baris nomor = "…" di bagian atasnya. Tambahkan pola nomornya di sana.',
        en='{value} has no line nomor = "…" in its front matter. Add the pattern there.',
    ),
    "cli-letter-registered": Sentence(
        id="Tercatat di agenda surat keluar nomor urut {order}.",
        en="Entered in the agenda as number {order}.",
    ),
    "cli-entered": Sentence(id="Tercatat dengan nomor urut {order}.", en="Entered as number {order}."),
    "cli-entry-blank": Sentence(
        id="Isian ini kosong, padahal yang sudah tercatat tidak dapat ditarik lagi. "
        "Tulis isinya, atau tanda hubung (-) bila memang tidak ada.",
        en="This is empty, and what is entered cannot be taken back. Write it, or a hyphen (-) if there is none.",
    ),
    "cli-shipped": Sentence(id="Tercatat di buku ekspedisi.", en="Entered in the buku ekspedisi."),
    "cli-nothing-found": Sentence(id="Tidak ada surat yang cocok.", en="No letter matches."),
    "cli-backup-written": Sentence(
        id="Cadangan berisi {count} baris ditulis ke {value}.",
        en="A backup of {count} rows was written to {value}.",
    ),
    "cli-backup-restored": Sentence(
        id="{count} baris dipulihkan dari {value}.", en="{count} rows were restored from {value}."
    ),
    "cli-agenda-order": Sentence(id="No.", en="No."),
    "cli-agenda-date": Sentence(id="Tanggal", en="Date"),
    "cli-agenda-party": Sentence(id="Tujuan/pengirim", en="Party"),
    "cli-agenda-summary": Sentence(id="Isi singkat", en="Summary"),
    "cli-agenda-state": Sentence(id="Keadaan", en="State"),
    "cli-agenda-revoked": Sentence(id="dicabut", en="revoked"),
    "cli-register-missing": Sentence(
        id="Register {value} belum ada. Register dibuat saat nomor pertama diambil: kopsurat number take surat.md",
        en="There is no register {value} yet. It is made with the first number: kopsurat number take surat.md",
    ),
    # ---- revoke
    "help-revoke": Sentence(
        id="Cabut surat yang sudah disegel. Sebut kode di bawah QR, tautannya, atau nomornya; lalu perbarui situs dengan kopsurat site build.",
        en="Withdraw a sealed letter. Name the code under its QR, its link or its number; then update the site with kopsurat site build.",
    ),
    "help-revoke-reason": Sentence(
        id="Alasan: corrected (diganti yang benar), withdrawn (ditarik), misused (disalahgunakan), issued-in-error (salah terbit).",
        en="Why: corrected, withdrawn, misused, or issued-in-error.",
    ),
    "help-revoke-replacement": Sentence(
        id="Surat pengganti, bila ada.", en="The letter in its place, if there is one."
    ),
    "cli-revoked": Sentence(
        id="Surat {value} dicabut. Jalankan kopsurat site build agar situs menampilkannya.",
        en="The letter {value} is revoked. Run kopsurat site build so that the site shows it.",
    ),
    "cli-letter-not-found": Sentence(
        id="Tidak ada surat bersegel {value} di register. Periksa kode di bawah QR; surat yang disegel tanpa --register tidak tercatat di sini.",
        en="No sealed letter {value} is in the register. Check the code under the QR; a letter sealed without --register is not entered here.",
    ),
    "cli-letter-ambiguous": Sentence(
        id="Ada {count} surat dengan nomor {value}. Sebut kode di bawah QR.",
        en="{count} letters have the number {value}. Name the code under the QR.",
    ),
    # ---- log
    "help-log": Sentence(
        id="Periksa apakah register diubah di luar kopsurat.",
        en="Check whether anybody changed the register.",
    ),
    "help-log-verify": Sentence(
        id="Periksa rantai catatan dan isi register. Kode keluar 1 bila ada yang berubah.",
        en="Check the chain of the log and the tables. Exit code 1 if anything was changed.",
    ),
    "help-log-verify-head": Sentence(
        id="Sidik yang pernah dicatat di luar komputer; semua yang tercatat sebelumnya harus masih ada.",
        en="A hash noted outside the computer; all that was entered before must still be there.",
    ),
    "help-log-head": Sentence(
        id="Tampilkan sidik catatan terakhir, untuk ditulis di buku.",
        en="Show the hash of the last line, to note on paper.",
    ),
    "log-head-unknown": Sentence(
        id="Sidik {value} tidak ada dalam catatan: register ini bukan lagi register yang dulu. Pulihkan dari cadangan.",
        en="The hash {value} is not in the log: this is not the register it was. Restore a backup.",
    ),
    "cli-log-sound": Sentence(
        id="Register utuh: tidak ada tanda perubahan dari luar.",
        en="The register is sound: no sign of tampering.",
    ),
    # ---- site
    "help-site": Sentence(
        id="Buat situs statis untuk memeriksa surat, dan lihat hasilnya.",
        en="Build the static site that checks letters, and look at it.",
    ),
    "help-site-build": Sentence(
        id="Tulis situs ke FOLDER: halaman pemeriksa, kunci, daftar surat terbit dan dicabut, kontak resmi. Ulangi sedikitnya sebulan sekali.",
        en="Write the site into FOLDER: the page, the keys, the lists of issued and revoked letters, the contacts. Repeat at least monthly.",
    ),
    "help-site-build-tenants": Sentence(
        id="Situs (atau folder daftar) dari desa lain yang menumpang di situs ini. Boleh berkali-kali.",
        en="The site (or folder of lists) of another village that shares this host. May be repeated.",
    ),
    "cli-tenant-elsewhere": Sentence(
        id="Kunci di {value} untuk situs {other}, bukan {host}. Desa yang menumpang menulis "
        'situs = "{host}" pada bagian [verifikasi] desa.toml, lalu menjalankan kopsurat site build.',
        en="The keys in {value} are for {other}, not for {host}. A village that shares the host writes "
        'situs = "{host}" under [verifikasi] of its desa.toml and runs kopsurat site build.',
    ),
    "cli-tenant-list-foreign": Sentence(
        id="Daftar {value} tidak ditandatangani kunci desa itu sendiri. Minta ulang seluruh folder dari desa itu.",
        en="The list {value} is not signed by a key of that village. Ask the village for the whole folder again.",
    ),
    "help-site-serve": Sentence(
        id="Tampilkan situs di komputer ini saja.", en="Serve the site on this computer only."
    ),
    "help-site-serve-port": Sentence(id="Nomor pintu (port).", en="Port."),
    "cli-site-beside-keys": Sentence(
        id="Situs tidak dibuat di {value}, karena {private} ada di dalamnya dan akan ikut tersalin ke hosting. Sebut folder lain yang kosong, misalnya situs.",
        en="The site is not built in {value}, because {private} is in it and would be copied to the host. Name another, empty folder, such as situs.",
    ),
    "cli-site-built": Sentence(
        id="Situs untuk {host} siap di {value} ({count} berkas ditulis). Salin isinya ke hosting Anda.",
        en="The site for {host} is ready in {value} ({count} files written). Copy its content to your host.",
    ),
    "cli-site-missing": Sentence(
        id="Di folder {value} belum ada situs. Buat dahulu dengan kopsurat site build.",
        en="There is no site in {value}. Make it first with kopsurat site build.",
    ),
    "cli-site-served": Sentence(
        id="Buka {value} di peramban. Tekan Ctrl+C untuk berhenti.",
        en="Open {value} in a browser. Ctrl+C stops.",
    ),
    "cli-port-taken": Sentence(
        id="Port {value} sedang dipakai. Pilih yang lain dengan --port.",
        en="Port {value} is in use. Choose another with --port.",
    ),
}
