"""Opening the register's database and holding its one writers' lock.

Owner of SQLAlchemy's engines. SQLite writes under ``BEGIN IMMEDIATE``, PostgreSQL under a row lock
on ``head``: one writer at a time, which the hash chain of the log asks for anyway.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from typing import TYPE_CHECKING, Any

from kopsurat.errors import KopsuratError, MissingExtra, RegisterError

if TYPE_CHECKING:
    from collections.abc import Iterator

try:
    import sqlalchemy as sa
    from sqlalchemy import exc as sa_exc
except ImportError as missing:
    raise MissingExtra("extra-missing", extra="db") from missing

from kopsurat.register import journal, schema

__all__ = ["connect", "reading", "writing"]

_BUSY_SECONDS = 30
_BUSY = (
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_BUSY_SNAPSHOT,
    sqlite3.SQLITE_BUSY_RECOVERY,
)


def connect(address: str | os.PathLike[str]) -> sa.Engine:
    """Return an engine for a database URL or the path of an SQLite file, its tables brought up to date.

    Raises :class:`RegisterError` if the database cannot be reached or is not a register.
    """
    url = _url(address)
    with _named_errors(url):
        engine = sa.create_engine(url, **_options(url))
    if url.get_backend_name() == "sqlite":
        sa.event.listen(engine, "connect", _prepare_sqlite)
        sa.event.listen(engine, "begin", _begin_sqlite)
    try:
        _bring_up_to_date(engine)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _bring_up_to_date(engine: sa.Engine) -> None:
    with _named_errors(engine.url), engine.connect() as connection:
        if engine.name == "postgresql":
            # Two processes that meet an empty database would both create its tables.
            connection.execute(sa.text("SELECT pg_advisory_xact_lock(7351932468)"))
        schema.migrate(connection, genesis=journal.GENESIS)
        connection.commit()


@contextlib.contextmanager
def writing(engine: sa.Engine) -> Iterator[sa.Connection]:
    """Hold the writers' lock for one transaction: all of it happens, or nothing."""
    with _named_errors(engine.url), engine.begin() as connection:
        connection.execute(
            sa.select(schema.state.c.value).where(schema.state.c.key == "head").with_for_update()
        )
        yield connection


@contextlib.contextmanager
def reading(engine: sa.Engine) -> Iterator[sa.Connection]:
    """Read one state of the register, however many queries it takes."""
    options: dict[str, Any] = {"kopsurat_reads_only": True}
    if engine.name == "postgresql":
        options["isolation_level"] = "REPEATABLE READ"
    with _named_errors(engine.url), engine.connect().execution_options(**options) as connection:
        yield connection


def _url(address: str | os.PathLike[str]) -> sa.URL:
    text = os.fspath(address)
    if "://" not in text:
        return sa.URL.create("sqlite", database=text)
    try:
        url = sa.make_url(text)
    except sa_exc.ArgumentError as error:
        raise RegisterError("register-address-invalid", value=_without_password(text)) from error
    if url.drivername in ("postgres", "postgresql"):
        url = url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() not in ("sqlite", "postgresql"):
        raise RegisterError("register-address-invalid", value=url.render_as_string(hide_password=True))
    return url


def _without_password(text: str) -> str:
    scheme, _, rest = text.partition("://")
    return f"{scheme}://{rest.rpartition('@')[2]}"


def _options(url: sa.URL) -> dict[str, Any]:
    if url.get_backend_name() == "sqlite":
        return {"connect_args": {"timeout": _BUSY_SECONDS}}
    return {"pool_pre_ping": True, "connect_args": {"connect_timeout": 10}}


def _prepare_sqlite(connection: Any, _record: object) -> None:  # noqa: ANN401 - DB-API connection
    connection.isolation_level = None  # the begin event below says when a transaction starts, and which
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _begin_sqlite(connection: sa.Connection) -> None:
    reads_only = connection.get_execution_options().get("kopsurat_reads_only", False)
    connection.exec_driver_sql("BEGIN" if reads_only else "BEGIN IMMEDIATE")


@contextlib.contextmanager
def _named_errors(url: sa.URL) -> Iterator[None]:
    """Turn what the database library raises into errors of our own, which name the register."""
    path = f"{url.database if url.get_backend_name() == 'sqlite' else url.render_as_string()}: "
    try:
        yield
    except sa_exc.IntegrityError as error:
        raise RegisterError("register-clash", path=path, detail=_first_line(error)) from error
    except (sa_exc.OperationalError, sa_exc.DatabaseError) as error:
        reason = getattr(error.orig, "sqlite_errorcode", None)
        if reason in _BUSY:
            raise RegisterError("register-busy", path=path, seconds=_BUSY_SECONDS) from error
        if reason == sqlite3.SQLITE_NOTADB:
            raise RegisterError("register-other-file", path=path) from error
        raise RegisterError("register-unreachable", path=path, detail=_first_line(error)) from error
    except sa_exc.SQLAlchemyError as error:
        raise RegisterError("register-failed", path=path, detail=_first_line(error)) from error
    except (OverflowError, UnicodeError) as error:
        raise RegisterError("register-value-unfit", path=path, detail=_first_line(error)) from error
    except KopsuratError:
        raise
    except ValueError as error:  # a day that is none, in a file of which a part was overwritten
        raise RegisterError("register-other-file", path=path) from error
    except ImportError as error:
        raise MissingExtra("database-driver-missing", extra="db", driver=error.name) from error


def _first_line(error: BaseException) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
