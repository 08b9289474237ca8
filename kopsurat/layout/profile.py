"""Read a profile: a TOML file of numbers, starting from a built-in one, into a :class:`Style`."""

from __future__ import annotations

import dataclasses
import functools
import pkgutil
import tomllib
from typing import Any, Final

from kopsurat.errors import InvalidProfile
from kopsurat.layout.measures import mm, pt, to_mm
from kopsurat.layout.style import (
    PAPERS,
    BodyNumbers,
    CorrespondenceNumbers,
    HeadNumbers,
    LegalNumbers,
    PaperNumbers,
    SignatureNumbers,
    Style,
    TitleNumbers,
    VerificationNumbers,
    page_setup,
)
from kopsurat.letterhead import PROFILES, OwnProfile, unknown_profile
from kopsurat.shapes import closest

__all__ = ["PROFILES", "builtin_style", "on_paper", "parse_profile", "style_of"]

_TABLES: Final[dict[str, tuple[str, type]]] = {
    "kertas": ("paper", PaperNumbers),
    "isi": ("body", BodyNumbers),
    "kop": ("head", HeadNumbers),
    "judul": ("title", TitleNumbers),
    "korespondensi": ("correspondence", CorrespondenceNumbers),
    "produk_hukum": ("legal", LegalNumbers),
    "tanda_tangan": ("signature", SignatureNumbers),
    "pemeriksaan": ("verification", VerificationNumbers),
}
_FAMILIES: Final = ("Arial", "Times New Roman", "Bookman Old Style")
_LARGEST: Final = {
    "mm": 500.0,
    "crest": 100.0,
    "qr": 40.0,
    "pt": 200.0,
    "pitch": 200.0,
    "size": 72.0,
    "share": 0.9,
}
_REMEMBERED: Final = 64
"""Own profiles that are remembered: those of a service for many offices."""
_LEAST: Final = {"mm": 0.0, "crest": 5.0, "qr": 30.0, "pt": 0.0, "pitch": 6.0, "size": 6.0, "share": 0.2}
_LEAST_WIDTH: Final = 80
_LEAST_HEIGHT: Final = 120
"""The least text area of an upright page, in millimetres: a letterhead, some lines and a signature."""


@functools.cache
def builtin_style(name: str) -> Style:
    """Return a built-in profile. Raises :class:`InvalidProfile` ``profile-unknown`` for another name."""
    if name not in PROFILES:
        raise unknown_profile(name)
    data = pkgutil.get_data("kopsurat.layout", f"profiles/{name}.toml")
    return parse_profile((data or b"").decode(), path=f"{name}.toml")


@functools.lru_cache(maxsize=_REMEMBERED)
def style_of(profile: str | OwnProfile) -> Style:
    """Return the style of what a letterhead names as its profile.

    Raises what :func:`builtin_style` raises for a name, what :func:`parse_profile` raises for a text.
    """
    if isinstance(profile, OwnProfile):
        return parse_profile(profile.text, path=profile.name)
    return builtin_style(profile)


def parse_profile(text: str, *, path: str = "profil.toml") -> Style:
    """Return the style that a profile describes; ``path`` names the file in errors.

    ``mulai_dari`` names the built-in profile that gives all keys the file leaves out; without it
    every key must be there. Raises one :class:`ExceptionGroup` of :class:`InvalidProfile`.
    """
    try:
        tables = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        fault = InvalidProfile("profile-syntax", path=path, value=str(error))
        raise ExceptionGroup("profile", [fault]) from None
    faults: list[InvalidProfile] = []
    base = _base(tables, path, faults)
    style = _style(tables, base, path, faults)
    if style is not None:
        faults += _room_faults(style, f"{path}: kertas")
    if faults or style is None:
        raise ExceptionGroup("profile", faults)
    return style


def on_paper(style: Style, paper: str) -> Style:
    """Return the style on another paper of :data:`PAPERS`.

    Raises :class:`InvalidProfile` ``choice-unknown`` for a paper that does not exist and ``profile-no-room``
    where its margins leave too little of that paper.
    """
    if paper not in PAPERS:
        raise InvalidProfile("choice-unknown", path="kop.kertas", value=paper, choices=", ".join(PAPERS))
    chosen = style.with_paper(paper)
    for fault in _room_faults(chosen, "kop.kertas"):
        raise fault
    return chosen


def _room_faults(style: Style, path: str) -> list[InvalidProfile]:
    page = page_setup(style)
    width, height = to_mm(page.measure), to_mm(page.height - page.top - page.bottom)
    if width >= _LEAST_WIDTH and height >= _LEAST_HEIGHT:
        return []
    fault = InvalidProfile(
        "profile-no-room",
        path=path,
        paper=style.paper.paper,
        width=round(width),
        height=round(height),
        least_width=_LEAST_WIDTH,
        least_height=_LEAST_HEIGHT,
    )
    return [fault]


def _base(tables: dict[str, Any], path: str, faults: list[InvalidProfile]) -> Style | None:
    name = tables.get("mulai_dari")
    if name is None:
        return None
    try:
        return builtin_style(str(name))
    except InvalidProfile as error:
        faults.append(
            InvalidProfile(
                "profile-base-unknown",
                path=f"{path}: mulai_dari",
                value=name,
                suggestion=error.suggestion,
                **error.evidence,
            )
        )
        return builtin_style("umum")


def _style(
    tables: dict[str, Any], base: Style | None, path: str, faults: list[InvalidProfile]
) -> Style | None:
    known = {"nama", "mulai_dari", "sumber", *_TABLES}
    faults += [_unknown(key, known, f"{path}: {key}") for key in sorted(tables.keys() - known)]
    parts: dict[str, Any] = {}
    for table, (name, kind) in _TABLES.items():
        before = getattr(base, name) if base else None
        parts[name] = _numbers(tables.get(table, {}), kind, before, f"{path}: {table}", faults)
    sources = tables.get("sumber", {})
    if not isinstance(sources, dict) or not all(isinstance(each, str) for each in sources.values()):
        faults.append(InvalidProfile("profile-value", path=f"{path}: sumber", value=sources, expected="teks"))
        sources = {}
    if faults:
        return None
    merged = {**dict(base.sources if base else ()), **sources}
    return Style(name=str(tables.get("nama", "sendiri")), sources=tuple(merged.items()), **parts)


def _numbers(
    table: object, kind: type, base: object | None, path: str, faults: list[InvalidProfile]
) -> object | None:
    """Return one table's dataclass, or None when a fault was noted."""
    if not isinstance(table, dict):
        faults.append(InvalidProfile("profile-value", path=path, value=table, expected="tabel"))
        return None
    fields = {each.metadata["key"]: each for each in dataclasses.fields(kind)}
    unknown = sorted(table.keys() - fields.keys())
    faults += [_unknown(key, set(fields), f"{path}.{key}") for key in unknown]
    values = {}
    for key, each in fields.items():
        if key in table:
            values[each.name] = _value(table[key], each.metadata["kind"], f"{path}.{key}", faults)
        elif base is not None:
            values[each.name] = getattr(base, each.name)
        else:
            faults.append(InvalidProfile("profile-key-missing", path=f"{path}.{key}"))
    return kind(**values) if len(values) == len(fields) else None


def _value(raw: object, kind: str, path: str, faults: list[InvalidProfile]) -> object:
    """Return a value in the layout's unit; note a fault for a wrong type or an impossible number."""
    if kind in _LARGEST:
        number = raw if isinstance(raw, int | float) and not isinstance(raw, bool) else -1
        if not _LEAST[kind] <= number <= _LARGEST[kind]:
            bounds = f"{_LEAST[kind]:g}–{_LARGEST[kind]:g}"
            faults.append(InvalidProfile("profile-value", path=path, value=raw, expected=bounds))
            return 0
        return _in_unit(kind, number)
    allowed = _allowed(kind)
    if kind == "flag":
        if isinstance(raw, bool):
            return raw
        allowed = ("true", "false")
    elif isinstance(raw, str) and (allowed is None or raw in allowed):
        return raw
    expected = ", ".join(filter(None, allowed or ("teks",)))
    faults.append(InvalidProfile("profile-value", path=path, value=raw, expected=expected))
    return raw


def _allowed(kind: str) -> tuple[str, ...] | None:
    if kind == "paper":
        return tuple(PAPERS)
    if kind == "family":
        return _FAMILIES
    return tuple(kind.split("|")) if "|" in kind else None


def _in_unit(kind: str, number: float) -> float:
    """Return twips for lengths, half points for sizes of type."""
    match kind:
        case "mm" | "crest" | "qr":
            return mm(number)
        case "pt" | "pitch":
            return pt(number)
        case "size":
            return round(number * 2)
        case _:
            return float(number)


def _unknown(key: str, known: set[str], path: str) -> InvalidProfile:
    return InvalidProfile("profile-key-unknown", path=path, value=key, suggestion=closest(key, known))
