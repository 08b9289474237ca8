"""Words torn by a gap, and words run together: the same letters, but another text for a reader."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from test_pdf_letters import LINE, changed, instead

from kopsurat.scanning import verify_file
from kopsurat.scanning.spacing import joined, spaced
from kopsurat.seal import Kind

START = LINE[: LINE.index(b"Rp")]
REST = LINE[LINE.index(b" dari") :]
TORN_PDF = {
    "by a gap in one text": START + b"Rp500)-3000(.000,00" + REST,
    "by a narrow gap": START + b"Rp5)-150(00.000,00" + REST,
    "by two texts": START + b"Rp500)Tj 1 0 0 1 390 555.40 Tm(.000,00" + REST,
    "by a blank": START + b"Rp5 00.000,00" + REST,
    "by a hard blank": START + b"Rp5\\24000.000,00" + REST,
    "by a new line": START + b"Rp500)Tj 1 0 0 1 106.30 546 Tm(.000,00" + REST,
    "by the space between letters": START + b"Rp5)Tj 2 Tc(00.000,00)Tj 0 Tc(" + REST,
    "by the width of a word space": START + b")Tj 30 Tw(Rp5 00.000,00)Tj 0 Tw(" + REST,
}
JOINED_PDF = {
    "by no space between them": LINE.replace(b"sebesar Rp", b"sebesarRp"),
    "by a space without room": LINE.replace(b"sebesar Rp", b"sebesar )278(Rp"),
    "by the space of words": b" -3.336 Tw" + LINE,
}


def drawn_as(new: bytes) -> Callable[[Any, Any], None]:
    """Return a change of the line; with numbers in it, as one text with its gaps."""
    operator = b"TJ" if re.search(rb"\)-?\d+\(", new) else b"Tj"
    if operator == b"TJ":
        new = b"[" + new.removesuffix(b"Tj") + b"]TJ"
    return instead((LINE, new))


@pytest.mark.parametrize("name", TORN_PDF)
def test_a_number_of_a_pdf_torn_apart_makes_it_altered(desk: Any, pdf: bytes, name: str) -> None:
    verdict = verify_file(changed(pdf, drawn_as(TORN_PDF[name])), trust=desk.trust, at=desk.at)
    assert verdict.kind is Kind.ALTERED
    assert "Rp5" in str([each.shown for each in verdict.differences])
    assert "/isi/4" in [each.field for each in verdict.differences]


@pytest.mark.parametrize("name", JOINED_PDF)
def test_words_of_a_pdf_run_together_make_it_altered(desk: Any, pdf: bytes, name: str) -> None:
    verdict = verify_file(changed(pdf, drawn_as(JOINED_PDF[name])), trust=desk.trust, at=desk.at)
    assert verdict.kind is Kind.ALTERED


GENUINE_PDF = {
    "one text a word": LINE.replace(b" ", b" )Tj("),
    "narrow spaces": b" 0.000 Tw" + LINE,
    "gaps for spaces": LINE.replace(b" ", b")-278("),
    "wide gaps for spaces": LINE.replace(b" ", b")-300("),
    "a text of its own": LINE.replace(b" dari", b")Tj 1 0 0 1 418 555.40 Tm(dari"),
}


@pytest.mark.parametrize("name", GENUINE_PDF)
def test_how_a_program_sets_spaces_is_no_fault(desk: Any, pdf: bytes, name: str) -> None:
    verdict = verify_file(changed(pdf, drawn_as(GENUINE_PDF[name])), trust=desk.trust, at=desk.at)
    assert (verdict.kind, verdict.differences) == (Kind.VALID, ())


TORN_DOCX = {
    "by a space": b"Rp500 .000,00",
    "by a hard space": "Rp5\u00a000.000,00".encode(),
    "by a thin space": "Rp5\u200900.000,00".encode(),
    "by a tab": b"Rp5</w:t><w:tab/><w:t>00.000,00",
    "by a new line": b"Rp500</w:t><w:br/><w:t>.000,00",
}


@pytest.mark.parametrize("name", TORN_DOCX)
def test_a_number_of_a_docx_torn_apart_makes_it_altered(
    desk: Any, docx: bytes, rezip: Any, name: str
) -> None:
    def change(part: str, body: bytes) -> bytes:
        return body.replace(b"Rp500.000,00", TORN_DOCX[name]) if part == "word/document.xml" else body

    assert verify_file(docx, trust=desk.trust, at=desk.at).kind is Kind.VALID
    verdict = verify_file(rezip(docx, change), trust=desk.trust, at=desk.at)
    assert verdict.kind is Kind.ALTERED
    assert "/isi/4" in [each.field for each in verdict.differences]


def test_words_of_a_docx_run_together_make_it_altered(desk: Any, docx: bytes, rezip: Any) -> None:
    def change(part: str, body: bytes) -> bytes:
        return body.replace(b"sebesar Rp500", b"sebesarRp500") if part == "word/document.xml" else body

    assert verify_file(rezip(docx, change), trust=desk.trust, at=desk.at).kind is Kind.ALTERED


def test_a_space_that_word_does_not_keep_makes_it_altered(desk: Any, docx: bytes, rezip: Any) -> None:
    def divided(keeping: bytes) -> Callable[[str, bytes], bytes]:
        new = b"sebesar </w:t></w:r><w:r><w:t>Rp500"

        def change(part: str, body: bytes) -> bytes:
            if part != "word/document.xml":
                return body
            start = body.rindex(b"<w:t ", 0, body.index(b"sebesar Rp500"))
            rest = body[start:].replace(b"sebesar Rp500", new, 1)
            rest = rest.replace(b" dari kas", b'</w:t></w:r><w:r><w:t xml:space="preserve"> dari kas', 1)
            return body[:start] + rest.replace(b'<w:t xml:space="preserve">', b"<w:t%b>" % keeping, 1)

        return change

    genuine, forged = (rezip(docx, divided(each)) for each in (b' xml:space="preserve"', b""))
    assert verify_file(genuine, trust=desk.trust, at=desk.at).kind is Kind.VALID
    assert verify_file(forged, trust=desk.trust, at=desk.at).kind is Kind.ALTERED


class TestSpaced:
    @pytest.mark.parametrize(
        ("sealed", "shown"),
        [
            ("Rp500.000,00 dari kas", "Rp500.000,00\ndari   kas"),
            ("Nomor:", "Nomor   :"),
            ("nomor 005/012/DS", "nomor 005/\n012/DS"),
            ("3215012345678901 itu", "32150123\n45678901 itu"),
            ("NIK: 3215012345678901", "NIK:\n32150123\n45678901"),
            ("kata-kata lain", "kata-\nkata lain"),
            ("Nama .......... lain", "Nama ... .. . ... lain"),
            ("pada (tiga)", "pada(tiga)"),
            ("tanggal …", "tanggal ..."),
        ],
    )
    def test_it_stands_where_its_words_are_whole(self, sealed: str, shown: str) -> None:
        wanted, _ = spaced(sealed).without_leaders()
        text, _ = spaced(shown).without_leaders()
        assert wanted.is_at(0, text, joins=True)

    @pytest.mark.parametrize(
        ("sealed", "shown"),
        [
            ("Rp500.000,00", "Rp500 .000,00"),
            ("Rp500.000,00", "Rp500\t.000,00"),
            ("sebesar Rp500.000,00", "sebesar Rp500\n.000,00"),
            ("pukul 09:00", "pukul 09 :00"),
            ("Siti Aminah", "Si ti Aminah"),
            ("1 2 dan 3", "12 dan 3"),
            ("satu dua", "satudua"),
            ("satu dua", "satu tiga"),
        ],
    )
    def test_it_does_not_where_they_are_torn_or_joined(self, sealed: str, shown: str) -> None:
        assert not spaced(sealed).is_at(0, spaced(shown), joins=True)

    def test_spaces_that_are_not_known_are_not_missed(self) -> None:
        assert spaced("satu dua").is_at(0, spaced("satudua"), joins=False)
        assert not spaced("satu dua").is_at(0, spaced("sa tu dua"), joins=False)

    @pytest.mark.parametrize(("shown", "is_apart"), [("1. 500 m", True), ("1.500 m", False)])
    def test_a_number_does_not_go_on_with_the_next_text(self, shown: str, is_apart: bool) -> None:
        assert spaced("500 m").apart().is_at(2, spaced(shown), joins=True) is is_apart

    def test_a_part_says_nothing_of_what_is_before_it(self) -> None:
        assert joined(spaced("ab c"), spaced("de f").cut(1)) == ("abcef", "?- ? "[:3] + "? ")
        assert spaced("ab").cut(5) == ("", "")
