"""The subsets that are shipped are what reportlab cuts from the fonts that are shipped."""

from __future__ import annotations

import hashlib
import importlib.util
import zlib
from pathlib import Path

import pytest

from kopsurat.backends.pdf.corefont import core_file, core_font
from kopsurat.fonts import Face

ROOT = Path(__file__).parents[2]
FONTS = ROOT / "fonts"

spec = importlib.util.spec_from_file_location("core_fonts", ROOT / "docs" / "tools" / "core_fonts.py")
assert spec is not None
assert spec.loader is not None
tool = importlib.util.module_from_spec(spec)
spec.loader.exec_module(tool)
FACES = tool.text_faces()


@pytest.mark.parametrize("cut", FACES, ids=lambda cut: cut.file)
class TestEveryTextFace:
    def test_the_shipped_subset_is_the_one_that_reportlab_cuts(self, cut: Face) -> None:
        assert zlib.decompress((FONTS / core_file(cut)).read_bytes()) == tool.subset(cut)

    def test_the_font_of_a_pdf_holds_the_shipped_subset(self, cut: Face) -> None:
        font = core_font(cut)
        assert font.program == (FONTS / core_file(cut)).read_bytes()
        assert font.program_size == len(zlib.decompress(font.program))


def test_every_subset_has_the_sum_that_is_written_down() -> None:
    lines = (FONTS / "core" / "SHA256SUMS").read_text(encoding="ascii").splitlines()
    sums = {name: digest for digest, name in (line.split("  ") for line in lines)}
    files = {f"core/{path.name}" for path in (FONTS / "core").glob("*.zlib")}
    assert sums.keys() == files == {core_file(cut) for cut in FACES}
    assert all(hashlib.sha256((FONTS / name).read_bytes()).hexdigest() == sums[name] for name in files)
