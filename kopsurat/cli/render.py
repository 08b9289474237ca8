"""``kopsurat render``: a letter, or an empty letterhead, into PDF, DOCX and PNG in one go."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from kopsurat.cli.command import argument, command, option
from kopsurat.cli.faults import as_data, faults_in, flattened, say_remarks
from kopsurat.cli.formats import format_of
from kopsurat.cli.problems import UsageError
from kopsurat.cli.register_file import open_register, with_register_flag
from kopsurat.cli.registering import record_of, revoked_remarks, write_registered
from kopsurat.cli.sources import nearest_office, open_key, open_letter, open_office
from kopsurat.cli.starting import example_remarks
from kopsurat.cli.writing import write_all
from kopsurat.errors import KopsuratError
from kopsurat.messages import explain
from kopsurat.shapes import moved

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kopsurat.cli.console import Console
    from kopsurat.layout.model import Document
    from kopsurat.letter import Letter
    from kopsurat.office import Office
    from kopsurat.register import Entry, Record, Register
    from kopsurat.seal import Seal

__all__ = ["render"]

_DEFAULT_FORMATS: Final = ("pdf", "docx")


@command("render")
@argument("letter", metavar="[SURAT]", required=False, type=click.Path(path_type=Path))
@option("--out", "-o", "outputs", multiple=True, type=click.Path(path_type=Path, dir_okay=False))
@option("--office", type=click.Path(path_type=Path))
@option("--key", type=click.Path(path_type=Path))
@option("--passphrase-env", metavar="NAMA")
@option("--host", metavar="SITUS")
@option("--link", metavar="URL")
@option("--letterhead", is_flag=True)
@option("--draft", is_flag=True)
@option("--embed-fonts", is_flag=True)
@with_register_flag
@option("--set", "settings", multiple=True, metavar="KUNCI=ISI")
def render(
    console: Console,
    *,
    letter: Path | None,
    outputs: tuple[Path, ...],
    office: Path | None,
    letterhead: bool,
    **choices: Any,  # noqa: ANN401 - options of one command
) -> int:
    """Render everything first, then write everything."""
    if (letter is None) != letterhead:
        raise UsageError("cli-letter-or-letterhead")
    paths = outputs or _default_outputs(letter)
    formats = {path: format_of(path) for path in paths}
    if letter is None:
        record = open_office(office, near=Path())
        made = _Made(document=_letterhead(record, choices))
    else:
        read, record = open_letter(letter, office, _settings(choices["settings"]))
        made = _letter(letter, read, record, choices)
    if choices["register"] is not None and made.seal is None:
        raise UsageError("cli-register-needs-seal")
    files = _rendered(made.document, formats, embed_fonts=choices["embed_fonts"])
    if choices["register"] is None or made.letter is None or made.seal is None:
        write_all(files)
    else:
        with open_register(choices["register"], office or nearest_office(letter or Path())) as register:
            (made.entry,) = _written(files, register, record_of(made.letter, made.seal))
    remarks = (*example_remarks(record), *revoked_remarks([made.entry])) if made.seal else ()
    _report(console, paths, made, remarks)
    return 0


@dataclasses.dataclass(slots=True, kw_only=True)
class _Made:
    """What a run made: the document, and for a sealed letter the seal and its entry in the agenda."""

    document: Document
    letter: Letter | None = None
    seal: Seal | None = None
    has_link: bool = False
    entry: Entry | None = None


def _written(files: Mapping[Path, bytes], register: Register, record: Record) -> tuple[Entry, ...]:
    """Write the files and enter the letter; what the register refuses is said as of one letter."""
    try:
        _, entries = write_registered(files.items(), register, [record])
    except ExceptionGroup as group:
        raise moved(flattened(group)[0], "") from None
    return entries


def _default_outputs(letter: Path | None) -> tuple[Path, ...]:
    stem = letter if letter is not None else Path("kop.md")
    if stem.is_dir():
        from kopsurat.reading import LETTER_FILE

        stem /= LETTER_FILE
    return tuple(stem.with_suffix(f".{suffix}") for suffix in _DEFAULT_FORMATS)


def _letterhead(office: Office, choices: Mapping[str, Any]) -> Document:
    from kopsurat import compose_letterhead

    if choices["key"] is not None:
        raise UsageError("cli-letterhead-not-sealed")
    return compose_letterhead(office, link=choices["link"])


def _letter(path: Path, letter: Letter, office: Office, choices: Mapping[str, Any]) -> _Made:
    from kopsurat import compose

    if choices["draft"]:
        letter = dataclasses.replace(letter, is_draft=True)
    seal = _seal(path, letter, office, choices) if choices["key"] is not None else None
    with faults_in(path):
        document = compose(letter, office, seal=seal, link=choices["link"])
    return _Made(document=document, letter=letter, seal=seal, has_link=choices["link"] is not None)


def _settings(pairs: Sequence[str]) -> dict[str, str]:
    settings = {}
    for pair in pairs:
        key, equals, content = pair.partition("=")
        if not equals or not key:
            raise UsageError("cli-set-malformed", value=pair)
        settings[key] = content
    return settings


def _seal(path: Path, letter: Letter, office: Office, choices: Mapping[str, Any]) -> Seal:
    from kopsurat import seal_letter
    from kopsurat.cli.key_folder import refuse_unfit_key

    if letter.is_draft:
        raise UsageError("cli-draft-not-sealed")
    host = choices["host"] or office.host
    if host is None:
        raise UsageError("cli-host-missing")
    key = open_key(choices["key"], variable=choices["passphrase_env"])
    refuse_unfit_key(choices["key"], key, host=host, days=[letter.date])
    with faults_in(path):
        return seal_letter(letter, office, key=key, host=host)


def _rendered(document: Document, formats: Mapping[Path, str], *, embed_fonts: bool) -> dict[Path, bytes]:
    """Render each format once, however many files want it."""
    from kopsurat import render as render_document

    made = {
        name: render_document(document, name, embed_fonts=embed_fonts)
        for name in dict.fromkeys(formats.values())
    }
    return {path: made[name] for path, name in formats.items()}


def _report(console: Console, paths: Sequence[Path], made: _Made, remarks: Sequence[KopsuratError]) -> None:
    """Say what was made, with the remarks on it."""
    language = console.settings.language
    document, seal, entry = made.document, made.seal, made.entry
    console.data(
        {
            "ok": True,
            "files": [str(path) for path in paths],
            "adjustments": list(document.adjustments),
            "seal": {"id": seal.id.hex(), "code": seal.code, "link": seal.link} if seal else None,
            "agenda": entry.order if entry else None,
            "remarks": as_data(remarks, language),
        }
    )
    for path in paths:
        console.say(explain(KopsuratError("cli-written", value=str(path)), language), color="good")
    for adjustment in document.adjustments:
        code, _, value = adjustment.partition("=")
        measure = float(value) if code.startswith("fit-") and "." in value else value
        console.say(explain(KopsuratError(code, value=measure), language))
    if seal:
        console.say(explain(KopsuratError("cli-sealed", value=seal.code, host=seal.host), language))
    elif made.letter and not (made.letter.is_draft or made.has_link):
        console.say(explain("cli-unsealed", language))
    say_remarks(console, remarks)
    if entry:
        console.say(explain(KopsuratError("cli-letter-registered", order=entry.order), language))
