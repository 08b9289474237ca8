"""Brackets in text of both directions: rule N0 of the bidirectional algorithm (UAX 9, since Unicode 6.3)."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["resolve_brackets"]

_STRONG: Final = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
"""What a type counts as beside brackets: numbers count as text from the right."""

_DEEPEST: Final = 63
"""Brackets nested deeper than this are left alone (BD16)."""


def resolve_brackets(text: str, types: Sequence[str], direction: str, mirror: Mapping[str, str]) -> list[str]:
    """Return the types of the characters with those of paired brackets resolved to ``L`` or ``R``.

    ``types`` are those after the weak types are resolved (rules W1–W7), ``direction`` (``L`` or ``R``)
    is that of the paragraph, ``mirror`` gives the counterpart of every bracket.
    """
    resolved = list(types)
    for first, last in _pairs(text, types, mirror):
        inside = {_STRONG[kind] for kind in resolved[first + 1 : last] if kind in _STRONG}
        if not inside:
            continue
        before = (_STRONG[kind] for kind in reversed(resolved[:first]) if kind in _STRONG)
        chosen = direction if direction in inside else next(before, direction)
        for at in (first, last):
            resolved[at] = chosen
            after = at + 1
            while after < len(text) and unicodedata.bidirectional(text[after]) == "NSM":
                resolved[after] = chosen
                after += 1
    return resolved


def _pairs(text: str, types: Sequence[str], mirror: Mapping[str, str]) -> list[tuple[int, int]]:
    """Return the places of brackets that belong together, in the order of the opening ones (BD16)."""
    opened: list[tuple[str, int]] = []
    found: list[tuple[int, int]] = []
    for at, character in enumerate(text):
        if types[at] != "ON" or character not in mirror:
            continue
        kind = unicodedata.category(character)
        if kind == "Ps":
            if len(opened) == _DEEPEST:
                break
            opened.append((mirror[character], at))
        elif kind == "Pe":
            depth = next((n for n in reversed(range(len(opened))) if opened[n][0] == character), None)
            if depth is not None:
                found.append((opened[depth][1], at))
                del opened[depth:]
    return sorted(found)
