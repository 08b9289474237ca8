"""Documents with links: contacts that only a link holds, and links that lead elsewhere than they show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kopsurat.arguments import expect, expect_each, expect_pair
from kopsurat.contacts.card import ContactCard
from kopsurat.contacts.email import Email, parse_email
from kopsurat.contacts.find import find_contacts
from kopsurat.contacts.lint import Finding, lint_contacts
from kopsurat.contacts.phone import Phone, parse_phone
from kopsurat.contacts.website import Website, parse_website
from kopsurat.errors import InvalidInput

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["lint_document", "lint_links", "unsaid_links"]

_LONGEST_LINK: Final = 2_000
_PHONE_LINKS: Final = (
    "tel:",
    "callto:",
    "sms:",
    "whatsapp:",
    "https://wa.me/",
    "http://wa.me/",
    "https://api.whatsapp.com/",
)


def lint_document(
    text: str, links: Sequence[tuple[str, str]], card: ContactCard, *, profile: str = "seed"
) -> tuple[Finding, ...]:
    """Compare what a document shows and where its links lead with ``card``.

    ``links`` are pairs (text shown, target). The findings are those of
    :func:`~kopsurat.contacts.lint.lint_contacts`, without what only a link holds being missing, then
    those of :func:`lint_links`, and ``extra-email`` and ``extra-phone`` for a ``mailto:`` or ``tel:``
    that leads to nobody of the card.
    """
    links = _pairs(links)
    expect(card, ContactCard, "card")
    reached, strangers = _targets(links, card)
    shown = lint_contacts(text, card, profile=profile)
    kept = (f for f in shown if not (f.code.startswith("missing-") and f.expected in reached))
    return (*kept, *lint_links(links), *strangers)


def unsaid_links(text: str, targets: Iterable[str]) -> tuple[str, ...]:
    """Return the targets of links that lead to no telephone, e-mail address or site that a text holds."""
    wanted = tuple(targets)
    values = [found.value for found in find_contacts(text)] if wanted else []
    return tuple(each for each in wanted if not any(_leads_to(each, value) for value in values))


def _pairs(links: object) -> tuple[tuple[str, str], ...]:
    """Return links as pairs of text shown and target, or refuse what is none."""
    given = expect_each(links, object, "links")
    return tuple(expect_pair(each, str, f"links[{index}]") for index, each in enumerate(given))


def _targets(
    links: Iterable[tuple[str, str]], card: ContactCard
) -> tuple[frozenset[str], tuple[Finding, ...]]:
    """Return the contacts of the card that links lead to, as printed, and what leads to nobody of it."""
    phones = {phone.digits: phone.printed for phone in (*card.phones, card.fax, card.emergency) if phone}
    reached: set[str] = set()
    strangers: dict[str, Finding] = {}
    for shown, target in links:
        if len(target) > _LONGEST_LINK:
            continue
        value = _contact_of(target.strip())
        if isinstance(value, Phone) and value.digits in phones:
            reached.add(phones[value.digits])
        elif isinstance(value, Email) and value in card.emails:
            reached.add(value.printed)
        elif isinstance(value, Website) and card.website and _is_same_site(value, card.website):
            reached.add(card.website.printed)
        elif not isinstance(value, Website) and not _shows_contact(shown):
            for code, is_such in (("extra-email", _is_mail(target)), ("extra-phone", _is_phone(target))):
                if is_such:
                    strangers.setdefault(target, Finding(code=code, found=target, expected="", span=(0, 0)))
    return frozenset(reached), tuple(strangers.values())


def _contact_of(target: str) -> Phone | Email | Website | None:
    """Return the contact that a target leads to, or None when it leads to none."""
    try:
        if _is_phone(target):
            return parse_phone(target)
        return parse_email(target) if _is_mail(target) else parse_website(target)
    except InvalidInput:
        return None


def _is_mail(target: str) -> bool:
    return target.strip().lower().startswith("mailto:")


def _is_phone(target: str) -> bool:
    return target.strip().lower().startswith(_PHONE_LINKS)


def _is_same_site(one: Website, other: Website) -> bool:
    return one.host.removeprefix("www.") == other.host.removeprefix("www.")


def _shows_contact(shown: str) -> bool:
    return len(shown) <= _LONGEST_LINK and len(find_contacts(shown)) == 1


def lint_links(links: Iterable[tuple[str, str]]) -> tuple[Finding, ...]:
    """Compare each link's shown text with its target; ``links`` are pairs (text shown, target).

    Gives ``link-mismatch`` where a link shows one contact and leads to another: ``found`` is the
    target, ``expected`` the contact that is shown. Links that show no contact are passed over.
    """
    return tuple(_mismatches(_pairs(links)))


def _mismatches(links: Iterable[tuple[str, str]]) -> Iterator[Finding]:
    for shown, target in links:
        if len(shown) > _LONGEST_LINK or len(target) > _LONGEST_LINK:
            continue
        values = [one.value for one in find_contacts(shown)]
        if len(values) == 1 and not _leads_to(target, values[0]):
            yield Finding(code="link-mismatch", found=target, expected=str(values[0]), span=(0, 0))


def _leads_to(target: str, value: Phone | Email | Website) -> bool:
    """Tell whether a target is the contact; a telephone may lead to its WhatsApp, a site to its page."""
    try:
        if isinstance(value, Phone):
            return parse_phone(target).digits == value.digits
        if isinstance(value, Website):
            return _is_same_site(parse_website(target), value)
        return parse_email(target) == value
    except InvalidInput:
        return False
