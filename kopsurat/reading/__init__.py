"""Read desa.toml and surat.md: files or text in, an :class:`Office` or a :class:`Letter` out.

All faults of a file come at once, in one :class:`ExceptionGroup`, each with its place:
``desa.toml:12: kontak.telepon[1]``.
"""

from __future__ import annotations

from kopsurat.reading.files import OFFICE_FILE, Place, find_office, place_of
from kopsurat.reading.letters import LETTER_FILE, read_letter, read_letter_over
from kopsurat.reading.offices import read_office

__all__ = [
    "LETTER_FILE",
    "OFFICE_FILE",
    "Place",
    "find_office",
    "place_of",
    "read_letter",
    "read_letter_over",
    "read_office",
]
