"""Lines of a letterhead in a local script: which font, how high, in which direction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kopsurat.layout.measures import Length
from kopsurat.layout.model import Run, TextStyle
from kopsurat.letterhead import Script

if TYPE_CHECKING:
    from kopsurat.layout.sheet import Sheet
    from kopsurat.office import Office

__all__ = ["SCRIPT_FONTS", "script_run"]

SCRIPT_FONTS: Final = {
    Script.JAWA: ("Noto Sans Javanese", "jv-Java", 2.1),
    Script.BALI: ("Noto Sans Balinese", "ban-Bali", 2.25),
    Script.SUNDA: ("Noto Sans Sundanese", "su-Sund", 1.6),
    Script.LONTARA: ("Noto Sans Buginese", "bug-Bugi", 1.6),
    Script.ARAB_MELAYU: ("Noto Naskh Arabic", "ms-Arab", 1.8),
}
"""Family, language tag, and height of a line in em: marks of these scripts reach far up and down."""


def script_run(office: Office, sheet: Sheet, key: str) -> tuple[Run, Length] | None:
    """Return the line in the local script for the level ``key`` and its pitch, or None."""
    letterhead = office.letterhead
    if letterhead.script is None or not key:
        return None
    text = next((each.text for each in letterhead.script_lines if each.line == key), "")
    if not text:
        return None
    family, lang, height = SCRIPT_FONTS[letterhead.script]
    size = sheet.style.head.script_size
    run = Run(
        text=text,
        style=TextStyle(family=family, size=size),
        lang=lang,
        rtl=letterhead.script is Script.ARAB_MELAYU,
    )
    return run, round(size * 10 * height)
