"""QR codes out of a picture. The only module that knows zxing-cpp."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kopsurat.errors import MissingExtra
from kopsurat.seal.link import looks_like_link

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PIL.Image import Image

__all__ = ["find_codes", "read_once"]

_LADDER: Final = ((1, False), (2, False), (3, False), (1, True), (2, True))
"""Enlargement and whether one threshold serves the whole picture; research in docs/reference/seal.md."""
_MOST_PIXELS: Final = 40_000_000


def find_codes(image: Image, is_wanted: Callable[[str], bool] = looks_like_link) -> tuple[str, ...]:
    """Return the texts of the QR codes in a picture, each once, in the order found.

    Climbs a ladder (as it is, enlarged twice and three times, other threshold) until a code is found that
    ``is_wanted``. Raises :class:`~kopsurat.errors.MissingExtra` without zxing-cpp.
    """
    found: dict[str, None] = {}
    for rung in _rungs(image.convert("L")):
        found.update(dict.fromkeys(rung))
        if any(is_wanted(text) for text in found):
            break
    return tuple(found)


def _rungs(gray: Image) -> Iterator[tuple[str, ...]]:
    from PIL.Image import Resampling

    for scale, is_global in _LADDER:
        if scale > 1 and gray.width * gray.height * scale * scale > _MOST_PIXELS:
            continue
        size = (gray.width * scale, gray.height * scale)
        larger = gray if scale == 1 else gray.resize(size, Resampling.BICUBIC)
        yield read_once(larger, is_global=is_global)


def read_once(gray: Image, *, is_global: bool = False) -> tuple[str, ...]:
    """Return the texts of the QR codes that one try finds in a gray picture."""
    try:
        import zxingcpp
    except ImportError as error:
        raise MissingExtra("extra-missing", extra="scan") from error
    binarizer = zxingcpp.Binarizer.GlobalHistogram if is_global else zxingcpp.Binarizer.LocalAverage
    try:
        formats: Any = zxingcpp.BarcodeFormat.QRCode  # accepted by every version, whatever its stubs say
        codes = zxingcpp.read_barcodes(gray, formats=formats, binarizer=binarizer)
    except (ValueError, RuntimeError):  # a picture of no pixels, or one that the decoder gives up on
        return ()
    return tuple(code.text for code in codes if code.valid)
