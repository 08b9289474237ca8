"""Forms to be filled in on a screen: a document with fields, still PDF/A-2a and PDF/UA-1 (ISO 32000-1, 12.7).

A field stands in a document as a run whose link is ``field:NAME``; :func:`slot` makes such runs and
:func:`field_rows` whole rows of labels and fields. :func:`render_form` draws the document and puts a
widget at every slot, with its own look and an embedded font, and without scripts (PDF/A forbids them).
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from kopsurat.backends.pdf.levels import Level
from kopsurat.errors import RenderError
from kopsurat.layout.measures import Length, mm, pt
from kopsurat.layout.model import Cell, Grid, Paragraph, ParagraphStyle, Row, Run, VAlign

if TYPE_CHECKING:
    from kopsurat.layout.model import Block, Document, TextStyle

__all__ = [
    "SCHEME", "CheckBox", "DateField", "Field", "Option", "RadioGroup", "TextField", "field_rows",
    "render_form", "slot",
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


def render_form(document: Document, fields: tuple[Field, ...], *, level: Level = Level.A2A) -> bytes:
    """Return the document as a PDF to be filled in.

    Every slot in the document must name a field and every field must have a slot, otherwise
    :class:`RenderError` ``form-slot-unknown`` or ``form-field-without-slot`` is raised; also
    ``form-name-twice``, ``form-name-unfit``, ``form-label-empty``, ``form-options-unfit``,
    ``form-option-unknown``, ``form-value-too-long``, ``form-size-unfit`` and ``form-level`` (PDF/A-1 is
    not offered). :class:`MissingGlyph` names a character that fields cannot hold.
    """
    from kopsurat.backends.pdf.file import PdfFile
    from kopsurat.backends.pdf.metadata import metadata_of
    from kopsurat.backends.pdf.widgets import Widgets
    from kopsurat.layout.typeset import typeset

    if level.part == 1:
        raise RenderError("form-level", value=level.value)
    out = io.BytesIO()
    file = PdfFile(out, level=level, lang=document.lang)
    widgets = Widgets(file.writer, _checked(fields), family=document.family)
    file.add(typeset(document), widgets=widgets)
    for attachment in document.attachments:
        file.attach(attachment, document.date)
    file.form = widgets.close()
    file.close(metadata_of(document))
    return out.getvalue()


def _checked(fields: tuple[Field, ...]) -> tuple[TextField | CheckBox | RadioGroup, ...]:
    names = [each.name for each in fields]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise RenderError("form-name-twice", value=twice)
    texts = tuple(each.as_text() if isinstance(each, DateField) else each for each in fields)
    for each, given in zip(texts, fields, strict=True):
        if not each.name or not each.name.isprintable() or set(each.name) & set("./"):
            raise RenderError("form-name-unfit", value=each.name)
        if not given.label.strip():
            raise RenderError("form-label-empty", value=each.name)
        if isinstance(each, RadioGroup):
            _check_options(each)
        elif isinstance(each, TextField):
            _check_text(each)
    return texts


def _check_options(group: RadioGroup) -> None:
    keys = [option.key for option in group.options]
    unfit = [key for key in keys if key in {"", "Off"} or keys.count(key) > 1]
    if unfit or not keys:
        raise RenderError("form-options-unfit", value=unfit[0] if unfit else "", name=group.name)
    if group.value and group.value not in keys:
        raise RenderError("form-option-unknown", value=group.value, name=group.name)


def _check_text(field: TextField) -> None:
    if min(field.lines - 1, field.width, field.max_length) < 0:
        raise RenderError("form-size-unfit", value=field.name)
    most = field.max_length or len(field.value)
    if len(field.value) > most or (field.lines == 1 and "\n" in field.value):
        raise RenderError("form-value-too-long", value=field.value, name=field.name, most=most)


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
