"""Pictures as values: their bytes, their kind and their shape, without decoding a pixel."""

from __future__ import annotations

import re
import struct
from typing import Final

from kopsurat.errors import InvalidImage
from kopsurat.values import value_class

__all__ = ["MAX_IMAGE_BYTES", "Image", "read_image"]

MAX_IMAGE_BYTES: Final = 20_000_000
"""A larger file is refused unread: a crest of this size is a mistake."""

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_JPEG: Final = b"\xff\xd8\xff"
_EXIF: Final = b"Exif\0\0"
_APP1: Final = 0xE1
_ORIENTATION: Final = 0x0112
_FIRST_TURNED: Final = 5
"""From this orientation on a camera held the picture upright (5–8)."""


@value_class
class Image:
    """A picture: ``media`` is its type, ``width`` and ``height`` give its shape (pixels or user units).

    ``orientation`` is what the camera says of its pixels (Exif: 1 for as they are, up to 8); the shape
    is that of the picture turned so.
    """

    data: bytes
    media: str
    width: float
    height: float
    name: str = ""
    orientation: int = 1

    def __repr__(self) -> str:
        return f"Image({self.name!r}, {self.media}, {len(self.data)} bytes)"


def read_image(data: bytes, *, name: str = "") -> Image:
    """Return the picture that ``data`` holds: PNG, JPEG or SVG, told by its content, not by its name.

    Raises :class:`InvalidImage` for anything else, for a damaged head and for an empty picture.
    """
    if len(data) > MAX_IMAGE_BYTES:
        raise InvalidImage("image-too-large", value=name, size=len(data), maximum=MAX_IMAGE_BYTES)
    exif = b""
    if data.startswith(_PNG):
        media, (shape, exif) = "image/png", _png_head(data)
    elif data.startswith(_JPEG):
        media, (shape, exif) = "image/jpeg", _jpeg_head(data)
    elif b"<svg" in data[:4096]:
        media, shape = "image/svg+xml", _svg_shape(data)
    else:
        raise InvalidImage("image-kind-unknown", value=name)
    if shape is None or min(shape) <= 0:
        raise InvalidImage("image-damaged", value=name)
    orientation = _orientation(exif)
    width, height = shape if orientation < _FIRST_TURNED else (shape[1], shape[0])
    return Image(data=data, media=media, width=width, height=height, name=name, orientation=orientation)


def _png_head(data: bytes) -> tuple[tuple[float, float] | None, bytes]:
    """Return the shape and the Exif block of a PNG."""
    if len(data) < 33 or data[12:16] != b"IHDR":  # noqa: PLR2004 - signature, length, IHDR and its CRC
        return None, b""
    at = 33
    while at + 8 <= len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        if kind == b"eXIf":
            return struct.unpack(">II", data[16:24]), data[at + 8 : at + 8 + length]
        at += 12 + length
    return struct.unpack(">II", data[16:24]), b""


def _jpeg_head(data: bytes) -> tuple[tuple[float, float] | None, bytes]:
    """Return the shape and the Exif block of a JPEG."""
    exif = b""
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:  # noqa: PLR2004 - every marker starts so
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):  # noqa: PLR2004 - start of frame
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return (width, height), exif
        if marker == _APP1 and data.startswith(_EXIF, at + 4):
            exif = data[at + 4 + len(_EXIF) : at + 2 + length]
        at += 2 + length
    return None, b""


def _orientation(exif: bytes) -> int:
    """Return the orientation in a TIFF block (1–8), 1 where it tells none."""
    order = {b"II": "<", b"MM": ">"}.get(exif[:2])
    if order is None or len(exif) < 8:  # noqa: PLR2004 - the head of a TIFF block
        return 1
    (start,) = struct.unpack(order + "I", exif[4:8])
    (count,) = struct.unpack(order + "H", exif[start : start + 2].ljust(2, b"\0"))
    for at in range(start + 2, min(start + 2 + 12 * count, len(exif) - 11), 12):
        tag, _, _, value = struct.unpack(order + "HHIH", exif[at : at + 10])
        if tag == _ORIENTATION:
            return value if 1 <= value <= 8 else 1  # noqa: PLR2004 - the values that Exif knows
    return 1


_SVG_TAG: Final = re.compile(rb"<svg\b[^>]{0,4000}>", re.DOTALL)
_NUMBER: Final = rb"([-\d.eE+]+)"
_VIEW_BOX: Final = re.compile(rb"viewBox\s*=\s*[\"']\s*" + rb"[\s,]+".join([_NUMBER] * 4))
_SIDE: Final = rb"\b%s\s*=\s*[\"']\s*([\d.]+)\s*(?:px|pt|mm|cm|in)?\s*[\"']"


def _svg_shape(data: bytes) -> tuple[float, float] | None:
    tag = _SVG_TAG.search(data)
    if tag is None:
        return None
    try:
        if box := _VIEW_BOX.search(tag.group()):
            return float(box.group(3)), float(box.group(4))
        sides = [re.search(_SIDE % side, tag.group()) for side in (b"width", b"height")]
        return (float(sides[0].group(1)), float(sides[1].group(1))) if sides[0] and sides[1] else None
    except ValueError:
        return None
