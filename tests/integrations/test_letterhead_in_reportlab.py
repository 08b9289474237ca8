"""The letterhead drawn by reportlab: on a canvas, as a flowable, by a page template."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pytest
from offices import an_office
from page_words import Pages, read_pages
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate

from kopsurat.errors import RenderError
from kopsurat.integrations.pdf import overlay_letterhead
from kopsurat.integrations.reportlab import (
    LetterheadFlowable,
    draw_letterhead,
    letterhead_bottom,
    letterhead_page,
)

A4 = (595.28, 841.89)
UNIT = "DESA SUKAMAJU"


def on_canvas(**how: Any) -> tuple[bytes, float]:
    """Return a page with the letterhead, and where its body may begin."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    start = draw_letterhead(canvas, an_office(), **how)
    canvas.save()
    return out.getvalue(), start


def built(story: list[Any], **how: Any) -> Pages:
    """Return the pages that platypus makes of a story."""
    out = io.BytesIO()
    hooks = {name: how.pop(name) for name in ("onFirstPage", "onLaterPages") if name in how}
    SimpleDocTemplate(out, pagesize=A4, **how).build(story, **hooks)
    return read_pages(out.getvalue())


def text(words: int = 60) -> Any:
    """Return a paragraph."""
    return Paragraph("Isi surat " * words, getSampleStyleSheet()["Normal"])


def test_the_canvas_shows_what_our_own_pdf_shows() -> None:
    drawn = read_pages(on_canvas()[0])
    out = io.BytesIO()
    blank = Canvas(out, pagesize=A4)
    blank.showPage()
    blank.save()
    ours = read_pages(overlay_letterhead(out.getvalue(), an_office()))
    assert [word.text for word in drawn.words] == [word.text for word in ours.words]
    for mine, theirs in zip(drawn.words, ours.words, strict=True):
        assert abs(mine.x0 - theirs.x0) < 0.1
        assert abs(mine.baseline - theirs.baseline) < 0.05


def test_the_body_begins_under_the_rule() -> None:
    pdf, start = on_canvas()
    rule = max(box.y1 for box in read_pages(pdf).boxes if box.kind == "path")
    assert A4[1] - start > rule + 10
    assert letterhead_bottom(an_office(), A4) == pytest.approx(A4[1] - start, abs=0.1)


def test_margins_can_be_given() -> None:
    wide, narrow = (read_pages(on_canvas(left=side, right=side)[0]) for side in (40, 120))
    width = [max(box.x1 - box.x0 for box in pages.boxes if box.kind == "path") for pages in (wide, narrow)]
    assert width == [pytest.approx(A4[0] - 80, abs=0.2), pytest.approx(A4[0] - 240, abs=0.2)]


def test_links_work() -> None:
    with pikepdf.open(io.BytesIO(on_canvas()[0])) as document:
        targets = {str(each["/A"]["/URI"]) for each in document.pages[0].obj["/Annots"]}
    assert "tel:+62267555231" in targets


def test_the_flowable_is_as_wide_as_its_frame_and_comes_before_the_text() -> None:
    pages = built([LetterheadFlowable(an_office()), text()])
    assert UNIT in [line for _, line in pages.lines()]
    rule = next(box for box in pages.boxes if box.kind == "path")
    assert rule.x1 - rule.x0 == pytest.approx(A4[0] - 144 - 12, abs=0.2)
    assert min(word.baseline for word in pages.words if word.text == "Isi") > rule.y1 + 10


def test_the_hook_draws_on_the_pages_it_is_given_for_and_calls_the_next() -> None:
    called: list[int] = []
    hook = letterhead_page(an_office(), then=lambda canvas, _: called.append(canvas.getPageNumber()))
    top = letterhead_bottom(an_office(), A4)
    pages = built([text(3000)], topMargin=top, onFirstPage=hook)
    assert pages.count > 1
    assert [page for page, line in pages.lines() if line == UNIT] == [0]
    assert called == [1]


def test_a_local_script_is_drawn_by_its_own_font() -> None:
    script = {"jenis": "jawa", "desa": "ꦢꦺꦱꦱꦸꦏꦩꦗꦸ"}
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    draw_letterhead(canvas, an_office(aksara=script))
    canvas.save()
    assert b"NotoSansJavanese" in out.getvalue()


def test_a_page_too_narrow_is_refused() -> None:
    with pytest.raises(RenderError) as caught:
        on_canvas(left=250, right=250)
    assert caught.value.code == "kop-page-too-narrow"
