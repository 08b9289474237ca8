"""Photographs and scans: opened with limits, so that a small file cannot fill the memory."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING, Final

from kopsurat.errors import MissingExtra, ScanError

if TYPE_CHECKING:
    from PIL.Image import Image

__all__ = ["MOST_PIXELS", "open_picture"]

MOST_PIXELS: Final = 120_000_000
_FORMATS: Final = ("PNG", "JPEG", "TIFF", "BMP", "GIF", "WEBP")


def open_picture(data: bytes) -> Image:
    """Return the picture in ``data`` as gray values.

    Raises :class:`~kopsurat.errors.ScanError`: ``scan-picture-unreadable`` or
    ``scan-picture-too-large`` (over 120 megapixels), and MissingExtra without Pillow.
    """
    try:
        import PIL.Image
    except ImportError as error:
        raise MissingExtra("extra-missing", extra="scan") from error
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            picture = PIL.Image.open(io.BytesIO(data), formats=_FORMATS)
            _check_size(picture)
            picture.draft("L", None)
            return _on_white(picture)
    except PIL.Image.DecompressionBombError as error:
        raise ScanError("scan-picture-too-large", width=0, height=0) from error
    except ScanError:
        raise
    except Exception as error:  # Pillow's plugins raise nearly anything for damaged files
        raise ScanError("scan-picture-unreadable", cause=type(error).__name__) from error


def _check_size(picture: Image) -> None:
    if picture.width * picture.height > MOST_PIXELS:
        raise ScanError("scan-picture-too-large", width=picture.width, height=picture.height)


def _on_white(picture: Image) -> Image:
    import PIL.Image

    if "transparency" not in picture.info and picture.mode not in ("RGBA", "LA", "PA"):
        return picture.convert("L")
    layers = picture.convert("RGBA")
    paper = PIL.Image.new("RGBA", layers.size, "white")
    return PIL.Image.alpha_composite(paper, layers).convert("L")
