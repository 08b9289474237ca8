"""QR codes out of a picture. The only module that knows zxing-cpp."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from kopsurat.errors import MissingExtra
from kopsurat.seal.link import looks_like_link

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PIL.Image import Image

__all__ = ["find_codes", "read_once"]

_MOST_PIXELS: Final = 16_000_000
"""Largest enlarged picture: a whole page of 200 dpi, twice as large."""


class _Rung(NamedTuple):
    """One try: how much larger, sharpened or softened, and one threshold for the whole picture or many."""

    scale: int
    treatment: Literal["", "sharp", "soft"] = ""
    is_global: bool = False


_LADDER: Final = (
    _Rung(1),
    _Rung(2),
    _Rung(3),
    _Rung(2, "sharp"),
    _Rung(3, "soft"),
    _Rung(1, is_global=True),
    _Rung(2, is_global=True),
)
"""Measured: docs/reference/seal.md, "Reading back"."""


def find_codes(image: Image, is_wanted: Callable[[str], bool] = looks_like_link) -> tuple[str, ...]:
    """Return the texts of the QR codes in a picture, each once, in the order found.

    Climbs a ladder (as it is, enlarged, sharpened, softened, other threshold) until a code is found that
    ``is_wanted``. Raises :class:`~kopsurat.errors.MissingExtra` without zxing-cpp.
    """
    found: dict[str, None] = {}
    for rung in _rungs(image.convert("L")):
        found.update(dict.fromkeys(rung))
        if any(is_wanted(text) for text in found):
            break
    return tuple(found)


def _rungs(gray: Image) -> Iterator[tuple[str, ...]]:
    for rung in _LADDER:
        pixels = gray.width * gray.height * rung.scale**2
        if rung.scale == 1 or pixels <= (_MOST_PIXELS / 2 if rung.treatment else _MOST_PIXELS):
            yield read_once(_treated(gray, rung), is_global=rung.is_global)


def _treated(gray: Image, rung: _Rung) -> Image:
    from PIL import ImageFilter
    from PIL.Image import Resampling

    size = (gray.width * rung.scale, gray.height * rung.scale)
    larger = gray if rung.scale == 1 else gray.resize(size, Resampling.BICUBIC)
    if rung.treatment == "sharp":
        return larger.filter(ImageFilter.UnsharpMask(radius=3, percent=150, threshold=0))
    return larger.filter(ImageFilter.GaussianBlur(2)) if rung.treatment == "soft" else larger


def read_once(gray: Image, *, is_global: bool = False) -> tuple[str, ...]:
    """Return the texts of the QR codes that one try finds in a gray picture."""
    try:
        import zxingcpp
    except ImportError as error:
        raise MissingExtra("extra-missing", extra="scan") from error
    binarizer = zxingcpp.Binarizer.GlobalHistogram if is_global else zxingcpp.Binarizer.LocalAverage
    try:
        # Since 3.0 "QRCode" means micro codes too, which stains imitate: one read a lone "9" out of a stamp.
        kinds: Any = zxingcpp.BarcodeFormat
        formats = getattr(kinds, "QRCodeModel2", kinds.QRCode)
        codes = zxingcpp.read_barcodes(gray, formats=formats, binarizer=binarizer)
    except (ValueError, RuntimeError):  # a picture of no pixels, or one that the decoder gives up on
        return ()
    return tuple(code.text for code in codes if code.valid)
