"""Pages of any PDF as pictures, by PDFium. The only backend module that knows pypdfium2."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, Final

from kopsurat.errors import MissingExtra, RenderError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["DPI", "pdf_pages", "transparent_png"]

DPI: Final = 150
"""Crisp on a screen, about 80 KB a page."""

_COLORS: Final = 64
_SPREAD: Final = 1  # Pillow's MAXCOVERAGE: the few colours of a crest survive on a page of black on white
_POINTS_PER_INCH: Final = 72


def pdf_pages(pdf: bytes, *, dpi: float = DPI) -> Iterator[bytes]:
    """Yield each page of any PDF as a PNG of 64 colours; raises :class:`RenderError` ``pdf-unreadable``."""
    document = _open(pdf)
    try:
        for page in document:
            picture = page.render(scale=dpi / _POINTS_PER_INCH, optimize_mode="print").to_pil()
            yield _png(picture.convert("RGB").quantize(_COLORS, method=_SPREAD, dither=0), dpi)
    finally:
        document.close()


def transparent_png(pdf: bytes, box: tuple[int, int]) -> bytes:
    """Return the first page, one point a pixel, as a PNG with alpha of exactly ``box`` pixels."""
    document = _open(pdf)
    try:
        clear = {"fill_color": (255, 255, 255, 0), "maybe_alpha": True, "rev_byteorder": True}
        picture = document[0].render(scale=1, **clear)
        return _png(picture.to_pil().convert("RGBA").crop((0, 0, *box)), _POINTS_PER_INCH)
    finally:
        document.close()


def _open(pdf: bytes) -> Any:  # noqa: ANN401 - pypdfium2 is untyped
    try:
        import pypdfium2
    except ImportError as error:
        raise MissingExtra("extra-missing", extra="scan", needed_for="PNG") from error
    try:
        return pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        raise RenderError("pdf-unreadable") from error


def _png(picture: Any, dpi: float) -> bytes:  # noqa: ANN401 - a Pillow picture; Pillow's owner is pictures
    out = io.BytesIO()
    picture.save(out, "PNG", dpi=(dpi, dpi))
    return out.getvalue()
