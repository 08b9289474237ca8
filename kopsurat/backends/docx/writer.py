"""A document as a DOCX file: the package, its stories and its sections."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kopsurat.backends.docx import furniture
from kopsurat.backends.docx.embedding import embedded_fonts_xml, faces_of
from kopsurat.backends.docx.first_deal import dealt
from kopsurat.backends.docx.flow import flow
from kopsurat.backends.docx.footnotes import FOOTNOTES_TYPE, footnotes_xml
from kopsurat.backends.docx.frame import frame_of
from kopsurat.backends.docx.markup import CONTENT_TYPE, DECLARATION, NAMESPACES
from kopsurat.backends.docx.naming import families_of, looks_of
from kopsurat.backends.docx.package import References
from kopsurat.backends.docx.story import Story
from kopsurat.backends.docx.textless import gap
from kopsurat.layout.carriage import carriage_properties_xml, carriage_xml
from kopsurat.layout.measures import TWIPS_PER_POINT
from kopsurat.layout.model import Grid, Paragraph

if TYPE_CHECKING:
    from kopsurat.backends.docx.naming import Looks
    from kopsurat.backends.docx.package import Package
    from kopsurat.layout.model import Block, Document, Frame, PageSetup, Section

__all__ = ["render"]

_DOCUMENT_TYPE: Final = CONTENT_TYPE + "document.main+xml"
_CUSTOM_TYPE: Final = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"


def render(document: Document, *, embed_fonts: bool = False) -> bytes:
    """Return ``document`` as the bytes of a DOCX file; the same document gives the same bytes.

    ``embed_fonts`` puts the free fonts that the PDF is drawn with into the file, which then names them
    (docs/reference/docx.md).

    Raises :class:`RenderError` for a character that the format cannot hold, and
    :class:`InvalidImage` for a picture that cannot be read.
    """
    looks = looks_of(document)
    package, references, heads = frame_of(document, looks, has_fonts=embed_fonts)
    body = Story(package, references, looks)
    last = len(document.sections) - 1
    content = "".join(
        _section(section, blocks, body, heads[number], is_last=number == last)
        for number, (section, blocks) in enumerate(zip(document.sections, dealt(document), strict=True))
    )
    _add_fonts(document, package, looks, is_embedded=embed_fonts)
    _add_footnotes(document, package, references, looks)
    _add_carriage(document, package, references)
    package.add("docProps/core.xml", furniture.core_xml(document), furniture.CORE_TYPE, shared=False)
    package.add(
        "word/document.xml",
        f"{DECLARATION}<w:document {NAMESPACES}><w:body>{content}</w:body></w:document>",
        _DOCUMENT_TYPE,
        refers=references,
        shared=False,
    )
    return package.file()


def _section(section: Section, blocks: tuple[Block, ...], body: Story, heads: str, *, is_last: bool) -> str:
    """Return the blocks of a section and its setup; in all but the last the last paragraph holds it.

    LibreOffice puts an empty line before a table that begins a section with footnotes, but not before
    a paragraph of the least height.
    """
    content = flow(blocks, body, section.page.measure)
    if section.footnotes and isinstance(section.blocks[0], Grid):
        content = gap(line=1, keep=True) + content
    setup = (
        f'<w:sectPr>{heads}<w:type w:val="nextPage"/>{_page(section.page)}'
        '<w:cols w:space="720"/><w:titlePg/></w:sectPr>'
    )
    if is_last:
        return content + setup
    if blocks and isinstance(blocks[-1], Paragraph):
        at = content.rindex("</w:pPr>")
        return content[:at] + setup + content[at:]
    return content + gap(section=setup)


def _page(page: PageSetup) -> str:
    orient = ' w:orient="landscape"' if page.width > page.height else ""
    return (
        f'<w:pgSz w:w="{page.width}" w:h="{page.height}"{orient}/>'
        f'<w:pgMar w:top="{page.top}" w:right="{page.right}" w:bottom="{page.bottom}" w:left="{page.left}" '
        f'w:header="{page.header_distance}" w:footer="{page.footer_distance}" w:gutter="0"/>'
        f"{_frame(page.frame) if page.frame else ''}"
    )


def _frame(frame: Frame) -> str:
    """Return a double line around the pages. Word knows one width for both lines and the gap between."""
    width, space = frame.line * 8 // TWIPS_PER_POINT, frame.distance // TWIPS_PER_POINT
    sides = "".join(
        f'<w:{side} w:val="double" w:sz="{width}" w:space="{space}" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right")
    )
    return f'<w:pgBorders w:offsetFrom="page">{sides}</w:pgBorders>'


def _add_footnotes(document: Document, package: Package, references: References, looks: Looks) -> None:
    own = References()
    if notes := footnotes_xml(document, Story(package, own, looks)):
        package.add("word/footnotes.xml", notes, FOOTNOTES_TYPE, refers=own, shared=False)
        references.add("footnotes", "footnotes.xml")


def _add_fonts(document: Document, package: Package, looks: Looks, *, is_embedded: bool) -> None:
    families, references = families_of(document, looks), References()
    if is_embedded:
        fonts = embedded_fonts_xml(faces_of(document), families, package, references)
    else:
        fonts = furniture.fonts_xml(families)
    package.add("word/fontTable.xml", fonts, furniture.FONTS_TYPE, refers=references, renames=False)


def _add_carriage(document: Document, package: Package, references: References) -> None:
    if not document.attachments:
        return
    properties = References()
    properties.add("customXmlProps", "itemProps1.xml")
    package.add("customXml/item1.xml", carriage_xml(document.attachments), refers=properties, shared=False)
    package.add("customXml/itemProps1.xml", carriage_properties_xml(), _CUSTOM_TYPE)
    references.add("customXml", "../customXml/item1.xml")
