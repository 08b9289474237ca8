"""Pictures of the pieces of a kit, for the gallery."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pypdfium2
import samples
from PIL import Image

from kopsurat.backends.drawings import rasterize_svg
from kopsurat.backends.pdf import draw, render
from kopsurat.content.images import Image as Picture
from kopsurat.kit import (
    StampOwner,
    compose_board,
    compose_card,
    compose_contact_poster,
    compose_envelope,
    compose_stamp_sheet,
    compose_verification_poster,
    draw_request_form,
    draw_stamp,
    svg_of,
    typeset_card_sheet,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kopsurat.office import Office

EDGE = (120, 120, 120)
STAMP = 420
CONTACTS = {
    "telepon": ["(0267) 555231", "0812-0000-0231 (WA)"],
    "email": "sekretariat@sukamaju.desa.id",
    "website": "https://sukamaju.desa.id",
    "jam_layanan": "Senin–Jumat 08.00–15.00 WIB",
}
BALI = {
    "jenis": "bali",
    "kabupaten": "ᬧᭂᬫᭂᬭᬶᬦ᭄ᬢᬄ ᬓᬩᬸᬧᬢᬾᬦ᭄ ᬚᭂᬫ᭄ᬩ᭄ᬭᬦ",
    "kecamatan": "ᬓᭂᬘᬫᬢᬦ᭄ ᬧᭂᬓᬸᬢᬢᬦ᭄",
    "desa": "ᬤᬾᬰ ᬧᭂᬗᬾᬭᬕᭀᬯᬦ᭄",
}
BALINESE = {"nama": "Pengeragoan", "kecamatan": "Pekutatan", "kabupaten": "Jembrana", "kepala": "Perbekel"}


def kit_pictures() -> Iterator[tuple[str, Image.Image]]:
    """Yield a name and a picture for every kind of piece."""
    office = replace(samples.office(kontak=CONTACTS), host="sukamaju.desa.id")
    gampong = samples.office(desa={"sebutan": "Gampong", "nama": "Blang"})
    yield (
        "stempel",
        beside(*(stamp(office, owner) for owner in StampOwner), stamp(gampong, StampOwner.KEPALA)),
    )
    yield "lembar-stempel", framed(page(render(compose_stamp_sheet(office)), 60))
    boards = (office, samples.office(desa=BALINESE, kontak=CONTACTS, aksara=BALI))
    yield "papan", beside(*(framed(page(render(compose_board(each, width=1000)), 11)) for each in boards))
    posters = (compose_contact_poster(office), compose_verification_poster(office))
    yield "poster", beside(*(framed(page(render(poster), 60)) for poster in posters))
    card = render(compose_card(office, office.signatories[0]))
    yield "kartu", beside(*(framed(page(card, 120, at)) for at in (0, 1)))
    yield "lembar-kartu", framed(page(draw(typeset_card_sheet(office, office.signatories[0])), 55))
    yield "amplop", framed(page(render(compose_envelope(office)), 80))
    yield "formulir", framed(page(draw_request_form(office), 60))


def page(pdf: bytes, dpi: float, number: int = 0) -> Image.Image:
    """Return a page as a picture."""
    document = pypdfium2.PdfDocument(pdf)
    document.init_forms()
    return document[number].render(scale=dpi / 72).to_pil().convert("RGB")


def stamp(office: Office, owner: StampOwner) -> Image.Image:
    """Return a stamp on white, three times its size on a screen."""
    svg = svg_of(draw_stamp(office, owner))
    picture = Picture(data=svg, media="image/svg+xml", width=1, height=1, name=owner.value)
    drawn = Image.open(io.BytesIO(rasterize_svg(picture, (STAMP, STAMP))))
    white = Image.new("RGB", drawn.size, "white")
    white.paste(drawn, mask=drawn.getchannel("A"))
    return white


def framed(image: Image.Image) -> Image.Image:
    """Return a picture with a thin line round it, which shows the edge of the paper."""
    edge = Image.new("RGB", (image.width + 2, image.height + 2), EDGE)
    edge.paste(image, (1, 1))
    return edge


def beside(*images: Image.Image) -> Image.Image:
    """Return pictures in a row."""
    gap = 16
    width = sum(image.width + gap for image in images) - gap
    row = Image.new("RGB", (width, max(image.height for image in images)), "white")
    x = 0
    for image in images:
        row.paste(image, (x, 0))
        x += image.width + gap
    return row
