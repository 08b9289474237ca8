"""Region codes of the Ministry of Home Affairs: which village a kode wilayah means."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Final

from kopsurat.contacts.folding import LONGEST_FIELD, fold, is_empty_word
from kopsurat.errors import InvalidInput, MissingExtra

__all__ = ["Region", "parse_region_code"]

_CODE: Final = re.compile(r"(\d{2})(?:[.\s-]?(\d{2})(?:[.\s-]?(\d{2})(?:[.\s-]?(\d{4}))?)?)?")
_LABEL: Final = re.compile(
    r"\s*(?:kode|no\.?|nomor)\s+(?:wilayah|desa|kelurahan|kemendagri)(?:\s+\w+)?\s*[:=]?\s*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A region by its kode wilayah; the names of the levels below it are empty.

    ``jenis`` is ``desa``, ``kelurahan``, ``desa_adat``, ``kecamatan``, ``distrik``, ``kabupaten``,
    ``kota`` or ``provinsi``. Two regions are equal when their codes are.
    """

    code: str
    desa: str = field(default="", compare=False)
    kecamatan: str = field(default="", compare=False)
    kabupaten: str = field(default="", compare=False)
    provinsi: str = field(default="", compare=False)
    jenis: str = field(default="", compare=False)
    postal_code: str | None = field(default=None, compare=False)
    warnings: tuple[str, ...] = field(default=(), compare=False)

    def __str__(self) -> str:
        return self.code


def parse_region_code(text: str) -> Region:
    """Read a kode wilayah such as ``"33.01.10.2013"`` or ``"3301102013"``.

    Raises :class:`~kopsurat.errors.InvalidInput` with ``not-a-text``, ``region-empty``,
    ``region-syntax`` or ``region-unknown``, and :class:`~kopsurat.errors.MissingExtra` when the package
    of the extra ``regions`` is not installed. A code of a kelurahan is read with the warning
    ``region-kelurahan``.
    """
    if not isinstance(text, str):
        raise InvalidInput("not-a-text", value=text)
    folded = fold(text).strip(" \t\n.,;'\"") if len(text) <= LONGEST_FIELD else "x"
    folded = _LABEL.sub("", folded, count=1)
    if is_empty_word(folded):
        raise InvalidInput("region-empty", value=text)
    match = _CODE.fullmatch(folded)
    if match is None:
        raise InvalidInput("region-syntax", value=text[:LONGEST_FIELD])
    levels = [part for part in match.groups() if part]
    codes = [".".join(levels[: depth + 1]) for depth in range(len(levels))]
    found = [_looked_up(code) for code in codes]
    if found[-1] is None:
        known = next(
            (code for code, region in zip(reversed(codes), reversed(found), strict=True) if region), None
        )
        raise InvalidInput("region-unknown", value=text, nearest=known)
    return _region(codes[-1], found)


def _region(code: str, found: list[Any]) -> Region:
    names = [region.name if region else "" for region in found] + [""] * 3
    jenis = found[-1].type
    return Region(
        code=code,
        provinsi=names[0],
        kabupaten=names[1],
        kecamatan=names[2],
        desa=names[3],
        jenis=jenis,
        postal_code=found[-1].postal_code,
        warnings=("region-kelurahan",) if jenis == "kelurahan" else (),
    )


def _looked_up(code: str) -> Any:  # noqa: ANN401 - the library's own type
    try:
        from lokal import wilayah
    except ImportError:
        raise MissingExtra("extra-missing", extra="regions") from None
    return wilayah.get_wilayah(code)
