"""Posters, cards, envelopes, e-mail signatures, snippets and the form: sizes, pages, codes, words."""

from __future__ import annotations

import io
import json
import re
from typing import Any

import pikepdf
import pytest
from kit_reading import Strings, an_office, codes_of, sizes_of, text_of

from kopsurat import InvalidOffice, Office, render
from kopsurat.backends.pdf import draw
from kopsurat.kit import (
    ENVELOPES,
    PAPERS,
    card_vcard,
    compose_card,
    compose_contact_poster,
    compose_envelope,
    compose_verification_poster,
    draw_request_form,
    email_signature,
    email_signature_text,
    typeset_card_sheet,
    web_snippet,
)

PARTS = (
    "Telp: (0267) 555231 / 0812-0000-0231 (WA)",
    "Email: sekretariat@sukamaju.desa.id",
    "Website: sukamaju.desa.id",
)
LINE = " • ".join(PARTS)
CROWDED = {
    "desa": {
        "nama": "Karang Anyar Baru Sejahtera",
        "kecamatan": "Siau Timur Selatan",
        "kabupaten": "Kepulauan Siau Tagulandang Biaro",
        "alamat": "Jalan Trans Sulawesi Kilometer 12 Nomor 45, RT 003 RW 001, Dusun Mekarsari, Kampung Baru",
    },
    "kontak": {
        "telepon": ["(0432) 555231", "(0432) 555232", "0812-0000-0231 (WA)", "0813-0000-0232"],
        "faksimile": "(0432) 555233",
        "darurat": "112",
        "email": "sekretariat.pelayanan@karanganyarbarusejahtera-sitaro.desa.id",
        "website": "https://karanganyarbarusejahtera-sitaro.desa.id/layanan/surat",
        "jam_layanan": "Senin–Kamis 08.00–15.00, Jumat 08.00–11.30 WITA",
    },
    "pejabat": [
        {
            "id": "sekdes",
            "nama": "Drs. H. Muhammad Abdurrahman Wahid Kusumaningrat, S.Sos., M.Si., M.A.P.",
            "jabatan": "Kepala Urusan Perencanaan Pembangunan dan Pelaporan Keuangan",
        }
    ],
    "situs": "karanganyarbarusejahtera-sitaro.desa.id",
}
OVERFULL: dict[str, Any] = {
    "desa": {
        "nama": "Tanjung Selamat Datang Sungai Batu Ampar Hilir Seberang",
        "kecamatan": "Pangkalan Kerinci Barat Daya Hulu",
        "kabupaten": "Hulu Sungai Tengah Raya Utara",
        "alamat": CROWDED["desa"]["alamat"],
    },
    "kontak": CROWDED["kontak"],
    "pejabat": [
        {
            "id": "kades",
            "nama": "Prof. Dr. Ir. H. Muhammad Wahid Sastrowidjojo, M.Kes.",
            "jabatan": "Kepala Desa",
        },
        {"id": "sekdes", "nama": "Siti Nurhasanah, A.Md.", "jabatan": "Sekretaris Desa"},
    ],
    "kop_kontak": "lengkap",
}


def words(pdf: bytes) -> str:
    return " ".join(text_of(pdf).split())


class TestPosters:
    @pytest.mark.parametrize("paper", PAPERS)
    @pytest.mark.parametrize("crowded", [False, True], ids=["usual", "crowded"])
    def test_a_poster_is_one_page_of_its_paper(self, paper: str, crowded: bool) -> None:
        office = an_office(**(CROWDED if crowded else {}))
        for compose in (compose_contact_poster, compose_verification_poster):
            assert sizes_of(render(compose(office, paper=paper), "pdf")) == [PAPERS[paper]]

    @pytest.mark.parametrize("paper", PAPERS)
    def test_the_code_of_the_contact_poster_leads_to_the_website(self, paper: str) -> None:
        pdf = render(compose_contact_poster(an_office(), paper=paper), "pdf")
        assert codes_of(pdf, 100) == ["https://sukamaju.desa.id/"]

    @pytest.mark.parametrize("paper", PAPERS)
    def test_the_code_of_the_other_leads_to_the_page_that_checks_letters(self, paper: str) -> None:
        pdf = render(compose_verification_poster(an_office(), paper=paper), "pdf")
        assert codes_of(pdf, 100) == ["https://sukamaju.desa.id/v/"]

    def test_the_contact_poster_prints_the_whole_record(self) -> None:
        kontak = {**CROWDED["kontak"], "website": "https://sukamaju.desa.id"}
        text = words(render(compose_contact_poster(an_office(kontak=kontak)), "pdf"))
        for printed in ("0812-0000-0231 (WA)", "(0432) 555233", "112", "08.00–15.00, Jumat 08.00–11.30 WITA"):
            assert printed in text

    @pytest.mark.parametrize("host", [f"desa-{'x' * length}-hulu.desa.id" for length in range(4, 24)])
    def test_no_line_of_the_verification_poster_ends_within_an_address(self, host: str) -> None:
        text = text_of(render(compose_verification_poster(an_office(situs=host)), "pdf"))
        assert f"beralamat {host}." in " ".join(text.split())

    def test_no_word_stands_alone_under_what_a_seal_is_not(self) -> None:
        lines = text_of(render(compose_verification_poster(an_office()), "pdf")).splitlines()
        assert any(line.strip().endswith("tidak menggantikannya.") for line in lines)

    def test_the_verification_poster_has_three_steps_and_says_what_a_seal_is_not(self) -> None:
        text = words(render(compose_verification_poster(an_office()), "pdf"))
        positions = [text.index(step) for step in ("1 Pindai", "2 Lihat alamatnya", "3 Cocokkan")]
        assert positions == sorted(positions)
        assert "bukan tanda tangan elektronik tersertifikasi" in text
        assert LINE in text

    def test_a_poster_without_what_it_is_about_is_refused(self) -> None:
        with pytest.raises(InvalidOffice) as caught:
            compose_contact_poster(an_office(kontak={}))
        assert caught.value.code == "kit-no-contacts"
        with pytest.raises(InvalidOffice) as caught:
            compose_verification_poster(an_office(situs=""))
        assert caught.value.code == "site-no-host"

    def test_an_email_address_too_wide_for_its_row_is_broken_after_the_at(self) -> None:
        email = "sekretariat.pemerintahan@tanjungselamatdatang-hulusungai.desa.id"
        told = text_of(render(compose_contact_poster(an_office(kontak={"email": email})), "pdf"))
        assert "sekretariat.pemerintahan@" in [line.split(" ")[-1] for line in told.splitlines()]

    def test_without_a_website_there_is_no_code(self) -> None:
        pdf = render(compose_contact_poster(an_office(kontak={"telepon": "(0267) 555231"})), "pdf")
        assert codes_of(pdf) == []


class TestCards:
    @pytest.mark.parametrize("crowded", [False, True], ids=["usual", "crowded"])
    def test_a_card_has_a_front_and_a_back_of_90_by_55_mm(self, crowded: bool) -> None:
        office = an_office(**(CROWDED if crowded else {}))
        assert sizes_of(render(compose_card(office, office.signatories[0]), "pdf")) == [(90.0, 55.0)] * 2

    @pytest.mark.parametrize("who", [0, 1], ids=["long name", "short name"])
    def test_the_front_of_an_overfull_card_stays_one_page(self, who: int) -> None:
        office = an_office(**OVERFULL)
        assert sizes_of(render(compose_card(office, office.signatories[who]), "pdf")) == [(90.0, 55.0)] * 2

    def test_what_no_card_can_hold_is_refused(self) -> None:
        desa = OVERFULL["desa"] | {"alamat": f"{OVERFULL['desa']['alamat']}, " * 4}
        office = an_office(**(OVERFULL | {"desa": desa}))
        with pytest.raises(InvalidOffice) as caught:
            compose_card(office, office.signatories[0])
        assert (caught.value.code, caught.value.value) == ("card-too-long", office.signatories[0].name)

    def test_the_code_on_the_back_is_the_vcard_of_the_person(self, office: Office) -> None:
        pdf = render(compose_card(office, office.signatories[0]), "pdf")
        assert codes_of(pdf, 300, page=1) == [card_vcard(office, office.signatories[0])]

    def test_the_vcard_names_person_post_and_office(self, office: Office) -> None:
        lines = card_vcard(office, office.signatories[0]).split("\r\n")
        for line in (
            "KIND:individual",
            "FN:H. Ahmad Sudrajat\\, S.Sos.",
            "TITLE:Kepala Desa Sukamaju",
            "ORG:Pemerintah Desa Sukamaju",
            "EMAIL;TYPE=work:sekretariat@sukamaju.desa.id",
        ):
            assert line in lines

    def test_the_front_prints_person_address_and_contacts(self, office: Office) -> None:
        front = words(render(compose_card(office, office.signatories[1]), "pdf"))
        for printed in (
            "Dewi Kartikasari, S.A.P.",
            "Sekretaris Desa Sukamaju",
            "Kode Pos 41355",
            *PARTS,
        ):
            assert printed in front

    def test_ten_cards_stand_on_a_sheet_and_their_backs_on_the_next(self, office: Office) -> None:
        pdf = draw(typeset_card_sheet(office, office.signatories[0]))
        assert sizes_of(pdf) == [(210.0, 297.0)] * 2
        assert words(pdf).count("H. Ahmad Sudrajat, S.Sos.") == 10
        assert codes_of(pdf, 300, page=1) == [card_vcard(office, office.signatories[0])] * 10

    def test_crop_marks_stand_at_every_edge_and_outside_the_cards(self, office: Office) -> None:
        sheet = typeset_card_sheet(office, office.signatories[0])
        for page in sheet.pages:
            marks = page.body[-1].strokes  # type: ignore[union-attr]
            assert len(marks) == 2 * (3 + 6)
            columns = sorted({round(mark.x0 * 25.4 / 72, 1) for mark in marks if mark.x0 == mark.x1})
            rows = sorted({round(mark.y0 * 25.4 / 72, 1) for mark in marks if mark.y0 == mark.y1})
            assert columns == [15, 105, 195]
            assert rows == [11, 66, 121, 176, 231, 286]
            for mark in marks:
                inside_x = 15 < (mark.x0 + mark.x1) / 2 * 25.4 / 72 < 195
                inside_y = 11 < (mark.y0 + mark.y1) / 2 * 25.4 / 72 < 286
                assert not (inside_x and inside_y)

    def test_an_office_without_contacts_still_has_cards(self) -> None:
        office = an_office(kontak={}, desa={"alamat": "", "kode_pos": ""})
        pdf = render(compose_card(office, office.signatories[0]), "pdf")
        assert codes_of(pdf, 300, page=1)[0].startswith("BEGIN:VCARD")


class TestEnvelopes:
    @pytest.mark.parametrize("size", ENVELOPES)
    @pytest.mark.parametrize("crowded", [False, True], ids=["usual", "crowded"])
    def test_an_envelope_is_one_page_of_its_size(self, size: str, crowded: bool) -> None:
        office = an_office(**(CROWDED if crowded else {}))
        pdf = render(compose_envelope(office, size=size), "pdf")
        assert sizes_of(pdf) == [pytest.approx(ENVELOPES[size], abs=0.1)]

    def test_the_sizes_of_the_rule_are_there(self) -> None:
        assert {(410, 300), (350, 250), (280, 180), (280, 140)} <= set(ENVELOPES.values())

    def test_an_envelope_carries_the_letterhead_nomor_and_recipient(self) -> None:
        text = words(render(compose_envelope(an_office(), size="c5"), "pdf"))
        for printed in ("PEMERINTAH KABUPATEN SUKAMULYA", "DESA SUKAMAJU", LINE, "Nomor :", "Kepada", "Yth."):
            assert printed in text


class TestScreens:
    def test_the_plain_signature_ends_with_the_contact_line(self, office: Office) -> None:
        lines = email_signature_text(office, office.signatories[0]).splitlines()
        assert lines == [
            "H. Ahmad Sudrajat, S.Sos.",
            "Kepala Desa Sukamaju",
            "Pemerintah Desa Sukamaju, Kecamatan Karangtengah, Kabupaten Sukamulya",
            "Jalan Raya Sukamaju Nomor 17, Kode Pos 41355",
            LINE,
        ]

    def test_the_html_signature_says_the_same_with_links(self, office: Office) -> None:
        found = Strings(email_signature(office, office.signatories[0]))
        assert found.open == []
        told = [line for line in found.text.splitlines() if line]
        assert told == email_signature_text(office, office.signatories[0]).splitlines()
        assert found.links == [
            "tel:+62267555231",
            "tel:+6281200000231",
            "mailto:sekretariat@sukamaju.desa.id",
            "https://sukamaju.desa.id/",
        ]

    def test_names_with_signs_of_html_are_escaped(self) -> None:
        office = an_office(pejabat=[{"id": "a", "nama": "A. <b>Ma'ruf</b> & Co", "jabatan": "Kaur"}])
        text = email_signature(office, office.signatories[0])
        assert "<b>" not in text
        assert "A. <b>Ma'ruf</b> & Co" in Strings(text).text

    def test_the_snippet_holds_line_links_and_json_ld(self, office: Office) -> None:
        text = web_snippet(office)
        found = Strings(text)
        assert found.open == []
        assert LINE in found.text
        assert "Jam layanan: Senin–Jumat 08.00–15.00 WIB" in found.text
        (script,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text)
        data = json.loads(script)
        assert data["telephone"] == ["+62267555231", "+6281200000231"]
        assert data["name"] == "Pemerintah Desa Sukamaju"

    def test_an_office_without_contacts_has_names_only(self) -> None:
        office = an_office(kontak={})
        assert "•" not in email_signature(office)
        assert "<script" not in web_snippet(office)


class TestForm:
    @pytest.mark.parametrize("kertas", ["F4", "A4", "folio", "Letter"])
    @pytest.mark.parametrize("crowded", [False, True], ids=["usual", "crowded"])
    def test_the_form_is_one_page_of_the_office_s_paper(self, kertas: str, crowded: bool) -> None:
        office = an_office(**(CROWDED if crowded else {}), kertas=kertas)
        assert len(sizes_of(draw_request_form(office))) == 1

    def test_its_fields_can_be_filled_in(self, office: Office) -> None:
        with pikepdf.open(io.BytesIO(draw_request_form(office))) as pdf:
            fields: Any = pdf.Root.AcroForm.Fields
            names = {str(field.get("/T", "")) for field in fields}
            assert {"nama", "nik", "alamat", "keperluan", "jenis", "ktp", "kk", "tanggal"} <= names
            (nik,) = [field for field in fields if field.get("/T") == "nik"]
            assert int(nik.MaxLen) == 16
            assert all(str(field.get("/TU", "")) for field in fields)
            (kinds,) = [field for field in fields if field.get("/T") == "jenis"]
            assert len(kinds.Kids) == 9

    def test_the_form_carries_the_letterhead(self, office: Office) -> None:
        text = words(draw_request_form(office))
        assert "DESA SUKAMAJU" in text
        assert "FORMULIR PERMOHONAN SURAT" in text
        for part in PARTS:
            assert part in text
