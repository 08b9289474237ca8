"""The body of a letter as a closed union of blocks, before any layout.

Markup makes them, compose lays them out. Text in a block is exactly what will be printed.
"""

from __future__ import annotations

from enum import Enum
from typing import Literal, TypeAlias

from kopsurat.values import positional_value_class, value_class

__all__ = [
    "Blank",
    "Block",
    "Cell",
    "Columns",
    "Dictum",
    "Fill",
    "Heading",
    "Inline",
    "ItemStyle",
    "Items",
    "Note",
    "PageBreak",
    "Pair",
    "Pairs",
    "Paragraph",
    "Quote",
    "Recitals",
    "Row",
    "Table",
    "Text",
    "TextBreak",
    "plain_text",
]


@value_class
class Text:
    """Characters of one emphasis."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False


@positional_value_class
class TextBreak:
    """A forced line break."""


@value_class
class Fill:
    """A dotted blank to fill in by hand; ``width`` in millimetres, None: to the end of the line."""

    width: float | None = None


@value_class
class Note:
    """A footnote, at the place of its mark."""

    content: tuple[Inline, ...]


Inline: TypeAlias = Text | TextBreak | Fill | Note


@value_class
class Paragraph:
    """A paragraph of running text. ``align`` None: as the family has it; ``indent`` None: likewise."""

    content: tuple[Inline, ...]
    align: Literal["left", "center", "right", "justify"] | None = None
    indent: bool | None = None


@value_class
class Heading:
    """A heading inside the body: level 1 BAB, 2 Bagian or Pasal, 3 and deeper run-in."""

    level: int
    content: tuple[Inline, ...]
    centered: bool = False


@value_class
class Pair:
    """One row ``label : value``; ``number`` is printed before the label (``1.``, ``a.``) or empty."""

    label: tuple[Inline, ...]
    value: tuple[Inline, ...]
    number: str = ""


@value_class
class Pairs:
    """Rows whose colons stand under each other."""

    rows: tuple[Pair, ...]


class ItemStyle(Enum):
    """How list items are marked; the value is an example."""

    DECIMAL = "1."
    DECIMAL_PAREN = "1)"
    DECIMAL_PARENS = "(1)"
    ALPHA = "a."
    ALPHA_PAREN = "a)"
    ALPHA_PARENS = "(a)"
    ROMAN = "I."
    DASH = "–"
    BULLET = "•"
    CHECKBOX = "☐"
    NONE = ""


@value_class
class Items:
    """A list; each item is a flow of blocks. ``checked`` goes with CHECKBOX, one Boolean an item."""

    style: ItemStyle
    items: tuple[tuple[Block, ...], ...]
    start: int = 1
    checked: tuple[bool, ...] = ()


@value_class
class Cell:
    """A cell of a table; ``align`` None: as its column."""

    content: tuple[Block, ...]
    colspan: int = 1
    rowspan: int = 1
    align: Literal["left", "center", "right"] | None = None


@value_class
class Row:
    """A row of a table; ``height`` in millimetres, 0: as its content."""

    cells: tuple[Cell, ...]
    height: float = 0


@value_class
class Table:
    """A table. ``widths`` are relative (0: by content); ``header_rows`` rows repeat on later pages."""

    rows: tuple[Row, ...]
    aligns: tuple[Literal["left", "center", "right"], ...]
    widths: tuple[float, ...] = ()
    header_rows: int = 1
    borders: Literal["all", "horizontal", "none"] = "all"
    caption: str = ""


@value_class
class Quote:
    """A quotation, indented on both sides."""

    content: tuple[Block, ...]


@value_class
class Columns:
    """Flows side by side, of equal width."""

    columns: tuple[tuple[Block, ...], ...]


@value_class
class Recitals:
    """``Menimbang``, ``Mengingat``, ``Memperhatikan``: a label, a colon, marked clauses.

    ``below`` holds for each clause what belongs to it besides its text, such as a list; it may be left out.
    """

    label: str
    clauses: tuple[tuple[Inline, ...], ...]
    style: ItemStyle = ItemStyle.ALPHA
    below: tuple[tuple[Block, ...], ...] = ()

    @property
    def parts(self) -> tuple[tuple[tuple[Inline, ...], tuple[Block, ...]], ...]:
        """Each clause with what belongs to it."""
        return tuple(zip(self.clauses, self.below or ((),) * len(self.clauses), strict=True))


@value_class
class Dictum:
    """``KESATU : …``: an operative clause of a decision."""

    label: str
    content: tuple[Block, ...]


@value_class
class Blank:
    """Empty lines to write on; ``dotted`` draws them."""

    lines: int = 1
    dotted: bool = False


@positional_value_class
class PageBreak:
    """What follows starts on a new page."""


Block: TypeAlias = (
    Paragraph | Heading | Pairs | Items | Table | Quote | Columns | Recitals | Dictum | Blank | PageBreak
)


def plain_text(content: tuple[Inline, ...]) -> str:
    """Return the characters of inline content; a forced break becomes a space, a note nothing."""
    parts = []
    for inline in content:
        match inline:
            case Text():
                parts.append(inline.text)
            case TextBreak():
                parts.append(" ")
            case Fill():
                parts.append("…")
            case Note():
                pass
    return "".join(parts)
