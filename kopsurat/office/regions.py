"""What villages and their heads are called in different regions.

Sources: regulations of the regions named (docs/reference/regions); every word can be set in
desa.toml, these are only what stands there when nothing is set.
"""

from __future__ import annotations

from typing import Final

__all__ = ["head_title", "kecamatan_word"]

_DEFAULT_HEAD: Final = "Kepala Desa"
_HEADS: Final = {
    "desa": "Kepala Desa",
    "gampong": "Keuchik",
    "nagari": "Wali Nagari",
    "pekon": "Peratin",
    "tiyuh": "Kepala Tiyuh",
    "kalurahan": "Lurah",
    "kelurahan": "Lurah",
    "kampung": "Kepala Kampung",
    "lembang": "Kepala Lembang",
    "negeri": "Kepala Pemerintah Negeri",
}
"""Desa in Bali (Perbekel), Cirebon (Kuwu) or Minahasa (Hukum Tua) set ``kepala`` themselves."""
_KECAMATAN: Final = {"kalurahan": "Kapanewon"}


def head_title(village_word: str) -> str:
    """Return what the head is usually called where villages are called ``village_word``."""
    return _HEADS.get(village_word.casefold(), _DEFAULT_HEAD)


def kecamatan_word(village_word: str) -> str:
    """Return what the level above is usually called where villages are called ``village_word``."""
    return _KECAMATAN.get(village_word.casefold(), "Kecamatan")
