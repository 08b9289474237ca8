"""Comparing the contacts in a text with the card."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kopsurat.contacts import ContactCard, lint_contacts, lint_links, suggested_text, unified_suggestion
from kopsurat.errors import InvalidInput
from kopsurat.messages import explain

LINE = "Telp: (0274) 555123 • Email: sekretariat@contoh.desa.id • Website: contoh.desa.id"
CARD = ContactCard.parse_line(LINE)
_SCRAPS = [
    LINE,
    "Telp. (0274) 555-123",
    " | ",
    "\n",
    " • ",
    "Email : x@gmail.com",
    "www.contoh.desa.id",
    "0812-0000-0123",
    "Fax (0274) 555124",
    "Rek. 0274555999",
    "Website: contoh.desa",
    "teks biasa ",
    "\x7f",
    "\ud800",
    "（",
]


def _codes(text: str, **options: str) -> list[str]:
    return sorted(finding.code for finding in lint_contacts(text, CARD, **options))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (LINE, []),
        (
            f"PEMERINTAH DESA CONTOH\n{LINE}\nNomor: 470/012/XI/2026 tanggal 24-11-2026 NIK 3404070101800001",
            [],
        ),
        (LINE.replace("•", "\x7f"), []),
        (LINE.replace(" • ", "\n"), []),
        (LINE.replace("Telp:", "Telp."), ["fmt-label"]),
        (LINE.replace(" • ", ", "), ["fmt-separator"]),
        (LINE.replace("(0274) 555123", "0274-555123"), ["fmt-phone"]),
        (LINE.replace("(0274) 555123", "+62 274 555123"), ["fmt-phone"]),
        (LINE.replace("sekretariat@", "Sekretariat@"), ["fmt-email"]),
        (LINE.replace("Website: contoh", "Website: https://contoh"), ["fmt-web"]),
        (LINE.replace("Website: contoh", "Website: www.contoh"), ["val-web-www"]),
        (LINE.replace("555123", "555124"), ["val-phone"]),
        (LINE.replace("555123", "55512"), ["val-phone"]),
        (LINE.replace("sekretariat@", "sekertariat@"), ["val-email"]),
        (LINE.replace("sekretariat@contoh", "sekretariat@lain"), ["domain-mismatch", "val-email"]),
        (LINE.replace("Website: contoh", "Website: lain"), ["domain-mismatch", "val-web"]),
        (LINE.replace("Website: contoh.desa.id", "Website: contoh.desa"), ["val-web"]),
        (LINE.replace("Telp: (0274) 555123 • ", ""), ["missing-phone"]),
        (LINE.replace("Email: sekretariat@contoh.desa.id • ", ""), ["missing-email"]),
        (LINE.replace(" • Website: contoh.desa.id", ""), ["missing-website"]),
        ("", ["missing-email", "missing-phone", "missing-website"]),
        (f"{LINE}\nHubungi juga 0812-0000-0123.", ["extra-phone"]),
        (f"{LINE}\nSalinan ke bpd@contoh.desa.id.", ["extra-email"]),
        (f"{LINE}\nFax (0274) 555124", ["extra-fax"]),
        (f"{LINE} • facebook.com/desacontoh", ["extra-website", "fmt-separator"]),
        (
            "Telp: (0274)\n555123 • Email: sekretariat@\ncontoh.desa.id • Website: contoh.desa.id",
            ["fmt-break"],
        ),
        (LINE.replace("contoh.desa.id • W", "contoh.\ndesa.id • W"), ["fmt-break"]),
    ],
)
def test_a_difference_has_its_code(text: str, codes: list[str]) -> None:
    assert _codes(text) == codes


def test_a_finding_says_what_was_found_what_is_expected_and_where() -> None:
    text = f"Yth.\n{LINE.replace('(0274) 555123', '0274-555123')}"
    (finding,) = lint_contacts(text, CARD)
    assert (finding.found, finding.expected, finding.severity) == ("0274-555123", "(0274) 555123", "warning")
    assert text[finding.span[0] : finding.span[1]] == finding.found


def test_spans_are_of_the_text_as_given_not_as_folded() -> None:
    text = "\u200b（aneka）\u00a0" + LINE.replace("(0274) 555123", "0274\u2011555123")
    findings = lint_contacts(text, CARD)
    assert [(f.code, text[f.span[0] : f.span[1]]) for f in findings] == [("fmt-phone", "0274\u2011555123")]


def test_errors_warnings_and_information_are_told_apart() -> None:
    text = f"{LINE.replace('Telp:', 'Tlp.').replace('sekretariat', 'humas')} Info 0812-0000-0123"
    assert {f.code: f.severity for f in lint_contacts(text, CARD)} == {
        "fmt-label": "warning",
        "val-email": "error",
        "extra-phone": "information",
    }


def test_another_profile_asks_for_its_own_labels() -> None:
    baku = CARD.line("baku")
    assert _codes(baku, profile="baku") == []
    assert _codes(baku) == ["fmt-label", "fmt-separator"]
    with pytest.raises(ValueError, match="seed"):
        lint_contacts("", CARD, profile="mewah")


def test_the_suggestion_mends_every_finding_of_the_line() -> None:
    text = "DESA CONTOH\nTelp. (0274) 555-123 | Email : humas@contoh.desa.id | Website: www.contoh.desa.id\nIsi surat.\n"
    mended = suggested_text(text, CARD)
    assert mended == f"DESA CONTOH\n{LINE}\nIsi surat.\n"
    assert lint_contacts(mended, CARD) == ()
    diff = unified_suggestion(text, CARD, name="surat.txt")
    assert diff.startswith("--- surat.txt\n+++ surat.txt (kop)\n@@")
    assert f"+{LINE}\n" in diff
    assert unified_suggestion(mended, CARD) == ""


def test_a_lone_number_in_a_sentence_is_mended_in_place() -> None:
    text = "Hubungi kantor di 0274-555123 pada jam kerja."
    assert suggested_text(text, CARD) == "Hubungi kantor di (0274) 555123 pada jam kerja."


def test_what_could_not_be_read_goes_with_the_line() -> None:
    assert (
        suggested_text(
            LINE.replace("contoh.desa.id • Website: contoh.desa.id", "contoh.desa.id • Website: contoh.desa"),
            CARD,
        )
        == LINE
    )


@given(st.lists(st.sampled_from(_SCRAPS) | st.text(max_size=10), max_size=8).map("".join))
def test_any_text_is_linted_with_spans_inside_it(text: str) -> None:
    for finding in lint_contacts(text, CARD):
        start, end = finding.span
        assert 0 <= start <= end <= len(text)
        assert finding.found in {"", text[start:end]}
        assert explain(finding.code, "id") != explain(finding.code, "en")


@given(st.lists(st.sampled_from(_SCRAPS), max_size=6).map("\n".join))
def test_a_suggestion_is_its_own_suggestion(text: str) -> None:
    once = suggested_text(text, CARD)
    assert suggested_text(once, CARD) == once


def test_a_card_without_contacts_finds_only_extras() -> None:
    assert {finding.code for finding in lint_contacts(LINE, ContactCard())} == {
        "extra-phone",
        "extra-email",
        "extra-website",
    }


def test_text_of_a_million_lines_is_too_long_and_says_so() -> None:
    with pytest.raises(InvalidInput) as raised:
        lint_contacts("x" * 20_000_001, CARD)
    assert raised.value.code == "contact-text-too-long"


@pytest.mark.parametrize(
    ("shown", "target", "is_mismatch"),
    [
        ("sekretariat@contoh.desa.id", "mailto:sekretariat@contoh.desa.id", False),
        ("sekretariat@contoh.desa.id", "mailto:lain@gmail.com", True),
        ("(0274) 555123", "tel:+62274555123", False),
        ("(0274) 555123", "tel:+62274555124", True),
        ("0812-0000-0123", "https://wa.me/6281200000123", False),
        ("contoh.desa.id", "https://www.contoh.desa.id/profil", False),
        ("contoh.desa.id", "https://contoh.desa.id.evil.com/", True),
        ("Klik di sini", "https://evil.com", False),
        ("contoh.desa.id", "javascript:alert(1)", True),
    ],
)
def test_a_link_that_leads_elsewhere_than_it_shows_is_found(
    shown: str, target: str, is_mismatch: bool
) -> None:
    assert [finding.code for finding in lint_links([(shown, target)])] == ["link-mismatch"] * is_mismatch
