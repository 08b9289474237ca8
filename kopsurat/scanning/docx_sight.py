"""What the reader of a DOCX sees: text that is formatted away, and things besides text that show words.

Our own files hold plain dark paragraphs and tables, emblems in the header, and one picture in the text, the
QR code; Word and LibreOffice keep them so. Whatever else shows, hides or turns words is foreign.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from kopsurat.scanning.word_archive import WORD

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree import ElementTree as ET

    from kopsurat.scanning.word_archive import WordArchive

__all__ = ["Sight"]

_W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_STYLES: Final = "word/styles.xml"
_SWITCHES: Final = ("vanish", "webHidden", "specVanish", "strike", "dstrike")
_OFF: Final = ("0", "false", "off")
_LIGHT: Final = 160
"""Luminance, of 255, from which text on paper is hard to see; shading under it hides dark text."""
_SMALLEST: Final = 10
"""Half points; text of the letter is 14 at least."""
_NARROWEST: Final = 50
"""Percent of the width of letters."""
_MOST_RAISED: Final = 24
"""Half points by which text may stand above or below its line."""
_CLOSEST: Final = -60
"""Twips by which letters may be moved together."""
_LOWEST: Final = 100
"""Twips of the lowest line: 5 points."""
_FARTHEST: Final = 9_000
"""Twips of an indent, 16 cm: beyond, nothing of the text is left on the page."""
_PALE_THEMES: Final = ("background1", "background2", "light1", "light2")
_FOREIGN: Final = {
    "txbxContent": "text-box",
    "wsp": "text-box",
    "textpath": "text-box",
    "framePr": "frame",
    "object": "object",
    "altChunk": "object",
    "control": "object",
    "oMath": "formula",
    "sym": "symbol",
    "anchor": "floating",
    "numPr": "numbering",
    "bdo": "direction",
    "dir": "direction",
    "chart": "chart",
    "relIds": "chart",
    "dataBinding": "field",
    "AlternateContent": "alternative",
    "tblpPr": "floating",
    "commentReference": "comment",
    "ins": "tracked-change",
    "del": "tracked-change",
    "moveFrom": "tracked-change",
    "moveTo": "tracked-change",
}
_PAGE_FIELDS: Final = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES|HYPERLINK)\b", re.IGNORECASE)
_TEXT_FIELDS: Final = re.compile(r"\s*(?:HYPERLINK|NOTEREF)\b", re.IGNORECASE)
_DARK_HIGHLIGHTS: Final = ("black", "blue", "red", "magenta", "green")


class Sight:
    """Tells shown from hidden runs by their formatting and by the styles of the document."""

    def __init__(self, archive: WordArchive) -> None:
        root = archive.root(_STYLES) if _STYLES in archive.names else None
        styles = list(root.iter(f"{WORD}style")) if root is not None else []
        default = root.find(f"{WORD}docDefaults/{WORD}rPrDefault/{WORD}rPr") if root is not None else None
        self._hides_all = default is not None and _is_hidden(default)
        own = {_value(each, "styleId"): each for each in styles}
        hidden = {name for name, style in own.items() if _hides(style)}
        self._hidden = {name for name, style in own.items() if hidden & set(_chain(name, style, own))}
        self._defaults = {
            _value(each, "type"): _value(each, "styleId") for each in styles if _value(each, "default") == "1"
        }

    def hides(self, run: ET.Element, paragraph: ET.Element) -> bool:
        """Return whether a run is formatted so that its text is not seen, or is struck out."""
        direct, around = run.find(f"{WORD}rPr"), paragraph.find(f"{WORD}pPr")
        if (direct is not None and _is_hidden(direct)) or (around is not None and _is_cut(around)):
            return True
        paragraph_style = _style_of(paragraph, "pPr", "pStyle") or self._defaults.get("paragraph", "")
        return self._hides_all or bool({_style_of(run, "rPr", "rStyle"), paragraph_style} & self._hidden)

    def marks(self, root: ET.Element, *, most_pictures: int | None = None) -> Iterator[str]:
        """Yield the kinds of foreign things in a part.

        ``most_pictures`` is None for headers and footers, where pictures and page numbers may stand; in the
        text, page numbers and pictures beyond that many are foreign.
        """
        known = _PAGE_FIELDS if most_pictures is None else _TEXT_FIELDS
        pictures = 0
        for element in root.iter():
            name = element.tag.rpartition("}")[2]
            if kind := _FOREIGN.get(name):
                yield kind
            elif name in ("drawing", "pict"):
                pictures += 1
            elif (name == "shd" and _is_dark(_value(element, "fill"))) or (
                name == "highlight" and _value(element, "val").startswith(("dark", *_DARK_HIGHLIGHTS))
            ):
                yield "shading"
            elif name == "r" and _is_turned(element):
                yield "direction"
            elif _is_field(element, name, known):
                yield "field"
        if most_pictures is not None and pictures > most_pictures:
            yield "picture"


def _is_field(element: ET.Element, name: str, known: re.Pattern[str]) -> bool:
    """Return whether a field fills in other words than those stored: all but the known ones."""
    code = element.text if name == "instrText" else _value(element, "instr") if name == "fldSimple" else ""
    return bool((code or "").strip()) and not known.match(code or "")


def _hides(style: ET.Element) -> bool:
    properties = style.find(f"{WORD}rPr")
    return properties is not None and _is_hidden(properties)


def _chain(name: str, style: ET.Element, own: dict[str, ET.Element]) -> Iterator[str]:
    """Yield a style and those on which it is based."""
    seen: set[str] = set()
    while name not in seen:
        seen.add(name)
        yield name
        base = style.find(f"{WORD}basedOn")
        name = _value(base, "val") if base is not None else name
        style = own.get(name, style)


def _style_of(element: ET.Element, properties: str, name: str) -> str:
    found = element.find(f"{WORD}{properties}/{WORD}{name}")
    return _value(found, "val") if found is not None else ""


def _is_hidden(properties: ET.Element) -> bool:
    return (
        any(_is_on(properties, name) for name in _SWITCHES)
        or _is_pale(properties.find(f"{WORD}color"))
        or _number(properties, "sz", _SMALLEST) < _SMALLEST
        or _number(properties, "w", _NARROWEST) < _NARROWEST
        or abs(_number(properties, "position", 0)) > _MOST_RAISED
        or _number(properties, "spacing", 0) < _CLOSEST
        or properties.find(f"{_W14}textFill") is not None
    )


def _is_cut(properties: ET.Element) -> bool:
    """Return whether a paragraph is cut off by the height of its lines, or stands off the page."""
    line = _number(properties, "spacing", _LOWEST, "line")
    spacing = properties.find(f"{WORD}spacing")
    is_exact = spacing is not None and _value(spacing, "lineRule") == "exact"
    sides = [_number(properties, "ind", 0, side) for side in ("left", "start", "right", "end")]
    return (is_exact and line < _LOWEST) or any(abs(side) > _FARTHEST for side in sides)


def _is_on(properties: ET.Element, name: str) -> bool:
    switch = properties.find(f"{WORD}{name}")
    return switch is not None and _value(switch, "val", "true") not in _OFF


def _is_pale(color: ET.Element | None) -> bool:
    if color is None:
        return False
    light = _luminance(_value(color, "val"))
    return _value(color, "themeColor") in _PALE_THEMES or (light is not None and light >= _LIGHT)


def _is_dark(fill: str) -> bool:
    light = _luminance(fill)
    return light is not None and light < _LIGHT


def _luminance(color: str) -> float | None:
    try:
        red, green, blue = bytes.fromhex(color)
    except ValueError:  # "auto", or none
        return None
    return 0.299 * red + 0.587 * green + 0.114 * blue


def _number(properties: ET.Element, name: str, otherwise: int, attribute: str = "val") -> float:
    found = properties.find(f"{WORD}{name}")
    try:
        return float(_value(found, attribute)) if found is not None else otherwise
    except ValueError:
        return otherwise


def _is_turned(run: ET.Element) -> bool:
    """Return whether a run is set from right to left although none of its letters runs so."""
    properties = run.find(f"{WORD}rPr")
    if properties is None or not _is_on(properties, "rtl"):
        return False
    text = "".join(each.text or "" for each in run.iter(f"{WORD}t"))
    return bool(text.strip()) and not any(unicodedata.bidirectional(each) in ("R", "AL") for each in text)


def _value(element: ET.Element, name: str, otherwise: str = "") -> str:
    return element.get(f"{WORD}{name}", otherwise)
