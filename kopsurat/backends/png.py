"""Pages as pictures, for previews: drawn as PDF first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kopsurat.backends.pdf import render as render_pdf
from kopsurat.backends.pdfium import DPI, pdf_pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kopsurat.layout.model import Document

__all__ = ["pages", "render"]


def render(document: Document) -> bytes:
    """Return the first page as a PNG of 64 colours at 150 dpi. Use :func:`pages` for all of them."""
    return next(pages(document))


def pages(document: Document, *, dpi: float = DPI) -> Iterator[bytes]:
    """Yield each page of the document as a PNG of 64 colours.

    Raises :class:`MissingExtra` without pypdfium2 and Pillow (extra ``scan``), and what the PDF
    backend raises.
    """
    yield from pdf_pages(render_pdf(document), dpi=dpi)
