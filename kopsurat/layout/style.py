"""The numbers of a profile: every length, size and choice that compose uses, and where it comes from.

A :class:`Style` is read from a profile file (docs/reference/profiles.md). Lengths are twips, sizes of
type half points. Field names are English; ``key`` in the metadata is the key of the file.
"""

from __future__ import annotations

from dataclasses import field, replace
from typing import Any, Final, Literal

from kopsurat.layout.measures import Length, mm
from kopsurat.layout.model import PageSetup
from kopsurat.values import HashKept, value_class

__all__ = [
    "PAPERS",
    "BodyNumbers",
    "CorrespondenceNumbers",
    "HeadNumbers",
    "LegalNumbers",
    "PaperNumbers",
    "SignatureNumbers",
    "Style",
    "TitleNumbers",
    "VerificationNumbers",
    "page_setup",
]

PAPERS: Final = {
    "F4": (mm(215), mm(330)),
    "F4-210": (mm(210), mm(330)),
    "folio": (mm(215.9), mm(330.2)),
    "A4": (mm(210), mm(297)),
    "A5": (mm(148), mm(210)),
    "Letter": (mm(215.9), mm(279.4)),
    "Legal": (mm(215.9), mm(355.6)),
}
"""Width and height of each paper, upright, in twips."""


def _at(key: str, kind: str) -> Any:  # noqa: ANN401 - dataclasses' own convention
    """Return a field read from ``key``.

    ``kind`` is a kind of number that :mod:`.profile` bounds, text, flag, paper, family or a choice ``a|b``.
    """
    return field(metadata={"key": key, "kind": kind})


@value_class
class PaperNumbers:
    """Paper and margins: table ``[kertas]``."""

    paper: str = _at("ukuran", "paper")
    top: Length = _at("atas", "mm")
    bottom: Length = _at("bawah", "mm")
    left: Length = _at("kiri", "mm")
    right: Length = _at("kanan", "mm")
    header_distance: Length = _at("kop_dari_tepi", "mm")
    footer_distance: Length = _at("kaki_dari_tepi", "mm")


@value_class
class BodyNumbers:
    """Running text: table ``[isi]``."""

    family: str = _at("huruf", "family")
    size: int = _at("ukuran", "size")
    smallest: int = _at("ukuran_terkecil", "size")
    pitch: Length = _at("jarak_baris", "pitch")
    tight_pitch: Length = _at("jarak_baris_rapat", "pitch")
    indent: Length = _at("inden", "mm")
    after: Length = _at("antar_paragraf", "pt")
    item_after: Length = _at("antar_butir", "pt")
    label_gap: Length = _at("celah_label", "mm")
    label_least: Length = _at("label_terkecil", "mm")
    table_size: int = _at("ukuran_tabel", "size")
    table_pitch: Length = _at("jarak_baris_tabel", "pitch")
    table_line: Length = _at("garis_tabel", "pt")
    note_size: int = _at("ukuran_catatan", "size")
    note_pitch: Length = _at("jarak_baris_catatan", "pitch")


@value_class
class HeadNumbers:
    """The letterhead: table ``[kop]``."""

    family: str = _at("huruf", "family")
    size: int = _at("ukuran_pemerintah", "size")
    pitch: Length = _at("jarak_pemerintah", "pitch")
    unit_size: int = _at("ukuran_unit", "size")
    unit_pitch: Length = _at("jarak_unit", "pitch")
    unit_bold: bool = _at("unit_tebal", "flag")
    address_size: int = _at("ukuran_alamat", "size")
    address_pitch: Length = _at("jarak_alamat", "pitch")
    address_gap: Length = _at("celah_alamat", "mm")
    crest_height: Length = _at("tinggi_lambang", "crest")
    crest_gap: Length = _at("celah_lambang", "mm")
    rule: str = _at("garis", "tebal-tipis|tunggal|ganda|tanpa")
    thick: Length = _at("garis_tebal", "pt")
    gap: Length = _at("celah_garis", "pt")
    thin: Length = _at("garis_tipis", "pt")
    rule_before: Length = _at("sebelum_garis", "mm")
    after: Length = _at("sesudah", "mm")
    unit_word: bool = _at("kata_pemerintah_desa", "flag")
    has_garuda: bool = _at("garuda", "flag")
    script: str = _at("aksara_wajib", "|bali|jawa|sunda|lontara|arab-melayu")
    script_position: Literal["atas", "bawah"] = _at("letak_aksara", "atas|bawah")
    script_size: int = _at("ukuran_aksara", "size")
    extras: bool = _at("faksimile_dan_layanan", "flag")


@value_class
class TitleNumbers:
    """The title of a letter of the family *judul*: table ``[judul]``."""

    size: int = _at("ukuran", "size")
    pitch: Length = _at("jarak_baris", "pitch")
    underline: bool = _at("garis_bawah", "flag")
    nomor_label: str = _at("label_nomor", "text")
    after: Length = _at("sesudah", "mm")


@value_class
class CorrespondenceNumbers:
    """The head of a letter of the family *korespondensi*: table ``[korespondensi]``."""

    recipient: Literal["kanan", "kiri"] = _at("tujuan", "kanan|kiri")
    subject_label: str = _at("label_perihal", "text")
    date_place: bool = _at("tempat_di_tanggal", "flag")
    after: Length = _at("sesudah", "pt")


@value_class
class LegalNumbers:
    """Legal products: table ``[produk_hukum]``."""

    family: str = _at("huruf", "family")
    size: int = _at("ukuran", "size")
    pitch: Length = _at("jarak_baris", "pitch")
    district_line: bool = _at("baris_kecamatan", "flag")
    titles: bool = _at("gelar", "flag")
    blessing: str = _at("rahmat", "text")


@value_class
class SignatureNumbers:
    """Signatures and what stands near them: table ``[tanda_tangan]``."""

    start: float = _at("mulai", "share")
    before: Length = _at("sebelum", "pt")
    room: Length = _at("ruang", "mm")
    least_room: Length = _at("ruang_terkecil", "mm")
    bold: bool = _at("nama_tebal", "flag")
    underline: bool = _at("nama_garis_bawah", "flag")
    capitals: bool = _at("nama_kapital", "flag")
    centered: bool = _at("rata_tengah", "flag")
    nip_label: str = _at("label_nip", "text")
    tembusan_size: int = _at("ukuran_tembusan", "size")
    tembusan_pitch: Length = _at("jarak_tembusan", "pitch")


@value_class
class VerificationNumbers:
    """The QR block, the mark of a draft and later pages: table ``[pemeriksaan]``."""

    size: Length = _at("ukuran_qr", "qr")
    frame: Length = _at("bingkai", "pt")
    caption_size: int = _at("ukuran_keterangan", "size")
    caption_pitch: Length = _at("jarak_keterangan", "pitch")
    stamp_gap: Length = _at("jarak_cap", "mm")
    page_size: int = _at("ukuran_nomor_halaman", "size")
    nomor_on_pages: bool = _at("nomor_surat_di_halaman", "flag")


@value_class
class Style(HashKept):
    """A profile: all numbers of the layout. ``name`` is the profile's own."""

    name: str
    paper: PaperNumbers
    body: BodyNumbers
    head: HeadNumbers
    title: TitleNumbers
    correspondence: CorrespondenceNumbers
    legal: LegalNumbers
    signature: SignatureNumbers
    verification: VerificationNumbers
    sources: tuple[tuple[str, str], ...] = ()
    """Where each number comes from, as (``kop.tinggi_lambang``, source)."""

    def with_paper(self, paper: str) -> Style:
        """Return the same style on another paper of :data:`PAPERS`."""
        return self if paper == self.paper.paper else replace(self, paper=replace(self.paper, paper=paper))


def page_setup(style: Style, *, landscape: bool = False) -> PageSetup:
    """Return paper and margins; ``landscape`` turns the paper and keeps its binding side on the long edge."""
    numbers = style.paper
    width, height = PAPERS[numbers.paper]
    if landscape:
        return PageSetup(
            width=height,
            height=width,
            top=numbers.left,
            bottom=numbers.right,
            left=numbers.bottom,
            right=numbers.top,
            header_distance=numbers.header_distance,
            footer_distance=numbers.footer_distance,
        )
    return PageSetup(
        width=width,
        height=height,
        top=numbers.top,
        bottom=numbers.bottom,
        left=numbers.left,
        right=numbers.right,
        header_distance=numbers.header_distance,
        footer_distance=numbers.footer_distance,
    )
