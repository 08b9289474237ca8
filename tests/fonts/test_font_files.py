"""The font files are those that were checked in, under names and licences that allow it."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parents[2] / "fonts"
FILES = sorted(FONTS.glob("*.ttf"))
RESERVED = ("Liberation", "Carlito", "Vera", "Gyre", "URW", "Bookman")
"""Names that a changed file must not carry: reserved (OFL), to be changed (GUST), or a trade mark."""


def _sums() -> dict[str, str]:
    lines = (FONTS / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    return {name: digest for digest, name in (line.split("  ") for line in lines)}


def _font(path: Path) -> TTFont:
    return TTFont(io.BytesIO(path.read_bytes()))


class TestTheFilesAreTheOnesThatWereChecked:
    def test_every_file_has_the_sum_that_is_written_down(self) -> None:
        for name, digest in _sums().items():
            assert hashlib.sha256((FONTS / name).read_bytes()).hexdigest() == digest, name

    def test_no_font_and_no_licence_is_left_out_of_the_sums(self) -> None:
        found = {path.name for path in FILES} | {
            f"licences/{path.name}" for path in (FONTS / "licences").iterdir()
        }
        assert found == set(_sums())

    def test_all_of_them_together_stay_small(self) -> None:
        assert sum(path.stat().st_size for path in FILES) < 1_200_000


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
class TestEveryFontMayBeShipped:
    def test_it_may_be_embedded(self, path: Path) -> None:
        assert _font(path)["OS/2"].fsType == 0

    def test_it_bears_no_reserved_name(self, path: Path) -> None:
        shown = [
            record.toUnicode() for record in _font(path)["name"].names if record.nameID in (1, 3, 4, 6, 16)
        ]
        assert not [name for name in shown if any(word in name for word in RESERVED)]

    def test_its_outlines_are_truetype_so_that_word_can_embed_it(self, path: Path) -> None:
        assert path.read_bytes()[:4] == b"\0\1\0\0"

    def test_its_licence_lies_beside_it(self, path: Path) -> None:
        licence = {"Arim": "OFL-croscore", "Tino": "OFL-croscore", "Bonu": "GUST-bonum", "Noto": "OFL-noto"}
        text = (FONTS / "licences" / f"{licence[path.stem[:4]]}.txt").read_text(encoding="utf-8")
        assert "icense" in text
        assert "Copyright" in text
