"""Forms to be filled in on a screen: a document with fields, still PDF/A-2a and PDF/UA-1 (ISO 32000-1, 12.7).

:func:`render_form` draws a document and puts a widget at every slot that stands for a field
(:mod:`kopsurat.backends.pdf.fields`), with its own look and an embedded font, and without scripts
(PDF/A forbids them).
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from kopsurat.backends.pdf.fields import (
    CheckBox,
    DateField,
    Field,
    Option,
    RadioGroup,
    TextField,
    field_rows,
    slot,
)
from kopsurat.backends.pdf.file import PdfFile
from kopsurat.backends.pdf.levels import Level
from kopsurat.backends.pdf.metadata import metadata_of
from kopsurat.backends.pdf.widgets import Widgets
from kopsurat.errors import RenderError
from kopsurat.layout.typeset import typeset

if TYPE_CHECKING:
    from kopsurat.layout.model import Document

__all__ = [
    "CheckBox", "DateField", "Field", "Option", "RadioGroup", "TextField", "field_rows", "render_form",
    "slot",
]  # fmt: skip


def render_form(document: Document, fields: tuple[Field, ...], *, level: Level = Level.A2A) -> bytes:
    """Return the document as a PDF to be filled in.

    Every slot in the document must name a field and every field must have a slot, otherwise
    :class:`RenderError` ``form-slot-unknown`` or ``form-field-without-slot`` is raised; also
    ``form-name-twice``, ``form-name-unfit``, ``form-label-empty``, ``form-options-unfit``,
    ``form-option-unknown``, ``form-value-too-long``, ``form-size-unfit`` and ``form-level`` (PDF/A-1 is
    not offered). :class:`MissingGlyph` names a character that fields cannot hold.
    """
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
