"""Telephone numbers, e-mail addresses and websites of a village office: parsed, printed, checked.

Finding contacts in text, service hours and region codes load when they are first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kopsurat.contacts.card import PROFILES, ContactCard, LineProfile
from kopsurat.contacts.email import Email, parse_email, parse_emails
from kopsurat.contacts.phone import Phone, parse_phone, parse_phones, whatsapp_link
from kopsurat.contacts.privacy import private_code, refuse_private
from kopsurat.contacts.website import Website, parse_website

if TYPE_CHECKING:
    from kopsurat.contacts.find import Found, find_contacts
    from kopsurat.contacts.hours import OpenHours, ServiceHours, parse_hours
    from kopsurat.contacts.linked import lint_document, lint_links
    from kopsurat.contacts.lint import Finding, lint_contacts
    from kopsurat.contacts.lint_suggestions import suggested_text, unified_suggestion
    from kopsurat.contacts.regions import Region, parse_region_code

__all__ = [
    "PROFILES",
    "ContactCard",
    "Email",
    "Finding",
    "Found",
    "LineProfile",
    "OpenHours",
    "Phone",
    "Region",
    "ServiceHours",
    "Website",
    "find_contacts",
    "lint_contacts",
    "lint_document",
    "lint_links",
    "parse_email",
    "parse_emails",
    "parse_hours",
    "parse_phone",
    "parse_phones",
    "parse_region_code",
    "parse_website",
    "private_code",
    "refuse_private",
    "suggested_text",
    "unified_suggestion",
    "whatsapp_link",
]

_MODULES = {
    "kopsurat.contacts.find": "Found find_contacts",
    "kopsurat.contacts.hours": "OpenHours ServiceHours parse_hours",
    "kopsurat.contacts.lint": "Finding lint_contacts",
    "kopsurat.contacts.lint_suggestions": "suggested_text unified_suggestion",
    "kopsurat.contacts.linked": "lint_document lint_links",
    "kopsurat.contacts.regions": "Region parse_region_code",
}
_HOMES = {name: module for module, names in _MODULES.items() for name in names.split()}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - the type of each name stands above
    if name not in _HOMES:
        raise AttributeError(f"module 'kopsurat.contacts' has no attribute {name!r}")
    import importlib

    return getattr(importlib.import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
