"""Running numbers: reserve, use, give back. The lowest free number always goes first, so no gap stays."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import and_, func, or_, select, update

from kopsurat.errors import RegisterError
from kopsurat.register import journal
from kopsurat.register.schema import counters, letters, numbers
from kopsurat.register.values import Reservation

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection

__all__ = ["LEASE", "give_back", "is_taken", "mark_used", "reserve", "use"]

LEASE: Final = dt.timedelta(minutes=10)
"""How long a number is held for a process that may have died; our choice, longer than any letter takes."""


def reserve(
    connection: Connection,
    scope: str,
    year: int,
    *,
    token: str,
    now: dt.datetime,
    lease: dt.timedelta = LEASE,
) -> Reservation:
    """Hold the lowest number of the scope and year that is not used and not held by anyone alive."""
    value = _lowest_free(connection, scope, year, now)
    held = {"state": "reserved", "token": token, "lease": _utc(now + lease), "nomor": None}
    if value is None:
        value = _count_up(connection, scope, year)
        connection.execute(numbers.insert().values(scope=scope, year=year, value=value, **held))
    else:
        connection.execute(update(numbers).where(_is(scope, year, value)).values(**held))
    return Reservation(scope=scope, year=year, value=value, token=token)


def use(connection: Connection, reservation: Reservation, nomor: str, *, now: dt.datetime) -> None:
    """Mark the reserved number as used by the letter with this nomor.

    Raises :class:`RegisterError` if the lease ended and somebody else holds or used the number, or
    if the nomor already stands on another letter of the year.
    """
    if is_taken(connection, reservation.year, nomor):
        raise RegisterError("nomor-taken", value=nomor, year=reservation.year)
    mark_used(connection, reservation, nomor, now=now)


def mark_used(connection: Connection, reservation: Reservation, nomor: str, *, now: dt.datetime) -> None:
    """Mark a reserved number as used, also by a letter that has its nomor without having taken it here."""
    _change(connection, reservation, {"state": "used", "nomor": nomor, "lease": None})
    journal.append(
        connection,
        "number-used",
        {
            "at": _utc(now).isoformat(),
            "scope": reservation.scope,
            "year": reservation.year,
            "value": reservation.value,
            "nomor": nomor,
        },
    )


def give_back(connection: Connection, reservation: Reservation) -> None:
    """Make a reserved number free again; the next reservation of its scope and year gets it."""
    _change(connection, reservation, {"state": "free", "lease": None})


def is_taken(connection: Connection, year: int, nomor: str) -> bool:
    """Tell whether the nomor stands on a letter of the year, or was taken for one."""
    taken = connection.execute(
        select(numbers.c.value).where(numbers.c.year == year, numbers.c.nomor == nomor)
    ).scalar()
    sent = connection.execute(
        select(letters.c.agenda).where(
            letters.c.direction == "keluar", letters.c.year == year, letters.c.nomor == nomor
        )
    ).scalar()
    return taken is not None or sent is not None


def _change(connection: Connection, reservation: Reservation, values: dict[str, Any]) -> None:
    changed = connection.execute(
        update(numbers)
        .where(
            _is(reservation.scope, reservation.year, reservation.value),
            numbers.c.state == "reserved",
            numbers.c.token == reservation.token,
        )
        .values(**values)
    )
    if changed.rowcount != 1:
        raise RegisterError(
            "reservation-lost", value=reservation.value, scope=reservation.scope, year=reservation.year
        )


def _lowest_free(connection: Connection, scope: str, year: int, now: dt.datetime) -> int | None:
    is_open = or_(numbers.c.state == "free", and_(numbers.c.state == "reserved", numbers.c.lease < _utc(now)))
    return connection.execute(
        select(func.min(numbers.c.value)).where(numbers.c.scope == scope, numbers.c.year == year, is_open)
    ).scalar()


def _count_up(connection: Connection, scope: str, year: int) -> int:
    of_scope = and_(counters.c.scope == scope, counters.c.year == year)
    last = connection.execute(select(counters.c.last).where(of_scope)).scalar()
    if last is None:
        connection.execute(counters.insert().values(scope=scope, year=year, last=1))
        return 1
    connection.execute(update(counters).where(of_scope).values(last=last + 1))
    return int(last) + 1


def _is(scope: str, year: int, value: int) -> ColumnElement[bool]:
    return and_(numbers.c.scope == scope, numbers.c.year == year, numbers.c.value == value)


def _utc(moment: dt.datetime) -> dt.datetime:
    """Return the moment in UTC without its zone: SQLite keeps none."""
    return moment.astimezone(dt.UTC).replace(tzinfo=None, microsecond=0)
