"""Names of Office Open XML, and text made safe to stand in it."""

from __future__ import annotations

import re
from typing import Final

from kopsurat.errors import RenderError

__all__ = [
    "CONTENT_TYPE",
    "DECLARATION",
    "NAMESPACES",
    "OFFICE_RELATIONSHIP",
    "PACKAGE_RELATIONSHIP",
    "RELATIONSHIPS",
    "attribute",
    "check",
    "text",
]

DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE_RELATIONSHIP: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
PACKAGE_RELATIONSHIP: Final = "http://schemas.openxmlformats.org/package/2006/relationships/"
CONTENT_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."

_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SPECIAL: Final = re.compile('[&<>"\x00-\x1f\ud800-\udfff\ufffe\uffff]')


def check(value: str) -> None:
    """Raise :class:`RenderError` for a character that XML cannot hold: a control character, half a pair."""
    if found := _FORBIDDEN.search(value):
        raise RenderError("docx-character", value=value, character=f"U+{ord(found.group()):04X}")


def text(value: str) -> str:
    """Return ``value`` as the text of an element; raises as :func:`check`."""
    if not _SPECIAL.search(value):
        return value
    check(value)
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(value: str) -> str:
    """Return ``value`` as the value of an attribute in double quotes; raises as :func:`text`."""
    return text(value).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
