"""Boards: twice as wide as high, letters 3 to 4, the local script where the region wants it."""

from __future__ import annotations

import base64
import io
import itertools
from typing import Any

import numpy as np
import pytest
import zxingcpp
from kit_reading import CREST, SVG, an_office, pixels_of, shapes_of, sizes_of, text_of
from PIL import Image as Pillow

from kopsurat import InvalidInput, InvalidOffice, render
from kopsurat.backends.drawings import rasterize_svg
from kopsurat.content.images import Image
from kopsurat.kit import compose_board, compose_contact_poster, drawing_of, svg_of
from kopsurat.layout.typeset import typeset
from kopsurat.messages import explain

HALF = 128
BALI = {
    "jenis": "bali",
    "kabupaten": "ᬧᭂᬫᭂᬭᬶᬦ᭄ᬢᬄ ᬓᬩᬸᬧᬢᬾᬦ᭄ ᬚᭂᬫ᭄ᬩ᭄ᬭᬦ",
    "desa": "ᬤᬾᬰ ᬧᭂᬗᬾᬭᬕᭀᬯᬦ᭄",
}


def board(**office: Any) -> Any:
    return shapes_of(svg_of(drawing_of(compose_board(an_office(**office)))))


def height(contours: list[list[tuple[float, float]]]) -> float:
    """Return the height of the first letter of a line: capitals without round strokes reach exactly."""
    ys = [y for _, y in contours[0]]
    return max(ys) - min(ys)


class TestShape:
    """Perbup Karawang 74/2020 art. 39–40."""

    @pytest.mark.parametrize("width", [600, 1500, 2000, 5000])
    def test_a_board_is_twice_as_wide_as_high_at_its_real_size(self, width: int) -> None:
        document = compose_board(an_office(), width=width)
        assert sizes_of(render(document, "pdf")) == [pytest.approx((width, width / 2), abs=0.1)]
        root = shapes_of(svg_of(drawing_of(document))).root
        assert float(root.attrib["width"].removesuffix("mm")) == pytest.approx(width, abs=0.02)

    def test_the_letters_of_kabupaten_and_desa_are_as_3_to_4(self) -> None:
        kabupaten, kecamatan, desa = board().areas[1:4]
        assert height(kabupaten) / height(desa) == pytest.approx(3 / 4, abs=0.003)
        assert height(kabupaten) == pytest.approx(height(kecamatan), abs=0.05)

    def test_the_lines_are_those_of_the_rule_in_its_order(self) -> None:
        lines = [
            line for line in text_of(render(compose_board(an_office()), "pdf")).splitlines() if line.strip()
        ]
        assert [line.strip("\f") for line in lines if line.strip("\f")] == [
            "PEMERINTAH KABUPATEN SUKAMULYA",
            "KECAMATAN KARANGTENGAH",
            "DESA SUKAMAJU",
            "Jalan Raya Sukamaju Nomor 17, Kode Pos 41355",
            "Telp: (0267) 555231 / 0812-0000-0231 (WA)",
        ]

    @pytest.mark.parametrize(
        "desa",
        [
            {},
            {"nama": "Ie", "kecamatan": "Ulu", "kabupaten": "Buru"},
            {
                "nama": "Karang Anyar Baru",
                "kabupaten": "Kepulauan Siau Tagulandang Biaro",
                "alamat": "Jalan Trans Sulawesi Kilometer 12, RT 003 RW 001, Dusun Mekarsari, Kampung Baru",
            },
        ],
        ids=["usual", "short", "long"],
    )
    def test_everything_stands_in_the_middle_with_white_all_round(self, desa: dict[str, str]) -> None:
        areas = board(desa=desa).areas[1:]
        points = [point for contours in areas for contour in contours for point in contour]
        left, right = min(x for x, _ in points), max(x for x, _ in points)
        top, foot = min(y for _, y in points), max(y for _, y in points)
        assert left >= 2000 * 0.06 - 5
        assert left == pytest.approx(2000 - right, abs=15)
        assert top >= 1000 * 0.08 - 1
        assert top == pytest.approx(1000 - foot, abs=25)

    def test_no_line_touches_the_next(self) -> None:
        for office in ({}, {"aksara": BALI}):
            boxes = [
                (min(y for c in area for _, y in c), max(y for c in area for _, y in c))
                for area in board(**office).areas[1:]
            ]
            for (_, foot), (top, _) in itertools.pairwise(boxes):
                assert top > foot + 3

    def test_black_on_white_and_nothing_else(self) -> None:
        root = board().root
        assert {path.get("fill") for path in root.iter(f"{SVG}path")} == {"#FFFFFF", "#000000"}
        assert not list(root.iter(f"{SVG}image"))


class TestScript:
    """Pergub Bali 80/2018: above the Latin."""

    def test_the_local_script_stands_above_its_latin_line(self) -> None:
        (page,) = typeset(compose_board(an_office(aksara=BALI))).pages
        texts = [item.lines[0].texts[0].text for item in page.body if item.lines and item.lines[0].texts]  # type: ignore[union-attr]
        assert texts[:2] == [BALI["kabupaten"], "PEMERINTAH KABUPATEN SUKAMULYA"]
        assert texts[3:5] == [BALI["desa"], "DESA SUKAMAJU"]
        assert texts[5].startswith("Jalan")

    def test_its_text_can_be_read_out_of_the_pdf(self) -> None:
        assert BALI["desa"] in text_of(render(compose_board(an_office(aksara=BALI)), "pdf"))

    def test_an_office_may_want_it_below(self) -> None:
        office = an_office(aksara={"jenis": "sunda", "letak": "bawah", "desa": "ᮓᮦᮞ ᮞᮥᮊᮙᮏᮥ"})
        lines = text_of(render(compose_board(office), "pdf")).split("\n")
        assert lines.index("DESA SUKAMAJU") < next(at for at, line in enumerate(lines) if "ᮓᮦᮞ" in line)


class TestTwoForms:
    @pytest.mark.parametrize("kop", [{}, {"aksara": BALI}], ids=["latin", "bali"])
    def test_svg_and_pdf_show_the_same(self, kop: dict[str, Any]) -> None:
        document = compose_board(an_office(**kop))
        drawing = svg_of(drawing_of(document))
        pdf = np.asarray(pixels_of(render(document, "pdf"), 25).convert("L")) < HALF
        image = Image(data=drawing, media="image/svg+xml", width=2, height=1, name="papan.svg")

        svg = Pillow.open(io.BytesIO(rasterize_svg(image, (pdf.shape[1], pdf.shape[0])))).convert("L")
        ink = np.asarray(svg) < HALF
        assert (ink & pdf).sum() / (ink | pdf).sum() > 0.93

    def test_a_page_of_any_kind_can_become_a_drawing_and_its_code_still_leads_where_it_did(self) -> None:
        document = compose_contact_poster(an_office(varian="rt"))  # the letterhead of an RT has no picture
        pdf = np.asarray(pixels_of(render(document, "pdf"), 100).convert("L")) < HALF
        image = Image(data=svg_of(drawing_of(document)), media="image/svg+xml", width=1, height=1)
        svg = Pillow.open(io.BytesIO(rasterize_svg(image, (pdf.shape[1], pdf.shape[0])))).convert("L")
        ink = np.asarray(svg) < HALF
        assert (ink & pdf).sum() / (ink | pdf).sum() > 0.9
        assert [found.text for found in zxingcpp.read_barcodes(svg)] == ["https://sukamaju.desa.id/"]

    def test_an_emblem_stands_in_the_drawing_as_it_is(self) -> None:
        root = shapes_of(svg_of(drawing_of(compose_contact_poster(an_office())))).root
        (image,) = root.iter(f"{SVG}image")
        assert base64.b64decode(image.attrib["href"].removeprefix("data:image/png;base64,")) == CREST
        assert float(image.attrib["height"]) == pytest.approx(24, abs=0.1)
        assert float(image.attrib["x"]) == pytest.approx(18, abs=0.1)

    def test_the_description_is_the_text(self) -> None:
        told = board().root.findtext(f"{SVG}desc")
        assert told is not None
        assert told.splitlines()[0] == "PEMERINTAH KABUPATEN SUKAMULYA"
        assert told.splitlines()[-1] == "Telp: (0267) 555231 / 0812-0000-0231 (WA)"


class TestLongNames:
    DESA = {  # noqa: RUF012 - never changed
        "nama": "Tanjung Selamat Datang Sungai Batu Ampar Hilir Seberang",
        "kecamatan": "Pangkalan Kerinci Barat Daya Hulu",
        "kabupaten": "Hulu Sungai Tengah Raya Utara",
    }

    def test_names_that_would_make_letters_low_stand_on_two_lines(self) -> None:
        told = text_of(render(compose_board(an_office(desa=self.DESA)), "pdf")).splitlines()
        assert [line.strip() for line in told[:2]] == [
            "PEMERINTAH KABUPATEN",
            "HULU SUNGAI TENGAH RAYA UTARA",
        ]
        assert "SUNGAI BATU AMPAR HILIR SEBERANG" in [line.strip() for line in told]

    def test_their_letters_keep_3_to_4(self) -> None:
        lines = board(desa=self.DESA).areas
        assert height(lines[1]) / height(lines[5]) == pytest.approx(3 / 4, abs=0.003)


class TestRefusals:
    @pytest.mark.parametrize("width", [0, -5, 199, 5001, float("nan"), float("inf")])
    def test_widths_that_no_board_has_are_refused(self, width: float) -> None:
        with pytest.raises(InvalidInput) as caught:
            compose_board(an_office(), width=width)
        assert caught.value.code == "board-width"

    def test_the_width_has_a_decimal_comma_in_indonesian(self) -> None:
        with pytest.raises(InvalidInput) as caught:
            compose_board(an_office(), width=105)
        assert "10,5" in explain(caught.value, "id")
        assert "10.5" not in explain(caught.value, "id")
        assert "10.5" in explain(caught.value, "en")

    def test_names_that_would_be_too_small_are_refused(self) -> None:
        with pytest.raises(InvalidOffice) as caught:
            compose_board(an_office(desa={"kabupaten": "Sukamulya " * 20}))
        assert caught.value.code == "board-too-long"

    def test_an_office_without_address_and_telephone_has_a_board_of_names(self) -> None:
        office = an_office(desa={"alamat": "", "kode_pos": ""}, kontak={})
        text = text_of(render(compose_board(office), "pdf")).split()
        assert " ".join(text) == "PEMERINTAH KABUPATEN SUKAMULYA KECAMATAN KARANGTENGAH DESA SUKAMAJU"
