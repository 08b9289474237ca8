"""The formats that files are written in, each known by the ending of the name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kopsurat.cli.problems import UsageError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["FORMATS", "format_of"]

FORMATS: Final = ("pdf", "docx", "png")


def format_of(path: Path) -> str:
    """Return the format that the ending of a name says. Raises :class:`UsageError` ``cli-format-unknown``."""
    suffix = path.suffix.lower().removeprefix(".")
    if suffix not in FORMATS:
        raise UsageError("cli-format-unknown", value=str(path), choices=", ".join(FORMATS))
    return suffix
