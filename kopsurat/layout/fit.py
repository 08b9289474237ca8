"""Fit a letter on one page: tighten the spacing, then the type, and say what was done."""

from __future__ import annotations

import functools
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from kopsurat.layout.measures import points, to_mm
from kopsurat.layout.typeset import flow_of, keep

if TYPE_CHECKING:
    from collections.abc import Callable

    from kopsurat.layout.model import Section
    from kopsurat.layout.style import Style

__all__ = ["Fit", "fitted", "tighter_styles"]

_PITCHES: Final = (0.94, 0.88, 0.84)
"""Shares of the pitch that are tried before the type gets smaller; never under 1.2 × the size."""
_LEAD: Final = 24
"""Twips of pitch for every point of size at the tightest: 1.2."""


class Fit(NamedTuple):
    """A letter without its lampiran, the style in which it was composed, and what was tightened.

    The report is for ``Document.adjustments``: ``fit-pitch=16.5`` (points), ``fit-size=11`` (points),
    ``fit-room=18`` (mm), and ``fit-failed=2`` (pages) when it could not be done.
    """

    section: Section
    style: Style
    report: tuple[str, ...] = ()


def fitted(style: Style, compose: Callable[[Style], Section]) -> Fit:
    """Return the loosest composition that takes one page; when none does, the letter as it was.

    The pages are kept: whoever sets the document next need not divide it anew.
    """
    natural = flow_of(compose(style))
    used, flow = style, natural
    for tighter in tighter_styles(style):
        if flow.count == 1:
            break
        used, flow = tighter, flow_of(compose(tighter))
    if flow.count > 1:
        keep(natural)
        return Fit(natural.section, style, (f"fit-failed={natural.count}",))
    keep(flow)
    return Fit(flow.section, used, _report(style, used))


@functools.lru_cache(maxsize=64)
def tighter_styles(style: Style) -> tuple[Style, ...]:
    """Return the styles to try in order: spacing first, then size down to the profile's floor."""
    styles = [_spaced(style, share) for share in _PITCHES]
    size = style.body.size - 1
    while size >= style.body.smallest:
        styles.append(_sized(styles[-1], size))
        size -= 1
    return tuple(styles)


def _spaced(style: Style, share: float) -> Style:
    body, signature = style.body, style.signature
    tightness = (1 - share) / (1 - _PITCHES[-1])
    return replace(
        style,
        body=replace(
            body,
            pitch=_to_half_points(max(body.pitch * share, body.size * _LEAD / 2)),
            after=round(body.after * (1 - tightness / 2)),
            item_after=round(body.item_after * (1 - tightness)),
        ),
        legal=replace(
            style.legal,
            pitch=_to_half_points(max(style.legal.pitch * share, style.legal.size * _LEAD / 2)),
        ),
        signature=replace(
            signature,
            room=max(signature.least_room, round(signature.room * (1 - 0.25 * tightness))),
            before=round(signature.before * (1 - tightness / 2)),
        ),
    )


def _to_half_points(pitch: float) -> int:
    """Return a pitch rounded to half a point: numbers that a person reads in the report."""
    return round(pitch / 10) * 10


def _sized(style: Style, size: int) -> Style:
    pitch = size * _LEAD // 2
    body = style.body
    return replace(
        style,
        body=replace(
            body,
            size=size,
            pitch=min(body.pitch, pitch),
            tight_pitch=min(body.tight_pitch, pitch),
            table_size=min(body.table_size, size),
        ),
        legal=replace(style.legal, size=min(style.legal.size, size), pitch=min(style.legal.pitch, pitch)),
    )


def _report(before: Style, after: Style) -> tuple[str, ...]:
    report = []
    if after.body.pitch != before.body.pitch:
        report.append(f"fit-pitch={points(after.body.pitch):g}")
    if after.signature.room != before.signature.room:
        report.append(f"fit-room={to_mm(after.signature.room):.0f}")
    if after.body.size != before.body.size:
        report.append(f"fit-size={after.body.size / 2:g}")
    return tuple(report)
