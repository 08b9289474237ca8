"""Fonts of a DOCX that show other signs than they are asked for: symbol fonts, and fonts in the file."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Final

from kopsurat.fonts import all_faces
from kopsurat.scanning.docx_styles import used_styles
from kopsurat.scanning.word_archive import DRAWING, RELATION, WORD

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree import ElementTree as ET

    from kopsurat.scanning.word_archive import WordArchive

__all__ = ["foreign_fonts"]

_SYMBOLS: Final = re.compile(
    r"(?:wingdings|webdings|symbol\b|marlett|mt extra|bookshelf|zapf|dingbats|opensymbol|fontawesome|barcode|"
    r"code ?128|code ?39|segoe (?:mdl2|fluent|ui symbol)|holomdl|hololens|ms outlook|ms reference)",
    re.IGNORECASE,
)
"""Fonts that draw other signs for letters and digits."""
_SYMBOL_CHARSET: Final = "02"
_OBFUSCATED: Final = 32
"""The bytes at the beginning of a font that are combined with its key."""
_EMBEDDED: Final = tuple(f"{WORD}embed{style}" for style in ("Regular", "Bold", "Italic", "BoldItalic"))


def foreign_fonts(archive: WordArchive) -> Iterator[str]:
    """Yield ``font`` for each font that may show other signs than the text says."""
    name = archive.companion("fontTable")
    table = archive.root(name) if name else None
    used = set(_used(archive))
    symbolic = set(_symbolic(table)) if table is not None else set()
    if any(_SYMBOLS.match(each) or each.casefold() in symbolic for each in used):
        yield "font"
    if name and table is not None:
        files = _embedded(archive, name, table, {each.casefold() for each in used})
        if any(data not in _shipped() for data in files):
            yield "font"


def _used(archive: WordArchive) -> Iterator[str]:
    """Yield the names of the fonts that the text, its styles and its theme ask for."""
    theme = archive.companion("theme")
    is_themed = False
    for root in (*map(archive.root, archive.shown), *used_styles(archive)):
        for fonts in root.iter(f"{WORD}rFonts"):
            is_themed = is_themed or any(key.endswith("Theme") for key in fonts.attrib)
            yield from (fonts.get(f"{WORD}{name}", "") for name in ("ascii", "hAnsi", "cs", "eastAsia"))
    if is_themed and theme:
        for latin in archive.root(theme).iter(f"{DRAWING}latin"):
            yield latin.get("typeface", "")


def _symbolic(table: ET.Element) -> Iterator[str]:
    """Yield the fonts that the table calls symbol fonts, or for which it names one instead."""
    for font in table.iter(f"{WORD}font"):
        charset, other = font.find(f"{WORD}charset"), font.find(f"{WORD}altName")
        is_symbol = charset is not None and charset.get(f"{WORD}val") == _SYMBOL_CHARSET
        is_replaced = other is not None and _SYMBOLS.match(other.get(f"{WORD}val", ""))
        if is_symbol or is_replaced:
            yield font.get(f"{WORD}name", "").casefold()


def _embedded(archive: WordArchive, name: str, table: ET.Element, used: set[str]) -> Iterator[bytes]:
    """Yield the font files in the archive that stand for fonts in use."""
    targets = {key: archive.path(name, target) for key, _, target in archive.related(name)}
    for font in table.iter(f"{WORD}font"):
        other = font.find(f"{WORD}altName")
        names = {font.get(f"{WORD}name", ""), other.get(f"{WORD}val", "") if other is not None else ""}
        if used & {each.casefold() for each in names}:
            for element in (each for each in font if each.tag in _EMBEDDED):
                part = targets.get(element.get(f"{RELATION}id", ""), "")
                data = archive.part(part) if part in archive.names else b""
                yield _plain(data, re.sub(r"[{}-]", "", element.get(f"{WORD}fontKey", "")))


def _plain(data: bytes, key: str) -> bytes:
    """Return a font file of which the first bytes were combined with a key (ECMA-376 part 1, 17.8.1)."""
    mask = bytes.fromhex(key)[::-1] if re.fullmatch(r"[0-9A-Fa-f]{32}", key) else bytes(16)
    head = bytes(byte ^ mask[at % len(mask)] for at, byte in enumerate(data[:_OBFUSCATED]))
    return head + data[_OBFUSCATED:]


@functools.cache
def _shipped() -> frozenset[bytes]:
    return frozenset(shown.data for shown in all_faces())
