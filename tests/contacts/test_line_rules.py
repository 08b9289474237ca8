"""Reading the lines of a letterhead: which label rules which words, and what comes of lines that break."""

from __future__ import annotations

import pytest

from kopsurat.contacts import ContactCard
from kopsurat.contacts.line import read_line
from kopsurat.errors import InvalidInput, KopsuratError

T = "Telp: (0274) 555123"
E = "Email: a1@contoh.desa.id"
W = "Website: contoh.desa.id"


def codes(text: str) -> list[str]:
    with pytest.raises((KopsuratError, ExceptionGroup)) as raised:
        read_line(text)
    error = raised.value
    faults = error.exceptions if isinstance(error, ExceptionGroup) else (error,)
    return [fault.code for fault in faults if isinstance(fault, KopsuratError)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Website: contoh\ndesa.id", W),
        ("Website: contoh.\ndesa.id", W),
        ("Website: contoh.desa.id\nsukamaju desa", W),
        ("Website: contoh.desa.id atau kantor", W),
        ("Website: contoh.desa.id Kantor", W),
        ("Website: contoh.desa.id @desacontoh", W),
        ("Website: contoh.desa.id/profil/", "Website: contoh.desa.id/profil/"),
        ("Website: contoh.desa.id/?cari=email", "Website: contoh.desa.id/?cari=email"),
        ("Website: contoh.desa.id/profil&Hp", "Website: contoh.desa.id/profil&Hp"),
        ("Website: contoh.desa.id/kontak/telp", "Website: contoh.desa.id/kontak/telp"),
        ("Telp/WA: 0812-0000-0123", "Telp: 0812-0000-0123 (WA)"),
        ("Website: 24jam.desa.id", "Website: 24jam.desa.id"),
        ("Email: 24jam@contoh.desa.id", "Email: 24jam@contoh.desa.id"),
        ("Jam layanan: 08.00-15.00 WIB ■ Website: contoh.desa.id", W),
        ("Website: contoh.desa.id;Telp: 0274 555123", f"{T} • {W}"),
        ("Website: (contoh.desa.id)", W),
        ("Website: contoh.desa.id)", W),
        ("Website: (contoh.desa.id", W),
        ("Email:\na1@contoh.desa.id", E),
        ("Email: - \n a1@contoh.desa.id", E),
        ("Website:\n\ncontoh.desa.id", W),
        ("Website:\nEmail: a1@contoh.desa.id", E),
        ("Website: contoh.desa.id a1@contoh.desa.id", f"{E} • {W}"),
        ("Website: contoh.desa.id Website: contoh.desa.id", W),
        ("Website/Email: contoh.desa.id / a1@contoh.desa.id", f"{E} • {W}"),
        ("Website/Email: contoh.desa.id/a1@contoh.desa.id", f"{E} • {W}"),
        ("Email/Website: a1@contoh.desa.id, contoh.desa.id", f"{E} • {W}"),
        ("Email & Website: a1@contoh.desa.id | contoh.desa.id", f"{E} • {W}"),
        ("Email, Website, Email: a1@contoh.desa.id contoh.desa.id", f"{E} • {W}"),
        ("Email: Email: a1@contoh.desa.id", E),
        ("Email: email.a1@contoh.desa.id", "Email: email.a1@contoh.desa.id"),
        ("Email: Email.a1@contoh.desa.id", "Email: email.a1@contoh.desa.id"),
        ("Telp. 0274 555123 surel.a1@contoh.desa.id", f"{T} • Email: surel.a1@contoh.desa.id"),
        ("Email a1@contoh.desa.id Email b2@contoh.desa.id", "Email: a1@contoh.desa.id / b2@contoh.desa.id"),
        ("Email: a1@contoh.desa.id\nb2@contoh.desa.id", "Email: a1@contoh.desa.id / b2@contoh.desa.id"),
        ("Email: a1@contoh.desa.id atau b2@contoh.desa.id", "Email: a1@contoh.desa.id / b2@contoh.desa.id"),
        ("Email: di a1@contoh.desa.id", E),
        ("Email Desa: a1@contoh.desa.id", E),
        ("Email: a1@contoh.desa.id (0274) 555123", f"{T} • {E}"),
        ("Email: A1@contoh.desa.id Telp. 0274 555123", f"{T} • {E}"),
        ("Telp. 0274 555123 contoh.desa.id", f"{T} • {W}"),
        ("Telp. 0274 555123 a1@contoh.desa.id", f"{T} • {E}"),
        ("Telp. (0274)\n555123", T),
        ("Telp. 0274 555123\nJl. Raya 12", T),
        ("Telp. 0274 555123\nKode Pos 55281", T),
        ("Telp. 0274 555123\n55281", T),
        ("Telp. 0274 555123, 55281", T),
        ("Telp. 0274 555123 *", T),
        ("Telp/Fax. 0274 555123 Sleman", T),
        ("Telp. Budi 0274 555123", T),
        ("Jl. Raya 1 0274-555123 a1@contoh.desa.id", f"{T} • {E}"),
        ("Instagram: instagram.com/contoh 0274-555123", T),
        ("Instagram: contoh.desa.id", W),
        ("facebook.com/contoh", "Website: facebook.com/contoh"),
        ("Website: facebook.com/contoh", "Website: facebook.com/contoh"),
        ("0812-0000-0123 / 0812-0000-0123 (WA)", "Telp: 0812-0000-0123 (WA)"),
        ("0274-555123 / 0812-0000-0123 (WA) | a1@contoh.desa.id", f"{T} / 0812-0000-0123 (WA) • {E}"),
        (
            "0812-0000-0123 (WA) / 0274-555123 | a1@contoh.desa.id",
            f"Telp: 0812-0000-0123 (WA) / (0274) 555123 • {E}",
        ),
        ("0812-0000-0123 WA | a1@contoh.desa.id", f"Telp: 0812-0000-0123 (WA) • {E}"),
        ("0812-0000-0123, WA | a1@contoh.desa.id", f"Telp: 0812-0000-0123 (WA) • {E}"),
        ("0812-0000-0123, (WA) a1@contoh.desa.id", f"Telp: 0812-0000-0123 (WA) • {E}"),
        ("Telp. 0812-0000-0123, (WA) Email a1@contoh.desa.id", f"Telp: 0812-0000-0123 (WA) • {E}"),
        ("WA 0812-0000-0123 (kantor), 0813-0000-0124", "Telp: 0812-0000-0123 (WA) / 0813-0000-0124 (WA)"),
        ("Telp. 0274 555123 psw 12, 24 jam", f"{T} ext. 12"),
        ("Website: contoh.desa.id | (0274) 555123", f"{T} • {W}"),
        ("🌐 contoh.desa.id; 0274 555123; a1@contoh.desa.id", f"{T} • {E} • {W}"),
        ("0812-0000-0123 WA dan 0813-0000-0124", "Telp: 0812-0000-0123 (WA) / 0813-0000-0124"),
        ("0812-0000-0123 - WA dan 0813-0000-0124", "Telp: 0812-0000-0123 (WA) / 0813-0000-0124"),
        ("0274-555123 (Telp/Fax), a1@contoh.desa.id", f"{T} • {E}"),
        ("Senin-Jumat 08.00-15.00 WIB Telp. 0274 555123", T),
        ("Jam layanan: 08.00-15.00 WIB\nTelp. 0274 555123", T),
        ("Jam layanan: - Telp. 0274 555123", T),
        ("", ""),
        ("DESA CONTOH", ""),
        ("Telp. Email: Website:", ""),
    ],
)
def test_a_line_is_read_as_people_mean_it(text: str, line: str) -> None:
    card = ContactCard.parse_line(text)
    assert card.line() == line
    assert ContactCard.parse_line(card.line()).line() == line


@pytest.mark.parametrize(
    ("text", "line", "warnings"),
    [
        ("Darurat: 112", "Darurat: 112", ()),
        ("Telp: 112", "Darurat: 112", ("phone-emergency",)),
        ("Telp. 0274 555123 / 112", f"{T} • Darurat: 112", ("phone-emergency",)),
        ("Darurat 112, 110", "Darurat: 112", ("emergency-several",)),
        ("T (0274) 555123 | F (0274) 555124", f"{T} • Fax: (0274) 555124", ()),
        ("T (0274) 555123 F (0274) 555124", f"{T} • Fax: (0274) 555124", ()),
        ("F 0274-555124", "Fax: (0274) 555124", ()),
        ("Telp. 0274 555123 - F (+62274) 555124", f"{T} • Fax: (0274) 555124", ()),
        ("T. (+62274) 555123 F. [0274] 555124 a", f"{T} • Fax: (0274) 555124", ()),
        ("T (0274) 555123\nF 62274555124", f"{T} • Fax: (0274) 555124", ("phone-missing-plus",)),
        ("0274 555123 / WA Website: contoh.desa.id", f"{T} (WA) • {W}", ()),
        ("☎ 0274 555123 📠 0274 555124", f"{T} • Fax: (0274) 555124", ()),
        ("Blok F 0274-555123", T, ()),
        ("Jl. Raya 12 F 0274-555123", T, ()),
    ],
)
def test_each_number_goes_to_its_own_field(text: str, line: str, warnings: tuple[str, ...]) -> None:
    card = ContactCard.parse_line(text)
    assert (card.line("lengkap"), card.warnings) == (line, warnings)


@pytest.mark.parametrize(
    "text",
    [
        "Telp. (0274) 555123 psw. 12-14 Email: a1@contoh.desa.id",
        "(0274) 555123 psw. 12, 14 | a1@contoh.desa.id",
        "Telp (0274) 555123 (ext. 12 s.d. 14), a1@contoh.desa.id",
    ],
)
def test_the_first_of_several_extensions_is_kept_and_warned_of(text: str) -> None:
    card = ContactCard.parse_line(text)
    assert card.line() == f"{T} ext. 12 • {E}"
    assert card.warnings == ("phone-extension-several",)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Telp. 0812", ["phone-too-short"]),
        ("Telp. 0812\nJl. Raya 12", ["phone-too-short"]),
        ("Telp. 0274 555123 dan 0812-00xx-xxxx", ["phone-masked"]),
        ("Telp. 0274 555123 a 0812-00xx", ["phone-letters"]),
        ("Telp. 0274 555123 a 0259 555123", ["phone-letters"]),
        ("Telp. ABC 555123", ["phone-letters"]),
        ("Email: a1contoh.desa.id", ["email-no-at"]),
        ("Email: desa[at]contoh.desa.id", ["email-no-at"]),
        ("Email: kantor (at) contoh.desa.id", ["email-no-at"]),
        ("Email desa @ contoh.desa.id", ["email-space"]),
        ("Email: a1@contoh.desa.id, b2@@contoh.desa.id", ["email-syntax"]),
        ("Email: desa contoh@gmail.com", ["email-space"]),
        ("Email: pemdes contoh@gmail.com", ["email-space"]),
        ("Website: contoh", ["web-local"]),
        ("Website: javascript:alert(1)", ["web-scheme"]),
        ("Website: contoh.desa.id sukamaju.desa.id", ["web-multiple"]),
        ("contoh.desa.id sukamaju.desa.id", ["web-multiple"]),
        ("Website/Email: contoh.desa / a1@@contoh.desa.id", ["web-tld-unknown"]),
        ("Jam layanan: sepanjang hari", ["hours-syntax"]),
        ("Jam layanan: 15.00-08.00 WIB\nTelp. 0812", ["phone-too-short", "hours-order"]),
        ("Telp. 0812 Email: x Website: y", ["phone-too-short", "email-no-at", "web-local"]),
    ],
)
def test_the_faults_of_a_line_are_those_of_its_fields(text: str, found: list[str]) -> None:
    assert sorted(codes(text)) == sorted(found)


@pytest.mark.parametrize(
    ("text", "hours", "line"),
    [
        ("Jam layanan: Senin-Jumat 08.00-15.00 WIB", "Senin–Jumat 08.00–15.00 WIB", ""),
        (f"{T} 24 jam", "24 jam", T),
        (f"{T} Senin-Kamis 08.00-15.00, Jumat 08.00-11.00", "Senin–Kamis 08.00–15.00, Jumat 08.00–11.00", T),
        (f"{T} setiap hari 08.00-15.00", "Setiap hari 08.00–15.00", T),
    ],
)
def test_service_hours_are_taken_out_first(text: str, hours: str, line: str) -> None:
    card = ContactCard.parse_line(text)
    assert (str(card.hours or ""), card.line()) == (hours, line)


def test_several_faxes_and_emergencies_leave_the_first() -> None:
    card = ContactCard.parse_line(f"{T} Fax 0274 555124 Fax 0274 555125 Darurat 112 Darurat 110")
    assert (str(card.fax), str(card.emergency)) == ("(0274) 555124", "112")
    assert card.warnings == ("fax-several", "emergency-several")
    again = ContactCard.parse_line("Fax 0274 555124 Fax 0274 555124")
    assert again.warnings == ("phone-duplicate",)


def test_a_line_of_twenty_thousand_characters_is_the_longest() -> None:
    assert ContactCard.parse_line("a" * 20_000) == ContactCard()
    with pytest.raises(InvalidInput) as raised:
        ContactCard.parse_line("a" * 20_001)
    assert (raised.value.code, raised.value.evidence["characters"]) == ("contact-text-too-long", 20_001)
