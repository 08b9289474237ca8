"""The letterhead on any document that python-docx has open. The only module that knows python-docx."""

from __future__ import annotations

import io
from copy import deepcopy
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from kopsurat.arguments import expect, expect_members
from kopsurat.backends.docx.flow import flow
from kopsurat.backends.docx.markup import NAMESPACES
from kopsurat.backends.docx.naming import foreign_style_xml, looks_of_blocks
from kopsurat.backends.docx.story import Story
from kopsurat.backends.docx.textless import TEXTLESS_STYLES
from kopsurat.errors import KopsuratError, RenderError
from kopsurat.integrations.header_xml import (
    HEAD_NAMES,
    find_kop,
    is_empty,
    put_first,
    styles_in,
    targets_in,
    watermarks,
)
from kopsurat.integrations.kop import kop_blocks
from kopsurat.layout.measures import emu, mm
from kopsurat.layout.model import PageSetup
from kopsurat.letterhead import HeadPages
from kopsurat.office import Office

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as WordDocument
    from docx.parts.story import StoryPart
    from docx.section import Section as WordSection

    from kopsurat.layout.measures import Length
    from kopsurat.layout.model import Block

__all__ = ["add_letterhead", "apply_letterhead", "kop_elements", "page_of"]

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_SIGNATURE: Final = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"
_DAMAGE: Final = (KeyError, ValueError, TypeError, AttributeError, OSError, SyntaxError)
"""What python-docx raises for a file whose parts are damaged or missing."""
_NO_ROOM: Final = '<w:spacing w:before="0" w:after="0" w:line="2" w:lineRule="exact"/>'

_LETTER: Final = (12240, 15840)
_INCH: Final = 1440
_HALF_INCH: Final = 708
"""What Word takes where a section says nothing, in twips."""

_PRINTABLE: Final = mm(5)
_CLEAR: Final = mm(10)
"""A head nearer to the edge than the first is moved to the second."""


def add_letterhead(document: WordDocument, office: Office) -> None:
    """Put the letterhead of ``office`` on the first page of a python-docx document.

    It stands in the first-page header of the first section (on every page where the office's
    letterhead says ``semua``), set for the paper and margins found there. What stood in that header
    stays below it; later pages and sections keep their headers. Letterheads in headers that were put on
    or written here before are replaced.

    Raises :class:`RenderError`: ``docx-signed`` (the signature would break), ``kop-in-text`` (the text
    begins with a letterhead), ``kop-page-too-narrow``, and what the composer raises. The document is
    then as it was.
    """
    expect_members(document, ("element", "sections", "settings"), "Document", "document")
    expect(office, Office, "office")
    _refuse(document)
    sections = list(document.sections) or [_first_section(document)]
    is_on_all = office.letterhead.pages is HeadPages.ALL
    pages = [(section, page_of(section)) for section in (sections if is_on_all else sections[:1])]
    heads = [(section, page.measure, kop_blocks(office, page)) for section, page in pages]
    _remove_kops(sections, document)
    _part_sections(sections, document, is_on_all=is_on_all)
    for section, width, blocks in heads:
        for header in _headers(section, document, is_on_all=is_on_all):
            put_first(header._element, kop_elements(blocks, header.part, document, width))  # noqa: SLF001 - python-docx has no public way to a header's XML
        _make_room(section)


def apply_letterhead(data: bytes, office: Office) -> bytes:
    """Return a DOCX file with the letterhead of ``office``; the same input gives the same bytes.

    Raises :class:`RenderError` ``docx-unreadable`` for anything that is not a whole DOCX file, and what
    :func:`add_letterhead` raises.
    """
    expect(data, bytes, "data")
    document = _open(data)
    out = io.BytesIO()
    try:
        add_letterhead(document, office)
        document.save(out)
    except KopsuratError:
        raise
    except _DAMAGE as error:
        raise RenderError("docx-unreadable") from error
    return _dated(out.getvalue())


def kop_elements(
    blocks: tuple[Block, ...], part: StoryPart, document: WordDocument, width: Length
) -> list[Any]:
    """Return blocks as elements for a part of a document, and add the styles and pictures they need."""
    from docx.oxml import parse_xml

    looks = looks_of_blocks(blocks)
    for identifier, look in looks.items():
        _add_style(document, identifier, foreign_style_xml(identifier, look))
    host = _Host(document, part)
    content = flow(blocks, Story(host, host, looks), width)
    for identifier, xml in TEXTLESS_STYLES.items():
        if f'"{identifier}"' in content:
            _add_style(document, identifier, xml.replace("<w:style ", f"<w:style {NAMESPACES} ", 1))
    root = parse_xml(f"<w:hdr {NAMESPACES}>{content}</w:hdr>")
    return list(root)


@dataclass(slots=True)
class _Host:
    """A part of a python-docx document that takes pictures and links."""

    document: WordDocument
    part: StoryPart
    _last: int = 0

    def next_drawing(self) -> int:
        """Return a number for a drawing that no other drawing of the document has."""
        if not self._last:
            self._last = max(_drawing_numbers(self.document), default=0)
        self._last += 1
        return self._last

    def picture(self, data: bytes) -> str:
        """Add a PNG once; return its relationship id."""
        identifier, _ = self.part.get_or_add_image(io.BytesIO(data))
        return str(identifier)

    def add(self, kind: str, target: str, *, external: bool = False) -> str:
        """Return the id of a relationship; pictures are related already."""
        if kind == "image":
            return target
        return str(self.part.relate_to(target, _OFFICE + kind, is_external=external))


# ---- what cannot take a letterhead


def _refuse(document: WordDocument) -> None:
    """Raise :class:`RenderError` for a document that a letterhead would harm, before it is changed."""
    if any(each.reltype == _SIGNATURE for each in document.part.package.rels.values()):
        raise RenderError("docx-signed")
    first = next((each for each in document.element.body if not is_empty(each)), None)
    if first is not None and styles_in(first, _style_names(document)) & HEAD_NAMES:
        raise RenderError("kop-in-text")


# ---- sections and pages


def _first_section(document: WordDocument) -> WordSection:
    """Give a document without a section its first."""
    document.element.body.get_or_add_sectPr()
    return document.sections[0]


def page_of(section: WordSection) -> PageSetup:
    """Return paper and margins of a section, and what Word takes where it says nothing."""

    def twips(length: Any, default: int) -> int:  # noqa: ANN401 - a length of python-docx, or None
        return default if length is None else round(length.twips)

    gutter = twips(section.gutter, 0)
    return PageSetup(
        width=twips(section.page_width, _LETTER[0]),
        height=twips(section.page_height, _LETTER[1]),
        top=twips(section.top_margin, _INCH),
        bottom=twips(section.bottom_margin, _INCH),
        left=twips(section.left_margin, _INCH) + gutter,
        right=twips(section.right_margin, _INCH),
        header_distance=twips(section.header_distance, _HALF_INCH),
        footer_distance=twips(section.footer_distance, _HALF_INCH),
    )


def _headers(section: WordSection, document: WordDocument, *, is_on_all: bool) -> Iterator[Any]:
    """Yield the headers that take the letterhead, each with a part of its own."""
    if is_on_all:
        headers = [section.header]
        if document.settings.odd_and_even_pages_header_footer:
            headers.append(section.even_page_header)
        if section.different_first_page_header_footer:
            headers.append(section.first_page_header)
    else:
        if not section.different_first_page_header_footer:
            _keep_first_footer(section, document)
            _keep_watermark(section, document)
        section.different_first_page_header_footer = True
        headers = [section.first_page_header]
    for header in headers:
        _make_own(header)
        yield header


def _keep_first_footer(section: WordSection, document: WordDocument) -> None:
    """Give the first page, which is about to get a footer of its own, the one it has shown so far."""
    if not section.footer.is_linked_to_previous and section.first_page_footer.is_linked_to_previous:
        _make_own(section.first_page_footer)
        _copy(section.footer, section.first_page_footer, document)


def _keep_watermark(section: WordSection, document: WordDocument) -> None:
    """Give the first page, which is about to lose the running header, the watermark in it."""
    from docx.oxml import parse_xml

    if section.header.is_linked_to_previous or not section.first_page_header.is_linked_to_previous:
        return
    if not watermarks(section.header._element):  # noqa: SLF001 - python-docx has no public way to it
        return
    _make_own(section.first_page_header)
    _copy(section.header, section.first_page_header, document)
    header = section.first_page_header._element  # noqa: SLF001 - as above
    kept = watermarks(header)
    for child in list(header):
        header.remove(child)
    paragraph = parse_xml(f"<w:p {NAMESPACES}><w:pPr>{_NO_ROOM}</w:pPr></w:p>")
    paragraph.extend(kept)
    header.append(paragraph)


def _part_sections(sections: list[WordSection], document: WordDocument, *, is_on_all: bool) -> None:
    """Give later sections what they have inherited so far, so that they do not inherit the letterhead."""
    names = ["first_page_header", "first_page_footer"]
    if is_on_all:
        names += ["header", "even_page_header"]
    for earlier, later in pairwise(sections if is_on_all else sections[:2]):
        for name in names:
            mine, theirs = getattr(earlier, name), getattr(later, name)
            if not theirs.is_linked_to_previous:
                continue
            has_content = not mine.is_linked_to_previous
            _make_own(theirs)
            if has_content:
                _copy(mine, theirs, document)


def _make_own(header: Any) -> None:  # noqa: ANN401 - a header or footer of python-docx
    """Give a section a header of its own; a new one names a style that the document may not have."""
    if header.is_linked_to_previous:
        header.is_linked_to_previous = False
        for style in header._element.xpath("./w:p/w:pPr"):  # noqa: SLF001 - python-docx has no public way to it
            style.getparent().remove(style)


def _copy(source: Any, target: Any, document: WordDocument) -> None:  # noqa: ANN401 - headers of python-docx
    """Make ``target`` show what ``source`` shows, relationships included."""
    from_part, to_part = source.part, target.part
    element = target._element  # noqa: SLF001 - python-docx has no public way to it
    for child in list(element):
        element.remove(child)
    for child in source._element:  # noqa: SLF001 - as above
        element.append(deepcopy(child))
    first = 1 + max(_drawing_numbers(document), default=0)
    for number, drawing in enumerate(element.xpath(".//*[local-name()='docPr']"), start=first):
        drawing.set("id", str(number))
    renamed: dict[str, str] = {}
    for identifier, relation in from_part.rels.items():
        target_of = relation.target_ref if relation.is_external else relation.target_part
        renamed[identifier] = to_part.relate_to(target_of, relation.reltype, is_external=relation.is_external)
    for each in element.iter():
        for name, value in each.attrib.items():
            if name.startswith(_R) and value in renamed:
                each.set(name, renamed[value])


def _make_room(section: WordSection) -> None:
    """Keep the letterhead off the edge, where printers do not print, and off the body.

    Programs write a header distance of 0 where there was no header; a negative top margin would let
    the body run into the header instead of moving down.
    """
    from docx.shared import Emu

    distance = section.header_distance
    if distance is not None and distance < emu(_PRINTABLE):
        section.header_distance = Emu(emu(_CLEAR))
    margin = section.top_margin
    if margin is not None and margin < 0:
        section.top_margin = Emu(-margin)


# ---- the XML of a header


def _remove_kops(sections: list[WordSection], document: WordDocument) -> None:
    """Remove earlier letterheads from all headers of a document."""
    names = _style_names(document)
    for section in sections:
        for header in (section.header, section.first_page_header, section.even_page_header):
            if not header.is_linked_to_previous:
                _remove(find_kop(header._element, names), header.part)  # noqa: SLF001 - python-docx has no public way to it


def _remove(elements: list[Any], part: StoryPart) -> None:
    """Remove elements from a part, and its relationships to pictures and links that only they had."""
    targets = {target for element in elements for target in targets_in(element)}
    for element in elements:
        element.getparent().remove(element)
    for identifier in targets - targets_in(part.element):
        part.rels.pop(identifier, None)


def _style_names(document: WordDocument) -> dict[str, str]:
    """Return the names of the styles of a document by their identifiers."""
    return {each.style_id: each.name or "" for each in document.styles}


def _drawing_numbers(document: WordDocument) -> Iterator[int]:
    for part in document.part.package.iter_parts():
        element = getattr(part, "element", None)
        if element is not None:
            for value in element.xpath("//*[local-name()='docPr']/@id"):
                if value.isdigit():
                    yield int(value)


def _add_style(document: WordDocument, identifier: str, xml: str) -> None:
    """Add a named style, or bring the one of an earlier call up to date."""
    from docx.oxml import parse_xml

    styles = document.styles.element
    for old in styles.findall(f"{_W}style[@{_W}styleId='{identifier}']"):
        styles.remove(old)
    styles.append(parse_xml(xml))


# ---- files


def _open(data: bytes) -> WordDocument:
    import zipfile
    import zlib

    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        return docx.Document(io.BytesIO(data))
    except (PackageNotFoundError, zipfile.BadZipFile, zlib.error, *_DAMAGE) as error:
        raise RenderError("docx-unreadable") from error


def _dated(data: bytes) -> bytes:
    """Return the same package with fixed dates, which python-docx takes from the clock."""
    import zipfile

    from kopsurat.backends.docx import archive

    with zipfile.ZipFile(io.BytesIO(data)) as made:
        return archive.pack(archive.deflated(name, made.read(name)) for name in made.namelist())
