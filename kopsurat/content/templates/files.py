"""Template files on disk: those of the package, and those in an office's own folders, which go first."""

from __future__ import annotations

import functools
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from kopsurat.content.templates.loading import KODE, Groups, parse_template
from kopsurat.errors import InvalidLetter

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable

    from kopsurat.content.templates.template import Template

__all__ = ["all_templates", "find"]

SUFFIX = ".md"
MOST_BYTES = 500_000
OWN = Path(__file__).with_name("types")
"""The folder of the package's own types."""


def find(code: str, *, folders: Iterable[str | os.PathLike[str]] = ()) -> Template:
    """Return the letter type with this code; the first ``CODE.md`` in ``folders`` goes before the package.

    Raises :class:`InvalidLetter` ``template-not-found`` with the nearest code, or an
    :class:`ExceptionGroup` of the faults of the file.
    """
    places = tuple(folders)
    if KODE.fullmatch(code):
        for folder in places:
            path = Path(folder, code + SUFFIX)
            if path.is_file():
                return _read(path)
        if code in _own_codes():
            return _own(code)
    raise InvalidLetter("template-not-found", path="jenis", value=code, suggestion=_nearest(code, places))


def all_templates(folders: Iterable[str | os.PathLike[str]] = ()) -> tuple[Template, ...]:
    """Return every letter type, sorted by code; a file in one of ``folders`` replaces the package's own."""
    places = tuple(folders)
    codes = sorted(_own_codes() | _codes_in(places))
    return tuple(find(code, folders=places) for code in codes)


def _codes_in(places: Iterable[str | os.PathLike[str]]) -> set[str]:
    paths = (path for place in places if Path(place).is_dir() for path in Path(place).glob(f"*{SUFFIX}"))
    return {path.stem for path in paths if KODE.fullmatch(path.stem)}


def _nearest(code: object, places: tuple[str | os.PathLike[str], ...]) -> str | None:
    from difflib import get_close_matches

    codes = _own_codes() | _codes_in(places)
    close = get_close_matches(str(code).strip().casefold().replace(" ", "-").replace("_", "-"), codes, n=1)
    return close[0] if close else None


def _read(path: Path) -> Template:
    shown = path.name
    if path.stat().st_size > MOST_BYTES:
        raise InvalidLetter("template-too-large", path=shown, most=MOST_BYTES)
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as fault:
        raise InvalidLetter("template-not-utf-8", path=shown) from fault
    template = _parsed(text, shown)
    if template.code != path.stem:
        raise InvalidLetter("template-code", path=f"{shown}: kode", value=template.code, suggestion=path.stem)
    return template


@functools.lru_cache(maxsize=64)
def _parsed(text: str, shown: str) -> Template:
    """Return the type in a file of an office, which every letter of a batch reads again."""
    return parse_template(text, _groups(), path=shown)


@functools.cache
def _own(code: str) -> Template:
    text = (OWN / (code + SUFFIX)).read_text(encoding="utf-8")
    return parse_template(text, _groups(), path=code + SUFFIX)


@functools.cache
def _own_codes() -> frozenset[str]:
    names = (entry.name for entry in OWN.iterdir())
    return frozenset(name.removesuffix(SUFFIX) for name in names if name.endswith(SUFFIX))


@functools.cache
def _groups() -> Groups:
    text = (OWN / "groups.toml").read_text(encoding="utf-8")
    return Groups(tomllib.loads(text))
