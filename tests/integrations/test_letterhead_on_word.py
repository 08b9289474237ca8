"""A letterhead put on Word documents that other programs made."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from typing import TYPE_CHECKING

import docx
import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.shared import Mm
from foreign_documents import (
    foreign_documents,
    linked_sections,
    plain,
    with_first_page_header,
    with_watermark,
)
from libreoffice import convert
from offices import an_office
from openxml_audit import FileFormat, OpenXmlValidator
from package_reading import Parts
from page_words import read_pages

from kopsurat import compose, read_letter, render
from kopsurat.errors import RenderError
from kopsurat.integrations.docx import add_letterhead, apply_letterhead

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document
    from page_words import Pages

_DOCUMENTS = foreign_documents()
_UNIT = "DESA SUKAMAJU"
_LETTER = """+++
jenis = "surat-biasa"
nomor = "005/012/DS-SM/XI/2026"
tanggal = 2026-11-24
perihal = "Undangan"
kepada = ["Ketua RT"]
di = "Tempat"
penandatangan = "kades"
+++
Isi surat.
"""


@pytest.fixture(scope="module")
def before() -> dict[str, Pages]:
    """What LibreOffice shows of the documents as they came."""
    return {name: read_pages(pdf) for name, pdf in convert(_DOCUMENTS).items()}


@pytest.fixture(scope="module")
def after() -> dict[str, Pages]:
    """What it shows of them with the letterhead."""
    made = {name: apply_letterhead(data, an_office()) for name, data in _DOCUMENTS.items()}
    return {name: read_pages(pdf) for name, pdf in convert(made).items()}


def test_there_are_documents_of_five_programs() -> None:
    assert len(_DOCUMENTS) >= 15


@pytest.mark.tool
@pytest.mark.parametrize("name", _DOCUMENTS)
class TestWhatIsSeen:
    def test_the_letterhead_stands_once_at_the_top_of_the_first_page(
        self, name: str, after: dict[str, Pages]
    ) -> None:
        lines = after[name].lines()
        assert [page for page, line in lines if line == _UNIT] == [0]
        assert lines[0][1].startswith("PEMERINTAH")

    def test_no_word_of_the_document_is_lost_or_new(
        self, name: str, before: dict[str, Pages], after: dict[str, Pages]
    ) -> None:
        lines = [line for _, line in after[name].lines()]
        end = max(at for at, line in enumerate(lines[:10]) if "sukamaju.desa.id" in line)
        shown = _body_words(lines[end + 1 :])
        assert shown == _body_words([line for _, line in before[name].lines()])

    def test_it_stands_where_printers_print(self, name: str, after: dict[str, Pages]) -> None:
        top = min(box.y0 for box in after[name].boxes if box.page == 0 and box.kind == "image")
        assert top > 5 * 72 / 25.4

    def test_the_text_stands_below_the_rule(self, name: str, after: dict[str, Pages]) -> None:
        pages = after[name]
        rule = max(
            box.y1
            for box in pages.boxes
            if box.page == 0 and box.kind == "path" and 1.5 < box.y1 - box.y0 < 5
        )
        kop_end = max(
            word.baseline for word in pages.words if word.page == 0 and "sukamaju.desa.id" in word.text
        )
        below = [word for word in pages.words if word.page == 0 and word.baseline > kop_end + 1]
        assert below
        assert min(word.baseline for word in below) > rule + 8


@pytest.mark.tool
def test_running_headers_stay_on_the_later_pages(after: dict[str, Pages]) -> None:
    for name in ("python-with-headers", "npm-headers", "npm-first-page", "python-with-first-page-header"):
        pages = {page for page, line in after[name].lines() if line == "Kepala halaman lain"}
        assert pages == set(range(1, after[name].count))
    assert (0, "Kaki halaman") in after["python-with-headers"].lines()


@pytest.mark.tool
def test_a_header_of_the_first_page_stays_below_the_letterhead(after: dict[str, Pages]) -> None:
    for name in ("npm-first-page", "python-with-first-page-header"):
        assert (0, "Kepala halaman pertama") in after[name].lines()


@pytest.mark.tool
def test_sections_that_inherited_a_header_go_on_showing_it(
    before: dict[str, Pages], after: dict[str, Pages]
) -> None:
    for pages in (before, after):
        shown = [
            page for page, line in pages["python-linked-sections"].lines() if line == "Kepala halaman pertama"
        ]
        assert len(shown) == 3


@pytest.mark.parametrize("name", _DOCUMENTS)
class TestTheFile:
    def test_it_has_no_fault_that_it_did_not_have(self, name: str, tmp_path: Path) -> None:
        faults = []
        for data in (_DOCUMENTS[name], apply_letterhead(_DOCUMENTS[name], an_office())):
            path = tmp_path / "berkas.docx"
            path.write_bytes(data)
            result = OpenXmlValidator(FileFormat.OFFICE_2010).validate(str(path))
            faults.append({_general(error.description) for error in result.errors})
        assert faults[1] - faults[0] == set()

    def test_a_second_call_replaces_the_first(self, name: str) -> None:
        once = apply_letterhead(_DOCUMENTS[name], an_office())
        other = an_office(garis="ganda")
        assert apply_letterhead(once, an_office()) == once
        assert _heads(apply_letterhead(once, other)) == _heads(apply_letterhead(_DOCUMENTS[name], other))

    def test_a_second_call_replaces_letterheads_on_all_pages(self, name: str) -> None:
        office = an_office(halaman="semua")
        once = apply_letterhead(_DOCUMENTS[name], office)
        assert apply_letterhead(once, office) == once
        assert _units(apply_letterhead(once, an_office())) == 1

    def test_every_drawing_keeps_a_number_of_its_own(self, name: str) -> None:
        parts = Parts(apply_letterhead(_DOCUMENTS[name], an_office()))
        numbers = [
            number
            for part in parts.named("word/")
            if part.endswith(".xml")
            for number in re.findall(r'<wp:docPr [^>]*?\bid="(\d+)"', parts.data[part].decode())
        ]
        assert numbers
        assert len(set(numbers)) == len(numbers)


class TestPages:
    def test_a_letterhead_for_all_pages_stands_in_every_header_of_every_section(self) -> None:
        document = linked_sections()
        document.sections[1].page_width = Mm(297)
        add_letterhead(document, an_office(halaman="semua"))
        for section in document.sections:
            for header in (section.header, section.first_page_header):
                assert _UNIT in header._element.xpath("string(.)")
        tables = [section.header.tables[0] for section in document.sections]
        assert sum(_columns(tables[1])) > sum(_columns(tables[0]))

    def test_a_page_too_narrow_is_refused_and_left_as_it_is(self) -> None:
        document = plain()
        section = document.sections[0]
        section.left_margin = section.right_margin = Mm(80)
        with pytest.raises(RenderError) as caught:
            add_letterhead(document, an_office())
        assert caught.value.code == "kop-page-too-narrow"
        assert not section.different_first_page_header_footer

    def test_a_document_without_a_section_gets_one(self) -> None:
        document = plain()
        body = document.element.body
        body.remove(body.sectPr)
        add_letterhead(document, an_office())
        assert _UNIT in _first_head(document)

    def test_what_the_secretary_wrote_into_the_header_survives_a_second_call(self) -> None:
        document = with_first_page_header()
        add_letterhead(document, an_office())
        document.sections[0].first_page_header.add_paragraph("Ditambah tangan")
        add_letterhead(document, an_office())
        assert _first_head(document).count(_UNIT) == 1
        assert "Ditambah tangan" in _first_head(document)

    @pytest.mark.tool
    def test_a_second_call_replaces_the_letterhead_after_libreoffice_saved_the_file(self) -> None:
        made = {
            name: apply_letterhead(_DOCUMENTS[name], an_office())
            for name in ("python-plain", "python-with-first-page-header", "npm-two-sections")
        }
        for saved in convert(made, target="docx", filter_name="MS Word 2007 XML").values():
            assert _units(saved) == 1
            assert _units(apply_letterhead(saved, an_office())) == 1

    def test_the_letterhead_of_a_letter_made_here_is_replaced(self) -> None:
        letter = _letter()
        again = apply_letterhead(letter, an_office(garis="ganda"))
        assert _units(letter) == _units(again) == 1
        assert _text(again) == _text(letter)

    def test_an_old_crest_does_not_stay_in_the_file(self) -> None:
        once = apply_letterhead(_DOCUMENTS["python-plain"], an_office())
        again = apply_letterhead(once, an_office(lambang=None))
        assert any("media" in name for name in Parts(once).data)
        assert not any("media" in name for name in Parts(again).data)

    def test_a_text_that_begins_with_a_letterhead_is_refused(self) -> None:
        with pytest.raises(RenderError) as caught:
            apply_letterhead(_letter(letak="isi"), an_office())
        assert caught.value.code == "kop-in-text"

    def test_text_below_the_letterhead_in_one_of_its_styles_stays(self) -> None:
        document = plain()
        add_letterhead(document, an_office())
        header = document.sections[0].first_page_header
        header.add_paragraph("Ditambah tangan", style="Garis Surat")
        add_letterhead(document, an_office())
        assert "Ditambah tangan" in _first_head(document)

    def test_the_first_page_keeps_a_watermark_but_not_the_running_header(self) -> None:
        document = with_watermark()
        add_letterhead(document, an_office())
        head = document.sections[0].first_page_header._element
        assert "PowerPlusWaterMarkObject1" in head.xml
        assert "Kepala halaman lain" not in _first_head(document)
        assert "Kepala halaman lain" in document.sections[0].header._element.xpath("string(.)")

    def test_a_signed_document_is_refused(self) -> None:
        document = plain()
        document.part.package.relate_to(_signature(document), _SIGNED)
        with pytest.raises(RenderError) as caught:
            add_letterhead(document, an_office())
        assert caught.value.code == "docx-signed"
        assert not document.sections[0].different_first_page_header_footer

    @pytest.mark.parametrize("name", ["npm-first-page", "python-with-headers"])
    def test_a_file_with_a_damaged_part_is_written_or_refused_by_a_code(self, name: str) -> None:
        parts = Parts(_DOCUMENTS[name]).data
        codes = set()
        for damaged, content in parts.items():
            for instead in (content[: len(content) // 2], b"", b"<x/>", None):
                changed = {**parts, damaged: instead}
                try:
                    apply_letterhead(_zipped(changed), an_office())
                except RenderError as error:
                    codes.add(error.code)
        assert codes == {"docx-unreadable"}

    @pytest.mark.parametrize("data", [b"", b"bukan zip", _DOCUMENTS["npm-plain"][:3000]])
    def test_what_is_no_word_file_is_refused(self, data: bytes) -> None:
        with pytest.raises(RenderError) as caught:
            apply_letterhead(data, an_office())
        assert caught.value.code == "docx-unreadable"


_SIGNED = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"


def _signature(document: Document) -> Part:
    name, kind = PackURI("/_xmlsignatures/origin.sigs"), "application/octet-stream"
    return Part(name, kind, b"", document.part.package)


def _zipped(parts: dict[str, bytes | None]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            if content is not None:
                archive.writestr(name, content)
    return out.getvalue()


def _letter(**kop: str) -> bytes:
    """Return a letter made here."""
    office = an_office(**kop)
    letter = read_letter(_LETTER, office=office)
    return render(compose(letter, office), "docx")


def _units(data: bytes) -> int:
    """Return how often the letterhead stands in the headers of a file."""
    parts = Parts(data)
    return sum(parts.data[name].decode().count(_UNIT) for name in parts.named("word/header"))


def _text(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]


def _first_head(document: Document) -> str:
    return str(document.sections[0].first_page_header._element.xpath("string(.)"))


def _heads(data: bytes) -> list[str]:
    document = docx.Document(io.BytesIO(data))
    return [_first_head(document)]


def _columns(table: object) -> list[int]:
    return [int(width) for width in table._element.xpath("./w:tblGrid/w:gridCol/@w:w")]  # type: ignore[attr-defined]


def _general(fault: str) -> str:
    """Python-docx's own template lists its styles twice; the list names every style."""
    return re.sub(r"contains \d+ style\(s\).*", "contains styles", fault)


def _body_words(lines: list[str]) -> Counter[str]:
    """Count the words that do not depend on how many pages there are: no running heads, no page numbers."""
    running = {"Kepala", "Kaki", "halaman", "lain", "genap"}
    return Counter(
        word for line in lines for word in line.split() if not word.isdigit() and word not in running
    )
