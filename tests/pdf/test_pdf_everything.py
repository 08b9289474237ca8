"""Every example, letter type, letterhead, signature, profile and script, in the eyes of others.

All of it takes some minutes: ``python -m pytest -m slow tests/pdf/test_pdf_everything.py``. A few
documents that stand for the rest are judged at every run.
"""

from __future__ import annotations

import functools
import io
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest
from pdf_corpus import SCRIPTS, documents, quick
from pdf_readers import LIBRARIES, by_poppler, pattern_of, plain

from kopsurat import render
from kopsurat.backends.pdf import Level, write_combined
from kopsurat.backends.pdf import render as render_pdf
from kopsurat.fonts import script_family
from kopsurat.layout.bidi import has_rtl_text
from kopsurat.layout.flows import paragraphs_in
from kopsurat.layout.model import PageNumber

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from kopsurat.layout.model import Document

pytestmark = pytest.mark.tool

some = pytest.mark.parametrize("name", quick())
every = pytest.mark.parametrize("name", documents())

LEVELS = {Level.A1B: "1b", Level.A2B: "2b,ua1", Level.A4: "4,ua2", Level.A4F: "4f,ua2"}
READERS = {**LIBRARIES, "poppler": by_poppler}


@functools.lru_cache(maxsize=256)
def _made(name: str) -> tuple[Document, bytes]:
    document = documents()[name]()
    return document, render(document, "pdf")


def _conforms(name: str, verapdf: Any) -> None:
    document, pdf = _made(name)
    verapdf.accepts(pdf, "3a,ua1" if document.attachments else "2a,ua1")


@some
def test_a_document_of_each_kind_conforms(name: str, verapdf: Any) -> None:
    _conforms(name, verapdf)


@pytest.mark.slow
@every
def test_every_document_conforms(name: str, verapdf: Any) -> None:
    _conforms(name, verapdf)


@pytest.mark.slow
@some
@pytest.mark.parametrize("level", LEVELS)
def test_other_levels_conform(level: Level, name: str, verapdf: Any) -> None:
    document = _made(name)[0]
    is_empty = level is Level.A4F and not document.attachments  # such a file is one of level 4
    verapdf.accepts(render_pdf(document, level=level), LEVELS[Level.A4 if is_empty else level])


@pytest.mark.slow
def test_all_of_them_in_one_file_conform(verapdf: Any) -> None:
    out = io.BytesIO()
    count = write_combined((_made(name)[0] for name in documents()), out, title="Semua surat")
    assert count == len(documents())
    verapdf.accepts(out.getvalue(), "3a,ua1")


@pytest.mark.slow
@every
def test_qpdf_finds_no_fault(name: str, run_tool: Any, tmp_path: Path) -> None:
    path = tmp_path / "surat.pdf"
    path.write_bytes(_made(name)[1])
    found = run_tool("qpdf", "--check", str(path))
    assert found.returncode == 0, found.stderr


@pytest.mark.slow
@every
def test_pikepdf_finds_nothing_but_what_it_does_not_know(name: str) -> None:
    """It does not know that a PDF/A file may also claim PDF/UA."""
    checker = pytest.importorskip("pikepdf.pdfa")
    with pikepdf.open(io.BytesIO(render_pdf(_made(name)[0], level=Level.A2B))) as pdf:
        findings = checker.check(pdf, "2b").findings
    unknown = ("pdfaExtension", "pdfaSchema", "pdfaProperty", "pdfuaid")
    assert [each for each in findings if not any(word in each.message for word in unknown)] == []


# ---- the text


def _texts(document: Document) -> Iterator[str]:
    for section in document.sections:
        for paragraph in (*paragraphs_in(section.first_header), *paragraphs_in(section.blocks)):
            if not any(isinstance(inline, PageNumber) for inline in paragraph.inlines):
                yield paragraph.text


def _lost(texts: Iterable[str], found: str) -> list[str]:
    shown = plain(found)
    return [text for text in texts if not pattern_of(text).search(shown)]


def _is_jawi(name: str) -> bool:
    return name.endswith("/arab-melayu")


@pytest.mark.parametrize("reader", ["poppler", "PDFium"])
@pytest.mark.parametrize("name", [name for name in quick() if not _is_jawi(name)])
def test_every_paragraph_comes_back(name: str, reader: str) -> None:
    document, pdf = _made(name)
    assert _lost(_texts(document), READERS[reader](pdf)) == []


@pytest.mark.slow
@pytest.mark.parametrize("reader", ["poppler", "PDFium"])
@pytest.mark.parametrize("name", [name for name in documents() if not _is_jawi(name)])
def test_every_paragraph_of_every_document_comes_back(name: str, reader: str) -> None:
    document, pdf = _made(name)
    assert _lost(_texts(document), READERS[reader](pdf)) == []


@pytest.mark.slow
@every
def test_pypdf_gives_every_letter_back(name: str) -> None:
    """It sets a space before a comma that follows bold type, and between letters of local scripts."""
    document, pdf = _made(name)
    found = "".join(plain(READERS["pypdf"](pdf)).split())
    wanted = (plain(text) for text in _texts(document))
    assert [text for text in wanted if "".join(text.split()) not in found and not has_rtl_text(text)] == []


@pytest.mark.slow
@every
def test_pdfminer_gives_every_word_back(name: str) -> None:
    """It sorts the cells of a row and the words of a line by their place."""
    document, pdf = _made(name)
    found = "".join(plain(READERS["pdfminer"](pdf)).split())
    words = {word for text in _texts(document) for word in plain(text).split()}
    assert sorted(word for word in words if word not in found and not any(map(script_family, word))) == []


@pytest.mark.parametrize("reader", ["poppler", "PDFium", "pypdf"])
def test_jawi_comes_back_word_by_word(reader: str) -> None:
    """Each program orders the words of a line with both directions in its own way."""
    document, pdf = _made("aksara/arab-melayu")
    found = plain(READERS[reader](pdf))
    assert [word for word in SCRIPTS["arab-melayu"].split() if word not in found] == []
    others = {w for text in _texts(document) for w in plain(text).split() if not has_rtl_text(w)}
    assert sorted(word for word in others if word.strip("(),") not in found) == []


# ---- the ear


def _marks(element: pikepdf.Object, page: int) -> Iterator[tuple[int, int]]:
    """Yield page and number of every piece of content under an element, in the order of the tree."""
    page = element.Pg.objgen[0] if "/Pg" in element else page
    kids = element.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if not isinstance(kid, pikepdf.Dictionary):
            yield page, int(kid)
        elif "/S" in kid:
            yield from _marks(kid, page)
        elif "/MCID" in kid:
            yield kid.Pg.objgen[0], int(kid.MCID)


@pytest.mark.slow
@every
def test_the_tree_has_the_order_of_the_pages(name: str) -> None:
    with pikepdf.open(io.BytesIO(_made(name)[1])) as pdf:
        order = [page.objgen[0] for page in pdf.pages]
        marks = list(_marks(pdf.Root.StructTreeRoot.K, 0))
    assert marks
    for page in order:
        numbers = [number for place, number in marks if place == page]
        assert numbers == list(range(len(numbers)))


KNOWN = {
    "ORD-001": "it counts the links of a line behind the text of the line",
    "TBL-004": "it leaves out a cell over two rows at the end of the second",
    "TBL-012": "the tables of a list of signatures are empty as they should be",
}


@pytest.mark.slow
@every
def test_outloud_finds_nothing_that_a_listener_would_miss(name: str, tmp_path: Path) -> None:
    outloud = pytest.importorskip("outloud")
    path = tmp_path / "surat.pdf"
    path.write_bytes(_made(name)[1])
    found = outloud.check(str(path)).findings
    assert [each for each in found if each.severity in {"error", "warning"} and each.rule not in KNOWN] == []
