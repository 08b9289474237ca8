"""The folder of an office's keys: private keys under a passphrase, and the signed list of the public ones."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kopsurat.cli.problems import CommandError
from kopsurat.cli.sources import nearest_office, open_office, read_bytes
from kopsurat.errors import KopsuratError, TrustError
from kopsurat.seal.lists import build_key_list, parse_list, prove
from kopsurat.seal.records import KeyList, KeyRecord, KeyStatus, OfficeRecord, SignerTerm

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from kopsurat.office import Office
    from kopsurat.seal import PublicKey, SigningKey

__all__ = ["FOLDER", "LIST_FILE", "KeyFolder", "open_folder", "refuse_unfit_key"]

FOLDER: Final = "kunci"
LIST_FILE: Final = "keys.json"
_NAMES_A_YEAR: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFolder:
    """The keys of an office: where they are, whose they are, and what has been published about them."""

    path: Path
    office: Office
    host: str
    records: tuple[KeyRecord, ...] = ()
    counter: int = 0

    @property
    def list_path(self) -> Path:
        """The file of the signed list."""
        return self.path / LIST_FILE

    def record(self, kid: str) -> KeyRecord:
        """Return the record of a key. Raises :class:`CommandError` ``cli-key-unknown``."""
        for record in self.records:
            if record.key.kid.hex() == kid.lower():
                return record
        kids = ", ".join(str(record.key) for record in self.records)
        raise CommandError("cli-key-unknown", value=kid, choices=kids or "–")

    def private_files(self) -> dict[PublicKey, Path]:
        """Return the file of each private key in the folder, known by its public half beside it."""
        from kopsurat.cli.public_key import is_public_key, read_public_key

        files: dict[PublicKey, Path] = {}
        for path in sorted(self.path.glob("*.pub")):
            private = path.with_suffix(".pem")
            with contextlib.suppress(KopsuratError):  # a damaged one names no key
                if private.is_file() and is_public_key(data := read_bytes(path)):
                    files[read_public_key(data)] = private
        return files

    def new_name(self, year: int) -> Path:
        """Return the name of the year's next private key: ``kunci-2026.pem``, then ``kunci-2026-2.pem``."""
        names = [f"kunci-{year}.pem", *(f"kunci-{year}-{n}.pem" for n in range(2, _NAMES_A_YEAR))]
        return next(self.path / name for name in names if not (self.path / name).exists())

    def with_new(self, key: SigningKey, since: dt.date) -> KeyFolder:
        """Return the folder with a new active key in its list."""
        record = KeyRecord(key=key.public, since=since, proof=prove(key, self.host))
        return replace(self, records=(*self.records, record))

    def retired(self, day: dt.date) -> KeyFolder:
        """Return the folder with every active key retired: letters dated after ``day`` may not carry it."""
        return replace(
            self,
            records=tuple(
                replace(record, status=KeyStatus.RETIRED, until=max(day, record.since))
                if record.status is KeyStatus.ACTIVE
                else record
                for record in self.records
            ),
        )

    def compromised(self, kid: str, since: dt.date) -> KeyFolder:
        """Return the folder with one key marked: somebody else may have held it from ``since`` on."""
        lost = self.record(kid)
        return replace(
            self,
            records=tuple(
                replace(record, status=KeyStatus.COMPROMISED, compromised_on=since)
                if record is lost
                else record
                for record in self.records
            ),
        )

    def signed_list(
        self,
        signer: SigningKey,
        at: dt.datetime,
        *,
        revoked_counters: tuple[tuple[str, int], ...] = (),
        issued_counters: tuple[tuple[str, int], ...] = (),
        tenants: tuple[OfficeRecord, ...] = (),
    ) -> bytes:
        """Return the list as it is published, its counter one higher than before.

        The counters announce the newest revoked and issued lists, by kid in hex; ``tenants`` are other
        offices that publish on this host.
        """
        known = {record.key: record for record in self.records}.get(signer.public)
        if known is None or known.status is KeyStatus.COMPROMISED:
            raise CommandError("cli-key-cannot-sign", value=str(signer.public))
        office = self.office
        terms = tuple(
            SignerTerm(name=person.name, jabatan=person.jabatan, since=person.since, until=person.until)
            for person in office.signatories
        )
        record = OfficeRecord(
            host=self.host,
            desa=str(office.desa),
            kecamatan=str(office.kecamatan),
            kabupaten=str(office.kabupaten),
            code=office.code,
            keys=self.records,
            signers=terms,
        )
        listing = KeyList(
            office=record,
            issued_at=at,
            counter=self.counter + 1,
            tenants=tenants,
            revoked_counters=revoked_counters,
            issued_counters=issued_counters,
        )
        return build_key_list(listing, signer)


def refuse_unfit_key(path: Path, key: SigningKey, *, host: str, days: Iterable[dt.date]) -> None:
    """Refuse a key whose seals on letters of these days nobody would accept, by the list beside its file.

    Raises :class:`CommandError` ``cli-key-of-other-site`` for the key of another office and
    ``cli-key-not-active`` for one that is compromised, or was retired before one of the days. A key without
    a list beside it is not judged.
    """
    file = path.parent / LIST_FILE
    if not file.is_file():
        return
    listing = parse_list(read_bytes(file)).listing
    if not isinstance(listing, KeyList):
        return
    record = next((each for each in listing.office.keys if each.key == key.public), None)
    if record is None:
        return
    owner = listing.office.host
    if owner != host:
        raise CommandError("cli-key-of-other-site", value=path.name, owner=owner, host=host)
    is_over = record.until is not None and any(day > record.until for day in days)
    if record.status is KeyStatus.COMPROMISED or (record.status is KeyStatus.RETIRED and is_over):
        raise CommandError("cli-key-not-active", value=path.name, list=str(file))


def open_folder(folder: Path | None, office_path: Path | None) -> KeyFolder:
    """Return the key folder of an office: ``folder``, or ``kunci`` beside its desa.toml.

    Raises :class:`CommandError` ``cli-host-missing`` when desa.toml names no verification site, and
    :class:`~kopsurat.errors.TrustError` when the list in the folder is damaged.
    """
    found = office_path or nearest_office(Path())
    office = open_office(found, near=found)
    if office.host is None:
        raise CommandError("cli-host-missing")
    base = found if found.is_dir() else found.parent
    path = folder or base / FOLDER
    empty = KeyFolder(path=path, office=office, host=office.host)
    if not empty.list_path.exists():
        return empty
    listing = parse_list(read_bytes(empty.list_path)).listing
    if not isinstance(listing, KeyList):
        raise TrustError("list-not-a-key-list", path=str(empty.list_path))
    return replace(empty, records=listing.office.keys, counter=listing.counter)
