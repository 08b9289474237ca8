"""What an office and its posts are called in print."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kopsurat.letterhead import LetterheadVariant

if TYPE_CHECKING:
    from kopsurat.office import Office

__all__ = [
    "address_line",
    "head_of_office",
    "post_line",
    "regional_title",
    "unit_words",
    "without_titles",
]

_ACADEMIC_BEFORE: Final = re.compile(r"(?:(?:Prof|Dr|dr|drg|drh|Drs|Dra|Ir|Apt|apt|Ns)\.\s*)+")
_OWN_PLACE: Final = frozenset({"lurah"})
"""Titles that already say what kind of place it is: Lurah Sukamaju, not Lurah Kalurahan Sukamaju."""


def unit_words(office: Office, variant: LetterheadVariant, *, long: bool = False) -> str:
    """Return what the last line of a letterhead of this variant reads, before it is put in capitals.

    ``long`` asks for ``Pemerintah Desa X`` where the short form is ``Desa X``.
    """
    match variant:
        case LetterheadVariant.PEMERINTAH if not long:
            return str(office.desa)
        case LetterheadVariant.PEMERINTAH | LetterheadVariant.PEMERINTAH_PANJANG:
            return f"Pemerintah {office.desa}"
        case LetterheadVariant.KEPALA:
            return head_of_office(office)
        case LetterheadVariant.SEKRETARIAT:
            return f"Sekretariat {office.desa}"
        case LetterheadVariant.BPD:
            return office.letterhead.institution or f"Badan Permusyawaratan {office.desa}"
        case LetterheadVariant.RT:
            return "Rukun Tetangga"
        case LetterheadVariant.RW:
            return "Rukun Warga"
        case _:
            return str(office.desa)


def address_line(office: Office) -> str:
    """Return the address with its postal code, once."""
    if not office.postal_code or office.postal_code in office.address:
        return office.address
    return ", ".join(filter(None, (office.address, f"Kode Pos {office.postal_code}")))


def head_of_office(office: Office) -> str:
    """Return the head's office with the village's name: ``Kepala Desa Sukamaju``."""
    return post_line(office.head_title, office)


def post_line(jabatan: str, office: Office) -> str:
    """Return a post with the village's name where the name belongs to it: not after ``Kaur Keuangan``."""
    word, name = office.desa.word, office.desa.name
    if name.casefold() in jabatan.casefold():
        return jabatan
    if jabatan.casefold().endswith(word.casefold()) or jabatan.casefold() in _OWN_PLACE:
        return f"{jabatan} {name}"
    if jabatan.casefold() == office.head_title.casefold():
        has_word = word.casefold() in jabatan.casefold()
        return f"{jabatan} {name}" if has_word else f"{jabatan} {word} {name}"
    return jabatan


def regional_title(title: str, office: Office) -> str:
    """Return the title of a letter in the words of the region, the village's name after its office.

    ``Keputusan Kepala Desa`` becomes ``Keputusan Keuchik Gampong Blang``, ``Peraturan Desa``
    becomes ``Peraturan Nagari Sukamaju``.
    """
    word, name = office.desa.word, office.desa.name
    if title.casefold().endswith("kepala desa"):
        return title[: -len("kepala desa")] + head_of_office(office)
    if title.casefold().endswith("desa"):
        return f"{title[: -len('desa')]}{word} {name}"
    return title


def without_titles(name: str) -> str:
    """Return a name without academic titles, as legal products print it; all else stays as given.

    Source: Perbup Karawang 74/2020 art. 20; Permendagri 1/2023 art. 44.
    """
    bare = name.split(",", maxsplit=1)[0].strip()
    return _ACADEMIC_BEFORE.sub("", bare, count=1).strip() or name
