"""Signs that look otherwise than what was sealed although Unicode calls them compatible; raised digits."""

from __future__ import annotations

from typing import Any

import pytest
from test_docx_tricks import DOCUMENT, Change, forged, instead, run_with, style_with
from test_pdf_letters import LINE, changed
from test_pdf_letters import instead as drawn_instead

from kopsurat.scanning import verify_file
from kopsurat.scanning.spacing import squashed
from kopsurat.seal import Kind

OTHERS = {
    "a raised digit": "Rp5⁰0.000,00",
    "a lowered digit": "Rp5₀0.000,00",
    "a digit in a circle": "Rp⑤00.000,00",
    "wide digits": "Rp５００.000,00",
    "mathematical digits": "Rp𝟓𝟎𝟎.000,00",
    "Arabic digits": "Rp٥٠٠.000,00",
    "a fraction": "Rp½00.000,00",
    "a digit with its full stop": "Rp500⒐000,00",
    "a Cyrillic letter": "Rр500.000,00",
    "a Greek letter": "Ρp500.000,00",
    "a raised letter": "Rᵖ500.000,00",
    "a hyphen that is none": "Rp50\u00ad0.000,00",
    "a control of one byte": "Rp50\u00930.000,00",
    "another dot": "Rp500․000,00",
    "a rupiah sign in one": "㎭500.000,00",
}


def in_document(new: str) -> Change:
    return instead(DOCUMENT, (b"Rp500.000,00", new.encode()))


@pytest.mark.parametrize("name", OTHERS)
def test_another_sign_in_a_docx_makes_it_altered(desk: Any, docx: bytes, name: str) -> None:
    verdict = verify_file(forged(docx, in_document(OTHERS[name]), {}), trust=desk.trust, at=desk.at)
    assert verdict.kind is Kind.ALTERED
    assert verdict.differences[0].field == "/isi/4"


def moved(text: bytes, how: bytes = b'<w:vertAlign w:val="superscript"/>') -> Change:
    """Return a change after which a part of the amount stands over its line."""
    run = b"</w:t></w:r><w:r><w:rPr>%b</w:rPr><w:t>%b</w:t></w:r><w:r><w:t xml:space='preserve'>"
    return instead(DOCUMENT, (b"Rp500", b"Rp5" + run % (how, text) + b"0"))


MOVED = {
    "a digit over the line": moved(b"0"),
    "a digit under the line": moved(b"0", b'<w:vertAlign w:val="subscript"/>'),
    "a digit and letters over the line": moved(b"0 atau lebih"),
    "more digits over the line": moved(b"09"),
    "all by their own format": run_with(b'<w:vertAlign w:val="superscript"/>'),
    "dots at each digit": run_with(b'<w:em w:val="underDot"/>'),
    "all by a style": style_with(run=b'<w:vertAlign w:val="subscript"/>'),
}


@pytest.mark.parametrize("name", MOVED)
def test_text_over_or_under_its_line_in_a_docx_makes_it_altered(desk: Any, docx: bytes, name: str) -> None:
    verdict = verify_file(forged(docx, MOVED[name], {}), trust=desk.trust, at=desk.at)
    assert verdict.kind is Kind.ALTERED
    assert "/isi/4" in [each.field for each in verdict.differences]


NOTED = "Anggaran[^a] desa.\n\n[^a]: Lihat peraturan.\n\nDemikian"


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_the_mark_of_a_note_is_a_raised_digit(desk: Any, letter_text: str, rezip: Any, kind: str) -> None:
    letter = desk.write(letter_text.replace("Demikian", NOTED))
    file = desk.print(kind, letter=letter, seal=desk.seal_of(letter))
    assert verify_file(file, trust=desk.trust, at=desk.at).kind is Kind.VALID
    if kind == "docx":

        def change(part: str, body: bytes) -> bytes:
            return body.replace(b'<w:vertAlign w:val="superscript"/>', b"") if part == DOCUMENT else body

        assert verify_file(rezip(file, change), trust=desk.trust, at=desk.at).kind is Kind.ALTERED


RAISED = b"Rp5)Tj /F1 7 Tf 1 0 0 1 %.2f %.2f Tm(0)Tj /F1 12 Tf 1 0 0 1 %.2f 555.40 Tm(0.000,00"
AT = 346.66
"""Where the first zero of the amount begins, in points."""


@pytest.mark.parametrize("foot", [559.5, 552.5])
def test_a_small_raised_or_lowered_digit_in_a_pdf_makes_it_altered(
    desk: Any, pdf: bytes, foot: float
) -> None:
    raised = LINE.replace(b"Rp500.000,00", RAISED % (AT, foot, AT + 3.9))
    verdict = verify_file(changed(pdf, drawn_instead((LINE, raised))), trust=desk.trust, at=desk.at)
    assert verdict.kind is Kind.ALTERED
    assert "[order]" in [each.shown for each in verdict.differences]


@pytest.mark.parametrize("sign", [b"\\271", b"\\263", b"\\255", b"\\275"], ids=["¹", "³", "hyphen", "½"])
def test_another_sign_of_the_font_in_a_pdf_makes_it_altered(desk: Any, pdf: bytes, sign: bytes) -> None:
    forged_line = LINE.replace(b"Rp500", b"Rp5" + sign + b"00")
    verdict = verify_file(changed(pdf, drawn_instead((LINE, forged_line))), trust=desk.trust, at=desk.at)
    assert verdict.kind is Kind.ALTERED


class TestSquashed:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Kepala Desa", "KEPALA\u00a0DESA"),
            ("Maße µ", "MASSE Μ"),
            ("a\u0301", "á"),
            ("x\u2011y\u2010z", "x-y-z"),
            ("titik…", "titik..."),
            ("ﬁnal", "final"),
            ("ﻻ", "لا"),
            ("a\u200bb\u00adc", "abc"),
        ],
    )
    def test_what_looks_alike_is_the_same(self, one: str, other: str) -> None:
        assert squashed(one) == squashed(other)

    @pytest.mark.parametrize(
        ("one", "other"),
        [("m²", "m2"), ("①", "1"), ("５", "5"), ("Ⅳ", "IV"), ("½", "1⁄2"), ("ſaya", "saya"), ("№", "No")],
    )
    def test_what_does_not_is_another(self, one: str, other: str) -> None:
        assert squashed(one) != squashed(other)
