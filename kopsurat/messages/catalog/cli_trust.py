"""Sentences of the commands about trust lists."""

from __future__ import annotations

from typing import Final

from kopsurat.messages import Sentence

SENTENCES: Final[dict[str, Sentence]] = {
    "help-trust": Sentence(
        id="Kelola daftar kepercayaan: kunci banyak desa yang ditandatangani kabupaten atau bank.",
        en="Trust lists: the keys of many villages, signed by a regency or a bank.",
    ),
    "help-trust-key": Sentence(
        id="Buat kunci untuk menandatangani daftar kepercayaan.", en="Make the key that signs trust lists."
    ),
    "help-trust-build": Sentence(
        id="Satukan keys.json dari banyak desa menjadi satu daftar yang ditandatangani. Setiap kunci harus menyertakan bukti kepemilikannya.",
        en="Put the keys.json of many villages into one signed list. Each key must carry its proof of possession.",
    ),
    "help-trust-build-publisher": Sentence(
        id="Nama penerbit, misalnya Kabupaten Sukamulya.",
        en="Name of the publisher, such as Kabupaten Sukamulya.",
    ),
    "help-trust-build-expires": Sentence(
        id="Hari terakhir daftar ini berlaku, seperti 2027-12-31.",
        en="Last day of the list, such as 2027-12-31.",
    ),
    "help-trust-build-key-path": Sentence(
        id="Kunci penerbit, dibuat dengan kopsurat trust key.",
        en="The publisher's key, made with kopsurat trust key.",
    ),
    "help-trust-show": Sentence(id="Tampilkan isi daftar kepercayaan.", en="Show what is on a trust list."),
    "help-trust-pin": Sentence(
        id="Simpan daftar kepercayaan; kopsurat verify selalu memakainya. Edisi yang lebih lama ditolak.",
        en="Keep a trust list; kopsurat verify always uses it. An older edition is refused.",
    ),
    "help-trust-pin-replace": Sentence(
        id="Terima kunci penerbit yang baru, setelah dipastikan lewat jalan lain.",
        en="Accept the publisher's new key, once it was confirmed by another way.",
    ),
    "help-trust-unpin": Sentence(id="Lupakan daftar kepercayaan.", en="Forget a trust list."),
    "cli-file-exists": Sentence(
        id="Berkas {value} sudah ada. Pilih nama lain; kunci tidak pernah ditimpa.",
        en="The file {value} exists. Choose another name; a key is never overwritten.",
    ),
    "cli-trust-expired": Sentence(
        id="Tanggal {value} sudah lewat, jadi daftarnya tidak akan dipercaya siapa pun. Tulis hari terakhir yang akan datang.",
        en="The day {value} is over, so nobody would trust the list. Give a last day that is still to come.",
    ),
    "cli-trust-key-made": Sentence(
        id="Kunci penerbit {kid} dibuat: {value}. Umumkan bagian umumnya (.pub) dan sidiknya.",
        en="The publisher's key {kid} was made: {value}. Announce its public half (.pub) and its fingerprint.",
    ),
    "cli-trust-built": Sentence(
        id="Daftar {count} kantor ditulis ke {value} (edisi {counter}).",
        en="A list of {count} offices was written to {value} (edition {counter}).",
    ),
    "cli-trust-host-twice": Sentence(
        id="Situs {value} ada di dua daftar kunci. Pakai daftar yang terbaru saja.",
        en="The site {value} is in two key lists. Use only the newest.",
    ),
    "cli-trust-no-proof": Sentence(
        id="Kunci {value} tidak menyertakan bukti kepemilikan untuk situs itu. Minta desa mengirim ulang keys.json-nya.",
        en="The key {value} carries no proof of possession for that site. Ask the village to send its keys.json again.",
    ),
    "cli-trust-head": Sentence(
        id="{value}, kunci {kid}, edisi {counter}, berlaku sampai {until}",
        en="{value}, key {kid}, edition {counter}, in force until {until}",
    ),
    "cli-trust-host": Sentence(id="Situs", en="Site"),
    "cli-trust-pinned": Sentence(
        id="Daftar {value} ({count} kantor) disimpan dan dipakai pada setiap pemeriksaan.",
        en="The list of {value} ({count} offices) is kept and used in every check.",
    ),
    "cli-trust-unpinned": Sentence(
        id="Daftar kunci {value} dilupakan.", en="The list of key {value} is forgotten."
    ),
    "cli-trust-not-pinned": Sentence(
        id="Tidak ada daftar tersimpan dengan kunci {value}.", en="No list with the key {value} is kept."
    ),
    "cli-trust-other-signer": Sentence(
        id="Daftar {value} ini ditandatangani kunci lain ({signer}) daripada yang tersimpan. Pastikan dahulu kepada penerbitnya lewat jalan lain, lalu pakai --replace.",
        en="This list of {value} is signed by another key ({signer}) than the one kept. Confirm it with the publisher by another way, then use --replace.",
    ),
    "cli-trust-older": Sentence(
        id="Daftar {value} ini lebih lama daripada yang tersimpan (edisi {counter}). Minta edisi terbaru.",
        en="This list of {value} is older than the one kept (edition {counter}). Ask for the newest.",
    ),
}
