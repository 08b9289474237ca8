"""Make the pictures of the gallery and its page: ``python docs/gallery/make.py``.

Every letterhead, family, signature form and profile, as the PDF shows it. Needs the extra ``scan``.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
from PIL import ImageChops

sys.path.insert(0, str(Path(__file__).parent))

import samples
from kit import kit_pictures

from kopsurat.backends.pdf import render
from kopsurat.layout.compose import compose, compose_letterhead
from kopsurat.layout.profile import PROFILES, builtin_style

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image

    from kopsurat.layout.model import Document

FOLDER = Path(__file__).parent
HEAD_DPI, PAGE_DPI = 96, 64
COLORS = 96
MARGIN = 10


def pages(document: Document, dpi: int) -> list[Image]:
    """Return the pages of a document as pictures."""
    pdf = pypdfium2.PdfDocument(render(document))
    return [page.render(scale=dpi / 72).to_pil().convert("RGB") for page in pdf]


def cropped(image: Image, *, top: float = 0.0) -> Image:
    """Return what is printed under ``top`` (a share of the height), with a small margin."""
    image = image.crop((0, round(image.height * top), image.width, image.height))
    white = image.copy()
    white.paste((255, 255, 255), (0, 0, *image.size))
    box = ImageChops.difference(image, white).getbbox() or (0, 0, *image.size)
    return image.crop((0, max(0, box[1] - MARGIN), image.width, min(image.height, box[3] + MARGIN)))


def pictures() -> Iterator[tuple[str, str, Image]]:
    """Yield a section, a name and a picture for everything in the gallery."""
    for name, office in samples.letterheads():
        yield "kop", name, cropped(pages(compose_letterhead(office), HEAD_DPI)[0])
    for name, letter in samples.letters():
        link = samples.LINK if letter.signatures else None
        for number, page in enumerate(pages(compose(letter, samples.office(), link=link), PAGE_DPI), 1):
            yield "surat", f"{name}-{number}", page
    for name, letter in samples.signature_forms():
        document = compose(letter, samples.office(), link=samples.LINK)
        yield "tanda-tangan", name, cropped(pages(document, PAGE_DPI)[0], top=0.19)
    letter = dict(samples.letters())["korespondensi"]
    for name in PROFILES:
        office = samples.office(profil=name)
        yield "profil", name, pages(compose(letter, office, style=builtin_style(name)), PAGE_DPI)[0]
    own = samples.office(profil=samples.OWN_PROFILE)
    yield "profil", "sendiri", pages(compose(letter, own), PAGE_DPI)[0]
    draft = samples.letter(letter.kind, samples.INVITATION, perihal=letter.perihal, is_draft=True)
    yield "surat", "draf-1", pages(compose(draft, samples.office()), PAGE_DPI)[0]
    for name, picture in kit_pictures():
        yield "kit", name, picture


HEADINGS = {
    "kop": "Letterheads (kop surat)",
    "surat": "Families of letters",
    "tanda-tangan": "Forms of signature",
    "profil": "Profiles",
    "kit": "Kit: stamps, boards and other pieces",
}


def main() -> None:
    """Write the pictures and ``README.md``."""
    found: dict[str, list[str]] = {section: [] for section in HEADINGS}
    total = 0
    for section, name, image in pictures():
        path = FOLDER / f"{section}-{name}.png"
        image.quantize(COLORS, dither=0).save(path, optimize=True)
        total += path.stat().st_size
        found[section].append(f"### {name}\n\n![{section} {name}]({path.name})\n")
    parts = [
        "---\norphan: true\n---\n\n# Gallery\n\nMade by `docs/gallery/make.py` from invented data; nothing here is a real village.\n"
    ]
    for section, heading in HEADINGS.items():
        parts.append(f"## {heading}\n\n" + "\n".join(found[section]))
    (FOLDER / "README.md").write_text("\n".join(parts), encoding="utf-8", newline="\n")
    print(f"{sum(map(len, found.values()))} pictures, {total / 1000:.0f} kB")


if __name__ == "__main__":
    main()
