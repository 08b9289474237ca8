"""Fit a letter on one page: tighten the spacing, then the type, and say what was done."""

from __future__ import annotations

import functools
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from kopsurat.layout.boxes import ParagraphBox
from kopsurat.layout.grids import GridBox
from kopsurat.layout.measures import Length, points, to_mm
from kopsurat.layout.model import Role
from kopsurat.layout.typeset import flow_of, keep

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kopsurat.layout.boxes import Box
    from kopsurat.layout.model import Section
    from kopsurat.layout.style import Style
    from kopsurat.layout.typeset import SectionFlow

__all__ = ["Fit", "fitted", "tighter_styles"]

_PITCHES: Final = (0.94, 0.88, 0.84)
"""Shares of the pitch that are tried before the type gets smaller; never under 1.2 × the size."""
_RUNNING: Final = frozenset({Role.BODY, Role.PAIRS, Role.ITEM, Role.QUOTE})
"""What is set in the pitch of the body."""
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
    used, flow = style, flow_of(compose(style))
    if flow.count > 1:
        tightened = _tightened(style, flow, compose)
        if tightened is None:
            keep(flow)
            return Fit(flow.section, style, (f"fit-failed={flow.count}",))
        used, flow = tightened
    keep(flow)
    return Fit(flow.section, used, _report(style, used))


def _tightened(
    style: Style, natural: SectionFlow, compose: Callable[[Style], Section]
) -> tuple[Style, SectionFlow] | None:
    """Return the loosest of the tighter styles that makes one page, with its page; None if none does.

    Every try composes the letter anew. So the first one is where the letter should fit by what would be
    saved, and it stands if the step before it is too loose for certain. Else the tightest is tried, and
    the steps between are halved.
    """
    steps = tighter_styles(style)

    def fits(at: int) -> SectionFlow | None:
        flow = flow_of(compose(steps[at]))
        return flow if flow.count == 1 else None

    at = _likely_step(style, natural)
    loose, flow = -1, fits(at)
    if flow is None:
        loose, at = at, len(steps) - 1
        flow = fits(at) if at > loose else None
    while flow is not None and at > loose + 1:
        before = at - 1 if loose < 0 else (loose + at) // 2
        is_sure = _height(flow, steps[at], steps[before]) > flow.room
        looser = None if is_sure else fits(before)
        if looser is not None:
            at, flow = before, looser
        else:
            loose = before
    return (steps[at], flow) if flow is not None else None


def _likely_step(style: Style, flow: SectionFlow) -> int:
    """Return the first step in spacing that should make a page of what is too high, or the last."""
    steps = tighter_styles(style)[: len(_PITCHES)]
    for at, tighter in enumerate(steps):
        saved = style.signature.room - tighter.signature.room
        if _height(flow, style, tighter) - saved <= flow.room:
            return at
    return len(steps) - 1


def _height(flow: SectionFlow, style: Style, other: Style) -> Length:
    """Return the height of a flow's body in a style with other spacing.

    In a looser one it will be no lower than that: only lines and spaces that grow for certain do so here.
    Of a larger type nothing is certain.
    """
    if style.body.size != other.body.size:
        return 0
    boxes = [box for box in flow.boxes if box is not None]
    height = sum(box.height + box.after for box in boxes) - (boxes[-1].after if boxes else 0)
    pitches = {
        before.pitch: after.pitch - before.pitch
        for before, after in ((style.legal, other.legal), (style.body, other.body))
    }
    return height + _growth(boxes, pitches, {style.body.after: other.body.after - style.body.after})


def _growth(boxes: Iterable[Box], pitches: dict[Length, Length], spaces: dict[Length, Length]) -> Length:
    """Return by how much running text grows when every pitch and space grows by so much."""
    grown = 0
    for box in boxes:
        if isinstance(box, ParagraphBox):
            if box.source.role in _RUNNING:
                grown += box.count * pitches.get(box.pitch, 0) + spaces.get(box.after, 0)
        elif isinstance(box, GridBox):
            grown += sum(_growth(cell.boxes, pitches, spaces) for cell in box.highest_cells())
    return grown


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
