"""The log: every change as one line of canonical JSON, each hashed together with the hash before it.

Whoever alters, removes or inserts a line breaks every hash after it. Cutting lines off the end is
found by comparing the last hash with one noted elsewhere (``kopsurat log head``).
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import func, select, update

from kopsurat.register.schema import log, state
from kopsurat.register.values import LogFault

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sqlalchemy import Connection

__all__ = ["GENESIS", "append", "chain_faults", "chained_hash", "has_line", "head", "lines"]

GENESIS: Final = hashlib.sha256(b"kopsurat register log 1").hexdigest()


def append(connection: Connection, action: str, facts: Mapping[str, Any]) -> None:
    """Add a line to the log. The caller holds the writers' lock."""
    sequence = 1 + (connection.execute(select(func.max(log.c.sequence))).scalar() or 0)
    line = json.dumps({"action": action, **facts}, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    digest = chained_hash(head(connection), sequence, line)
    connection.execute(log.insert().values(sequence=sequence, line=line, hash=digest))
    connection.execute(update(state).where(state.c.key == "head").values(value=digest))


def head(connection: Connection) -> str:
    """Return the hash of the last line."""
    return str(connection.execute(select(state.c.value).where(state.c.key == "head")).scalar_one())


def has_line(connection: Connection, digest: str) -> bool:
    """Return whether a line has this hash. The empty log's is known too."""
    found = connection.execute(select(log.c.sequence).where(log.c.hash == digest.lower())).first()
    return found is not None or digest.lower() == GENESIS


def chained_hash(previous: str, sequence: int, line: str) -> str:
    """Return the hash of a line in its place."""
    return hashlib.sha256(f"{previous}\n{sequence}\n{line}".encode()).hexdigest()


def lines(connection: Connection) -> Iterator[dict[str, Any]]:
    """Yield what every line says, in order; a line that is no JSON object yields an empty one."""
    for (line,) in connection.execute(select(log.c.line).order_by(log.c.sequence)):
        try:
            parsed = json.loads(line)
        except ValueError:
            parsed = {}
        yield parsed if isinstance(parsed, dict) else {}


def chain_faults(connection: Connection) -> Iterator[LogFault]:
    """Yield the first break of the chain, and a head that is not the last line's hash."""
    previous, expected = GENESIS, 1
    for sequence, line, digest in connection.execute(select(log).order_by(log.c.sequence)):
        if sequence != expected:
            yield LogFault(sequence=expected, code="log-line-missing", detail=f"line {expected} is missing")
            return
        if chained_hash(previous, sequence, line) != digest:
            yield LogFault(sequence=sequence, code="log-line-changed", detail=f"line {sequence} was changed")
            return
        previous, expected = digest, expected + 1
    if head(connection) != previous:
        yield LogFault(sequence=expected, code="log-cut", detail="lines are missing at the end")
