"""Crests of every kind that villages have come out right, or are refused with a reason."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image as Pillow
from PIL import ImageChops, ImageStat

from kopsurat.backends.drawings import svg_path_stream
from kopsurat.backends.pdf import Level, render
from kopsurat.backends.pdf.srgb import srgb_profile
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


def test_a_drawn_crest_in_256_colours_looks_the_same() -> None:
    data = (Path(__file__).parents[2] / "examples" / "sukamaju" / "lambang.png").read_bytes()
    small = Pillow.open(io.BytesIO(data)).resize((170, 208), Pillow.Resampling.LANCZOS)
    out = io.BytesIO()
    small.save(out, "PNG")
    png = crest_png(read_image(out.getvalue(), name="lambang.png"), SIDE, SIDE, flat=True)
    shown = Pillow.open(io.BytesIO(png))
    paper = Pillow.new("RGB", small.size, "white")
    paper.paste(small, mask=small.getchannel("A"))
    difference = ImageChops.difference(shown.convert("RGB"), paper)
    assert shown.mode == "P"
    assert max(high for _, high in difference.getextrema()) < 20
    assert max(ImageStat.Stat(difference).rms) < 2.5


QUARTERS = ((255, 0, 0), (0, 160, 0), (0, 0, 255), (255, 255, 0))
"""The colours of a picture's quarters, row by row."""

CAMERA_TURNS = {
    1: None,
    2: Pillow.Transpose.FLIP_LEFT_RIGHT,
    3: Pillow.Transpose.ROTATE_180,
    4: Pillow.Transpose.FLIP_TOP_BOTTOM,
    5: Pillow.Transpose.TRANSPOSE,
    6: Pillow.Transpose.ROTATE_90,
    7: Pillow.Transpose.TRANSVERSE,
    8: Pillow.Transpose.ROTATE_270,
}
"""How a camera that writes this orientation stores what it saw."""


def _photo(orientation: int, kind: str = "JPEG", mode: str = "RGB", **options: Any) -> Image:
    seen = Pillow.new("RGB", (300, 400))
    for at, color in enumerate(QUARTERS):
        seen.paste(color, (150 * (at % 2), 200 * (at // 2), 150 * (at % 2) + 150, 200 * (at // 2) + 200))
    turn = CAMERA_TURNS[orientation]
    stored = (seen if turn is None else seen.transpose(turn)).convert(mode)
    exif = Pillow.Exif()
    exif[0x010F], exif[0x0112] = "Kamera", orientation
    out = io.BytesIO()
    stored.save(out, kind, exif=exif, quality=95, **options)
    return read_image(out.getvalue(), name="foto")


def _quarters(picture: Pillow.Image) -> tuple[tuple[int, ...], ...]:
    shown = picture.convert("RGB")
    wide, high = shown.size
    places = [(x * wide // 4, y * high // 4) for y in (1, 3) for x in (1, 3)]
    return tuple(shown.getpixel(place) for place in places)  # type: ignore[misc]


def _is_upright(picture: Pillow.Image) -> bool:
    found = zip(_quarters(picture), QUARTERS, strict=True)
    return all(abs(a - b) <= 6 for one, other in found for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
@pytest.mark.parametrize("orientation", CAMERA_TURNS)
def test_a_photo_stands_as_the_camera_was_held(orientation: int, kind: str) -> None:
    photo = _photo(orientation, kind)
    assert (photo.width, photo.height) == (300, 400)
    shown = Pillow.open(io.BytesIO(crest_png(photo, mm(24), mm(32))))
    assert shown.size == (208, 277)
    assert _is_upright(shown)


@pytest.mark.parametrize("options", [{"mode": "CMYK"}, {"icc_profile": srgb_profile()}])
def test_a_photo_whose_colors_are_turned_into_srgb_is_upright_too(options: Any) -> None:
    assert _is_upright(Pillow.open(io.BytesIO(crest_png(_photo(6, **options), mm(24), mm(32)))))


def test_a_photo_is_upright_in_every_format(make: Any) -> None:
    import pypdfium2

    from kopsurat import render as render_as
    from kopsurat.layout.model import Picture

    picture = Picture(image=_photo(8), width=mm(60), height=mm(80), alt="Balai desa")
    document = make.document(picture, head=())
    left, top = make.page.left / 20, make.page.top / 20
    box = (left, top, left + 60 / 25.4 * 72, top + 80 / 25.4 * 72)
    pdf = pypdfium2.PdfDocument(render(document))
    page = pdf[0].render(scale=1).to_pil()
    pdf.close()
    assert _is_upright(page.crop(tuple(map(round, box))))
    png = Pillow.open(io.BytesIO(render_as(document, "png")))
    assert _is_upright(png.crop(tuple(round(side * 150 / 72) for side in box)))
    with zipfile.ZipFile(io.BytesIO(render_as(document, "docx"))) as archive:
        (media,) = [name for name in archive.namelist() if name.startswith("word/media/")]
        assert _is_upright(Pillow.open(io.BytesIO(archive.read(media))))


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=60), st.sampled_from([b"II*\0\x08\0\0\0", b"MM\0*\0\0\0\x08", b""]))
def test_a_damaged_exif_block_does_no_harm(noise: bytes, head: bytes) -> None:
    block = b"Exif\0\0" + head + noise
    data = KINDS["JPEG"][0].data
    image = read_image(data[:2] + b"\xff\xe1" + struct.pack(">H", len(block) + 2) + block + data[2:])
    assert (image.width, image.height) == (300, 300)
    assert 1 <= image.orientation <= 8


def test_the_first_frame_of_an_animation_is_shown() -> None:
    out = io.BytesIO()
    frames = [Pillow.new("RGB", (60, 60), color) for color in (GREEN, (255, 0, 0))]
    frames[0].save(out, "PNG", save_all=True, append_images=frames[1:])
    assert _pixel(crest_png(read_image(out.getvalue()), SIDE, SIDE)) == GREEN


@pytest.mark.parametrize(
    ("color_type", "samples", "expected"),
    [
        (2, (0x2000, 0x8000, 0xF000), (32, 128, 240)),
        (4, (0x8000, 0xFFFF), (128, 128, 128)),
        (6, (0x2000, 0x8000, 0xF000, 0x8000), (143, 191, 247)),
    ],
)
def test_sixteen_bits_a_channel_become_eight(color_type: int, samples: Any, expected: Any) -> None:
    row = b"\0" + struct.pack(f">{len(samples)}H", *samples) * 64
    head = struct.pack(">IIBBBBB", 64, 64, 16, color_type, 0, 0, 0)
    data = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in ((b"IHDR", head), (b"IDAT", zlib.compress(row * 64)), (b"IEND", b""))
    )
    shown = _pixel(crest_png(read_image(data), SIDE, SIDE, flat=True))
    assert all(abs(a - b) <= 1 for a, b in zip(shown, expected, strict=True))


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "TIFF", "BMP"])
def test_other_kinds_are_refused_by_name(kind: str) -> None:
    out = io.BytesIO()
    Pillow.new("RGB", (10, 10)).save(out, kind)
    with pytest.raises(InvalidImage) as caught:
        read_image(out.getvalue(), name="lambang")
    assert caught.value.code == "image-kind-unknown"


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


@pytest.mark.parametrize("chunk", [b"zTXt", b"iCCP"])
def test_a_bomb_in_what_is_not_the_picture_is_refused(chunk: bytes) -> None:
    data = KINDS["RGB"][0].data
    body = b"x\0\0" + zlib.compress(bytes(100_000_000), 9)
    packed = struct.pack(">I", len(body)) + chunk + body + struct.pack(">I", zlib.crc32(chunk + body))
    with pytest.raises(InvalidImage) as caught:
        crest_png(read_image(data[:33] + packed + data[33:]), SIDE, SIDE)
    assert caught.value.code == "image-damaged"


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
        ('<svg width="9" height="9" viewBox="0 0 1 1"><path/></svg>', "", "svg-unsupported"),
        ('<symbol id="a" viewBox="0 0 1 1"><path/></symbol><use href="#a"/>', "", "svg-unsupported"),
        ('<rect width="9" height="9" fill="warnanya"/>', "", "svg-unsupported"),
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


def test_a_picture_is_shown_without_its_bytes() -> None:
    image = read_image(_png("RGB", GREEN).data, name="lambang.png")
    assert repr(image) == f"Image('lambang.png', image/png, {len(image.data)} bytes)"
