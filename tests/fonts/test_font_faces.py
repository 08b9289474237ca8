"""A face tells the numbers of its file, and what it cannot show."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from kopsurat.errors import MissingGlyph, RenderError
from kopsurat.fonts import FAMILIES, IGNORED, Face, face, families, split_by_face
from kopsurat.messages import explain

ALL = [
    face(family, bold=bold, italic=italic)
    for family in families()
    for bold in (False, True)
    for italic in (False, True)
]
ALL += [face(family) for family in FAMILIES if family not in families()]
LATIN = "".join(sorted({*map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x180)))} - set("\xadĸŉŦŧ")))
"""Basic Latin, Latin-1 and Extended-A, but for four letters of Greenland, South Africa and Lapland."""


@pytest.mark.parametrize("shown", ALL, ids=lambda shown: shown.file)
class TestTheNumbersAreThoseOfTheFile:
    def test_glyphs_and_advances_are_what_fonttools_reads(self, shown: Face) -> None:
        font = TTFont(io.BytesIO(shown.data))
        order = {name: number for number, name in enumerate(font.getGlyphOrder())}
        for code, name in font.getBestCmap().items():
            if chr(code) in IGNORED or code in (0xA0, 0x2011, 0x202F):
                continue
            assert shown.glyph_ids[code] == order[name]
            assert shown.advances[code] == font["hmtx"][name][0]

    def test_heights_box_and_name_are_what_fonttools_reads(self, shown: Face) -> None:
        font = TTFont(io.BytesIO(shown.data))
        head, hhea = font["head"], font["hhea"]
        assert shown.units_per_em == head.unitsPerEm
        assert (shown.ascent, shown.descent) == (hhea.ascent, hhea.descent)
        assert shown.cap_height == font["OS/2"].sCapHeight
        assert shown.bbox == (head.xMin, head.yMin, head.xMax, head.yMax)
        assert shown.italic_angle == pytest.approx(font["post"].italicAngle, abs=0.001)
        assert shown.postscript_name == font["name"].getDebugName(6)


class TestTextFamiliesShowWhatLettersNeed:
    @pytest.mark.parametrize("shown", ALL[:12], ids=lambda shown: shown.file)
    def test_every_text_face_has_the_signs_of_a_letter(self, shown: Face) -> None:
        assert shown.missing(LATIN + "•–—“”‘’…é½×°²№€−‑ḥṭẓāīū→") is None

    def test_a_hyphen_that_does_not_break_is_as_wide_as_a_hyphen(self) -> None:
        for shown in ALL[:12]:
            assert shown.width("\u2011", 24) == shown.width("-", 24)
            assert shown.width("\u00a0", 24) == shown.width(" ", 24)

    def test_arial_has_the_widths_that_word_has(self) -> None:
        """Arial's advances in 1/2048 em, as its own tables and Liberation Sans have them."""
        widths = {" ": 569, "a": 1139, "W": 1933, "i": 455, "m": 1706, "-": 682, "0": 1139, ".": 569}
        assert {character: face("Arial").by_character[character] for character in widths} == widths

    def test_joiners_and_soft_hyphens_take_no_room(self) -> None:
        arial = face("Arial")
        assert arial.width("ke\u00adpala\u200bdesa", 24) == pytest.approx(arial.width("kepaladesa", 24))

    def test_a_local_script_has_one_face_however_it_is_asked_for(self) -> None:
        assert face("Noto Sans Javanese", bold=True) is face("Noto Sans Javanese")

    def test_a_family_that_is_not_bundled_is_refused_with_those_that_are(self) -> None:
        with pytest.raises(RenderError) as caught:
            face("Comic Sans MS")
        assert caught.value.code == "font-unknown"
        assert "Arial" in explain(caught.value)


class TestCharactersOfOtherFonts:
    def test_signs_come_from_the_symbol_font(self) -> None:
        pieces = split_by_face("Setuju ☑ tidak ☐ ⚠", face("Arial"))
        assert [(text, shown.family) for text, shown in pieces] == [
            ("Setuju ", "Arial"),
            ("☑", "Noto Sans Symbols 2"),
            (" tidak ", "Arial"),
            ("☐", "Noto Sans Symbols 2"),
            (" ", "Arial"),
            ("⚠", "Noto Sans Symbols 2"),
        ]

    def test_spaces_inside_a_local_script_belong_to_it(self) -> None:
        pieces = split_by_face("Desa ꦱꦸꦏ ꦩꦗꦸ ya", face("Arial"))
        assert [text for text, _ in pieces] == ["Desa ", "ꦱꦸꦏ ꦩꦗꦸ", " ya"]

    def test_latin_inside_a_font_of_a_local_script_comes_from_a_text_font(self) -> None:
        pieces = split_by_face("ديسا (2026)", face("Noto Naskh Arabic"))
        assert [shown.family for _, shown in pieces][-1] in {"Arial", "Noto Naskh Arabic"}
        assert "".join(text for text, _ in pieces) == "ديسا (2026)"

    @pytest.mark.parametrize("character", ["字", "😀", "\u0e01", "\x07"])
    def test_a_character_of_no_font_is_named_with_the_text_around_it(self, character: str) -> None:
        with pytest.raises(MissingGlyph) as caught:
            split_by_face(f"Kepada Yth. {character} Budi", face("Arial"))
        error = caught.value
        assert error.value == character
        assert error.evidence["code_point"] == f"U+{ord(character):04X}"
        assert "Budi" in error.evidence["around"]
        assert error.evidence["code_point"] in explain(error, "en")

    @given(st.text())
    def test_splitting_loses_nothing_and_every_piece_can_be_shown(self, text: str) -> None:
        try:
            pieces = split_by_face(text, face("Times New Roman"))
        except MissingGlyph:
            return
        assert "".join(piece for piece, _ in pieces) == text
        assert all(shown.missing(piece) is None for piece, shown in pieces)


class TestWidths:
    @given(st.text(alphabet=LATIN), st.text(alphabet=LATIN), st.integers(min_value=2, max_value=144))
    def test_widths_add_up_because_nothing_is_kerned(self, left: str, right: str, size: int) -> None:
        shown = face("Times New Roman", italic=True)
        assert shown.width(left + right, size) == pytest.approx(
            shown.width(left, size) + shown.width(right, size)
        )

    def test_the_width_of_a_character_it_lacks_is_an_error_of_ours(self) -> None:
        with pytest.raises(MissingGlyph):
            face("Arial").width("Setuju ☑", 24)

    def test_fonts_load_without_any_font_library(self) -> None:
        code = (
            "import sys, kopsurat.fonts as f; f.face('Arial').width('Surat', 24);"
            "print([m for m in ('fontTools', 'reportlab', 'uharfbuzz', 'bidi', 'PIL') if m in sys.modules])"
        )
        root = Path(__file__).parents[2]
        done = subprocess.run(
            [sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=root
        )
        assert done.stdout.strip() == "[]"
