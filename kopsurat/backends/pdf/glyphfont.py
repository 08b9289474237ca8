"""Single glyphs of a face as a Type 0 font: for characters outside the fixed subset, and for shaped scripts.

Every pair of a glyph and the text it stands for gets a code of its own, because one glyph may mean
different texts (a Balinese conjunct, a letter that moved before its consonant).
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from kopsurat.backends.pdf.corefont import descriptor, subset_name, to_unicode
from kopsurat.backends.pdf.glyphsubset import subset_glyphs

if TYPE_CHECKING:
    from kopsurat.backends.pdf.objects import ObjectWriter
    from kopsurat.fonts import Face

__all__ = ["GlyphFont"]


class GlyphFont:
    """The glyphs of ``face`` that one file uses."""

    __slots__ = ("_codes", "face")

    def __init__(self, face: Face) -> None:
        self.face = face
        self._codes: dict[tuple[int, str], int] = {}

    def code(self, glyph: int, text: str) -> str:
        """Return the code, in hexadecimal, of a glyph that stands for ``text``."""
        key = (glyph, text)
        known = self._codes.get(key)
        if known is None:
            known = self._codes[key] = len(self._codes) + 1
        return f"{known:04X}"

    def plain(self, text: str) -> str:
        """Return the codes of a text that needs no shaping, one glyph a character."""
        ids = self.face.glyph_ids
        return "".join(
            self.code(ids[ord(character)], character) for character in text if ord(character) in ids
        )

    def write(self, writer: ObjectWriter, *, with_cidset: bool) -> int:
        """Write the font and return the number of its dictionary."""
        glyphs = [0, *(glyph for glyph, _ in self._codes)]
        program, places = subset_glyphs(self.face.data, glyphs)
        name = subset_name(self.face, program)
        data = zlib.compress(program, 9)
        file = writer.add_stream(b"/Length1 %d/Filter/FlateDecode" % len(program), data)
        described = descriptor(self.face, name, file)
        if with_cidset:
            cids = writer.add_deflated(b"", _bits(len(glyphs)))
            described = described[:-2] + b"/CIDSet %d 0 R>>" % cids
        to_glyph = writer.add_deflated(b"", b"".join(places[glyph].to_bytes(2, "big") for glyph in glyphs))
        pairs = [(f"{code:04X}", text) for (_, text), code in self._codes.items()]
        texts = writer.add_deflated(b"", to_unicode(pairs, bytes_=2))
        scale = 1000 / self.face.units_per_em
        widths = " ".join(f"{self.face.metrics.widths[glyph] * scale:.5g}" for glyph in glyphs)
        encoded = name.encode("ascii")
        descendant = writer.add(
            b"<</Type/Font/Subtype/CIDFontType2/BaseFont/%b/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
            b"/Supplement 0>>/FontDescriptor %d 0 R/DW 1000/W[0[%b]]/CIDToGIDMap %d 0 R>>"
            % (encoded, writer.add(described), widths.encode("ascii"), to_glyph)
        )
        return writer.add(
            b"<</Type/Font/Subtype/Type0/BaseFont/%b/Encoding/Identity-H/DescendantFonts[%d 0 R]"
            b"/ToUnicode %d 0 R>>" % (encoded, descendant, texts)
        )


def _bits(count: int) -> bytes:
    """Return a stream of bits, the first ``count`` of which are set."""
    size = -(-count // 8)
    return (((1 << count) - 1) << (8 * size - count)).to_bytes(size, "big")
