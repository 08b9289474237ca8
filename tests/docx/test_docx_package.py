"""The file itself: valid, the same on every day, complete, and nobody else's."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import tempfile
import uuid
from dataclasses import replace
from pathlib import Path

import docx
import docx2txt
import mammoth
import pytest
import sample_documents as samples
from hypothesis import given, settings
from hypothesis import strategies as st
from openxml_audit import FileFormat, OpenXmlValidator
from package_reading import Parts, W, texts

from kopsurat import compose, read_letter, read_office
from kopsurat.backends.docx import render
from kopsurat.errors import KopsuratError, RenderError
from kopsurat.layout.carriage import CARRIAGE_ID, CARRIAGE_NAMESPACE, carriage_xml, read_carriage
from kopsurat.layout.model import Attachment, Document, Role, Section

_DOCUMENTS = {"letter": samples.letter(), "appendix": samples.with_appendix()}
_EXAMPLE = Path(__file__).parents[2] / "examples" / "sukamaju"
_DC = "{http://purl.org/dc/elements/1.1/}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


@pytest.fixture(scope="module")
def letter() -> Parts:
    """The parts of the sample letter."""
    return Parts(render(_DOCUMENTS["letter"]))


@pytest.mark.parametrize("name", _DOCUMENTS)
class TestTheFileIsValid:
    @pytest.mark.parametrize("version", ["OFFICE_2010", "OFFICE_2013", "MICROSOFT_365"])
    def test_the_audit_finds_nothing(self, name: str, version: str, tmp_path: Path) -> None:
        path = tmp_path / "surat.docx"
        path.write_bytes(render(_DOCUMENTS[name]))
        result = OpenXmlValidator(getattr(FileFormat, version)).validate(str(path))
        assert [error.description for error in result.errors] == []

    def test_every_part_has_a_content_type(self, name: str) -> None:
        parts = Parts(render(_DOCUMENTS[name]))
        types = parts.tree("[Content_Types].xml")
        extensions = {element.get("Extension") for element in types if element.tag.endswith("Default")}
        overrides = [element.get("PartName") for element in types if element.tag.endswith("Override")]
        assert len(set(overrides)) == len(overrides)
        for part in parts.data:
            if part != "[Content_Types].xml":
                assert (
                    f"/{part}" in overrides
                    or part.rpartition(".")[2] in extensions - {"xml"}
                    or (part == "customXml/item1.xml")
                )

    def test_every_drawing_has_a_number_of_its_own_and_words_for_those_who_cannot_see(
        self, name: str
    ) -> None:
        parts = Parts(render(_DOCUMENTS[name]))
        about = [
            element
            for part in parts.named("word/")
            if part.endswith(".xml")
            for element in parts.tree(part).iter(f"{_DRAWING}docPr")
        ]
        numbers = [element.get("id") for element in about]
        assert len(numbers) >= 2
        assert len(set(numbers)) == len(numbers)
        assert all(element.get("descr") for element in about)

    def test_every_relationship_leads_to_a_part_and_is_used(self, name: str) -> None:
        parts = Parts(render(_DOCUMENTS[name]))
        for rels in [part for part in parts.data if part.endswith(".rels") and part != "_rels/.rels"]:
            source = rels.replace("_rels/", "").removesuffix(".rels")
            folder = source.rpartition("/")[0]
            for element in parts.tree(rels):
                target = str(element.get("Target"))
                if element.get("TargetMode") != "External":
                    path = f"{folder}/{target}" if not target.startswith("../") else target[3:]
                    assert path in parts.data
                if str(element.get("Type")).endswith(("image", "hyperlink", "header", "footer")):
                    assert f'"{element.get("Id")}"' in parts.data[source].decode()


class TestTheFileIsTheSameOnEveryDay:
    def test_the_same_document_gives_the_same_bytes(self) -> None:
        assert render(samples.letter()) == render(samples.letter())

    def test_another_process_gives_the_same_bytes(self) -> None:
        code = (
            "import sys, hashlib; sys.path[:0] = sys.argv[1:]; import sample_documents as s; "
            "from kopsurat.backends.docx import render; "
            "print(hashlib.sha256(render(s.letter())).hexdigest())"
        )
        folders = [str(Path(__file__).parents[2]), str(Path(__file__).parent)]
        runs = [
            subprocess.run(
                [sys.executable, "-c", code, *folders],
                capture_output=True,
                text=True,
                check=True,
                env={"PYTHONHASHSEED": seed},
            ).stdout
            for seed in ("1", "2")
        ]
        assert runs[0] == runs[1]

    def test_no_date_but_the_letters_stands_in_it(self, letter: Parts) -> None:
        assert {info.date_time for info in letter.infos} == {(1980, 1, 1, 0, 0, 0)}
        core = letter.data["docProps/core.xml"].decode()
        assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core)) == {"2026-11-24T00:00:00Z"}

    def test_rendering_leaves_nothing_that_changes_the_next(self) -> None:
        alone = render(_DOCUMENTS["appendix"])
        render(_DOCUMENTS["letter"])
        assert render(_DOCUMENTS["appendix"]) == alone


class TestWhatTheFileSaysOfItself:
    def test_the_properties_are_the_documents(self, letter: Parts) -> None:
        core = letter.tree("docProps/core.xml")
        assert core.findtext(f"{_DC}creator") == "Pemerintah Desa Sukamaju"
        assert core.findtext(f"{_DC}title") == "Undangan Musyawarah Desa"
        assert core.findtext(f"{_DC}subject") == "Undangan <Musyawarah> & Desa"
        assert core.findtext(f"{_DC}language") == "id-ID"

    def test_the_settings_hold_lines_and_pictures_as_they_are(self, letter: Parts) -> None:
        settings_part = letter.data["word/settings.xml"].decode()
        assert (
            'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="14"'
            in settings_part
        )
        assert "<w:doNotAutoCompressPictures/>" in settings_part
        assert "<w:doNotExpandShiftReturn/>" in settings_part

    def test_indonesian_is_the_language_of_proofing(self, letter: Parts) -> None:
        assert '<w:lang w:val="id-ID"' in letter.data["word/styles.xml"].decode()

    def test_the_letter_and_its_seal_travel_inside(self, letter: Parts) -> None:
        assert read_carriage(letter.data["customXml/item1.xml"]) == _DOCUMENTS["letter"].attachments
        assert CARRIAGE_ID in letter.data["customXml/itemProps1.xml"].decode()
        assert uuid.UUID(CARRIAGE_ID) == uuid.uuid5(uuid.NAMESPACE_URL, CARRIAGE_NAMESPACE)

    @pytest.mark.parametrize(
        "data",
        [
            b'{"nama":"<Siti & Budi>","catatan":"\xc2\xa0\xe2\x80\x93 ]]> \\u0000"}\n',
            b" \n\t ",
            b"",
            b"a\r\nb",
            b"\x00\x01\xff",
            "\ufffe\ufffd".encode(),
        ],
    )
    def test_a_file_inside_comes_out_to_the_byte(self, data: bytes) -> None:
        carried = (Attachment(name="a.json", media="application/json", data=data, description='"x" & <y>'),)
        part = carriage_xml(carried).encode()
        assert read_carriage(part) == carried

    def test_files_written_as_base64_throughout_are_still_read(self) -> None:
        part = (
            b'<surat xmlns="urn:kopsurat:surat:1"><attachment name="surat.json" media="application/json" '
            b'description="">eyJh\nIjoxfQ==</attachment></surat>'
        )
        (read,) = read_carriage(part) or ()
        assert read.data == b'{"a":1}'

    def test_a_document_without_attachments_has_no_custom_xml(self) -> None:
        parts = Parts(render(replace(_DOCUMENTS["letter"], attachments=())))
        assert parts.named("customXml/") == []

    def test_it_is_small(self) -> None:
        assert len(render(_DOCUMENTS["letter"])) <= 30 * 1024

    def test_feet_are_written_where_a_section_has_one(self) -> None:
        plain = replace(_DOCUMENTS["appendix"].sections[0], footer=())
        foot = replace(plain, footer=(samples.paragraph("Kaki halaman"),))
        without = Parts(render(replace(_DOCUMENTS["appendix"], sections=(plain, plain))))
        with_one = Parts(render(replace(_DOCUMENTS["appendix"], sections=(foot, plain))))
        assert without.named("word/footer") == []
        assert len(with_one.named("word/footer")) == 4


class TestOtherProgramsReadIt:
    def test_after_the_title_word_goes_on_in_the_style_of_the_text(self) -> None:
        title = samples.paragraph("SURAT KETERANGAN", role=Role.TITLE)
        section = _DOCUMENTS["letter"].sections[0]
        document = replace(
            _DOCUMENTS["letter"], sections=(replace(section, blocks=(title, *section.blocks)),)
        )
        styles = docx.Document(io.BytesIO(render(document))).styles
        assert styles["Judul Surat"].next_paragraph_style.name == "Isi Surat"
        assert styles["Isi Surat"].next_paragraph_style.name == "Isi Surat"

    def test_python_docx_reads_every_paragraph(self) -> None:
        document = docx.Document(io.BytesIO(render(_DOCUMENTS["letter"])))
        said = [paragraph.text for paragraph in document.paragraphs]
        assert "Nomor\t:\t005/012/DS-SM/XI/2026" in said
        assert samples.SENTENCES[0] in said
        assert "DESA SUKAMAJU" in document.sections[0].first_page_header.tables[0].cell(0, 1).text

    @pytest.mark.filterwarnings("ignore::DeprecationWarning")
    def test_docx2txt_and_mammoth_lose_no_word(self) -> None:
        data = render(_DOCUMENTS["letter"])
        with tempfile.TemporaryDirectory() as folder:
            plain = docx2txt.process(io.BytesIO(data), folder)
        html = mammoth.extract_raw_text(io.BytesIO(data)).value
        for words in (
            "Undangan Musyawarah Desa",
            "H. AHMAD SUDRAJAT, S.Sos.",
            "Camat Karangtengah",
            "Kegiatan ke-3",
        ):
            assert words in plain
            assert words in html


class TestCharacters:
    def test_a_control_character_is_refused_with_its_name(self) -> None:
        document = _with_text("ada\x0bpindah")
        with pytest.raises(RenderError) as caught:
            render(document)
        assert caught.value.code == "docx-character"
        assert caught.value.evidence["character"] == "U+000B"

    @given(st.text(max_size=80))
    @settings(max_examples=60, deadline=None)
    def test_any_text_is_written_as_it_is_or_refused_by_a_coded_error(self, text: str) -> None:
        try:
            data = render(_with_text(text))
        except KopsuratError:
            return
        said = texts(Parts(data).tree("word/document.xml"))
        assert said[0].replace("\r", "\n") == text.replace("\u00ad", "").replace("\u2011", "-").replace(
            "\r", "\n"
        )


def _with_text(text: str) -> Document:
    page = Section(page=samples.A4, blocks=(samples.paragraph(text),))
    return replace(_DOCUMENTS["letter"], sections=(page,))


def test_paragraphs_take_named_styles_and_hold_little_formatting_of_their_own(letter: Parts) -> None:
    styles = {
        str(style.get(f"{W}styleId")): style.find(f"{W}name")
        for style in letter.tree("word/styles.xml").iter(f"{W}style")
    }
    body = letter.tree("word/document.xml").find(f"{W}body")
    assert body is not None
    named = [element.get(f"{W}val") for element in body.iter(f"{W}pStyle")]
    assert {"IsiSurat", "RujukanSurat", "TandaTangan", "TembusanSurat", "IsiTabel"} <= set(named)
    assert set(named) <= set(styles)
    sentence = next(p for p in body.iter(f"{W}p") if "keterbukaan" in "".join(p.itertext()))
    assert [child.tag for child in sentence.find(f"{W}pPr")] == [f"{W}pStyle"]  # type: ignore[union-attr]
    assert sentence.find(f"{W}r/{W}rPr") is None


@pytest.mark.parametrize("name", _DOCUMENTS)
def test_paragraphs_without_text_take_named_styles_too(name: str) -> None:
    parts = Parts(render(_DOCUMENTS[name]))
    known = {each.get(f"{W}styleId") for each in parts.tree("word/styles.xml").iter(f"{W}style")}
    for part in parts.named("word/"):
        if part.endswith(("document.xml", "header1.xml", "header2.xml")):
            for paragraph in parts.tree(part).iter(f"{W}p"):
                style = paragraph.find(f"{W}pPr/{W}pStyle")
                assert style is not None
                assert style.get(f"{W}val") in known
                assert paragraph.find(f"{W}pPr/{W}rPr") is None


def test_the_usual_rule_of_a_letterhead_is_what_its_style_says() -> None:
    office = read_office(_EXAMPLE / "desa.toml")
    made = Parts(render(compose(read_letter(_EXAMPLE / "surat.md"), office)))
    heads = (made.data[name].decode() for name in made.named("word/header"))
    assert any('<w:p><w:pPr><w:pStyle w:val="GarisSurat"/></w:pPr></w:p>' in head for head in heads)


def test_a_local_script_is_not_asked_to_be_bold_where_it_has_no_bold_face() -> None:
    made = samples.paragraph("Nama ꦱꦸꦏꦩꦗꦸ", bold=True)
    page = Section(page=samples.A4, blocks=(made,))
    parts = Parts(render(replace(_DOCUMENTS["letter"], sections=(page,))))
    latin, script = parts.tree("word/document.xml").iter(f"{W}r")
    assert latin.find(f"{W}rPr") is None  # the style of the paragraph is bold
    bold = script.find(f"{W}rPr/{W}b")
    assert bold is not None
    assert bold.get(f"{W}val") == "0"
