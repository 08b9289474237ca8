"""Lines of a letterhead in a local script: which font, how high, in which direction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from kopsurat.layout.measures import TWIPS_PER_POINT
from kopsurat.layout.model import Align, Paragraph, Role, Run, TextStyle
from kopsurat.layout.shared_styles import paragraph_style
from kopsurat.letterhead import Script

if TYPE_CHECKING:
    from kopsurat.layout.measures import Length
    from kopsurat.layout.sheet import Sheet
    from kopsurat.office import Office

__all__ = ["SCRIPT_FONTS", "ScriptFont", "script_line"]


class ScriptFont(NamedTuple):
    """How a script is set: its family and language, and how far its marks reach up and down, in em."""

    family: str
    lang: str
    ascent: float
    descent: float


SCRIPT_FONTS: Final = {
    Script.JAWA: ScriptFont("Noto Sans Javanese", "jv-Java", 0.85, 0.85),
    Script.BALI: ScriptFont("Noto Sans Balinese", "ban-Bali", 1.0, 0.8),
    Script.SUNDA: ScriptFont("Noto Sans Sundanese", "su-Sund", 0.95, 0.35),
    Script.LONTARA: ScriptFont("Noto Sans Buginese", "bug-Bugi", 0.9, 0.3),
    Script.ARAB_MELAYU: ScriptFont("Noto Naskh Arabic", "ms-Arab", 0.95, 0.5),
}
"""Measured on the glyphs of each font with marks above and below."""
_BASELINE: Final = 0.8
"""The share of the pitch above the baseline, in every backend."""


def script_line(office: Office, sheet: Sheet, key: str, *, after: Length) -> Paragraph | None:
    """Return the line in the local script for the level ``key``, high enough for its marks, or None."""
    letterhead = office.letterhead
    if letterhead.script is None or not key:
        return None
    text = next((each.text for each in letterhead.script_lines if each.line == key), "")
    if not text:
        return None
    font = SCRIPT_FONTS[letterhead.script]
    size = sheet.style.head.script_size
    run = Run(
        text=text,
        style=TextStyle(family=font.family, size=size),
        lang=font.lang,
        rtl=letterhead.script is Script.ARAB_MELAYU,
    )
    em = size * TWIPS_PER_POINT // 2
    pitch = round(em * font.ascent / _BASELINE)
    below = max(0, round(em * font.descent - pitch * (1 - _BASELINE)))
    style = paragraph_style(pitch=pitch, align=Align.CENTER, after=below + after)
    return Paragraph(inlines=(run,), style=style, role=Role.LETTERHEAD)
