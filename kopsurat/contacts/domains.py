"""Judging a domain name: whose it is, whether it exists as a name, what was surely meant."""

from __future__ import annotations

import functools
import pkgutil
import re
import unicodedata
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from kopsurat.contacts import domain_names as names
from kopsurat.errors import InvalidInput

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "DomainFacts",
    "Policy",
    "Rules",
    "Tier",
    "assess",
    "has_known_suffix",
    "look_alike",
    "mended",
    "nearest_provider",
    "rules_of",
    "without_accents",
]

Tier = Literal["desa", "gov", "id", "other", "free"]
"""Whose domain it is: a village's (``desa``), the government's, another of .id, any other, a free mailbox."""

Policy = Literal["longgar", "resmi", "ketat"]
"""How strict to be about domains: ``longgar`` warns of free ones, ``resmi`` (the default) of all
that are not official, ``ketat`` refuses what is not ``desa.id`` or ``go.id``."""

_GLUED: Final = re.compile(r"(?P<name>.+?)?(?P<second>desa|go|co|or|web|sch|ac|my|net)id")
_VILLAGE_NAME: Final = re.compile(
    r"(?:desa|pemdes|pemerintahdesa|kel|kelurahan|kalurahan|nagari|gampong|pekon|kampung|lembang|tiyuh|negeri)"
    r"(?!kab|kota|prov)[a-z0-9-]+",
)
_SECOND_LEVELS: Final = frozenset(
    {"desa", "go", "co", "or", "web", "sch", "ac", "my", "net", "mil", "ponpes", "biz"}
)
_TOP_LEVELS: Final = ("com", "net", "org")


class Rules(NamedTuple):
    """A policy, and how many guesses at what was meant may follow from one another."""

    policy: Policy
    guesses: int = 2

    def fewer(self) -> Rules:
        """Return the rules for reading a guess."""
        return Rules(self.policy, self.guesses - 1)


_RULES: Final[dict[str, Rules]] = {
    "longgar": Rules("longgar"),
    "resmi": Rules("resmi"),
    "ketat": Rules("ketat"),
}


def rules_of(policy: str) -> Rules:
    """Return the rules of a policy; :class:`~kopsurat.errors.InvalidInput` for one that does not exist."""
    try:
        return _RULES[policy]
    except (KeyError, TypeError):
        raise InvalidInput("choice-unknown", path="policy", value=policy, choices=", ".join(_RULES)) from None


class DomainFacts(NamedTuple):
    """What is known of a domain from its name alone."""

    tier: Tier
    registered: str
    fault: str | None
    suggestion: str | None
    typo_of: str | None
    marks: frozenset[str]


@functools.lru_cache(maxsize=4096)
def assess(host: str) -> DomainFacts:
    """Judge an ASCII lower-case host of at least one label.

    ``fault`` is ``special``, ``tld``, ``suffix`` or ``placeholder``, the first that applies, or
    None; ``typo_of`` is the mail provider that it misspells; ``marks`` says what is worth a warning.
    """
    registered = _registered(host)
    tier = _tier(host, registered)
    fault, suggestion = _fault(host, registered)
    marks = frozenset(_marks(host, registered or host))
    return DomainFacts(tier, registered or host, fault, suggestion, nearest_provider(host), marks)


def _suffix_list(host: str) -> Any:  # noqa: ANN401 - the library has no types
    top = host.rstrip(".").rpartition(".")[2]
    return _suffixes_under(top) if top in _USUAL else _all_suffixes()


_USUAL: Final = frozenset({"id", "com", "net", "org"})
"""Top-level domains whose rules are read alone, which takes a tenth of the time of reading all."""


@functools.cache
def _suffixes_under(top: str) -> Any:  # noqa: ANN401 - as above
    from publicsuffixlist import PublicSuffixList

    rules, ending = pkgutil.get_data("publicsuffixlist", "public_suffix_list.dat") or b"", top.encode()
    under = [rule for rule in rules.splitlines() if rule.endswith(b"." + ending) or rule == ending]
    return PublicSuffixList(under, accept_unknown=False)


@functools.cache
def _all_suffixes() -> Any:  # noqa: ANN401 - as above
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList(accept_unknown=False)


def has_known_suffix(host: str) -> bool:
    """Tell whether the last label of ``host`` is a top-level domain."""
    return _suffix_list(host).publicsuffix(host.rpartition(".")[2]) is not None


def _registered(host: str) -> str | None:
    """Return the registrable domain, or None for a suffix and an unknown top level."""
    found: str | None = _suffix_list(host).privatesuffix(host)
    return found


def _tier(host: str, registered: str | None) -> Tier:
    if host.endswith(".desa.id"):
        return "desa"
    if host.endswith((".go.id", ".mil.id")):
        return "gov"
    if host in names.MAIL_PROVIDERS or registered in names.MAIL_PROVIDERS:
        return "free"
    return "id" if host.endswith(".id") else "other"


def _fault(host: str, registered: str | None) -> tuple[str | None, str | None]:
    if host.rpartition(".")[2] in names.SPECIAL_SUFFIXES or _ends_in(host, names.SPECIAL_DOMAINS):
        return "special", None
    if not has_known_suffix(host):
        return "tld", mended(host)
    if registered is None or (host.startswith("www.") and _registered(host[4:]) is None):
        return "suffix", None
    if registered in names.PLACEHOLDER_DOMAINS or _is_template(host, registered):
        return "placeholder", None
    return None, None


def _is_template(host: str, registered: str) -> bool:
    labels = host.removesuffix(registered).strip(".").split(".")
    return registered.partition(".")[0] in names.PLACEHOLDER_NAMES or any(
        label in {"namadesa", "nama-desa", "namadomain", "nama-domain"} for label in labels
    )


def _ends_in(host: str, domains: frozenset[str]) -> bool:
    return any(parent in domains for parent in _parents(host))


def _parents(host: str) -> Iterator[str]:
    yield host
    while "." in host:
        host = host.partition(".")[2]
        yield host


def _marks(host: str, registered: str) -> Iterator[str]:
    parents = frozenset(_parents(host))
    if parents & names.VENDORS:
        yield "vendor"
    if parents & names.FREE_HOSTS:
        yield "free-host"
    if parents & names.SOCIAL_HOSTS:
        yield "social"
    if host.startswith(("mail.", "webmail.", "email.")) or registered in names.MAIL_PROVIDERS:
        yield "mail-host"
    name, _, suffix = registered.partition(".")
    if suffix == "id" and registered not in names.VENDORS and _lacks_dot(name):
        yield "missing-dot"
    if suffix == "go.id" and host in {registered, f"www.{registered}"} and _VILLAGE_NAME.fullmatch(name):
        yield "go-id-village"


def _lacks_dot(name: str) -> bool:
    """Tell whether ``contohdesa`` of ``contohdesa.id`` may have lost the dot before ``desa``."""
    for second in ("desa", "kabgo", "kotago", "provgo"):
        if name.endswith(second) and len(name) > len(second) + 1:
            return True
    return False


def nearest_provider(host: str) -> str | None:
    """Return the mail provider that ``host`` misspells by one keystroke, or None."""
    if host in names.TYPO_DOMAINS:
        return names.TYPO_DOMAINS[host]
    if host in names.MAIL_PROVIDERS or host in names.NOT_TYPOS:
        return None
    for provider in names.TYPO_TARGETS:
        if abs(len(provider) - len(host)) <= 1 and _is_one_slip(host, provider):
            return provider
    return None


def _is_one_slip(first: str, second: str) -> bool:
    """Tell whether two different words are one insertion, deletion, change or swap apart."""
    start = 0
    shorter = min(len(first), len(second))
    while start < shorter and first[start] == second[start]:
        start += 1
    one, other = first[start:], second[start:]
    if one[1:] == other[1:] or one[1:] == other or one == other[1:]:
        return True
    return one[:2] == other[1::-1] and one[2:] == other[2:]


def mended(host: str) -> str | None:
    """Return ``host`` with its top level as it was surely meant, or None."""
    head, _, last = host.rpartition(".")
    if glued := _GLUED.fullmatch(last):
        name = ".".join(part for part in (head, glued["name"]) if part)
        return f"{name}.{glued['second']}.id" if name else None
    second = head.rpartition(".")[2]
    if head and second in _SECOND_LEVELS and (_is_one_slip(last, "id") or last in {"idn", "ind", "indo"}):
        return f"{head}.id" if "." in head else None
    for top in _TOP_LEVELS:
        if head and _is_one_slip(last, top):
            return f"{head}.{top}"
    return f"{head}.id" if head and last in {"di", "idd", "iid", "ids"} else None


def look_alike(domain: str) -> tuple[bool, str | None]:
    """Judge a domain with letters outside ASCII, also when they are hidden in ``xn--``.

    Returns whether it is foreign at all, and the ASCII name that it imitates or None.
    """
    shown = _decoded(domain)
    if shown is None:
        return True, None
    if shown.isascii():
        return "xn--" in domain.lower(), None
    plain = shown.translate(names.CONFUSABLE).lower()
    if plain.isascii():
        return True, plain
    return True, None


def without_accents(domain: str) -> str | None:
    """Return ``domain`` without accents when that leaves plain ASCII, else None."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", domain) if not unicodedata.combining(c))
    return plain.lower() if plain.isascii() and plain != domain else None


def _decoded(domain: str) -> str | None:
    labels = []
    for label in domain.split("."):
        if label[:4].lower() != "xn--":
            labels.append(label)
            continue
        try:
            labels.append(label[4:].encode("ascii").decode("punycode"))
        except UnicodeError:
            return None
    return unicodedata.normalize("NFKC", ".".join(labels))
