"""Lengths: every one is an integer number of twips (1/20 point), so that no backend rounds differently."""

from __future__ import annotations

from typing import Final

__all__ = ["EMU_PER_TWIP", "TWIPS_PER_POINT", "Length", "emu", "mm", "points", "pt", "to_mm"]

Length = int
"""A number of twips; 1 pt = 20 twips, 1 mm = 56.69 twips."""

TWIPS_PER_POINT: Final = 20
EMU_PER_TWIP: Final = 635
_TWIPS_PER_MM: Final = 1440 / 25.4


def mm(value: float) -> Length:
    """Return a length given in millimetres, to the nearest twip."""
    return round(value * _TWIPS_PER_MM)


def pt(value: float) -> Length:
    """Return a length given in points, to the nearest twip."""
    return round(value * TWIPS_PER_POINT)


def points(length: Length) -> float:
    """Return a length in points, for PDF."""
    return length / TWIPS_PER_POINT


def emu(length: Length) -> int:
    """Return a length in English Metric Units, for DrawingML."""
    return length * EMU_PER_TWIP


def to_mm(length: Length) -> float:
    """Return a length in millimetres."""
    return length / _TWIPS_PER_MM
