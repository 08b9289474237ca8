"""Fonts inside the file, for machines that have not the fonts of a letter (ECMA-376 part 1, 17.8).

Word knows an embedded font by the name in it. The free fonts have names of their own, so a file that holds
them names these; the names that Word knows are given as the alternative.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kopsurat.backends.docx.markup import DECLARATION, NAMESPACES, attribute
from kopsurat.fonts import face, split_by_face
from kopsurat.layout.flows import flows_of, paragraphs_in
from kopsurat.layout.model import PageNumber, Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kopsurat.backends.docx.package import Package, References
    from kopsurat.fonts import Face
    from kopsurat.layout.model import Block, Document, TextStyle

__all__ = ["OWN_NAMES", "embedded_fonts_xml", "faces_of"]

OWN_NAMES: Final = {
    "Arial": "Arimo",
    "Times New Roman": "Tinos",
    "Bookman Old Style": "Bonum Surat",
    "Noto Sans Symbols 2": "Noto Sans Symbols2",
}
"""The names in the font files, where Word's name of a family is another."""

_OBFUSCATED: Final = 32
"""The bytes at the beginning of a font that are combined with its key."""
_ELEMENTS: Final = {
    (False, False): "embedRegular",
    (True, False): "embedBold",
    (False, True): "embedItalic",
    (True, True): "embedBoldItalic",
}
_UNSEEN: Final = dict.fromkeys(map(ord, "\t\n\u00ad\u200b\u2011"), "")


def faces_of(document: Document) -> tuple[Face, ...]:
    """Return the faces that a document shows, those of signs and local scripts too, in a fixed order."""
    found = {
        (shown.family, shown.bold, shown.italic): shown
        for section in document.sections
        for blocks in flows_of(section)
        for style, text in _texts(blocks)
        for shown in _shown(style, text)
    }
    return tuple(found[key] for key in sorted(found))


def _texts(blocks: Iterable[Block]) -> Iterator[tuple[TextStyle, str]]:
    for paragraph in paragraphs_in(blocks):
        for inline in paragraph.inlines:
            if isinstance(inline, Run):
                yield inline.style, inline.text.translate(_UNSEEN)
            elif isinstance(inline, PageNumber):
                yield inline.style, ""


def _shown(style: TextStyle, text: str) -> Iterator[Face]:
    base = face(style.family, bold=style.bold, italic=style.italic)
    yield base
    if not text.isascii():
        yield from (shown for _, shown in split_by_face(text, base))


@dataclass(frozen=True, slots=True)
class _Embedded:
    element: str
    relation: str
    key: str


def embedded_fonts_xml(
    faces: Iterable[Face], families: Iterable[str], package: Package, references: References
) -> str:
    """Put fonts into a package; return the font table that refers to them.

    ``families`` are those that the document names; ``references`` are those of the font table.
    """
    by_family: dict[str, list[_Embedded]] = {family: [] for family in families}
    for shown in faces:
        key = str(uuid.uuid5(uuid.NAMESPACE_OID, shown.digest)).upper()
        name = package.font(_obfuscated(shown.data, key))
        relation = references.add("font", name)
        embedded = _Embedded(_ELEMENTS[shown.bold, shown.italic], relation, key)
        by_family.setdefault(shown.family, []).append(embedded)
    rows = "".join(_row(family, embedded) for family, embedded in by_family.items())
    return f"{DECLARATION}<w:fonts {NAMESPACES}>{rows}</w:fonts>"


def _row(family: str, fonts: list[_Embedded]) -> str:
    name = OWN_NAMES.get(family, family)
    other = f'<w:altName w:val="{attribute(family)}"/>' if name != family else ""
    order = list(_ELEMENTS.values())
    embedded = "".join(
        f'<w:{each.element} r:id="{each.relation}" w:fontKey="{{{each.key}}}"/>'
        for each in sorted(fonts, key=lambda each: order.index(each.element))
    )
    return (
        f'<w:font w:name="{attribute(name)}">{other}<w:charset w:val="00"/><w:family w:val="auto"/>'
        f'<w:pitch w:val="variable"/>{embedded}</w:font>'
    )


def _obfuscated(data: bytes, key: str) -> bytes:
    """Return a font with its first bytes combined with its key, the last byte of the key first."""
    mask = bytes.fromhex(key.replace("-", ""))[::-1]
    head = bytes(byte ^ mask[at % len(mask)] for at, byte in enumerate(data[:_OBFUSCATED]))
    return head + data[_OBFUSCATED:]
