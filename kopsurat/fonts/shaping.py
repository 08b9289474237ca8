"""Local scripts: which glyphs stand for a text, and in which direction it runs.

The one owner of uharfbuzz and python-bidi, which come with ``pip install "kopsurat[script]"``.
Latin text needs neither: letters are set one glyph a character, without kerning, as word processors
set a document that does not ask for it.
"""

from __future__ import annotations

import functools
import unicodedata
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from kopsurat.errors import MissingExtra
from kopsurat.fonts.brackets import resolve_brackets

if TYPE_CHECKING:
    from kopsurat.fonts.face import Face

__all__ = ["ShapedGlyph", "ShapedRun", "harfbuzz_font", "levels", "mirrored", "shape", "shaped_units"]

_FEATURES: Final = {"kern": False}
"""Everything a script needs, and no pair kerning: word processors leave that out unless asked."""

_LANGUAGES: Final = {
    "Noto Sans Javanese": "jv",
    "Noto Sans Balinese": "ban",
    "Noto Sans Sundanese": "su",
    "Noto Sans Buginese": "bug",
    "Noto Naskh Arabic": "ms",
}

_ARABIC: Final = "Noto Naskh Arabic"


class ShapedGlyph(NamedTuple):
    """A glyph: its number in the font, the index of the first character it stands for, points."""

    glyph: int
    cluster: int
    x_advance: float
    x_offset: float
    y_offset: float


class ShapedRun(NamedTuple):
    """Glyphs from left to right, and their width in points. ``text`` is in logical order."""

    text: str
    glyphs: tuple[ShapedGlyph, ...]
    width: float


def shape(text: str, face: Face, half_points: int, *, rtl: bool = False) -> ShapedRun:
    """Return the glyphs of a text in one face, from left to right, also where it runs from the right.

    Raises :class:`~kopsurat.errors.MissingExtra` without uharfbuzz.
    """
    scale = half_points / (2 * face.units_per_em)
    infos, positions = _run(text, face.family, face.data, rtl=rtl)
    glyphs = tuple(
        ShapedGlyph(
            info.codepoint,
            info.cluster,
            position.x_advance * scale,
            position.x_offset * scale,
            position.y_offset * scale,
        )
        for info, position in zip(infos, positions, strict=True)
    )
    return ShapedRun(text, glyphs, sum(glyph.x_advance for glyph in glyphs))


def shaped_units(text: str, family: str, data: bytes) -> int:
    """Return the width of a text in font units, shaped in the direction of its script."""
    _, positions = _run(text, family, data, rtl=family == _ARABIC)
    return sum(position.x_advance for position in positions)


def levels(text: str, *, rtl: bool = False) -> list[int]:
    """Return the level of each character by the bidirectional algorithm (UAX 9): odd runs from the right.

    ``rtl`` is the direction of the paragraph. Raises :class:`~kopsurat.errors.MissingExtra` without
    python-bidi.
    """
    algorithm = _bidi()
    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = (1, "R") if rtl else (0, "L")
    seen = [at for at, character in enumerate(text) if unicodedata.bidirectional(character) not in _UNSEEN]
    algorithm.get_embedding_levels("".join(text[at] for at in seen), storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    types = [character["type"] for character in storage["chars"]]
    bracketed = resolve_brackets("".join(text[at] for at in seen), types, storage["base_dir"], _mirror())
    for character, kind in zip(storage["chars"], bracketed, strict=True):
        character["type"] = kind
    algorithm.resolve_neutral_types(storage, debug=False)
    algorithm.resolve_implicit_levels(storage, debug=False)
    found = dict(zip(seen, (character["level"] for character in storage["chars"]), strict=True))
    resolved: list[int] = []
    for at in range(len(text)):
        resolved.append(found.get(at, resolved[-1] if resolved else storage["base_level"]))
    return resolved


def mirrored(text: str) -> str:
    """Return a text as it is seen from the other side: reversed, brackets turned round."""
    table = _mirror()
    return "".join(table.get(character, character) for character in reversed(text))


_UNSEEN: Final = frozenset(
    {"", "BN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI", "B"},
)


def _run(text: str, family: str, data: bytes, *, rtl: bool) -> tuple[list[Any], list[Any]]:
    harfbuzz = _harfbuzz()
    buffer = harfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if rtl else "ltr"
    if family in _LANGUAGES:
        buffer.language = _LANGUAGES[family]
    harfbuzz.shape(harfbuzz_font(family, data), buffer, _FEATURES)
    return buffer.glyph_infos, buffer.glyph_positions


@functools.cache
def harfbuzz_font(family: str, data: bytes) -> Any:  # noqa: ANN401 - uharfbuzz has no types
    """Return the font in the form that the shaper reads; raises :class:`MissingExtra` without it."""
    del family
    harfbuzz = _harfbuzz()
    return harfbuzz.Font(harfbuzz.Face(data))


def _harfbuzz() -> Any:  # noqa: ANN401 - uharfbuzz has no types
    try:
        import uharfbuzz
    except ImportError as error:
        raise MissingExtra("script-needs-extra", extra="script") from error
    return uharfbuzz


def _bidi() -> Any:  # noqa: ANN401 - python-bidi has no types
    try:
        from bidi import algorithm
    except ImportError as error:
        raise MissingExtra("script-needs-extra", extra="script") from error
    return algorithm


@functools.cache
def _mirror() -> dict[str, str]:
    from bidi.mirror import MIRRORED

    return dict(MIRRORED)
