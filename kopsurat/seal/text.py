"""Which text may stand in a seal: what two readers of it are sure to see alike."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

__all__ = ["fault_of", "tidy"]

# Controls, format characters (bidi, zero-width, tags), surrogates, private use, line separators.
_CATEGORIES: Final = frozenset(("Cc", "Cf", "Cs", "Co", "Zl", "Zp"))
# Characters of other categories that show nothing (Default_Ignorable_Code_Point).
_INVISIBLE: Final = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\ufff0-\ufff8\U000e0000-\U000e0fff]"
)


def fault_of(text: str) -> str | None:
    """Return the code of what forbids ``text`` in a seal, or None."""
    if text.isascii() and text.isprintable():
        return None
    if not unicodedata.is_normalized("NFC", text):
        return "text-not-nfc"
    if any(unicodedata.category(character) in _CATEGORIES for character in text):
        return "text-control-character"
    return "text-invisible-character" if _INVISIBLE.search(text) else None


def tidy(text: str) -> str:
    """Return ``text`` in NFC with every run of white space as one space, none at the ends."""
    return unicodedata.normalize("NFC", " ".join(text.split()))
