"""Every row of the table of realistic cases: what it becomes, or why it is refused."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

import pytest
from contacts_cases import Case, read_cases

from kopsurat.contacts import (
    ContactCard,
    Phone,
    lint_contacts,
    parse_email,
    parse_phone,
    parse_phones,
    parse_region_code,
    parse_website,
    whatsapp_link,
)
from kopsurat.errors import InvalidInput

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_CARD = "Telp: (0274) 555123 • Email: sekretariat@contoh.desa.id • Website: contoh.desa.id"


def _codes(codes: Iterable[str]) -> str:
    """Return codes as the tables write them; a code itself is in small letters with hyphens."""
    return ",".join(sorted({code.translate(_AS_WRITTEN) for code in codes}))


_AS_WRITTEN = str.maketrans(
    string.ascii_lowercase + "-" + string.ascii_uppercase, string.ascii_uppercase + "_" + "?" * 26
)


def _of_phones(phones: tuple[Phone, ...]) -> dict[str, str]:
    office = [phone for phone in phones if phone.kind not in {"fax", "emergency"}]
    return {
        "print": " / ".join(phone.printed for phone in office),
        "fax": " / ".join(phone.printed for phone in phones if phone.kind == "fax"),
        "emergency": " / ".join(phone.printed for phone in phones if phone.kind == "emergency"),
        "warn": _codes(code for phone in phones for code in phone.warnings),
    }


def _of_phone(text: str) -> dict[str, str]:
    phone = parse_phone(text)
    return {
        "print": phone.printed,
        "e164": phone.e164 or "",
        "type": phone.kind,
        "ext": phone.extension or "",
        "warn": _codes(phone.warnings),
    }


def _of_email(text: str) -> dict[str, str]:
    email = parse_email(text)
    return {"email": email.printed, "tier": email.tier, "warn": _codes(email.warnings)}


def _of_website(text: str) -> dict[str, str]:
    web = parse_website(text)
    return {"url": web.url, "print": web.printed, "tier": web.tier, "warn": _codes(web.warnings)}


def _of_line(text: str) -> dict[str, str]:
    card = ContactCard.parse_line(text)
    assert ContactCard.parse_line(card.line()).line() == card.line()
    return {
        "line": card.line(),
        "missing": ",".join(card.missing),
        "fax": str(card.fax or ""),
        "emergency": str(card.emergency or ""),
        "hours": str(card.hours or ""),
        "warn": _codes(card.warnings),
    }


def _of_region(text: str) -> dict[str, str]:
    region = parse_region_code(text)
    names = ("desa", "kecamatan", "kabupaten", "provinsi", "jenis")
    return {name: getattr(region, name) for name in names}


_READERS: dict[str, Callable[[str], dict[str, str]]] = {
    "phone": _of_phone,
    "phones": lambda text: _of_phones(parse_phones(text)),
    "wa": lambda text: {"link": whatsapp_link(parse_phone(text))},
    "tel": lambda text: {"link": parse_phone(text).uri},
    "email": _of_email,
    "website": _of_website,
    "line": _of_line,
    "doc": lambda text: {
        "findings": _codes(f.code for f in lint_contacts(text, ContactCard.parse_line(_CARD))),
    },
    "kode": _of_region,
}
_SILENT_UNLESS_SAID = ("warn", "ext", "fax", "missing", "hours", "findings")


def _outcome(case: Case) -> dict[str, str]:
    try:
        return _READERS[case.kind](case.text)
    except InvalidInput as fault:
        return {"reject": _codes([fault.code]), "suggest": fault.suggestion or ""}


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, id=f"{table.partition('_')[0]}-{case.kind}-{n}")
        for table in ("contacts_cases.tsv", "spec_cases.tsv")
        for n, case in enumerate(read_cases(table), 2)
    ],
)
def test_a_realistic_case_becomes_what_the_table_says(case: Case) -> None:
    expected = dict(case.expected)
    if "warn" in expected:
        expected["warn"] = ",".join(sorted(expected["warn"].split(",")))
    outcome = _outcome(case)
    said = {key: value for key, value in outcome.items() if key in expected}
    unsaid = {key: outcome[key] for key in _SILENT_UNLESS_SAID if outcome.get(key) and key not in expected}
    assert (said, unsaid) == (expected, {}), case.note
