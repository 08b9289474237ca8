"""The letterhead of an office: drawn once, then put on its letters with the numbers of each file.

All letters of an office carry the same letterhead. What differs are the numbers of its objects, of the page
and of the element that it belongs to; these are gaps in what is remembered.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Final

from kopsurat.backends.pdf.flow import Flow
from kopsurat.backends.pdf.objects import ObjectWriter
from kopsurat.backends.pdf.pen import Pen
from kopsurat.backends.pdf.resources import Resources
from kopsurat.backends.pdf.structure import Element, StructureTree
from kopsurat.values import remembered_by_identity

if TYPE_CHECKING:
    from kopsurat.backends.pdf.structure import PageMarks
    from kopsurat.layout.placed import PlacedItem

__all__ = ["SECTION", "Letterhead", "letterhead"]

SECTION: Final = "Kop surat"
"""The title of the section that a letterhead is in the tree."""

_GAP: Final = re.compile(rb"\0(\d+)\0")


class _Gap(int):
    """A number that every file has its own of, written as no text of a file can be: all escape NUL."""

    def __format__(self, spec: str) -> str:
        return f"\0{int(self)}\0"


class _Sketch(ObjectWriter):
    """A file that is not written: its numbers are gaps, its objects are kept in ``bodies``."""

    __slots__ = ("bodies",)

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), version=(1, 7), packed=True)
        self.bodies: list[tuple[int, bytes]] = []

    def reserve(self) -> int:
        return _Gap(super().reserve())

    def put(self, own: int, body: bytes) -> None:
        self.bodies.append((own, body))


class Letterhead:
    """A letterhead drawn on the sketch of a page. ``resources`` are its fonts and pictures.

    ``is_fixed`` says whether it is the same in every file: neither set from glyphs that the file numbers,
    nor begun with something that goes on in the text.
    """

    __slots__ = (
        "_annotated", "_count", "_gaps", "_order", "_owners", "_pen", "_template", "is_fixed", "resources",
    )  # fmt: skip

    def __init__(self, items: tuple[PlacedItem, ...], height: float, lang: str) -> None:
        sketch = _Sketch()
        tree = StructureTree(sketch, is_pdf2=False)
        marks = tree.begin_page(sketch.reserve())
        first = sketch.count
        self.resources = Resources(ObjectWriter(io.BytesIO(), version=(1, 7), packed=True))
        self._pen = Pen(self.resources, height)
        flow = Flow(sketch, tree, tree.root, lang)
        flow.begin_page(self._pen, marks, right=0.0)
        flow.content(items, section=SECTION)
        tree.flush()
        self.is_fixed = flow.is_settled and not self.resources.has_glyphs
        self._count = sketch.count - first
        self._pen.code[:] = ["\n".join(self._pen.code)]
        self._owners = marks.owners
        self._annotated = [(own, owner) for own, owner in tree.owners.items() if isinstance(owner, int)]
        self._order = [own for own, _ in sketch.bodies]
        parts = _GAP.split(b"\n".join([body for _, body in sketch.bodies]))
        self._template = b"%d".join([part.replace(b"%", b"%%") for part in parts[::2]])
        self._gaps = [int(gap) for gap in parts[1::2]]

    def put(
        self, writer: ObjectWriter, tree: StructureTree, parent: Element, pen: Pen, marks: PageMarks
    ) -> list[int]:
        """Put it on an empty page, as a part of ``parent``, and return its annotations."""
        own_numbers = writer.reserve_many(self._count)
        numbers = (0, 0, parent.own, marks.page, *own_numbers)  # as the sketch numbers them
        bodies = self._template % tuple([numbers[gap] for gap in self._gaps])
        for own, body in zip(self._order, bodies.split(b"\n"), strict=True):
            writer.put(numbers[own], body)
        parent.kids.append(f"{own_numbers[0]} 0 R")
        marks.owners += [numbers[owner] for owner in self._owners]
        tree.owners |= {numbers[annotation]: numbers[owner] for annotation, owner in self._annotated}
        pen.go_on_from(self._pen)
        return [numbers[annotation] for annotation, _ in self._annotated]


@remembered_by_identity(32)
def letterhead(items: tuple[PlacedItem, ...], height: float, lang: str) -> Letterhead:
    """Return a letterhead for pages of a height, in points, in a document of a language."""
    return Letterhead(items, height, lang)
