"""Letters as they should never come, but do."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from kopsurat.content.markup import literal, parse_markup
from kopsurat.layout.compose import compose, compose_letterhead
from kopsurat.layout.measures import points
from kopsurat.layout.typeset import typeset
from kopsurat.letter import Appendix, Family, Letter

if TYPE_CHECKING:
    from kopsurat.layout.model import Document
    from tests.compose.conftest import Layout


def assert_inside(layout: Layout, document: Document) -> None:
    """Assert that everything stands between the margins and nothing on anything else."""
    for page in typeset(document).pages:
        setup = page.setup
        left, right = points(setup.left), points(setup.width - setup.right)
        boxes = layout.boxes(page)
        for x0, y0, x1, y1, what in boxes:
            assert left - 0.6 <= x0, what
            assert x1 <= right + 0.6, what
            assert points(setup.header_distance) - 3 <= y0, what
            assert y1 <= points(setup.height), what
        for at, (x0, y0, x1, y1, what) in enumerate(boxes):
            for a0, b0, a1, b1, other in boxes[at + 1 :]:
                overlaps = x0 < a1 - 0.3 and a0 < x1 - 0.3 and y0 < b1 - 0.3 and b0 < y1 - 0.3
                assert not overlaps, f"{what!r} and {other!r}"


def a_letter(layout: Layout, text: str, family: Family = Family.JUDUL, **fields: object) -> Letter:
    letter: Letter = layout.samples.letter(layout.samples.kind("Surat Keterangan", family), text, **fields)
    return letter


class TestHeads:
    @pytest.mark.parametrize(
        "name",
        ["Tanjung Selamat Datang Sungai Batu Ampar Hilir Mudik Baruga", "A" * 60, "Ii", "Ñandú’s", "W" * 25],
    )
    @pytest.mark.parametrize("crest", [True, False])
    def test_names_of_sixty_characters_fit_between_the_margins(
        self, layout: Layout, name: str, crest: bool
    ) -> None:
        kop = {} if crest else {"lambang": None}
        desa = {"nama": name, "kecamatan": name, "kabupaten": name, "alamat": f"Jalan {name} Nomor 1"}
        office = layout.samples.office(desa=desa, **kop)
        for variant in ("pemerintah desa", "bpd", "jabatan"):
            head = dataclasses.replace(office.letterhead, variant=type(office.letterhead.variant)(variant))
            assert_inside(layout, compose_letterhead(dataclasses.replace(office, letterhead=head)))

    def test_an_address_of_three_lines_breaks_at_sensible_words(self, layout: Layout) -> None:
        address = (
            "Jalan Raya Lintas Selatan Kilometer 128, Dusun Karang Anyar Timur, RT 004 RW 002, "
            "Desa Sukamaju, Kecamatan Karangtengah, Kabupaten Sukamulya, Provinsi Jawa Barat"
        )
        office = layout.samples.office(desa={"alamat": address})
        lines = next(each for each in layout.texts(compose_letterhead(office)) if "Jalan" in each).split("\n")
        assert len(lines) >= 2
        assert " ".join(lines) == f"{address}, Kode Pos 41355"
        assert all(line.endswith(",") for line in lines[:-1])

    def test_many_telephones_stay_between_the_margins(self, layout: Layout) -> None:
        phones = [f"(0267) 5552{at}1" for at in range(10, 19)]
        kontak = {"telepon": phones, "email": "a@sukamaju.desa.id"}
        assert_inside(layout, compose_letterhead(layout.samples.office(kontak=kontak)))


class TestLongLetters:
    def test_copies_go_on_to_the_next_page(self, layout: Layout) -> None:
        letter = dataclasses.replace(
            dict(layout.samples.letters())["korespondensi"],
            tembusan=tuple(f"Kepala Dinas Nomor {at} Kabupaten Sukamulya" for at in range(1, 46)),
        )
        document = compose(letter, layout.samples.office(), link=layout.samples.LINK)
        assert layout.pages(document) == 2
        assert_inside(layout, document)

    def test_a_lampiran_of_forty_pages_repeats_its_head_and_splits_between_rows(self, layout: Layout) -> None:
        rows = "\n".join(f"| {at} | Warga nomor {at} | Dusun Krajan RT 003 |  |" for at in range(1, 1601))
        body = parse_markup(f"| No. | Nama | Alamat | Ket. |\n|:-:|---|---|---|\n{rows}")
        letter = a_letter(layout, "isi", appendices=(Appendix(title="Daftar", body=body),))
        pages = typeset(compose(letter, layout.samples.office())).pages
        assert len(pages) >= 40
        for page in pages[1:]:
            texts = [what for *_, what in layout.boxes(page)]
            assert "Nama" in texts

    def test_a_word_wider_than_the_page_stays_between_the_margins(self, layout: Layout) -> None:
        long = "https://" + "sangatpanjang." * 30 + "desa.id"
        table = f"| A | B |\n|---|---|\n| {long} | x |"
        text = f"Lihat {long}\n\n- Alamat : {long}\n\n1. {long}\n\n{table}\n\n> {long}"
        assert_inside(layout, compose(a_letter(layout, text), layout.samples.office()))

    def test_long_titles_numbers_and_names_stay_between_the_margins(self, layout: Layout) -> None:
        long = "pemberdayaan masyarakat dan kesejahteraan keluarga " * 6
        for family in Family:
            letter = a_letter(
                layout,
                "isi",
                family,
                nomor="400.10.2.2/35.07.07.2014/2024/" + "9" * 50,
                perihal=long.strip(),
                recipients=(long.strip(), long.strip()),
                recipient_place=long.strip(),
            )
            assert_inside(layout, compose(letter, layout.samples.office(), link=layout.samples.LINK))


class TestFitting:
    def letter(self, layout: Layout, paragraphs: int, **fields: object) -> Letter:
        text = "\n\n".join(
            "Paragraf ini cukup panjang untuk mengisi dua baris penuh pada kertas F4 dengan huruf dua belas, "
            f"dan ini yang ke-{at}."
            for at in range(paragraphs)
        )
        return a_letter(layout, text, **fields)

    def one_too_long(self, layout: Layout) -> int:
        office = layout.samples.office()
        return next(
            count for count in range(5, 60) if layout.pages(compose(self.letter(layout, count), office)) > 1
        )

    def test_a_letter_a_little_too_long_is_tightened_and_says_how(self, layout: Layout) -> None:
        letter = self.letter(layout, self.one_too_long(layout), fit_one_page=True)
        document = compose(letter, layout.samples.office())
        assert layout.pages(document) == 1
        assert [each.split("=")[0] for each in document.adjustments] == ["fit-pitch", "fit-room"]

    def test_a_letter_that_fits_is_left_alone(self, layout: Layout) -> None:
        letter = self.letter(layout, 3)
        fitted = compose(dataclasses.replace(letter, fit_one_page=True), layout.samples.office())
        assert fitted == compose(letter, layout.samples.office())

    def test_type_gets_smaller_only_after_the_spacing_and_never_under_the_floor(self, layout: Layout) -> None:
        from kopsurat.layout.fit import tighter_styles
        from kopsurat.layout.profile import builtin_style

        style = builtin_style("umum")
        sizes = [each.body.size for each in tighter_styles(style)]
        assert sizes == sorted(sizes, reverse=True)
        assert sizes[:3] == [style.body.size] * 3
        assert min(sizes) == style.body.smallest

    def test_what_cannot_be_fitted_says_so(self, layout: Layout) -> None:
        document = compose(self.letter(layout, 60, fit_one_page=True), layout.samples.office())
        assert document.adjustments == (f"fit-failed={layout.pages(document)}",)
        assert layout.pages(document) > 1

    def test_what_cannot_be_fitted_is_set_as_usual(self, layout: Layout) -> None:
        fitted = compose(self.letter(layout, 60, fit_one_page=True), layout.samples.office())
        assert fitted.sections == compose(self.letter(layout, 60), layout.samples.office()).sections

    def test_every_adjustment_has_a_sentence(self, layout: Layout) -> None:
        from kopsurat import explain
        from kopsurat.errors import KopsuratError

        document = compose(self.letter(layout, 60, fit_one_page=True), layout.samples.office())
        for adjustment in document.adjustments:
            code, _, amount = adjustment.partition("=")
            assert amount in explain(KopsuratError(code, value=amount))


class TestHostileData:
    def test_values_are_printed_and_never_read(self, layout: Layout) -> None:
        hostile = "<script>alert(1)</script> {{ 7*7 }} **x** | y : z ![a](b)"
        body = parse_markup(f"- Nama : {literal(hostile)}\n\n{literal(hostile)}")
        document = compose(dataclasses.replace(a_letter(layout, ""), body=body), layout.samples.office())
        assert sum(hostile in each for each in layout.texts(document)) == 2

    def test_fields_of_the_letter_are_printed_as_they_stand(self, layout: Layout) -> None:
        hostile = "**A** & <b> \\ {{x}}"
        letter = a_letter(layout, "isi", Family.KORESPONDENSI, perihal=hostile, tembusan=(hostile,))
        texts = layout.texts(compose(letter, layout.samples.office()))
        assert f"Perihal\t:\t{hostile}" in texts
        assert hostile in texts


def test_the_same_letter_gives_the_same_document(layout: Layout) -> None:
    samples = layout.samples
    for _, letter in samples.letters():
        assert compose(letter, samples.office()) == compose(letter, samples.office())
