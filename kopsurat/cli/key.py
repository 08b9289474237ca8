"""``kopsurat key``: make, replace, list, publish and give up the keys that seal letters."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from kopsurat.cli.command import Group, argument, command, option
from kopsurat.cli.dates import day_of
from kopsurat.cli.sources import now, open_key, passphrase, today
from kopsurat.cli.writing import write_all, write_key_pair
from kopsurat.errors import KopsuratError
from kopsurat.messages import explain

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    from kopsurat.cli.console import Console
    from kopsurat.cli.key_folder import KeyFolder
    from kopsurat.seal import PublicKey, SigningKey
    from kopsurat.seal.records import KeyRecord

__all__ = ["key"]

key: Final = Group(name="key", options_metavar="[…]", subcommand_metavar="PERINTAH …")


def _with_folder(function: Callable[..., Any]) -> Callable[..., Any]:
    folder = option("--folder", type=click.Path(path_type=Path, file_okay=False))
    return folder(option("--office", type=click.Path(path_type=Path))(function))


def _day(text: str | None, default: dt.date) -> dt.date:
    return default if text is None else day_of(text, "--since")


@command("new")
@_with_folder
@option("--passphrase-env", metavar="NAMA")
@option("--since", metavar="TANGGAL")
def new(
    console: Console,
    *,
    folder: Path | None,
    office: Path | None,
    passphrase_env: str | None,
    since: str | None,
) -> int:
    """Make a key for letters dated from ``since`` on, by default from the first day of this year."""
    from kopsurat.cli.key_folder import open_folder

    keys = open_folder(folder, office)
    _make(console, keys, _day(since, today().replace(month=1, day=1)), passphrase_env)
    return 0


@command("rotate")
@_with_folder
@option("--passphrase-env", metavar="NAMA")
def rotate(console: Console, *, folder: Path | None, office: Path | None, passphrase_env: str | None) -> int:
    """Retire the active keys today and make a new one. Old letters stay valid."""
    from kopsurat.cli.key_folder import open_folder

    keys = open_folder(folder, office).retired(today())
    _make(console, keys, today(), passphrase_env)
    return 0


def _make(console: Console, keys: KeyFolder, since: dt.date, variable: str | None) -> None:
    from kopsurat.cli.public_key import write_public_key
    from kopsurat.seal import SigningKey

    made = SigningKey.generate()
    private = keys.new_name(since.year)
    public = private.with_suffix(".pub")
    pem = made.to_pem(passphrase(variable, private.name, confirm=True))
    listing = keys.with_new(made, since).signed_list(made, now())
    write_key_pair((private, pem), (public, write_public_key(made.public)), {keys.list_path: listing})
    console.data(
        {
            "ok": True,
            "kid": str(made.public),
            "private": str(private),
            "public": str(public),
            "list": str(keys.list_path),
        }
    )
    facts = KopsuratError("cli-key-made", value=str(private), kid=str(made.public), list=str(keys.list_path))
    console.say(explain(facts, console.settings.language), color="good")


@command("list")
@_with_folder
def list_keys(console: Console, *, folder: Path | None, office: Path | None) -> int:
    """List the keys of the office with their status."""
    from kopsurat.cli.key_folder import open_folder

    keys = open_folder(folder, office)
    files = keys.private_files()
    console.data(
        {
            "ok": True,
            "host": keys.host,
            "counter": keys.counter,
            "keys": [_row(each, files) for each in keys.records],
        }
    )
    language = console.settings.language
    if not keys.records:
        console.say(explain(KopsuratError("cli-no-keys", value=str(keys.path)), language))
        return 0
    names = ("file", "since", "until", "status")
    headings = ("kid", *(explain(f"cli-key-{name}", language) for name in names))
    rows = [
        (
            str(each.key),
            str(files.get(each.key, "–")),
            str(each.since),
            str(each.until or "–"),
            explain(f"cli-key-{each.status.value}", language),
        )
        for each in keys.records
    ]
    console.table(headings, rows)
    return 0


def _row(record: KeyRecord, files: Mapping[PublicKey, Path]) -> dict[str, Any]:
    return {
        "kid": str(record.key),
        "file": str(files[record.key]) if record.key in files else None,
        "since": str(record.since),
        "until": str(record.until) if record.until else None,
        "status": record.status.value,
        "compromised_on": str(record.compromised_on) if record.compromised_on else None,
    }


@command("export")
@_with_folder
@option("--key", "key_path", required=True, type=click.Path(path_type=Path, dir_okay=False))
@option("--passphrase-env", metavar="NAMA")
@option("--out", "-o", type=click.Path(path_type=Path, dir_okay=False))
def export(
    console: Console,
    *,
    folder: Path | None,
    office: Path | None,
    key_path: Path,
    passphrase_env: str | None,
    out: Path | None,
) -> int:
    """Sign the list of public keys anew, with the signatories that desa.toml has now."""
    from kopsurat.cli.key_folder import open_folder

    keys = open_folder(folder, office)
    _publish(console, keys, open_key(key_path, variable=passphrase_env), out)
    return 0


@command("compromise")
@argument("kid", metavar="KID")
@_with_folder
@option("--since", metavar="TANGGAL")
@option("--key", "key_path", required=True, type=click.Path(path_type=Path, dir_okay=False))
@option("--passphrase-env", metavar="NAMA")
def compromise(
    console: Console,
    *,
    kid: str,
    folder: Path | None,
    office: Path | None,
    since: str | None,
    key_path: Path,
    passphrase_env: str | None,
) -> int:
    """Mark a key: somebody else may hold it. Another key of the office signs the list."""
    from kopsurat.cli.key_folder import open_folder

    keys = open_folder(folder, office).compromised(kid, _day(since, today()))
    _publish(console, keys, open_key(key_path, variable=passphrase_env), None)
    return 0


def _publish(console: Console, keys: KeyFolder, signer: SigningKey, out: Path | None) -> None:
    listing = keys.signed_list(signer, now())
    paths = [keys.list_path] if out is None else [keys.list_path, out]
    write_all(dict.fromkeys(paths, listing))
    console.data({"ok": True, "host": keys.host, "files": [str(path) for path in paths]})
    for path in paths:
        console.say(
            explain(KopsuratError("cli-written", value=str(path)), console.settings.language), color="good"
        )


for _command in (new, rotate, list_keys, export, compromise):
    key.add_command(_command)
