"""Stamps: the measures of the rule, the words of the region, letters that stay inside their rings."""

from __future__ import annotations

import itertools
import math
import sys
from typing import Any

import numpy as np
import pytest
from kit_reading import SVG, an_office, pixels_of, shapes_of, sizes_of, text_of

from kopsurat import InvalidOffice, MissingExtra, Office, render
from kopsurat.kit import LARGE, SMALL, StampOwner, StampSize, compose_stamp_sheet, draw_stamp, svg_of
from kopsurat.kit.stamp import INK, stamp_words

PLACES = {
    "plain": {},
    "short": {"nama": "Ie", "kecamatan": "Ulu", "kabupaten": "Buru"},
    "city": {"nama": "Blang", "sebutan": "Gampong", "kabupaten": {"sebutan": "Kota", "nama": "Lhokseumawe"}},
    "long": {
        "nama": "Karang Anyar Baru Sejahtera",
        "kecamatan": "Siau Timur Selatan",
        "kabupaten": "Kepulauan Siau Tagulandang Biaro",
    },
}
BOTH = pytest.mark.parametrize("size", [LARGE, SMALL], ids=["large", "small"])
EVERYWHERE = pytest.mark.parametrize("place", ["plain", "short", "city"])


def stamp(place: str = "plain", owner: StampOwner = StampOwner.KEPALA, size: StampSize = LARGE) -> Any:
    return shapes_of(svg_of(draw_stamp(an_office(desa=PLACES[place]), owner, size=size)))


def radius(point: tuple[float, float], size: StampSize) -> float:
    return math.hypot(point[0] - size.outer / 2, point[1] - size.outer / 2)


class TestMeasures:
    """Perbup Karawang 74/2020 art. 26–27; Permendagri 54/2009 art. 54."""

    @pytest.mark.parametrize(
        ("size", "diameters"), [(LARGE, (40, 38, 27)), (SMALL, (18, 17, 12))], ids=["large", "small"]
    )
    def test_the_outer_edges_of_the_three_rings_have_the_diameters_of_the_rule(
        self, size: StampSize, diameters: tuple[int, ...]
    ) -> None:
        rings = stamp(size=size).rings
        assert [round(2 * r + width, 3) for _, _, r, width in rings] == list(diameters)
        assert all((x, y) == (size.outer / 2, size.outer / 2) for x, y, *_ in rings)

    @pytest.mark.parametrize(("size", "width"), [(LARGE, "40mm"), (SMALL, "18mm")])
    def test_the_file_says_its_real_size(self, size: StampSize, width: str) -> None:
        found = stamp(size=size)
        assert found.width == found.root.attrib["height"] == width
        assert found.root.attrib["viewBox"] == f"0 0 {width[:2]} {width[:2]}"

    @BOTH
    @pytest.mark.parametrize("owner", StampOwner)
    def test_the_two_lines_are_no_farther_apart_than_allowed_and_end_on_the_inner_ring(
        self, size: StampSize, owner: StampOwner
    ) -> None:
        lines = stamp(owner=owner, size=size).lines
        (upper, lower) = sorted(points[0][1] for _, points in lines)
        width = lines[0][0]
        assert lower - upper + width <= size.bar
        assert upper + lower == pytest.approx(size.outer)
        inner = size.inner / 2 - size.lines[2]
        for _, points in lines:
            assert [radius(point, size) for point in points] == pytest.approx([inner, inner], abs=1e-3)

    def test_the_sheet_shows_the_stamp_40_mm_wide_in_purple(self) -> None:
        dpi = 300
        picture = np.asarray(pixels_of(render(compose_stamp_sheet(an_office()), "pdf"), dpi)).astype(int)
        left = picture[:, : round(75 / 25.4 * dpi)]
        rows, columns = np.nonzero((left[..., 2] > left[..., 0] + 30) & (left[..., 2] > left[..., 1] + 60))
        is_large = rows < rows.min() + round(45 / 25.4 * dpi)  # the small stamp stands under it
        for axis in (rows[is_large], columns[is_large]):
            assert (axis.max() - axis.min() + 1) / dpi * 25.4 == pytest.approx(40, abs=0.2)

    def test_the_ink_is_purple(self) -> None:
        red, green, blue = (int(INK[at : at + 2], 16) for at in (0, 2, 4))
        assert blue > red > green


class TestPlaceOfLetters:
    @BOTH
    @EVERYWHERE
    def test_the_ring_text_stays_between_the_rings_with_white_on_both_sides(
        self, size: StampSize, place: str
    ) -> None:
        ring, *stars, _ = stamp(place, size=size).areas
        radii = [
            radius(point, size) for contours in (ring, *stars) for contour in contours for point in contour
        ]
        band = size.middle / 2 - size.lines[1] - size.inner / 2
        assert min(radii) > size.inner / 2 + 0.1 * band
        assert max(radii) < size.middle / 2 - size.lines[1] - 0.1 * band

    @EVERYWHERE
    def test_the_ring_text_is_as_far_from_the_inner_as_from_the_outer_ring(self, place: str) -> None:
        ring = stamp(place).areas[0]
        radii = [radius(point, LARGE) for contour in ring for point in contour]
        within = min(radii) - LARGE.inner / 2
        without = LARGE.middle / 2 - LARGE.lines[1] - max(radii)
        assert within == pytest.approx(without, abs=0.35)  # feet and corners are straight, rings are not

    @EVERYWHERE
    def test_both_stars_stand_level_and_clear_of_the_letters(self, place: str) -> None:
        ring, left, right, _ = stamp(place).areas
        centers = [
            tuple(sum(point[axis] for point in star[0]) / len(star[0]) for axis in (0, 1))
            for star in (left, right)
        ]
        assert centers[0][1] == pytest.approx(centers[1][1], abs=1e-3)
        assert centers[0][0] + centers[1][0] == pytest.approx(LARGE.outer, abs=1e-3)
        letters = [point for contour in ring for point in contour]
        for star in (left, right):
            gap = min(math.dist(tip, point) for tip in star[0] for point in letters)
            assert gap > 0.5

    @EVERYWHERE
    def test_the_words_across_stay_between_the_lines_and_inside_the_inner_ring(self, place: str) -> None:
        for owner in StampOwner:
            found = stamp(place, owner)
            points = [point for contour in found.areas[-1] for point in contour]
            upper, lower = sorted(line[0][1] for _, line in found.lines)
            assert min(y for _, y in points) > upper + 0.6
            assert max(y for _, y in points) < lower - 0.6
            assert max(radius(point, LARGE) for point in points) < LARGE.inner / 2 - 1
            middle = (min(x for x, _ in points) + max(x for x, _ in points)) / 2
            assert middle == pytest.approx(20, abs=0.25)

    def test_a_short_name_has_larger_letters_in_the_ring_than_a_long_one(self) -> None:
        def height(place: str) -> float:
            star = stamp(place).areas[1][0]
            return max(y for _, y in star) - min(y for _, y in star)

        assert height("short") > height("plain") > height("long") > 0.8

    def test_a_name_of_many_words_is_set_on_two_lines_under_the_post(self) -> None:
        def baselines(place: str) -> int:
            found = stamp(place, StampOwner.SEKRETARIAT)
            feet = sorted({round(max(y for _, y in contour), 1) for contour in found.areas[-1]})
            return 1 + sum(after - before > 1 for before, after in itertools.pairwise(feet))

        assert (baselines("plain"), baselines("long")) == (2, 3)


class TestWords:
    @pytest.mark.parametrize(
        ("desa", "words"),
        [
            ({}, ("PEMERINTAH KABUPATEN SUKAMULYA", "KECAMATAN KARANGTENGAH", "KEPALA DESA SUKAMAJU")),
            (
                {"sebutan": "Gampong"},
                ("PEMERINTAH KABUPATEN SUKAMULYA", "KECAMATAN KARANGTENGAH", "KEUCHIK GAMPONG SUKAMAJU"),
            ),
            (
                {"sebutan": "Nagari"},
                ("PEMERINTAH KABUPATEN SUKAMULYA", "KECAMATAN KARANGTENGAH", "WALI NAGARI SUKAMAJU"),
            ),
            (
                {"sebutan": "Kalurahan"},
                ("PEMERINTAH KABUPATEN SUKAMULYA", "KAPANEWON KARANGTENGAH", "LURAH SUKAMAJU"),
            ),
            (
                {"sebutan": "Pekon"},
                ("PEMERINTAH KABUPATEN SUKAMULYA", "KECAMATAN KARANGTENGAH", "PERATIN PEKON SUKAMAJU"),
            ),
            (
                {"kepala": "Perbekel", "kecamatan": {"sebutan": "Distrik", "nama": "Sentani"}},
                ("PEMERINTAH KABUPATEN SUKAMULYA", "DISTRIK SENTANI", "PERBEKEL DESA SUKAMAJU"),
            ),
        ],
    )
    def test_a_stamp_speaks_the_words_of_its_region(
        self, desa: dict[str, Any], words: tuple[str, ...]
    ) -> None:
        assert stamp_words(an_office(desa=desa), StampOwner.KEPALA) == words

    def test_secretariat_and_bpd_have_stamps_of_their_own(self) -> None:
        office = an_office()
        assert stamp_words(office, StampOwner.SEKRETARIAT).middle == "SEKRETARIAT DESA SUKAMAJU"
        assert stamp_words(office, StampOwner.BPD).middle == "BPD DESA SUKAMAJU"

    def test_the_words_stand_in_the_description_and_no_letter_needs_a_font(self) -> None:
        found = stamp()
        assert found.root.findtext(f"{SVG}title") == "Stempel KEPALA DESA SUKAMAJU"
        told = found.root.findtext(f"{SVG}desc")
        assert told == "PEMERINTAH KABUPATEN SUKAMULYA ★ KECAMATAN KARANGTENGAH ★ KEPALA DESA SUKAMAJU"
        kinds = {element.tag.removeprefix(SVG) for element in found.root.iter()}
        assert kinds == {"svg", "title", "desc", "circle", "path"}

    def test_the_sheet_prints_words_measures_sources_and_what_a_stamp_does_not_prove(self) -> None:
        text = " ".join(text_of(render(compose_stamp_sheet(an_office()), "pdf")).split())
        for words in stamp_words(an_office(), StampOwner.KEPALA):
            assert words in text
        for fact in (
            "40,0 mm",
            "38,0 mm",
            "27,0 mm",
            "18,0 mm",
            "Ungu",
            "Karawang Nomor 74 Tahun 2020 Pasal 25–28",
        ):
            assert fact in text
        assert "Stempel tidak membuktikan keaslian surat" in text


class TestRefusals:
    def test_names_too_long_for_readable_letters_are_refused_with_the_text(self) -> None:
        office = an_office(desa={"kabupaten": "Kepulauan " + "Siau Tagulandang Biaro " * 3})
        with pytest.raises(InvalidOffice) as caught:
            draw_stamp(office)
        assert caught.value.code == "stamp-ring-too-long"
        office = an_office(desa={"nama": "Sukamajuselamanyadansejahterasekali"})
        with pytest.raises(InvalidOffice) as caught:
            draw_stamp(office)
        assert caught.value.code == "stamp-middle-too-long"

    @pytest.mark.parametrize("place", PLACES)
    @pytest.mark.parametrize("owner", StampOwner)
    def test_the_sheet_is_one_page_of_a4_whatever_the_names(self, place: str, owner: StampOwner) -> None:
        pdf = render(compose_stamp_sheet(an_office(desa=PLACES[place]), owner), "pdf")
        assert sizes_of(pdf) == [(210.0, 297.0)]

    def test_the_sheet_says_so_where_only_the_small_stamp_is_too_narrow(self) -> None:
        text = text_of(render(compose_stamp_sheet(an_office(desa=PLACES["long"])), "pdf"))
        assert "Nama terlalu panjang untuk stempel kecil" in " ".join(text.split())

    @pytest.mark.parametrize(
        ("kop", "owner"),
        [
            ({"varian": "rt", "lembaga": "RT 003/RW 001"}, StampOwner.KEPALA),
            ({"varian": "lkd", "lembaga": "Karang Taruna"}, StampOwner.SEKRETARIAT),
            ({"varian": "kelurahan"}, StampOwner.BPD),
        ],
    )
    def test_offices_for_which_the_rule_knows_no_stamp_are_refused(
        self, kop: dict[str, str], owner: StampOwner
    ) -> None:
        with pytest.raises(InvalidOffice) as caught:
            draw_stamp(an_office(**kop), owner)
        assert caught.value.code == "stamp-not-for-office"

    def test_without_the_library_for_outlines_the_extra_is_named(
        self, office: Office, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from kopsurat.fonts import outlines, shaping

        outlines._contours.cache_clear()
        shaping.harfbuzz_font.cache_clear()
        monkeypatch.setitem(sys.modules, "uharfbuzz", None)
        with pytest.raises(MissingExtra) as caught:
            draw_stamp(office)
        assert (caught.value.code, caught.value.evidence["extra"]) == ("extra-missing", "kit")


def test_the_same_office_gives_the_same_bytes(office: Office) -> None:
    assert svg_of(draw_stamp(office)) == svg_of(draw_stamp(office))
    assert render(compose_stamp_sheet(office), "pdf") == render(compose_stamp_sheet(office), "pdf")
