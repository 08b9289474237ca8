"""A part with text of its own while it is written, whatever package it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from kopsurat.backends.docx.naming import Looks

__all__ = ["Links", "Media", "Story"]


class Media(Protocol):
    """A package that takes pictures: our own, or one that python-docx has open."""

    def next_drawing(self) -> int:
        """Return a number for a drawing that no other drawing of the package has."""

    def picture(self, data: bytes) -> str:
        """Add a PNG once; return the name by which a part relates to it."""


class Links(Protocol):
    """The relationships of one part."""

    def add(self, kind: str, target: str, *, external: bool = False) -> str:
        """Return the id of the relationship to a target; ``kind`` is the last word of its type."""


@dataclass(slots=True)
class Story:
    """The body, a header or a footer: what its text needs of the package.

    ``starts_page`` says that a page break waits for the next paragraph.
    """

    package: Media
    references: Links
    looks: Looks
    starts_page: bool = False

    def take_page_break(self) -> bool:
        """Return whether the next paragraph starts a page, once."""
        waiting, self.starts_page = self.starts_page, False
        return waiting
