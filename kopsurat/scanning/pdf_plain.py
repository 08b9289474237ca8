"""A PDF written anew by PDFium, so that its objects can be searched.

PDFium has no functions for much of what a file says. What it writes holds all names plainly as it understood
them: objects unpacked, nothing encrypted, unreferenced objects left out.
"""

from __future__ import annotations

import io
from typing import Any

__all__ = ["plain_objects"]


def plain_objects(document: Any) -> memoryview:  # noqa: ANN401 - pypdfium2 is untyped
    """Return the bytes of an open document of pypdfium2 written anew."""
    import pypdfium2.raw as pdfium

    buffer = io.BytesIO()
    document.save(buffer, flags=pdfium.FPDF_REMOVE_SECURITY)
    return buffer.getbuffer()
