"""The office, the key and the moment of a command: what the library wants to be given."""

from __future__ import annotations

import datetime as dt
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from kopsurat.cli.command import language_of
from kopsurat.cli.faults import faults_in, flattened
from kopsurat.cli.problems import CommandError, UsageError
from kopsurat.errors import InvalidInput, InvalidOffice, KopsuratError
from kopsurat.messages import explain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kopsurat.letter import Letter
    from kopsurat.office import Office
    from kopsurat.seal import SigningKey

__all__ = [
    "PASSPHRASE_VARIABLE",
    "nearest_office",
    "now",
    "open_key",
    "open_letter",
    "open_office",
    "passphrase",
    "read_bytes",
    "read_text",
    "today",
]

PASSPHRASE_VARIABLE: Final = "KOPSURAT_PASSPHRASE"  # noqa: S105 - a name, not a secret


def now() -> dt.datetime:
    """Return this moment. The only clock of the command line."""
    return dt.datetime.now(dt.UTC)


def today() -> dt.date:
    """Return this day where the computer stands."""
    return now().astimezone().date()


def open_office(path: Path | None, *, near: Path) -> Office:
    """Return the office of ``path``, or of the nearest desa.toml at or above ``near``."""
    from kopsurat.reading import read_office

    return read_office(path or nearest_office(near))


def open_letter(
    path: Path, office: Path | None, fields: Mapping[str, Any] | None = None
) -> tuple[Letter, Office]:
    """Return a letter and its office; the faults of both are raised together."""
    from kopsurat.reading import read_letter_over

    fields = fields or {}
    try:
        record = open_office(office, near=path)
    except (InvalidInput, ExceptionGroup) as error:
        read_letter_over(path, fields, faults=flattened(error))
        raise
    return read_letter_over(path, fields, office=record), record


def nearest_office(near: Path) -> Path:
    """Return the nearest desa.toml at or above ``near``, as short as it can be said from here.

    Raises :class:`CommandError` ``file-missing`` where there is neither an office nor ``near``.
    """
    from kopsurat.reading import find_office

    try:
        found, here = find_office(near), Path.cwd()
    except InvalidOffice:
        if near.exists():
            raise
        raise CommandError("file-missing", value=str(near)) from None
    return found.relative_to(here) if found.is_relative_to(here) else found


def open_key(path: Path, *, variable: str | None) -> SigningKey:
    """Return the signing key in a file, its passphrase asked for where it is not in the environment.

    Raises :class:`CommandError` ``cli-key-public`` for the public half, and what the key itself raises.
    """
    from kopsurat.cli.public_key import is_public_key
    from kopsurat.seal import SigningKey

    data = read_bytes(path)
    if is_public_key(data):
        raise CommandError("cli-key-public", value=str(path))
    words = passphrase(variable, path.name)
    with faults_in(path):
        return SigningKey.load(data, words)


def passphrase(variable: str | None, name: str, *, confirm: bool = False) -> str:
    """Return the passphrase: from ``variable``, from KOPSURAT_PASSPHRASE, or typed on a terminal.

    Raises :class:`UsageError` ``cli-passphrase-variable``, ``cli-passphrase-missing`` or, where it is to be
    typed twice, ``cli-passphrases-differ``.
    """
    if variable is not None:
        if variable not in os.environ:
            raise UsageError("cli-passphrase-variable", value=variable)
        return os.environ[variable]
    if PASSPHRASE_VARIABLE in os.environ:
        return os.environ[PASSPHRASE_VARIABLE]
    if not sys.stdin.isatty():
        raise UsageError("cli-passphrase-missing", value=name)
    import click

    language = language_of(click.get_current_context())
    question = explain(KopsuratError("cli-passphrase-ask", value=name), language)
    typed: str = click.prompt(question, hide_input=True, err=True)
    again = explain("cli-passphrase-again", language)
    if confirm and typed != click.prompt(again, hide_input=True, err=True):
        raise UsageError("cli-passphrases-differ")
    return typed


def read_bytes(path: Path) -> bytes:
    """Return the content of a file.

    Raises :class:`CommandError` ``file-missing``, ``file-is-folder`` or ``file-unreadable``.
    """
    if path.is_dir():
        raise CommandError("file-is-folder", value=str(path))
    try:
        return path.read_bytes()
    except OSError as error:
        code = "file-missing" if isinstance(error, FileNotFoundError) else "file-unreadable"
        raise CommandError(code, value=str(path)) from error


def read_text(path: Path) -> str:
    """Return the text of a file, its line ends as they are.

    Raises :class:`CommandError` as :func:`read_bytes`, and ``file-is-word``, ``file-not-text`` or
    ``file-not-utf8``.
    """
    from kopsurat.reading.files import not_text

    data = read_bytes(path)
    if fault := not_text(data):
        raise CommandError(fault, value=str(path))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CommandError("file-not-utf8", value=str(path)) from None
