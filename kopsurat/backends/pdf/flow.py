"""Draw the items of a typeset letter and say what each is: content with its element, or an artifact."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from kopsurat.backends.pdf.marking import Marker
from kopsurat.backends.pdf.objects import text_string
from kopsurat.backends.pdf.outline import Heading
from kopsurat.layout.measures import points
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
    from kopsurat.backends.pdf.letterhead import Letterhead
    from kopsurat.backends.pdf.objects import ObjectWriter
    from kopsurat.backends.pdf.pen import Pen
    from kopsurat.backends.pdf.structure import Element, PageMarks, StructureTree
    from kopsurat.backends.pdf.widgets import Widgets
    from kopsurat.layout.model import Cell, PageSetup
    from kopsurat.layout.placed import PlacedCell, PlacedItem, PlacedRow

__all__ = ["Flow"]

_SECTIONS: Final = {
    Role.LETTERHEAD: "Kop surat",
    Role.CONTACT: "Kop surat",
    Role.SIGNATURE: "Tanda tangan",
    Role.VERIFICATION: "Verifikasi",
    Role.TEMBUSAN: "Tembusan",
}
"""Roles whose neighbours form a section, and its title in the tree."""

_BLANK: Final = "/Alt(isian)"
"""What is read out for an item that is left to be filled in by hand."""

_TEXTS: Final = attrgetter("texts")
_DEEPEST: Final = 6
_OVER: Final = 4.0
"""How far over a heading a bookmark leads, in points."""


@dataclass(slots=True)
class _Table:
    """A table, and the cell begun last in each of its columns."""

    element: Element
    cells: dict[int, Element]


class Flow:
    """The way through one letter, from page to page; open paragraphs, lists and sections are kept.

    ``parent`` is the element of the letter.
    """

    __slots__ = (
        "_depth", "_items", "_lang", "_last_table", "_lists", "_marker", "_open", "_pen", "_section",
        "_signature", "_tables", "_tree", "first_page", "headings", "parent",
    )  # fmt: skip

    def __init__(
        self,
        writer: ObjectWriter,
        tree: StructureTree,
        parent: Element,
        lang: str,
        widgets: Widgets | None = None,
    ) -> None:
        self._marker = Marker(writer, tree, lang, widgets)
        self._tree = tree
        self._lang = lang
        self.parent = parent
        self.headings: list[Heading] = []
        self._open: dict[int, Element] = {}
        self._tables: dict[int, _Table] = {}
        self._last_table: _Table | None = None
        self._section: tuple[str, Element] | None = None
        self._lists: list[tuple[int, Element]] = []
        self._items: Element | None = None
        self._depth = 0
        self.first_page = 0
        self._signature: Box | None = None

    @property
    def annotations(self) -> list[int]:
        """The annotations of the page at hand."""
        return self._marker.annotations

    def begin_page(self, pen: Pen, marks: PageMarks, *, right: float) -> None:
        """Go on with a new page, whose right margin lies at ``right``."""
        self._pen = pen
        self.first_page = self.first_page or marks.page
        self._marker.begin_page(pen, marks, right=right)
        self._signature = None

    def frame(self, page: PageSetup) -> None:
        """Draw the frame around a page, if it has one: two lines on each side."""
        frame = page.frame
        if frame is None:
            return
        line = points(frame.line)
        self._pen.code.append("/Artifact BMC")
        for inset in (points(frame.distance), points(frame.distance + frame.line + frame.gap)):
            width, height = points(page.width) - 2 * inset, points(page.height) - 2 * inset
            right, bottom = inset + width - line, inset + height - line
            self._pen.rectangles(
                (
                    (inset, inset, width, line),
                    (inset, bottom, width, line),
                    (inset, inset, line, height),
                    (right, inset, line, height),
                )
            )
        self._pen.code.append("EMC")

    @property
    def is_settled(self) -> bool:
        """Whether nothing was begun that what follows could go on with."""
        return not (self._open or self._tables or self._lists or self.headings or self._signature)

    def letterhead(self, head: Letterhead) -> None:
        """Put a letterhead on a new page."""
        self._lists.clear()
        self._section = None
        self._marker.letterhead(head, self.parent)

    def content(self, items: tuple[PlacedItem, ...], *, section: str = "") -> None:
        """Draw items as content. ``section`` names the section that all of them belong to."""
        self._blocks(items, self._named(section) if section else self.parent)
        if section:
            self._section = None

    def end(self) -> None:
        """Finish what only the end of the document settles."""
        self._marker.tie_notes()

    def footer(self, items: tuple[PlacedItem, ...], *, is_content: bool) -> None:
        """Draw the foot of a page: numbers and the like are artifacts, the rest where it is not repeated."""
        for item in items:
            is_number = isinstance(item, PlacedParagraph) and item.source.role is Role.FURNITURE
            if is_content and not is_number:
                self.content((item,))
            else:
                self.artifacts((item,), "Footer")

    def artifacts(self, items: tuple[PlacedItem, ...], kind: str) -> None:
        """Draw items that are furniture of the page: ``kind`` is Header or Footer."""
        pen = self._pen
        for item in items:
            match item:
                case PlacedParagraph():
                    self._marker.artifact(item, kind)
                case PlacedGrid():
                    self._strokes(item)
                    for row in item.rows:
                        for cell in row.cells:
                            self.artifacts(cell.items, kind)
                case PlacedRule():
                    self._rule(item)
                case PlacedPicture():
                    pen.code.append("/Artifact BMC")
                    pen.picture(pen.resources.picture(item.source), (item.x, item.y, item.width, item.height))
                    pen.code.append("EMC")
                case PlacedSymbol():
                    pen.code.append("/Artifact BMC")
                    pen.symbol(item)
                    pen.code.append("EMC")

    def signature_field(self, name: str) -> int | None:
        """Place an empty signature field over the signature block of this page, if it has one; return it."""
        if self._signature is None:
            return None
        section = self._named(_SECTIONS[Role.SIGNATURE])
        return self._marker.signature_field(name, self._signature, section)

    # ---- blocks

    def _blocks(self, items: tuple[PlacedItem, ...], parent: Element) -> None:
        for item in items:
            match item:
                case PlacedParagraph():
                    if _has_text(item):
                        self._paragraph(item, parent)
                    else:  # a blank to be written on, or mere room
                        self._marker.leaders(item)
                case PlacedGrid():
                    self._grid(item, parent)
                case PlacedRule():
                    self._rule(item)
                case PlacedPicture():
                    self._marker.picture(item, self._home(None, parent))
                case PlacedSymbol():
                    self._marker.symbol(item, self._home(Role.VERIFICATION, parent))

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

    # ---- grids

    def _grid(self, grid: PlacedGrid, parent: Element) -> None:
        home = self._home(grid.source.role, parent)
        if grid.source.layout:
            for row in grid.rows:
                for at, cell in enumerate(row.cells):
                    if at:
                        self._lists.clear()
                    self._blocks(cell.items, home)
        else:
            table = self._table(grid, home)
            heads = 0 if grid.is_continued else grid.source.header_rows
            for at, row in enumerate(grid.rows):
                if row.is_repeated:
                    for cell in row.cells:
                        self.artifacts(cell.items, "Header")
                else:
                    is_parted = grid.continues and row is grid.rows[-1]
                    self._row(row, table, is_head=at < heads, is_parted=is_parted)
            self._lists.clear()
        self._strokes(grid)

    def _table(self, grid: PlacedGrid, home: Element) -> _Table:
        key, source = id(grid.source), grid.source
        if grid.is_continued and key in self._tables:
            return self._tables[key]
        if source.goes_on and self._last_table is not None:
            return self._tables.setdefault(key, self._last_table)
        summary = f"/A<</O/Table/Summary{text_string(source.caption)}>>" if source.caption else ""
        table = self._tables[key] = self._last_table = _Table(self._tree.open("Table", home, summary), {})
        return table

    def _row(self, row: PlacedRow, table: _Table, *, is_head: bool, is_parted: bool) -> None:
        """Draw a row. Cells that go on from the page before belong to their row there."""
        element: Element | None = None
        for cell in row.cells:
            self._lists.clear()
            if cell.is_rest:
                self._blocks(cell.items, table.cells[cell.column])
                continue
            element = element or self._tree.open("TR", table.element)
            table.cells[cell.column] = self._cell(cell, element, is_head=is_head, is_parted=is_parted)

    def _cell(self, cell: PlacedCell, row: Element, *, is_head: bool, is_parted: bool) -> Element:
        is_header = is_head or cell.source.header
        attributes = _cell_attributes(cell.source, is_header=is_header, is_head=is_head)
        element = self._tree.open("TH" if is_header else "TD", row, attributes)
        first = cell.items[0] if len(cell.items) == 1 and not is_parted else None
        if isinstance(first, PlacedParagraph):
            if _has_text(first):
                self._marker.texts(first, element)
            else:
                self._marker.leaders(first)
        else:
            self._blocks(cell.items, element)
        return element

    def _strokes(self, grid: PlacedGrid) -> None:
        if grid.strokes:
            self._pen.code.append("/Artifact BMC")
            self._pen.strokes(grid.strokes)
            self._pen.code.append("EMC")

    # ---- paragraphs

    def _paragraph(self, item: PlacedParagraph, parent: Element) -> None:
        source = item.source
        role = source.role
        if role is Role.FURNITURE:
            self._marker.artifact(item, "Header")
            return
        home = self._home(role, parent)
        if item.is_continued and id(source) in self._open:
            element = self._open[id(source)]
        elif role is Role.ITEM or (role is Role.TEMBUSAN and "\t" in source.text):
            self._item(item, home)
            return
        elif role is Role.FOOTNOTE:
            self._lists.clear()
            self._marker.note(item, self._tree.open_note(home))
            return
        else:
            self._lists.clear()
            tag = self._tag(item)
            if tag == "P" and not item.continues and not item.is_continued and self._marker.is_plain(source):
                self._marker.plain(item, self._tree.leaf(tag, home, "", self._marker.marks), tag)
                if role is Role.SIGNATURE:
                    self._widen_signature(item)
                return
            element = self._tree.open(tag, home, self._language(item))
            if tag[0] == "H":
                self.headings[-1].element = self.headings[-1].element or element.own
        self._marker.texts(item, element)
        if item.continues:
            self._open[id(source)] = element
        if role is Role.SIGNATURE:
            self._widen_signature(item)

    def _tag(self, item: PlacedParagraph) -> str:
        role, level = item.source.role, item.source.level
        if role is Role.TITLE:
            return self._heading(item, 1)
        if role is Role.HEADING or (role is Role.APPENDIX and level):
            return self._heading(item, min(level + 1, self._depth + 1, _DEEPEST))  # no level may be skipped
        return "BlockQuote" if role is Role.QUOTE else "P"

    def _heading(self, item: PlacedParagraph, level: int) -> str:
        self._depth = level
        line = next(line for line in item.lines if line.texts)
        top = self._pen.up(line.baseline - line.texts[0].style.size / 2 - _OVER)
        text = " ".join(item.source.text.split())
        if level == 1 and self.headings and self.headings[-1].level == 1:
            self.headings[-1].text += " " + text  # a title of two paragraphs
        else:
            self.headings.append(Heading(text, level, self._marker.marks.page, top))
        return f"H{level}"

    def _language(self, item: PlacedParagraph) -> str:
        """Return the language of a paragraph whose every piece is in one other than the document's."""
        inlines = item.source.inlines
        first = inlines[0]
        lang = first.lang if isinstance(first, Run) else None
        if lang is None or lang == self._lang:
            return ""
        if any(isinstance(inline, Run) and inline.lang != lang for inline in inlines):
            return ""
        return f"/Lang{text_string(lang)}"

    def _item(self, item: PlacedParagraph, home: Element) -> None:
        """Draw a paragraph of a list: label and text. Without a label it goes on with the item before."""
        source = item.source
        label, tab, _ = source.text.partition("\t")
        if not tab or not label.strip():
            body = self._items if self._lists and self._items else home
            self._marker.texts(item, self._tree.open("P", body))
            return
        level = max(source.level, 1)
        while self._lists and self._lists[-1][0] > level:
            self._lists.pop()
        if not self._lists or self._lists[-1][0] < level:
            outer = self._items if self._lists and self._items else home
            self._lists.append((level, self._tree.open("L", outer, _numbering(label))))
        entry = self._tree.open("LI", self._lists[-1][1])
        label_element = self._tree.open("Lbl", entry)
        is_blank = not any(piece.text.strip() for line in item.lines for piece in line.texts[1:])
        body = self._items = self._tree.open("LBody", entry, _BLANK if is_blank else "")
        self._marker.labelled(item, body, label.strip(), label_element)
        if item.continues:
            self._open[id(source)] = body

    def _widen_signature(self, item: PlacedParagraph) -> None:
        boxes = [self._marker.box(piece, line.baseline) for line in item.lines for piece in line.texts]
        if self._signature is not None:
            boxes.append(self._signature)
        left, low, right, high = zip(*boxes, strict=True)
        self._signature = (min(left), min(low), max(right), max(high))


def _has_text(item: PlacedParagraph) -> bool:
    return any(map(_TEXTS, item.lines))


def _numbering(label: str) -> str:
    """Return how the entries of a list are counted, told by the label of its first."""
    first = label.strip(" \t().")
    if first.isdigit():
        kind = "Decimal"
    elif len(first) == 1 and first.isalpha():
        kind = "LowerAlpha" if first.islower() else "UpperAlpha"
    else:
        kind = "Disc"
    return f"/A<</O/List/ListNumbering/{kind}>>"


def _cell_attributes(cell: Cell, *, is_header: bool, is_head: bool) -> str:
    spans = (f"/ColSpan {cell.colspan}" if cell.colspan > 1 else "") + (
        f"/RowSpan {cell.rowspan}" if cell.rowspan > 1 else ""
    )
    scope = ("/Scope/Column" if is_head else "/Scope/Row") if is_header else ""
    return f"/A<</O/Table{scope}{spans}>>" if scope or spans else ""
