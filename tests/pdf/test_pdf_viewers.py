"""Pages look alike in every program: ``python -m pytest -m slow tests/pdf/test_pdf_viewers.py``.

Needs poppler, MuPDF (mupdf-tools) and Ghostscript.
"""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest
from pdf_corpus import SCRIPTS, documents
from PIL import Image, ImageChops, ImageFilter

from kopsurat import render

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = [pytest.mark.slow, pytest.mark.tool]

NAMES = (
    "contoh-bersegel/sukamaju",
    "keluarga/perdes",
    "keluarga/buku-agenda",
    "keluarga/sppd",
    "kop/dua-lambang",
    *(f"aksara/{script}" for script in SCRIPTS),
)
DPI = 100
OLD_MUPDF = "warning: ICC support is not available"
DARKER = 90
"""After blurring by two pixels, a line or letter that is missing or elsewhere differs by more than this."""


def _by_poppler(pdf: Path, png: Path) -> list[str]:
    return ["pdftoppm", "-r", str(DPI), "-png", "-f", "1", "-singlefile", str(pdf), str(png.with_suffix(""))]


def _by_mupdf(pdf: Path, png: Path) -> list[str]:
    return ["mutool", "draw", "-q", "-r", str(DPI), "-o", str(png), str(pdf), "1"]


def _by_ghostscript(pdf: Path, png: Path) -> list[str]:
    smooth = ("-dTextAlphaBits=4", "-dGraphicsAlphaBits=4")
    page = (f"-r{DPI}", "-dFirstPage=1", "-dLastPage=1", f"-sOutputFile={png}", str(pdf))
    return ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=png16m", *smooth, *page]


def _drawn(program: Callable[[Path, Path], list[str]], pdf: Path) -> Image.Image:
    png = pdf.with_name(f"{program.__name__}.png")
    said = subprocess.run(program(pdf, png), capture_output=True, encoding="utf-8", check=True)
    assert [line for line in (said.stdout + said.stderr).splitlines() if line != OLD_MUPDF] == []
    return Image.open(png)


def _by_pdfium(pdf: Path) -> Image.Image:
    document = pypdfium2.PdfDocument(pdf)
    picture = document[0].render(scale=DPI / 72).to_pil()
    document.close()
    return picture


def _difference(one: Image.Image, other: Image.Image) -> int:
    """Return by how much the pages differ where they differ most, thin edges apart."""
    wide, high = min(one.width, other.width), min(one.height, other.height)
    assert max(one.width, other.width) - wide <= 1
    assert max(one.height, other.height) - high <= 1
    soft = [
        each.convert("L").crop((0, 0, wide, high)).filter(ImageFilter.GaussianBlur(2))
        for each in (one, other)
    ]
    return int(ImageChops.difference(*soft).getextrema()[1])  # type: ignore[call-overload]


@pytest.fixture
def page(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "surat.pdf"
    path.write_bytes(render(documents()[request.param](), "pdf"))
    return path


@pytest.mark.parametrize("page", NAMES, indirect=True)
def test_other_programs_draw_what_poppler_draws(page: Path, run_tool: Any) -> None:
    for tool in ("pdftoppm", "mutool", "gs"):
        run_tool(tool, "-v")
    drawn = _drawn(_by_poppler, page)
    assert _difference(drawn, _by_pdfium(page)) < DARKER
    assert _difference(drawn, _drawn(_by_mupdf, page)) < DARKER
    assert _difference(drawn, _drawn(_by_ghostscript, page)) < DARKER


@pytest.mark.parametrize("page", NAMES[:1], indirect=True)
def test_a_word_that_is_elsewhere_would_be_noticed(page: Path) -> None:
    drawn = _drawn(_by_poppler, page)
    assert _difference(drawn, ImageChops.offset(drawn, 0, 6)) > DARKER
