"""Reference numbers (nomor) and the patterns they are made from.

A pattern is text with fields in braces: ``{klasifikasi}/{urut:03}/{kode}/{bulan_romawi}/{tahun}``. No
rule fixes one form for all (docs/reference/nomor.md), so the pattern is the office's own.
"""

from __future__ import annotations

import datetime as dt
import re
import string
from dataclasses import dataclass
from enum import Enum
from typing import Final

from kopsurat.arguments import expect
from kopsurat.dates import roman_month
from kopsurat.errors import InvalidNomor

__all__ = [
    "BLANK",
    "NomorPattern",
    "NomorScope",
    "check_classification",
    "check_nomor",
    "is_pattern",
    "parse_pattern",
]

MAX_LENGTH: Final = 80
"""Longest nomor, our choice: it must fit the line of the letter and the seal."""
BLANK: Final = re.compile(r"\.{3,}|…+|_{2,}")
"""What people leave in a nomor for a number that is to be written later."""
_FIELDS: Final = ("urut", "klasifikasi", "kode", "bulan", "bulan_romawi", "tahun", "tahun_pendek")
_PADDED: Final = ("urut", "bulan")
_WIDTH: Final = re.compile(r"0?[1-6]")
_CLASSIFICATION: Final = re.compile(r"\d{3}(?:\.\d+)*")


class NomorScope(Enum):
    """Which letters share one series of running numbers; each series starts at 1 every year."""

    KIND = "jenis"
    """One series for each type of letter."""
    SERVICES = "layanan"
    """One series for all service letters, one for the rest."""
    ALL = "semua"
    """One series for everything."""

    def series(self, kind: str, *, is_service: bool) -> str:
        """Return the name of the series that a letter of type ``kind`` counts in."""
        expect(kind, str, "kind")
        match self:
            case NomorScope.KIND:
                return kind
            case NomorScope.SERVICES:
                return "layanan" if is_service else "umum"
            case NomorScope.ALL:
                return "semua"


@dataclass(frozen=True, slots=True)
class NomorPattern:
    """A checked pattern. ``fields`` are the names it uses; ``str`` gives the text back."""

    text: str
    fields: frozenset[str]

    def __str__(self) -> str:
        return self.text

    def format(self, *, urut: int, date: dt.date, klasifikasi: str = "", kode: str = "") -> str:
        """Return the nomor for a running number on a day.

        Raises :class:`InvalidNomor` for a classification code or an office code that the pattern
        wants and that was not given, for a malformed one, and for a result that is too long.
        """
        expect(urut, int, "urut")
        expect(date, dt.date, "date")
        expect(klasifikasi, str, "klasifikasi")
        expect(kode, str, "kode")
        values = {
            "urut": urut,
            "klasifikasi": check_classification(klasifikasi) if klasifikasi else "",
            "kode": kode,
            "bulan": date.month,
            "bulan_romawi": roman_month(date),
            "tahun": date.year,
            "tahun_pendek": date.year % 100,
        }
        missing = sorted(name for name in self.fields if values[name] == "")
        if missing:
            raise InvalidNomor("nomor-field-missing", value=self.text, fields=", ".join(missing))
        return check_nomor(self.text.format(**values))


def is_pattern(text: str) -> bool:
    """Return whether ``text`` means to be a pattern: it has a brace."""
    expect(text, str, "text")
    return "{" in text or "}" in text


def parse_pattern(text: str) -> NomorPattern:
    """Return the pattern in ``text``.

    Fields: ``urut`` (the running number; ``{urut:03}`` pads it), ``klasifikasi``, ``kode`` (of the
    office), ``bulan`` (``{bulan:02}``), ``bulan_romawi``, ``tahun``, ``tahun_pendek`` (two digits). Raises
    :class:`InvalidNomor`: ``nomor-braces``, ``nomor-field-unknown``, ``nomor-width`` or
    ``nomor-needs-urut``.

    >>> import datetime as dt
    >>> pattern = parse_pattern("{klasifikasi}/{urut:03}/DS-SM/{bulan_romawi}/{tahun}")
    >>> pattern.format(urut=7, date=dt.date(2026, 11, 24), klasifikasi="400.12.2.1")
    '400.12.2.1/007/DS-SM/XI/2026'
    """
    expect(text, str, "text")
    try:
        pieces = list(string.Formatter().parse(text))
    except ValueError:
        raise InvalidNomor("nomor-braces", value=text) from None
    used = [(name, width, conversion) for _, name, width, conversion in pieces if name is not None]
    for name, width, conversion in used:
        if name not in _FIELDS or conversion:
            raise InvalidNomor("nomor-field-unknown", value=text, field=name, choices=", ".join(_FIELDS))
        if width and (name not in _PADDED or not _WIDTH.fullmatch(width)):
            raise InvalidNomor("nomor-width", value=text, field=f"{{{name}:{width}}}")
    fields = frozenset(name for name, _, _ in used)
    if "urut" not in fields:
        raise InvalidNomor("nomor-needs-urut", value=text)
    return NomorPattern(text, fields)


def check_classification(text: str) -> str:
    """Return a classification code whose shape is right: three digits, then groups after dots.

    Which codes exist is data of the office (Permendagri 83/2022 and older lists); only the shape is
    checked. Raises :class:`InvalidNomor` ``classification-malformed``.
    """
    expect(text, str, "text")
    if not _CLASSIFICATION.fullmatch(text):
        raise InvalidNomor("classification-malformed", value=text)
    return text


def check_nomor(text: str) -> str:
    """Return a finished nomor that can be printed and sealed exactly as it is.

    Raises :class:`InvalidNomor`: ``nomor-empty``, ``nomor-too-long``, ``nomor-is-pattern`` (one that
    was not filled in) or ``nomor-character`` (a control character or a line break).
    """
    expect(text, str, "text")
    if not text.strip():
        raise InvalidNomor("nomor-empty")
    if len(text) > MAX_LENGTH:
        raise InvalidNomor("nomor-too-long", value=text, length=len(text), maximum=MAX_LENGTH)
    if is_pattern(text):
        raise InvalidNomor("nomor-is-pattern", value=text)
    if not text.isprintable():
        raise InvalidNomor("nomor-character", value=text)
    return text
