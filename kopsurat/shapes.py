"""Read a mapping of unknown content against a table of keys: values out, or every fault at once.

A table says for each Indonesian key which field it fills, how its content is read and whether it
must be there. A reader takes the raw content and returns a value, or raises
:class:`~kopsurat.errors.InvalidInput` or an :class:`ExceptionGroup` of them, whose paths are
relative to the key. Nothing is repaired: text keeps its letters, only its Unicode form becomes NFC.
"""

from __future__ import annotations

import copy
import datetime as dt
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final, TypeAlias, TypeVar

from kopsurat.dates import date_as_written
from kopsurat.errors import InvalidInput, KopsuratError

__all__ = [
    "Key",
    "Reader",
    "choice",
    "closest",
    "each",
    "faults_of",
    "moved",
    "one_or_many",
    "place",
    "read_date",
    "read_flag",
    "read_number",
    "read_script",
    "read_table",
    "read_text",
    "recast",
    "suggested_date",
    "table",
]

Reader: TypeAlias = Callable[[object], Any]
E = TypeVar("E", bound=Enum)
F = TypeVar("F", bound=KopsuratError)

_JOINERS: Final = frozenset("\u200c\u200d\u200e\u200f\u061c")
"""What texts in Javanese, Balinese or Arabic script may hold besides visible characters."""


@dataclass(frozen=True, slots=True)
class Key:
    """What one key of a file means: the field it fills, how it is read, whether it must be there."""

    field: str
    read: Reader
    required: bool = False


def read_table(raw: object, keys: Mapping[str, Key]) -> dict[str, Any]:
    """Return the fields that ``raw`` fills. A key that is absent, None or ``""`` fills nothing.

    Raises one :class:`ExceptionGroup` of every unknown key (with the nearest known one as
    suggestion), missing key and fault of a reader; :class:`InvalidInput` ``not-a-table`` if ``raw``
    is no mapping.
    """
    if not isinstance(raw, Mapping):
        raise InvalidInput("not-a-table", value=raw)
    faults: list[KopsuratError] = [
        InvalidInput("setting-unknown", path=str(name), value=name, suggestion=closest(str(name), keys))
        for name in raw
        if name not in keys
    ]
    fields: dict[str, Any] = {}
    for name, key in keys.items():
        content = raw.get(name)
        if content is None or content == "":
            if key.required:
                faults.append(InvalidInput("key-missing", path=name, key=name))
            continue
        try:
            fields[key.field] = key.read(content)
        except (KopsuratError, ExceptionGroup) as error:
            faults += place(error, name)
    if faults:
        raise ExceptionGroup("invalid table", faults)
    return fields


def table(keys: Mapping[str, Key], build: Callable[..., Any] = dict) -> Reader:
    """Return a reader of a table with these keys; ``build`` makes the value of the fields."""
    return lambda raw: build(**read_table(raw, keys))


def each(read: Reader) -> Reader:
    """Return a reader of a list, each item read by ``read``, into a tuple."""

    def read_list(raw: object) -> tuple[Any, ...]:
        if not isinstance(raw, Sequence) or isinstance(raw, (str, bytes, bytearray)):
            raise InvalidInput("not-a-list", value=raw)
        values: list[Any] = []
        faults: list[KopsuratError] = []
        for index, item in enumerate(raw):
            try:
                values.append(read(item))
            except (KopsuratError, ExceptionGroup) as error:
                faults += place(error, f"[{index}]")
        if faults:
            raise ExceptionGroup("invalid list", faults)
        return tuple(values)

    return read_list


def one_or_many(read: Reader) -> Reader:
    """Return a reader of one item or of a list of them, into a tuple."""
    read_list = each(read)
    return lambda raw: read_list(raw) if isinstance(raw, (list, tuple)) else (read(raw),)


def choice(kind: type[E], **more: E) -> Reader:
    """Return a reader of a word that names a member of ``kind`` by its value; ``more`` are other words."""
    words = {member.value.casefold(): member for member in kind if member.value} | more

    def read_choice(raw: object) -> E:
        word = read_text(raw)
        if word.casefold() not in words:
            raise InvalidInput(
                "choice-unknown",
                value=word,
                choices=", ".join(words),
                suggestion=closest(word.casefold(), words),
            )
        return words[word.casefold()]

    return read_choice


def read_text(raw: object) -> str:
    """Return one line of text in NFC, outer space removed. Invisible characters are refused, not dropped."""
    return _visible(raw, allowed=frozenset())


def read_script(raw: object) -> str:
    """Return one line of text in a script that needs joiners and direction marks."""
    return _visible(raw, allowed=_JOINERS)


def _visible(raw: object, *, allowed: frozenset[str]) -> str:
    if not isinstance(raw, str):
        raise InvalidInput("not-a-text", value=raw)
    text = unicodedata.normalize("NFC", raw).strip()
    if not text:
        raise InvalidInput("field-empty")
    if text.isprintable():
        return text
    for character in text:
        if character not in allowed and unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"}:
            code = "text-many-lines" if character in "\r\n" else "text-invisible"
            raise InvalidInput(code, value=text, character=f"U+{ord(character):04X}")
    return text


def read_flag(raw: object) -> bool:
    """Return a Boolean that was written as one."""
    if not isinstance(raw, bool):
        raise InvalidInput("not-a-flag", value=raw)
    return raw


def read_number(raw: object) -> float:
    """Return a positive number."""
    if isinstance(raw, bool) or not isinstance(raw, (int, float)) or not 0 < raw < float("inf"):
        raise InvalidInput("not-a-number", value=raw)
    return raw


def read_date(raw: object) -> dt.date:
    """Return a day: a date, or text such as ``2026-11-24`` (JSON has no dates)."""
    if isinstance(raw, dt.date) and not isinstance(raw, dt.datetime):
        return raw
    if isinstance(raw, str):
        try:
            return dt.date.fromisoformat(raw.strip())
        except ValueError:
            pass
    raise InvalidInput("not-a-date", value=str(raw), suggestion=suggested_date(str(raw)))


def suggested_date(text: str) -> str | None:
    """Return ``2026-08-17`` for a day written in another way, such as ``17 Agustus 2026``, else None."""
    day = date_as_written(text)
    return day.isoformat() if day else None


def closest(word: str, words: Iterable[str]) -> str | None:
    """Return the known word that ``word`` was probably meant to be, or None."""
    import difflib

    matches = difflib.get_close_matches(word.casefold().replace("-", "_"), list(words), n=1, cutoff=0.6)
    return matches[0] if matches else None


def faults_of(error: BaseException) -> list[KopsuratError]:
    """Return the errors of this package that ``error`` is or, nested in groups, holds.

    Anything else in a group is a mistake of ours and is raised.
    """
    if isinstance(error, KopsuratError):
        return [error]
    if isinstance(error, ExceptionGroup):
        return [fault for each_error in error.exceptions for fault in faults_of(each_error)]
    raise error


def place(error: BaseException, name: str) -> list[KopsuratError]:
    """Return the faults of ``error`` with ``name``, a key or an index such as ``[0]``, before their paths."""
    return [
        moved(
            fault,
            f"{name}.{fault.path}" if fault.path and not fault.path.startswith("[") else name + fault.path,
        )
        for fault in faults_of(error)
    ]


def moved(fault: F, path: str) -> F:
    """Return the same fault with ``path`` in place of its own path."""
    copied = copy.copy(fault)
    copied.path = path
    return copied


def recast(faults: Iterable[KopsuratError], kind: type[InvalidInput]) -> list[KopsuratError]:
    """Return the faults with the general ones among them as ``kind``, the error of that document."""
    return [
        kind(fault.code, path=fault.path, value=fault.value, suggestion=fault.suggestion, **fault.evidence)
        if type(fault) is InvalidInput
        else fault
        for fault in faults
    ]
