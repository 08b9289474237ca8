"""Which code, and how large on paper: the rule of docs/reference/seal.md."""

from __future__ import annotations

import functools
import math
from typing import TYPE_CHECKING, Final

from kopsurat.errors import RenderError
from kopsurat.qr.codewords import NUMERIC, bits_needed, data_codewords, segments_of, smallest_version
from kopsurat.qr.matrix import QUIET_ZONE, Level, QrMatrix
from kopsurat.qr.placement import draw
from kopsurat.values import value_class

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kopsurat.qr.codewords import Segment

__all__ = ["FLOOR", "QrPlan", "encode", "plan", "printed_size"]

FLOOR: Final = 0.49
"""Smallest module in millimetres that phones read from a photocopy (docs/reference/seal.md)."""
_TARGET: Final = 0.57
_LARGEST: Final = 40


@value_class
class QrPlan:
    """A QR code and its size on paper: ``size`` is the side in millimetres without the quiet zone."""

    matrix: QrMatrix
    size: int

    @property
    def level(self) -> Level:
        """Return the error-correction level."""
        return self.matrix.level

    @property
    def module(self) -> float:
        """Return the side of one module in millimetres."""
        return self.size / self.matrix.size

    @property
    def quiet_zone(self) -> float:
        """Return the width of the white margin in millimetres."""
        return QUIET_ZONE * self.module

    @property
    def outer_size(self) -> float:
        """Return the side in millimetres with the quiet zone."""
        return self.size + 2 * self.quiet_zone


def plan(text: str, *, max_size: int = 35, min_size: int = 30) -> QrPlan:
    """Choose error correction and printed size of the code that holds ``text`` (docs/reference/seal.md).

    ``max_size`` (35 or 40) and ``min_size`` are millimetres without the quiet zone. The higher of Q
    and M is taken whose modules can be 0.57 mm; else M at 40 mm if its modules are 0.49 mm or more.

    Raises :class:`~kopsurat.errors.RenderError` ``qr-too-dense`` otherwise, with ``module`` (mm),
    ``length`` and ``excess``, the number of characters that are too many.
    """
    version, level, size = _chosen(text, max_size, min_size)
    return QrPlan(matrix=_drawn(text, version, level), size=size)


def printed_size(text: str, *, max_size: int = 35, min_size: int = 30) -> int:
    """Return the ``size`` of the :func:`plan`, which raises the same, without drawing the code."""
    return _chosen(text, max_size, min_size)[-1]


def _chosen(text: str, max_size: int, min_size: int) -> tuple[int, Level, int]:
    """Return version, level and size of a code."""
    segments = segments_of(text)
    levels: tuple[Level, ...] = ("Q", "M")
    for level in levels:
        version = smallest_version(segments, level)
        if version and _TARGET * (17 + 4 * version) <= max_size:
            return version, level, max(min_size, math.ceil(_TARGET * (17 + 4 * version)))
    version = smallest_version(segments, "M")
    if not version or _LARGEST / (17 + 4 * version) < FLOOR:
        raise _too_dense(text, segments, version)
    return version, "M", _LARGEST


def encode(text: str, *, level: Level, mask: int | None = None, version: int | None = None) -> QrMatrix:
    """Return the QR code of ``text`` in the smallest version that holds it (or in ``version``).

    Runs of 20 or more digits become numeric segments, other such runs of ``0-9A-Z $%*+-./:``
    alphanumeric ones, the rest bytes in UTF-8. Without ``mask`` the one with the lowest penalty is taken.
    Raises :class:`~kopsurat.errors.RenderError` ``qr-too-long`` when no version holds the text.
    """
    segments = segments_of(text)
    chosen = version or smallest_version(segments, level)
    if not chosen or bits_needed(segments, chosen) > 8 * data_codewords(chosen, level):
        raise RenderError("qr-too-long", value=text, length=len(text))
    return draw(segments, chosen, level, mask)


@functools.lru_cache(maxsize=8)
def _drawn(text: str, version: int, level: Level) -> QrMatrix:
    """Draw a code; composing and fitting on a page ask for the same one several times over."""
    return draw(segments_of(text), version, level, None)


def _too_dense(text: str, segments: Sequence[Segment], version: int) -> RenderError:
    largest = max(v for v in range(1, 41) if _LARGEST / (17 + 4 * v) >= FLOOR)
    spare = 8 * data_codewords(largest, "M") - bits_needed(segments, largest)
    digits = segments[-1].mode == NUMERIC
    return RenderError(
        "qr-too-dense",
        module=round(_LARGEST / (17 + 4 * version), 2) if version else 0.0,
        length=len(text),
        excess=math.ceil(-spare / (10 / 3 if digits else 8)),
    )
