"""``kopsurat kit``: the same contact record on everything that is not a letter."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from kopsurat.cli.command import argument, command, option
from kopsurat.cli.faults import as_data
from kopsurat.cli.problems import UsageError
from kopsurat.cli.sources import open_office, read_bytes
from kopsurat.cli.writing import write_all
from kopsurat.errors import KopsuratError
from kopsurat.messages import explain

if TYPE_CHECKING:
    from kopsurat.cli.console import Console
    from kopsurat.kit import Drift
    from kopsurat.messages import Language
    from kopsurat.office import Office

__all__ = ["kit"]

_LENGTH: Final = re.compile(r"(\d+(?:[.,]\d+)?)\s*(mm|cm|m)?", re.IGNORECASE)
_UNITS: Final = {"mm": 1.0, "cm": 10.0, "m": 1000.0}


@command("kit")
@argument("names", metavar="[NAMA…]", nargs=-1)
@option("--out", "-o", type=click.Path(path_type=Path, file_okay=False), default=Path("kit"))
@option("--office", type=click.Path(path_type=Path))
@option("--board-width", metavar="LEBAR", default="200cm", show_default=True)
@option("--check", "checked", metavar="FOLDER", type=click.Path(path_type=Path, file_okay=False))
def kit(
    console: Console,
    *,
    names: tuple[str, ...],
    out: Path,
    office: Path | None,
    board_width: str,
    checked: Path | None,
) -> int:
    """Make the pieces, or tell which of an earlier kit no longer agree with desa.toml."""
    if checked is not None:
        if names:
            raise UsageError("cli-kit-check-alone", value=names[0])
        return _check(console, checked, open_office(office, near=checked))
    width = _millimetres(board_width)
    return _make(console, open_office(office, near=Path()), names, out, width)


def _make(console: Console, office: Office, names: tuple[str, ...], out: Path, width: float) -> int:
    from kopsurat.kit import RECORD, make_kit

    former = out / RECORD
    earlier = read_bytes(former) if former.is_file() else None
    made = make_kit(office, names, board_width=width, earlier=earlier)
    write_all({out / name: data for name, data in made.files.items()})
    language = console.settings.language
    omitted = [as_data([error], language)[0] | {"file": file} for file, error in made.omitted]
    console.data({"ok": True, "folder": str(out), "files": sorted(made.files), "omitted": omitted})
    done = KopsuratError("cli-kit-made", value=str(out), count=len(made.files))
    console.say(explain(done, language), color="good")
    _say_grouped(
        console, [(explain(error, language), file) for file, error in made.omitted], mark="–", color="warn"
    )
    return 0


def _check(console: Console, folder: Path, office: Office) -> int:
    from kopsurat.kit import RECORD, check_kit, recorded_files

    record = read_bytes(folder / RECORD)
    names = recorded_files(record)
    present = {name: read_bytes(folder / name) for name in names if (folder / name).is_file()}
    drifts = check_kit(record, office, present=present)
    language = console.settings.language
    rows = [
        {
            "code": drift.code,
            "file": drift.file,
            "fact": drift.fact or None,
            "printed": drift.printed or None,
            "expected": drift.expected or None,
            "message": _sentence(drift, language),
        }
        for drift in drifts
    ]
    console.data({"ok": not drifts, "folder": str(folder), "files": len(names), "drift": rows})
    told = [(_sentence(drift, language), drift.file) for drift in drifts]
    _say_grouped(console, told, mark="✗", color="bad")
    if not drifts:
        agreed = KopsuratError("cli-kit-agrees", value=str(folder), count=len(names))
        console.say(f"✓ {explain(agreed, language)}", color="good")
    return 1 if drifts else 0


def _say_grouped(console: Console, told: list[tuple[str, str]], *, mark: str, color: str) -> None:
    """Print each sentence once, and under it the files that it is about."""
    grouped: dict[str, list[str]] = {}
    for sentence, file in told:
        grouped.setdefault(sentence, []).append(file)
    for sentence, files in grouped.items():
        console.say(f"{mark} {sentence}", color=color)
        console.say(f"  {', '.join(files)}")


def _sentence(drift: Drift, language: Language) -> str:
    fact = explain(f"kit-fact-{drift.fact}", language) if drift.fact else ""
    code = drift.code
    if code == "kit-drift-fact" and drift.fact == "crest":
        code = "kit-drift-crest"
    facts = {"fact": fact, "printed": drift.printed or "–", "expected": drift.expected or "–"}
    return explain(KopsuratError(code, value=drift.file, **facts), language)


def _millimetres(text: str) -> float:
    """Return a length such as ``200cm`` or ``1,5 m`` in millimetres; a bare number is centimetres."""
    match = _LENGTH.fullmatch(text.strip())
    if match is None:
        raise UsageError("cli-length-unreadable", value=text)
    return float(match[1].replace(",", ".")) * _UNITS[(match[2] or "cm").lower()]
