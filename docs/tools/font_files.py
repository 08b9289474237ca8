"""Remake the font files of ``fonts`` from Debian's packages.

Needs fontTools (``pip install fonttools``) and the packages fonts-croscore, fonts-texgyre and
fonts-noto-core. Run ``python docs/tools/font_files.py`` in the checkout; ``--check`` remakes everything in
memory and says which file differs.

What is done to each family, and why its licence allows it, is told in fonts/README.md.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import re
import sys
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

FONTS = Path(__file__).resolve().parents[2] / "fonts"
CROSCORE = Path("/usr/share/fonts/truetype/croscore")
NOTO = Path("/usr/share/fonts/truetype/noto")
GYRE = Path("/usr/share/texmf/fonts/opentype/public/tex-gyre")
DOC = Path("/usr/share/doc")

LATIN = (
    *range(0x20, 0x7F),  # Basic Latin
    *range(0xA0, 0x180),  # Latin-1 and Extended-A
    *(0x192, 0x1CD, 0x1CE, *range(0x218, 0x21C)),
    *(0x2BB, 0x2BC, 0x2BE, 0x2BF, 0x2C6, 0x2C7, *range(0x2D8, 0x2DE)),  # hamzah and ain of transliteration
    *range(0x1E00, 0x1F00),  # Extended Additional: dots below of transliterated Arabic and Old Javanese
    *range(0x2010, 0x2016),
    *range(0x2018, 0x2023),
    *(0x2026, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x2044),
    *(0x2070, *range(0x2074, 0x208F)),  # superscripts and subscripts
    *(0x20AC, 0x2113, 0x2116, 0x2122),
    *range(0x2153, 0x215F),
    *range(0x2190, 0x2196),
    *(0x2212, 0x2215, 0x2219, 0x221E, 0x2248, 0x2260, 0x2264, 0x2265),
    *(0x25A0, 0x25A1, 0x25AA, 0x25CA, 0x25CB, 0x25CF),
)
SYMBOLS = (0x20, 0x2605, 0x2606, 0x2610, 0x2611, 0x2612, 0x260E, 0x26A0, 0x2709, 0x2713, 0x2714, 0x2717)
STYLES = ("Regular", "Bold", "Italic", "BoldItalic")
LOCAL = ("NotoSansJavanese", "NotoSansBalinese", "NotoSansSundanese", "NotoSansBuginese", "NotoNaskhArabic")
SMOOTH = 0x000A


def main() -> int:
    """Write the files, or with ``--check`` compare them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    check = parser.parse_args().check
    files = {**faces(), **licences()}
    sums = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items()))
    files["SHA256SUMS"] = sums.encode()
    different = [
        name
        for name, data in files.items()
        if not (FONTS / name).exists() or (FONTS / name).read_bytes() != data
    ]
    if check:
        print("\n".join(different) or "as committed")
        return 1 if different else 0
    for name in different:
        (FONTS / name).parent.mkdir(exist_ok=True)
        (FONTS / name).write_bytes(files[name])
    print(f"{len(different)} of {len(files)} files written, {sum(map(len, files.values())):,} bytes in all")
    return 0


def faces() -> dict[str, bytes]:
    """Return every font file by its name."""
    made = {}
    for family in ("Arimo", "Tinos"):
        for style in STYLES:
            made[f"{family}-{style}.ttf"] = latin(CROSCORE / f"{family}-{style}.ttf")
    for style in STYLES:
        made[f"BonumSurat-{style}.ttf"] = bonum(style)
    made["NotoSansSymbols2-Regular.ttf"] = symbols()
    for family in LOCAL:
        made[f"{family}-Regular.ttf"] = (NOTO / f"{family}-Regular.ttf").read_bytes()
    return made


def latin(source: Path) -> bytes:
    """Return a font reduced to :data:`LATIN`, without hints and without kerning (letters use neither)."""
    return saved(reduced(TTFont(source), LATIN))


def symbols() -> bytes:
    """Return the signs that no text family has."""
    return saved(reduced(TTFont(NOTO / "NotoSansSymbols2-Regular.ttf"), SYMBOLS))


def reduced(font: TTFont, characters: tuple[int, ...]) -> TTFont:
    """Return the font with these characters only, read anew so that no table is stale."""
    options = subset.Options()
    options.layout_features = []
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "DSIG", "kern"]
    options.hinting = False
    options.desubroutinize = True
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.glyph_names = False
    tool = subset.Subsetter(options)
    tool.populate(unicodes=characters)
    tool.subset(font)
    buffer = io.BytesIO()
    font.save(buffer)
    buffer.seek(0)
    return TTFont(buffer)


def bonum(style: str) -> bytes:
    """Return TeX Gyre Bonum as TrueType under its own name, as its licence asks of changed files."""
    font = reduced(TTFont(GYRE / f"texgyrebonum-{style.lower()}.otf"), LATIN)
    to_quadratic(font)
    rename(font, "Bonum Surat", {"BoldItalic": "Bold Italic"}.get(style, style))
    font["OS/2"].fsType = 0
    return saved(font)


def to_quadratic(font: TTFont) -> None:
    """Replace the cubic outlines of a font by quadratic ones, at most 1/1000 em off."""
    order, glyph_set = font.getGlyphOrder(), font.getGlyphSet()
    glyphs = {}
    for name in order:
        pen = TTGlyphPen(None)
        glyph_set[name].draw(Cu2QuPen(pen, font["head"].unitsPerEm / 1000, reverse_direction=True))
        glyphs[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = table = newTable("glyf")
    table.glyphOrder, table.glyphs = order, glyphs
    for tag in ("CFF ", "VORG"):
        if tag in font:
            del font[tag]
    limits = font["maxp"]
    limits.tableVersion = 0x00010000
    limits.maxZones = 1
    for name in (
        "TwilightPoints",
        "Storage",
        "FunctionDefs",
        "InstructionDefs",
        "StackElements",
        "SizeOfInstructions",
        "ComponentElements",
    ):
        setattr(limits, f"max{name}", 0)
    font["head"].glyphDataFormat = font["head"].indexToLocFormat = 0
    font["post"].formatType = 3.0
    font.sfntVersion = "\000\001\000\000"


def rename(font: TTFont, family: str, style: str) -> None:
    """Give the font another name everywhere."""
    names = {
        1: family,
        2: style,
        3: f"{family} {style}",
        4: f"{family} {style}",
        6: f"{family.replace(' ', '')}-{style.replace(' ', '')}",
        16: family,
        17: style,
    }
    font["name"].names = [record for record in font["name"].names if record.nameID in {0, 5, 13, 14, *names}]
    for record in font["name"].names:
        if record.nameID in names:
            record.string = names[record.nameID]


def saved(font: TTFont) -> bytes:
    """Return the file, smooth at all sizes, dated as its source, tables in the usual order."""
    smooth: Any = newTable("gasp")
    smooth.version, smooth.gaspRange = 1, {0xFFFF: SMOOTH}
    font["gasp"] = smooth
    font.recalcTimestamp = False
    font["head"].modified = font["head"].created
    buffer = io.BytesIO()
    font.save(buffer, reorderTables=True)
    return buffer.getvalue()


def licences() -> dict[str, bytes]:
    """Return the licence texts, as Debian's copyright files give them."""
    croscore = "Arimo, Tinos: Copyright 2010, 2012-2020 Google Inc., 2015-2020 Google LLC\n"
    noto = "Noto fonts: Copyright 2012-2020 Google Inc., 2015-2020 Google LLC\n"
    gyre = (
        "Bonum Surat is TeX Gyre Bonum, reduced to fewer characters, with TrueType outlines, and renamed.\n"
        "TeX Gyre Bonum: Copyright 2007-2018 B. Jackowski and J. M. Nowacki (on behalf of TeX users groups)\n"
    )
    made = {
        "OFL-croscore.txt": croscore + licence("fonts-croscore", "OFL-1.1"),
        "OFL-noto.txt": noto + licence("fonts-noto-core", "OFL-1.1"),
        "GUST-bonum.txt": gyre + licence("fonts-texgyre", "GUST-Font-License"),
    }
    return {f"licences/{name}": text.encode() for name, text in made.items()}


def licence(package: str, name: str) -> str:
    """Return one licence of a Debian copyright file, its indent and its dots taken away."""
    text = (DOC / package / "copyright").read_text(encoding="utf-8")
    paragraphs = re.split(r"\n\s*\n", text)
    body = next(p for p in paragraphs if p.startswith(f"License: {name}\n"))
    lines = [line.removeprefix(" ") for line in body.splitlines()[1:]]
    return "\n" + "\n".join("" if line == "." else line for line in lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
