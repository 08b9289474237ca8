"""``kopsurat revoke``: withdraw a sealed letter, with the reason and the letter in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from kopsurat.cli.command import argument, command, option
from kopsurat.cli.register_file import find_entry, open_register, with_register
from kopsurat.cli.sources import today
from kopsurat.errors import KopsuratError
from kopsurat.messages import explain

if TYPE_CHECKING:
    from pathlib import Path

    from kopsurat.cli.console import Console

__all__ = ["REASONS", "revoke"]

REASONS: Final = ("corrected", "withdrawn", "misused", "issued-in-error")
"""Why a letter is withdrawn; published with its id."""


@command("revoke")
@argument("letter", metavar="KODE|TAUTAN|NOMOR")
@option("--reason", type=click.Choice(REASONS), required=True)
@option("--replacement", metavar="KODE|TAUTAN|NOMOR")
@with_register
def revoke(
    console: Console,
    *,
    letter: str,
    reason: str,
    replacement: str | None,
    address: str | None,
    office: Path | None,
) -> int:
    """Enter the revocation; the site shows it after the next ``site build``."""
    from kopsurat.register import Revocation

    with open_register(address, office, must_exist=True) as register:
        record = find_entry(register, letter).record
        instead = find_entry(register, replacement).record.seal_id if replacement else None
        register.revoke(
            Revocation(
                seal_id=record.seal_id or b"",
                kid=record.kid or b"",
                day=today(),
                reason=reason,
                replacement=instead,
            )
        )
    seal = (record.seal_id or b"").hex()
    console.data({"ok": True, "nomor": record.nomor, "seal_id": seal, "reason": reason})
    done = KopsuratError("cli-revoked", value=record.nomor, reason=reason)
    console.say(explain(done, console.settings.language), color="good")
    return 0
