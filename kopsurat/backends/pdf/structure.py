"""The structure tree: which marked content is what, for who does not see the page (ISO 32000-1, 14.7)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kopsurat.backends.pdf.objects import number, text_string

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
    """The marked content of one page: the number of the page, its key, and the owner of each mark."""

    page: int
    key: int
    owners: list[int]


class StructureTree:
    """The elements of a file, written to ``writer`` letter by letter by :meth:`flush`."""

    __slots__ = (
        "_elements",
        "_leaf",
        "_leaves",
        "_namespace",
        "_next_key",
        "_space",
        "_tree",
        "_writer",
        "root",
    )

    def __init__(self, writer: ObjectWriter, *, is_pdf2: bool) -> None:
        self._writer = writer
        self._tree = writer.reserve()
        self._elements: list[Element] = []
        self._leaf: dict[int, bytes] = {}
        self._leaves: list[tuple[int, int, int]] = []
        self._next_key = 0
        self._namespace = writer.add(b"<</Type/Namespace/NS(http://iso.org/pdf2/ssn)>>") if is_pdf2 else 0
        self._space = f"/NS {self._namespace} 0 R" if is_pdf2 else ""
        self.root = Element(writer.reserve(), "Document", self._tree, "", [])

    def open(self, tag: str, parent: Element, attributes: str = "") -> Element:
        """Return a new element, the last child of ``parent``; ``attributes`` are finished PDF entries."""
        element = Element(self._writer.reserve(), tag, parent.own, attributes, [])
        parent.kids.append(f"{element.own} 0 R")
        self._elements.append(element)
        return element

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
        return PageMarks(page, self._key(), [])

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

    def end_page(self, marks: PageMarks) -> None:
        """Note whose the marks of a page are."""
        self._leaf[marks.key] = b"[%b]" % b" ".join([b"%d 0 R" % owner for owner in marks.owners])

    def own_object(self, element: Element, marks: PageMarks, annotation: int) -> int:
        """Make an annotation a kid of ``element``; return its key (``/StructParent``)."""
        key = self._key()
        self._leaf[key] = b"%d 0 R" % element.own
        if not element.page:
            element.page = marks.page
        element.kids.append(f"<</Type/OBJR/Pg {marks.page} 0 R/Obj {annotation} 0 R>>")
        return key

    def flush(self) -> None:
        """Write the elements so far; none of them may change later."""
        put = self._writer.put
        for element in self._elements:
            put(element.own, self._body(element))
        self._elements.clear()
        if len(self._leaf) >= _KEYS_A_LEAF:
            self._write_leaf()

    def close(self) -> int:
        """Write the rest and return the number of the root of the tree."""
        self.flush()
        writer = self._writer
        writer.put(self.root.own, self._body(self.root))
        if self._leaves:
            if self._leaf:
                self._write_leaf()
            kids = " ".join(f"{leaf} 0 R" for leaf, _, _ in self._leaves)
            parents = writer.add(f"<</Kids[{kids}]>>".encode("ascii"))
        else:
            parents = writer.add(b"<</Nums[%b]>>" % self._pairs())
        spaces = b"/Namespaces[%d 0 R]" % self._namespace if self._namespace else b""
        writer.put(
            self._tree,
            b"<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d%b>>"
            % (self.root.own, parents, self._next_key, spaces),
        )
        return self._tree

    def _key(self) -> int:
        self._next_key += 1
        return self._next_key - 1

    def _body(self, element: Element) -> bytes:
        page = f"/Pg {element.page} 0 R" if element.page else ""
        kids = element.kids
        content = f"/K {kids[0]}" if len(kids) == 1 else f"/K[{' '.join(kids)}]" if kids else ""
        head = f"<</Type/StructElem/S/{element.tag}/P {element.parent} 0 R"
        return f"{head}{page}{self._space}{element.attributes}{content}>>".encode("ascii")

    def _pairs(self) -> bytes:
        return b" ".join([b"%d %b" % pair for pair in sorted(self._leaf.items())])

    def _write_leaf(self) -> None:
        first, last = min(self._leaf), max(self._leaf)
        body = b"<</Limits[%d %d]/Nums[%b]>>" % (first, last, self._pairs())
        self._leaves.append((self._writer.add(body), first, last))
        self._leaf.clear()


def figure(alt: str, box: tuple[float, float, float, float]) -> str:
    """Return the attributes of a figure: its alternative text and its box in points from the lower left."""
    sides = " ".join(map(number, box))
    return f"/Alt{text_string(alt)}/A<</O/Layout/Placement/Block/BBox[{sides}]>>"
