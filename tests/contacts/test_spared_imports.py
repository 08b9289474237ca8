"""What ordinary contacts spare: the rules of other top-level domains, and asking the large libraries."""

from __future__ import annotations

import email_validator
import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st
from publicsuffixlist import PSLFILE, PublicSuffixList

from kopsurat.contacts import domains, numbering
from kopsurat.contacts.email import _PLAIN

ALL = PublicSuffixList(accept_unknown=False)


def _hosts(top: str) -> list[str]:
    with open(PSLFILE, encoding="utf-8") as file:  # noqa: PTH123 - the library gives a text
        rules = [line.strip().lstrip("!*.") for line in file if line.strip() and not line.startswith("//")]
    named = [rule.encode("idna").decode() for rule in rules if rule == top or rule.endswith(f".{top}")]
    return [f"{front}{rule}" for rule in named for front in ("", "satu.", "dua.satu.", "www.dua.satu.")]


@pytest.mark.parametrize("top", sorted(domains._USUAL))
def test_the_rules_of_one_top_level_judge_as_the_whole_list_does(top: str) -> None:
    hosts = _hosts(top)
    assert len(hosts) > 20
    for host in hosts:
        assert domains._registered(host) == ALL.privatesuffix(host), host
        assert domains.has_known_suffix(host)


def test_other_top_levels_are_judged_by_the_whole_list() -> None:
    for host in ("a.co.jp", "xn--80asehdb.xn--p1ai", "a.b", "localhost", ""):
        assert domains._registered(host) == ALL.privatesuffix(host), host


WORDS = st.text("abz059", min_size=1, max_size=6)


@st.composite
def _addresses(draw: st.DrawFn) -> str:
    local = draw(WORDS) + "".join(
        draw(st.lists(st.builds("{}{}".format, st.sampled_from("._+-"), WORDS), max_size=3))
    )
    labels = draw(st.lists(st.lists(WORDS, min_size=1, max_size=2).map("-".join), min_size=1, max_size=3))
    return f"{local}@{'.'.join(labels)}.{draw(st.text('abz', min_size=2, max_size=5))}"


@given(_addresses())
def test_no_standard_refuses_an_address_too_plain_to_ask_about(address: str) -> None:
    assert _PLAIN.fullmatch(address)
    try:
        email_validator.validate_email(address, check_deliverability=False, allow_smtputf8=False)
    except email_validator.EmailNotValidError:
        assert domains.assess(address.partition("@")[2]).fault == "special"


def test_an_address_with_marks_at_ends_or_side_by_side_is_not_plain() -> None:
    for odd in (
        "a..b@c.id",
        ".a@c.id",
        "a.@c.id",
        "a@-c.id",
        "a@c-.id",
        "a@c--d.id",
        "a@c..id",
        "a@c",
        "a@c.i1",
        "é@c.id",
    ):
        assert not _PLAIN.fullmatch(odd), odd


def test_every_name_that_the_validator_reserves_is_refused_before_it_is_asked() -> None:
    for name in email_validator.SPECIAL_USE_DOMAIN_NAMES:
        assert domains.assess(f"desa.{name}").fault == "special", name


def _is_valid(national: str) -> bool:
    number = phonenumbers.PhoneNumber(country_code=62, national_number=int(national))
    return phonenumbers.is_valid_number(number)


AREAS = [str(code) for code in range(10, 1000) if numbering.area_of(f"{code}{'0' * 8}") == str(code)]


@pytest.mark.parametrize("first", "0123456789")
def test_every_fixed_number_of_our_plan_is_one_of_libphonenumber(first: str) -> None:
    assert len(AREAS) > 300
    for area in AREAS:
        fewest, most = numbering.subscriber_lengths(area)
        for length in range(fewest, most + 1):
            for second in "05":
                number = f"{area}{first}{second}".ljust(len(area) + length, "7")
                assert _is_valid(number), number


def test_every_mobile_number_of_our_plan_is_one_of_libphonenumber() -> None:
    prefixes = [f"8{code:02d}" for code in range(100) if str(code).zfill(2)[0] not in "04"]
    for prefix in prefixes:
        for length in range(9, 13):
            assert _is_valid(prefix.ljust(length, "7")), prefix
