"""Comparing the tables with the log: both tell the same story, or somebody worked around the register."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from kopsurat.register import journal
from kopsurat.register.schema import letters, numbers, revocations, shipments
from kopsurat.register.values import LogFault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Table

__all__ = ["faults"]

_LETTER_FACTS = (
    "direction", "year", "agenda", "nomor", "date", "day", "party", "summary", "kind", "seal_id", "kid",
)  # fmt: skip
_FACTS: dict[str, tuple[Table, tuple[str, ...]]] = {
    "letter": (letters, _LETTER_FACTS),
    "revocation": (revocations, ("seal_id", "kid", "day", "reason", "replacement")),
    "shipment": (shipments, ("day", "nomor", "letter_date", "summary", "party", "remark")),
    "number-used": (numbers, ("scope", "year", "value", "nomor")),
}


def faults(connection: Connection) -> Iterator[LogFault]:
    """Yield every break of the chain and every row that differs from what the log says of it."""
    yield from journal.chain_faults(connection)
    logged: dict[str, list[tuple[str, ...]]] = {action: [] for action in _FACTS}
    for line in journal.lines(connection):
        action = line.get("action")
        if action in logged:
            logged[action].append(_row(line, _FACTS[action][1]))
    for action, (table, names) in _FACTS.items():
        yield from _differences(action, logged[action], list(_rows(connection, table, names)))


def _differences(
    action: str, logged: list[tuple[str, ...]], stored: list[tuple[str, ...]]
) -> Iterator[LogFault]:
    for row in _without(logged, stored):
        yield LogFault(sequence=0, code="row-missing", detail=f"{action}: {' | '.join(row)}")
    for row in _without(stored, logged):
        yield LogFault(sequence=0, code="row-unlogged", detail=f"{action}: {' | '.join(row)}")


def _without(rows: list[tuple[str, ...]], others: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    return list((Counter(rows) - Counter(others)).elements())


def _rows(connection: Connection, table: Table, names: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    chosen = select(*(table.c[name] for name in names))
    if table is numbers:
        chosen = chosen.where(numbers.c.state == "used")
    for row in connection.execute(chosen):
        yield _row(dict(zip(names, row, strict=True)), names)


def _row(facts: dict[str, Any], names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_text(facts.get(name)) for name in names)


def _text(fact: Any) -> str:  # noqa: ANN401 - any column
    if fact is None:
        return ""
    if isinstance(fact, (bytes, memoryview)):
        return bytes(fact).hex()
    return fact.isoformat() if hasattr(fact, "isoformat") else str(fact)
