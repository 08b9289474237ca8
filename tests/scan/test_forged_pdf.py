"""PDF forgeries whose text layer still reads like the sealed letter, and tricks with files and versions."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pikepdf
import pypdf
import pypdfium2
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

    @pytest.mark.parametrize("name", ["TR", "TR2", "each color", "halftone"])
    def test_black_that_is_shown_as_white_makes_it_altered(self, desk: Any, pdf: bytes, name: str) -> None:
        def change(document: Any, page: Any) -> None:
            white = pikepdf.Dictionary(FunctionType=2, Domain=[0, 1], C0=[1], C1=[1], N=1)
            screen = pikepdf.Dictionary(
                HalftoneType=1,
                Frequency=60,
                Angle=45,
                SpotFunction=pikepdf.Name.Round,
                TransferFunction=white,
            )
            state = {
                "TR": pikepdf.Dictionary(TR=white),
                "TR2": pikepdf.Dictionary(TR2=document.make_indirect(white)),
                "each color": pikepdf.Dictionary(TR=[white, white, white, white]),
                "halftone": pikepdf.Dictionary(HT=screen),
            }[name]
            page.Resources.ExtGState = pikepdf.Dictionary(Turned=state)
            page.Contents = document.make_stream(b"/Turned gs " + page.Contents.read_bytes())

        verdict = verify_file(changed(pdf, change), trust=desk.trust, at=desk.at)
        assert verdict.kind is Kind.ALTERED
        assert "[hidden-text]" in kinds_of(verdict)

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


def with_pikepdf(**options: Any) -> Callable[[bytes], bytes]:
    def saved(data: bytes) -> bytes:
        buffer = io.BytesIO()
        with pikepdf.open(io.BytesIO(data)) as document:
            document.remove_unreferenced_resources()
            document.save(buffer, **options)
        return buffer.getvalue()

    return saved


def with_pypdf(data: bytes) -> bytes:
    writer, buffer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(io.BytesIO(data))), io.BytesIO()
    for page in writer.pages:
        page.compress_content_streams()
    writer.write(buffer)
    return buffer.getvalue()


def with_pdfium(data: bytes) -> bytes:
    document, buffer = pypdfium2.PdfDocument(data), io.BytesIO()
    document.save(buffer)
    document.close()
    return buffer.getvalue()


RESAVING: dict[str, Callable[[bytes], bytes]] = {
    "a line-oriented form": with_pikepdf(qdf=True),
    "contents written anew": with_pikepdf(normalize_content=True),
    "compressed again": with_pikepdf(recompress_flate=True, compress_streams=True),
    "locked against changes": with_pikepdf(encryption=pikepdf.Encryption(owner="a", user="")),
    "pypdf": with_pypdf,
    "PDFium": with_pdfium,
    "line ends of a mail": lambda data: data + b"\r\n\r\n",
}


class TestFilesAndVersions:
    def test_a_file_saved_anew_by_another_program_is_still_valid(self, desk: Any, pdf: bytes) -> None:
        buffer = io.BytesIO()
        with pikepdf.open(io.BytesIO(pdf)) as document:
            document.save(buffer, linearize=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        assert verify_file(buffer.getvalue(), trust=desk.trust, at=desk.at).kind is Kind.VALID

    @pytest.mark.parametrize("program", RESAVING)
    def test_no_program_that_saves_it_anew_is_an_alarm(self, desk: Any, pdf: bytes, program: str) -> None:
        saved = RESAVING[program](pdf)
        assert saved != pdf
        verdict = verify_file(saved, trust=desk.trust, at=desk.at)
        assert verdict.kind is Kind.VALID
        assert "text-agrees" in [each.code for each in verdict.reasons]

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


def an_action(kind: str, **more: Any) -> Any:
    return pikepdf.Dictionary(S=pikepdf.Name(f"/{kind}"), **more)


def opened_with(action: Any) -> Callable[[Any, Any], None]:
    def change(document: Any, _: Any) -> None:
        document.Root.OpenAction = action

    return change


def linked_to(**more: Any) -> Callable[[Any, Any], None]:
    def change(document: Any, page: Any) -> None:
        link = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[9, 9, 99, 99], Border=[0, 0, 0], **more
        )
        page.Annots = document.make_indirect(pikepdf.Array([document.make_indirect(link)]))

    return change


def in_the_outline(document: Any, _: Any) -> None:
    with document.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("Isi", action=LAUNCH))


def by_name(document: Any, _: Any) -> None:
    document.Root.Names.JavaScript = pikepdf.Dictionary(Names=pikepdf.Array([pikepdf.String("a"), SCRIPT]))


def portfolio(document: Any, _: Any) -> None:
    document.attachments["b.pdf"] = pikepdf.AttachedFileSpec(document, b"%PDF-1.7", filename="b.pdf")
    document.Root.Collection = pikepdf.Dictionary(D=pikepdf.String("b.pdf"))


def with_the_page(_: Any, page: Any) -> None:
    page.AA = pikepdf.Dictionary(O=SCRIPT)


SCRIPT = an_action("JavaScript", JS=pikepdf.String("app.alert(1)"))
LAUNCH = an_action("Launch", F=pikepdf.String("a.exe"))
ACTIONS: dict[str, Callable[[Any, Any], None]] = {
    "a script with the file": opened_with(SCRIPT),
    "a program with the file": opened_with(LAUNCH),
    "a site with the file": opened_with(an_action("URI", URI=pikepdf.String("https://contoh.id"))),
    "a script with the page": with_the_page,
    "a script by name": by_name,
    "a script of a link": linked_to(A=SCRIPT),
    "a script beside a link": linked_to(AA=pikepdf.Dictionary(E=SCRIPT)),
    "a program of a link": linked_to(A=LAUNCH),
    "another file of a link": linked_to(A=an_action("GoToR", F=pikepdf.String("b.pdf"))),
    "a program in the outline": in_the_outline,
    "an attached file in its place": portfolio,
}


class TestActions:
    @pytest.mark.parametrize("packed", ["disable", "generate"])
    @pytest.mark.parametrize("name", ACTIONS)
    def test_what_starts_when_a_file_is_opened_makes_it_altered(
        self, desk: Any, pdf: bytes, name: str, packed: str
    ) -> None:
        buffer = io.BytesIO()
        with pikepdf.open(io.BytesIO(pdf)) as document:
            ACTIONS[name](document, document.pages[0])
            document.save(buffer, object_stream_mode=getattr(pikepdf.ObjectStreamMode, packed))
        verdict = verify_file(buffer.getvalue(), trust=desk.trust, at=desk.at)
        assert verdict.kind is Kind.ALTERED
        assert "[action]" in kinds_of(verdict)
        assert "file-acts" in [each.code for each in verdict.reasons]

    def test_letters_of_an_action_written_otherwise_do_not_hide_it(self, desk: Any, pdf: bytes) -> None:
        buffer = io.BytesIO()
        with pikepdf.open(io.BytesIO(pdf)) as document:
            document.Root.OpenAction = SCRIPT
            document.save(buffer, object_stream_mode=pikepdf.ObjectStreamMode.disable)
        escaped = buffer.getvalue().replace(b"/JavaScript", b"/Java#53cript")
        escaped = escaped.replace(b"/OpenAction", b"/Open#41ction")
        assert escaped != buffer.getvalue()
        assert verify_file(escaped, trust=desk.trust, at=desk.at).kind is Kind.ALTERED

    def test_a_place_to_open_at_is_no_alarm(self, desk: Any, pdf: bytes) -> None:
        def change(document: Any, page: Any) -> None:
            document.Root.OpenAction = pikepdf.Array([page.obj, pikepdf.Name.Fit])

        assert verify_file(changed(pdf, change), trust=desk.trust, at=desk.at).kind is Kind.VALID

    @pytest.mark.parametrize(
        ("target", "kind"),
        [
            ("https://palsu.example/v", Kind.ALTERED),
            ("tel:+6281234567890", Kind.ALTERED),
            ("mailto:orang@gmail.com", Kind.ALTERED),
            ("https://sukamaju.desa.id/v", Kind.VALID),
            ("http://sukamaju.desa.id", Kind.VALID),
            ("tel:0267555231", Kind.VALID),
            ("mailto:sekretariat@sukamaju.desa.id?subject=Surat", Kind.VALID),
        ],
    )
    def test_a_link_leads_to_what_the_letter_says(
        self, desk: Any, pdf: bytes, target: str, kind: Kind
    ) -> None:
        action = an_action("URI", URI=pikepdf.String(target))
        verdict = verify_file(changed(pdf, linked_to(A=action)), trust=desk.trust, at=desk.at)
        assert verdict.kind is kind
        told = [each.sentence("id") for each in verdict.reasons if each.code == "link-elsewhere"]
        assert bool(told) is (kind is Kind.ALTERED)
        assert all(target in each for each in told)

    def test_other_attached_files_are_named(self, desk: Any, pdf: bytes) -> None:
        def change(document: Any, _: Any) -> None:
            for name in ("Lampiran Lain.pdf", f"{'x' * 200}.exe"):
                document.attachments[name] = pikepdf.AttachedFileSpec(document, b"isi", filename=name)

        verdict = verify_file(changed(pdf, change), trust=desk.trust, at=desk.at)
        assert verdict.kind is Kind.VALID
        (told,) = [each for each in verdict.reasons if each.code == "other-files-attached"]
        assert "2 berkas lain" in told.sentence("id")
        assert "lampiran lain.pdf" in told.sentence("id")
        assert "x" * 61 not in told.sentence("id")

    def test_the_files_of_a_seal_are_not_called_others(self, desk: Any, pdf: bytes) -> None:
        verdict = verify_file(pdf, trust=desk.trust, at=desk.at)
        assert "other-files-attached" not in [each.code for each in verdict.reasons]
