"""The front door of the register: one object, whose every method is one transaction."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Callable
from contextlib import contextmanager, suppress
from typing import IO, TYPE_CHECKING, Self

from kopsurat.arguments import PATH, expect, expect_each, expect_members, expect_moment
from kopsurat.errors import RegisterError
from kopsurat.register import agenda, audit, backup, database, journal, numbering
from kopsurat.register.numbering import LEASE
from kopsurat.register.values import Record, Reservation, Revocation, Shipment, check_value

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator
    from types import TracebackType

    from sqlalchemy import Engine

    from kopsurat.register.values import Entry, LogFault

__all__ = ["Register"]


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


class Register:
    """The register of an office.

    ``address`` is the path of an SQLite file, made if it does not exist, or a database URL
    (``postgresql://user@host/name``). ``clock`` returns the present moment, aware. Every method is
    one transaction; several processes may use the same register at once. Raises
    :class:`RegisterError` for anything the database refuses, :class:`MissingExtra` without the
    extra ``db``.

    >>> import tempfile, pathlib
    >>> folder = tempfile.TemporaryDirectory()
    >>> with Register(pathlib.Path(folder.name) / "register.db") as register:
    ...     with register.number("semua", 2026) as reservation:
    ...         register.use(reservation, f"005/{reservation.value:03}/DS-SM/XI/2026")
    ...     register.reserve("semua", 2026).value
    2
    >>> folder.cleanup()
    """

    def __init__(self, address: str | os.PathLike[str], *, clock: Callable[[], dt.datetime] = _now) -> None:
        expect(address, PATH, "address")
        expect(clock, Callable, "clock")
        self._engine: Engine = database.connect(address)
        self._clock = clock

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def _now(self) -> dt.datetime:
        now = self._clock()
        expect_moment(now, "clock")
        return now

    # Numbers

    def reserve(self, scope: str, year: int, *, lease: dt.timedelta = LEASE) -> Reservation:
        """Hold the next running number of a scope and year for the length of ``lease``."""
        expect(scope, str, "scope")
        expect(year, int, "year")
        expect(lease, dt.timedelta, "lease")
        with database.writing(self._engine) as connection:
            token = secrets.token_hex(16)
            return numbering.reserve(connection, scope, year, token=token, now=self._now(), lease=lease)

    def reserve_unprinted(
        self, scope: str, year: int, nomor_of: Callable[[int], str], *, lease: dt.timedelta = LEASE
    ) -> Reservation:
        """Hold the next running number of which ``nomor_of`` makes a nomor that no letter of the year has.

        Numbers whose nomor stands on a letter already, as one that was numbered by hand, are passed over:
        they count as used. Raises :class:`RegisterError` ``nomor-taken`` if ``nomor_of`` makes the same
        nomor of the number that follows; none is used up then.
        """
        expect(nomor_of, Callable, "nomor_of")
        while True:
            with self.number(scope, year, lease=lease) as held:
                nomor = nomor_of(held.value)
                expect(nomor, str, "nomor_of(…)")
                is_fixed = nomor_of(held.value + 1) == nomor
                if not self._is_passed_over(held, nomor, is_fixed=is_fixed):
                    return held

    def _is_passed_over(self, held: Reservation, nomor: str, *, is_fixed: bool) -> bool:
        with database.writing(self._engine) as connection:
            if not numbering.is_taken(connection, held.year, nomor):
                return False
            if is_fixed:
                raise RegisterError("nomor-taken", value=nomor, year=held.year)
            numbering.mark_used(connection, held, nomor, now=self._now())
            return True

    def use(self, reservation: Reservation, nomor: str) -> None:
        """Mark a reserved number as used by the letter with this nomor, for good."""
        check_value(reservation, Reservation, "reservation")
        expect(nomor, str, "nomor")
        with database.writing(self._engine) as connection:
            numbering.use(connection, reservation, nomor, now=self._now())

    def give_back(self, reservation: Reservation) -> None:
        """Free a reserved number that was not used."""
        check_value(reservation, Reservation, "reservation")
        with database.writing(self._engine) as connection:
            numbering.give_back(connection, reservation)

    @contextmanager
    def number(
        self,
        scope: str,
        year: int,
        nomor_of: Callable[[int], str] | None = None,
        *,
        lease: dt.timedelta = LEASE,
    ) -> Iterator[Reservation]:
        """Reserve a number for the block; it is given back if the block fails before it used it.

        With ``nomor_of`` numbers are passed over as by :meth:`reserve_unprinted`.
        """
        if nomor_of is None:
            reservation = self.reserve(scope, year, lease=lease)
        else:
            reservation = self.reserve_unprinted(scope, year, nomor_of, lease=lease)
        try:
            yield reservation
        except BaseException:
            with suppress(RegisterError):  # used already, or its lease frees it: the block's own error counts
                self.give_back(reservation)
            raise

    # Letters

    def add(self, record: Record) -> Entry:
        """Enter a letter into the agenda. A sealed letter entered again is returned as it stands."""
        check_value(record, Record, "record")
        with database.writing(self._engine) as connection:
            return agenda.add(connection, record, now=self._now())

    def add_all(self, records: Iterable[Record]) -> tuple[Entry, ...]:
        """Enter letters into the agenda in one step: all of them, or none.

        Raises one :class:`ExceptionGroup` with a :class:`RegisterError` for every letter that is refused;
        its ``path`` is ``records[3]``.
        """
        given = expect_each(records, Record, "records")
        for index, record in enumerate(given):
            check_value(record, Record, f"records[{index}]")
        with database.writing(self._engine) as connection:
            return agenda.add_all(connection, given, now=self._now())

    def issue(self, record: Record, reservation: Reservation | None = None) -> Entry:
        """Use a reserved number and enter its letter, in one step: both happen, or neither."""
        check_value(record, Record, "record")
        if reservation is not None:
            check_value(reservation, Reservation, "reservation")
        with database.writing(self._engine) as connection:
            if reservation is not None:
                numbering.use(connection, reservation, record.nomor, now=self._now())
            return agenda.add(connection, record, now=self._now())

    def revoke(self, revocation: Revocation) -> None:
        """Withdraw a sealed letter, with the reason and, where there is one, the letter in its place."""
        check_value(revocation, Revocation, "revocation")
        with database.writing(self._engine) as connection:
            agenda.revoke(connection, revocation, now=self._now())

    def ship(self, shipment: Shipment) -> None:
        """Enter a handed-over letter into the buku ekspedisi."""
        check_value(shipment, Shipment, "shipment")
        with database.writing(self._engine) as connection:
            agenda.ship(connection, shipment, now=self._now())

    def find_seal(self, seal_id: bytes) -> Entry | None:
        """Return the letter with this seal id, or None."""
        expect(seal_id, bytes, "seal_id")
        with database.reading(self._engine) as connection:
            return agenda.find_seal(connection, seal_id)

    def find_code(self, value: int) -> tuple[Entry, ...]:
        """Return the letters whose seal id begins with the 60 bits of a typed code: one, or none."""
        expect(value, int, "value")
        with database.reading(self._engine) as connection:
            return agenda.find_code(connection, value)

    def entries(self, direction: str, year: int) -> tuple[Entry, ...]:
        """Return the agenda (``keluar`` or ``masuk``) of a year, in order."""
        expect(direction, str, "direction")
        expect(year, int, "year")
        with database.reading(self._engine) as connection:
            return agenda.entries(connection, direction, year)

    def search(self, text: str, *, limit: int = 50) -> tuple[Entry, ...]:
        """Return letters whose nomor, party, summary or kind holds the text, newest first."""
        expect(text, str, "text")
        expect(limit, int, "limit")
        with database.reading(self._engine) as connection:
            return agenda.search(connection, text, limit=limit)

    def issued(self, kid: bytes) -> tuple[tuple[bytes, dt.date], ...]:
        """Return the ids of all letters sealed with a key and the days they were entered, sorted."""
        expect(kid, bytes, "kid")
        with database.reading(self._engine) as connection:
            return agenda.issued(connection, kid)

    def revocations(self, kid: bytes | None = None) -> tuple[Revocation, ...]:
        """Return the revocations of a key, or all, sorted by seal id."""
        expect(kid, bytes | None, "kid")
        with database.reading(self._engine) as connection:
            return agenda.revocations_of(connection, kid)

    def shipments(self, year: int) -> tuple[Shipment, ...]:
        """Return the buku ekspedisi of a year, in order."""
        expect(year, int, "year")
        with database.reading(self._engine) as connection:
            return agenda.shipments_of(connection, year)

    # Trust in the register itself

    def head(self) -> str:
        """Return the hash of the last line of the log, to be noted outside the register."""
        with database.reading(self._engine) as connection:
            return journal.head(connection)

    def has_head(self, digest: str) -> bool:
        """Return whether some line of the log has this hash: what stood before it is still there."""
        expect(digest, str, "digest")
        with database.reading(self._engine) as connection:
            return journal.has_line(connection, digest)

    def faults(self) -> tuple[LogFault, ...]:
        """Return every sign of tampering: breaks of the log's chain, rows that differ from the log."""
        with database.reading(self._engine) as connection:
            return tuple(audit.faults(connection))

    def dump(self, out: IO[str]) -> int:
        """Write a backup of the whole register to a text stream; return the number of rows."""
        expect_members(out, ("write",), "IO[str]", "out")
        with database.reading(self._engine) as connection:
            return backup.dump(connection, out)

    def load(self, source: IO[str]) -> int:
        """Restore a backup into this register, which must be empty; return the number of rows."""
        expect_members(source, ("read",), "IO[str]", "source")
        with database.writing(self._engine) as connection:
            return backup.load(connection, source)
