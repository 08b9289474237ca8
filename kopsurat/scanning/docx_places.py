"""Whether the text of a DOCX stands where every program shows it.

Word passes over elements that it does not know, with what is in them; other programs show the same text, or
take the two namespaces of the standard for one another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kopsurat.scanning.word_archive import WORD

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

__all__ = ["is_misplaced"]

_HOLDERS: Final = frozenset(
    f"{WORD}{name}"
    for name in (
        *("body", "tbl", "tr", "tc", "p", "r", "hyperlink", "fldSimple"),
        *("sdt", "sdtContent", "smartTag", "customXml", "footnote", "endnote"),
    )
)
"""Elements in which text is shown."""
_PARAGRAPH, _RUN, _TEXT = f"{WORD}p", f"{WORD}r", f"{WORD}t"
_STRICT: Final = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_TEXTUAL: Final = frozenset(f"{space}{name}" for space in (WORD, _STRICT) for name in ("p", "r", "t"))


def is_misplaced(root: ET.Element) -> bool:
    """Return whether any text of a part stands in an element of another kind than text is shown in.

    The tree is walked without recursion, because a crafted file nests as deep as it likes.
    """
    stack = [(root, False)]
    while stack:
        element, in_paragraph = stack.pop()
        for child in element:
            if child.tag == _TEXT:
                if element.tag != _RUN:
                    return True
            elif child.tag in _HOLDERS:
                if child.tag == _RUN and (not in_paragraph or element.tag == _RUN):
                    return True
                stack.append((child, in_paragraph or child.tag == _PARAGRAPH))
            elif not _TEXTUAL.isdisjoint(each.tag for each in child.iter()):
                return True
    return False
