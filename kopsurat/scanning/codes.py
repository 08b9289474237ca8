"""QR codes out of a picture. The only module that knows zxing-cpp."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from kopsurat.errors import MissingExtra
from kopsurat.seal.link import looks_like_link

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PIL.Image import Image

__all__ = ["find_codes", "is_bare_code", "is_bare_drawing", "read_once"]

_MOST_PIXELS: Final = 16_000_000
"""Largest enlarged picture: a whole page of 200 dpi, twice as large."""


_EDGE: Final = 0.04
"""Share of its side by which a code may seem smaller than the ink of its picture."""
_PIXELS: Final = 4
"""Pixels for each module of a code that is drawn to be read."""
_MOST_MODULES: Final = 200


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


def is_bare_code(image: Image) -> bool:
    """Return whether a picture holds the code of a seal and no other ink around it."""
    gray = image.convert("L")
    ink = gray.point([255] * 128 + [0] * 128).getbbox()
    if ink is None:
        return False
    paper = max(4, (ink[2] - ink[0]) // 20)
    from PIL import ImageOps

    return any(_fills(code, paper, ink) for code in _read(ImageOps.expand(gray.crop(ink), paper, 255)))


def is_bare_drawing(boxes: Sequence[tuple[float, float, float, float]]) -> bool:
    """Return whether filled boxes (left, bottom, right, top) are the modules of the code of a seal."""
    from PIL import Image, ImageDraw

    left, low = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, high = max(box[2] for box in boxes), max(box[3] for box in boxes)
    module = min(box[3] - box[1] for box in boxes)
    side = max(right - left, high - low) / module if module > 0 else _MOST_MODULES + 1
    if side > _MOST_MODULES:
        return False
    scale = _PIXELS / module
    picture = Image.new("L", (round((right - left) * scale), round((high - low) * scale)), 255)
    pen = ImageDraw.Draw(picture)
    for box in boxes:
        across = (round((box[0] - left) * scale), round((box[2] - left) * scale) - 1)
        down = (round((high - box[3]) * scale), round((high - box[1]) * scale) - 1)
        if across[0] <= across[1] and down[0] <= down[1]:
            pen.rectangle((across[0], down[0], across[1], down[1]), fill=0)
    return is_bare_code(picture)


def _fills(code: Any, paper: int, ink: tuple[int, int, int, int]) -> bool:  # noqa: ANN401 - zxing-cpp is untyped
    """Return whether a code is a seal's and reaches from edge to edge of the ink."""
    at = code.position
    corners = (at.top_left, at.top_right, at.bottom_right, at.bottom_left)
    across, down = [each.x for each in corners], [each.y for each in corners]
    near = _EDGE * max(ink[2] - ink[0], ink[3] - ink[1])
    return (
        looks_like_link(code.text)
        and min(across) - paper <= near
        and min(down) - paper <= near
        and ink[2] - ink[0] + paper - max(across) <= near
        and ink[3] - ink[1] + paper - max(down) <= near
    )


def read_once(gray: Image, *, is_global: bool = False) -> tuple[str, ...]:
    """Return the texts of the QR codes that one try finds in a gray picture."""
    return tuple(code.text for code in _read(gray, is_global=is_global))


def _read(gray: Image, *, is_global: bool = False) -> tuple[Any, ...]:
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
    return tuple(code for code in codes if code.valid)
