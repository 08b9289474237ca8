"""Draw the pictures of the README: the example letter, sealed with a key that is thrown away."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image, ImageChops

from kopsurat import SigningKey, compose, read_letter, read_office, render, seal_letter
from kopsurat.backends.pdfium import pdf_pages

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "docs" / "images"
EDGE, SHADE = (160, 160, 160), (222, 222, 222)


def page(name: str, dpi: int) -> Image.Image:
    """Return the first page of an example as a picture."""
    office = read_office(ROOT / "examples" / name)
    letter = read_letter(ROOT / "examples" / name / "surat.md")
    seal = seal_letter(letter, office, key=SigningKey.generate(), host=office.host or "")
    pdf = render(compose(letter, office, seal=seal), "pdf")
    return Image.open(io.BytesIO(next(pdf_pages(pdf, dpi=dpi)))).convert("RGB")


def foot(picture: Image.Image) -> int:
    """Return where the page may be cut: a margin below its last ink."""
    ink = ImageChops.difference(picture, Image.new("RGB", picture.size, "white")).getbbox()
    return min(picture.height, ink[3] + picture.width // 14) if ink else picture.height


def framed(picture: Image.Image, bottom: int, margin: int = 12) -> Image.Image:
    """Return the page on a sheet with an edge and a shadow, cut at ``bottom``."""
    cut = picture.crop((0, 0, picture.width, bottom))
    sheet = Image.new("RGB", (cut.width + 2 * margin, cut.height + 2 * margin), "white")
    sheet.paste(SHADE, (margin + 5, margin + 5, margin + cut.width + 5, margin + cut.height + 5))
    sheet.paste(EDGE, (margin - 1, margin - 1, margin + cut.width + 1, margin + cut.height + 1))
    sheet.paste(cut, (margin, margin))
    return sheet


def main() -> None:
    """Write docs/images/surat.png: both example letters side by side, as a palette picture."""
    plain = [page(name, 84) for name in ("sukamaju", "domisili")]
    pages = [framed(each, max(map(foot, plain))) for each in plain]
    canvas = Image.new("RGB", (sum(p.width for p in pages), max(p.height for p in pages)), "white")
    left = 0
    for each in pages:
        canvas.paste(each, (left, 0))
        left += each.width
    OUT.mkdir(parents=True, exist_ok=True)
    canvas.quantize(96, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(
        OUT / "surat.png", optimize=True
    )
    print(OUT / "surat.png", (OUT / "surat.png").stat().st_size)


if __name__ == "__main__":
    main()
