"""Sentences about telephone numbers, e-mail addresses, websites, the contact card and documents."""

from __future__ import annotations

from kopsurat.messages import Sentence

SENTENCES: dict[str, Sentence] = {
    # ---- telephone: refused
    "phone-empty": Sentence(
        id="Nomor telepon kosong. Tulis nomornya, atau hapus barisnya bila memang tidak ada.",
        en="The telephone number is empty. Write it, or remove the line if there is none.",
    ),
    "phone-invalid-char": Sentence(
        id="“{value}” berisi tanda yang bukan bagian nomor telepon ({character}). Pakai angka, spasi, tanda hubung atau kurung saja; "
        "kolom Excel harus bertipe Teks.",
        en="“{value}” holds a character that is no part of a telephone number ({character}). Use digits, spaces, hyphens and brackets "
        "only; format spreadsheet columns as Text.",
    ),
    "phone-masked": Sentence(
        id="“{value}” masih ditutup dengan x, * atau #. Tulis nomor lengkapnya, atau jangan cantumkan.",
        en="“{value}” is still masked with x, * or #. Write the whole number, or leave it out.",
    ),
    "phone-letters": Sentence(
        id="“{value}” berisi huruf. Periksa huruf yang mirip angka (O dan 0, l dan 1), lalu tulis dengan angka.",
        en="“{value}” holds letters. Look for letters that resemble digits (O and 0, l and 1) and write digits.",
    ),
    "phone-not-phone": Sentence(
        id="“{value}” adalah NIK, NIP atau NPWP, bukan nomor telepon. Data pribadi tidak boleh ada di kop surat.",
        en="“{value}” is a NIK, NIP or NPWP, not a telephone number. Personal data must not stand on a letterhead.",
    ),
    "phone-multiple": Sentence(
        id='“{value}” berisi lebih dari satu nomor. Tulis satu nomor di tiap isian; di desa.toml berupa daftar: ["nomor satu", "nomor dua"].',
        en='“{value}” holds more than one number. Write one number in each field; in desa.toml as a list: ["one", "two"].',
    ),
    "phone-shorthand": Sentence(
        id="“{value}” menyingkat nomor kedua. Tulis setiap nomor lengkap, karena singkatan tidak dapat dihubungi.",
        en="“{value}” abbreviates the second number. Write each number in full, because an abbreviation cannot be dialled.",
    ),
    "phone-extension-several": Sentence(
        id="Ada beberapa pesawat (ekstensi) di belakang satu nomor, padahal satu nomor memuat satu. Pilih satu, atau tulis nomornya "
        "lengkap untuk tiap pesawat.",
        en="Several extensions stand behind one number, which holds one. Choose one, or write the number in full for each of them.",
    ),
    "phone-no-area-code": Sentence(
        id="“{value}” tidak memuat kode wilayah. Tulis dengan kodenya, misalnya (0274) 555123.",
        en="“{value}” has no area code. Write it with the code, such as (0274) 555123.",
    ),
    "phone-foreign": Sentence(
        id="“{value}” adalah nomor luar negeri. Kop surat desa memakai nomor Indonesia (+62).",
        en="“{value}” is a foreign number. A village letterhead takes an Indonesian number (+62).",
    ),
    "phone-prefix-unassigned": Sentence(
        id="“{value}” berawalan {prefix}, yang tidak dipakai di Indonesia. Periksa angka depannya.",
        en="“{value}” begins with {prefix}, which is not in use in Indonesia. Check the first digits.",
    ),
    "phone-short-unknown": Sentence(
        id="“{value}” bukan nomor layanan Indonesia yang dikenal. Periksa nomornya; nomor biasa ditulis dengan kode wilayah.",
        en="“{value}” is not a known Indonesian service number. Check it; ordinary numbers are written with their area code.",
    ),
    "phone-area-unknown": Sentence(
        id="Kode wilayah pada “{value}” tidak ada di Indonesia. Periksa angka setelah 0.",
        en="The area code in “{value}” does not exist in Indonesia. Check the digits after the 0.",
    ),
    "phone-too-short": Sentence(
        id="Nomor telepon “{value}” terlalu pendek. Periksa apakah ada angka yang tertinggal.",
        en="The telephone number “{value}” is too short. See whether digits are missing.",
    ),
    "phone-too-long": Sentence(
        id="Nomor telepon “{value}” terlalu panjang. Periksa apakah ada angka berlebih, atau dua nomor yang tersambung.",
        en="The telephone number “{value}” is too long. See whether there are digits too many, or two numbers run together.",
    ),
    "wa-not-mobile": Sentence(
        id="{value} bukan nomor seluler, sehingga tidak punya tautan WhatsApp. Bila memang dipakai WhatsApp, tulis (WA) di belakangnya.",
        en="{value} is not a mobile number, so it has no WhatsApp link. If WhatsApp does use it, write (WA) behind it.",
    ),
    "fax-not-line": Sentence(
        id="“{value}” tidak dapat menerima faksimile. Tulis nomor telepon biasa dengan kode wilayah.",
        en="“{value}” cannot receive a fax. Write an ordinary number with its area code.",
    ),
    "fax-several": Sentence(
        id="Ada lebih dari satu nomor faksimile ({value}). Kartu kontak memuat satu; pilih yang dipakai.",
        en="There is more than one fax number ({value}). The contact card holds one; choose the one in use.",
    ),
    "emergency-several": Sentence(
        id="Ada lebih dari satu nomor darurat ({value}). Kartu kontak memuat satu; pilih yang dipakai.",
        en="There is more than one emergency number ({value}). The contact card holds one; choose the one in use.",
    ),
    # ---- telephone: warnings
    "phone-missing-plus": Sentence(
        id="Nomor diawali 62 tanpa tanda tambah. Dibaca sebagai kode negara; tulis +62 atau ganti dengan 0.",
        en="The number begins with 62 without a plus. It was read as the country code; write +62, or 0 instead.",
    ),
    "phone-missing-zero": Sentence(
        id="Angka 0 di depan nomor hilang (sering karena Excel) dan sudah ditambahkan. Periksa nomornya.",
        en="The 0 before the number was missing (often because of Excel) and has been added. Check the number.",
    ),
    "phone-uan-area": Sentence(
        id="Nomor pusat layanan (14xxx, 1500xxx) dihubungi tanpa kode wilayah; kode di depannya dihilangkan.",
        en="Call centers (14xxx, 1500xxx) are dialled without an area code; the code before it was left out.",
    ),
    "phone-emergency": Sentence(
        id="Ini nomor darurat, bukan telepon kantor. Letakkan di isian darurat, dan cantumkan 112 hanya bila layanannya ada di kabupaten Anda.",
        en="This is an emergency number, not the office's. Put it in the emergency field, and print 112 only where the regency runs it.",
    ),
    "phone-not-office": Sentence(
        id="Ini nomor layanan umum (PLN, Telkom, pos), bukan telepon kantor. Tulis nomor kantor desa.",
        en="This is a public service's number (power, telephone, post), not the office's. Write the office's own number.",
    ),
    "phone-placeholder": Sentence(
        id="Angkanya berurutan atau berulang, seperti nomor contoh. Pastikan ini nomor yang sebenarnya.",
        en="The digits run in order or repeat, as in a sample number. Make sure that it is real.",
    ),
    "phone-prefix-unknown": Sentence(
        id="Awalan nomor seluler ini tidak dikenal milik operator mana pun. Coba hubungi nomornya sebelum dicetak.",
        en="No operator is known for this mobile prefix. Call the number before it is printed.",
    ),
    "phone-premium": Sentence(
        id="Nomor 0809 bertarif premium: warga membayar mahal untuk menelepon. Sebaiknya pakai nomor lain.",
        en="Numbers with 0809 charge a premium to the caller. Better use another one.",
    ),
    "phone-duplicate": Sentence(
        id="Nomor yang sama tertulis dua kali; cukup sekali.",
        en="The same number is written twice; once is enough.",
    ),
    "phone-area-inherited": Sentence(
        id="Nomor tanpa kode wilayah ini memakai kode wilayah nomor sebelumnya. Sebaiknya tulis lengkap.",
        en="This number without an area code took the one before it. Better write it in full.",
    ),
    "phone-area-assumed": Sentence(
        id="Nomor tanpa kode wilayah ini memakai kode wilayah dari pengaturan. Sebaiknya tulis lengkap.",
        en="This number without an area code took the code of the settings. Better write it in full.",
    ),
    # ---- e-mail: refused
    "email-empty": Sentence(
        id="Alamat email kosong. Tulis alamatnya, atau hapus barisnya bila memang tidak ada.",
        en="The e-mail address is empty. Write it, or remove the line if there is none.",
    ),
    "email-no-at": Sentence(
        id="“{value}” tidak memuat tanda @. Alamat email berbentuk nama@domain, misalnya sekretariat@sukamaju.desa.id.",
        en="“{value}” has no @. An e-mail address has the form name@domain, such as sekretariat@sukamaju.desa.id.",
    ),
    "email-space": Sentence(
        id="Ada spasi di dalam alamat email “{value}”. Hapus spasinya.",
        en="There is a space inside the e-mail address “{value}”. Remove it.",
    ),
    "email-syntax": Sentence(
        id="“{value}” tidak berbentuk alamat email. Periksa titik ganda, koma, dan tanda @ yang berlebih.",
        en="“{value}” is not in the form of an e-mail address. Look for double dots, commas and an @ too many.",
    ),
    "email-multiple": Sentence(
        id="“{value}” berisi lebih dari satu alamat email. Tulis satu alamat di tiap isian.",
        en="“{value}” holds more than one e-mail address. Write one in each field.",
    ),
    "email-non-ascii": Sentence(
        id="“{value}” memuat huruf beraksen atau bukan huruf Latin sebelum @. Banyak sistem menolaknya; pakai huruf biasa.",
        en="“{value}” has accented or non-Latin letters before the @. Many systems refuse them; use plain letters.",
    ),
    "email-homograph": Sentence(
        id="“{value}” memuat huruf asing yang menyerupai huruf Latin. Ini cara penipu meniru alamat; ketik ulang alamatnya.",
        en="“{value}” holds foreign letters that look like Latin ones. Impostors copy addresses so; type it again.",
    ),
    "email-idn": Sentence(
        id="Domain pada “{value}” memakai huruf di luar Latin dasar. Pakai domain resmi desa yang berhuruf biasa.",
        en="The domain in “{value}” uses letters outside basic Latin. Use the village's official domain in plain letters.",
    ),
    "email-special-use": Sentence(
        id="Domain pada “{value}” hanya untuk contoh atau uji coba. Tulis alamat yang sebenarnya.",
        en="The domain in “{value}” exists for examples and tests only. Write the real address.",
    ),
    "email-tld-unknown": Sentence(
        id="Akhiran domain pada “{value}” tidak ada di internet. Periksa bagian setelah titik terakhir.",
        en="The ending of the domain in “{value}” does not exist. Check what follows the last dot.",
    ),
    "email-domain-is-suffix": Sentence(
        id="Domain pada “{value}” hanya akhiran umum (seperti desa.id), belum ada nama desanya. Tulis nama-desa.desa.id.",
        en="The domain in “{value}” is only a common ending (such as desa.id) without the village's name. Write name.desa.id.",
    ),
    "email-domain-typo": Sentence(
        id="Domain pada “{value}” tampaknya salah ketik. Surat warga akan sampai ke orang lain; periksa ejaannya.",
        en="The domain in “{value}” looks misspelled. People's mail would go to somebody else; check the spelling.",
    ),
    "email-placeholder": Sentence(
        id="“{value}” masih isian contoh dari templat. Ganti dengan alamat email kantor.",
        en="“{value}” is still the sample text of a template. Put the office's e-mail address in its place.",
    ),
    "email-local-chars": Sentence(
        id="Bagian sebelum @ pada “{value}” memuat tanda yang tidak aman. Pakai huruf, angka, titik, garis bawah atau tanda hubung.",
        en="The part before the @ in “{value}” holds an unsafe character. Use letters, digits, dots, underscores or hyphens.",
    ),
    "email-local-too-long": Sentence(
        id="Bagian sebelum @ pada “{value}” lebih dari 64 huruf. Periksa apakah ada kata lain yang terbawa.",
        en="The part before the @ in “{value}” is longer than 64 characters. See whether other words slipped in.",
    ),
    # ---- e-mail: warnings
    "email-unicode-fixed": Sentence(
        id="Alamat email memuat huruf lebar, titik asing atau tanda tak terlihat; sudah dibaca sebagai huruf biasa.",
        en="The e-mail address held wide letters, foreign dots or invisible marks; it was read in plain letters.",
    ),
    "email-case": Sentence(
        id="Alamat email ditulis dengan huruf besar; di kop surat dicetak dengan huruf kecil.",
        en="The e-mail address is written in capitals; the letterhead prints small letters.",
    ),
    "email-free-provider": Sentence(
        id="Alamat ini di penyedia email gratis. Kantor sebaiknya memakai alamat di domain desa.id agar warga yakin.",
        en="This address is with a free provider. An office should use one at its desa.id domain, so that people can trust it.",
    ),
    "email-gmail-impossible": Sentence(
        id="Gmail tidak memberi nama seperti ini (6–30 huruf, angka dan titik, tanpa garis bawah). Periksa ejaannya.",
        en="Gmail gives no such name (6 to 30 letters, digits and dots, no underscore). Check the spelling.",
    ),
    "email-plus-tag": Sentence(
        id="Alamat memuat tanda tambah (+). Sebagian formulir menolaknya; di kop surat sebaiknya tanpa tanda itu.",
        en="The address holds a plus sign. Some forms refuse it; better leave it out on a letterhead.",
    ),
    "email-domain-not-official": Sentence(
        id="Domain email ini bukan domain pemerintah desa (desa.id) atau daerah (go.id). Daftarkan nama-desa.desa.id.",
        en="This e-mail domain is neither a village's (desa.id) nor the government's (go.id). Register name.desa.id.",
    ),
    "email-www": Sentence(
        id="Alamat email memuat “www.”, yang biasanya milik alamat situs. Periksa mana yang dimaksud.",
        en="The e-mail address holds “www.”, which belongs to websites. See which of the two is meant.",
    ),
    "email-display-name": Sentence(
        id="Nama pemilik di samping alamat email dihilangkan; yang dicetak hanya alamatnya.",
        en="The owner's name beside the e-mail address was left out; only the address is printed.",
    ),
    "email-not-role": Sentence(
        id="Alamat ini tampak milik pribadi. Kantor sebaiknya memakai nama peran, misalnya sekretariat@…",
        en="This looks like a person's address. An office should use a role, such as sekretariat@…",
    ),
    "domain-go-id-village": Sentence(
        id="Domain go.id hanya untuk kabupaten/kota ke atas; desa memakai nama-desa.desa.id.",
        en="Domains under go.id are for regencies and above; a village registers name.desa.id.",
    ),
    "domain-missing-dot": Sentence(
        id="Mungkin ada titik yang tertinggal di domain ini (contohdesa.id atau contoh.desa.id?). Periksa.",
        en="A dot may be missing in this domain (contohdesa.id or contoh.desa.id?). Check it.",
    ),
    # ---- website: refused
    "web-empty": Sentence(
        id="Alamat situs kosong. Tulis alamatnya, atau hapus barisnya bila memang tidak ada.",
        en="The website address is empty. Write it, or remove the line if there is none.",
    ),
    "web-control": Sentence(
        id="Alamat situs memuat tanda kendali yang tidak terlihat. Ketik ulang alamatnya.",
        en="The website address holds invisible control characters. Type it again.",
    ),
    "web-backslash": Sentence(
        id="“{value}” memakai garis miring terbalik. Pakai garis miring biasa (/).",
        en="“{value}” uses a backslash. Use an ordinary slash (/).",
    ),
    "web-space": Sentence(
        id="Ada spasi di dalam alamat situs “{value}”. Hapus spasinya.",
        en="There is a space inside the website address “{value}”. Remove it.",
    ),
    "web-syntax": Sentence(
        id="Awal alamat “{value}” salah tulis. Bentuknya https:// lalu nama situs.",
        en="The beginning of “{value}” is not well formed. It is https:// and then the name of the site.",
    ),
    "web-scheme": Sentence(
        id="“{value}” bukan alamat situs: awalan {scheme}: tidak dapat dipakai. Pakai https://.",
        en="“{value}” is no website address: {scheme}: cannot be used. Use https://.",
    ),
    "web-userinfo": Sentence(
        id="“{value}” menyembunyikan situs yang sebenarnya di belakang tanda @. Tulis nama situsnya saja.",
        en="“{value}” hides the real site behind an @. Write only the name of the site.",
    ),
    "web-ip": Sentence(
        id="“{value}” memakai angka IP, bukan nama. Tulis nama domain situs desa.",
        en="“{value}” is an IP address, not a name. Write the domain of the village's site.",
    ),
    "web-local": Sentence(
        id="“{value}” hanya dikenal di jaringan kantor. Tulis alamat yang dapat dibuka warga.",
        en="“{value}” is known inside the office's network only. Write one that the public can open.",
    ),
    "web-port": Sentence(
        id="“{value}” memuat nomor port ({port}). Situs untuk warga tidak memerlukannya; hapus bagian itu.",
        en="“{value}” holds a port number ({port}). A public site needs none; remove it.",
    ),
    "web-idn": Sentence(
        id="Domain “{value}” memakai huruf di luar Latin dasar. Pakai domain resmi desa yang berhuruf biasa.",
        en="The domain “{value}” uses letters outside basic Latin. Use the village's official domain in plain letters.",
    ),
    "web-homograph": Sentence(
        id="“{value}” memuat huruf asing yang menyerupai huruf Latin. Ini cara penipu meniru situs; ketik ulang alamatnya.",
        en="“{value}” holds foreign letters that look like Latin ones. Impostors copy sites so; type it again.",
    ),
    "web-host": Sentence(
        id="Nama situs pada “{value}” tidak sah. Hanya huruf, angka, tanda hubung dan titik; periksa koma dan garis bawah.",
        en="The name of the site in “{value}” is not valid. Only letters, digits, hyphens and dots; look for commas and underscores.",
    ),
    "web-typo": Sentence(
        id="“{value}” tampaknya salah ketik. Periksa “www.” dan ejaan namanya.",
        en="“{value}” looks misspelled. Check the “www.” and the spelling of the name.",
    ),
    "web-tld-unknown": Sentence(
        id="Akhiran domain pada “{value}” tidak ada di internet. Periksa bagian setelah titik terakhir.",
        en="The ending of the domain in “{value}” does not exist. Check what follows the last dot.",
    ),
    "web-is-suffix": Sentence(
        id="“{value}” hanya akhiran umum, belum ada nama desanya. Tulis nama-desa.desa.id.",
        en="“{value}” is only a common ending without the village's name. Write name.desa.id.",
    ),
    "web-placeholder": Sentence(
        id="“{value}” masih isian contoh dari templat. Ganti dengan alamat situs desa.",
        en="“{value}” is still the sample text of a template. Put the village's own site in its place.",
    ),
    "web-email": Sentence(
        id="“{value}” adalah alamat email, bukan situs. Pindahkan ke isian email, dan tulis nama situs di sini.",
        en="“{value}” is an e-mail address, not a website. Move it to the e-mail field and write the site here.",
    ),
    "web-multiple": Sentence(
        id="“{value}” berisi lebih dari satu alamat situs. Pilih satu situs resmi.",
        en="“{value}” holds more than one website address. Choose the one official site.",
    ),
    # ---- website: warnings
    "web-unicode-fixed": Sentence(
        id="Alamat situs memuat huruf lebar, titik asing atau tanda tak terlihat; sudah dibaca sebagai huruf biasa.",
        en="The website address held wide letters, foreign dots or invisible marks; it was read in plain letters.",
    ),
    "web-http": Sentence(
        id="Situs ditulis dengan http:// yang tidak aman. Minta pengelola situs mengaktifkan https://.",
        en="The site is written with http://, which is not secure. Ask whoever runs it to turn on https://.",
    ),
    "web-fragment-stripped": Sentence(
        id="Bagian setelah tanda # pada alamat situs dihilangkan.",
        en="The part after the # was left out of the website address.",
    ),
    "web-query-stripped": Sentence(
        id="Tanda tanya (?) tanpa isi di ujung alamat situs dihilangkan.",
        en="A question mark with nothing behind it was left out of the website address.",
    ),
    "web-rewritten": Sentence(
        id="Bagian setelah nama situs ditulis ulang seperti peramban membacanya (%C3%A9 untuk é, tanpa ../). Bandingkan dengan aslinya.",
        en="What follows the name of the site is written as browsers read it (%C3%A9 for é, no ../). Compare it with the original.",
    ),
    "web-tracking-stripped": Sentence(
        id="Penanda pelacakan (utm, fbclid) pada alamat situs dihilangkan.",
        en="Tracking marks (utm, fbclid) were left out of the website address.",
    ),
    "web-index-stripped": Sentence(
        id="index.php atau index.html di ujung alamat dihilangkan; halaman depannya sama.",
        en="index.php or index.html at the end was left out; the front page is the same.",
    ),
    "web-path": Sentence(
        id="Alamat menunjuk halaman dalam, bukan halaman depan. Di kop surat cukup nama situsnya.",
        en="The address points to an inner page. On a letterhead the name of the site is enough.",
    ),
    "web-query": Sentence(
        id="Alamat memuat bagian setelah tanda tanya (?). Di kop surat cukup nama situsnya.",
        en="The address has a part after a question mark. On a letterhead the name of the site is enough.",
    ),
    "web-not-official": Sentence(
        id="Domain situs ini bukan domain pemerintah desa (desa.id) atau daerah (go.id). Daftarkan nama-desa.desa.id.",
        en="This domain is neither a village's (desa.id) nor the government's (go.id). Register name.desa.id.",
    ),
    "web-vendor": Sentence(
        id="Situs ini menumpang di domain penyedia. Bila kontraknya berakhir, alamatnya hilang; pakai domain desa sendiri.",
        en="This site lives under a vendor's domain. When the contract ends the address is gone; use the village's own domain.",
    ),
    "web-free-host": Sentence(
        id="Situs ini di penyedia gratis. Pakai domain desa.id agar warga yakin.",
        en="This site is with a free host. Use a desa.id domain, so that people can trust it.",
    ),
    "web-social": Sentence(
        id="Ini halaman media sosial, bukan situs resmi desa.",
        en="This is a page on social media, not the village's official site.",
    ),
    "web-mail-host": Sentence(
        id="Ini alamat layanan email, bukan situs desa. Periksa apakah isiannya tertukar.",
        en="This is a mail service, not the village's site. See whether the fields are mixed up.",
    ),
    # ---- service hours
    "hours-empty": Sentence(
        id="Jam layanan kosong. Tulis misalnya Senin–Jumat 08.00–15.00 WIB, atau hapus barisnya.",
        en="The service hours are empty. Write for example Senin–Jumat 08.00–15.00 WIB, or remove the line.",
    ),
    "hours-syntax": Sentence(
        id="Jam layanan “{value}” tidak dapat dibaca. Tulis misalnya Senin–Jumat 08.00–15.00 WIB, atau 24 jam.",
        en="The service hours “{value}” cannot be read. Write for example Senin–Jumat 08.00–15.00 WIB, or 24 jam.",
    ),
    "hours-order": Sentence(
        id="Pada “{value}” jam tutup lebih awal daripada jam buka. Tukar atau perbaiki jamnya.",
        en="In “{value}” closing comes before opening. Swap or correct the times.",
    ),
    "hours-zone": Sentence(
        id="“{value}” memakai dua zona waktu. Tulis satu saja: WIB, WITA atau WIT.",
        en="“{value}” uses two time zones. Write one: WIB, WITA or WIT.",
    ),
    # ---- privacy
    "private-nik": Sentence(
        id="Isian ini memuat NIK. NIK adalah data pribadi (UU 27/2022) dan tidak boleh dicetak; hapus nomornya.",
        en="This field holds a NIK. It is personal data (Law 27/2022) and must not be printed; remove it.",
    ),
    "private-kk": Sentence(
        id="Isian ini memuat nomor Kartu Keluarga. Itu data pribadi (UU 27/2022) dan tidak boleh dicetak; hapus nomornya.",
        en="This field holds a family card number. It is personal data (Law 27/2022) and must not be printed; remove it.",
    ),
    "private-account": Sentence(
        id="Isian ini memuat nomor rekening. Jangan cetak rekening di kop surat atau kartu kontak; hapus nomornya.",
        en="This field holds a bank account number. Do not print accounts on a letterhead or contact card; remove it.",
    ),
    "private-birth": Sentence(
        id="Isian ini memuat tanggal lahir. Itu data pribadi (UU 27/2022) dan tidak perlu di kontak kantor; hapus.",
        en="This field holds a date of birth. It is personal data (Law 27/2022) and no part of an office's contacts; remove it.",
    ),
    "private-family": Sentence(
        id="Isian ini memuat nama ibu kandung. Itu data pribadi (UU 27/2022) yang dipakai bank; hapus.",
        en="This field holds a mother's name. It is personal data (Law 27/2022) that banks rely on; remove it.",
    ),
    # ---- the card
    "domain-mismatch": Sentence(
        id="Email dan situs memakai domain yang berbeda. Sebaiknya keduanya di domain resmi desa yang sama.",
        en="E-mail and website use different domains. Both should be at the village's one official domain.",
    ),
    "phone-areas-differ": Sentence(
        id="Nomor-nomor kantor memakai kode wilayah yang berbeda. Periksa apakah ada yang salah ketik.",
        en="The office's numbers have different area codes. See whether one is misspelled.",
    ),
    "phone-area-elsewhere": Sentence(
        id="Kode wilayah telepon milik kabupaten lain. Periksa angka setelah 0.",
        en="The area code belongs to another regency. Check the digits after the 0.",
    ),
    "contact-text-too-long": Sentence(
        id="Teks terlalu panjang untuk diperiksa ({characters} huruf). Periksa per bagian.",
        en="The text is too long to be checked ({characters} characters). Check it in parts.",
    ),
    # ---- kode wilayah
    "region-empty": Sentence(
        id="Kode wilayah kosong. Tulis kode Kemendagri, misalnya 33.01.10.2013.",
        en="The region code is empty. Write the Ministry's code, such as 33.01.10.2013.",
    ),
    "region-syntax": Sentence(
        id="“{value}” tidak berbentuk kode wilayah. Bentuknya 33.01.10.2013 (provinsi.kabupaten.kecamatan.desa).",
        en="“{value}” is not in the form of a region code: 33.01.10.2013 (province.regency.district.village).",
    ),
    "region-unknown": Sentence(
        id="Kode wilayah {value} tidak ada dalam daftar Kemendagri. Periksa angkanya.",
        en="The region code {value} is not in the Ministry's list. Check the digits.",
    ),
    "region-kelurahan": Sentence(
        id="Kode ini milik kelurahan, bukan desa. Kop kelurahan mengikuti aturan kabupaten/kota.",
        en="This code is a kelurahan's, not a village's. Its letterhead follows the rules of the regency.",
    ),
    # ---- documents compared with the card
    "fmt-label": Sentence(
        id="Label kontak “{found}” tidak baku. Tulis “{expected}”.",
        en="The label “{found}” is not the standard one. Write “{expected}”.",
    ),
    "fmt-separator": Sentence(
        id="Pemisah “{found}” tidak baku. Pakai “{expected}”.",
        en="The separator “{found}” is not the standard one. Use “{expected}”.",
    ),
    "fmt-phone": Sentence(
        id="Nomor “{found}” benar, tetapi penulisannya lain. Tulis {expected}.",
        en="The number “{found}” is right but written otherwise. Write {expected}.",
    ),
    "fmt-email": Sentence(
        id="Email “{found}” benar, tetapi penulisannya lain. Tulis {expected}.",
        en="The e-mail address “{found}” is right but written otherwise. Write {expected}.",
    ),
    "fmt-web": Sentence(
        id="Situs “{found}” benar, tetapi penulisannya lain. Tulis {expected}.",
        en="The website “{found}” is right but written otherwise. Write {expected}.",
    ),
    "fmt-break": Sentence(
        id="“{found}” terpotong di ujung baris. Jaga agar {expected} tetap utuh dalam satu baris.",
        en="“{found}” is broken at the end of a line. Keep {expected} together on one line.",
    ),
    "val-phone": Sentence(
        id="Nomor telepon “{found}” bukan nomor kantor. Yang benar {expected}.",
        en="The telephone number “{found}” is not the office's. It should be {expected}.",
    ),
    "val-fax": Sentence(
        id="Nomor faksimile “{found}” bukan nomor kantor. Yang benar {expected}.",
        en="The fax number “{found}” is not the office's. It should be {expected}.",
    ),
    "val-email": Sentence(
        id="Email “{found}” bukan email kantor. Yang benar {expected}.",
        en="The e-mail address “{found}” is not the office's. It should be {expected}.",
    ),
    "val-web": Sentence(
        id="Situs “{found}” bukan situs kantor. Yang benar {expected}.",
        en="The website “{found}” is not the office's. It should be {expected}.",
    ),
    "val-web-www": Sentence(
        id="Situs “{found}” berbeda pada “www.”. Tulis {expected}.",
        en="The website “{found}” differs in its “www.”. Write {expected}.",
    ),
    "missing-phone": Sentence(
        id="Nomor telepon kantor tidak ada dalam dokumen. Tambahkan {expected}.",
        en="The office's telephone number is not in the document. Add {expected}.",
    ),
    "missing-email": Sentence(
        id="Email kantor tidak ada dalam dokumen. Tambahkan {expected}.",
        en="The office's e-mail address is not in the document. Add {expected}.",
    ),
    "missing-website": Sentence(
        id="Situs kantor tidak ada dalam dokumen. Tambahkan {expected}.",
        en="The office's website is not in the document. Add {expected}.",
    ),
    "extra-phone": Sentence(
        id="Ada nomor lain dalam dokumen: {found}. Biarkan bila memang dimaksudkan.",
        en="There is another number in the document: {found}. Leave it if it is meant to be there.",
    ),
    "extra-fax": Sentence(
        id="Ada nomor faksimile dalam dokumen ({found}) yang tidak ada di kartu kontak. Tambahkan ke kartu, atau hapus.",
        en="There is a fax number in the document ({found}) that the contact card lacks. Add it to the card, or remove it.",
    ),
    "extra-email": Sentence(
        id="Ada alamat email lain dalam dokumen: {found}. Biarkan bila memang dimaksudkan.",
        en="There is another e-mail address in the document: {found}. Leave it if it is meant to be there.",
    ),
    "extra-website": Sentence(
        id="Ada situs lain dalam dokumen: {found}. Biarkan bila memang dimaksudkan.",
        en="There is another website in the document: {found}. Leave it if it is meant to be there.",
    ),
    "link-mismatch": Sentence(
        id="Tautan yang menampilkan {expected} ternyata menuju {found}. Perbaiki tautannya.",
        en="The link that shows {expected} leads to {found}. Correct the link.",
    ),
    # ---- reading documents, and asking the network
    "document-unknown": Sentence(
        id="Jenis berkas {value} tidak dikenal. Yang dapat diperiksa: TXT, MD, HTML, DOCX dan PDF.",
        en="The kind of file {value} is not known. TXT, MD, HTML, DOCX and PDF can be checked.",
    ),
    "document-too-large": Sentence(
        id="Berkas {value} terlalu besar untuk diperiksa. Periksa berkas yang lebih kecil.",
        en="The file {value} is too large to be checked. Check a smaller one.",
    ),
    "document-no-text": Sentence(
        id="Berkas {value} tidak memuat teks (hasil pindaian). Periksa dengan mata, atau pakai berkas aslinya.",
        en="The file {value} holds no text (it is a scan). Check it by eye, or use the original.",
    ),
    "live-ok": Sentence(
        id="{value} dapat dihubungi.",
        en="{value} can be reached.",
    ),
    "live-no-domain": Sentence(
        id="Domain {value} tidak ada di internet. Periksa ejaannya, atau masa sewanya sudah habis.",
        en="The domain {value} does not exist. Check its spelling, or whether its registration has ended.",
    ),
    "live-no-mail": Sentence(
        id="Domain {value} tidak menerima email (tidak ada MX). Surat warga akan ditolak; hubungi pengelola domain.",
        en="The domain {value} takes no mail (it has no MX). People's mail would bounce; ask whoever runs the domain.",
    ),
    "live-not-public": Sentence(
        id="Alamat {value} menunjuk ke jaringan dalam, bukan internet. Tidak dibuka demi keamanan.",
        en="The address {value} points into a private network. It was not opened, for safety.",
    ),
    "live-unreachable": Sentence(
        id="Situs {value} tidak menjawab. Coba lagi nanti; bila tetap, hubungi pengelola situs.",
        en="The site {value} does not answer. Try again later; if it stays so, ask whoever runs it.",
    ),
    "live-certificate": Sentence(
        id="Sertifikat https situs {value} tidak sah atau kedaluwarsa. Minta pengelola situs memperbaruinya.",
        en="The https certificate of {value} is invalid or has expired. Ask whoever runs the site to renew it.",
    ),
    "live-redirect": Sentence(
        id="Situs {value} mengalihkan ke {target}. Pastikan itu masih milik kantor, lalu tulis alamat tujuannya.",
        en="The site {value} redirects to {target}. Make sure that it is still the office's, then write that address.",
    ),
    "live-status": Sentence(
        id="Situs {value} menjawab dengan kesalahan {status}. Hubungi pengelola situs.",
        en="The site {value} answers with error {status}. Ask whoever runs it.",
    ),
}
