"""Print on any console: words that a narrow encoding cannot hold degrade instead of crashing."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from typing import TYPE_CHECKING, Any, Final, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kopsurat.cli.settings import Settings

__all__ = ["Console", "OutputLost", "printable"]

_PLAIN: Final = str.maketrans(
    {
        "•": "*",
        "✓": "OK",
        "✗": "X",
        "–": "-",
        "—": "-",
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
        "…": "...",
        "→": "->",
        "›": ">",
        "×": "x",
        "·": "-",
    }
)
_COLORS: Final = {"good": "32", "bad": "31", "warn": "33", "quiet": "2", "strong": "1"}


def printable(text: str, encoding: str | None) -> str:
    """Return ``text`` as a console of this encoding can show it: marks in ASCII, the rest as ``?``."""
    try:
        text.encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        codec = encoding or "ascii"
        try:
            return text.translate(_PLAIN).encode(codec, errors="replace").decode(codec)
        except LookupError:
            return text.translate(_PLAIN).encode("ascii", errors="replace").decode("ascii")
    return text


class OutputLost(Exception):
    """What a command said did not arrive. ``reason`` is the system's error."""

    def __init__(self, reason: OSError) -> None:
        super().__init__(reason)
        self.reason = reason

    @property
    def is_closed(self) -> bool:
        """Whether the reader had enough, as ``head`` has, and not the disk."""
        return isinstance(self.reason, BrokenPipeError)


class Console:
    """The two streams of a command. Under ``--json`` only ``data`` speaks, otherwise all but ``data``."""

    def __init__(self, settings: Settings, *, out: TextIO | None = None, err: TextIO | None = None) -> None:
        self.settings = settings
        self._out = out or sys.stdout
        self._err = err or sys.stderr

    def say(self, text: str = "", *, color: str = "") -> None:
        """Print a line for people."""
        if not self.settings.is_json:
            self._write(self._out, self._painted(text, color))

    def warn(self, text: str, *, color: str = "") -> None:
        """Print a line for people on the error stream."""
        if not self.settings.is_json:
            self._write(self._err, self._painted(text, color))

    def data(self, value: dict[str, Any]) -> None:
        """Print the one JSON object of a command, in ASCII so that any pipe can carry it."""
        if self.settings.is_json:
            self._write(self._out, json.dumps(value, indent=2, default=str))

    def table(self, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """Print rows in columns: drawn on a terminal, aligned by spaces elsewhere."""
        if self.settings.is_json:
            return
        cells = [list(row) for row in rows]
        if self.settings.has_color:
            self._rich_table(headings, cells)
            return
        widths = [max(len(row[i]) for row in [list(headings), *cells]) for i in range(len(headings))]
        for row in [list(headings), *cells]:
            line = "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
            self._write(self._out, line.rstrip())

    def _rich_table(self, headings: Sequence[str], rows: list[list[str]]) -> None:
        from rich.box import ASCII, ROUNDED
        from rich.console import Console as RichConsole
        from rich.table import Table
        from rich.text import Text

        encoding = getattr(self._out, "encoding", None)
        can_draw = printable("╭│✓", encoding) == "╭│✓"
        grid = Table(box=ROUNDED if can_draw else ASCII, title_justify="left")
        for heading in headings:  # on a narrow terminal a number of a letter is broken, not cut off
            grid.add_column(heading, overflow="fold")
        for row in rows:
            grid.add_row(*(Text(printable(cell, encoding)) for cell in row))
        with _losing(self._out):
            RichConsole(file=self._out, highlight=False).print(grid)

    def _painted(self, text: str, color: str) -> str:
        return f"\x1b[{_COLORS[color]}m{text}\x1b[0m" if color and self.settings.has_color else text

    @staticmethod
    def _write(stream: TextIO, text: str) -> None:
        with _losing(stream):
            stream.write(printable(text, getattr(stream, "encoding", None)) + "\n")
            stream.flush()


@contextlib.contextmanager
def _losing(stream: TextIO) -> Iterator[None]:
    """Turn the error of a stream that takes nothing more into :class:`OutputLost`, and let go of its text.

    The interpreter would try to write the rest at its end, and fail again.
    """
    try:
        yield
    except OSError as error:
        with contextlib.suppress(OSError, ValueError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)
        raise OutputLost(error) from error
