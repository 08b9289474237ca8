"""desa.toml → :class:`Office`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from kopsurat.errors import InvalidOffice, InvalidProfile, KopsuratError
from kopsurat.letterhead import OwnProfile
from kopsurat.office.mapping import office_from_mapping
from kopsurat.reading.files import OFFICE_FILE, PathOrText, Source, load, locate, toml
from kopsurat.reading.positions import key_lines
from kopsurat.shapes import faults_of, moved

if TYPE_CHECKING:
    from kopsurat.letterhead import Letterhead
    from kopsurat.office import Office

__all__ = ["read_office"]

_ANYWHERE: Final = {"nama": "X", "kecamatan": "X", "kabupaten": "X"}


def read_office(path_or_text: PathOrText) -> Office:
    """Return the office of a ``desa.toml``: its path, the path of its folder, or its text.

    Paths in the file, of the crest or of an own profile, are read from its folder; in a text, from the
    current one. Raises one :class:`ExceptionGroup` of coded errors, each with file, line and key in its path.
    """
    try:
        source = load(path_or_text, name=OFFICE_FILE, kind=InvalidOffice)
        mapping = toml(source, source.text, first_line=1, kind=InvalidOffice)
    except KopsuratError as error:
        raise ExceptionGroup("invalid office", [error]) from None
    try:
        office = _office(mapping, source)
    except ExceptionGroup as group:
        faults = locate(faults_of(group), source, key_lines(source.text))
        raise ExceptionGroup("invalid office", faults + _faults_of_profile_alone(mapping, source)) from None
    if faults := _profile_faults(office.letterhead, source):
        raise ExceptionGroup("invalid office", faults)
    return office


def _office(mapping: Mapping[str, Any], source: Source) -> Office:
    return office_from_mapping(mapping, load=lambda name: _path(source, name).read_bytes())


def _faults_of_profile_alone(mapping: Mapping[str, Any], source: Source) -> list[KopsuratError]:
    """Return the faults of the profile that a file names whose other keys make no office."""
    kop = mapping.get("kop")
    if not isinstance(kop, Mapping) or "profil" not in kop:
        return []
    try:
        office = _office({"desa": _ANYWHERE, "kop": {"profil": kop["profil"]}}, source)
    except ExceptionGroup:  # told already
        return []
    return _profile_faults(office.letterhead, source)


def _path(source: Source, name: str) -> Path:
    """Return the path of a file that desa.toml names; a backslash separates folders on every system."""
    return Path(name) if Path(name).is_absolute() else source.folder / name.replace("\\", "/")


def _profile_faults(letterhead: Letterhead, office: Source) -> list[KopsuratError]:
    """Return the faults of the profile, and of the paper that the office wants for it."""
    from kopsurat.layout.profile import on_paper, style_of

    profile = letterhead.profile
    if isinstance(profile, OwnProfile) and (faults := _faults_of_own(profile, office)):
        return faults
    try:
        style = style_of(profile)
        if letterhead.paper:
            on_paper(style, letterhead.paper)
    except InvalidProfile as error:
        placed = moved(error, error.path or "kop.profil")
        return locate([placed], office, key_lines(office.text))
    return []


def _faults_of_own(profile: OwnProfile, office: Source) -> list[KopsuratError]:
    """Return the faults of a profile of the office's own, each with its line in that file."""
    from kopsurat.layout.profile import style_of

    path = _path(office, profile.name)
    source = Source(profile.text, str(path), path.parent)
    try:
        toml(source, source.text, first_line=1, kind=InvalidProfile)
        style_of(profile)
    except InvalidProfile as error:
        return [error]
    except ExceptionGroup as group:
        faults = [moved(fault, fault.path.removeprefix(f"{profile.name}: ")) for fault in faults_of(group)]
        return locate(faults, source, key_lines(source.text))
    return []
