"""vCard, JSON-LD and the script tag, property by property."""

from __future__ import annotations

import itertools
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kopsurat.contacts import ContactCard
from kopsurat.contacts.machine_forms import json_ld_script

FULL = ContactCard(
    phones="(0274) 555123 ext. 12 / (0274) 555125 (WA) / 0812-0000-0123 (WA) / 0813-0000-0124 / 14045",
    emails="sekretariat@contoh.desa.id / humas@contoh.desa.id",
    website="http://www.contoh.desa.id/profil",
    fax="(0274) 555124",
    emergency="112",
    hours="Senin-Kamis 08.00-15.00, Jumat 08.00-11.30 WIB, di luar jam kerja diteruskan ke kecamatan",
    officer="Sekretaris Desa",
)


def unfolded(vcard: str) -> list[str]:
    return vcard.replace("\r\n ", "").split("\r\n")


class TestVcard:
    def test_every_property_of_a_full_card_in_order(self) -> None:
        assert unfolded(FULL.vcard(name="Pemerintah Desa Contoh")) == [
            "BEGIN:VCARD",
            "VERSION:4.0",
            "KIND:org",
            "FN:Pemerintah Desa Contoh",
            "ORG:Pemerintah Desa Contoh",
            'TEL;VALUE=uri;TYPE="work,voice":tel:+62274555123;ext=12',
            'TEL;VALUE=uri;TYPE="work,voice":tel:+62274555125',
            'TEL;VALUE=uri;TYPE="work,voice,cell,text":tel:+6281200000123',
            'TEL;VALUE=uri;TYPE="work,voice,cell,text":tel:+6281300000124',
            'TEL;VALUE=uri;TYPE="work,voice":tel:14045;phone-context=+62',
            'TEL;VALUE=uri;TYPE="work,fax":tel:+62274555124',
            "EMAIL;TYPE=work:sekretariat@contoh.desa.id",
            "EMAIL;TYPE=work:humas@contoh.desa.id",
            "URL;TYPE=work:http://www.contoh.desa.id/profil",
            "X-OFFICER:Sekretaris Desa",
            r"NOTE:Senin–Kamis 08.00–15.00\, Jumat 08.00–11.30 WIB\, diteruskan ke kecamatan\; Darurat: 112",
            "END:VCARD",
            "",
        ]

    @pytest.mark.parametrize(
        ("card", "shown"),
        [
            (FULL, "www.contoh.desa.id"),
            (ContactCard(phones="(0274) 555123"), "Telp: (0274) 555123"),
            (ContactCard(), "Kantor Desa"),
        ],
    )
    def test_a_card_without_a_name_shows_what_it_has(self, card: ContactCard, shown: str) -> None:
        lines = unfolded(card.vcard())
        assert f"FN:{shown}" in lines
        assert not any(line.startswith("ORG:") for line in lines)

    def test_an_empty_card_has_no_empty_property(self) -> None:
        assert unfolded(ContactCard().vcard(name="Desa")) == [
            "BEGIN:VCARD",
            "VERSION:4.0",
            "KIND:org",
            "FN:Desa",
            "ORG:Desa",
            "END:VCARD",
            "",
        ]

    @pytest.mark.parametrize(
        ("name", "written"),
        [
            ("a\\b", r"a\\b"),
            ("a,b;c", r"a\,b\;c"),
            ("a\r\nb", r"a\nb"),
            ("a\rb\nc", r"a\nb\nc"),
        ],
    )
    def test_marks_of_the_format_are_escaped(self, name: str, written: str) -> None:
        assert f"ORG:{written}" in unfolded(ContactCard().vcard(name=name))

    @given(st.text("aé–😀", max_size=120))
    def test_lines_fold_at_75_bytes_and_unfold_to_themselves(self, name: str) -> None:
        vcard = ContactCard().vcard(name=name or "x")
        assert f"FN:{name or 'x'}" in unfolded(vcard)
        physical = vcard.split("\r\n")
        assert all(len(line.encode()) <= 75 for line in physical)
        for line, after in itertools.pairwise(physical):
            if after.startswith(" "):
                assert len(line.encode()) > 75 - 4

    def test_a_line_of_exactly_75_bytes_stays_whole(self) -> None:
        name = "a" * 71
        assert f"ORG:{name}\r\n" in ContactCard().vcard(name=name)
        assert f"ORG:{name}\r\n b\r\n" in ContactCard().vcard(name=f"{name}b")
        assert f"\r\n {'c' * 74}\r\n d\r\n" in ContactCard().vcard(name=f"{name}{'c' * 74}d")


class TestJsonLd:
    def test_the_script_holds_the_data_and_no_text_ends_it(self) -> None:
        script = json_ld_script(FULL, "Desa </script><b>")
        start, end = '<script type="application/ld+json">', "</script>"
        assert script.startswith(start)
        assert script.endswith(end)
        body = script[len(start) : -len(end)]
        assert "<" not in body
        assert json.loads(body) == FULL.json_ld(name="Desa </script><b>")

    def test_every_key_of_a_full_card(self) -> None:
        data = FULL.json_ld(name="Desa Contoh")
        opening = data.pop("openingHoursSpecification")
        assert data == {
            "@context": "https://schema.org",
            "@type": "GovernmentOffice",
            "name": "Desa Contoh",
            "url": "http://www.contoh.desa.id/profil",
            "telephone": ["+62274555123", "+62274555125", "+6281200000123", "+6281300000124", "14045"],
            "faxNumber": "+62274555124",
            "email": ["sekretariat@contoh.desa.id", "humas@contoh.desa.id"],
            "contactPoint": [
                {
                    "@type": "ContactPoint",
                    "contactType": "WhatsApp",
                    "telephone": "+62274555125",
                    "url": "https://wa.me/62274555125",
                },
                {
                    "@type": "ContactPoint",
                    "contactType": "WhatsApp",
                    "telephone": "+6281200000123",
                    "url": "https://wa.me/6281200000123",
                },
                {"@type": "ContactPoint", "contactType": "emergency", "telephone": "112"},
            ],
        }
        assert opening == [
            {
                "@type": "OpeningHoursSpecification",
                "dayOfWeek": ["Monday", "Tuesday", "Wednesday", "Thursday"],
                "opens": "08:00",
                "closes": "15:00",
            },
            {
                "@type": "OpeningHoursSpecification",
                "dayOfWeek": ["Friday"],
                "opens": "08:00",
                "closes": "11:30",
            },
        ]

    def test_one_value_stands_alone(self) -> None:
        data = ContactCard(phones="(0274) 555123", emails="a1@contoh.desa.id").json_ld()
        assert (data["telephone"], data["email"]) == ("+62274555123", "a1@contoh.desa.id")
        assert "contactPoint" not in data

    @pytest.mark.parametrize(
        ("hours", "days", "opens", "closes"),
        [
            ("Sabtu-Senin 00.30-24.00 WIB", ["Saturday", "Sunday", "Monday"], "00:30", "23:59"),
            ("Minggu 9-10", ["Sunday"], "09:00", "10:00"),
            (
                "24 jam",
                ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
                "00:00",
                "23:59",
            ),
        ],
    )
    def test_hours_are_days_with_clock_times(
        self, hours: str, days: list[str], opens: str, closes: str
    ) -> None:
        assert ContactCard(hours=hours).json_ld()["openingHoursSpecification"] == [
            {"@type": "OpeningHoursSpecification", "dayOfWeek": days, "opens": opens, "closes": closes}
        ]

    def test_hours_without_a_clock_give_no_times(self) -> None:
        assert ContactCard(hours="jam kerja").json_ld()["openingHoursSpecification"] == []

    def test_an_emergency_line_with_an_area_code_is_called_in_full(self) -> None:
        points = ContactCard(emergency="0812-0000-0123").json_ld()["contactPoint"]
        assert points[-1]["telephone"] == "+6281200000123"
