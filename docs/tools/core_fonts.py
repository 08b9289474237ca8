"""Write the fixed subsets of the text faces, fonts/core, as reportlab cuts them.

Run ``python docs/tools/core_fonts.py`` after every change of the font files or of the characters in the
subset (kopsurat/backends/pdf/corefont.py); a test compares. Shipping them spares every process reportlab's
loading time (100 ms) and the cutting.
"""

from __future__ import annotations

import hashlib
import io
import pathlib
import zlib

from reportlab.pdfbase.ttfonts import TTFontFile

from kopsurat.backends.pdf.corefont import core_file, core_glyphs
from kopsurat.fonts import Face, face, families

FONTS = pathlib.Path(__file__).parents[2] / "fonts"


def text_faces() -> list[Face]:
    """Return the faces that letters are set in."""
    styles = [(bold, italic) for bold in (False, True) for italic in (False, True)]
    return [face(family, bold=bold, italic=italic) for family in families() for bold, italic in styles]


def subset(cut: Face) -> bytes:
    """Return the subset of a face as a TrueType file."""
    made: bytes = TTFontFile(io.BytesIO(cut.data)).makeSubset(core_glyphs(cut))
    return made


def main() -> None:
    """Write the files and their sums."""
    files = {core_file(cut): zlib.compress(subset(cut), 9) for cut in text_faces()}
    (FONTS / "core").mkdir(exist_ok=True)
    for name, data in files.items():
        (FONTS / name).write_bytes(data)
    sums = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items()))
    (FONTS / "core" / "SHA256SUMS").write_text(sums, encoding="ascii", newline="\n")
    print(f"{len(files)} files, {sum(map(len, files.values())):,} bytes")


if __name__ == "__main__":
    main()
