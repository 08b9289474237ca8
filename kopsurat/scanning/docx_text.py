"""The text of a DOCX as a reader sees it, with its links: headers, text boxes, split runs, fields, notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kopsurat.errors import ScanError
from kopsurat.scanning.docx_notes import REFERENCES
from kopsurat.scanning.word_archive import DRAWING, MC, RELATION, WORD, open_word

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree import ElementTree as ET

    from kopsurat.scanning.docx_sight import Sight
    from kopsurat.scanning.word_archive import WordArchive

__all__ = ["characters_of", "links_of", "paragraphs_of", "read_docx_text"]

_SKIPPED: Final = frozenset(
    {f"{MC}Fallback", f"{WORD}del", f"{WORD}moveFrom", f"{WORD}instrText", f"{WORD}delText"}
)
_SPACES: Final = {
    f"{WORD}tab": "\t",
    f"{WORD}br": "\n",
    f"{WORD}cr": "\n",
    f"{WORD}noBreakHyphen": "-",
    f"{WORD}ptab": "\t",
}
_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED: Final = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_CLICKED: Final = (f"{DRAWING}hlinkClick", f"{DRAWING}hlinkHover")
_FIELD_LINK: Final = re.compile(r'HYPERLINK\s+"([^"]+)"')

Links = dict[str, str]


def read_docx_text(data: bytes) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """Return the paragraphs (headers first, footers last), and each link as (text shown, target).

    Raises :class:`~kopsurat.errors.ScanError`: ``scan-docx-unreadable``, ``scan-docx-too-large`` or
    ``scan-docx-unsafe``.
    """
    paragraphs: list[str] = []
    links: list[tuple[str, str]] = []
    with open_word(data) as archive:
        if "[Content_Types].xml" not in archive.names:
            raise ScanError("scan-docx-unreadable")
        for name in archive.read:
            targets = _targets(archive, name)
            for paragraph in paragraphs_of(archive.root(name)):
                paragraphs.append("".join(characters_of(paragraph)))
                links.extend(_links(paragraph, targets))
    return tuple(paragraphs), tuple(links)


def links_of(archive: WordArchive) -> Iterator[tuple[str, str]]:
    """Yield the links of the parts that are shown, each as the text that it shows and where it leads."""
    for name in archive.shown:
        targets = _targets(archive, name)
        root = archive.root(name)
        for paragraph in paragraphs_of(root):
            yield from _links(paragraph, targets)
        for element in root.iter():
            if element.tag in _CLICKED and (target := targets.get(element.get(f"{RELATION}id", ""))):
                yield "", target


def _targets(archive: WordArchive, name: str) -> Links:
    """Return where the links of a part lead, by relation id."""
    return {key: target for key, kind, target in archive.related(name) if kind == "hyperlink"}


def paragraphs_of(root: ET.Element) -> Iterator[ET.Element]:
    """Yield the paragraphs in reading order, without fallback copies that Word does not show.

    The tree is walked without recursion, because a crafted file nests as deep as it likes.
    """
    stack = [root]
    while stack:
        element = stack.pop()
        if element.tag in _SKIPPED:
            continue
        if element.tag == f"{WORD}p":
            yield element
        stack.extend(reversed(element))


def characters_of(paragraph: ET.Element, sight: Sight | None = None) -> Iterator[str]:
    """Yield the characters of a paragraph; one inside it (a text box) speaks for itself.

    With ``sight``, runs that it calls hidden are left out, and references to notes are their numbers.
    """
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        if element.tag in _SKIPPED or element.tag == f"{WORD}p":
            continue
        if sight is not None and element.tag == f"{WORD}r" and sight.hides(element, paragraph):
            continue
        if sight is not None and element.tag == f"{WORD}r" and (way := sight.moved(element, paragraph)):
            yield from _moved(element, way, sight)
        elif element.tag == f"{WORD}t":
            yield _shown(element).replace("\u00ad", "-")  # Word shows it
        elif element.tag in _SPACES:
            yield _SPACES[element.tag]
        elif sight is not None and element.tag in REFERENCES:
            yield sight.notes.number_of(element)
        else:
            stack.extend(reversed(element))


def _shown(element: ET.Element) -> str:
    """Return a text as Word shows it: without the spaces around it, where it is not said to keep them."""
    text = element.text or ""
    return text if element.get(_SPACE) == "preserve" else text.strip(" \t\r\n")


def _moved(run: ET.Element, way: int, sight: Sight) -> Iterator[str]:
    """Yield text over or under its line: digits, which mark notes, as such; all else is of no letter."""
    for element in run:
        if element.tag in REFERENCES:
            yield sight.notes.number_of(element).translate(_RAISED if way > 0 else _LOWERED)
        elif element.tag == f"{WORD}t":
            moved = _shown(element).translate(_RAISED if way > 0 else _LOWERED)
            yield re.sub(r"(?=[^\s⁰¹²³⁴-⁹₀-₉])", "^", moved)
        elif element.tag in _SPACES:
            yield _SPACES[element.tag]


def _links(paragraph: ET.Element, targets: Links) -> Iterator[tuple[str, str]]:
    for link in paragraph.iter(f"{WORD}hyperlink"):
        target = targets.get(link.get(f"{RELATION}id", ""))
        if target:
            yield "".join(characters_of(link)).strip(), target
    instruction = "".join(element.text or "" for element in paragraph.iter(f"{WORD}instrText"))
    for match in _FIELD_LINK.finditer(instruction):
        yield "", match[1]
    for simple in paragraph.iter(f"{WORD}fldSimple"):
        if found := _FIELD_LINK.search(simple.get(f"{WORD}instr", "")):
            yield "".join(characters_of(simple)).strip(), found[1]
