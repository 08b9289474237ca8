"""The stamp (stempel) of an office: three rings, the governments around, the post across the middle.

Shape and words: Perbup Karawang 74/2020 art. 25–28 and annex D (4.0, 3.8 and 2.7 cm, two lines at most
1 cm apart); the small stamp: Permendagri 54/2009 art. 54 (1.8, 1.7 and 1.2 cm, at most 0.5 cm). No emblem
of any kind: UU 24/2009 art. 54 does not list the kepala desa.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final, NamedTuple

from kopsurat.arguments import expect
from kopsurat.errors import InvalidInput, InvalidOffice
from kopsurat.fields import FieldCheck
from kopsurat.fonts import face
from kopsurat.fonts.outlines import Outline, outlined
from kopsurat.kit.drawing import Circle, Drawing, Outlines, Path, Shape, place_glyph
from kopsurat.layout.office_words import unit_words
from kopsurat.letterhead import LetterheadVariant
from kopsurat.office import Office

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kopsurat.fonts import Face

__all__ = ["INK", "LARGE", "SMALL", "StampOwner", "StampSize", "StampWords", "draw_stamp", "stamp_words"]

INK: Final = "4B2A86"
"""Purple (ungu), as art. 30 wants the ink, in sRGB."""


class StampOwner(Enum):
    """Whose stamp it is; the value is the word of the command line."""

    KEPALA = "kepala-desa"
    SEKRETARIAT = "sekretariat"
    BPD = "bpd"


@dataclass(frozen=True, slots=True, kw_only=True)
class StampSize:
    """The measures of a stamp in millimetres: diameters to the outer edge of each ring, widths of lines.

    ``bar`` is how far apart the two lines across may be. ``largest`` and ``smallest`` bound the
    height of the capitals: smaller ones run together in rubber.
    """

    outer: float
    middle: float
    inner: float
    bar: float
    lines: tuple[float, float, float, float]
    largest: float
    smallest: float


LARGE: Final = StampSize(
    outer=40, middle=38, inner=27, bar=10, lines=(0.55, 0.25, 0.3, 0.3), largest=2.7, smallest=1.1
)
SMALL: Final = StampSize(
    outer=18, middle=17, inner=12, bar=5, lines=(0.25, 0.14, 0.16, 0.16), largest=1.25, smallest=0.55
)

_SIZE: Final = FieldCheck(StampSize, ())
_COLOR: Final = re.compile(r"[0-9A-Fa-f]{6}")
_STEP: Final = 0.98
"""By how much letters shrink from one attempt to the next."""
_TIGHTEST, _WIDEST = 0.03, 0.3
"""Space between the letters of the ring, in em."""
_STAR: Final = 0.62
"""The radius of a star, in heights of a capital; a little more than half, for its points are thin."""
_AROUND_STAR: Final = 0.7
"""The least space on either side of a star, in heights of a capital."""
_LONGEST_ARC: Final = math.radians(252)
"""How far a text may reach round the ring before its ends stand on their heads."""
_ONE_LINE: Final = 0.82
"""The share of the largest height from which the middle is set on one line."""
_THREE_LINES: Final = 1.12
"""How much higher the letters must become for a name of several words to be broken."""
_LEADING: Final = 0.62
_PADDING: Final = 0.62
"""The space between two lines of the middle, and over and under them, in heights of a capital."""
_SIDES: Final = 0.055
"""The white at both ends of a line of the middle, as a share of the inner circle."""
_NAME: Final = 1.25
"""How much larger the second line may be, which mostly holds the name alone."""


class StampWords(NamedTuple):
    """What a stamp reads, in capitals: round the top, round the bottom, across."""

    top: str
    bottom: str
    middle: str


def stamp_words(office: Office, owner: StampOwner) -> StampWords:
    """Return the words of a stamp, in the region's own terms.

    Raises :class:`InvalidOffice` ``stamp-not-for-office`` where the rule knows no such stamp: offices of
    RT, RW and LKD have none, a kelurahan has no BPD.
    """
    variant = office.letterhead.variant
    if variant in _WITHOUT or (owner is StampOwner.BPD and variant is LetterheadVariant.KELURAHAN):
        raise InvalidOffice("stamp-not-for-office", value=variant.value, owner=owner.value)
    return StampWords(
        top=f"Pemerintah {office.kabupaten}".upper(),
        bottom=str(office.kecamatan).upper(),
        middle=_middle(office, owner).upper(),
    )


_WITHOUT: Final = frozenset({LetterheadVariant.LKD, LetterheadVariant.RW, LetterheadVariant.RT})


def _middle(office: Office, owner: StampOwner) -> str:
    match owner:
        case StampOwner.KEPALA:
            return unit_words(office, LetterheadVariant.KEPALA)
        case StampOwner.SEKRETARIAT:
            return unit_words(office, LetterheadVariant.SEKRETARIAT)
        case StampOwner.BPD:
            is_own = office.letterhead.variant is LetterheadVariant.BPD and office.letterhead.institution
            return office.letterhead.institution if is_own else f"BPD {office.desa}"


def draw_stamp(
    office: Office, owner: StampOwner = StampOwner.KEPALA, *, size: StampSize = LARGE, color: str = INK
) -> Drawing:
    """Return the stamp of an office as a drawing of ``size.outer`` millimetres; :func:`svg_of` writes it.

    Names that are too long make the letters smaller, then break the middle over two lines. ``color`` has six
    hexadecimal digits, else :class:`~kopsurat.errors.InvalidInput` ``color-malformed``. Raises
    :class:`InvalidOffice` ``stamp-not-for-office``, ``stamp-ring-too-long`` and
    ``stamp-middle-too-long``, and :class:`~kopsurat.errors.MissingExtra` without the extra ``kit``.
    """
    expect(office, Office, "office")
    expect(owner, StampOwner, "owner")
    expect(size, StampSize, "size")
    _SIZE(size, "size")
    expect(color, str, "color")
    if not _COLOR.fullmatch(color):
        raise InvalidInput("color-malformed", path="color", value=color[:60])
    words = stamp_words(office, owner)
    letters = face("Arial", bold=True)
    shapes = [*_rings(size, color), *_ring_text(words, letters, size, color)]
    shapes += _bar(words.middle, office.desa.name.upper(), letters, size, color)
    return Drawing(
        width=size.outer,
        height=size.outer,
        shapes=tuple(shapes),
        title=f"Stempel {words.middle}",
        description=f"{words.top} ★ {words.bottom} ★ {words.middle}",
    )


# ---- rings


def _rings(size: StampSize, color: str) -> list[Circle]:
    center = size.outer / 2
    diameters = (size.outer, size.middle, size.inner)
    return [
        Circle(x=center, y=center, radius=(across - width) / 2, color=color, width=width)
        for across, width in zip(diameters, size.lines, strict=False)
    ]


class _Ring(NamedTuple):
    """How the ring is set: the em, the space between letters and the angles that both texts take."""

    em: float
    space: float
    top: float
    bottom: float


def _ring_text(words: StampWords, letters: Face, size: StampSize, color: str) -> list[Shape]:
    """Return both texts with their middles on the vertical axis, and a star in the middle of each gap."""
    radius = (size.middle / 2 - size.lines[1] + size.inner / 2) / 2
    top, bottom = outlined(words.top, letters), outlined(words.bottom, letters)
    capital = letters.cap_height / letters.units_per_em
    ring = _fit_ring(top, bottom, radius, capital, size)
    if ring is None:
        raise InvalidOffice(
            "stamp-ring-too-long", value=f"{words.top} ★ {words.bottom}", height=size.smallest
        )
    center, half = size.outer / 2, ring.em * capital / 2
    steps = [
        *_on_arc(top, ring, center, (radius - half, radius), is_top=True),
        *_on_arc(bottom, ring, center, (radius + half, radius), is_top=False),
    ]
    gap = (2 * math.pi - ring.top - ring.bottom) / 2
    angle = (ring.top + gap) / 2  # from the top
    shapes: list[Shape] = [Path(steps=tuple(steps), color=color)]
    for side in (-1, 1):
        turn = side * angle
        x, y = center + radius * math.sin(turn), center - radius * math.cos(turn)
        shapes.append(Path(steps=_star(x, y, 2 * half * _STAR, turn), color=color))
    return shapes


def _fit_ring(
    top: tuple[Outline, ...], bottom: tuple[Outline, ...], radius: float, capital: float, size: StampSize
) -> _Ring | None:
    """Return the largest setting that leaves room for both stars, or None."""
    widths = [sum(glyph.advance for glyph in text) for text in (top, bottom)]
    spaces = [len(top) - 1, len(bottom) - 1]
    height = size.largest
    while height >= size.smallest:
        em = height / capital
        stars = 2 * height * (2 * _STAR + 2 * _AROUND_STAR)
        room = 2 * math.pi * radius - stars - sum(widths) * em
        space = min(room / sum(spaces), _WIDEST * em)
        angles = [(width * em + count * space) / radius for width, count in zip(widths, spaces, strict=True)]
        if space >= _TIGHTEST * em and max(angles) <= _LONGEST_ARC:
            return _Ring(em, space, *angles)
        height *= _STEP
    return None


def _on_arc(
    text: tuple[Outline, ...], ring: _Ring, center: float, radii: tuple[float, float], *, is_top: bool
) -> Outlines:
    """Return glyphs along a circle; ``radii`` are those of the baseline and of the middle of the capitals.

    Advances are measured on the middle of the capitals, where letters that fan out above and
    letters that lean together below look equally far apart.
    """
    baseline, middle = radii
    angle = -(ring.top if is_top else ring.bottom) / 2
    steps: list[tuple[str, tuple[float, ...]]] = []
    for glyph in text:
        half = glyph.advance * ring.em / 2
        at = angle + half / middle
        turn = at if is_top else -at
        sine, cosine = math.sin(turn), math.cos(turn)
        side = -1 if is_top else 1
        # from the foot of the letter's middle back by half its width, along the letter
        x = center + side * baseline * -sine - half * cosine
        y = center + side * baseline * cosine - half * sine
        steps += place_glyph(glyph, ring.em, x=x, y=y, turn=turn)
        angle += (2 * half + ring.space) / middle
    return tuple(steps)


def _star(x: float, y: float, radius: float, turn: float) -> Outlines:
    """Return a star of five points, the first of which points away from the centre of the stamp."""
    inner = radius * math.sin(math.radians(18)) / math.sin(math.radians(54))
    points = []
    for at in range(10):
        angle, reach = turn + at * math.pi / 5, inner if at % 2 else radius
        points.append((x + reach * math.sin(angle), y - reach * math.cos(angle)))
    return (("M", points[0]), *(("L", point) for point in points[1:]), ("Z", ()))


# ---- the bar


class _Line(NamedTuple):
    text: str
    height: float


def _bar(text: str, name: str, letters: Face, size: StampSize, color: str) -> list[Shape]:
    """Return the two lines across the inner circle and what stands between them."""
    lines = _fit_bar(text, name, letters, size)
    if lines is None:
        raise InvalidOffice("stamp-middle-too-long", value=text, height=size.smallest)
    capital = letters.cap_height / letters.units_per_em
    center, within = size.outer / 2, size.inner / 2 - size.lines[2]
    block = _block(lines)
    bar = min(size.bar, max(block + 2 * _PADDING * lines[0].height, 0.72 * size.bar))
    shapes: list[Shape] = []
    for side in (-1, 1):
        y = side * (bar - size.lines[3]) / 2
        reach = math.sqrt(within**2 - y**2)
        ends = (("M", (center - reach, center + y)), ("L", (center + reach, center + y)))
        shapes.append(Path(steps=ends, color=color, width=size.lines[3]))
    steps: list[tuple[str, tuple[float, ...]]] = []
    y = center - block / 2
    for line in lines:
        y += line.height
        em = line.height / capital
        glyphs = outlined(line.text, letters)
        x = center - sum(glyph.advance for glyph in glyphs) * em / 2
        for glyph in glyphs:
            steps += place_glyph(glyph, em, x=x, y=y)
            x += glyph.advance * em
        y += _LEADING * lines[0].height
    return [*shapes, Path(steps=tuple(steps), color=color)]


def _fit_bar(text: str, name: str, letters: Face, size: StampSize) -> tuple[_Line, ...] | None:
    """Return one line where it is nearly as high as it may be, else two or three, the name apart.

    None where even then the letters would be smaller than ``size.smallest``.
    """
    one = _grown([text], letters, size)
    if one and one[0].height >= _ONE_LINE * size.largest:
        return one
    if text.endswith(f" {name}"):
        post, names = text.removesuffix(f" {name}"), name.split(" ")
        two = _grown([post, name], letters, size)
        three = _best([[post, *pair] for pair in _divided(names)], letters, size)
        if two and (three is None or three[0].height <= _THREE_LINES * two[0].height):
            return two
        if three:
            return three
    words = text.split(" ")
    return _best(list(_divided(words)), letters, size) or one


def _divided(words: list[str]) -> Iterator[list[str]]:
    """Yield every way to set words on two lines."""
    for at in range(1, len(words)):
        yield [" ".join(words[:at]), " ".join(words[at:])]


def _best(choices: list[list[str]], letters: Face, size: StampSize) -> tuple[_Line, ...] | None:
    found = [lines for texts in choices if (lines := _grown(texts, letters, size))]
    return max(found, key=lambda lines: lines[0].height, default=None)


def _grown(texts: list[str], letters: Face, size: StampSize) -> tuple[_Line, ...] | None:
    """Return the lines as high as they fit between the arcs of the inner circle, or None."""
    height = size.largest
    while height >= size.smallest:
        lines = tuple(_Line(text, height) for text in texts)
        if _fits(lines, letters, size):
            return _with_larger_name(lines, letters, size)
        height *= _STEP
    return None


def _with_larger_name(lines: tuple[_Line, ...], letters: Face, size: StampSize) -> tuple[_Line, ...]:
    if len(lines) != 2:  # noqa: PLR2004 - a post and a name
        return lines
    first, second = lines
    height = min(size.largest, first.height * _NAME)
    while height > second.height:
        larger = (first, _Line(second.text, height))
        if _fits(larger, letters, size):
            return larger
        height *= _STEP
    return lines


def _fits(lines: tuple[_Line, ...], letters: Face, size: StampSize) -> bool:
    block = _block(lines)
    if block + 2 * _PADDING * lines[0].height > size.bar:
        return False
    within = size.inner / 2 - size.lines[2]
    top = -block / 2
    for line in lines:
        edge = max(abs(top), abs(top + line.height))
        room = 2 * math.sqrt(max(0.0, within**2 - edge**2)) - 2 * _SIDES * size.inner
        if letters.units(line.text) / letters.cap_height * line.height > room:
            return False
        top += line.height + _LEADING * lines[0].height
    return True


def _block(lines: tuple[_Line, ...]) -> float:
    return sum(line.height for line in lines) + (len(lines) - 1) * _LEADING * lines[0].height
