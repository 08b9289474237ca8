"""A letterhead that stands before the text: seen by readers, by verification and by those who edit."""

from __future__ import annotations

import datetime as dt
import io
from functools import cache
from pathlib import Path

import docx
import pytest
from libreoffice import convert

from kopsurat import SigningKey, Trust, compose, read_letter, read_office, render, seal_letter, verify_file
from kopsurat.integrations.edited import read_edited
from kopsurat.office import Office

_EXAMPLE = Path(__file__).parents[2] / "examples" / "sukamaju"
_DAY = dt.datetime(2026, 12, 1, tzinfo=dt.UTC)
_KEY = SigningKey.generate()
_HOST = "sukamaju.desa.id"


@cache
def office() -> Office:
    """Return the office of the example, its letterhead before the text."""
    text = (_EXAMPLE / "desa.toml").read_text(encoding="utf-8")
    text = text.replace('lambang = "lambang', f'letak = "isi"\nlambang = "{_EXAMPLE.as_posix()}/lambang')
    return read_office(text)


@cache
def sealed(form: str) -> bytes:
    """Return the sealed example."""
    letter = read_letter(_EXAMPLE / "surat.md")
    seal = seal_letter(letter, office(), key=_KEY, host=_HOST)
    return render(compose(letter, office(), seal=seal), form)


def verdict(data: bytes) -> str:
    """Return what verification says of a file."""
    return verify_file(data, trust=Trust.of(_KEY.public), at=_DAY).kind.value


def test_it_stands_in_the_text_and_no_longer_in_the_head_of_the_page() -> None:
    document = docx.Document(io.BytesIO(sealed("docx")))
    assert "DESA SUKAMAJU" in document.tables[0].cell(0, 1).text
    assert not document.sections[0].first_page_header.tables


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_a_sealed_letter_is_valid(form: str) -> None:
    assert verdict(sealed(form)) == "valid"


@pytest.mark.tool
def test_it_is_still_valid_after_libreoffice_saved_it() -> None:
    saved = convert({"surat": sealed("docx")}, target="docx", filter_name="MS Word 2007 XML")["surat"]
    assert verdict(saved) == "valid"


def test_a_picture_under_it_is_foreign() -> None:
    document = docx.Document(io.BytesIO(sealed("docx")))
    place = next(each for each in document.paragraphs if each.text.startswith("Dengan hormat"))
    place.add_run().add_picture(str(Path(__file__).parent / "crest.png"))
    out = io.BytesIO()
    document.save(out)
    assert verdict(out.getvalue()) == "altered"


def test_it_is_not_read_back_as_text_of_the_letter() -> None:
    edited = read_edited(sealed("docx"), office())
    assert edited.lost == ()
    assert read_letter(edited.text, office=office()) == read_letter(_EXAMPLE / "surat.md")
