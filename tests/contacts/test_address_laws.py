"""Laws of e-mail addresses and websites that hold for any input."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kopsurat.contacts import Email, Website, parse_email, parse_emails, parse_website
from kopsurat.errors import InvalidEmail, InvalidWebsite
from kopsurat.messages import explain

_EMAILISH = "abcdeszxn012@@..--__++ \n\t,;/<>()[]:'\"%\\\u3002\uff20\u0430\u00e9\u200b\ud800id"
_WEBBISH = "htps:/wc.de-_@%\\?#&= \t\n.,;()<>[]0123:\u3002\uff0f\u043e\u00e9\u200b\x00\ud800id"
_ANY_EMAIL = (
    st.text(max_size=60)
    | st.text(_EMAILISH, max_size=40)
    | st.builds("{}@{}".format, st.text(_EMAILISH, max_size=12), st.text(_EMAILISH, max_size=16))
)
_ANY_WEB = (
    st.text(max_size=60)
    | st.text(_WEBBISH, max_size=50)
    | st.builds(
        "{}{}.desa.id{}".format,
        st.sampled_from(["", "http://", "https://", "//", "www."]),
        st.text("abc-.", max_size=12),
        st.text(_WEBBISH, max_size=20),
    )
)
_NAMES = st.from_regex(r"[a-z][a-z0-9]{2,12}", fullmatch=True)
_HOSTS = st.builds(
    "{}.{}".format,
    _NAMES.map(lambda name: f"q{name}q"),
    st.sampled_from(["desa.id", "go.id", "sch.id", "com", "id", "or.id"]),
)


@given(_ANY_EMAIL)
def test_any_text_is_an_email_or_our_error(text: str) -> None:
    try:
        assert isinstance(parse_email(text), Email)
    except InvalidEmail as fault:
        assert explain(fault, "id") != explain(fault, "en")
        assert str(fault)


@given(_ANY_EMAIL)
def test_any_text_is_a_list_of_emails_or_our_error(text: str) -> None:
    try:
        assert parse_emails(text)
    except InvalidEmail as fault:
        assert fault.code


@given(_ANY_WEB)
def test_any_text_is_a_website_or_our_error(text: str) -> None:
    try:
        assert isinstance(parse_website(text), Website)
    except InvalidWebsite as fault:
        assert explain(fault, "id") != explain(fault, "en")
        assert str(fault)


@given(_ANY_EMAIL)
def test_a_printed_email_reads_back_as_the_same_without_a_warning_of_form(text: str) -> None:
    try:
        email = parse_email(text)
    except InvalidEmail:
        return
    again = parse_email(str(email))
    assert again == email == parse_email(email.uri)
    assert not {"email-case", "email-unicode-fixed", "email-display-name"} & set(again.warnings)


@given(_ANY_WEB)
def test_a_printed_website_reads_back_as_the_same_and_its_url_too(text: str) -> None:
    try:
        website = parse_website(text)
    except InvalidWebsite:
        return
    assert parse_website(str(website)) == website
    again = parse_website(website.url)
    assert (again.url, again.printed) == (website.url, website.printed)


@given(_ANY_EMAIL)
def test_an_email_suggestion_is_accepted_and_is_its_own_print(text: str) -> None:
    try:
        parse_email(text)
    except InvalidEmail as fault:
        if fault.suggestion is not None:
            assert " / ".join(map(str, parse_emails(fault.suggestion))) == fault.suggestion


@given(_ANY_WEB)
def test_a_website_suggestion_is_accepted(text: str) -> None:
    try:
        parse_website(text)
    except InvalidWebsite as fault:
        for suggestion in (fault.suggestion or "").split(" / "):
            assert not suggestion or parse_website(suggestion).url


@given(_NAMES, _HOSTS)
def test_case_and_outer_marks_do_not_change_an_email(name: str, host: str) -> None:
    plain = f"{name}desa@{host}"
    try:
        email = parse_email(plain)
    except InvalidEmail as fault:
        assert fault.code in {"email-domain-typo", "email-placeholder"}
        return
    for written in (
        plain.upper(),
        f" {plain} ",
        f"<{plain}>",
        f"mailto:{plain}",
        f"Email: {plain}",
        f"{plain};",
    ):
        assert parse_email(written) == email


_LABELS = (
    "Email ",
    "Email: ",
    "E-mail : ",
    "Surel ",
    "Pos-el: ",
    "E: ",
    "E. ",
    "Alamat email ",
    "Email desa: ",
)
_FIRST_WORDS = ("desa", "kantor", "resmi", "e", "info", "admin")


@given(st.sampled_from(_LABELS), st.sampled_from(_FIRST_WORDS), st.sampled_from("._-"), _NAMES)
def test_a_label_takes_nothing_from_the_address_behind_it(
    label: str, first: str, mark: str, name: str
) -> None:
    address = f"{first}{mark}{name}@contoh.desa.id"
    for written in (address, address.upper(), f"{address}."):
        assert parse_email(f"{label}{written}").printed == address
        assert parse_email(written).printed == address


@given(_HOSTS)
def test_scheme_case_and_outer_marks_do_not_change_a_website(host: str) -> None:
    website = parse_website(host)
    for written in (
        host.upper(),
        f"https://{host}",
        f"HTTP://{host}/",
        f" {host}. ",
        f"<{host}>",
        f"Website: {host}",
        f"//{host}",
    ):
        assert parse_website(written) == website


@given(_HOSTS, st.sampled_from(["https://", "http://", ""]), st.text("abc.", min_size=1, max_size=8))
def test_a_user_before_the_host_never_passes(host: str, scheme: str, user: str) -> None:
    with pytest.raises(InvalidWebsite) as raised:
        parse_website(f"{scheme}{user}@{host}")
    assert raised.value.code in {"web-userinfo", "web-email", "web-host", "web-syntax"}


@settings(deadline=1_000, max_examples=20)
@given(
    st.sampled_from(
        [
            "a",
            "@",
            ".",
            "a.",
            "a@",
            "/",
            " ",
            "http://",
            "%",
            "\u3002",
            "a@b.id ",
            "www.",
            "(",
            "<",
            "\ud800",
            "xn--",
        ]
    )
)
def test_a_hundred_thousand_characters_are_refused_at_once(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    with pytest.raises(InvalidEmail):
        parse_email(text)
    with pytest.raises(InvalidEmail):
        parse_emails(text)
    with pytest.raises(InvalidWebsite):
        parse_website(text)


@settings(deadline=1_000, max_examples=40)
@given(st.sampled_from("a@./ (<%:h-,"), st.sampled_from("a@./ (<%:h-,"), st.integers(1, 499))
def test_no_text_of_a_thousand_characters_takes_long(one: str, other: str, times: int) -> None:
    text = (one + other) * times
    for parse in (parse_email, parse_emails, parse_website):
        try:
            parse(text)
        except (InvalidEmail, InvalidWebsite) as fault:
            assert fault.code


@pytest.mark.parametrize("value", [None, 1, b"a@b.id", ["a@b.id"]])
def test_what_is_not_text_is_refused_as_any_other_wrong_address(value: object) -> None:
    parsers = ((parse_email, InvalidEmail), (parse_emails, InvalidEmail), (parse_website, InvalidWebsite))
    for parse, kind in parsers:
        with pytest.raises(kind) as raised:
            parse(value)  # type: ignore[operator]
        assert (raised.value.code, raised.value.value) == ("not-a-text", value)


def test_a_policy_that_does_not_exist_is_a_value_error() -> None:
    for parse in (parse_email, parse_website):
        with pytest.raises(ValueError, match="longgar, resmi, ketat"):
            parse("x", policy="bebas")  # type: ignore[arg-type]
