"""The parity tests use the sample documents and LibreOffice of the DOCX tests."""

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1] / "docx")]
