"""``kopsurat batch``: one letter for every row of a table, faults of all rows before the first page."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from kopsurat.cli.command import argument, command, option
from kopsurat.cli.faults import as_data, flattened, report_faults, say_remarks
from kopsurat.cli.formats import FORMATS
from kopsurat.cli.problems import CommandError, UsageError
from kopsurat.cli.register_file import open_register, with_register_flag
from kopsurat.cli.registering import clashes, record_of, revoked_remarks, write_registered
from kopsurat.cli.sources import nearest_office, open_key, open_office
from kopsurat.cli.starting import example_remarks
from kopsurat.cli.tables import read_rows
from kopsurat.cli.writing import write_each
from kopsurat.errors import KopsuratError
from kopsurat.messages import explain
from kopsurat.shapes import faults_of, moved

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from concurrent.futures import Executor
    from contextlib import AbstractContextManager

    from kopsurat.batch import Rendered
    from kopsurat.cli.console import Console
    from kopsurat.cli.tables import Row
    from kopsurat.letter import Letter
    from kopsurat.office import Office
    from kopsurat.register import Entry, Record, Register
    from kopsurat.seal import Seal, SigningKey

__all__ = ["batch"]

_UNFIT: Final = re.compile(r"[^\w.-]+")


@command("batch")
@argument("letter", metavar="SURAT", type=click.Path(path_type=Path, dir_okay=False))
@argument("rows", metavar="TABEL", type=click.Path(path_type=Path, dir_okay=False))
@option("--out", "-o", required=True, type=click.Path(path_type=Path, file_okay=False))
@option("--format", "-f", "formats", multiple=True, type=click.Choice(FORMATS))
@option("--office", type=click.Path(path_type=Path))
@option("--key", type=click.Path(path_type=Path))
@option("--passphrase-env", metavar="NAMA")
@with_register_flag
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
    remarks = (*example_remarks(office), *revoked_remarks(entries or ())) if key else ()
    done = KopsuratError("cli-batch-done", count=len(letters), value=str(out))
    _report(console, done, written, entries, remarks)
    return 0


def _report(
    console: Console,
    done: KopsuratError,
    written: Sequence[Path],
    entries: Sequence[Entry] | None,
    remarks: Sequence[KopsuratError],
) -> None:
    """Say what was ``done``, which files that made and which letters it entered, with the remarks on it."""
    language = console.settings.language
    orders = None if entries is None else [entry.order for entry in entries]
    console.data(
        {
            "ok": True,
            "letters": done.evidence["count"],
            "files": [str(path) for path in written],
            "agenda": orders,
            "remarks": as_data(remarks, language),
        }
    )
    console.say(explain(done, language), color="good")
    if orders:
        entered = KopsuratError(
            "cli-batch-registered", count=len(orders), first=min(orders), last=max(orders)
        )
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


def _letters(
    path: Path, table: Sequence[Row], office: Office, source: Path
) -> tuple[list[Letter], list[KopsuratError]]:
    """Return a letter for each row, and the faults of all rows with their lines."""
    from kopsurat.reading import place_of, read_letter_over

    letters: dict[int, Letter] = {}
    told: dict[int, list[KopsuratError]] = {}
    for number, cells, _ in table:
        try:
            letters[number] = read_letter_over(
                path, {key: text for key, text in cells.items() if text}, office=office
            )
        except ExceptionGroup as group:
            told[number] = flattened(group)
    own = _of_the_letter(told, table)
    heads = _of_the_heads(told, table, source)
    faults = [
        moved(fault, f"{source}:{number}: {place_of(fault).key}")
        for number, each in told.items()
        for fault in each
        if _identity(fault) not in own and _identity(fault) not in heads
    ]
    numbers = _of_the_numbers(letters, table, source)
    return list(letters.values()), [*own.values(), *heads.values(), *faults, *numbers]


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


def _of_the_heads(
    told: Mapping[int, Sequence[KopsuratError]], table: Sequence[Row], source: Path
) -> dict[tuple[str, ...], KopsuratError]:
    """Return the faults of columns that no letter of this type has, once each, at the head of the table."""
    columns = table[0].cells
    return {
        _identity(fault): moved(fault, f"{source}:{table[0].head}: {fault.value}")
        for fault in itertools.chain.from_iterable(told.values())
        if fault.code == "field-unknown" and fault.value in columns
    }


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


def _of_the_numbers(
    letters: Mapping[int, Letter], table: Sequence[Row], source: Path
) -> Iterator[KopsuratError]:
    """Yield the faults of numbers: none in the table, patterns, and those that an earlier row has already.

    A number with dots, to be written by hand, may be that of all letters.
    """
    from kopsurat.nomor import BLANK, is_pattern

    numbers = {line: letter.nomor for line, letter in letters.items() if letter.nomor}
    shared = next(iter(numbers.values()), "")
    if len(numbers) > 1 and not any(row.cells.get("nomor") for row in table):
        if not BLANK.search(shared):
            yield UsageError("cli-table-without-nomor", path=f"{source}:{table[0].head}: nomor", value=shared)
        return
    seen: dict[str, int] = {}
    for line, nomor in numbers.items():
        path = f"{source}:{line}: nomor"
        if is_pattern(nomor):
            yield UsageError("cli-table-pattern", path=path, value=nomor)
        elif nomor in seen and not BLANK.search(nomor):
            yield UsageError("cli-number-twice", path=path, value=nomor, line=seen[nomor])
        seen.setdefault(nomor, line)


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
