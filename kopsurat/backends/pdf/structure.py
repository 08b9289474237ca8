"""The structure tree: which marked content is what, for who does not see the page (ISO 32000-1, 14.7)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kopsurat.backends.pdf.objects import array_of, number, text_string

if TYPE_CHECKING:
    from kopsurat.backends.pdf.objects import ObjectWriter

__all__ = ["Element", "PageMarks", "StructureTree"]

_KEYS_A_LEAF: Final = 500
"""Entries in one leaf of the parent tree; a finished leaf is written and forgotten."""


@dataclass(slots=True, eq=False)
class Element:
    """A structure element. ``own`` and ``parent`` are object numbers, ``kids`` finished PDF."""

    own: int
    tag: str
    parent: int
    attributes: str
    kids: list[str]
    page: int = 0


@dataclass(slots=True, eq=False)
class PageMarks:
    """The marked content of one page: the number of the page, and the owner of each mark."""

    page: int
    owners: list[int]


class StructureTree:
    """The elements of a file, written to ``writer`` letter by letter by :meth:`flush`.

    ``owners`` are the entries of the parent tree that are not written yet: the owner of an annotation,
    the owners of the marks of a page. Their keys are the numbers of the annotation and of the page.
    """

    __slots__ = (
        "_elements", "_leaves", "_namespace", "_notes", "_space", "_tree", "_writer", "is_pdf2",
        "owners", "root",
    )  # fmt: skip

    def __init__(self, writer: ObjectWriter, *, is_pdf2: bool) -> None:
        self._writer = writer
        self._tree = writer.reserve()
        self._elements: list[Element] = []
        self.owners: dict[int, int | list[int]] = {}
        self._leaves: list[int] = []
        self._notes: list[int] = []
        self.is_pdf2 = is_pdf2
        self._namespace = writer.add(b"<</Type/Namespace/NS(http://iso.org/pdf2/ssn)>>") if is_pdf2 else 0
        self._space = f"/NS {self._namespace} 0 R" if is_pdf2 else ""
        self.root = Element(writer.reserve(), "Document", self._tree, "", [])

    def open(self, tag: str, parent: Element, attributes: str = "") -> Element:
        """Return a new element, the last child of ``parent``; ``attributes`` are finished PDF entries."""
        element = Element(self._writer.reserve(), tag, parent.own, attributes, [])
        parent.kids.append(f"{element.own} 0 R")
        self._elements.append(element)
        return element

    def open_note(self, parent: Element) -> Element:
        """Return a new footnote. PDF/UA-1 wants each to have an identifier (ISO 14289-1, 7.9)."""
        note = self.open("FENote" if self.is_pdf2 else "Note", parent)
        note.attributes = f"/ID({_identifier(note.own)})"
        if self.is_pdf2:
            note.attributes += "/A<</O/FENote/NoteType/Footnote>>"
        self._notes.append(note.own)
        return note

    def tie(self, note: Element, citations: list[Element]) -> None:
        """Tell a footnote of the marks that stand for it, and these of it, where PDF has a way to (2.0)."""
        if self.is_pdf2:
            note.attributes += f"/Ref[{' '.join(f'{citation.own} 0 R' for citation in citations)}]"
            for citation in citations:
                citation.attributes += f"/Ref[{note.own} 0 R]"

    def leaf(self, tag: str, parent: Element, attributes: str, marks: PageMarks) -> int:
        """Write an element that holds one piece of marked content and no more; return the mark's number."""
        own, mcid = self._writer.reserve(), len(marks.owners)
        parent.kids.append(f"{own} 0 R")
        marks.owners.append(own)
        head = f"<</Type/StructElem/S/{tag}/P {parent.own} 0 R/Pg {marks.page} 0 R"
        self._writer.put(own, f"{head}{self._space}{attributes}/K {mcid}>>".encode("ascii"))
        return mcid

    def begin_page(self, page: int) -> PageMarks:
        """Return the marks of a new page."""
        marks = PageMarks(page, [])
        self.owners[page] = marks.owners
        return marks

    def mark(self, element: Element, marks: PageMarks) -> int:
        """Return the number of a new piece of marked content that belongs to ``element``."""
        mcid = len(marks.owners)
        marks.owners.append(element.own)
        if not element.page:
            element.page = marks.page
        if element.page == marks.page:
            element.kids.append(str(mcid))
        else:
            element.kids.append(f"<</Type/MCR/Pg {marks.page} 0 R/MCID {mcid}>>")
        return mcid

    def own_object(self, element: Element, marks: PageMarks, annotation: int) -> None:
        """Make an annotation a kid of ``element``."""
        self.owners[annotation] = element.own
        if not element.page:
            element.page = marks.page
        element.kids.append(f"<</Type/OBJR/Pg {marks.page} 0 R/Obj {annotation} 0 R>>")

    def flush(self) -> None:
        """Write the elements so far; none of them may change later."""
        put = self._writer.put
        for element in self._elements:
            put(element.own, self._body(element))
        self._elements.clear()
        if len(self.owners) >= _KEYS_A_LEAF:
            self._write_leaf()

    def close(self) -> int:
        """Write the rest and return the number of the root of the tree."""
        self.flush()
        writer = self._writer
        writer.put(self.root.own, self._body(self.root))
        if self._leaves:
            if self.owners:
                self._write_leaf()
            parents = writer.add(b"<</Kids%b>>" % array_of(self._leaves))
        else:
            parents = writer.add(b"<</Nums[%b]>>" % self._pairs(sorted(self.owners)))
        names = " ".join(f"({_identifier(note)}) {note} 0 R" for note in self._notes)
        identifiers = f"/IDTree<</Names[{names}]>>".encode("ascii") if names else b""
        spaces = b"/Namespaces[%d 0 R]" % self._namespace if self._namespace else b""
        writer.put(
            self._tree,
            b"<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d%b%b>>"
            % (self.root.own, parents, writer.count, identifiers, spaces),
        )
        return self._tree

    def _body(self, element: Element) -> bytes:
        page = f"/Pg {element.page} 0 R" if element.page else ""
        kids = element.kids
        content = f"/K {kids[0]}" if len(kids) == 1 else f"/K[{' '.join(kids)}]" if kids else ""
        head = f"<</Type/StructElem/S/{element.tag}/P {element.parent} 0 R"
        return f"{head}{page}{self._space}{element.attributes}{content}>>".encode("ascii")

    def _pairs(self, keys: list[int]) -> bytes:
        return b" ".join([b"%d %b" % (key, _reference(self.owners[key])) for key in keys])

    def _write_leaf(self) -> None:
        keys = sorted(self.owners)
        body = b"<</Limits[%d %d]/Nums[%b]>>" % (keys[0], keys[-1], self._pairs(keys))
        self._leaves.append(self._writer.add(body))
        self.owners.clear()


def _identifier(note: int) -> str:
    """Return the identifier of a footnote; they sort like the numbers of their objects."""
    return f"catatan-{note:08d}"


def _reference(owners: int | list[int]) -> bytes:
    return b"%d 0 R" % owners if isinstance(owners, int) else array_of(owners)


def figure(alt: str, box: tuple[float, float, float, float]) -> str:
    """Return the attributes of a figure: its alternative text and its box in points from the lower left."""
    sides = " ".join(map(number, box))
    return f"/Alt{text_string(alt)}/A<</O/Layout/Placement/Block/BBox[{sides}]>>"
