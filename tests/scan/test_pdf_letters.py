"""PDF forgeries in which the eye sees other letters than the text layer says, or elsewhere."""

from __future__ import annotations

import contextlib
import ctypes
import io
import re
import struct
import zlib
from collections.abc import Callable, Iterator
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from kopsurat.fonts import all_faces, face, file_bytes
from kopsurat.fonts.glyf import raw_outlines, table_places
from kopsurat.scanning import verify_file
from kopsurat.scanning.font_programs import Program, program_of
from kopsurat.scanning.pdf_fonts import Font, _samples
from kopsurat.seal import Kind

Change = Callable[[Any, Any], None]
LINE = b"(Panitia menerima sumbangan sebesar Rp500.000,00 dari kas desa untuk acara )Tj"
BEFORE, AFTER = LINE.split(b"500")
WHERE = b"1 0 0 1 106.30 555.40 Tm"


def changed(data: bytes, change: Change) -> bytes:
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document:
        change(document, document.pages[0])
        document.save(buffer)
    return buffer.getvalue()


def instead(*pairs: tuple[bytes, bytes]) -> Change:
    """Return a change of what the page draws."""

    def change(document: Any, page: Any) -> None:
        content = page.Contents.read_bytes()
        for old, new in pairs:
            assert old in content
            content = content.replace(old, new, 1)
        page.Contents = document.make_stream(content)

    return change


def drawn(drawing: bytes) -> Change:
    return lambda document, page: page.contents_add(document.make_stream(b"q " + drawing + b" Q"))


def a_font_for_the_five(make: Callable[[Any, Any], Any]) -> Change:
    """Return a change that draws the 5 of the amount in a font of its own, made from the letter's font."""

    def change(document: Any, page: Any) -> None:
        page.Resources.Font.Other = make(document, page.Resources.Font.F1)
        other = BEFORE + b")Tj/Other 12 Tf(5)Tj/F1 12 Tf(00" + AFTER
        instead((LINE, other))(document, page)

    return change


def copied(document: Any, thing: Any, **more: Any) -> Any:
    return document.make_indirect(Dictionary(**{key[1:]: value for key, value in thing.items()}, **more))


def drawn_as_nine(document: Any, font: Any) -> Any:
    file = TTFont(io.BytesIO(font.FontDescriptor.FontFile2.read_bytes()), checkChecksums=0)
    names = file["cmap"].tables[0].cmap
    base = 0 if ord("5") in names else 0xF000
    file["glyf"][names[base + ord("5")]] = file["glyf"][names[base + ord("9")]]
    buffer = io.BytesIO()
    file.save(buffer)
    copy = copied(document, font)
    copy.FontDescriptor = copied(document, font.FontDescriptor)
    copy.FontDescriptor.FontFile2 = document.make_stream(buffer.getvalue(), Length1=len(buffer.getvalue()))
    return copy


def drawn_as_boxes(document: Any, font: Any) -> Any:
    box = document.make_stream(b"600 0 0 0 600 700 d1 0 0 500 700 re f")
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        FontBBox=[0, 0, 600, 700],
        FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
        CharProcs=Dictionary(five=box),
        Encoding=Dictionary(Differences=[53, Name.five]),
        FirstChar=53,
        LastChar=53,
        Widths=[556],
        Resources=Dictionary(),
        ToUnicode=font.ToUnicode,
    )


def not_embedded(document: Any, font: Any) -> Any:
    return Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.ZapfDingbats, ToUnicode=font.ToUnicode
    )


def read_as(code: bytes, text: bytes) -> Callable[[Any, Any], Any]:
    """Return a font of which one code reads as another character."""

    def make(document: Any, font: Any) -> Any:
        table = font.ToUnicode.read_bytes()
        assert b"<%b><" % code in table
        start = table.index(b"<%b><" % code)
        table = table[:start] + b"<%b><%b>" % (code, text) + table[start + 10 :]
        copy = copied(document, font)
        copy.ToUnicode = document.make_stream(table)
        return copy

    return make


def misread(code: bytes, text: bytes, start: bytes) -> Change:
    """Return a change that draws part of the line in a font that reads one code as another character."""

    def change(document: Any, page: Any) -> None:
        page.Resources.Font.Other = read_as(code, text)(document, page.Resources.Font.F1)
        instead((LINE, start + b"Tj/F1 12 Tf(00" + AFTER))(document, page)

    return change


def a_picture(x: int, y: int, width: int, height: int, *, first: bool = False) -> Change:
    def change(document: Any, page: Any) -> None:
        picture = document.make_stream(Image.new("L", (40, 10), 120).tobytes())
        picture.Type, picture.Subtype, picture.ColorSpace = Name.XObject, Name.Image, Name.DeviceGray
        picture.Width, picture.Height, picture.BitsPerComponent = 40, 10, 8
        name = page.add_resource(picture, Name.XObject)
        drawing = f"q {width} 0 0 {height} {x} {y} cm {name} Do Q".encode()
        page.contents_add(document.make_stream(drawing), prepend=first)

    return change


def an_annotation(subtype: str, **more: Any) -> Change:
    def change(document: Any, page: Any) -> None:
        note = Dictionary(Type=Name.Annot, Subtype=Name(f"/{subtype}"), Rect=[200, 445, 360, 480], **more)
        page.Annots = document.make_indirect(Array([document.make_indirect(note)]))

    return change


def an_appearance(subtype: str) -> Change:
    def change(document: Any, page: Any) -> None:
        white = document.make_stream(b"1 g 0 0 160 35 re f")
        white.Type, white.Subtype, white.BBox = Name.XObject, Name.Form, Array([0, 0, 160, 35])
        an_annotation(subtype, AP=Dictionary(N=white))(document, page)

    return change


def many_links(document: Any, page: Any) -> None:
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 1, 1], Border=[0, 0, 0])
    page.Annots = document.make_indirect(Array([document.make_indirect(link)] * 501))


def xfa(document: Any, _page: Any) -> None:
    document.Root.AcroForm = Dictionary(XFA=document.make_stream(b"<xdp/>"), Fields=[])


PIXELS = b"0 g " + b" ".join(b"%d %d 3 3 re" % (250 + 3 * at, 440 + 3 * (at % 5)) for at in range(60)) + b" f"
STROKES = b"2 w " + b" ".join(b"%d 430 m %d 440 l S" % (250 + 10 * at, 250 + 10 * at) for at in range(6))
TIMES = b"1 0 0 1 202.70 597.40 Tm(09.00 WIB s.d. selesai)Tj"
PLACE = b"1 0 0 1 202.70 579.40 Tm(Balai Desa Sukamaju)Tj"
BLANK_ASIDE = b" 1 0 0 1 420 470 Tm( )Tj "
FORGERIES: dict[str, tuple[Change, str]] = {
    "a glyph drawn as another": (a_font_for_the_five(drawn_as_nine), "font"),
    "a font of drawings": (a_font_for_the_five(drawn_as_boxes), "font"),
    "a font that is not in the file": (a_font_for_the_five(not_embedded), "font"),
    "a nine that reads as a five": (misread(b"39", b"0035", BEFORE + b")Tj/Other 12 Tf(9)"), "font"),
    "a digit that reads as nothing": (misread(b"39", b"200B", BEFORE + b"5)Tj/Other 12 Tf(9)"), "glyph"),
    "digits set behind one another": (
        instead((LINE, b"[" + BEFORE + b")-1200(5)1800(00" + AFTER.replace(b"Tj", b"]TJ"))),
        "order",
    ),
    "lines exchanged, with a blank aside between them": (
        instead(
            (TIMES, TIMES.replace(b"597.40", b"579.40") + BLANK_ASIDE),
            (PLACE, BLANK_ASIDE + PLACE.replace(b"579.40", b"597.40")),
        ),
        "order",
    ),
    "text mirrored": (instead((WHERE + LINE, b"-1 0 0 1 500 555.40 Tm" + LINE)), "turned"),
    "text on its side": (
        instead((WHERE + LINE, b"0 1 -1 0 560 100 Tm" + LINE + b" 1 0 0 1 0 0 Tm")),
        "turned",
    ),
    "another text for a word": (
        instead(
            (LINE, b"/Span<</ActualText" + LINE[:-2] + b">>BDC" + LINE.replace(b"500", b"900") + b" EMC")
        ),
        "glyph",
    ),
    "a line through the text": (drawn(b"0.8 w 106 559 m 300 559 l S"), "cover"),
    "a line by a pen that the page makes broad": (
        drawn(b"0 G 20 0 0 20 0 0 cm 1 w 5.3 27.6 m 15 27.6 l S"),
        "cover",
    ),
    "upright lines through the letters": (
        drawn(b"0.5 w " + b" ".join(b"%d 545 m %d 570 l" % (x, x) for x in range(150, 160)) + b" S"),
        "cover",
    ),
    "a bar through the text": (drawn(b"0 g 106 558.5 200 1 re f"), "cover"),
    "a white box moved into place": (drawn(b"1 g 1 0 0 1 900 0 cm -830 540 450 40 re f"), "cover"),
    "words of pixels": (drawn(PIXELS), "drawing"),
    "words of strokes": (drawn(STROKES), "drawing"),
    "a broad picture among the lines of the head": (a_picture(100, 690, 200, 30), "picture"),
    "a broad picture under the text": (a_picture(100, 690, 200, 30, first=True), "picture"),
    "an emblem over text": (a_picture(150, 770, 100, 20), "cover"),
    "a link that is drawn": (an_appearance("Link"), "link"),
    "a window that is drawn": (an_appearance("Popup"), "popup"),
    "a link with a thick white border": (an_annotation("Link", Border=[0, 0, 30], C=[1, 1, 1]), "link"),
    "a file on the page": (an_annotation("FileAttachment"), "fileattachment"),
    "a printer's mark": (an_annotation("PrinterMark"), "printermark"),
    "more notes than are looked at": (many_links, "unknown"),
    "a form that replaces the page": (xfa, "xfa"),
}


def every_paragraph(document: Any, **more: Any) -> None:
    stack = [document.Root.StructTreeRoot.K]
    while stack:
        thing = stack.pop()
        if isinstance(thing, Array):
            stack += list(thing)
        elif isinstance(thing, Dictionary) and "/K" in thing:
            stack.append(thing.K)
            if thing.get("/S") == Name.P:
                for key, value in more.items():
                    thing[f"/{key}"] = value


@pytest.mark.parametrize("key", ["ActualText", "Alt"])
def test_what_is_read_out_otherwise_makes_it_altered(desk: Any, pdf: bytes, key: str) -> None:
    forged = changed(pdf, lambda document, _: every_paragraph(document, **{key: String("Rp900.000,00")}))
    verdict = verify_file(forged, trust=desk.trust, at=desk.at)
    assert verdict.kind is Kind.ALTERED
    assert [each.shown for each in verdict.differences] == ["[spoken]"]
    assert "text-spoken" in [each.code for each in verdict.reasons]


@pytest.mark.parametrize("name", FORGERIES)
@pytest.mark.filterwarnings("ignore::pikepdf.PageCopyWarning")
def test_what_the_eye_sees_otherwise_makes_it_altered(desk: Any, pdf: bytes, name: str) -> None:
    change, kind = FORGERIES[name]
    verdict = verify_file(changed(pdf, change), trust=desk.trust, at=desk.at)
    assert verdict.kind is Kind.ALTERED
    assert f"[{kind}]" in [each.shown for each in verdict.differences]


def test_a_link_without_an_appearance_is_no_mark(desk: Any, pdf: bytes) -> None:
    linked = changed(pdf, an_annotation("Link", Border=[0, 0, 0]))
    assert verify_file(linked, trust=desk.trust, at=desk.at).kind is Kind.VALID


ALNUM = [*map(str, range(10)), *map(chr, range(65, 91)), *map(chr, range(97, 123))]


def exchanged(font: Any, one: str, other: str) -> Change:
    """Return a change after which the codes of two characters in a font's table read as one another."""

    def change(document: Any, page: Any) -> None:
        table = page.Resources.Font[font].ToUnicode.read_bytes()
        first, second = (b"<%04X>" % ord(each) for each in (one, other))
        assert first in table
        assert second in table
        table = table.replace(first, b"<0000>").replace(second, first).replace(b"<0000>", second)
        page.Resources.Font[font].ToUnicode = document.make_stream(table)

    return change


class TestTwins:
    """The ink of some letters has the same box (H and N in Arimo): their outlines differ."""

    @pytest.mark.parametrize(("one", "other"), ["HN", "BP", "il", "DR", "AV"])
    def test_letters_of_the_same_size_exchanged_make_it_altered(
        self, desk: Any, letter_text: str, one: str, other: str
    ) -> None:
        words = f"Tanda {one}{one} {other}."
        letter, shown = (
            desk.write(letter_text.replace("Demikian", f"{each}\n\nDemikian"))
            for each in (words, words.translate({ord(one): other, ord(other): one}))
        )
        file = desk.print("pdf", letter=shown, seal=desk.seal_of(letter))

        def change(document: Any, page: Any) -> None:
            line = words.translate({ord(one): other, ord(other): one}).encode()
            page.Resources.Font.Other = copied(document, page.Resources.Font.F1)
            exchanged("/Other", one, other)(document, page)
            instead((b"(%b)Tj" % line, b"/Other 12 Tf(%b)Tj/F1 12 Tf" % line))(document, page)

        verdict = verify_file(changed(file, change), trust=desk.trust, at=desk.at)
        assert verdict.kind is Kind.ALTERED
        assert [each.shown for each in verdict.differences if each.shown != "[glyph]"] == ["[font]"]

    @pytest.mark.parametrize("shift", range(1, 62, 4))
    def test_no_letter_of_a_face_passes_for_another(self, pdf: bytes, shift: int) -> None:
        turned = dict(zip(ALNUM, ALNUM[shift:] + ALNUM[:shift], strict=True))

        def row(found: re.Match[bytes]) -> bytes:
            character = chr(int(found[1], 16))
            return b"<%b><%04X>" % (found[1], ord(turned[character])) if character in turned else found[0]

        def change(document: Any, page: Any) -> None:
            for font in page.Resources.Font.values():
                table = re.sub(rb"<(\w{2})><(\w{4})>", row, font.ToUnicode.read_bytes())
                font.ToUnicode = document.make_stream(table)

        with fonts_of(changed(pdf, change)) as fonts:
            assert len(fonts) == 2
            assert [chr(code) for font in fonts for code in map(ord, ALNUM) if font.draws(code)] == []

    def test_every_letter_passes_for_itself(self, pdf: bytes) -> None:
        with fonts_of(pdf) as fonts:
            assert [chr(code) for font in fonts for code in range(33, 127) if not font.draws(code)] == []

    def test_outlines_are_told_apart_in_every_face(self) -> None:
        """By a few of their points, and where those are the same, by the box of their ink."""
        for shown in (each for each in all_faces() if not each.is_shaped):
            program, seen = Program(face=shown), dict[Any, int]()
            for code in (each for each in range(33, 0x180) if each in shown.glyph_ids):
                other = seen.setdefault(_samples(shown)[code], code)
                if shown.glyph_ids[code] != shown.glyph_ids[other] and {code, other} != {0xD0, 0x110}:  # Ð, Đ
                    ink = program.ink(other)
                    assert ink is not None
                    assert not program.is_like(ink, code, 1.0), (shown.file, chr(other), chr(code))

    def test_boxes_ticked_and_empty_exchanged_make_it_altered(self, desk: Any, letter_text: str) -> None:
        body = "- [x] Setuju\n- [ ] Tidak setuju\n\nDemikian"
        letter = desk.write(letter_text.replace("Demikian", body))
        other = desk.write(
            letter_text.replace(
                "Demikian", body.replace("[x]", "[?]").replace("[ ]", "[x]").replace("[?]", "[ ]")
            )
        )
        seal = desk.seal_of(letter)
        genuine, forged = (desk.print("pdf", letter=each, seal=seal) for each in (letter, other))
        assert verify_file(genuine, trust=desk.trust, at=desk.at).kind is Kind.VALID

        def change(document: Any, page: Any) -> None:
            signs = next(name for name, font in page.Resources.Font.items() if font.Subtype == Name.Type0)
            exchanged(signs, "☐", "☑")(document, page)

        verdict = verify_file(changed(forged, change), trust=desk.trust, at=desk.at)
        assert verdict.kind is Kind.ALTERED
        assert [each.shown for each in verdict.differences] == ["[font]"]

    def test_a_second_code_that_reads_as_the_same_sign_makes_it_altered(
        self, desk: Any, letter_text: str
    ) -> None:
        letter = desk.write(letter_text.replace("Demikian", "- [x] Setuju\n- [ ] Tidak setuju\n\nDemikian"))
        file = desk.print("pdf", letter=letter, seal=desk.seal_of(letter))

        def change(document: Any, page: Any) -> None:
            name, font = next(each for each in page.Resources.Font.items() if each[1].Subtype == Name.Type0)
            table, below = font.ToUnicode.read_bytes(), font.DescendantFonts[0]
            codes = {text: code for code, text in re.findall(rb"<(\w{4})><(\w{4})>", table)}
            ticked, empty = (int(codes[b"%04X" % ord(each)], 16) for each in "☑☐")
            glyphs = below.CIDToGIDMap.read_bytes()
            more = glyphs[
                2 * empty : 2 * empty + 2
            ]  # the last code draws an empty box and reads as a ticked one
            below.CIDToGIDMap = document.make_stream(glyphs + more)
            widths = list(below.W[1])
            below.W[1] = Array([*widths, widths[empty]])
            last = len(glyphs) // 2
            row = b"1 beginbfchar\n<%04X><%04X>\nendbfchar\nendcmap" % (last, ord("☑"))
            font.ToUnicode = document.make_stream(table.replace(b"endcmap", row, 1))
            instead((b"<%04X" % ticked, b"<%04X" % last))(document, page)
            assert name

        verdict = verify_file(changed(file, change), trust=desk.trust, at=desk.at)
        assert verdict.kind is Kind.ALTERED
        assert "[font]" in [each.shown for each in verdict.differences]

    @pytest.mark.parametrize("text", [b"0000", b"000A", b"000D", b"0020", b"00AD", b"200B", b"FEFF", b"FFFE"])
    def test_no_digit_reads_as_nothing(self, desk: Any, pdf: bytes, text: bytes) -> None:
        change = misread(b"39", text, BEFORE + b"5)Tj/Other 12 Tf(9)")
        assert verify_file(changed(pdf, change), trust=desk.trust, at=desk.at).kind is Kind.ALTERED


@contextlib.contextmanager
def fonts_of(data: bytes) -> Iterator[list[Font]]:
    """Give the fonts of the first page."""
    document = pypdfium2.PdfDocument(data)
    page = document[0]
    handles = {}
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        thing = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(thing) == pdfium.FPDF_PAGEOBJ_TEXT:
            handle = pdfium.FPDFTextObj_GetFont(thing)
            handles[ctypes.addressof(handle.contents)] = handle
    yield [Font(document, each) for each in handles.values()]
    document.close()


class TestPrograms:
    def test_every_fixed_subset_is_known(self) -> None:
        for family in ("Arial", "Times New Roman", "Bookman Old Style"):
            for bold in (False, True):
                for italic in (False, True):
                    shown = face(family, bold=bold, italic=italic)
                    program = program_of(zlib.decompress(file_bytes(f"core/{shown.file}.zlib")))
                    assert program is not None
                    assert program.face is shown

    def test_single_glyphs_of_a_face_are_known_and_must_be_used(self) -> None:
        from kopsurat.backends.pdf.glyphsubset import subset_glyphs

        shown = face("Noto Sans Symbols 2")
        empty, ticked = (shown.glyph_ids[ord(each)] for each in "☐☑")
        program = program_of(subset_glyphs(shown.data, [empty, ticked])[0])
        assert program is not None
        assert program.face.file == shown.file
        assert program.is_used_by([ord("☐"), ord("☑")])
        assert not program.is_used_by([ord("☐")])

    @pytest.mark.parametrize("data", [b"", b"OTTO", bytes(200), b"\0\1\0\0\0\1" + bytes(30)])
    def test_what_is_no_font_is_none_of_ours(self, data: bytes) -> None:
        assert program_of(data) is None

    def test_glyphs_that_share_their_bytes_many_times_over_are_refused(self) -> None:
        data = bytearray(face("Arial").data)
        tables = table_places(bytes(data))
        long = struct.unpack_from(">h", data, tables[b"head"][0] + 50)[0]
        start, length = tables[b"loca"]
        end = tables[b"glyf"][1]
        pairs = length // 8 if long else length // 4
        struct.pack_into(f">{2 * pairs}{'L' if long else 'H'}", data, start, *(0, min(end, 65_535)) * pairs)
        with pytest.raises(ValueError, match="follow"):
            raw_outlines(bytes(data))
        assert program_of(bytes(data)) is None


@pytest.mark.parametrize(
    ("script", "text"), [("bali", "ᬲᬸᬓᬫᬚᬸ"), ("jawa", "ꦱꦸꦏꦩꦗꦸ"), ("sunda", "ᮞᮥᮊᮙᮏᮥ"), ("lontara", "ᨔᨘᨀᨆᨍᨘ")]
)
def test_a_letterhead_and_a_text_in_a_local_script_agree(
    desk: Any, office_text: str, letter_text: str, script: str, text: str
) -> None:
    import kopsurat

    office = kopsurat.read_office(
        office_text + f'[kop]\naksara = {{ jenis = "{script}", desa = "{text}" }}\n'
    )
    letter = desk.write(letter_text.replace("acara tersebut", f"acara {text} itu {text}"))
    seal = kopsurat.seal_letter(letter, office, key=desk.key, host="sukamaju.desa.id")
    data = kopsurat.render(kopsurat.compose(letter, office, seal=seal), "pdf")
    verdict = verify_file(data, trust=desk.trust, at=desk.at)
    assert verdict.differences == ()
    assert verdict.kind is Kind.VALID


class TestPagesBeyondMeasure:
    @pytest.mark.parametrize(
        "scale",
        [b"1e38 0 0 1e38 0 0 cm", b"1e20 0 0 1 0 0 cm", b"0 0 0 0 0 0 cm", b"1e9 0 0 1e9 -1e9 -1e9 cm"],
    )
    def test_coordinates_without_bounds_give_a_verdict(self, desk: Any, pdf: bytes, scale: bytes) -> None:
        boxes = b" ".join(b"%d 0 1 1 re" % at for at in range(200))
        text = b"BT /F1 1e30 Tf (xx) Tj ET 1e30 1e30 m 2e30 1e30 l S"
        forged = changed(pdf, drawn(scale + b" " + boxes + b" f " + text))
        assert verify_file(forged, trust=desk.trust, at=desk.at).kind is Kind.ALTERED

    def test_more_objects_than_a_page_has_are_not_looked_at_one_by_one(self, desk: Any, pdf: bytes) -> None:
        many = b" ".join(b"1 0 0 1 %d %d Tm (a) Tj" % (at % 500, at % 900) for at in range(7_000))
        verdict = verify_file(
            changed(pdf, drawn(b"BT /F1 12 Tf " + many + b" ET")), trust=desk.trust, at=desk.at
        )
        assert verdict.kind is Kind.ALTERED
        assert "[unknown]" in [each.shown for each in verdict.differences]
