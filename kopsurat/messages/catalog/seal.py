"""Sentences of the QR code, the seal, keys, trust, scanning and verification."""

from __future__ import annotations

from kopsurat.messages import Sentence

SENTENCES: dict[str, Sentence] = {
    # ---- QR code
    "qr-too-dense": Sentence(
        id="Isi QR terlalu panjang ({length} karakter): modulnya hanya {module} mm, padahal paling "
        "sedikit 0,49 mm supaya terbaca dari fotokopi. Kurangi kira-kira {excess} karakter.",
        en="The QR code would hold too much ({length} characters): its modules would be {module} mm, but"
        " photocopies need 0.49 mm. Shorten it by about {excess} characters.",
    ),
    "qr-too-long": Sentence(
        id="Teks sepanjang {length} karakter tidak muat dalam satu QR. Pendekkan teksnya.",
        en="A text of {length} characters does not fit in one QR code. Shorten it.",
    ),
    # ---- sealing
    "seal-of-draft": Sentence(
        id="Surat ini masih draf, jadi belum boleh disegel. Tandai selesai setelah disetujui.",
        en="This letter is still a draft and cannot be sealed. Mark it finished once it is approved.",
    ),
    "seal-needs-signatory": Sentence(
        id="Surat belum mempunyai penanda tangan dari kantor ini. Isi penandatangan lebih dahulu.",
        en="The letter has no signatory of this office yet. Name the signatory first.",
    ),
    "seal-needs-subject": Sentence(
        id="Surat jenis ini menerangkan seseorang atau suatu hal; isi kolom subjek supaya segelnya tidak"
        " dapat dipakai untuk orang lain.",
        en="This type of letter is about a person or matter; fill in the subject so that the seal cannot"
        " serve somebody else.",
    ),
    "seal-personal-number": Sentence(
        id="Kolom {key} memuat nomor pribadi (NIK, No. KK, atau telepon). Nomor itu tidak boleh masuk "
        "ke QR; hapus dari kolom tersebut.",
        en="The field {key} holds a personal number (NIK, No. KK or telephone). Such numbers must not "
        "go into the QR; take it out.",
    ),
    "seal-needs-nomor": Sentence(
        id="Surat belum bernomor, jadi belum dapat disegel. Isi kunci nomor, atau ambil nomor dengan "
        "kopsurat number take; surat yang belum siap ditandai draf = true.",
        en="The letter has no number yet, so it cannot be sealed. Fill in nomor, or take a number with kopsurat "
        "number take; mark a letter that is not ready with draf = true.",
    ),
    "seal-text-too-long": Sentence(
        id="Kolom {key} terlalu panjang untuk disegel: paling panjang {limit} karakter. Persingkat teksnya.",
        en="The field {key} is too long to be sealed: {limit} characters at most. Shorten it.",
    ),
    "seal-text-invisible": Sentence(
        id="Kolom {key} memuat karakter yang tidak terlihat, biasanya karena disalin dari halaman web. "
        "Ketik ulang teksnya.",
        en="The field {key} holds invisible characters, mostly because it was copied from a web page. "
        "Type it again.",
    ),
    "seal-text-unfit": Sentence(
        id="Kolom {key} tidak dapat disegel: kosong atau memuat karakter yang tidak dapat dibaca. "
        "Tulis ulang teksnya.",
        en="The field {key} cannot be sealed: it is empty or holds characters that cannot be read. "
        "Write it again.",
    ),
    "seal-host-unfit": Sentence(
        id="Situs verifikasi {value} tidak dapat dipakai. Pakai situs resmi kantor, misalnya "
        "sukamaju.desa.id, dengan huruf kecil.",
        en="The verification site {value} cannot be used. Use the office's official site, such as "
        "sukamaju.desa.id, in small letters.",
    ),
    "seal-too-dense": Sentence(
        id="Isi segel terlalu panjang untuk QR yang masih terbaca dari fotokopi. Pendekkan kolom {key}"
        " kira-kira {excess} huruf.",
        en="The seal holds too much for a QR code that can be read from a photocopy. Shorten the field "
        "{key} by about {excess} characters.",
    ),
    "redact-no-such-field": Sentence(
        id="Tidak ada isian bernama {value} di surat ini. Isian yang ada: {choices}.",
        en="The letter has no field named {value}. Its fields: {choices}.",
    ),
    # ---- keys
    "key-needs-passphrase": Sentence(
        id="Berkas kunci ini terkunci. Masukkan frasa sandinya.",
        en="This key file is locked. Give its passphrase.",
    ),
    "key-wrong-passphrase": Sentence(
        id="Frasa sandi kunci salah. Periksa huruf besar-kecil dan spasinya, lalu coba lagi. Frasa yang hilang tidak dapat dipulihkan: buat kunci baru dengan kopsurat key rotate.",
        en="The passphrase of the key is wrong. Check capitals and spaces and try again. A lost one cannot be recovered: make a new key with kopsurat key rotate.",
    ),
    "key-passphrase-too-short": Sentence(
        id="Frasa sandi {length} karakter terlalu pendek; pakai paling sedikit {shortest} karakter.",
        en="A passphrase of {length} characters is too short; use at least {shortest}.",
    ),
    "key-unreadable": Sentence(
        id="Berkas kunci tidak dapat dibaca. Pastikan berkasnya utuh dan berformat PKCS#8 PEM.",
        en="The key file cannot be read. Make sure that it is whole and a PKCS#8 PEM.",
    ),
    "key-wrong-kind": Sentence(
        id="Kunci ini bukan kunci P-256. Buat kunci baru dengan kopsurat key new.",
        en="This is not a P-256 key. Make a new one with kopsurat key new.",
    ),
    "key-out-of-range": Sentence(
        id="Angka kunci berada di luar batas P-256. Buat kunci baru.",
        en="The number of the key is out of the range of P-256. Make a new key.",
    ),
    "key-not-on-curve": Sentence(
        id="Kunci publik ini bukan titik pada kurva P-256. Minta kunci yang benar kepada penerbitnya.",
        en="This public key is not a point of the curve P-256. Ask its owner for the right one.",
    ),
    "key-needs-newer-openssl": Sentence(
        id="Pustaka kriptografi di komputer ini terlalu lama. Perbarui paket cryptography.",
        en="The cryptographic library of this computer is too old. Update the package cryptography.",
    ),
    # ---- what is not a seal
    "link-malformed": Sentence(
        id="Ini bukan tautan segel surat. Tautan segel berbentuk https://situs/v# lalu angka.",
        en="This is not the link of a letter's seal. Such a link is https://site/v# and digits.",
    ),
    "link-too-long": Sentence(
        id="Isi tautan terlalu panjang untuk sebuah segel. Pindai ulang QR pada surat.",
        en="The link is too long for a seal. Scan the letter's QR code again.",
    ),
    "link-leading-zero": Sentence(
        id="Angka pada tautan tidak boleh diawali nol. Pindai ulang QR pada surat.",
        en="The digits of the link must not begin with zero. Scan the letter's QR code again.",
    ),
    "seal-id-size": Sentence(
        id="Pengenal segel terdiri dari {size} bita; {value} bukan pengenal segel.",
        en="The id of a seal has {size} bytes; {value} is none.",
    ),
    "code-wrong-length": Sentence(
        id="Kode ketik terdiri dari 13 karakter; yang dimasukkan {length}. Ketik ulang kode di bawah QR.",
        en="A typed code has 13 characters; this has {length}. Type the code under the QR again.",
    ),
    "code-wrong-symbol": Sentence(
        id="Karakter {symbol} tidak dipakai dalam kode ketik. Ketik ulang kode di bawah QR.",
        en="The character {symbol} is not used in typed codes. Type the code under the QR again.",
    ),
    "code-mistyped": Sentence(
        id="Kode salah ketik: huruf pemeriksanya tidak cocok. Ketik ulang kode di bawah QR.",
        en="The code is mistyped: its check symbol does not fit. Type the code under the QR again.",
    ),
    "cbor-trailing-bytes": Sentence(
        id="Isi QR bukan segel yang sah: ada data tambahan di belakangnya.",
        en="The QR does not hold a proper seal: data follow it.",
    ),
    "cbor-truncated": Sentence(
        id="Isi QR terpotong. Pindai ulang.",
        en="The content of the QR is cut off. Scan it again.",
    ),
    "cbor-tag": Sentence(
        id="Isi QR bukan segel yang sah: bentuk datanya tidak diizinkan (tag).",
        en="The QR does not hold a proper seal: a tag is not allowed.",
    ),
    "cbor-simple-value": Sentence(
        id="Isi QR bukan segel yang sah: bentuk datanya tidak diizinkan.",
        en="The QR does not hold a proper seal: a kind of value is not allowed.",
    ),
    "cbor-indefinite-length": Sentence(
        id="Isi QR bukan segel yang sah: panjang datanya tidak tentu.",
        en="The QR does not hold a proper seal: a length is indefinite.",
    ),
    "cbor-number-too-large": Sentence(
        id="Isi QR bukan segel yang sah: ada angka yang terlalu besar.",
        en="The QR does not hold a proper seal: a number is too large.",
    ),
    "cbor-not-shortest": Sentence(
        id="Isi QR bukan segel yang sah: angkanya tidak ditulis dalam bentuk terpendek.",
        en="The QR does not hold a proper seal: a number is not in its shortest form.",
    ),
    "cbor-too-deep": Sentence(
        id="Isi QR bukan segel yang sah: susunannya terlalu dalam.",
        en="The QR does not hold a proper seal: it is nested too deeply.",
    ),
    "cbor-too-many-items": Sentence(
        id="Isi QR bukan segel yang sah: unsurnya terlalu banyak.",
        en="The QR does not hold a proper seal: it has too many items.",
    ),
    "cbor-not-utf8": Sentence(
        id="Isi QR bukan segel yang sah: teksnya rusak.",
        en="The QR does not hold a proper seal: a text is damaged.",
    ),
    "cbor-bad-key": Sentence(
        id="Isi QR bukan segel yang sah: nama unsurnya tidak diizinkan.",
        en="The QR does not hold a proper seal: the name of an item is not allowed.",
    ),
    "cbor-unsorted-keys": Sentence(
        id="Isi QR bukan segel yang sah: urutan unsurnya salah atau ada yang ganda.",
        en="The QR does not hold a proper seal: items are out of order or repeated.",
    ),
    "text-not-nfc": Sentence(
        id="Teks pada segel tidak ditulis dalam bentuk baku Unicode.",
        en="A text of the seal is not in the standard form of Unicode.",
    ),
    "text-control-character": Sentence(
        id="Teks pada segel memuat karakter kendali atau arah tulis yang dapat menyesatkan pembaca.",
        en="A text of the seal holds control or direction characters, which can mislead the reader.",
    ),
    "text-invisible-character": Sentence(
        id="Teks pada segel memuat karakter yang tidak terlihat.",
        en="A text of the seal holds invisible characters.",
    ),
    "text-empty": Sentence(
        id="Ada teks kosong pada segel.",
        en="A text of the seal is empty.",
    ),
    "text-too-long": Sentence(
        id="Teks pada segel lebih dari {limit} karakter.",
        en="A text of the seal has more than {limit} characters.",
    ),
    "seal-bad-structure": Sentence(
        id="Isi QR bukan segel surat: susunannya berbeda.",
        en="The QR does not hold a letter's seal: its structure is different.",
    ),
    "seal-wrong-algorithm": Sentence(
        id="Segel memakai cara tanda tangan yang tidak diterima. Hanya ES256 yang berlaku.",
        en="The seal uses a signature algorithm that is not accepted. Only ES256 is.",
    ),
    "seal-high-s": Sentence(
        id="Tanda tangan segel tidak dalam bentuk baku.",
        en="The signature of the seal is not in its standard form.",
    ),
    "seal-bad-claims": Sentence(
        id="Isi segel tidak lengkap atau salah bentuk ({path}).",
        en="What the seal says is incomplete or malformed ({path}).",
    ),
    "seal-version-unknown": Sentence(
        id="Segel ini dibuat dengan versi yang lebih baru ({version}). Perbarui kopsurat lalu periksa lagi.",
        en="This seal is of a newer version ({version}). Update kopsurat and check again.",
    ),
    "json-malformed": Sentence(
        id="Berkas JSON rusak atau tidak sesuai ({path}). Unduh ulang berkasnya.",
        en="The JSON file is damaged or does not fit ({path}). Fetch it again.",
    ),
    "json-too-large": Sentence(
        id="Berkas JSON lebih besar dari {limit} bita, jadi tidak dibaca.",
        en="The JSON file is larger than {limit} bytes and is not read.",
    ),
    "json-not-canonical": Sentence(
        id="Data tidak dapat ditulis dalam bentuk baku: hanya teks, bilangan bulat, benar/salah, daftar,"
        " dan objek.",
        en="The data have no canonical form: only texts, integers, Booleans, lists and objects do.",
    ),
    "letter-file-malformed": Sentence(
        id="surat.json di dalam berkas rusak atau bukan buatan kopsurat ({path}).",
        en="The surat.json in the file is damaged or not made by kopsurat ({path}).",
    ),
    # ---- sites
    "host-malformed": Sentence(
        id="Alamat situs {host} tidak benar.",
        en="The site {host} is malformed.",
    ),
    "host-look-alike": Sentence(
        id="Situs {host} meniru situs resmi. Situs desa yang asli berakhiran .desa.id. Jangan percaya "
        "surat ini.",
        en="The site {host} imitates an official one. Real village sites end in .desa.id. Do not trust "
        "this letter.",
    ),
    "host-not-official": Sentence(
        id="Situs {host} bukan .desa.id atau .go.id dan tidak ada di daftar tepercaya.",
        en="The site {host} is neither .desa.id nor .go.id and is on no trusted list.",
    ),
    "host-differs": Sentence(
        id="QR membuka situs {host}, tetapi segelnya dibuat untuk {signed}. Jangan percaya surat ini.",
        en="The QR opens {host}, but its seal is for {signed}. Do not trust this letter.",
    ),
    # ---- key lists and trust lists
    "list-malformed": Sentence(
        id="Daftar kunci, pencabutan, atau penerbitan tidak dapat dibaca ({path}). Unduh ulang berkasnya.",
        en="The list of keys, revocations or seals cannot be read ({path}). Fetch it again.",
    ),
    "list-bad-signature": Sentence(
        id="Tanda tangan daftar kunci tidak sah. Jangan dipakai; minta yang asli kepada kantor desa.",
        en="The signature of the key list is wrong. Do not use it; ask the office for the real one.",
    ),
    "list-tenant-elsewhere": Sentence(
        id="Kantor di {other} tidak dapat masuk daftar kunci {host}; satu daftar hanya untuk satu situs.",
        en="The office at {other} cannot be on the key list of {host}; a list is for one site.",
    ),
    "list-not-a-key-list": Sentence(
        id="Berkas ini bukan daftar kunci.",
        en="This file is not a key list.",
    ),
    "list-stale": Sentence(
        id="Daftar ({list}) sudah berumur {days} hari, lebih dari 30 hari, jadi status surat belum dapat"
        " dipastikan.",
        en="The list ({list}) is {days} days old, more than 30, so the letter's status is not certain.",
    ),
    "list-superseded": Sentence(
        id="Daftar ({list}) bukan yang terbaru. Ambil daftar terbaru lalu periksa lagi.",
        en="The list ({list}) is not the newest. Fetch the newest and check again.",
    ),
    "list-from-the-future": Sentence(
        id="Tanggal daftar ({list}) ada di masa depan. Periksa jam komputer ini.",
        en="The list ({list}) is dated in the future. Check the clock of this computer.",
    ),
    "trust-list-malformed": Sentence(
        id="Daftar tepercaya tidak dapat dibaca. Minta berkas yang utuh kepada penerbitnya.",
        en="The trust list cannot be read. Ask its publisher for the whole file.",
    ),
    "trust-list-bad-signature": Sentence(
        id="Tanda tangan daftar tepercaya tidak sah. Jangan dipakai; minta yang asli kepada penerbitnya.",
        en="The signature of the trust list is wrong. Do not use it; ask its publisher for the real one.",
    ),
    "trust-list-unknown-signer": Sentence(
        id="Daftar tepercaya ini tidak ditandatangani oleh penerbit yang Anda percayai (kunci {signer}).",
        en="This trust list is not signed by a publisher that you trust (key {signer}).",
    ),
    "trust-list-wrong-signer": Sentence(
        id="Kunci yang dipakai berbeda dari kunci penerbit yang tertulis di daftar.",
        en="The key used is not the publisher's key that the list names.",
    ),
    "trust-list-expired": Sentence(
        id="Daftar tepercaya habis masa berlakunya pada {day}. Minta yang terbaru.",
        en="The trust list expired on {day}. Ask for the newest.",
    ),
    "trust-file-unreadable": Sentence(
        id="Berkas {value} tidak dapat dibuka. Periksa nama, folder, dan izin aksesnya.",
        en="The file {value} cannot be opened. Check its name, its folder and whether it may be read.",
    ),
    # ---- verdicts
    "verdict-valid": Sentence(
        id="Segel asli dan masih berlaku. Segel asli belum tentu surat asli: cocokkan isinya.",
        en="The seal is genuine and in force. A genuine seal is not yet a genuine letter: compare its "
        "content.",
    ),
    "verdict-expired": Sentence(
        id="Segel asli, tetapi masa berlaku surat sudah lewat.",
        en="The seal is genuine, but the letter has expired.",
    ),
    "verdict-status-unchecked": Sentence(
        id="Segel asli, tetapi belum dapat diperiksa apakah surat sudah dicabut.",
        en="The seal is genuine, but whether the letter was withdrawn could not be checked.",
    ),
    "verdict-not-registered": Sentence(
        id="Segel asli, tetapi surat tidak tercatat di daftar surat kantor ini. Tanyakan kepada kantornya.",
        en="The seal is genuine, but the letter is not on the office's list. Ask the office.",
    ),
    "verdict-revoked": Sentence(
        id="Surat ini sudah dicabut dan tidak berlaku lagi.",
        en="This letter has been withdrawn and is no longer in force.",
    ),
    "verdict-bad-signature": Sentence(
        id="Tanda tangan segel tidak sah: surat ini palsu atau diubah.",
        en="The signature of the seal is wrong: the letter is forged or changed.",
    ),
    "verdict-unknown-key": Sentence(
        id="Kunci segel tidak dikenal, jadi tidak diketahui siapa yang membuatnya.",
        en="The key of the seal is not known, so nobody knows who made it.",
    ),
    "verdict-wrong-site": Sentence(
        id="Situs pada segel bukan situs kantor yang semestinya. Jangan percaya surat ini.",
        en="The site of the seal is not that of the office. Do not trust this letter.",
    ),
    "verdict-altered": Sentence(
        id="Segelnya asli, tetapi isi berkas ini sudah diubah setelah disegel.",
        en="The seal is genuine, but the file was changed after it was sealed.",
    ),
    "verdict-not-a-seal": Sentence(
        id="Ini bukan segel surat kopsurat.",
        en="This is not a seal of kopsurat.",
    ),
    "verdict-unreadable": Sentence(
        id="Tidak ada segel yang dapat dibaca.",
        en="No seal can be read.",
    ),
    # ---- reasons of verdicts
    "key-unknown": Sentence(
        id="Tidak ada kunci tepercaya dengan nomor {kid}.",
        en="No trusted key has the number {kid}.",
    ),
    "signature-wrong": Sentence(
        id="Tanda tangan tidak cocok dengan kunci kantor mana pun yang dipercaya.",
        en="The signature does not fit any trusted key.",
    ),
    "key-of-another-office": Sentence(
        id="Segel untuk {host} ditandatangani dengan kunci milik {other}.",
        en="The seal for {host} is signed with a key of {other}.",
    ),
    "site-key-not-on-trust-list": Sentence(
        id="Kunci di situs {host} berbeda dari daftar tepercaya. Jangan percaya surat ini sebelum "
        "bertanya kepada kabupaten.",
        en="The key on the site {host} is not the one on the trust list. Do not trust this letter before"
        " asking the regency.",
    ),
    "key-not-in-force": Sentence(
        id="Kunci tidak berlaku pada tanggal surat, {day}.",
        en="The key was not in force on the letter's date, {day}.",
    ),
    "key-compromised": Sentence(
        id="Kunci diketahui bocor sejak {day}, dan surat ini tidak tercatat sebelum tanggal itu.",
        en="The key is known to have leaked by {day}, and this letter was not registered before.",
    ),
    "seal-revoked": Sentence(
        id="Surat dicabut pada {day} ({reason}).",
        en="The letter was withdrawn on {day} ({reason}).",
    ),
    "expired": Sentence(
        id="Surat berlaku sampai {day}.",
        en="The letter was valid until {day}.",
    ),
    "status-not-asked": Sentence(
        id="Pencabutan tidak diperiksa, karena hanya kunci yang diberikan.",
        en="Revocation was not checked, because only a key was given.",
    ),
    "not-on-issued-list": Sentence(
        id="Surat tidak ada di daftar surat yang diterbitkan kantor.",
        en="The letter is not on the office's list of sealed letters.",
    ),
    "revocation-list-missing": Sentence(
        id="Daftar pencabutan tidak tersedia.",
        en="The list of withdrawn letters is not at hand.",
    ),
    "issued-list-missing": Sentence(
        id="Daftar surat terbit tidak tersedia.",
        en="The list of sealed letters is not at hand.",
    ),
    "date-in-future": Sentence(
        id="Tanggal surat, {day}, belum tiba.",
        en="The date of the letter, {day}, has not come yet.",
    ),
    "key-first-use": Sentence(
        id="Kunci {host} baru pertama kali dilihat. Pastikan situs itu memang milik kantornya.",
        en="The key of {host} is seen for the first time. Make sure that the site is the office's.",
    ),
    "signer-not-in-office": Sentence(
        id="{name} tidak tercatat menjabat pada {day}.",
        en="{name} is not listed as being in office on {day}.",
    ),
    "compare-with-the-letter": Sentence(
        id="Segel asli belum tentu surat asli: cocokkan isi berikut dengan surat di tangan Anda.",
        en="A genuine seal is not yet a genuine letter: compare the following with the letter in your hands.",
    ),
    "code-registered": Sentence(
        id="Kode ini tercatat di daftar surat kantor.",
        en="This code is on the office's list of letters.",
    ),
    "code-says-nothing-of-content": Sentence(
        id="Kode ketik tidak memuat isi surat. Pindai QR untuk memeriksa isinya.",
        en="A typed code does not hold the letter's content. Scan the QR to check that.",
    ),
    "foreign-codes": Sentence(
        id="Selain segel ada {count} QR lain di berkas ini, yang tidak diperiksa.",
        en="Besides the seal the file holds {count} other QR codes, which were not checked.",
    ),
    "only-foreign-codes": Sentence(
        id="Berkas ini memuat {count} QR, tetapi tidak satu pun segel surat.",
        en="The file holds {count} QR codes, but none of them is a letter's seal.",
    ),
    "code-is-payment": Sentence(
        id="Ada QR pembayaran (QRIS). Memeriksa surat tidak pernah meminta uang; jangan membayar lewat QR ini.",
        en="There is a payment code (QRIS). Checking a letter never asks for money; do not pay by this code.",
    ),
    "code-is-wifi": Sentence(
        id="Ada QR untuk masuk ke jaringan Wi-Fi, bukan untuk memeriksa surat.",
        en="There is a code for joining a Wi-Fi network, not for checking a letter.",
    ),
    "code-is-contact": Sentence(
        id="Ada QR kontak (kartu nama, telepon, atau email), bukan untuk memeriksa surat.",
        en="There is a code with a contact (business card, telephone or e-mail), not for checking a letter.",
    ),
    "code-is-number": Sentence(
        id="Ada QR berisi 16 angka, mungkin NIK atau nomor KK. Jangan sebarkan foto surat ini.",
        en="There is a code of 16 digits, perhaps a NIK or family card number. Do not pass this picture on.",
    ),
    "code-is-site": Sentence(
        id="Ada QR ke situs {host}, yang bukan segel surat; kopsurat tidak membukanya. Segel selalu berisi "
        "https://situs/v# lalu angka.",
        en="There is a code that leads to the site {host} and is no seal; kopsurat did not open it. A seal "
        "always holds https://site/v# and digits.",
    ),
    "code-is-text": Sentence(
        id="Ada QR berisi tulisan biasa, bukan segel surat.",
        en="There is a code that holds plain text, not a letter's seal.",
    ),
    "short-link": Sentence(
        id="QR ini hanya tautan pendek; isinya ada di situs kantor. Buka tautannya sendiri dan pastikan "
        "situsnya .desa.id.",
        en="This QR is a short link; its content is on the office's site. Open it yourself and make sure"
        " that the site is .desa.id.",
    ),
    "no-code-in-document": Sentence(
        id="Berkas ini tidak memuat kode QR: mungkin dibuat tanpa segel. Mintalah surat yang bersegel. Bila "
        "ini hasil pindaian, pindai ulang dengan mutu yang lebih tinggi.",
        en="There is no QR code in this file: it may have been made without a seal. Ask for the sealed letter. "
        "If it is a scan, scan it again in a higher quality.",
    ),
    "no-code-found": Sentence(
        id="Tidak ada QR yang terbaca. Foto ulang lebih dekat, rata, terang, dan utuh dengan tepi putihnya.",
        en="No QR code could be read. Take the picture again: closer, flat, in good light, with its "
        "white margin.",
    ),
    "picture-only": Sentence(
        id="Ini gambar, jadi isi surat harus dicocokkan dengan mata.",
        en="This is a picture, so the letter's text must be compared by eye.",
    ),
    "no-attachment": Sentence(
        id="Berkas tidak membawa surat.json, jadi isinya harus dicocokkan dengan mata.",
        en="The file carries no surat.json, so its text must be compared by eye.",
    ),
    "attachment-differs": Sentence(
        id="surat.json di dalam berkas tidak cocok dengan segelnya.",
        en="The surat.json in the file does not fit the seal.",
    ),
    "attachment-of-another-seal": Sentence(
        id="Berkas membawa surat.json milik surat lain.",
        en="The file carries the surat.json of another letter.",
    ),
    "text-not-readable": Sentence(
        id=(
            "Berkas ini membawa isi surat yang disegel tetapi tidak memuat teks satu pun, tidak seperti berkas "
            "dari kantor. Mintalah berkas aslinya."
        ),
        en=(
            "This file carries the sealed letter but holds no text at all, unlike what the office makes. Ask for "
            "the original file."
        ),
    ),
    "text-differs": Sentence(
        id="Teks yang tampak berbeda dari yang disegel di {count} tempat.",
        en="The text shown differs from what was sealed in {count} places.",
    ),
    "text-agrees": Sentence(
        id="Teks yang tampak sama dengan yang disegel.",
        en="The text shown is the text that was sealed.",
    ),
    "fields-redacted": Sentence(
        id=(
            "{count} isian disembunyikan oleh pemegang surat ({fields}); teks di tempatnya tidak terperiksa, "
            "sisanya cocok dengan segel bila tidak disebut berbeda."
        ),
        en=(
            "{count} fields were hidden by whoever holds the letter ({fields}); the text in their place is not "
            "checked, the rest agrees with the seal unless said otherwise."
        ),
    ),
    "text-covered": Sentence(
        id="Ada yang digambar di atas teks ({kinds}), sehingga yang terbaca bukan yang disegel.",
        en="Something is drawn over the text ({kinds}): what one reads is not what was sealed.",
    ),
    "text-hidden": Sentence(
        id=(
            "Ada teks yang tidak tampak ({kinds}): putih, terlalu kecil, terpotong, di luar halaman, atau di "
            "lapisan yang dapat dimatikan."
        ),
        en=(
            "There is text that nobody sees ({kinds}): white, tiny, cut off, off the page, or in a layer that "
            "can be switched off."
        ),
    ),
    "text-turned": Sentence(
        id="Ada nomor otomatis, isian otomatis, perubahan terlacak, atau arah tulisan ({kinds}) yang bukan dari "
        "kantor.",
        en="There are automatic numbers, fields, tracked changes or a direction of writing ({kinds}) that the "
        "office did not make.",
    ),
    "file-acts": Sentence(
        id=(
            "Berkas ini menjalankan program atau membuka berkas lain saat dibuka atau diklik ({kinds}); surat "
            "dari kantor tidak pernah begitu. Jangan diizinkan, dan minta berkas yang asli ke kantor."
        ),
        en=(
            "This file runs a program or opens another file when it is opened or clicked ({kinds}); letters of "
            "the office never do. Do not allow it, and ask the office for the genuine file."
        ),
    ),
    "text-spoken": Sentence(
        id="Ada tulisan yang dibacakan lain oleh pembaca layar ({kinds}) daripada yang tampak di surat.",
        en="There is text that screen readers read out otherwise ({kinds}) than the letter shows it.",
    ),
    "link-elsewhere": Sentence(
        id="{count} tautan di berkas ini menuju ke tempat yang tidak tertulis di surat: {targets}. Jangan diklik.",
        en="{count} links of this file lead where the letter does not say: {targets}. Do not click them.",
    ),
    "other-files-attached": Sentence(
        id="{count} berkas lain menempel pada surat ini ({files}); berkas itu bukan bagian dari segel dan tidak "
        "diperiksa.",
        en="{count} other files are attached to this letter ({files}); they are no part of the seal and were not "
        "checked.",
    ),
    "letters-disguised": Sentence(
        id=(
            "Ada huruf yang bentuk atau letaknya dibuat lain ({kinds}), sehingga yang terlihat mata bukan yang "
            "tersimpan di berkas. Minta berkas atau surat yang asli ke kantor."
        ),
        en=(
            "There are letters whose shape or place was changed ({kinds}): what the eye sees is not what the "
            "file says. Ask the office for the genuine file or letter."
        ),
    ),
    "foreign-drawing": Sentence(
        id="Ada gambar yang bukan dari kantor ({kinds}), yang dapat memuat tulisan lain. Cocokkan dengan mata.",
        en="There are drawings that the office did not make ({kinds}) and that may show other words.",
    ),
    "marks-over-the-page": Sentence(
        id="Ada coretan, catatan, atau tempelan pada halaman ({kinds}), yang dapat menutupi teks.",
        en="There are marks or notes on the page ({kinds}), which may cover text.",
    ),
    "difference-place": Sentence(
        id="Yang seharusnya “{sealed}” tertulis “{shown}”.",
        en="What should be “{sealed}” reads “{shown}”.",
    ),
    "difference-changed": Sentence(
        id="{field}: seharusnya “{sealed}”, tertulis “{shown}”.",
        en="{field}: should read “{sealed}”, reads “{shown}”.",
    ),
    "difference-missing": Sentence(
        id="{field}: “{sealed}” tidak ada di berkas.",
        en="{field}: “{sealed}” is missing from the file.",
    ),
    "difference-added": Sentence(
        id="Teks tambahan yang tidak disegel: “{shown}”.",
        en="Added text that was not sealed: “{shown}”.",
    ),
    "difference-paragraph": Sentence(
        id="Isi surat, bagian {number}",
        en="Body of the letter, part {number}",
    ),
    # ---- files
    "scan-empty": Sentence(
        id="Berkas kosong. Pilih berkas surat yang benar.",
        en="The file is empty. Choose the letter's file.",
    ),
    "scan-too-large": Sentence(
        id="Berkas lebih besar dari {limit} MB. Kecilkan atau foto ulang suratnya.",
        en="The file is larger than {limit} MB. Make it smaller or take a new picture.",
    ),
    "scan-heic": Sentence(
        id="Foto HEIC belum dapat dibaca. Simpan sebagai JPEG (iPhone: Pengaturan › Kamera › Format › "
        "Paling Kompatibel).",
        en="HEIC pictures cannot be read. Save it as JPEG (iPhone: Settings › Camera › Formats › Most "
        "Compatible).",
    ),
    "scan-unknown-file": Sentence(
        id="Jenis berkas tidak dikenal. Pakai PDF, DOCX, JPEG, atau PNG.",
        en="The kind of file is not known. Use PDF, DOCX, JPEG or PNG.",
    ),
    "scan-picture-unreadable": Sentence(
        id="Gambar rusak dan tidak dapat dibuka. Foto ulang suratnya.",
        en="The picture is damaged and cannot be opened. Take it again.",
    ),
    "scan-picture-too-large": Sentence(
        id="Gambar terlalu besar ({width} × {height} piksel). Kecilkan lalu coba lagi.",
        en="The picture is too large ({width} × {height} pixels). Make it smaller and try again.",
    ),
    "scan-pdf-locked": Sentence(
        id="PDF dikunci dengan kata sandi. Buka kuncinya lalu coba lagi.",
        en="The PDF is locked with a password. Unlock it and try again.",
    ),
    "scan-pdf-unreadable": Sentence(
        id="PDF rusak dan tidak dapat dibaca. Minta berkas yang utuh.",
        en="The PDF is damaged and cannot be read. Ask for the whole file.",
    ),
    "scan-docx-unreadable": Sentence(
        id="DOCX rusak dan tidak dapat dibaca. Minta berkas yang utuh.",
        en="The DOCX is damaged and cannot be read. Ask for the whole file.",
    ),
    "scan-docx-too-large": Sentence(
        id="Isi DOCX terlalu besar, jadi tidak dibaca.",
        en="The content of the DOCX is too large and is not read.",
    ),
    "scan-docx-unsafe": Sentence(
        id="DOCX memuat bentuk XML yang tidak pernah ditulis Word, jadi tidak dibaca.",
        en="The DOCX holds a kind of XML that Word never writes and is not read.",
    ),
    "extra-missing": Sentence(
        id="Fitur ini memerlukan paket tambahan yang belum terpasang. Pasang dengan: pip install "
        '"kopsurat[{extra}]"',
        en='This needs a package that is not installed. Install it by: pip install "kopsurat[{extra}]"',
    ),
    # ---- network
    "dns-record-malformed": Sentence(
        id="Catatan TXT di DNS tidak benar. Salin ulang baris dari kopsurat key export.",
        en="The TXT record in the DNS is malformed. Copy the line of kopsurat key export again.",
    ),
    "online-unreachable": Sentence(
        id="Situs {host} tidak dapat dihubungi. Periksa internet, atau periksa surat tanpa jaringan "
        "dengan daftar tepercaya.",
        en="The site {host} cannot be reached. Check the network, or verify offline with a trust list.",
    ),
    "online-address-not-public": Sentence(
        id="Situs {host} menunjuk ke alamat jaringan dalam, jadi tidak dibuka.",
        en="The site {host} points into a private network and is not opened.",
    ),
    "online-redirect": Sentence(
        id="Situs {host} mengalihkan ke tempat lain, jadi tidak diikuti.",
        en="The site {host} redirects elsewhere, which is not followed.",
    ),
    "online-too-large": Sentence(
        id="Daftar di situs {host} terlalu besar, jadi tidak dibaca.",
        en="The list on the site {host} is too large and is not read.",
    ),
    "online-status": Sentence(
        id="Situs {host} menjawab dengan kesalahan {status}. Coba lagi nanti.",
        en="The site {host} answers with error {status}. Try again later.",
    ),
    "online-no-key-list": Sentence(
        id="Situs {host} tidak menerbitkan daftar kunci.",
        en="The site {host} publishes no key list.",
    ),
    "online-list-of-another-host": Sentence(
        id="Daftar kunci di {host} milik situs lain ({other}).",
        en="The key list on {host} is that of another site ({other}).",
    ),
    # ---- labels of the comparison
    "compare-nomor": Sentence(
        id="Nomor",
        en="Number (nomor)",
    ),
    "compare-date": Sentence(
        id="Tanggal",
        en="Date",
    ),
    "compare-letter-type": Sentence(
        id="Jenis/perihal",
        en="Type or subject line",
    ),
    "compare-subject": Sentence(
        id="Tentang",
        en="About",
    ),
    "compare-signatory": Sentence(
        id="Penanda tangan",
        en="Signatory",
    ),
    "compare-jabatan": Sentence(
        id="Jabatan",
        en="Office held",
    ),
    "compare-summary": Sentence(
        id="Ringkasan",
        en="Key fact",
    ),
    "compare-expires": Sentence(
        id="Berlaku sampai",
        en="Valid until",
    ),
}
