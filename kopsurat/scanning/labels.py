"""Words that a letter shows besides what was sealed: labels, letterhead words, the frame of the QR."""

from __future__ import annotations

from typing import Final

__all__ = ["LABELS"]

_WORDS: Final = """
nomor sifat lampiran perihal hal kepada yth di tempat tembusan disampaikan dengan hormat
pemerintah kabupaten kota kecamatan distrik kapanewon kemantren desa gampong nagari pekon kampung
kalurahan lembang negeri kelurahan provinsi sekretariat kepala kantor badan permusyawaratan
lembaga kemasyarakatan rt rw dusun alamat jalan kode pos telepon telp faksimile faks fax surel email
situs website laman whatsapp wa hp pos pengaduan darurat jam layanan pelayanan
a n b u an ub pj plt plh penjabat nip nipd pangkat golongan mengetahui menyetujui saksi meterai materai
ttd tanda tangan stempel cap
halaman dari lembar ke
ditetapkan diundangkan pada tanggal tentang tahun menimbang mengingat memperhatikan memutuskan menetapkan
qr segel pindai periksa kode ketik situs area jangan distempel dicap verifikasi keaslian surat ini
bukan tte tersertifikasi untuk dan atau yang https http v www id desa go
januari februari maret april mei juni juli agustus september oktober november desember
"""
LABELS: Final = frozenset(_WORDS.split())
"""In small letters. A line of nothing but these, the letterhead and numbers is not text that was added."""
