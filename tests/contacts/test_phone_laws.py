"""Laws of telephone numbers that hold for any input."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kopsurat.contacts import Phone, parse_phone, parse_phones
from kopsurat.contacts.numbering import AREA_CODE
from kopsurat.errors import InvalidPhone
from kopsurat.messages import explain

_AREAS = [str(n) for n in range(10, 1000) if AREA_CODE.fullmatch(str(n))]
_MOBILE_PREFIXES = ["811", "812", "813", "817", "821", "831", "838", "852", "857", "878", "881", "896"]
_ANY = st.text(max_size=60) | st.text(
    "0123456789 +()-./xX*#ext,;&WAFaxTelp.\n\u00a0\u2011\ufe0f", max_size=60
)
_SPACES = " \u00a0\u2009\u202f"
_DASHES = "-\u2010\u2011\u2012\u2013\u2212"
_INVISIBLE = "\u200e\u202a\u202c\u2066\ufeff\u00ad\u200b"
_DIGIT_SETS = ["0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "０１２３４５６７８９", "᭐᭑᭒᭓᭔᭕᭖᭗᭘᭙", "꧐꧑꧒꧓꧔꧕꧖꧗꧘꧙"]


@st.composite
def fixed_digits(draw: st.DrawFn) -> str:
    """National digits, with the 0, of a fixed line."""
    area = draw(st.sampled_from(_AREAS))
    fewest = 7 if area in {"21", "22", "24"} else 5
    first = draw(st.sampled_from("23456789"))
    rest = draw(st.text("0123456789", min_size=fewest - 1, max_size=7))
    return f"0{area}{first}{rest}"


@st.composite
def mobile_digits(draw: st.DrawFn) -> str:
    """National digits, with the 0, of a mobile number."""
    return "0" + draw(st.sampled_from(_MOBILE_PREFIXES)) + draw(st.text("0123456789", min_size=6, max_size=9))


_DIGITS = fixed_digits() | mobile_digits()


@given(_ANY)
def test_any_text_is_a_phone_or_our_error(text: str) -> None:
    try:
        assert isinstance(parse_phone(text), Phone)
    except InvalidPhone as fault:
        assert explain(fault, "id") != explain(fault, "en")
        assert str(fault)


@given(_ANY)
def test_any_text_is_a_list_of_phones_or_our_error(text: str) -> None:
    try:
        assert parse_phones(text)
    except InvalidPhone as fault:
        assert fault.code


@given(_ANY)
def test_what_is_printed_reads_back_as_the_same_phone(text: str) -> None:
    try:
        phone = parse_phone(text)
    except InvalidPhone:
        return
    again = parse_phone(str(phone))
    assert again == phone
    assert str(again) == str(phone) == phone.printed
    assert parse_phone(phone.uri).digits == phone.digits


@given(_ANY)
def test_a_suggestion_is_accepted_and_is_its_own_print(text: str) -> None:
    try:
        parse_phone(text)
    except InvalidPhone as fault:
        if fault.suggestion is not None:
            assert " / ".join(map(str, parse_phones(fault.suggestion))) == fault.suggestion


@given(_DIGITS, st.data())
def test_spaces_dots_dashes_and_brackets_do_not_matter(digits: str, data: st.DataObject) -> None:
    area = len(AREA_CODE.match(digits[1:])[0]) + 1 if digits[1] != "8" else 4  # type: ignore[index]
    head, tail = digits[:area], digits[area:]
    opening, closing = data.draw(st.sampled_from([("", ""), ("(", ")"), ("[", "]"), ("（", "）")]))
    joint = data.draw(st.sampled_from(["", *_SPACES, *_DASHES, ".", " - "]))
    middle = data.draw(st.integers(2, len(tail) - 1)) if len(tail) > 4 and len(tail) - 2 > 2 else 0
    inner = data.draw(st.sampled_from(["", " ", "."]))
    text = f"{opening}{head}{closing}{joint}{tail[:middle]}{inner}{tail[middle:]}"
    assert parse_phone(text) == parse_phone(digits)


@given(_DIGITS, st.sampled_from(_DIGIT_SETS), st.text(_INVISIBLE, max_size=3))
def test_digits_of_any_script_and_invisible_marks_do_not_matter(digits: str, script: str, marks: str) -> None:
    written = "".join(script[int(digit)] + marks for digit in digits)
    assert parse_phone(marks + written) == parse_phone(digits)


@given(_DIGITS, st.sampled_from(["+62", "+62 ", "0062", "00162", "+62 (0)", "(+62) ", "+62-"]))
def test_the_country_code_does_not_matter(digits: str, prefix: str) -> None:
    assert parse_phone(prefix + digits[1:]) == parse_phone(digits)


@given(_DIGITS)
def test_a_bare_62_is_the_country_code_and_is_warned_of(digits: str) -> None:
    if len(digits) < 8:
        return
    phone = parse_phone("62" + digits[1:])
    assert phone == parse_phone(digits)
    assert "phone-missing-plus" in phone.warnings


@given(_DIGITS)
def test_every_form_of_a_number_leads_to_the_same_number(digits: str) -> None:
    phone = parse_phone(digits)
    assert phone.e164 is not None
    assert parse_phone(phone.e164) == parse_phone(phone.uri) == parse_phone(f"'{digits}") == phone


@given(
    st.lists(_DIGITS, min_size=1, max_size=4, unique=True),
    st.sampled_from([" / ", ", ", "; ", "\n", " & ", " dan ", " | "]),
)
def test_a_list_keeps_its_order_whatever_separates_it(numbers: list[str], separator: str) -> None:
    phones = parse_phones(separator.join(parse_phone(number).printed for number in numbers))
    assert [phone.printed for phone in phones] == [parse_phone(number).printed for number in numbers]


@given(_DIGITS, st.sampled_from("xX*#"), st.data())
def test_a_masked_digit_is_never_passed_over(digits: str, mask: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(1, len(digits) - 1))
    with pytest.raises(InvalidPhone) as raised:
        parse_phone(digits[:place] + mask + digits[place + 1 :])
    assert raised.value.code == "phone-masked"


@settings(deadline=1_000, max_examples=20)
@given(
    st.sampled_from(
        [
            "0",
            "(",
            "x",
            " ",
            "+",
            "/",
            "0812-0000-0123 / ",
            "Telp ",
            "(a",
            "\u202a",
            "٠",
            "ext 1 ",
            "1-",
            "\ud800",
        ]
    )
)
def test_a_hundred_thousand_characters_are_refused_at_once(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    for parse in (parse_phone, parse_phones):
        with pytest.raises(InvalidPhone):
            parse(text)


@settings(deadline=1_000, max_examples=40)
@given(st.sampled_from("0(x +/.-aA1,*&|"), st.sampled_from("0(x +/.-aA1,*&|"), st.integers(1, 499))
def test_no_text_of_a_thousand_characters_takes_long(one: str, other: str, times: int) -> None:
    try:
        parse_phones((one + other) * times)
    except InvalidPhone as fault:
        assert fault.code.startswith("phone-")


@pytest.mark.parametrize("value", [None, 62274555123, 81200000123.0, b"0274555123", ["0274555123"]])
def test_what_is_not_text_is_refused_as_any_other_wrong_number(value: object) -> None:
    for parse in (parse_phone, parse_phones):
        with pytest.raises(InvalidPhone) as raised:
            parse(value)  # type: ignore[operator]
        assert (raised.value.code, raised.value.value) == ("not-a-text", value)


def test_lone_surrogates_are_refused_by_name() -> None:
    for surrogate in ("\ud800", "0812\udfff0000123"):
        with pytest.raises(InvalidPhone):
            parse_phone(surrogate)


def test_the_digit_sets_of_these_laws_are_what_unicode_says() -> None:
    for script in _DIGIT_SETS:
        assert [unicodedata.decimal(digit) for digit in script] == list(range(10))
