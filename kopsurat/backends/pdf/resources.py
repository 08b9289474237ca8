"""Fonts and pictures of a file, each embedded once, however many pages use it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kopsurat.backends.pdf.corefont import core_font
from kopsurat.backends.pdf.glyphfont import GlyphFont
from kopsurat.fonts import face

if TYPE_CHECKING:
    from kopsurat.backends.pdf.corefont import CoreFont
    from kopsurat.backends.pdf.objects import ObjectWriter
    from kopsurat.content.images import Image
    from kopsurat.fonts import Face
    from kopsurat.layout.model import Picture, TextStyle

__all__ = ["Resources"]


class Resources:
    """The resources that all pages of a file share; ``own`` is the number of their dictionary."""

    __slots__ = ("_cores", "_fonts", "_glyphs", "_pictures", "_writer", "own")

    def __init__(self, writer: ObjectWriter) -> None:
        self._writer = writer
        self.own = writer.reserve()
        self._fonts: list[tuple[str, int]] = []
        self._cores: dict[tuple[str, bool, bool], tuple[str, CoreFont]] = {}
        self._glyphs: dict[str, tuple[str, GlyphFont]] = {}
        self._pictures: dict[tuple[Image, int, int], tuple[str, int, Picture]] = {}

    @property
    def has_glyphs(self) -> bool:
        """Whether characters are set from fonts of single glyphs, which have other codes in every file."""
        return bool(self._glyphs)

    def take(self, other: Resources) -> bool:
        """Embed the simple fonts and pictures of another file; say whether they have the same names here."""
        fonts = [self._core(key)[0] == name for key, (name, _) in other._cores.items()]
        pictures = [self.picture(picture) == name for name, _, picture in other._pictures.values()]
        return all(fonts) and all(pictures)

    def core(self, style: TextStyle) -> tuple[str, CoreFont]:
        """Return the name and the simple font of a style; no name for signs and local scripts."""
        return self._core((style.family, style.bold, style.italic))

    def glyphs(self, shown: Face) -> tuple[str, GlyphFont]:
        """Return the name and the font of single glyphs for what the simple font of a face lacks."""
        known = self._glyphs.get(shown.digest)
        if known is None:
            known = self._glyphs[shown.digest] = (f"G{len(self._glyphs) + 1}", GlyphFont(shown))
        return known

    def picture(self, picture: Picture) -> str:
        """Return the name of a picture, writing it when it is new."""
        key = (picture.image, picture.width, picture.height)
        known = self._pictures.get(key)
        if known is None:
            write = _write_drawing if picture.image.media == "image/svg+xml" else _write_raster
            name = f"P{len(self._pictures) + 1}"
            known = self._pictures[key] = (name, write(self._writer, picture), picture)
        return known[0]

    def close(self, *, with_cidset: bool) -> None:
        """Write the rest and the dictionary. PDF/A-1 wants the set of glyphs listed (``with_cidset``)."""
        fonts = self._fonts + [
            (name, font.write(self._writer, with_cidset=with_cidset)) for name, font in self._glyphs.values()
        ]
        pictures = " ".join(f"/{name} {own} 0 R" for name, own, _ in self._pictures.values())
        rows = "/Font<<" + " ".join(f"/{name} {own} 0 R" for name, own in fonts) + ">>" if fonts else ""
        rows += f"/XObject<<{pictures}>>" if pictures else ""
        self._writer.put(self.own, f"<<{rows}>>".encode("ascii"))

    def _core(self, key: tuple[str, bool, bool]) -> tuple[str, CoreFont]:
        known = self._cores.get(key)
        if known is None:
            family, bold, italic = key
            font, name = core_font(face(family, bold=bold, italic=italic)), ""
            if font.program:
                name = f"F{len(self._fonts) + 1}"
                self._fonts.append((name, font.write(self._writer)))
            known = self._cores[key] = (name, font)
        return known


def _write_raster(writer: ObjectWriter, picture: Picture) -> int:
    from kopsurat.backends.pictures import crest_raster

    raster = crest_raster(picture.image, picture.width, picture.height)
    space = b"/DeviceRGB" if raster.channels == 3 else b"/DeviceGray"  # noqa: PLR2004 - red, green, blue
    if raster.palette:
        last = len(raster.palette) // 3 - 1
        space = b"[/Indexed/DeviceRGB %d<%b>]" % (last, raster.palette.hex().encode("ascii"))
    entries = (
        b"/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent %d/ColorSpace%b/Filter/FlateDecode"
        b"/DecodeParms<</Predictor 15/Colors %d/BitsPerComponent %d/Columns %d>>"
        % (raster.width, raster.height, raster.bits, space, raster.channels, raster.bits, raster.width)
    )
    return writer.add_stream(entries, raster.stream)


def _write_drawing(writer: ObjectWriter, picture: Picture) -> int:
    from kopsurat.backends.drawings import svg_path_stream

    entries = b"/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<<>>"
    return writer.add_deflated(entries, svg_path_stream(picture.image))
