"""Finding telephone numbers, e-mail addresses and websites in running text, and nothing else."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from kopsurat.contacts.email import GLUED_LABEL, Email, parse_email
from kopsurat.contacts.find_phones import PhoneFinder
from kopsurat.contacts.folding import LONGEST_TEXT, fold_with_origins
from kopsurat.contacts.marks import Mark, find_marks
from kopsurat.contacts.phone import Phone, parse_phone
from kopsurat.contacts.website import Website, parse_website
from kopsurat.errors import InvalidEmail, InvalidInput, InvalidPhone, InvalidWebsite
from kopsurat.values import unchangeable

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Found", "FoundKind", "Survey", "find_contacts", "stands_alone", "survey"]

FoundKind = Literal["phone", "fax", "email", "website"]

_LOCAL_END: Final = re.compile(r"[A-Za-z0-9._+-]{1,64}\Z")
_DOMAIN: Final = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})(?:\.[A-Za-z0-9-]{1,63})*")
_BROKEN_DOMAIN: Final = re.compile(
    r"(?:\.[ \t]*\n[ \t]*|[ \t]*\n[ \t]*\.)(?P<rest>[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})*)",
)
_WEB: Final = re.compile(
    r"(?<![\w@.+-])(?:(?P<scheme>https?:[/\\]{0,2}\s?)|(?P<www>www\.\s?))?"
    r"(?P<host>[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})(?:\.[A-Za-z0-9-]{1,63})*)(?P<port>:\d{1,5})?(?P<path>[/?#][^\s<>\"'•|,;\x00]*)?",
    re.IGNORECASE,
)
_BROKEN_START: Final = re.compile(
    r"(?<![A-Za-z])(?:www(?:[,;]\s?|[ \t])|h{0,2}t{1,3}p{1,2}s?\s?[:;.,]{0,2}\s?[/\\]{1,3})\Z", re.IGNORECASE
)
"""A scheme or ``www.`` with a slip in it, right before a host: the address is not the host alone."""
_DECEIVES: Final = re.compile(r"@|%[\dA-Fa-f]{2}|\\[\w.]")
"""Right behind a host: what stands before it is not the host, or not all of it."""
_BARE_TOPS: Final = frozenset(
    {"id", "com", "net", "org", "info", "online", "site", "xyz", "web", "app", "link", "page"}
)
_TAIL: Final = ".,;:!?)]}>'\"-"
_LONGEST_LOCAL: Final = 64
_WIDEST_GAP: Final = 2
_WIDEST_START: Final = 14
_LONGEST_INITIAL: Final = 3
_LOOKS_CUT: Final = re.compile(r"(?!)")
_SPELLED_AT: Final = re.compile(r"(?:\[at\]|\(at\)|\{at\})\s?\Z", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\s\x00]*")
_NEXT_WORD: Final = re.compile(r"(?:[ \t][^\s\x00]*)?")
_ANNOUNCING_GAP: Final = re.compile(r"[\s.:=/-]{0,6}")
_OPEN_QUERY: Final = re.compile(r"\w\.[A-Za-z]{2,}(?:/[^\s@]*)?\?[^\s@]*\Z")
_LONGEST_QUERY: Final = 300
_LABEL_BEFORE: Final = re.compile(r"(?:mail|surel|pos-?el)(?:\s+\w+)?[\s.:=-]*\Z", re.IGNORECASE)
_LONGEST_LABEL: Final = 24
_WHATSAPP: Final = re.compile(
    r"(?:https?://)?(?:(?:www\.)?wa\.me/|(?:api|web)\.whatsapp\.com/send/?\?phone=)\+?\d{8,15}(?!/?\w)(?:[?&][^\s<>\"']*)?",
    re.IGNORECASE,
)


@unchangeable
@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A contact in a text: ``text`` is ``source[span[0]:span[1]]``, as it stands there."""

    kind: FoundKind
    value: Phone | Email | Website
    text: str
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Survey:
    """A text with the marks and the contacts in it; positions are those of the folded text."""

    folded: str
    origins: list[int]
    marks: list[Mark]
    found: tuple[Found, ...]
    spans: tuple[tuple[int, int], ...]


def find_contacts(text: str) -> tuple[Found, ...]:
    """Find the contacts in a text, in order.

    Only what the parsers accept is found. Numbers of accounts, persons, regulations, dates and
    sums are not telephone numbers; values broken by a line end are joined. Raises
    :class:`~kopsurat.errors.InvalidInput` ``not-a-text`` for anything but text, and
    ``contact-text-too-long`` beyond twenty million characters.
    """
    return survey(text).found


def survey(text: str, *, passed_over: frozenset[int] = frozenset()) -> Survey:
    """Find the contacts of a text and keep what was learned on the way.

    Characters at the positions ``passed_over`` are read as if they were not there.
    """
    folded, origins = fold_with_origins(text)
    if len(folded) > LONGEST_TEXT:
        raise InvalidInput("contact-text-too-long", characters=len(text))
    if passed_over:
        kept = [index for index, origin in enumerate(origins[:-1]) if origin not in passed_over]
        folded = "".join(folded[index] for index in kept)
        origins = [*(origins[index] for index in kept), len(text)]
    folded = folded.replace("。", ".")
    marks = find_marks(folded)
    hits: list[_Hit] = [*_whatsapp_links(folded)]
    hits.extend(_emails(_blotted(folded, hits)))
    hits.extend(_websites(_blotted(folded, hits), marks))
    hits.extend(
        _Hit(start, end, "fax" if phone.kind == "fax" else "phone", phone)
        for start, end, phone in PhoneFinder(_blotted(folded, hits), marks).phones()
    )
    hits = [hit for hit in hits if _is_whole(hit, origins)]
    hits.sort(key=lambda hit: (hit.start, hit.end))
    found = tuple(
        Found(
            kind=hit.kind,
            value=hit.value,
            text=text[origins[hit.start] : origins[hit.end]],
            span=(origins[hit.start], origins[hit.end]),
        )
        for hit in hits
    )
    return Survey(folded, origins, marks, found, tuple((hit.start, hit.end) for hit in hits))


class _Hit(NamedTuple):
    start: int
    end: int
    kind: FoundKind
    value: Phone | Email | Website


def _is_whole(hit: _Hit, origins: list[int]) -> bool:
    """Tell whether no end of a contact lies inside a character that folding has spread (``¾``)."""
    starts_inside = hit.start > 0 and origins[hit.start - 1] == origins[hit.start]
    return not starts_inside and origins[hit.end - 1] != origins[hit.end]


def _blotted(folded: str, hits: list[_Hit]) -> str:
    """Return the text with NUL in the place of what has been found."""
    pieces, position = [], 0
    for hit in sorted(hits, key=lambda hit: hit.start):
        pieces.append(folded[position : hit.start])
        pieces.append("\x00" * (hit.end - hit.start))
        position = hit.end
    return "".join([*pieces, folded[position:]])


def _whatsapp_links(folded: str) -> Iterator[_Hit]:
    for link in _WHATSAPP.finditer(folded):
        try:
            phone = parse_phone(link[0])
        except InvalidPhone:
            continue
        yield _Hit(link.start(), link.end(), "phone", phone)


def _emails(folded: str) -> Iterator[_Hit]:
    position = folded.find("@")
    last_end = 0
    while position >= 0:
        hit = _email_at(folded, position, last_end)
        if hit is not None:
            last_end = hit.end
            yield hit
        position = folded.find("@", max(position + 1, last_end))


def _email_at(folded: str, at: int, floor: int) -> _Hit | None:
    """Return the address around an @, when there is one."""
    left = folded[max(floor, at - _LONGEST_LOCAL - 3) : at]
    local = _LOCAL_END.search(left.rstrip(" \t\n") if len(left) - len(left.rstrip()) <= _WIDEST_GAP else left)
    if local is None:
        return None
    begin = at - len(left) + local.start()
    name = _without_label(local[0], folded[max(0, begin - _LONGEST_LABEL) : begin]).lstrip("._+-")
    start = at - len(left) + local.end() - len(name)
    right = at + 1
    while right - at <= _WIDEST_GAP and folded[right : right + 1].isspace():
        right += 1
    domain = _DOMAIN.match(folded, right)
    if not name or domain is None or folded[start - 1 : start].isalnum() or _is_in_query(folded, start):
        return None
    label = "Email: " if GLUED_LABEL.match(f"{name}@") else ""
    for text, end in _domain_readings(folded, domain):
        try:
            return _Hit(start, end, "email", parse_email(f"{label}{name}@{text}"))
        except InvalidEmail:
            continue
    return None


def _is_in_query(folded: str, start: int) -> bool:
    """Tell whether what begins at ``start`` is a value in the query of a web address (``….id/?q=a@b.id``)."""
    is_value = start > 0 and folded[start - 1] in "=&?"
    return is_value and _OPEN_QUERY.search(folded[max(0, start - _LONGEST_QUERY) : start]) is not None


def _without_label(local: str, before: str) -> str:
    """Return a local part without the label glued to it, unless it has another label ``before`` it."""
    if _LABEL_BEFORE.search(before):
        return local
    return GLUED_LABEL.sub("", f"{local}@")[:-1]


def _domain_readings(folded: str, domain: re.Match[str]) -> Iterator[tuple[str, int]]:
    """Give the domain as it stands, and joined with the next line when it is broken."""
    text = domain[0].rstrip("-")
    if not _LOOKS_CUT.search(text + folded[domain.end() : domain.end() + 1]):
        yield text, domain.start() + len(text)
    rest = _BROKEN_DOMAIN.match(folded, domain.end())
    if rest is not None:
        yield f"{text}.{rest['rest']}", rest.end()
    while "." in text:
        text = text.rpartition(".")[0]
        yield text, domain.start() + len(text)


def _websites(folded: str, marks: list[Mark]) -> Iterator[_Hit]:
    ends = [mark.end for mark in marks]
    skipped = 0
    for match in _WEB.finditer(folded):
        if match.start() < skipped:
            continue
        announced = _announced(folded, match.start(), marks, ends)
        is_marked = bool(match["scheme"] or match["www"]) or announced == "website"
        if announced == "email" and not is_marked:
            continue
        if "." not in match["host"] and not (match["www"] or _BROKEN_DOMAIN.match(folded, match.end())):
            continue
        hit = _website_at(folded, match, is_marked=is_marked)
        if hit is not None:
            yield hit
            skipped = hit.end
        elif _DECEIVES.match(folded, match.end()):
            skipped = _WORD.match(folded, match.end()).end()  # type: ignore[union-attr]  # always matches
        elif match["scheme"] or match["www"]:
            skipped = match.end() + len(_NEXT_WORD.match(folded, match.end())[0])  # type: ignore[index]  # always matches


def _announced(folded: str, position: int, marks: list[Mark], ends: list[int]) -> str | None:
    """Return what the label right before ``position`` announces, or None."""
    index = bisect.bisect_right(ends, position) - 1
    if index < 0 or _ANNOUNCING_GAP.fullmatch(folded, ends[index], position) is None:
        return None
    announced = marks[index].announces
    if index and announced == "email" and marks[index - 1].announces == "website":
        is_pair = _ANNOUNCING_GAP.fullmatch(folded, ends[index - 1], marks[index].start) is not None
        return "website" if is_pair else announced
    return announced


def _website_at(folded: str, match: re.Match[str], *, is_marked: bool) -> _Hit | None:
    before = folded[max(0, match.start() - _WIDEST_START) : match.start()]
    if _DECEIVES.match(folded, match.end()) or _SPELLED_AT.search(before):
        return None
    if _BROKEN_START.search(before):
        return None
    for text, end in _web_readings(folded, match):
        host = re.split(r"[/?#:]", text, maxsplit=1)[0]
        if not is_marked and (host.rpartition(".")[2].lower() not in _BARE_TOPS or not _is_name(host)):
            continue
        scheme = "http://" if (match["scheme"] or "").lower().startswith("http:") else ""
        www = "www." if match["www"] else ""
        try:
            website = parse_website(f"{scheme}{www}{text}")
        except InvalidWebsite:
            continue
        return _Hit(match.start(), end, "website", website)
    return None


def stands_alone(host: str) -> bool:
    """Tell whether a host is a website by itself, and not the rest of one that a line end broke."""
    try:
        parse_website(host)
    except InvalidWebsite:
        return False
    return True


def _is_name(host: str) -> bool:
    """Refuse initials and degrees (``S.Kom``, ``A.Md.Com``) without a label."""
    return max(map(len, host.split(".")[:-1]), default=0) > _LONGEST_INITIAL


def _web_readings(folded: str, match: re.Match[str]) -> Iterator[tuple[str, int]]:
    host, port, path = match["host"], match["port"] or "", match["path"] or ""
    if path or port:
        whole = f"{host}{port}{path}"
        kept = whole.rstrip(_TAIL)
        yield kept, match.end() - len(whole) + len(kept)
        if path:
            yield host, match.start("host") + len(host)
        return
    kept = host.rstrip("-")
    if not _LOOKS_CUT.search(kept + folded[match.end("host") : match.end("host") + 1]):
        yield kept, match.start("host") + len(kept)
    rest = _BROKEN_DOMAIN.match(folded, match.end("host"))
    if rest is not None and not stands_alone(rest["rest"]):
        yield f"{kept}.{rest['rest']}", rest.end()
    while kept.count(".") > 1:
        kept = kept.rpartition(".")[0]
        yield kept, match.start("host") + len(kept)
