"""A remembered letterhead is the one that would be drawn: the same operators, tree, links and fonts."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pikepdf
import pytest
from PIL import Image

from kopsurat.backends.pdf import file as drawing
from kopsurat.backends.pdf import render, write_combined
from kopsurat.backends.pdf.letterhead import letterhead
from kopsurat.content.images import read_image
from kopsurat.layout.typeset import typeset


def _said(element: Any) -> Any:
    """Return an element and all below it, without the numbers of objects."""
    if not isinstance(element, pikepdf.Dictionary):
        return int(element)  # a mark
    if "/Obj" in element:
        link = element.Obj
        return (
            str(link.A.URI),
            str(link.Contents),
            [float(side) for side in link.Rect],
            link.StructParent > 0,
        )
    kids = element.get("/K", pikepdf.Array())
    entries = [repr(element[key]) for key in ("/Alt", "/T", "/A", "/Lang") if key in element]
    below = [_said(kid) for kid in (kids if isinstance(kids, pikepdf.Array) else [kids])]
    return (str(element.S), entries, below)


def _seen(pdf: bytes) -> Any:
    """Return what the pages of a file show and say."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        pages = [
            (
                page.Contents.read_bytes(),
                sorted(page.Resources.Font),
                [str(note.A.URI) for note in page.Annots],
            )
            for page in opened.pages
        ]
        fonts = [str(font.BaseFont) for font in opened.pages[0].Resources.Font.values()]
        return pages, fonts, _said(opened.Root.StructTreeRoot.K)


@pytest.fixture
def forgetful(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have every letterhead drawn anew."""
    monkeypatch.setattr(drawing.PdfFile, "_letterhead", lambda *_: False)


@pytest.fixture(scope="module")
def remembered(make: Any) -> Any:
    document = make.document()
    render(document)
    return _seen(render(document))


def test_it_is_the_one_that_would_be_drawn(make: Any, remembered: Any, forgetful: None) -> None:
    assert _seen(render(make.document())) == remembered


def test_so_it_is_in_a_file_of_many_letters(make: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    documents = [make.document()] * 3
    remembering, drawing_anew = io.BytesIO(), io.BytesIO()
    write_combined(documents, remembering, title="Tiga")
    monkeypatch.setattr(drawing.PdfFile, "_letterhead", lambda *_: False)
    write_combined(documents, drawing_anew, title="Tiga")
    assert _seen(remembering.getvalue()) == _seen(drawing_anew.getvalue())


def test_two_offices_keep_their_own_crests_in_one_file(make: Any) -> None:
    out = io.BytesIO()
    Image.new("RGB", (40, 40), (0, 90, 160)).save(out, "PNG")
    other = make.letterhead(read_image(out.getvalue()))
    documents = [make.document(), make.document(head=other), make.document()]
    out = io.BytesIO()
    write_combined(documents, out, title="Dua desa")
    with pikepdf.open(out) as opened:
        drawn = [page.Contents.read_bytes().partition(b" Do")[0][-2:] for page in opened.pages]
        assert drawn == [b"P1", b"P2", b"P1"]
        assert [int(opened.pages[0].Resources.XObject[name].Width) for name in ("/P1", "/P2")] != [40, 40]


@pytest.mark.parametrize(
    ("text", "is_fixed"),
    [("DESA SUKAMAJU (100 %)", True), ("DESA ŽABLJAK", False), ("ᬓᬾᬧᬮ ᬤᬾᬲ", False)],
)
def test_one_whose_glyphs_a_file_numbers_is_not_remembered(make: Any, text: str, *, is_fixed: bool) -> None:
    run = make.run(text)
    if text[0] > "\u1b00":
        run = replace(run, style=replace(run.style, family="Noto Sans Balinese"))
    page = typeset(make.document(head=(make.paragraph(run),))).pages[0]
    assert letterhead(page.header, 900.0, "id").is_fixed is is_fixed


def test_percent_signs_in_links_and_titles_stay(make: Any) -> None:
    link = "https://sukamaju.desa.id/%20?q=100%25"
    head = (make.paragraph(make.run("situs", link=link)), make.paragraph("100 % (seratus)"))
    seen = _seen(render(make.document(head=head)))
    assert seen[0][0][2][0] == link
