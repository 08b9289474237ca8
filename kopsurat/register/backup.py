"""Backup and restore as lines of JSON that any database takes: one header, then a line a row."""

from __future__ import annotations

import datetime as dt
import json
from typing import IO, TYPE_CHECKING, Any, Final

from sqlalchemy import LargeBinary, select

from kopsurat.errors import RegisterError
from kopsurat.register import schema

if TYPE_CHECKING:
    from sqlalchemy import Column, Connection, Table

__all__ = ["dump", "is_backup", "load"]

_FORMAT: Final = "kopsurat-register-1"
_TABLES: Final = {table.name: table for table in schema.metadata.sorted_tables}
_BATCH: Final = 1000


def is_backup(text: str) -> bool:
    """Tell whether a file that begins with this line is a backup."""
    try:
        _check_header(text)
    except RegisterError as error:
        return error.code == "register-too-new"
    return True


def dump(connection: Connection, out: IO[str]) -> int:
    """Write every row to ``out``; return how many. The last line counts them: a cut file is noticed."""
    out.write(json.dumps({"format": _FORMAT, "version": schema.VERSION}) + "\n")
    count = 0
    for name, table in _TABLES.items():
        for row in connection.execute(select(table).order_by(*table.primary_key.columns)):
            values = {column.name: _out(value) for column, value in zip(table.columns, row, strict=True)}
            out.write(json.dumps({"table": name, "row": values}, ensure_ascii=False) + "\n")
            count += 1
    out.write(json.dumps({"rows": count}) + "\n")
    return count


def load(connection: Connection, source: IO[str]) -> int:
    """Put the rows of a backup into an empty register; return how many.

    Raises :class:`RegisterError` for a register that holds anything, for a file that is no backup,
    and for one that was cut off; the register then stays empty (the caller's transaction).
    """
    if connection.execute(select(schema.log.c.sequence).limit(1)).first() is not None:
        raise RegisterError("register-not-empty")
    for table in reversed(schema.metadata.sorted_tables):
        connection.execute(table.delete())
    _check_header(source.readline())
    count, waiting = 0, _Waiting(connection)
    for text in source:
        line = _line(text)
        if "rows" in line:
            waiting.flush()
            if line["rows"] != count:
                break
            return count
        waiting.add(str(line.get("table")), line.get("row"))
        count += 1
    raise RegisterError("backup-cut-off", rows=count)


class _Waiting:
    """Rows of one table that go into the database together."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._table: Table | None = None
        self._rows: list[dict[str, Any]] = []

    def add(self, name: str, row: object) -> None:
        table = _TABLES.get(name)
        if table is None or not isinstance(row, dict):
            raise RegisterError("backup-unreadable", value=name)
        if table is not self._table or len(self._rows) >= _BATCH:
            self.flush()
            self._table = table
        self._rows.append({column.name: _in(row.get(column.name), column) for column in table.columns})

    def flush(self) -> None:
        if self._table is not None and self._rows:
            self._connection.execute(self._table.insert(), self._rows)
        self._rows = []


def _check_header(text: str) -> None:
    header = _line(text)
    if header.get("format") != _FORMAT:
        raise RegisterError("backup-unreadable", value=_shown(text))
    version = header.get("version")
    if type(version) is not int:
        raise RegisterError("backup-unreadable", value=_shown(text))
    if version > schema.VERSION:
        raise RegisterError("register-too-new", value=version, supported=schema.VERSION)


def _line(text: str) -> dict[str, Any]:
    try:
        parsed = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise RegisterError("backup-unreadable", value=_shown(text)) from error
    if not isinstance(parsed, dict):
        raise RegisterError("backup-unreadable", value=_shown(text))
    return parsed


def _shown(text: str) -> str:
    """Return the beginning of a line as a sentence can quote it, whatever it holds."""
    return "".join(letter if letter.isprintable() else "·" for letter in text.rstrip()[:60])


def _out(value: Any) -> Any:  # noqa: ANN401 - any column
    if isinstance(value, (bytes, memoryview)):
        return bytes(value).hex()
    return value.isoformat() if isinstance(value, (dt.date, dt.datetime)) else value


def _in(value: Any, column: Column[Any]) -> Any:  # noqa: ANN401 - any column
    if value is None:
        return None
    try:
        if isinstance(column.type, LargeBinary):
            return bytes.fromhex(value)
        if column.type.python_type is dt.datetime:
            return dt.datetime.fromisoformat(value)
        if column.type.python_type is dt.date:
            return dt.date.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise RegisterError("backup-unreadable", value=str(value)[:60]) from error
    return value
