"""Fields of a DOCX, which fill in words when the file is opened: page numbers in heads, links, notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kopsurat.scanning.word_archive import WORD

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree import ElementTree as ET

__all__ = ["foreign_fields"]

_FORM: Final = r"(?:\s*\\\*\s*(?:MERGEFORMAT|Arabic))*\s*"
_NUMBERS: Final = re.compile(rf"\s*(?:PAGE|NUMPAGES|SECTIONPAGES){_FORM}", re.IGNORECASE)
_LINK: Final = re.compile(r'\s*HYPERLINK\s+(?:\\l\s+)?"[^"\\]*"\s*', re.IGNORECASE)
_NOTE: Final = re.compile(rf"\s*NOTEREF\s+\w+(?:\s+\\[hf])*{_FORM}", re.IGNORECASE)


def foreign_fields(root: ET.Element, *, has_numbers: bool) -> Iterator[str]:
    """Yield ``field`` for each that fills in other words than are stored, or hides what stands in its code.

    ``has_numbers`` allows page numbers, which stand in headers and footers only.
    """
    known = (_NUMBERS, _LINK) if has_numbers else (_LINK, _NOTE)
    reader = _Reader(known)
    for element in root.iter():
        name = element.tag.removeprefix(WORD)
        if (name == "fldSimple" and not _is_known(element.get(f"{WORD}instr", ""), known)) or (
            not reader.takes(name, element)
        ):
            yield "field"
    if reader.codes:
        yield "field"


class _Reader:
    """Follows fields, one within another. ``codes`` are those open: text, or None behind the code."""

    def __init__(self, known: tuple[re.Pattern[str], ...]) -> None:
        self.codes: list[str | None] = []
        self._known = known

    def takes(self, name: str, element: ET.Element) -> bool:
        """Return whether an element is plain text, or the part of a known field."""
        text = element.text or ""
        match name:
            case "fldChar":
                return self._turns(element.get(f"{WORD}fldCharType", ""))
            case "instrText":
                code = self.codes[-1] if self.codes else None
                if code is not None:
                    self.codes[-1] = code + text
                return code is not None
            case "t":
                return not text.strip() or all(code is None for code in self.codes)
        return True

    def _turns(self, kind: str) -> bool:
        """Return whether a field may begin, go on to its result, or end here."""
        if kind == "begin":
            self.codes.append("")
            return True
        if not self.codes:
            return False
        code, self.codes[-1] = self.codes[-1], None
        if kind == "end":
            self.codes.pop()
        return code is None or _is_known(code, self._known)


def _is_known(code: str, known: tuple[re.Pattern[str], ...]) -> bool:
    return any(each.fullmatch(code) for each in known)
