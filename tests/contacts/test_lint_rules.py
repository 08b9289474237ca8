"""The linter rule by rule: each finding with what was found, what is expected, and where."""

from __future__ import annotations

import pytest

from kopsurat.contacts import ContactCard, lint_contacts, lint_document, suggested_text, unified_suggestion

LINE = "Telp: (0274) 555123 • Email: sekretariat@contoh.desa.id • Website: contoh.desa.id"
CARD = ContactCard.parse_line(LINE)
FAX = ContactCard(phones="(0274) 555123", fax="(0274) 555124", emergency="112")


def told(text: str, card: ContactCard = CARD, **options: str) -> list[tuple[str, str, str]]:
    findings = lint_contacts(text, card, **options)
    for finding in findings:
        start, end = finding.span
        assert text[start:end] == finding.found
    return [(finding.code, finding.found, finding.expected) for finding in findings]


def changed(old: str, new: str) -> str:
    assert LINE.count(old) == 1
    return LINE.replace(old, new)


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        (changed("Telp:", "Tlp."), [("fmt-label", "Tlp. ", "Telp: ")]),
        (changed("Telp: ", ""), [("fmt-label", "", "Telp: ")]),
        (changed("Email: ", ""), [("fmt-label", "", "Email: ")]),
        (changed("(0274) 555123 •", "(0274) 555123 |"), [("fmt-separator", " | ", " • ")]),
        (LINE.replace("•", "|"), [("fmt-separator", " | ", " • ")]),
        (changed("(0274) 555123", "0274555123"), [("fmt-phone", "0274555123", "(0274) 555123")]),
        (changed("(0274) 555123", "(0274) 555123 (WA)"), [("fmt-phone", "(0274) 555123 (WA)", "(0274) 555123")]),
        (changed("(0274) 555123", "(0274) 555999"), [("val-phone", "(0274) 555999", "(0274) 555123")]),
        (changed("sekretariat@", "info@"), [("val-email", "info@contoh.desa.id", "sekretariat@contoh.desa.id")]),
        (
            changed("sekretariat@", "SEKRETARIAT@"),
            [("fmt-email", "SEKRETARIAT@contoh.desa.id", "sekretariat@contoh.desa.id")],
        ),
        (changed("Website: contoh", "Website: www.contoh"), [("val-web-www", "www.contoh.desa.id", "contoh.desa.id")]),
        (changed("Website: contoh", "Website: http://contoh"), [("fmt-web", "http://contoh.desa.id", "contoh.desa.id")]),
        (
            changed("Website: contoh", "Website: https://www.contoh"),
            [
                ("fmt-web", "https://www.contoh.desa.id", "contoh.desa.id"),
                ("val-web-www", "https://www.contoh.desa.id", "contoh.desa.id"),
            ],
        ),
        (
            changed("Website: contoh.desa.id", "Website: sukamaju.desa.id"),
            [
                ("domain-mismatch", "sekretariat@contoh.desa.id", "sukamaju.desa.id"),
                ("val-web", "sukamaju.desa.id", "contoh.desa.id"),
            ],
        ),
        (changed("Website: contoh.desa.id", "Website: desacontoh.blogspot.com"), [
            ("val-web", "desacontoh.blogspot.com", "contoh.desa.id"),
        ]),
        (changed("Website: contoh.desa.id", "Website: facebook.com/contoh"), [
            ("val-web", "facebook.com/contoh", "contoh.desa.id"),
        ]),
        (changed("Website: contoh.desa.id", "Website: contoh.digitaldesa.id"), [
            ("val-web", "contoh.digitaldesa.id", "contoh.desa.id"),
        ]),
        (changed(" • Website: contoh.desa.id", ""), [("missing-website", "", "contoh.desa.id")]),
        (changed("Website: contoh.desa.id", "Website: -"), [("missing-website", "", "contoh.desa.id")]),
        (changed("Website: contoh.desa.id", "Website: contoh,net"), [
            ("val-web", "contoh,net", "contoh.desa.id"),
        ]),
        (changed("(0274) 555123", "xxxx-xxxx"), [("val-phone", "xxxx-xxxx", "(0274) 555123")]),
        (changed("(0274) 555123 •", "123"), [
            ("val-phone", "123", "(0274) 555123"),
            ("fmt-separator", " ", " • "),
        ]),
        (changed("(0274) 555123", "...."), [("missing-phone", "", "(0274) 555123")]),
        (f"{LINE} info@contoh.desa.id", [("fmt-separator", " ", " • "), ("extra-email", "info@contoh.desa.id", "")]),
        (f"{LINE}\n0812-0000-0123", [("extra-phone", "0812-0000-0123", "")]),
        (f"{LINE}\nHP 0812-0000-0123", [("extra-phone", "0812-0000-0123", "")]),
        (f"{LINE}\nsukamaju.desa.id", [("extra-website", "sukamaju.desa.id", "")]),
        (f"{LINE}\n{LINE}", []),
        (f"{LINE}\n\nTelp. (0274) 555123", [("fmt-label", "Telp. ", "Telp: ")]),
        (f"{LINE}\n\nSilakan hubungi telepon (0274) 555123 kami", []),
        (f"{LINE}\n\nHubungi telepon: (0274) 555123", [("fmt-label", "Hubungi telepon: ", "Telp: ")]),
        (f"{LINE}\n\nTelepon (0274) 555123", [("fmt-label", "Telepon ", "Telp: ")]),
        (LINE.replace(" • ", " •\r\n"), []),
        (LINE.replace(" • ", "\r\n"), []),
        (LINE.replace(" • ", " \ufffd "), []),
        (LINE.replace(" • ", " •\u2028"), []),
        (LINE.replace("Telp:", "Te\u00adlp:\u00ad"), []),
        (changed("(0274) 555123", "(0274)\r\n555123"), [("fmt-break", "(0274)\r\n555123", "(0274) 555123")]),
        (changed("(0274) 555", "(0274)\u00a0\u00ad555-"), [
            ("fmt-phone", "(0274)\u00a0\u00ad555-123", "(0274) 555123"),
        ]),
        (LINE.replace(" • ", " |\n"), [("fmt-separator", " |\n", " • ")]),
        (LINE.replace(" • ", "\u00a0•\u00a0"), []),
        (changed("(0274) 555", "(0274)\u00a0555"), []),
        (changed("sekretariat@", "sekre\u00adtariat@"), []),
        (changed("(0274) 555123", "(0274)\n555123"), [("fmt-break", "(0274)\n555123", "(0274) 555123")]),
        (changed("(0274) 555123", "(0274)\r555123"), [("fmt-break", "(0274)\r555123", "(0274) 555123")]),
        (changed("(0274) 555123", "0274\n555123"), [
            ("fmt-break", "0274\n555123", "(0274) 555123"),
            ("fmt-phone", "0274\n555123", "(0274) 555123"),
        ]),
        (changed("t@contoh", "t@\ncontoh"), [
            ("fmt-break", "sekretariat@\ncontoh.desa.id", "sekretariat@contoh.desa.id"),
        ]),
        (changed("Website: contoh.", "Website: contoh.\n"), [("fmt-break", "contoh.\ndesa.id", "contoh.desa.id")]),
    ],
)  # fmt: skip
def test_a_difference_is_told_with_its_values(text: str, findings: list[tuple[str, str, str]]) -> None:
    assert told(text) == sorted(findings, key=findings.index)


@pytest.mark.parametrize("value", ["(0274) 555123", "sekretariat@contoh.desa.id", "contoh.desa.id"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", " \n", "\u2028", "\x0c"])
def test_a_value_that_a_line_end_breaks_anywhere_is_reported_once(value: str, line_end: str) -> None:
    head, found, tail = LINE.rpartition(value)
    for at in range(1, len(found)):
        broken = f"{found[:at]}{line_end}{found[at:]}"
        for text in (head + broken + tail, f"{LINE}\n\nDengan hormat.\n\n{head}{broken}{tail}"):
            assert [code for code, _, _ in told(text)] == ["fmt-break"]
            assert suggested_text(text, ContactCard.parse_line(LINE)) == text.replace(broken, value)


def test_a_part_of_another_value_is_not_joined() -> None:
    for other in ("lain@con\ntoh.desa.id", "con\ntoh.desa.id.com", "lain-con\ntoh.desa.id"):
        codes = {code for code, _, _ in told(f"{LINE}\n\nSurat {other} ini")}
        assert "fmt-break" not in codes


@pytest.mark.parametrize("fax", ["\nFax: (0274) 555124", " • Fax: (0274) 555124", " | Fax: (0274) 555124"])
def test_a_suggestion_leaves_the_fax_behind_a_line_where_it_is(fax: str) -> None:
    card = ContactCard.parse_line(f"{LINE} • Fax: (0274) 555124")
    text = LINE.replace("(0274) ", "0274-") + fax
    assert suggested_text(text, card) == LINE + fax.replace("|", "•")
    assert suggested_text(text, card, profile="lengkap") == card.line("lengkap")


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("Telp (0274) 555123 Fax (0274) 555124 Email sekretariat@contoh.desa.id", "Fax (0274) 555124"),
        ("Telp. 0274-555123, Fax. 555124 | Email sekretariat@contoh.desa.id", "Fax. (0274) 555124"),
        ("Telp. 0274-555123 Darurat 112 Email sekretariat@contoh.desa.id", "Darurat 112"),
        ("Telp. 0274-555123 / 0812-0000-0999 Email: sekretariat@contoh.desa.id", "Telp. 0812-0000-0999"),
        ("Email: sekretariat@contoh.desa.id Telp. 0274-555123, 0812-0000-0999", "Telp. 0812-0000-0999"),
        (
            "WA 0274-555123, 555999, 0812-0000-0999 Email: sekretariat@contoh.desa.id",
            "WA (0274) 555999 (WA) / 0812-0000-0999",
        ),
        ("0274-555123, 0812-0000-0999 Email: sekretariat@contoh.desa.id", "0812-0000-0999"),
        (
            "Telp. 0274-555123 Email info@contoh.desa.id lain@gmail.com Website contoh.desa.id",
            "Email lain@gmail.com",
        ),
    ],
)
def test_a_suggestion_leaves_no_contact_out(text: str, behind: str) -> None:
    for fields in ("", " • Fax: (0274) 555124", " • Darurat: 112"):
        card = ContactCard.parse_line(LINE + fields)
        assert suggested_text(text, card) == f"{LINE} • {behind}"
        assert suggested_text(suggested_text(text, card), card) == f"{LINE} • {behind}"


def test_an_emergency_number_is_not_called_a_telephone() -> None:
    assert told(f"{LINE} • Darurat: 112", ContactCard.parse_line(f"{LINE} • Darurat: 112")) == []
    card = ContactCard(phones="(0274) 555123", emails="a1@contoh.desa.id", emergency="112")
    assert told(card.line("lengkap"), card, profile="lengkap") == []
    text = card.line("lengkap").replace("Darurat: ", "Gawat Darurat ")
    assert told(text, card, profile="lengkap") == [("fmt-label", "Gawat Darurat ", "Darurat: ")]


def test_numbers_of_a_list_may_stand_on_two_lines() -> None:
    line = "Telp: (0274) 555123 / 0812-0000-0123 (WA) • Email: a1@contoh.desa.id"
    card = ContactCard.parse_line(line)
    assert lint_contacts(line.replace(" / ", " /\n"), card) == ()


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("Telp: (0274) 555123 Fax: (0274) 555124 Darurat: 112", []),
        ("Telp: (0274) 555123", []),
        ("Telp: (0274) 555123 / 112", []),
        ("Telp: (0274) 555123\nFax: (0274) 555125", [("val-fax", "(0274) 555125", "(0274) 555124")]),
    ],
)
def test_fax_and_emergency_of_the_card_are_known(text: str, findings: list[tuple[str, str, str]]) -> None:
    kept = [each for each in told(text, FAX) if not each[0].startswith(("fmt-", "missing-"))]
    assert kept == findings


def test_a_telephone_of_the_card_may_not_be_called_a_fax() -> None:
    card = ContactCard(phones="(0274) 555123")
    assert told("Fax: (0274) 555123", card) == [("fmt-label", "Fax: ", "Telp: ")]
    assert told("Fax: (0274) 555125\nTelp: (0274) 555123", card) == [("extra-fax", "(0274) 555125", "")]


def test_a_label_that_begins_its_line_is_a_label() -> None:
    card = ContactCard(phones="(0274) 555123")
    assert told("Isi.\nTelepon (0274) 555123 ya", card) == [("fmt-label", "Telepon ", "Telp: ")]
    assert told("Silakan telepon (0274) 555123 ya", card) == []
    assert told("Telp: 0812-xx Email: x\n", card) == [("val-phone", "0812-xx", "(0274) 555123")]


def test_several_numbers_of_the_card_are_paired_in_order() -> None:
    card = ContactCard(phones="(0274) 555123 / (0274) 555124 / 0812-0000-0123")
    assert told("Telp: (0274) 555123 / (0274) 555999 / 0812-0000-0999", card) == [
        ("val-phone", "(0274) 555999", "(0274) 555124"),
        ("val-phone", "0812-0000-0999", "0812-0000-0123"),
    ]
    assert told("Telp: (0274) 555123 / 555124", card) == [
        ("fmt-phone", "555124", "(0274) 555124"),
        ("missing-phone", "", "0812-0000-0123"),
    ]


def test_a_wrong_label_and_separator_are_told_once_a_line_and_mended_everywhere() -> None:
    text = "Tlp (0274) 555123 | Surel sekretariat@contoh.desa.id | Laman contoh.desa.id"
    assert told(text) == [("fmt-label", "Tlp ", "Telp: "), ("fmt-separator", " | ", " • ")]
    assert suggested_text(text, CARD) == LINE


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        (LINE, LINE),
        (f"a\n{LINE.replace(' • ', chr(10))}\nb", f"a\n{LINE.replace(' • ', chr(10))}\nb"),
        ("Telp. 0274-555123", "Telp: (0274) 555123"),
        ("T (0274) 555123", "Telp: (0274) 555123"),
        ("P 0274555123", "Telp: (0274) 555123"),
        ("Silakan hubungi 0274-555123 ya", "Silakan hubungi (0274) 555123 ya"),
        ("Buka situs www.contoh.desa.id kami", "Buka situs contoh.desa.id kami"),
        ("0274-555123 a1@contoh.desa.id", LINE),
        (f"{LINE}\n\nRek. 0274555999", f"{LINE}\n\nRek. 0274555999"),
        (f"{LINE}\n\nHP Kades 0812-0000-0123", f"{LINE}\n\nHP Kades 0812-0000-0123"),
        ("Telp. 0274-555123 | Email: x@@y | Website: www,contoh.desa.id\nb", f"{LINE}\nb"),
        ("Email: humas[at]contoh.desa.id untuk umum", "Email: sekretariat@contoh.desa.id untuk umum"),
        ("Website: www,contoh.desa.id untuk umum", "Website: contoh.desa.id untuk umum"),
        ("Hubungi kami di 382 266 89 saja", "Hubungi kami di (0274) 555123 saja"),
        (
            f"{LINE.replace(' • ', ' | ')}\nsukamaju.desa.id",
            f"{LINE}\nsukamaju.desa.id",
        ),
        ("Email:\tx@@y\tSalam, Budi", "Email:\tsekretariat@contoh.desa.id\tSalam, Budi"),
        ("Ke 0271-555999; 336849 ya", "Ke (0274) 555123 / (0271) 336849 ya"),
        ("Ke (0274) 555123 / 336849 ya", "Ke (0274) 555123 / 336849 ya"),
    ],
)
def test_only_what_differs_is_changed(text: str, mended: str) -> None:
    assert suggested_text(text, CARD) == mended


def test_the_diff_names_the_file_and_the_profile_is_used() -> None:
    baku = CARD.line("baku")
    assert unified_suggestion(baku, CARD, profile="baku") == ""
    diff = unified_suggestion(LINE, CARD, profile="baku").splitlines()
    assert diff[:2] == ["--- text", "+++ text (kop)"]
    assert diff[-2:] == [f"-{LINE}", f"+{baku}"]
    assert unified_suggestion("Telp. 0274-555123", CARD).endswith("+Telp: (0274) 555123\n")


@pytest.mark.parametrize(
    ("text", "links", "findings"),
    [
        (LINE, [], []),
        (LINE, [("x", "mailto:sekretariat@contoh.desa.id")], []),
        (LINE, [("x", "mailto:lain@contoh.desa.id")], [("extra-email", "mailto:lain@contoh.desa.id", "")]),
        (LINE, [("x", " MAILTO:lain@contoh.desa.id")] * 2, [("extra-email", " MAILTO:lain@contoh.desa.id", "")]),
        (LINE, [("x", "mailto:lain")], [("extra-email", "mailto:lain", "")]),
        (LINE, [("x", "tel:110")], [("extra-phone", "tel:110", "")]),
        (LINE, [("x", "https://wa.me/6281200000123")], [("extra-phone", "https://wa.me/6281200000123", "")]),
        (LINE, [("x", "https://sukamaju.desa.id"), ("x", "#atas"), ("x", "javascript:1")], []),
        (LINE, [("x", "mailto:" + "a" * 2_000)], []),
        (
            LINE,
            [("(0274) 555123", "tel:110"), ("a" * 2_001, "tel:110"), ("x", "tel:0274555123")],
            [("link-mismatch", "tel:110", "(0274) 555123"), ("extra-phone", "tel:110", "")],
        ),
        (LINE, [("(0274) 555123", "tel:110")], [("link-mismatch", "tel:110", "(0274) 555123")]),
        ("", [("x", "tel:0274555123"), ("x", "http://www.contoh.desa.id/profil")], [
            ("missing-email", "", "sekretariat@contoh.desa.id"),
        ]),
        (
            "",
            [("a", "tel:+62274555123"), ("b", "mailto:Sekretariat@contoh.desa.id"), ("c", "contoh.desa.id")],
            [],
        ),
        ("www.contoh.desa.id", [("www.contoh.desa.id", "https://contoh.desa.id")], [
            ("val-web-www", "www.contoh.desa.id", "contoh.desa.id"),
            ("missing-email", "", "sekretariat@contoh.desa.id"),
            ("missing-phone", "", "(0274) 555123"),
        ]),
    ],
)  # fmt: skip
def test_links_are_contacts_too(
    text: str, links: list[tuple[str, str]], findings: list[tuple[str, str, str]]
) -> None:
    found = lint_document(text, links, CARD)
    assert [(finding.code, finding.found, finding.expected) for finding in found] == findings


def test_the_profile_of_a_document_is_its_offices() -> None:
    assert lint_document(CARD.line("baku"), [], CARD, profile="baku") == ()
    assert lint_document(CARD.line("baku"), [], CARD) != ()
