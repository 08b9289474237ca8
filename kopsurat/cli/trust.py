"""``kopsurat trust``: trust lists of a regency or a bank: make a key, build, look, keep."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from kopsurat.cli.command import Group, argument, command, option
from kopsurat.cli.dates import day_of
from kopsurat.cli.faults import faults_in
from kopsurat.cli.pinned import pin, unpin
from kopsurat.cli.problems import CommandError, UsageError
from kopsurat.cli.sources import now, open_key, passphrase, read_bytes, today
from kopsurat.cli.writing import write_all, write_key_pair
from kopsurat.errors import KopsuratError, TrustError
from kopsurat.messages import explain
from kopsurat.shapes import moved

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kopsurat.cli.console import Console
    from kopsurat.seal.records import OfficeRecord, TrustList

__all__ = ["trust"]

trust: Final = Group(name="trust", options_metavar="[…]", subcommand_metavar="PERINTAH …")


def _say(console: Console, code: str, **facts: Any) -> None:  # noqa: ANN401 - any printable fact
    console.say(explain(KopsuratError(code, **facts), console.settings.language), color="good")


@command("key")
@argument("out", metavar="BERKAS", type=click.Path(path_type=Path, dir_okay=False))
@option("--passphrase-env", metavar="NAMA")
def make_key(console: Console, *, out: Path, passphrase_env: str | None) -> int:
    """Make the key that signs trust lists; its public half is written beside it."""
    from kopsurat.cli.public_key import write_public_key
    from kopsurat.seal import SigningKey

    public = out.with_suffix(".pub")
    if out == public:
        raise UsageError("cli-format-unknown", value=str(out), choices=".pem")
    for path in (out, public):
        if path.exists():
            raise CommandError("cli-file-exists", value=str(path))
    made = SigningKey.generate()
    pem = made.to_pem(passphrase(passphrase_env, out.name, confirm=True))
    write_key_pair((out, pem), (public, write_public_key(made.public)))
    console.data({"ok": True, "kid": str(made.public), "private": str(out), "public": str(public)})
    _say(console, "cli-trust-key-made", value=str(out), kid=str(made.public))
    return 0


@command("build")
@argument("out", metavar="BERKAS", type=click.Path(path_type=Path, dir_okay=False))
@argument("sources", metavar="KEYS.JSON…", nargs=-1, required=True, type=click.Path(path_type=Path))
@option("--publisher", required=True, metavar="NAMA")
@option("--expires", required=True, metavar="TANGGAL")
@option("--key", "key_path", required=True, type=click.Path(path_type=Path, dir_okay=False))
@option("--passphrase-env", metavar="NAMA")
def build(
    console: Console,
    *,
    out: Path,
    sources: tuple[Path, ...],
    publisher: str,
    expires: str,
    key_path: Path,
    passphrase_env: str | None,
) -> int:
    """Put the key lists of many offices into one list that the publisher signs."""
    from kopsurat.seal.records import TrustList
    from kopsurat.seal.trust_list import build_trust_list, parse_trust_list

    last_day = day_of(expires, "--expires")
    if last_day < today():
        raise UsageError("cli-trust-expired", path="--expires", value=expires)
    offices = _offices(sources)
    last = dt.datetime.combine(last_day, dt.time(), dt.UTC) + dt.timedelta(days=1)
    with faults_in(out):
        before = parse_trust_list(read_bytes(out)).counter if out.exists() else 0
    signer = open_key(key_path, variable=passphrase_env)
    listing = TrustList(
        publisher=publisher,
        offices=offices,
        issued_at=now(),
        expires=last,
        counter=before + 1,
        signer=signer.public,
    )
    write_all({out: build_trust_list(listing, signer)})
    console.data({"ok": True, "file": str(out), "counter": listing.counter, "offices": len(offices)})
    _say(console, "cli-trust-built", value=str(out), count=len(offices), counter=listing.counter)
    return 0


def _offices(sources: Sequence[Path]) -> tuple[OfficeRecord, ...]:
    """Return the offices of the key lists, each signed by a sound key of its own and with its proofs.

    All faults at once, each with its file.
    """
    faults: list[KopsuratError] = []
    found: dict[str, OfficeRecord] = {}
    for file in _key_lists(sources):
        try:
            office = _office(file)
            if office.host in found:
                raise TrustError("cli-trust-host-twice", value=office.host)
            found[office.host] = office
        except KopsuratError as error:
            faults.append(moved(error, f"{file}: {error.path}"))
    if faults:
        raise ExceptionGroup("key lists", faults)
    return tuple(found.values())


def _key_lists(sources: Sequence[Path]) -> list[Path]:
    """Return the files, folders opened."""
    opened = (sorted(path.rglob("keys.json")) if path.is_dir() else [path] for path in sources)
    return [file for files in opened for file in files]


def _office(file: Path) -> OfficeRecord:
    from kopsurat.seal.lists import has_proof
    from kopsurat.seal.trust import Trust

    trusted = Trust.load(read_bytes(file))
    (office,) = (office for source in trusted.sources for office in source.offices)
    for record in office.keys:
        if not has_proof(record, office.host):
            raise TrustError("cli-trust-no-proof", value=str(record.key))
    return office


@command("show")
@argument("file", metavar="BERKAS", type=click.Path(path_type=Path, dir_okay=False))
def show(console: Console, *, file: Path) -> int:
    """Show who is on a trust list."""
    from kopsurat.seal.trust_list import parse_trust_list

    with faults_in(file):
        listing = parse_trust_list(read_bytes(file))
    language = console.settings.language
    console.data({"ok": True, **_as_data(listing)})
    head = KopsuratError(
        "cli-trust-head",
        value=listing.publisher,
        kid=str(listing.signer),
        counter=listing.counter,
        until=_last_day(listing).isoformat(),
    )
    console.say(explain(head, language))
    rows = [
        (office.host, office.desa, office.kecamatan, ", ".join(str(record.key) for record in office.keys))
        for office in listing.offices
    ]
    console.table((explain("cli-trust-host", language), "Desa", "Kecamatan", "KID"), rows)
    return 0


def _as_data(listing: TrustList) -> dict[str, object]:
    return {
        "publisher": listing.publisher,
        "signer": str(listing.signer),
        "counter": listing.counter,
        "expires": _last_day(listing).isoformat(),
        "offices": [
            {"host": office.host, "desa": office.desa, "keys": [str(record.key) for record in office.keys]}
            for office in listing.offices
        ],
    }


def _last_day(listing: TrustList) -> dt.date:
    return (listing.expires - dt.timedelta(seconds=1)).date()


@command("pin")
@argument("file", metavar="BERKAS", type=click.Path(path_type=Path, dir_okay=False))
@option("--replace", is_flag=True)
def pin_list(console: Console, *, file: Path, replace: bool) -> int:
    """Keep a trust list for every later ``verify``."""
    with faults_in(file):
        listing, path = pin(read_bytes(file), replace=replace)
    console.data({"ok": True, "kept": str(path), **_as_data(listing)})
    _say(console, "cli-trust-pinned", value=listing.publisher, count=len(listing.offices))
    return 0


@command("unpin")
@argument("signer", metavar="KID")
def unpin_list(console: Console, *, signer: str) -> int:
    """Forget a kept trust list."""
    if not unpin(signer):
        raise CommandError("cli-trust-not-pinned", value=signer)
    console.data({"ok": True, "signer": signer})
    _say(console, "cli-trust-unpinned", value=signer)
    return 0


for _command in (make_key, build, show, pin_list, unpin_list):
    trust.add_command(_command)
