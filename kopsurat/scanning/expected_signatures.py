"""The signatures that a letter must show, the caption of its QR code among them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kopsurat.layout.office_words import head_of_office, post_line, without_titles
from kopsurat.layout.verification import KEEP_CLEAR, SCAN
from kopsurat.letter import Arrangement, Family
from kopsurat.scanning.sequence import AnyOf, Optional, Words

if TYPE_CHECKING:
    from kopsurat.scanning.printed_fields import PrintedFields, Steps

__all__ = ["ExpectedSignatures", "is_regulation"]

_JABATAN: Final = re.compile(
    r"(?:a\.n\. (?P<principal>.+?), )?(?:u\.b\. (?P<through>.+?), )?(?P<capacity>P(?:j|lt|lh)\. )?(?P<own>.+)"
)
_PAIR_OF_SIGNERS: Final = 2
_NIP_DIGITS: Final = 18
"""A shorter number is the village's own (NIPD)."""


class ExpectedSignatures:
    """The signatures under one profile; ``caption`` is the host and the typed code under the QR code."""

    def __init__(self, fields: PrintedFields, caption: tuple[str, str]) -> None:
        self.fields = fields
        self.caption = caption

    def signatures(self, family: Family) -> Steps:
        """Return the signatures with the caption of the QR code somewhere between their parts."""
        count = len(self.fields.list_of("/penandatangan"))
        is_legal = family is Family.PRODUK_HUKUM
        has_address = family is Family.TABEL and bool(self.fields.list_of("/kepada"))
        is_note = self.fields.get("/susunan") == Arrangement.NOTE.value
        words = self.fields.get("/kata_tempat") or ("Ditetapkan di" if is_legal else "")
        opening: Steps = ()
        if words:
            place = self.fields.steps("/tempat", f"{words} {self.fields.get('/tempat')}")
            opening = (*place, *self.fields.date("pada tanggal"))
        elif family is not Family.KORESPONDENSI and not has_address and not is_note:
            opening = self.fields.dateline()
        if is_legal:
            enacted, announced = self._announced(count)
            if announced:
                return self._with_announcement(enacted, announced, opening)
        return self._with_caption(self._block(tuple(range(count)), family, opening))

    def sender(self) -> Steps:
        """Return the row that says from whom a nota dinas is: the office of who signs first."""
        name = "/penandatangan/0/jabatan"
        text = self.fields.get(name) or ""
        parts = _JABATAN.fullmatch(text)
        own = f"{parts['capacity'] or ''}{parts['own']}" if parts else text
        value = self.fields.steps(name, own)
        return (Words("", ("Dari:",)), *value) if value else ()

    def signer(self, number: int, family: Family, *, opening: Steps) -> tuple[Steps, Steps, Steps]:
        """Return opening, title and name of one signer."""
        name = f"/penandatangan/{number}"
        is_external = self.fields.values.get(f"{name}/luar") is True
        full = self.fields.get(f"{name}/nama") or ""
        is_bare = family is Family.PRODUK_HUKUM and not is_external and not self.fields.style.legal.titles
        named = self.fields.steps(f"{name}/nama", without_titles(full) if is_bare else full)
        duty = (Words("", ("Meterai",)),) if self.fields.values.get(f"{name}/meterai") is True else ()
        blank = () if full else (Optional((Words("", ("()",)),)),)
        below = (*self.fields.steps(f"{name}/pangkat"), *self._nip(f"{name}/nip"))
        return (
            (*opening, *self.fields.steps(f"{name}/pengantar")),
            self._jabatan(name, is_external=is_external),
            (*duty, *named, *blank, *below),
        )

    def _block(self, numbers: tuple[int, ...], family: Family, opening: Steps) -> list[Steps]:
        """Return the parts of signature blocks in printing order: two side by side, a third below."""
        main = min(len(numbers) - 1, 1)
        columns = [
            self.signer(each, family, opening=opening if at == main else ())
            for at, each in enumerate(numbers)
        ]
        pairs = columns[:-1] if len(columns) == _PAIR_OF_SIGNERS + 1 else columns
        rows = [pairs[at : at + _PAIR_OF_SIGNERS] for at in range(0, len(pairs), _PAIR_OF_SIGNERS)]
        rows += [[column] for column in columns[len(pairs) :]]
        return [column[part] for row in rows for part in range(3) for column in row]

    def _announced(self, count: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Return who enacts and who promulgates: of a regulation, the secretary or whose heading says so."""
        if not is_regulation(self.fields):
            return tuple(range(count)), ()
        announcers = tuple(each for each in range(count) if self._promulgates(f"/penandatangan/{each}"))
        return tuple(each for each in range(count) if each not in announcers), announcers

    def _promulgates(self, name: str) -> bool:
        if heading := self.fields.get(f"{name}/pengantar"):
            return heading.casefold().startswith("diundangkan")
        return (self.fields.get(f"{name}/jabatan") or "").casefold().startswith("sekretaris")

    def _with_announcement(
        self, enacted: tuple[int, ...], announced: tuple[int, ...], opening: Steps
    ) -> Steps:
        legal = Family.PRODUK_HUKUM
        place = self.fields.steps("/tempat", f"Diundangkan di {self.fields.get('/tempat')}")
        promulgation: Steps = (*place, *self.fields.date("pada tanggal"))
        has_heading = self.fields.has(f"/penandatangan/{announced[0]}/pengantar")
        later = self._block(announced, legal, ())
        title = (self.fields.get("/judul") or "").casefold()
        is_own = "kepala" in title or self.fields.office.head_title.casefold() in title
        number = re.match(r"\d{1,4}", self.fields.get("/nomor") or "")
        gazette = (
            f"{'Berita' if is_own else 'Lembaran'} {self.fields.office.desa} Tahun "
            f"{self.fields.day.year if self.fields.day else ''} Nomor {number.group() if number else '…'}"
        )
        return (
            *self._with_caption(self._block(enacted, legal, opening)),
            *(() if has_heading else promulgation),
            *(step for part in later for step in part),
            self.fields.one("/nomor", gazette),
        )

    def _with_caption(self, parts: list[Steps]) -> Steps:
        host, code = self.caption
        caption: Steps = (
            Words("", (host,)),
            Words("", (code,)),
            Words("", (SCAN,)),
            Words("", (KEEP_CLEAR,)),
        )
        ways = []
        for at in range(len(parts) + 1):
            ordered = [*parts[:at], caption, *parts[at:]]
            ways.append(tuple(step for part in ordered for step in part))
        return (AnyOf(tuple(ways)),)

    def _nip(self, name: str) -> Steps:
        label = self.fields.style.signature.nip_label
        digits = sum(each.isdigit() for each in self.fields.get(name) or "")
        return self.fields.labeled(name, label if digits >= _NIP_DIGITS else label.replace("NIP", "NIPD"))

    def _jabatan(self, name: str, *, is_external: bool) -> Steps:
        if self.fields.has(f"{name}/tertulis"):
            return self.fields.steps(f"{name}/tertulis")
        field_name = f"{name}/jabatan"
        text = self.fields.get(field_name)
        parts = _JABATAN.fullmatch(text or "")
        if text is None or parts is None:
            return self.fields.steps(field_name)
        if is_external:
            return self.fields.steps(field_name, f"{text},")
        own, capacity = parts["own"], parts["capacity"] or ""
        if principal := parts["principal"]:
            lead = f"a.n. {post_line(principal, self.fields.office).rstrip(',')}"
            middle = f"{parts['through']} u.b." if parts["through"] else ""
            return self.fields.steps(
                field_name, f"{lead} {middle} {own},", f"{lead} {middle} {capacity}{own},"
            )
        post = f"{capacity}{post_line(own, self.fields.office)},"
        if capacity and own.casefold() != self.fields.office.head_title.casefold():
            post = f"{capacity}{head_of_office(self.fields.office)} {own},"
        return self.fields.steps(field_name, post)


def is_regulation(fields: PrintedFields) -> bool:
    """Return whether it is a Peraturan, which carries the blessing and is promulgated."""
    return (fields.get("/judul") or "").casefold().startswith("peraturan")
