"""Website addresses of an office: read as a browser reads them (WHATWG), refused where they deceive."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from kopsurat.contacts.domain_names import LOCAL_NAMES
from kopsurat.contacts.domains import (
    DomainFacts,
    Policy,
    Rules,
    Tier,
    assess,
    has_known_suffix,
    look_alike,
    mended,
    rules_of,
    without_accents,
)
from kopsurat.contacts.folding import LONGEST_FIELD, fold, is_empty_word, without_lone_bracket
from kopsurat.contacts.privacy import holds_identity_number
from kopsurat.contacts.web_address import WebAddress, parse_web_address
from kopsurat.errors import InvalidWebsite
from kopsurat.values import unchangeable

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Website", "parse_website"]

_ORDINARY: Final = re.compile(r"(?:(https?)://)?((?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,})/?")
_LABEL: Final = re.compile(
    r"\s*(?:[\U0001f310\U0001f5b1\U0001f4bb]\s*(?::\s*)?|w\s*:\s+|w\.\s+)(?=\S+\.\S)"
    r"|\s*(?:(?:alamat|official)\s+)?(?:web\s?site|situs(?:\s+web)?|laman(?:\s+web)?|web|homepage|url|link|portal)"
    r"(?:\s+(?:resmi|desa|kantor|kami))?\s*(?:[:=]\s*(?!//)|\.\s+|\s+(?=\S+\.\S))",
    re.IGNORECASE,
)
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_GOOD_SCHEME: Final = re.compile(r"https?://(?!/)", re.IGNORECASE)
_HTTP_LIKE: Final = re.compile(
    r"h?t?tps?|h+t+p+s*|https?s?|hhtps?|htt?ps?|htps?|htpps?|hhttps?|httpps?|htttps?|ttps?|ttp|hxxps?",
    re.IGNORECASE,
)
_BROKEN_SCHEME: Final = re.compile(
    r"(?P<scheme>https?)\s*(?:(?:[:;.,]\s*)?/{1,}|[:;]+/*)\s*(?P<rest>[^/\s].*)",
    re.IGNORECASE | re.DOTALL,
)
_DOUBLED: Final = re.compile(
    r"(?:https?[:;]?/{0,2})+(?P<last>https?)[:;]?/{1,2}(?P<rest>[^/].*)", re.IGNORECASE | re.DOTALL
)
_SPACE_IN_PATH: Final = re.compile(r"(?:[a-z]+://)?[^\s/]+/\S*\s", re.IGNORECASE)
_NOTE: Final = re.compile(r"\s+[(\[][^()\[\]./]*[)\]]\Z")
_HOST_LABEL: Final = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
_WWW_SLIP: Final = re.compile(r"(?:w{4,}|ww|v+w+|w+v+|w+v+w+|www\.www)\.(?=.+\.)")
_SEPARATORS: Final = re.compile(r"\s*[,;|\n•]\s*|\s+(?:/|&|dan|atau|and|or)\s+|\s+")
_EMAIL_SHAPE: Final = re.compile(r"[^\s/@:?#]+@[^\s/@?#]+\.[^\s/@?#]+")
_INDEX: Final = re.compile(r"/(?:index|default|home)\.(?:php|html?|aspx?)", re.IGNORECASE)
_TRACKING: Final = re.compile(
    r"(?:utm_\w+|fbclid|gclid|igsh(?:id)?|mc_[ce]id|_ga|ref_src|si|msclkid|yclid)(?:=.*)?", re.IGNORECASE
)
_EDGE: Final = " \t\n.,;!'\"`"
_TAIL: Final = f"{_EDGE}([{{<"
_BRACKETS: Final = frozenset({"<>", "()", "[]", "{}", "«»", "“”", "‘’", "''", '""'})
_LONGEST_HOST: Final = 253
_FAULTS: Final = {
    "tld": "web-tld-unknown",
    "suffix": "web-is-suffix",
    "placeholder": "web-placeholder",
}
_MARKED: Final = (
    ("vendor", "web-vendor"),
    ("free-host", "web-free-host"),
    ("social", "web-social"),
    ("mail-host", "web-mail-host"),
    ("missing-dot", "domain-missing-dot"),
    ("go-id-village", "domain-go-id-village"),
)


@unchangeable
@dataclass(frozen=True, slots=True, kw_only=True)
class Website:
    """A website address, made by :func:`parse_website`.

    ``url`` is what a browser opens and a QR code holds. Two are equal when they are printed the
    same; the scheme, which is not printed, and warnings do not count.
    """

    url: str = field(compare=False)
    printed: str
    host: str = field(compare=False)
    tier: Tier = field(compare=False)
    warnings: tuple[str, ...] = field(default=(), compare=False)

    def __str__(self) -> str:
        return self.printed

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: object) -> Any:  # noqa: ANN401 - pydantic's own type
        from kopsurat.contacts.schema import core_schema_of

        return core_schema_of(cls, parse_website)

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: object, _handler: object) -> dict[str, Any]:
        from kopsurat.contacts.schema import json_schema_of

        return json_schema_of("website")


def parse_website(text: str, *, policy: Policy = "resmi") -> Website:
    """Read one website address; without a scheme it is https.

    ``policy`` says how strict to be about the domain. Raises
    :class:`~kopsurat.errors.InvalidWebsite` with the code of the first fault and a suggestion
    where one is certain; ``not-a-text`` for anything but text, and
    :class:`~kopsurat.errors.InvalidInput` ``choice-unknown`` for a policy that does not exist.
    """
    if not isinstance(text, str):
        raise InvalidWebsite("not-a-text", value=text)
    return _parsed(text, rules_of(policy))


def _parsed(text: str, rules: Rules) -> Website:
    if ordinary := _ORDINARY.fullmatch(text):
        return _read(f"{ordinary[1] or 'https'}://{ordinary[2]}/", text, rules, ())
    if len(text) > LONGEST_FIELD:
        raise InvalidWebsite("web-syntax", value=text[:40] + "…", characters=len(text))
    _refuse_control(text, rules)
    address, warnings = _bare(text)
    _check_shape(address, text, rules)
    return _read(_with_scheme(address, text, rules), text, rules, warnings)


def _refuse_control(text: str, rules: Rules) -> None:
    """Refuse control characters, which browsers drop, before anything else is looked at."""
    address = text.strip()
    if not address or _CONTROL.search(text) is None:
        return
    if _is_several(" ".join(address.split())):
        raise InvalidWebsite("web-multiple", value=text, suggestion=_each_printed(address, rules))
    meant = None if _CONTROL.search(address) else _tried(address, rules)
    raise InvalidWebsite("web-control", value=text, suggestion=meant)


def _bare(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the address without label, brackets and outer punctuation, and what was odd."""
    address = fold(text).replace("。", ".").strip()
    warnings = () if address == text.strip() else ("web-unicode-fixed",)
    while label := _LABEL.match(address):
        address = address[label.end() :]
    if is_empty_word(address) or not address.strip(_EDGE):
        raise InvalidWebsite("web-empty", value=text)
    address = _trimmed(address)
    if re.fullmatch(r"(?:https?:?/*)?(?:www\.?)?", address, re.IGNORECASE):
        raise InvalidWebsite("web-empty", value=text)
    return address, warnings


def _trimmed(address: str) -> str:
    """Return the address without outer punctuation and brackets."""
    before = ""
    while address != before:
        before = address
        address = without_lone_bracket(address.strip(_EDGE).rstrip(_TAIL))
        is_bracketed = address[:1] + address[-1:] in _BRACKETS and "//[" not in address
        address = address[1:-1] if is_bracketed else address
    return address


def _check_shape(address: str, text: str, rules: Rules) -> None:
    """Refuse backslashes, spaces, lists and schemes that are not the web's."""
    if "\\" in address:
        mended_slashes = (
            address.replace("\\", "/") if re.match(r"https?:\\\\[^\\@]+\Z", address, re.IGNORECASE) else ""
        )
        raise InvalidWebsite("web-backslash", value=text, suggestion=_tried(mended_slashes, rules))
    if _is_several(address):
        raise InvalidWebsite("web-multiple", value=text, suggestion=_each_printed(address, rules))
    if any(character.isspace() for character in address):
        bare = _NOTE.sub("", address)
        meant = "" if _SPACE_IN_PATH.match(bare) else "".join(bare.split())
        raise InvalidWebsite("web-space", value=text, suggestion=_tried(meant, rules))


def _each_printed(address: str, rules: Rules) -> str | None:
    """Return each of several addresses as printed, or None when one of them is refused."""
    pieces = [_tried(piece, rules, "printed") for piece in _SEPARATORS.split(address) if piece.strip(_EDGE)]
    return " / ".join(dict.fromkeys(piece for piece in pieces if piece)) if all(pieces) else None


def _is_several(address: str) -> bool:
    pieces = [piece.strip(_EDGE) for piece in _SEPARATORS.split(address)]
    return sum(map(_looks_whole, pieces)) > 1


def _looks_whole(piece: str) -> bool:
    host = re.split(r"[/?#]", re.sub(r"\A[a-z]+://", "", piece.lower()))[0]
    labels = host.split(".")
    return (
        len(labels) > 1
        and all(_HOST_LABEL.fullmatch(label) for label in labels)
        and has_known_suffix(host)
        and assess(host).fault != "suffix"
    )


def _with_scheme(address: str, text: str, rules: Rules) -> str:
    """Return ``address`` with http or https before it."""
    if doubled := _DOUBLED.fullmatch(address):
        meant = f"{doubled['last']}://{doubled['rest']}"
        raise InvalidWebsite("web-syntax", value=text, suggestion=_tried(meant, rules, "typed"))
    if _GOOD_SCHEME.match(address):
        return address
    if address.startswith("//") and address[2:3] not in {"/", ""}:
        return f"https:{address}"
    if broken := _BROKEN_SCHEME.fullmatch(address):
        meant = f"{broken['scheme'].lower()}://{broken['rest']}"
        raise InvalidWebsite("web-syntax", value=text, suggestion=_tried(meant, rules, "typed"))
    scheme = _SCHEME.match(address)
    if (
        scheme is not None
        and not _is_host_and_port(scheme[1], address[scheme.end() :])
        and not _is_user_at_host(address)
    ):
        rest = address[scheme.end() :].lstrip("/")
        meant = f"https://{rest}" if _HTTP_LIKE.fullmatch(scheme[1]) or scheme[1].lower() == "ftp" else ""
        raise InvalidWebsite(
            "web-scheme", value=text, suggestion=_tried(meant, rules, "typed"), scheme=scheme[1]
        )
    if _EMAIL_SHAPE.match(address):
        raise InvalidWebsite("web-email", value=text)
    if address[:1] in "/:?#":
        raise InvalidWebsite("web-syntax", value=text, suggestion=_tried(address.lstrip("/:?#"), rules))
    return f"https://{address}"


def _is_host_and_port(name: str, rest: str) -> bool:
    """Tell ``contoh.desa.id:8080`` from a scheme (``tel:112``)."""
    is_host = "." in name or name.lower() in LOCAL_NAMES
    return is_host and re.match(r"\d{1,5}(?:[/?#]|\Z)", rest) is not None


def _is_user_at_host(address: str) -> bool:
    return "@" in re.split(r"[/?#]", address)[0] and "." in address.partition(":")[0]


def _read(url: str, text: str, rules: Rules, warnings: tuple[str, ...]) -> Website:
    """Read a URL that has a scheme."""
    address = _as_browser(url, text, rules)
    host = address.host
    facts = assess(host)
    _check_domain(address, facts, text, rules)
    path, query, dropped = _tidied(address)
    dropped += tuple(code for code in _rewritten(url, address) if code not in dropped)
    if holds_identity_number(path + query):
        raise InvalidWebsite("private-nik", value=text)
    printed = host + ("" if path == "/" and not query else path) + query
    if printed != host and _is_several(printed):
        raise InvalidWebsite("web-multiple", value=text)
    if len(printed) > LONGEST_FIELD - len("https://"):
        raise InvalidWebsite("web-syntax", value=text, characters=len(printed))
    found = (
        *warnings,
        *(("web-http",) if address.scheme == "http" else ()),
        *dropped,
        *(("web-path",) if path != "/" else ()),
        *(("web-query",) if query else ()),
        *_warnings(facts, rules),
    )
    tier: Tier = "other" if facts.tier == "free" else facts.tier
    if rules.policy == "ketat" and tier not in {"desa", "gov"}:
        raise InvalidWebsite("web-not-official", value=text, domain=host)
    return Website(
        url=f"{address.scheme}://{host}{path}{query}",
        printed=printed,
        host=host,
        tier=tier,
        warnings=found,
    )


def _as_browser(url: str, text: str, rules: Rules) -> WebAddress:
    """Return the parts as a browser sees them, after refusing what only looks like a host."""
    authority = re.split(r"[/?#]", url.partition("://")[2], maxsplit=1)[0]
    if "@" in authority:
        raise InvalidWebsite("web-userinfo", value=text)
    if "%" in authority:
        raise InvalidWebsite("web-host", value=text)
    if not authority.isascii() or "xn--" in authority.lower():
        _refuse_foreign(url, authority, text, rules)
    if any(character in authority for character in ",;_"):
        meant = url.replace(authority, re.sub(r"[,;]", ".", authority), 1) if "_" not in authority else ""
        raise InvalidWebsite("web-host", value=text, suggestion=_tried(meant, rules, "typed"))
    address = parse_web_address(url)
    if address is None:
        raise InvalidWebsite("web-host", value=text, suggestion=_without_double_dots(url, authority, rules))
    if address.is_address:
        raise InvalidWebsite("web-ip", value=text)
    host = address.host.rstrip(".")
    if "." not in host or host.rpartition(".")[2] in LOCAL_NAMES:
        near = mended(host)
        raise InvalidWebsite("web-local", value=text, suggestion=_tried(near or "", rules))
    if address.port:
        raise InvalidWebsite("web-port", value=text, suggestion=None, port=address.port)
    if len(host) > _LONGEST_HOST or not all(_HOST_LABEL.fullmatch(label) for label in host.split(".")):
        raise InvalidWebsite("web-host", value=text, suggestion=_without_double_dots(url, authority, rules))
    return address._replace(host=host)


def _without_double_dots(url: str, authority: str, rules: Rules) -> str | None:
    single = re.sub(r"\.{2,}", ".", authority).strip(".")
    return _tried(url.replace(authority, single, 1), rules, "typed") if single != authority else None


def _refuse_foreign(url: str, authority: str, text: str, rules: Rules) -> None:
    is_foreign, imitated = look_alike(authority)
    if imitated is not None:
        meant = _tried(url.replace(authority, imitated, 1), rules, "typed")
        raise InvalidWebsite("web-homograph", value=text, suggestion=meant)
    if is_foreign:
        plain = without_accents(authority)
        meant = _tried(url.replace(authority, plain, 1), rules, "typed") if plain else None
        raise InvalidWebsite("web-idn", value=text, suggestion=meant)


def _check_domain(address: WebAddress, facts: DomainFacts, text: str, rules: Rules) -> None:
    host = address.host
    if slip := _WWW_SLIP.match(host):
        meant = f"{address.scheme}://www.{host[slip.end() :]}{address.path}"
        raise InvalidWebsite("web-typo", value=text, suggestion=_tried(meant, rules, "url"))
    if facts.fault is None:
        return
    if facts.fault == "special":
        raise InvalidWebsite("web-placeholder", value=text)
    meant = f"{address.scheme}://{facts.suggestion}" if facts.suggestion else ""
    raise InvalidWebsite(
        _FAULTS[facts.fault], value=text, suggestion=_tried(meant, rules, "typed"), domain=host
    )


def _tidied(address: WebAddress) -> tuple[str, str, tuple[str, ...]]:
    """Return path and query without index page, tracking and fragment, and the codes of what went."""
    path, query, dropped = address.path, address.query, []
    if _INDEX.fullmatch(path) and not query:
        path = "/"
        dropped.append("web-index-stripped")
    if query:
        kept = [pair for pair in query[1:].split("&") if pair and not _TRACKING.fullmatch(pair)]
        if len(kept) != query.count("&") + 1:
            dropped.append("web-tracking-stripped")
            if not kept and _INDEX.fullmatch(path):
                path = "/"
                dropped.insert(0, "web-index-stripped")
        query = f"?{'&'.join(kept)}" if kept else ""
    if address.fragment:
        dropped.append("web-fragment-stripped")
    whole = path + query
    if whole != "/" and whole != (trimmed := _trimmed(whole)):
        again = parse_web_address(f"{address.scheme}://{address.host}{trimmed}")
        path, query, more = _tidied(again) if again else (path, query, ())
        dropped += [code for code in more if code not in dropped]
    return path or "/", query, tuple(dropped)


def _rewritten(url: str, address: WebAddress) -> Iterator[str]:
    """Give the codes of what a browser writes otherwise than it was typed: empty parts, dots, letters."""
    before, mark, fragment = url.partition("#")
    if before.endswith("?"):
        yield "web-query-stripped"
    if mark and not fragment:
        yield "web-fragment-stripped"
    typed = _AUTHORITY.sub("", before).removesuffix("?")
    if (typed if typed[:1] == "/" else f"/{typed}") != address.path + address.query:
        yield "web-rewritten"


_AUTHORITY: Final = re.compile(r"\A[a-z]+://[^/?#]*", re.IGNORECASE)


def _warnings(facts: DomainFacts, rules: Rules) -> tuple[str, ...]:
    found = []
    if facts.tier in {"id", "other", "free"} and rules.policy != "longgar":
        found.append("web-not-official")
    if facts.marks:
        found.extend(code for mark, code in _MARKED if mark in facts.marks)
    return tuple(found)


def _tried(address: str, rules: Rules, form: str = "url") -> str | None:
    """Return a good address as a URL, as ``typed`` or as ``printed``; None for one that is refused."""
    if not address or not rules.guesses:
        return None
    try:
        website = _parsed(address, rules.fewer())
    except InvalidWebsite:
        return None
    if form == "printed":
        return website.printed
    return (
        website.url.removesuffix("/")
        if form == "typed" or website.url.count("/") == len("///")
        else website.url
    )
