"""DOCX forgeries by where text stands: in elements that programs pass over, in notes, on other lines."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from test_docx_tricks import (
    AMOUNT,
    DOCUMENT,
    LINKS,
    STYLES,
    Change,
    all_of,
    forged,
    instead,
    paragraph_with,
    relation,
    run_with,
    style_with,
)

from kopsurat.scanning import verify_file
from kopsurat.seal import Kind

W15 = b"http://schemas.microsoft.com/office/word/2012/wordml"
STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
IGNORED = (
    b'<w:document xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    b'xmlns:x="urn:x" mc:Ignorable="x" '
)
ENDING = b" dari kas desa untuk acara tersebut."
WEB = "word/_rels/webSettings.xml.rels"
WEB_LINKS = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
    b'Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/frame" '
    b'Target="https://palsu.example/a.htm" TargetMode="External"/></Relationships>'
)


def ending_in(before: bytes, behind: bytes) -> Change:
    """Return a change that puts the end of the sentence with the amount into an element of its own."""
    run = b'<w:r><w:t xml:space="preserve">%b</w:t></w:r>' % ENDING
    return instead(DOCUMENT, (ENDING + b"</w:t></w:r>", b"</w:t></w:r>" + before + run + behind))


def amount(sign: str) -> Change:
    return instead(DOCUMENT, (AMOUNT, AMOUNT[:4] + sign.encode() + AMOUNT[4:]))


def hidden_style(attributes: bytes) -> Change:
    more = b'<w:style %b><w:name w:val="Z"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>' % attributes
    return instead(
        STYLES, (b'w:type="paragraph" w:default="1"', b'w:type="paragraph"'), (b"</w:styles>", more)
    )


def without_a_style(name: str, body: bytes) -> bytes:
    if name != DOCUMENT:
        return body
    start = body.rindex(b"<w:pPr>", 0, body.index(AMOUNT))
    return body[:start] + body[start:].replace(b'<w:pStyle w:val="IsiSurat"/>', b"", 1)


DISPLACED: dict[str, Change] = {
    "in an element that Word passes over": all_of(
        instead(DOCUMENT, (b"<w:document ", IGNORED)), ending_in(b"<x:y>", b"</x:y>")
    ),
    "in the properties of a run": ending_in(b"<w:r><w:rPr><w:z>", b"</w:z></w:rPr></w:r>"),
    "in the properties of a control": ending_in(
        b"<w:sdt><w:sdtPr>", b"</w:sdtPr><w:sdtContent><w:r><w:t> </w:t></w:r></w:sdtContent></w:sdt>"
    ),
    "more, in the other namespace": ending_in(b"", b'<s:r xmlns:s="%b"><s:t> Lunas.</s:t></s:r>' % STRICT),
    "more, outside all paragraphs": instead(DOCUMENT, (b"<w:body>", b"<w:body><w:r><w:t>Lunas</w:t></w:r>")),
    "in no run": instead(DOCUMENT, (ENDING + b"</w:t></w:r>", b"</w:t></w:r><w:t>" + ENDING + b"</w:t>")),
    "under a heading that is folded": paragraph_with(
        b'<w:outlineLvl w:val="0"/><w15:collapsed xmlns:w15="%b"/>' % W15
    ),
    "left of the page by characters": paragraph_with(b'<w:ind w:leftChars="-9000"/>'),
    "a first line left of the page by characters": paragraph_with(b'<w:ind w:hangingChars="9000"/>'),
    "over the paragraph before": paragraph_with(b'<w:spacing w:before="-300"/>'),
    "a line higher": run_with(b'<w:position w:val="24"/>'),
    "a line lower by a style": style_with(run=b'<w:position w:val="-20"/>'),
    "beside an upright line": paragraph_with(b'<w:tabs><w:tab w:val="bar" w:pos="3000"/></w:tabs>'),
    "in a hidden style that is the default": all_of(
        hidden_style(b'w:type="paragraph" w:default="true" w:styleId="Z"'), without_a_style
    ),
    "in a hidden style of no type": all_of(hidden_style(b'w:default="1" w:styleId="Z"'), without_a_style),
    "in a style that is not there": all_of(
        hidden_style(b'w:type="paragraph" w:default="on" w:styleId="Z"'),
        without_a_style,
        paragraph_with(b'<w:pStyle w:val="Lain"/>'),
    ),
    "in a style that is there twice": instead(
        STYLES,
        (
            b"</w:styles>",
            b'<w:style w:type="paragraph" w:styleId="isisurat"><w:name w:val="Z"/></w:style></w:styles>',
        ),
    ),
    "in a frame of another site": relation(LINKS, "rId99", "webSettings", "webSettings.xml"),
    "beside a code that leads elsewhere": instead(
        LINKS, (b'Target="https://sukamaju.desa.id/v#', b'Target="https://palsu.example/v#')
    ),
}
MORE = {WEB: WEB_LINKS, "word/webSettings.xml": b"<w/>"}


@pytest.mark.parametrize("how", DISPLACED)
def test_text_that_stands_elsewhere_makes_it_altered(desk: Any, docx: bytes, how: str) -> None:
    data = forged(docx, DISPLACED[how], MORE)
    assert data != forged(docx, lambda _, body: body, MORE)
    verdict = verify_file(data, trust=desk.trust, at=desk.at)
    assert verdict.kind is Kind.ALTERED
    assert verdict.differences


@pytest.mark.parametrize(
    "sign",
    ["\ue001", "\U0001ccf1", "\u06dd", "\u1680", "\u200e", "\u200f", "\u061c"],
    ids=["private", "of a later Unicode", "Arabic sign", "Ogham space", "LRM", "RLM", "ALM"],
)
def test_a_sign_that_fonts_draw_or_that_turns_digits_makes_it_altered(
    desk: Any, docx: bytes, sign: str
) -> None:
    data = forged(docx, amount(sign), {})
    assert verify_file(data, trust=desk.trust, at=desk.at).kind is Kind.ALTERED


def test_digits_turned_by_a_mark_in_a_run_of_its_own_make_it_altered(desk: Any, docx: bytes) -> None:
    mark = "</w:t></w:r><w:r><w:rPr><w:rtl/></w:rPr><w:t>\u200f</w:t></w:r><w:r><w:t>"
    data = forged(docx, instead(DOCUMENT, (b"500.000", f"500{mark}.{mark}000".encode())), {})
    assert verify_file(data, trust=desk.trust, at=desk.at).kind is Kind.ALTERED


def test_an_encoding_that_programs_read_otherwise_is_refused(desk: Any, docx: bytes) -> None:
    data = forged(docx, instead(DOCUMENT, (b'encoding="UTF-8"', b'encoding="ISO-8859-1"')), {})
    verdict = verify_file(data, trust=desk.trust, at=desk.at)
    assert (verdict.kind, verdict.reasons[0].code) == (Kind.UNREADABLE, "scan-docx-unsafe")


class TestNotes:
    NOTES = "Acara[^a] dan sumbangan[^b] dicatat.\n\n[^a]: Rapat pertama.\n\n[^b]: Rapat kedua.\n\nDemikian"

    @pytest.fixture
    def noted(self, desk: Any, letter_text: str) -> bytes:
        letter = desk.write(letter_text.replace("Demikian", self.NOTES))
        return desk.print("docx", letter=letter, seal=desk.seal_of(letter))

    def test_a_letter_with_notes_is_no_alarm(self, desk: Any, noted: bytes) -> None:
        assert verify_file(noted, trust=desk.trust, at=desk.at).kind is Kind.VALID

    @pytest.mark.parametrize("how", ["exchanged", "left out", "left out with its note", "of another type"])
    def test_other_references_make_it_altered(self, desk: Any, noted: bytes, how: str) -> None:
        first, second = b'<w:footnoteReference w:id="1"/>', b'<w:footnoteReference w:id="2"/>'
        changes = {
            "exchanged": [instead(DOCUMENT, (first, b"<w:x/>"), (second, first), (b"<w:x/>", second))],
            "left out": [instead(DOCUMENT, (second, b""))],
            "left out with its note": [
                instead(DOCUMENT, (second, b"")),
                instead("word/footnotes.xml", (b'<w:footnote w:id="2">', b'<w:footnote w:id="9">')),
            ],
            "of another type": [
                instead(
                    "word/footnotes.xml",
                    (b'<w:footnote w:id="2">', b'<w:footnote w:type="continuationNotice" w:id="2">'),
                )
            ],
        }
        with zipfile.ZipFile(io.BytesIO(noted)) as archive:
            body = archive.read(DOCUMENT)
        assert first in body
        assert second in body
        data = forged(noted, all_of(*changes[how]), {})
        assert verify_file(data, trust=desk.trust, at=desk.at).kind is Kind.ALTERED
