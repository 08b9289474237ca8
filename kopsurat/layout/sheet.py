"""The finished styles of one profile on one paper: what the composers set text in."""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from kopsurat.layout.measures import Length, mm, pt
from kopsurat.layout.model import Align, PageSetup, ParagraphStyle, TextStyle
from kopsurat.layout.shared_styles import paragraph_style
from kopsurat.layout.style import Style, page_setup
from kopsurat.values import value_class

__all__ = ["Flow", "Sheet", "TextTable", "emphasized", "line", "sheet_of"]

TextTable: TypeAlias = Literal["body", "legal"]
"""The table of a profile in which the type of running text stands: ``[isi]`` or ``[produk_hukum]``."""


@functools.lru_cache(maxsize=512)
def emphasized(base: TextStyle, *, bold: bool, italic: bool, underline: bool) -> TextStyle:
    """Return a text style with emphasis added to what it has."""
    return replace(
        base,
        bold=base.bold or bold,
        italic=base.italic or italic,
        underline=base.underline or underline,
    )


@functools.lru_cache(maxsize=512)
def line(pitch: Length, align: Align = Align.LEFT, after: Length = 0) -> ParagraphStyle:
    """Return the style of a plain paragraph without indents."""
    return paragraph_style(pitch=pitch, align=align, after=after)


@value_class
class Flow:
    """How a stretch of body is set: its text, its column and its spacing.

    ``indent`` moves first lines of paragraphs; ``inset`` moves key–value rows, lists and tables;
    ``left`` and ``right`` are the indents of everything, of nested lists for instance.
    ``label`` is the column of the labels of recitals and clauses, 0 where there are none; ``colon`` is where
    the colons of all key–value rows may stand, from their left edge.
    """

    text: TextStyle
    table_text: TextStyle
    width: Length
    pitch: Length
    table_pitch: Length
    after: Length
    item_after: Length
    align: Align = Align.JUSTIFY
    indent: Length = 0
    inset: Length = 0
    left: Length = 0
    right: Length = 0
    level: int = 0
    label: Length = 0
    label_gap: Length = 0
    label_least: Length = 0
    colon: Length = 0
    table_line: Length = 10
    centers_headings: bool = False
    heading_sizes: tuple[int, ...] = ()
    """Half points, by level, of headings that stand large and in the middle."""

    @property
    def measure(self) -> Length:
        """The width between the indents."""
        return self.width - self.left - self.right


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sheet:
    """The styles that a family is set in. Made once by :func:`sheet_of`, therefore compared by identity."""

    style: Style
    page: PageSetup
    text: TextStyle
    pitch: Length

    @property
    def width(self) -> Length:
        """The width of the text."""
        return self.page.measure

    @property
    def block_start(self) -> Length:
        """Where signature and recipient begin, from the left edge of the text."""
        return round(self.width * self.style.signature.start)

    @property
    def tight(self) -> Length:
        """The pitch of lines that belong together: the head, signatures."""
        return min(self.pitch, self.style.body.tight_pitch)

    def sized(self, size: int, *, bold: bool = False, underline: bool = False) -> TextStyle:
        """Return the family of the text at another size."""
        return _sized(self.text.family, size, bold, underline)

    def flow(self, *, indent: Length = 0, centers_headings: bool = False) -> Flow:
        """Return the flow of the body on the full width."""
        return _flow(self, indent, centers_headings)


@functools.lru_cache(maxsize=256)
def _sized(family: str, size: int, bold: bool, underline: bool) -> TextStyle:  # noqa: FBT001 - a cache key
    return TextStyle(family=family, size=size, bold=bold, underline=underline)


@functools.lru_cache(maxsize=128)
def _flow(sheet: Sheet, indent: Length, centers_headings: bool) -> Flow:  # noqa: FBT001 - a cache key
    body = sheet.style.body
    return Flow(
        text=sheet.text,
        table_text=replace(sheet.text, size=min(sheet.text.size, body.table_size)),
        width=sheet.width,
        pitch=sheet.pitch,
        table_pitch=min(sheet.pitch, body.table_pitch),
        after=body.after,
        item_after=body.item_after,
        indent=indent,
        inset=indent,
        label_gap=body.label_gap,
        label_least=body.label_least,
        table_line=max(body.table_line, pt(0.5)),
        centers_headings=centers_headings,
    )


@functools.lru_cache(maxsize=128)
def sheet_of(style: Style, *, table: TextTable = "body", landscape: bool = False) -> Sheet:
    """Return the styles of a letter whose type is that of a ``table``; ``landscape`` for turned paper."""
    numbers = style.legal if table == "legal" else style.body
    return Sheet(
        style=style,
        page=page_setup(style, landscape=landscape),
        text=TextStyle(family=numbers.family, size=numbers.size),
        pitch=numbers.pitch,
    )


# measures that no profile changes
COLON = mm(4)
"""From a colon to its value."""
COLUMN_GAP = mm(6)
"""Between flows side by side."""
MARK_GAP = mm(2)
MARK_LEAST = mm(6.5)
"""Behind the mark of a list item, and the least room of both."""
QUOTE_INDENT = mm(12.5)
"""On either side of a quotation."""
