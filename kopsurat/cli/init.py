"""``kopsurat init``: a folder that works at once, with an emblem marked CONTOH."""

from __future__ import annotations

import datetime as dt
import json
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from kopsurat.cli.command import argument, command, option
from kopsurat.cli.problems import CommandError
from kopsurat.cli.sources import today
from kopsurat.cli.starting import starter_file
from kopsurat.cli.writing import write_all
from kopsurat.dates import long_date, roman_month
from kopsurat.errors import KopsuratError
from kopsurat.messages import explain

if TYPE_CHECKING:
    from kopsurat.cli.console import Console

__all__ = ["init"]

_FILES: Final = ("desa.toml", "surat.md", "lambang-contoh.png")
_LEVELS: Final = ("desa", "kecamatan", "kabupaten", "provinsi")


@command("init")
@argument("folder", metavar="[FOLDER]", default=Path(), type=click.Path(path_type=Path, file_okay=False))
@option("--desa", metavar="NAMA", default="Sukamaju")
@option("--kecamatan", metavar="NAMA", default="Karangtengah")
@option("--kabupaten", metavar="NAMA", default="Sukamulya")
@option("--provinsi", metavar="NAMA")
@option("--force", is_flag=True)
def init(console: Console, *, folder: Path, force: bool, **names: str | None) -> int:
    """Write the starter files; without ``--force`` no file is overwritten."""
    from kopsurat.office.mapping import office_from_mapping

    paths = [folder / name for name in _FILES]
    if not force and (present := [str(path) for path in paths if path.exists()]):
        raise CommandError("cli-init-exists", value=", ".join(present))
    office = _filled("desa.toml", names)
    office_from_mapping(tomllib.loads(office.decode()), load=starter_file)
    write_all(
        {
            paths[0]: office,
            paths[1]: _dated("surat.md", today()),
            paths[2]: starter_file("lambang-contoh.png"),
        }
    )
    console.data({"ok": True, "files": [str(path) for path in paths]})
    for path in paths:
        console.say(
            explain(KopsuratError("cli-written", value=str(path)), console.settings.language), color="good"
        )
    if folder != Path():
        place = KopsuratError("cli-init-enter", value=f'"{folder}"' if " " in str(folder) else str(folder))
        console.say(explain(place, console.settings.language))
    console.say(explain("cli-init-next", console.settings.language))
    return 0


def _filled(name: str, names: dict[str, str | None]) -> bytes:
    """Put the names into the starter file, quoted as TOML has it; one that is not given stays a comment."""
    text = starter_file(name).decode()
    for level in _LEVELS:
        given = names[level]
        if given is None:
            text = text.replace(f'{level} = "@{level}@"', f'# {level} = "…"')
        text = text.replace(f'"@{level}@"', json.dumps(given, ensure_ascii=False))
    desa = names["desa"] or ""
    host = "".join(letter for letter in desa.lower() if letter.isascii() and letter.isalnum())
    return text.replace("@situs@", f"{host or 'desa'}.desa.id").encode()


def _dated(name: str, day: dt.date) -> bytes:
    """Put a day into the starter file: the letter is of that day, the meeting six days later."""
    dates = {
        "tanggal": day.isoformat(),
        "bulan": roman_month(day),
        "tahun": str(day.year),
        "rapat": long_date(day + dt.timedelta(days=6)),
    }
    text = starter_file(name).decode()
    for key, value in dates.items():
        text = text.replace(f"@{key}@", value)
    return text.encode()
