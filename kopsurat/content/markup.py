"""The Markdown dialect of letters (docs/reference/markup.md): text in, blocks out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kopsurat.content.block_parser import SELF_CLOSING, container_of, parse_blocks
from kopsurat.content.source import Line, Source, literal, read_lines, revealed
from kopsurat.values import value_class

if TYPE_CHECKING:
    from kopsurat.content.blocks import Block

__all__ = ["AppendixMarkup", "LetterMarkup", "literal", "parse_letter_markup", "parse_markup"]

_NOTE: Final = re.compile(r"\[\^(?P<name>[^\]\s\[]{1,40})\]: +(?P<text>.*)$")
_LANDSCAPE: Final = re.compile(r"(?:^| +)\[?mendatar\]?$")


@value_class
class AppendixMarkup:
    """A lampiran as written: its title (may be empty), its blocks, whether its paper is turned."""

    title: str
    body: tuple[Block, ...]
    landscape: bool = False


@value_class
class LetterMarkup:
    """The body of a letter and its lampiran, in order."""

    body: tuple[Block, ...]
    appendices: tuple[AppendixMarkup, ...] = ()


def parse_markup(text: str, *, first_line: int = 1) -> tuple[Block, ...]:
    """Return the blocks of a text; ``first_line`` is the number of its first line in its file.

    Raises one :class:`ExceptionGroup` of :class:`~kopsurat.errors.InvalidLetter`, each naming its
    line in ``path`` (``baris 12``) and ``evidence["line"]``; no other error for any text.
    """
    source = Source()
    lines = _without_notes(read_lines(text, source, first_line), source)
    blocks = parse_blocks(lines, source)
    source.check()
    return blocks


def parse_letter_markup(text: str, *, first_line: int = 1) -> LetterMarkup:
    """Return body and lampiran of a letter; errors as for :func:`parse_markup`.

    A lampiran begins at ``::: lampiran JUDUL`` and ends at its own ``:::``, at the next lampiran or at
    the end of the text.
    """
    source = Source()
    lines = _without_notes(read_lines(text, source, first_line), source)
    body, parts = _split_appendices(lines)
    markup = LetterMarkup(
        body=parse_blocks(body, source),
        appendices=tuple(_appendix(words, part, source) for words, part in parts),
    )
    source.check()
    return markup


def _without_notes(lines: list[Line], source: Source) -> list[Line]:
    """Take the definitions of footnotes out of the text; indented lines right under one go on with it."""
    kept = []
    name = ""
    for line in lines:
        match = _NOTE.match(line.stripped) if line.text.startswith("[^") else None
        if match is not None:
            name = match["name"]
            if name in source.notes:
                source.fault("markup-footnote-twice", line.number, name, note=name)
            source.notes[name] = Line(line.number, match["text"])
        elif name and line.indent and line.stripped:
            note = source.notes[name]
            source.notes[name] = Line(note.number, f"{note.text} {line.stripped}")
        else:
            name = ""
            kept.append(line)
    return kept


def _split_appendices(lines: list[Line]) -> tuple[list[Line], list[tuple[str, list[Line]]]]:
    """Split lines at the lampiran containers that stand at the outermost level."""
    body: list[Line] = []
    parts: list[tuple[str, list[Line]]] = []
    part: list[Line] | None = None
    depth = 0
    for line in lines:
        opened = container_of(line) if line.text.startswith(":::") else None
        if opened is not None and opened[0] == "lampiran" and depth == 0:
            part = []
            parts.append((opened[1], part))
            continue
        if opened is not None:
            depth, closes = _nesting(opened[0], depth)
            if closes and part is not None:
                part, depth = None, 0
                continue
        (body if part is None else part).append(line)
    return body, parts


def _nesting(name: str, depth: int) -> tuple[int, bool]:
    """Return the depth after a container line, and whether it closes what is outside of all containers."""
    if name in SELF_CLOSING:
        return depth, False
    return (depth + 1, False) if name else (max(depth - 1, 0), depth == 0)


def _appendix(words: str, lines: list[Line], source: Source) -> AppendixMarkup:
    landscape = _LANDSCAPE.search(words)
    title = words[: landscape.start()] if landscape else words
    return AppendixMarkup(
        title=revealed(title).replace("\n", " ").strip(),
        body=parse_blocks(lines, source),
        landscape=landscape is not None,
    )
