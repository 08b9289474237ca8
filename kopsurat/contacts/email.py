"""E-mail addresses of an office: what email-validator accepts, less what does not belong on paper."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field
from typing import Any, Final, NoReturn

from kopsurat.contacts.domain_names import PLACEHOLDER_USERS, ROLE_WORDS, SPECIAL_SUFFIXES
from kopsurat.contacts.domains import (
    DomainFacts,
    Policy,
    Rules,
    Tier,
    assess,
    look_alike,
    mended,
    nearest_provider,
    rules_of,
    without_accents,
)
from kopsurat.contacts.folding import LONGEST_FIELD, fold, is_empty_word, without_lone_bracket
from kopsurat.contacts.privacy import holds_identity_number
from kopsurat.errors import InvalidEmail
from kopsurat.values import unchangeable

__all__ = ["GLUED_LABEL", "Email", "parse_email", "parse_emails"]

_ORDINARY: Final = re.compile(r"([a-z0-9][a-z0-9._+-]*)@([a-z0-9][a-z0-9.-]+\.[a-z]{2,})")
_LABEL: Final = re.compile(
    r"\s*(?:[\u2709\U0001f4e7-\U0001f4e9]\s*|(?<![^\s,;/|(])e\s*(?::\s*|\.\s+)(?=\S+@))"
    r"|(?<![^\s,;/|(])\s*(?:alamat\s+)?(?:e[-\s]?mail|surel|pos[-\s]?el|surat\s+elektronik|mail)"
    r"(?:\s+(?:resmi|desa|kantor|kami)(?!\.\S))?\s*(?:[:=]\s*|[.](?![\w+-])\s*|-\s+|\s+(?=\S+@))",
    re.IGNORECASE,
)
GLUED_LABEL: Final = re.compile(r"\A(?:E-?[Mm]ail|Surel|Pos-?[Ee]l)[.]+(?=[a-z0-9][a-z0-9._+-]*@)")
"""A label glued to an address (``Email.desa@…``); in small letters, or all in capitals, it is a part."""
_MAILTO: Final = re.compile(r"mailto:(?://)?([^?]*)(?:\?.*)?", re.IGNORECASE | re.DOTALL)
_DISPLAY: Final = re.compile(r"[^<>@]*?[^\s<>@][^<>@]*?\s*<\s*([^<>]+?)\s*>", re.DOTALL)
_NOTE: Final = re.compile(r"[ \t]*\([^()@\\\x00-\x1f]*\)\s*\Z")
_AT_WORD: Final = re.compile(
    r"\s*(?:\[\s*(?:at|@)\s*\]|\(\s*(?:at|@)\s*\)|\{\s*at\s*\}|<at>|\s+at\s+|\s+et\s+)\s*", re.IGNORECASE
)
_DOT_WORD: Final = re.compile(
    r"\s*(?:[\[({]\s*(?:dot|titik|\.)\s*[\])}]|\s+(?:dot|titik)\s+)\s*", re.IGNORECASE
)
_SEPARATORS: Final = re.compile(r"\s*(?:[,;/&|\n•\\]|(?<!\S)(?:dan|atau|and|or)(?!\S))\s*|\s+", re.IGNORECASE)
_LOCAL: Final = re.compile(r"[A-Za-z0-9._+-]+")
_ATOM: Final = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+")
_DOMAIN: Final = re.compile(r"[A-Za-z0-9.-]+")
_EDGE: Final = " \t\n.,;:!?'\"`"
_CLOSING: Final = " \t\n.,;:!?'>"
_LOOSE_END: Final = re.compile(
    r"\A(?::|[=•|/-]+(?=\s))\s*(?=[^\s@])|(?:\s[/|•&\s-]*|(?<=[a-z])[/|•]\s*)\Z", re.IGNORECASE
)
_QUOTES: Final = frozenset('"`')
_LONGEST_LOCAL: Final = 64
_GMAIL: Final = frozenset({"gmail.com", "googlemail.com"})
_FAULTS: Final = {
    "special": "email-special-use",
    "tld": "email-tld-unknown",
    "suffix": "email-domain-is-suffix",
    "placeholder": "email-placeholder",
}


@unchangeable
@dataclass(frozen=True, slots=True, kw_only=True)
class Email:
    """An e-mail address in lower case, made by :func:`parse_email`; warnings do not count when comparing."""

    local: str
    domain: str
    tier: Tier = field(compare=False)
    warnings: tuple[str, ...] = field(default=(), compare=False)

    @property
    def printed(self) -> str:
        """The address as it stands on paper."""
        return f"{self.local}@{self.domain}"

    @property
    def uri(self) -> str:
        """The ``mailto:`` link."""
        return f"mailto:{self.local}@{self.domain}"

    def __str__(self) -> str:
        return self.printed

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: object) -> Any:  # noqa: ANN401 - pydantic's own type
        from kopsurat.contacts.schema import core_schema_of

        return core_schema_of(cls, parse_email)

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: object, _handler: object) -> dict[str, Any]:
        from kopsurat.contacts.schema import json_schema_of

        return json_schema_of("email")


def parse_email(text: str, *, policy: Policy = "resmi") -> Email:
    """Read one e-mail address.

    ``policy`` says how strict to be about the domain. Raises
    :class:`~kopsurat.errors.InvalidEmail` with the code of the first fault and a suggestion where
    one is certain; ``not-a-text`` for anything but text, and
    :class:`~kopsurat.errors.InvalidInput` ``choice-unknown`` for a policy that does not exist.
    """
    if not isinstance(text, str):
        raise InvalidEmail("not-a-text", value=text)
    return _parsed(text, rules_of(policy))


def _parsed(text: str, rules: Rules) -> Email:
    if ordinary := _ORDINARY.fullmatch(text):
        return _judged(ordinary[1], ordinary[2], text, rules, ())
    if len(text) > LONGEST_FIELD:
        raise InvalidEmail("email-syntax", value=text[:40] + "…", characters=len(text))
    address, warnings = _bare(text)
    local, domain = _halves(address, text, rules)
    return _judged(local, domain, text, rules, warnings)


def parse_emails(text: str, *, policy: Policy = "resmi") -> tuple[Email, ...]:
    """Read a list of addresses, in order and each once; one bad entry refuses the list."""
    if not isinstance(text, str):
        raise InvalidEmail("not-a-text", value=text)
    folded = _folded(text)
    if len(text) > LONGEST_FIELD or not _is_list(folded):
        return (parse_email(text, policy=policy),)
    found: dict[str, Email] = {}
    pieces = [piece for piece in _SEPARATORS.split(_LABEL.sub(" ", folded)) if piece.strip(_EDGE)]
    for index, piece in enumerate(pieces, start=1):
        try:
            address = parse_email(piece, policy=policy)
        except InvalidEmail as fault:
            fault.evidence["index"] = index
            raise
        found.setdefault(address.printed, address)
    return tuple(found.values())


def _folded(text: str) -> str:
    return fold(text).replace("。", ".")


def _is_list(folded: str) -> bool:
    pieces = _SEPARATORS.split(_LABEL.sub(" ", folded).strip())
    return bool(
        sum(
            "@" in piece and piece.strip(_EDGE)[:1] != "@" and piece.strip(_EDGE)[-1:] != "@"
            for piece in pieces
        )
        > 1
    )


def _bare(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the address without label, brackets and outer punctuation, and what was odd."""
    address = _folded(text).strip()
    warnings: list[str] = []
    if address != text.strip():
        warnings.append("email-unicode-fixed")
    address = _LOOSE_END.sub("", GLUED_LABEL.sub("", address))
    while label := _LABEL.match(address):
        address = _LOOSE_END.sub("", address[label.end() :])
    if is_empty_word(address):
        raise InvalidEmail("email-empty", value=text)
    if link := _MAILTO.fullmatch(address.strip("<> ")):
        address = link[1]
    if display := _DISPLAY.fullmatch(address.rstrip(_EDGE)):
        address = display[1]
        warnings.append("email-display-name")
    elif "@" in address and (note := _NOTE.search(address)) and "at" not in note[0].lower().split("(")[1][:3]:
        address = address[: note.start()]
        warnings.append("email-display-name")
    address = without_lone_bracket(address.strip(" \t\n“”‘’«»").lstrip("<'").rstrip(_CLOSING).strip())
    if address[:1] != '"':
        address = address.rstrip('"').rstrip(_CLOSING)
    if len(address) > 1 and address[0] == address[-1] and address[0] in _QUOTES and address.count("@") == 1:
        address = address[1:-1].strip()
    while address[:1] in {"(", "["} and address[-1:] in {")", "]"} and "@" in address:
        address = address[1:-1].strip().rstrip(_CLOSING)
    return address, tuple(warnings)


def _halves(address: str, text: str, rules: Rules) -> tuple[str, str]:
    """Return the two sides of the @, when there is one of it and nothing between."""
    if not address:
        raise InvalidEmail("email-empty", value=text)
    if "@" not in address or _AT_WORD.search(address):
        raise InvalidEmail("email-no-at", value=text, suggestion=_with_at(address, rules))
    if _is_list(address):
        pieces = [piece for piece in _SEPARATORS.split(address) if piece.strip(_EDGE)]
        parsed = [_tried(piece, rules) for piece in pieces]
        meant = " / ".join(dict.fromkeys(piece for piece in parsed if piece)) if all(parsed) else None
        raise InvalidEmail("email-multiple", value=text, suggestion=meant)
    if any(character.isspace() for character in address):
        meant = None if _has_words_behind(address, rules) else _tried("".join(address.split()), rules)
        raise InvalidEmail("email-space", value=text, suggestion=meant)
    local, _, domain = address.rpartition("@")
    if "@" in local or not local or not domain:
        _refuse_syntax(text, _tried(re.sub(r"@+", "@", address), rules))
    return local, domain


def _has_words_behind(address: str, rules: Rules) -> bool:
    """Tell whether a whole address stands before a space and more words (``a@contoh.desa.id - contoh``)."""
    words = address.split()
    for word, after in itertools.pairwise(words):
        if "@" in word and after[:1] != ".":
            try:
                _parsed(word, rules.fewer())
            except InvalidEmail:
                continue
            return True
    return False


def _with_at(address: str, rules: Rules) -> str | None:
    if "://" in address:
        return None
    spelled = _DOT_WORD.sub(".", _AT_WORD.sub("@", address, count=1))
    return _tried(spelled, rules) if spelled.count("@") == 1 else None


def _tried(address: str, rules: Rules) -> str | None:
    """Return ``address`` in print when it is good, else what it was surely meant to be."""
    if (
        not rules.guesses
        or _is_list(address)
        or not address
        or address.count("@") != 1
        or any(c.isspace() for c in address)
    ):
        return None
    try:
        return _parsed(address, rules.fewer()).printed
    except InvalidEmail as fault:
        return fault.suggestion


def _refuse_syntax(text: str, suggestion: str | None = None) -> NoReturn:
    raise InvalidEmail("email-syntax", value=text, suggestion=suggestion)


def _judged(local: str, domain: str, text: str, rules: Rules, warnings: tuple[str, ...]) -> Email:
    _check_letters(local, domain, text, rules)
    small_local, small_domain = local.lower(), domain.lower()
    if small_local != local or small_domain != domain:
        warnings = (*warnings, "email-case")
    if ".." in small_domain or small_domain[0] == ".":
        _refuse_syntax(text, _tried(f"{local}@{re.sub(r'[.]+', '.', domain).strip('.')}", rules))
    if "." not in small_domain and small_domain not in SPECIAL_SUFFIXES:
        meant_domain = nearest_provider(small_domain) or mended(small_domain)
        _refuse_syntax(text, _tried(f"{small_local}@{meant_domain}", rules) if meant_domain else None)
    facts = assess(small_domain) if len(small_domain) <= _LONGEST_DOMAIN else None
    if facts is not None and facts.typo_of and facts.fault != "special":
        meant = _tried(f"{small_local}@{facts.typo_of}", rules)
        raise InvalidEmail("email-domain-typo", value=text, suggestion=meant, domain=small_domain)
    if facts is not None and facts.fault is not None:
        better = _tried(f"{small_local}@{facts.suggestion}", rules) if facts.suggestion else None
        raise InvalidEmail(_FAULTS[facts.fault], value=text, suggestion=better, domain=small_domain)
    _check_standard(small_local, small_domain, text)
    if facts is None:
        _refuse_syntax(text)
    if small_local in PLACEHOLDER_USERS:
        raise InvalidEmail("email-placeholder", value=text)
    if holds_identity_number(small_local):
        raise InvalidEmail("private-nik", value=text)
    found = (*warnings, *_warnings(small_local, small_domain, facts, rules))
    if rules.policy == "ketat" and facts.tier not in {"desa", "gov"}:
        code = "email-free-provider" if facts.tier == "free" else "email-domain-not-official"
        raise InvalidEmail(code, value=text, domain=small_domain)
    return Email(local=small_local, domain=small_domain, tier=facts.tier, warnings=found)


_LONGEST_DOMAIN: Final = 253


def _check_letters(local: str, domain: str, text: str, rules: Rules) -> None:
    """Refuse letters outside ASCII, and characters that no office needs."""
    is_foreign, imitated = (False, None)
    if not domain.isascii() or "xn--" in domain.lower():
        is_foreign, imitated = look_alike(domain)
    if not local.isascii():
        _, plain = look_alike(local)
        if plain is not None and "xn--" not in local:
            raise InvalidEmail(
                "email-homograph", value=text, suggestion=_tried(f"{plain}@{imitated or domain}", rules)
            )
        folded = without_accents(local)
        raise InvalidEmail(
            "email-non-ascii", value=text, suggestion=_tried(f"{folded}@{domain}", rules) if folded else None
        )
    if imitated is not None:
        raise InvalidEmail("email-homograph", value=text, suggestion=_tried(f"{local}@{imitated}", rules))
    if is_foreign:
        plain = without_accents(domain)
        meant = _tried(f"{local}@{plain}", rules) if plain else None
        raise InvalidEmail("email-idn", value=text, suggestion=meant, domain=domain)
    if len(local) > _LONGEST_LOCAL:
        raise InvalidEmail("email-local-too-long", value=text, characters=len(local))
    if _DOMAIN.fullmatch(domain) is None:
        _refuse_syntax(
            text, _tried(f"{local}@{re.sub(r'[,;:_ ]', '.', domain)}", rules) if "," in domain else None
        )
    if _LOCAL.fullmatch(local) is None or local[0] in "+-":
        if _ATOM.fullmatch(local) is None or ".." in local or local[0] == "." or local[-1] == ".":
            _refuse_syntax(text)
        raise InvalidEmail("email-local-chars", value=text)


def _check_standard(local: str, domain: str, text: str) -> None:
    """Ask email-validator, unless the address is too plain to ask; its exceptions end here."""
    if len(local) + len(domain) < _LONGEST_LOCAL and _PLAIN.fullmatch(f"{local}@{domain}"):
        return
    import email_validator

    try:
        email_validator.validate_email(f"{local}@{domain}", check_deliverability=False, allow_smtputf8=False)
    except email_validator.EmailNotValidError as fault:
        raise InvalidEmail("email-syntax", value=text, reason=str(fault)) from None


_PLAIN: Final = re.compile(r"[a-z0-9]+(?:[._+-][a-z0-9]+)*@(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z]{2,}")
"""Words of letters and digits with single marks between them: no standard refuses these."""


def _warnings(local: str, domain: str, facts: DomainFacts, rules: Rules) -> tuple[str, ...]:
    found = []
    if facts.tier == "free":
        found.append("email-free-provider")
        if domain in _GMAIL and not _is_gmail_name(local):
            found.append("email-gmail-impossible")
    elif facts.tier in {"id", "other"} and rules.policy != "longgar":
        found.append("email-domain-not-official")
    if "+" in local:
        found.append("email-plus-tag")
    if local.startswith("www.") or domain.startswith("www."):
        found.append("email-www")
    if facts.marks:
        found.extend(code for mark, code in _MARKED if mark in facts.marks)
    if rules.policy == "ketat" and not any(word in local for word in ROLE_WORDS):
        found.append("email-not-role")
    return tuple(found)


_MARKED: Final = (("go-id-village", "domain-go-id-village"), ("missing-dot", "domain-missing-dot"))
_GMAIL_NAME: Final = re.compile(r"(?=.{6,30}\Z)[a-z0-9]+(?:\.[a-z0-9]+)*")


def _is_gmail_name(local: str) -> bool:
    """Tell whether Gmail gives such a name (6 to 30 letters, digits and single dots)."""
    return _GMAIL_NAME.fullmatch(local.partition("+")[0]) is not None
