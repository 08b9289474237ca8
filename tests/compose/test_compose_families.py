"""What each family prints, and in which order."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import TYPE_CHECKING

import pytest

from kopsurat.content.markup import parse_markup
from kopsurat.layout.compose import compose
from kopsurat.layout.linebreak import break_paragraph
from kopsurat.layout.measures import mm, pt
from kopsurat.layout.model import Align, Grid, Paragraph, Role, Run
from kopsurat.layout.profile import PROFILES, builtin_style
from kopsurat.layout.typeset import typeset
from kopsurat.letter import Appendix, Family, Signature
from kopsurat.office import Signatory

if TYPE_CHECKING:
    from kopsurat.layout.model import Document
    from kopsurat.letter import Letter
    from tests.compose.conftest import Layout


def sample(layout: Layout, name: str, **changes: object) -> Letter:
    letter: Letter = dict(layout.samples.letters())[name]
    return dataclasses.replace(letter, **changes)


def composed(layout: Layout, name: str, **changes: object) -> Document:
    return compose(sample(layout, name, **changes), layout.samples.office())


def paragraphs(document: Document, role: Role) -> list[Paragraph]:
    return [each for each in document.sections[0].blocks if isinstance(each, Paragraph) and each.role is role]


class TestKorespondensi:
    def test_reference_rows_date_addressee_and_body_stand_in_this_order(self, layout: Layout) -> None:
        texts = layout.texts(composed(layout, "korespondensi"))
        wanted = [
            "Nomor\t:\t005/012/DS-SM/XI/2026",
            "Sifat\t:\tPenting",
            "Lampiran\t:\t1 (satu) berkas",
            "Perihal\t:\tUndangan Musyawarah Desa",
            "Sukamaju, 24 November 2026",
            "Kepada",
            "Yth.\tBapak/Ibu Ketua RT",
            "se-Desa Sukamaju",
            "di –",
            "Tempat",
        ]
        assert [each for each in texts if each in wanted] == wanted

    @pytest.mark.parametrize("profile", PROFILES)
    def test_on_narrow_paper_date_rows_and_addressee_stand_under_each_other(
        self, layout: Layout, profile: str
    ) -> None:
        letter = sample(layout, "korespondensi", nomor="400.10.2/012/DS-SM/XI/2026")
        style = builtin_style(profile).with_paper("A5")
        document = compose(letter, layout.samples.office(), style=style)
        lines = layout.lines(document)
        assert "400.10.2/012/DS-SM/XI/2026" in lines
        places = [lines.index(each) for each in ("24 November 2026", "400.10.2/012", "Kepada", "Bapak/Ibu")]
        assert places == sorted(places)
        (date,) = [each for each in paragraphs(document, Role.REFERENCE) if "24 November" in each.text]
        assert date.style.align is Align.RIGHT

    def test_a_nomor_of_three_lines_beside_the_date_gets_the_width_of_the_page(self, layout: Layout) -> None:
        nomor = "400.10.2.2/1234/35.07.07.2014/Sekretariat-Desa/Pelayanan-Umum/Kependudukan/XI/2026"
        head = paragraphs(composed(layout, "korespondensi", nomor=nomor), Role.REFERENCE)
        assert break_paragraph(head[1], mm(170)).count == 2
        assert head[1].text.endswith(nomor)

    def test_rows_without_content_are_left_out(self, layout: Layout) -> None:
        texts = layout.texts(composed(layout, "korespondensi", sifat=None, lampiran=None))
        assert not any(each.startswith(("Sifat", "Lampiran")) for each in texts)

    def test_an_addressee_who_has_yth_gets_no_second_one(self, layout: Layout) -> None:
        texts = layout.texts(composed(layout, "korespondensi", recipients=("Yth. Camat",)))
        assert "Yth.\tCamat" in texts

    def test_place_and_date_are_not_repeated_over_the_signature(self, layout: Layout) -> None:
        assert layout.text(composed(layout, "korespondensi")).count("24 November 2026") == 1

    def test_paragraphs_are_indented_and_justified_on_an_exact_pitch(self, layout: Layout) -> None:
        (first, *_) = paragraphs(composed(layout, "korespondensi"), Role.BODY)
        style = first.style
        assert (style.first, style.align, style.pitch) == (mm(12.5), Align.JUSTIFY, pt(18))

    def test_the_addressee_stands_under_hal_where_the_profile_says_so(self, layout: Layout) -> None:
        letter = sample(layout, "korespondensi")
        document = compose(letter, layout.samples.office(), style=builtin_style("permendagri-1-2023"))
        texts = layout.texts(document)
        assert "Hal\t:\tUndangan Musyawarah Desa" in texts
        assert len(paragraphs(document, Role.RECIPIENT)) == 5

    def test_the_place_may_be_another_one(self, layout: Layout) -> None:
        assert "Jakarta, 24 November 2026" in layout.texts(composed(layout, "korespondensi", place="Jakarta"))


class TestTembusan:
    def test_it_is_numbered_from_two_entries_on(self, layout: Layout) -> None:
        assert layout.texts(composed(layout, "korespondensi"))[-3:] == [
            "Tembusan:",
            "1.\tCamat Karangtengah",
            "2.\tArsip",
        ]
        one = composed(layout, "korespondensi", tembusan=("Arsip",))
        assert layout.texts(one)[-2:] == ["Tembusan:", "Arsip"]

    def test_it_is_small(self, layout: Layout) -> None:
        last = composed(layout, "korespondensi").sections[0].blocks[-1]
        assert isinstance(last, Paragraph)
        assert last.style.pitch == pt(12.5)


class TestPairs:
    def colons(self, layout: Layout, text: str) -> list[tuple[int, ...]]:
        letter = layout.samples.letter(layout.samples.kind("Surat", Family.JUDUL), text)
        found = paragraphs(compose(letter, layout.samples.office()), Role.PAIRS)
        return [tuple(tab.position for tab in each.style.tabs) for each in found]

    @pytest.mark.parametrize("rows", [2, 3, 6])
    def test_the_last_row_opens_no_page_alone(self, layout: Layout, rows: int) -> None:
        pairs = "\n".join(f"- Baris {at} : nilai" for at in range(rows))
        turned = 0
        for lines in range(18, 32):
            text = "\n\n".join([*(f"Alinea {at}." for at in range(lines)), pairs, "Penutup."])
            letter = layout.samples.letter(layout.samples.kind("Surat", Family.JUDUL), text)
            document = compose(letter, layout.samples.office(kertas="A4"))
            counts = [
                sum(getattr(item.source, "role", None) is Role.PAIRS for item in page.body)
                for page in typeset(document).pages
            ]
            assert sum(counts) == rows
            assert counts[1:] != [1], lines
            turned += counts[0] not in {0, rows}
        assert turned or rows == 2

    def test_colons_of_rows_apart_stand_under_each_other(self, layout: Layout) -> None:
        rows = self.colons(layout, "- Tempat, tanggal lahir : x\n\nadalah pemilik\n\n- Luas tanah : y")
        assert len(rows) == 2
        assert rows[0] == rows[1]

    def test_and_those_of_numbered_rows_whatever_their_count(self, layout: Layout) -> None:
        ten = "\n".join(f"{at}. Pekerjaan terakhir : x" for at in range(1, 11))
        rows = self.colons(layout, f"{ten}\n\nanak dari\n\n1. Nama : y")
        assert len(set(rows)) == 1

    def test_but_not_far_from_their_own_labels(self, layout: Layout) -> None:
        long = "Nama suami atau istri yang terdahulu"
        rows = self.colons(layout, f"- {long} : x\n\nadalah\n\n- Luas : y")
        assert rows[0] != rows[1]


class TestJudul:
    def test_the_title_is_in_capitals_bold_underlined_and_over_its_number(self, layout: Layout) -> None:
        title, nomor = composed(layout, "judul").sections[0].blocks[:2]
        assert isinstance(title, Paragraph)
        assert isinstance(nomor, Paragraph)
        (run,) = title.inlines
        assert isinstance(run, Run)
        assert (title.text, run.style.bold, run.style.underline, run.style.size) == (
            "SURAT KETERANGAN DOMISILI",
            True,
            True,
            28,
        )
        assert (nomor.text, nomor.style.after) == ("Nomor: 470/118/DS-SM/XI/2026", mm(6))

    def test_colons_stand_under_each_other_at_least_30_mm_from_the_edge(self, layout: Layout) -> None:
        rows = paragraphs(composed(layout, "judul"), Role.PAIRS)
        colons = {row.style.tabs[0].position for row in rows}
        assert len(colons) == 1
        assert colons.pop() >= mm(30)
        assert all(row.style.first == -row.style.left for row in rows)

    def test_rows_of_lists_that_follow_each_other_share_their_columns(self, layout: Layout) -> None:
        body = parse_markup("1. Nama : Siti\n\n- Jabatan dan unit kerja : Kaur\n\n2. Nama : Budi")
        rows = paragraphs(composed(layout, "judul", body=body), Role.PAIRS)
        assert len({row.style.left for row in rows}) == 1
        assert [row.text.split("\t")[0] for row in rows] == ["1.", "", "2."]

    def test_very_long_labels_are_broken_in_a_column_of_their_own(self, layout: Layout) -> None:
        long = "Nama lengkap calon penerima manfaat beserta gelar akademik dan gelar adat"
        document = composed(layout, "judul", body=parse_markup(f"- {long} : Siti\n- NIK : 3"))
        grid = next(each for each in document.sections[0].blocks if isinstance(each, Grid))
        assert grid.role is Role.PAIRS

    def test_a_matter_is_printed_under_tentang(self, layout: Layout) -> None:
        texts = layout.texts(composed(layout, "judul", perihal="Hari Libur"))
        assert texts[texts.index("TENTANG") + 1] == "HARI LIBUR"


class TestProdukHukum:
    def test_the_title_names_office_number_and_matter(self, layout: Layout) -> None:
        texts = layout.texts(composed(layout, "keputusan"))
        assert texts[:8] == [
            "KEPALA DESA SUKAMAJU",
            "KECAMATAN KARANGTENGAH",
            "KABUPATEN SUKAMULYA",
            "KEPUTUSAN KEPALA DESA SUKAMAJU",
            "NOMOR 141/7/KEP/2026",
            "TENTANG",
            "PEMBENTUKAN PANITIA PERINGATAN HARI JADI DESA TAHUN 2027",
            "KEPALA DESA SUKAMAJU,",
        ]

    def test_a_regulation_carries_the_blessing_and_a_decision_does_not(self, layout: Layout) -> None:
        blessing = "DENGAN RAHMAT TUHAN YANG MAHA ESA"
        assert blessing in layout.texts(composed(layout, "perdes"))
        assert blessing not in layout.texts(composed(layout, "keputusan"))

    def test_the_office_stands_before_the_recitals_even_where_it_agrees_after_them(
        self, layout: Layout
    ) -> None:
        texts = layout.texts(composed(layout, "perdes"))
        recital = next(at for at, each in enumerate(texts) if each.startswith("Menimbang"))
        assert texts[recital - 2 : recital] == ["DENGAN RAHMAT TUHAN YANG MAHA ESA", "KEPALA DESA SUKAMAJU,"]

    def test_what_the_body_says_itself_is_not_said_twice(self, layout: Layout) -> None:
        body = parse_markup(
            "::: rata-tengah\nDENGAN RAHMAT TUHAN YANG MAHA ESA\n\n"
            "KEPALA DESA SUKAMAJU,\n:::\n\nMenimbang : x;"
        )
        text = layout.text(composed(layout, "perdes", body=body))
        assert text.count("DENGAN RAHMAT") == 1
        assert text.count("KEPALA DESA SUKAMAJU,") == 2

    def test_a_bare_number_is_completed_with_the_year(self, layout: Layout) -> None:
        assert "NOMOR 5 TAHUN 2026" in layout.texts(composed(layout, "perdes"))

    def test_recitals_and_clauses_share_the_column_of_labels(self, layout: Layout) -> None:
        document = composed(layout, "keputusan")
        labelled = [
            each
            for each in document.sections[0].blocks
            if isinstance(each, Paragraph) and each.text.startswith(("Menimbang", "Mengingat", "KESATU"))
        ]
        assert len(labelled) == 3
        assert len({each.style.tabs[0].position for each in labelled}) == 1

    def test_penetapan_pengundangan_and_gazette_follow_each_other(self, layout: Layout) -> None:
        texts = layout.texts(composed(layout, "perdes"))
        ends = ("Ditetapkan", "Diundangkan", "LEMBARAN")
        assert [each for each in texts if each.startswith(ends)] == [
            "Ditetapkan di Sukamaju",
            "Diundangkan di Sukamaju",
            "LEMBARAN DESA SUKAMAJU TAHUN 2026 NOMOR 5",
        ]

    def test_the_regulation_of_a_head_goes_into_the_berita_desa(self, layout: Layout) -> None:
        kind = dataclasses.replace(sample(layout, "perdes").kind, title="Peraturan Kepala Desa")
        texts = layout.texts(composed(layout, "perdes", kind=kind))
        assert texts[-1] == "BERITA DESA SUKAMAJU TAHUN 2026 NOMOR 5"
        assert "PERATURAN KEPALA DESA SUKAMAJU" in texts

    def test_two_heads_who_enact_together_sign_together(self, layout: Layout) -> None:
        other = Signatory(id="lain", name="Tatang", jabatan="Kepala Desa Mekarjaya")
        signatures = (Signature(signatory=other, is_external=True), Signature(signatory="kades"))
        texts = layout.texts(composed(layout, "perdes", signatures=signatures))
        assert not any(each.startswith(("Diundangkan", "LEMBARAN")) for each in texts)

    def test_names_carry_no_academic_titles(self, layout: Layout) -> None:
        texts = layout.texts(composed(layout, "perdes"))
        assert "H. Ahmad Sudrajat" in texts
        assert "Siti Nurhasanah" in texts

    def test_it_is_set_in_bookman(self, layout: Layout) -> None:
        assert composed(layout, "keputusan").family == "Bookman Old Style"

    @pytest.mark.parametrize(
        ("word", "title"),
        [("Gampong", "KEPUTUSAN KEUCHIK GAMPONG SUKAMAJU"), ("Nagari", "KEPUTUSAN WALI NAGARI SUKAMAJU")],
    )
    def test_its_title_is_in_the_words_of_the_region(self, layout: Layout, word: str, title: str) -> None:
        office = layout.samples.office(desa={"sebutan": word})
        assert title in layout.texts(compose(sample(layout, "keputusan"), office))


class TestTabel:
    def test_a_register_turns_the_paper(self, layout: Layout) -> None:
        page = composed(layout, "buku-agenda").sections[0].page
        assert page.width > page.height
        assert composed(layout, "daftar-hadir").sections[0].page.height == mm(330)

    @pytest.mark.parametrize(
        ("columns", "text", "is_turned"),
        [
            (10, "12", False),  # many, but narrow
            (8, "Uraian singkat kegiatan pembangunan", True),
            (5, "Uraian singkat kegiatan pembangunan", False),
            (5, "Pertanggungjawabannya-sebagaimana dimaksud", True),  # few, but with long words
        ],
    )
    def test_the_paper_is_turned_by_what_the_columns_need(
        self, layout: Layout, columns: int, text: str, is_turned: bool
    ) -> None:
        row = "| " + " | ".join([text] * columns) + " |"
        body = parse_markup(f"{row}\n|{'---|' * columns}\n{row}")
        page = composed(layout, "daftar-hadir", body=body).sections[0].page
        assert (page.width > page.height) is is_turned

    def test_a_head_repeats_over_pages(self, layout: Layout) -> None:
        grid = next(
            each
            for each in composed(layout, "buku-agenda").sections[0].blocks
            if isinstance(each, Grid) and each.role is Role.TABLE
        )
        assert grid.header_rows == 2
        assert all(cell.header for row in grid.rows[:2] for cell in row.cells)

    def test_columns_fill_the_measure_exactly(self, layout: Layout) -> None:
        for name in ("surat-pengantar", "sppd", "daftar-hadir", "buku-agenda"):
            section = composed(layout, name).sections[0]
            grids = [each for each in section.blocks if isinstance(each, Grid) and each.role is Role.TABLE]
            assert {sum(grid.columns) for grid in grids} == {section.page.measure}

    def test_no_word_of_a_crowded_table_is_torn(self, layout: Layout) -> None:
        head = "| " + " | ".join(["Pertanggungjawaban"] * 5) + " |"
        body = parse_markup(f"{head}\n|{'---|' * 5}\n{head}")
        text = layout.lines(composed(layout, "judul", body=body))
        assert text.count("Pertanggungjawaban") == 10


class TestLampiran:
    def test_each_has_pages_of_its_own_with_nomor_and_date(self, layout: Layout) -> None:
        document = composed(layout, "keputusan")
        assert len(document.sections) == 2
        texts = layout.text(dataclasses.replace(document, sections=document.sections[1:]))
        assert "Lampiran\t:\tKeputusan Kepala Desa Sukamaju" in texts
        assert "Tentang\t:\tPembentukan Panitia Peringatan Hari Jadi Desa Tahun 2027" in texts
        assert "Nomor\t:\t141/7/KEP/2026" in texts
        assert "Tanggal\t:\t24 November 2026" in texts
        assert "KEPALA DESA SUKAMAJU," in texts

    def test_several_are_numbered_in_roman(self, layout: Layout) -> None:
        parts = tuple(Appendix(title=f"T{at}", body=()) for at in range(2))
        text = layout.text(composed(layout, "korespondensi", appendices=parts))
        assert "Lampiran I\t" in text
        assert "Lampiran II\t" in text

    def test_paper_can_be_turned_and_the_page_number_goes_on(self, layout: Layout) -> None:
        wide = Appendix(title="Denah", body=parse_markup("isi"), landscape=True)
        pages = typeset(composed(layout, "korespondensi", appendices=(wide,))).pages
        turned = [(page.number, page.setup.width > page.setup.height) for page in pages]
        assert turned == [(1, False), (2, True)]

    @pytest.mark.parametrize("paper", ["F4", "A4", "A5"])
    def test_nomor_and_date_in_its_head_stand_on_one_line_each(self, layout: Layout, paper: str) -> None:
        nomor = "000.1.2.3/012/DS-SM/XI/2026"
        letter = layout.samples.letter(
            layout.samples.kind("Surat Perintah", Family.JUDUL),
            "isi",
            nomor=nomor,
            appendices=(Appendix(title="Denah", body=parse_markup("isi")),),
        )
        style = builtin_style("umum").with_paper(paper)
        page = typeset(compose(letter, layout.samples.office(), style=style)).pages[-1]
        lines = [what for *_, what in layout.boxes(page)]
        assert nomor in lines
        assert "24 November 2026" in lines

    def test_a_nomor_that_no_line_holds_leaves_the_head_where_it_is(self, layout: Layout) -> None:
        appendix = Appendix(title="Denah", body=parse_markup("isi"))
        left = [
            min(x for x, *_, what in layout.boxes(typeset(document).pages[-1]) if what.startswith("Lampiran"))
            for document in (
                composed(layout, "judul", nomor=nomor, appendices=(appendix,))
                for nomor in ("470/1", "470/" + "1234567890/" * 12)
            )
        ]
        assert left[0] == left[1]


class TestBody:
    def test_footnotes_are_counted_from_the_letter_on_through_its_lampiran(self, layout: Layout) -> None:
        body = parse_markup("kata[^1] dan[^2] dan[^1]\n\n[^1]: satu\n[^2]: dua")
        appendix = Appendix(title="T", body=parse_markup("isi[^1]\n\n[^1]: satu"))
        document = composed(layout, "judul", body=body, appendices=(appendix,))
        assert "kata¹ dan² dan¹" in layout.texts(document)
        assert "isi³" in layout.texts(document)
        notes = [[each.text for each in section.footnotes] for section in document.sections]
        assert notes == [["1\tsatu", "2\tdua"], ["3\tsatu"]]

    def test_only_the_first_mark_of_a_footnote_brings_it_to_the_foot_of_the_page(
        self, layout: Layout
    ) -> None:
        document = composed(layout, "judul", body=parse_markup("a[^1] b[^1]\n\n[^1]: satu"))
        marks = [
            inline.note
            for paragraph in paragraphs(document, Role.BODY)
            for inline in paragraph.inlines
            if isinstance(inline, Run) and inline.text == "¹"
        ]
        assert marks == [1, 0]

    def test_boxes_to_tick_are_drawn(self, layout: Layout) -> None:
        texts = layout.texts(composed(layout, "judul", body=parse_markup("- [x] ya\n- [ ] tidak")))
        assert "☑\tya" in texts
        assert "☐\ttidak" in texts

    def test_a_title_in_bold_stays_with_what_follows(self, layout: Layout) -> None:
        document = composed(layout, "judul", body=parse_markup("**A. TUJUAN**\n\nisi\n\nSyarat:\n1. satu"))
        kept = {each.text: each.style.keep_next for each in paragraphs(document, Role.BODY)}
        assert (kept["A. TUJUAN"], kept["isi"], kept["Syarat:"]) == (True, False, True)

    def test_capitals_are_not_stretched(self, layout: Layout) -> None:
        document = composed(layout, "judul", body=parse_markup("SEMUA HURUF BESAR"))
        (paragraph,) = [each for each in paragraphs(document, Role.BODY) if each.text]
        assert paragraph.style.align is Align.LEFT


def test_an_empty_body_is_a_letter_all_the_same(layout: Layout) -> None:
    for family in Family:
        kind = layout.samples.kind("Surat", family)
        assert layout.pages(compose(layout.samples.letter(kind, ""), layout.samples.office())) == 1


def test_the_file_is_dated_like_the_letter(layout: Layout) -> None:
    document = composed(layout, "judul", date=dt.date(2025, 2, 3))
    assert document.date == dt.date(2025, 2, 3)
    assert "Sukamaju, 3 Februari 2025" in layout.texts(document)
