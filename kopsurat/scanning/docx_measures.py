"""Measures of a run of a DOCX that come from itself, its paragraph, their styles and the defaults."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from kopsurat.scanning.word_archive import WORD

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

__all__ = ["Measures", "indent_of", "is_out_of_place", "measures_of", "style_measures", "widest_line"]

Measures: TypeAlias = "dict[str, float]"
"""What is said of ``line`` (0 unless exact), ``left``, ``right``, ``first`` line and ``size``, in twips."""

_OUT: Final = 300
"""Twips by which text may stand outside its column."""
_PAPER: Final = 10_000.0
_TWIPS: Final = 10
"""Twips of half a point."""
_CHARACTER: Final = 2.4
"""Twips of a hundredth of a character, the unit in which East Asian programs measure indents."""
_SIDES: Final = {"left": "left", "start": "left", "right": "right", "end": "right"}


def measures_of(properties: ET.Element | None) -> Measures:
    """Return what the properties of a paragraph or a run say."""
    found: Measures = {}
    if properties is None:
        return found
    for element in properties:
        if element.tag == f"{WORD}spacing" and (line := _number(element, "line")) is not None:
            found["line"] = line if element.get(f"{WORD}lineRule") == "exact" else 0
        elif element.tag == f"{WORD}sz" and (size := _number(element, "val")) is not None:
            found["size"] = size * _TWIPS
        elif element.tag == f"{WORD}ind":
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


def is_out_of_place(*said: Measures) -> bool:
    """Return whether a line is lower than its letters or stands outside its column; the last said counts."""
    measures: Measures = {}
    for each in said:
        measures.update(each)
    line, left = measures.get("line", 0), measures.get("left", 0)
    return (
        0 < line < measures.get("size", 0)
        or min(left, left + measures.get("first", 0), measures.get("right", 0)) < -_OUT
    )


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
