"""Links that lead elsewhere than the contact that they show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kopsurat.contacts.email import parse_email
from kopsurat.contacts.find import find_contacts
from kopsurat.contacts.lint import Finding
from kopsurat.contacts.phone import Phone, parse_phone
from kopsurat.contacts.website import Website, parse_website
from kopsurat.errors import InvalidInput

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kopsurat.contacts.email import Email

__all__ = ["lint_links"]

_LONGEST_LINK = 2_000


def lint_links(links: Iterable[tuple[str, str]]) -> tuple[Finding, ...]:
    """Compare each link's shown text with its target; ``links`` are pairs (text shown, target).

    Gives ``link-mismatch`` where a link shows one contact and leads to another: ``found`` is the
    target, ``expected`` the contact that is shown. Links that show no contact are passed over.
    """
    return tuple(_mismatches(links))


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
            return parse_website(target).host.removeprefix("www.") == value.host.removeprefix("www.")
        return parse_email(target) == value
    except InvalidInput:
        return False
