"""DOCX forgeries: text formatted away, foreign things that show words, and tricks with the archive."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest

from kopsurat.scanning import verify_file
from kopsurat.seal import Kind

Rezip = Callable[[bytes, Callable[[str, bytes], bytes | None]], bytes]
AMOUNT = b"Rp500.000,00"
HIDING = {
    "hidden": b"<w:vanish/>",
    "white": b'<w:color w:val="FFFFFF"/>',
    "pale": b'<w:color w:val="DDDDDD"/>',
    "the color of the paper": b'<w:color w:val="auto" w:themeColor="background1"/>',
    "struck out": b"<w:strike/>",
    "tiny": b'<w:sz w:val="2"/>',
    "narrow": b'<w:w w:val="1"/>',
    "raised off its line": b'<w:position w:val="3000"/>',
    "letters on one another": b'<w:spacing w:val="-400"/>',
}
FOREIGN = {
    "floating": b"<w:r><w:drawing><wp:anchor/></w:drawing></w:r>",
    "picture": b"<w:r><w:drawing><wp:inline/></w:drawing></w:r>",
    "text-box": b"<w:r><w:pict><w:txbxContent/></w:pict></w:r>",
    "symbol": b'<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>',
    "object": b"<w:r><w:object/></w:r>",
    "field": b"<w:r><w:instrText> PAGE </w:instrText></w:r>",
    "tracked-change": b"<w:del><w:r><w:delText>Rp900</w:delText></w:r></w:del>",
    "comment": b'<w:r><w:commentReference w:id="1"/></w:r>',
    "direction": b"<w:r><w:rPr><w:rtl/></w:rPr><w:t xml:space='preserve'> </w:t></w:r><w:bdo w:val='rtl'/>",
}


def in_text(change: Callable[[bytes], bytes], part: str = "word/document.xml") -> Any:
    return lambda name, body: change(body) if name == part else body


def before_the_amount(body: bytes, more: bytes) -> bytes:
    start = body.rindex(b"<w:r>", 0, body.index(AMOUNT))
    return body[:start] + more + body[start:]


def formatted(body: bytes, more: bytes) -> bytes:
    start = body.rindex(b"<w:r>", 0, body.index(AMOUNT)) + len(b"<w:r>")
    if body[start:].startswith(b"<w:rPr>"):
        start += len(b"<w:rPr>")
        return body[:start] + more + body[start:]
    return body[:start] + b"<w:rPr>" + more + b"</w:rPr>" + body[start:]


class TestTextThatNobodySees:
    @pytest.mark.parametrize("how", HIDING)
    def test_it_does_not_count_as_shown(self, desk: Any, docx: bytes, rezip: Rezip, how: str) -> None:
        forged = rezip(docx, in_text(lambda body: formatted(body, HIDING[how])))
        verdict = verify_file(forged, trust=desk.trust, at=desk.at)
        assert verdict.kind is Kind.ALTERED
        assert "/isi/4" in [each.field for each in verdict.differences]

    @pytest.mark.parametrize(
        "how", [b'<w:spacing w:line="1" w:lineRule="exact"/>', b'<w:ind w:left="20000"/>']
    )
    def test_a_paragraph_cut_off_or_off_the_page_does_not_either(
        self, desk: Any, docx: bytes, rezip: Rezip, how: bytes
    ) -> None:
        def change(body: bytes) -> bytes:
            start = body.rindex(b"<w:pPr>", 0, body.index(AMOUNT))
            end = body.index(b"</w:pPr>", start)
            return body[:start] + b"<w:pPr>" + how + body[end:]

        verdict = verify_file(rezip(docx, in_text(change)), trust=desk.trust, at=desk.at)
        assert verdict.kind is Kind.ALTERED
        assert "/isi/4" in [each.field for each in verdict.differences]

    def test_a_style_that_hides_does_not_either(self, desk: Any, docx: bytes, rezip: Rezip) -> None:
        style = (
            b'<w:style w:type="character" w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style>'
            b'<w:style w:type="character" w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>'
        )

        def change(name: str, body: bytes) -> bytes:
            if name == "word/styles.xml":
                return body.replace(b"</w:styles>", style)
            return formatted(body, b'<w:rStyle w:val="b"/>') if name == "word/document.xml" else body

        verdict = verify_file(rezip(docx, change), trust=desk.trust, at=desk.at)
        assert verdict.kind is Kind.ALTERED
        assert "/isi/4" in [each.field for each in verdict.differences]


class TestForeignThings:
    @pytest.mark.parametrize("kind", FOREIGN)
    def test_what_shows_other_words_makes_it_altered(
        self, desk: Any, docx: bytes, rezip: Rezip, kind: str
    ) -> None:
        space = b"xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'"

        def change(body: bytes) -> bytes:
            more = FOREIGN[kind].replace(b"<wp:anchor", b"<wp:anchor " + space)
            return before_the_amount(body, more.replace(b"<wp:inline", b"<wp:inline " + space))

        verdict = verify_file(rezip(docx, in_text(change)), trust=desk.trust, at=desk.at)
        assert verdict.kind is Kind.ALTERED
        assert f"[{kind}]" in [each.shown for each in verdict.differences]

    def test_a_choice_that_word_may_not_take_makes_it_altered(
        self, desk: Any, docx: bytes, rezip: Rezip
    ) -> None:
        other = (
            b'<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
            b'<mc:Choice Requires="x">%b</mc:Choice><mc:Fallback>%b</mc:Fallback></mc:AlternateContent>'
        )

        def change(body: bytes) -> bytes:
            start = body.rindex(b"<w:p>", 0, body.index(AMOUNT))
            end = body.index(b"</w:p>", start) + len(b"</w:p>")
            genuine = body[start:end]
            forged = genuine.replace(AMOUNT, b"Rp900.000,00")
            return body[:start] + other % (genuine, forged) + body[end:]

        verdict = verify_file(rezip(docx, in_text(change)), trust=desk.trust, at=desk.at)
        assert verdict.kind is Kind.ALTERED
        assert "[alternative]" in [each.shown for each in verdict.differences]

    def test_characters_that_turn_the_direction_make_it_altered(
        self, desk: Any, docx: bytes, rezip: Rezip
    ) -> None:
        turned = "Rp\u202e500.000,00".encode()
        forged = rezip(docx, in_text(lambda body: body.replace(AMOUNT, turned)))
        verdict = verify_file(forged, trust=desk.trust, at=desk.at)
        assert verdict.kind is Kind.ALTERED
        assert "<U+202E>" in (verdict.differences[0].shown or "")

    def test_letters_of_another_alphabet_make_it_altered(self, desk: Any, docx: bytes, rezip: Rezip) -> None:
        forged = rezip(docx, in_text(lambda body: body.replace(b"Panitia", "P\u0430nitia".encode())))
        assert verify_file(forged, trust=desk.trust, at=desk.at).kind is Kind.ALTERED


class TestArchives:
    def test_a_main_part_of_another_name_is_the_one_that_is_read(
        self, desk: Any, docx: bytes, rezip: Rezip
    ) -> None:
        def change(name: str, body: bytes) -> bytes:
            return body.replace(b"word/document.xml", b"word/other.xml") if name == "_rels/.rels" else body

        def more(body: bytes) -> bytes:
            buffer = io.BytesIO(rezip(docx, change))
            with zipfile.ZipFile(buffer, "a") as archive:
                archive.writestr("word/other.xml", body)
                archive.writestr("word/_rels/other.xml.rels", archive.read("word/_rels/document.xml.rels"))
            return buffer.getvalue()

        with zipfile.ZipFile(io.BytesIO(docx)) as archive:
            genuine = archive.read("word/document.xml")
        assert verify_file(more(genuine), trust=desk.trust, at=desk.at).kind is Kind.VALID
        forged = more(genuine.replace(AMOUNT, b"Rp900.000,00"))
        assert verify_file(forged, trust=desk.trust, at=desk.at).kind is Kind.ALTERED

    @pytest.mark.parametrize("name", ["word/document.xml", "word/Document.xml"])
    @pytest.mark.filterwarnings("ignore:Duplicate name")
    def test_two_parts_of_one_name_are_refused(self, desk: Any, docx: bytes, name: str) -> None:
        buffer = io.BytesIO(docx)
        with zipfile.ZipFile(buffer, "a") as archive:
            archive.writestr(name, archive.read("word/document.xml").replace(AMOUNT, b"Rp900.000,00"))
        verdict = verify_file(buffer.getvalue(), trust=desk.trust, at=desk.at)
        assert (verdict.kind, verdict.reasons[0].code) == (Kind.UNREADABLE, "scan-docx-unsafe")

    def test_the_custom_part_of_another_letter_is_noticed(
        self, desk: Any, docx: bytes, rezip: Rezip, letter_text: str
    ) -> None:
        letter = desk.write(letter_text.replace("Rp500", "Rp900"))
        other = desk.print("docx", letter=letter, seal=desk.seal_of(letter))
        with zipfile.ZipFile(io.BytesIO(other)) as archive:
            parts = {each: archive.read(each) for each in archive.namelist() if each.startswith("customXml")}
        forged = rezip(docx, parts.get)
        assert verify_file(forged, trust=desk.trust, at=desk.at).kind is Kind.ALTERED

    def test_the_text_of_another_letter_under_the_own_seal_is_noticed(
        self, desk: Any, docx: bytes, rezip: Rezip, letter_text: str
    ) -> None:
        letter = desk.write(letter_text.replace("Rp500", "Rp900"))
        other = desk.print("docx", letter=letter, seal=desk.seal_of(letter))
        with zipfile.ZipFile(io.BytesIO(other)) as archive:
            text = archive.read("word/document.xml")
        forged = rezip(docx, in_text(lambda _: text))
        assert verify_file(forged, trust=desk.trust, at=desk.at).kind is Kind.ALTERED
