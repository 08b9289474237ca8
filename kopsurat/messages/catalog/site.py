"""Words of the public page that checks letters."""

from __future__ import annotations

from typing import Final

from kopsurat.messages import Sentence

SENTENCES: Final[dict[str, Sentence]] = {
    "page-title": Sentence(id="Periksa keaslian surat", en="Check a letter"),
    "page-ask": Sentence(
        id="Pindai kode QR pada surat dengan kamera ponsel, atau ketik kode yang tercetak di bawah QR.",
        en="Scan the QR code on the letter with your phone's camera, or type the code printed under it.",
    ),
    "page-text-label": Sentence(
        id="Kode di bawah QR, atau tautan lengkapnya", en="The code under the QR, or the whole link"
    ),
    "page-check": Sentence(id="Periksa", en="Check"),
    "page-checking": Sentence(id="Sedang diperiksa …", en="Checking …"),
    "page-again": Sentence(id="Periksa surat lain", en="Check another letter"),
    "page-camera": Sentence(id="Pindai dengan kamera", en="Scan with the camera"),
    "page-picture": Sentence(id="Atau pilih foto surat", en="Or choose a photo of the letter"),
    "page-no-code": Sentence(
        id="Tidak ada kode QR yang terbaca pada gambar itu. Foto lebih dekat dan lebih terang.",
        en="No QR code could be read in that picture. Take it from closer, in better light.",
    ),
    "page-no-camera": Sentence(
        id="Kamera tidak dapat dibuka. Ketik kode di bawah QR.",
        en="The camera cannot be opened. Type the code under the QR.",
    ),
    "page-noscript": Sentence(
        id="Halaman ini memerlukan JavaScript. Anda juga dapat menelepon kantor desa untuk memeriksa surat.",
        en="This page needs JavaScript. You can also call the village office to check a letter.",
    ),
    "page-genuine-seal": Sentence(
        id=(
            "Segel asli belum tentu surat asli: kalau satu saja di atas berbeda dari surat di tangan Anda, jangan "
            "terima surat itu."
        ),
        en=(
            "A genuine seal is not yet a genuine letter: if a single thing above differs from the letter in your "
            "hand, do not accept it."
        ),
    ),
    "page-compare": Sentence(id="Cocokkan dengan surat", en="Compare with the letter"),
    "page-questions": Sentence(id="Yang diperiksa", en="What was checked"),
    "page-question-intact": Sentence(id="Apakah segelnya utuh?", en="Is the seal intact?"),
    "page-question-issuer": Sentence(
        id="Siapa yang menerbitkan, dan dari mana kita tahu?", en="Who issued it, and how do we know?"
    ),
    "page-question-in-force": Sentence(
        id="Apakah suratnya masih berlaku?", en="Is the letter still in force?"
    ),
    "page-question-signer": Sentence(
        id="Apakah penanda tangan menjabat pada tanggal surat?",
        en="Was the signatory in office on that date?",
    ),
    "page-answer-yes": Sentence(id="Ya", en="Yes"),
    "page-answer-no": Sentence(id="Tidak", en="No"),
    "page-answer-unknown": Sentence(id="Belum dapat dipastikan", en="Cannot be told"),
    "page-known-by-site": Sentence(id="menurut situs {host} sendiri", en="as the site {host} itself says"),
    "page-reasons": Sentence(id="Keterangan", en="Details"),
    "page-too-old": Sentence(
        id="Peramban ini terlalu lama, atau halaman tidak dibuka lewat https. Coba ponsel lain atau telepon kantor desa.",
        en="This browser is too old, or the page was not opened over https. Try another phone or call the office.",
    ),
    "page-failed": Sentence(
        id="Pemeriksaan gagal karena gangguan teknis. Muat ulang halaman ini.",
        en="The check failed for a technical reason. Reload this page.",
    ),
    "page-not-tte": Sentence(
        id="Segel QR ini bukan tanda tangan elektronik tersertifikasi (TTE). Segel menunjukkan bahwa isi pokok surat dicatat oleh kantor desa.",
        en="This QR seal is not a certified electronic signature (TTE). It shows that the office recorded the letter's main points.",
    ),
    "page-privacy": Sentence(
        id="Isi surat tidak dikirim ke server: pemeriksaan berlangsung di ponsel Anda. Halaman ini tidak meminta data apa pun.",
        en="Nothing of the letter is sent to the server: the check runs on your phone. This page asks for no data.",
    ),
    "page-contact": Sentence(id="Kontak resmi kantor desa", en="The office's official contacts"),
    "page-do-green": Sentence(
        id="Terima surat hanya kalau isinya sama dengan daftar di bawah ini.",
        en="Accept the letter only if it says the same as the list below.",
    ),
    "page-do-yellow": Sentence(
        id="Tanyakan dulu ke kantor desa sebelum surat diterima. Kontak resminya ada di bawah.",
        en="Ask the office before you accept the letter. Its official contacts are below.",
    ),
    "page-do-red": Sentence(
        id="Jangan terima surat ini. Tanyakan ke kantor desa lewat kontak resmi di bawah.",
        en="Do not accept this letter. Ask the office by its official contacts below.",
    ),
    "page-do-gray": Sentence(
        id="Coba pindai sekali lagi kode QR di bagian bawah surat. Kalau tetap begini, tanyakan ke kantor desa.",
        en="Scan the QR code at the foot of the letter once more. If it stays so, ask the office.",
    ),
    "fact-revoked": Sentence(id="pencabutan", en="withdrawn letters"),
    "fact-issued": Sentence(id="surat terbit", en="issued letters"),
    "fact-corrected": Sentence(id="diganti dengan surat yang benar", en="replaced by a corrected letter"),
    "fact-withdrawn": Sentence(id="ditarik oleh kantor", en="withdrawn by the office"),
    "fact-misused": Sentence(id="disalahgunakan", en="misused"),
    "fact-issued-in-error": Sentence(id="salah terbit", en="issued in error"),
    "page-banner-valid": Sentence(id="SEGEL ASLI", en="GENUINE SEAL"),
    "page-banner-expired": Sentence(id="ASLI, KEDALUWARSA", en="GENUINE, EXPIRED"),
    "page-banner-status-unchecked": Sentence(id="STATUS BELUM DIPERIKSA", en="STATUS NOT CHECKED"),
    "page-banner-not-registered": Sentence(id="BELUM TERCATAT", en="NOT ON RECORD"),
    "page-banner-revoked": Sentence(id="DICABUT", en="REVOKED"),
    "page-banner-bad-signature": Sentence(id="TIDAK SAH", en="NOT VALID"),
    "page-banner-unknown-key": Sentence(id="KUNCI TIDAK DIKENAL", en="UNKNOWN KEY"),
    "page-banner-wrong-site": Sentence(id="SITUS BERBEDA", en="WRONG SITE"),
    "page-banner-altered": Sentence(id="TELAH DIUBAH", en="ALTERED"),
    "page-banner-not-a-seal": Sentence(id="BUKAN SEGEL SURAT", en="NOT A LETTER SEAL"),
    "page-banner-unreadable": Sentence(id="TIDAK TERBACA", en="UNREADABLE"),
    "contact-page-title": Sentence(id="Kontak resmi {value}", en="Official contacts of {value}"),
    "contact-page-intro": Sentence(
        id="Hanya nomor dan alamat berikut yang resmi.",
        en="Only the following numbers and addresses are official.",
    ),
    "contact-page-save": Sentence(id="Simpan ke buku telepon", en="Save to your address book"),
    "contact-page-check": Sentence(id="Periksa keaslian surat", en="Check a letter"),
    "site-no-host": Sentence(
        id="Kantor ini belum punya situs verifikasi. Isi [verifikasi] situs di desa.toml.",
        en="This office has no verification site yet. Fill in [verifikasi] situs in desa.toml.",
    ),
    "site-keys-of-another-office": Sentence(
        id="Daftar kunci ini bukan milik {value}. Buat ulang dengan kopsurat key export.",
        en="This key list is not that of {value}. Make it again with kopsurat key export.",
    ),
    "site-list-of-another-kind": Sentence(
        id="Salah satu daftar bukan daftar pencabutan atau daftar surat terbit. Buat ulang dengan kopsurat site build.",
        en="One of the lists is neither a revoked nor an issued list. Make them again with kopsurat site build.",
    ),
    "site-path-unfit": Sentence(
        id="Nama berkas “{value}” keluar dari folder situs. Pakai nama tanpa .. dan tanpa garis miring di depan.",
        en="The file name “{value}” leads out of the site's folder. Use one without .. and without a leading slash.",
    ),
    "site-folder-not-ours": Sentence(
        id="Folder {value} berisi berkas yang bukan buatan kopsurat ({found}). Pilih folder kosong, atau folder situs yang lama.",
        en="The folder {value} holds files that kopsurat did not make ({found}). Choose an empty folder, or that of an earlier site.",
    ),
    "upload-too-large": Sentence(
        id="Berkas terlalu besar. Kirim berkas yang lebih kecil dari 10 MB.",
        en="The file is too large. Send one of less than 10 MB.",
    ),
    "upload-too-slow": Sentence(
        id="Pemeriksaan terlalu lama. Coba lagi dengan berkas PDF aslinya atau foto yang lebih kecil.",
        en="The check took too long. Try again with the original PDF or a smaller photo.",
    ),
    "upload-too-many": Sentence(
        id="Terlalu banyak pemeriksaan pada saat yang sama. Coba lagi sebentar.",
        en="Too many checks at the same time. Try again in a moment.",
    ),
    "upload-kind-unknown": Sentence(
        id="Jenis berkas tidak dikenal. Kirim PDF, DOCX, PNG, atau JPEG.",
        en="This kind of file is not known. Send a PDF, DOCX, PNG or JPEG.",
    ),
    "site-unwritable": Sentence(
        id="Folder {value} tidak dapat ditulisi. Periksa izin aksesnya, dan apakah cakramnya penuh.",
        en="The folder {value} cannot be written. Check whether it may be, and whether the disk is full.",
    ),
}
