"""Local scripts are shaped as HarfBuzz's own program shapes them, and ordered as UAX 9 asks."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from itertools import pairwise
from typing import TYPE_CHECKING

import bidi
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kopsurat.errors import MissingExtra
from kopsurat.fonts import face
from kopsurat.fonts.shaping import levels, mirrored, shape
from kopsurat.messages import explain

if TYPE_CHECKING:
    from pathlib import Path

SAMPLES = {
    "Noto Sans Javanese": ("ꦥꦩꦼꦫꦶꦤ꧀ꦠꦃ", "ꦝꦺꦱꦱꦸꦏꦩꦗꦸ", "ꦏꦿꦠꦺꦴꦤ꧀ ꦧꦊ"),
    "Noto Sans Balinese": ("ᬤᬾᬰᬲᬸᬓᬫᬚᬸ", "ᬧᬫᭂᬭᬶᬦ᭄ᬢᬄ", "ᬓ᭄ᬱᬢ᭄ᬭᬶᬬ"),
    "Noto Sans Sundanese": ("ᮓᮨᮞ ᮞᮥᮊᮙᮏᮥ", "ᮕᮙᮛᮨᮔ᮪ᮒᮂ"),
    "Noto Sans Buginese": ("ᨉᨙᨔ ᨔᨘᨀᨆᨍᨘ", "ᨄᨆᨙᨑᨗᨈ"),
    "Noto Naskh Arabic": ("ڤمرينته كابوڤاتين", "ديسا سوكاماجو", "لا اله"),
}


def _hb_shape(text: str, font: Path, *, rtl: bool) -> str:
    program = shutil.which("hb-shape")
    if program is None:
        if os.environ.get("CI"):
            pytest.fail("hb-shape is missing: install libharfbuzz-bin")
        pytest.skip("hb-shape is not installed")
    direction = "--direction=" + ("rtl" if rtl else "ltr")
    command = [program, str(font), "--no-glyph-names", "--features=-kern", direction, text]
    return subprocess.run(
        command, check=True, capture_output=True, text=True, encoding="utf-8"
    ).stdout.strip()


@pytest.mark.tool
@pytest.mark.parametrize("family", SAMPLES)
def test_glyphs_places_and_clusters_are_those_of_hb_shape(family: str, tmp_path: Path) -> None:
    shown = face(family)
    font = tmp_path / shown.file
    font.write_bytes(shown.data)
    unit = shown.units_per_em / 12
    for text in SAMPLES[family]:
        rtl = family == "Noto Naskh Arabic"
        glyphs = []
        for glyph in shape(text, shown, 24, rtl=rtl).glyphs:
            x, y = round(glyph.x_offset * unit), round(glyph.y_offset * unit)
            offset = f"@{x},{y}" if x or y else ""
            glyphs.append(f"{glyph.glyph}={glyph.cluster}{offset}+{round(glyph.x_advance * unit)}")
        assert f"[{'|'.join(glyphs)}]" == _hb_shape(text, font, rtl=rtl)


class TestShapedText:
    @pytest.mark.parametrize("family", SAMPLES)
    def test_the_width_of_a_text_is_the_width_of_its_glyphs(self, family: str) -> None:
        for text in SAMPLES[family]:
            run = shape(text, face(family), 24, rtl=family == "Noto Naskh Arabic")
            assert face(family).width(text, 24) == pytest.approx(run.width)

    def test_the_taling_stands_before_its_consonant(self) -> None:
        clusters = [glyph.cluster for glyph in shape("ꦝꦺ", face("Noto Sans Javanese"), 24).glyphs]
        assert clusters == [0, 0]
        first = shape("ꦝꦺ", face("Noto Sans Javanese"), 24).glyphs[0].glyph
        assert first == face("Noto Sans Javanese").glyph_ids[ord("ꦺ")]

    def test_arabic_clusters_fall_because_glyphs_go_from_left_to_right(self) -> None:
        clusters = [glyph.cluster for glyph in shape("ديسا", face("Noto Naskh Arabic"), 24, rtl=True).glyphs]
        assert all(before >= after for before, after in pairwise(clusters))

    def test_without_the_extra_the_error_says_what_to_install(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "uharfbuzz", None)
        with pytest.raises(MissingExtra) as caught:
            shape("ꦱ", face("Noto Sans Javanese"), 24)
        assert "kopsurat[script]" in explain(caught.value)

    def test_without_the_extra_lines_of_two_directions_say_the_same(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(sys.modules, "bidi", None)
        with pytest.raises(MissingExtra):
            levels("ديسا")


def _visual(text: str, found: list[int]) -> str:
    """Rule L2 of UAX 9, character by character."""
    order = list(range(len(text)))
    for level in range(max(found, default=0), 0, -1):
        start = 0
        while start < len(order):
            stop = start
            while stop < len(order) and found[order[stop]] >= level:
                stop += 1
            order[start:stop] = reversed(order[start:stop])
            start = max(stop, start + 1)
    return "".join(text[at] for at in order)


class TestDirections:
    @given(st.text(alphabet="ab 12.,-/سلامڤ٣:()[]«»%\u064e", min_size=1, max_size=24), st.booleans())
    def test_levels_order_a_line_as_another_implementation_does(self, text: str, rtl: bool) -> None:
        text = text.strip() or "a"
        expected = bidi.get_display(text, base_dir="R" if rtl else "L")  # the Rust implementation
        assert _visual(text, levels(text, rtl=rtl)) == expected

    @given(st.text(max_size=24), st.booleans())
    def test_every_character_of_any_text_has_a_level(self, text: str, rtl: bool) -> None:
        assert len(levels(text, rtl=rtl)) == len(text)

    def test_a_joiner_has_the_level_of_the_letter_before_it(self) -> None:
        assert levels("سل\u200cام") == [1, 1, 1, 1, 1]

    def test_brackets_turn_round(self) -> None:
        assert mirrored(" (") == ") "
