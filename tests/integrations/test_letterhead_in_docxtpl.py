"""The letterhead in a template of docxtpl."""

from __future__ import annotations

import io

import pytest
from docxtpl import DocxTemplate
from foreign_documents import plain
from libreoffice import convert
from offices import an_office
from page_words import read_pages

from kopsurat.integrations.docxtpl import letterhead_subdocument


def a_template() -> DocxTemplate:
    """Return a template that says where the letterhead stands."""
    source = plain(1)
    source.paragraphs[0].insert_paragraph_before("{{p kop }}")
    source.add_paragraph("Kepada {{ nama }}")
    out = io.BytesIO()
    source.save(out)
    return DocxTemplate(io.BytesIO(out.getvalue()))


@pytest.mark.tool
def test_the_letterhead_stands_where_the_template_says() -> None:
    template = a_template()
    kop = letterhead_subdocument(template, an_office())
    template.render({"kop": kop, "nama": "Slamet Riyadi"})
    out = io.BytesIO()
    template.save(out)
    pages = read_pages(convert({"surat": out.getvalue()})["surat"])
    lines = [line for _, line in pages.lines()]
    assert lines[:3] == ["PEMERINTAH KABUPATEN SUKAMULYA", "KECAMATAN KARANGTENGAH", "DESA SUKAMAJU"]
    assert lines[-1] == "Kepada Slamet Riyadi"
    assert [box.kind for box in pages.boxes].count("image") == 1
