"""The fields of the ``surat.json`` that a Word file carries."""

from __future__ import annotations

import contextlib
import json
from typing import Any

__all__ = ["carried_fields"]


def carried_fields(letter_file: bytes | None) -> dict[str, Any]:
    """Return the fields of ``surat.json`` that are not redacted; it comes from anybody, maybe damaged."""
    try:
        found = json.loads(letter_file or b"{}")
    except (ValueError, RecursionError):
        return {}
    fields = found.get("fields") if isinstance(found, dict) else None
    carried: dict[str, Any] = {}
    for pointer, leaf in fields.items() if isinstance(fields, dict) else ():
        if isinstance(leaf, dict) and "value" in leaf:
            with contextlib.suppress(AttributeError, TypeError):  # two pointers that exclude each other
                _put(carried, pointer.split("/")[1:], leaf["value"])
    return carried


def _put(carried: dict[str, Any], path: list[str], value: Any) -> None:  # noqa: ANN401 - JSON
    """Put the value of ``/kepada/0``, ``/isian/nama`` or ``/penandatangan/0/nama`` into its place."""
    match path:
        case [name]:
            carried[name] = value
        case ["isian", name]:
            carried.setdefault("isian", {})[name] = value
        case ["kepada" | "tembusan" as name, place] if place.isdigit():
            carried.setdefault(name, []).append(value)
        case ["penandatangan", place, key] if place.isdigit():
            carried.setdefault("penandatangan", {}).setdefault(place, {})[key] = value
