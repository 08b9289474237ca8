"""Reading letters back: QR codes out of photographs, PDF and DOCX files, and verdicts on whole files."""

from __future__ import annotations

from kopsurat.scanning.files import scan
from kopsurat.scanning.verification import verify_file, verify_seals

__all__ = ["scan", "verify_file", "verify_seals"]
