"""Cutting a text into telephone entries: labels, notes in brackets, extensions and separators."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from kopsurat.contacts.folding import without_lone_bracket
from kopsurat.contacts.numbering import EMERGENCY, PUBLIC_SERVICE

__all__ = ["EXTENSIONS", "Entry", "cut_entries", "first_extensions", "numbered", "split_bare_extension"]

_WHATSAPP: Final = r"whats\s?app|wattsapp|watsapp|w\.?a\b\.?"
_FAX: Final = r"fa(?:ks|x|cs)(?:imil[a-z]{0,4})?|f(?=\s*[.:])|(?-i:F)(?=\s(?:[+(0]|62))"
_EMERGENCY: Final = r"darurat|gawat\s+darurat|emergency|emergensi"
_TELEPHONE: Final = (
    r"te?le?pon|telpon|telepun|telf?p?|telephone|telefon|tlpn?|tilp|tlf|phone|ph|handphone|hand\s+phone|hp|ponsel|seluler"
    r"|mobile|gsm|narahubung|halo|t(?=\s*[.:])|(?-i:[TP])(?=\s(?:[+(0]|62))|p(?=\s*:)|m(?=\s*:)|cp(?=\s*[.:])|kontak|contact|hub(?:ungi|\.|(?=\s*:))|hotline|call"
)
_NEUTRAL: Final = (
    r"cent(?:er|re)|person|nomor|nomer|no(?=[\s.:])|kantor|kelurahan|desa|balai|sekretariat|kepala|kades"
    r"|sekdes|sekretaris|operator|admin|humas|layanan|pelayanan|pengaduan|aduan|informasi|info|resmi|kami"
    r"|umum|rumah|office|sms|chat|only|hunting|langsung|piket|posko|camat|kecamatan|pemdes|pemerintah"
)
_ANNOUNCED: Final = r"(?:ext(?:ension|ensi|n)?|ekst(?:ensi)?|pswt?|pes(?:awat)?|pesw)(?![A-Za-z])[\s.:-]*"
_EXTENSION: Final = (
    rf"{_ANNOUNCED}(?P<ext>\d{{1,6}})(?!\d|(?:\s*-\s*|/)\d{{1,4}}(?![\d\s().-]*\d))"  # not "psw. 12-14"
)
_AND: Final = r"\s*(?:[/,&;]|\bdan\b|\batau\b)\s*"
_TO: Final = r"\s*(?:[-~]|s\s?[/.]\s?d\b\.?|\bsd\b|\bsampai\b(?:\s+dengan)?|\bhingga\b)\s*"
EXTENSIONS: Final = re.compile(
    rf"(?:(?<![A-Za-z@/_=.-]){_ANNOUNCED}|(?<=[\s)])x\.?\s?)(?P<first>\d{{1,6}})"
    rf"(?P<others>(?:(?:{_AND}|{_TO}|\s+(?={_ANNOUNCED}))(?:{_ANNOUNCED})?(?!0\d\d|1500-)\d{{1,4}}(?!\d|\.?\w|@|\s*jam\b))+)"
    r"(?!-\d|[ \t]*[-.]?[ \t]*[1-9])",
    re.IGNORECASE,
)
"""Several extensions of one number: ``psw. 12-14``, ``ext. 101, 102``, ``pes. 12 atau 13``."""
_OTHER: Final = re.compile(rf"(?:(?P<to>{_TO})|{_AND}|\s*)(?:{_ANNOUNCED})?(?P<item>\d+)", re.IGNORECASE)
_MOST_EXTENSIONS: Final = 6
_WHATSAPP_LINK: Final = (
    r"(?:(?:https?://)?(?:(?:www\.)?wa\.me/|(?:api|web)\.whatsapp\.com/send/?\?phone=)"
    r"|whatsapp://send/?\?phone=)"
)

_MARKS: Final = re.compile(
    rf"""
      (?P<link>(?<![\w./-]){_WHATSAPP_LINK}\+?\d[\d().-]*(?:[?&][^\s<>,;|]*)?)
    | (?P<note>[(\[{{<]\s*(?P<inside>(?=[^()\[\]{{}}<>]*[A-WYZa-wyz])[^()\[\]{{}}<>]{{0,80}})[)\]}}>])
    | (?<![A-Za-z])(?:{_EXTENSION})
    | (?<![A-Za-z])(?P<label>
        (?P<wa>{_WHATSAPP}) | (?P<fax>{_FAX}) | (?P<sos>{_EMERGENCY})
        | (?P<tel>{_TELEPHONE}) | {_NEUTRAL}
      )(?![A-Za-z])
    | (?P<icon_fax>[\U0001f4e0\U0001f5b7])
    | (?P<icon_tel>[\u260e\u260f\u2706\u2121\U0001f4de\U0001f4f1\U0001f4f2\U0001f57f])
    | (?P<sep>[,;/&|\n\\•·▪●■] | (?<![A-Za-z])(?:dan|atau|and|or|serta)(?![A-Za-z]))
    | (?P<icon>[\u2600-\u27bf\U0001f300-\U0001faff])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BARE_EXTENSION: Final = re.compile(r"(?<=[\s)\d])\(?[xX]\.?\s?(\d{1,6})\)?\s*\Z")
_AREA_ONLY: Final = re.compile(r"[\s.:=]*(?:\+?62[\s.-]*)?\(?\s*0\d{2,3}\s*\)?[\s.-]*")
_MISREAD_AREA: Final = re.compile(r"(?=.*\d)[0Oo][\dOoIlBS|]{2,3}")
"""An area code in which a letter stands for a digit (``O274``)."""
_FLAG: Final = re.compile(
    rf"(?<![A-Za-z])(?:(?P<wa>{_WHATSAPP})|(?P<fax>{_FAX})|(?P<tel>{_TELEPHONE})|{_EXTENSION})(?![A-Za-z])",
    re.IGNORECASE,
)
_SEVERAL_EXTENSIONS: Final = re.compile(
    rf"(?<![A-Za-z]){_ANNOUNCED}\d+\s*(?:[-/,&~]|dan|atau)\s*\d", re.IGNORECASE
)
_SCHEME: Final = re.compile(
    rf"\s*<?(?:(?:tel|callto|sms):(?://)?|(?P<wa>{_WHATSAPP_LINK}))"
    r"(?P<number>\+?[\d().-]+)(?P<rest>(?:[;&?][^\s<>]*)?)/?>?[.,;]?\s*",
    re.IGNORECASE,
)
_LINKED_EXTENSION: Final = re.compile(r"\d{1,6}")
_DIGITS_OF_A_NUMBER: Final = 5
_ENUMERATOR: Final = re.compile(r"\A\d{1,2}[.)]\s+(?=[+(0])")
_EDGE: Final = " \t.:=-–'\">"


@dataclass(frozen=True, slots=True)
class Entry:
    """One number as somebody wrote it, with what its label and notes say about it."""

    raw: str
    extension: str | None = None
    is_whatsapp: bool = False
    is_fax: bool = False
    is_telephone: bool = False
    is_emergency: bool = False
    separator: str = ""
    context: str = ""


@dataclass(slots=True)
class _Flags:
    """What a label says; ``is_carried`` when it was said before the separator."""

    wa: bool = False
    fax: bool = False
    tel: bool = False
    sos: bool = False
    is_carried: bool = False


@dataclass(slots=True)
class _Draft:
    label: _Flags
    raw: str = ""
    extension: str | None = None
    note_wa: bool = False
    note_fax: bool = False
    note_tel: bool = False
    is_noted: bool = False
    separator: str = ""

    @property
    def has_number(self) -> bool:
        return any(character.isalnum() or character in "*#" for character in self.raw)

    def finished(self) -> Entry:
        return Entry(
            raw=without_lone_bracket(_ENUMERATOR.sub("", self.raw.strip(_EDGE))),
            extension=self.extension,
            is_whatsapp=self.label.wa or self.note_wa,
            is_fax=self.label.fax or self.note_fax,
            is_telephone=self.note_tel
            or (self.label.tel and not (self.label.is_carried and self.note_fax))
            or (self.label.wa and self.label.fax),
            is_emergency=self.label.sos,
            separator=self.separator,
        )


def cut_entries(text: str) -> tuple[Entry, ...]:
    """Cut folded ``text`` into entries, in order; labels and notes become flags of their entry."""
    scheme = _SCHEME.fullmatch(text)
    if scheme is not None:
        return (_entry_of_link(scheme),)
    cutter = _Cutter()
    position = 0
    for mark in _MARKS.finditer(text):
        cutter.add_text(text[position : mark.start()])
        position = mark.end()
        cutter.add_mark(mark)
    cutter.add_text(text[position:])
    return cutter.finish()


def _entry_of_link(link: re.Match[str]) -> Entry:
    raw, extension, context = link["number"], None, ""
    for parameter in re.split(r"[;&?]", link["rest"]):
        name, _, value = parameter.partition("=")
        if name.lower() == "ext":
            if _LINKED_EXTENSION.fullmatch(value) is None:
                return Entry(raw=link[0])
            extension = value
        elif name.lower() == "phone-context":
            context = value
    is_whatsapp = link["wa"] is not None
    if is_whatsapp and raw.startswith("62"):
        raw = f"+{raw}"
    return Entry(raw=raw, extension=extension, is_whatsapp=is_whatsapp, context=context)


def first_extensions(text: str) -> tuple[str, frozenset[str]]:
    """Return ``text`` with the first of several extensions of a number alone, and which those are."""
    found = [each for each in EXTENSIONS.finditer(text) if _NO_EXTENSIONS.isdisjoint(numbered(each))]
    for each in reversed(found):
        text = text[: each.start("others")] + text[each.end() :]
    return text, frozenset(each["first"] for each in found)


def numbered(several: re.Match[str]) -> tuple[str, ...]:
    """Return the extensions that a match of :data:`EXTENSIONS` names; of a long range both ends."""
    kept = [several["first"]]
    for other in _OTHER.finditer(several["others"]):
        item = other["item"]
        first, last = int(kept[-1]), int(item)
        if other["to"] and first < last <= first + _MOST_EXTENSIONS:
            kept.extend(f"{number:0{len(kept[-1])}}" for number in range(first + 1, last))
        kept.append(item)
    return tuple(dict.fromkeys(kept))


_NO_EXTENSIONS: Final = EMERGENCY | PUBLIC_SERVICE


def _count_digits(text: str) -> int:
    return sum(character.isdigit() for character in text)


class _Cutter:
    """Gathers entries from the marks and the text between them."""

    def __init__(self) -> None:
        self._entries: list[Entry] = []
        self._draft = _Draft(_Flags())

    def add_text(self, piece: str) -> None:
        draft = self._draft
        is_ended = draft.is_noted or draft.extension is not None
        if is_ended and _count_digits(piece) >= _DIGITS_OF_A_NUMBER:
            self._close(separator=" ")
        elif draft.extension is not None and _count_digits(piece):
            draft.raw += f" ext. {draft.extension} "
            draft.extension = None
        self._draft.raw += piece

    def add_mark(self, mark: re.Match[str]) -> None:
        if mark["link"] is not None:
            self._add_link(mark["link"])
        elif mark["note"] is not None:
            self._add_note(mark["inside"])
        elif mark["ext"] is not None:
            self._add_extension(mark[0], mark["ext"])
        elif mark["label"] or mark["icon_fax"] or mark["icon_tel"]:
            self._add_label(mark)
        elif mark["sep"] is not None:
            self._add_separator(mark["sep"])

    def _add_link(self, text: str) -> None:
        """Take a WhatsApp link among numbers; what stood before it as a label is its label."""
        if self._draft.has_number:
            self._close(separator="")
        link = _SCHEME.fullmatch(text)
        if link is not None:
            self._entries.append(_entry_of_link(link))
        self._draft = _Draft(_Flags())

    def _add_extension(self, text: str, digits: str) -> None:
        """Give an extension to the number before it, also over a comma; elsewhere it is but letters."""
        draft = self._draft
        if draft.has_number and draft.extension is None:
            draft.extension = digits
        elif not draft.has_number and self._entries and self._entries[-1].extension is None:
            self._entries[-1] = replace(self._entries[-1], extension=digits)
        else:
            draft.raw += text

    def _add_note(self, inside: str) -> None:
        draft = self._draft
        is_number = _count_digits(inside) >= _DIGITS_OF_A_NUMBER or _MISREAD_AREA.fullmatch(inside.strip())
        if is_number or _SEVERAL_EXTENSIONS.search(inside):
            draft.raw += f" {inside} "
            return
        draft.is_noted = draft.has_number
        for flag in _FLAG.finditer(inside):
            if flag["ext"] is not None:
                self._add_extension(flag[0], flag["ext"])
            draft.note_wa |= flag["wa"] is not None
            draft.note_fax |= flag["fax"] is not None
            draft.note_tel |= flag["tel"] is not None

    def _add_label(self, mark: re.Match[str]) -> None:
        is_fax = bool(mark["fax"] or mark["icon_fax"])
        draft = self._draft
        if self._entries and (draft.note_wa or draft.note_fax) and not draft.raw.strip(_EDGE):
            self._note_previous(draft)
            self._draft = _Draft(_Flags(), separator=draft.separator)
        if is_fax and self._is_whatsapp_behind_number():
            self._note_previous(_Draft(_Flags(), note_wa=True))
            self._draft.label = _Flags()
        if self._draft.has_number:
            self._close(separator="")
            self._draft.label = _Flags()
        elif self._draft.label.is_carried:
            self._draft.label = _Flags()
        flags = self._draft.label
        flags.wa |= mark["wa"] is not None
        flags.fax |= is_fax
        flags.sos |= mark["sos"] is not None
        flags.tel |= bool(mark["tel"] or mark["icon_tel"])
        self._draft.raw = ""

    def _is_whatsapp_behind_number(self) -> bool:
        """Tell whether WA alone stands between a number and the label of the next ("0812… WA Fax. 0274…")."""
        draft = self._draft
        is_bare = not draft.raw.strip(_EDGE) and not draft.label.is_carried
        return bool(self._entries) and is_bare and draft.label == _Flags(wa=True)

    def _add_separator(self, separator: str) -> None:
        if separator == "/" and _AREA_ONLY.fullmatch(self._draft.raw):
            self._draft.raw += " "
        elif separator == "/" and self._draft.raw[-1:].isspace():
            self._close(separator=" /")
        else:
            self._close(separator=separator)

    def _close(self, *, separator: str) -> None:
        draft = self._draft
        if draft.has_number:
            self._entries.append(draft.finished())
            self._draft = _Draft(replace(draft.label, is_carried=True), separator=separator)
        elif self._entries and (draft.note_wa or draft.note_fax) and not draft.raw.strip():
            self._note_previous(draft)
            self._draft = _Draft(draft.label, separator=separator)
        elif self._entries and not draft.label.is_carried and not draft.raw.strip():
            self._flag_previous(draft.label)
            self._draft = _Draft(_Flags(), separator=separator)

    def _flag_previous(self, label: _Flags) -> None:
        """Give a label that follows its number ("0812… WA") to that number."""
        last = self._entries[-1]
        self._entries[-1] = replace(
            last,
            is_whatsapp=last.is_whatsapp or label.wa,
            is_fax=last.is_fax or (label.fax and not last.is_telephone),
        )

    def _note_previous(self, draft: _Draft) -> None:
        """Give a note that only a comma parts from its number ("0812…, (WA)") to that number."""
        last = self._entries[-1]
        self._entries[-1] = replace(
            last, is_whatsapp=last.is_whatsapp or draft.note_wa, is_fax=last.is_fax or draft.note_fax
        )

    def finish(self) -> tuple[Entry, ...]:
        self._close(separator="")
        return tuple(self._entries)


def split_bare_extension(raw: str) -> tuple[str, str] | None:
    """Return the number and the extension of ``"021-5551234 x12"`` or ``"…234x12"``, or None."""
    match = _BARE_EXTENSION.search(raw)
    return (raw[: match.start()], match[1]) if match else None
