"""Inline content of letters as runs, and how wide runs are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kopsurat.content import blocks as content
from kopsurat.content.blocks import Fill, Note, Text, TextBreak
from kopsurat.fonts import face, split_by_face
from kopsurat.layout.inline_text import text_runs
from kopsurat.layout.measures import TWIPS_PER_POINT, Length, mm, points
from kopsurat.layout.model import (
    Align,
    Inline,
    LineBreak,
    Paragraph,
    Role,
    Run,
    Tab,
    TextStyle,
)
from kopsurat.layout.sheet import emphasized, line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kopsurat.content.blocks import Block
    from kopsurat.content.blocks import Inline as Content

__all__ = [
    "Notes",
    "has_open_blank",
    "leader",
    "note_mark",
    "plain",
    "runs_of",
    "text_length",
    "width_of",
    "word_width",
]

_SUPERSCRIPTS: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_BREAK: Final = LineBreak()
_OPEN: Final = Fill()
_LINE: Final = 30
"""What a begun line counts in characters."""
_LONG_WORD: Final = 16
"""Characters from which a word with hyphens may be divided in a table: a reference number, not a date."""


class Notes:
    """The footnotes of one section, numbered as they come; ``before`` counts those of earlier sections."""

    __slots__ = ("before", "contents")

    def __init__(self, before: int = 0) -> None:
        self.before = before
        self.contents: list[tuple[Content, ...]] = []

    @property
    def count(self) -> int:
        """How many there are up to the end of this section."""
        return self.before + len(self.contents)

    def mark(self, note: tuple[Content, ...], style: TextStyle) -> Run:
        """Take a footnote and return its mark; the same footnote again has the same mark, but no new note."""
        is_new = note not in self.contents
        if is_new:
            self.contents.append(note)
        number = self.before + self.contents.index(note) + 1
        return Run(text=note_mark(number), style=style, note=number if is_new else 0)


def note_mark(number: int) -> str:
    """Return the raised number that marks a footnote in the text."""
    return str(number).translate(_SUPERSCRIPTS)


def runs_of(inlines: Iterable[Content], text: TextStyle, notes: Notes) -> tuple[Inline, ...]:
    """Return inline content as runs of ``text`` with its emphasis.

    A blank to the end of the line is a tab: its paragraph needs :func:`leader` as a tab stop.
    """
    runs: list[Inline] = []
    for each in inlines:
        match each:
            case Text():
                style = text
                if each.bold or each.italic or each.underline:
                    style = emphasized(text, bold=each.bold, italic=each.italic, underline=each.underline)
                runs += text_runs(each.text, style)
            case TextBreak():
                runs.append(_BREAK)
            case Fill():
                runs.append(_blank(each, text))
            case Note():
                runs.append(notes.mark(each.content, text))
    return tuple(runs)


def _blank(fill: Fill, text: TextStyle) -> Run:
    if fill.width is None:
        return Run(text="\t", style=text)
    dots = round(points(mm(fill.width)) / face(text.family).width(".", text.size))
    return Run(text="." * max(dots, 3), style=text, no_break=True)


def has_open_blank(inlines: Iterable[Content]) -> bool:
    """Return whether a blank to the end of the line is in the content."""
    return _OPEN in inlines


def leader(position: Length) -> tuple[Tab, ...]:
    """Return the tab stop that draws a blank as dots up to a point before ``position``.

    Word ignores a stop at the very edge of a cell.
    """
    return (Tab(position=position - TWIPS_PER_POINT, align="right", leader="dot"),)


def width_of(inlines: Iterable[Inline]) -> Length:
    """Return the width of runs on one line, in twips, rounded up; a tab counts nothing."""
    width = 0.0
    for each in inlines:
        if isinstance(each, Run):
            width += _text_width(each.text.replace("\t", ""), each.style)
    return -int(-width * TWIPS_PER_POINT // 1)


def word_width(inlines: Iterable[Inline]) -> Length:
    """Return the width of the widest word, in twips."""
    return max(
        (
            width_of((Run(text=word, style=each.style),))
            for each in inlines
            if isinstance(each, Run)
            for word in ((each.text,) if each.no_break else _words(each.text))
        ),
        default=0,
    )


def _words(text: str) -> Iterator[str]:
    """Yield what stays in one piece: words, and the parts of long ones between hyphens."""
    for word in text.split():
        if len(word) <= _LONG_WORD:
            yield word
        else:
            yield from (part + "-" for part in word.split("-"))


def _text_width(text: str, style: TextStyle) -> float:
    """Return the width of a text in points, pieces in other faces included."""
    base = face(style.family, bold=style.bold, italic=style.italic)
    if text in base.words or base.covered.issuperset(text):
        return base.width(text, style.size)
    return sum(shown.width(piece, style.size) for piece, shown in split_by_face(text, base))


def text_length(blocks: Iterable[Block]) -> int:
    """Return how many characters blocks hold, roughly: what a layout can be judged by before it is set."""
    length = 0
    for block in blocks:
        match block:
            case content.Items():
                length += sum(text_length(item) + _LINE for item in block.items)
            case content.Pairs():
                length += sum(len(content.plain_text(row.value)) + _LINE for row in block.rows)
            case content.Columns():
                length += max((text_length(column) for column in block.columns), default=0)
            case content.Table():
                length += sum(text_length(cell.content) + _LINE for row in block.rows for cell in row.cells)
            case content.Blank():
                length += block.lines * _LINE
            case content.Recitals():
                length += sum(len(content.plain_text(clause)) + _LINE for clause in block.clauses)
                length += sum(map(text_length, block.below))
            case content.Quote() | content.Dictum():
                length += text_length(block.content)
            case content.Paragraph() | content.Heading():
                length += len(content.plain_text(block.content)) + _LINE
            case content.PageBreak():
                pass
    return length


def plain(
    text: str,
    style: TextStyle,
    pitch: Length,
    *,
    align: Align = Align.LEFT,
    after: Length = 0,
    role: Role = Role.BODY,
) -> Paragraph:
    """Return a paragraph of one run."""
    return Paragraph(inlines=(Run(text=text, style=style),), style=line(pitch, align, after), role=role)
