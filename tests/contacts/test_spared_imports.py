"""What ordinary contacts spare: rules of other top-level domains, and the validator of e-mail addresses."""

from __future__ import annotations

import email_validator
import pytest
from hypothesis import given
from hypothesis import strategies as st
from publicsuffixlist import PSLFILE, PublicSuffixList

from kopsurat.contacts import domains
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


@given(st.from_regex(_PLAIN, fullmatch=True).filter(lambda text: len(text) <= 64))
def test_no_standard_refuses_an_address_too_plain_to_ask_about(address: str) -> None:
    domain = address.partition("@")[2]
    if domains.assess(domain).fault != "special":
        email_validator.validate_email(address, check_deliverability=False, allow_smtputf8=False)


def test_every_name_that_the_validator_reserves_is_refused_before_it_is_asked() -> None:
    for name in email_validator.SPECIAL_USE_DOMAIN_NAMES:
        assert domains.assess(f"desa.{name}").fault == "special", name
