"""Who signed a letter: from its ``surat.json``, or from the names that are printed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kopsurat.office import Office

__all__ = ["signers_of"]

_JABATAN: Final = re.compile(
    r"(?:a\.n\. (?P<a_n>[^,]+), )?(?:u\.b\. (?P<u_b>[^,]+), )?(?:(?P<status>Pj\.|Plt\.|Plh\.) )?(?P<own>.+)"
)
_METERAI: Final = "meterai"
_OPENING: Final = re.compile(r"\d{1,2} [A-Z][a-z]+ \d{4}$|^[A-Z][a-z]+ di [A-Z]")
"""Place and date over a signature, on one line or two: ``Ditetapkan di Sukamaju``."""
_NIP: Final = re.compile(r"NIP\.? *(\d[\d ]+)")
_FOR_ANOTHER: Final = re.compile(r"(?:a\.n\.|u\.b\.|Pj\.|Plt\.|Plh\.)\s")


def signers_of(
    cells: Sequence[Sequence[str]], carried: Iterable[dict[str, Any]], office: Office | None
) -> list[str | dict[str, Any]]:
    """Return the signers as a surat.md names them, those of ``carried`` first choice.

    ``cells`` hold the lines of each block of a signature. Signers of the office are named by their
    identifier, others with all that is known.
    """
    known = [_carried(fields, cells, office) for fields in carried]
    return known or [each for cell in cells if (each := _printed(cell, office)) is not None]


def _carried(
    fields: dict[str, Any], cells: Sequence[Sequence[str]], office: Office | None
) -> str | dict[str, Any]:
    name, jabatan = str(fields.get("nama", "")), str(fields.get("jabatan", ""))
    cell = next((each for each in cells if _place(name, each) is not None), ())
    marks = _marks(cell, name)
    found = next((each for each in office.signatories if each.name == name), None) if office else None
    parts = _JABATAN.fullmatch(jabatan)
    if found is None or parts is None or parts.group("own") != found.jabatan:
        kept = {"nama": name, "jabatan": jabatan, "nip": str(fields.get("nip", ""))}
        return {key: value for key, value in kept.items() if value} | marks
    extra = {key: parts.group(key) for key in ("a_n", "u_b", "status") if parts.group(key)}
    return {"oleh": found.id, **extra, **marks} if extra or marks else found.id


def _printed(cell: Sequence[str], office: Office | None) -> str | dict[str, Any] | None:
    """Return the signer of a block whose names are all that is known."""
    signatories = office.signatories if office else ()
    found = next((each for each in signatories if _place(each.name, cell) is not None), None)
    if found is not None:
        around = _marks(cell, found.name)
        return {"oleh": found.id, **around} if around else found.id
    lines = [line for line in cell if not _OPENING.search(line)]
    marks: dict[str, Any] = {"meterai": True} if any(map(_is_meterai, lines)) else {}
    lines = [line for line in lines if not _is_meterai(line)]
    if lines and (nip := _NIP.fullmatch(lines[-1])):
        marks["nip"] = nip.group(1)
        lines.pop()
    match lines:
        case [heading, jabatan, name] if not _FOR_ANOTHER.match(heading):
            marks["mengetahui"] = heading
        case [jabatan, name]:
            pass
        case _:
            return None
    return {"nama": name, "jabatan": jabatan.rstrip(","), **marks}


def _is_meterai(line: str) -> bool:
    return line.casefold() == _METERAI


def _marks(cell: Sequence[str], name: str) -> dict[str, Any]:
    """Return what stands around a name beside the office: a line above it, the box of the duty stamp."""
    place = _place(name, cell)
    if place is None:
        return {}
    above = [line for line in cell[:place] if not _OPENING.search(line) and not _is_meterai(line)]
    marks: dict[str, Any] = {}
    if len(above) > 1 and not any(map(_FOR_ANOTHER.match, above)):
        marks["mengetahui"] = above[0]
    if any(map(_is_meterai, cell[:place])):
        marks["meterai"] = True
    return marks


def _place(name: str, cell: Sequence[str]) -> int | None:
    """Return the line where a name stands, in whatever case."""
    wanted = name.casefold()
    return next((at for at, line in enumerate(cell) if line.casefold() == wanted), None) if wanted else None
