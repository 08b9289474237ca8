"""What a line of TOML that cannot be read was meant to be: the slips of people who type it by hand."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from kopsurat.dates import date_as_written

__all__ = ["Advice", "advise"]

_PAIR: Final = re.compile(r"\s*(?P<key>[A-Za-z0-9_]+)\s*=\s*(?P<value>\S.*?)\s*$")
_COLON: Final = re.compile(r"""\s*(?P<key>[A-Za-z0-9_]+)\s*:\s*(?P<value>\S.*?)\s*$""")
_CURLY: Final = str.maketrans(dict.fromkeys("“”„‟«»", '"'))
_DAY: Final = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")
_OPENED_LIST: Final = re.compile(r"\s*[A-Za-z0-9_]+\s*=\s*\[[^\]]*$")
_PLAIN_START: Final = re.compile(r"[^\W_]|[+(]")


class Advice(NamedTuple):
    """The code of a fault, the row at fault (from 0), and the line to write instead, if that is sure."""

    code: str
    row: int
    suggestion: str | None = None


def advise(lines: list[str], row: int, reason: str) -> Advice:
    """Return what is wrong at ``row`` (from 0), where :mod:`tomllib` stopped with ``reason``."""
    line = lines[row]
    if colon := _COLON.match(line):
        value = colon["value"].strip("\"'")
        return Advice("toml-colon", row, f'{colon["key"]} = "{value}"')
    if line.strip().startswith("[[") and (single := _single_table(lines, row)) is not None:
        return Advice("toml-table-single", single, f"[{lines[single].partition('#')[0].strip()}]")
    if reason.startswith(("Cannot overwrite", "Cannot declare")):
        return Advice("toml-key-twice", row)
    if reason.startswith("Unclosed array") and (opened := _opened_list(lines, row)) is not None:
        return Advice("toml-list-open", opened)
    if line.strip().startswith("[") and not line.rstrip().endswith("]"):
        return Advice("toml-table-open", row, line.strip() + "]" * (1 + line.strip().startswith("[[")))
    if pair := _PAIR.match(line):
        return _of_value(pair["key"], pair["value"], row)
    return Advice("toml-syntax", row)


def _single_table(lines: list[str], row: int) -> int | None:
    """Return the row before ``row`` that opens once, as ``[pejabat]``, what here is one of many."""
    name = lines[row].partition("#")[0].strip(" \t[]")
    return next((at for at in range(row) if lines[at].partition("#")[0].strip() == f"[{name}]"), None)


def _opened_list(lines: list[str], row: int) -> int | None:
    """Return the last row, up to ``row``, that opens a list and does not close it."""
    return next((at for at in range(row, -1, -1) if _OPENED_LIST.match(lines[at])), None)


def _of_value(key: str, value: str, row: int) -> Advice:
    straight = value.translate(_CURLY)
    bare = straight.partition(" #")[0].strip()
    if straight != value and not value.startswith('"'):
        return Advice("toml-quotes-curly", row, f"{key} = {straight}")
    if day := date_as_written(bare.strip('"')):
        return Advice("toml-date", row, f"{key} = {day.isoformat()}")
    if _DAY.fullmatch(bare):
        return Advice("toml-no-such-day", row)
    if value.startswith('"') and "\\" in value:
        return Advice("toml-backslash", row, f"{key} = {bare.replace(chr(92), '/')}")
    if value.startswith('"') and value.count('"') == 1:
        return Advice("toml-quote-open", row, f'{key} = {bare}"')
    if _PLAIN_START.match(value) and '"' not in value:
        return Advice("toml-unquoted", row, f'{key} = "{bare}"')
    return Advice("toml-syntax", row)
