"""What a letter must show, from its first line to its last, by its sealed fields.

The order is that of the layout (docs/architecture.md): letterhead, head of the letter, body, signatures
with the caption of the QR code, footnotes, copies, lampiran. Labels and lines on which profiles differ are
those of one profile throughout.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import functools
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias

from kopsurat.contacts.card import PROFILES as CONTACT_LINES
from kopsurat.dates import format_date, roman
from kopsurat.layout.office_words import head_of_office, post_line, regional_title, without_titles
from kopsurat.layout.profile import PROFILES, builtin_style, parse_profile
from kopsurat.layout.verification import KEEP_CLEAR, SCAN
from kopsurat.letter import Family
from kopsurat.letterhead import HeadPages, LetterheadVariant
from kopsurat.office import Level, Office
from kopsurat.scanning.sequence import AnyOf, Hidden, Mark, Optional, PageNumber, Row, Words, squashed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kopsurat.layout.style import Style
    from kopsurat.scanning.sequence import Step
    from kopsurat.seal.commitment import LetterFile
    from kopsurat.seal.jcs import Json

__all__ = ["Script", "scripts"]

Steps: TypeAlias = "tuple[Step, ...]"
Tree: TypeAlias = "dict[str, Tree] | str"
"""The fields under a pointer, nested; a leaf is its own pointer."""

_JABATAN: Final = re.compile(
    r"(?:a\.n\. (?P<principal>.+?), )?(?:u\.b\. (?P<through>.+?), )?(?P<capacity>P(?:j|lt|lh)\. )?(?P<own>.+)"
)
_NUMBER: Final = re.compile(r"\d{1,4}$")
_PAIR_OF_SIGNERS: Final = 2
_NIP_DIGITS: Final = 18
"""A shorter number is the village's own (NIPD)."""


@dataclass(frozen=True, slots=True)
class Script:
    """What a letter shows under one profile: text, the head of later pages, the footnotes in order."""

    steps: Steps
    page_head: Steps
    notes: tuple[str, ...]


def scripts(file: LetterFile, *, host: str, code: str, has_pages: bool) -> Iterator[Script]:
    """Yield what the letter in ``file`` shows: under the profile of its office, then under the built-in ones.

    ``host`` and ``code`` are those under the QR code. Where the text is not divided into pages, the heads of
    later pages stand once before everything else.
    """
    for style in _styles(file.values().get("/kop/profil")):
        letter = _Letter(file, (host, code), style, has_pages)
        head = (letter.page_head(),)
        heads = () if has_pages else (Optional(head),) * (2 + len(letter.list_of("/lampiran_isi")))
        form = letter.get("/bentuk")
        families = [each for each in Family if form in (None, each.value)]
        ways = tuple((*letter.kop(), *heads, *letter.content(each)) for each in families)
        yield Script((*heads, AnyOf(ways)), head, tuple(letter.notes))


def _styles(own: Json) -> Iterator[Style]:
    others = [name for name in PROFILES if name != own]
    if own in PROFILES:
        yield builtin_style(str(own))
    elif isinstance(own, str):
        with contextlib.suppress(ExceptionGroup):
            yield parse_profile(own)
    for name in others:
        yield builtin_style(name)


@dataclass
class _Letter:
    """The fields of a letter file as steps. ``caption`` is the host and the typed code under the QR code."""

    file: LetterFile
    caption: tuple[str, str]
    style: Style
    has_pages: bool
    notes: list[str] = field(default_factory=list)
    first_note: int = 0
    """The first note of this part: the same note again has its mark only within the letter or a lampiran."""

    def __post_init__(self) -> None:
        self.values = self.file.values()
        self.names = frozenset(name for name, _ in self.file.fields)
        self.tree = _nested(self.names)

    # ---- fields

    def get(self, name: str) -> str | None:
        """Return the text of a field, None where it is absent, hidden or no text."""
        value = self.values.get(name)
        return value if isinstance(value, str) else None

    def has(self, name: str) -> bool:
        return name in self.names

    def steps(self, name: str, *forms: str) -> Steps:
        """Return the step of one field: its forms (itself by default), anything if hidden, none if absent."""
        text = self.get(name)
        if text is not None:
            return (Words(name, forms or (text,)),)
        return (Hidden(name),) if self.has(name) and name not in self.values else ()

    def labeled(self, name: str, *labels: str) -> Steps:
        value = self.steps(name)
        return (Words("", labels), *value) if value else ()

    def list_of(self, name: str) -> list[str]:
        """Return the pointers of the items of a list, in order."""
        node = self.tree.get(name.strip("/"))
        return [f"{name}/{key}" for key in _sorted(node)] if isinstance(node, dict) else []

    @functools.cached_property
    def office(self) -> Office:
        def level(name: str) -> Level:
            word, _, rest = (self.get(f"/kop/{name}") or "").partition(" ")
            return Level(word=word, name=rest)

        return Office(
            desa=level("desa"),
            kecamatan=level("kecamatan"),
            kabupaten=level("kabupaten"),
            head_title=self.get("/kop/kepala") or "Kepala Desa",
        )

    @functools.cached_property
    def day(self) -> dt.date | None:
        try:
            return dt.date.fromisoformat(self.get("/tanggal") or "")
        except ValueError:
            return None

    def date(self, before: str = "") -> Steps:
        if self.day is None:
            return (Hidden("/tanggal"),)
        return (Words("/tanggal", (before + format_date(self.day),)),)

    # ---- letterhead

    def kop(self) -> Steps:
        """Return the letterhead of the first page."""
        variant = self.get("/kop/bentuk")
        variants = [each for each in LetterheadVariant if variant in (None, each.value)]
        return (AnyOf(tuple(self._kop(each) for each in variants)),)

    def _kop(self, variant: LetterheadVariant) -> Steps:
        if variant is LetterheadVariant.WITHOUT:
            return ()
        head = self._text("/kop/kepala", head_of_office(self.office))
        desa, kecamatan = self.steps("/kop/desa"), self.steps("/kop/kecamatan")
        kabupaten, own = self.steps("/kop/kabupaten"), self.steps("/kop/lembaga")
        if variant is LetterheadVariant.JABATAN:
            return (head, *(kecamatan if self.style.legal.district_line else ()), *kabupaten)
        unit = {
            LetterheadVariant.KEPALA: (head,),
            LetterheadVariant.SEKRETARIAT: (Words("", ("Sekretariat",)), *desa),
            LetterheadVariant.BPD: own or (Words("", ("Badan Permusyawaratan",)), *desa),
            LetterheadVariant.PEMERINTAH_PANJANG: (Words("", ("Pemerintah",)), *desa),
            LetterheadVariant.RT: own or (Words("", ("Rukun Tetangga",)),),
            LetterheadVariant.RW: own or (Words("", ("Rukun Warga",)),),
            LetterheadVariant.LKD: own or desa,
        }.get(variant, desa)
        if variant is LetterheadVariant.PEMERINTAH and self.style.head.unit_word:
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
        text = squashed(self.get(f"/kop/aksara/{key}") or "")
        if not text:
            return line
        first, last = min(map(ord, text)) & ~0xFF, max(map(ord, text)) | 0xFF
        letters = f"[{re.escape(chr(first))}-{re.escape(chr(last))}]"
        script = Mark(re.compile(f"{letters}{{{len(text) // 2},{len(text) * 2}}}"))
        is_above = (self.get("/kop/letak_aksara") or self.style.head.script_position) == "atas"
        return (script, *line) if is_above else (*line, script)

    def _address(self) -> Steps:
        code = self.get("/kop/kode_pos")
        if not code or code in (self.get("/kop/alamat") or ""):
            return self.steps("/kop/alamat")
        return (
            *self.steps("/kop/alamat"),
            Words("/kop/kode_pos", (f", Kode Pos {code}", f"Kode Pos {code}")),
        )

    def _contacts(self) -> Steps:
        """Return the contact line in each of its profiles; at a line break its separator is dropped."""
        name = "/kop/kontak"
        text = self.get(name)
        if text is None:
            return self.steps(name)
        labels = dict(CONTACT_LINES["lengkap"].parts)
        parts = {
            key: part.removeprefix(label)
            for part in text.split(CONTACT_LINES["lengkap"].separator)
            for key, label in labels.items()
            if part.startswith(label)
        }
        chosen = self.get("/kop/gaya_kontak") or "seed"
        line = CONTACT_LINES["lengkap" if chosen == "seed" and self.style.head.extras else chosen]
        separator = Optional((Words("", (line.separator,)),))
        present = [Words(name, (label + parts[key],)) for key, label in line.parts if key in parts]
        return tuple(step for part in present for step in (separator, part))[1:]

    def page_head(self) -> Step:
        """Return what stands at the top of a later page: its number, a short head, the whole letterhead."""
        dash, nomor = Words("", ("–",)), self.labeled("/nomor", "Nomor")
        is_numbered = self.style.verification.nomor_on_pages
        number: Steps = (dash, PageNumber(), dash, *(nomor if is_numbered else ()))
        place = (*self.steps("/kop/desa"), dash, *self.steps("/kop/kecamatan"))
        counted: Steps = (*nomor, dash) if nomor else ()
        short: Steps = (*place, *counted, Words("", ("halaman",)), PageNumber())
        form = self.get("/kop/halaman")
        if form == HeadPages.SHORT.value:
            return AnyOf((short,))
        # The first page of a lampiran carries the number alone.
        return AnyOf((number,) if form == HeadPages.FIRST.value else (number, (*self.kop(), *number), short))

    # ---- the letter

    def content(self, family: Family) -> Steps:
        """Return everything under the letterhead."""
        self.notes, self.first_note = [], 0
        head = {
            Family.KORESPONDENSI: self._correspondence,
            Family.JUDUL: self._titled,
            Family.PRODUK_HUKUM: self._legal,
            Family.TABEL: self._tabular,
        }[family]()
        body = self._body("isi")
        appendices = self._appendices(family)
        closing = () if self.has_pages else self._closing()
        return (*head, *body, *self._signatures(family), *self._tembusan(), *appendices, *closing)

    def _text(self, name: str, *forms: str) -> Step:
        is_hidden = self.has(name) and name not in self.values
        return Hidden(name) if is_hidden else Words(name, forms)

    def _dateline(self) -> Steps:
        place = self.steps("/tempat", f"{self.get('/tempat')},")
        if not self.style.correspondence.date_place and self.get("/tempat") == self.office.desa.name:
            place = (Optional(place),)  # left out unless the letter names a place of its own
        return (*place, *self.date())

    def _recipients(self) -> Steps:
        names = self.list_of("/kepada")
        if not names:
            return ()
        first = self.get(names[0]) or ""
        lead = () if first.startswith("Yth") else (Words("", ("Yth.",)),)
        lines = [step for name in names for step in self.steps(name)]
        place = self.labeled("/di", "di –")
        return (Words("", ("Kepada",)), *lead, *lines, *place)

    def _correspondence(self) -> Steps:
        return (
            *self.labeled("/nomor", "Nomor:"),
            *self.labeled("/sifat", "Sifat:"),
            *self.labeled("/lampiran", "Lampiran:"),
            *self.labeled("/perihal", f"{self.style.correspondence.subject_label}:"),
            *self._dateline(),
            *self._recipients(),
        )

    def _title(self) -> Steps:
        title = self.get("/judul") or ""
        return (self._text("/judul", regional_title(title, self.office)),)

    def _titled(self) -> Steps:
        return (*self._titles(), *self._recipients())

    def _titles(self) -> Steps:
        nomor = self.labeled("/nomor", self.style.title.nomor_label)
        return (*self._title(), *nomor, *self.labeled("/perihal", "TENTANG"))

    def _tabular(self) -> Steps:
        address = self._recipients()
        return (*(self._dateline() if address else ()), *address, *self._titles())

    def _legal(self) -> Steps:
        nomor = self.get("/nomor") or ""
        is_bare = _NUMBER.match(nomor) is not None
        printed = f"{nomor} TAHUN {self.day.year if self.day else ''}" if is_bare else nomor
        number = self.steps("/nomor", printed)
        blessing, head = self.style.legal.blessing, f"{head_of_office(self.office)},"
        said = self._said()
        is_blessed = blessing and self._is_regulation() and squashed(blessing) not in said
        is_headed = self._is_decree() and squashed(head).rstrip(",") not in said
        return (
            *self._title(),
            *((Words("", ("NOMOR",)), *number) if number else ()),
            *self.labeled("/perihal", "TENTANG"),
            *((Words("", (blessing,)),) if is_blessed else ()),
            *((self._text("/kop/kepala", head),) if is_headed else ()),
        )

    def _is_regulation(self) -> bool:
        return (self.get("/judul") or "").casefold().startswith("peraturan")

    def _is_decree(self) -> bool:
        """Return whether recitals or clauses under a label stand in the body."""
        blocks = [each for each in _items(self.tree.get("isi", "")) if isinstance(each, dict)]
        return any("label" in each and ("butir" in each or "isi" in each) for each in blocks)

    def _said(self) -> frozenset[str]:
        """Return the paragraphs of the body, which the head does not say once more."""
        names = [each for each in _items(self.tree.get("isi", "")) if isinstance(each, str)]
        return frozenset(squashed(self.get(name) or "").rstrip(",") for name in names)

    def _tembusan(self) -> Steps:
        names = self.list_of("/tembusan")
        if not names:
            return ()
        steps: list[Step] = [Words("", ("Tembusan:",))]
        for number, name in enumerate(names, 1):
            steps += (Words("", (f"{number}.",)),) if len(names) > 1 else ()
            steps += self.steps(name)
        return tuple(steps)

    def _appendices(self, family: Family) -> Steps:
        steps: list[Step] = []
        names = self.list_of("/lampiran_isi")
        title = regional_title(self.get("/judul") or "", self.office)
        for at, name in enumerate(names, 1):
            self.first_note = len(self.notes)
            label = f"Lampiran {roman(at)}" if len(names) > 1 else "Lampiran"
            steps += [Words("", (f"{label}:",)), self._text("/judul", title)]
            steps += self.labeled("/nomor", "Nomor:")
            steps += self.date("Tanggal:")
            steps += self.steps(f"{name}/judul")
            steps += self._body(f"{name.strip('/')}/isi")
            if family is Family.PRODUK_HUKUM and self.list_of("/penandatangan"):
                steps += [each for part in self._signer(0, family, opening=()) for each in part]
        return tuple(steps)

    # ---- signatures

    def _signatures(self, family: Family) -> Steps:
        """Return the signatures with the caption of the QR code somewhere between their parts."""
        count = len(self.list_of("/penandatangan"))
        is_legal = family is Family.PRODUK_HUKUM
        has_address = family is Family.TABEL and bool(self.list_of("/kepada"))
        opening: Steps = () if family is Family.KORESPONDENSI or has_address else self._dateline()
        if is_legal:
            place = self.steps("/tempat", f"Ditetapkan di {self.get('/tempat')}")
            opening = (*place, *self.date("pada tanggal"))
            enacted, announced = self._announced(count)
            if announced:
                return self._with_announcement(enacted, announced, opening)
        return self._with_caption(self._block(tuple(range(count)), family, opening))

    def _block(self, numbers: tuple[int, ...], family: Family, opening: Steps) -> list[Steps]:
        """Return the parts of signature blocks in printing order: two side by side, a third below."""
        main = min(len(numbers) - 1, 1)
        columns = [
            self._signer(each, family, opening=opening if at == main else ())
            for at, each in enumerate(numbers)
        ]
        pairs = columns[:-1] if len(columns) == _PAIR_OF_SIGNERS + 1 else columns
        rows = [pairs[at : at + _PAIR_OF_SIGNERS] for at in range(0, len(pairs), _PAIR_OF_SIGNERS)]
        rows += [[column] for column in columns[len(pairs) :]]
        return [column[part] for row in rows for part in range(3) for column in row]

    def _announced(self, count: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Return who enacts and who promulgates: of a regulation, the secretary or whose heading says so."""
        if not self._is_regulation():
            return tuple(range(count)), ()
        announcers = tuple(each for each in range(count) if self._promulgates(f"/penandatangan/{each}"))
        return tuple(each for each in range(count) if each not in announcers), announcers

    def _promulgates(self, name: str) -> bool:
        if heading := self.get(f"{name}/pengantar"):
            return heading.casefold().startswith("diundangkan")
        return (self.get(f"{name}/jabatan") or "").casefold().startswith("sekretaris")

    def _with_announcement(
        self, enacted: tuple[int, ...], announced: tuple[int, ...], opening: Steps
    ) -> Steps:
        legal = Family.PRODUK_HUKUM
        place = self.steps("/tempat", f"Diundangkan di {self.get('/tempat')}")
        promulgation: Steps = (*place, *self.date("pada tanggal"))
        has_heading = self.has(f"/penandatangan/{announced[0]}/pengantar")
        later = self._block(announced, legal, ())
        title = (self.get("/judul") or "").casefold()
        is_own = "kepala" in title or self.office.head_title.casefold() in title
        number = re.match(r"\d{1,4}", self.get("/nomor") or "")
        gazette = (
            f"{'Berita' if is_own else 'Lembaran'} {self.office.desa} Tahun "
            f"{self.day.year if self.day else ''} Nomor {number.group() if number else '…'}"
        )
        return (
            *self._with_caption(self._block(enacted, legal, opening)),
            *(() if has_heading else promulgation),
            *(step for part in later for step in part),
            self._text("/nomor", gazette),
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

    def _signer(self, number: int, family: Family, *, opening: Steps) -> tuple[Steps, Steps, Steps]:
        """Return opening, title and name of one signer."""
        name = f"/penandatangan/{number}"
        is_external = self.values.get(f"{name}/luar") is True
        full = self.get(f"{name}/nama") or ""
        is_bare = family is Family.PRODUK_HUKUM and not is_external and not self.style.legal.titles
        named = self.steps(f"{name}/nama", without_titles(full) if is_bare else full)
        duty = (Words("", ("Meterai",)),) if self.values.get(f"{name}/meterai") is True else ()
        blank = () if full else (Optional((Words("", ("()",)),)),)
        below = (*self.steps(f"{name}/pangkat"), *self._nip(f"{name}/nip"))
        return (
            (*opening, *self.steps(f"{name}/pengantar")),
            self._jabatan(name, is_external=is_external),
            (*duty, *named, *blank, *below),
        )

    def _nip(self, name: str) -> Steps:
        label = self.style.signature.nip_label
        digits = sum(each.isdigit() for each in self.get(name) or "")
        return self.labeled(name, label if digits >= _NIP_DIGITS else label.replace("NIP", "NIPD"))

    def _jabatan(self, name: str, *, is_external: bool) -> Steps:
        if self.has(f"{name}/tertulis"):
            return self.steps(f"{name}/tertulis")
        field_name = f"{name}/jabatan"
        text = self.get(field_name)
        parts = _JABATAN.fullmatch(text or "")
        if text is None or parts is None:
            return self.steps(field_name)
        if is_external:
            return self.steps(field_name, f"{text},")
        own, capacity = parts["own"], parts["capacity"] or ""
        if principal := parts["principal"]:
            lead = f"a.n. {post_line(principal, self.office).rstrip(',')}"
            middle = f"{parts['through']} u.b." if parts["through"] else ""
            return self.steps(field_name, f"{lead} {middle} {own},", f"{lead} {middle} {capacity}{own},")
        post = f"{capacity}{post_line(own, self.office)},"
        if capacity and own.casefold() != self.office.head_title.casefold():
            post = f"{capacity}{head_of_office(self.office)} {own},"
        return self.steps(field_name, post)

    # ---- the body

    def _body(self, path: str) -> Steps:
        node: Tree = self.tree
        for key in path.split("/"):
            node = node.get(key, {}) if isinstance(node, dict) else {}
        return tuple(self._flow(node))

    def _flow(self, node: Tree) -> Iterator[Step]:
        """Yield the steps of a list of blocks."""
        if isinstance(node, str):
            return
        for key in _sorted(node):
            yield from self._block_of(node[key])

    def _block_of(self, node: Tree) -> Iterator[Step]:
        if _is_inline(node):
            yield from self._inline(node)
        elif isinstance(node, str):
            return
        elif "tabel" in node:
            yield from self._table(node)
        elif "kutipan" in node:
            yield from self._flow(node["kutipan"])
        elif "kolom" in node:
            columns = node["kolom"]
            yield Row(tuple(tuple(self._flow(each)) for each in _items(columns)))
        elif "butir" in node:
            yield from self._marked(node)
        elif "label" in node:
            yield from self._inline(node.get("angka", ""))
            yield from self._inline(node["label"])
            yield Words("", (":",))
            yield from self._inline(node.get("nilai", ""))
            yield from self._flow(node.get("isi", {}))

    def _marked(self, node: dict[str, Tree]) -> Iterator[Step]:
        """Yield the items of a list or of recitals, each behind its mark."""
        if "label" in node:
            yield from self._inline(node["label"])
            yield Words("", (":",))
        marks = _items(node.get("tanda", {}))
        for at, item in enumerate(_items(node["butir"])):
            yield from self._inline(marks[at] if at < len(marks) else "")
            yield from self._cell(item)

    def _table(self, node: dict[str, Tree]) -> Iterator[Step]:
        yield from self._inline(node.get("judul", ""))
        rows = [[tuple(self._cell(cell)) for cell in _items(row)] for row in _items(node["tabel"])]
        count = self.values.get(str(node.get("kepala", "")))
        head = "".join(
            squashed(step.texts[0])
            for row in rows[: count if isinstance(count, int) else 0]
            for cell in row
            for step in cell
            if isinstance(step, Words)
        )
        for row in rows:
            yield Row(tuple(row), (head,) if head else ())

    def _cell(self, node: Tree) -> Iterator[Step]:
        yield from self._inline(node) if _is_inline(node) else self._flow(node)

    def _inline(self, node: Tree) -> Iterator[Step]:
        """Yield a text; its footnotes are marks in it, whose texts come later."""
        if isinstance(node, str):
            if node:
                yield from self.steps(node)
            return
        notes = _items(node.get("catatan", {}))
        for at, piece in enumerate(_items(node.get("teks", {}))):
            yield from self._inline(piece)
            if at < len(notes):
                mark = Words("", (str(self._note(self.get(str(notes[at])) or "")),))
                yield mark if self.has_pages else Optional((mark,))

    def _note(self, text: str) -> int:
        """Return the number of a footnote."""
        if text not in self.notes[self.first_note :]:
            self.notes.append(text)
        return self.notes.index(text, self.first_note) + 1

    def _closing(self) -> Steps:
        """Return the footnotes as a DOCX has them: behind everything, their numbers mostly left to Word."""
        numbered = enumerate(self.notes, 1)
        return tuple(
            step
            for number, text in numbered
            for step in (Optional((Words("", (str(number),)),)), Words("", (text,)))
        )


def _nested(names: frozenset[str]) -> dict[str, Tree]:
    """Return JSON Pointers as a tree whose leaves are the pointers themselves."""
    tree: dict[str, Tree] = {}
    for name in names:
        *path, last = name.split("/")[1:] or [""]
        node = tree
        for key in path:
            inner = node.setdefault(key, {})
            node = inner if isinstance(inner, dict) else {}
        node.setdefault(last, name)
    return tree


def _is_inline(node: Tree) -> bool:
    return isinstance(node, str) or "teks" in node


def _sorted(node: Mapping[str, Tree]) -> list[str]:
    return sorted(node, key=lambda key: (0, int(key), "") if key.isdecimal() else (1, 0, key))


def _items(node: Tree) -> list[Tree]:
    return [] if isinstance(node, str) else [node[key] for key in _sorted(node)]
