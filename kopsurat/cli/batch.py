"""``kopsurat batch``: one letter for every row of a table, faults of all rows before the first page."""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections import Counter
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import click

from kopsurat.cli.command import argument, command, option
from kopsurat.cli.faults import as_data, flattened, report_faults, say_remarks
from kopsurat.cli.problems import CommandError, UsageError
from kopsurat.cli.register_file import open_register
from kopsurat.cli.registering import clashes, record_of, revoked_remarks, write_registered
from kopsurat.cli.sources import nearest_office, open_key, open_office, read_bytes
from kopsurat.cli.writing import write_each
from kopsurat.errors import KopsuratError
from kopsurat.messages import explain
from kopsurat.reading.files import not_text
from kopsurat.shapes import faults_of, moved

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from concurrent.futures import Executor
    from contextlib import AbstractContextManager

    from kopsurat.batch import Rendered
    from kopsurat.cli.console import Console
    from kopsurat.letter import Letter
    from kopsurat.office import Office
    from kopsurat.register import Entry, Record, Register
    from kopsurat.seal import Seal, SigningKey

__all__ = ["batch"]

_FORMATS: Final = ("pdf", "docx", "png")
_UNFIT: Final = re.compile(r"[^\w.-]+")


@command("batch")
@argument("letter", metavar="SURAT", type=click.Path(path_type=Path, dir_okay=False))
@argument("rows", metavar="TABEL", type=click.Path(path_type=Path, dir_okay=False))
@option("--out", "-o", required=True, type=click.Path(path_type=Path, file_okay=False))
@option("--format", "-f", "formats", multiple=True, type=click.Choice(_FORMATS))
@option("--office", type=click.Path(path_type=Path))
@option("--key", type=click.Path(path_type=Path))
@option("--passphrase-env", metavar="NAMA")
@option("--register", "register", metavar="BERKAS|URL", is_flag=False, flag_value="")
@option("--jobs", type=click.IntRange(1, 256))
def batch(
    console: Console,
    *,
    letter: Path,
    rows: Path,
    out: Path,
    formats: tuple[str, ...],
    **choices: Any,  # noqa: ANN401 - options
) -> int:
    """Read every row first; keep one letter in memory at a time; files of all letters appear, or none."""
    if choices["register"] is not None and choices["key"] is None:
        raise UsageError("cli-register-needs-seal")
    office = open_office(choices["office"], near=letter)
    table = read_rows(rows)
    letters, faults = _letters(letter, table, office, rows)
    if faults:
        report_faults(console, faults)
        return 1
    key = _key(letters, office, choices)
    with _opened(choices["register"], choices["office"] or nearest_office(letter)) as register:
        if register and key:
            _refuse_taken(register, key, office, list(zip(table, letters, strict=True)), rows)
        with _executor(choices["jobs"]) as executor:
            from kopsurat.batch import render_many

            results = render_many(letters, office, formats=formats or ("pdf",), key=key, executor=executor)
            pairs = zip(table, results, strict=True)
            written, entries = _write(pairs, rows, out, register)
    _report(console, len(letters), out, written, entries)
    return 0


def _report(
    console: Console, count: int, out: Path, written: Sequence[Path], entries: Sequence[Entry] | None
) -> None:
    language = console.settings.language
    orders = None if entries is None else [entry.order for entry in entries]
    remarks = tuple(revoked_remarks(entries or ()))
    console.data(
        {
            "ok": True,
            "letters": count,
            "files": [str(path) for path in written],
            "agenda": orders,
            "remarks": as_data(remarks, language),
        }
    )
    done = KopsuratError("cli-batch-done", count=count, value=str(out))
    console.say(explain(done, language), color="good")
    if orders:
        entered = KopsuratError("cli-batch-registered", count=count, first=min(orders), last=max(orders))
        console.say(explain(entered, language))
    say_remarks(console, remarks)


def _key(letters: Sequence[Letter], office: Office, choices: Mapping[str, Any]) -> SigningKey | None:
    """Return the key of the choices, if there is one, fit to seal all these letters."""
    if choices["key"] is None:
        return None
    key = open_key(choices["key"], variable=choices["passphrase_env"])
    if office.host is None:
        raise CommandError("cli-host-missing")
    from kopsurat.cli.key_folder import refuse_unfit_key

    refuse_unfit_key(choices["key"], key, host=office.host, days=[each.date for each in letters])
    return key


def _opened(address: str | None, office: Path) -> AbstractContextManager[Register | None]:
    return nullcontext() if address is None else open_register(address, office)


class Row(NamedTuple):
    """A row of a table: its number as a spreadsheet counts, the head being 1, and its cells by column."""

    number: int
    cells: dict[str, str]


def read_rows(path: Path) -> list[Row]:
    """Return the rows of a CSV file in UTF-8, separated by ``,``, ``;`` or tabs, as the head line shows.

    Raises :class:`CommandError` ``cli-table-workbook``, ``cli-table-not-utf8``, ``cli-table-empty``,
    ``cli-table-column-twice`` or ``cli-table-malformed``.
    """
    data = read_bytes(path)
    if not_text(data):
        raise CommandError("cli-table-workbook", value=str(path))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CommandError("cli-table-not-utf8", value=str(path)) from None
    head = text.split("\n", maxsplit=1)[0]
    separator = max(",;\t", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        filled = [(number, cells) for number, cells in enumerate(reader, 1) if any(cells)]
    except csv.Error as error:
        raise CommandError("cli-table-malformed", value=str(path), line=reader.line_num) from error
    if len(filled) < 2:  # noqa: PLR2004 - the head and one row
        raise CommandError("cli-table-empty", value=str(path))
    names = [name.strip() for name in filled[0][1]]
    for position, name in enumerate(names):
        if name and name in names[:position]:
            raise CommandError("cli-table-column-twice", value=str(path), column=name)
    for number, cells in filled[1:]:
        if len(cells) != len(names):
            raise CommandError("cli-table-malformed", value=str(path), line=number)
    return [Row(number, dict(zip(names, map(str.strip, cells), strict=True))) for number, cells in filled[1:]]


def _letters(
    path: Path, table: Sequence[Row], office: Office, source: Path
) -> tuple[list[Letter], list[KopsuratError]]:
    """Return a letter for each row, and the faults of all rows with their lines."""
    from kopsurat.reading import place_of, read_letter_over

    letters: dict[int, Letter] = {}
    told: dict[int, list[KopsuratError]] = {}
    for number, cells in table:
        try:
            letters[number] = read_letter_over(
                path, {key: text for key, text in cells.items() if text}, office=office
            )
        except ExceptionGroup as group:
            told[number] = flattened(group)
    own = _of_the_letter(told, table)
    faults = [
        moved(fault, f"{source}:{number}: {place_of(fault).key}")
        for number, each in told.items()
        for fault in each
        if _identity(fault) not in own
    ]
    return list(letters.values()), [*own.values(), *faults, *_doubles(letters, source)]


def _of_the_letter(
    told: Mapping[int, Sequence[KopsuratError]], table: Sequence[Row]
) -> dict[tuple[str, ...], KopsuratError]:
    """Return the faults that stand in the letter itself, once each: every row has them, and no column."""
    met = Counter(_identity(fault) for faults in told.values() for fault in faults)
    own = {}
    for fault in itertools.chain.from_iterable(told.values()):
        if met[_identity(fault)] == len(table) and _stands_in_the_letter(fault, table[0].cells):
            own[_identity(fault)] = fault
    return own


def _stands_in_the_letter(fault: KopsuratError, columns: Mapping[str, str]) -> bool:
    from kopsurat.reading import place_of

    place = place_of(fault)
    name = re.split(r"[.\[]", place.key.removeprefix("isian."), maxsplit=1)[0]
    is_written = place.line is not None and fault.code != "field-missing"  # its line is that of the table
    return not place.key or (is_written and name not in columns)


def _identity(fault: KopsuratError) -> tuple[str, ...]:
    return fault.code, fault.path, str(fault.value)


def _refuse_taken(
    register: Register, key: SigningKey, office: Office, letters: Sequence[tuple[Row, Letter]], source: Path
) -> None:
    """Refuse numbers that the register has for other letters, before the first page is drawn."""
    from kopsurat.seal import seal_letter

    def seal(letter: Letter) -> Seal:
        return seal_letter(letter, office, key=key, host=office.host or "")

    faults = [
        moved(fault, f"{source}:{letters[index][0].number}: nomor")
        for index, fault in clashes(register, [letter for _, letter in letters], seal)
    ]
    if faults:
        raise ExceptionGroup("numbers of a table", faults)


def _write(
    results: Iterable[tuple[Row, Rendered]], source: Path, out: Path, register: Register | None
) -> tuple[tuple[Path, ...], tuple[Entry, ...] | None]:
    """Write the files of all letters and enter these in the register, or do neither."""
    records: list[Record] = []
    places: dict[str, str] = {}

    def drawn() -> Iterator[tuple[Row, Rendered]]:
        for row, result in results:
            if register and result.seal:
                places[f"records[{len(records)}]"] = f"{source}:{row.number}: nomor"
                records.append(record_of(result.letter, result.seal))
            yield row, result

    files = _files(drawn(), source, out)
    if register is None:
        return write_each(files), None
    try:
        return write_registered(files, register, records)
    except ExceptionGroup as group:
        faults = [moved(fault, places.get(fault.path, fault.path)) for fault in faults_of(group)]
        raise ExceptionGroup("letters of a table", faults) from None


def _files(results: Iterable[tuple[Row, Rendered]], source: Path, out: Path) -> Iterator[tuple[Path, bytes]]:
    """Yield the files of every letter; raise the faults of all that could not be drawn at the end."""
    faults: list[KopsuratError] = []
    for number, (row, result) in enumerate(results, 1):
        faults += [moved(fault, f"{source}:{row.number}: {fault.path}") for fault in result.faults]
        if not faults:
            stem = _stem(number, result.letter)
            yield from ((out / f"{stem}.{name}", data) for name, data in result.files.items())
    if faults:
        raise ExceptionGroup("letters of a table", faults)


def _doubles(letters: Mapping[int, Letter], source: Path) -> Iterator[KopsuratError]:
    """Yield a fault for every number that an earlier row has already."""
    seen: dict[str, int] = {}
    for line, letter in letters.items():
        if letter.nomor and letter.nomor in seen:
            yield UsageError(
                "cli-number-twice",
                path=f"{source}:{line}: nomor",
                value=letter.nomor,
                line=seen[letter.nomor],
            )
        seen.setdefault(letter.nomor, line)


def _stem(number: int, letter: Letter) -> str:
    name = _UNFIT.sub("-", letter.nomor or letter.kind.code).strip("-.")
    return f"{number:04}-{name[:60]}"


@contextmanager
def _executor(jobs: int | None) -> Iterator[Executor]:
    """Give an executor; whoever leaves early, as by Ctrl-C, waits for what is being drawn, not for the rest.

    Ctrl-C reaches every process of a terminal: the workers leave it to this one.
    """
    executor: Executor
    if jobs == 1:
        from concurrent.futures import ThreadPoolExecutor

        executor = ThreadPoolExecutor(1)
    else:
        import multiprocessing
        import signal
        from concurrent.futures import ProcessPoolExecutor

        executor = ProcessPoolExecutor(
            jobs,
            mp_context=multiprocessing.get_context("spawn"),
            initializer=signal.signal,
            initargs=(signal.SIGINT, signal.SIG_IGN),
        )
    try:
        yield executor
    finally:
        executor.shutdown(cancel_futures=True)
