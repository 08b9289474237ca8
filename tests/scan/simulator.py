"""From a QR code to the picture that a clerk holds: print, photocopies, stains, a telephone's camera.

Everything is numpy and Pillow, and follows from one seed. Lengths are millimetres on paper, gray values
0 (black) to 255. The numbers are those of the study behind the format (docs/reference/seal.md).
"""

from __future__ import annotations

import io
import math
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from kopsurat.qr import QUIET_ZONE, QrMatrix

Picture = NDArray[np.float64]
Random = np.random.Generator

DOTS = 300 / 25.4
"""Printer dots per millimetre."""
MARGIN = 10.0
"""Paper with text around the quiet zone."""


@dataclass(frozen=True, kw_only=True)
class Print:
    """A patch of paper and where its code lies: ``start`` to ``end`` in dots, on both axes."""

    picture: Picture
    start: float
    end: float


@dataclass(frozen=True, kw_only=True)
class Camera:
    """How a picture is taken: pixels per millimetre, blur in mm, noise, JPEG quality, turn, tilt, light."""

    pixels: float
    blur: float
    noise: float
    quality: int
    turn: float = 15
    tilt: float = 0.04
    dark: float = 0.75
    light: float = 1.0
    motion: float = 0.0


CLOSE = Camera(pixels=10, blur=0.07, noise=5, quality=60, tilt=0.03)
MIDDLE = Camera(pixels=8, blur=0.10, noise=8, quality=30, turn=20, tilt=0.05, dark=0.5)
CHEAP = Camera(pixels=6.5, blur=0.12, noise=9, quality=45, turn=25, tilt=0.05, dark=0.5, light=0.95)
PAGE = Camera(pixels=5, blur=0.10, noise=5, quality=50, turn=6, tilt=0.02, dark=0.7)
FAR_PAGE = Camera(pixels=3.7, blur=0.12, noise=5, quality=45, turn=6, tilt=0.02, dark=0.7)
FLATBED = Camera(pixels=200 / 25.4, blur=0.05, noise=3, quality=75, turn=1.5, tilt=0, dark=0.95)


# ---------------------------------------------------------------- paper


def printed(matrix: QrMatrix, size: float, rng: Random) -> Print:
    """Print a code of ``size`` mm between lines of text, as a laser printer of 300 dpi does."""
    module = size / matrix.size
    side = round((size + 2 * QUIET_ZONE * module + 2 * MARGIN) * DOTS)
    start = (MARGIN + QUIET_ZONE * module) * DOTS
    edges = np.round(start + np.arange(matrix.size + 1) * module * DOTS).astype(int)
    paper = np.full((side, side), 255.0)
    for row, column, length in matrix.dark_runs():
        paper[edges[row] : edges[row + 1], edges[column] : edges[column + length]] = 0
    _write_around(paper, rng)
    return Print(picture=_toner(paper, rng), start=start, end=start + size * DOTS)


def _write_around(paper: Picture, rng: Random) -> None:
    """Put bars like words on the margin, 1 mm away from the quiet zone."""
    side = paper.shape[0]
    inner = int((MARGIN - 1) * DOTS)
    for y in range(0, side, int(5 * DOTS)):
        x = 0
        while x < side:
            width, height = int(rng.uniform(3, 12) * DOTS), int(2.2 * DOTS)
            is_clear = x + width <= inner or x >= side - inner or y + height <= inner or y >= side - inner
            if is_clear:
                for stroke in range(x, min(x + width, side), 7):
                    paper[y : y + height, stroke : stroke + int(rng.integers(2, 5))] = 0
            x += width + int(1.5 * DOTS)


def _toner(paper: Picture, rng: Random) -> Picture:
    spread = blurred(paper, 0.03 * DOTS) + blurred(rng.normal(0, 60, paper.shape), 0.8)
    black, white = rng.uniform(20, 45), rng.uniform(225, 245)
    return blurred(np.where(spread < 127 + rng.uniform(-20, 45), black, white), 0.5)


def photocopied(page: Print, rng: Random) -> Print:
    """Copy once: a little skew and blur, a hard tone curve, dust and streaks."""
    height, width = page.picture.shape
    angle, scale = math.radians(rng.uniform(-1, 1)), rng.uniform(0.985, 1.01)
    cos, sin = math.cos(angle) / scale, math.sin(angle) / scale
    cx, cy = width / 2, height / 2
    turn = (cos, sin, cx - cos * cx - sin * cy, -sin, cos, cy + sin * cx - cos * cy)
    copy = _transformed(page.picture, (width, height), Image.Transform.AFFINE, turn, 235)
    copy = blurred(copy, rng.uniform(0.05, 0.09) * DOTS) + blurred(rng.normal(0, 22, copy.shape), 0.9)
    threshold, softness = rng.uniform(105, 165), rng.uniform(14, 24)
    tone = 1 / (1 + np.exp(-(copy - threshold) / softness))
    low, high = rng.uniform(55, 110), rng.uniform(215, 240)
    copy = low + (high - low) * tone
    for _ in range(copy.size // 6000):
        y, x, r = rng.integers(0, height), rng.integers(0, width), int(rng.integers(1, 3))
        copy[max(0, y - r) : y + r, max(0, x - r) : x + r] = rng.choice([low, high])
    if rng.random() < 0.5:
        x = int(rng.integers(0, width))
        copy[:, x : x + int(rng.integers(1, 3))] = low + 40
    return replace(page, picture=copy)


def stained(page: Print, share: float, rng: Random) -> Print:
    """Cover about ``share`` of the code by soft patches of glare, dirt or paper."""
    yy, xx = np.mgrid[0 : page.picture.shape[0], 0 : page.picture.shape[1]].astype(float)
    side = page.end - page.start
    inside = (xx >= page.start) & (xx < page.end) & (yy >= page.start) & (yy < page.end)
    mask = np.zeros(page.picture.shape)
    for _ in range(30):
        area = share * side * side * rng.uniform(0.35, 0.8)
        ratio, angle = rng.uniform(0.5, 2), rng.uniform(0, math.pi)
        rx, ry = math.sqrt(area / math.pi * ratio), math.sqrt(area / math.pi / ratio)
        x, y = xx - rng.uniform(page.start, page.end), yy - rng.uniform(page.start, page.end)
        u, v = x * math.cos(angle) + y * math.sin(angle), y * math.cos(angle) - x * math.sin(angle)
        trial = np.maximum(mask, ((u / rx) ** 2 + (v / ry) ** 2 <= 1).astype(float))
        if trial[inside].mean() <= share * 1.15:
            mask = trial
        if mask[inside].mean() >= share * 0.85:
            break
    soft = blurred(mask, 3)
    over = {"glare": 255.0, "dirt": page.picture * 0.25 + 15, "paper": 128.0}[
        str(rng.choice(["glare", "dirt", "paper"]))
    ]
    return replace(page, picture=page.picture * (1 - soft) + over * soft)


def stamped(page: Print, rng: Random) -> Print:
    """Lay the rings of a wet office stamp, 34 mm across, over a corner of the code."""
    radius = 17 * DOTS
    angle = rng.uniform(0, 2 * math.pi)
    away = (page.end - page.start) / 2 + rng.uniform(0.15, 0.75) * radius
    middle = (page.start + page.end) / 2
    yy, xx = np.mgrid[0 : page.picture.shape[0], 0 : page.picture.shape[1]].astype(float)
    dx, dy = xx - middle - away * math.cos(angle), yy - middle - away * math.sin(angle)
    distance, around = np.hypot(dx, dy), np.arctan2(dy, dx)
    ink = np.zeros(page.picture.shape, bool)
    for ring, width in ((1.0, 0.9), (0.9, 0.4), (0.62, 0.4)):
        ink |= np.abs(distance - ring * radius) < width * DOTS / 2
    spokes = np.abs((around * 26 / (2 * math.pi)) % 1 - 0.5) < 0.12
    ink |= spokes & (distance > 0.7 * radius) & (distance < 0.84 * radius)
    ink |= (np.abs(dy) < 0.12 * radius) & (np.abs(dx) < 0.5 * radius) & ((dx / DOTS) % 2 < 0.8)
    cover = blurred(ink * (1 - rng.uniform(0.38, 0.6)), 0.8)
    patchy = np.clip(blurred(rng.normal(1.0, 0.6, ink.shape), 2), 0, 1.2)
    return replace(page, picture=page.picture * np.clip(1 - cover * patchy, 0, 1))


# ---------------------------------------------------------------- camera


def taken(page: Print, camera: Camera, rng: Random) -> Image.Image:
    """Photograph the paper: perspective, defocus, motion, uneven light, noise, JPEG."""
    scale = camera.pixels / DOTS
    source = blurred(page.picture, 0.42 / scale) if scale < 1 else page.picture
    height, width = source.shape
    out = (int(width * scale * 1.12), int(height * scale * 1.12))
    shot = _transformed(source, out, Image.Transform.PERSPECTIVE, _view(source, out, camera, rng))
    shot = blurred(shot, max(0.3, camera.blur * camera.pixels))
    if camera.motion:
        shot = _moved(shot, camera.motion * camera.pixels, rng.uniform(0, math.pi))
    shot *= _lighting(shot.shape, camera, rng)
    shot += rng.normal(0, camera.noise, shot.shape)
    return _as_jpeg(Image.fromarray(np.clip(shot, 0, 255).astype(np.uint8)), camera.quality)


def _view(paper: Picture, out: tuple[int, int], camera: Camera, rng: Random) -> tuple[float, ...]:
    """Return the eight numbers that take a pixel of the picture back to the paper."""
    height, width = paper.shape
    scale = camera.pixels / DOTS
    angle = math.radians(rng.uniform(-camera.turn, camera.turn))
    corners = np.array([[-width, -height], [width, -height], [width, height], [-width, height]]) / 2
    turn = np.array([[math.cos(angle), math.sin(angle)], [-math.sin(angle), math.cos(angle)]])
    seen = corners @ turn * scale
    seen += rng.uniform(-camera.tilt, camera.tilt, seen.shape) * min(out)
    seen += np.array(out) / 2 + rng.uniform(0, 1, 2)
    places = corners + np.array([width, height]) / 2
    rows, values = [], []
    for (x, y), (u, v) in zip(seen, places, strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y])
        values += [u, v]
    return tuple(np.linalg.solve(np.array(rows), np.array(values)))


def _lighting(shape: tuple[int, ...], camera: Camera, rng: Random) -> Picture:
    yy, xx = np.mgrid[0 : shape[0], 0 : shape[1]].astype(float)
    angle = rng.uniform(0, 2 * math.pi)
    ramp = (xx / shape[1] - 0.5) * math.cos(angle) + (yy / shape[0] - 0.5) * math.sin(angle) + 0.5
    lit: Picture = camera.dark + (camera.light - camera.dark) * np.clip(ramp, 0, 1)
    return lit


def _moved(picture: Picture, length: float, angle: float) -> Picture:
    steps = max(2, round(length))
    total = np.zeros(picture.shape)
    for step in range(steps + 1):
        offset = step - steps / 2
        shift = (round(offset * math.sin(angle)), round(offset * math.cos(angle)))
        total += np.roll(picture, shift, (0, 1))
    return total / (steps + 1)


def one_bit(picture: Image.Image) -> Image.Image:
    """Scan to black and white only, as office scanners do to save space."""
    return picture.point(lambda value: 255 if value > 140 else 0)


def _as_jpeg(picture: Image.Image, quality: int) -> Image.Image:
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=quality)
    return Image.open(io.BytesIO(buffer.getvalue())).convert("L")


def _transformed(
    picture: Picture,
    size: tuple[int, int],
    method: Image.Transform,
    numbers: tuple[float, ...],
    paper: int = 230,
) -> Picture:
    image = Image.fromarray(np.clip(picture, 0, 255).astype(np.uint8))
    moved = image.transform(size, method, numbers, Image.Resampling.BILINEAR, fillcolor=paper)
    return np.asarray(moved).astype(float)


def blurred(picture: Picture, sigma: float) -> Picture:
    """Return the picture under a Gaussian blur of ``sigma`` pixels."""
    if sigma < 0.2:
        return picture
    reach = max(1, math.ceil(3 * sigma))
    kernel = np.exp(-0.5 * (np.arange(-reach, reach + 1) / sigma) ** 2)
    kernel /= kernel.sum()
    for axis in (0, 1):
        edges = [(reach, reach) if axis == each else (0, 0) for each in (0, 1)]
        wide = np.pad(picture, edges, mode="edge")
        size = picture.shape[axis]
        parts = [wide.take(range(k, k + size), axis) * kernel[k] for k in range(2 * reach + 1)]
        picture = np.sum(parts, axis=0)
    return picture


# ---------------------------------------------------------------- conditions


def copies(page: Print, count: int, rng: Random) -> Print:
    """Photocopy a photocopy, ``count`` times in all."""
    for _ in range(count):
        page = photocopied(page, rng)
    return page


Condition = Callable[[Print, Random], Image.Image]

PLAIN: dict[str, Condition] = {
    "close, 10 px/mm": lambda page, rng: taken(page, CLOSE, rng),
    "middle, 8 px/mm": lambda page, rng: taken(page, MIDDLE, rng),
    "cheap phone, 6.5 px/mm": lambda page, rng: taken(page, CHEAP, rng),
    "photo of the page, 5 px/mm": lambda page, rng: taken(page, PAGE, rng),
    "photo of the page, 3.7 px/mm": lambda page, rng: taken(page, FAR_PAGE, rng),
    "flatbed scanner, 200 dpi": lambda page, rng: taken(page, FLATBED, rng),
    "flatbed scanner, 200 dpi, 1 bit": lambda page, rng: one_bit(taken(page, FLATBED, rng)),
}
COPIES: dict[str, Condition] = {
    "one photocopy, close": lambda page, rng: taken(copies(page, 1, rng), CLOSE, rng),
    "two photocopies, middle": lambda page, rng: taken(copies(page, 2, rng), MIDDLE, rng),
    "two photocopies, photo of the page": lambda page, rng: taken(copies(page, 2, rng), PAGE, rng),
}
HARD: dict[str, Condition] = {
    "motion of 0.5 mm": lambda page, rng: taken(page, replace(MIDDLE, motion=0.5), rng),
    "stamp over a corner": lambda page, rng: taken(stamped(page, rng), CLOSE, rng),
    "stain over 5 %": lambda page, rng: taken(stained(page, 0.05, rng), CLOSE, rng),
    "stain over 10 %": lambda page, rng: taken(stained(page, 0.10, rng), CLOSE, rng),
}
CONDITIONS = {**PLAIN, **COPIES, **HARD}


def frame(matrix: QrMatrix, size: float, condition: str, seed: int) -> Image.Image:
    """Return one picture of a code of ``size`` mm under a condition; the same seed, the same picture."""
    rng = np.random.default_rng([seed, *condition.encode()])
    return CONDITIONS[condition](printed(matrix, size, rng), rng)
