"""Sentences of the command line: its help, its reports, its own errors."""

from __future__ import annotations

from kopsurat.messages import Sentence


def _same(text: str) -> Sentence:
    """Return what is the same in both languages: a command line."""
    return Sentence(id=text, en=text)


SENTENCES: dict[str, Sentence] = {
    # ---- help: headings
    "help-usage": Sentence(id="Pemakaian:", en="Usage:"),
    "help-options": Sentence(id="Pilihan", en="Options"),
    "help-commands": Sentence(id="Perintah", en="Commands"),
    "help-example": Sentence(id="Contoh", en="Example"),
    # ---- help: examples
    "help-init-example": _same(
        "kopsurat init kantor --desa Sukamaju --kecamatan Karangtengah --kabupaten Sukamulya"
    ),
    "help-check-example": _same("kopsurat check\nkopsurat check surat.md\nkopsurat check arsip/ brosur.pdf"),
    "help-render-example": _same(
        "kopsurat render surat.md\nkopsurat render surat.md -o surat.pdf --key kunci/kunci-2026.pem --register"
    ),
    "help-verify-example": _same(
        "kopsurat verify surat.pdf --trust kunci/kunci-2026.pub\nkopsurat verify foto.jpg --online"
    ),
    "help-templates-show-example": _same("kopsurat templates show keterangan-domisili -o domisili.md"),
    "help-batch-example": _same(
        "kopsurat batch undangan.md warga.csv -o hasil --key kunci/kunci-2026.pem --register"
    ),
    "help-apply-example": _same("kopsurat apply laporan.docx -o laporan-kop.docx"),
    "help-redact-example": _same(
        "kopsurat redact surat.md --hide nik --key kunci/kunci-2026.pem -o salinan.pdf"
    ),
    "help-import-example": _same("kopsurat import surat.docx -o surat-baru.md"),
    "help-key-compromise-example": _same(
        "kopsurat key compromise 8f629036 --since 2026-11-24 --key kunci/kunci-2026-2.pem"
    ),
    "help-number-take-example": _same("kopsurat number take surat.md"),
    "help-number-receive-example": _same(
        'kopsurat number receive --party "Camat Karangtengah" --summary "Undangan rapat" --nomor 005/1/2026 --date 2026-11-20'
    ),
    "help-revoke-example": _same("kopsurat revoke 7K3M-9QX2-TB4A-J --reason corrected"),
    "help-site-build-example": _same("kopsurat site build situs --key kunci/kunci-2026.pem"),
    "help-kit-example": _same(
        "kopsurat kit\nkopsurat kit stempel papan --board-width 150cm\nkopsurat kit --check kit"
    ),
    "help-trust-build-example": _same(
        'kopsurat trust build daftar.cose kiriman/ --publisher "Kabupaten Sukamulya" --expires 2027-12-31 --key kabupaten.pem'
    ),
    # ---- help: options that several commands share
    "help-any--help": Sentence(id="Tampilkan bantuan ini.", en="Show this help."),
    "help-any-version": Sentence(id="Tampilkan versi.", en="Show the version."),
    "help-any-lang": Sentence(id="Bahasa laporan: id atau en.", en="Language of the report: id or en."),
    "help-any-as-json": Sentence(
        id="Laporan sebagai JSON, untuk program lain.", en="Report as JSON, for other programs."
    ),
    "help-any-office": Sentence(
        id="desa.toml yang dipakai; bila tidak disebut, yang terdekat di folder ini atau di atasnya.",
        en="The desa.toml to use; by default the nearest in this folder or above.",
    ),
    "help-any-key": Sentence(
        id="Kunci penyegel (PEM). Tanpa ini surat tidak disegel.",
        en="The key that seals (PEM). Without it the letter is not sealed.",
    ),
    "help-any-key-path": Sentence(
        id="Kunci aktif yang menandatangani daftar kunci.", en="The active key that signs the list of keys."
    ),
    "help-any-passphrase-env": Sentence(
        id="Nama variabel lingkungan yang berisi frasa sandi kunci; bila tidak disebut, KOPSURAT_PASSPHRASE atau ditanyakan.",
        en="Name of the environment variable with the key's passphrase; by default KOPSURAT_PASSPHRASE, or it is asked for.",
    ),
    "help-any-folder": Sentence(
        id="Folder kunci; bila tidak disebut, folder kunci di sebelah desa.toml.",
        en="Folder of the keys; by default the folder kunci beside desa.toml.",
    ),
    "help-any-since": Sentence(id="Tanggal mulai, seperti 2026-01-01.", en="First day, such as 2026-01-01."),
    "help-any-outputs": Sentence(
        id="Berkas hasil; jenisnya dari akhirannya: .pdf, .docx, .png. Boleh berkali-kali.",
        en="File to write; its ending says the format: .pdf, .docx, .png. May be repeated.",
    ),
    "help-any-out": Sentence(id="Berkas atau folder hasil.", en="File or folder to write."),
    "help-any-host": Sentence(
        id="Situs pemeriksa surat; bila tidak disebut, verifikasi.situs di desa.toml.",
        en="Site that verifies letters; by default verifikasi.situs of desa.toml.",
    ),
    # ---- help: commands
    "help-app": Sentence(
        id="Kop surat, surat, dan segel yang dapat diperiksa, untuk kantor desa. Mulai dengan: kopsurat init",
        en="Letterheads, letters and seals that can be verified, for village offices. Begin with: kopsurat init",
    ),
    "help-init": Sentence(
        id="Buat folder kerja: desa.toml, surat.md, dan lambang contoh. Isi desa.toml dengan data kantor, lalu jalankan kopsurat check.",
        en="Make a working folder: desa.toml, surat.md and a sample emblem. Fill desa.toml in, then run kopsurat check.",
    ),
    "help-init-desa": Sentence(id="Nama desa.", en="Name of the village."),
    "help-init-kecamatan": Sentence(id="Nama kecamatan.", en="Name of the district."),
    "help-init-kabupaten": Sentence(id="Nama kabupaten.", en="Name of the regency."),
    "help-init-provinsi": Sentence(id="Nama provinsi.", en="Name of the province."),
    "help-init-force": Sentence(id="Timpa berkas yang sudah ada.", en="Overwrite files that exist."),
    "help-check": Sentence(
        id="Periksa kop, surat, atau kontak dalam dokumen. desa.toml: ringkasan dan catatan; surat.md: semua yang bisa gagal saat dicetak; PDF, DOCX, dan lainnya: apakah kontaknya sama dengan desa.toml. Tidak ada berkas yang diubah.",
        en="Check the letterhead, letters, or the contacts in documents. desa.toml: a summary with remarks; surat.md: all that could fail on printing; PDF, DOCX and others: whether their contacts agree with desa.toml. No file is changed.",
    ),
    "help-check-online": Sentence(
        id="Tanyakan juga ke internet apakah email dan situs kantor dapat dihubungi.",
        en="Also ask the internet whether the office's e-mail and website can be reached.",
    ),
    "help-render": Sentence(
        id="Buat PDF, DOCX, dan PNG dari sebuah surat. Semua berkas ditulis, atau tidak satu pun.",
        en="Make PDF, DOCX and PNG of a letter. All files are written, or none.",
    ),
    "help-render-link": Sentence(
        id="Tautan pemeriksaan milik sistem lain, dicetak sebagai QR; tidak bersama --key.",
        en="Verification link of another system, printed as a QR code; not with --key.",
    ),
    "help-render-letterhead": Sentence(
        id="Kop saja, tanpa surat.", en="The letterhead alone, without a letter."
    ),
    "help-render-draft": Sentence(
        id="Cetak sebagai DRAF, tanpa segel.", en="Print as a draft (DRAF), without a seal."
    ),
    "help-render-settings": Sentence(
        id="Ganti satu isian surat, misalnya --set nomor=005/013/DS/XI/2026. Boleh berkali-kali.",
        en="Replace one field of the letter, such as --set nomor=005/013/DS/XI/2026. May be repeated.",
    ),
    "help-verify": Sentence(
        id="Periksa segel sebuah tautan, berkas (PDF, DOCX, PNG, JPEG), atau semua berkas dalam folder. Kode keluar 0 sah, 1 kedaluwarsa, 2 statusnya belum pasti, 3 dicabut, 4 tanda tangan salah, 5 kunci tidak dikenal, 6 situs lain, 7 isi diubah, 8 bukan segel, 9 tidak dapat diperiksa.",
        en="Verify the seal of a link, a file (PDF, DOCX, PNG, JPEG), or all files in a folder. Exit codes: 0 valid, 1 expired, 2 status not certain, 3 revoked, 4 bad signature, 5 unknown key, 6 wrong site, 7 altered, 8 no seal, 9 could not be checked.",
    ),
    "help-verify-trusted": Sentence(
        id="Kunci yang dipercaya: daftar kunci (keys.json), daftar tepercaya, atau kunci umum (.pub). Boleh berkali-kali.",
        en="Keys to trust: a key list (keys.json), a trust list, or a public key (.pub). May be repeated.",
    ),
    "help-verify-listed": Sentence(
        id="Daftar surat terbit dan dicabut (berkas atau folder) dari kantor penerbit.",
        en="Lists of issued and revoked letters (a file or a folder) of the issuing office.",
    ),
    "help-verify-online": Sentence(
        id="Tanyakan kunci dan status ke situs penerbit.", en="Ask the issuer's site for keys and status."
    ),
    "help-verify-at": Sentence(
        id="Periksa keadaan pada saat lain, seperti 2026-11-24.",
        en="Verify as of another moment, such as 2026-11-24.",
    ),
    "help-key": Sentence(
        id="Kelola kunci yang menyegel surat. Satu kunci untuk satu kantor dan satu tahun.",
        en="Manage the keys that seal letters. One key for one office and one year.",
    ),
    "help-key-new": Sentence(
        id="Buat kunci baru, dilindungi frasa sandi.", en="Make a new key, protected by a passphrase."
    ),
    "help-key-rotate": Sentence(
        id="Pensiunkan kunci aktif dan buat kunci baru. Surat lama tetap sah.",
        en="Retire the active keys and make a new one. Old letters stay valid.",
    ),
    "help-key-list": Sentence(
        id="Tampilkan kunci kantor dan statusnya.", en="List the office's keys and their status."
    ),
    "help-key-export": Sentence(
        id="Tandatangani ulang daftar kunci umum (keys.json) untuk situs.",
        en="Sign the list of public keys (keys.json) anew for the site.",
    ),
    "help-key-compromise": Sentence(
        id="Tandai kunci yang mungkin dipegang orang lain. Hanya surat yang terdaftar sebelum tanggalnya yang tetap sah.",
        en="Mark a key that somebody else may hold. Only letters registered before the date stay valid.",
    ),
    "help-templates": Sentence(
        id="Jenis surat yang tersedia: daftar, contoh, dan isiannya.",
        en="The letter types: the list, examples, and their fields.",
    ),
    "help-templates-list": Sentence(
        id="Tampilkan semua jenis surat dengan klasifikasi dan keluarganya.",
        en="List all letter types with classification and family.",
    ),
    "help-templates-show": Sentence(
        id="Cetak surat.md contoh dari satu jenis; simpan, lalu ubah isinya.",
        en="Print an example surat.md of a type, to save and change.",
    ),
    "help-templates-show-out": Sentence(
        id="Berkas surat.md baru untuk contoh itu.", en="A new surat.md for the example."
    ),
    "help-templates-show-fields": Sentence(
        id="Tampilkan isiannya, bukan contohnya.", en="Show its fields instead of the example."
    ),
    "help-templates-schema": Sentence(
        id="Cetak JSON Schema isian satu jenis, untuk program lain.",
        en="Print the JSON Schema of the fields of a type, for programs.",
    ),
    "help-batch": Sentence(
        id="Buat satu surat untuk setiap baris tabel CSV. Judul kolom adalah kunci surat (nomor, kepada …) atau isian jenis surat. Semua surat ditulis, atau tidak satu pun; kesalahan semua baris dilaporkan sekaligus.",
        en="Make one letter for every row of a CSV table. Column heads are keys of the letter (nomor, kepada …) or fields of its type. All letters are written, or none; the faults of all rows are reported together.",
    ),
    "help-batch-formats": Sentence(
        id="Jenis berkas: pdf (biasa), docx, png. Boleh berkali-kali.",
        en="Format: pdf (usual), docx, png. May be repeated.",
    ),
    "help-batch-jobs": Sentence(
        id="Banyaknya proses; bila tidak disebut, sebanyak prosesor.",
        en="Number of processes; by default that of the processors.",
    ),
    "help-apply": Sentence(
        id="Pasang kop pada dokumen Word atau PDF buatan program lain. Aslinya tidak diubah.",
        en="Put the letterhead on a Word document or a PDF that another program made. The original is not changed.",
    ),
    "help-render-embed-fonts": Sentence(
        id="Sertakan huruf di dalam DOCX, untuk komputer yang tidak memilikinya (sekitar 50 KB lebih besar). PDF selalu menyertakannya.",
        en="Put the fonts into the DOCX, for computers that have not got them (about 50 KB more). A PDF always holds them.",
    ),
    "help-import": Sentence(
        id="Baca kembali surat DOCX yang disunting di Word menjadi surat.md, atau buat desa.toml dari identitas desa yang diekspor OpenSID (JSON atau CSV). Yang tidak dapat dipertahankan disebutkan satu per satu.",
        en="Read a letter (DOCX) that was edited in Word back into a surat.md, or make a desa.toml from a village's identity exported by OpenSID (JSON or CSV). What cannot be kept is named, one by one.",
    ),
    "help-import-out": Sentence(
        id="Berkas yang ditulis (bawaan: surat.docx menjadi surat.md; identitas menjadi desa.toml).",
        en="The file to write (default: surat.docx becomes surat.md; an identity becomes desa.toml).",
    ),
    "help-import-force": Sentence(id="Timpa berkas yang sudah ada.", en="Overwrite a file that exists."),
    "help-redact": Sentence(
        id="Cetak ulang surat bersegel tanpa sebagian isiannya (misalnya NIK). QR-nya tetap sama, dan isi selebihnya tetap dapat diperiksa.",
        en="Print a sealed letter again without some of its fields (such as the NIK). The QR code stays the same, and the rest still verifies.",
    ),
    "help-redact-names": Sentence(
        id="Isian yang disembunyikan, misalnya --hide nik; bila tidak disebut, semua yang bersifat pribadi. Boleh berkali-kali.",
        en="A field to hide, such as --hide nik; by default all that are private. May be repeated.",
    ),
    # ---- reports
    "cli-redacted": Sentence(id="Disembunyikan: {value}", en="Hidden: {value}"),
    "cli-template-code": Sentence(id="Kode", en="Code"),
    "cli-template-classification": Sentence(id="Klasifikasi", en="Classification"),
    "cli-template-fields": Sentence(id="Isian", en="Fields"),
    "cli-template-family": Sentence(id="Keluarga", en="Family"),
    "cli-template-field": Sentence(id="Isian", en="Field"),
    "cli-template-label": Sentence(id="Label", en="Label"),
    "cli-template-type": Sentence(id="Tipe", en="Type"),
    "cli-template-example": Sentence(id="Contoh", en="Example"),
    "cli-template-optional": Sentence(
        id="Isian dalam kurung boleh kosong.", en="Fields in brackets may be left empty."
    ),
    "cli-batch-done": Sentence(
        id="{count} surat ditulis di {value}.", en="{count} letters written in {value}."
    ),
    "cli-written": Sentence(id="Ditulis: {value}", en="Written: {value}"),
    "cli-sealed": Sentence(
        id="Disegel. Kode {value}, diperiksa di {host}.", en="Sealed. Code {value}, verified at {host}."
    ),
    "cli-unsealed": Sentence(
        id="Surat ini belum bersegel: tidak ada kode QR untuk memeriksanya. Segel dengan --key.",
        en="This letter is not sealed: it has no QR code to verify it by. Seal it with --key.",
    ),
    "cli-fault-count": Sentence(
        id="{count} kesalahan. Tidak ada berkas yang ditulis.", en="{count} faults. No file was written."
    ),
    "cli-faults-found": Sentence(id="{count} kesalahan.", en="{count} faults."),
    "cli-init-next": Sentence(
        id="Berikutnya: isi desa.toml, lalu jalankan “kopsurat check” dan “kopsurat render surat.md”.",
        en="Next: fill in desa.toml, then run “kopsurat check” and “kopsurat render surat.md”.",
    ),
    "cli-init-enter": Sentence(
        id="Masuk dahulu ke foldernya: cd {value}", en="Go into the folder first: cd {value}"
    ),
    "cli-check-part": Sentence(id="Bagian", en="Part"),
    "cli-check-printed": Sentence(id="Yang tercetak", en="As printed"),
    "cli-check-suggestion": Sentence(id="Usulan perubahan:", en="Suggested change:"),
    "cli-check-nothing": Sentence(
        id="Di folder {value} tidak ada desa.toml, surat, atau dokumen yang dapat diperiksa. Sebut berkasnya, atau folder lain.",
        en="The folder {value} holds no desa.toml, letter or document that can be checked. Name a file, or another folder.",
    ),
    "cli-check-fine": Sentence(id="{value}: tidak ada kesalahan.", en="{value}: no faults."),
    "cli-key-made": Sentence(
        id="Kunci {kid} dibuat: {value}\nDaftar kunci umum: {list}\nSimpan cadangan kunci dan frasa sandinya di tempat terpisah. Siapa pun yang memegang keduanya dapat menyegel surat atas nama desa.",
        en="Key {kid} made: {value}\nList of public keys: {list}\nKeep a copy of the key and its passphrase in separate places. Whoever holds both can seal letters in the village's name.",
    ),
    "cli-no-keys": Sentence(
        id="Belum ada kunci di {value}. Buat dengan “kopsurat key new”.",
        en="There are no keys in {value} yet. Make one with “kopsurat key new”.",
    ),
    "cli-key-file": Sentence(id="berkas", en="file"),
    "cli-key-since": Sentence(id="mulai", en="since"),
    "cli-key-until": Sentence(id="sampai", en="until"),
    "cli-key-status": Sentence(id="status", en="status"),
    "cli-key-active": Sentence(id="aktif", en="active"),
    "cli-key-retired": Sentence(id="pensiun", en="retired"),
    "cli-key-compromised": Sentence(id="bocor", en="compromised"),
    "cli-not-kept": Sentence(
        id="{value} hal tidak terbawa ke surat.md. Periksa dan lengkapi:",
        en="{value} things are not kept in the surat.md. Look through them:",
    ),
    "cli-left-out": Sentence(id="Tidak dipakai: {value}", en="Not used: {value}"),
    # ---- verify
    "cli-file": Sentence(id="Berkas", en="File"),
    "cli-verdict": Sentence(id="Hasil", en="Verdict"),
    "cli-compare-what": Sentence(id="Cocokkan", en="Compare"),
    "cli-compare-with": Sentence(id="yang disegel", en="what was sealed"),
    "cli-question-intact": Sentence(id="Segel utuh?", en="Is the seal intact?"),
    "cli-question-issuer": Sentence(id="Siapa penerbitnya?", en="Who issued it?"),
    "cli-question-in-force": Sentence(id="Masih berlaku?", en="Is it in force?"),
    "cli-question-in-office": Sentence(
        id="Penanda tangan menjabat pada tanggal itu?", en="Was the signatory in office on that day?"
    ),
    "cli-answer-yes": Sentence(id="ya", en="yes"),
    "cli-answer-no": Sentence(id="tidak", en="no"),
    "cli-answer-unknown": Sentence(id="belum diketahui", en="not known"),
    "cli-pades-whole": Sentence(
        id="Tanda tangan elektronik (PAdES): {value}, penerbit {issuer}, {moment}. Berkas utuh sejak ditandatangani; "
        "apakah penerbitnya terdaftar belum diperiksa.",
        en="Electronic signature (PAdES): {value}, issued by {issuer}, {moment}. The file is whole since it was signed; "
        "whether the issuer is registered was not checked.",
    ),
    "cli-pades-part": Sentence(
        id="Tanda tangan elektronik (PAdES): {value}, penerbit {issuer}, {moment}. Ada yang ditambahkan sesudahnya: "
        "mintalah berkas aslinya.",
        en="Electronic signature (PAdES): {value}, issued by {issuer}, {moment}. Something was added after it: "
        "ask for the original file.",
    ),
    "cli-pades-broken": Sentence(
        id="Tanda tangan elektronik (PAdES) {value} RUSAK: berkas berubah sesudah ditandatangani. Jangan percaya berkas ini.",
        en="The electronic signature (PAdES) of {value} is BROKEN: the file was changed after it was signed. Do not trust it.",
    ),
    "cli-known-by-given": Sentence(
        id="kuncinya diberikan oleh pemeriksa", en="its key was given by the verifier"
    ),
    "cli-known-by-trust-list": Sentence(id="menurut daftar tepercaya", en="by the trust list"),
    "cli-known-by-key-list": Sentence(
        id="menurut daftar kunci yang disimpan", en="by the key list kept here"
    ),
    "cli-known-by-dns": Sentence(id="menurut DNS domainnya", en="by the DNS of its domain"),
    "cli-known-by-site": Sentence(id="menurut situsnya sekarang", en="by its site now"),
    "cli-known-by-first-use": Sentence(
        id="menurut situsnya, baru pertama kali dikenal", en="by its site, seen for the first time"
    ),
    "cli-no-trust": Sentence(
        id="Belum ada kunci yang dipercaya. Beri --trust keys.json atau --online.",
        en="No key is trusted yet. Give --trust keys.json or --online.",
    ),
    # ---- errors of the command line
    "cli-no-such-command": Sentence(
        id="Perintah {value} tidak ada. Lihat {group} --help.",
        en="There is no command {value}. See {group} --help.",
    ),
    "cli-no-such-option": Sentence(
        id="Pilihan {value} tidak ada. Lihat --help.", en="There is no option {value}. See --help."
    ),
    "cli-missing-parameter": Sentence(
        id="{value} belum disebut. Lihat --help.", en="{value} is missing. See --help."
    ),
    "cli-bad-parameter": Sentence(
        id="{value} tidak dapat dipakai. Lihat --help.", en="{value} cannot be used: {reason}"
    ),
    "cli-not-a-choice": Sentence(
        id="{value} tidak mengenal isi itu. Pilih salah satu: {choices}. Artinya: lihat --help.",
        en="{value} does not know that word. Choose one: {choices}. See --help for their meaning.",
    ),
    "cli-not-in-range": Sentence(
        id="{value} harus bilangan bulat dari {least} sampai {most}.",
        en="{value} must be a whole number from {least} to {most}.",
    ),
    "cli-not-a-folder": Sentence(
        id="{value} harus sebuah folder, bukan berkas.", en="{value} must be a folder, not a file."
    ),
    "cli-not-a-file": Sentence(
        id="{value} harus sebuah berkas, bukan folder. Sebut berkas di dalamnya.",
        en="{value} must be a file, not a folder. Name a file in it.",
    ),
    "cli-option-empty": Sentence(
        id="Pilihan {value} belum diberi isi. Lihat --help.",
        en="The option {value} needs a value. See --help.",
    ),
    "cli-extra-words": Sentence(
        id='Ada kata yang berlebih: {value}. Nama berkas yang memuat spasi ditulis di antara tanda kutip, misalnya "folder saya/surat.md".',
        en='These words are too many: {value}. Put the name of a file with spaces in quotes, such as "my folder/surat.md".',
    ),
    "cli-passphrase-ask": Sentence(
        id="Frasa sandi {value} (tidak tampak saat diketik)", en="Passphrase of {value} (it is not shown)"
    ),
    "cli-passphrase-again": Sentence(id="Ketik sekali lagi", en="Type it again"),
    "cli-passphrases-differ": Sentence(
        id="Kedua frasa sandi tidak sama, jadi tidak ada kunci yang dibuat. Ulangi perintahnya.",
        en="The two passphrases differ, so no key was made. Give the command again.",
    ),
    "cli-verify-typed-code": Sentence(
        id="{value} adalah kode di bawah QR. Kode saja diperiksa di halaman /v/ situs desa; di sini sebut berkas surat, atau tautan dari QR-nya.",
        en="{value} is the code under a QR. A code alone is checked on the page /v/ of the village's site; here name the file of the letter, or the link of its QR code.",
    ),
    "cli-trust-private": Sentence(
        id="{value} adalah kunci rahasia. Untuk memeriksa surat pakai kunci umumnya, yang berakhiran .pub. Jangan berikan kunci rahasia kepada siapa pun.",
        en="{value} is a secret key. To verify letters use its public half, which ends in .pub. Give the secret key to nobody.",
    ),
    "cli-key-public": Sentence(
        id="{value} adalah kunci umum: dengan itu surat diperiksa, bukan disegel. Pakai berkas kunci rahasianya, yang berakhiran .pem.",
        en="{value} is a public key: it verifies letters but cannot seal them. Use the file of the secret key, which ends in .pem.",
    ),
    "cli-key-of-other-site": Sentence(
        id="Kunci {value} terdaftar untuk {owner}, sedangkan surat ini untuk {host}. Segelnya akan ditolak. Pakai kunci milik kantor surat ini.",
        en="The key {value} is listed for {owner}, but this letter is for {host}. Its seal would be refused. Use the key of this letter's office.",
    ),
    "cli-key-not-active": Sentence(
        id="Kunci {value} sudah tidak aktif menurut {list}, sehingga segelnya akan ditolak. Pakai kunci yang aktif: kopsurat key list.",
        en="The key {value} is no longer active according to {list}, so its seal would be refused. Use the active one: kopsurat key list.",
    ),
    "cli-import-unknown": Sentence(
        id="{value} bukan DOCX, JSON, atau CSV. Surat dibaca kembali dari DOCX; identitas desa dari JSON atau CSV buatan OpenSID.",
        en="{value} is no DOCX, JSON or CSV. A letter is read back from a DOCX; a village's identity from the JSON or CSV of OpenSID.",
    ),
    "cli-table-workbook": Sentence(
        id="{value} adalah buku kerja Excel. Di Excel pilih Simpan Sebagai, jenis “CSV UTF-8”, lalu pakai berkas CSV itu.",
        en="{value} is an Excel workbook. In Excel choose Save As, type “CSV UTF-8”, and use that file.",
    ),
    "cli-table-not-utf8": Sentence(
        id="Tabel {value} tidak disimpan sebagai UTF-8. Di Excel pilih Simpan Sebagai, jenis “CSV UTF-8”.",
        en="The table {value} is not saved as UTF-8. In Excel choose Save As, type “CSV UTF-8”.",
    ),
    "cli-usage": Sentence(
        id="Perintah ini tidak dikenali ({value}). Lihat kopsurat --help.",
        en="This command line is not understood ({value}). See kopsurat --help.",
    ),
    "cli-letter-or-letterhead": Sentence(
        id="Sebut satu berkas surat, atau --letterhead untuk kop saja.",
        en="Name one letter, or give --letterhead for the letterhead alone.",
    ),
    "cli-format-unknown": Sentence(
        id="Akhiran berkas {value} tidak dikenal. Pakai salah satu: {choices}.",
        en="The ending of {value} is not known. Use one of: {choices}.",
    ),
    "cli-letterhead-not-sealed": Sentence(
        id="Kop kosong tidak disegel: segel menjamin isi surat. Hapus --key.",
        en="An empty letterhead is not sealed: a seal vouches for a letter. Remove --key.",
    ),
    "cli-draft-not-sealed": Sentence(
        id="Draf tidak disegel. Hapus --draft (atau draf = true di surat), atau hapus --key.",
        en="A draft is not sealed. Remove --draft (or draf = true in the letter), or remove --key.",
    ),
    "cli-set-malformed": Sentence(
        id='“{value}” bukan KUNCI=ISI. Contoh: --set perihal="Undangan Rapat"',
        en='“{value}” is not of the form KEY=CONTENT. An example: --set perihal="Undangan Rapat"',
    ),
    "cli-host-missing": Sentence(
        id="Situs pemeriksa belum diketahui. Isi situs pada bagian [verifikasi] di desa.toml.",
        en="The verification site is not known. Set situs under [verifikasi] in desa.toml.",
    ),
    "cli-passphrase-variable": Sentence(
        id="Variabel lingkungan {value} tidak ada. Isi dahulu dengan frasa sandinya.",
        en="There is no environment variable {value}. Set it to the passphrase first.",
    ),
    "cli-passphrase-missing": Sentence(
        id="Frasa sandi untuk {value} tidak dapat ditanyakan di sini. Isi variabel KOPSURAT_PASSPHRASE atau pakai --passphrase-env.",
        en="The passphrase of {value} cannot be asked for here. Set KOPSURAT_PASSPHRASE or use --passphrase-env.",
    ),
    "cli-init-exists": Sentence(
        id="Sudah ada: {value}. Pilih folder lain, atau pakai --force untuk menimpa.",
        en="Already there: {value}. Choose another folder, or use --force to overwrite.",
    ),
    "cli-out-exists": Sentence(
        id="{value} sudah ada, jadi tidak ditimpa. Pilih nama lain dengan -o.",
        en="{value} is there already, so it is not overwritten. Choose another name with -o.",
    ),
    "cli-fields-not-written": Sentence(
        id="Dengan -o ditulis surat contohnya, bukan daftar isiannya. Hapus --fields atau -o.",
        en="With -o the example is written, not the list of its fields. Remove --fields or -o.",
    ),
    "cli-import-exists": Sentence(
        id="{value} sudah ada. Pilih nama lain dengan -o, atau pakai --force untuk menimpanya.",
        en="{value} is there already. Choose another name with -o, or use --force to overwrite it.",
    ),
    "cli-nothing-to-verify": Sentence(
        id="Tidak ada PDF, DOCX, PNG, atau JPEG di {value}.",
        en="There is no PDF, DOCX, PNG or JPEG in {value}.",
    ),
    "cli-table-empty": Sentence(
        id="Tabel {value} tidak berisi baris. Baris pertama adalah judul kolom.",
        en="The table {value} has no rows. The first line holds the heads of the columns.",
    ),
    "cli-table-column-twice": Sentence(
        id="Tabel {value} mempunyai dua kolom “{column}”. Ubah atau hapus salah satunya.",
        en="The table {value} has two columns “{column}”. Rename one of them or take it away.",
    ),
    "cli-table-malformed": Sentence(
        id="Baris {line} pada tabel {value} tidak dapat dibaca. Periksa tanda kutipnya: setiap tanda kutip pembuka harus ditutup.",
        en="Line {line} of the table {value} cannot be read. Check its quotes: each one that opens must be closed.",
    ),
    "cli-table-headless": Sentence(
        id="Baris {line} pada tabel {value} berisi “{cell}” di kolom ke-{column}, yang tidak berjudul. Beri kolom itu judul di baris pertama, atau kosongkan selnya. Isi yang memuat pemisah kolom ditulis di antara tanda kutip.",
        en="Line {line} of the table {value} holds “{cell}” in column {column}, which has no head. Give the column a head in the first line, or empty the cell. Put content that holds the separator in quotes.",
    ),
    "cli-table-is-letter": Sentence(
        id="{value} adalah surat, bukan tabel. Sebut suratnya dahulu, lalu tabelnya: kopsurat batch surat.md warga.csv",
        en="{value} is a letter, not a table. Name the letter first, then the table: kopsurat batch surat.md warga.csv",
    ),
    "cli-table-without-nomor": Sentence(
        id="Tabel tidak mempunyai kolom nomor yang berisi, jadi semua surat akan bernomor {value}. Tambahkan kolom nomor, dengan nomor sendiri untuk setiap surat.",
        en="The table has no column nomor with content, so all letters would have the number {value}. Add the column, with a number of its own for every letter.",
    ),
    "cli-table-pattern": Sentence(
        id="Nomor {value} masih berupa pola. Tulis nomor jadinya di tabel (di Excel: isi yang pertama, lalu tarik ke bawah).",
        en="The number {value} is still a pattern. Write the number itself into the table (in Excel: fill in the first and drag it down).",
    ),
    "cli-number-twice": Sentence(
        id="Nomor {value} sudah dipakai di baris {line}. Setiap surat harus punya nomor sendiri.",
        en="The number {value} is used in line {line} already. Every letter needs its own.",
    ),
    "cli-nothing-to-redact": Sentence(
        id="Surat {value} tidak punya isian pribadi. Sebut isiannya dengan --hide.",
        en="The letter {value} has no private fields. Name the fields with --hide.",
    ),
    "redact-in-seal": Sentence(
        id="“{value}” tercantum di dalam QR itu sendiri, jadi tidak dapat disembunyikan.",
        en="“{value}” stands in the QR code itself, so it cannot be hidden.",
    ),
    "cli-json-malformed": Sentence(
        id="Berkas {value} bukan JSON dengan satu data identitas. Ekspor ulang identitas desa dari OpenSID.",
        en="The file {value} is not JSON with one identity record. Export the village's identity from OpenSID again.",
    ),
    "import-not-identity": Sentence(
        id="Data ini bukan identitas desa: {value} tidak ada.",
        en="This is no village's identity record: {value} is missing.",
    ),
    "cli-key-unknown": Sentence(
        id="Tidak ada kunci {value} di daftar. Yang ada: {choices}.",
        en="There is no key {value} on the list. There are: {choices}.",
    ),
    "cli-key-cannot-sign": Sentence(
        id="Kunci {value} tidak boleh menandatangani daftar: tidak terdaftar, atau bocor. Buat kunci baru dengan “kopsurat key new”, lalu pakai kunci itu.",
        en="The key {value} may not sign the list: it is not on it, or it is compromised. Make a new key with “kopsurat key new” and use that.",
    ),
    "disk-full": Sentence(
        id="Berkas {value} tidak dapat ditulis: cakram penuh. Hapus atau pindahkan berkas lain, lalu ulangi. Tidak ada berkas yang berubah.",
        en="The file {value} cannot be written: the disk is full. Remove or move other files and try again. No file was changed.",
    ),
    "cli-system-refuses": Sentence(
        id="Sistem menolak berkas {value}. Periksa namanya (mungkin terlalu panjang) dan izin foldernya.",
        en="The system refuses the file {value}. Check its name (it may be too long) and the permissions of the folder.",
    ),
    "cli-argument-empty": Sentence(
        id='Ada kata yang kosong (""). Tulis nama berkas atau isinya, atau hapus tanda kutipnya.',
        en='There is an empty word (""). Write the name or the content, or take the quotes away.',
    ),
    "cli-argument-unreadable": Sentence(
        id="{value} memuat huruf yang tidak dapat dibaca. Ketik ulang, atau ganti nama berkasnya dengan huruf biasa.",
        en="{value} holds characters that cannot be read. Type it again, or rename the file with plain letters.",
    ),
    "cli-output-lost": Sentence(
        id="Jawaban perintah ini tidak dapat ditulis: cakram penuh, atau keluarannya dialihkan ke tempat yang tidak dapat ditulisi. Yang sudah ditulis sebelumnya tetap ada.",
        en="What this command says cannot be written: the disk is full, or its output goes to a place that takes none. What was written before is there.",
    ),
    "cli-output-is-input": Sentence(
        id="{value} adalah dokumen aslinya, yang tidak boleh ditimpa. Pilih nama lain dengan -o.",
        en="{value} is the original, which is not overwritten. Choose another name with -o.",
    ),
    "folder-in-the-way": Sentence(
        id="Berkas {value} tidak dapat ditulis: sudah ada folder dengan nama itu. Pindahkan folder itu, atau pilih nama lain. Tidak ada berkas yang berubah.",
        en="The file {value} cannot be written: there is a folder of that name. Move the folder, or choose another name. No file was changed.",
    ),
    "file-not-written": Sentence(
        id="Berkas {value} tidak dapat ditulis. Tutup program yang memakainya (misalnya Word), atau periksa izin foldernya. Tidak ada berkas yang berubah.",
        en="The file {value} cannot be written. Close programs that use it (such as Word), or check the folder's permissions. No file was changed.",
    ),
    # ---- remarks of check
    "office-no-contacts": Sentence(
        id="Belum ada telepon, email, atau website, sehingga baris kontak tidak tercetak.",
        en="There is no telephone, e-mail or website, so no contact line is printed.",
    ),
    "office-no-crest": Sentence(
        id="Belum ada lambang, sehingga kop dicetak tanpa lambang.",
        en="There is no crest, so the letterhead is printed without one.",
    ),
    "office-small-letters": Sentence(
        id="“{value}” ditulis tanpa huruf besar, dan akan tercetak begitu. Pakai huruf besar pada awal nama.",
        en="“{value}” is written without capitals, and will be printed so. Begin names with capitals.",
    ),
    "office-still-example": Sentence(
        id="“{value}” masih isian contoh. Ganti dengan milik kantor Anda.",
        en="“{value}” is still the example. Put your office's own here.",
    ),
    "office-no-host": Sentence(
        id="Belum ada situs pemeriksa, sehingga surat tidak dapat disegel.",
        en="There is no verification site, so letters cannot be sealed.",
    ),
    "office-no-signatories": Sentence(
        id="Belum ada pejabat yang menandatangani. Tambahkan [[pejabat]].",
        en="There is nobody to sign. Add [[pejabat]].",
    ),
    "term-ended": Sentence(
        id="Masa jabatan {value} berakhir {until}. Perbarui [[pejabat]] bila sudah ada penggantinya.",
        en="The term of {value} ended on {until}. Update [[pejabat]] if there is a successor.",
    ),
}
