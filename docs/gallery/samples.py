"""Invented offices and letters for the gallery: every letterhead, family, signature form and profile."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kopsurat.content.images import read_image
from kopsurat.content.markup import parse_letter_markup
from kopsurat.letter import Appendix, Capacity, Family, Letter, LetterKind, Signature
from kopsurat.letterhead import OwnProfile
from kopsurat.office import Office, Signatory

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
CREST = read_image((ROOT / "examples/sukamaju/lambang.png").read_bytes(), name="lambang.png")
LINK = "https://sukamaju.desa.id/periksa/7K3M-9QXA"
DAY = dt.date(2026, 11, 24)

_DESA = {
    "nama": "Sukamaju",
    "kecamatan": "Karangtengah",
    "kabupaten": "Sukamulya",
    "provinsi": "Jawa Barat",
    "alamat": "Jalan Raya Sukamaju Nomor 17",
    "kode_pos": "41355",
}
_KONTAK = {
    "telepon": ["(0267) 555231"],
    "email": "sekretariat@sukamaju.desa.id",
    "website": "https://sukamaju.desa.id",
}
_PEJABAT = [
    {"id": "kades", "nama": "H. Ahmad Sudrajat, S.Sos.", "jabatan": "Kepala Desa"},
    {
        "id": "sekdes",
        "nama": "Siti Nurhasanah, A.Md.",
        "jabatan": "Sekretaris Desa",
        "nip": "19800112 200501 2 003",
        "pangkat": "Penata Muda Tk. I (III/b)",
    },
    {"id": "kasi", "nama": "Dedi Mulyadi", "jabatan": "Kepala Seksi Pelayanan"},
    {"id": "bpd", "nama": "Drs. Ma'ruf Sya'bani", "jabatan": "Ketua BPD"},
]


def office(*, desa: dict[str, Any] | None = None, kontak: dict[str, Any] | None = None, **kop: Any) -> Office:
    """Return an office; words of ``desa`` and keys of ``kop`` override the usual ones."""
    mapping = {
        "desa": {**_DESA, **(desa or {})},
        "kontak": _KONTAK if kontak is None else kontak,
        "kop": {"lambang": CREST, **kop},
        "pejabat": _PEJABAT,
    }
    return Office.from_mapping(mapping)


def letter(kind: LetterKind, text: str, **fields: Any) -> Letter:
    """Return a letter of 24 November 2026 whose body and lampiran are written in markup."""
    markup = parse_letter_markup(text)
    usual = {
        "nomor": "005/012/DS-SM/XI/2026",
        "date": DAY,
        "signatures": (Signature(signatory="kades"),),
        "appendices": tuple(
            Appendix(title=each.title, body=each.body, landscape=each.landscape) for each in markup.appendices
        ),
    }
    return Letter(kind=kind, body=markup.body, **(usual | fields))


def kind(title: str, family: Family) -> LetterKind:
    """Return a kind of letter named after its title."""
    return LetterKind(code=title.lower().replace(" ", "-"), title=title, family=family)


# ---- letters

INVITATION = """
Dalam rangka penyusunan Rencana Kerja Pemerintah Desa Tahun 2027, kami mengundang Bapak/Ibu untuk
menghadiri musyawarah desa yang akan dilaksanakan pada:

- Hari, tanggal : Senin, 30 November 2026
- Waktu : 09.00 WIB s.d. selesai
- Tempat : Balai Desa Sukamaju
- Acara : Musyawarah Desa Penyusunan RKP Desa Tahun 2027

Mengingat pentingnya acara tersebut, dimohon hadir tepat pada waktunya. Demikian undangan ini kami
sampaikan, atas perhatian dan kehadiran Bapak/Ibu kami ucapkan terima kasih.
"""

DOMICILE = """
Yang bertanda tangan di bawah ini, Kepala Desa Sukamaju, Kecamatan Karangtengah, Kabupaten
Sukamulya, menerangkan bahwa:

- Nama : Rina Kartika Dewi
- NIK : 3215014204900003
- Tempat, tanggal lahir : Sukamulya, 2 April 1990
- Jenis kelamin : Perempuan
- Agama : Islam
- Pekerjaan : Pedagang
- Alamat : Dusun Krajan RT 003 RW 001, Desa Sukamaju, Kecamatan Karangtengah, Kabupaten Sukamulya

adalah benar penduduk yang berdomisili di Dusun Krajan RT 003 RW 001 Desa Sukamaju sejak 14 Maret 2015.

Surat keterangan ini dipergunakan untuk *persyaratan pembukaan rekening bank*.

Demikian surat keterangan ini dibuat dengan sebenarnya agar dapat dipergunakan sebagaimana mestinya.
"""

DECREE = """
Menimbang : a. bahwa untuk memperingati Hari Jadi Desa Tahun 2027 perlu dibentuk panitia;
            b. bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, perlu menetapkan
               Keputusan Kepala Desa tentang Pembentukan Panitia Peringatan Hari Jadi Desa;

Mengingat :

1. Undang-Undang Nomor 6 Tahun 2014 tentang Desa (Lembaran Negara Republik Indonesia Tahun 2014
   Nomor 7, Tambahan Lembaran Negara Republik Indonesia Nomor 5495);
2. Peraturan Menteri Dalam Negeri Nomor 111 Tahun 2014 tentang Pedoman Teknis Peraturan di Desa;

MEMUTUSKAN:

Menetapkan : **KEPUTUSAN KEPALA DESA TENTANG PEMBENTUKAN PANITIA PERINGATAN HARI JADI DESA.**

KESATU : Membentuk Panitia Peringatan Hari Jadi Desa Tahun 2027 dengan susunan keanggotaan sebagaimana
  tercantum dalam lampiran keputusan ini.

KEDUA : Panitia sebagaimana dimaksud dalam diktum KESATU mempunyai tugas:
  a. menyusun rencana kegiatan dan anggaran;
  b. melaksanakan kegiatan; dan
  c. melaporkan pelaksanaannya kepada Kepala Desa.

KETIGA : Keputusan ini mulai berlaku pada tanggal ditetapkan.

::: lampiran SUSUNAN PANITIA PERINGATAN HARI JADI DESA TAHUN 2027

| No. | Nama | Kedudukan dalam Panitia | Unsur |
|:---:|------|-------------------------|-------|
| 1 | Drs. Maman Suherman | Ketua | Tokoh masyarakat |
| 2 | Siti Aminah | Sekretaris | Perangkat desa |
| 3 | Yayan Suryana | Bendahara | Perangkat desa |
| 4 | d'Angelo René Pasaribu | Anggota | Karang Taruna |
:::
"""

REGULATION = """
Menimbang : bahwa untuk melaksanakan ketentuan Pasal 69 Undang-Undang Nomor 6 Tahun 2014 tentang Desa, perlu
  menetapkan Peraturan Desa tentang Pengelolaan Sampah;

Mengingat :

1. Undang-Undang Nomor 6 Tahun 2014 tentang Desa;
2. Peraturan Menteri Dalam Negeri Nomor 111 Tahun 2014 tentang Pedoman Teknis Peraturan di Desa;

::: rata-tengah
Dengan Kesepakatan Bersama \\
**BADAN PERMUSYAWARATAN DESA SUKAMAJU** \\
dan \\
**KEPALA DESA SUKAMAJU**
:::

MEMUTUSKAN:

Menetapkan : **PERATURAN DESA TENTANG PENGELOLAAN SAMPAH.**

# BAB I
# KETENTUAN UMUM

### Pasal 1

Dalam Peraturan Desa ini yang dimaksud dengan:

1. Desa adalah Desa Sukamaju.
2. Sampah adalah sisa kegiatan sehari-hari manusia yang berbentuk padat.

### Pasal 2

(1) Setiap rumah tangga memilah sampah menjadi:
    a. sampah yang mudah terurai; dan
    b. sampah yang dapat didaur ulang.
(2) Sampah sebagaimana dimaksud pada ayat (1) dikumpulkan setiap hari Senin dan Kamis.

# BAB II
# KETENTUAN PENUTUP

### Pasal 3

Peraturan Desa ini mulai berlaku pada tanggal diundangkan.

Agar setiap orang mengetahuinya, memerintahkan pengundangan Peraturan Desa ini dengan penempatannya
dalam Lembaran Desa Sukamaju.
"""

DISPATCH = """
| No. | Jenis yang dikirim | Banyaknya | Keterangan |
|:---:|--------------------|:---------:|------------|
| 1 | Laporan Realisasi APB Desa Semester I Tahun Anggaran 2026 | 1 (satu) berkas | Disampaikan dengan hormat untuk bahan evaluasi |
| 2 | Daftar penerima bantuan langsung tunai Dana Desa bulan Oktober 2026 | 2 (dua) lembar | Untuk diketahui |
"""

DISPOSITION = """
|  |  |  |  |
|-----|-------|------|-------|
| Surat dari | Camat Karangtengah | Diterima tanggal | 24 November 2026 |
| Nomor surat | 140/312/Kec. | Nomor agenda | 118 |
| Tanggal surat | 20 November 2026 | Sifat | ☐ Sangat segera\\ ☐ Segera\\ ☐ Rahasia |
| Perihal | Undangan rapat koordinasi | < | < |

::: kolom
**Diteruskan kepada:**

- [x] Sekretaris Desa
- [ ] Kepala Seksi Pemerintahan
- [ ] Kepala Urusan Keuangan
- [ ] Kepala Dusun [...]
===
**Dengan hormat harap:**

- [ ] Tanggapan dan saran
- [x] Proses lebih lanjut
- [ ] Koordinasi/konfirmasi
- [ ] [...]
:::

**Catatan:**

::: isian 4
"""

TRAVEL = """
|  |  |  |
|---:|---|---|
| 1. | Pejabat yang memberi perintah | Kepala Desa Sukamaju |
| 2. | Nama pegawai yang diperintah | Siti Nurhasanah, A.Md. |
| 3. | Jabatan | Sekretaris Desa |
| 4. | Maksud perjalanan dinas | Konsultasi penyusunan RKP Desa ke Dinas Pemberdayaan Masyarakat dan Desa |
| 5. | Alat angkut | Kendaraan dinas |
| 6. | Tempat berangkat / tempat tujuan | Desa Sukamaju / Kantor Bupati Sukamulya |
| 7. | Lama perjalanan | 1 (satu) hari |
| ^ | Tanggal berangkat / kembali | 25 November 2026 |
| 8. | Pengikut | – |
| 9. | Pembebanan anggaran | APB Desa Tahun Anggaran 2026 |
| 10. | Keterangan lain-lain | – |
"""

ATTENDANCE = """
- Hari, tanggal : Senin, 30 November 2026
- Acara : Musyawarah Desa Penyusunan RKP Desa
- Tempat : Balai Desa Sukamaju

::: tabel tinggi=9
| No. | Nama | Alamat | L/P | Tanda tangan |
|:-:|-------|------|:-:|-----|
| 1 |  |  |  |  |
| 2 |  |  |  |  |
| 3 |  |  |  |  |
| 4 |  |  |  |  |
| 5 |  |  |  |  |
| 6 |  |  |  |  |
| 7 |  |  |  |  |
| 8 |  |  |  |  |
:::
"""

REGISTER = """
| No. Urut | Tanggal Penerimaan/ Pengiriman | Surat Masuk | < | < | < | Surat Keluar | < | Ket. |
| ^ | ^ | Nomor | Tanggal | Pengirim | Isi Singkat | Isi Singkat | Ditujukan kepada | ^ |
|:-:|:-:|------|:--:|-----|------|------|-----|---|
| 1 | 02-11-2026 | 140/298/Kec. | 30-10-2026 | Camat Karangtengah | Undangan rapat koordinasi |  |  |  |
| 2 | 03-11-2026 |  |  |  |  | Laporan realisasi APB Desa | Bupati melalui Camat |  |
| 3 | 05-11-2026 | 005/17/BPD | 04-11-2026 | BPD Sukamaju | Undangan musyawarah |  |  |  |
"""

MINUTES = """
Pada hari ini Selasa tanggal dua puluh empat bulan November tahun dua ribu dua puluh enam (24-11-2026), kami
yang bertanda tangan di bawah ini:

1. Nama : H. Ahmad Sudrajat, S.Sos.
2. Jabatan : Kepala Desa Sukamaju, selanjutnya disebut PIHAK PERTAMA
3. Nama : Dedi Mulyadi
4. Jabatan : Kepala Seksi Pelayanan, selanjutnya disebut PIHAK KEDUA

PIHAK PERTAMA menyerahkan kepada PIHAK KEDUA satu unit komputer dalam keadaan baik.
Berita acara ini dibuat dalam rangkap 2 (dua) dan mempunyai kekuatan yang sama.
"""


CIRCULAR = """
Dalam rangka tertib administrasi pemerintahan desa sebagaimana diatur dalam Pasal 26 Undang-Undang
tentang Desa[^desa], bersama ini kami sampaikan hal-hal sebagai berikut:

1. Setiap ketua RT menyampaikan laporan kependudukan paling lambat tanggal 5 setiap bulan.
2. Warga yang pindah atau datang melapor dengan membawa kartu keluarga[^kk] dan surat pengantar RT.
3. Pelayanan surat keterangan tidak dipungut biaya[^biaya].

Demikian untuk dilaksanakan. Atas perhatian dan kerja sama Saudara, kami ucapkan terima kasih.

[^desa]: Undang-Undang Nomor 6 Tahun 2014 tentang Desa (Lembaran Negara Republik Indonesia Tahun 2014
  Nomor 7, Tambahan Lembaran Negara Republik Indonesia Nomor 5495).
[^kk]: Asli dan satu salinan.
[^biaya]: Peraturan Desa Sukamaju Nomor 3 Tahun 2025 tentang Pungutan Desa, Pasal 4.
"""

OWN_PROFILE = OwnProfile(
    text="""
nama = "sendiri"
mulai_dari = "umum"

[kertas]
ukuran = "A4"
kiri = 30

[kop]
garis = "ganda"
garis_tebal = 1
celah_garis = 1.5
garis_tipis = 1

[isi]
huruf = "Times New Roman"
inden = 10
""",
    name="profil-sendiri.toml",
)


def letters() -> Iterator[tuple[str, Letter]]:
    """Yield a name and a letter for every family."""
    yield (
        "korespondensi",
        letter(
            kind("Surat Undangan", Family.KORESPONDENSI),
            INVITATION,
            sifat="Penting",
            lampiran="1 (satu) berkas",
            perihal="Undangan Musyawarah Desa",
            recipients=("Bapak/Ibu Ketua RT", "se-Desa Sukamaju"),
            recipient_place="Tempat",
            tembusan=("Camat Karangtengah", "Arsip"),
        ),
    )
    yield (
        "catatan-kaki",
        letter(
            kind("Surat Edaran", Family.KORESPONDENSI),
            CIRCULAR,
            perihal="Tertib Administrasi Kependudukan",
            recipients=("Ketua RT dan Ketua RW", "se-Desa Sukamaju"),
            recipient_place="Tempat",
        ),
    )
    yield (
        "judul",
        letter(kind("Surat Keterangan Domisili", Family.JUDUL), DOMICILE, nomor="470/118/DS-SM/XI/2026"),
    )
    yield (
        "keputusan",
        letter(
            kind("Keputusan Kepala Desa", Family.PRODUK_HUKUM),
            DECREE,
            nomor="141/7/KEP/2026",
            perihal="Pembentukan Panitia Peringatan Hari Jadi Desa Tahun 2027",
        ),
    )
    yield (
        "perdes",
        letter(
            kind("Peraturan Desa", Family.PRODUK_HUKUM),
            REGULATION,
            nomor="5",
            perihal="Pengelolaan Sampah",
            signatures=(Signature(signatory="kades"), Signature(signatory="sekdes")),
        ),
    )
    yield (
        "surat-pengantar",
        letter(
            kind("Surat Pengantar", Family.TABEL),
            DISPATCH,
            recipients=("Camat Karangtengah",),
            recipient_place="Karangtengah",
            signatures=(
                Signature(
                    signatory=Signatory(id="penerima", name="( ………………………… )", jabatan="Penerima"),
                    is_external=True,
                ),
                Signature(signatory="kades"),
            ),
        ),
    )
    yield "disposisi", letter(kind("Lembar Disposisi", Family.TABEL), DISPOSITION, nomor="", signatures=())
    yield (
        "sppd",
        letter(kind("Surat Perintah Perjalanan Dinas", Family.TABEL), TRAVEL, nomor="094/31/DS-SM/XI/2026"),
    )
    yield "daftar-hadir", letter(kind("Daftar Hadir", Family.TABEL), ATTENDANCE, nomor="")
    yield (
        "buku-agenda",
        letter(
            kind("Buku Agenda", Family.TABEL),
            REGISTER,
            nomor="",
            signatures=(Signature(signatory="kades", heading="Mengetahui"), Signature(signatory="sekdes")),
        ),
    )


def signature_forms() -> Iterator[tuple[str, Letter]]:
    """Yield a name and a letter for every form of signature."""
    own = kind("Surat Keterangan", Family.JUDUL)
    text = (
        "Demikian surat keterangan ini dibuat dengan sebenarnya agar dapat dipergunakan sebagaimana mestinya."
    )
    forms = {
        "sendiri": (Signature(signatory="kades"),),
        "an": (Signature(signatory="sekdes", on_behalf="kades"),),
        "an-ub": (Signature(signatory="kasi", on_behalf="kades", through="sekdes"),),
        "pj": (
            Signature(
                signatory=Signatory(
                    id="pj", name="Asep Rahmat, S.IP.", jabatan="Kepala Desa", nip="197812052006041008"
                ),
                capacity=Capacity.ACTING,
            ),
        ),
        "plt": (Signature(signatory="sekdes", capacity=Capacity.DUTIES),),
        "plh": (Signature(signatory="sekdes", capacity=Capacity.DAILY),),
        "dua": (
            Signature(
                signatory=Signatory(id="p", name="Rina Kartika Dewi", jabatan="Pemohon"), is_external=True
            ),
            Signature(signatory="kades"),
        ),
        "tiga": (
            Signature(
                signatory=Signatory(id="p1", name="Dedi Mulyadi", jabatan="PIHAK KEDUA"), is_external=True
            ),
            Signature(
                signatory=Signatory(id="p2", name="Yayan Suryana", jabatan="PIHAK PERTAMA"), is_external=True
            ),
            Signature(signatory="kades", heading="Mengetahui,"),
        ),
        "meterai": (
            Signature(
                signatory=Signatory(id="p", name="Rina Kartika Dewi", jabatan="Yang membuat pernyataan"),
                is_external=True,
                has_meterai=True,
            ),
        ),
    }
    for name, signatures in forms.items():
        yield name, letter(own, text, nomor="470/118/DS-SM/XI/2026", signatures=signatures)


def letterheads() -> Iterator[tuple[str, Office]]:
    """Yield a name and an office for every variant of the letterhead."""
    yield "pemerintah-desa", office()
    yield "pemerintah-desa-lengkap", office(varian="pemerintah desa lengkap", garis="tunggal")
    yield "kepala-desa", office(varian="kepala desa", garis="ganda")
    yield "sekretariat", office(varian="sekretariat", garis="tanpa")
    yield "bpd", office(varian="bpd")
    yield "lkd", office(varian="lkd", lembaga="Pemberdayaan dan Kesejahteraan Keluarga", lambang_kanan=CREST)
    yield "rt", office(varian="rt", lembaga="RT 003 RW 001")
    yield (
        "kelurahan",
        office(
            varian="kelurahan",
            desa={
                "sebutan": "Kelurahan",
                "nama": "Mekarwangi",
                "kabupaten": {"sebutan": "Kota", "nama": "Sukamulya"},
            },
        ),
    )
    yield "jabatan", office(varian="jabatan")
    yield "dua-lambang", office(lambang_kanan=CREST)
    yield (
        "nama-panjang",
        office(
            desa={
                "nama": "Tanjung Selamat Datang Sungai Batu Ampar Hilir",
                "kecamatan": "Pangkalan Kerinci Barat Daya",
                "kabupaten": "Hulu Sungai Tengah Raya",
                "alamat": "Jalan Lintas Timur Kilometer 128, Dusun III Simpang Empat, RT 004 RW 002",
            },
            kontak={
                "telepon": ["(0267) 555231", "0812-0000-0231 (WA)"],
                "email": "sekretariat.pemerintahan@tanjungselamatdatang-hulusungai.desa.id",
                "website": "https://tanjungselamatdatang-hulusungai.desa.id",
            },
        ),
    )
    yield "gampong", office(desa={"sebutan": "Gampong", "nama": "Udeung"})
    yield (
        "kalurahan-aksara-jawa",
        office(
            desa={"sebutan": "Kalurahan", "nama": "Sukamaju"},
            profil="bantul-134-2020",
            aksara={"jenis": "jawa", "desa": "ꦏꦭꦸꦫꦲꦤ꧀ꦱꦸꦏꦩꦗꦸ"},
        ),
    )
    yield (
        "aksara-bali",
        office(
            desa={"nama": "Sukamaju", "kepala": "Perbekel"},
            aksara={"jenis": "bali", "letak": "atas", "desa": "ᬤᬾᬰᬲᬸᬓᬫᬚᬸ"},
        ),
    )
    yield (
        "aksara-sunda",
        office(aksara={"jenis": "sunda", "letak": "bawah", "desa": "ᮓᮦᮞ ᮞᮥᮊᮙᮏᮥ"}),
    )
    yield (
        "lontara",
        office(aksara={"jenis": "lontara", "letak": "atas", "desa": "ᨉᨙᨔ ᨔᨘᨀᨆᨍᨘ"}),
    )
    yield "arab-melayu", office(aksara={"jenis": "arab-melayu", "desa": "ديسا سوكاماجو"})
