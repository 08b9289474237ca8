"""The register of a command: given, from the environment, or ``register.db`` beside desa.toml."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from kopsurat.cli.command import option
from kopsurat.cli.problems import CommandError, UsageError
from kopsurat.cli.sources import nearest_office

if TYPE_CHECKING:
    from collections.abc import Callable

    from kopsurat.register import Entry, Register

__all__ = [
    "REGISTER_FILE",
    "REGISTER_VARIABLE",
    "find_entry",
    "open_register",
    "with_register",
    "with_register_flag",
]

REGISTER_FILE: Final = "register.db"
REGISTER_VARIABLE: Final = "KOPSURAT_REGISTER"
_DOCUMENTS: Final = (
    *(".md", ".txt", ".toml", ".json", ".csv", ".xlsx", ".pem", ".pub"),
    *(".pdf", ".docx", ".png", ".svg", ".jpg", ".jpeg"),
)


def with_register(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command ``--register`` and ``--office``."""
    register = option("--register", "address", metavar="BERKAS|URL")
    return register(option("--office", type=click.Path(path_type=Path))(function))


def with_register_flag(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command ``--register``, whose register need not be named."""
    return option(
        "--register",
        "register",
        metavar="BERKAS|URL",
        is_flag=False,
        flag_value="",
        callback=_refuse_document,
    )(function)


def _refuse_document(_context: click.Context, parameter: click.Parameter, address: str | None) -> str | None:
    """Refuse the name of a letter or a table: it stands behind the option only by the order of the words."""
    if address and Path(address).suffix.lower() in _DOCUMENTS:
        raise UsageError("cli-register-is-document", value=address, option=parameter.opts[0])
    return address


def open_register(address: str | None, office: Path | None, *, must_exist: bool = False) -> Register:
    """Return the register. ``must_exist`` refuses to begin a new one by a slip of the folder.

    Raises :class:`CommandError` ``cli-register-missing``, and what :class:`Register` raises.
    """
    place = address or os.environ.get(REGISTER_VARIABLE) or str(_beside(office or nearest_office(Path())))
    if "://" not in place and Path(place).is_dir():
        raise CommandError("file-is-folder", value=place)
    if must_exist and "://" not in place and not Path(place).is_file():
        raise CommandError("cli-register-missing", value=place)
    from kopsurat.register import Register

    return Register(place)


def _beside(office: Path) -> Path:
    return (office if office.is_dir() else office.parent) / REGISTER_FILE


def find_entry(register: Register, text: str) -> Entry:
    """Return the sealed letter that a typed code, a link or a nomor means.

    A nomor that stands on several letters is refused: only the code or the link says which. Raises
    :class:`UsageError` ``cli-letter-not-found`` or ``cli-letter-ambiguous``.
    """
    found = [entry for entry in _candidates(register, text.strip()) if entry.record.seal_id]
    if not found:
        raise UsageError("cli-letter-not-found", value=text)
    if len(found) > 1:
        raise UsageError("cli-letter-ambiguous", value=text, count=len(found))
    return found[0]


def _candidates(register: Register, text: str) -> tuple[Entry, ...]:
    from kopsurat.errors import InvalidSeal
    from kopsurat.seal import Link, parse_code
    from kopsurat.seal.cose import Envelope

    if text.startswith("https://"):
        entry = register.find_seal(Envelope.from_bytes(Link.parse(text).cose).id)
        return (entry,) if entry else ()
    try:
        return register.find_code(parse_code(text))
    except InvalidSeal:
        return tuple(entry for entry in register.search(text) if entry.record.nomor == text)
