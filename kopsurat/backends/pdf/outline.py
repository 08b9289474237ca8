"""Bookmarks: the headings of a long document, or the letters of a combined file (ISO 32000-1, 12.3.3)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kopsurat.backends.pdf.objects import number, text_string

if TYPE_CHECKING:
    from kopsurat.backends.pdf.objects import ObjectWriter

__all__ = ["Heading", "write_outline"]


@dataclass(slots=True)
class Heading:
    """Where a bookmark leads: its text, its level, the page, the element, and the height on the page."""

    text: str
    level: int
    page: int
    top: float
    element: int = 0


def write_outline(writer: ObjectWriter, headings: list[Heading], *, to_elements: bool) -> int:
    """Write the bookmarks, nested by level, and return the number of their root.

    ``to_elements`` makes them lead to structure elements, as PDF/UA-2 wants, instead of pages.
    """
    root = writer.reserve()
    own = [writer.reserve() for _ in headings]
    kids: dict[int, list[int]] = {root: []}
    parents, places, chain = [], [], list[int]()
    for at, heading in enumerate(headings):
        while chain and headings[chain[-1]].level >= heading.level:
            chain.pop()
        siblings = kids.setdefault(own[chain[-1]] if chain else root, [])
        parents.append(own[chain[-1]] if chain else root)
        places.append(len(siblings))
        siblings.append(own[at])
        chain.append(at)
    for at, heading in enumerate(headings):
        siblings, place = kids[parents[at]], places[at]
        links = f"/Prev {siblings[place - 1]} 0 R" if place else ""
        links += f"/Next {siblings[place + 1]} 0 R" if place + 1 < len(siblings) else ""
        if below := kids.get(own[at]):
            links += f"/First {below[0]} 0 R/Last {below[-1]} 0 R/Count -{len(below)}"
        goal = heading.element if to_elements else heading.page
        target = f"[{goal} 0 R/XYZ 0 {number(heading.top)} 0]"
        body = f"<</Title{text_string(heading.text)}/Parent {parents[at]} 0 R/Dest{target}{links}>>"
        writer.put(own[at], body.encode("ascii"))
    top = kids[root]
    writer.put(root, b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>" % (top[0], top[-1], len(top)))
    return root
