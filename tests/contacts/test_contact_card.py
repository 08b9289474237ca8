"""The contact card: one line in several profiles, and the forms that machines read."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kopsurat.contacts import (
    ContactCard,
    LineProfile,
    Phone,
    parse_email,
    parse_phone,
    parse_phones,
    parse_website,
)
from kopsurat.errors import InvalidEmail, InvalidInput, InvalidPhone, InvalidWebsite, KopsuratError

FULL = ContactCard(
    phones="(0274) 555123 / 0812-0000-0123 (WA)",
    emails="sekretariat@contoh.desa.id",
    website="https://contoh.desa.id",
    fax="(0274) 555124",
    emergency="112",
    hours="Senin–Jumat 08.00–15.00 WIB",
    officer="Sekretaris Desa",
)


class TestLine:
    """The printed line."""

    def test_seed_prints_telephone_email_and_website_between_bullets(self) -> None:
        assert (
            FULL.line()
            == str(FULL)
            == (
                "Telp: (0274) 555123 / 0812-0000-0123 (WA) • Email: sekretariat@contoh.desa.id • Website: contoh.desa.id"
            )
        )

    def test_baku_follows_the_style_books(self) -> None:
        assert FULL.line("baku") == (
            "Telepon (0274) 555123 / 0812-0000-0123 (WA), Faksimile (0274) 555124, "
            "Laman contoh.desa.id, Pos-el sekretariat@contoh.desa.id"
        )

    def test_lengkap_prints_fax_emergency_and_hours_too(self) -> None:
        assert FULL.line("lengkap").endswith("• Jam layanan: Senin–Jumat 08.00–15.00 WIB")
        assert "• Fax: (0274) 555124 • Darurat: 112 •" in FULL.line("lengkap")

    def test_an_absent_part_leaves_no_separator(self) -> None:
        assert ContactCard(emails="pemdes@contoh.desa.id").line() == "Email: pemdes@contoh.desa.id"
        assert ContactCard().line() == ""

    def test_a_profile_of_ones_own_is_used(self) -> None:
        own = LineProfile(parts=(("website", ""), ("phones", "T ")), separator=" | ")
        assert FULL.line(own) == "contoh.desa.id | T (0274) 555123 / 0812-0000-0123 (WA)"

    def test_a_profile_that_does_not_exist_is_a_value_error(self) -> None:
        with pytest.raises(ValueError, match="seed, baku, lengkap"):
            FULL.line("mewah")

    @pytest.mark.parametrize("profile", ["seed", "baku", "lengkap"])
    def test_every_profile_reads_back(self, profile: str) -> None:
        again = ContactCard.parse_line(FULL.line(profile))
        assert again.line(profile) == FULL.line(profile)

    @given(
        st.lists(
            st.sampled_from(["(0274) 555123", "0812-0000-0123 (WA)", "1500-123", "(021) 5551234 ext. 12"]),
            unique=True,
            max_size=3,
        ),
        st.lists(st.sampled_from(["a1@contoh.desa.id", "desacontoh@gmail.com"]), unique=True, max_size=2),
        st.sampled_from([None, "contoh.desa.id", "http://www.contoh.desa.id", "contoh.desa.id/profil"]),
        st.sampled_from(["seed", "baku", "lengkap"]),
    )
    def test_printing_and_reading_are_inverse(
        self,
        phones: list[str],
        emails: list[str],
        website: str | None,
        profile: str,
    ) -> None:
        card = ContactCard(phones=phones, emails=emails, website=website)
        assert ContactCard.parse_line(card.line(profile)) == card

    @given(st.text(max_size=120) | st.text("Telp:Email@contoh.desa.idWw (0274)5123/•|,-\n", max_size=80))
    def test_any_text_is_a_card_or_our_errors(self, text: str) -> None:
        try:
            card = ContactCard.parse_line(text)
        except KopsuratError as fault:
            assert fault.code
        except ExceptionGroup as group:
            assert all(isinstance(fault, KopsuratError) for fault in group.exceptions)
        else:
            assert ContactCard.parse_line(card.line()).line() == card.line()

    def test_labels_in_any_order_with_an_address_between_are_read(self) -> None:
        card = ContactCard.parse_line(
            "Website : www.contoh.desa.id Jl. Raya Km. 5 No. 12 Kode Pos 55281\nE-mail : a1@contoh.desa.id Telp. (0274) 555-123",
        )
        assert card.line() == "Telp: (0274) 555123 • Email: a1@contoh.desa.id • Website: www.contoh.desa.id"

    def test_what_is_missing_is_named(self) -> None:
        assert ContactCard.parse_line("Telp. - Email : pemdes@contoh.desa.id").missing == ("phone", "website")
        assert ContactCard.parse_line("PEMERINTAH DESA CONTOH").missing == ("phone", "email", "website")

    def test_several_faults_of_a_line_come_together(self) -> None:
        with pytest.raises(ExceptionGroup) as raised:
            ContactCard.parse_line("Telp. 0812 Email: a@ contoh.desa.id Website: www,contoh.desa.id")
        codes = [fault.code for fault in raised.value.exceptions if isinstance(fault, KopsuratError)]
        assert codes == ["phone-too-short", "email-space", "web-host"]

    def test_a_second_fax_is_warned_of(self) -> None:
        card = ContactCard.parse_line("Telp. (0274) 555123 Faks. (0274) 555124, 555125")
        assert str(card.fax) == "(0274) 555124"
        assert "fax-several" in card.warnings

    @pytest.mark.parametrize(
        ("phones", "line"),
        [
            ("Telp. (0274) 555123 Fax (0274) 555124", "Telp: (0274) 555123 • Fax: (0274) 555124"),
            (["(0274) 555123", "Fax (0274) 555124"], "Telp: (0274) 555123 • Fax: (0274) 555124"),
            (parse_phones("Telp/Fax (0274) 555123"), "Telp: (0274) 555123 • Fax: (0274) 555123"),
            ("Fax (0274) 555124", "Fax: (0274) 555124"),
            ("Darurat 112, (0274) 555123", "Telp: (0274) 555123 • Darurat: 112"),
            ("112 / (0274) 555123", "Telp: 112 / (0274) 555123"),
        ],
    )
    def test_a_fax_or_emergency_number_among_the_telephones_has_its_own_field(
        self, phones: str | list[str] | tuple[Phone, ...], line: str
    ) -> None:
        card = ContactCard(phones=phones)  # type: ignore[arg-type]
        assert card.line("lengkap") == line
        assert "Fax" not in card.line()

    def test_the_fax_of_its_own_field_comes_before_those_among_the_telephones(self) -> None:
        card = ContactCard(phones="(0274) 555123 Fax (0274) 555124", fax="(0274) 555125")
        assert card.line("lengkap") == "Telp: (0274) 555123 • Fax: (0274) 555125"
        assert card.warnings == ("fax-several",)
        assert ContactCard(phones="Fax (0274) 555125", fax="(0274) 555125").warnings == ()
        other = ContactCard(phones="Darurat 112", emergency="110")
        assert other.line("lengkap") == "Telp: 112 • Darurat: 110"

    def test_a_number_of_two_entries_appears_once_and_is_warned_of(self) -> None:
        card = ContactCard(phones=["0812-0000-0123", "+62 812 0000 0123 (WA)"])
        assert card.line() == "Telp: 0812-0000-0123 (WA)"
        assert card.warnings == ("phone-duplicate",)
        number = parse_phone("0812-0000-0123")
        assert ContactCard(phones=(number, number)).line() == "Telp: 0812-0000-0123"
        kept = (number,)
        assert ContactCard(phones=kept).phones is kept

    def test_the_warnings_of_all_parts_are_gathered_once(self) -> None:
        card = ContactCard.parse_line(
            "Telp. 62274555123 Email: desacontoh@gmail.com Website: http://contoh.desa.id"
        )
        assert card.warnings == ("phone-missing-plus", "email-free-provider", "web-http")


class TestFields:
    """What the fields take."""

    def test_values_and_texts_are_the_same(self) -> None:
        values = ContactCard(
            phones=[parse_phone("0274555123")],
            emails=(parse_email("a1@contoh.desa.id"),),
            website=parse_website("contoh.desa.id"),
        )
        texts = ContactCard(phones="0274555123", emails="a1@contoh.desa.id", website="contoh.desa.id")
        assert values == texts
        assert hash(values) == hash(texts)

    def test_one_fault_is_raised_as_itself_with_its_field(self) -> None:
        with pytest.raises(InvalidEmail) as raised:
            ContactCard(phones="0274555123", emails="a@b@c")
        assert raised.value.path == "emails"

    def test_all_faults_are_raised_together(self) -> None:
        with pytest.raises(ExceptionGroup) as raised:
            ContactCard(phones="0812", emails="x", website="javascript:1")
        assert [type(fault) for fault in raised.value.exceptions] == [
            InvalidPhone,
            InvalidEmail,
            InvalidWebsite,
        ]

    def test_empty_text_is_no_website(self) -> None:
        assert ContactCard(website="", fax="", hours="") == ContactCard()

    @pytest.mark.parametrize("text", ["14045", "112", "0800-1-123456"])
    def test_a_call_center_takes_no_fax(self, text: str) -> None:
        with pytest.raises(InvalidPhone) as raised:
            ContactCard(fax=text)
        assert (raised.value.code, raised.value.value, raised.value.path) == ("fax-not-line", text, "fax")

    @pytest.mark.parametrize("text", ["(0274) 555124", "0812-0000-0124", "Fax (0274) 555124"])
    def test_a_line_or_a_mobile_number_takes_faxes(self, text: str) -> None:
        card = ContactCard(fax=text)
        assert card.fax is not None
        assert card.fax.kind == "fax"

    def test_an_emergency_number_is_no_warning_in_its_field_and_odd_writing_is(self) -> None:
        assert ContactCard(emergency="112").warnings == ()
        assert ContactCard(emergency="129").warnings == ()
        assert ContactCard(emergency="62274555123").warnings == ("phone-missing-plus",)

    def test_fields_take_texts_values_and_both_mixed_each_once(self) -> None:
        phone = parse_phone("0274555123")
        card = ContactCard(phones=[phone, "0274-555123, 0274-555124", "0274555124"])
        assert [str(each) for each in card.phones] == ["(0274) 555123", "(0274) 555124"]
        assert ContactCard(phones=phone).phones == (phone,)
        assert ContactCard(phones=(phone,)).phones == (phone,)
        assert ContactCard(phones=None).phones == ()  # type: ignore[arg-type]
        assert ContactCard(phones=("0274555123",)).phones == (phone,)

    def test_every_fault_has_the_path_of_its_field(self) -> None:
        with pytest.raises(ExceptionGroup) as raised:
            ContactCard(
                phones="0812",
                emails=["x", "a1@contoh.desa.id"],
                website="x",
                fax="0812",
                emergency="0812",
                hours="x",
                officer="NIK 3404070101800001",
            )
        faults = [fault for fault in raised.value.exceptions if isinstance(fault, KopsuratError)]
        assert [fault.path for fault in faults] == [
            "phones",
            "emails",
            "website",
            "fax",
            "emergency",
            "hours",
            "officer",
        ]

    @pytest.mark.parametrize("field", ["phones", "emails", "website", "fax", "emergency", "hours", "officer"])
    @pytest.mark.parametrize("given", [5, b"0274555123", {"nomor": "0274555123"}])
    def test_what_is_neither_text_nor_a_value_is_refused_at_its_field(
        self, field: str, given: object
    ) -> None:
        with pytest.raises(InvalidInput) as raised:
            ContactCard(**{field: given})  # type: ignore[arg-type]
        assert (raised.value.code, raised.value.path) == ("not-a-text", field)

    @pytest.mark.parametrize(
        "officer", ["NIK 3404070101800001", "Budi, lahir 12-08-1980", "rek. BRI 0123-01-012345"]
    )
    def test_private_data_of_the_officer_is_refused(self, officer: str) -> None:
        with pytest.raises(InvalidInput) as raised:
            ContactCard(officer=officer)
        assert raised.value.code.startswith("private-")


class TestConsistency:
    """What does not agree inside a card."""

    def test_email_and_website_of_different_domains_are_noticed(self) -> None:
        card = ContactCard(emails="a1@lain.desa.id", website="contoh.desa.id")
        assert card.inconsistencies() == ("domain-mismatch",)

    @pytest.mark.parametrize(
        "email",
        ["a1@contoh.desa.id", "a1@mail.contoh.desa.id", "desacontoh@gmail.com", "contoh@slemankab.go.id"],
    )
    def test_the_same_domain_a_free_mailbox_and_the_regencys_are_no_mismatch(self, email: str) -> None:
        assert ContactCard(emails=email, website="www.contoh.desa.id").inconsistencies() == ()

    def test_numbers_of_one_area_and_mobile_numbers_differ_in_nothing(self) -> None:
        card = ContactCard(phones="(0274) 555123 / (0274) 555124 / 0812-0000-0123", fax="(0274) 555125")
        assert card.inconsistencies() == ()
        assert ContactCard().inconsistencies(kabupaten="Kabupaten Sleman") == ()
        assert ContactCard(phones="(0274) 555123", fax="(0271) 555125").inconsistencies() == (
            "phone-areas-differ",
        )

    def test_numbers_of_two_areas_are_noticed(self) -> None:
        assert ContactCard(phones="(0274) 555123 / (0271) 555123").inconsistencies() == (
            "phone-areas-differ",
        )

    @pytest.mark.parametrize(
        ("phone", "kabupaten", "is_elsewhere"),
        [
            ("(0274) 555123", "Kabupaten Sleman", False),
            ("(0274) 555123", "Kota Yogyakarta", False),
            ("(0271) 555123", "Kabupaten Sleman", True),
            ("(0267) 555123", "Kabupaten Karawang", False),
            ("(0264) 555123", "Kabupaten Karawang", False),
            ("(0265) 555123", "Kabupaten Karawang", True),
            ("(0289) 555123", "Kabupaten Brebes", False),
            ("(0274) 555123", "Kabupaten Sukamulya", False),
            ("0812-0000-0123", "Kabupaten Sleman", False),
            ("(0271) 555123", "kab. sleman", True),
            ("(0271) 555123", "Kab Sleman", True),
            ("(0271) 555123", "Sleman", True),
            ("(0271) 555123", "Kota Yogyakarta", True),
            ("(021) 5551234", "Kota Administrasi Jakarta Pusat", False),
            ("(0361) 555123", "Kota Administrasi Jakarta Pusat", True),
            ("(0271) 555123", "", False),
        ],
    )
    def test_an_area_code_of_another_regency_is_noticed(
        self, phone: str, kabupaten: str, is_elsewhere: bool
    ) -> None:
        found = ContactCard(phones=phone).inconsistencies(kabupaten=kabupaten)
        assert ("phone-area-elsewhere" in found) == is_elsewhere


class TestMachineForms:
    """vCard and JSON-LD."""

    def test_the_vcard_is_version_4_with_crlf_and_uris(self) -> None:
        vcard = FULL.vcard(name="Pemerintah Desa Contoh; Kabupaten, X")
        lines = vcard.replace("\r\n ", "").split("\r\n")
        assert lines[:3] == ["BEGIN:VCARD", "VERSION:4.0", "KIND:org"]
        assert r"FN:Pemerintah Desa Contoh\; Kabupaten\, X" in lines
        assert 'TEL;VALUE=uri;TYPE="work,voice":tel:+62274555123' in lines
        assert 'TEL;VALUE=uri;TYPE="work,fax":tel:+62274555124' in lines
        assert "EMAIL;TYPE=work:sekretariat@contoh.desa.id" in lines
        assert "URL;TYPE=work:https://contoh.desa.id/" in lines
        assert lines[-2:] == ["END:VCARD", ""]
        assert all(len(line.encode()) <= 75 for line in vcard.split("\r\n"))

    def test_a_vcard_needs_no_name(self) -> None:
        assert "FN:contoh.desa.id\r\n" in FULL.vcard()
        assert "FN:" in ContactCard().vcard()

    def test_a_line_break_in_a_name_cannot_add_a_property(self) -> None:
        assert "\nTEL:" not in FULL.vcard(name="x\r\nTEL:110\nURL:https://evil.com")

    def test_json_ld_is_a_government_office(self) -> None:
        data = FULL.json_ld(name="Desa Contoh")
        assert json.loads(json.dumps(data)) == data
        assert data["@type"] == "GovernmentOffice"
        assert data["telephone"] == ["+62274555123", "+6281200000123"]
        assert data["faxNumber"] == "+62274555124"
        assert data["url"] == "https://contoh.desa.id/"
        hours = data["openingHoursSpecification"][0]
        assert (hours["opens"], hours["closes"], len(hours["dayOfWeek"])) == ("08:00", "15:00", 5)
        points = {point["contactType"]: point for point in data["contactPoint"]}
        assert points["emergency"]["telephone"] == "112"
        assert points["WhatsApp"]["url"] == "https://wa.me/6281200000123"

    def test_an_empty_card_is_an_office_without_contacts(self) -> None:
        assert ContactCard().json_ld() == {"@context": "https://schema.org", "@type": "GovernmentOffice"}

    def test_every_contact_has_its_link(self) -> None:
        assert FULL.links() == (
            ("(0274) 555123", "tel:+62274555123"),
            ("0812-0000-0123 (WA)", "tel:+6281200000123"),
            ("(0274) 555124", "tel:+62274555124"),
            ("112", "tel:112;phone-context=+62"),
            ("sekretariat@contoh.desa.id", "mailto:sekretariat@contoh.desa.id"),
            ("contoh.desa.id", "https://contoh.desa.id/"),
        )
