"""DOCX forgeries by measures: units that programs read differently, room that is not there, thick lines."""

from __future__ import annotations

from typing import Any

import pytest
from test_docx_tricks import (
    DOCUMENT,
    Change,
    forged,
    instead,
    last_table_with,
    paragraph_with,
    run_with,
    style_with,
)

from kopsurat.scanning import verify_file
from kopsurat.seal import Kind

COLUMNS = b'<w:cols w:num="2" w:equalWidth="0"><w:col w:w="9000" w:space="9000"/><w:col w:w="900"/></w:cols>'
LINE = b'<a:ln w="6350"><a:solidFill><a:srgbClr val="595959"/></a:solidFill><a:miter lim="800000"/></a:ln>'
GLOW = b'<a:effectLst><a:glow rad="2000000"><a:srgbClr val="FFFFFF"/></a:glow></a:effectLst>'


def of_the_page(old: bytes, new: bytes) -> Change:
    return instead(DOCUMENT, (old, new))


HIDING: dict[str, Change] = {
    "a size with a unit": run_with(b'<w:sz w:val="1pt"/>'),
    "a size with an exponent": run_with(b'<w:sz w:val="2e1"/>'),
    "digits of another script": run_with('<w:sz w:val="٢٤"/>'.encode()),
    "a place with a unit": run_with(b'<w:position w:val="-12pt"/>'),
    "letters drawn together by a unit": run_with(b'<w:spacing w:val="-8pt"/>'),
    "letters made narrow in percent": run_with(b'<w:w w:val="1%"/>'),
    "a color by its name": run_with(b'<w:color w:val="white"/>'),
    "a color of eight digits": run_with(b'<w:color w:val="FFFFFFFF"/>'),
    "a ground by its name": run_with(b'<w:shd w:val="clear" w:fill="black"/>'),
    "an indent with a unit": paragraph_with(b'<w:ind w:left="-20cm"/>'),
    "lines over one another": paragraph_with(b'<w:spacing w:line="12" w:lineRule="auto"/>'),
    "lines over one another without a rule": paragraph_with(b'<w:spacing w:line="12"/>'),
    "lines made exact behind a style that has them low": style_with(
        b'<w:spacing w:line="150" w:lineRule="atLeast"/>'
    ),
    "a style with a unit": style_with(b'<w:spacing w:line="1pt" w:lineRule="exact"/>'),
    "a tab stop beyond the page": paragraph_with(b'<w:tabs><w:tab w:val="left" w:pos="15000"/></w:tabs>'),
    "no room between the indents": paragraph_with(b'<w:ind w:left="8000" w:right="8000"/>'),
    "an indent beyond the cell": instead(
        DOCUMENT,
        (
            b'<w:pPr><w:pStyle w:val="TandaTangan"/></w:pPr>',
            b'<w:pPr><w:pStyle w:val="TandaTangan"/><w:ind w:left="8900"/></w:pPr>',
        ),
    ),
    "a cell struck through": last_table_with(cell=b'<w:tcBorders><w:tl2br w:val="single"/></w:tcBorders>'),
    "a table beyond the page by a unit": of_the_page(b'<w:tblInd w:w="0"', b'<w:tblInd w:w="30cm"'),
    "a margin with a unit": of_the_page(b'w:left="1417"', b'w:left="20cm"'),
    "a gutter that leaves no page": of_the_page(b'w:gutter="0"', b'w:gutter="9000"'),
    "margins beyond paper that is not said": of_the_page(
        b'<w:pgSz w:w="12189" w:h="18709"/><w:pgMar w:top="1134" w:right="1134"',
        b'<w:pgMar w:top="1134" w:right="10000"',
    ),
    "columns beyond the page": of_the_page(b'<w:cols w:space="720"/>', COLUMNS),
    "a head off the page": of_the_page(b'w:header="680"', b'w:header="17000"'),
    "letters in a grid": of_the_page(
        b"<w:titlePg/>", b'<w:titlePg/><w:docGrid w:type="linesAndChars" w:charSpace="-900000"/>'
    ),
    "a thick line around the code": of_the_page(LINE, LINE.replace(b"6350", b"6350000")),
    "a line of a width in words": of_the_page(LINE, LINE.replace(b"6350", b"50cm")),
    "a glow around the code": of_the_page(LINE, LINE + GLOW),
    "a code of a size in another unit": of_the_page(b'cx="1425575"', b'cx="60cm"'),
}
EXACT = paragraph_with(b'<w:spacing w:lineRule="exact"/>')


@pytest.mark.parametrize("how", HIDING)
def test_a_measure_that_hides_text_makes_it_altered(desk: Any, docx: bytes, how: str) -> None:
    data = forged(docx, HIDING[how], {})
    assert data != forged(docx, lambda _, body: body, {})
    data = forged(data, EXACT, {}) if "behind" in how else data
    verdict = verify_file(data, trust=desk.trust, at=desk.at)
    assert verdict.kind is Kind.ALTERED
    assert verdict.differences


@pytest.mark.parametrize(
    "change",
    [
        run_with(b'<w:sz w:val="24.0"/><w:color w:val="auto"/><w:shd w:val="clear" w:fill="auto"/>'),
        paragraph_with(b'<w:tabs><w:tab w:val="clear" w:pos="15000"/></w:tabs>'),
        of_the_page(b"<w:titlePg/>", b'<w:titlePg/><w:docGrid w:linePitch="360"/>'),
        of_the_page(b'w:type="dxa"/><w:vAlign', b'w:type="dxa"/><w:noWrap/><w:vAlign'),
    ],
    ids=[
        "decimals and colors by themselves",
        "a stop taken away",
        "a grid of lines",
        "a cell that does not wrap",
    ],
)
def test_what_other_programs_write_is_no_alarm(desk: Any, docx: bytes, change: Change) -> None:
    assert verify_file(forged(docx, change, {}), trust=desk.trust, at=desk.at).kind is Kind.VALID
