"""The fields of a letter type as JSON Schema 2020-12, for forms and for other systems."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kopsurat.content.templates.examples import as_json
from kopsurat.content.templates.fields import (
    MOST_CHARACTERS,
    MOST_CHARACTERS_LONG,
    MOST_ROWS,
    Field,
    FieldType,
)

if TYPE_CHECKING:
    from kopsurat.content.templates.template import Template

__all__ = ["schema_of"]

ONE_LINE = r"^[^\r\n]*\S[^\r\n]*$"
DIALECT = "https://json-schema.org/draft/2020-12/schema"

_SHAPES: dict[FieldType, dict[str, Any]] = {
    FieldType.TEXT: {"type": "string", "minLength": 1, "maxLength": MOST_CHARACTERS, "pattern": ONE_LINE},
    FieldType.LONG_TEXT: {
        "type": "string",
        "minLength": 1,
        "maxLength": MOST_CHARACTERS_LONG,
        "pattern": r"\S",
    },
    FieldType.NUMBER: {"type": "number", "minimum": 0, "exclusiveMaximum": 10**15},
    FieldType.AMOUNT: {"type": "integer", "minimum": 0, "exclusiveMaximum": 10**15},
    FieldType.DATE: {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
    FieldType.TIME: {"type": "string", "pattern": r"^([01]\d|2[0-3])[.:][0-5]\d$"},
    FieldType.NIK: {"type": "string", "pattern": "^[0-9]{16}$"},
    FieldType.KK: {"type": "string", "pattern": "^[0-9]{16}$"},
    FieldType.NIP: {"type": "string", "pattern": "^([0-9] ?){18}$"},
    FieldType.PHONE: {"type": "string", "minLength": 3, "maxLength": MOST_CHARACTERS, "pattern": ONE_LINE},
    FieldType.EMAIL: {"type": "string", "format": "email", "maxLength": MOST_CHARACTERS},
    FieldType.WEBSITE: {"type": "string", "minLength": 4, "maxLength": MOST_CHARACTERS, "pattern": ONE_LINE},
    FieldType.CHOICE: {"type": "string"},
    FieldType.YES_NO: {"type": "boolean"},
}


def schema_of(template: Template) -> dict[str, Any]:
    """Return the JSON Schema of the values of a letter type."""
    return {
        "$schema": DIALECT,
        "$id": f"urn:kopsurat:jenis:{template.code}",
        "title": template.title,
        **({"description": template.description} if template.description else {}),
        **_object(template.fields),
    }


def _object(fields: tuple[Field, ...]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {field.name: _property(field) for field in fields},
        "required": [field.name for field in fields if field.is_required],
        "additionalProperties": False,
    }


def _property(field: Field) -> dict[str, Any]:
    shape: dict[str, Any] = {"title": field.label}
    if field.help:
        shape["description"] = field.help
    if field.type is FieldType.LIST:
        shape |= {"type": "array", "maxItems": MOST_ROWS, "items": _object(field.columns)}
        if field.is_required:
            shape["minItems"] = 1
    else:
        shape |= _SHAPES[field.type]
    if field.choices:
        shape["enum"] = list(field.choices)
    if field.example is not None:
        shape["examples"] = [as_json(field.example)]
    return shape
