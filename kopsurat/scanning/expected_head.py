"""The letterhead that a letter must show, and the heads of its later pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kopsurat.layout.office_words import head_of_office
from kopsurat.letterhead import HeadPages, LetterheadVariant
from kopsurat.scanning.sequence import AnyOf, Mark, Optional, PageNumber, Words
from kopsurat.scanning.spacing import squashed

if TYPE_CHECKING:
    from kopsurat.scanning.printed_fields import PrintedFields, Steps
    from kopsurat.scanning.sequence import Step

__all__ = ["ExpectedHead"]


class ExpectedHead:
    """The letterhead of the office under one profile."""

    def __init__(self, fields: PrintedFields) -> None:
        self.fields = fields

    def kop(self) -> Steps:
        """Return the letterhead of the first page."""
        variant = self.fields.get("/kop/bentuk")
        variants = [each for each in LetterheadVariant if variant in (None, each.value)]
        return (AnyOf(tuple(self._kop(each) for each in variants)),)

    def page_head(self) -> Step:
        """Return what stands at the top of a later page: its number, a short head, the whole letterhead."""
        dash, nomor = Words("", ("–",)), self.fields.labeled("/nomor", "Nomor")
        is_numbered = self.fields.style.verification.nomor_on_pages
        number: Steps = (dash, PageNumber(), dash, *(nomor if is_numbered else ()))
        place = (*self.fields.steps("/kop/desa"), dash, *self.fields.steps("/kop/kecamatan"))
        counted: Steps = (*nomor, Optional((dash,))) if nomor else ()  # no dash where a line ends
        short: Steps = (*place, *counted, Words("", ("halaman",)), PageNumber())
        form = self.fields.get("/kop/halaman")
        if form == HeadPages.SHORT.value:
            return AnyOf((short,))
        # The first page of a lampiran carries the number alone.
        return AnyOf((number,) if form == HeadPages.FIRST.value else (number, (*self.kop(), *number), short))

    def _kop(self, variant: LetterheadVariant) -> Steps:
        if variant is LetterheadVariant.WITHOUT:
            return ()
        head = self.fields.one("/kop/kepala", head_of_office(self.fields.office))
        desa, kecamatan = self.fields.steps("/kop/desa"), self.fields.steps("/kop/kecamatan")
        kabupaten, own = self.fields.steps("/kop/kabupaten"), self.fields.steps("/kop/lembaga")
        if variant is LetterheadVariant.JABATAN:
            return (head, *(kecamatan if self.fields.style.legal.district_line else ()), *kabupaten)
        unit = {
            LetterheadVariant.KEPALA: (head,),
            LetterheadVariant.SEKRETARIAT: (Words("", ("Sekretariat",)), *desa),
            LetterheadVariant.BPD: own or (Words("", ("Badan Permusyawaratan",)), *desa),
            LetterheadVariant.PEMERINTAH_PANJANG: (Words("", ("Pemerintah",)), *desa),
            LetterheadVariant.RT: own or (Words("", ("Rukun Tetangga",)),),
            LetterheadVariant.RW: own or (Words("", ("Rukun Warga",)),),
            LetterheadVariant.LKD: own or desa,
        }.get(variant, desa)
        if variant is LetterheadVariant.PEMERINTAH and self.fields.style.head.unit_word:
            unit = (Words("", ("Pemerintah",)), *desa)
        lines = [
            ("kabupaten", (Words("", ("Pemerintah",)), *kabupaten)),
            ("kecamatan", kecamatan),
            ("desa", unit),
        ]
        if variant in (LetterheadVariant.LKD, LetterheadVariant.RW, LetterheadVariant.RT):
            lines = [("", unit), ("desa", desa), ("kecamatan", (*kecamatan, *kabupaten))]
        lettered = [step for key, line in lines for step in self._with_script(key, line)]
        return (*lettered, *self._address(), *self._contacts())

    def _with_script(self, key: str, line: Steps) -> Steps:
        """Return a line with that in the local script, whose letters programs join and order anew."""
        text = squashed(self.fields.get(f"/kop/aksara/{key}") or "")
        if not text:
            return line
        first, last = min(map(ord, text)) & ~0xFF, max(map(ord, text)) | 0xFF
        letters = f"[{re.escape(chr(first))}-{re.escape(chr(last))}]"
        script = Mark(re.compile(f"{letters}{{{len(text) // 2},{len(text) * 2}}}"))
        is_above = (self.fields.get("/kop/letak_aksara") or self.fields.style.head.script_position) == "atas"
        return (script, *line) if is_above else (*line, script)

    def _address(self) -> Steps:
        code = self.fields.get("/kop/kode_pos")
        if not code or code in (self.fields.get("/kop/alamat") or ""):
            return self.fields.steps("/kop/alamat")
        return (
            *self.fields.steps("/kop/alamat"),
            Words("/kop/kode_pos", (f", Kode Pos {code}", f"Kode Pos {code}")),
        )

    def _contacts(self) -> Steps:
        """Return the contact line as the profile prints it; at a line break its separator is dropped."""
        from kopsurat.contacts.card import PROFILES as CONTACT_LINES

        name = "/kop/kontak"
        text = self.fields.get(name)
        if text is None:
            return self.fields.steps(name)
        labels = dict(CONTACT_LINES["lengkap"].parts)
        parts = {
            key: part.removeprefix(label)
            for part in text.split(CONTACT_LINES["lengkap"].separator)
            for key, label in labels.items()
            if part.startswith(label)
        }
        chosen = self.fields.get("/kop/gaya_kontak") or "seed"
        line = CONTACT_LINES["lengkap" if chosen == "seed" and self.fields.style.head.extras else chosen]
        separator = Optional((Words("", (line.separator,)),))
        present = [Words(name, (label + parts[key],)) for key, label in line.parts if key in parts]
        return tuple(step for part in present for step in (separator, part))[1:]
