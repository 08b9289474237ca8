"""Measures of a run of a DOCX that come from itself, its paragraph, their styles and the defaults."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeAlias

from kopsurat.scanning.word_archive import WORD

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

__all__ = [
    "Measures",
    "indent_of",
    "is_out_of_place",
    "is_unclear",
    "line_taken",
    "measures_of",
    "style_measures",
    "way_moved",
    "widest_line",
]

Measures: TypeAlias = "dict[str, float]"
"""What is said of ``line``, ``left``, ``right``, ``first`` line, ``size`` and the last ``stop``, in twips.

``rule`` says how ``line`` is meant: 0 as a share of the usual one (240 twips), 1 exactly, 2 at least.
``raised`` is 1 for text over its line, -1 for text under it.
"""

_OUT: Final = 300
"""Twips by which text may stand outside its column."""
_PAPER: Final = 10_000.0
_TWIPS: Final = 10
"""Twips of half a point."""
_CHARACTER: Final = 2.4
"""Twips of a hundredth of a character, the unit in which East Asian programs measure indents."""
_RULES: Final = {"exact": 1, "atLeast": 2}
_WAYS: Final = {"superscript": 1, "subscript": -1}
_LOW: Final = 180
"""Twips, of 240, of a line as a share of the usual one, below which lines lie over one another."""
_LEAST_LINE: Final = 140
"""Twips in which text can be read."""
_SIDES: Final = {"left": "left", "start": "left", "right": "right", "end": "right"}


def measures_of(properties: ET.Element | None) -> Measures:
    """Return what the properties of a paragraph or a run say."""
    found: Measures = {}
    if properties is None:
        return found
    for element in properties:
        if element.tag == f"{WORD}spacing":
            if (line := _number(element, "line")) is not None:
                found["line"] = line
            if rule := element.get(f"{WORD}lineRule"):
                found["rule"] = _RULES.get(rule, 0)
        elif element.tag == f"{WORD}tabs":
            found["stop"] = max(_stops(element), default=0)
        elif element.tag == f"{WORD}sz" and (size := _number(element, "val")) is not None:
            found["size"] = size * _TWIPS
        elif element.tag == f"{WORD}vertAlign":
            found["raised"] = _WAYS.get(element.get(f"{WORD}val", ""), 0)
        elif element.tag == f"{WORD}ind":
            found.update(_indents(element))
    return found


def _indents(element: ET.Element) -> Measures:
    found: Measures = {}
    for name, side in _SIDES.items():
        if (width := indent_of(element, name)) is not None:
            found[side] = width
    for name, sign in (("firstLine", 1), ("hanging", -1)):
        if (width := indent_of(element, name)) is not None:
            found["first"] = sign * width
    return found


def indent_of(element: ET.Element, name: str) -> float | None:
    """Return an indent; one in characters counts before one in twips."""
    characters = _number(element, f"{name}Chars")
    return characters * _CHARACTER if characters else _number(element, name)


def style_measures(*styles: ET.Element) -> Measures:
    """Return what a style says, given those on which it is based before it; the defaults are one too."""
    said: Measures = {}
    for style in styles:
        for name in ("pPr", "rPr"):
            for properties in style.iter(f"{WORD}{name}"):
                said.update(measures_of(properties))
    return said


def is_out_of_place(*said: Measures, room: float) -> bool:
    """Return whether a line is lower than its letters or stands outside its column; the last said counts.

    ``room`` is the width of the column.
    """
    measures = _last(said)
    rule, line, left = measures.get("rule", 0), measures.get("line"), measures.get("left", 0)
    lowest = {0: _LOW, 1: measures.get("size", 0)}.get(int(rule), 0)
    return (
        (line is not None and line < lowest)
        or min(left, left + measures.get("first", 0), measures.get("right", 0)) < -_OUT
        or measures.get("stop", 0) > room + _OUT
        or line_taken(measures) > room - _LEAST_LINE
    )


def way_moved(*said: Measures) -> int:
    """Return 1 for text over its line, -1 for text under it, 0 for other; the last said counts."""
    return int(_last(said).get("raised", 0))


def line_taken(*said: Measures) -> float:
    """Return how much of a line its indents take; the last said counts."""
    measures = _last(said)
    return measures.get("left", 0) + measures.get("right", 0) + max(0, measures.get("first", 0))


def _last(said: tuple[Measures, ...]) -> Measures:
    measures: Measures = {}
    for each in said:
        measures.update(each)
    return measures


def _stops(tabs: ET.Element) -> list[float]:
    """Return the places of tab stops, those that are taken away left out."""
    return [_number(each, "pos") or 0 for each in tabs if each.get(f"{WORD}val") != "clear"]


_MEASURED: Final[dict[str, tuple[str, ...]]] = {
    **dict.fromkeys(("sz", "szCs", "position", "w", "trHeight"), ("val",)),
    **dict.fromkeys(("tblInd", "gridCol", "tcW"), ("w",)),
    "spacing": ("val", "before", "after", "line", "beforeLines", "afterLines"),
    "tab": ("pos",),
    "col": ("w", "space"),
    "pgSz": ("w", "h"),
    "pgMar": ("top", "bottom", "left", "right", "header", "footer", "gutter"),
    "ind": tuple(f"{name}{unit}" for name in (*_SIDES, "firstLine", "hanging") for unit in ("", "Chars")),
}
"""Elements with the attributes that are measures, in units of their own."""
_PLAIN: Final = re.compile(r"-?[0-9]{1,9}(?:\.[0-9]*)?")


def is_unclear(element: ET.Element) -> bool:
    """Return whether a measure is no plain number: programs differ on units, exponents and the like."""
    name = element.tag.removeprefix(WORD)
    values = (element.get(f"{WORD}{each}", "0") for each in _MEASURED.get(name, ()))
    return not all(_PLAIN.fullmatch(each.removesuffix("%") if name == "tcW" else each) for each in values)


def widest_line(root: ET.Element) -> float:
    """Return the width between the margins of a text, that of its widest section."""
    widths = [_PAPER]
    for section in root.iter(f"{WORD}sectPr"):
        size, margins = section.find(f"{WORD}pgSz"), section.find(f"{WORD}pgMar")
        if size is not None and margins is not None:
            sides = [_number(size, "w"), _number(margins, "left"), _number(margins, "right")]
            width, left, right = (each or 0 for each in sides)
            widths.append(width - left - right)
    return max(widths[1:] or widths)


def _number(element: ET.Element, name: str) -> float | None:
    try:
        return float(element.get(f"{WORD}{name}", ""))
    except ValueError:
        return None
