"""Letterheads, letters and verifiable seals for Indonesian village offices.

The names below are the public interface; each loads its module when it is first used, so that
``import kopsurat`` costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kopsurat.backends import Format, render
    from kopsurat.contacts import (
        ContactCard,
        Email,
        Finding,
        Found,
        Phone,
        Website,
        find_contacts,
        lint_contacts,
        parse_email,
        parse_emails,
        parse_phone,
        parse_phones,
        parse_website,
    )
    from kopsurat.errors import (
        InvalidEmail,
        InvalidImage,
        InvalidInput,
        InvalidLetter,
        InvalidNomor,
        InvalidOffice,
        InvalidPhone,
        InvalidProfile,
        InvalidSeal,
        InvalidWebsite,
        KeyFileError,
        KopsuratError,
        MissingExtra,
        MissingGlyph,
        RegisterError,
        RenderError,
        ScanError,
        SealError,
        TrustError,
    )
    from kopsurat.layout.compose import compose, compose_letterhead
    from kopsurat.layout.model import Document
    from kopsurat.letter import Letter
    from kopsurat.letterhead import Letterhead
    from kopsurat.messages import explain
    from kopsurat.office import Office
    from kopsurat.reading import read_letter, read_office
    from kopsurat.scanning import scan, verify_file
    from kopsurat.seal import Claims, PublicKey, Seal, SigningKey, Trust, Verdict, seal_letter
    from kopsurat.seal.verify import verify

__all__ = [
    "Claims",
    "ContactCard",
    "Document",
    "Email",
    "Finding",
    "Format",
    "Found",
    "InvalidEmail",
    "InvalidImage",
    "InvalidInput",
    "InvalidLetter",
    "InvalidNomor",
    "InvalidOffice",
    "InvalidPhone",
    "InvalidProfile",
    "InvalidSeal",
    "InvalidWebsite",
    "KeyFileError",
    "KopsuratError",
    "Letter",
    "Letterhead",
    "MissingExtra",
    "MissingGlyph",
    "Office",
    "Phone",
    "PublicKey",
    "RegisterError",
    "RenderError",
    "ScanError",
    "Seal",
    "SealError",
    "SigningKey",
    "Trust",
    "TrustError",
    "Verdict",
    "Website",
    "compose",
    "compose_letterhead",
    "explain",
    "find_contacts",
    "lint_contacts",
    "parse_email",
    "parse_emails",
    "parse_phone",
    "parse_phones",
    "parse_website",
    "read_letter",
    "read_office",
    "render",
    "scan",
    "seal_letter",
    "verify",
    "verify_file",
]

_MODULES = {
    "kopsurat.backends": "Format render",
    "kopsurat.contacts": """ContactCard Email Finding Found Phone Website find_contacts lint_contacts
        parse_email parse_emails parse_phone parse_phones parse_website""",
    "kopsurat.errors": """InvalidEmail InvalidImage InvalidInput InvalidLetter InvalidNomor InvalidOffice
        InvalidPhone InvalidProfile InvalidSeal InvalidWebsite KeyFileError KopsuratError MissingExtra
        MissingGlyph RegisterError RenderError ScanError SealError TrustError""",
    "kopsurat.layout.compose": "compose compose_letterhead",
    "kopsurat.layout.model": "Document",
    "kopsurat.letter": "Letter",
    "kopsurat.letterhead": "Letterhead",
    "kopsurat.messages": "explain",
    "kopsurat.office": "Office",
    "kopsurat.reading": "read_letter read_office",
    "kopsurat.scanning": "scan verify_file",
    "kopsurat.seal": "Claims PublicKey Seal SigningKey Trust Verdict seal_letter verify",
}
_HOMES = {name: module for module, names in _MODULES.items() for name in names.split()}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - the type of each name stands above
    if name not in _HOMES:
        raise AttributeError(f"module 'kopsurat' has no attribute {name!r}")
    import importlib

    return getattr(importlib.import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
