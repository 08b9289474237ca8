"""The text of a file through programs that others read PDF with."""

from __future__ import annotations

import io
import re
import subprocess
import tempfile
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pypdf
import pypdfium2

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["LIBRARIES", "by_pdfium", "by_poppler", "pattern_of", "plain"]

_LINE_END_HYPHEN: Final = re.compile("[\ufffe\x02]\\s*")
"""What PDFium makes of a hyphen at the end of a line, and the end of the line."""


def plain(text: str) -> str:
    """Return a text with single spaces, without marks of direction and joiners."""
    kept = "".join(each for each in text if unicodedata.category(each) != "Cf")
    return " ".join(kept.split())


def pattern_of(text: str) -> re.Pattern[str]:
    """Return a pattern of a text that may be broken over lines after its hyphens, dashes and slashes."""
    return re.compile("".join(re.escape(each) + ("\\s?" if each in "-–—/" else "") for each in plain(text)))


def by_poppler(pdf: bytes) -> str:
    """Return the text in the order of the file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "surat.pdf"
        path.write_bytes(pdf)
        command = ["pdftotext", "-raw", str(path), "-"]
        return subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout


def by_pdfium(pdf: bytes) -> str:
    """Return the text as Chromium selects it, with the hyphens at the end of its lines."""
    document = pypdfium2.PdfDocument(pdf)
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return _LINE_END_HYPHEN.sub("-", text)


def _by_pypdf(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def _by_pdfminer(pdf: bytes) -> str:
    from pdfminer.high_level import extract_text
    from pdfminer.layout import LAParams

    # By default it takes the labels and values of key-value rows for two columns of a newspaper.
    return str(extract_text(io.BytesIO(pdf), laparams=LAParams(char_margin=100)))


LIBRARIES: dict[str, Callable[[bytes], str]] = {
    "PDFium": by_pdfium,
    "pypdf": _by_pypdf,
    "pdfminer": _by_pdfminer,
}
