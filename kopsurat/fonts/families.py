"""Which file stands for which family: Word's names, and the free fonts of the same widths."""

from __future__ import annotations

import functools
import pkgutil
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kopsurat.errors import RenderError
from kopsurat.fonts.face import Face, build_face

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["FAMILIES", "SCRIPTS", "SYMBOLS", "all_faces", "face", "families", "file_bytes", "script_family"]

FAMILIES: Final = {
    "Arial": "Arimo",
    "Times New Roman": "Tinos",
    "Bookman Old Style": "BonumSurat",
    "Noto Sans Javanese": "NotoSansJavanese",
    "Noto Sans Balinese": "NotoSansBalinese",
    "Noto Sans Sundanese": "NotoSansSundanese",
    "Noto Sans Buginese": "NotoSansBuginese",
    "Noto Naskh Arabic": "NotoNaskhArabic",
    "Noto Sans Symbols 2": "NotoSansSymbols2",
}
"""The name of a family in Word, and the name of our files for it."""

SYMBOLS: Final = "Noto Sans Symbols 2"
"""The family of ⚠ ✓ ☐ and the like, which no text family has."""

SCRIPTS: Final = (
    (0x0600, 0x06FF, "Noto Naskh Arabic"),
    (0x0750, 0x077F, "Noto Naskh Arabic"),
    (0x08A0, 0x08FF, "Noto Naskh Arabic"),
    (0xFB50, 0xFDFF, "Noto Naskh Arabic"),
    (0xFE70, 0xFEFE, "Noto Naskh Arabic"),
    (0x1A00, 0x1A1F, "Noto Sans Buginese"),
    (0x1B00, 0x1B7F, "Noto Sans Balinese"),
    (0x1B80, 0x1BBF, "Noto Sans Sundanese"),
    (0x1CC0, 0x1CCF, "Noto Sans Sundanese"),
    (0xA980, 0xA9DF, "Noto Sans Javanese"),
)
"""The blocks of Unicode of the local scripts (first, last, family). All of these need shaping."""

_TEXT: Final = ("Arial", "Times New Roman", "Bookman Old Style")
_STYLES: Final = ((False, False), (True, False), (False, True), (True, True))
"""Bold and italic; the first is the upright one of normal weight."""
_CHECKOUT: Final = Path(__file__).resolve().parents[2] / "fonts"


def families() -> tuple[str, ...]:
    """Return the families for text; the others are for single signs and local scripts."""
    return _TEXT


@functools.cache
def face(family: str, *, bold: bool = False, italic: bool = False) -> Face:
    """Return a face by Word's name for its family. Families of local scripts have one face only.

    Raises :class:`RenderError` (``font-unknown``) for a family that is not bundled.
    """
    if family not in FAMILIES:
        raise RenderError("font-unknown", value=family, known=", ".join(_TEXT))
    if family not in _TEXT and (bold or italic):
        return face(family)
    style = ("Bold" if bold else "") + ("Italic" if italic else "") or "Regular"
    file = f"{FAMILIES[family]}-{style}.ttf"
    is_shaped = any(family == script for *_, script in SCRIPTS)
    data = file_bytes(file)
    return build_face(family=family, bold=bold, italic=italic, is_shaped=is_shaped, file=file, data=data)


def all_faces() -> Iterator[Face]:
    """Yield every bundled face."""
    for family in FAMILIES:
        for bold, italic in _STYLES if family in _TEXT else _STYLES[:1]:
            yield face(family, bold=bold, italic=italic)


def file_bytes(name: str) -> bytes:
    """Return a bundled font file: from the wheel, or from ``fonts/`` of the checkout."""
    try:
        data = pkgutil.get_data("kopsurat", f"_fonts/{name}")
    except OSError:
        data = None
    return data if data is not None else (_CHECKOUT / name).read_bytes()


def script_family(character: str) -> str | None:
    """Return the family of the local script that a character belongs to, or None."""
    code = ord(character)
    if code < SCRIPTS[0][0]:
        return None
    return next((family for first, last, family in SCRIPTS if first <= code <= last), None)
