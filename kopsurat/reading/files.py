"""Text out of files, TOML out of text, and the place of every fault."""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

from kopsurat.errors import InvalidInput, InvalidOffice, KopsuratError
from kopsurat.reading.toml_advice import advise
from kopsurat.shapes import moved

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "OFFICE_FILE",
    "PathOrText",
    "Place",
    "Source",
    "find_office",
    "load",
    "locate",
    "not_text",
    "place_of",
    "toml",
]

PathOrText: TypeAlias = str | os.PathLike[str]
"""A path, or the text itself: a ``str`` that holds a line break is text, every other a path."""

OFFICE_FILE: Final = "desa.toml"
_MAX_BYTES: Final = 2_000_000
_LONGEST_NAME: Final = 300
_HUGE: Final = re.compile(r"\d{4000}")
_AT: Final = re.compile(r"\(at line (\d+), column (\d+)\)")
_OTHER_FORMATS: Final = (b"PK\x03\x04", b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"\xd0\xcf\x11\xe0")
_PLACE: Final = re.compile(r"(?P<file>.+?)(?::(?P<line>\d+))?: (?P<key>.*)", re.DOTALL)


class Source(NamedTuple):
    """A text, the name by which faults call it, and the folder against which its paths are read."""

    text: str
    name: str
    folder: Path


class Place(NamedTuple):
    """Where a fault is: ``file`` and ``key`` are empty, ``line`` is None, where that is not known."""

    file: str
    line: int | None
    key: str


def place_of(error: KopsuratError) -> Place:
    """Return the file, the line and the key that the path of ``error`` names."""
    match = _PLACE.fullmatch(error.path)
    if match is None:
        return Place("", None, error.path)
    return Place(match["file"], int(match["line"]) if match["line"] else None, match["key"])


def find_office(near: PathOrText) -> Path:
    """Return the ``desa.toml`` in the folder of ``near`` (or ``near`` itself) or in the nearest parent.

    Raises :class:`~kopsurat.errors.InvalidOffice` ``office-not-found``.
    """
    start = Path(near).absolute()
    folders = [start, *start.parents] if start.is_dir() else list(start.parents)
    for folder in folders:
        if (folder / OFFICE_FILE).is_file():
            return folder / OFFICE_FILE
    raise InvalidOffice("office-not-found", value=str(folders[0]))


def load(path_or_text: PathOrText, *, name: str, kind: type[InvalidInput]) -> Source:
    """Return the text of a file, or the text given itself under ``name``. A folder means its file ``name``.

    Raises ``kind`` with ``not-a-text`` (neither text nor a path), ``file-missing``, ``file-unreadable``,
    ``file-too-large``, ``file-is-word``, ``file-not-text`` or ``file-not-utf8``.
    """
    if isinstance(path_or_text, str) and "\n" in path_or_text:
        return Source(_unix(path_or_text), name, Path())
    if not isinstance(path_or_text, (str, os.PathLike)):
        raise kind("not-a-text", path=name, value=path_or_text)
    path = Path(path_or_text)
    try:
        path = path / name if path.is_dir() else path
        with path.open("rb") as file:
            data = file.read(_MAX_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: characters that no file name can hold
        code = "file-missing" if isinstance(error, FileNotFoundError) else "file-unreadable"
        called = str(path) if len(str(path)) <= _LONGEST_NAME else f"{str(path)[:_LONGEST_NAME]}…"
        raise kind(code, path=f"{called}: ", value=called) from error
    if fault := not_text(data):
        raise kind(fault, path=f"{path}: ", value=str(path))
    if len(data) > _MAX_BYTES:
        raise kind("file-too-large", path=f"{path}: ", value=str(path), maximum=_MAX_BYTES)
    return Source(_unix(_decoded(data, path, kind)), str(path), path.parent)


def toml(source: Source, text: str, *, first_line: int, kind: type[InvalidInput]) -> dict[str, Any]:
    """Return the tables of a TOML text that begins on ``first_line`` of its source.

    Raises ``kind``, with the line in its path, with ``toml-syntax`` (``reason``) or the code of a slip
    (:mod:`kopsurat.reading.toml_advice`), often with the line to write instead; ``toml-too-nested``.
    """
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise kind("toml-too-nested", path=f"{source.name}: ") from None
    except tomllib.TOMLDecodeError as error:
        lines = text.split("\n")
        at = _AT.search(str(error))
        reason = _AT.sub("", str(error)).strip()
        advice = advise(lines, min(int(at[1]), len(lines)) - 1 if at else len(lines) - 1, reason)
        raise kind(
            advice.code,
            path=f"{source.name}:{first_line + advice.row}: ",
            value=lines[advice.row].strip(),
            suggestion=advice.suggestion,
            reason=reason,
        ) from None
    except ValueError as error:  # a number with more digits than Python reads
        lines = text.split("\n")
        row = next((row for row, line in enumerate(lines) if _HUGE.search(line)), 0)
        raise kind(
            "toml-syntax",
            path=f"{source.name}:{first_line + row}: ",
            value=f"{lines[row].strip()[:_LONGEST_NAME]}…",
            reason=str(error),
        ) from None


def locate(
    faults: Iterable[KopsuratError], source: Source, lines: dict[str, int], *, offset: int = 0
) -> list[KopsuratError]:
    """Return the faults with file and line before their paths, in the order of the lines.

    ``lines`` comes from :func:`~kopsurat.reading.positions.key_lines`; ``offset`` is added to each.
    A fault without a line of its own gets that of the table around it.
    """
    placed = []
    for fault in faults:
        line = _nearest(fault.path, lines)
        path = f"{source.name}:{line + offset}: {fault.path}" if line else f"{source.name}: {fault.path}"
        placed.append((line or 0, moved(fault, path)))
    return [fault for _, fault in sorted(placed, key=lambda pair: pair[0])]


def _nearest(path: str, lines: dict[str, int]) -> int | None:
    while path and path not in lines:
        path = re.sub(r"(\[\d+\]|\.?[^.\[\]]*)$", "", path, count=1) if not path.endswith(".") else path[:-1]
    return lines.get(path)


def not_text(data: bytes) -> str | None:
    """Return ``file-is-word`` or ``file-not-text`` for what is no text file, None for what may be one."""
    if data.startswith(b"PK\x03\x04") and b"word/" in data:
        return "file-is-word"
    is_utf16 = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    if data.startswith(_OTHER_FORMATS) or (b"\0" in data[:1000] and not is_utf16):
        return "file-not-text"
    return None


def _decoded(data: bytes, path: Path, kind: type[InvalidInput]) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise kind("file-not-utf8", path=f"{path}:{line}: ", value=str(path)) from None


def _unix(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
