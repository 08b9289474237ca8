"""PDF forgeries whose text layer still reads like the sealed letter, and tricks with files and versions."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from PIL import Image

from kopsurat.scanning import verify_file, verify_seals
from kopsurat.seal import Kind

PAINTED_OVER = {
    "a white box": (b"1 g 70 500 450 40 re f", "cover"),
    "a black box": (b"0 g 70 500 450 40 re f", "cover"),
    "a thick white line": (b"1 G 30 w 70 520 m 520 520 l S", "cover"),
    "a drawn letter": (b"0 g 80 60 m 100 90 l 120 60 l f", "drawing"),
    "a curve": (b"0 G 80 60 m 90 90 110 90 120 60 c S", "drawing"),
}


def changed(data: bytes, change: Callable[[Any, Any], None]) -> bytes:
    """Return a PDF after a change of the document and its first page."""
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document:
        change(document, document.pages[0])
        document.save(buffer)
    return buffer.getvalue()


def kinds_of(verdict: Any) -> str:
    return " ".join(each.shown or "" for each in verdict.differences)


def append(drawing: bytes) -> Callable[[Any, Any], None]:
    def change(document: Any, page: Any) -> None:
        page.contents_add(document.make_stream(b"q " + drawing + b" Q"))

    return change


class TestDrawnOver:
    @pytest.mark.parametrize("name", PAINTED_OVER)
    def test_what_is_drawn_over_the_text_makes_it_altered(self, desk: Any, pdf: bytes, name: str) -> None:
        drawing, kind = PAINTED_OVER[name]
        verdict = verify_file(changed(pdf, append(drawing)), trust=desk.trust, at=desk.at)
        assert verdict.kind is Kind.ALTERED
        assert f"[{kind}]" in kinds_of(verdict)

    def test_a_picture_with_other_words_makes_it_altered(self, desk: Any, pdf: bytes) -> None:
        def change(document: Any, page: Any) -> None:
            picture = document.make_stream(Image.new("L", (40, 10), 255).tobytes())
            picture.Type, picture.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
            picture.Width, picture.Height, picture.BitsPerComponent = 40, 10, 8
            picture.ColorSpace = pikepdf.Name.DeviceGray
            name = page.add_resource(picture, pikepdf.Name.XObject)
            page.contents_add(document.make_stream(f"q 450 0 0 40 70 400 cm {name} Do Q".encode()))

        verdict = verify_file(changed(pdf, change), trust=desk.trust, at=desk.at)
        assert verdict.kind is Kind.ALTERED
        assert "[picture]" in kinds_of(verdict)

    def test_a_form_with_other_words_makes_it_altered(self, desk: Any, pdf: bytes) -> None:
        def change(document: Any, page: Any) -> None:
            form = document.make_stream(b"1 g 0 0 450 40 re f")
            form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
            form.BBox = [0, 0, 450, 40]
            name = page.add_resource(form, pikepdf.Name.XObject)
            page.contents_add(document.make_stream(f"q 1 0 0 1 70 400 cm {name} Do Q".encode()))

        verdict = verify_file(changed(pdf, change), trust=desk.trust, at=desk.at)
        assert verdict.kind is Kind.ALTERED
        assert "[form]" in kinds_of(verdict)


class TestHiddenText:
    @pytest.mark.parametrize(
        ("before", "kind"),
        [
            (b"3 Tr ", "hidden-text"),
            (b"1 g ", "hidden-text"),
            (b".8 g ", "hidden-text"),
            (b".02 0 0 .02 300 300 cm ", "hidden-text"),
            (b"1 0 0 1 -250 0 cm ", "hidden-text"),
            (b"0 0 5 5 re W n ", "clip"),
            (b"/OC /Lapis BDC ", "layer"),
        ],
        ids=["invisible", "white", "pale", "tiny", "off the page", "clipped", "in a layer"],
    )
    def test_text_that_nobody_sees_makes_it_altered(
        self, desk: Any, pdf: bytes, before: bytes, kind: str
    ) -> None:
        def change(document: Any, page: Any) -> None:
            old = page.Contents.read_bytes()
            # The letter's own color is set before each text; a forger takes that out.
            shown = old.replace(b"0 0 0 rg", b"").replace(b"0 g", b"")
            page.Contents = document.make_stream(b"q " + before + shown + b" Q")
            layer = pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name=pikepdf.String("Lapis"))
            page.Resources.Properties = pikepdf.Dictionary(Lapis=document.make_indirect(layer))

        verdict = verify_file(changed(pdf, change), trust=desk.trust, at=desk.at)
        assert verdict.kind is Kind.ALTERED
        assert f"[{kind}]" in kinds_of(verdict)

    def test_a_letter_file_in_a_pdf_without_text_makes_it_altered(self, desk: Any, pdf: bytes) -> None:
        def change(document: Any, page: Any) -> None:
            page.Contents = document.make_stream(b"")

        verdict = verify_file(changed(pdf, change), trust=desk.trust, at=desk.at)
        assert (verdict.kind, verdict.reasons[0].code) == (Kind.ALTERED, "text-not-readable")

    def test_text_cut_off_by_the_edge_of_the_page_makes_it_altered(self, desk: Any, pdf: bytes) -> None:
        def change(_: Any, page: Any) -> None:
            page.CropBox = [0, 400, 610, 940]

        verdict = verify_file(changed(pdf, change), trust=desk.trust, at=desk.at)
        assert verdict.kind is Kind.ALTERED
        assert "[hidden-text]" in kinds_of(verdict)


class TestFilesAndVersions:
    def test_a_file_saved_anew_by_another_program_is_still_valid(self, desk: Any, pdf: bytes) -> None:
        buffer = io.BytesIO()
        with pikepdf.open(io.BytesIO(pdf)) as document:
            document.save(buffer, linearize=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        assert verify_file(buffer.getvalue(), trust=desk.trust, at=desk.at).kind is Kind.VALID

    def test_an_incremental_update_is_judged_by_what_it_shows(
        self, desk: Any, pdf: bytes, letter_text: str
    ) -> None:
        other = desk.print("pdf", letter=desk.write(letter_text.replace("Rp500", "Rp900")))

        def change(document: Any, page: Any) -> None:
            with pikepdf.open(io.BytesIO(other)) as forged:
                page.Contents = document.copy_foreign(forged.pages[0].obj).Contents

        verdict = verify_file(changed(pdf, change), trust=desk.trust, at=desk.at)
        assert verdict.kind is Kind.ALTERED

    def test_a_second_surat_json_that_does_not_fit_makes_it_altered(self, desk: Any, pdf: bytes) -> None:
        forged = desk.seal.letter_json.replace(b"Rp500.000", b"Rp900.000")

        def change(document: Any, _: Any) -> None:
            document.attachments["a-surat.json"] = pikepdf.AttachedFileSpec(document, forged)
            document.attachments["z-surat.json"] = pikepdf.AttachedFileSpec(document, forged)

        verdict = verify_file(changed(pdf, change), trust=desk.trust, at=desk.at)
        assert verdict.kind is Kind.ALTERED
        assert verdict.reasons[0].code == "attachment-differs"

    def test_the_surat_json_of_another_letter_beside_the_own_one_is_judged_too(
        self, desk: Any, pdf: bytes, letter_text: str
    ) -> None:
        other = desk.seal_of(desk.write(letter_text.replace("Rp500", "Rp900")))

        def change(document: Any, _: Any) -> None:
            document.attachments["z-surat.json"] = pikepdf.AttachedFileSpec(document, other.letter_json)

        verdicts = verify_seals(changed(pdf, change), trust=desk.trust, at=desk.at)
        assert [each.kind for each in verdicts] == [Kind.VALID, Kind.ALTERED]
        assert verify_file(changed(pdf, change), trust=desk.trust, at=desk.at).kind is Kind.ALTERED

    def test_a_page_of_another_letter_makes_it_altered(self, desk: Any, pdf: bytes, letter_text: str) -> None:
        other = desk.print("pdf", letter=desk.write(letter_text.replace("Rp500", "Rp900")))

        def change(document: Any, _: Any) -> None:
            with pikepdf.open(io.BytesIO(other)) as forged:
                document.pages.append(forged.pages[0])

        assert verify_file(changed(pdf, change), trust=desk.trust, at=desk.at).kind is Kind.ALTERED
