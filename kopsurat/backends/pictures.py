"""Crests and other pictures, decoded once and made fit for paper. The only module that knows Pillow.

What villages have is anything: scans of 6,000 pixels, CMYK files from a printer's shop, transparent
PNGs, palettes, 16-bit gray. All of it becomes an 8-bit sRGB, gray or palette PNG of at most
:data:`MAX_PPI` at its placed size: a larger picture makes the file slow and prints no better
(and word processors resample it, badly). Drawings (SVG) are checked and drawn by
:mod:`kopsurat.backends.drawings`.

Results are cached by content, because the same crest stands on every letter of an office.
"""

from __future__ import annotations

import functools
import io
import struct
import zlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from kopsurat.errors import InvalidImage

if TYPE_CHECKING:
    from PIL.Image import Image as Pixels

    from kopsurat.content.images import Image
    from kopsurat.layout.measures import Length

__all__ = ["MAX_PIXELS", "MAX_PPI", "Raster", "crest_png", "crest_raster"]

MAX_PPI: Final = 220
"""Pixels per inch at the placed size; Word's own default for saved pictures, below LibreOffice's 300."""

MAX_PIXELS: Final = 40_000_000
"""A larger picture is refused before it is decoded; 40 million pixels take 160 MB."""

_LOSSLESS_BYTES: Final = 12_000
"""A bigger lossless picture is reduced to 256 colours, which nobody sees at 220 ppi (half the bytes)."""

_FAR_MORE: Final = 4 * _LOSSLESS_BYTES
"""Packed in haste; packing well does not save three quarters of that."""

_TWIPS_PER_INCH: Final = 1440
_PALETTE: Final = 256
_DRAWN: Final = 20_000
"""A drawn crest has fewer colours than this."""
_OPAQUE: Final = (255, 255)
_DEPTH_16: Final = 1 / 256
_TURNS: Final = {
    2: "FLIP_LEFT_RIGHT",
    3: "ROTATE_180",
    4: "FLIP_TOP_BOTTOM",
    5: "TRANSPOSE",
    6: "ROTATE_270",
    7: "TRANSVERSE",
    8: "ROTATE_90",
}
"""What Pillow calls the turn that each Exif orientation asks for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Raster:
    """A picture as PDF wants it: ``stream`` is deflated rows with PNG predictors.

    ``channels`` is 1 (gray or palette index) or 3 (RGB); ``palette`` holds RGB triples.
    """

    width: int
    height: int
    bits: int
    channels: int
    palette: bytes
    stream: bytes


@functools.lru_cache(maxsize=64)
def crest_png(image: Image, width: Length, height: Length, *, flat: bool = False) -> bytes:
    """Return ``image`` as a PNG for a place of ``width`` × ``height`` twips.

    Transparency is kept unless ``flat`` asks for white behind it. Raises :class:`InvalidImage`:
    ``image-damaged``, ``image-too-many-pixels``, or the codes of SVG drawings.
    """
    box = tuple(max(1, round(side * MAX_PPI / _TWIPS_PER_INCH)) for side in (width, height))
    return _encode(_reduce(_decode(image, (box[0], box[1])), flat=flat))


@functools.lru_cache(maxsize=64)
def crest_raster(image: Image, width: Length, height: Length) -> Raster:
    """Return ``image`` on white for a place of ``width`` × ``height`` twips, ready for a PDF stream.

    White is the paper; without transparency the picture suits every archive level and printer.
    Raises what :func:`crest_png` raises.
    """
    png = crest_png(image, width, height, flat=True)
    columns, rows, bits, color = struct.unpack(">IIBB", png[16:26])
    chunks = dict.fromkeys((b"IDAT", b"PLTE"), b"")
    at = 8
    while at < len(png):
        (size,) = struct.unpack(">I", png[at : at + 4])
        name = png[at + 4 : at + 8]
        if name in chunks:
            chunks[name] += png[at + 8 : at + 8 + size]
        at += 12 + size
    channels = 3 if color == 2 else 1  # noqa: PLR2004 - colour type 2 of PNG is RGB
    return Raster(
        width=columns,
        height=rows,
        bits=bits,
        channels=channels,
        palette=chunks[b"PLTE"],
        stream=chunks[b"IDAT"],
    )


def _decode(image: Image, box: tuple[int, int]) -> Pixels:
    if image.media == "image/svg+xml":
        from kopsurat.backends.drawings import rasterize_svg

        drawn = replace(image, data=rasterize_svg(image, box), media="image/png")
        return _open(drawn, box)
    if image.width * image.height > MAX_PIXELS:
        raise InvalidImage(
            "image-too-many-pixels", value=image.name, width=int(image.width), height=int(image.height)
        )
    return _open(image, box)


def _open(image: Image, box: tuple[int, int]) -> Pixels:
    from PIL import Image as Pillow

    faults = (
        OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError, OverflowError,
        struct.error, zlib.error, Pillow.DecompressionBombError,
    )  # fmt: skip
    try:
        pixels = Pillow.open(io.BytesIO(image.data), formats=("PNG", "JPEG"))
        pixels.draft(None, (2 * max(box), 2 * max(box)))  # None keeps the mode
        pixels.load()
        colored = _to_srgb(pixels)
        if turn := _TURNS.get(image.orientation):
            colored = colored.transpose(Pillow.Transpose[turn])
        if colored.width > box[0] or colored.height > box[1]:
            fit = (min(colored.width, box[0]), min(colored.height, box[1]))
            colored = colored.resize(fit, Pillow.Resampling.LANCZOS)
    except faults as error:
        raise InvalidImage("image-damaged", value=image.name) from error
    return colored


def _to_srgb(pixels: Pixels) -> Pixels:
    """Return the picture as L, RGB or RGBA in sRGB, whatever its mode was."""
    if pixels.mode.startswith("I"):  # 16-bit gray; Pillow's own convert() would clip it to white
        return pixels.convert("I").point(lambda value: value * _DEPTH_16).convert("L")
    if pixels.mode in {"RGB", "CMYK"} and pixels.info.get("icc_profile"):
        return _apply_profile(pixels)
    if pixels.mode in {"RGBA", "LA", "PA"} or "transparency" in pixels.info:
        return pixels.convert("RGBA")
    return pixels if pixels.mode in {"L", "RGB"} else pixels.convert("L" if pixels.mode == "1" else "RGB")


def _apply_profile(pixels: Pixels) -> Pixels:
    from PIL import ImageCms

    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(pixels.info["icc_profile"]))
        converted = ImageCms.profileToProfile(
            pixels, profile, ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    except (ImageCms.PyCMSError, OSError, ValueError):  # a broken profile is common and harmless
        converted = None
    return converted or pixels.convert("RGB")


def _reduce(pixels: Pixels, *, flat: bool) -> Pixels:
    """Return the smallest mode that shows the same: no idle alpha, gray instead of gray RGB, a palette."""
    from PIL import Image as Pillow
    from PIL import ImageChops

    if pixels.mode == "RGBA":
        if pixels.getchannel("A").getextrema() == _OPAQUE:
            pixels = pixels.convert("RGB")
        elif flat:
            paper = Pillow.new("RGB", pixels.size, "white")
            paper.paste(pixels, mask=pixels.getchannel("A"))
            pixels = paper
        else:
            return pixels
    if pixels.mode == "RGB":
        red, green, blue = pixels.split()
        if not ImageChops.difference(red, green).getbbox() and not ImageChops.difference(red, blue).getbbox():
            return red
        if pixels.getcolors(_PALETTE) is not None or _is_large(pixels):
            return _with_palette(pixels)
    return pixels


def _with_palette(pixels: Pixels) -> Pixels:
    """Return the picture in 256 colours: exactly, where it has no more.

    The palette that comes nearest (and packs best) takes seconds for a photo. Colours are moved once to
    the middle of those that they stand for.
    """
    from PIL import Image as Pillow

    if pixels.getcolors(_DRAWN) is None:
        return pixels.quantize(_PALETTE, method=Pillow.Quantize.MEDIANCUT)
    pixels_in_all = pixels.width * pixels.height
    return pixels.quantize(_PALETTE, method=Pillow.Quantize.MAXCOVERAGE, kmeans=pixels_in_all)


def _is_large(pixels: Pixels) -> bool:
    """Return whether a picture takes more than the limit; far more is seen without packing it well."""
    return len(_encode(pixels, level=1)) > _FAR_MORE or len(_encode(pixels)) > _LOSSLESS_BYTES


def _encode(pixels: Pixels, *, level: int = 9) -> bytes:
    out = io.BytesIO()
    clean = pixels.copy()
    clean.info.clear()  # no date, author, profile or resolution travels along
    clean.save(out, "PNG", compress_level=level)
    return out.getvalue()
