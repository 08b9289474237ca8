"""A letterhead put on finished PDF files."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest
from offices import an_office
from page_words import read_pages
from reportlab.pdfgen.canvas import Canvas

from kopsurat.errors import RenderError
from kopsurat.integrations.pdf import overlay_letterhead

if TYPE_CHECKING:
    from collections.abc import Callable

A4 = (595.28, 841.89)
UNIT = "DESA SUKAMAJU"


def a_pdf(
    draw: Callable[[Any], None] | None = None, *, size: tuple[float, float] = A4, pages: int = 1
) -> bytes:
    """Return a PDF with text in the middle of each page."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=1)
    for _ in range(pages):
        canvas.drawString(size[0] / 2, size[1] / 2, "Isi dokumen lain")
        if draw:
            draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def changed(pdf: bytes, change: Callable[[Any], None]) -> bytes:
    """Return a PDF after ``change`` was made to its first page."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        change(document.pages[0])
        out = io.BytesIO()
        document.save(out)
    return out.getvalue()


def refused(pdf: bytes, **kop: Any) -> RenderError:
    """Return the error with which a PDF is refused."""
    with pytest.raises(RenderError) as caught:
        overlay_letterhead(pdf, an_office(**kop))
    return caught.value


class TestWhatIsSeen:
    @pytest.mark.parametrize("size", [A4, (609.45, 935.43), (841.89, 595.28), (419.53, 595.28)])
    def test_the_letterhead_stands_at_the_top_and_the_text_where_it_was(
        self, size: tuple[float, float]
    ) -> None:
        before = read_pages(a_pdf(size=size))
        after = read_pages(overlay_letterhead(a_pdf(size=size), an_office()))
        lines = [line for _, line in after.lines()]
        assert UNIT in lines
        assert lines[-1] == "Isi dokumen lain"
        assert after.words[-1] == before.words[-1]

    def test_only_the_first_page_has_it_unless_the_office_wants_all(self) -> None:
        pdf = a_pdf(pages=3)
        first = read_pages(overlay_letterhead(pdf, an_office()))
        every = read_pages(overlay_letterhead(pdf, an_office(halaman="semua")))
        assert [page for page, line in first.lines() if line == UNIT] == [0]
        assert [page for page, line in every.lines() if line == UNIT] == [0, 1, 2]

    @pytest.mark.parametrize("turn", [90, 180, 270])
    def test_a_turned_page_gets_it_at_the_top_of_what_is_seen(self, turn: int) -> None:
        pdf = changed(a_pdf(), lambda page: page.rotate(turn, relative=False))
        seen = _upright_top(overlay_letterhead(pdf, an_office()))
        assert seen == "PEMERINTAH KABUPATEN SUKAMULYA"

    def test_a_cropped_page_gets_it_inside_what_is_seen(self) -> None:
        pdf = changed(a_pdf(), lambda page: setattr(page, "cropbox", [20, 20, 575, 800]))
        pages = read_pages(overlay_letterhead(pdf, an_office()))
        kop = next(word for word in pages.words if word.text == "PEMERINTAH")
        assert 0 < kop.baseline < 60

    @pytest.mark.parametrize(
        ("key", "value"),
        [("/CropBox", [-50, -50, 700, 900]), ("/Rotate", 45), ("/MediaBox", [595.28, 841.89, 0, 0])],
    )
    def test_boxes_and_turns_that_viewers_mend_are_taken_as_they_do(self, key: str, value: Any) -> None:
        odd = changed(a_pdf(), lambda page: page.obj.__setitem__(pikepdf.Name(key), value))
        usual = read_pages(overlay_letterhead(a_pdf(), an_office()))
        pages = read_pages(overlay_letterhead(odd, an_office()))
        assert [(word.text, round(word.baseline)) for word in pages.words] == [
            (word.text, round(word.baseline)) for word in usual.words
        ]

    @pytest.mark.parametrize("content", [b"q 0.5 0 0 0.5 0 0 cm q", b"0.5 0 0 0.5 0 0 cm Q Q"])
    def test_a_page_that_leaves_its_graphics_open_does_not_shrink_it(self, content: bytes) -> None:
        def leave_open(page: Any) -> None:
            page.contents_add(content)

        made = overlay_letterhead(changed(a_pdf(), leave_open), an_office())
        kop = next(word for word in read_pages(made).words if word.text == "PEMERINTAH")
        usual = next(
            word
            for word in read_pages(overlay_letterhead(a_pdf(), an_office())).words
            if word.text == "PEMERINTAH"
        )
        assert abs(kop.baseline - usual.baseline) < 1

    def test_pages_of_one_size_share_one_letterhead(self) -> None:
        office = an_office(halaman="semua")
        one, many = (len(overlay_letterhead(a_pdf(pages=count), office)) for count in (1, 20))
        assert many < 2 * one

    def test_what_the_file_says_of_its_standard_is_taken_back(self) -> None:
        out = io.BytesIO()
        with pikepdf.open(io.BytesIO(a_pdf())) as document:
            with document.open_metadata() as metadata:
                metadata["pdfaid:part"] = "2"
                metadata["dc:title"] = "Laporan"
            document.save(out)
        made = overlay_letterhead(out.getvalue(), an_office())
        with pikepdf.open(io.BytesIO(made)) as document, document.open_metadata() as metadata:
            assert "pdfaid:part" not in metadata
            assert metadata["dc:title"] == "Laporan"

    def test_its_links_work(self) -> None:
        made = overlay_letterhead(a_pdf(), an_office())
        with pikepdf.open(io.BytesIO(made)) as document:
            targets = {str(each["/A"]["/URI"]) for each in document.pages[0].obj["/Annots"]}
        assert "tel:+62267555231" in targets
        assert any(target.startswith("https://sukamaju.desa.id") for target in targets)

    def test_the_same_input_gives_the_same_bytes(self) -> None:
        assert overlay_letterhead(a_pdf(), an_office()) == overlay_letterhead(a_pdf(), an_office())


class TestNothingIsCovered:
    def test_text_under_the_letterhead_is_named(self) -> None:
        error = refused(a_pdf(lambda canvas: canvas.drawString(80, 780, "KOP LAMA DESA")))
        assert error.code == "kop-covers-content"
        assert error.value == "KOP LAMA DESA"
        assert error.evidence["page"] == 1

    @pytest.mark.parametrize(
        "draw",
        [
            lambda canvas: canvas.line(60, 760, 500, 760),
            lambda canvas: canvas.rect(500, 800, 40, 30, fill=1),
            lambda canvas: canvas.acroForm.textfield(x=60, y=780, value="isi"),
        ],
        ids=["line", "box", "form field"],
    )
    def test_anything_else_that_is_printed_there_counts_too(self, draw: Callable[[Any], None]) -> None:
        assert refused(a_pdf(draw)).code == "kop-covers-content"

    def test_a_later_page_is_looked_at_when_all_pages_get_it(self) -> None:
        pdf = a_pdf(
            lambda canvas: canvas.getPageNumber() == 2 and canvas.drawString(80, 800, "Halaman 2"), pages=2
        )
        assert UNIT in [line for _, line in read_pages(overlay_letterhead(pdf, an_office())).lines()]
        error = refused(pdf, halaman="semua")
        assert error.evidence["page"] == 2

    def test_white_paint_is_no_content(self) -> None:
        def paint(canvas: Any) -> None:
            canvas.setFillGray(1)
            canvas.rect(0, 700, 600, 200, stroke=0, fill=1)

        made = overlay_letterhead(a_pdf(paint), an_office())
        assert UNIT in [line for _, line in read_pages(made).lines()]

    def test_a_second_letterhead_is_refused(self) -> None:
        once = overlay_letterhead(a_pdf(), an_office())
        assert refused(once).code == "kop-covers-content"


class TestWhatCannotBeChanged:
    @pytest.mark.parametrize("data", [b"", b"%PDF-1.7 rusak", a_pdf()[:200]])
    def test_a_damaged_file_is_refused(self, data: bytes) -> None:
        assert refused(data).code == "pdf-unreadable"

    @pytest.mark.parametrize("user", ["rahasia", ""])
    def test_a_locked_file_is_refused(self, user: str) -> None:
        out = io.BytesIO()
        with pikepdf.open(io.BytesIO(a_pdf())) as document:
            permissions = pikepdf.Permissions(modify_other=False, modify_assembly=False)
            document.save(out, encryption=pikepdf.Encryption(owner="pemilik", user=user, allow=permissions))
        assert refused(out.getvalue()).code == "pdf-locked"

    @pytest.mark.parametrize("how", ["flag", "field", "permission"])
    def test_a_signed_file_is_refused(self, how: str) -> None:
        def sign(document: Any) -> None:
            signature = document.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Sig))
            if how == "permission":
                document.Root["/Perms"] = pikepdf.Dictionary(DocMDP=signature)
                return
            field = document.make_indirect(pikepdf.Dictionary(FT=pikepdf.Name.Sig, V=signature))
            fields = pikepdf.Array([field] if how == "field" else [])
            flags = {"SigFlags": 3} if how == "flag" else {}
            document.Root["/AcroForm"] = pikepdf.Dictionary(Fields=fields, **flags)

        out = io.BytesIO()
        with pikepdf.open(io.BytesIO(a_pdf())) as document:
            sign(document)
            document.save(out)
        assert refused(out.getvalue()).code == "pdf-signed"

    def test_a_page_too_narrow_is_refused(self) -> None:
        assert refused(a_pdf(size=(280, 400))).code == "kop-page-too-narrow"


def _upright_top(pdf: bytes) -> str:
    """Return the first line of a page as a reader sees it, whatever its rotation."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        turn = int(document.pages[0].obj["/Rotate"])
    import pypdfium2

    page = pypdfium2.PdfDocument(pdf)[0]
    text = page.get_textpage()
    characters = []
    for at in range(text.count_chars()):
        left, bottom, _, _ = text.get_charbox(at, loose=True)
        x, y = {90: (bottom, left), 180: (-left, bottom), 270: (-bottom, -left)}[turn]
        characters.append((round(y), x, text.get_text_range(at, 1)))
    top = min(y for y, _, character in characters if character.strip())
    line = sorted((x, character) for y, x, character in characters if abs(y - top) <= 3)
    return " ".join("".join(character for _, character in line).split())
