"""The tables of the reference pages: each form that they show becomes what they say."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kopsurat.contacts import parse_email, parse_phone, parse_website
from kopsurat.errors import InvalidInput

_PAGES = Path(__file__).resolve().parents[2] / "docs" / "reference"
_READERS: dict[str, Callable[[str], Any]] = {
    "phone": parse_phone,
    "email": parse_email,
    "website": parse_website,
}


def _spans(cell: str) -> tuple[str, ...]:
    return tuple(re.findall(r"`([^`]+)`", cell))


def _rows(page: str) -> list[dict[str, tuple[str, ...]]]:
    """Return the rows of every table whose first column is "written", as code spans by column."""
    rows: list[dict[str, tuple[str, ...]]] = []
    heads: list[str] = []
    for line in page.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("|") else []
        if not cells:
            heads = []
        elif not heads:
            heads = cells
        elif heads[0] == "written" and not set(cells[0]) <= {"-"}:
            rows.append({head: _spans(cell) for head, cell in zip(heads, cells, strict=True)})
    return rows


_ALL = [
    pytest.param(kind, text, row, id=f"{kind}-{text}")
    for kind in _READERS
    for row in _rows((_PAGES / f"contacts-{kind}.md").read_text(encoding="utf-8"))
    for text in row["written"]
]


def test_the_tables_are_there() -> None:
    assert len(_ALL) > 100


@pytest.mark.parametrize(("kind", "text", "row"), _ALL)
def test_what_a_table_shows_is_so(kind: str, text: str, row: dict[str, tuple[str, ...]]) -> None:
    read = _READERS[kind]
    if "code" in row:
        with pytest.raises(InvalidInput) as raised:
            read(text)
        assert ((raised.value.code,), raised.value.suggestion) == (
            row["code"],
            next(iter(row["suggestion"]), None),
        )
        return
    value = read(text)
    assert (value.printed,) == row["printed"]
    assert value.warnings == row["warnings"]
    for attribute in row.keys() & {"kind", "tier", "url"}:
        assert (getattr(value, attribute),) == row[attribute]
