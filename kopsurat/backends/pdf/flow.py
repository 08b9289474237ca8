"""Draw the items of a typeset letter and say what each is: content with its element, or an artifact."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kopsurat.backends.pdf.joining import described, pieces, widen
from kopsurat.backends.pdf.objects import number, text_string
from kopsurat.backends.pdf.structure import figure
from kopsurat.layout.model import Role, Run
from kopsurat.layout.placed import (
    PlacedGrid,
    PlacedParagraph,
    PlacedPicture,
    PlacedRule,
    PlacedSymbol,
)

if TYPE_CHECKING:
    from kopsurat.backends.pdf.joining import Box
    from kopsurat.backends.pdf.objects import ObjectWriter
    from kopsurat.backends.pdf.pen import Pen
    from kopsurat.backends.pdf.structure import Element, PageMarks, StructureTree
    from kopsurat.layout.model import Cell
    from kopsurat.layout.placed import PlacedCell, PlacedItem, PlacedRow, PlacedText

__all__ = ["Flow", "Heading"]

_SECTIONS: Final = {
    Role.LETTERHEAD: "Kop surat",
    Role.CONTACT: "Kop surat",
    Role.SIGNATURE: "Tanda tangan",
    Role.VERIFICATION: "Verifikasi",
    Role.TEMBUSAN: "Tembusan",
}
"""Roles whose neighbours form a section, and its title in the tree."""


_DEPTH: Final = 0.22
_HEIGHT: Final = 0.78
_DEEPEST: Final = 6


class Heading:
    """A heading for the bookmarks: its text, its level from 1, and the place on its page."""

    __slots__ = ("level", "page", "text", "top")

    def __init__(self, text: str, level: int, page: int, top: float) -> None:
        self.text = text
        self.level = level
        self.page = page
        self.top = top


class Flow:
    """The way through one letter, from page to page; open paragraphs, lists and sections are kept.

    ``parent`` is the element of the letter; ``annotations`` are those of the page at hand.
    """

    __slots__ = (
        "_depth", "_items", "_lang", "_lists", "_marks", "_open", "_pen", "_section", "_tree", "_writer",
        "annotations",
        "headings", "parent",
    )  # fmt: skip

    def __init__(self, writer: ObjectWriter, tree: StructureTree, parent: Element, lang: str) -> None:
        self._writer = writer
        self._tree = tree
        self._lang = lang
        self.parent = parent
        self.annotations: list[int] = []
        self.headings: list[Heading] = []
        self._open: dict[int, Element] = {}
        self._section: tuple[str, Element] | None = None
        self._lists: list[tuple[int, Element]] = []
        self._items: Element | None = None
        self._depth = 0

    def begin_page(self, pen: Pen, marks: PageMarks) -> None:
        """Go on with a new page."""
        self._pen = pen
        self._marks = marks
        self.annotations = []

    def content(self, items: tuple[PlacedItem, ...], *, section: str = "") -> None:
        """Draw items as content. ``section`` names the section that all of them belong to."""
        self._blocks(items, self._named(section) if section else self.parent)
        if section:
            self._section = None

    def artifacts(self, items: tuple[PlacedItem, ...], kind: str) -> None:
        """Draw items that are furniture of the page: ``kind`` is Header or Footer."""
        pen = self._pen
        mark = f"/Artifact<</Type/Pagination/Subtype/{kind}>>BDC"
        for item in items:
            match item:
                case PlacedParagraph():
                    pen.begin_text(mark)
                    for piece, baseline, after in pieces(item):
                        pen.text(piece, baseline, after)
                    pen.end_text()
                case PlacedGrid():
                    self._artifact_strokes(item)
                    for row in item.rows:
                        for cell in row.cells:
                            self.artifacts(cell.items, kind)
                case PlacedRule():
                    self._rule(item)
                case PlacedPicture():
                    pen.code.append(mark)
                    pen.picture(pen.resources.picture(item.source), (item.x, item.y, item.width, item.height))
                    pen.code.append("EMC")
                case PlacedSymbol():
                    pen.code.append(mark)
                    pen.symbol(item)
                    pen.code.append("EMC")

    # ---- blocks

    def _blocks(self, items: tuple[PlacedItem, ...], parent: Element) -> None:
        for item in items:
            match item:
                case PlacedParagraph():
                    if item.lines:
                        self._paragraph(item, parent)
                case PlacedGrid():
                    self._grid(item, parent)
                case PlacedRule():
                    self._rule(item)
                case PlacedPicture():
                    self._picture(item, self._home(None, parent))
                case PlacedSymbol():
                    self._symbol(item, self._home(Role.VERIFICATION, parent))

    def _home(self, role: Role | None, parent: Element) -> Element:
        """Return the element under which a block of ``role`` stands: its section, or ``parent``."""
        if parent is not self.parent:
            return parent
        if role is None:
            return self._section[1] if self._section else parent
        title = _SECTIONS.get(role)
        if title is None:
            self._section = None
            return parent
        return self._named(title)

    def _named(self, title: str) -> Element:
        if self._section is None or self._section[0] != title:
            self._section = (title, self._tree.open("Sect", self.parent, f"/T{text_string(title)}"))
        return self._section[1]

    def _rule(self, rule: PlacedRule) -> None:
        self._pen.code.append("/Artifact BMC")
        self._pen.rectangles(rule.rectangles)
        self._pen.code.append("EMC")

    def _picture(self, item: PlacedPicture, parent: Element) -> None:
        pen = self._pen
        box = (item.x, pen.up(item.y + item.height), item.x + item.width, pen.up(item.y))
        element = self._tree.open("Figure", parent, figure(item.source.alt, box))
        pen.code.append(f"/Figure<</MCID {self._tree.mark(element, self._marks)}>>BDC")
        pen.picture(pen.resources.picture(item.source), (item.x, item.y, item.width, item.height))
        pen.code.append("EMC")

    def _symbol(self, item: PlacedSymbol, parent: Element) -> None:
        pen, source = self._pen, item.source
        box = (item.x, pen.up(item.y + item.outer), item.x + item.outer, pen.up(item.y))
        owner = self._tree.open("Link", parent) if source.link else parent
        element = self._tree.open("Figure", owner, figure(source.alt, box))
        pen.code.append(f"/Figure<</MCID {self._tree.mark(element, self._marks)}>>BDC")
        pen.symbol(item)
        pen.code.append("EMC")
        if source.link:
            self._annotate(owner, source.link, box)

    # ---- grids

    def _grid(self, grid: PlacedGrid, parent: Element) -> None:
        source = grid.source
        home = self._home(source.role, parent)
        if source.layout:
            for row in grid.rows:
                for cell in row.cells:
                    self._blocks(cell.items, home)
        else:
            self._lists.clear()
            table = self._table(grid, home)
            for row in grid.rows:
                if row.is_repeated:
                    for cell in row.cells:
                        self.artifacts(cell.items, "Header")
                else:
                    self._row(row, table, is_head=grid.source.header_rows > _index(grid, row))
        self._artifact_strokes(grid)

    def _table(self, grid: PlacedGrid, home: Element) -> Element:
        key = id(grid.source)
        if grid.is_continued and key in self._open:
            return self._open[key]
        summary = f"/A<</O/Table/Summary{text_string(grid.source.caption)}>>" if grid.source.caption else ""
        table = self._open[key] = self._tree.open("Table", home, summary)
        return table

    def _row(self, row: PlacedRow, table: Element, *, is_head: bool) -> None:
        element = self._tree.open("TR", table)
        for cell in row.cells:
            self._cell(cell, element, is_head=is_head)

    def _cell(self, cell: PlacedCell, row: Element, *, is_head: bool) -> None:
        is_header = is_head or cell.source.header
        element = self._tree.open(
            "TH" if is_header else "TD",
            row,
            _cell_attributes(cell.source, is_header=is_header, is_head=is_head),
        )
        items = [item for item in cell.items if not isinstance(item, PlacedParagraph) or item.lines]
        if len(items) == 1 and isinstance(items[0], PlacedParagraph) and not items[0].continues:
            self._texts(items[0], element)
        else:
            self._blocks(tuple(items), element)

    def _artifact_strokes(self, grid: PlacedGrid) -> None:
        if grid.strokes:
            self._pen.code.append("/Artifact BMC")
            self._pen.strokes(grid.strokes)
            self._pen.code.append("EMC")

    # ---- paragraphs

    def _paragraph(self, item: PlacedParagraph, parent: Element) -> None:
        source = item.source
        role = source.role
        if role is Role.FURNITURE:
            self.artifacts((item,), "Header")
            return
        home = self._home(role, parent)
        is_item = role is Role.ITEM or (role is Role.TEMBUSAN and "\t" in source.text)
        if item.is_continued and id(source) in self._open:
            element = self._open[id(source)]
        elif is_item:
            self._item(item, home)
            return
        else:
            self._lists.clear()
            element = self._tree.open(self._tag(item), home, self._language(item))
        self._texts(item, element)
        if item.continues:
            self._open[id(source)] = element

    def _tag(self, item: PlacedParagraph) -> str:
        source = item.source
        if source.role is Role.TITLE:
            level = 1
        elif source.role is Role.HEADING or (source.role is Role.APPENDIX and source.level):
            level = min(source.level + 1, self._depth + 1, _DEEPEST)  # no level may be skipped
        elif source.role is Role.QUOTE:
            return "BlockQuote"
        else:
            return "P"
        self._depth = level
        line = item.lines[0]
        top = self._pen.up(line.baseline - line.texts[0].style.size / 2) if line.texts else 0.0
        text = " ".join(source.text.split())
        if level == 1 and self.headings and self.headings[-1].level == 1 and source.role is Role.TITLE:
            self.headings[-1].text += " " + text  # a title of two paragraphs
        else:
            self.headings.append(Heading(text, level, self._marks.page, top))
        return f"H{level}"

    def _language(self, item: PlacedParagraph) -> str:
        """Return the language of a paragraph whose every piece is in one other than the document's."""
        runs = [inline for inline in item.source.inlines if isinstance(inline, Run)]
        lang = runs[0].lang if runs else None
        if lang is None or lang == self._lang or any(run.lang != lang for run in runs):
            return ""
        return f"/Lang{text_string(lang)}"

    def _item(self, item: PlacedParagraph, home: Element) -> None:
        """Draw a paragraph of a list: label and text. Without a label it goes on with the item before."""
        source = item.source
        label, tab, _ = source.text.partition("\t")
        if not tab or not label.strip():
            body = self._items if self._lists and self._items else home
            self._texts(item, self._tree.open("P", body))
            return
        level = max(source.level, 1)
        while self._lists and self._lists[-1][0] > level:
            self._lists.pop()
        if not self._lists or self._lists[-1][0] < level:
            outer = self._items if self._lists and self._items else home
            self._lists.append((level, self._tree.open("L", outer, "/A<</O/List/ListNumbering/Decimal>>")))
        entry = self._tree.open("LI", self._lists[-1][1])
        label_element = self._tree.open("Lbl", entry)
        body = self._items = self._tree.open("LBody", entry)
        self._marked(item, body, label.strip(), label_element)
        if item.continues:
            self._open[id(source)] = body

    # ---- texts

    def _texts(self, item: PlacedParagraph, element: Element) -> None:
        """Draw the lines of a paragraph, opening a new mark wherever link or language changes."""
        if any(isinstance(inline, Run) and (inline.link or inline.lang) for inline in item.source.inlines):
            self._marked(item, element, "", element)
        else:
            pen = self._pen
            pen.begin_text(f"/{element.tag}<</MCID {self._tree.mark(element, self._marks)}>>BDC")
            for piece, baseline, after in pieces(item):
                pen.text(piece, baseline, after)
            pen.end_text()
        self._leaders(item)

    def _marked(self, item: PlacedParagraph, element: Element, label: str, label_element: Element) -> None:
        """Draw lines of more than one mark; the first texts, as far as ``label`` goes, are of its element."""
        pen, tree, marks = self._pen, self._tree, self._marks
        current: tuple[str | None, str | None, bool] | None = None
        owner = element
        boxes: list[Box] = []
        for piece, baseline, after in pieces(item):
            key = (piece.link, piece.lang, bool(label))
            if key != current:
                if current is not None:
                    pen.end_text()
                    self._end_link(owner, current[0], boxes)
                current = key
                owner = self._owner(label_element if label else element, piece)
                pen.begin_text(f"/{owner.tag}<</MCID {tree.mark(owner, marks)}>>BDC")
            pen.text(piece, baseline, after)
            label = label[len(piece.text.strip()) :].lstrip()
            if piece.link:
                widen(boxes, self._box(piece, baseline))
        if current is not None:
            pen.end_text()
            self._end_link(owner, current[0], boxes)

    def _owner(self, home: Element, piece: PlacedText) -> Element:
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

    def _box(self, piece: PlacedText, baseline: float) -> Box:
        y, size = self._pen.up(baseline), piece.style.size / 2
        return (piece.x, y - _DEPTH * size, piece.x + piece.width, y + _HEIGHT * size)

    def _annotate(self, owner: Element, link: str, box: Box) -> None:
        own = self._writer.reserve()
        key = self._tree.own_object(owner, self._marks, own)
        sides = " ".join(map(number, box))
        self._writer.put(
            own,
            f"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[{sides}]/A<</S/URI/URI{text_string(link)}>>"
            f"/Contents{text_string(described(link))}/StructParent {key}>>".encode("ascii"),
        )
        self.annotations.append(own)

    def _leaders(self, item: PlacedParagraph) -> None:
        for line in item.lines:
            if line.leaders:
                self._pen.code.append("/Artifact BMC")
                self._pen.leaders(line.leaders, line.baseline)
                self._pen.code.append("EMC")


def _index(grid: PlacedGrid, row: PlacedRow) -> int:
    """Return the place of a row from the top of its table; rows of later pages are never heads."""
    return _DEEPEST * 1000 if grid.is_continued else grid.rows.index(row)


def _cell_attributes(cell: Cell, *, is_header: bool, is_head: bool) -> str:
    spans = (f"/ColSpan {cell.colspan}" if cell.colspan > 1 else "") + (
        f"/RowSpan {cell.rowspan}" if cell.rowspan > 1 else ""
    )
    scope = ("/Scope/Column" if is_head else "/Scope/Row") if is_header else ""
    return f"/A<</O/Table{scope}{spans}>>" if scope or spans else ""
