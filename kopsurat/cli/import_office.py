"""``kopsurat import``: a desa.toml out of the identity record that another system exports."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kopsurat.cli.command import argument, command, option
from kopsurat.cli.faults import as_data
from kopsurat.cli.problems import CommandError
from kopsurat.cli.sources import read_bytes
from kopsurat.cli.writing import write_all
from kopsurat.errors import KopsuratError
from kopsurat.messages import explain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kopsurat.cli.console import Console

__all__ = ["import_office"]


@command("import")
@argument("record", metavar="IDENTITAS", type=click.Path(path_type=Path, dir_okay=False))
@option("--out", "-o", default=Path("desa.toml"), type=click.Path(path_type=Path, dir_okay=False))
@option("--force", is_flag=True)
def import_office(console: Console, *, record: Path, out: Path, force: bool) -> int:
    """Take over what is sound; comment out and report what is not."""
    from kopsurat.reading.opensid import office_from_opensid

    if out.exists() and not force:
        raise CommandError("cli-init-exists", value=str(out))
    imported = office_from_opensid(_record(record))
    write_all({out: imported.text.encode()})
    language = console.settings.language
    console.data(
        {
            "ok": True,
            "files": [str(out)],
            "remarks": as_data(imported.faults, language),
            "left_out": list(imported.left_out),
        }
    )
    console.say(explain(KopsuratError("cli-written", value=str(out)), language), color="good")
    for fault in imported.faults:
        console.say(f"! {fault.path}: {explain(fault, language)}", color="warn")
    if imported.left_out:
        console.say(explain(KopsuratError("cli-left-out", value=", ".join(imported.left_out)), language))
    return 0


def _record(path: Path) -> Mapping[str, Any]:
    """Return the one record of a JSON file, or the first row of a CSV file."""
    if path.suffix.lower() == ".csv":
        from kopsurat.cli.batch import read_rows

        return read_rows(path)[0]
    try:
        data = json.loads(read_bytes(path).decode("utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise CommandError("cli-json-malformed", value=str(path)) from error
    if isinstance(data, dict) and isinstance(data.get("data"), dict | list):
        data = data["data"]
    if isinstance(data, list) and data:
        data = data[0]
    if not isinstance(data, dict):
        raise CommandError("cli-json-malformed", value=str(path))
    return data
