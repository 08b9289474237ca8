"""Comparing the contacts in a document with the office's card."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from kopsurat.arguments import expect
from kopsurat.contacts.card import ContactCard, profile_of
from kopsurat.contacts.consistency import is_mismatch
from kopsurat.contacts.find import Found, survey
from kopsurat.contacts.folding import with_bullets
from kopsurat.contacts.lint_blocks import (
    Block,
    Labelled,
    blocks_of,
    breaks_inside,
    malformed_after_labels,
)
from kopsurat.contacts.phone import Phone
from kopsurat.contacts.website import Website
from kopsurat.values import unchangeable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kopsurat.contacts.email import Email
    from kopsurat.contacts.find import Survey

__all__ = ["Finding", "Severity", "differences", "lint_contacts", "of_kind", "survey_of"]

Severity = Literal["error", "warning", "information"]
"""``error``: another value, or one that is missing; ``warning``: the same value in another shape."""

_SPACES: Final = re.compile(r"\s+")
_UNSEEN: Final = str.maketrans(
    {"\u00ad": "", "\u00a0": " ", "\u202f": " ", **dict.fromkeys("\r\x0b\x0c\x85\u2028\u2029", "\n")}
)
"""Soft hyphens and spaces that do not break print as the plain form does; every line end is one."""
_BROKEN: Final = re.compile(r"\s*\n\s*")


@unchangeable
@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One difference between a text and the card; ``text[span[0]:span[1]]`` is what was found.

    ``span`` is empty (start equals end) where something is missing.
    """

    code: str
    found: str
    expected: str
    span: tuple[int, int]

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        if self.code.startswith(("extra-", "domain-")):
            return "information"
        return "warning" if self.code.startswith("fmt-") or self.code == "val-web-www" else "error"


def lint_contacts(text: str, card: ContactCard, *, profile: str = "seed") -> tuple[Finding, ...]:
    """Compare the contacts in ``text`` with ``card``, in the order of the text.

    Codes: ``fmt-…`` the same value in another shape than ``profile`` prints; ``val-…`` another
    value; ``missing-…`` not in the text; ``extra-…`` in the text only; ``domain-mismatch`` e-mail
    and website of different domains. Raises :class:`~kopsurat.errors.InvalidInput`
    ``not-a-text`` for anything but text, ``choice-unknown`` for a profile that does not exist.
    """
    expect(card, ContactCard, "card")
    profile_of(profile)
    unique: dict[tuple[str, ...], Finding] = {}
    for finding in differences(text, survey_of(text, card), card, profile, once_a_line=True):
        once = (
            (finding.code,)
            if finding.code == "fmt-break"
            else (finding.code, finding.found, finding.expected)
        )
        unique.setdefault(once, finding)
    return tuple(unique.values())


def survey_of(text: str, card: ContactCard) -> Survey:
    """Find the contacts of ``text``; a value of the card is one also where a line end breaks a word of it."""
    seen = survey(text)
    parts = (*card.phones, card.fax, card.emergency, *card.emails, card.website)
    broken = breaks_inside([part.printed for part in parts if part is not None], text)
    return survey(text, passed_over=broken) if broken else seen


def differences(
    text: str,
    seen: Survey,
    card: ContactCard,
    profile: str,
    *,
    once_a_line: bool,
) -> list[Finding]:
    """Return the differences in the order of the text, the same one also again.

    ``once_a_line`` gives the first wrong label and separator of a contact line only.
    """
    blocks = blocks_of(seen)
    values = [
        *_lint_phones(text, seen, card),
        *_lint_emails(text, seen, card),
        *_lint_website(text, seen, card),
    ]
    extra = {finding.span for finding in values if finding.code.startswith("extra-")}
    ours = [Block(tuple(m for m in block.members if m.found.span not in extra)) for block in blocks]
    findings = [
        *values,
        *_label_findings(text, ours, card, profile, once_a_line=once_a_line),
        *_separator_findings(text, blocks, profile, once_a_line=once_a_line),
        *_lint_domains(blocks, card),
    ]
    return sorted(findings, key=lambda finding: (finding.span, finding.code))


def _lint_phones(text: str, seen: Survey, card: ContactCard) -> Iterator[Finding]:
    known = {phone.digits: phone for phone in (*card.phones, card.emergency, card.fax) if phone is not None}
    same: list[Found] = []
    other: list[Found] = []
    faxes: list[Found] = []
    for one in of_kind(seen, "phone", "fax"):
        if isinstance(one.value, Phone) and one.value.digits in known:
            same.append(one)
            yield from _shape("fmt-phone", one, known[one.value.digits].printed)
        else:
            (faxes if one.kind == "fax" else other).append(one)
    met = {one.value.digits for one in same if isinstance(one.value, Phone)}
    absent = [phone.printed for phone in card.phones if phone.digits not in met]
    bad = malformed_after_labels(seen, text, "phone") if absent else []
    yield from _paired(("val-phone", "missing-phone", "extra-phone"), absent, [*bad, *other], text)
    for one in faxes:
        expected = card.fax.printed if card.fax else ""
        yield Finding(
            code="val-fax" if card.fax else "extra-fax", found=one.text, expected=expected, span=one.span
        )


def _lint_emails(text: str, seen: Survey, card: ContactCard) -> Iterator[Finding]:
    known = {email.printed for email in card.emails}
    other: list[Found] = []
    met: set[str] = set()
    for one in of_kind(seen, "email"):
        if str(one.value) in known:
            met.add(str(one.value))
            yield from _shape("fmt-email", one, str(one.value))
        else:
            other.append(one)
    absent = [email.printed for email in card.emails if email.printed not in met]
    bad = malformed_after_labels(seen, text, "email") if absent else []
    yield from _paired(("val-email", "missing-email", "extra-email"), absent, [*bad, *other], text)


def _lint_website(text: str, seen: Survey, card: ContactCard) -> Iterator[Finding]:
    expected = card.website.printed if card.website else ""
    other: list[Found] = []
    is_met = card.website is None
    for one in of_kind(seen, "website"):
        printed = str(one.value)
        if expected and _without_www(printed) == _without_www(expected):
            is_met = True
            yield from _shape("fmt-web", one, printed, shown=expected)
            if printed != expected:
                yield Finding(code="val-web-www", found=one.text, expected=expected, span=one.span)
        else:
            other.append(one)
    absent = [] if is_met else [expected]
    bad = malformed_after_labels(seen, text, "website") if absent else []
    yield from _paired(("val-web", "missing-website", "extra-website"), absent, [*bad, *other], text)


def of_kind(seen: Survey, *kinds: str) -> Iterator[Found]:
    """Give the contacts of the kinds that are named, in order."""
    return (one for one in seen.found if one.kind in kinds)


def _without_www(printed: str) -> str:
    return printed.removeprefix("www.").rstrip("/")


def _shape(code: str, one: Found, printed: str, *, shown: str = "") -> Iterator[Finding]:
    """Compare how a value stands in the text with how it is printed."""
    raw = one.text.translate(_UNSEEN)
    expected = shown or printed
    if "\n" in raw:
        yield Finding(code="fmt-break", found=one.text, expected=expected, span=one.span)
        if printed in {_BROKEN.sub("", raw), _BROKEN.sub(" ", raw)}:
            return
    if raw != printed:
        yield Finding(code=code, found=one.text, expected=expected, span=one.span)


def _paired(
    codes: tuple[str, str, str], absent: list[str], other: Sequence[Found | Labelled], text: str
) -> Iterator[Finding]:
    """Pair what is absent with what stands there instead; the rest is missing, or extra."""
    changed, missing, extra = codes
    for expected, one in zip(absent, other, strict=False):
        yield Finding(code=changed, found=one.text, expected=expected, span=one.span)
    for expected in absent[len(other) :]:
        yield Finding(code=missing, found="", expected=expected, span=(len(text), len(text)))
    for one in other[len(absent) :]:
        yield Finding(code=extra, found=one.text, expected="", span=one.span)


def _label_findings(
    text: str, blocks: Iterable[Block], card: ContactCard, profile: str, *, once_a_line: bool
) -> Iterator[Finding]:
    """Compare the labels with those of the profile; a telephone of the card may not be called a fax."""
    labels = {
        _KIND_OF_PART[name]: label for name, label in profile_of(profile).parts if name in _KIND_OF_PART
    }
    if card.fax is None:
        labels["fax"] = labels["phone"]
    for block in blocks:
        for span, expected in itertools.islice(
            _label_faults(text, block, labels), 1 if once_a_line else None
        ):
            yield Finding(code="fmt-label", found=text[span[0] : span[1]], expected=expected, span=span)


def _separator_findings(
    text: str, blocks: Iterable[Block], profile: str, *, once_a_line: bool
) -> Iterator[Finding]:
    """Compare what stands between contacts with the separators of the profile."""
    for block in blocks:
        faults = _separator_faults(text, block, profile_of(profile).separator)
        for span, expected in itertools.islice(faults, 1 if once_a_line else None):
            yield Finding(code="fmt-separator", found=text[span[0] : span[1]], expected=expected, span=span)


_KIND_OF_PART: Final = {
    "phones": "phone",
    "fax": "fax",
    "emergency": "emergency",
    "emails": "email",
    "website": "website",
}


def _label_faults(text: str, block: Block, labels: dict[str, str]) -> Iterator[tuple[tuple[int, int], str]]:
    for member in block.members:
        expected = labels.get(_announced_kind(member.found))
        if expected is None or member.is_continued:
            continue
        if member.label is None:
            if block.is_line:
                yield (member.found.span[0], member.found.span[0]), expected
        elif not block.is_line and not _is_set_off(text, member.label[0], member.found.span[0]):
            continue
        elif _SPACES.sub(" ", text[member.label[0] : member.found.span[0]].translate(_UNSEEN)) != expected:
            yield (member.label[0], member.found.span[0]), expected


def _announced_kind(found: Found) -> str:
    """Return what the label of a contact should announce; an emergency number has its own."""
    is_emergency = isinstance(found.value, Phone) and found.value.kind == "emergency"
    return "emergency" if is_emergency else found.kind


def _is_set_off(text: str, start: int, end: int) -> bool:
    """Tell a label from a word of a sentence: it begins its line, or a colon or full stop ends it."""
    return text[start:end].rstrip()[-1:] in {":", ".", "="} or text[:start].rpartition("\n")[2].strip() == ""


def _separator_faults(text: str, block: Block, separator: str) -> Iterator[tuple[tuple[int, int], str]]:
    for before, after in zip(block.members, block.members[1:], strict=False):
        start, end = before.found.span[1], (after.label or after.found.span)[0]
        between = text[start:end]
        expected = " / " if after.is_continued else separator
        plain = with_bullets(between.translate(_UNSEEN))
        if "\n" in plain:
            if plain.strip(" \t\n") in {"", "/" if after.is_continued else separator.strip()}:
                continue
        elif plain == expected:
            continue
        yield (start, end), expected


def _lint_domains(blocks: Iterable[Block], card: ContactCard) -> Iterator[Finding]:
    """Report an e-mail that lives on another official domain than the website beside it."""
    for block in blocks:
        websites = [m.found.value for m in block.members if isinstance(m.found.value, Website)]
        for member in block.members:
            if member.found.kind != "email" or not websites:
                continue
            email: Email = member.found.value  # type: ignore[assignment]  # its kind says so
            if email in card.emails and websites[0] == card.website:
                continue
            if is_mismatch(email, websites[0]):
                yield Finding(
                    code="domain-mismatch",
                    found=member.found.text,
                    expected=websites[0].host,
                    span=member.found.span,
                )
