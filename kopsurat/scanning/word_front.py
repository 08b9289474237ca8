"""The front matter of a Word letter: put together from what stands on several lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from kopsurat.content.templates import all_templates
from kopsurat.letter import Arrangement
from kopsurat.scanning.word_markup import ISO_DATE
from kopsurat.scanning.word_reading import REFERENCE, read_date
from kopsurat.scanning.word_signers import signers_of

if TYPE_CHECKING:
    from kopsurat.office import Office
    from kopsurat.scanning.word_parts import WordLetter
    from kopsurat.scanning.word_reading import Reading

__all__ = ["finish"]

_ROW: Final = re.compile(r"- (?P<label>[A-Z][a-z]+) : (?P<value>.*)", re.DOTALL)
_ESCAPED: Final = re.compile(r"\\(.)")


def _kind(titles: tuple[str, ...], *, has_nomor: bool) -> str:
    """Return the letter type that one of the titles is of; other letters are ordinary ones."""
    wanted = [title.casefold() for title in titles]
    found = [each for each in all_templates() if each.title.casefold() in wanted]
    found.sort(key=lambda each: (each.has_nomor is not has_nomor, wanted.index(each.title.casefold())))
    return found[0].code if found else "surat-biasa"


def _is_note(code: str, carried: dict[str, Any]) -> bool:
    """Return whether rows of the front matter are printed before the body, as in a nota dinas."""
    kind = next((each for each in all_templates() if each.code == code), None)
    arrangement = carried.get("susunan") or (kind.arrangement if kind else "")
    return arrangement == Arrangement.NOTE.value


def _take_rows(reading: Reading) -> None:
    """Take the rows with which a nota dinas begins out of the body."""
    while reading.lines and (row := _ROW.fullmatch(reading.lines[0])):
        label, lines = row.group("label").casefold(), row.group("value").split("\\\n")
        values = [_ESCAPED.sub(r"\1", line) for line in lines]
        if label == "kepada":
            reading.recipients = values
        elif label == "tanggal":
            read_date(values[0], reading)
        elif label in REFERENCE:
            reading.front[REFERENCE[label]] = " ".join(values)
        elif label != "dari":
            break
        del reading.lines[0]


def finish(reading: Reading, carried: dict[str, Any], office: Office | None, letter: WordLetter) -> None:
    """Put together what stands on several lines: recipients, copies, signers."""
    front = reading.front
    if "tanggal" not in front and ISO_DATE.fullmatch(letter.created):
        front["tanggal"] = letter.created
        reading.lose("tanggal tidak tercetak, diambil dari keterangan berkas", letter.created)
    if "jenis" not in front:
        titles = (letter.title.removesuffix(front.get("nomor", "")).strip(), front.get("judul", ""))
        front["jenis"] = _kind(titles, has_nomor="nomor" in front)
        reading.lose(f"jenis surat tidak tersimpan di berkas, dipakai {front['jenis']}", "")
    if _is_note(front["jenis"], carried):
        _take_rows(reading)
    texts = [
        re.sub(r"^Yth\.\s*", "", each)
        for each in reading.recipients
        if each not in {"Kepada", "di –", "di -"}
    ]
    marks = [at for at, each in enumerate(reading.recipients) if each in {"di –", "di -"}]
    if texts:
        if marks and marks[-1] + 1 < len(reading.recipients):
            front["di"] = texts.pop()
        front["kepada"] = texts
    copies = [each for each in reading.tembusan if each.rstrip(":").casefold() != "tembusan"]
    if reading.tembusan:
        front["tembusan"] = copies
    if office is not None and front.get("tempat") == office.desa.name:
        del front["tempat"]
    carried_signers = carried.get("penandatangan", {})
    ordered = [carried_signers[place] for place in sorted(carried_signers, key=int)]
    signers = signers_of(reading.signed, ordered, office)
    if signers:
        front["penandatangan"] = signers[0] if len(signers) == 1 else signers
    if not ordered:
        reading.lose("penandatangan", "periksa di surat.md" if signers else "isi sendiri di surat.md")
