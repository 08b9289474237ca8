"""What a letter's text calls the office and its places."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kopsurat.office import Office

__all__ = ["NAMES", "names_in_text", "office_words"]

NAMES: dict[str, str] = {
    "nama": "",
    "desa": "Desa",
    "sebutan": "Desa",
    "kecamatan": "Kecamatan",
    "nama_kecamatan": "",
    "kabupaten": "Kabupaten",
    "provinsi": "Provinsi",
    "jabatan_kepala": "Kepala Desa",
    "kepala": "Kepala Desa",
    "kepala_lengkap": "Kepala Desa",
    "wilayah": "Desa",
    "alamat": "",
}
"""The names that ``kantor.…`` gives in a template file, with what is printed when no office is known."""

OWN_PLACE = frozenset({"lurah"})
"""Titles that already say what kind of place it is."""


def names_in_text(given: Mapping[str, str]) -> dict[str, str]:
    """Return all names, the general words where ``given`` has none."""
    return {**NAMES, **{name: given[name] for name in NAMES if given.get(name)}}


def office_words(office: Office) -> dict[str, str]:
    """Return what a letter's text calls this office: ``kepala`` is ``Kepala Desa Sukamaju``, and so on."""
    head = _head_with_place(office)
    area = f"{office.desa}, {office.kecamatan}, {office.kabupaten}"
    return {
        "nama": office.desa.name,
        "desa": str(office.desa),
        "sebutan": office.desa.word,
        "kecamatan": str(office.kecamatan),
        "nama_kecamatan": office.kecamatan.name,
        "kabupaten": str(office.kabupaten),
        "provinsi": f"Provinsi {office.provinsi}" if office.provinsi else "",
        "jabatan_kepala": office.head_title,
        "kepala": head,
        "kepala_lengkap": f"{head}, {office.kecamatan}, {office.kabupaten}",
        "wilayah": area,
        "alamat": office.address,
    }


def _head_with_place(office: Office) -> str:
    """Return ``Kepala Desa Sukamaju``, ``Keuchik Gampong Blang``, ``Lurah Sukamaju``."""
    title, word = office.head_title, office.desa.word
    says_place = word.casefold() in title.casefold() or title.casefold() in OWN_PLACE
    return f"{title} {office.desa.name}" if says_place else f"{title} {word} {office.desa.name}"
