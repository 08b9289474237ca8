"""The identity record of OpenSID → desa.toml. Only its field names are used, as its export writes them.

What cannot be taken over as it stands is left in the file as a comment and reported; a village reads
its own data again before they are printed on every letter.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from kopsurat.contacts import parse_email, parse_phone, parse_website
from kopsurat.errors import InvalidOffice, KopsuratError
from kopsurat.shapes import faults_of, moved

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["Imported", "office_from_opensid"]

_DESA: Final = {
    "nama": "nama_desa",
    "kecamatan": "nama_kecamatan",
    "kabupaten": "nama_kabupaten",
    "provinsi": "nama_propinsi",
    "alamat": "alamat_kantor",
    "kode_pos": "kode_pos",
}
_REQUIRED: Final = ("nama", "kecamatan", "kabupaten")
_CONTACTS: Final[dict[str, tuple[str, Callable[[str], Any]]]] = {
    "telepon": ("telepon", parse_phone),
    "email": ("email_desa", parse_email),
    "website": ("website", parse_website),
}
_TAKEN: Final = frozenset(
    {
        *_DESA.values(),
        *(name for name, _ in _CONTACTS.values()),
        "kode_desa",
        "nama_kepala_desa",
        "nip_kepala_desa",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """A desa.toml in the making: its text, what was wrong in the record, and what it has no place for."""

    text: str
    faults: tuple[KopsuratError, ...] = ()
    left_out: tuple[str, ...] = ()


def office_from_opensid(record: Mapping[str, Any]) -> Imported:
    """Return the desa.toml that an identity record gives.

    Raises :class:`InvalidOffice` ``import-not-identity`` when the record has no names of a village.
    """
    record = {name: str(value).strip() for name, value in record.items() if value is not None}
    if missing := [_DESA[key] for key in _REQUIRED if not record.get(_DESA[key])]:
        raise InvalidOffice("import-not-identity", value=", ".join(missing))
    faults: list[KopsuratError] = []
    lines = ["[desa]", *_village(record, faults), "", "[kontak]", *_contacts(record, faults)]
    if name := record.get("nama_kepala_desa"):
        lines += ["", "[[pejabat]]", 'id = "kades"', f"nama = {_quoted(name)}", 'jabatan = "Kepala Desa"']
        if nip := record.get("nip_kepala_desa"):
            lines.append(f"nip = {_quoted(nip)}")
    host = _host(record.get("website", ""))
    lines += ["", "[verifikasi]", f"situs = {_quoted(host)}"] if host else []
    left_out = tuple(sorted(name for name, value in record.items() if name not in _TAKEN and value))
    return Imported(text="\n".join(lines) + "\n", faults=tuple(faults), left_out=left_out)


def _village(record: Mapping[str, str], faults: list[KopsuratError]) -> list[str]:
    lines = [f"{key} = {_quoted(record[name])}" for key, name in _DESA.items() if record.get(name)]
    digits = re.sub(r"\D", "", record.get("kode_desa", ""))
    if re.fullmatch(r"\d{10}", digits):
        lines.insert(0, f'kode = "{digits[:2]}.{digits[2:4]}.{digits[4:6]}.{digits[6:]}"')
    elif digits:
        faults.append(InvalidOffice("region-code-malformed", path="kode_desa", value=record["kode_desa"]))
    return lines


def _contacts(record: Mapping[str, str], faults: list[KopsuratError]) -> list[str]:
    lines = []
    for key, (name, parse) in _CONTACTS.items():
        text = record.get(name)
        if not text:
            continue
        try:
            parse(text)
            lines.append(f"{key} = {_quoted(text)}")
        except (KopsuratError, ExceptionGroup) as error:
            found = [moved(fault, name) for fault in faults_of(error)]
            faults += found
            lines.append(f"# {key} = {_quoted(text)}    # {found[0].code}")
    return lines


def _host(website: str) -> str:
    try:
        return parse_website(website).host.removeprefix("www.") if website else ""
    except (KopsuratError, ExceptionGroup):
        return ""


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
