"""Tables: GitHub's syntax, with rows above the alignment row as head and cells that span."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from kopsurat.content.blocks import Cell, Paragraph, Row, Table
from kopsurat.content.inline_parser import parse_inline
from kopsurat.content.source import hidden

if TYPE_CHECKING:
    from kopsurat.content.source import Line, Source

__all__ = ["is_table_line", "parse_table"]

Align = Literal["left", "center", "right"]
Borders = Literal["all", "horizontal", "none"]

MAX_COLUMNS: Final = 40
_FEW: Final = 3
"""Dashes that Markdown asks for in every column."""
_DELIMITER: Final = re.compile(r"\|?(?:\s*:?-+:?\s*\|)*\s*:?-+:?\s*\|?$")
_HEIGHT: Final = re.compile(r"tinggi=(\d{1,3}(?:[.,]\d)?)$")


@dataclass(slots=True)
class _Draft:
    """A cell whose spans still grow."""

    text: str
    line: int
    colspan: int = 1
    rowspan: int = 1


def is_table_line(line: Line) -> bool:
    """Return whether a line begins with the bar of a table row."""
    return line.stripped.startswith("|")


def parse_table(lines: list[Line], source: Source, options: str = "") -> Table | None:
    """Return the table that all of ``lines`` make, or None when they hold none.

    ``options`` are the words after ``::: tabel``: ``tanpa-garis``, ``garis-mendatar``, ``tinggi=8``
    (millimetres) and the caption.
    """
    delimiter = next((at for at, line in enumerate(lines) if _is_delimiter(line)), None)
    if delimiter is None:
        source.fault("markup-table-delimiter", lines[0].number, lines[0].stripped)
        return None
    aligns, widths = _columns(lines[delimiter], lines[delimiter - 1] if delimiter else None)
    if len(aligns) > MAX_COLUMNS:
        source.fault("markup-table-wide", lines[0].number, columns=len(aligns), maximum=MAX_COLUMNS)
        return None
    head = [line for line in lines[:delimiter] if any(_split(line.stripped))]
    drafts = _drafts(head + lines[delimiter + 1 :], len(aligns), source)
    borders, height, caption = _options(options)
    return Table(
        rows=tuple(_row(row, height if at >= len(head) else 0, source) for at, row in enumerate(drafts)),
        aligns=aligns,
        widths=widths,
        header_rows=len(head),
        borders=borders,
        caption=caption,
    )


def _is_delimiter(line: Line) -> bool:
    return "-" in line.text and "|" in line.text and _DELIMITER.match(line.stripped) is not None


def _columns(line: Line, above: Line | None) -> tuple[tuple[Align, ...], tuple[float, ...]]:
    """Return alignments, and widths by the number of dashes.

    There are none when all are equal or few, as they are where only the colons make a difference, nor
    when the dashes only fill the cells of the row above: then the source was made to look tidy.
    """
    cells = _split(line.stripped)
    aligns: list[Align] = [
        "center" if cell.startswith(":") and cell.endswith(":") else "right" if cell.endswith(":") else "left"
        for cell in cells
    ]
    dashes = [float(cell.count("-")) for cell in cells]
    is_tidy = above is not None and _bars(above.stripped) == _bars(line.stripped)
    is_meant = len(set(dashes)) > 1 and max(dashes) > _FEW
    return tuple(aligns), tuple(dashes) if is_meant and not is_tidy else ()


def _bars(text: str) -> tuple[int, ...]:
    return tuple(at for at, character in enumerate(text) if character == "|")


def _split(text: str) -> list[str]:
    return [cell.strip(" ") for cell in text.removeprefix("|").removesuffix("|").split("|")]


def _drafts(lines: list[Line], columns: int, source: Source) -> list[list[_Draft]]:
    """Resolve ``<`` (one with the cell at the left) and ``^`` (one with the cell above)."""
    rows: list[list[_Draft]] = []
    above: list[_Draft | None] = [None] * columns
    for line in lines:
        texts = _split(line.stripped)
        if len(texts) > columns:
            source.fault("markup-table-ragged", line.number, line.stripped, cells=len(texts), columns=columns)
            texts = texts[:columns]
        row, above = _draft_row(texts + [""] * (columns - len(texts)), above, line, source)
        rows.append(row)
    return rows


def _draft_row(
    texts: list[str], above: list[_Draft | None], line: Line, source: Source
) -> tuple[list[_Draft], list[_Draft | None]]:
    row: list[_Draft] = []
    owners: list[_Draft | None] = []
    grown: set[int] = set()
    for column, text in enumerate(texts):
        owner: _Draft | None = None
        if text == "^" and (owner := above[column]) is not None:
            if id(owner) not in grown:
                owner.rowspan += 1
                grown.add(id(owner))
        elif text == "<" and column and (owner := owners[column - 1]) is not None and owner in row:
            owner.colspan += 1
        else:
            if text in {"^", "<"}:
                source.fault("markup-table-span", line.number, text)
            owner = _Draft(text, line.number)
            row.append(owner)
        owners.append(owner)
    _check_blocks(row, owners, above, line, source)
    return row, owners


def _check_blocks(
    row: list[_Draft],
    owners: list[_Draft | None],
    above: list[_Draft | None],
    line: Line,
    source: Source,
) -> None:
    """Report a cell that spans rows but not over all of its columns: no rectangle."""
    for owner in {id(each): each for each in owners if each is not None and each not in row}.values():
        covered = [column for column, each in enumerate(owners) if each is owner]
        before = [column for column, each in enumerate(above) if each is owner]
        if covered != before:
            source.fault("markup-table-span", line.number, owner.text)


def _row(drafts: list[_Draft], height: float, source: Source) -> Row:
    cells = []
    for draft in drafts:
        content = parse_inline(draft.text.replace("\\ ", hidden("\n")), draft.line, source)
        blocks = (Paragraph(content=content),) if content else ()
        cells.append(Cell(content=blocks, colspan=draft.colspan, rowspan=draft.rowspan))
    return Row(cells=tuple(cells), height=height)


def _options(options: str) -> tuple[Borders, float, str]:
    borders: Borders = "all"
    height = 0.0
    caption = []
    for word in options.split():
        if word == "tanpa-garis":
            borders = "none"
        elif word == "garis-mendatar":
            borders = "horizontal"
        elif match := _HEIGHT.match(word):
            height = float(match[1].replace(",", "."))
        else:
            caption.append(word)
    return borders, height, " ".join(caption)
