"""Letters in the agenda, their revocations, and the buku ekspedisi."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, or_, select

from kopsurat.errors import RegisterError
from kopsurat.register import journal
from kopsurat.register.schema import letters, revocations, shipments
from kopsurat.register.values import Entry, Record, Revocation, Shipment
from kopsurat.shapes import moved

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from sqlalchemy import Connection, Row, Select

__all__ = [
    "add",
    "add_all",
    "entries",
    "find_code",
    "find_seal",
    "issued",
    "revocations_of",
    "revoke",
    "search",
    "ship",
    "shipments_of",
]

_DIRECTIONS = ("keluar", "masuk")


def add(connection: Connection, record: Record, *, now: dt.datetime) -> Entry:
    """Enter a letter; return it with its number in the agenda of its year.

    Entering the same sealed letter again (a reprint) changes nothing. Raises
    :class:`RegisterError` for another letter of the office with the same nomor in the year.
    """
    if record.direction not in _DIRECTIONS:
        raise RegisterError("direction-unknown", value=record.direction)
    if record.seal_id is not None and (known := find_seal(connection, record.seal_id)):
        return known
    year = record.date.year if record.direction == "keluar" else record.day.year
    if record.direction == "keluar":
        _refuse_second(connection, record, year)
    same_book = (letters.c.direction == record.direction, letters.c.year == year)
    order = 1 + (connection.execute(select(func.max(letters.c.agenda)).where(*same_book)).scalar() or 0)
    facts = {**asdict(record), "year": year, "agenda": order}
    connection.execute(letters.insert().values(**facts))
    journal.append(connection, "letter", {"at": _stamp(now), **_printable(facts)})
    return Entry(record=record, order=order)


def add_all(connection: Connection, records: Iterable[Record], *, now: dt.datetime) -> tuple[Entry, ...]:
    """Enter letters in their order; the caller's transaction takes all of them, or none.

    Raises one :class:`ExceptionGroup` with the fault of every letter that is refused, its ``path`` being
    ``records[3]``.
    """
    entries: list[Entry] = []
    faults: list[RegisterError] = []
    for index, record in enumerate(records):
        try:
            entries.append(add(connection, record, now=now))
        except RegisterError as error:
            faults.append(moved(error, f"records[{index}]"))
    if faults:
        raise ExceptionGroup("letters that the register refuses", faults)
    return tuple(entries)


def revoke(connection: Connection, revocation: Revocation, *, now: dt.datetime) -> None:
    """Withdraw a sealed letter. Raises :class:`RegisterError` if it is unknown or already withdrawn."""
    entry = find_seal(connection, revocation.seal_id)
    if entry is None:
        raise RegisterError("seal-not-registered", value=revocation.seal_id.hex())
    if entry.revoked is not None:
        raise RegisterError("already-revoked", value=entry.record.nomor, day=entry.revoked.day.isoformat())
    if revocation.replacement is not None and find_seal(connection, revocation.replacement) is None:
        raise RegisterError("seal-not-registered", value=revocation.replacement.hex())
    facts = asdict(revocation)
    connection.execute(revocations.insert().values(**facts))
    journal.append(connection, "revocation", {"at": _stamp(now), **_printable(facts)})


def ship(connection: Connection, shipment: Shipment, *, now: dt.datetime) -> None:
    """Enter a letter that was handed over into the buku ekspedisi."""
    facts = asdict(shipment)
    connection.execute(shipments.insert().values(**facts))
    journal.append(connection, "shipment", {"at": _stamp(now), **_printable(facts)})


def find_seal(connection: Connection, seal_id: bytes) -> Entry | None:
    """Return the letter with this seal id, or None."""
    row = connection.execute(_letters_with_revocations().where(letters.c.seal_id == seal_id)).first()
    return None if row is None else _entry(row)


def find_code(connection: Connection, value: int) -> tuple[Entry, ...]:
    """Return the letters whose seal id begins with the 60 bits of a typed code."""
    first, last = ((value << 4 | rest).to_bytes(8, "big") for rest in (0, 15))
    chosen = _letters_with_revocations().where(letters.c.seal_id.between(first, last))
    return tuple(_entry(row) for row in connection.execute(chosen))


def entries(connection: Connection, direction: str, year: int) -> tuple[Entry, ...]:
    """Return the agenda of a year, in order."""
    chosen = _letters_with_revocations().where(letters.c.direction == direction, letters.c.year == year)
    return tuple(_entry(row) for row in connection.execute(chosen.order_by(letters.c.agenda)))


def search(connection: Connection, text: str, *, limit: int) -> tuple[Entry, ...]:
    """Return the letters whose nomor, party, summary or kind holds the text, newest first."""
    pattern = "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    columns = (letters.c.nomor, letters.c.party, letters.c.summary, letters.c.kind)
    chosen = _letters_with_revocations().where(or_(*(each.ilike(pattern, escape="\\") for each in columns)))
    ordered = chosen.order_by(letters.c.day.desc(), letters.c.id.desc()).limit(limit)
    return tuple(_entry(row) for row in connection.execute(ordered))


def issued(connection: Connection, kid: bytes) -> tuple[tuple[bytes, dt.date], ...]:
    """Return the ids of all letters sealed with a key and the days they were entered, sorted."""
    chosen = select(letters.c.seal_id, letters.c.day).where(
        letters.c.kid == kid, letters.c.seal_id.is_not(None)
    )
    return tuple(sorted((bytes(seal_id), day) for seal_id, day in connection.execute(chosen)))


def revocations_of(connection: Connection, kid: bytes | None = None) -> tuple[Revocation, ...]:
    """Return the revocations of a key, or all, sorted by seal id."""
    chosen = select(revocations)
    if kid is not None:
        chosen = chosen.where(revocations.c.kid == kid)
    found = (
        Revocation(
            seal_id=bytes(row.seal_id),
            kid=bytes(row.kid),
            day=row.day,
            reason=row.reason,
            replacement=None if row.replacement is None else bytes(row.replacement),
        )
        for row in connection.execute(chosen)
    )
    return tuple(sorted(found, key=lambda each: each.seal_id))


def shipments_of(connection: Connection, year: int) -> tuple[Shipment, ...]:
    """Return the buku ekspedisi of a year, in order."""
    rows = connection.execute(select(shipments).order_by(shipments.c.day, shipments.c.id))
    return tuple(
        Shipment(
            day=row.day,
            nomor=row.nomor,
            letter_date=row.letter_date,
            summary=row.summary,
            party=row.party,
            remark=row.remark,
        )
        for row in rows
        if row.day.year == year
    )


def _refuse_second(connection: Connection, record: Record, year: int) -> None:
    taken = connection.execute(
        select(letters.c.agenda).where(
            letters.c.direction == "keluar", letters.c.year == year, letters.c.nomor == record.nomor
        )
    ).scalar()
    if taken is not None:
        raise RegisterError("nomor-taken", value=record.nomor, year=year)


def _printable(facts: dict[str, Any]) -> dict[str, Any]:
    """Return facts as JSON values: bytes in hexadecimal, dates in ISO form."""
    return {
        name: fact.hex()
        if isinstance(fact, bytes)
        else fact.isoformat()
        if hasattr(fact, "isoformat")
        else fact
        for name, fact in facts.items()
    }


def _stamp(now: dt.datetime) -> str:
    return now.isoformat(timespec="seconds")


def _letters_with_revocations() -> Select[Any]:
    return select(
        letters,
        revocations.c.day.label("revoked_day"),
        revocations.c.reason.label("revoked_reason"),
        revocations.c.replacement.label("revoked_replacement"),
    ).outerjoin(revocations, revocations.c.seal_id == letters.c.seal_id)


def _entry(row: Row[Any]) -> Entry:
    seal_id = None if row.seal_id is None else bytes(row.seal_id)
    kid = None if row.kid is None else bytes(row.kid)
    record = Record(
        direction=row.direction,
        nomor=row.nomor,
        date=row.date,
        day=row.day,
        party=row.party,
        summary=row.summary,
        kind=row.kind,
        seal_id=seal_id,
        kid=kid,
    )
    if row.revoked_day is None or seal_id is None or kid is None:
        return Entry(record=record, order=row.agenda)
    replacement = None if row.revoked_replacement is None else bytes(row.revoked_replacement)
    revoked = Revocation(
        seal_id=seal_id, kid=kid, day=row.revoked_day, reason=row.revoked_reason, replacement=replacement
    )
    return Entry(record=record, order=row.agenda, revoked=revoked)
