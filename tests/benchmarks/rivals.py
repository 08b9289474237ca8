"""The same letter by what a user would otherwise pick, each as its own documentation shows it.

Every maker takes the number of the letter and its link, and returns a PDF. None of them writes
PDF/A or PDF/UA except typst, which is asked for what ours does (a-3a is refused by some versions
without an attachment; then tags alone).
"""

from __future__ import annotations

import functools
import io
import json
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Callable

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


def by_platypus(number: int, link: str) -> bytes:
    """Return the letter made with reportlab's platypus and a QR code by C++."""
    from reportlab.lib.utils import ImageReader
    from reportlab.platypus import HRFlowable, Image, Paragraph, SimpleDocTemplate, Spacer, Table

    letter, style = reference(), _styles()
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
    bare = [("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 0), ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
            ("VALIGN", (0, 0), (-1, -1), "TOP")]  # fmt: skip

    def rows(pairs: list[Any]) -> Table:
        cells = [[Paragraph(a, style["base"]), ":", Paragraph(escape(b), style["base"])] for a, b in pairs]
        return Table(cells, colWidths=[41 * MM, 4 * MM, 115 * MM], style=bare)

    story: list[Any] = [
        Table([[Image(str(LOGO), 25 * MM, 25 * MM), lines]], colWidths=[27 * MM, 138 * MM], style=bare),
        Spacer(1, 6), HRFlowable("100%", 3, color="black"), HRFlowable("100%", 0.75, color="black"), Spacer(1, 12),
        Paragraph(letter["tempat_tanggal"], style["right"]),
        rows([("Nomor", letter["nomor"]), ("Sifat", letter["sifat"]), ("Lampiran", letter["lampiran"]),
              ("Perihal", letter["hal"])]),
        *(Paragraph(text, style["base"]) for text in letter["kepada"]),
        Paragraph(letter["paragraf"][0].replace("{nama}", name), style["body"]),
        rows([[a, name if a == "Nama undangan" else b] for a, b in letter["tabel"]]),
        *(Paragraph(text, style["body"]) for text in letter["paragraf"][1:]),
    ]  # fmt: skip
    qr = Image(io.BytesIO(_qr_png(link)), 35 * MM, 35 * MM)
    signature = [Paragraph(letter["ttd"]["jabatan"], style["center"]), Spacer(1, 22 * MM),
                 Paragraph(f"<u><b>{letter['ttd']['nama']}</b></u>", style["center"])]  # fmt: skip
    story += [
        Table([[qr, signature]], colWidths=[80 * MM, 85 * MM], style=bare),
        Paragraph(letter["kaki"], style["caption"]),
        Paragraph("Tembusan:", style["small"]),
        *(Paragraph(f"{at}. {text}", style["small"]) for at, text in enumerate(letter["tembusan"], 1)),
    ]
    out = io.BytesIO()
    SimpleDocTemplate(
        out, pagesize=(WIDTH, HEIGHT), leftMargin=LEFT, rightMargin=RIGHT, topMargin=TOP, bottomMargin=TOP,
        title="Undangan", author="Pemerintah Desa Sumberejo",
    ).build(story)  # fmt: skip
    assert ImageReader
    return out.getvalue()


# ---- typst

_TYPST = """
#let p = json(bytes(sys.inputs.letter))
#set document(title: "Undangan", author: "Pemerintah Desa Sumberejo", date: datetime(year: 2026, month: 11, day: 24))
#set page(width: 210mm, height: 297mm, margin: (left: 25mm, right: 20mm, top: 15mm, bottom: 15mm))
#set text(font: "Tinos", size: 12pt, lang: "id", hyphenate: false)
#set par(leading: 5pt, spacing: 6pt)
#let rows(pairs) = grid(columns: (41mm, 4mm, 1fr), row-gutter: 5pt, ..pairs.map(r => (r.at(0), ":", r.at(1))).flatten())
#grid(columns: (27mm, 1fr), image("logo.png", width: 25mm, alt: "Lambang"), align(center)[
  #text(14pt)[#p.kop.baris.at(0) \\ #p.kop.baris.at(1)] \\ #text(18pt, weight: "bold", p.kop.baris.at(2)) \\
  #set text(10pt)
  #p.kop.alamat \\ Telp: #p.kop.telp • Email: #link("mailto:" + p.kop.email, p.kop.email) • Website: #link(p.kop.website)])
#line(length: 100%, stroke: 3pt)
#v(-5pt)
#line(length: 100%, stroke: .75pt)
#align(right, p.tempat_tanggal)
#rows((("Nomor", p.nomor), ("Sifat", p.sifat), ("Lampiran", p.lampiran), ("Perihal", p.hal)))
#p.kepada.join(linebreak())
#set par(justify: true, first-line-indent: 12.5mm)
#p.paragraf.at(0)
#rows(p.tabel)
#p.paragraf.at(1)

#p.paragraf.at(2)
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


def by_typst(number: int, link: str) -> bytes:
    """Return the letter made with typst (tagged, PDF/A-3a asked for) and a QR code by C++."""
    import zxingcpp

    letter = json.loads(json.dumps(reference()))
    name = f"Slamet Riyadi {number}"
    letter["tabel"][0][1] = name
    letter["paragraf"][0] = letter["paragraf"][0].replace("{nama}", name)
    symbol = zxingcpp.create_barcode(link, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    inputs = {"letter": json.dumps(letter), "qr": zxingcpp.write_barcode_to_svg(symbol)}
    return _compiler().compile(
        input=_TYPST.encode(), format="pdf", sys_inputs=inputs, pdf_standards=["a-3a"], timestamp=1795478400
    )
