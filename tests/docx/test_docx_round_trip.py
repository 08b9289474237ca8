"""A letter opened in LibreOffice and saved as DOCX again still carries what it must."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path
from typing import Final

import pytest
from libreoffice import convert
from package_reading import Parts

from kopsurat import SigningKey, Trust, compose, read_letter, read_office, render, seal_letter, verify_file
from kopsurat.layout.carriage import read_carriage
from kopsurat.scanning.word import import_letter

pytestmark = [pytest.mark.tool]

_EXAMPLE: Final = Path(__file__).parents[2] / "examples" / "sukamaju"
_KEY: Final = SigningKey.generate()
_AT: Final = dt.datetime(2026, 11, 25, tzinfo=dt.UTC)


@cache
def made() -> bytes:
    """Return the sealed example."""
    office, letter = read_office(_EXAMPLE / "desa.toml"), read_letter(_EXAMPLE / "surat.md")
    seal = seal_letter(letter, office, key=_KEY, host="sukamaju.desa.id")
    return render(compose(letter, office, seal=seal), "docx")


@pytest.fixture(scope="module")
def saved() -> bytes:
    """Return it as LibreOffice saves it."""
    return convert({"surat": made()}, target="docx", filter_name="MS Word 2007 XML")["surat"]


def test_the_letter_and_its_seal_are_still_inside(saved: bytes) -> None:
    before, after = (
        [
            read_carriage(data)
            for name, data in Parts(file).data.items()
            if name.startswith("customXml/item") and "Props" not in name
        ]
        for file in (made(), saved)
    )
    assert [each for each in after if each] == [each for each in before if each]


def test_header_first_page_and_alt_texts_are_still_there(saved: bytes) -> None:
    parts = Parts(saved)
    headers = "".join(parts.data[name].decode() for name in parts.named("word/header"))
    assert "DESA SUKAMAJU" in headers
    assert "Lambang" in headers
    assert "<w:titlePg" in parts.data["word/document.xml"].decode()
    assert 'descr="' in parts.data["word/document.xml"].decode()


def test_the_named_styles_are_still_there_and_the_letter_can_be_read_back(saved: bytes) -> None:
    text, _ = import_letter(saved, office=read_office(_EXAMPLE / "desa.toml"))
    assert read_letter(text).body == read_letter(_EXAMPLE / "surat.md").body


def test_the_verdict_is_the_one_of_the_file_as_it_was_made(saved: bytes) -> None:
    trust = Trust.of(_KEY.public)
    verdicts = [verify_file(data, trust=trust, at=_AT).kind for data in (made(), saved)]
    assert verdicts[1] == verdicts[0]


def test_a_changed_word_is_noticed(saved: bytes) -> None:
    import io

    import docx

    document = docx.Document(io.BytesIO(saved))
    paragraph = next(each for each in document.paragraphs if each.text.startswith("Demikian"))
    paragraph.runs[0].text = paragraph.runs[0].text.replace("Demikian", "Sekian")
    out = io.BytesIO()
    document.save(out)
    assert verify_file(out.getvalue(), trust=Trust.of(_KEY.public), at=_AT).kind.value == "altered"
