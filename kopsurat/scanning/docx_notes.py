"""Footnotes and endnotes of a DOCX: a page shows those alone to which the text refers, in that order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kopsurat.scanning.word_archive import WORD, is_on_value

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree import ElementTree as ET

__all__ = ["REFERENCES", "Notes"]

REFERENCES: Final = {f"{WORD}{name}Reference": f"{WORD}{name}" for name in ("footnote", "endnote")}
"""The elements that refer to notes, and what these are."""


class Notes:
    """The notes to which ``root``, the text, refers."""

    def __init__(self, root: ET.Element) -> None:
        self._order: dict[str, dict[str, int]] = {kind: {} for kind in REFERENCES.values()}
        for element in root.iter():
            if element.tag in REFERENCES:
                order = self._order[REFERENCES[element.tag]]
                order.setdefault(element.get(f"{WORD}id", ""), len(order) + 1)

    def number_of(self, reference: ET.Element) -> str:
        """Return the number that a reference shows; a mark of its own stands behind it as text."""
        if is_on_value(reference.get(f"{WORD}customMarkFollows", "0")):
            return ""
        return str(self._order[REFERENCES[reference.tag]].get(reference.get(f"{WORD}id", ""), ""))

    def shown(self, root: ET.Element) -> Iterator[ET.Element]:
        """Yield what is shown of a part, in that order: its notes, or the part where it is none of notes."""
        order = self._order.get(root.tag.removesuffix("s"))
        if order is None:
            yield root
            return
        for identifier in order:
            yield from (each for each in root if each.get(f"{WORD}id") == identifier and not _is_rule(each))


def _is_rule(note: ET.Element) -> bool:
    """Return whether a note is one of the lines that stand between text and notes."""
    return note.get(f"{WORD}type", "normal") != "normal"
