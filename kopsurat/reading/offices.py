"""desa.toml → :class:`Office`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kopsurat.errors import InvalidOffice, KopsuratError
from kopsurat.office.mapping import office_from_mapping
from kopsurat.reading.files import OFFICE_FILE, PathOrText, Source, load, locate, toml
from kopsurat.reading.positions import key_lines
from kopsurat.shapes import faults_of

if TYPE_CHECKING:
    from kopsurat.office import Office

__all__ = ["read_office"]


def read_office(path_or_text: PathOrText) -> Office:
    """Return the office of a ``desa.toml``: its path, the path of its folder, or its text.

    Paths in the file, such as the crest's, are read from its folder; in a text, from the current one.
    Raises one :class:`ExceptionGroup` of coded errors, each with file, line and key in its path.
    """
    try:
        source = load(path_or_text, name=OFFICE_FILE, kind=InvalidOffice)
        mapping = toml(source, source.text, first_line=1, kind=InvalidOffice)
    except KopsuratError as error:
        raise ExceptionGroup("invalid office", [error]) from None
    try:
        return office_from_mapping(mapping, load=lambda name: _open(source, name))
    except ExceptionGroup as group:
        faults = locate(faults_of(group), source, key_lines(source.text))
        raise ExceptionGroup("invalid office", faults) from None


def _open(source: Source, name: str) -> bytes:
    """Open a file that desa.toml names; a backslash separates folders on every system."""
    path = Path(name) if Path(name).is_absolute() else source.folder / name.replace("\\", "/")
    return path.read_bytes()
