"""The letterhead (docs/reference/letter-families.md): lines, proportions, centring, breaking."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

import pytest

import kopsurat
from kopsurat.contacts import parse_website
from kopsurat.errors import InvalidOffice, InvalidProfile
from kopsurat.layout.compose import compose, compose_letterhead
from kopsurat.layout.measures import mm, pt
from kopsurat.layout.model import Align, Grid, Paragraph, Picture, Role, Rule, Run
from kopsurat.layout.profile import builtin_style, parse_profile

if TYPE_CHECKING:
    from kopsurat.layout.model import Block, Document
    from kopsurat.office import Office
    from tests.compose.conftest import Layout


def head(document: Document) -> list[Paragraph]:
    found: list[Paragraph] = []
    for block in document.sections[0].first_header:
        if isinstance(block, Grid):
            inside = (each for cell in block.rows[0].cells for each in cell.blocks)
            found += [each for each in inside if isinstance(each, Paragraph)]
        elif isinstance(block, Paragraph):
            found.append(block)
    return [each for each in found if each.text]


def lines(document: Document) -> list[str]:
    return [each.text for each in head(document)]


def first_grid(blocks: tuple[Block, ...]) -> Grid:
    return next(each for each in blocks if isinstance(each, Grid))


class TestLines:
    @pytest.mark.parametrize(
        ("variant", "unit"),
        [
            ("pemerintah desa", "DESA SUKAMAJU"),
            ("pemerintah desa lengkap", "PEMERINTAH DESA SUKAMAJU"),
            ("kepala desa", "KEPALA DESA SUKAMAJU"),
            ("sekretariat", "SEKRETARIAT DESA SUKAMAJU"),
            ("bpd", "BADAN PERMUSYAWARATAN\nDESA SUKAMAJU"),
            ("kelurahan", "DESA SUKAMAJU"),
        ],
    )
    def test_the_third_line_names_the_unit(self, layout: Layout, variant: str, unit: str) -> None:
        office = layout.samples.office(varian=variant)
        assert lines(compose_letterhead(office))[:3] == [
            "PEMERINTAH KABUPATEN SUKAMULYA",
            "KECAMATAN KARANGTENGAH",
            unit,
        ]

    def test_an_institution_stands_first_with_its_emblem(self, layout: Layout) -> None:
        office = layout.samples.office(varian="lkd", lembaga="Karang Taruna Bina Muda")
        document = compose_letterhead(office)
        assert lines(document)[:2] == ["KARANG TARUNA BINA MUDA", "DESA SUKAMAJU"]
        crest_cell = first_grid(document.sections[0].first_header).rows[0].cells[0]
        assert isinstance(crest_cell.blocks[0], Picture)

    def test_neighbourhoods_carry_no_emblem(self, layout: Layout) -> None:
        document = compose_letterhead(layout.samples.office(varian="rt", lembaga="RT 003/RW 001"))
        assert lines(document)[0] == "RT 003/RW 001"
        assert not any(isinstance(each, Grid) for each in document.sections[0].first_header)

    def test_government_lines_and_unit_are_three_to_four_and_the_unit_is_bold(self, layout: Layout) -> None:
        first, _, unit, address, *_ = head(compose_letterhead(layout.samples.office()))
        runs = [each.inlines[0] for each in (first, unit, address)]
        styles = [run.style for run in runs if isinstance(run, Run)]
        assert [(each.size, each.bold) for each in styles] == [(28, False), (36, True), (20, False)]

    @pytest.mark.parametrize(
        ("desa", "expected"),
        [
            ({"sebutan": "Gampong", "nama": "Udeung"}, "KEUCHIK GAMPONG UDEUNG"),
            ({"sebutan": "Nagari", "nama": "Sulit Air"}, "WALI NAGARI SULIT AIR"),
            ({"sebutan": "Kalurahan", "nama": "Sukamaju"}, "LURAH SUKAMAJU"),
            ({"sebutan": "Pekon", "nama": "Kenali"}, "PERATIN PEKON KENALI"),
            ({"kepala": "Perbekel"}, "PERBEKEL DESA SUKAMAJU"),
            ({"sebutan": "Kampung", "nama": "Yoboi"}, "KEPALA KAMPUNG YOBOI"),
        ],
    )
    def test_the_head_is_called_as_the_region_does(
        self, layout: Layout, desa: dict[str, Any], expected: str
    ) -> None:
        office = layout.samples.office(varian="kepala desa", desa=desa)
        assert lines(compose_letterhead(office))[2] == expected


class TestPlace:
    def test_lines_are_centred_on_the_page_where_all_fit_between_two_emblems(self, layout: Layout) -> None:
        office = layout.samples.office(kontak={"telepon": "(0267) 555231"})
        left, _, right = first_grid(compose_letterhead(office).sections[0].first_header).columns
        assert left == right

    def test_longer_lines_are_centred_beside_the_emblem(self, layout: Layout) -> None:
        office = dict(layout.samples.letterheads())["nama-panjang"]
        grid = first_grid(compose_letterhead(office).sections[0].first_header)
        assert len(grid.columns) == 2

    def test_the_emblem_keeps_its_proportions_at_the_height_of_the_profile(self, layout: Layout) -> None:
        grid = first_grid(compose_letterhead(layout.samples.office()).sections[0].first_header)
        picture = grid.rows[0].cells[0].blocks[0]
        assert isinstance(picture, Picture)
        assert picture.height == mm(24)
        assert picture.width / picture.height == pytest.approx(
            picture.image.width / picture.image.height, rel=0.01
        )

    def test_a_wide_emblem_is_made_lower_instead_of_pushing_the_text_away(self, layout: Layout) -> None:
        wide = dataclasses.replace(layout.samples.CREST, width=4000)
        grid = first_grid(compose_letterhead(layout.samples.office(lambang=wide)).sections[0].first_header)
        assert grid.columns[0] < mm(45)

    def test_all_lines_are_centred(self, layout: Layout) -> None:
        paragraphs = head(compose_letterhead(layout.samples.office()))
        assert {each.style.align for each in paragraphs} == {Align.CENTER}

    def test_the_body_starts_six_millimetres_under_the_rule(self, layout: Layout) -> None:
        rule = compose_letterhead(layout.samples.office()).sections[0].first_header[-1]
        assert isinstance(rule, Rule)
        assert (rule.thick, rule.gap, rule.thin, rule.before, rule.after) == (
            pt(3),
            pt(1),
            pt(0.75),
            mm(2),
            mm(6),
        )

    @pytest.mark.parametrize(("word", "parts"), [("tunggal", 1), ("ganda", 2), ("tanpa", 0)])
    def test_the_rule_has_as_many_lines_as_asked_for(self, layout: Layout, word: str, parts: int) -> None:
        header = compose_letterhead(layout.samples.office(garis=word)).sections[0].first_header
        rules = [each for each in header if isinstance(each, Rule)]
        assert sum(bool(each.thick) + bool(each.thin) for each in rules) == parts


class TestContacts:
    def test_every_contact_is_linked_and_kept_in_one_piece(self, layout: Layout) -> None:
        paragraphs = head(compose_letterhead(layout.samples.office()))
        contact = next(each for each in paragraphs if each.role is Role.CONTACT)
        linked = [each for each in contact.inlines if isinstance(each, Run) and each.link]
        assert [each.link for each in linked] == [
            "tel:+62267555231",
            "mailto:sekretariat@sukamaju.desa.id",
            "https://sukamaju.desa.id/",
        ]
        assert all(each.no_break for each in linked)

    @pytest.mark.parametrize("style", ["seed", "baku"])
    def test_the_printed_line_is_the_card_s_own(self, layout: Layout, style: str) -> None:
        office: Office = layout.samples.office()
        letterhead = dataclasses.replace(office.letterhead, contact_style=style)
        office = dataclasses.replace(office, letterhead=letterhead)
        assert office.contacts is not None
        assert lines(compose_letterhead(office))[-1] == office.contacts.line(style)

    def test_it_breaks_only_at_a_separator_which_is_dropped(self, layout: Layout) -> None:
        text = lines(compose_letterhead(layout.samples.office(lambang_kanan=layout.samples.CREST)))[-1]
        assert text.split("\n") == [
            "Telp: (0267) 555231 • Email: sekretariat@sukamaju.desa.id",
            "Website: sukamaju.desa.id",
        ]

    def test_a_government_line_that_is_too_long_keeps_its_name_whole(self, layout: Layout) -> None:
        desa = {"kabupaten": "Hulu Sungai Tengah Raya Utara"}
        office = layout.samples.office(desa=desa, lambang_kanan=layout.samples.CREST)
        (first, *_) = head(compose_letterhead(office))
        assert first.text.split("\n") == ["PEMERINTAH KABUPATEN", "HULU SUNGAI TENGAH RAYA UTARA"]

    def test_a_value_wider_than_the_line_may_break_after_at_and_before_dots(self, layout: Layout) -> None:
        office = dict(layout.samples.letterheads())["nama-panjang"]
        contact = next(each for each in head(compose_letterhead(office)) if each.role is Role.CONTACT)
        mail = next(each for each in contact.inlines if isinstance(each, Run) and "@" in each.text)
        pieces = [mail.text[a:b] for a, b in zip((0, *mail.break_at), (*mail.break_at, None), strict=True)]
        assert pieces == [
            "sekretariat",
            ".pemerintahan@",
            "tanjungselamatdatang-hulusungai",
            ".desa",
            ".id",
        ]

    def test_an_office_without_contacts_and_address_has_none_of_their_lines(self, layout: Layout) -> None:
        office = layout.samples.office(kontak={}, desa={"alamat": "", "kode_pos": ""})
        assert len(lines(compose_letterhead(office))) == 3


class TestProfiles:
    def test_karawang_sets_the_head_in_bookman_and_prints_the_fax(self, layout: Layout) -> None:
        kontak = {"telepon": "(0267) 555231", "faksimile": "(0267) 555232"}
        document = compose_letterhead(layout.samples.office(profil="karawang-74-2020", kontak=kontak))
        run = head(document)[0].inlines[0]
        assert isinstance(run, Run)
        assert run.style.family == "Bookman Old Style"
        assert "Fax: (0267) 555232" in lines(document)[-1]

    def test_bantul_says_that_the_script_is_missing(self, layout: Layout) -> None:
        office = layout.samples.office(profil="bantul-134-2020")
        with_script = dict(layout.samples.letterheads())["kalurahan-aksara-jawa"]
        assert compose_letterhead(office).adjustments == ("script-missing=jawa",)
        assert compose_letterhead(with_script).adjustments == ()

    def test_a_line_in_a_local_script_names_its_language_and_font(self, layout: Layout) -> None:
        office = dict(layout.samples.letterheads())["arab-melayu"]
        local = head(compose_letterhead(office))[3].inlines[0]
        assert isinstance(local, Run)
        assert (local.rtl, local.lang, local.style.family) == (True, "ms-Arab", "Noto Naskh Arabic")

    def test_the_garuda_stands_only_where_the_profile_asks_for_it(self, layout: Layout) -> None:
        style = parse_profile('mulai_dari = "umum"\n[kop]\ngaruda = true\n')
        office = layout.samples.office(varian="jabatan")
        with pytest.raises(InvalidProfile, match="garuda-missing"):
            compose_letterhead(office, style=style)
        with_garuda = layout.samples.office(varian="jabatan", lambang_kanan=layout.samples.CREST)
        assert isinstance(compose_letterhead(with_garuda, style=style).sections[0].first_header[0], Picture)


class TestPages:
    def letter(self, layout: Layout, **kop: object) -> Document:
        samples = layout.samples
        return compose(dict(samples.letters())["korespondensi"], samples.office(**kop))

    def test_later_pages_carry_their_number_only(self, layout: Layout) -> None:
        (number,) = self.letter(layout).sections[0].later_header
        assert isinstance(number, Paragraph)
        assert (number.text, number.role) == ("–  –", Role.FURNITURE)

    def test_the_whole_letterhead_can_stand_on_all_pages(self, layout: Layout) -> None:
        section = self.letter(layout, halaman="semua").sections[0]
        assert section.later_header[: len(section.first_header)] == section.first_header

    def test_a_short_head_names_village_nomor_and_page(self, layout: Layout) -> None:
        line, rule = self.letter(layout, halaman="ringkas").sections[0].later_header
        assert isinstance(line, Paragraph)
        assert isinstance(rule, Rule)
        assert line.text == "DESA SUKAMAJU – KECAMATAN KARANGTENGAH\tNomor 005/012/DS-SM/XI/2026 – halaman "

    def test_a_short_head_that_one_line_does_not_hold_is_set_on_two(self, layout: Layout) -> None:
        samples = layout.samples
        letter = dataclasses.replace(
            dict(samples.letters())["korespondensi"], nomor="400.10.2/012/DS-SM/XI/2026"
        )
        office = samples.office(halaman="ringkas", kertas="A4")
        above, below, rule = compose(letter, office).sections[0].later_header
        assert isinstance(above, Paragraph)
        assert isinstance(below, Paragraph)
        assert isinstance(rule, Rule)
        assert above.text == "DESA SUKAMAJU – KECAMATAN KARANGTENGAH"
        assert below.text == "Nomor 400.10.2/012/DS-SM/XI/2026\thalaman "

    def test_the_nomor_stands_at_the_right_where_the_profile_asks(self, layout: Layout) -> None:
        style = parse_profile('mulai_dari = "umum"\n[pemeriksaan]\nnomor_surat_di_halaman = true\n')
        samples = layout.samples
        document = compose(dict(samples.letters())["judul"], samples.office(), style=style)
        (number,) = document.sections[0].later_header
        assert isinstance(number, Paragraph)
        assert number.text.endswith("\tNomor 470/118/DS-SM/XI/2026")

    def test_a_nomor_that_would_touch_the_page_number_stands_above_it(self, layout: Layout) -> None:
        style = parse_profile('mulai_dari = "umum"\n[pemeriksaan]\nnomor_surat_di_halaman = true\n')
        samples = layout.samples
        nomor = "400.12.2.1/118/SEKRETARIAT-DESA-SUKAMAJU/PELAYANAN/XI/2026"
        letter = dataclasses.replace(dict(samples.letters())["judul"], nomor=nomor)
        above, number = compose(letter, samples.office(), style=style).sections[0].later_header
        assert isinstance(above, Paragraph)
        assert isinstance(number, Paragraph)
        assert (above.text, above.style.align) == (f"Nomor {nomor}", Align.RIGHT)
        assert number.text == "–  –"


def test_the_paper_of_the_office_goes_before_that_of_the_profile(layout: Layout) -> None:
    a4 = compose_letterhead(layout.samples.office(kertas="A4")).sections[0].page
    f4 = compose_letterhead(layout.samples.office()).sections[0].page
    assert (a4.width, a4.height) == (mm(210), mm(297))
    assert (f4.width, f4.height) == (mm(215), mm(330))
    assert builtin_style("permendagri-1-2023").paper.paper == "A4"


def test_offices_whose_websites_differ_by_scheme_alone_have_heads_of_their_own(layout: Layout) -> None:
    office = layout.samples.office()
    assert office.contacts is not None
    links = []
    for scheme in ("http", "https"):
        website = parse_website(f"{scheme}://sukamaju.desa.id")
        own = dataclasses.replace(office, contacts=dataclasses.replace(office.contacts, website=website))
        runs = [run for line in head(compose_letterhead(own)) for run in line.inlines if isinstance(run, Run)]
        links.append([run.link for run in runs if run.link and run.link.startswith("http")])
    assert links == [["http://sukamaju.desa.id/"], ["https://sukamaju.desa.id/"]]


def test_a_letter_under_the_head_of_an_institution_needs_its_name(layout: Layout) -> None:
    keys = 'jenis = "undangan"\nnomor = "1"\nperihal = "Rapat"\ntanggal = 2026-11-24\nkop = "lkd"'
    letter = kopsurat.read_letter(f"+++\n{keys}\n+++\nIsi.")
    with pytest.raises(InvalidOffice) as caught:
        compose(letter, layout.samples.office())
    assert (caught.value.code, caught.value.path) == ("institution-missing", "kop.lembaga")
    named = compose(letter, layout.samples.office(lembaga="Karang Taruna Bina Muda"))
    assert lines(named)[0] == "KARANG TARUNA BINA MUDA"
