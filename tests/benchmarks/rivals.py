"""The same letter by what a user would otherwise pick, each as its own documentation shows it.

Every maker takes the number of the letter and its link, and returns a PDF. The links are given: none
of them signs anything. Only typst is asked for tagged PDF/A-3a, as ours is; the others write plain
PDF. All draw the QR code by C++ (zxing-cpp).
"""

from __future__ import annotations

import functools
import io
import json
import zlib
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

__all__ = ["by_canvas", "by_hand", "by_platypus", "by_typst", "reference"]

HERE = Path(__file__).resolve().parent
FONTS = HERE.parents[1] / "fonts"
LOGO = HERE / "reference" / "logo.png"
MM = 72 / 25.4
WIDTH, HEIGHT = 210 * MM, 297 * MM
LEFT, RIGHT, TOP = 25 * MM, 20 * MM, 15 * MM


@functools.cache
def reference() -> dict[str, Any]:
    """Return the reference letter."""
    return json.loads((HERE / "reference" / "letter.json").read_text(encoding="utf-8"))


def _qr_png(link: str) -> bytes:
    import zxingcpp
    from PIL import Image

    symbol = zxingcpp.create_barcode(link, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    out = io.BytesIO()
    Image.fromarray(zxingcpp.write_barcode_to_image(symbol, scale=4)).save(out, "PNG")
    return out.getvalue()


# ---- reportlab, platypus


@functools.cache
def _styles() -> dict[str, Any]:
    from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_RIGHT
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    pdfmetrics.registerFont(TTFont("Tinos", str(FONTS / "Tinos-Regular.ttf")))
    pdfmetrics.registerFont(TTFont("Tinos-Bold", str(FONTS / "Tinos-Bold.ttf")))
    base = ParagraphStyle("base", fontName="Tinos", fontSize=12, leading=15)
    return {
        "base": base,
        "right": ParagraphStyle("right", base, alignment=TA_RIGHT, spaceAfter=6),
        "body": ParagraphStyle("body", base, alignment=TA_JUSTIFY, firstLineIndent=12.5 * MM, spaceAfter=6),
        "kop": ParagraphStyle("kop", base, fontSize=14, leading=17, alignment=TA_CENTER),
        "unit": ParagraphStyle(
            "unit", base, fontName="Tinos-Bold", fontSize=18, leading=22, alignment=TA_CENTER
        ),
        "small": ParagraphStyle("small", base, fontSize=10, leading=12.5),
        "contact": ParagraphStyle("contact", base, fontSize=10, leading=12.5, alignment=TA_CENTER),
        "center": ParagraphStyle("center", base, alignment=TA_CENTER),
        "caption": ParagraphStyle("caption", base, fontSize=7, leading=8.5),
    }


def by_platypus(number: int, link: str, letter: dict[str, Any] | None = None) -> bytes:
    """Return the letter made with reportlab's platypus and a QR code by C++."""
    from reportlab.platypus import HRFlowable, Image, Paragraph, SimpleDocTemplate, Spacer, Table

    letter, style = letter or reference(), _styles()
    name = f"Slamet Riyadi {number}"
    kop = letter["kop"]
    lines = [Paragraph(text, style["kop"]) for text in kop["baris"][:2]]
    lines += [Paragraph(kop["baris"][2], style["unit"]), Paragraph(kop["alamat"], style["contact"])]
    lines.append(
        Paragraph(
            f"Telp: {kop['telp']} • Email: <a href='mailto:{kop['email']}'>{kop['email']}</a> • "
            f"Website: <a href='{kop['website']}'>{kop['website']}</a>",
            style["contact"],
        )
    )
    bare = [
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 0),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ]

    def rows(pairs: list[Any]) -> Table:
        cells = [[Paragraph(a, style["base"]), ":", Paragraph(escape(b), style["base"])] for a, b in pairs]
        return Table(cells, colWidths=[41 * MM, 4 * MM, 115 * MM], style=bare)

    story: list[Any] = [
        Table([[Image(str(LOGO), 25 * MM, 25 * MM), lines]], colWidths=[27 * MM, 138 * MM], style=bare),
        Spacer(1, 6),
        HRFlowable("100%", 3, color="black"),
        HRFlowable("100%", 0.75, color="black"),
        Spacer(1, 12),
        Paragraph(letter["tempat_tanggal"], style["right"]),
        rows(
            [
                ("Nomor", letter["nomor"]),
                ("Sifat", letter["sifat"]),
                ("Lampiran", letter["lampiran"]),
                ("Perihal", letter["hal"]),
            ]
        ),
        *(Paragraph(text, style["base"]) for text in letter["kepada"]),
        Paragraph(letter["paragraf"][0].replace("{nama}", name), style["body"]),
        rows([[a, name if a == "Nama undangan" else b] for a, b in letter["tabel"]]),
        *(Paragraph(text, style["body"]) for text in letter["paragraf"][1:]),
    ]
    qr = Image(io.BytesIO(_qr_png(link)), 35 * MM, 35 * MM)
    signature = [
        Paragraph(letter["ttd"]["jabatan"], style["center"]),
        Spacer(1, 22 * MM),
        Paragraph(f"<u><b>{letter['ttd']['nama']}</b></u>", style["center"]),
    ]
    story += [
        Table([[qr, signature]], colWidths=[80 * MM, 85 * MM], style=bare),
        Paragraph(letter["kaki"], style["caption"]),
        Paragraph("Tembusan:", style["small"]),
        *(Paragraph(f"{at}. {text}", style["small"]) for at, text in enumerate(letter["tembusan"], 1)),
    ]
    out = io.BytesIO()
    SimpleDocTemplate(
        out,
        pagesize=(WIDTH, HEIGHT),
        leftMargin=LEFT,
        rightMargin=RIGHT,
        topMargin=TOP,
        bottomMargin=TOP,
        title="Undangan",
        author="Pemerintah Desa Sumberejo",
    ).build(story)
    return out.getvalue()


# ---- typst

_TYPST = """
#let p = json(bytes(sys.inputs.letter))
#set document(title: "Undangan", author: "Pemerintah Desa Sumberejo",
  date: datetime(year: 2026, month: 11, day: 24))
#set page(width: 210mm, height: 297mm, margin: (left: 25mm, right: 20mm, top: 15mm, bottom: 15mm))
#set text(font: "Tinos", size: 12pt, lang: "id", hyphenate: false)
#set par(leading: 5pt, spacing: 6pt)
#let rows(pairs) = grid(columns: (41mm, 4mm, 1fr), row-gutter: 5pt,
  ..pairs.map(r => (r.at(0), ":", r.at(1))).flatten())
#grid(columns: (27mm, 1fr), image("logo.png", width: 25mm, alt: "Lambang"), align(center)[
  #text(14pt)[#p.kop.baris.at(0) \\ #p.kop.baris.at(1)] \\ #text(18pt, weight: "bold", p.kop.baris.at(2)) \\
  #set text(10pt)
  #p.kop.alamat \\ Telp: #p.kop.telp • Email: #link("mailto:" + p.kop.email, p.kop.email) •
  Website: #link(p.kop.website)])
#line(length: 100%, stroke: 3pt)
#v(-5pt)
#line(length: 100%, stroke: .75pt)
#align(right, p.tempat_tanggal)
#rows((("Nomor", p.nomor), ("Sifat", p.sifat), ("Lampiran", p.lampiran), ("Perihal", p.hal)))
#p.kepada.join(linebreak())
#set par(justify: true, first-line-indent: 12.5mm)
#p.paragraf.at(0)
#rows(p.tabel)
#p.paragraf.slice(1).join(parbreak())

#grid(columns: (80mm, 85mm), image(bytes(sys.inputs.qr), format: "svg", width: 35mm, alt: "Kode QR"),
  align(center)[#p.ttd.jabatan #v(22mm) #underline(strong(p.ttd.nama))])
#text(7pt, p.kaki)
#set text(10pt)
#set par(first-line-indent: 0mm)
Tembusan:
#enum(..p.tembusan)
"""


@functools.cache
def _compiler() -> Any:
    import typst

    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(FONTS)])
    return typst.Compiler(root=str(HERE / "reference"), font_paths=fonts)


def by_typst(number: int, link: str, letter: dict[str, Any] | None = None) -> bytes:
    """Return the letter made with typst (tagged, PDF/A-3a asked for) and a QR code by C++."""
    import zxingcpp

    letter = json.loads(json.dumps(letter or reference()))
    name = f"Slamet Riyadi {number}"
    letter["tabel"][0][1] = name
    letter["paragraf"][0] = letter["paragraf"][0].replace("{nama}", name)
    symbol = zxingcpp.create_barcode(link, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    inputs = {"letter": json.dumps(letter), "qr": zxingcpp.write_barcode_to_svg(symbol)}
    return _compiler().compile(
        input=_TYPST.encode(), format="pdf", sys_inputs=inputs, pdf_standards=["a-3a"], timestamp=1795478400
    )


# ---- reportlab, canvas by hand


def by_canvas(number: int, link: str) -> bytes:
    """Return the letter drawn by hand on a reportlab canvas, lines broken by simpleSplit."""
    from reportlab.lib.utils import ImageReader, simpleSplit
    from reportlab.pdfgen.canvas import Canvas

    _styles()
    letter, out = reference(), io.BytesIO()
    name = f"Slamet Riyadi {number}"
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT))
    canvas.setTitle("Undangan")
    canvas.drawImage(str(LOGO), LEFT, HEIGHT - TOP - 25 * MM, 25 * MM, 25 * MM)
    right, measure = WIDTH - RIGHT, WIDTH - LEFT - RIGHT
    y = HEIGHT - TOP - 12

    def center(text: str, font: str, size: float, step: float) -> None:
        nonlocal y
        canvas.setFont(font, size)
        canvas.drawCentredString((LEFT + 27 * MM + right) / 2, y, text)
        y -= step

    kop = letter["kop"]
    center(kop["baris"][0], "Tinos", 14, 17)
    center(kop["baris"][1], "Tinos", 14, 19)
    center(kop["baris"][2], "Tinos-Bold", 18, 18)
    center(kop["alamat"], "Tinos", 10, 12.5)
    center(f"Telp: {kop['telp']} • Email: {kop['email']} • Website: {kop['website']}", "Tinos", 10, 12)
    canvas.rect(LEFT, y, measure, 3, stroke=0, fill=1)
    y -= 40
    canvas.setFont("Tinos", 12)
    canvas.drawRightString(right, y, letter["tempat_tanggal"])
    y -= 20

    def pairs(rows: list[Any], left: float) -> None:
        nonlocal y
        for label, value in rows:
            canvas.drawString(left, y, label)
            canvas.drawString(left + 41 * MM, y, ":")
            canvas.drawString(left + 45 * MM, y, value)
            y -= 15

    def paragraph(text: str) -> None:
        nonlocal y
        lines = simpleSplit(text, "Tinos", 12, measure)
        for at, line in enumerate(lines):
            words = line.split()
            block = canvas.beginText(LEFT, y)
            if at + 1 < len(lines) and len(words) > 1:
                block.setWordSpace((measure - canvas.stringWidth(line, "Tinos", 12)) / (len(words) - 1))
            block.textLine(line)
            canvas.drawText(block)
            y -= 15
        y -= 6

    pairs(
        [
            ("Nomor", letter["nomor"]),
            ("Sifat", letter["sifat"]),
            ("Lampiran", letter["lampiran"]),
            ("Perihal", letter["hal"]),
        ],
        LEFT,
    )
    for text in letter["kepada"]:
        canvas.drawString(LEFT, y, text)
        y -= 15
    paragraph(letter["paragraf"][0].replace("{nama}", name))
    pairs([(a, name if a == "Nama undangan" else b) for a, b in letter["tabel"]], LEFT + 12 * MM)
    paragraph(letter["paragraf"][1])
    paragraph(letter["paragraf"][2])
    canvas.drawImage(ImageReader(io.BytesIO(_qr_png(link))), LEFT, y - 35 * MM, 35 * MM, 35 * MM)
    canvas.drawCentredString(420, y, letter["ttd"]["jabatan"])
    canvas.setFont("Tinos-Bold", 12)
    canvas.drawCentredString(420, y - 30 * MM, letter["ttd"]["nama"])
    y -= 42 * MM
    canvas.setFont("Tinos", 10)
    for at, text in enumerate(["Tembusan:", *letter["tembusan"]]):
        canvas.drawString(LEFT, y, f"{at}. {text}" if at else text)
        y -= 12.5
    canvas.showPage()
    canvas.save()
    return out.getvalue()


# ---- no library at all

_WIDTHS: dict[str, float] = {}


@functools.cache
def _constants() -> tuple[bytes, bytes]:
    """Return the picture and the font, as they stand in the file."""
    from PIL import Image

    logo = Image.open(LOGO).convert("RGB").resize((217, 217))
    return zlib.compress(logo.tobytes(), 9), zlib.compress((FONTS / "Tinos-Regular.ttf").read_bytes(), 9)


def _word(word: str) -> float:
    known = _WIDTHS.get(word)
    if known is None:
        from reportlab.pdfbase import pdfmetrics

        _styles()
        known = _WIDTHS[word] = pdfmetrics.stringWidth(word, "Tinos", 12)
    return known


def by_hand(number: int, link: str) -> bytes:
    """Return the letter as operators written by string formatting: no tags, one font, words measured once."""
    import zxingcpp

    letter = reference()
    name = f"Slamet Riyadi {number}"
    code: list[str] = [f"q {25 * MM:.2f} 0 0 {25 * MM:.2f} {LEFT:.2f} {HEIGHT - TOP - 71:.2f} cm /P Do Q"]
    y, measure = HEIGHT - TOP - 12, WIDTH - LEFT - RIGHT

    def line(x: float, text: str, size: float = 12, stretch: float = 0) -> None:
        shown = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        code.append(f"BT /F {size:g} Tf {stretch:.3f} Tw {x:.2f} {y:.2f} Td ({shown}) Tj ET")

    kop = letter["kop"]
    contact = f"Telp: {kop['telp']} * Email: {kop['email']} * Website: {kop['website']}"
    for text, size in [*((text, 14) for text in kop["baris"]), (kop["alamat"], 10), (contact, 10)]:
        width = (sum(map(_word, text.split())) + 3 * text.count(" ")) * size / 12
        line(LEFT + 70 + (measure - 70 - width) / 2, text, size)
        y -= size * 1.25
    code.append(f"{LEFT:.2f} {y:.2f} {measure:.2f} 3 re f")
    y -= 40

    def pairs(rows: list[Any], left: float) -> None:
        nonlocal y
        for label, value in rows:
            line(left, label)
            line(left + 116, ":")
            line(left + 127, value)
            y -= 15

    def paragraph(text: str) -> None:
        nonlocal y
        words: list[str] = []
        used = 0.0
        for word in text.split():
            width = _word(word)
            if words and used + 3 * len(words) + width > measure:
                line(
                    LEFT,
                    " ".join(words),
                    12,
                    (measure - used) / (len(words) - 1) - 3 if len(words) > 1 else 0,
                )
                y -= 15
                words, used = [], 0.0
            words.append(word)
            used += width
        line(LEFT, " ".join(words))
        y -= 21

    pairs(
        [
            ("Nomor", letter["nomor"]),
            ("Sifat", letter["sifat"]),
            ("Lampiran", letter["lampiran"]),
            ("Perihal", letter["hal"]),
        ],
        LEFT,
    )
    for text in letter["kepada"]:
        line(LEFT, text)
        y -= 15
    paragraph(letter["paragraf"][0].replace("{nama}", name))
    pairs([(a, name if a == "Nama undangan" else b) for a, b in letter["tabel"]], LEFT + 34)
    paragraph(letter["paragraf"][1])
    paragraph(letter["paragraf"][2])
    matrix = zxingcpp.write_barcode_to_image(
        zxingcpp.create_barcode(link, zxingcpp.BarcodeFormat.QRCode, ec_level="M"), add_quiet_zones=False
    )
    rows, columns = matrix.shape
    bits = b"".join(
        int("".join("1" if dark else "0" for dark in row).ljust(-(-columns // 8) * 8, "0"), 2).to_bytes(
            -(-columns // 8), "big"
        )
        for row in memoryview(matrix).tolist()
    )
    code.append(f"q 99 0 0 99 {LEFT:.2f} {y - 99:.2f} cm /Q Do Q")
    line(400, letter["ttd"]["jabatan"])
    y -= 85
    line(400, letter["ttd"]["nama"])
    y -= 35
    for at, text in enumerate(["Tembusan:", *letter["tembusan"]]):
        line(LEFT, f"{at}. {text}" if at else text, 10)
        y -= 12.5
    logo, font = _constants()
    content = zlib.compress("\n".join(code).encode("cp1252", "replace"))
    return _bare_file(content, logo, font, bits, (columns, rows))


def _bare_file(content: bytes, logo: bytes, font: bytes, bits: bytes, size: tuple[int, int]) -> bytes:
    def stream(entries: bytes, data: bytes) -> bytes:
        return b"<<%b/Length %d>>stream\n%b\nendstream" % (entries, len(data), data)

    picture = b"/Type/XObject/Subtype/Image/BitsPerComponent %d/Width %d/Height %d/ColorSpace/%b"
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595.28 841.89]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>"
        b"/XObject<</P 6 0 R/Q 7 0 R>>>>>>"
    )
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        page,
        stream(b"/Filter/FlateDecode", content),
        b"<</Type/Font/Subtype/TrueType/BaseFont/Tinos/Encoding/WinAnsiEncoding/FontDescriptor 8 0 R>>",
        stream(picture % (8, 217, 217, b"DeviceRGB") + b"/Filter/FlateDecode", logo),
        stream(picture % (1, *size, b"DeviceGray"), bits),
        b"<</Type/FontDescriptor/FontName/Tinos/Flags 32/FontFile2 9 0 R>>",
        stream(b"/Filter/FlateDecode", font),
    ]
    out, places = [b"%PDF-1.7\n"], []
    at = len(out[0])
    for own, body in enumerate(objects, 1):
        places.append(at)
        out.append(b"%d 0 obj\n%b\nendobj\n" % (own, body))
        at += len(out[-1])
    table = b"".join([b"%010d 00000 n \n" % place for place in places])
    out.append(
        b"xref\n0 %d\n0000000000 65535 f \n%btrailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (len(objects) + 1, table, len(objects) + 1, at)
    )
    return b"".join(out)
