"""Make a picture of every letter type, filled with its example: ``python docs/gallery/letter_types.py``.

The pages of a type stand side by side. Needs the extra ``scan``.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pypdfium2
from PIL import Image

sys.path.insert(0, str(Path(__file__).parent))

import samples

from kopsurat.backends.pdf import render
from kopsurat.content.templates import Template, all_templates
from kopsurat.layout.compose import compose
from kopsurat.reading import read_letter

FOLDER = Path(__file__).parent / "jenis"
DPI = 60
COLORS = 32
GAP = 8


def picture(template: Template) -> Image.Image:
    """Return the pages of the example letter, side by side on grey."""
    office = samples.office()
    letter = read_letter(template.example_letter(), office=office)
    link = samples.LINK if letter.signatures else None
    pdf = pypdfium2.PdfDocument(render(compose(letter, office, link=link)))
    pages = [page.render(scale=DPI / 72).to_pil().convert("RGB") for page in pdf]
    width = sum(page.width for page in pages) + GAP * (len(pages) - 1)
    sheet = Image.new("RGB", (width, max(page.height for page in pages)), "#999999")
    left = 0
    for page in pages:
        sheet.paste(page, (left, 0))
        left += page.width + GAP
    return sheet


def main() -> None:
    """Write one picture a type, and remove those of types that are gone."""
    FOLDER.mkdir(exist_ok=True)
    codes = set()
    for template in all_templates():
        codes.add(template.code)
        small = picture(template).quantize(
            COLORS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE
        )
        small.save(FOLDER / f"{template.code}.png", optimize=True)
    for path in FOLDER.glob("*.png"):
        if path.stem not in codes:
            path.unlink()


if __name__ == "__main__":
    main()
