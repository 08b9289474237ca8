"""What a letter must show, from its first line to its last, by its sealed fields.

The order is that of the layout (docs/architecture.md): letterhead, head of the letter, body, signatures
with the caption of the QR code, footnotes, copies, lampiran. Labels and lines on which profiles differ are
those of one profile throughout.
"""

from __future__ import annotations

import contextlib
import re
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from kopsurat.dates import roman
from kopsurat.layout.office_words import head_of_office, regional_title
from kopsurat.layout.profile import PROFILES, builtin_style, parse_profile
from kopsurat.letter import Arrangement, Family
from kopsurat.scanning.expected_body import ExpectedBody
from kopsurat.scanning.expected_head import ExpectedHead
from kopsurat.scanning.expected_signatures import ExpectedSignatures, is_regulation
from kopsurat.scanning.printed_fields import PrintedFields, items
from kopsurat.scanning.sequence import AnyOf, Optional, Words
from kopsurat.scanning.spacing import squashed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kopsurat.layout.style import Style
    from kopsurat.scanning.printed_fields import Steps, Tree
    from kopsurat.scanning.sequence import Step
    from kopsurat.seal.commitment import LetterFile
    from kopsurat.seal.jcs import Json

__all__ = ["Script", "scripts"]

_NUMBER: Final = re.compile(r"\d{1,4}$")


@dataclass(frozen=True, slots=True)
class Script:
    """What a letter shows under one profile: text, the head of later pages, the footnotes in order.

    ``marked`` are pairs of a field and its text with the marks of footnotes in it.
    """

    steps: Steps
    page_head: Steps
    notes: tuple[str, ...]
    marked: tuple[tuple[str, str], ...]


def scripts(file: LetterFile, *, host: str, code: str, has_pages: bool) -> Iterator[Script]:
    """Yield what the letter in ``file`` shows: under the profile of its office, then under the built-in ones.

    ``host`` and ``code`` are those under the QR code. Where the text is not divided into pages, the heads of
    later pages stand once before everything else.
    """
    for style in _styles(file.values().get("/kop/profil")):
        fields = PrintedFields(file, style)
        kop, letter = ExpectedHead(fields), _Letter(fields, (host, code), has_pages=has_pages)
        head = (kop.page_head(),)
        heads = () if has_pages else (Optional(head),) * (2 + len(fields.list_of("/lampiran_isi")))
        form = fields.get("/bentuk")
        families = [each for each in Family if form in (None, each.value)]
        ways = tuple((*kop.kop(), *letter.content(each)) for each in families)
        yield Script((*heads, AnyOf(ways)), head, tuple(letter.body.notes), tuple(letter.body.marked))


def _styles(own: Json) -> Iterator[Style]:
    others = [name for name in PROFILES if name != own]
    if own in PROFILES:
        yield builtin_style(str(own))
    elif isinstance(own, str):
        with contextlib.suppress(ExceptionGroup):
            yield parse_profile(own)
    for name in others:
        yield builtin_style(name)


class _Letter:
    """Everything under the letterhead. ``caption`` is the host and the typed code under the QR code."""

    def __init__(self, fields: PrintedFields, caption: tuple[str, str], *, has_pages: bool) -> None:
        self.fields = fields
        self.has_pages = has_pages
        self.signatures = ExpectedSignatures(fields, caption)
        self.body = ExpectedBody(fields, has_pages=has_pages)

    def content(self, family: Family) -> Steps:
        """Return everything under the letterhead."""
        self.body = ExpectedBody(self.fields, has_pages=self.has_pages)
        head = {
            Family.KORESPONDENSI: self._correspondence,
            Family.JUDUL: self._titled,
            Family.PRODUK_HUKUM: self._legal,
            Family.TABEL: self._tabular,
        }[family]
        if self.fields.get("/susunan") == Arrangement.NOTE.value:
            head = self._note
        body = self.body.part("isi")
        appendices = self._appendices(family)
        closing = () if self.has_pages else self.body.closing()
        return (
            *self.fields.steps("/kode_formulir"),
            *head(),
            *body,
            *self.signatures.signatures(family),
            *self._tembusan(),
            *appendices,
            *closing,
        )

    def _recipients(self) -> Steps:
        names = self.fields.list_of("/kepada")
        if not names:
            return ()
        first = self.fields.get(names[0]) or ""
        lead = () if first.startswith("Yth") else (Words("", ("Yth.",)),)
        lines = [step for name in names for step in self.fields.steps(name)]
        place = self.fields.labeled("/di", "di –")
        return (Words("", ("Kepada",)), *lead, *lines, *place)

    def _correspondence(self) -> Steps:
        rows = self._references()
        date = self.fields.dateline()
        return (
            AnyOf(((*rows, *date), (*date, *rows))),
            *self._recipients(),
        )  # on narrow paper the date is first

    def _references(self) -> Steps:
        return (
            *self.fields.labeled("/nomor", "Nomor:"),
            *self.fields.labeled("/sifat", "Sifat:"),
            *self.fields.labeled("/lampiran", "Lampiran:"),
            *self.fields.labeled("/perihal", f"{self.fields.style.correspondence.subject_label}:"),
        )

    def _title(self) -> Steps:
        title = self.fields.get("/judul") or ""
        return (self.fields.one("/judul", regional_title(title, self.fields.office)),)

    def _titled(self) -> Steps:
        return (*self._titles(), *self._recipients())

    def _titles(self) -> Steps:
        nomor = self.fields.labeled("/nomor", self.fields.style.title.nomor_label)
        return (*self._title(), *nomor, *self.fields.labeled("/perihal", "TENTANG"))

    def _note(self) -> Steps:
        """Return the title and the rows of a nota dinas; who it is from is the office of its signer."""
        names = self.fields.list_of("/kepada")
        first = self.fields.get(names[0]) if names else None
        lead = () if first is None or first.startswith("Yth") else (Words("", ("Yth.",)),)
        recipients = [step for name in names for step in self.fields.steps(name)]
        return (
            *self._title(),
            *((Words("", ("Kepada:",)), *lead, *recipients) if names else ()),
            *self.signatures.sender(),
            *self.fields.date("Tanggal:"),
            *self._references(),
        )

    def _tabular(self) -> Steps:
        address = self._recipients()
        return (*(self.fields.dateline() if address else ()), *address, *self._titles())

    def _legal(self) -> Steps:
        number = self.fields.steps("/nomor", self._legal_nomor())
        blessing, head = self.fields.style.legal.blessing, f"{head_of_office(self.fields.office)},"
        blessed = self._unless_said(Words("", (blessing,))) if is_regulation(self.fields) and blessing else ()
        headed = self._unless_said(self.fields.one("/kop/kepala", head)) if self._is_decree() else ()
        return (
            *self._title(),
            *((Words("", ("NOMOR",)), *number) if number else ()),
            *self.fields.labeled("/perihal", "TENTANG"),
            *blessed,
            *headed,
        )

    def _legal_nomor(self) -> str:
        """Return the number of a legal product, which goes with its year."""
        nomor = self.fields.get("/nomor") or ""
        year = self.fields.day.year if self.fields.day else ""
        return f"{nomor} TAHUN {year}" if _NUMBER.match(nomor) else nomor

    def _unless_said(self, step: Step) -> Steps:
        """Return a line of the head, which is left out where the body says it itself before its recitals.

        Files of older versions also left it out where the body says it later.
        """
        text = step.texts[0] if isinstance(step, Words) else ""
        names = items(self.fields.tree.get("isi", ""))
        said = [self._said(name) for name in names]
        if squashed(text).rstrip(",") not in said:
            return (step,)
        before = list(
            takewhile(lambda node: isinstance(node, str) or not {"butir", "label"} <= node.keys(), names)
        )
        is_before = squashed(text).rstrip(",") in said[: len(before)]
        return () if is_before else (Optional((step,)),)

    def _is_decree(self) -> bool:
        """Return whether recitals or clauses under a label stand in the body."""
        blocks = [each for each in items(self.fields.tree.get("isi", "")) if isinstance(each, dict)]
        return any("label" in each and ("butir" in each or "isi" in each) for each in blocks)

    def _said(self, node: Tree) -> str:
        """Return a paragraph of the body as the head would say it."""
        return squashed(self.fields.get(node) or "").rstrip(",") if isinstance(node, str) else ""

    def _tembusan(self) -> Steps:
        names = self.fields.list_of("/tembusan")
        if not names:
            return ()
        steps: list[Step] = [Words("", ("Tembusan:",))]
        for number, name in enumerate(names, 1):
            steps += (Words("", (f"{number}.",)),) if len(names) > 1 else ()
            steps += self.fields.steps(name)
        return tuple(steps)

    def _appendix_nomor(self, family: Family) -> Steps:
        own = self.fields.get("/nomor") or ""
        forms = (own, self._legal_nomor()) if family is Family.PRODUK_HUKUM else (own,)
        number = self.fields.steps("/nomor", *forms)
        return (Words("", ("Nomor:",)), *number) if number else ()

    def _appendices(self, family: Family) -> Steps:
        steps: list[Step] = []
        names = self.fields.list_of("/lampiran_isi")
        title = regional_title(self.fields.get("/judul") or "", self.fields.office)
        for at, name in enumerate(names, 1):
            label = f"Lampiran {roman(at)}" if len(names) > 1 else "Lampiran"
            steps += [Words("", (f"{label}:",)), self.fields.one("/judul", title)]
            steps += self._appendix_nomor(family)
            steps += self.fields.date("Tanggal:")
            if family is Family.PRODUK_HUKUM:  # files of older versions do without
                steps.append(Optional(self.fields.labeled("/perihal", "Tentang:")))
            steps += self.fields.steps(f"{name}/judul")
            steps += self.body.part(f"{name.strip('/')}/isi")
            if family is Family.PRODUK_HUKUM and self.fields.list_of("/penandatangan"):
                steps += [each for part in self.signatures.signer(0, family, opening=()) for each in part]
        return tuple(steps)
