"""The fields of a form as values, and the runs and rows of a document that stand for them.

A field stands in a document as a run whose link is ``field:NAME``; :func:`slot` makes such runs and
:func:`field_rows` whole rows of labels and fields.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from kopsurat.layout.measures import Length, mm, pt
from kopsurat.layout.model import Cell, Grid, Paragraph, ParagraphStyle, Row, Run, VAlign

if TYPE_CHECKING:
    from kopsurat.layout.model import Block, TextStyle

__all__ = [
    "SCHEME", "CheckBox", "DateField", "Field", "Option", "RadioGroup", "TextField", "field_rows", "slot",
]  # fmt: skip

SCHEME: Final = "field:"
"""What the link of a run begins with that stands for a field."""

_ROOM: Final = "\u00a0" * 5
"""The room of a box in a line: five spaces that do not break, a little over one em."""

_LABELS: Final = mm(45)
_DATES: Final = mm(30)
_DATE_HINT: Final = "tulis TT-BB-TTTT"
_DATE_LENGTH: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class TextField:
    """A field for text of ``lines`` lines. ``label`` is what is read out for it.

    ``width`` 0 takes all room up to the right margin of the page.
    """

    name: str
    label: str
    value: str = ""
    lines: int = 1
    max_length: int = 0
    width: Length = 0
    is_required: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DateField:
    """A field for a date, written TT-BB-TTTT (a check would need a script)."""

    name: str
    label: str
    value: str = ""
    width: Length = _DATES
    is_required: bool = False

    def as_text(self) -> TextField:
        """Return the text field that it is."""
        return TextField(
            name=self.name,
            label=f"{self.label}, {_DATE_HINT}",
            value=self.value,
            max_length=_DATE_LENGTH,
            width=self.width,
            is_required=self.is_required,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckBox:
    """A box to tick."""

    name: str
    label: str
    is_checked: bool = False
    is_required: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One choice of a group: ``key`` is stored, ``label`` printed."""

    key: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RadioGroup:
    """A group of choices of which one holds; ``value`` is the key of the one chosen, or empty."""

    name: str
    label: str
    options: tuple[Option, ...]
    value: str = ""
    is_required: bool = False


Field: TypeAlias = TextField | DateField | CheckBox | RadioGroup


def slot(name: str, style: TextStyle, *, option: str = "") -> Run:
    """Return a run that stands for the field ``name``, or for one option of a group."""
    link = f"{SCHEME}{name}/{option}" if option else SCHEME + name
    return Run(text=_ROOM, style=style, link=link, no_break=True)


def field_rows(
    fields: tuple[Field, ...], *, style: TextStyle, width: Length, label_width: Length = _LABELS
) -> tuple[Block, ...]:
    """Return rows with a label on the left and its field on the right, ``width`` wide altogether."""
    return tuple(_row(each, style, (label_width, width - label_width)) for each in fields)


def _row(each: Field, style: TextStyle, columns: tuple[Length, Length]) -> Grid:
    size = pt(style.size / 2)
    label = each.label if not isinstance(each, CheckBox) else ""
    lines = each.lines if isinstance(each, TextField) else 1
    geometry = ParagraphStyle(pitch=round(size * (1.75 if lines == 1 else 1.3 * lines + 0.4)))
    content: tuple[Run, ...]
    match each:
        case CheckBox():
            content = (slot(each.name, style), Run(text=f" {each.label}", style=style))
        case RadioGroup():
            content = tuple(
                run
                for option in each.options
                for run in (
                    slot(each.name, style, option=option.key),
                    Run(text=f" {option.label}   ", style=style),
                )
            )
        case _:
            content = (slot(each.name, style),)
    texts = Paragraph(inlines=(Run(text=label, style=style),), style=ParagraphStyle(pitch=round(size * 1.75)))
    cells = (
        Cell(blocks=(texts,)),
        Cell(blocks=(Paragraph(inlines=content, style=geometry),), valign=VAlign.TOP),
    )
    return Grid(columns=columns, rows=(Row(cells=cells),), layout=True, after=pt(2))
