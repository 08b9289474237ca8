"""The corpora of the libraries that the parsers build on, and where the parsers differ on purpose.

docs/reference/contacts-conformance.md tells the reasons in words.
"""

from __future__ import annotations

import json
import re
from typing import Final

import phonenumbers
import pytest
from contacts_cases import DATA

from kopsurat.contacts import parse_email, parse_phone, parse_website
from kopsurat.contacts.numbering import AREA_CODE
from kopsurat.contacts.web_address import parse_web_address
from kopsurat.errors import InvalidEmail, InvalidPhone, InvalidWebsite

EMAILS: Final = json.loads((DATA / "email_corpus.json").read_text(encoding="utf-8"))
URLS: Final = json.loads((DATA / "url_corpus.json").read_text(encoding="utf-8"))

STRICTER_THAN_EMAIL_VALIDATOR: Final = {
    "email-non-ascii": "local parts outside ASCII need SMTPUTF8, which many systems refuse",
    "email-idn": "an office's domain is read aloud and typed by anybody",
    "email-local-chars": "characters that are commands in a spreadsheet or a shell",
    "email-special-use": "example domains are template text",
    "email-tld-unknown": "a top level that does not exist takes no mail",
    "email-space": "quoted local parts",
    "email-syntax": "quoted local parts, and a lone backquote",
}
"""Codes by which an address that email-validator takes (with every option on) is refused, and why."""

KINDER_THAN_IS_EMAIL: Final = re.compile(
    r"\s*[^\s@]+@[^\s@]+?[.]?\s*",
)
"""Accepted although is_email or email-validator object: white space around, and a full stop behind."""

OUTSIDE_ADA: Final = re.compile(r"xn--|[\ud800-\udfff]|\A#", re.IGNORECASE)
"""Rows that ada's Python face cannot take (lone surrogates), needs a base for (a fragment alone), or
judges by a later edition of the standard (malformed ``xn--``). The parser refuses all of them."""


def _email_code(text: str) -> str | None:
    try:
        parse_email(text)
    except InvalidEmail as fault:
        return fault.code
    return None


class TestEmailCorpora:
    """The tests of email-validator and of is_email."""

    def test_the_corpora_are_whole(self) -> None:
        assert len(EMAILS["valid"]) == 29
        assert len(EMAILS["invalid"]) == 91
        assert len(EMAILS["is_email"]) == 150

    @pytest.mark.parametrize("text", EMAILS["valid"])
    def test_a_valid_address_is_taken_or_refused_by_a_policy(self, text: str) -> None:
        code = _email_code(text)
        assert code is None or code in STRICTER_THAN_EMAIL_VALIDATOR

    @pytest.mark.parametrize("text", EMAILS["invalid"])
    def test_an_invalid_address_is_refused_unless_only_its_edge_is_wrong(self, text: str) -> None:
        folds_to_plain = text == "me@⒈wouldbeinvalid.com"
        if _email_code(text) is None:
            assert KINDER_THAN_IS_EMAIL.fullmatch(text) or folds_to_plain

    @pytest.mark.parametrize(("text", "status"), EMAILS["is_email"])
    def test_is_email_agrees(self, text: str, status: str) -> None:
        code = _email_code(text)
        if status == "ISEMAIL_VALID":
            assert code in {None, "email-local-chars", "email-idn"}
        elif code is None:
            assert KINDER_THAN_IS_EMAIL.fullmatch(text)


class TestUrlCorpus:
    """The URL tests of the web platform."""

    def test_the_corpus_is_whole(self) -> None:
        assert len(URLS) == 506

    @pytest.mark.parametrize(("text", "href"), [row for row in URLS if not OUTSIDE_ADA.search(row[0])])
    def test_ada_reads_a_url_as_browsers_do(self, text: str, href: str | None) -> None:
        address = parse_web_address(text)
        if href is None or address is None:
            assert (address is None) == (href is None)
            return
        authority = address.host + (f":{address.port}" if address.port else "")
        if not address.has_user and href.startswith(("http:", "https:")):
            found = f"{address.scheme}://{authority}{address.path}{address.query}"
            assert found == href.partition("#")[0].rstrip("?")

    @pytest.mark.parametrize(("text", "href"), URLS)
    def test_a_url_that_is_taken_is_what_a_browser_opens_less_its_fragment(
        self,
        text: str,
        href: str | None,
    ) -> None:
        try:
            website = parse_website(text)
        except InvalidWebsite as fault:
            assert fault.code.startswith("web-")
            return
        assert href is not None
        assert website.url == href.partition("#")[0]


class TestLibphonenumber:
    """libphonenumber's metadata and formats for Indonesia."""

    @pytest.mark.parametrize(
        ("kind", "number_type"),
        [
            ("fixed", phonenumbers.PhoneNumberType.FIXED_LINE),
            ("mobile", phonenumbers.PhoneNumberType.MOBILE),
            ("toll_free", phonenumbers.PhoneNumberType.TOLL_FREE),
            ("shared_cost", phonenumbers.PhoneNumberType.SHARED_COST),
            ("premium", phonenumbers.PhoneNumberType.PREMIUM_RATE),
            ("uan", phonenumbers.PhoneNumberType.UAN),
        ],
    )
    def test_its_example_numbers_are_of_the_same_kind(self, kind: str, number_type: int) -> None:
        example = phonenumbers.example_number_for_type("ID", number_type)
        assert example is not None
        phone = parse_phone(f"0{example.national_number}")
        assert phone.kind == kind
        if phone.e164:
            assert phone.e164 == phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.E164)

    def test_area_codes_are_those_of_its_metadata(self) -> None:
        from phonenumbers.data.region_ID import PHONE_METADATA_ID

        pattern = re.compile(PHONE_METADATA_ID.fixed_line.national_number_pattern)
        codes = [str(code) for code in range(200, 1000) if str(code)[0] != "8"]
        theirs = {code for code in codes if pattern.fullmatch(f"{code}555555")}
        assert {code for code in codes if AREA_CODE.match(code)} == theirs

    @pytest.mark.parametrize(
        "digits",
        [
            "0274555123",
            "0215551234",
            "02159988333",
            "048221004",
            "0811000123",
            "08120000123",
            "081200000123",
            "0895000001234",
            "0317654321",
            "0618765432",
        ],
    )
    def test_fixed_and_mobile_numbers_are_printed_as_it_prints_them(self, digits: str) -> None:
        number = phonenumbers.parse(digits, "ID")
        national = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
        assert parse_phone(digits).printed == national

    @pytest.mark.parametrize(
        ("text", "why"),
        [
            ("0812-0000-012X", "it drops the X and takes eleven digits"),
            ("0812-****-0123", "it passes over the mask"),
            ("0274 555123 ABC", "it drops letters behind a number"),
            ("(0274) 5551", "four digits are no subscriber"),
            ("1-800-FLOWERS", "letters are not dialled in Indonesia"),
        ],
    )
    def test_what_it_takes_silently_is_refused(self, text: str, why: str) -> None:
        with pytest.raises(InvalidPhone):
            parse_phone(text)
        assert why

    def test_a_bare_62_is_jakarta_and_not_sumatra(self) -> None:
        theirs = phonenumbers.parse("62 21 345 6789", "ID")
        assert str(theirs.national_number).startswith("622")
        assert parse_phone("62 21 345 6789").e164 == "+62213456789"
