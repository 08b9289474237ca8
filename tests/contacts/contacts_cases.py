"""Reading the tables of cases beside the tests."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).parent / "data"
_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[ntr\\])")
_SHORT = {"n": "\n", "t": "\t", "r": "\r", "\\": "\\"}


class Case(NamedTuple):
    """One row: what is read, and what should come of it by key."""

    kind: str
    text: str
    expected: dict[str, str]
    note: str


def unescaped(text: str) -> str:
    """Return ``text`` with its backslash escapes resolved."""
    return _ESCAPE.sub(lambda match: _SHORT.get(match[1]) or chr(int(match[1][1:], 16)), text)


def read_cases(name: str = "contacts_cases.tsv") -> list[Case]:
    """Return the rows of a table of cases."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()[1:]
    return [_case(line.split("\t")) for line in lines if line]


def _case(cells: list[str]) -> Case:
    kind, text, expected, note = [*cells, ""][:4]
    if kind in {"wa", "tel"} and not expected.startswith("reject="):
        return Case(kind, unescaped(text), {"link": expected}, note)
    pairs = (pair.partition("=") for pair in expected.split(" | ") if pair)
    return Case(kind, unescaped(text), {key: value for key, _, value in pairs}, note)
