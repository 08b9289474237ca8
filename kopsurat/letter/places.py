"""Where on a letter or its letterhead some text stands: for faults that are met only while it is set."""

from __future__ import annotations

import dataclasses
import functools
from typing import TYPE_CHECKING, Final, ParamSpec, TypeVar

from kopsurat.errors import RenderError
from kopsurat.letter import Letter
from kopsurat.office import Office

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["place_of_text", "tells_place"]

P = ParamSpec("P")
R = TypeVar("R")

_LETTER: Final = {
    "nomor": "nomor",
    "place": "tempat",
    "sifat": "sifat",
    "lampiran": "lampiran",
    "perihal": "perihal",
    "recipients": "kepada",
    "recipient_place": "di",
    "body": "isi",
    "appendices": "lampiran_isi",
    "signatures": "penandatangan",
    "tembusan": "tembusan",
    "kind": "judul",
}
_OFFICE: Final = {
    "desa": "desa.nama",
    "kecamatan": "desa.kecamatan",
    "kabupaten": "desa.kabupaten",
    "provinsi": "desa.provinsi",
    "address": "desa.alamat",
    "contacts": "kontak",
    "letterhead": "kop",
    "signatories": "pejabat",
    "head_title": "desa.kepala",
}
"""The keys of surat.json and of desa.toml, by field."""


def tells_place(function: Callable[P, R]) -> Callable[P, R]:
    """Let a function of a letter and an office, or of an office, say where the text is that it cannot set."""

    @functools.wraps(function)
    def telling(*given: P.args, **named: P.kwargs) -> R:
        try:
            return function(*given, **named)
        except RenderError as error:
            values = (*given, *named.values())
            letter = next((each for each in values if isinstance(each, Letter)), None)
            office = next(each for each in values if isinstance(each, Office))
            error.path = error.path or _place_of(error, letter, office)
            raise

    return telling


def _place_of(error: RenderError, letter: Letter | None, office: Office) -> str:
    if error.code == "head-too-tall":
        return "desa.toml: kop"
    texts = [text for text in (error.evidence.get("around"), error.value) if isinstance(text, str)]
    return next(filter(None, (place_of_text(text, letter, office) for text in texts)), "")


def place_of_text(text: str, letter: Letter | None, office: Office) -> str:
    """Return the path of the first part that holds ``text``, in capitals or not, or an empty one.

    ``isian.nama``, ``perihal``, ``isi[2]`` for the third block of the body, ``desa.toml: pejabat[0]``.
    """
    wanted = text.casefold()
    if letter is not None:
        for name, value in letter.data:
            if wanted in value.casefold():
                return f"isian.{name}"
    paths = (
        *(_path(getattr(letter, field, None), key, wanted) for field, key in _LETTER.items()),
        *(_path(getattr(office, field), f"desa.toml: {key}", wanted) for field, key in _OFFICE.items()),
    )
    return next(filter(None, paths), "")


def _path(value: object, key: str, wanted: str) -> str:
    """Return ``key``, with the index where it is that of a collection, if ``wanted`` stands in it."""
    if isinstance(value, tuple):
        found = (at for at, each in enumerate(value) if _holds(each, wanted))
        return next((f"{key}[{at}]" for at in found), "")
    return key if _holds(value, wanted) else ""


def _holds(value: object, wanted: str) -> bool:
    return wanted in "".join(_texts(value)).casefold()


def _texts(value: object) -> Iterator[str]:
    """Yield every text in a value, at any depth."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _texts(getattr(value, field.name))
