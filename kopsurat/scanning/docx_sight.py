"""What the reader of a DOCX sees: text that is formatted away, and things besides text that show words.

Our own files hold plain dark paragraphs and tables, emblems in the header, and one picture in the text, the
QR code; Word and LibreOffice keep them so. Whatever else shows, hides or turns words is foreign. Pictures
are judged by ``docx_pictures``, fields by ``docx_fields``, fonts by ``docx_fonts``.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from kopsurat.scanning.docx_directions import Directions
from kopsurat.scanning.docx_measures import (
    indent_of,
    is_out_of_place,
    is_unclear,
    line_taken,
    measures_of,
    style_measures,
    way_moved,
    widest_line,
)
from kopsurat.scanning.docx_notes import Notes
from kopsurat.scanning.docx_styles import chain, is_default_style, style_id, style_of, styles_by_id
from kopsurat.scanning.light import LIGHT, luminance
from kopsurat.scanning.word_archive import DRAWING, WORD, is_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kopsurat.scanning.docx_measures import Measures
    from kopsurat.scanning.word_archive import WordArchive

__all__ = ["Sight"]

_W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_SWITCHES: Final = ("vanish", "webHidden", "specVanish", "strike", "dstrike", "emboss", "imprint")
_SQUEEZED: Final = ("fitText", "eastAsianLayout", "bdr")
_DRAWN_ALIKE: Final = ("ligatures", "numForm", "numSpacing", "cntxtAlts")
"""Formatting that newer programs know and that leaves letters as they are."""
_SMALLEST: Final = 10
"""Half points; text of the letter is 14 at least."""
_LARGEST: Final = 160
"""Half points; beyond, nothing of a letter can be read on its line."""
_NARROWEST: Final = 50
"""Percent of the width of letters."""
_MOST_RAISED: Final = 6
"""Half points by which text may stand above or below its line; more moves it toward the next one."""
_CLOSEST: Final = -60
"""Twips by which letters may be moved together."""
_WIDEST: Final = 300
"""Twips by which letters may be moved apart."""
_LOWEST: Final = 100
"""Twips of the lowest line: 5 points."""
_DISTANCES: Final = ("before", "after", "beforeLines", "afterLines")
_SIDES: Final = ("left", "start", "right", "end", "firstLine", "hanging")
_FARTHEST: Final = 9_000
"""Twips of an indent, 16 cm: beyond, nothing of the text is left on the page."""
_NARROWEST_CELL: Final = 140
"""Twips of a cell in which text can be read."""
_BESIDE: Final = 600
"""Twips by which a table may stand out of the text."""
_LEAST_PAPER: Final = 3_000
"""Twips between the margins."""
_LETTER_PAPER: Final = {"w": 12_240, "h": 15_840}
"""Twips of the paper of a section that says none."""
_DEEPEST: Final = 4_000
"""Twips from the edge of the paper to its head or foot."""
_COLOR: Final = re.compile(r"[0-9A-Fa-f]{6}")
_DARK_THEMES: Final = {
    "text1": "dk1",
    "dark1": "dk1",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}
"""Colors of the theme in which text may stand, and what the theme calls them."""
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
    "pict": "floating",
    "background": "floating",
    "anchor": "floating",
    "subDoc": "object",
    "contentPart": "object",
    "ruby": "object",
    "textDirection": "direction",
    "bidiVisual": "direction",
    "hMerge": "hidden-cell",
    "numPr": "numbering",
    "bdo": "direction",
    "dir": "direction",
    "collapsed": "hidden-text",
    "tl2br": "drawing",
    "tr2bl": "drawing",
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
    "moveFromRangeStart": "tracked-change",
    "moveToRangeStart": "tracked-change",
    **{f"{part}Change": "tracked-change" for part in ("rPr", "pPr", "tblPr", "trPr", "tcPr", "tblGrid")},
    "tcFitText": "hidden-cell",
    "gridBefore": "hidden-cell",
    "tblCellSpacing": "hidden-cell",
    "cellIns": "tracked-change",
    "cellDel": "tracked-change",
    "cellMerge": "tracked-change",
    "pgNum": "field",
    **{f"{part}{form}": "field" for part in ("day", "month", "year") for form in ("Short", "Long")},
}
_DARK_HIGHLIGHTS: Final = ("black", "blue", "red", "magenta", "green")


class Sight:
    """Tells shown from hidden runs by their formatting and by the styles of the document."""

    def __init__(self, archive: WordArchive) -> None:
        name, theme = archive.companion("styles"), archive.companion("theme")
        root = archive.root(name) if name else None
        self.notes = Notes(archive.root(archive.main))
        self._directions = Directions()
        self._palette = _Palette(archive.root(theme) if theme else None)
        styles = list(root.iter(f"{WORD}style")) if root is not None else []
        defaults = root.find(f"{WORD}docDefaults") if root is not None else None
        self._hides_all = defaults is not None and self._palette.hides(defaults)
        own = styles_by_id(styles)
        bases = {
            name: [own[each] for each in chain(name, style, own) if each in own]
            for name, style in own.items()
        }
        self._measures = {name: style_measures(*reversed(styles)) for name, styles in bases.items()}
        self._default_measures = style_measures(*([defaults] if defaults is not None else []))
        self._room = widest_line(archive.root(archive.main))
        hidden = {name for name, style in own.items() if self._palette.hides(style)}
        self._hidden = {name for name, style in own.items() if hidden & set(chain(name, style, own))}
        self._hidden |= {name for name, count in Counter(map(style_id, styles)).items() if count > 1}
        self._types = {name: _value(style, "type", "paragraph") for name, style in own.items()}
        self._defaults = {
            self._types[style_id(each)]: style_id(each) for each in styles if is_default_style(each)
        }

    def hides(self, run: ET.Element, paragraph: ET.Element) -> bool:
        """Return whether a run is formatted so that its text is not seen, or is struck out."""
        direct, around = run.find(f"{WORD}rPr"), paragraph.find(f"{WORD}pPr")
        if direct is not None and self._palette.is_hidden(direct):
            return True
        if around is not None and _is_cut(around):
            return True
        named = (
            self._asked("paragraph", style_of(paragraph, "pPr", "pStyle")),
            self._asked("character", style_of(run, "rPr", "rStyle")),
        )
        if self._hides_all or not self._hidden.isdisjoint(named):
            return True
        said = self._said(*named)
        return is_out_of_place(*said, measures_of(around), measures_of(direct), room=self._room)

    def moved(self, run: ET.Element, paragraph: ET.Element) -> int:
        """Return 1 for a run that stands over its line, -1 for one under it, 0 for others."""
        named = (
            self._asked("paragraph", style_of(paragraph, "pPr", "pStyle")),
            self._asked("character", style_of(run, "rPr", "rStyle")),
        )
        return way_moved(*self._said(*named), measures_of(run.find(f"{WORD}rPr")))

    def _said(self, *styles: str) -> list[Measures]:
        """Return the measures of the defaults and of styles."""
        return [self._default_measures, *(self._measures.get(name, {}) for name in styles)]

    def _asked(self, kind: str, name: str) -> str:
        """Return the style of a kind that is meant by a name: the default one, where there is none such."""
        return name if self._types.get(name) == kind else self._defaults.get(kind, "")

    def marks(self, root: ET.Element) -> Iterator[str]:
        """Yield the kinds of foreign things in a part."""
        sections = {id(each) for section in root.iter(f"{WORD}sectPr") for each in section.iter()}
        for element in root.iter():
            name = element.tag.rpartition("}")[2]
            if is_unclear(element):
                yield "page"
            elif id(element) in sections:
                if name == "sectPr" and _has_no_room(element):
                    yield "page"
                elif name == "lnNumType":
                    yield "numbering"
            elif kind := _FOREIGN.get(name):
                yield kind
            elif (name == "shd" and self._palette.is_dark_ground(element)) or (
                name == "highlight" and _value(element, "val").startswith(("dark", *_DARK_HIGHLIGHTS))
            ):
                yield "shading"
            elif name == "tab" and _value(element, "val") == "bar":
                yield "drawing"
            elif name == "p" and self._directions.turn(element):
                yield "direction"
            elif self._hides_part_of_table(element, name):
                yield "hidden-cell"

    def _hides_part_of_table(self, element: ET.Element, name: str) -> bool:
        return (
            (name == "tbl" and self._hides_table(element))
            or (name == "tr" and _is_flat(element))
            or (name == "tc" and (_is_closed(element) or self._is_indented_away(element)))
        )

    def _is_indented_away(self, cell: ET.Element) -> bool:
        """Return whether indents leave the text of a cell no room in it."""
        width = cell.find(f"{WORD}tcPr/{WORD}tcW")
        if width is None or _value(width, "type", "dxa") != "dxa" or not _size(width, "w"):
            return False
        room = _size(width, "w") - _NARROWEST_CELL
        for paragraph in filter(_has_text, cell.iterfind(f"{WORD}p")):
            style = self._asked("paragraph", style_of(paragraph, "pPr", "pStyle"))
            direct = measures_of(paragraph.find(f"{WORD}pPr"))
            if line_taken(self._default_measures, self._measures.get(style, {}), direct) > room:
                return True
        return False

    def _hides_table(self, table: ET.Element) -> bool:
        style = self._asked("table", style_of(table, "tblPr", "tblStyle"))
        indent = table.find(f"{WORD}tblPr/{WORD}tblInd")
        start = _size(indent, "w") if indent is not None else 0
        columns = sum(_size(each, "w") for each in table.iterfind(f"{WORD}tblGrid/{WORD}gridCol"))
        rows = (row.iterfind(f"{WORD}tc/{WORD}tcPr/{WORD}tcW") for row in table.iterfind(f"{WORD}tr"))
        width = max(columns, *(sum(_size(each, "w") for each in row) for row in rows), 0)
        return style in self._hidden or start < -_BESIDE or start + width > self._room + _BESIDE


class _Palette:
    """Judges formatting, with the colors of the theme."""

    def __init__(self, theme: ET.Element | None) -> None:
        self._themes: dict[str, float | None] = {}
        for name in _DARK_THEMES.values():
            found = theme.find(f".//{DRAWING}{name}/*") if theme is not None else None
            color = found.get("lastClr", found.get("val", "")) if found is not None else ""
            self._themes[name] = _luminance(color)

    def hides(self, style: ET.Element) -> bool:
        """Return whether any formatting of a style hides text, moves it away, or adds words to it."""
        return (
            any(self.is_hidden(each) for each in style.iter(f"{WORD}rPr"))
            or any(_is_cut(each) for each in style.iter(f"{WORD}pPr"))
            or any(
                _FOREIGN.get(each.tag.rpartition("}")[2]) for each in style.iter() if not _is_unnumbered(each)
            )
            or any(self.is_dark_ground(each) for each in style.iter(f"{WORD}shd"))
            or any(is_on(each) for name in ("bidi", "rtl") for each in style.iter(f"{WORD}{name}"))
            or any(_is_flat(each) for each in style.iter() if each.find(f"{WORD}trPr") is not None)
            or any(map(is_unclear, style.iter()))
        )

    def is_hidden(self, properties: ET.Element) -> bool:
        """Return whether the formatting of a run hides its text."""
        sizes = (_number(properties, name, _SMALLEST) for name in ("sz", "szCs"))
        return (
            _is_said_twice(properties)
            or any(_is_on(properties, name) for name in _SWITCHES)
            or any(properties.find(f"{WORD}{name}") is not None for name in _SQUEEZED)
            or self._is_pale(properties.find(f"{WORD}color"))
            or any(_value(each, "val", "none") != "none" for each in properties.iterfind(f"{WORD}em"))
            or not all(_SMALLEST <= size <= _LARGEST for size in sizes)
            or _number(properties, "w", _NARROWEST) < _NARROWEST
            or abs(_number(properties, "position", 0)) > _MOST_RAISED
            or not _CLOSEST <= _number(properties, "spacing", 0) <= _WIDEST
            or any(
                each.tag.startswith(_W14) and each.tag.removeprefix(_W14) not in _DRAWN_ALIKE
                for each in properties
            )
        )

    def is_dark_ground(self, shading: ET.Element) -> bool:
        """Return whether text on a ground may be hard to see: dark, patterned, or of a color of the theme."""
        theme = _value(shading, "themeFill")
        return (
            _is_dark(_value(shading, "fill", "auto"))
            or _value(shading, "val", "clear") not in ("clear", "nil")
            or theme not in ("", "background1", "light1", "none")
        )

    def _is_pale(self, color: ET.Element | None) -> bool:
        if color is None:
            return False
        value, theme = _value(color, "val", "auto"), _value(color, "themeColor")
        if theme and theme != "none":
            of_theme = self._themes.get(_DARK_THEMES.get(theme, ""), LIGHT)
            if (of_theme or 0) >= LIGHT or _value(color, "themeTint"):
                return True
        light = _luminance(value)
        return value != "auto" and (light is None or light >= LIGHT)


def _is_unnumbered(element: ET.Element) -> bool:
    """Return whether an element takes automatic numbers away."""
    number = element.find(f"{WORD}numId") if element.tag == f"{WORD}numPr" else None
    return number is not None and _value(number, "val") == "0"


def _has_no_room(section: ET.Element) -> bool:
    """Return whether the margins of a section leave no page, or lay its text over the head."""
    size, margins = section.find(f"{WORD}pgSz"), section.find(f"{WORD}pgMar")
    width, height = (_size(size, name) or usual for name, usual in _LETTER_PAPER.items())
    top, bottom, left, right = (_size(margins, name) for name in ("top", "bottom", "left", "right"))
    gutter, *depths = (_size(margins, name) for name in ("gutter", "header", "footer"))
    room = width - left - right - gutter
    columns = sum(_size(each, "w") + _size(each, "space") for each in section.iter(f"{WORD}col"))
    grid = section.find(f"{WORD}docGrid")
    return (
        min(top, bottom, left, right, gutter, *depths) < 0
        or max(depths) > _DEEPEST
        or room < _LEAST_PAPER
        or height - top - bottom < _LEAST_PAPER
        or columns > room + _BESIDE
        or (grid is not None and "Chars" in _value(grid, "type"))
    )


def _has_text(element: ET.Element) -> bool:
    return any((each.text or "").strip() for each in element.iter(f"{WORD}t"))


def _is_flat(row: ET.Element) -> bool:
    """Return whether a row is hidden, or has a height that may cut its text off."""
    properties = row.find(f"{WORD}trPr")
    if properties is None or (row.tag == f"{WORD}tr" and not _has_text(row)):
        return False
    height = properties.find(f"{WORD}trHeight")
    is_exact = height is not None and _value(height, "hRule") == "exact"
    return _is_on(properties, "hidden") or is_exact


def _is_closed(cell: ET.Element) -> bool:
    """Return whether a cell shows no text because it belongs to the one above, or is too narrow."""
    properties = cell.find(f"{WORD}tcPr")
    if properties is None or not _has_text(cell):
        return False
    merge, width = properties.find(f"{WORD}vMerge"), properties.find(f"{WORD}tcW")
    is_below = merge is not None and _value(merge, "val") != "restart"
    is_measured = width is not None and _value(width, "type", "dxa") == "dxa"
    return is_below or (is_measured and 0 < _size(width, "w") < _NARROWEST_CELL)


def _is_cut(properties: ET.Element) -> bool:
    """Return whether a paragraph is cut off by the height of its lines, or stands off the page."""
    line = _number(properties, "spacing", _LOWEST, "line")
    spacing = properties.find(f"{WORD}spacing")
    is_exact = spacing is not None and _value(spacing, "lineRule") == "exact"
    indent = properties.find(f"{WORD}ind")
    sides = [indent_of(indent, side) or 0 for side in _SIDES] if indent is not None else []
    stops = [_size(each, "pos") for each in properties.iterfind(f"{WORD}tabs/{WORD}tab")]
    is_far = any(abs(side) > _FARTHEST for side in sides) or any(abs(stop) > 2 * _FARTHEST for stop in stops)
    is_drawn_up = any(_size(spacing, name) < 0 for name in _DISTANCES)
    return (is_exact and line < _LOWEST) or is_far or is_drawn_up or _is_said_twice(properties)


def _is_said_twice(properties: ET.Element) -> bool:
    """Return whether a property stands twice and differs, so that programs take either."""
    count = len({each.tag for each in properties})
    return count < len(properties) and count < len({ET.tostring(each).strip() for each in properties})


def _is_on(properties: ET.Element, name: str) -> bool:
    return is_on(properties.find(f"{WORD}{name}"))


def _is_dark(fill: str) -> bool:
    light = _luminance(fill)
    return fill != "auto" and (light is None or light < LIGHT)


def _luminance(color: str) -> float | None:
    """Return how light a color is, None for what is no color that all programs read alike."""
    if not _COLOR.fullmatch(color):
        return None
    red, green, blue = bytes.fromhex(color)
    return luminance(red, green, blue)


def _number(properties: ET.Element, name: str, otherwise: int, attribute: str = "val") -> float:
    found = properties.find(f"{WORD}{name}")
    try:
        return float(_value(found, attribute)) if found is not None else otherwise
    except ValueError:
        return otherwise


def _size(element: ET.Element | None, attribute: str) -> float:
    """Return a number of an element, 0 where there is none."""
    try:
        return float(_value(element, attribute, "0")) if element is not None else 0.0
    except ValueError:
        return 0.0


def _value(element: ET.Element, name: str, otherwise: str = "") -> str:
    return element.get(f"{WORD}{name}", otherwise)
