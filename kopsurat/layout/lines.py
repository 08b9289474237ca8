"""The lines of a paragraph: what every breaking answers, and the lines that need no breaking."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from kopsurat.layout.measures import TWIPS_PER_POINT, Length
from kopsurat.layout.model import Align, Tab

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kopsurat.layout.pieces import Segment
    from kopsurat.layout.placed import PlacedText

__all__ = ["BLANK", "BrokenLine", "Lines", "Shape", "ShortLine"]


class BrokenLine(NamedTuple):
    """A line of a paragraph, without its place on the page."""

    texts: tuple[PlacedText, ...]
    leaders: tuple[tuple[float, float, str], ...] = ()


class Lines(Protocol):
    """The lines of a paragraph in a column of some width."""

    @property
    def count(self) -> int:
        """How many there are; at least one."""

    @property
    def spacing(self) -> Length:
        """What was added between characters, in twips."""

    @property
    def length(self) -> float:
        """The width of their text on a single line, in points, tabs left out."""

    @property
    def loosest(self) -> float:
        """By how many points the spaces of a line are wider at most, to justify it."""

    @property
    def is_safe(self) -> bool:
        """Whether an engine that measures a little differently breaks the paragraph alike."""

    def notes(self) -> list[tuple[int, int]]:
        """Return the number and the line, from 0, of each footnote that is marked in them."""

    def ends(self) -> Iterator[tuple[Segment, int]]:
        """Yield where lines end that go on in the next: a segment, and the character in it."""

    def placed(self, x: float, start: int = 0, stop: int | None = None) -> Sequence[BrokenLine]:
        """Return the lines ``start`` to ``stop`` of a column that begins ``x`` points from the left."""


class Shape(NamedTuple):
    """What decides the lines of a paragraph beside its text: its indents and the width of its column."""

    width: Length
    align: Align
    left: Length
    right: Length
    first: Length
    tabs: tuple[Tab, ...]

    @property
    def room(self) -> float:
        """The width of the first line, in points."""
        return (self.width - self.right - self.left - self.first) / TWIPS_PER_POINT


class BlankLine:
    """The line of a paragraph without content."""

    __slots__ = ()

    count = 1
    spacing = 0
    is_safe = True
    length = 0.0
    loosest = 0.0

    def notes(self) -> list[tuple[int, int]]:
        """Return nothing."""
        return []

    def ends(self) -> Iterator[tuple[Segment, int]]:
        """Yield nothing: one line goes on nowhere."""
        yield from ()

    def placed(self, x: float, start: int = 0, stop: int | None = None) -> tuple[BrokenLine, ...]:
        """Return the line, which holds nothing."""
        del x
        return (BrokenLine(()),)[start:stop]


BLANK: Final = BlankLine()


class ShortLine(BlankLine):
    """The line of a paragraph of one run that surely fits."""

    __slots__ = ("last", "left", "length", "segment")

    def __init__(self, segment: Segment, shape: Shape) -> None:
        self.last: tuple[float, tuple[BrokenLine, ...]] | None = None
        self.segment = segment
        self.length = segment.natural
        self.left = (shape.left + shape.first) / TWIPS_PER_POINT
        if shape.align is Align.RIGHT:
            self.left += shape.room - segment.natural
        elif shape.align is Align.CENTER:
            self.left += (shape.room - segment.natural) / 2

    def notes(self) -> list[tuple[int, int]]:
        """Return the footnote, if it is marked here."""
        return [(span.run.note, 0) for span in self.segment.spans if span.run.note]

    def placed(self, x: float, start: int = 0, stop: int | None = None) -> tuple[BrokenLine, ...]:
        """Return the line."""
        last = self.last
        if last is None or last[0] != x:
            segment = self.segment
            texts = segment.cut((0, segment.stops[-1], 0.0, segment.natural), x + self.left, 0.0)
            last = self.last = (x, (BrokenLine(tuple(texts)),))
        return last[1][start:stop]
