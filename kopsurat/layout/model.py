"""What goes where, knowing neither PDF nor DOCX: a flow of resolved blocks.

A :class:`Document` is what :func:`kopsurat.compose` makes and every backend draws. All that is
printed stands in it, finished: labels, order, spacing and style. Backends add nothing.

Rules of the flow, the same in every backend (measured against LibreOffice:
docs/architecture/typesetting.md):

- Lengths are integer twips; sizes of type are half points.
- A paragraph takes ``before + lines × pitch + after``. The pitch is exact, whatever the font;
  the baseline of a line lies at 0.8 × pitch under its top.
- ``after`` may hang below the bottom margin. ``before`` is kept at the top of a page; compose
  therefore spaces body blocks by ``after`` only.
- Lines break greedily after a space, "-", "–" or "—" (but not after a hyphen of a word that holds
  a slash: a nomor stays whole), and nowhere else; a word wider than the
  line is broken by compose beforehand (see ``Run.break_at``), never hyphenated.
- Justified lines stretch their spaces; the last line of a paragraph, and a line before a forced
  break, do not.
- ``keep_next`` chains move to the next page as one; ``keep_lines`` keeps a paragraph whole;
  otherwise at least two lines stay on each side of a page break.
- A row of a grid never splits over pages unless ``Grid.can_split``; header rows repeat.
- The body of a page starts at ``max(top margin, header distance + height of the header)``.
- Footnotes stand at the foot of the page of their marks, whole, under a short rule; a line whose
  footnote does not fit goes to the next page with it.
"""

from __future__ import annotations

from dataclasses import field
from enum import Enum
from typing import TYPE_CHECKING, Literal, TypeAlias

from kopsurat.values import HashKept, positional_value_class, value_class

if TYPE_CHECKING:
    import datetime as dt

    from kopsurat.content.images import Image
    from kopsurat.layout.measures import Length
    from kopsurat.qr import QrMatrix

__all__ = [
    "NO_BORDERS",
    "Align",
    "Attachment",
    "Block",
    "Borders",
    "Cell",
    "Document",
    "Frame",
    "Grid",
    "Inline",
    "LineBreak",
    "PageBreak",
    "PageNumber",
    "PageSetup",
    "Paragraph",
    "ParagraphStyle",
    "Picture",
    "Role",
    "Row",
    "Rule",
    "Run",
    "Section",
    "Stroke",
    "Symbol",
    "Tab",
    "TextStyle",
    "VAlign",
]


class Align(Enum):
    """Horizontal alignment of lines. Text that runs from the right begins there, whether left or right."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFY = "justify"

    __hash__ = object.__hash__  # Enum's own hashes the name, in Python


class VAlign(Enum):
    """Vertical alignment in a cell."""

    TOP = "top"
    CENTER = "center"
    BOTTOM = "bottom"


class Role(Enum):
    """What a block is, for the structure tree, heading styles and named styles in Word."""

    BODY = "body"
    LETTERHEAD = "letterhead"
    CONTACT = "contact"
    TITLE = "title"
    NOMOR = "nomor"
    HEADING = "heading"
    REFERENCE = "reference"  # Nomor, Sifat, Lampiran, Perihal
    RECIPIENT = "recipient"
    PAIRS = "pairs"  # key–value rows
    ITEM = "item"  # list item
    QUOTE = "quote"
    TABLE = "table"
    SIGNATURE = "signature"
    VERIFICATION = "verification"  # the QR and its caption
    TEMBUSAN = "tembusan"
    FOOTNOTE = "footnote"
    APPENDIX = "appendix"  # the head of a lampiran
    FURNITURE = "furniture"  # page numbers and heads of later pages: artifacts

    __hash__ = object.__hash__  # as for Align


@value_class
class TextStyle(HashKept):
    """How a run looks. ``size`` is in half points; ``spacing`` is added to each character, in twips."""

    family: str
    size: int
    bold: bool = False
    italic: bool = False
    underline: bool = False
    spacing: Length = 0


@value_class
class Run:
    """Text of one style. ``link`` is a URI; ``lang`` a BCP 47 tag where it is not the document's.

    ``no_break`` marks a value that is kept in one piece where it fits on a line (a telephone number,
    an address); if it is wider than the line it may break before the offsets in ``break_at``.
    A tab character moves to the next tab stop. ``note`` is the number of the footnote (1…) whose mark
    this run is: it stands at the foot of the page of its mark.
    """

    text: str
    style: TextStyle
    link: str | None = None
    lang: str | None = None
    no_break: bool = False
    break_at: tuple[int, ...] = ()
    rtl: bool = False
    note: int = 0

    def __hash__(self) -> int:
        return hash(self.text)  # nearly all there is to tell runs apart


@positional_value_class
class LineBreak:
    """A forced line break inside a paragraph."""


@value_class
class PageNumber:
    """The number of the page, or the count of pages, as a field."""

    style: TextStyle
    total: bool = False


Inline: TypeAlias = Run | LineBreak | PageNumber


@value_class
class Tab:
    """A tab stop at ``position`` from the left edge of the column (not of the indent)."""

    position: Length
    align: Literal["left", "right", "center"] = "left"
    leader: Literal["none", "dot", "line"] = "none"


@value_class
class ParagraphStyle(HashKept):
    """The geometry of a paragraph, in twips.

    ``left`` and ``right`` indent all lines; ``first`` moves the first line against ``left``
    (negative: hanging). With a hanging indent ``left`` itself is a tab stop, as in Word.
    """

    pitch: Length
    align: Align = Align.LEFT
    before: Length = 0
    after: Length = 0
    left: Length = 0
    right: Length = 0
    first: Length = 0
    tabs: tuple[Tab, ...] = ()
    keep_next: bool = False
    keep_lines: bool = False


class LinesKept(HashKept):
    """A base for what is broken into lines: whoever breaks them keeps them here, as long as it lives.

    To compose, to set and to write ask for the same lines, seventy times a letter.
    """

    __slots__ = ("kept_lines",)


@value_class
class Paragraph(LinesKept):
    """Lines of text. ``level`` is the depth of a heading (1…) or of a list item (1…).

    ``is_continued`` marks the second part of a paragraph that is divided between two pages; the first
    stands before it.
    """

    inlines: tuple[Inline, ...]
    style: ParagraphStyle
    role: Role = Role.BODY
    level: int = 0
    is_continued: bool = False

    @property
    def text(self) -> str:
        """The text as printed; a tab stays a tab, a forced break becomes a newline."""
        return "".join(
            inline.text if isinstance(inline, Run) else "\n" if isinstance(inline, LineBreak) else ""
            for inline in self.inlines
        )


@value_class
class Rule:
    """A horizontal rule over the full column: a thick line, a gap, a thin line (0: none of it)."""

    thick: Length
    gap: Length = 0
    thin: Length = 0
    before: Length = 0
    after: Length = 0


@value_class
class Stroke:
    """A line: its width in twips, its colour as RRGGBB."""

    width: Length
    color: str = "000000"
    dashed: bool = False


@value_class
class Picture:
    """A picture at a given size, alone on its line."""

    image: Image
    width: Length
    height: Length
    alt: str
    align: Align = Align.LEFT
    before: Length = 0
    after: Length = 0


@value_class
class Symbol:
    """A QR symbol: ``size`` is the side of the symbol without its quiet zone of ``quiet`` modules.

    The block takes the symbol and its quiet zone; ``frame`` is drawn on the outer edge of the zone.
    """

    matrix: QrMatrix
    size: Length
    alt: str
    link: str | None = None
    quiet: int = 4
    frame: Stroke | None = None
    align: Align = Align.LEFT

    @property
    def outer(self) -> Length:
        """The side of the block, quiet zone included, to the next twip."""
        return -(-self.size * (self.matrix.size + 2 * self.quiet) // self.matrix.size)


@value_class
class Borders:
    """The lines around a cell."""

    top: Stroke | None = None
    bottom: Stroke | None = None
    left: Stroke | None = None
    right: Stroke | None = None


NO_BORDERS = Borders()


@value_class
class Cell:
    """A cell: a flow of its own. ``padding`` is left and right, ``padding_y`` above and below."""

    blocks: tuple[Block, ...]
    colspan: int = 1
    rowspan: int = 1
    valign: VAlign = VAlign.TOP
    borders: Borders = NO_BORDERS
    padding: Length = 0
    padding_y: Length = 0
    header: bool = False


@value_class
class Row:
    """A row of cells; ``height`` is its least height. Columns that a rowspan covers are left out."""

    cells: tuple[Cell, ...]
    height: Length = 0


@value_class
class Grid:
    """The only table: fixed columns. ``layout`` grids arrange blocks and are no table to a reader.

    ``header_rows`` rows repeat on every page. ``keep_next`` keeps the whole grid with what follows.
    ``goes_on`` marks the last rows of the table right before it, cut off to be kept so.
    """

    columns: tuple[Length, ...]
    rows: tuple[Row, ...]
    layout: bool = False
    left: Length = 0
    header_rows: int = 0
    can_split: bool = False
    keep_next: bool = False
    goes_on: bool = False
    after: Length = 0
    caption: str = ""
    role: Role = Role.TABLE


@positional_value_class
class PageBreak:
    """What follows starts on a new page."""


Block: TypeAlias = Paragraph | Rule | Picture | Symbol | Grid | PageBreak


@value_class
class Frame:
    """A double line around a page: ``distance`` from the edge of the paper, two lines with a gap."""

    distance: Length
    line: Length
    gap: Length


@value_class
class PageSetup:
    """Paper and margins, in twips. ``header_distance`` is from the paper's top to the header."""

    width: Length
    height: Length
    top: Length
    bottom: Length
    left: Length
    right: Length
    header_distance: Length
    footer_distance: Length
    frame: Frame | None = None

    @property
    def measure(self) -> Length:
        """The width of the text."""
        return self.width - self.left - self.right


@value_class
class Section:
    """A run of pages of one setup, with the header of its first page and of the others.

    ``footnotes`` are those marked in ``blocks``, in the order of their marks; they are counted on
    through the sections of a document. Each begins with its number and a tab.
    """

    page: PageSetup
    blocks: tuple[Block, ...]
    first_header: tuple[Block, ...] = ()
    later_header: tuple[Block, ...] = ()
    footer: tuple[Block, ...] = ()
    footnotes: tuple[Paragraph, ...] = ()


@value_class
class Attachment:
    """A file that travels inside the PDF or DOCX: ``surat.json``, the bytes of the seal."""

    name: str
    media: str
    data: bytes
    description: str


@value_class
class Document:
    """Everything printable, finished. ``date`` dates the file: it never depends on the day it is made."""

    sections: tuple[Section, ...]
    family: str
    title: str
    author: str
    subject: str
    date: dt.date
    lang: str = "id-ID"
    attachments: tuple[Attachment, ...] = ()
    adjustments: tuple[str, ...] = field(default=())
    """What was tightened to fit, as codes with their amount, for the report to the user."""
