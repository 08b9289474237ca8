"""Put a file together: pages, tree, metadata, attachments, bookmarks, catalog (ISO 32000-1, 7.7)."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from kopsurat.backends.pdf.flow import Flow
from kopsurat.backends.pdf.letterhead import SECTION, letterhead
from kopsurat.backends.pdf.levels import Level
from kopsurat.backends.pdf.metadata import Metadata, info, pdf_date, xmp
from kopsurat.backends.pdf.objects import ObjectWriter, array_of, name, number, text_string
from kopsurat.backends.pdf.outline import Heading, write_outline
from kopsurat.backends.pdf.pen import Pen
from kopsurat.backends.pdf.resources import Resources
from kopsurat.backends.pdf.srgb import srgb_profile_deflated
from kopsurat.backends.pdf.structure import StructureTree
from kopsurat.layout.measures import points
from kopsurat.layout.model import Role
from kopsurat.layout.placed import PlacedGrid, PlacedParagraph

if TYPE_CHECKING:
    import datetime as dt
    from typing import BinaryIO

    from kopsurat.backends.pdf.structure import Element, PageMarks
    from kopsurat.backends.pdf.widgets import Widgets
    from kopsurat.layout.model import Attachment
    from kopsurat.layout.placed import Page, PlacedItem, Typeset

__all__ = ["PdfFile"]

_CONDITION: Final = "/OutputConditionIdentifier(sRGB IEC61966-2.1)/Info(sRGB IEC61966-2.1)"
_UA2: Final = 2
_PAGES_A_NODE: Final = 200
_LONG: Final = 3
"""A document of more pages gets bookmarks from its headings."""


class PdfFile:
    """One PDF file in the making, written to ``out`` page by page."""

    def __init__(self, out: BinaryIO, *, level: Level, lang: str) -> None:
        self.level = level
        self.lang = lang
        self.writer = ObjectWriter(out, version=level.version, packed=level.packs_objects)
        self.tree = StructureTree(self.writer, is_pdf2=level.ua == _UA2)
        self.resources = Resources(self.writer)
        self.bookmarks: list[Heading] = []
        self.form = ""
        self._root_pages = self.writer.reserve()
        self._nodes: list[tuple[int, list[int]]] = []
        self._files: list[tuple[str, int]] = []

    def add(
        self,
        typeset: Typeset,
        *,
        parent: Element | None = None,
        signature_field: str | None = None,
        widgets: Widgets | None = None,
        bookmark: str = "",
    ) -> None:
        """Draw a document on new pages. ``parent`` is its element in the tree, by default the root.

        ``signature_field`` names an empty field over the last signature block; ``widgets`` are the
        fields of a form; ``bookmark`` leads to the first page.
        """
        flow = Flow(self.writer, self.tree, parent or self.tree.root, self.lang, widgets)
        signed = _signed_page(typeset) if signature_field else None
        for page in typeset.pages:
            self._page(page, flow, signature_field if page is signed else None, is_form=widgets is not None)
        flow.end()
        self.tree.flush()
        if bookmark:
            top, part = points(typeset.pages[0].setup.height), flow.parent.own
            self.bookmarks.append(Heading(bookmark, 0, flow.first_page, top, part))
        if len(typeset.pages) > _LONG:
            self.bookmarks += flow.headings

    def attach(self, attachment: Attachment, date: dt.date, *, prefix: str = "") -> None:
        """Attach a file as an associated file of the document; does nothing at levels that hold no files."""
        if not self.level.holds_files:
            return
        self._files.append((prefix + attachment.name, _write_file(self.writer, attachment, date, prefix)))

    def new_page(self) -> tuple[int, int]:
        """Return the numbers of a new page and of its parent node."""
        if not self._nodes or len(self._nodes[-1][1]) >= _PAGES_A_NODE:
            node = self.writer.reserve() if self._nodes else self._root_pages
            self._nodes.append((node, []))
        node, kids = self._nodes[-1]
        own = self.writer.reserve()
        kids.append(own)
        return own, node

    def close(self, metadata: Metadata) -> None:
        """Write all that is common to the pages, and the end of the file.

        A file at level 4f that holds no files is one of level 4.
        """
        writer, level = self.writer, self.level
        if level is Level.A4F and not self._files:
            level = Level.A4
        self.resources.close(with_cidset=level.part == 1)
        tree = self.tree.close()
        profile = writer.add_stream(b"/N 3/Filter/FlateDecode", srgb_profile_deflated())
        described = writer.add_stream(b"/Type/Metadata/Subtype/XML", xmp(metadata, level))
        about = writer.add(info(metadata)) if level.part < 4 else None  # noqa: PLR2004 - PDF 2.0 has XMP only
        entries = [
            f"/Type/Catalog/Pages {self._close_pages()} 0 R/Lang{text_string(metadata.lang)}",
            f"/MarkInfo<</Marked true>>/StructTreeRoot {tree} 0 R/Metadata {described} 0 R",
            f"/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/DestOutputProfile {profile} 0 R{_CONDITION}>>]",
            "/ViewerPreferences<</DisplayDocTitle true>>",
            self._close_files(),
            self._close_bookmarks(),
            self.form,
        ]
        catalog = writer.add(f"<<{''.join(entries)}>>".encode("ascii"))
        writer.close(root=catalog, info=about)

    def _page(self, page: Page, flow: Flow, signature_field: str | None, *, is_form: bool) -> None:
        own, node = self.new_page()
        width, height = points(page.setup.width), points(page.setup.height)
        pen, marks = Pen(self.resources, height), self.tree.begin_page(own)
        flow.begin_page(pen, marks, right=width - points(page.setup.right))
        flow.frame(page.setup)
        if page.is_first_of_section:
            if page.header and (is_form or not self._letterhead(page.header, flow, height)):
                flow.content(page.header, section=SECTION)
        else:
            flow.artifacts(page.header, "Header")
        flow.content(page.body)
        flow.footer(page.footer, is_content=page.is_first_of_section)
        if signature_field and (field := flow.signature_field(signature_field)) is not None:
            self.form = f"/AcroForm<</Fields[{field} 0 R]/SigFlags 1>>"
        self.put_page(node, marks, size=(width, height), code=pen.code, annotations=flow.annotations)

    def _letterhead(self, items: tuple[PlacedItem, ...], flow: Flow, height: float) -> bool:
        """Put a remembered letterhead on a page, if one may stand for ``items`` in this file."""
        if self.level.ua == _UA2:
            return False
        head = letterhead(items, height, self.lang)
        if not (head.is_fixed and self.resources.take(head.resources)):
            return False
        flow.letterhead(head)
        self.writer.end_beginning()
        return True

    def put_page(
        self,
        node: int,
        marks: PageMarks,
        *,
        size: tuple[float, float],
        code: list[str],
        annotations: list[int],
    ) -> None:
        """Write a page and its content."""
        content = self.writer.add_deflated(b"", "\n".join(code).encode("latin-1"))
        notes = b"/Annots" + array_of(annotations) if annotations else b""
        tabs = b"/Tabs/S" if self.level.part > 1 else b""
        box = f"{number(size[0])} {number(size[1])}".encode("ascii")
        self.writer.put(
            marks.page,
            b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 %b]/Resources %d 0 R/Contents %d 0 R"
            b"/StructParents %d%b%b>>" % (node, box, self.resources.own, content, marks.page, tabs, notes),
        )

    def _close_pages(self) -> int:
        if len(self._nodes) <= 1:
            kids = self._nodes[0][1] if self._nodes else []
            self.writer.put(
                self._root_pages, b"<</Type/Pages/Count %d/Kids%b>>" % (len(kids), array_of(kids))
            )
            return self._root_pages
        root = self.writer.reserve()
        for node, kids in self._nodes:
            body = b"<</Type/Pages/Parent %d 0 R/Count %d/Kids%b>>" % (root, len(kids), array_of(kids))
            self.writer.put(node, body)
        count = sum(len(kids) for _, kids in self._nodes)
        nodes = array_of([node for node, _ in self._nodes])
        self.writer.put(root, b"<</Type/Pages/Count %d/Kids%b>>" % (count, nodes))
        return root

    def _close_files(self) -> str:
        if not self._files:
            return ""
        rows = sorted((text_string(file), own) for file, own in self._files)
        names = " ".join(f"{file} {own} 0 R" for file, own in rows)
        references = " ".join(f"{own} 0 R" for _, own in self._files)
        return f"/AF[{references}]/Names<</EmbeddedFiles<</Names[{names}]>>>>"

    def _close_bookmarks(self) -> str:
        if not self.bookmarks:
            return ""
        outline = write_outline(self.writer, self.bookmarks, to_elements=self.level.ua == _UA2)
        return f"/PageMode/UseOutlines/Outlines {outline} 0 R"


def _signed_page(typeset: Typeset) -> Page | None:
    """Return the last page with a signature on it."""
    return next((page for page in reversed(typeset.pages) if _is_signed(page.body)), None)


def _is_signed(items: tuple[PlacedItem, ...]) -> bool:
    for item in items:
        if isinstance(item, PlacedGrid):
            if any(_is_signed(cell.items) for row in item.rows for cell in row.cells):
                return True
        elif isinstance(item, PlacedParagraph) and item.source.role is Role.SIGNATURE:
            return True
    return False


def _write_file(writer: ObjectWriter, attachment: Attachment, date: dt.date, prefix: str) -> int:
    data, moment = attachment.data, pdf_date(date)
    # Table 46 of ISO 32000-1 wants MD5.
    checksum = hashlib.md5(data, usedforsecurity=False).hexdigest().upper()
    entries = (
        f"/Type/EmbeddedFile/Subtype{name(attachment.media)}"
        f"/Params<</Size {len(data)}/CreationDate{moment}/ModDate{moment}/CheckSum<{checksum}>>>"
    ).encode("ascii")
    is_text = attachment.media.startswith("text/") or attachment.media.endswith(("json", "xml"))
    stream = writer.add_deflated(entries, data) if is_text else writer.add_stream(entries, data)
    file, relation = text_string(prefix + attachment.name), "Data" if is_text else "Supplement"
    return writer.add(
        f"<</Type/Filespec/F{file}/UF{file}/Desc{text_string(attachment.description)}/AFRelationship/{relation}"
        f"/EF<</F {stream} 0 R/UF {stream} 0 R>>>>".encode("ascii")
    )
