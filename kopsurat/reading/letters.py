"""surat.md → :class:`Letter`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from kopsurat.errors import InvalidLetter, InvalidOffice, KopsuratError
from kopsurat.letter.mapping import LETTER_KEYS, letter_from_mapping
from kopsurat.reading.files import PathOrText, Source, find_office, load, locate, toml
from kopsurat.reading.offices import read_office
from kopsurat.reading.positions import key_lines
from kopsurat.shapes import faults_of, moved

if TYPE_CHECKING:
    from pathlib import Path

    from kopsurat.letter import Letter
    from kopsurat.office import Office

__all__ = ["LETTER_FILE", "TEMPLATE_FOLDER", "read_front", "read_letter", "read_letter_over"]

LETTER_FILE: Final = "surat.md"
TEMPLATE_FOLDER: Final = "templat"
"""The folder beside desa.toml that holds an office's own letter types."""

_FENCE: Final = re.compile(r"^\+\+\+[ \t]*$", re.MULTILINE)
_MARKUP_LINE: Final = re.compile(r"teks\.?baris (\d+)")


class _Parts(NamedTuple):
    front: str
    body: str
    body_line: int


def read_letter(path_or_text: PathOrText, *, office: Office | None = None, **fields: Any) -> Letter:  # noqa: ANN401 - as TOML
    """Return the letter of a ``surat.md``: its path, or its text.

    ``fields`` go over the file: a key of the front matter (``nomor="…"``), or else a field of the
    letter type (``isian``). Without ``office`` the names that the letter type prints come from the
    ``desa.toml`` in the letter's folder or a parent, if there is one; the folder ``templat`` beside it
    holds letter types of the office's own.

    Raises one :class:`ExceptionGroup` of coded errors, each with file, line and key in its path: those of
    that ``desa.toml`` first, then those of the letter.
    """
    return read_letter_over(path_or_text, fields, office=office)


def read_letter_over(
    path_or_text: PathOrText,
    fields: Mapping[str, Any],
    *,
    office: Office | None = None,
    faults: Sequence[KopsuratError] = (),
) -> Letter:
    """Return what :func:`read_letter` returns; the names of ``fields`` come from a user and may be any.

    ``faults`` are those of an office that could not be read: the letter is read without it, to tell its own
    faults together with them.
    """
    try:
        source = load(path_or_text, name=LETTER_FILE, kind=InvalidLetter)
    except KopsuratError as error:
        raise ExceptionGroup("invalid letter", [*faults, error]) from None
    told = list(faults)
    office_file = None if _is_text(path_or_text) else _near(source)
    if office is None and office_file is not None and not faults:
        try:
            office = read_office(office_file)
        except ExceptionGroup as group:
            told += faults_of(group)
    folder = (office_file.parent if office_file else source.folder) / TEMPLATE_FOLDER
    try:
        letter = _letter(source, fields, office, folder)
    except ExceptionGroup as group:
        told += faults_of(group)
    if told:
        raise ExceptionGroup("invalid letter", told)
    return letter


def _letter(source: Source, fields: Mapping[str, Any], office: Office | None, folder: Path) -> Letter:
    """Return the letter that a text holds, or raise all its faults, each with its line."""
    try:
        parts = _split(source)
        mapping = toml(source, parts.front, first_line=2, kind=InvalidLetter)
    except KopsuratError as error:
        raise ExceptionGroup("invalid letter", [error]) from None
    lines = {key: line for key, line in key_lines(parts.front).items() if key not in fields}
    try:
        return letter_from_mapping(
            _merged(mapping, parts.body, fields),
            office=office,
            folders=(folder,),
            first_line=parts.body_line,
        )
    except ExceptionGroup as group:
        faults = [_in_body(fault) for fault in locate(faults_of(group), source, lines, offset=1)]
        raise ExceptionGroup("invalid letter", faults) from None


def _is_text(path_or_text: PathOrText) -> bool:
    return isinstance(path_or_text, str) and "\n" in path_or_text


def _near(source: Source) -> Path | None:
    try:
        return find_office(source.name)
    except InvalidOffice:
        return None


def read_front(path_or_text: PathOrText) -> dict[str, Any]:
    """Return the front matter of a ``surat.md`` as it stands, unchecked.

    Raises :class:`InvalidLetter` for a file without one, or whose front matter is no TOML.
    """
    source = load(path_or_text, name=LETTER_FILE, kind=InvalidLetter)
    return toml(source, _split(source).front, first_line=2, kind=InvalidLetter)


def _split(source: Source) -> _Parts:
    """Cut the text into front matter and body."""
    text = source.text
    opening = _FENCE.match(text)
    if opening is None:
        code = "front-matter-yaml" if text.startswith("---") else "front-matter-missing"
        raise InvalidLetter(code, path=f"{source.name}:1: ")
    start = opening.end() + 1
    closing = _FENCE.search(text, start)
    if closing is None:
        raise InvalidLetter("front-matter-unclosed", path=f"{source.name}:1: ")
    return _Parts(
        text[start : closing.start()], text[closing.end() + 1 :], text.count("\n", 0, closing.end()) + 2
    )


def _merged(mapping: Mapping[str, Any], body: str, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Put ``fields`` over the file: keys of the front matter at its top, all others under ``isian``."""
    own = {
        key: content
        for key, content in fields.items()
        if key in LETTER_KEYS or key in {"jenis", "isian", "teks"}
    }
    merged: dict[str, Any] = {"teks": body, **mapping, **own}
    others = {key: content for key, content in fields.items() if key not in own}
    if others:
        given = merged.get("isian", {})
        merged["isian"] = {**given, **others} if isinstance(given, Mapping) else others
    return merged


def _in_body(fault: KopsuratError) -> KopsuratError:
    """Turn ``surat.md: teks.baris 12`` into ``surat.md:12: teks``."""
    head, _, key = fault.path.rpartition(": ")
    match = _MARKUP_LINE.fullmatch(key)
    if match is None:
        return fault
    return moved(fault, f"{head}:{match[1]}: teks")
