"""Crests of every kind that villages have come out right, or are refused with a reason."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image as Pillow

from kopsurat.backends.drawings import svg_path_stream
from kopsurat.backends.pdf import Level, render
from kopsurat.backends.pictures import MAX_PPI, crest_png, crest_raster
from kopsurat.content.images import Image, read_image
from kopsurat.errors import InvalidImage
from kopsurat.layout.measures import mm

SIDE = mm(24)
GREEN = (20, 110, 60)


def _png(mode: str, color: Any, size: tuple[int, int] = (300, 300), **options: Any) -> Image:
    out = io.BytesIO()
    picture = Pillow.new(mode, size, color)
    picture.save(out, "PNG", **options)
    return read_image(out.getvalue(), name="lambang.png")


def _jpeg(mode: str, color: Any, size: tuple[int, int] = (300, 300), **options: Any) -> Image:
    out = io.BytesIO()
    Pillow.new(mode, size, color).save(out, "JPEG", quality=95, **options)
    return read_image(out.getvalue(), name="lambang.jpg")


def _pixel(png: bytes) -> tuple[int, ...]:
    pixel = Pillow.open(io.BytesIO(png)).convert("RGB").getpixel((20, 20))
    assert isinstance(pixel, tuple)
    return pixel


def _svg(body: str, head: str = "", box: str = "0 0 600 720") -> Image:
    namespace = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return read_image(f'{head}<svg {namespace} viewBox="{box}">{body}</svg>'.encode(), name="lambang.svg")


KINDS = {
    "RGB": (_png("RGB", GREEN), GREEN),
    "RGBA": (_png("RGBA", (*GREEN, 255)), GREEN),
    "half transparent": (_png("RGBA", (0, 0, 0, 128)), (127, 127, 127)),
    "gray": (_png("L", 100), (100, 100, 100)),
    "gray and alpha": (_png("LA", (100, 255)), (100, 100, 100)),
    "black and white": (_png("1", 1), (255, 255, 255)),
    "palette": (_png("P", 0), (0, 0, 0)),
    "16-bit gray": (_png("I;16", 0x8000), (128, 128, 128)),
    "JPEG": (_jpeg("RGB", GREEN), GREEN),
    "progressive JPEG": (_jpeg("RGB", GREEN, progressive=True), GREEN),
    "gray JPEG": (_jpeg("L", 100), (100, 100, 100)),
    "CMYK JPEG": (_jpeg("CMYK", (0, 255, 255, 0)), (255, 0, 0)),
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_of_any_kind_keeps_its_color(kind: str) -> None:
    image, color = KINDS[kind]
    shown = _pixel(crest_png(image, SIDE, SIDE, flat=True))
    assert all(abs(a - b) <= 2 for a, b in zip(shown, color, strict=True))


def test_a_huge_picture_is_reduced_to_what_paper_shows() -> None:
    picture = Pillow.open(io.BytesIO(crest_png(_png("RGB", GREEN, (3000, 3000)), SIDE, SIDE)))
    assert picture.size == (round(24 / 25.4 * MAX_PPI),) * 2


def test_a_small_picture_is_not_blown_up() -> None:
    assert Pillow.open(io.BytesIO(crest_png(_png("RGB", GREEN, (40, 50)), SIDE, SIDE))).size == (40, 50)


def test_transparency_is_kept_unless_white_is_asked_for() -> None:
    image = _png("RGBA", (0, 0, 0, 0))
    assert Pillow.open(io.BytesIO(crest_png(image, SIDE, SIDE))).mode == "RGBA"
    assert _pixel(crest_png(image, SIDE, SIDE, flat=True)) == (255, 255, 255)


def test_nothing_of_the_file_travels_along_but_its_pixels() -> None:
    from PIL import PngImagePlugin

    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", "Komputer Kantor")
    png = crest_png(_png("RGB", GREEN, pnginfo=notes, dpi=(300, 300)), SIDE, SIDE)
    assert b"Komputer" not in png
    assert b"pHYs" not in png


def test_the_raster_holds_the_rows_of_the_picture() -> None:
    raster = crest_raster(KINDS["RGB"][0], SIDE, SIDE)
    rows = zlib.decompress(raster.stream)
    assert len(rows) == raster.height * (1 + -(-raster.width * raster.channels * raster.bits // 8))


def test_a_picture_of_many_colors_stays_small() -> None:
    noise = Pillow.effect_noise((400, 400), 90).convert("RGB").rotate(3)
    merged = Pillow.merge(
        "RGB", (noise.getchannel(0), noise.rotate(90).getchannel(0), noise.rotate(180).getchannel(0))
    )
    out = io.BytesIO()
    merged.save(out, "PNG")
    assert len(crest_png(read_image(out.getvalue()), SIDE, SIDE)) < 50_000


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[: len(data) // 2],
        lambda data: data[:40] + b"\0" * 40 + data[80:],
        lambda data: data[:60],
    ],
    ids=["cut", "overwritten", "only a head"],
)
@pytest.mark.parametrize("kind", ["RGB", "JPEG"])
def test_a_damaged_picture_is_refused(damage: Any, kind: str) -> None:
    data = damage(KINDS[kind][0].data)
    image = Image(data=data, media=KINDS[kind][0].media, width=300, height=300, name="lambang")
    try:
        crest_png(image, SIDE, SIDE)
    except InvalidImage as error:
        assert error.code == "image-damaged"
    else:
        assert kind == "JPEG"


def test_a_bomb_is_refused_unread() -> None:
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + head
    data = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))
    with pytest.raises(InvalidImage) as caught:
        crest_png(read_image(data), SIDE, SIDE)
    assert caught.value.code == "image-too-many-pixels"


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["RGB", "JPEG", "palette"]), st.integers(0, 400))
def test_whatever_a_file_holds_there_is_never_another_error(noise: bytes, kind: str, at: int) -> None:
    source = KINDS[kind][0]
    data = source.data[:at] + noise + source.data[at + len(noise) :]
    try:
        crest_png(read_image(data), SIDE, SIDE)
    except InvalidImage as error:
        assert error.code.startswith("image-")


SHAPES = (
    '<path d="M20 20H580V420L300 700L20 420Z" fill="#146e3c" stroke="#f0c828" stroke-width="12"/>'
    '<g id="a"><circle cx="300" cy="270" r="120" fill="#f0c828"/></g><use href="#a" x="10"/>'
)


EXPLOSION = '<g id="n0"><path/></g>' + "".join(
    f'<g id="n{at}">' + f'<use href="#n{at - 1}"/>' * 20 + "</g>" for at in range(1, 5)
)


def test_a_drawing_becomes_paths_in_a_unit_square() -> None:
    stream = svg_path_stream(_svg(SHAPES))
    assert stream.startswith(b"q .001 0 0 .001 0 0 cm")
    assert b"BT" not in stream


def test_a_drawing_becomes_a_picture_for_word() -> None:
    picture = Pillow.open(io.BytesIO(crest_png(_svg(SHAPES), mm(20), mm(24))))
    assert picture.size == (173, 208)
    middle = picture.convert("RGBA").getpixel((86, 78))
    assert isinstance(middle, tuple)
    assert middle[:3] == (240, 200, 40)
    corner = picture.convert("RGBA").getpixel((0, 207))
    assert isinstance(corner, tuple)
    assert corner[3] == 0


@pytest.mark.parametrize(
    ("body", "head", "code"),
    [
        ("<script>alert(1)</script>", "", "svg-unsafe"),
        ('<path onclick="x()" d="M0 0"/>', "", "svg-unsafe"),
        ('<use href="file:///etc/passwd"/>', "", "svg-unsafe"),
        ('<use xlink:href="https://contoh.id/a.svg#b"/>', "", "svg-unsafe"),
        ('<rect width="9" height="9" fill="url(https://contoh.id/x)"/>', "", "svg-unsafe"),
        ("<style>@import 'https://contoh.id/x.css';</style>", "", "svg-unsafe"),
        ("<path/>", '<!DOCTYPE svg [<!ENTITY a "b">]>', "svg-unsafe"),
        ("<path/>", '<?xml version="1.0" encoding="utf-7"?>', "svg-unsafe"),
        ("<path/>", '<?xml-stylesheet href="https://contoh.id/x.css"?>', "svg-unsafe"),
        ('<image href="#a"/>', "", "svg-unsupported"),
        ("<text>Desa</text>", "", "svg-unsupported"),
        ('<linearGradient id="g"/>', "", "svg-unsupported"),
        ('<rect width="9" height="9" fill="url(#g)"/>', "", "svg-unsupported"),
        ('<rect width="9" height="9" fill-opacity="0.5"/>', "", "svg-unsupported"),
        ("<path>", "", "image-damaged"),
        ('<g id="a"><use href="#a"/></g>', "", "svg-too-large"),
        (EXPLOSION, "", "svg-too-large"),
    ],
)
def test_a_drawing_that_is_more_than_shapes_is_refused(body: str, head: str, code: str) -> None:
    with pytest.raises(InvalidImage) as caught:
        svg_path_stream(_svg(body, head))
    assert caught.value.code == code


@pytest.mark.tool
@pytest.mark.parametrize("kind", [*KINDS, "SVG"])
def test_a_letter_with_any_crest_conforms(kind: str, make: Any, verapdf: Any) -> None:
    image = _svg(SHAPES) if kind == "SVG" else KINDS[kind][0]
    document = make.document(make.paragraph("Isi."), head=make.letterhead(image))
    verapdf.accepts(render(document), "2a,ua1")
    verapdf.accepts(render(document, level=Level.A1B), "1b")
