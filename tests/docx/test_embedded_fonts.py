"""A DOCX may hold its fonts: then it looks alike where they are not installed."""

from __future__ import annotations

import hashlib
import io
import zipfile
from pathlib import Path

import docx
import pypdf
import pytest
import sample_documents as samples
from libreoffice import convert
from openxml_audit import FileFormat, OpenXmlValidator

from kopsurat import render
from kopsurat.fonts import face
from kopsurat.layout.model import Document, Section

_PARTS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def document(*, family: str = "Bookman Old Style") -> Document:
    """Return a letter with regular and bold text of a family that LibreOffice has not."""
    letter = samples.letter()
    blocks = (
        samples.paragraph("Naskah dengan huruf tertanam.", family=family),
        samples.paragraph("Naskah tebal.", family=family, bold=True),
    )
    section = Section(page=samples.A4, blocks=blocks)
    return Document(
        sections=(section,),
        family=family,
        title=letter.title,
        author=letter.author,
        subject=letter.subject,
        date=letter.date,
    )


def parts(data: bytes) -> zipfile.ZipFile:
    """Return the archive."""
    return zipfile.ZipFile(io.BytesIO(data))


def restored(data: bytes, key: str) -> bytes:
    """Return a font as ECMA-376 part 1, 17.8.1 says a reader makes it plain again."""
    mask = bytes.fromhex(key.strip("{}").replace("-", ""))
    return bytes(byte ^ mask[15 - at % 16] for at, byte in enumerate(data[:32])) + data[32:]


def test_no_font_is_in_a_file_that_was_not_asked_for_them() -> None:
    names = parts(render(document(), "docx")).namelist()
    assert not any("odttf" in name for name in names)


def test_the_faces_that_are_shown_are_in_the_file_and_no_others() -> None:
    archive = parts(render(document(), "docx", embed_fonts=True))
    table = archive.read("word/fontTable.xml").decode()
    assert [name for name in archive.namelist() if name.endswith(".odttf")] == [
        "word/fonts/font1.odttf",
        "word/fonts/font2.odttf",
    ]
    assert '<w:font w:name="Bonum Surat"><w:altName w:val="Bookman Old Style"/>' in table
    assert table.count("embedRegular") == table.count("embedBold ") == 1
    assert "Bookman Old Style" not in archive.read("word/document.xml").decode()
    assert 'w:ascii="Bonum Surat"' in archive.read("word/styles.xml").decode()


def test_a_reader_gets_the_font_back_with_its_key() -> None:
    archive = parts(render(document(), "docx", embed_fonts=True))
    root = docx.oxml.parse_xml(archive.read("word/fontTable.xml"))
    keys = [each.get(f"{_PARTS}fontKey") for each in root.iter(f"{_PARTS}embedRegular", f"{_PARTS}embedBold")]
    fonts = [restored(archive.read(f"word/fonts/font{at}.odttf"), key) for at, key in enumerate(keys, 1)]
    expected = [face("Bookman Old Style", bold=bold).digest for bold in (False, True)]
    assert [hashlib.sha256(font).hexdigest() for font in fonts] == expected


def test_the_same_letter_has_the_same_bytes() -> None:
    assert render(document(), "docx", embed_fonts=True) == render(document(), "docx", embed_fonts=True)


@pytest.mark.parametrize("version", [FileFormat.OFFICE_2010, FileFormat.MICROSOFT_365])
def test_the_file_is_valid(version: FileFormat, tmp_path: Path) -> None:
    path = tmp_path / "surat.docx"
    path.write_bytes(render(samples.letter(), "docx", embed_fonts=True))
    assert [error.description for error in OpenXmlValidator(version).validate(str(path)).errors] == []


@pytest.mark.tool
def test_libreoffice_draws_with_the_font_that_no_machine_has() -> None:
    plain, embedded = (render(document(), "docx", embed_fonts=each) for each in (False, True))
    pdfs = convert({"plain": plain, "embedded": embedded})
    used = {
        name: {
            str(font["/BaseFont"]).partition("+")[2]
            for page in pypdf.PdfReader(io.BytesIO(pdf)).pages
            for font in (each.get_object() for each in page["/Resources"]["/Font"].values())  # type: ignore[index]
        }
        for name, pdf in pdfs.items()
    }
    assert used["embedded"] == {"BonumSurat-Regular", "BonumSurat-Bold"}
    assert not used["plain"] & used["embedded"]
