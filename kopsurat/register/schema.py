"""The tables of the register and the steps from one version of them to the next.

Owner of SQLAlchemy's schema language. Every version of the schema is reached by the same steps,
whether the database is new or old.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import (
    CheckConstraint,
    Column,
    Connection,
    Date,
    DateTime,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    inspect,
    select,
    update,
)

from kopsurat.errors import RegisterError

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "VERSION",
    "counters",
    "letters",
    "log",
    "metadata",
    "migrate",
    "numbers",
    "revocations",
    "shipments",
    "state",
]

metadata: Final = MetaData()

state: Final = Table(
    "kopsurat_state",
    metadata,
    Column("key", String(32), primary_key=True),
    Column("value", Text, nullable=False),
)
"""``version`` of the schema; ``head``, the hash of the log's last line, whose lock writers wait for."""

counters: Final = Table(
    "kopsurat_counter",
    metadata,
    Column("scope", String(64), primary_key=True),
    Column("year", Integer, primary_key=True),
    Column("last", Integer, nullable=False),
)

numbers: Final = Table(
    "kopsurat_number",
    metadata,
    Column("scope", String(64), primary_key=True),
    Column("year", Integer, primary_key=True),
    Column("value", Integer, primary_key=True),
    Column("state", String(8), nullable=False),
    Column("token", String(32), nullable=False),
    Column("lease", DateTime, nullable=True),  # UTC, while reserved
    Column("nomor", Text, nullable=True),  # as printed, once used
    CheckConstraint("state IN ('reserved', 'used', 'free')", name="kopsurat_number_state"),
    CheckConstraint("(state = 'used') = (nomor IS NOT NULL)", name="kopsurat_number_nomor"),
)
Index("kopsurat_number_open", numbers.c.scope, numbers.c.year, numbers.c.state)

letters: Final = Table(
    "kopsurat_letter",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("direction", String(8), nullable=False),
    Column("year", Integer, nullable=False),
    Column("agenda", Integer, nullable=False),
    Column("nomor", Text, nullable=False),
    Column("date", Date, nullable=False),
    Column("day", Date, nullable=False),
    Column("party", Text, nullable=False),
    Column("summary", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("seal_id", LargeBinary(8), nullable=True, unique=True),
    Column("kid", LargeBinary(4), nullable=True),
    CheckConstraint("direction IN ('keluar', 'masuk')", name="kopsurat_letter_direction"),
    UniqueConstraint("direction", "year", "agenda", name="kopsurat_letter_agenda"),
)
# Letters that come in carry other offices' numbers, which may repeat; our own may not within a year.
Index(
    "kopsurat_letter_nomor",
    letters.c.year,
    letters.c.nomor,
    unique=True,
    sqlite_where=letters.c.direction == "keluar",
    postgresql_where=letters.c.direction == "keluar",
)

revocations: Final = Table(
    "kopsurat_revocation",
    metadata,
    Column("seal_id", LargeBinary(8), primary_key=True),
    Column("kid", LargeBinary(4), nullable=False),
    Column("day", Date, nullable=False),
    Column("reason", Text, nullable=False),
    Column("replacement", LargeBinary(8), nullable=True),
)

shipments: Final = Table(
    "kopsurat_shipment",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("day", Date, nullable=False),
    Column("nomor", Text, nullable=False),
    Column("letter_date", Date, nullable=False),
    Column("summary", Text, nullable=False),
    Column("party", Text, nullable=False),
    Column("remark", Text, nullable=False),
)

log: Final = Table(
    "kopsurat_log",
    metadata,
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    Column("line", Text, nullable=False),  # canonical JSON: what was done, when, with which facts
    Column("hash", String(64), nullable=False),
)


def _first_tables(connection: Connection) -> None:
    metadata.create_all(connection, tables=[state, counters, numbers, letters, revocations, log])


def _shipments(connection: Connection) -> None:
    metadata.create_all(connection, tables=[shipments])


_STEPS: Final[tuple[Callable[[Connection], None], ...]] = (_first_tables, _shipments)
VERSION: Final = len(_STEPS)


def migrate(connection: Connection, *, genesis: str) -> None:
    """Bring the tables to this version, inside the caller's transaction.

    ``genesis`` is the hash before the first line of the log. Raises :class:`RegisterError` for a
    register of a newer version.
    """
    version = _version(connection)
    if version > VERSION:
        raise RegisterError("register-too-new", value=version, supported=VERSION)
    if version == VERSION:
        return
    for step in _STEPS[version:]:
        step(connection)
    if version == 0:
        connection.execute(
            state.insert(), [{"key": "version", "value": str(VERSION)}, {"key": "head", "value": genesis}]
        )
    else:
        connection.execute(update(state).where(state.c.key == "version").values(value=str(VERSION)))


def _version(connection: Connection) -> int:
    if not inspect(connection).has_table(state.name):
        return 0
    found = connection.execute(select(state.c.value).where(state.c.key == "version")).scalar()
    return int(found) if found else 0
