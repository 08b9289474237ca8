"""``kopsurat number``: running numbers, the agenda and its books, backup and restore."""

from __future__ import annotations

import datetime as dt
import io
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from kopsurat.cli.command import Group, argument, command, option
from kopsurat.cli.dates import day_of
from kopsurat.cli.faults import faults_in
from kopsurat.cli.formats import format_of
from kopsurat.cli.problems import CommandError, UsageError
from kopsurat.cli.register_file import open_register, with_register
from kopsurat.cli.sources import nearest_office, open_office, read_bytes, read_text, today
from kopsurat.cli.writing import write_all
from kopsurat.errors import InvalidNomor, KopsuratError
from kopsurat.messages import explain
from kopsurat.shapes import moved

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kopsurat.cli.console import Console
    from kopsurat.letter import Letter
    from kopsurat.office import Office
    from kopsurat.register import Entry, Register

__all__ = ["number"]

number: Final = Group(name="number", options_metavar="[…]", subcommand_metavar="PERINTAH …")
_DIRECTIONS: Final = ("keluar", "masuk")
_BOOKS: Final = (*_DIRECTIONS, "ekspedisi")
_NOMOR_LINE: Final = re.compile(r"^(nomor[ \t]*=[ \t]*)([\"'])(.*?)\2", re.MULTILINE)


def _say(console: Console, code: str, color: str = "good", **facts: Any) -> None:  # noqa: ANN401 - facts of a sentence
    console.say(explain(KopsuratError(code, **facts), console.settings.language), color=color)


# ---- numbers


@command("take")
@argument("letter", metavar="SURAT", type=click.Path(path_type=Path, dir_okay=False))
@option("--scope", default="semua", show_default=True, metavar="DERET")
@with_register
def take(console: Console, *, letter: Path, scope: str, address: str | None, office: Path | None) -> int:
    """Put the next number into a letter. The file gets its number and the register its entry, or neither."""
    from kopsurat.nomor import BLANK, is_pattern

    text = read_text(letter)
    found = _NOMOR_LINE.search(text)
    if found is None:
        raise CommandError("cli-number-no-line", value=str(letter))
    pattern = found.group(3)
    if not is_pattern(pattern) and (blank := BLANK.search(pattern)):
        filled = pattern.replace(blank[0], "{urut:03}", 1)
        raise CommandError("cli-number-blank", value=pattern, suggestion=filled)
    if not is_pattern(pattern):
        console.data({"ok": True, "nomor": pattern, "file": str(letter), "taken": False})
        _say(console, "cli-number-present", color="", value=pattern, file=str(letter))
        return 0
    date, klasifikasi = _facts_of(text)
    place = f"{letter}:{text.count(chr(10), 0, found.start()) + 1}: nomor"
    fill = _filler(pattern, place, date=date, klasifikasi=klasifikasi)
    with open_register(address, office or nearest_office(letter)) as register:
        nomor = _take(register, letter, text, fill, series=(scope, date.year))
    console.data({"ok": True, "nomor": nomor, "file": str(letter), "taken": True})
    _say(console, "cli-number-taken", value=nomor, file=str(letter))
    return 0


def _filler(pattern: str, place: str, *, date: dt.date, klasifikasi: str) -> Callable[[int], str]:
    """Return what makes a nomor of a running number; a pattern that gives none is told before that."""
    from kopsurat.nomor import parse_pattern

    try:
        parsed = parse_pattern(pattern)
        parsed.format(urut=1, date=date, klasifikasi=klasifikasi)
    except InvalidNomor as error:
        raise moved(error, place) from None
    return lambda urut: parsed.format(urut=urut, date=date, klasifikasi=klasifikasi)


def _take(
    register: Register, letter: Path, text: str, fill: Callable[[int], str], *, series: tuple[str, int]
) -> str:
    with register.number(*series, fill) as held:
        nomor = fill(held.value)
        numbered = _NOMOR_LINE.sub(lambda line: f"{line[1]}{line[2]}{nomor}{line[2]}", text, count=1)
        write_all({letter: numbered.encode()}, before_rename=lambda: register.use(held, nomor))
    return nomor


def _facts_of(text: str) -> tuple[dt.date, str]:
    """Return the letter's date and the classification of its type."""
    from kopsurat.content.templates import find
    from kopsurat.reading.letters import read_front

    front = read_front(text)
    date = front.get("tanggal")
    kind = front.get("jenis")
    classification = find(kind).classification if isinstance(kind, str) else None
    return (date if isinstance(date, dt.date) else today()), classification or ""


# ---- the agenda


def _year(function: Any) -> Any:  # noqa: ANN401 - a decorator
    return option("--year", type=click.IntRange(1945, 9999))(function)


@command("list")
@argument("direction", metavar="keluar|masuk", type=click.Choice(_DIRECTIONS), default="keluar")
@_year
@with_register
def list_entries(
    console: Console, *, direction: str, year: int | None, address: str | None, office: Path | None
) -> int:
    """Show the agenda of a year."""
    with open_register(address, office, must_exist=True) as register:
        entries = register.entries(direction, year or today().year)
    _show(console, entries)
    return 0


@command("search")
@argument("text", metavar="KATA")
@with_register
def search(console: Console, *, text: str, address: str | None, office: Path | None) -> int:
    """Find letters."""
    with open_register(address, office, must_exist=True) as register:
        entries = register.search(text)
    _show(console, entries)
    return 0


def _show(console: Console, entries: Sequence[Entry]) -> None:
    language = console.settings.language
    console.data({"ok": True, "letters": [_as_data(entry) for entry in entries]})
    if not entries:
        console.say(explain("cli-nothing-found", language))
        return
    revoked = explain("cli-agenda-revoked", language)
    names = ("order", "date", "party", "summary", "state")
    order, date, party, summary, state = (explain(f"cli-agenda-{name}", language) for name in names)
    console.table(
        (order, "Nomor", date, party, summary, state),
        [
            (
                str(entry.order),
                entry.record.nomor,
                entry.record.date.isoformat(),
                entry.record.party,
                entry.record.summary,
                revoked if entry.revoked else "",
            )
            for entry in entries
        ],
    )


def _as_data(entry: Entry) -> dict[str, Any]:
    record = entry.record
    return {
        "direction": record.direction,
        "order": entry.order,
        "nomor": record.nomor,
        "date": record.date.isoformat(),
        "day": record.day.isoformat(),
        "party": record.party,
        "summary": record.summary,
        "kind": record.kind,
        "seal_id": record.seal_id.hex() if record.seal_id else None,
        "revoked": entry.revoked.reason if entry.revoked else None,
    }


def _filled(_context: click.Context, parameter: click.Parameter, text: str) -> str:
    """Refuse an empty column of a book: what is entered cannot be taken back."""
    if not text.strip():
        raise UsageError("cli-entry-blank", path=parameter.opts[0])
    return text.strip()


def _described(function: Any) -> Any:  # noqa: ANN401 - a decorator
    """Give a command the options that describe a letter."""
    for declared in (
        option("--nomor", required=True, callback=_filled),
        option("--date", required=True, metavar="TANGGAL"),
        option("--day", metavar="TANGGAL"),
        option("--party", required=True, callback=_filled),
        option("--summary", required=True, callback=_filled),
    ):
        function = declared(function)
    return function


@command("receive")
@_described
@with_register
def receive(
    console: Console,
    *,
    nomor: str,
    date: str,
    day: str | None,
    party: str,
    summary: str,
    address: str | None,
    office: Path | None,
) -> int:
    """Enter a letter that came in."""
    from kopsurat.register import Record

    record = Record(
        direction="masuk",
        nomor=nomor,
        date=day_of(date, "--date"),
        day=day_of(day, "--day") if day else today(),
        party=party,
        summary=summary,
    )
    with open_register(address, office) as register:
        entry = register.add(record)
    console.data({"ok": True, **_as_data(entry)})
    _say(console, "cli-entered", order=entry.order)
    return 0


@command("ship")
@_described
@option("--remark", default="")
@with_register
def ship(
    console: Console,
    *,
    nomor: str,
    date: str,
    day: str | None,
    party: str,
    summary: str,
    remark: str,
    address: str | None,
    office: Path | None,
) -> int:
    """Enter a handed-over letter in the buku ekspedisi."""
    from kopsurat.register import Shipment

    shipment = Shipment(
        day=day_of(day, "--day") if day else today(),
        nomor=nomor,
        letter_date=day_of(date, "--date"),
        summary=summary,
        party=party,
        remark=remark,
    )
    with open_register(address, office) as register:
        register.ship(shipment)
    console.data({"ok": True, "nomor": nomor})
    _say(console, "cli-shipped")
    return 0


# ---- books, backup


@command("print")
@argument("book", metavar="keluar|masuk|ekspedisi", type=click.Choice(_BOOKS))
@option("--out", "-o", "out", required=True, type=click.Path(path_type=Path, dir_okay=False))
@_year
@with_register
def print_book(
    console: Console, *, book: str, out: Path, year: int | None, address: str | None, office: Path | None
) -> int:
    """Print a book of the register as PDF or DOCX."""
    from kopsurat import compose, render

    form = format_of(out)
    found = office or nearest_office(Path())
    record = open_office(found, near=found)
    with open_register(address, found, must_exist=True) as register:
        letter = _book(register, record, book, year or today().year)
    write_all({out: render(compose(letter, record), form)})
    console.data({"ok": True, "files": [str(out)]})
    _say(console, "cli-written", value=str(out))
    return 0


def _book(register: Register, office: Office, book: str, year: int) -> Letter:
    from kopsurat.register.books import agenda_book, shipment_book

    if book == "ekspedisi":
        return shipment_book(register.shipments(year), office, year=year, date=today())
    return agenda_book(register.entries(book, year), office, direction=book, year=year, date=today())


@command("backup")
@argument("out", metavar="BERKAS", type=click.Path(path_type=Path, dir_okay=False))
@with_register
def backup(console: Console, *, out: Path, address: str | None, office: Path | None) -> int:
    """Write the whole register to one file."""
    _refuse_other_file(out)
    text = io.StringIO()
    with open_register(address, office, must_exist=True) as register:
        count = register.dump(text)
    write_all({out: text.getvalue().encode()})
    console.data({"ok": True, "file": str(out), "rows": count})
    _say(console, "cli-backup-written", value=str(out), count=count)
    return 0


def _refuse_other_file(out: Path) -> None:
    """Refuse to put a backup in the place of anything but an older backup: the register itself, a letter."""
    from kopsurat.register.backup import is_backup

    if not out.exists():
        return
    head = read_bytes(out).partition(b"\n")[0]
    if not is_backup(head.decode("utf-8", errors="replace")):
        raise CommandError("cli-backup-other-file", value=str(out))


@command("restore")
@argument("source", metavar="BERKAS", type=click.Path(path_type=Path, dir_okay=False))
@with_register
def restore(console: Console, *, source: Path, address: str | None, office: Path | None) -> int:
    """Put a backup into a new, empty register."""
    text = io.StringIO(read_bytes(source).decode("utf-8-sig", errors="replace"))
    from kopsurat.register import Register

    with faults_in(source), Register(":memory:") as trial:  # a bad backup begins no register
        trial.load(text)
    text.seek(0)
    with open_register(address, office) as register:
        count = register.load(text)
    console.data({"ok": True, "rows": count})
    _say(console, "cli-backup-restored", value=str(source), count=count)
    return 0


for _command in (take, list_entries, search, receive, ship, print_book, backup, restore):
    number.add_command(_command)
