"""Numbers that identify a person and have no place in a public field: NIK, No. KK and their kin."""

from __future__ import annotations

import re
from typing import Final

from kopsurat.contacts.folding import fold
from kopsurat.errors import InvalidInput

__all__ = ["IDENTITY_NUMBER", "holds_identity_number", "private_code", "refuse_private"]

IDENTITY_NUMBER: Final = (
    r"(?:1[1-9]|2[01]|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-7])\d{4}"
    r"(?:[04][1-9]|[1256]\d|[37][01])(?:0[1-9]|1[0-2])\d{6}"
)
"""A NIK or No. KK: province, regency, district, day (plus 40 for women), month, year, serial."""

_NIK: Final = re.compile(rf"(?<!\d){IDENTITY_NUMBER}(?!\d)")
_SPACED: Final = re.compile(r"(?<=\d)[\s.\-]+(?=\d)")
_LABELS: Final = (
    (
        "private-nik",
        re.compile(
            r"(?<![a-z])(?:n\.?i\.?k|nomor induk kependudukan|no\.?\s*ktp)(?![a-z])[\s.:=]*\d", re.IGNORECASE
        ),
    ),
    (
        "private-kk",
        re.compile(r"(?<![a-z])(?:no(?:mor)?\.?\s*(?:kk|kartu keluarga))(?![a-z])[\s.:=]*\d", re.IGNORECASE),
    ),
    (
        "private-account",
        re.compile(
            r"(?<![a-z])(?:no(?:mor)?\.?\s*)?(?:rek(?:ening)?)(?![a-z])[\s.:=]*(?:bri|bni|bca|mandiri|bpd)?[\s.:=]*\d[\d\s.-]{5,}",
            re.IGNORECASE,
        ),
    ),
    (
        "private-birth",
        re.compile(
            r"(?<![a-z])(?:tanggal lahir|tgl\.?\s*lahir|lahir(?: di| pada)?|ttl)(?![a-z])[\s.:,=a-z]*\d",
            re.IGNORECASE,
        ),
    ),
    ("private-family", re.compile(r"(?<![a-z])(?:nama\s+)?ibu kandung(?![a-z])", re.IGNORECASE)),
)


def holds_identity_number(text: str) -> bool:
    """Tell whether a 16-digit NIK or No. KK stands in ``text``."""
    return len(text) > 15 and _NIK.search(text) is not None  # noqa: PLR2004 - the number has 16 digits


def private_code(text: str) -> str | None:
    """Return why ``text`` does not belong in a public field, or None when nothing speaks against it.

    The codes are ``private-nik``, ``private-kk``, ``private-account``, ``private-birth`` and
    ``private-family``.
    """
    folded = fold(text)
    for code, pattern in _LABELS[1:]:
        if pattern.search(folded):
            return code
    if holds_identity_number(_SPACED.sub("", folded)) or _LABELS[0][1].search(folded):
        return "private-nik"
    return None


def refuse_private(text: str) -> None:
    """Raise :class:`~kopsurat.errors.InvalidInput` when ``text`` holds a person's private data."""
    code = private_code(text)
    if code is not None:
        raise InvalidInput(code)
