"""Pictures as values: their bytes, their kind and their shape, without decoding a pixel."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from typing import Final

from kopsurat.errors import InvalidImage

__all__ = ["MAX_IMAGE_BYTES", "Image", "read_image"]

MAX_IMAGE_BYTES: Final = 20_000_000
"""A larger file is refused unread: a crest of this size is a mistake."""

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_JPEG: Final = b"\xff\xd8\xff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture: ``media`` is its type, ``width`` and ``height`` give its shape (pixels or user units)."""

    data: bytes
    media: str
    width: float
    height: float
    name: str = ""


def read_image(data: bytes, *, name: str = "") -> Image:
    """Return the picture that ``data`` holds: PNG, JPEG or SVG, told by its content, not by its name.

    Raises :class:`InvalidImage` for anything else, for a damaged head and for an empty picture.
    """
    if len(data) > MAX_IMAGE_BYTES:
        raise InvalidImage("image-too-large", value=name, size=len(data), maximum=MAX_IMAGE_BYTES)
    if data.startswith(_PNG):
        media, shape = "image/png", _png_shape(data)
    elif data.startswith(_JPEG):
        media, shape = "image/jpeg", _jpeg_shape(data)
    elif b"<svg" in data[:4096]:
        media, shape = "image/svg+xml", _svg_shape(data)
    else:
        raise InvalidImage("image-kind-unknown", value=name)
    if shape is None or min(shape) <= 0:
        raise InvalidImage("image-damaged", value=name)
    return Image(data=data, media=media, width=shape[0], height=shape[1], name=name)


def _png_shape(data: bytes) -> tuple[float, float] | None:
    if len(data) < 33 or data[12:16] != b"IHDR":  # noqa: PLR2004 - signature, length, IHDR and its CRC
        return None
    return struct.unpack(">II", data[16:24])


def _jpeg_shape(data: bytes) -> tuple[float, float] | None:
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:  # noqa: PLR2004 - every marker starts so
        marker = data[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):  # noqa: PLR2004 - start of frame
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return None


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
