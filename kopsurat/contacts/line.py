"""Reading a contact line, or the lines of a letterhead, back into a contact card."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, Literal

from kopsurat.contacts.card import ContactCard
from kopsurat.contacts.email import Email, parse_emails
from kopsurat.contacts.find import Found, find_contacts, stands_alone
from kopsurat.contacts.folding import fold, with_bullets
from kopsurat.contacts.hours import ServiceHours, cut_hours, parse_hours
from kopsurat.contacts.marks import Announces, Mark, find_marks
from kopsurat.contacts.phone import Phone, each_once, is_likely_post_code, parse_phones
from kopsurat.contacts.phone_entries import first_extensions
from kopsurat.contacts.website import Website, parse_website
from kopsurat.errors import InvalidInput, InvalidPhone, InvalidWebsite, KopsuratError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["read_line"]

_Field = Literal["phone", "email", "website", "hours", "web-or-email", "social", "none"]

_LONGEST_LINE: Final = 20_000
_FIELDS: Final[dict[Announces, _Field]] = {
    "phone": "phone",
    "fax": "phone",
    "whatsapp": "phone",
    "emergency": "phone",
    "email": "email",
    "website": "website",
    "hours": "hours",
    "address": "none",
    "social": "social",
    "other": "none",
}
_BETWEEN_LABELS: Final = re.compile(r"[\s./,&()|•:-]*")
_EDGE: Final = " \t\n.,;:|•·/\\-–=&"
_EMPTY: Final = frozenset({"phone-empty", "email-empty", "web-empty", "hours-empty"})
_BEHIND_NUMBER: Final = re.compile(r"\d ?(?:[,;/-] ?)?(?P<bracket>\([^()\n]*)?\Z")
_ENDS_NOTE: Final = re.compile(
    r"[^()\d\n]{0,20}\)|[ \t]*(?:[|•;,\n]|\Z)|[ \t]+(?:[&/-][ \t]|[✉🌐]|(?:dan|atau)\b"
    r"|(?:e-?mail|surel|pos-?el|web(?:site)?|situs|laman)\b)",
    re.IGNORECASE,
)
_LONGEST_NOTE: Final = 30
_LOOSE_MARKS: Final = re.compile(r"\s[\s/=&–-]*\Z")
_NO_ADDRESS_END: Final = str.maketrans("", "", "/=&-")
_LOOSE_STAR: Final = re.compile(r"\s\*\Z")
_IN_LOCAL: Final = re.compile(
    r"[ \t]+[\w.+-]+@|[\w.+-]*[ \t]*(?:@|[\[({]\s*(?:at|@)\s*[\])}]|[ \t]at[ \t])", re.IGNORECASE
)
_TORN_LOCAL: Final = re.compile(r"[\s.:=]*(?!(?:di|ke|pada|melalui|kami|resmi)\b)[a-z0-9._-]+[ \t]+")
"""A word before an address with nothing but a space between: ``desa contoh@gmail.com``."""
_MANY_DIGITS: Final = re.compile(r"\d[\d\s().-]{4,}\d")
_EMAIL_LABEL: Final = "Email: "
_FOUND_HERE: Final = "\x00"


@dataclass(slots=True)
class _Gathered:
    phones: list[Phone] = field(default_factory=list)
    emails: list[Email] = field(default_factory=list)
    websites: list[Website] = field(default_factory=list)
    hours: list[ServiceHours] = field(default_factory=list)
    faults: list[KopsuratError] = field(default_factory=list)


def read_line(text: str) -> ContactCard:
    """Read the contacts of ``text`` into a card; see :meth:`ContactCard.parse_line`."""
    folded = with_bullets(fold(text)).replace("。", ".")
    if len(folded) > _LONGEST_LINE:
        raise InvalidInput("contact-text-too-long", characters=len(folded))
    folded, cut = first_extensions(folded)
    gathered = _Gathered()
    if all(mark.announces != "hours" for mark in find_marks(folded)):
        hours, folded = cut_hours(folded)
        gathered.hours.extend([hours] if hours else [])
    for kind, piece in _pieces(folded):
        try:
            _READERS[kind](piece, gathered)
        except KopsuratError as fault:
            if fault.code not in _EMPTY:
                gathered.faults.append(fault)
    if len(gathered.faults) == 1:
        raise gathered.faults[0]
    if gathered.faults:
        raise ExceptionGroup("faults in the contact line", gathered.faults)
    gathered.phones = [
        _warned(phone, "phone-extension-several") if phone.extension in cut else phone
        for phone in gathered.phones
    ]
    return _card(gathered)


def _warned(phone: Phone, code: str) -> Phone:
    """Return a number with one warning more: that what stands beside it is not kept."""
    return replace(phone, warnings=(*phone.warnings, code))


def _card(gathered: _Gathered) -> ContactCard:
    faxes = [phone for phone in gathered.phones if phone.kind == "fax"]
    emergencies = [phone for phone in gathered.phones if phone.kind == "emergency"]
    phones = [phone for phone in gathered.phones if phone.kind not in {"fax", "emergency"}]
    if len(set(faxes)) > 1:
        faxes[0] = _warned(faxes[0], "fax-several")
    if len(set(emergencies)) > 1:
        emergencies[0] = _warned(emergencies[0], "emergency-several")
    if len(set(gathered.websites)) > 1:
        raise InvalidWebsite("web-multiple", value=" / ".join(map(str, gathered.websites)))
    return ContactCard(
        phones=each_once(phones),
        emails=tuple(dict.fromkeys(gathered.emails)),
        website=next(iter(gathered.websites), None),
        fax=next(iter(faxes), None),
        emergency=next(iter(emergencies), None),
        hours=next(iter(gathered.hours), None),
    )


def _pieces(folded: str) -> Iterator[tuple[_Field, str]]:
    """Cut the text at its labels. Telephone pieces keep their labels, which say WA, fax, darurat."""
    runs = _label_runs(folded, find_marks(folded))
    position = 0
    for index, (kind, start, end) in enumerate(runs):
        if index == 0 or position < start:
            yield "none", folded[position:start]
        stop = runs[index + 1][1] if index + 1 < len(runs) else len(folded)
        yield kind, folded[start if kind == "phone" else end : stop]
        position = stop
    if not runs:
        yield "none", folded


def _label_runs(folded: str, marks: list[Mark]) -> list[tuple[_Field, int, int]]:
    """Join labels that belong together: ``Telp./Fax``, ``Website/Email``, all telephone labels."""
    runs: list[tuple[_Field, int, int]] = []
    for mark in marks:
        kind = _FIELDS[mark.announces]
        if kind in {"phone", "none"} and _is_note(folded, mark, is_label=kind == "phone"):
            continue
        if runs:
            before, start, end = runs[-1]
            if kind == "phone" == before:
                runs[-1] = (kind, start, end)
                continue
            is_adjacent = _BETWEEN_LABELS.fullmatch(folded[end : mark.start]) is not None
            if before == "email" and is_adjacent and kind == "none" and _IN_LOCAL.match(folded, mark.end):
                continue
            if is_adjacent and {kind, before} in (
                {"email", "website"},
                {"web-or-email", "email"},
                {"web-or-email", "website"},
            ):
                runs[-1] = ("web-or-email", start, mark.end)
                continue
            if is_adjacent and kind == before:
                runs[-1] = (kind, start, mark.end)
                continue
        runs.append((kind, mark.start, mark.end))
    return runs


def _is_note(folded: str, mark: Mark, *, is_label: bool) -> bool:
    """Tell a word behind a number (``0812… (WA)``, ``… (kantor)``) from the label of what follows."""
    before = _BEHIND_NUMBER.search(folded, max(0, mark.start - _LONGEST_NOTE), mark.start)
    if before is None or not (is_label or before["bracket"]):
        return False
    end = _ENDS_NOTE.match(folded, mark.end)
    return end is not None and (is_label or end[0][-1:] == ")")


def _read_phones(piece: str, gathered: _Gathered) -> None:
    piece = _LOOSE_STAR.sub("", piece.strip(_EDGE))
    try:
        gathered.phones.extend(_without_post_code(parse_phones(piece)))
    except InvalidPhone as fault:
        if fault.code in {"phone-shorthand", "phone-masked"}:
            raise
        found = [one for one in find_contacts(piece) if one.kind in {"phone", "fax"}]
        left = piece
        for one in reversed(found):
            left = left[: one.span[0]] + _FOUND_HERE + left[one.span[1] :]
        if not found or _has_more(left):
            _raise_for_lines(piece)
            return
        gathered.phones.extend(_labelled_phones(piece, found))
        _read_rest(left, gathered)


def _without_post_code(phones: tuple[Phone, ...]) -> Iterator[Phone]:
    """Leave out five digits behind a longer number (``(0274) 555123, 55281``)."""
    for before, phone in zip((None, *phones), phones, strict=False):
        is_inherited = before is not None and "phone-area-inherited" in phone.warnings
        if not (is_inherited and before is not None and is_likely_post_code(phone, before)):
            yield phone


def _labelled_phones(piece: str, found: list[Found]) -> Iterator[Phone]:
    """Return the numbers up to the last one found as their labels say (``Telp./Fax``), else as found."""
    try:
        yield from parse_phones(piece[: found[-1].span[1]])
    except InvalidPhone:
        yield from (one.value for one in found if isinstance(one.value, Phone))


def _has_more(left: str) -> bool:
    """Tell whether there are digits or a mask left that somebody may have meant as a number."""
    return _MANY_DIGITS.search(left) is not None or re.search(r"\d[\d\s-]*[xX*]{2,}", left) is not None


def _raise_for_lines(piece: str) -> None:
    """Raise what is wrong with the first line, or with all of it."""
    first = piece.partition("\n")[0]
    if first.strip(_EDGE) and any(character.isdigit() for character in first):
        parse_phones(first)
    parse_phones(piece)


def _read_emails(piece: str, gathered: _Gathered) -> None:
    found = list(_whole_emails(piece))
    if found and _TORN_LOCAL.fullmatch(piece, 0, found[0].span[0]):
        parse_emails(piece[: found[0].span[1]].strip(_EDGE))
    left = piece
    for one in reversed(found):
        left = left[: one.span[0]] + _FOUND_HERE + left[one.span[1] :]
    if found and "@" not in left:
        gathered.emails.extend(_reread(one.text) for one in found)
        _read_rest(left, gathered)
        return
    line = next((line for line in piece.split("\n") if line.strip(_EDGE)), "")
    gathered.emails.extend(parse_emails((piece if "@" not in line and "@" in piece else line).strip(_EDGE)))


def _whole_emails(piece: str) -> Iterator[Found]:
    """Give the addresses without a blank in them of what stands behind a label."""
    for one in find_contacts(_EMAIL_LABEL + piece):
        start, end = one.span
        if one.kind == "email" and not re.search(r"[ \t]", one.text):
            yield replace(one, span=(start - len(_EMAIL_LABEL), end - len(_EMAIL_LABEL)))


def _reread(text: str) -> Email:
    """Parse an address again as it stood behind its label, so that its warnings are kept."""
    return parse_emails(f"{_EMAIL_LABEL}{''.join(text.split())}")[0]


def _read_website(piece: str, gathered: _Gathered) -> None:
    lines = [_bare_line(line) for line in piece.split("\n")]
    lines = [line for line in lines if line]
    if not lines:
        return
    try:
        gathered.websites.append(parse_website(lines[0]))
    except InvalidWebsite as fault:
        website = _broken_website(lines)
        if website is None and (website := _first_word(lines[0])) is not None:
            _read_rest("\n".join([lines[0].partition(" ")[2], *lines[1:]]), gathered)
        if website is None:
            if (
                "@" in lines[0]
                and fault.code in {"web-email", "web-space", "web-multiple"}
                and " " in lines[0]
            ):
                _read_either(lines[0], gathered)
                return
            raise
        gathered.websites.append(website)
        return
    _read_rest("\n".join(lines[1:]), gathered)


def _bare_line(line: str) -> str:
    """Return a line without outer punctuation; marks that an address may end in stay when they touch it."""
    edge = f"{_EDGE}()" if line.count("(") != line.count(")") else _EDGE
    return _LOOSE_MARKS.sub("", line.lstrip(edge)).rstrip(edge.translate(_NO_ADDRESS_END))


def _broken_website(lines: list[str]) -> Website | None:
    """Return the address that a line end broke in two, or None."""
    if len(lines) > 1 and not re.search(r"\s", lines[0]) and not stands_alone(lines[1].split()[0]):
        try:
            return parse_website(f"{lines[0]}.{lines[1].split()[0]}")
        except InvalidWebsite:
            return None
    return None


def _first_word(line: str) -> Website | None:
    """Return the address before words that are no address, or None."""
    first, _, rest = line.partition(" ")
    if not rest or re.search(r"[\w-]\.[A-Za-z]{2,}", rest):
        return None
    try:
        return parse_website(_bare_line(first))
    except InvalidWebsite:
        return None


def _read_either(piece: str, gathered: _Gathered) -> None:
    """Read what follows ``Website/Email``: what has an @ is an e-mail, the rest a website or a telephone."""
    gathered.phones.extend(one.value for one in find_contacts(piece) if isinstance(one.value, Phone))
    for word in re.split(r"[\s,;|•]+|/(?=[\w.+-]+@|www\.|https?:)|(?<=[a-z])\s*/\s+", piece):
        bare = word.strip(_EDGE)
        if "@" in bare:
            gathered.emails.extend(parse_emails(bare))
        elif "." in bare:
            gathered.websites.append(parse_website(bare))


def _read_hours(piece: str, gathered: _Gathered) -> None:
    lines = [line.strip(_EDGE) for line in piece.split("\n")]
    gathered.hours.append(parse_hours(next((line for line in lines if line), "")))


def _read_rest(piece: str, gathered: _Gathered) -> None:
    """Take the contacts that stand without a label; other words are passed over."""
    for one in find_contacts(piece):
        _take(one, gathered)


def _read_social(piece: str, gathered: _Gathered) -> None:
    """As :func:`_read_rest`, but an account of a social medium is no website of the office."""
    for one in find_contacts(piece):
        if not (isinstance(one.value, Website) and "web-social" in one.value.warnings):
            _take(one, gathered)


def _take(one: Found, gathered: _Gathered) -> None:
    if isinstance(one.value, Phone):
        gathered.phones.append(one.value)
    elif isinstance(one.value, Email):
        gathered.emails.append(one.value)
    else:
        gathered.websites.append(one.value)


_READERS: Final = {
    "phone": _read_phones,
    "email": _read_emails,
    "website": _read_website,
    "web-or-email": _read_either,
    "hours": _read_hours,
    "social": _read_social,
    "none": _read_rest,
}
