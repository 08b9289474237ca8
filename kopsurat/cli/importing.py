"""``kopsurat import``: a surat.md out of a letter edited in Word, a desa.toml out of another system's record.

The file says which: DOCX files are zip archives, records are JSON or CSV.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from kopsurat.cli.command import argument, command, option
from kopsurat.cli.faults import as_data, faults_in
from kopsurat.cli.problems import CommandError
from kopsurat.cli.sources import open_office, read_bytes
from kopsurat.cli.writing import write_all
from kopsurat.errors import KopsuratError
from kopsurat.messages import explain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kopsurat.cli.console import Console
    from kopsurat.integrations.edited import EditedLetter

__all__ = ["import_file"]

_ZIP: Final = b"PK"
_RECORDS: Final = frozenset({".json", ".csv"})


@command("import")
@argument("source", metavar="BERKAS", type=click.Path(path_type=Path, dir_okay=False))
@option("--out", "-o", type=click.Path(path_type=Path, dir_okay=False))
@option("--office", type=click.Path(path_type=Path))
@option("--force", is_flag=True)
def import_file(console: Console, *, source: Path, out: Path | None, office: Path | None, force: bool) -> int:
    """Take over what can be kept, and say what cannot."""
    from kopsurat.integrations.edited import read_edited

    data = read_bytes(source)
    is_letter = data.startswith(_ZIP)
    if not is_letter and source.suffix.lower() not in _RECORDS:
        raise CommandError("cli-import-unknown", value=str(source))
    target = out or (source.with_suffix(".md") if is_letter else Path("desa.toml"))
    if is_letter:
        record = open_office(office, near=source)
        with faults_in(source):
            edited = read_edited(data, record)
        return _write_letter(console, edited, target, force=force)
    return _import_office(console, source, target, force=force)


def _write(out: Path, text: str, *, force: bool) -> None:
    """Write the file; what is wrong with the input was said before."""
    if out.exists() and not force:
        raise CommandError("cli-import-exists", value=str(out))
    write_all({out: text.encode()})


def _write_letter(console: Console, edited: EditedLetter, out: Path, *, force: bool) -> int:
    _write(out, edited.text, force=force)
    language = console.settings.language
    console.data({"ok": True, "files": [str(out)], "lost": list(edited.lost)})
    console.say(explain(KopsuratError("cli-written", value=str(out)), language), color="good")
    if edited.lost:
        console.say(explain(KopsuratError("cli-not-kept", value=len(edited.lost)), language))
    for each in edited.lost:
        console.say(f"! {each}", color="warn")
    return 0


def _import_office(console: Console, record: Path, out: Path, *, force: bool) -> int:
    from kopsurat.reading.opensid import office_from_opensid

    imported = office_from_opensid(_record(record))
    _write(out, imported.text, force=force)
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
        from kopsurat.cli.tables import read_rows

        return read_rows(path)[0].cells
    try:
        data = json.loads(read_bytes(path).decode("utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise CommandError("cli-json-malformed", value=str(path)) from error
    if isinstance(data, dict) and isinstance(data.get("data"), dict | list):
        data = data["data"]
    if isinstance(data, list) and data:
        data = data[0]
    if not isinstance(data, dict):
        raise CommandError("cli-json-malformed", value=str(path))
    return data
