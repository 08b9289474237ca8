"""Example values of a letter type, and an example letter made of them."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kopsurat.content.templates.template import Template

__all__ = ["as_json", "example_letter", "example_values"]

SAMPLE_DATE = dt.date(2026, 11, 24)


def example_values(template: Template) -> dict[str, Any]:
    """Return the example of every field that has one, as JSON would hold it."""
    return {field.name: as_json(field.example) for field in template.fields if field.example is not None}


def as_json(value: Any) -> Any:  # noqa: ANN401 - TOML to JSON
    """Return a value of TOML as JSON holds it: dates and times as texts."""
    match value:
        case dt.date() | dt.time():
            return value.isoformat()
        case list() | tuple():
            return [as_json(each) for each in value]
        case dict():
            return {key: as_json(each) for key, each in value.items()}
        case _:
            return value


def example_letter(template: Template) -> str:
    """Return a complete surat.md of the type: front matter with ``[isian]``, no body of its own."""
    nomor = {"nomor": _sample_nomor(template)} if template.has_nomor else {}
    head = {"jenis": template.code, **nomor, "tanggal": SAMPLE_DATE, **template.sample}
    lines = ["+++", *(f"{key} = {_toml(value)}" for key, value in head.items())]
    values = {field.name: field.example for field in template.fields if field.example is not None}
    if values:
        lines += ["", "[isian]", *(f"{key} = {_toml(value)}" for key, value in values.items())]
    return "\n".join([*lines, "+++", ""])


def _sample_nomor(template: Template) -> str:
    klasifikasi = template.classification or template.old_classification or "400.10.2"
    return f"{klasifikasi}/012/DS-SM/XI/2026"


def _toml(value: Any) -> str:  # noqa: ANN401 - TOML
    match value:
        case bool():
            return "true" if value else "false"
        case dt.date():
            return value.isoformat()
        case list() | tuple() if value and all(isinstance(each, dict) for each in value):
            rows = "".join(f"  {_toml(each)},\n" for each in value)
            return f"[\n{rows}]"
        case list() | tuple():
            return "[" + ", ".join(_toml(each) for each in value) + "]"
        case dict():
            return "{ " + ", ".join(f"{key} = {_toml(each)}" for key, each in _items(value)) + " }"
        case int() | float():
            return str(value)
        case _:
            return json.dumps(str(value), ensure_ascii=False)


def _items(table: Mapping[str, Any]) -> list[tuple[str, Any]]:
    return list(table.items())
