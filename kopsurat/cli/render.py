"""``kopsurat render``: a letter, or an empty letterhead, into PDF, DOCX and PNG in one go."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from kopsurat.cli.command import argument, command, option
from kopsurat.cli.problems import UsageError
from kopsurat.cli.sources import open_key, open_office
from kopsurat.cli.writing import write_all
from kopsurat.errors import KopsuratError
from kopsurat.messages import explain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kopsurat.cli.console import Console
    from kopsurat.layout.model import Document
    from kopsurat.letter import Letter
    from kopsurat.office import Office
    from kopsurat.seal import Seal

__all__ = ["render"]

_FORMATS: Final = ("pdf", "docx", "png")
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
    formats = {path: _format(path) for path in paths}
    record = open_office(office, near=letter or Path())
    document, seal = _letterhead(record, choices) if letter is None else _letter(letter, record, choices)
    write_all(_rendered(document, formats))
    _report(console, paths, document, seal)
    return 0


def _default_outputs(letter: Path | None) -> tuple[Path, ...]:
    stem = letter if letter is not None else Path("kop.md")
    return tuple(stem.with_suffix(f".{suffix}") for suffix in _DEFAULT_FORMATS)


def _format(path: Path) -> str:
    suffix = path.suffix.lower().removeprefix(".")
    if suffix not in _FORMATS:
        raise UsageError("cli-format-unknown", value=str(path), choices=", ".join(_FORMATS))
    return suffix


def _letterhead(office: Office, choices: Mapping[str, Any]) -> tuple[Document, None]:
    from kopsurat import compose_letterhead

    if choices["key"] is not None:
        raise UsageError("cli-letterhead-not-sealed")
    return compose_letterhead(office, link=choices["link"]), None


def _letter(path: Path, office: Office, choices: Mapping[str, Any]) -> tuple[Document, Seal | None]:
    from kopsurat import compose, read_letter

    letter = read_letter(path, office=office, **_settings(choices["settings"]))
    if choices["draft"]:
        letter = dataclasses.replace(letter, is_draft=True)
    seal = _seal(letter, office, choices) if choices["key"] is not None else None
    return compose(letter, office, seal=seal, link=choices["link"]), seal


def _settings(pairs: Sequence[str]) -> dict[str, str]:
    settings = {}
    for pair in pairs:
        key, equals, content = pair.partition("=")
        if not equals or not key:
            raise UsageError("cli-set-malformed", value=pair)
        settings[key] = content
    return settings


def _seal(letter: Letter, office: Office, choices: Mapping[str, Any]) -> Seal:
    from kopsurat import seal_letter

    if letter.is_draft:
        raise UsageError("cli-draft-not-sealed")
    host = choices["host"] or office.host
    if host is None:
        raise UsageError("cli-host-missing")
    key = open_key(choices["key"], variable=choices["passphrase_env"])
    return seal_letter(letter, office, key=key, host=host)


def _rendered(document: Document, formats: Mapping[Path, str]) -> dict[Path, bytes]:
    """Render each format once, however many files want it."""
    from kopsurat import render as render_document

    made = {name: render_document(document, name) for name in dict.fromkeys(formats.values())}
    return {path: made[name] for path, name in formats.items()}


def _report(console: Console, paths: Sequence[Path], document: Document, seal: Seal | None) -> None:
    language = console.settings.language
    console.data(
        {
            "ok": True,
            "files": [str(path) for path in paths],
            "adjustments": list(document.adjustments),
            "seal": {"id": seal.id.hex(), "code": seal.code, "link": seal.link} if seal else None,
        }
    )
    for path in paths:
        console.say(explain(KopsuratError("cli-written", value=str(path)), language), color="good")
    for adjustment in document.adjustments:
        console.say(explain(KopsuratError("cli-adjusted", value=adjustment), language))
    if seal:
        console.say(explain(KopsuratError("cli-sealed", value=seal.code, host=seal.host), language))
