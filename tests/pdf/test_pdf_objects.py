"""The smallest parts of a file: numbers, names, texts, streams, references, font programs."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kopsurat.backends.pdf.corefont import CHARACTERS, NotInCore, core_font
from kopsurat.backends.pdf.glyphsubset import subset_glyphs
from kopsurat.backends.pdf.levels import Level
from kopsurat.backends.pdf.metadata import Metadata, info, xmp
from kopsurat.backends.pdf.objects import ObjectWriter, name, number, text_string
from kopsurat.backends.pdf.pen import qr_path
from kopsurat.backends.pdf.srgb import srgb_profile
from kopsurat.fonts import face, families
from kopsurat.qr import encode

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

TEXTS: SearchStrategy[str] = st.text(st.characters(exclude_categories=("Cs",)), max_size=60)


@pytest.mark.parametrize(
    ("value", "written"),
    [(0, "0"), (1, "1"), (-0.0001, "0"), (1.5, "1.5"), (2.12345, "2.123"), (100, "100"), (-3.25, "-3.25")],
)
def test_numbers_are_written_without_idle_digits(value: float, written: str) -> None:
    assert number(value) == written


def _read_back(source: str) -> pikepdf.Object:
    return pikepdf.Object.parse(source.encode("latin-1"))


@given(TEXTS)
def test_any_text_comes_back(text: str) -> None:
    assert str(_read_back(text_string(text))) == text


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=30))
def test_any_name_comes_back(text: str) -> None:
    assert str(_read_back(name(text))) == "/" + text


@settings(deadline=None, max_examples=40)
@given(TEXTS, TEXTS, st.sampled_from(Level))
def test_metadata_of_any_text_is_well_formed(title: str, author: str, level: Level) -> None:
    import datetime as dt
    from xml.etree import ElementTree as ET

    metadata = Metadata(title=title, author=author, subject="", date=dt.date(2026, 1, 2), lang="id-ID")
    assert ET.fromstring(xmp(metadata, level)) is not None  # noqa: S314 - our own
    assert _read_back(info(metadata).decode("latin-1")).CreationDate == "D:20260102000000Z"


@pytest.mark.parametrize("packed", [True, False])
def test_a_file_of_many_objects_opens_without_repair(packed: bool) -> None:
    out = io.BytesIO()
    writer = ObjectWriter(out, version=(1, 7), packed=packed)
    root, pages = writer.reserve(), writer.reserve()
    others = [writer.add(f"<</Nomor {at}>>".encode()) for at in range(450)]
    stream = writer.add_deflated(b"/Uji true", b"isi aliran " * 50)
    kept = " ".join(f"{own} 0 R" for own in [*others, stream])
    writer.put(pages, b"<</Type/Pages/Count 0/Kids[]>>")
    writer.put(root, f"<</Type/Catalog/Pages {pages} 0 R/Uji[{kept}]>>".encode())
    writer.close(root=root, info=None)
    with pikepdf.open(io.BytesIO(out.getvalue()), attempt_recovery=False) as pdf:
        found = list(pdf.Root.Uji)
        assert [int(each.Nomor) for each in found[:-1]] == list(range(450))
        assert found[-1].read_bytes() == b"isi aliran " * 50


@pytest.mark.parametrize("family", families())
def test_the_fixed_subset_shows_all_of_ascii_and_the_listed_characters(family: str) -> None:
    font = core_font(face(family))
    wanted = [chr(code) for code in range(32, 127)] + list(CHARACTERS)
    assert [
        each for each in wanted if ord(each) in face(family).glyph_ids and ord(each) not in font.table
    ] == []
    assert len(font.program) < 12_000


def test_a_character_outside_the_fixed_subset_is_not_passed_over() -> None:
    with pytest.raises(NotInCore):
        "Ž".translate(core_font(face("Arial")).table)


def test_a_cut_font_opens_and_keeps_its_outlines() -> None:
    from fontTools.ttLib import TTFont

    shown = face("Times New Roman")
    wanted = [shown.glyph_ids[ord(character)] for character in "Aéṣ½"]
    program, places = subset_glyphs(shown.data, wanted)
    original, cut = TTFont(io.BytesIO(shown.data)), TTFont(io.BytesIO(program), checkChecksums=2)
    old, new = original.getGlyphOrder(), cut.getGlyphOrder()
    for glyph in wanted:
        before, after = original["glyf"][old[glyph]], cut["glyf"][new[places[glyph]]]
        assert before.getCoordinates(original["glyf"])[0] == after.getCoordinates(cut["glyf"])[0]
        assert original["hmtx"][old[glyph]] == cut["hmtx"][new[places[glyph]]]


def test_the_profile_is_a_valid_srgb_profile() -> None:
    from PIL import Image, ImageCms

    profile = ImageCms.ImageCmsProfile(io.BytesIO(srgb_profile()))
    assert ImageCms.getProfileDescription(profile).strip() == "sRGB IEC61966-2.1"
    same = ImageCms.createProfile("sRGB")
    picture = Image.new("RGB", (1, 1), (200, 100, 50))
    turned = ImageCms.profileToProfile(picture, profile, same)
    assert turned is not None
    pixel = turned.getpixel((0, 0))
    assert isinstance(pixel, tuple)
    assert all(abs(a - b) <= 1 for a, b in zip(pixel, (200, 100, 50), strict=True))


@pytest.mark.parametrize("length", [10, 120, 400, 900])
def test_the_path_of_a_symbol_covers_its_dark_modules_and_no_other(length: int) -> None:
    matrix = encode("https://sukamaju.desa.id/v#" + "7" * length, level="M")
    words = qr_path(matrix).split()
    dark = set()
    for column, row, width, height, operator in zip(*[iter(words)] * 5, strict=True):
        assert (height, operator) == ("1", "re")
        dark |= {(int(row), at) for at in range(int(column), int(column) + int(width))}
    expected = {(y, x) for y, line in enumerate(matrix.rows()) for x, is_dark in enumerate(line) if is_dark}
    assert dark == expected


@pytest.mark.parametrize("dpi", [96, 150, 300])
def test_the_symbol_of_a_letter_is_read_back_from_its_picture(dpi: int, letter: bytes) -> None:
    import pypdfium2
    import zxingcpp

    document = pypdfium2.PdfDocument(letter)
    picture = document[0].render(scale=dpi / 72).to_pil()
    document.close()
    (found,) = zxingcpp.read_barcodes(picture)
    assert found.text.startswith("https://sukamaju.desa.id/v#1234567890")
