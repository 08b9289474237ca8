"""Draw text and pictures as marked content that belongs to elements: paragraphs, labels, links, fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from unicodedata import normalize

from kopsurat.backends.pdf.joining import described, pieces, widen
from kopsurat.backends.pdf.objects import number, text_string
from kopsurat.backends.pdf.structure import figure
from kopsurat.layout.measures import points
from kopsurat.layout.model import Run

if TYPE_CHECKING:
    from kopsurat.backends.pdf.joining import Box
    from kopsurat.backends.pdf.letterhead import Letterhead
    from kopsurat.backends.pdf.objects import ObjectWriter
    from kopsurat.backends.pdf.pen import Pen
    from kopsurat.backends.pdf.structure import Element, PageMarks, StructureTree
    from kopsurat.backends.pdf.widgets import Widgets
    from kopsurat.layout.model import Paragraph
    from kopsurat.layout.placed import PlacedParagraph, PlacedPicture, PlacedSymbol, PlacedText

__all__ = ["Marker"]

_FIELD: Final = "field:"
_SIGNATURE: Final = "Tanda tangan elektronik"
"""What is read out for a signature field."""

_MARGIN: Final = 1.5
"""The space over and under a text field in its line, in points."""

_MIDDLE: Final = 0.33
"""Where the middle of the letters lies over the baseline, as a share of their size."""

_DEPTH: Final = 0.22
_HEIGHT: Final = 0.78
"""How far the area of a link reaches under and over the baseline, as shares of the size."""


class Marker:
    """Draws on one page at a time; ``annotations`` are those of the page at hand."""

    __slots__ = (
        "_citations", "_lang", "_notes", "_right", "_tree", "_widgets", "_writer", "annotations",
        "marks", "pen",
    )  # fmt: skip

    def __init__(self, writer: ObjectWriter, tree: StructureTree, lang: str, widgets: Widgets | None) -> None:
        self._writer = writer
        self._tree = tree
        self._lang = lang
        self._widgets = widgets
        self.annotations: list[int] = []
        self._citations: dict[str, list[Element]] = {}
        self._notes: dict[str, Element] = {}

    def begin_page(self, pen: Pen, marks: PageMarks, *, right: float) -> None:
        """Go on with a new page, whose right margin lies at ``right``."""
        self.pen = pen
        self.marks = marks
        self._right = right
        self.annotations = []

    def letterhead(self, head: Letterhead, parent: Element) -> None:
        """Put a letterhead on a page that is empty so far, as a part of ``parent``."""
        self.annotations += head.put(self._writer, self._tree, parent, self.pen, self.marks)

    def is_plain(self, source: Paragraph) -> bool:
        """Return whether a paragraph has no links, no marks of footnotes and no language of its own."""
        return not any(
            isinstance(inline, Run)
            and (inline.link or inline.lang or inline.note or inline.text in self._citations)
            for inline in source.inlines
        )

    def texts(self, item: PlacedParagraph, element: Element) -> None:
        """Draw the lines of a paragraph, opening a new mark wherever link or language changes."""
        if self.is_plain(item.source):
            self.plain(item, self._tree.mark(element, self.marks), element.tag)
        else:
            self.labelled(item, element, "", element)

    def plain(self, item: PlacedParagraph, mcid: int, tag: str) -> None:
        """Draw the lines of a paragraph as one mark."""
        pen = self.pen
        pen.begin_text(f"/{tag}<</MCID {mcid}>>BDC")
        lines = item.lines
        if len(lines) == 1 and len(lines[0].texts) == 1:
            pen.text(lines[0].texts[0], lines[0].baseline, "")
        else:
            for piece, baseline, after in pieces(item):
                pen.text(piece, baseline, after)
        pen.end_text()
        self.leaders(item)

    def labelled(self, item: PlacedParagraph, element: Element, label: str, label_element: Element) -> None:
        """Draw lines of more than one mark; the first texts, as far as ``label`` goes, are of its element."""
        pen, tree, marks = self.pen, self._tree, self.marks
        for run in item.source.inlines:
            if isinstance(run, Run) and run.note:
                self._citations.setdefault(run.text, [])
        current: tuple[str | None, str | None, bool, str] | None = None
        owner = element
        boxes: list[Box] = []
        for piece, baseline, after in pieces(item):
            mark = piece.text if piece.text in self._citations else ""
            key = (piece.link, piece.lang, bool(label), mark)
            is_field = self._widgets is not None and (piece.link or "").startswith(_FIELD)
            if current is not None and (key != current or is_field):
                pen.end_text()
                self._end_link(owner, current[0], boxes)
                current = None
            if is_field:
                self._field(piece, points(item.source.style.pitch), baseline, element)
                continue
            if current is None:
                current = key
                owner = self._owner(label_element if label else element, piece)
                pen.begin_text(f"/{owner.tag}<</MCID {tree.mark(owner, marks)}>>BDC")
            pen.text(piece, baseline, after)
            label = label[len(piece.text.strip()) :].lstrip()
            if piece.link:
                widen(boxes, self.box(piece, baseline))
        if current is not None:
            pen.end_text()
            self._end_link(owner, current[0], boxes)
        self.leaders(item)

    def note(self, item: PlacedParagraph, note: Element) -> None:
        """Draw a footnote that begins with its number."""
        label = item.source.text.partition("\t")[0]
        label_element = self._tree.open("Lbl", note)
        self.labelled(item, self._tree.open("P", note), label, label_element)
        self._notes[label] = note

    def tie_notes(self) -> None:
        """Tell each footnote of its marks, when all of the document is drawn."""
        for mark, citations in self._citations.items():
            note = self._notes.get(normalize("NFKC", mark))
            if note is not None and citations:
                self._tree.tie(note, citations)

    def artifact(self, item: PlacedParagraph, kind: str) -> None:
        """Draw a paragraph that is furniture of the page: ``kind`` is Header or Footer."""
        self.pen.begin_text(f"/Artifact<</Type/Pagination/Subtype/{kind}>>BDC")
        for piece, baseline, after in pieces(item):
            self.pen.text(piece, baseline, after)
        self.pen.end_text()

    def picture(self, item: PlacedPicture, parent: Element) -> None:
        """Draw a picture as a figure."""
        pen = self.pen
        box = (item.x, pen.up(item.y + item.height), item.x + item.width, pen.up(item.y))
        element = self._tree.open("Figure", parent, figure(item.source.alt, box))
        pen.code.append(f"/Figure<</MCID {self._tree.mark(element, self.marks)}>>BDC")
        pen.picture(pen.resources.picture(item.source), (item.x, item.y, item.width, item.height))
        pen.code.append("EMC")

    def symbol(self, item: PlacedSymbol, parent: Element) -> None:
        """Draw a QR symbol as a figure, inside a link where it has one."""
        pen, source = self.pen, item.source
        box = (item.x, pen.up(item.y + item.outer), item.x + item.outer, pen.up(item.y))
        told = f"/Alt{text_string(described(source.link))}" if source.link else ""
        owner = self._tree.open("Link", parent, told) if source.link else parent
        element = self._tree.open("Figure", owner, figure(source.alt, box))
        pen.code.append(f"/Figure<</MCID {self._tree.mark(element, self.marks)}>>BDC")
        pen.symbol(item)
        pen.code.append("EMC")
        if source.link:
            self._annotate(owner, source.link, box)

    def signature_field(self, name: str, box: Box, parent: Element) -> int:
        """Place an empty signature field, and return it."""
        own = self._writer.reserve()
        self._tree.own_object(self._tree.open("Form", parent), self.marks, own)
        x0, y0, x1, y1 = box
        size = f"{number(x1 - x0)} {number(y1 - y0)}"
        entries = f"/Type/XObject/Subtype/Form/BBox[0 0 {size}]/Resources<<>>"
        look = self._writer.add_stream(entries.encode("ascii"), b" ")
        told = f"/T{text_string(name)}/TU({_SIGNATURE})/Contents({_SIGNATURE})"
        place = f"/Rect[{' '.join(map(number, box))}]/P {self.marks.page} 0 R/StructParent {own}"
        body = f"<</Type/Annot/Subtype/Widget/FT/Sig{told}/F 132{place}/AP<</N {look} 0 R>>>>"
        self._writer.put(own, body.encode("ascii"))
        self.annotations.append(own)
        return own

    def box(self, piece: PlacedText, baseline: float) -> Box:
        """Return the area of a text, in points from the lower left corner of the page."""
        y, size = self.pen.up(baseline), piece.style.size / 2
        return (piece.x, y - _DEPTH * size, piece.x + piece.width, y + _HEIGHT * size)

    def _field(self, piece: PlacedText, pitch: float, baseline: float, parent: Element) -> None:
        """Place the widget of a slot; a text field reaches to the right margin of the page."""
        own = self._writer.reserve()
        self._tree.own_object(self._tree.open("Form", parent), self.marks, own)
        y, size = self.pen.up(baseline), piece.style.size / 2
        box = (piece.x, y - 0.2 * pitch + _MARGIN, self._right, y + 0.8 * pitch - _MARGIN)
        if self._widgets is not None and piece.link:
            title = piece.link.removeprefix(_FIELD)
            middle = y + _MIDDLE * size
            self._widgets.place(title, own, box, middle=middle, size=size, page=self.marks.page)
        self.annotations.append(own)

    def _owner(self, home: Element, piece: PlacedText) -> Element:
        if piece.text in self._citations:
            citation = self._tree.open("Span" if self._tree.is_pdf2 else "Reference", home)
            self._citations[piece.text].append(citation)
            return citation
        lang = piece.lang if piece.lang and piece.lang != self._lang else None
        attributes = f"/Lang{text_string(lang)}" if lang else ""
        if piece.link:
            return self._tree.open("Link", home, attributes)
        if lang and attributes != home.attributes:
            return self._tree.open("Span", home, attributes)
        return home

    def _end_link(self, owner: Element, link: str | None, boxes: list[Box]) -> None:
        if link:
            for box in boxes:
                self._annotate(owner, link, box)
        boxes.clear()

    def _annotate(self, owner: Element, link: str, box: Box) -> None:
        own = self._writer.reserve()
        self._tree.own_object(owner, self.marks, own)
        sides = " ".join(map(number, box))
        self._writer.put(
            own,
            f"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[{sides}]/A<</S/URI/URI{text_string(link)}>>"
            f"/Contents{text_string(described(link))}/StructParent {own}>>".encode("ascii"),
        )
        self.annotations.append(own)

    def leaders(self, item: PlacedParagraph) -> None:
        """Draw the dots or lines that fill the tabs of a paragraph."""
        for line in item.lines:
            if line.leaders:
                self.pen.code.append("/Artifact BMC")
                self.pen.leaders(line.leaders, line.baseline)
                self.pen.code.append("EMC")
