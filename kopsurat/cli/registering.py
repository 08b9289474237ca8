"""Sealed letters in the register: entered together with their files, or neither."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kopsurat.cli.problems import CommandError
from kopsurat.cli.sources import today
from kopsurat.cli.writing import write_each
from kopsurat.errors import KopsuratError, RegisterError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from kopsurat.letter import Letter
    from kopsurat.register import Entry, Record, Register
    from kopsurat.seal import Seal

__all__ = ["clashes", "record_of", "revoked_remarks", "write_registered"]


def record_of(letter: Letter, seal: Seal) -> Record:
    """Return what the register keeps of a sealed letter that is issued today."""
    from kopsurat.register import Record

    return Record(
        direction="keluar",
        nomor=letter.nomor,
        date=letter.date,
        day=today(),
        party=", ".join(letter.recipients),
        summary=letter.perihal or letter.kind.title,
        kind=letter.kind.code,
        seal_id=seal.id,
        kid=seal.kid,
    )


def clashes(
    register: Register, letters: Iterable[Letter], seal: Callable[[Letter], Seal]
) -> Iterator[tuple[int, RegisterError]]:
    """Yield the place of every letter whose nomor the register has for another letter, and that fault.

    A reprint is no clash. Only letters whose nomor is known are sealed to find that out.
    """
    known: dict[int, dict[str, bytes | None]] = {}
    for index, letter in enumerate(letters):
        year = letter.date.year
        if year not in known:
            entries = register.entries("keluar", year)
            known[year] = {entry.record.nomor: entry.record.seal_id for entry in entries}
        if letter.nomor in known[year] and known[year][letter.nomor] != seal(letter).id:
            yield index, RegisterError("nomor-taken", value=letter.nomor, year=year)


def write_registered(
    outputs: Iterable[tuple[Path, bytes]], register: Register, records: Sequence[Record]
) -> tuple[tuple[Path, ...], tuple[Entry, ...]]:
    """Write files as they come and enter ``records``, which may grow meanwhile: both happen, or neither.

    The letters are entered when every file is complete on the disk and before the first takes its place.
    If the computer fails between the two, the register holds letters whose files are missing: the same
    command makes them again with the same seals and enters nothing twice. The other way round a letter
    could be about that nobody can revoke.

    Raises what :func:`~kopsurat.cli.writing.write_each` and :meth:`Register.add_all` raise, and
    :class:`CommandError` ``cli-registered-unwritten`` where a file cannot take its place after all.
    """
    entries: list[Entry] = []
    try:
        paths = write_each(outputs, before_rename=lambda: entries.extend(register.add_all(records)))
    except CommandError as error:
        if not entries:
            raise
        raise CommandError("cli-registered-unwritten", value=error.value, count=len(entries)) from error
    return paths, tuple(entries)


def revoked_remarks(entries: Iterable[Entry | None]) -> Iterator[KopsuratError]:
    """Yield a remark for every letter that was printed again although it is revoked."""
    for entry in entries:
        if entry and entry.revoked:
            yield KopsuratError(
                "cli-reprint-revoked", value=entry.record.nomor, day=entry.revoked.day.isoformat()
            )
