"""Word documents made by other programs, as they come."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx.document import Document

__all__ = ["foreign_documents"]

_FOLDER = Path(__file__).parent / "documents"
_CREST = Path(__file__).parents[1] / "docx" / "crest.png"
_TEXT = "Dokumen ini dibuat oleh program lain, lalu diberi kop surat."


def foreign_documents() -> dict[str, bytes]:
    """Return every document by its name."""
    made = {path.stem: path.read_bytes() for path in sorted(_FOLDER.glob("*.docx"))}
    makers: tuple[Callable[[], Document], ...] = (
        plain, with_headers, with_first_page_header, landscape, with_negative_margin, odd_and_even,
        linked_sections, on_a5, from_docxtpl, with_watermark, with_headers_of_all_kinds,
    )  # fmt: skip
    for make in makers:
        out = io.BytesIO()
        make().save(out)
        made[f"python-{make.__name__.replace('_', '-')}"] = out.getvalue()
    return made


def plain(paragraphs: int = 6) -> Document:
    """The template of python-docx, on American paper."""
    document = docx.Document()
    document.add_heading("Laporan", 1)
    for number in range(paragraphs):
        document.add_paragraph(f"{number + 1}. {_TEXT}")
    return document


def with_headers() -> Document:
    """A header with a picture and a footer, on several pages."""
    document = plain(60)
    header = document.sections[0].header.paragraphs[0]
    header.add_run().add_picture(str(_CREST), width=Mm(8))
    header.add_run("Kepala halaman lain")
    document.sections[0].footer.paragraphs[0].text = "Kaki halaman"
    return document


def with_first_page_header() -> Document:
    """A first page with a header of its own."""
    document = plain(60)
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "Kepala halaman pertama"
    section.header.paragraphs[0].text = "Kepala halaman lain"
    return document


def landscape() -> Document:
    """A4 on its side."""
    document = plain()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    return document


def with_negative_margin() -> Document:
    """A top margin that no header may push down, which Word writes as a negative number."""
    document = plain()
    document.sections[0].top_margin = Mm(-20)
    return document


def odd_and_even() -> Document:
    """Different headers on odd and even pages, F4."""
    document = plain(60)
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    section.page_width, section.page_height = Mm(215), Mm(330)
    section.header.paragraphs[0].text = "Kepala halaman lain"
    section.even_page_header.paragraphs[0].text = "Kepala halaman genap"
    return document


def linked_sections() -> Document:
    """Three sections that inherit the headers of the first, pictures included."""
    document = with_first_page_header()
    document.sections[0].first_page_header.paragraphs[0].add_run().add_picture(str(_CREST), width=Mm(8))
    for _ in range(2):
        document.add_section(WD_SECTION.NEW_PAGE).different_first_page_header_footer = True
        document.add_paragraph(_TEXT)
    return document


def on_a5() -> Document:
    """Small paper."""
    document = plain(3)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(148), Mm(210)
    section.left_margin = section.right_margin = Mm(18)
    return document


def from_docxtpl() -> Document:
    """A rendered template."""
    from docxtpl import DocxTemplate

    source = plain(2)
    source.add_paragraph("Kepada {{ nama }}")
    out = io.BytesIO()
    source.save(out)
    template = DocxTemplate(io.BytesIO(out.getvalue()))
    template.render({"nama": "Slamet Riyadi"})
    rendered: Document = template.docx
    return rendered


def with_watermark() -> Document:
    """A running header with the watermark of Word, on several pages."""
    document = plain(60)
    paragraph = document.sections[0].header.paragraphs[0]
    paragraph.text = "Kepala halaman lain"
    paragraph._p.append(parse_xml(_WATERMARK))
    return document


def with_headers_of_all_kinds() -> Document:
    """Headers and footers for the first, for odd and for even pages, a text box in the first."""
    document = odd_and_even()
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "Kepala halaman pertama"
    section.first_page_header._element.append(parse_xml(_TEXT_BOX))
    section.first_page_footer.paragraphs[0].text = "Kaki halaman pertama"
    section.even_page_footer.paragraphs[0].text = "Kaki halaman genap"
    return document


_WATERMARK = (
    f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office"><w:pict>'
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
    'path="m@7,l@8,m@5,21600l@6,21600e"><v:path textpathok="t"/><v:textpath on="t" fitshape="t"/>'
    "</v:shapetype>"
    '<v:shape id="PowerPlusWaterMarkObject1" type="#_x0000_t136" '
    'style="position:absolute;width:400pt;height:100pt;'
    "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
    'mso-position-vertical:center;mso-position-vertical-relative:margin" fillcolor="silver" stroked="f">'
    '<v:textpath style="font-family:&quot;Arial&quot;" string="DRAF"/></v:shape></w:pict></w:r>'
)
_TEXT_BOX = (
    f'<w:p {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:r><w:pict>'
    '<v:rect style="position:absolute;margin-left:300pt;margin-top:600pt;width:120pt;height:24pt">'
    "<v:textbox><w:txbxContent><w:p><w:r><w:t>Kotak teks</w:t></w:r></w:p></w:txbxContent></v:textbox>"
    "</v:rect></w:pict></w:r></w:p>"
)
