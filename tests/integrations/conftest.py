"""These tests use the sample documents, LibreOffice and the reading of pages of the DOCX and parity tests."""

import sys
from pathlib import Path

_TESTS = Path(__file__).parents[1]
sys.path[:0] = [str(Path(__file__).parent), str(_TESTS / "docx"), str(_TESTS / "parity")]
