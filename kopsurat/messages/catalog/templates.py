"""Sentences of letter types and of the fields filled in."""

from __future__ import annotations

from kopsurat.messages import Sentence

SENTENCES: dict[str, Sentence] = {
    # ---- fields filled in
    "field-missing": Sentence(
        id="“{label}” belum diisi. Isilah {path}.",
        en="“{label}” is not filled in. Give {path} a value.",
    ),
    "field-unknown": Sentence(
        id="Jenis surat ini tidak mempunyai isian “{value}”. Hapuslah, atau perbaiki namanya.",
        en="This type of letter has no field “{value}”. Remove it or correct its name.",
    ),
    "field-not-text": Sentence(
        id="“{label}” harus berupa teks di antara tanda kutip, bukan {value}.",
        en="“{label}” must be text in quotation marks, not {value}.",
    ),
    "field-several-lines": Sentence(
        id="“{label}” harus satu baris saja. Hapuslah pergantian baris di dalamnya.",
        en="“{label}” must be a single line. Remove the line breaks in it.",
    ),
    "field-too-long": Sentence(
        id="“{label}” terlalu panjang: paling banyak {most} karakter. Ringkaslah isinya.",
        en="“{label}” is too long: at most {most} characters. Please shorten it.",
    ),
    "field-unprintable": Sentence(
        id="“{label}” memuat karakter {character} yang tidak dapat dicetak. Ketik ulang isinya.",
        en="“{label}” holds the character {character}, which cannot be printed. Please type it again.",
    ),
    "field-not-a-number": Sentence(
        id="“{label}” harus berupa angka, misalnya 1250 atau 12,5; yang tertulis {value}.",
        en="“{label}” must be a number such as 1250 or 12,5; it is {value}.",
    ),
    "field-not-an-amount": Sentence(
        id="“{label}” harus berupa jumlah rupiah tanpa sen, misalnya 1500000 atau Rp1.500.000; yang tertulis {value}.",
        en="“{label}” must be an amount in whole rupiah such as 1500000 or Rp1.500.000; it is {value}.",
    ),
    "field-not-a-date": Sentence(
        id="“{label}” harus berupa tanggal dengan urutan tahun-bulan-hari, misalnya 2026-11-24; yang tertulis {value}.",
        en="“{label}” must be a date in the order year-month-day, such as 2026-11-24; it is {value}.",
    ),
    "field-impossible-date": Sentence(
        id="Tanggal {value} pada “{label}” tidak ada di kalender. Periksa hari dan bulannya.",
        en="The date {value} in “{label}” does not exist. Check its day and month.",
    ),
    "field-not-a-time": Sentence(
        id="“{label}” harus berupa jam dan menit, misalnya 09.00; yang tertulis {value}.",
        en="“{label}” must be hours and minutes, such as 09.00; it is {value}.",
    ),
    "field-nik-length": Sentence(
        id="NIK pada “{label}” harus 16 angka tanpa spasi; yang tertulis {count} angka. Cocokkan dengan KTP-el atau KK.",
        en="The NIK in “{label}” must be 16 digits without spaces; it has {count}. Compare it with the identity card.",
    ),
    "field-nik-region": Sentence(
        id="NIK pada “{label}” tidak mungkin benar: {digits} bukan kode wilayah. Cocokkan dengan KTP-el atau KK.",
        en="The NIK in “{label}” cannot be right: {digits} is not the code of a region. Compare it with the card.",
    ),
    "field-nik-birth-date": Sentence(
        id="NIK pada “{label}” tidak mungkin benar: {digits} bukan tanggal lahir (untuk perempuan tanggal ditambah 40). "
        "Cocokkan dengan KTP-el atau KK.",
        en="The NIK in “{label}” cannot be right: {digits} is not a birth date (for women the day is raised by 40). "
        "Compare it with the identity card.",
    ),
    "field-nik-sequence": Sentence(
        id="NIK pada “{label}” tidak mungkin benar: empat angka terakhir tidak boleh 0000. Cocokkan dengan KTP-el atau KK.",
        en="The NIK in “{label}” cannot be right: its last four digits must not be 0000. Compare it with the card.",
    ),
    "field-kk-length": Sentence(
        id="Nomor KK pada “{label}” harus 16 angka tanpa spasi; yang tertulis {count} angka. Cocokkan dengan KK.",
        en="The family card number in “{label}” must be 16 digits without spaces; it has {count}. Compare it with the card.",
    ),
    "field-kk-region": Sentence(
        id="Nomor KK pada “{label}” tidak mungkin benar: {digits} bukan kode wilayah. Cocokkan dengan KK.",
        en="The family card number in “{label}” cannot be right: {digits} is not the code of a region. "
        "Compare it with the card.",
    ),
    "field-nip-length": Sentence(
        id="NIP pada “{label}” harus 18 angka; yang tertulis {count} angka. Cocokkan dengan surat keputusan pegawai.",
        en="The NIP in “{label}” must be 18 digits; it has {count}. Compare it with the appointment decree.",
    ),
    "field-nip-impossible": Sentence(
        id="NIP pada “{label}” tidak mungkin benar: tanggal lahir atau bulan pengangkatan di dalamnya tidak ada. "
        "Cocokkan dengan surat keputusan pegawai.",
        en="The NIP in “{label}” cannot be right: the birth date or the month of appointment in it does not exist. "
        "Compare it with the appointment decree.",
    ),
    "field-not-a-contact": Sentence(
        id="“{label}” tidak dapat dipakai sebagai alamat kontak: {value} ({reason}). Perbaiki penulisannya.",
        en="“{label}” cannot be used as a contact: {value} ({reason}). Correct it.",
    ),
    "field-not-a-choice": Sentence(
        id="“{value}” bukan pilihan untuk “{label}”. Pilihlah salah satu: {choices}.",
        en="“{value}” is no choice for “{label}”. Choose one of: {choices}.",
    ),
    "field-not-yes-or-no": Sentence(
        id="“{label}” harus diisi true atau false (ya atau tidak); yang tertulis {value}.",
        en="“{label}” must be true or false; it is {value}.",
    ),
    "field-not-a-list": Sentence(
        id="“{label}” harus berupa daftar di antara kurung siku; yang tertulis {value}.",
        en="“{label}” must be a list in square brackets; it is {value}.",
    ),
    "field-not-a-row": Sentence(
        id="Setiap baris “{label}” harus berupa tabel di antara kurung kurawal; yang tertulis {value}.",
        en="Every row of “{label}” must be a table in curly brackets; it is {value}.",
    ),
    "field-too-many-rows": Sentence(
        id="“{label}” memuat {value} baris; paling banyak {most}. Bagilah menjadi beberapa surat.",
        en="“{label}” has {value} rows; at most {most} are allowed. Divide it among several letters.",
    ),
    # ---- template files
    "template-not-found": Sentence(
        id="Tidak ada jenis surat “{value}”. Daftar jenis surat: kopsurat templates list.",
        en="There is no type of letter “{value}”. For the list of types: kopsurat templates list.",
    ),
    "template-front-matter": Sentence(
        id="Bagian TOML di awal berkas jenis surat, di antara dua baris +++, tidak dapat dibaca: {value}.",
        en="The TOML at the head of the template file, between two lines +++, cannot be read: {value}.",
    ),
    "template-not-utf-8": Sentence(
        id="Berkas jenis surat {path} bukan UTF-8. Simpan ulang dengan pengodean UTF-8.",
        en="The template file {path} is not UTF-8. Save it again in UTF-8.",
    ),
    "template-too-large": Sentence(
        id="Berkas jenis surat terlalu besar (paling banyak {most}). Pisahkan menjadi beberapa jenis surat.",
        en="The template file is too large (at most {most}). Divide it among several types.",
    ),
    "template-key-unknown": Sentence(
        id="Kunci “{value}” tidak dikenal pada berkas jenis surat. Hapuslah, atau perbaiki namanya.",
        en="The key “{value}” is not known in a template file. Remove it or correct its name.",
    ),
    "template-key-missing": Sentence(
        id="Kunci {path} harus ada pada berkas jenis surat. Tambahkan kunci itu.",
        en="The key {path} must be in the template file. Add it.",
    ),
    "template-value": Sentence(
        id="Isi {path} pada berkas jenis surat tidak sesuai: {value}. Lihat panduan menulis jenis surat.",
        en="The value of {path} in the template file does not fit: {value}. See the guide to writing templates.",
    ),
    "template-code": Sentence(
        id="Kode jenis surat “{value}” harus sama dengan nama berkasnya: huruf kecil, angka, dan tanda hubung.",
        en="The code “{value}” must equal the name of the file: small letters, digits and hyphens.",
    ),
    "template-family": Sentence(
        id="Keluarga “{value}” tidak dikenal. Pilihlah: korespondensi, judul, produk hukum, atau tabel.",
        en="The family “{value}” is not known. Choose korespondensi, judul, produk hukum or tabel.",
    ),
    "template-arrangement": Sentence(
        id="Susunan “{value}” tidak dikenal. Pilihlah: nota, piagam, atau mendatar.",
        en="The arrangement “{value}” is not known. Choose nota, piagam or mendatar.",
    ),
    "template-classification": Sentence(
        id="Kode klasifikasi “{value}” harus berupa tiga angka yang boleh diikuti titik dan angka, misalnya 400.12.2.",
        en="The classification code “{value}” must be three digits, then perhaps dots and digits, such as 400.12.2.",
    ),
    "template-validity": Sentence(
        id="Masa berlaku ditulis {{ bulan = 3 }} atau {{ hari = 30 }}; yang tertulis {value}.",
        en="Write the validity as {{ bulan = 3 }} or {{ hari = 30 }}; it is {value}.",
    ),
    "template-group-unknown": Sentence(
        id="Kelompok isian “{value}” tidak ada. Periksa penulisannya pada pakai atau include.",
        en="There is no group of fields “{value}”. Check its name in pakai or include.",
    ),
    "template-field-name": Sentence(
        id="Nama isian “{value}” tidak dapat dipakai: huruf kecil, angka, dan garis bawah saja, bukan kata yang dipakai mesin.",
        en="The field name “{value}” cannot be used: small letters, digits and underscores only, and no reserved word.",
    ),
    "template-field-type": Sentence(
        id="Tipe isian “{value}” tidak dikenal pada {path}. Lihat daftar tipe pada panduan menulis jenis surat.",
        en="The field type “{value}” in {path} is not known. See the list of types in the guide to writing templates.",
    ),
    "template-field-incomplete": Sentence(
        id="Isian {path} bertipe {value}: tipe pilihan memerlukan pilihan, tipe daftar memerlukan kolom, tipe lain tidak.",
        en="The field {path} is of type {value}: pilihan needs pilihan, daftar needs kolom, other types need neither.",
    ),
    "template-example": Sentence(
        id="Contoh pada {path} tidak sesuai dengan tipe isiannya: {value}. Perbaiki contohnya.",
        en="The example in {path} does not fit the type of its field: {value}. Correct the example.",
    ),
    "template-syntax": Sentence(
        id="Penulisan Jinja pada {path} salah: {value}. Periksa kurung kurawal dan tanda persennya.",
        en="The Jinja in {path} is not well formed: {value}. Check its curly brackets and percent signs.",
    ),
    "template-not-allowed": Sentence(
        id="“{value}” tidak boleh dipakai pada berkas jenis surat (baris {line}). Yang boleh: isian, if, for, dan filter "
        "yang tercantum pada panduan.",
        en="“{value}” is not allowed in a template file (line {line}). Allowed are fields, if, for and the filters "
        "of the guide.",
    ),
    "template-private-use": Sentence(
        id="Berkas jenis surat memuat karakter privat Unicode pada {path}. Hapuslah karakter itu.",
        en="The template file holds private-use characters of Unicode in {path}. Remove them.",
    ),
    "template-name-unknown": Sentence(
        id="{path} memakai isian “{value}” yang tidak dinyatakan. Tambahkan [isian.{value}], atau perbaiki namanya.",
        en="{path} uses the field “{value}”, which is not declared. Add [isian.{value}] or correct the name.",
    ),
    "template-private-in-seal": Sentence(
        id="{path} memuat isian pribadi ({value}). NIK, nomor KK, telepon, dan isian pribadi tidak boleh masuk ke segel QR.",
        en="{path} holds a private field ({value}). NIK, family card numbers, telephones and private fields must "
        "not get into the QR seal.",
    ),
    "template-expression": Sentence(
        id="Isian tidak cocok dengan rumus pada berkas jenis surat: {value}. Perbaiki filter pada berkas itu.",
        en="A value does not fit an expression of the template file: {value}. Correct the filter in the file.",
    ),
    "template-output-too-long": Sentence(
        id="Surat yang dihasilkan terlalu panjang (lebih dari {most} karakter). Kurangi isi daftar.",
        en="The letter would be too long (more than {most} characters). Shorten the lists.",
    ),
}
