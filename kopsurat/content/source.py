r"""The text of a letter as numbered lines, with escapes resolved and faults collected.

Characters that must never be read as markup travel as private-use characters of plane 16: what
``\`` escapes, and every ASCII character of a value that is filled in (:func:`literal`). The parser
sees letters, the printed text gets the originals back (:func:`revealed`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from kopsurat.errors import InvalidLetter

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["MAX_DEPTH", "Line", "Source", "collapsed", "hidden", "literal", "read_lines", "revealed"]

MAX_DEPTH: Final = 8
"""Deeper nesting of lists, quotations and containers is refused."""
MAX_CHARACTERS: Final = 1_000_000
MAX_FAULTS: Final = 50

_HIDE: Final = 0x10F000
_HIDDEN: Final = {ascii_: _HIDE + ascii_ for ascii_ in range(128)}
_REVEALED: Final = {
    _HIDE + ascii_: " " if (ascii_ < 0x20 and ascii_ != 0x0A) or ascii_ == 0x7F else chr(ascii_)  # noqa: PLR2004
    for ascii_ in range(128)
}
_ESCAPE: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
_BREAK: Final = re.compile(r"\\[ \t]*$", re.MULTILINE)
_FORBIDDEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff"
    "\U0010e000-\U0010efff]"
)


class Line(NamedTuple):
    """A line and its number in the file; the text carries no white space at its end."""

    number: int
    text: str

    @property
    def indent(self) -> int:
        """The number of spaces at the start."""
        return len(self.text) - len(self.text.lstrip(" "))

    @property
    def stripped(self) -> str:
        """The text without white space at either end."""
        return self.text.strip(" ")

    def dedented(self, columns: int) -> Line:
        """Return the line without its first ``columns`` spaces, as far as it has them."""
        return Line(self.number, self.text[min(columns, self.indent) :])


@dataclass(slots=True)
class Source:
    """What one parse shares: the footnotes found and the faults so far."""

    notes: dict[str, Line] = field(default_factory=dict)
    faults: list[InvalidLetter] = field(default_factory=list)

    def fault(self, code: str, line: int, value: str = "", **evidence: Any) -> None:  # noqa: ANN401
        """Note a fault in ``line``; more than :data:`MAX_FAULTS` help nobody and are dropped."""
        if len(self.faults) < MAX_FAULTS:
            shown = revealed(value)[:80] or None
            self.faults.append(InvalidLetter(code, path=f"baris {line}", value=shown, line=line, **evidence))

    def check(self) -> None:
        """Raise all faults as one group."""
        if self.faults:
            raise ExceptionGroup("markup", self.faults)


def literal(text: str) -> str:
    """Return a value in a form that the parser prints exactly and never reads as markup.

    A newline in it becomes a forced line break. Templates fill in every value through this.
    """
    return _FORBIDDEN.sub(" ", text).replace("\r", "").translate(_HIDDEN)


def hidden(character: str) -> str:
    """Return one ASCII character in its hidden form."""
    return chr(_HIDE + ord(character))


def revealed(text: str) -> str:
    """Return the text with every hidden character shown again; hidden control characters become spaces."""
    return text.translate(_REVEALED)


def read_lines(text: str, source: Source, first_line: int) -> list[Line]:
    """Return the lines of ``text``, escapes hidden, control characters reported."""
    if len(text) > MAX_CHARACTERS:
        source.fault("markup-too-long", first_line, size=len(text), maximum=MAX_CHARACTERS)
        return []
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ")
    if not text.replace("\n", "").isprintable():
        for found in _FORBIDDEN.finditer(text):
            number = first_line + text.count("\n", 0, found.start())
            source.fault("markup-control", number, character=f"U+{ord(found.group()):04X}")
        text = _FORBIDDEN.sub(" ", text)
    if "\\" in text:
        text = _ESCAPE.sub(lambda match: hidden(match.group(1)), text)
        text = _BREAK.sub(hidden("\n"), text)
    lines = (Line(number, line.rstrip(" ")) for number, line in enumerate(text.split("\n"), first_line))
    return collapsed(lines)


def collapsed(lines: Iterable[Line]) -> list[Line]:
    """Return the lines with one blank line for every run of them: no rule looks at how many there are."""
    kept: list[Line] = []
    for line in lines:
        if line.text or not kept or kept[-1].text:
            kept.append(line)
    return kept
