"""Whether the letters of a DOCX run the way they do by themselves (UAX 9: the bidirectional algorithm).

Word lets a paragraph and each run be turned: then numbers and signs change places for the eye alone.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from kopsurat.layout.bidi import embedding_levels, has_rtl_text
from kopsurat.scanning.word_archive import WORD, is_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree import ElementTree as ET

__all__ = ["Directions"]

_NOTE: Final = "\u00b9"
"""The raised number that stands for any mark of a note."""
_SIGNS: Final = {
    f"{WORD}tab": "\t",
    f"{WORD}br": "\t",
    f"{WORD}cr": "\t",
    f"{WORD}noBreakHyphen": "-",
    f"{WORD}footnoteReference": _NOTE,
    f"{WORD}footnoteRef": _NOTE,
}
"""What stands between letters; text on both sides of a tab or a break is ordered by itself."""
_MOST: Final = 300_000
"""Characters of a file in paragraphs with letters from the right; a long letter has a tenth of it."""


class Directions:
    """Judges the paragraphs of a file, no more of them than a long letter has."""

    def __init__(self) -> None:
        self._left = _MOST

    def turn(self, paragraph: ET.Element) -> bool:
        """Return whether a paragraph, or a run in it, is set in another direction than its letters have."""
        characters = list(_characters(paragraph))
        text = "".join(character for character, _ in characters)
        is_rtl = is_on(paragraph.find(f"{WORD}pPr/{WORD}bidi"))
        if not has_rtl_text(text or " "):
            return bool(text.strip()) and (is_rtl or any(turned for _, turned in characters))
        self._left -= len(text)
        if self._left < 0 or is_rtl is not _begins_right(text):
            return True
        parts = (embedding_levels(part, rtl=is_rtl) for part in text.split("\t"))
        levels = (level for part in parts for level in (*part, int(is_rtl)))
        return any(
            turned is (level % 2 == 0)
            for (character, turned), level in zip(characters, levels, strict=False)
            if character not in ("\t", _NOTE)
        )


def _characters(paragraph: ET.Element) -> Iterator[tuple[str, bool]]:
    """Yield what is written, each character with whether its run is set from right to left."""
    for run in paragraph.iter(f"{WORD}r"):
        turned = is_on(run.find(f"{WORD}rPr/{WORD}rtl"))
        for element in run:
            text = _SIGNS.get(element.tag, "")
            if element.tag == f"{WORD}t":
                text = element.text or ""
            yield from ((character, turned) for character in text)


def _begins_right(text: str) -> bool:
    """Return whether the first letter runs from the right; behind a label or a mark nothing does."""
    kinds = map(unicodedata.bidirectional, text)
    return "\t" not in text and next(kind for kind in kinds if kind in ("L", "R", "AL")) != "L"
