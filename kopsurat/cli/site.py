"""``kopsurat site``: the static site that checks letters."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from kopsurat.cli.command import Group, argument, command, option
from kopsurat.cli.problems import CommandError
from kopsurat.cli.register_file import open_register, with_register
from kopsurat.cli.sources import nearest_office, now, open_key
from kopsurat.cli.writing import write_all
from kopsurat.errors import KopsuratError
from kopsurat.messages import explain

if TYPE_CHECKING:
    import datetime as dt

    from kopsurat.cli.console import Console
    from kopsurat.cli.key_folder import KeyFolder
    from kopsurat.cli.tenants import Tenant
    from kopsurat.office import Office
    from kopsurat.register import Register
    from kopsurat.seal import SigningKey

__all__ = ["site"]

site: Final = Group(name="site", options_metavar="[…]", subcommand_metavar="PERINTAH …")


@command("build")
@argument("out", metavar="FOLDER", type=click.Path(path_type=Path, file_okay=False))
@option("--key", "key_path", required=True, type=click.Path(path_type=Path, dir_okay=False))
@option("--passphrase-env", metavar="NAMA")
@option("--folder", type=click.Path(path_type=Path, file_okay=False))
@option("--tenant", "tenants", multiple=True, type=click.Path(path_type=Path, file_okay=False))
@with_register
def build(
    console: Console,
    *,
    out: Path,
    key_path: Path,
    passphrase_env: str | None,
    folder: Path | None,
    tenants: tuple[Path, ...],
    address: str | None,
    office: Path | None,
) -> int:
    """Write the page, the keys and the lists; only what changed is written."""
    from kopsurat.cli.key_folder import open_folder
    from kopsurat.cli.tenants import read_tenant
    from kopsurat.site import build_site, publish

    keys = open_folder(folder, office)
    _refuse_private_place(out, keys.path, office or nearest_office(Path()))
    signer = open_key(key_path, variable=passphrase_env)
    with open_register(address, office) as register:
        guests = [read_tenant(each, keys.host) for each in tenants]
        lists, listing = _signed(keys, register, signer, now(), guests)
    files = build_site(keys.office, keys=listing, lists=lists, downloads=_downloads(keys.office))
    result = publish(files, out)
    write_all({keys.list_path: listing})
    console.data(
        {
            "ok": True,
            "folder": str(out),
            "written": list(result.written),
            "unchanged": len(result.unchanged),
            "removed": list(result.removed),
        }
    )
    done = KopsuratError("cli-site-built", value=str(out), host=keys.host, count=len(result.written))
    console.say(explain(done, console.settings.language), color="good")
    return 0


def _refuse_private_place(out: Path, *private: Path) -> None:
    """Refuse a folder that holds the keys or desa.toml: all that is in it goes to the public host."""
    for path in private:
        if path.resolve().is_relative_to(out.resolve()):
            raise CommandError("cli-site-beside-keys", value=str(out), private=str(path))


def _signed(
    keys: KeyFolder, register: Register, signer: SigningKey, at: dt.datetime, guests: list[Tenant]
) -> tuple[list[bytes], bytes]:
    """Return the revoked and issued lists of every key, and the key list that announces them."""
    from kopsurat.seal.lists import build_issued_list, build_revoked_list
    from kopsurat.seal.records import IssuedList, RevokedEntry, RevokedList

    lists, revoked_counters, issued_counters = [], [], []
    for record in keys.records:
        kid = record.key.kid
        entries = tuple(
            RevokedEntry(id=each.seal_id, day=each.day, reason=each.reason)
            for each in register.revocations(kid)
        )
        issued = register.issued(kid)
        # Both lists only ever grow, so their lengths count their versions.
        revoked_counters.append((kid.hex(), len(entries)))
        issued_counters.append((kid.hex(), len(issued)))
        withdrawn = RevokedList(host=keys.host, kid=kid, entries=entries, issued_at=at, counter=len(entries))
        known = IssuedList(host=keys.host, kid=kid, entries=issued, issued_at=at, counter=len(issued))
        lists += [build_revoked_list(withdrawn, signer), build_issued_list(known, signer)]
    for guest in guests:
        lists += guest.lists
        revoked_counters += guest.revoked_counters
        issued_counters += guest.issued_counters
    listing = keys.signed_list(
        signer,
        at,
        revoked_counters=tuple(revoked_counters),
        issued_counters=tuple(issued_counters),
        tenants=tuple(guest.office for guest in guests),
    )
    return lists, listing


def _downloads(office: Office) -> dict[str, bytes]:
    """Return the empty letterhead in both forms, for the office's own use of the site."""
    from kopsurat import compose_letterhead, render

    document = compose_letterhead(office)
    return {f"kop-surat.{form}": render(document, form) for form in ("docx", "pdf")}


@command("serve")
@argument("folder", metavar="FOLDER", type=click.Path(path_type=Path, file_okay=False))
@option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
def serve(console: Console, *, folder: Path, port: int) -> int:
    """Serve a built site on this computer only, to look at it."""
    import functools
    import http.server

    if not (folder / "v" / "index.html").is_file():
        raise CommandError("cli-site-missing", value=str(folder))
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(folder))
    try:
        server = http.server.ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError as error:
        raise CommandError("cli-port-taken", value=port) from error
    with server:
        address = KopsuratError("cli-site-served", value=f"http://127.0.0.1:{port}/v/")
        console.say(explain(address, console.settings.language))
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            return 0
    return 0


for _command in (build, serve):
    site.add_command(_command)
