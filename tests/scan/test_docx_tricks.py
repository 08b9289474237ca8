"""DOCX forgeries by fonts, styles, tables, fields, pictures and heads: the stored text is the sealed one."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from docx import Document
from PIL import Image, ImageDraw

from kopsurat.fonts import face
from kopsurat.scanning import verify_file
from kopsurat.scanning.codes import is_bare_code
from kopsurat.seal import Kind

Change = Callable[[str, bytes], bytes | None]
AMOUNT = b"Rp500.000,00"
DOCUMENT, STYLES, TABLE = "word/document.xml", "word/styles.xml", "word/fontTable.xml"
HEAD, LINKS, HEAD_LINKS = "word/header2.xml", "word/_rels/document.xml.rels", "word/_rels/header2.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
KEY = "11111111-2222-3333-4444-555555555555"


def instead(part: str, *pairs: tuple[bytes, bytes]) -> Change:
    def change(name: str, body: bytes) -> bytes:
        for old, new in pairs if name == part else ():
            assert old in body
            body = body.replace(old, new)
        return body

    return change


def all_of(*changes: Change) -> Change:
    def change(name: str, body: bytes) -> bytes | None:
        found: bytes | None = body
        for each in changes:
            found = each(name, found or b"")
        return found

    return change


def before_the_amount(more: bytes) -> Change:
    def change(name: str, body: bytes) -> bytes:
        if name != DOCUMENT:
            return body
        start = body.rindex(b"<w:r>", 0, body.index(AMOUNT))
        return body[:start] + more + body[start:]

    return change


def run_with(properties: bytes) -> Change:
    def change(name: str, body: bytes) -> bytes:
        if name != DOCUMENT:
            return body
        start = body.rindex(b"<w:r>", 0, body.index(AMOUNT)) + len(b"<w:r>")
        return body[:start] + b"<w:rPr>" + properties + b"</w:rPr>" + body[start:]

    return change


def paragraph_with(properties: bytes) -> Change:
    def change(name: str, body: bytes) -> bytes:
        if name != DOCUMENT:
            return body
        end = body.index(b"</w:pPr>", body.rindex(b"<w:pPr>", 0, body.index(AMOUNT)))
        return body[:end] + properties + body[end:]

    return change


def style_with(paragraph: bytes = b"", run: bytes = b"", style: bytes = b"IsiSurat") -> Change:
    def change(name: str, body: bytes) -> bytes:
        if name != STYLES:
            return body
        end = body.index(b"</w:style>", body.index(b'w:styleId="%b"' % style))
        more = b"<w:pPr>%b</w:pPr>" % paragraph if paragraph else b""
        return body[:end] + more + (b"<w:rPr>%b</w:rPr>" % run if run else b"") + body[end:]

    return change


def last_table_with(row: bytes = b"", cell: bytes = b"", table: bytes = b"") -> Change:
    def change(name: str, body: bytes) -> bytes:
        if name != DOCUMENT:
            return body
        start = body.rindex(b"<w:tbl>")
        own = body[start:].replace(b"<w:trPr>", b"<w:trPr>" + row).replace(b"<w:tcPr>", b"<w:tcPr>" + cell)
        return body[:start] + own.replace(b"<w:tblPr>", b"<w:tblPr>" + table)

    return change


def relation(part: str, identifier: str, kind: str, target: str, more: str = "") -> Change:
    row = f'<Relationship Id="{identifier}" Type="{OFFICE}/{kind}" Target="{target}"{more}/></Relationships>'
    return instead(part, (b"</Relationships>", row.encode()))


def drawing(identifier: str, side: int = 1_400_000, uri: str = "picture") -> bytes:
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{DRAWING}/wordprocessingDrawing" xmlns:a="{DRAWING}/main">'
        f'<wp:extent cx="{side}" cy="{side // 3}"/><a:graphic><a:graphicData uri="{DRAWING}/{uri}">'
        f'<a:blip xmlns:r="{OFFICE}" r:embed="{identifier}"/></a:graphicData></a:graphic></wp:inline>'
        "</w:drawing></w:r>"
    ).encode()


def field(code: bytes, result: bytes = b"") -> bytes:
    turn = b'<w:r><w:fldChar w:fldCharType="%b"/></w:r>'
    inner = b"<w:r><w:instrText>%b</w:instrText></w:r>" % code
    return turn % b"begin" + inner + turn % b"separate" + b"<w:r><w:t>%b</w:t></w:r>" % result + turn % b"end"


def in_head(more: bytes) -> Change:
    line = b'<w:p><w:pPr><w:pStyle w:val="KopSurat"/></w:pPr>%b</w:p></w:hdr>' % more
    return instead(HEAD, (b"</w:hdr>", line))


def written(*, beside: bytes | None = None) -> bytes:
    """Return a picture of words, beside another one if given."""
    other = Image.open(io.BytesIO(beside)).convert("L") if beside else Image.new("L", (10, 10), 255)
    picture = Image.new("L", (other.width + 300, other.height + 60), 255)
    picture.paste(other, (0, 0))
    ImageDraw.Draw(picture).text((10, other.height + 10), "Rp900.000,00 LUNAS", fill=0)
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return buffer.getvalue()


def fonts(name: bytes) -> bytes:
    return b'<w:rFonts w:ascii="%b" w:hAnsi="%b"/>' % (name, name)


def embedded(data: bytes) -> tuple[Change, dict[str, bytes]]:
    """Return a change that puts a font into the file under the name of the letter's."""
    mask = bytes.fromhex(KEY.replace("-", ""))[::-1]
    head = bytes(byte ^ mask[at % 16] for at, byte in enumerate(data[:32]))
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    row = f'<Relationship Id="rId1" Type="{OFFICE}/font" Target="fonts/font1.odttf"/>'
    change = instead(
        TABLE, (b"</w:font>", b'<w:embedRegular r:id="rId1" w:fontKey="{%b}"/></w:font>' % KEY.encode())
    )
    return change, {
        "word/fonts/font1.odttf": head + data[32:],
        "word/_rels/fontTable.xml.rels": f'<Relationships xmlns="{namespace}">{row}</Relationships>'.encode(),
    }


def nine_for_five() -> bytes:
    from fontTools.ttLib import TTFont

    font = TTFont(io.BytesIO(face("Arial").data))
    names = font.getBestCmap()
    font["glyf"][names[ord("5")]] = font["glyf"][names[ord("9")]]
    buffer = io.BytesIO()
    font.save(buffer)
    return buffer.getvalue()


W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
WORDS = {"word/media/image9.png": written()}
THEME = instead("word/theme/theme1.xml", (b'<a:latin typeface="Arial"', b'<a:latin typeface="Wingdings"'))
VML = (
    b'<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="position:absolute">'
    b'<v:imagedata r:id="rId99"/></v:shape></w:pict></w:r>'
)
HIDDEN_CODE = (
    b'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>tidak </w:t></w:r>'
    b'<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
SVG = (
    b'<a:blip r:embed="rId7"><a:extLst><a:ext uri="x"><s:svgBlip r:embed="rId99" '
    b'xmlns:s="http://schemas.microsoft.com/office/drawing/2016/SVG/main"/></a:ext></a:extLst></a:blip>'
)
WHITE_ROWS = b'<w:tblStylePr><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:tblStylePr>'
DEFAULT_HEAD, FIRST_HEAD = b'w:type="default" r:id="rId1"', b'w:type="first" r:id="rId2"'
TRICKS: dict[str, Change] = {
    "a tiny size for complex scripts": run_with(b'<w:cs/><w:szCs w:val="2"/>'),
    "a size beyond the line": run_with(b'<w:sz w:val="3000"/>'),
    "embossed": run_with(b"<w:emboss/>"),
    "engraved": run_with(b"<w:imprint/>"),
    "squeezed into a point": run_with(b'<w:fitText w:val="10" w:id="1"/>'),
    "two lines in one": run_with(b'<w:eastAsianLayout w:id="1" w:combine="1"/>'),
    "letters far apart": run_with(b'<w:spacing w:val="5000"/>'),
    "a pale accent of the theme": run_with(b'<w:color w:val="auto" w:themeColor="accent6"/>'),
    "a tint of black": run_with(b'<w:color w:val="000000" w:themeColor="text1" w:themeTint="00"/>'),
    "a property said twice": run_with(b'<w:sz w:val="24"/><w:sz w:val="2"/>'),
    "Wingdings": run_with(fonts(b"Wingdings")),
    "Symbol": run_with(fonts(b"Symbol")),
    "Wingdings by the theme": all_of(
        run_with(b'<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'), THEME
    ),
    "Wingdings by the style": style_with(run=fonts(b"Wingdings")),
    "Webdings by default": instead(STYLES, (b'w:ascii="Arial"', b'w:ascii="Webdings"')),
    "Wingdings in place of another font": all_of(
        run_with(fonts(b"Lain")),
        instead(
            TABLE, (b"</w:fonts>", b'<w:font w:name="Lain"><w:altName w:val="Wingdings"/></w:font></w:fonts>')
        ),
    ),
    "a font called a symbol font": instead(TABLE, (b'<w:charset w:val="00"/>', b'<w:charset w:val="02"/>')),
    "a style with low lines": style_with(b'<w:spacing w:line="1" w:lineRule="exact"/>'),
    "a style off the page": style_with(b'<w:ind w:left="20000"/>'),
    "a style with automatic words": style_with(b'<w:numPr><w:numId w:val="1"/></w:numPr>'),
    "a style from right to left": style_with(b"<w:bidi/>"),
    "letters from right to left by a style": style_with(run=b"<w:rtl/>"),
    "a style with a frame": style_with(b'<w:framePr w:w="1" w:h="1" w:x="20000" w:y="1"/>'),
    "a style on black": style_with(b'<w:shd w:val="clear" w:fill="000000"/>'),
    "low lines by default": instead(
        STYLES,
        (b"<w:pPrDefault><w:pPr>", b'<w:pPrDefault><w:pPr><w:spacing w:line="1" w:lineRule="exact"/>'),
    ),
    "struck out by the default style": style_with(run=b"<w:strike/>", style=b"DefaultParagraphFont"),
    "a first line off the page": paragraph_with(b'<w:ind w:firstLine="20000"/>'),
    "a solid pattern": paragraph_with(b'<w:shd w:val="solid" w:color="000000" w:fill="FFFFFF"/>'),
    "a ground of the theme": paragraph_with(b'<w:shd w:val="clear" w:fill="FFFFFF" w:themeFill="text1"/>'),
    "a row without height": last_table_with(row=b'<w:trHeight w:val="1" w:hRule="exact"/>'),
    "a hidden row": last_table_with(row=b"<w:hidden/>"),
    "cells merged away": last_table_with(cell=b"<w:vMerge/>"),
    "cells merged aside": last_table_with(cell=b'<w:hMerge w:val="continue"/>'),
    "cells in reverse": last_table_with(table=b"<w:bidiVisual/>"),
    "cells that were deleted": last_table_with(cell=b'<w:cellDel w:id="1" w:author="x"/>'),
    "a table off the page": instead(DOCUMENT, (b'<w:tblInd w:w="0"', b'<w:tblInd w:w="20000"')),
    "a white table style": all_of(
        instead(
            STYLES,
            (
                b"</w:styles>",
                b'<w:style w:type="table" w:styleId="z">%b</w:style></w:styles>' % WHITE_ROWS,
            ),
        ),
        last_table_with(table=b'<w:tblStyle w:val="z"/>'),
    ),
    "a page number that says more": in_head(field(b" PAGE \\# &quot;'Rp900.000'&quot; ")),
    "text within the code of a field": before_the_amount(HIDDEN_CODE),
    "a field that asks": before_the_amount(field(b" HYPERLINK x DOCPROPERTY Title ")),
    "the day of today": before_the_amount(b"<w:r><w:dayLong/></w:r>"),
    "formatting that was changed": run_with(
        b'<w:rPrChange w:id="3" w:author="x"><w:rPr><w:vanish/></w:rPr></w:rPrChange>'
    ),
    "the place from which text was moved": before_the_amount(b'<w:moveFromRangeStart w:id="9" w:name="m"/>'),
    "a white outline of newer programs": run_with(
        b'<w14:textOutline xmlns:w14="%b" w14:w="300000"/>' % W14.encode()
    ),
    "a glow of newer programs": run_with(b'<w14:glow xmlns:w14="%b" w14:rad="600000"/>' % W14.encode()),
    "a thick white border of letters": run_with(
        b'<w:bdr w:val="single" w:sz="96" w:space="0" w:color="FFFFFF"/>'
    ),
    "numbers of lines": instead(DOCUMENT, (b"<w:pgMar", b'<w:lnNumType w:countBy="1"/><w:pgMar')),
    "lines lower than their letters": paragraph_with(b'<w:spacing w:line="200" w:lineRule="exact"/>'),
    "letters higher than their lines": run_with(b'<w:sz w:val="40"/><w:szCs w:val="40"/>'),
    "text left of its column": paragraph_with(b'<w:ind w:left="-2000"/>'),
    "text right of its column": paragraph_with(b'<w:ind w:right="-2000"/>'),
    "a first line left of its column": paragraph_with(b'<w:ind w:hanging="3000"/>'),
    "a style left of its column": style_with(b'<w:ind w:left="-2000"/>'),
    "a table left of the page": instead(DOCUMENT, (b'<w:tblInd w:w="0"', b'<w:tblInd w:w="-5000"')),
    "a table broader than the page": instead(DOCUMENT, (b'<w:tblInd w:w="0"', b'<w:tblInd w:w="5000"')),
    "a row of exact height": last_table_with(row=b'<w:trHeight w:val="300" w:hRule="exact"/>'),
    "a row pushed aside": last_table_with(row=b'<w:gridBefore w:val="1"/><w:wBefore w:w="12000"/>'),
    "cells far apart": last_table_with(table=b'<w:tblCellSpacing w:w="9000" w:type="dxa"/>'),
    "text squeezed into cells": last_table_with(cell=b"<w:tcFitText/>"),
    "macros": relation(LINKS, "rId99", "vbaProject", "vbaProject.bin"),
    "a program in the file": relation(LINKS, "rId99", "oleObject", "embeddings/oleObject1.bin"),
    "a template of the web": relation(
        LINKS, "rId99", "attachedTemplate", "https://contoh.id/a.dotm", ' TargetMode="External"'
    ),
    "a link to a program": relation(
        LINKS, "rId99", "hyperlink", "file:///C:/a.exe", ' TargetMode="External"'
    ),
    "a link elsewhere": all_of(
        relation(LINKS, "rId99", "hyperlink", "https://palsu.example", ' TargetMode="External"'),
        before_the_amount(b'<w:hyperlink r:id="rId99"><w:r><w:t> </w:t></w:r></w:hyperlink>'),
    ),
    "a field that leads elsewhere": before_the_amount(field(b' HYPERLINK "https://palsu.example" ')),
    "ruby": before_the_amount(b"<w:r><w:ruby><w:rt/><w:rubyBase/></w:ruby></w:r>"),
    "another document": before_the_amount(b'<w:subDoc r:id="rId50"/>'),
    "a background": instead(DOCUMENT, (b"<w:body>", b'<w:background w:color="000000"/><w:body>')),
    "a margin over the head": instead(DOCUMENT, (b'w:top="1134"', b'w:top="-1134"')),
    "a margin beyond the page": instead(DOCUMENT, (b'w:left="1417"', b'w:left="13000"')),
    "a head that no page shows": instead(DOCUMENT, (b"<w:headerReference " + FIRST_HEAD + b"/>", b"")),
    "no first page": instead(DOCUMENT, (b"<w:titlePg/>", b"")),
    "the heads exchanged": instead(
        DOCUMENT,
        (FIRST_HEAD, b'w:type="first" r:id="other"'),
        (DEFAULT_HEAD, b'w:type="default" r:id="rId2"'),
        (b'r:id="other"', b'r:id="rId1"'),
    ),
    "a code as large as the page": instead(DOCUMENT, (b'cx="1425575"', b'cx="6425575"')),
    "a code of a size beyond all numbers": instead(DOCUMENT, (b'cx="1425575"', b'cx="%b"' % (b"9" * 5_000))),
    "a picture of the web": all_of(
        relation(LINKS, "rId99", "image", "https://contoh.id/a.png", ' TargetMode="External"'),
        instead(DOCUMENT, (b'<a:blip r:embed="rId7"/>', b'<a:blip r:embed="rId7" r:link="rId99"/>')),
    ),
    "a drawing that newer programs show": all_of(
        relation(LINKS, "rId99", "image", "media/image9.png"),
        instead(DOCUMENT, (b'<a:blip r:embed="rId7"/>', SVG)),
    ),
    "a picture beside the code": all_of(
        relation(LINKS, "rId98", "image", "media/image1.png"),
        relation(LINKS, "rId99", "image", "media/image9.png"),
        before_the_amount(drawing("rId99")),
    ),
    "a broad picture in the head": all_of(
        relation(HEAD_LINKS, "rId99", "image", "media/image9.png"), in_head(drawing("rId99", 3_000_000))
    ),
    "a picture that floats in the head": all_of(
        relation(HEAD_LINKS, "rId99", "image", "media/image9.png"), in_head(VML)
    ),
    "a canvas in the head": all_of(
        relation(HEAD_LINKS, "rId99", "image", "media/image9.png"),
        in_head(drawing("rId99", uri="lockedCanvas")),
    ),
}


def forged(data: bytes, change: Change, more: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            body = change(name, source.read(name))
            if body is not None:
                target.writestr(name, body)
        for name, body in more.items():
            target.writestr(name, body)
    return buffer.getvalue()


@pytest.mark.parametrize("trick", TRICKS)
def test_a_trick_makes_it_altered(desk: Any, docx: bytes, trick: str) -> None:
    data = forged(docx, TRICKS[trick], WORDS)
    assert data != forged(docx, lambda _, body: body, WORDS)
    verdict = verify_file(data, trust=desk.trust, at=desk.at)
    assert verdict.kind is Kind.ALTERED
    assert verdict.differences or verdict.reasons[0].code == "text-not-readable"


def test_a_part_that_no_trick_touches_is_no_alarm(desk: Any, docx: bytes) -> None:
    data = forged(docx, lambda _, body: body, WORDS)
    assert verify_file(data, trust=desk.trust, at=desk.at).kind is Kind.VALID


@pytest.mark.parametrize("properties", [b"ligatures", b"numForm", b"cntxtAlts"])
def test_newer_formatting_that_leaves_letters_alone_is_no_alarm(
    desk: Any, docx: bytes, properties: bytes
) -> None:
    data = forged(docx, run_with(b'<w14:%b xmlns:w14="%b"/>' % (properties, W14.encode())), {})
    assert verify_file(data, trust=desk.trust, at=desk.at).kind is Kind.VALID


def test_a_property_that_a_program_wrote_twice_alike_is_no_alarm(desk: Any, docx: bytes) -> None:
    data = forged(docx, run_with(b'<w:sz w:val="24"/><w:sz w:val="24"/>'), {})
    assert verify_file(data, trust=desk.trust, at=desk.at).kind is Kind.VALID


def test_a_file_saved_by_python_docx_is_no_alarm(desk: Any, docx: bytes) -> None:
    buffer = io.BytesIO()
    Document(io.BytesIO(docx)).save(buffer)
    assert buffer.getvalue() != docx
    assert verify_file(buffer.getvalue(), trust=desk.trust, at=desk.at).kind is Kind.VALID


class TestEmbeddedFonts:
    def test_a_font_that_draws_other_digits_makes_it_altered(self, desk: Any, docx: bytes) -> None:
        verdict = verify_file(forged(docx, *embedded(nine_for_five())), trust=desk.trust, at=desk.at)
        assert verdict.kind is Kind.ALTERED
        assert [each.shown for each in verdict.differences] == ["[font]"]
        assert "letters-disguised" in [each.code for each in verdict.reasons]

    def test_the_bundled_font_is_no_alarm(self, desk: Any, docx: bytes) -> None:
        data = forged(docx, *embedded(face("Arial").data))
        assert verify_file(data, trust=desk.trust, at=desk.at).kind is Kind.VALID


@pytest.mark.parametrize("beside", [False, True], ids=["instead", "around"])
def test_words_in_place_of_the_code_or_around_it_make_it_altered(
    desk: Any,
    docx: bytes,
    beside: bool,
) -> None:
    name = "word/media/image1.png"
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        picture = written(beside=archive.read(name) if beside else None)
    data = forged(docx, lambda part, body: picture if part == name else body, {})
    verdict = verify_file(data, trust=desk.trust, at=desk.at)
    assert verdict.kind is Kind.ALTERED
    assert "[picture]" in [each.shown for each in verdict.differences]


def test_a_picture_that_is_drawn_many_times_is_read_once(
    desk: Any, docx: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[tuple[int, int]] = []

    def counting(image: Image.Image) -> bool:
        read.append(image.size)
        return is_bare_code(image)

    monkeypatch.setattr("kopsurat.scanning.docx_pictures.is_bare_code", counting)
    links = (relation(LINKS, f"rId{90 + at}", "image", f"media/image{90 + at}.png") for at in range(9))
    drawings = b"".join(drawing(f"rId{90 + at % 9}") for at in range(40))
    parts = {f"word/media/image{90 + at}.png": written() for at in range(9)}
    data = forged(docx, all_of(*links, before_the_amount(drawings)), parts)
    assert verify_file(data, trust=desk.trust, at=desk.at).kind is Kind.ALTERED
    assert 1 <= len(read) <= 4
