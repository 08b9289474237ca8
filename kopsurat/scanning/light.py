"""How light a colour is on paper."""

from __future__ import annotations

from typing import Final

__all__ = ["LIGHT", "luminance"]

LIGHT: Final = 160
"""Luminance, of 255, from which text on paper is hard to see; anything darker under it hides dark text."""


def luminance(red: int, green: int, blue: int) -> float:
    """Return the luminance of a colour of components up to 255 (ITU-R BT.601)."""
    return 0.299 * red + 0.587 * green + 0.114 * blue
