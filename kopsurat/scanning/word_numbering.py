"""The automatic numbers of lists in a Word file, as far as surat.md has such lists."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from kopsurat.dates import roman
from kopsurat.scanning.word_archive import WORD

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

__all__ = ["Numbering", "is_numbered"]

_SIGNS: Final = ("%{}.", "%{})", "(%{})")
_LETTERS: Final = 26
_MOST: Final = 999
_NONE: Final = "0"


class _Level(NamedTuple):
    format: str
    text: str
    start: int
    left: int


@dataclass(slots=True)
class Numbering:
    """The lists of a file by the identifier of their number, and how far each has been counted."""

    levels: dict[str, dict[str, _Level]] = field(default_factory=dict)
    counts: dict[tuple[str, str], int] = field(default_factory=dict)

    @classmethod
    def read(cls, root: ET.Element) -> Numbering:
        """Return the lists that a part defines."""
        shapes = {
            shape.get(f"{WORD}abstractNumId", ""): {
                each.get(f"{WORD}ilvl", "0"): _level(each) for each in shape.iterfind(f"{WORD}lvl")
            }
            for shape in root.iterfind(f"{WORD}abstractNum")
        }
        return cls(
            {
                number.get(f"{WORD}numId", ""): shapes.get(_value(number, "abstractNumId"), {})
                for number in root.iterfind(f"{WORD}num")
            }
        )

    def mark(self, properties: ET.Element) -> tuple[str, int] | None:
        """Return the mark of the next item and the indent of its text, in twips.

        ``properties`` are ``w:numPr``; None for marks that surat.md has none like.
        """
        number, at = _value(properties, "numId"), _value(properties, "ilvl") or "0"
        level = self.levels.get(number, {}).get(at)
        if level is None:
            return None
        for deeper in [key for key in self.counts if key[0] == number and key[1] > at]:
            del self.counts[deeper]
        count = self.counts[number, at] = self.counts.get((number, at), level.start - 1) + 1
        sign = _sign(level, at, count)
        return None if sign is None else (sign, level.left)


def is_numbered(properties: ET.Element) -> bool:
    """Return whether ``w:numPr`` asks for a number; 0 takes away the one of the style."""
    return _value(properties, "numId") not in {"", _NONE}


def _level(element: ET.Element) -> _Level:
    start = _value(element, "start")
    indent = element.find(f"{WORD}pPr/{WORD}ind")
    left = "" if indent is None else indent.get(f"{WORD}left") or indent.get(f"{WORD}start") or ""
    return _Level(
        _value(element, "numFmt"),
        _value(element, "lvlText"),
        int(start) if start.isdecimal() else 1,
        int(left) if left.isdecimal() else 0,
    )


def _sign(level: _Level, at: str, count: int) -> str | None:
    """Return ``3.``, ``c)``, ``(3)``, ``III.`` or a bullet."""
    if level.format == "bullet":
        return "•"
    own = f"%{int(at) + 1}" if at.isdecimal() else ""
    shapes = {each.format(own.removeprefix("%")) for each in _SIGNS}
    if level.text not in shapes or not 0 < count <= _MOST:
        return None
    match level.format:
        case "decimal":
            return level.text.replace(own, str(count))
        case "lowerLetter" if count <= _LETTERS:
            return level.text.replace(own, chr(ord("a") + count - 1))
        case "upperRoman" if level.text == f"{own}.":
            return level.text.replace(own, roman(count))
        case _:
            return None


def _value(element: ET.Element, name: str) -> str:
    found = element.find(f"{WORD}{name}")
    return "" if found is None else found.get(f"{WORD}val", "")
