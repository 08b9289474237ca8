"""The bundled fonts, by the names that Word knows, and the widths of their characters."""

from __future__ import annotations

from kopsurat.fonts.face import IGNORED, Face
from kopsurat.fonts.fallback import missing_glyph, split_by_face
from kopsurat.fonts.families import FAMILIES, SYMBOLS, all_faces, face, families, file_bytes, script_family

__all__ = [
    "FAMILIES",
    "IGNORED",
    "SYMBOLS",
    "Face",
    "all_faces",
    "face",
    "families",
    "file_bytes",
    "missing_glyph",
    "script_family",
    "split_by_face",
]
