"""Telephone numbers, e-mail addresses and websites of a village office: parsed, printed, checked."""

from __future__ import annotations

from kopsurat.contacts.card import PROFILES, ContactCard, LineProfile
from kopsurat.contacts.email import Email, parse_email, parse_emails
from kopsurat.contacts.find import Found, find_contacts
from kopsurat.contacts.hours import OpenHours, ServiceHours, parse_hours
from kopsurat.contacts.lint import Finding, lint_contacts, suggested_text, unified_suggestion
from kopsurat.contacts.lint_links import lint_links
from kopsurat.contacts.phone import Phone, parse_phone, parse_phones, whatsapp_link
from kopsurat.contacts.privacy import private_code, refuse_private
from kopsurat.contacts.regions import Region, parse_region_code
from kopsurat.contacts.website import Website, parse_website

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
