"""Legal products (produk hukum): title, number, matter, recitals, decision; penetapan and pengundangan."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from kopsurat.content.blocks import Dictum, Heading, Paragraph, Recitals, plain_text
from kopsurat.layout.body import lay_body
from kopsurat.layout.dateline import place_and_day
from kopsurat.layout.judul import centered
from kopsurat.layout.model import Block, Role
from kopsurat.layout.office_words import head_of_office, regional_title
from kopsurat.letter import Capacity

if TYPE_CHECKING:
    from kopsurat.layout.sheet import Sheet
    from kopsurat.layout.texts import Notes
    from kopsurat.letter import Letter, Signature
    from kopsurat.office import Office

__all__ = [
    "gazette_line",
    "is_regulation",
    "legal_blocks",
    "legal_nomor",
    "opening_lines",
    "promulgates",
    "promulgation_heading",
]

_NUMBER_ONLY: Final = re.compile(r"\d{1,4}$")
_YEAR: Final = re.compile("tahun", re.IGNORECASE)


def is_regulation(letter: Letter) -> bool:
    """Return whether it is a Peraturan, which carries the blessing and is promulgated."""
    return letter.kind.title.casefold().startswith("peraturan")


def legal_nomor(letter: Letter, *, year: str = "TAHUN") -> str:
    """Return the number as legal products print it: ``5 TAHUN 2026`` for ``5``, else as given.

    ``year`` is the word before the year as it is spelt at this place.
    """
    if _NUMBER_ONLY.match(letter.nomor):
        return f"{letter.nomor} {year} {letter.date.year}"
    return _YEAR.sub(year, letter.nomor)


def legal_blocks(letter: Letter, office: Office, sheet: Sheet, notes: Notes) -> tuple[Block, ...]:
    """Return title and body. What the body says itself (the blessing, the office) is not said twice."""
    flow = replace(sheet.flow(centers_headings=True), item_after=0)
    return (*_title(letter, office, sheet), *lay_body(letter.body, flow, notes))


def _title(letter: Letter, office: Office, sheet: Sheet) -> tuple[Block, ...]:
    gap = sheet.pitch
    strong = sheet.sized(sheet.text.size, bold=True)
    tight = sheet.tight
    title = regional_title(letter.kind.title, office).upper()
    blocks = [centered(title, strong, tight, Role.TITLE)]
    if letter.nomor:
        blocks.append(centered(f"NOMOR {legal_nomor(letter)}", strong, tight, Role.NOMOR, gap // 2))
    if letter.perihal:
        blocks.append(centered("TENTANG", strong, tight, Role.TITLE, gap // 2))
        blocks.append(centered(letter.perihal.upper(), strong, tight, Role.TITLE, gap))
    said = _said(letter)
    blessing = sheet.style.legal.blessing
    if is_regulation(letter) and blessing and blessing.upper() not in said:
        blocks.append(centered(blessing, strong, tight, Role.BODY, gap // 2))
    head = f"{head_of_office(office).upper()},"
    is_decree = any(isinstance(block, Recitals | Dictum) for block in letter.body)
    if is_decree and head.rstrip(",") not in said:
        blocks.append(centered(head, strong, tight, Role.BODY, gap))
    return tuple(blocks)


def _said(letter: Letter) -> frozenset[str]:
    """Return the paragraphs and headings before the recitals, in capitals and without a comma at the end."""
    before = takewhile(lambda block: not isinstance(block, Recitals), letter.body)
    return frozenset(
        plain_text(block.content).upper().rstrip(", ")
        for block in before
        if isinstance(block, Paragraph | Heading)
    )


def opening_lines(letter: Letter, office: Office) -> tuple[str, str]:
    """Return ``Ditetapkan di …`` and ``pada tanggal …``."""
    return place_and_day(letter, office, letter.kind.place_words or "Ditetapkan di")


def promulgates(signature: Signature) -> bool:
    """Return whether somebody signs the promulgation: the secretary, or a heading says so."""
    if signature.heading:
        return signature.heading.casefold().startswith("diundangkan")
    signatory = signature.signatory
    return (
        not isinstance(signatory, str)
        and signature.on_behalf is None
        and signature.capacity is Capacity.OWN
        and signatory.jabatan.casefold().startswith("sekretaris")
    )


def promulgation_heading(letter: Letter, office: Office) -> str:
    """Return ``Diundangkan di …`` / ``pada tanggal …``, in two lines."""
    return "\n".join(place_and_day(letter, office, "Diundangkan di"))


def gazette_line(letter: Letter, office: Office) -> str:
    """Return ``LEMBARAN DESA X TAHUN 2026 NOMOR 5`` for a Perdes, ``BERITA DESA …`` for others."""
    kind = letter.kind.title.casefold()
    gazette = "Berita" if "kepala" in kind or office.head_title.casefold() in kind else "Lembaran"
    number = re.match(r"\d{1,4}", letter.nomor)
    printed = number.group() if number else "…"
    return f"{gazette} {office.desa} Tahun {letter.date.year} Nomor {printed}".upper()
