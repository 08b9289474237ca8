"""Emblems of a letterhead that stands before the text instead of in the head of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kopsurat.scanning.word_archive import WORD

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

__all__ = ["emblems_before_text"]

_MOST: Final = 2
_LETTERHEAD_STYLES: Final = frozenset({"KopSurat", "KontakKop"})


def emblems_before_text(root: ET.Element) -> int:
    """Return how many pictures, at most two, stand in the letterhead with which a body begins."""
    body = root.find(f"{WORD}body")
    count, has_lines = 0, False
    for block in body if body is not None else ():
        styles = {
            _style(each) for each in block.iter(f"{WORD}p") if next(each.iter(f"{WORD}t"), None) is not None
        }
        if not styles <= _LETTERHEAD_STYLES:
            break
        has_lines = has_lines or bool(styles)
        count += sum(1 for _ in block.iter(f"{WORD}drawing"))
    return min(count, _MOST) if has_lines else 0


def _style(paragraph: ET.Element) -> str:
    style = paragraph.find(f"{WORD}pPr/{WORD}pStyle")
    return "" if style is None else style.get(f"{WORD}val", "")
