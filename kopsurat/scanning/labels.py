"""Words that a letter shows besides what was sealed: labels, letterhead words, the frame of the QR."""

from __future__ import annotations

import re
from typing import Final

from kopsurat.layout.verification import KEEP_CLEAR, SCAN

__all__ = ["LABELS"]

_WORDS: Final = """
nomor sifat lampiran perihal hal kepada yth di tempat tembusan disampaikan dengan hormat
pemerintah kabupaten kota kecamatan distrik kapanewon kemantren desa gampong nagari pekon kampung
kalurahan lembang negeri kelurahan provinsi sekretariat kepala kantor badan permusyawaratan
lembaga kemasyarakatan rt rw dusun alamat jalan kode pos telepon telp faksimile faks fax surel email
situs website laman whatsapp wa hp pos pengaduan darurat jam layanan pelayanan
a n b u an ub pj plt plh penjabat nip nipd pangkat golongan mengetahui menyetujui saksi meterai materai
ttd tanda tangan stempel cap
halaman lembar ke
ditetapkan dibuat dikeluarkan dari diundangkan pada tanggal tentang tahun
menimbang mengingat memperhatikan memutuskan menetapkan
bukan tte tersertifikasi untuk dan atau yang https http v www id desa go rukun tetangga warga
dengan rahmat tuhan maha esa berita lembaran
januari februari maret april mei juni juli agustus september oktober november desember
"""
LABELS: Final = frozenset(re.findall(r"\w+", f"{_WORDS} {SCAN} {KEEP_CLEAR}".casefold()))
"""In small letters. A line of nothing but these, the letterhead and numbers was not made by the forger."""
