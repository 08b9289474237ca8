"""A fault says what was written, what is wrong with it, and the facts that its sentence needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from contacts_cases import Case, read_cases

from kopsurat.contacts import (
    find_contacts,
    parse_email,
    parse_emails,
    parse_phone,
    parse_phones,
    parse_website,
    whatsapp_link,
)
from kopsurat.errors import InvalidInput, InvalidPhone
from kopsurat.messages import explain

if TYPE_CHECKING:
    from collections.abc import Callable

_PARSERS: dict[str, Callable[..., Any]] = {
    "phone": parse_phone,
    "phones": parse_phones,
    "email": parse_email,
    "website": parse_website,
}
_REFUSED = [
    case
    for table in ("contacts_cases.tsv", "spec_cases.tsv")
    for case in read_cases(table)
    if case.kind in _PARSERS and "reject" in case.expected
]


def _fault(parse: Callable[..., Any], text: str, **options: Any) -> InvalidInput:
    with pytest.raises(InvalidInput) as raised:
        parse(text, **options)
    return raised.value


@pytest.mark.parametrize("case", _REFUSED, ids=lambda case: f"{case.kind}-{case.expected['reject']}")
def test_a_fault_quotes_what_was_written_and_its_sentence_is_whole(case: Case) -> None:
    fault = _fault(_PARSERS[case.kind], case.text)
    assert fault.value == case.text
    for language in ("id", "en"):
        assert "{" not in explain(fault, language)
    assert fault.code in str(fault)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("0812", {"digits": 4}),
        ("0812-0000-0123-45", {"digits": 14}),
        ("(0274) 5551", {"digits": 4}),
        ("(021) 555123456", {"digits": 9}),
        ("0800 1 123", {"digits": 8}),
        ("0800 1 123456 7", {"digits": 12}),
        ("0804 123", {"digits": 7}),
        ("(0274) 112", {"digits": 3}),
        ("02", {"digits": 2}),
        ("Telp. (0)", {"digits": 1}),
        ("012", {"digits": 2}),
        ("0112", {"digits": 3}),
        ("(0259) 555123", {"area": "0259"}),
        ("0155 123456", {"area": "0155"}),
        ("1234567890", {"area": "123"}),
        ("000 123", {"area": "0001"}),
        ("0801 123 4567", {"prefix": "0801"}),
        ("0840 0000 0123", {"prefix": "0840"}),
        ("0807 2 123456", {"prefix": "08072"}),
        ("0806 1 123456", {"prefix": "0806"}),
        ("0846 0000 0123", {"prefix": "0846"}),
        ("+65 6123 4567", {"country": "+65"}),
        ("+1 202 555 0123", {"country": "+12"}),
        ("0274_555123", {"character": "_"}),
        ("0274+555123", {"character": "+"}),
        ("0274,555123", {"character": ","}),
        ("6.28E+11", {"character": "E"}),
    ],
)
def test_a_phone_fault_carries_its_facts(text: str, evidence: dict[str, object]) -> None:
    fault = _fault(parse_phone, text)
    assert {key: fault.evidence.get(key) for key in evidence} == evidence


@pytest.mark.parametrize(
    ("parse", "text", "evidence"),
    [
        (parse_email, "a1@gmial.com", {"domain": "gmial.com"}),
        (parse_email, "a1@desa.id", {"domain": "desa.id"}),
        (parse_email, "a1@m\u00fcnchen.de", {"domain": "m\u00fcnchen.de"}),
        (parse_email, f"{'a' * 65}@contoh.desa.id", {"characters": 65}),
        (parse_website, "ftp://contoh.desa.id", {"scheme": "ftp"}),
        (parse_website, "contoh.desa.id:8080", {"port": "8080"}),
        (parse_website, "contoh.xyzzy", {"domain": "contoh.xyzzy"}),
    ],
)
def test_an_address_fault_carries_its_facts(
    parse: Callable[..., Any], text: str, evidence: dict[str, object]
) -> None:
    fault = _fault(parse, text)
    assert {key: fault.evidence.get(key) for key in evidence} == evidence


@pytest.mark.parametrize(
    ("parse", "code"),
    [(parse_phone, "phone-too-long"), (parse_email, "email-syntax"), (parse_website, "web-syntax")],
)
def test_a_text_that_is_too_long_is_quoted_by_its_beginning(parse: Callable[..., Any], code: str) -> None:
    fault = _fault(parse, "7" * 1_001)
    assert (fault.code, fault.value, fault.evidence["characters"]) == (code, "7" * 40 + "…", 1_001)
    assert _fault(parse, "7" * 1_000).value == "7" * 1_000


@pytest.mark.parametrize(
    ("parse", "text", "index"),
    [
        (parse_phones, "(0274) 555123, 0812, 555124", 2),
        (parse_phones, "x / 0812-0000-0123", 1),
        (parse_phones, "0812-0000-0123 / (0274) 555123/24", 2),
        (parse_emails, "a1@contoh.desa.id, b2@gmial.com", 2),
        (parse_emails, "a1@gmial.com b2@contoh.desa.id", 1),
    ],
)
def test_a_fault_in_a_list_says_which_entry_it_is(parse: Callable[..., Any], text: str, index: int) -> None:
    assert _fault(parse, text).evidence["index"] == index


def test_a_text_beyond_twenty_million_characters_is_refused_with_its_length() -> None:
    fault = _fault(find_contacts, "x" * 20_000_001)
    assert (fault.code, fault.evidence["characters"]) == ("contact-text-too-long", 20_000_001)


def test_a_single_entry_has_no_index() -> None:
    assert "index" not in _fault(parse_phones, "0812").evidence
    assert "index" not in _fault(parse_emails, "a1@gmial.com").evidence


@pytest.mark.parametrize("text", ["(0274) 555123", "112", "1500-123", "0807-1-123456", "(0274) 14045"])
def test_a_line_without_whatsapp_says_which_it_is(text: str) -> None:
    phone = parse_phone(text)
    with pytest.raises(InvalidPhone) as raised:
        whatsapp_link(phone)
    assert (raised.value.code, raised.value.value) == ("wa-not-mobile", str(phone))


@pytest.mark.parametrize("lang", ["", "jv", "EN", None])
def test_a_language_that_does_not_exist_is_named(lang: Any) -> None:
    with pytest.raises(InvalidInput) as raised:
        explain("phone-empty", lang)
    assert (raised.value.code, raised.value.path) == ("choice-unknown", "lang")
