"""Tables that a spreadsheet saved: CSV, read as the spreadsheet shows them."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from kopsurat.cli.problems import CommandError
from kopsurat.cli.sources import read_bytes
from kopsurat.reading.files import not_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

__all__ = ["Row", "read_rows"]

_SEPARATOR_LINE: Final = re.compile(r'\A"?sep=([^"\r\n])"?\r?\n', re.IGNORECASE)
"""A first line that Excel takes as a note on the separator and does not show."""


class Row(NamedTuple):
    """A row of a table: its number as a spreadsheet counts, its cells by column, and that of the head."""

    number: int
    cells: dict[str, str]
    head: int = 1


def read_rows(path: Path) -> list[Row]:
    """Return the rows of a CSV file in UTF-8, separated by ``,``, ``;`` or tabs, as the head line shows.

    Spreadsheets leave out empty cells at the end of a row, or add some: a row may be shorter than the head,
    and longer by empty cells. Raises :class:`CommandError` ``cli-table-workbook``, ``cli-table-not-utf8``,
    ``cli-table-is-letter``, ``cli-table-empty``, ``cli-table-column-twice``, ``cli-table-malformed`` or
    ``cli-table-headless``.
    """
    text, separator = _text(path)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        lines = [(number, list(map(str.strip, cells))) for number, cells in enumerate(reader, 1)]
    except csv.Error as error:
        raise CommandError("cli-table-malformed", value=str(path), line=reader.line_num) from error
    filled = [(number, cells) for number, cells in lines if any(cells)]
    if len(filled) < 2:  # noqa: PLR2004 - the head and one row
        raise CommandError("cli-table-empty", value=str(path))
    head, names = filled[0]
    for position, name in enumerate(names):
        if name and name in names[:position]:
            raise CommandError("cli-table-column-twice", value=str(path), column=name)
    return [Row(number, _cells(path, number, names, cells), head) for number, cells in filled[1:]]


def _text(path: Path) -> tuple[str, str]:
    """Return the text of a table and what separates its cells."""
    data = read_bytes(path)
    if not_text(data):
        raise CommandError("cli-table-workbook", value=str(path))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CommandError("cli-table-not-utf8", value=str(path)) from None
    if text.startswith("+++"):
        raise CommandError("cli-table-is-letter", value=str(path))
    if noted := _SEPARATOR_LINE.match(text):
        return text[noted.end() :], noted[1]
    head = text.split("\n", maxsplit=1)[0]
    return text, max(",;\t", key=head.count)


def _cells(path: Path, number: int, names: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    heads = [*names, *[""] * (len(cells) - len(names))]
    for column, (head, cell) in enumerate(zip(heads, cells, strict=False), 1):
        if cell and not head:
            raise CommandError("cli-table-headless", value=str(path), line=number, column=column, cell=cell)
    shown = [*cells, *[""] * (len(names) - len(cells))]
    return {name: cell for name, cell in zip(names, shown, strict=False) if name}
