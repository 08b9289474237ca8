"""Documents as PDF: archivable (PDF/A), accessible (PDF/UA), the same bytes on every day and machine."""

from __future__ import annotations

from kopsurat.backends.pdf.levels import Level
from kopsurat.backends.pdf.writing import draw, render, write_combined

__all__ = ["Level", "draw", "render", "write_combined"]
