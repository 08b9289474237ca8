"""``kopsurat redact``: print a sealed letter again without some of its fields; the rest still verifies."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kopsurat.cli.command import argument, command, option
from kopsurat.cli.faults import faults_in
from kopsurat.cli.formats import format_of
from kopsurat.cli.problems import CommandError
from kopsurat.cli.sources import open_key, open_letter
from kopsurat.cli.writing import write_all
from kopsurat.errors import KopsuratError
from kopsurat.messages import explain

if TYPE_CHECKING:
    from kopsurat.cli.console import Console

__all__ = ["redact"]


@command("redact")
@argument("letter", metavar="SURAT", type=click.Path(path_type=Path, dir_okay=False))
@option("--hide", "names", metavar="ISIAN", multiple=True)
@option("--key", required=True, type=click.Path(path_type=Path))
@option("--passphrase-env", metavar="NAMA")
@option(
    "--out", "-o", "outputs", required=True, multiple=True, type=click.Path(path_type=Path, dir_okay=False)
)
@option("--office", type=click.Path(path_type=Path))
def redact(
    console: Console,
    *,
    letter: Path,
    names: tuple[str, ...],
    key: Path,
    passphrase_env: str | None,
    outputs: tuple[Path, ...],
    office: Path | None,
) -> int:
    """Hide the named fields, or, without names, those that the letter type calls private."""
    from kopsurat import compose, render, seal_letter
    from kopsurat.seal.redaction import redact as redact_letter

    formats = {path: format_of(path) for path in outputs}
    whole, record = open_letter(letter, office)
    if record.host is None:
        raise CommandError("cli-host-missing")
    hidden = names or tuple(sorted(name for name, _ in whole.data if name in whole.private))
    if not hidden:
        raise CommandError("cli-nothing-to-redact", value=str(letter))
    signer = open_key(key, variable=passphrase_env)
    with faults_in(letter):
        seal = seal_letter(whole, record, key=signer, host=record.host)
        masked, same_seal = redact_letter(whole, seal, *hidden)
        document = compose(masked, record, seal=same_seal)
    write_all({path: render(document, form) for path, form in formats.items()})
    console.data({"ok": True, "files": [str(path) for path in outputs], "hidden": list(hidden)})
    language = console.settings.language
    for path in outputs:
        console.say(explain(KopsuratError("cli-written", value=str(path)), language), color="good")
    console.say(explain(KopsuratError("cli-redacted", value=", ".join(hidden)), language))
    return 0
