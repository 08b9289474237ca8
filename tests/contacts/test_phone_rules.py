"""The rules of telephone numbers one by one, at the edges where they begin and end."""

from __future__ import annotations

import pytest

from kopsurat.contacts import Phone, parse_phone, parse_phones
from kopsurat.contacts.area_codes import places_of
from kopsurat.contacts.phone import is_likely_post_code
from kopsurat.errors import InvalidPhone


def _fault(text: str, **options: str) -> InvalidPhone:
    with pytest.raises(InvalidPhone) as raised:
        parse_phone(text, **options)
    return raised.value


@pytest.mark.parametrize(
    ("text", "printed", "kind", "warnings"),
    [
        ("0800 12345", "0800-1-2345", "toll_free", ()),
        ("0800 1 123456", "0800-1-123456", "toll_free", ()),
        ("0804 1234567", "0804-1-234567", "shared_cost", ()),
        ("0807 1 123456", "0807-1-123456", "uan", ()),
        ("0809 1 123456", "0809-1-123456", "premium", ("phone-premium",)),
        ("+62 14045", "14045", "uan", ("phone-uan-area",)),
        ("+62 1500 123", "1500-123", "uan", ("phone-uan-area",)),
        ("014045", "14045", "uan", ("phone-uan-area",)),
        ("(0274) 14045", "14045", "uan", ("phone-uan-area",)),
        ("62 14045 00", None, "", ()),
        ("0811-000-12", None, "", ()),
    ],
)
def test_service_numbers_have_their_kind(
    text: str, printed: str | None, kind: str, warnings: tuple[str, ...]
) -> None:
    if printed is None:
        assert _fault(text).code
        return
    phone = parse_phone(text)
    assert (phone.printed, phone.kind, phone.warnings) == (printed, kind, warnings)


@pytest.mark.parametrize(
    ("text", "code", "suggestion"),
    [
        ("0800 1234", "phone-too-short", None),
        ("0800 1 1234567", "phone-too-long", None),
        ("0804 123456", "phone-too-short", None),
        ("0804 12345678", "phone-too-long", None),
        ("0807 2 123456", "phone-prefix-unassigned", None),
        ("08", "phone-too-short", None),
        ("080", "phone-too-short", None),
        ("0802", "phone-prefix-unassigned", None),
        ("0112", "phone-too-short", "112"),
        ("0123", "phone-too-short", "123"),
        ("+62 110", "phone-too-short", "110"),
        ("0111", "phone-too-short", None),
        ("0111 111", "phone-too-short", None),
        ("0111 1111", "phone-area-unknown", None),
        ("0151 2345678", "phone-area-unknown", None),
        ("6.28E+11", "phone-invalid-char", None),
        ("0274*555123", "phone-masked", None),
        ("0274 555123 C", "phone-letters", "(0274) 555123"),
        ("NIP 19800312 200501 1 002", "phone-not-phone", None),
        ("NPWP 01.234.567.8-901.000", "phone-letters", None),
        ("01.234.567.8-901.000", "phone-not-phone", None),
        ("0274,555123", "phone-invalid-char", "(0274) 555123"),
        ("+62 6281200000123", "phone-too-long", "0812-0000-0123"),
        ("+62 62 274 555123", "phone-area-unknown", "(0274) 555123"),
        ("62-62-812-0000-0123", "phone-area-unknown", "0812-0000-0123"),
        ("+62 62 4", "phone-too-short", None),
        ("0812-0000-0123, Budi", "phone-letters", "0812-0000-0123"),
        ("https://wa.me/message/ABC", "phone-letters", None),
        ("Budi / Siti", "phone-letters", None),
        ("(0274) 555123-24)", "phone-shorthand", "(0274) 555123 / (0274) 555124"),
        ("Telp. (0274) 555123/24)", "phone-shorthand", "(0274) 555123 / (0274) 555124"),
        ("0274;555123", "phone-invalid-char", "(0274) 555123"),
        ("0800,1,123456", "phone-invalid-char", "0800-1-123456"),
        ("0274,555123,", "phone-invalid-char", "(0274) 555123"),
        ("0274 555123 0274 555124", "phone-multiple", "(0274) 555123 / (0274) 555124"),
        ("+62 274 555123 +62 274 555124", "phone-invalid-char", None),
        ("02745551230274555124", "phone-multiple", "(0274) 555123 / (0274) 555124"),
        ("0274555123081200000123", "phone-multiple", "(0274) 555123 / 0812-0000-0123"),
        ("0" * 31, "phone-area-unknown", None),
        ("(0274) 555123-24", "phone-shorthand", "(0274) 555123 / (0274) 555124"),
        ("(0274) 555123-29", "phone-shorthand", "(0274) 555123 / (0274) 555129"),
        (
            "(0274) 555123-28",
            "phone-shorthand",
            "(0274) 555123 / (0274) 555124 / (0274) 555125 / (0274) 555126 / (0274) 555127 / (0274) 555128",
        ),
        ("(021) 55512345-46", "phone-shorthand", "(021) 55512345 / (021) 55512346"),
        ("(021) 55512345-123", "phone-too-long", None),
        ("(0274) 555123 sampai 555124", "phone-shorthand", "(0274) 555123 / (0274) 555124"),
        ("(0274) 555123 sampai dengan (0274) 555124", "phone-shorthand", "(0274) 555123 / (0274) 555124"),
        ("(0274) 555123 s/d 555123", "phone-shorthand", None),
        ("(0274) 555123 s/d 555122", "phone-shorthand", None),
        ("0812-0000-0123 s/d 25", "phone-shorthand", None),
        ("0259 555123 s/d 25", "phone-shorthand", None),
        ("(0274) 555123 hingga 0274 555 124", "phone-shorthand", "(0274) 555123 / (0274) 555124"),
    ],
)
def test_a_fault_has_its_code_and_suggestion(text: str, code: str, suggestion: str | None) -> None:
    fault = _fault(text)
    assert (fault.code, fault.suggestion) == (code, suggestion)


@pytest.mark.parametrize(
    ("text", "code", "suggestion"),
    [
        ("555123/24", "phone-shorthand", "(0274) 555123 / (0274) 555124"),
        ("555123-24", "phone-shorthand", "(0274) 555123 / (0274) 555124"),
        ("555123 s/d 24", "phone-shorthand", "(0274) 555123 / (0274) 555124"),
        ("555123, 555124", "phone-multiple", "(0274) 555123 / (0274) 555124"),
        ("S55123", "phone-letters", "(0274) 555123"),
        ("555_123", "phone-invalid-char", "(0274) 555123"),
        ("555123 / 5551", "phone-shorthand", "(0274) 555123 / (0274) 555551"),
    ],
)
def test_a_suggestion_takes_the_area_code_that_is_given(text: str, code: str, suggestion: str) -> None:
    fault = _fault(text, area_code="0274")
    assert (fault.code, fault.suggestion) == (code, suggestion)


@pytest.mark.parametrize("area_code", ["0259", "", "x", "02745", 274, b"0274", ["0274"]])
def test_an_area_code_that_is_none_is_named_itself(area_code: str) -> None:
    fault = _fault("555123", area_code=area_code)
    assert (fault.code, fault.path, fault.value) == ("phone-area-unknown", "area_code", area_code)


@pytest.mark.parametrize("area_code", ["0274", "274", "+62274", "(0274)", "+62 274"])
def test_an_area_code_that_is_given_completes_a_local_number(area_code: str) -> None:
    phone = parse_phone("555123", area_code=area_code)
    assert (phone.printed, phone.warnings) == ("(0274) 555123", ("phone-area-assumed",))
    assert parse_phone("112", area_code=area_code).printed == "112"
    assert parse_phone("0271 555123", area_code=area_code).printed == "(0271) 555123"
    many = parse_phones("555123, 555124 psw. 2, 0271 555125, 555126", area_code=area_code)
    assert [phone.printed for phone in many] == [
        "(0274) 555123",
        "(0274) 555124 ext. 2",
        "(0271) 555125",
        "(0271) 555126",
    ]
    assert [phone.warnings for phone in many] == [
        ("phone-area-assumed",),
        ("phone-area-inherited",),
        (),
        ("phone-area-inherited",),
    ]


@pytest.mark.parametrize(
    ("text", "phones"),
    [
        ("Telp. (0274) 555123 WA", ["fixed (0274) 555123 (WA)"]),
        ("(0274) 555123 Fax", ["fax (0274) 555123"]),
        ("0812-0000-0123 WA / 0813-0000-0124", ["mobile 0812-0000-0123 (WA)", "mobile 0813-0000-0124"]),
        ("(0482) 21004/21005", ["fixed (0482) 21004", "fixed (0482) 21005"]),
        ("Telp. (0274) 555123 Fax", ["fixed (0274) 555123"]),
        ("Telp. (0274) 555123 Fax.", ["fixed (0274) 555123"]),
        ("Telp. (0274) 555123, Fax: -", ["fixed (0274) 555123"]),
        ("(0274) 555123 Fax: -", ["fixed (0274) 555123"]),
        ("WA/Fax (0274) 555123", ["fixed (0274) 555123 (WA)", "fax (0274) 555123 (WA)"]),
        ("Telp: 0274/555123 Fax: 0274/555124", ["fixed (0274) 555123", "fax (0274) 555124"]),
        ("0812-0000-0123 WA Fax. 0274-555124", ["mobile 0812-0000-0123 (WA)", "fax (0274) 555124"]),
        ("0812-0000-0123 WA - 📠 0274-555124", ["mobile 0812-0000-0123 (WA)", "fax (0274) 555124"]),
        ("0812-0000-0123, (WA) Fax. 0274-555124", ["mobile 0812-0000-0123 (WA)", "fax (0274) 555124"]),
        ("0812-0000-0123, (WA), 0274-555124", ["mobile 0812-0000-0123 (WA)", "fixed (0274) 555124"]),
        (
            "WA 0812-0000-0123, (kantor), 0813-0000-0124",
            ["mobile 0812-0000-0123 (WA)", "mobile 0813-0000-0124 (WA)"],
        ),
        ("0274-555124, (fax)", ["fax (0274) 555124"]),
        ("Telp 0274-555123, (fax)", ["fixed (0274) 555123", "fax (0274) 555123"]),
        ("0274-555123 HP/WA 0812-0000-0123", ["fixed (0274) 555123", "mobile 0812-0000-0123 (WA)"]),
        ("☎ 0274-555123 📠 0274-555124", ["fixed (0274) 555123", "fax (0274) 555124"]),
        ("T (0274) 555123 F (0274) 555124", ["fixed (0274) 555123", "fax (0274) 555124"]),
        ("Fax 112", ["emergency 112"]),
        ("Fax 0812-0000-0123", ["fax 0812-0000-0123"]),
        ("Fax 1500-123", ["uan 1500-123"]),
        ("(0274) 555123 (fax), (0274) 555124 (telp)", ["fax (0274) 555123", "fixed (0274) 555124"]),
        ("Telp: 0274 555123 (ext 3) / 0274 555124", ["fixed (0274) 555123 ext. 3", "fixed (0274) 555124"]),
        ("Darurat 0812-0000-0123", ["mobile 0812-0000-0123"]),
        (
            "wa.me/6281200000123 wa.me/6281200000124",
            ["mobile 0812-0000-0123 (WA)", "mobile 0812-0000-0124 (WA)"],
        ),
        ("Fax (0274) 555124 wa.me/6281200000123", ["fax (0274) 555124", "mobile 0812-0000-0123 (WA)"]),
        ("wa.me/6281200000123 Telp (0274) 555123", ["mobile 0812-0000-0123 (WA)", "fixed (0274) 555123"]),
        ("tel:555123;phone-context=+62274", ["fixed (0274) 555123"]),
        ("tel:0274555123;phone-context=+62", ["fixed (0274) 555123"]),
        ("tel:555123;isub=1;ext=7;phone-context=+62274", ["fixed (0274) 555123 ext. 7"]),
        ("https://wa.me/6281200000123?text=a;ext=7", ["mobile 0812-0000-0123 ext. 7 (WA)"]),
        ("https://wa.me/081200000123", ["mobile 0812-0000-0123 (WA)"]),
        ("callto:+62274555123", ["fixed (0274) 555123"]),
        ("sms:+6281200000123?body=Halo", ["mobile 0812-0000-0123"]),
        ("<tel:+62274555123>", ["fixed (0274) 555123"]),
        ("whatsapp://send?phone=6281200000123", ["mobile 0812-0000-0123 (WA)"]),
    ],
)
def test_labels_notes_and_links_say_what_a_number_is(text: str, phones: list[str]) -> None:
    assert [f"{phone.kind} {phone}" for phone in parse_phones(text)] == phones


@pytest.mark.parametrize(
    "word", ["ext", "ext.", "psw", "Psw.", "pes", "pesawat", "x", " ext", " psw-", " x ", ", psw"]
)
def test_an_extension_may_touch_its_word_and_its_number(word: str) -> None:
    assert parse_phone(f"(0274) 555123{word}12").printed == "(0274) 555123 ext. 12"
    assert parse_phone(f"(0274) 555123 ({word.strip(' ,')}12)").printed == "(0274) 555123 ext. 12"


@pytest.mark.parametrize(
    "text", ["0812-0000-012x3", "(0274) 55512x3", "0812-0000-012(X)", "0274 555 (x) 123"]
)
def test_an_x_where_a_digit_could_stand_is_a_mask(text: str) -> None:
    assert _fault(text).code == "phone-masked"


@pytest.mark.parametrize(
    "text",
    [
        "(0274) 555123 ext. 12 14",
        "(0274) 555 ext. 12 123",
        "ext. 555 123",
    ],
)
def test_digits_behind_an_extension_are_neither_number_nor_extension(text: str) -> None:
    with pytest.raises(InvalidPhone) as raised:
        parse_phones(text)
    assert (raised.value.code, raised.value.suggestion) == ("phone-letters", None)


@pytest.mark.parametrize(
    ("text", "extensions"),
    [
        ("(0274) 555123 psw. 12-14", "12 13 14"),
        ("(0274) 555123 psw. 12 - 14", "12 13 14"),
        ("(0274) 555123 psw. 12 s/d 14", "12 13 14"),
        ("(0274) 555123 (ext. 12/14)", "12 14"),
        ("(0274) 555123 ext. 12 psw. 14", "12 14"),
        ("(0274) 555123 (ext. 08-10)", "08 09 10"),
        ("(0274) 555123 psw. 14-12", "14 12"),
        ("(0274) 555123 psw. 101-120", "101 120"),
        ("(0274) 555123 ext. 101, 102 dan 105", "101 102 105"),
        ("(0274) 555123 pes 12 atau 13.", "12 13"),
        ("(0274) 555123 ext 12 ext 13", "12 13"),
        ("(0274) 555123 psw 12/psw 12", "12"),
        ("Telp/Fax (0274) 555123 psw 12, 13", "12 13"),
    ],
)
def test_several_extensions_of_a_number_are_refused_with_each_in_full(text: str, extensions: str) -> None:
    for parse in (parse_phone, parse_phones):
        with pytest.raises(InvalidPhone) as raised:
            parse(text)
        assert raised.value.code == "phone-extension-several"
        meant = " / ".join(f"(0274) 555123 ext. {each}" for each in extensions.split())
        assert raised.value.suggestion == meant
        assert " / ".join(map(str, parse_phones(meant))) == meant


def test_a_call_center_behind_an_extension_is_no_extension() -> None:
    text = "1500-799 ext. 5 / 1500-799 ext. 6"
    assert " / ".join(map(str, parse_phones(text))) == text


def test_a_number_behind_an_extension_is_the_next_one() -> None:
    phones = parse_phones("(0274) 555123 ext. 12 0812-0000-0123")
    assert [phone.printed for phone in phones] == ["(0274) 555123 ext. 12", "0812-0000-0123"]


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("a.n. Budi 0812 0000 0123", "0812-0000-0123"),
        ("0812 0000 0123 Bu Ani", "0812-0000-0123"),
        ("0812-0000-012A", None),
        ("0274 55512a", None),
        ("(0274) 555123 - 5 line", None),
        ("0274 555a123", None),
    ],
)
def test_a_letter_that_touches_a_digit_is_not_dropped_from_a_suggestion(
    text: str, suggestion: str | None
) -> None:
    fault = _fault(text)
    assert (fault.code, fault.suggestion) == ("phone-letters", suggestion)


def test_a_line_end_inside_a_number_is_named() -> None:
    fault = _fault("0274\n555123")
    assert (fault.code, fault.suggestion) == ("phone-invalid-char", "(0274) 555123")
    assert fault.evidence["character"] == "\\n"


def test_a_bad_extension_of_a_link_is_not_passed_over() -> None:
    for extension in ("1234567", "", "a", "1x"):
        fault = _fault(f"tel:+62274555123;ext={extension}")
        assert fault.code in {"phone-letters", "phone-invalid-char"}


@pytest.mark.parametrize(
    ("subscriber", "before", "is_post_code"),
    [
        ("(0274) 55281", "(0274) 555123", True),
        ("(0274) 55281", "(0274) 55123", False),
        ("(0274) 552812", "(0274) 5551234", False),
        ("(021) 5528123", "(021) 55512345", False),
        ("(0482) 21005", "(0482) 21004", False),
    ],
)
def test_five_digits_behind_a_longer_number_are_a_post_code(
    subscriber: str, before: str, is_post_code: bool
) -> None:
    assert is_likely_post_code(parse_phone(subscriber), parse_phone(before)) == is_post_code


@pytest.mark.parametrize(
    ("text", "e164", "uri", "whatsapp", "area_code"),
    [
        ("(0274) 555123 ext. 12", "+62274555123", "tel:+62274555123;ext=12", None, "0274"),
        ("(0274) 555123 (WA)", "+62274555123", "tel:+62274555123", "https://wa.me/62274555123", "0274"),
        ("(021) 5551234", "+62215551234", "tel:+62215551234", None, "021"),
        ("0812-0000-0123", "+6281200000123", "tel:+6281200000123", "https://wa.me/6281200000123", None),
        ("0807-1-123456", None, "tel:08071123456;phone-context=+62", None, None),
        ("0800-1-123456", "+628001123456", "tel:+628001123456", None, None),
        ("1500-123", None, "tel:1500123;phone-context=+62", None, None),
        ("112 ext. 3", None, "tel:112;ext=3;phone-context=+62", None, None),
    ],
)
def test_every_form_of_a_number_for_machines(
    text: str, e164: str | None, uri: str, whatsapp: str | None, area_code: str | None
) -> None:
    phone = parse_phone(text)
    assert (phone.e164, phone.uri, phone.whatsapp, phone.area_code) == (e164, uri, whatsapp, area_code)


def test_numbers_are_equal_by_the_line_the_extension_and_the_mark_wa() -> None:
    assert parse_phone("Fax 0274 555123") == parse_phone("62274555123")
    assert parse_phone("0274 555123 ext. 1") != parse_phone("0274 555123")
    assert parse_phone("0274 555123 (WA)") != parse_phone("0274 555123")
    assert isinstance(hash(parse_phone("112")), int)
    assert Phone(digits="112", kind="emergency").warnings == ()


def test_an_area_code_says_which_places_it_serves() -> None:
    assert places_of("0274") == places_of("274") == ("Yogyakarta",)
    assert "Bekasi" in places_of("021")
    assert places_of("0259") == ()
