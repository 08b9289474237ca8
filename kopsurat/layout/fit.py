"""Fit a letter on one page: tighten the spacing, then the type, and say what was done."""

from __future__ import annotations

import functools
import math
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from kopsurat.layout.boxes import ParagraphBox
from kopsurat.layout.grids import GridBox
from kopsurat.layout.measures import Length, points, to_mm
from kopsurat.layout.model import Role
from kopsurat.layout.typeset import flow_of, keep
from kopsurat.values import remembered_by_identity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kopsurat.layout.boxes import Box
    from kopsurat.layout.model import Section
    from kopsurat.layout.style import Style
    from kopsurat.layout.typeset import SectionFlow

__all__ = ["Fit", "fitted", "tighter_styles"]

_PITCHES: Final = (0.94, 0.88, 0.84)
"""Shares of the pitch that are tried before the type gets smaller; never under 1.2 × the size."""
_SPACED: Final = len(_PITCHES)
_RUNNING: Final = frozenset({Role.BODY, Role.PAIRS, Role.ITEM, Role.QUOTE})
"""What is set in the pitch of the body."""
_NARROWER: Final = 0.9
"""The share of its width that text takes at least, whatever spacing makes its lines safe."""
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


def fitted(style: Style, compose: Callable[[Style], Section], *, length: int = 0) -> Fit:
    """Return the loosest composition that takes one page; when none does, the letter as it was.

    ``length`` is how much text the letter holds, roughly: one of the same length as the last begins
    where that one ended. It decides how many styles are tried, never which one is taken. The pages are
    kept: whoever sets the document next need not divide it anew.
    """
    search, last = _Search(style, compose), _last_fit(style)
    at = search.loosest(last.step_for(length))
    if at is not None:
        last.length_and_step = (length, at)
    flow = search.flow(at or 0)
    keep(flow)
    report = _report(style, search.styles[at]) if at is not None else (f"fit-failed={flow.count}",)
    return Fit(flow.section, search.styles[at or 0], report)


class _Search:
    """The search for the loosest style; every try composes the letter anew, so few are made.

    ``styles`` are the letter's own, then those with tighter spacing, then those of smaller type.
    """

    def __init__(self, style: Style, compose: Callable[[Style], Section]) -> None:
        self.styles = (style, *tighter_styles(style))
        self.compose = compose
        self.flows: dict[int, SectionFlow] = {}

    def flow(self, at: int) -> SectionFlow:
        """Return the letter in one of the styles, divided over pages."""
        if at not in self.flows:
            self.flows[at] = flow_of(self.compose(self.styles[at]))
        return self.flows[at]

    def fits(self, at: int) -> bool:
        """Return whether the letter makes one page in one of the styles."""
        return self.flow(at).count == 1

    def loosest(self, first: int) -> int | None:
        """Return the first style that fits; ``first``, one of other spacing, is where to begin."""
        if not first and not self.fits(0) and self._is_hopeless():
            return None
        at = first or (0 if self.fits(0) else self._likely())
        if self.fits(at):
            while at and not self._is_surely_too_loose(at - 1) and self.fits(at - 1):
                at -= 1
            return at
        return next(filter(self.fits, range(at + 1, _SPACED + 1)), None) or self._smaller()

    def _is_hopeless(self) -> bool:
        """Return whether running text alone is higher than a page in the tightest style for certain."""
        flow, own, last = self.flow(0), self.styles[0], self.styles[-1]
        share = min(last.body.size / own.body.size, last.legal.size / own.legal.size) * _NARROWER
        measure = points(flow.column.width)
        height = 0
        for box in flow.boxes:
            if isinstance(box, ParagraphBox) and box.source.role in _RUNNING:
                lines = max(1, math.ceil(box.lines.length * share / measure))
                height += lines * min(box.pitch, last.body.pitch, last.legal.pitch)
        return height > flow.room

    def _likely(self) -> int:
        """Return the first style of other spacing that should make a page, or the last."""
        flow, own = self.flow(0), self.styles[0]
        body = _measured(flow, own)
        for at in range(1, _SPACED):
            saved = own.signature.room - self.styles[at].signature.room
            if body.height_in(self.styles[at]) - saved <= flow.room:
                return at
        return _SPACED

    def _is_surely_too_loose(self, at: int) -> bool:
        """Return whether a letter that fits in the next tighter style is too high in this one for certain."""
        flow = self.flow(at + 1)
        return _measured(flow, self.styles[at + 1]).height_in(self.styles[at]) > flow.room

    def _smaller(self) -> int | None:
        """Return the first style of smaller type that fits: the last is tried, the others by halves."""
        loose, at = _SPACED, len(self.styles) - 1
        if at <= loose or not self.fits(at):
            return None
        while at > loose + 1:
            middle = (loose + at) // 2
            loose, at = (loose, middle) if self.fits(middle) else (middle, at)
        return at


_ALIKE: Final = 64
"""A letter is of the same length as another if it differs by less than one part in so many."""


class _LastFit:
    """The length of the last letter that was fitted in a style, and the step it took."""

    __slots__ = ("length_and_step",)

    def __init__(self) -> None:
        self.length_and_step = (0, 0)

    def step_for(self, length: int) -> int:
        """Return where to begin with a letter of this length: the step of the last one, if it was alike."""
        last, step = self.length_and_step
        return step if abs(last - length) * _ALIKE < length and step <= _SPACED else 0


@remembered_by_identity(64)
def _last_fit(style: Style) -> _LastFit:
    """Return the memory of a style."""
    del style
    return _LastFit()


class _Body(NamedTuple):
    """What of a body in ``style`` is set in its pitch, in that of legal products, and in its spacing."""

    style: Style
    height: Length
    lines: int
    legal_lines: int
    spaces: int

    def height_in(self, other: Style) -> Length:
        """Return the height in a style with other spacing.

        In a looser one the body will be no lower: only lines and spaces that grow for certain do so here.
        """
        return (
            self.height
            + self.lines * (other.body.pitch - self.style.body.pitch)
            + self.legal_lines * (other.legal.pitch - self.style.legal.pitch)
            + self.spaces * (other.body.after - self.style.body.after)
        )


def _measured(flow: SectionFlow, style: Style) -> _Body:
    boxes = [box for box in flow.boxes if box is not None]
    height = sum(box.height + box.after for box in boxes) - (boxes[-1].after if boxes else 0)
    lines = legal_lines = spaces = 0
    for box in _running(boxes):
        lines += box.count if box.pitch == style.body.pitch else 0
        legal_lines += box.count if box.pitch == style.legal.pitch != style.body.pitch else 0
        spaces += box.after == style.body.after
    return _Body(style, height, lines, legal_lines, spaces)


def _running(boxes: Iterable[Box]) -> Iterator[ParagraphBox]:
    """Yield the paragraphs that make a body as high as it is: of a row those in its highest cell."""
    for box in boxes:
        if isinstance(box, ParagraphBox):
            if box.source.role in _RUNNING:
                yield box
        elif isinstance(box, GridBox) and box.source.role is not Role.TABLE:
            for cell in box.highest_cells():
                yield from _running(cell.boxes)


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
