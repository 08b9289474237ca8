"""Whether each value of a PDF stands on the line of its label: ``Nama : Siti`` for the eye too."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kopsurat.scanning.spacing import squashed
from kopsurat.seal.verdict import Difference

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kopsurat.seal.jcs import Json

__all__ = ["torn_rows"]

_VALUE: Final = re.compile(r"(?P<row>.*)/(?:nilai|isi/0)(?:/teks/0)?")
_BEGINNING: Final = 6
"""Letters by which a value is told; a longer word may be divided."""
_LAST_LATIN: Final = "\u024f"


def torn_rows(values: Mapping[str, Json], lines: Sequence[str]) -> Iterator[Difference]:
    """Yield where a sealed label is followed, on its line, by the beginning of another value than its own.

    ``lines`` are those of all pages as the eye sees them.
    """
    shown = [squashed(line) for line in lines]
    for name, value in values.items():
        found = _VALUE.fullmatch(name)
        label = _label(values, found["row"]) if found else ""
        start = squashed(str(value).split()[0])[:_BEGINNING] if label and str(value).split() else ""
        if not start.isalnum() or max(label + start) > _LAST_LATIN:
            continue  # blanks and brackets say nothing; other scripts are joined
        beside = [line[at.end() :] for line in shown for at in re.finditer(re.escape(f"{label}:"), line)]
        if beside and not any(rest.startswith(start) or not rest for rest in beside):
            yield Difference(field=name, sealed=str(value), shown=beside[0])


def _label(values: Mapping[str, Json], row: str) -> str:
    label = values.get(f"{row}/label", values.get(f"{row}/label/teks/0"))
    return squashed(label) if isinstance(label, str) else ""
