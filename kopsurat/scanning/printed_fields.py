"""The sealed fields of a letter as steps of what it shows: values, labels, dates."""

from __future__ import annotations

import datetime as dt
import functools
from typing import TYPE_CHECKING, TypeAlias

from kopsurat.dates import format_date
from kopsurat.office import Level, Office
from kopsurat.scanning.sequence import Hidden, Optional, Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kopsurat.layout.style import Style
    from kopsurat.scanning.sequence import Step
    from kopsurat.seal.commitment import LetterFile

__all__ = ["PrintedFields", "Steps", "Tree", "is_inline", "items", "ordered"]

Steps: TypeAlias = "tuple[Step, ...]"
Tree: TypeAlias = "dict[str, Tree] | str"
"""The fields under a pointer, nested; a leaf is its own pointer."""


class PrintedFields:
    """The fields of a letter file, printed under one profile."""

    def __init__(self, file: LetterFile, style: Style) -> None:
        self.style = style
        self.values = file.values()
        self.names = frozenset(name for name, _ in file.fields)
        self.tree = nested(self.names)

    def get(self, name: str) -> str | None:
        """Return the text of a field, None where it is absent, hidden or no text."""
        value = self.values.get(name)
        return value if isinstance(value, str) else None

    def has(self, name: str) -> bool:
        """Return whether there is such a field, be it hidden."""
        return name in self.names

    def steps(self, name: str, *forms: str) -> Steps:
        """Return the step of one field: its forms (itself by default), anything if hidden, none if absent."""
        text = self.get(name)
        if text is not None:
            return (Words(name, forms or (text,)),)
        return (Hidden(name),) if self.has(name) and name not in self.values else ()

    def labeled(self, name: str, *labels: str) -> Steps:
        """Return a field behind its label; none if it is absent."""
        value = self.steps(name)
        return (Words("", labels), *value) if value else ()

    def list_of(self, name: str) -> list[str]:
        """Return the pointers of the items of a list, in order."""
        node = self.tree.get(name.strip("/"))
        return [f"{name}/{key}" for key in ordered(node)] if isinstance(node, dict) else []

    def one(self, name: str, *forms: str) -> Step:
        """Return the step of one field printed in these forms; anything if it is hidden."""
        is_hidden = self.has(name) and name not in self.values
        return Hidden(name) if is_hidden else Words(name, forms)

    @functools.cached_property
    def office(self) -> Office:
        """The office as far as the fields name it."""

        def level(name: str) -> Level:
            word, _, rest = (self.get(f"/kop/{name}") or "").partition(" ")
            return Level(word=word, name=rest)

        return Office(
            desa=level("desa"),
            kecamatan=level("kecamatan"),
            kabupaten=level("kabupaten"),
            head_title=self.get("/kop/kepala") or "Kepala Desa",
        )

    @functools.cached_property
    def day(self) -> dt.date | None:
        """The date of the letter, None where it is hidden."""
        try:
            return dt.date.fromisoformat(self.get("/tanggal") or "")
        except ValueError:
            return None

    def date(self, before: str = "") -> Steps:
        """Return the date in words, behind a label."""
        if self.day is None:
            return (Hidden("/tanggal"),)
        return (Words("/tanggal", (f"{before} {format_date(self.day)}",)),)

    def dateline(self) -> Steps:
        """Return place and date, or the date alone where the profile leaves the place out."""
        place = self.steps("/tempat", f"{self.get('/tempat')},")
        if not self.style.correspondence.date_place and self.get("/tempat") == self.office.desa.name:
            place = (Optional(place),)  # left out unless the letter names a place of its own
        return (*place, *self.date())


def nested(names: frozenset[str]) -> dict[str, Tree]:
    """Return JSON Pointers as a tree whose leaves are the pointers themselves."""
    tree: dict[str, Tree] = {}
    for name in names:
        *path, last = name.split("/")[1:] or [""]
        node = tree
        for key in path:
            inner = node.setdefault(key, {})
            node = inner if isinstance(inner, dict) else {}
        node.setdefault(last, name)
    return tree


def is_inline(node: Tree) -> bool:
    """Return whether a node is a text: a leaf, or pieces between footnotes."""
    return isinstance(node, str) or "teks" in node


def ordered(node: Mapping[str, Tree]) -> list[str]:
    """Return the keys of a node, those of a list by number."""
    return sorted(node, key=lambda key: (0, int(key), "") if key.isdecimal() else (1, 0, key))


def items(node: Tree) -> list[Tree]:
    """Return what is under a node, in order."""
    return [] if isinstance(node, str) else [node[key] for key in ordered(node)]
