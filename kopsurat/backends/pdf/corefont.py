"""A face as a simple font with a fixed subset: the characters that Indonesian letters consist of.

One subset per face (10 KB) beats a subset per letter (5 KB, but 1.5 ms): decision 0007. The subsets are
those that reportlab cuts, made once by docs/tools/core_fonts.py and shipped deflated. What stands
outside the subset is set from :mod:`kopsurat.backends.pdf.glyphfont`.
"""

from __future__ import annotations

import functools
import hashlib
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kopsurat.fonts import IGNORED, families, file_bytes

if TYPE_CHECKING:
    from kopsurat.backends.pdf.objects import ObjectWriter
    from kopsurat.fonts import Face

__all__ = [
    "CHARACTERS",
    "CoreFont",
    "NotInCore",
    "core_file",
    "core_font",
    "core_glyphs",
    "descriptor",
    "subset_name",
    "to_unicode",
]

CHARACTERS: Final = "•–—‘’“”…°éÉèÈêëàáâäçñóòôöíìîïúùûüÀÁÖÜāĀīĪūŪḥṣṭḍ§©®½¼¾²³×÷±·€№†‰\u2011\u00a0"
"""The characters beyond ASCII in the fixed subset."""

_FIRST: Final = 32
_ABOVE: Final = 128
_SYMBOLIC: Final = 4
_ITALIC: Final = 64
_BOLD_WEIGHT: Final = 600
_ESCAPES: Final = {"(": "\\(", ")": "\\)", "\\": "\\\\"}
_STAND_INS: Final = {0x2011: 0x2D, 0xA0: 0x20}
_ENTRIES_A_BLOCK: Final = 100


class NotInCore(Exception):
    """A text holds a character outside the fixed subset."""


class _Table(dict[int, str]):
    """Code points to what stands in a literal string; :meth:`str.translate` stops at the first stranger."""

    def __missing__(self, code: int) -> str:
        raise NotInCore


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CoreFont:
    """What a file needs to embed a face: streams and dictionaries; ``table`` is for str.translate."""

    face: Face
    table: dict[int, str]
    name: str
    program: bytes
    program_size: int
    unicode_map: bytes
    widths: bytes
    described: bytes

    def write(self, writer: ObjectWriter) -> int:
        """Write the font and return the number of its dictionary."""
        entries = b"/Length1 %d/Filter/FlateDecode" % self.program_size
        program = writer.add_stream(entries, self.program)
        unicode_map = writer.add_stream(b"/Filter/FlateDecode", self.unicode_map)
        described = writer.add(self.described % program)
        return writer.add(
            b"<</Type/Font/Subtype/TrueType/BaseFont/%b/FirstChar %d/LastChar %d/Widths%b/ToUnicode %d 0 R"
            b"/FontDescriptor %d 0 R>>"
            % (
                self.name.encode("ascii"),
                _FIRST,
                _FIRST + self.widths.count(b" "),
                self.widths,
                unicode_map,
                described,
            )
        )


@functools.cache
def core_font(face: Face) -> CoreFont:
    """Return the fixed subset of a face, an empty one for a face of signs or of a local script."""
    if face.family not in families():
        return CoreFont(
            face=face,
            table=_Table(),
            name="",
            program=b"",
            program_size=0,
            unicode_map=b"",
            widths=b"",
            described=b"",
        )
    codes = _codes(face)
    program = file_bytes(core_file(face))
    subset = zlib.decompress(program)
    name = subset_name(face, subset)
    table = _Table({unicode: _ESCAPES.get(chr(code), chr(code)) for code, unicode in codes.items()})
    table |= dict.fromkeys(map(ord, IGNORED), "")
    return CoreFont(
        face=face,
        table=table,
        name=name,
        program=program,
        program_size=len(subset),
        unicode_map=zlib.compress(
            to_unicode([(f"{code:02X}", chr(at)) for code, at in codes.items()], bytes_=1), 9
        ),
        widths=_widths(face, codes),
        described=descriptor(face, name, "%d"),
    )


def core_file(face: Face) -> str:
    """Return the name of the file that holds the subset of a face, deflated."""
    return f"core/{face.file}.zlib"


def core_glyphs(face: Face) -> list[int]:
    """Return the characters whose glyphs the subset of a face consists of, in the order of its codes."""
    codes = _codes(face)
    drawn = (codes.get(code, 0) for code in range(max(codes) + 1))
    return [_STAND_INS.get(code, code) for code in drawn]


def _codes(face: Face) -> dict[int, int]:
    """Return the character of each code of the simple font."""
    extra = [ord(character) for character in CHARACTERS if ord(character) in face.glyph_ids]
    return {code: code for code in range(_FIRST, 127)} | {_ABOVE + at: code for at, code in enumerate(extra)}


def _widths(face: Face, codes: dict[int, int]) -> bytes:
    scale, empty = 1000 / face.units_per_em, face.metrics.widths[0]
    widths = (face.advances.get(codes.get(code, 0), empty) for code in range(_FIRST, max(codes) + 1))
    return f"[{' '.join(f'{width * scale:.5g}' for width in widths)}]".encode("ascii")


def subset_name(face: Face, subset: bytes) -> str:
    """Return the name of a subset: six letters made of its content, so that merged files do not clash."""
    digest = hashlib.sha256(subset).digest()
    return "".join(chr(65 + byte % 26) for byte in digest[:6]) + "+" + face.postscript_name


def descriptor(face: Face, name: str, program: int | str) -> bytes:
    """Return the font descriptor for an embedded font program, given the number of its stream."""
    scale = 1000 / face.units_per_em
    box = " ".join(str(round(side * scale)) for side in face.bbox)
    flags = _SYMBOLIC + (_ITALIC if face.italic_angle else 0)
    stem = 140 if face.metrics.weight >= _BOLD_WEIGHT else 80
    rise, fall, capitals = (round(side * scale) for side in (face.ascent, face.descent, face.cap_height))
    return (
        f"<</Type/FontDescriptor/FontName/{name}/Flags {flags}/FontBBox[{box}]"
        f"/ItalicAngle {face.italic_angle:g}/Ascent {rise}/Descent {fall}/CapHeight {capitals}"
        f"/StemV {stem}/FontFile2 {program} 0 R>>"
    ).encode("ascii")


def to_unicode(pairs: list[tuple[str, str]], *, bytes_: int) -> bytes:
    """Return the CMap that tells the text of each code; codes are hexadecimal, ``bytes_`` long each."""
    lines = [
        "/CIDInit/ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def",
        "/CMapName/Adobe-Identity-UCS def/CMapType 2 def",
        f"1 begincodespacerange<{'00' * bytes_}><{'FF' * bytes_}>endcodespacerange",
    ]
    for start in range(0, len(pairs), _ENTRIES_A_BLOCK):
        block = pairs[start : start + _ENTRIES_A_BLOCK]
        lines.append(f"{len(block)} beginbfchar")
        lines += [f"<{code}><{text.encode('utf-16-be').hex().upper()}>" for code, text in block]
        lines.append("endbfchar")
    lines.append("endcmap CMapName currentdict/CMap defineresource pop end end")
    return "\n".join(lines).encode("ascii")
