"""The words of a letterhead that announce a contact, or something that only looks like one."""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

__all__ = ["Announces", "Mark", "find_marks"]

Announces = Literal[
    "phone", "fax", "whatsapp", "emergency", "email", "website", "hours", "address", "social", "other"
]
"""What a word announces; ``social`` is an account of a social medium, ``other`` a number that is no contact
(an account, a NIK, a date)."""

_WORDS: Final[tuple[tuple[Announces, str], ...]] = (
    ("whatsapp", r"whats\s?app|w\.?a(?:\s+(?:center|centre|pengaduan|layanan))?"),
    ("fax", r"(?:no(?:mor)?\.?\s*)?(?:fa(?:ks|x|cs)(?:imil[a-z]{0,4})?)"),
    ("emergency", r"(?:nomor\s+|call\s+center\s+|telepon\s+)?(?:gawat\s+)?darurat|emergency"),
    (
        "phone",
        r"(?:no(?:mor)?\.?\s*)?(?:telepon|telpon|telepun|telefon|telephone|telp|telf|tele?|tlpn?|tlf|tilp|hp|handphone|ponsel"
        r"|seluler|phone|mobile)(?:\s+(?:kantor|rumah|desa|kades|sekdes|seluler|genggam))?(?=[\s.:/,()&+\d-]|\Z)"
        r"|call\s+cent(?:er|re)|contact\s+(?:cent(?:er|re)|person)|hotline|kontak(?:\s+person)?|hubungi|hub(?=\s*[.:])|narahubung|cp|layanan\s+pengaduan"
        r"|(?:nomor|no\.?)\s+(?:pengaduan|layanan)|halo",
    ),
    (
        "email",
        r"(?:alamat\s+)?(?:e-?\s?mail|surel|pos-?\s?el|surat\s+elektronik)(?:\s+(?:resmi|desa|kantor)(?!\s*[@\[(]))?",
    ),
    (
        "website",
        r"(?:alamat\s+)?(?:web\s?site|situs(?:\s+web)?|laman(?:\s+web)?|web|homepage|url|portal)(?:\s+(?:resmi|desa|kantor))?",
    ),
    (
        "hours",
        r"(?:jam|waktu|jadwal)\s+(?:kerja|layanan|pelayanan|operasional|buka|kantor)(?=\s*[:\d])"
        r"|(?:jam|waktu)\s+(?:layanan|pelayanan|operasional)",
    ),
    (
        "address",
        r"alamat(?!\s+(?:e-?mail|web|surel|situs))|jl|jln|jalan|kode\s?pos|kodepos|k\.?\s?pos|postcode|rt|rw|dusun|dsn|kec|kab|kecamatan"
        r"|kabupaten|provinsi|prov|desa|kelurahan|sekretariat|kantor|kampung|blok|gang|gg|km|po\s?box",
    ),
    ("social", r"facebook|fb|instagram|ig|twitter|youtube|tiktok|telegram|medsos"),
    (
        "other",
        r"(?:no(?:mor)?\.?\s*)?(?:rek(?:ening)?|norek|virtual\s+account|va)|nik|n\.i\.k|nip|nipd|nrp|nuptk|nisn|nis|npwp|npwpd|nib|nop|sppt"
        r"|(?:no(?:mor)?\.?\s*)?(?:kk|kartu\s+keluarga|ktp|bpjs|kks|pkh|sertifikat|surat|agenda|registrasi|register|reg|akta|polisi|rangka"
        r"|mesin|seri|faktur|kuitansi|kwitansi|invoice|id\s+pelanggan|pelanggan|meter|induk|urut|perkara|sk|spk|kontrak|resi)"
        r"|bri|bni|bca|btn|bsi|mandiri|bpd|bank(?=\s+(?:bri|bni|bca|btn|bsi|bpd|bjb|mandiri|jateng|jatim|dki|nagari|aceh|sumut|jambi|kalbar|kaltim))|a/?c|peraturan|perdes|perda|perbup|permen\w*|undang-undang|uu|pp|pasal|ayat"
        r"|rp|idr|tanggal|tgl|tahun|thn|pukul|pkl|isbn|issn|kode\s+(?:wilayah|desa|rekening|kegiatan|barang|lokasi)|lahir|luas|saldo|jumlah"
        r"|total|anggaran|versi|koordinat|gps|id|imei|kode",
    ),
)
_ALONE: Final = r"(?:(?<![^|•;,/\n])|(?<=[|•;,/)-] )|(?<=\d{4} ))"
"""At the start, behind a separator or a number: there a letter alone is a label (``F (0274) 555124``)."""
_BEFORE_NUMBER: Final = r"(?=\s*[.:]\s*[+(\[\d][+\d ().-]{3})"
_BEFORE_WHOLE_NUMBER: Final = r"(?=\s(?:[+(\[0]|62)[+\d ().-]{3})"
_LETTERS: Final[tuple[tuple[Announces, str], ...]] = (
    ("phone", rf"[TPM]{_BEFORE_NUMBER}|{_ALONE}(?-i:[TP]){_BEFORE_WHOLE_NUMBER}"),
    ("fax", rf"F{_BEFORE_NUMBER}|{_ALONE}(?-i:F){_BEFORE_WHOLE_NUMBER}"),
    ("email", r"E(?=\s*[.:]\s*[\w.+-]+@)"),
    ("website", r"W(?=\s*[.:]\s*(?:www\.|https?:|[\w-]+\.\w))"),
)
_ICONS: Final[tuple[tuple[Announces, str], ...]] = (
    ("phone", "[\u260e\u260f\u2706\u2121\U0001f4de\U0001f4f1\U0001f4f2\u2706\U0001f57f]"),
    ("fax", "[\U0001f4e0\U0001f5b7]"),
    ("email", "[\u2709\U0001f4e7\U0001f4e8\U0001f4e9]"),
    ("website", "[\U0001f310\U0001f5b1\U0001f4bb]"),
    ("address", "[\U0001f4cd\U0001f3e0\U0001f3e2]"),
)
_ORDER: Final = (*_WORDS, *_LETTERS)
_MARK: Final = re.compile(
    r"(?<![\w@.+-])(?:"
    + "|".join(f"(?P<w{number}>{pattern})" for number, (_, pattern) in enumerate(_ORDER))
    + r")(?![A-Za-z@]|%[\dA-Fa-f]{2}|\d(?![\d ().-]{3})|[-.][A-Za-z]"
    + r"|\.?\d{1,5}(?:[A-Za-z][\w-]*)?\.[A-Za-z]{2}|[\w.+-]{1,64}@)"
    + "".join(f"|(?P<i{number}>{pattern})" for number, (_, pattern) in enumerate(_ICONS)),
    re.IGNORECASE,
)


class Mark(NamedTuple):
    """A word that announces something, and where it stands in the folded text."""

    announces: Announces
    start: int
    end: int


def find_marks(folded: str) -> list[Mark]:
    """Return the announcing words of ``folded``, in order."""
    return [
        Mark(_announced(match), match.start(), match.end())
        for match in _MARK.finditer(folded)
        if _is_word(match, folded)
    ]


def _announced(match: re.Match[str]) -> Announces:
    group = match.lastgroup or "w0"
    table = _ICONS if group[0] == "i" else _ORDER
    return table[int(group[1:])][0]


def _is_word(match: re.Match[str], folded: str) -> bool:
    """Refuse a word inside a path or a query (``contoh.desa.id/telp``, ``contoh.desa.id/?cari=telp``)."""
    at = match.start()
    if at and folded[at - 1] == "/":
        before = _LAST_WORD.search(folded[max(0, at - 12) : at - 1])
        if before is None or before[0].lower() not in _BEFORE_SLASH:
            return False
        return _OPEN_ADDRESS.search(folded[max(0, at - _LONGEST_ADDRESS) : at - 1]) is None
    if at and folded[at - 1] in "&=?#" and folded[match.end() : match.end() + 1] != ":":
        return _OPEN_ADDRESS.search(folded[max(0, at - _LONGEST_ADDRESS) : at]) is None
    return True


_OPEN_ADDRESS: Final = re.compile(r"\w\.[A-Za-z]{2,}[/?]\S*\Z")
_LONGEST_ADDRESS: Final = 300
_LAST_WORD: Final = re.compile(r"[A-Za-z-]+(?=[ .]*\Z)")
_BEFORE_SLASH: Final = frozenset(
    [
        "call",
        "chat",
        "hotline",
        "sms",
        "handphone",
        "telp",
        "telepon",
        "telpon",
        "tlp",
        "tel",
        "hp",
        "fax",
        "faks",
        "wa",
        "whatsapp",
        "email",
        "e-mail",
        "web",
        "website",
        "situs",
        "phone",
        "rt",
        "laman",
        "surel",
        "pos-el",
        "kontak",
    ],
)
