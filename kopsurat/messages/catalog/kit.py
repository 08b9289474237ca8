"""Sentences about stamps, boards and the other pieces of a kit."""

from __future__ import annotations

from typing import Final

from kopsurat.messages import Sentence

SENTENCES: Final[dict[str, Sentence]] = {
    "stamp-not-for-office": Sentence(
        id="Stempel {owner} tidak dikenal aturannya untuk kop “{value}”. Stempel ada untuk kepala desa, sekretariat, dan BPD.",
        en="The rule knows no stamp {owner} for a letterhead “{value}”. There are stamps of the kepala desa, the sekretariat and the BPD.",
    ),
    "stamp-ring-too-long": Sentence(
        id="Tulisan melingkar “{value}” terlalu panjang: hurufnya akan lebih rendah dari {height} mm dan tidak terbaca. Untuk stempel ini pakai desa.toml dengan nama resmi yang lebih pendek.",
        en="The text round the stamp, “{value}”, is too long: its letters would be lower than {height} mm and not readable. Use a shorter official name in the desa.toml of this stamp.",
    ),
    "stamp-middle-too-long": Sentence(
        id="Tulisan tengah “{value}” terlalu panjang: hurufnya akan lebih rendah dari {height} mm dan tidak terbaca. Untuk stempel ini pakai desa.toml dengan nama resmi yang lebih pendek.",
        en="The text across the stamp, “{value}”, is too long: its letters would be lower than {height} mm and not readable. Use a shorter official name in the desa.toml of this stamp.",
    ),
    "board-width": Sentence(
        id="Papan selebar {value} cm tidak dapat digambar. Lebarnya dari {least} sampai {most} cm.",
        en="A board {value} cm wide cannot be drawn. Widths are {least} to {most} cm.",
    ),
    "board-too-long": Sentence(
        id="Nama pada papan {value} terlalu panjang untuk huruf yang terbaca. Periksa nama kabupaten, kecamatan, dan desa di desa.toml.",
        en="The names on the board of {value} are too long for letters that can be read. Check the names of regency, district and village in desa.toml.",
    ),
    "card-too-long": Sentence(
        id="Nama, alamat, dan kontak pada kartu {value} terlalu banyak untuk 90 × 55 mm. Pendekkan alamat, atau kurangi nomor dan alamat email di desa.toml.",
        en="Name, address and contacts on the card of {value} are too much for 90 × 55 mm. Shorten the address, or list fewer telephone numbers and e-mail addresses in desa.toml.",
    ),
    "kit-no-contacts": Sentence(
        id="Kontak kantor {value} belum diisi, jadi tidak ada yang dicetak. Isi [kontak] di desa.toml.",
        en="The contacts of {value} are not filled in, so there is nothing to print. Fill in [kontak] in desa.toml.",
    ),
    "color-malformed": Sentence(
        id="“{value}” bukan warna. Tulis enam angka heksadesimal tanpa tanda pagar, misalnya 4B2A86.",
        en="“{value}” is no color. Write six hexadecimal digits without a number sign, such as 4B2A86.",
    ),
    "kit-kind-unknown": Sentence(
        id="Tidak ada bahan cetak bernama {value}. Pilih dari: {choices}.",
        en="There is no piece called {value}. Choose from: {choices}.",
    ),
    "kit-nothing-to-make": Sentence(
        id="Dari desa.toml ini tidak dapat dibuat {value}. Untuk kartu, isi [[pejabat]]; untuk poster, isi [kontak] dan [verifikasi].",
        en="Nothing of the kind {value} can be made from this desa.toml. For cards fill in [[pejabat]]; for posters [kontak] and [verifikasi].",
    ),
    "kit-record-damaged": Sentence(
        id="{value} bukan catatan kit, atau rusak. Buat ulang kit dengan kopsurat kit.",
        en="{value} is not the record of a kit, or is damaged. Make the kit again with kopsurat kit.",
    ),
    "kit-drift-fact": Sentence(
        id="{fact} tercetak “{printed}”, di desa.toml kini “{expected}”. Cetak ulang:",
        en="{fact} was printed as “{printed}”, desa.toml now says “{expected}”. Print again:",
    ),
    "kit-drift-crest": Sentence(
        id="Lambangnya bukan lambang di desa.toml. Cetak ulang:",
        en="The emblem is not that of desa.toml. Print again:",
    ),
    "kit-drift-gone": Sentence(
        id="Orang atau jabatannya tidak ada lagi di desa.toml. Jangan dipakai:",
        en="The person or post is no longer in desa.toml. Do not use:",
    ),
    "kit-drift-missing": Sentence(
        id="Berkas tidak ada lagi di folder ini. Buat ulang bila masih diperlukan:",
        en="The file is no longer in this folder. Make it again if it is still needed:",
    ),
    "kit-drift-altered": Sentence(
        id="Isi berkas sudah diubah sejak dibuat. Buat ulang dengan kopsurat kit:",
        en="The file has been changed since it was made. Make it again with kopsurat kit:",
    ),
    "kit-fact-kabupaten": Sentence(id="Kabupaten/kota", en="Regency"),
    "kit-fact-kecamatan": Sentence(id="Kecamatan", en="District"),
    "kit-fact-desa": Sentence(id="Desa", en="Village"),
    "kit-fact-unit": Sentence(id="Nama kantor", en="Name of the office"),
    "kit-fact-address": Sentence(id="Alamat", en="Address"),
    "kit-fact-contact-line": Sentence(id="Baris kontak", en="Contact line"),
    "kit-fact-phones": Sentence(id="Telepon", en="Telephone"),
    "kit-fact-hours": Sentence(id="Jam layanan", en="Service hours"),
    "kit-fact-website": Sentence(id="Website", en="Website"),
    "kit-fact-emergency": Sentence(id="Nomor darurat", en="Emergency number"),
    "kit-fact-host": Sentence(id="Situs pemeriksa surat", en="Verification site"),
    "kit-fact-crest": Sentence(id="Lambang", en="Emblem"),
    "kit-fact-script": Sentence(id="Aksara daerah", en="Local script"),
    "kit-fact-name": Sentence(id="Nama pejabat", en="Name of the official"),
    "kit-fact-jabatan": Sentence(id="Jabatan", en="Post"),
    "kit-fact-ring-top": Sentence(id="Tulisan melingkar atas", en="Text round the top"),
    "kit-fact-ring-bottom": Sentence(id="Tulisan melingkar bawah", en="Text round the bottom"),
    "kit-fact-middle": Sentence(id="Tulisan tengah", en="Text across the middle"),
    "cli-kit-made": Sentence(
        id="Kit siap di {value} ({count} berkas). Periksa kelak dengan kopsurat kit --check {value}.",
        en="The kit is ready in {value} ({count} files). Check it later with kopsurat kit --check {value}.",
    ),
    "cli-kit-agrees": Sentence(
        id="Semua {count} berkas di {value} masih sesuai dengan desa.toml.",
        en="All {count} files in {value} still agree with desa.toml.",
    ),
    "cli-kit-check-alone": Sentence(
        id="--check memeriksa seluruh kit. Hapus {value} dari perintah.",
        en="--check looks at the whole kit. Leave {value} out of the command.",
    ),
    "cli-length-unreadable": Sentence(
        id="“{value}” bukan ukuran. Tulis misalnya 200cm, 2m, atau 1500mm.",
        en="“{value}” is not a length. Write it like 200cm, 2m or 1500mm.",
    ),
    "help-kit": Sentence(
        id="Buat stempel, papan nama, poster, kartu nama, amplop, tanda email, cuplikan web, dan formulir dari desa.toml. NAMA: stempel, papan, poster, kartu, amplop, tanda-email, web, formulir; tanpa NAMA semuanya.",
        en="Make stamps, boards, posters, business cards, envelopes, e-mail signatures, a web snippet and a form from desa.toml. NAMA: stempel, papan, poster, kartu, amplop, tanda-email, web, formulir; all of them without NAMA.",
    ),
    "help-kit-out": Sentence(id="Folder untuk berkasnya.", en="Folder for the files."),
    "help-kit-board-width": Sentence(
        id="Lebar papan nama, misalnya 200cm atau 1,5m; tingginya separuhnya.",
        en="Width of the board, such as 200cm or 1.5m; it is half as high.",
    ),
    "help-kit-checked": Sentence(
        id="Periksa kit yang pernah dibuat: berkas mana yang tidak lagi sesuai dengan desa.toml. Kode keluar 1 bila ada.",
        en="Check a kit that was made earlier: which files no longer agree with desa.toml. Exit code 1 if any.",
    ),
}
