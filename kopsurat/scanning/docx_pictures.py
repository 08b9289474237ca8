"""Pictures of a DOCX: the code of the seal, and emblems of the letterhead, no larger than those are.

Whatever else shows words: other pictures, a code with words around it, drawings of other kinds, a picture
that lies elsewhere than in the file, or that newer programs show instead.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from kopsurat.errors import ScanError
from kopsurat.scanning.codes import is_bare_code
from kopsurat.scanning.pictures import open_picture
from kopsurat.scanning.word_archive import DRAWING, RELATION, WORD

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree import ElementTree as ET

    from kopsurat.scanning.word_archive import WordArchive

__all__ = ["foreign_pictures"]

_MOST_EMBLEMS: Final = 2
_EMBLEM: Final = 1_600_000
"""EMU, the longest side of an emblem: 44 mm."""
_CODE: Final = 2_200_000
"""EMU, the longest side of the code of a seal: 61 mm."""
_THICKEST: Final = 25_400
"""EMU of the line around a picture: two points."""
_EFFECTS: Final = frozenset({"effectLst", "effectDag", "custGeom", "scene3d", "sp3d"})
"""What may draw a picture, or a shade of it, over the text beside it."""
_MOST_CODES: Final = 4
"""Pictures of which it is looked whether they are the code; a letter has one."""
_LETTERHEAD_STYLES: Final = frozenset({"KopSurat", "KontakKop"})
_PICTURE: Final = "http://schemas.openxmlformats.org/drawingml/2006/picture"


def foreign_pictures(archive: WordArchive, name: str) -> Iterator[str]:
    """Yield ``picture`` or ``object`` for each drawing of a part that may show words."""
    root = archive.root(name)
    targets = {key: archive.path(name, target) for key, _, target in archive.related(name)}
    emblems = {id(each) for each in _emblems(root, is_text=name == archive.main)}
    codes = _Codes(archive)
    for drawing in root.iter(f"{WORD}drawing"):
        part = targets.get(_shown_by(drawing), "")
        if _is_other(drawing):
            yield "object"
        elif id(drawing) in emblems:
            if _longest_side(drawing) > _EMBLEM:
                yield "picture"
        elif _longest_side(drawing) > _CODE or not codes.holds(part):
            yield "picture"


def _emblems(root: ET.Element, *, is_text: bool) -> list[ET.Element]:
    """Return the drawings, at most two, of a header or of the letterhead with which a body begins."""
    if not is_text:
        return list(root.iter(f"{WORD}drawing"))[:_MOST_EMBLEMS]
    body = root.find(f"{WORD}body")
    found: list[ET.Element] = []
    has_lines = False
    for block in body if body is not None else ():
        styles = {
            _style(each) for each in block.iter(f"{WORD}p") if next(each.iter(f"{WORD}t"), None) is not None
        }
        if not styles <= _LETTERHEAD_STYLES:
            break
        has_lines = has_lines or bool(styles)
        found += block.iter(f"{WORD}drawing")
    return found[:_MOST_EMBLEMS] if has_lines else []


def _style(paragraph: ET.Element) -> str:
    style = paragraph.find(f"{WORD}pPr/{WORD}pStyle")
    return "" if style is None else style.get(f"{WORD}val", "")


def _shown_by(drawing: ET.Element) -> str:
    """Return the id of the relation to the picture that a drawing shows, empty if it is not exactly one."""
    found = [each.get(f"{RELATION}embed", "") for each in drawing.iter(f"{DRAWING}blip")]
    return found[0] if len(found) == 1 else ""


def _is_other(drawing: ET.Element) -> bool:
    """Return whether a drawing holds anything but one picture of the file: shapes, diagrams, links."""
    for element in drawing.iter():
        name = element.tag.rpartition("}")[2]
        is_blip = element.tag == f"{DRAWING}blip"
        if name == "graphicData" and element.get("uri") != _PICTURE:
            return True
        if name in ("svgBlip", "imgLayer") or element.get(f"{RELATION}link"):
            return True
        if (name in _EFFECTS and len(element)) or (name == "ln" and _is_thick(element)):
            return True
        if element.get(f"{RELATION}embed") and not is_blip:
            return True
    return False


def _is_thick(line: ET.Element) -> bool:
    return _number(line.get("w", "0")) > _THICKEST


def _number(text: str) -> float:
    """Return a length in EMU; what is written otherwise than in digits counts as endless."""
    return float(text) if text.isascii() and text.isdecimal() else math.inf


def _longest_side(drawing: ET.Element) -> float:
    """Return the longest side at which a drawing is shown, in EMU."""
    sides = [0.0]
    for element in drawing.iter():
        if element.tag.rpartition("}")[2] in ("extent", "ext"):
            sides += [_number(each) for name in ("cx", "cy") if (each := element.get(name))]
    return max(sides)


class _Codes:
    """Tells which pictures of a file are the code of a seal; each is read once."""

    def __init__(self, archive: WordArchive) -> None:
        self._archive = archive
        self._known: dict[str, bool] = {}

    def holds(self, part: str) -> bool:
        """Return whether a part is the picture of a code and no more."""
        if part not in self._known and len(self._known) < _MOST_CODES:
            self._known[part] = part in self._archive.names and _is_code(self._archive.part(part))
        return self._known.get(part, False)


def _is_code(data: bytes) -> bool:
    try:
        return is_bare_code(open_picture(data))
    except ScanError:
        return False
