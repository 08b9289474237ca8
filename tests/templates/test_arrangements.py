"""What single types print otherwise than their family: Perbup Karawang 74/2020, lampiran A; our choices."""

from __future__ import annotations

import io
import itertools
import zipfile
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from kopsurat.backends import render
from kopsurat.content.templates import all_templates, find
from kopsurat.layout.compose import compose
from kopsurat.layout.flows import paragraphs_in
from kopsurat.layout.linebreak import break_paragraph
from kopsurat.layout.measures import pt
from kopsurat.layout.model import Align, Grid, Paragraph, Role
from kopsurat.layout.profile import builtin_style
from kopsurat.layout.typeset import typeset
from kopsurat.letter.mapping import letter_from_mapping
from kopsurat.reading import read_letter

if TYPE_CHECKING:
    from kopsurat.layout.model import Document
    from kopsurat.office import Office


def example(code: str, office: Office) -> Document:
    return compose(read_letter(find(code).example_letter(), office=office), office)


def paragraphs(document: Document) -> list[Paragraph]:
    return list(paragraphs_in(document.sections[0].blocks))


def texts(document: Document) -> list[str]:
    return [each.text for each in paragraphs(document)]


PLACE_WORDS = {
    "Ditetapkan di": (
        *("pengumuman", "pengumuman-kontak-resmi", "perintah-tugas", "surat-tugas"),
        *("surat-izin", "izin-keramaian", "kuasa-kepala-desa"),
    ),
    "Dibuat di": ("laporan", "berita-acara", "berita-acara-musyawarah"),
    "Dikeluarkan di": ("perintah-perjalanan-dinas",),
}


@pytest.mark.parametrize(
    ("words", "code"), [(words, code) for words, codes in PLACE_WORDS.items() for code in codes]
)
def test_place_and_date_stand_in_two_lines_where_the_rule_says_so(
    words: str, code: str, office: Office
) -> None:
    found = texts(example(code, office))
    at = found.index(f"{words} Sukamaju")
    assert found[at + 1].split("\n")[0] == "pada tanggal 24 November 2026"
    assert "Sukamaju, 24 November 2026" not in found


def test_a_circular_has_date_and_addressee_over_its_title(office: Office) -> None:
    found = texts(example("surat-edaran", office))
    order = ["Sukamaju, 24 November 2026", "Kepada", "SURAT EDARAN", "TENTANG", "KEPALA DESA SUKAMAJU,"]
    assert [each for each in found if each in order] == order


def test_a_circular_of_some_lines_is_one_page_on_a4_too(office: Office) -> None:
    values = find("surat-edaran").example()
    mapping = {
        "jenis": "surat-edaran",
        "nomor": "1",
        "tanggal": "2026-11-24",
        "kepada": "Ketua RT",
        "isian": {**values, "butir": values["butir"] * 3},
    }
    letter = letter_from_mapping(mapping, office=office)
    style = builtin_style("permendagri-1-2023")
    document = compose(letter, office, style=style, link="https://sukamaju.desa.id/p/1")
    assert len(typeset(document).pages) == 1


@pytest.mark.parametrize("number", range(1, 7))
def test_a_marriage_paper_says_its_model_small_at_the_top_right(number: int, office: Office) -> None:
    (code,) = [each.code for each in all_templates() if each.code.startswith(f"n{number}-")]
    document = example(code, office)
    first, *others = paragraphs(document)
    assert first.text == f"Model N{number}"
    assert first.style.align is Align.RIGHT
    assert first.inlines[0].style.size == 20  # type: ignore[union-attr]
    assert not any(each.text == first.text for each in others)


class TestNotaDinas:
    def test_its_rows_are_those_of_the_rule_and_nothing_is_said_twice(self, office: Office) -> None:
        found = texts(example("nota-dinas", office))
        rows = found[found.index("NOTA DINAS") + 1 :][:7]
        assert [row.split("\t:\t") for row in rows] == [
            ["Kepada", "Yth. Kepala Desa"],
            ["Dari", "Sekretaris Desa"],
            ["Tanggal", "24 November 2026"],
            ["Nomor", "000.5/012/DS-SM/XI/2026"],
            ["Sifat", "Penting"],
            ["Lampiran", "1 (satu) berkas"],
            ["Perihal", "Usulan Pengadaan Komputer Pelayanan"],
        ]
        assert sum("24 November 2026" in each for each in found) == 1
        assert sum("000.5/012" in each for each in found) == 1

    def test_its_text_is_set_off_from_the_rows(self, office: Office) -> None:
        (last,) = [
            each for each in paragraphs(example("nota-dinas", office)) if each.text.startswith("Perihal")
        ]
        assert last.style.after >= pt(12)

    def test_rows_without_content_are_left_out_and_others_follow_the_letter(self, office: Office) -> None:
        mapping = {
            "jenis": "nota-dinas",
            "nomor": "7",
            "tanggal": "2026-11-24",
            "kepada": ["Yth. Kepala Desa", "Sekretaris Desa"],
            "penandatangan": {"oleh": "kades", "status": "plt"},
            "teks": "Isi.",
        }
        found = texts(compose(letter_from_mapping(mapping, office=office), office))
        assert "Kepada\t:\tYth. Kepala Desa\nSekretaris Desa" in found
        assert "Dari\t:\tPlt. Kepala Desa" in found
        assert not any(each.startswith(("Sifat", "Lampiran", "Perihal")) for each in found)


@pytest.mark.parametrize("paper", ["A5", "A4", "F4"])
def test_a_disposition_is_one_upright_page_on_any_paper(paper: str, office: Office) -> None:
    letter = read_letter(find("lembar-disposisi").example_letter(), office=office)
    document = compose(letter, office, style=builtin_style("umum").with_paper(paper))
    (page,) = typeset(document).pages
    assert page.setup.height > page.setup.width


@pytest.mark.parametrize(
    "code",
    ["keterangan-penghasilan-orang-tua", "keterangan-kematian", "biodata-penduduk", "n5-izin-orang-tua"],
)
def test_all_colons_of_a_letter_about_people_stand_under_each_other(code: str, office: Office) -> None:
    rows = [each for each in paragraphs(example(code, office)) if each.role is Role.PAIRS]
    assert len(rows) > 10
    assert len({each.style.left for each in rows}) == 1


def test_no_label_touches_its_colon_on_small_paper(office: Office) -> None:
    style = builtin_style("umum").with_paper("A5")
    seen = 0
    for template in all_templates():
        letter = read_letter(template.example_letter(), office=office)
        for grid in compose(letter, office, style=style).sections[0].blocks:
            if not isinstance(grid, Grid) or grid.role is not Role.PAIRS:
                continue
            for row in grid.rows:
                (label,) = row.cells[-3].blocks
                assert isinstance(label, Paragraph)
                width = grid.columns[len(row.cells) - 3]
                for line in break_paragraph(label, width).placed(0.0):
                    seen += 1
                    assert width / 20 - line.texts[-1].x - line.texts[-1].width > pt(4) / 20, label.text
    assert seen > 100


@pytest.mark.parametrize("code", ["keputusan-kepala-desa", "perintah-tugas", "surat-izin", "peraturan-desa"])
def test_the_word_of_decision_stays_with_what_is_decided(code: str, office: Office) -> None:
    words = ("MEMUTUSKAN:", "MEMERINTAHKAN", "MEMBERI IZIN")
    (word,) = (each for each in paragraphs(example(code, office)) if each.text in words)
    assert word.style.keep_next


class TestSppd:
    @pytest.mark.parametrize("paper", ["A4", "F4-210", "F4", "folio"])
    def test_it_is_a_front_and_a_back_on_office_paper(self, paper: str, office: Office) -> None:
        letter = read_letter(find("perintah-perjalanan-dinas").example_letter(), office=office)
        style = builtin_style("umum").with_paper(paper)
        document = compose(letter, office, style=style, link="https://sukamaju.desa.id/p/1")
        assert len(typeset(document).pages) == 2

    def test_its_back_names_it_on_one_line(self, office: Office) -> None:
        document = example("perintah-perjalanan-dinas", office)
        head = document.sections[1].blocks[0]
        assert isinstance(head, Grid)
        (first, *_) = head.rows[0].cells[1].blocks
        assert isinstance(first, Paragraph)
        assert first.text == "Lampiran\t:\tSurat Perintah Perjalanan Dinas"
        assert break_paragraph(first, head.columns[1]).count == 1


def _document_part(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read("word/document.xml").decode()


class TestPiagam:
    def test_it_lies_on_turned_paper_in_a_frame_that_its_text_keeps_clear_of(self, office: Office) -> None:
        page = example("piagam", office).sections[0].page
        assert page.width > page.height
        assert page.frame is not None
        edge = page.frame.distance + 2 * page.frame.line + page.frame.gap
        assert min(page.left, page.right, page.bottom, page.header_distance) > edge + 100

    def test_title_and_names_are_large_and_in_the_middle(self, office: Office) -> None:
        sizes = {
            each.text: each.inlines[0].style.size  # type: ignore[union-attr]
            for each in paragraphs(example("piagam", office))
            if each.style.align is Align.CENTER
        }
        assert sizes["PIAGAM PENGHARGAAN"] > sizes["Siti Aminah"] > sizes["Kader Posyandu Teladan Tahun 2026"]
        assert sizes["Kader Posyandu Teladan Tahun 2026"] > sizes["sebagai"]

    def test_the_frame_is_drawn_in_both_formats_and_nowhere_else(self, office: Office) -> None:
        framed, plain = example("piagam", office), example("laporan", office)
        shown = pypdfium2.PdfDocument(render(framed, "pdf"))[0].render().to_pil().convert("L")
        across = [shown.getpixel((shown.width // 3, y)) < 128 for y in range(shown.height // 12)]  # type: ignore[operator]
        assert sum(dark and not before for before, dark in itertools.pairwise(across)) == 2
        words = {name: _document_part(render(each, "docx")) for name, each in (("a", framed), ("b", plain))}
        assert words["a"].count('w:val="double"') == 4
        assert "pgBorders" not in words["b"]

    def test_it_is_one_page(self, office: Office) -> None:
        assert len(typeset(example("piagam", office)).pages) == 1


@pytest.mark.parametrize("code", [each.code for each in all_templates() if each.code.startswith("buku-")])
def test_every_register_lies_on_turned_paper(code: str, office: Office) -> None:
    page = example(code, office).sections[0].page
    assert page.width > page.height
    assert page.frame is None
