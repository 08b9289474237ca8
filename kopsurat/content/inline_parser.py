"""Markup inside a paragraph: emphasis, blanks to fill in, footnote marks.

The one module that uses markdown-it-py; of it only the rules of emphasis are used, so that ``**``
and ``*`` mean what they mean in CommonMark. Underlining ``++`` is its strikethrough in disguise.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Final

from kopsurat.content.blocks import Fill, Inline, Note, Text, TextBreak
from kopsurat.content.source import hidden, revealed

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

    from kopsurat.content.source import Source

__all__ = ["parse_inline"]

_OBJECT: Final = 0x10E000
_MAX_OBJECTS: Final = 0xFFF
_DISGUISE: Final = str.maketrans({"+": "~", "~": "+", "_": hidden("_"), "`": hidden("`"), hidden("\n"): "\n"})
"""A forced break is the white space that may follow the end of an emphasis."""
_UNDISGUISE: Final = str.maketrans({"+": "~", "~": "+", "\n": hidden("\n")})

_HTML: Final = re.compile(r"</?[A-Za-z][^<>]*>|<!--|<[?!][A-Za-z]")
_IMAGE: Final = re.compile(r"!\[[^\]\[]{0,500}\] ?[(\[]")
_LINK: Final = re.compile(r"\[[^\]\[]{1,500}\]\([^()\s]{1,1000}\)|\[[^\]\[^]{1,500}\]\[[^\]\[^]{1,500}\]")
_SPECIAL: Final = re.compile(
    r"\[(?:\.\.\.+|…+)(?:\s*(?P<width>\d{1,3}(?:[.,]\d)?)\s*mm)?\s*\]|\[\^(?P<note>[^\]\s\[]{1,40})\]"
)
_PRIVATE: Final = re.compile("[\U0010e000-\U0010ffff]")
_PIECES: Final = re.compile(f"([{hidden(chr(10))}\U0010e000-\U0010efff])")


def parse_inline(text: str, line: int, source: Source) -> tuple[Inline, ...]:
    """Return the inline content of a paragraph that begins in ``line``; faults go to ``source``."""
    if "<" in text or "[" in text:
        _refuse_foreign(text, line, source)
    if _is_plain(text):
        text = text.strip(" ")
        return (Text(text=text),) if text else ()
    objects: list[Inline] = []
    if "[" in text:
        text = _SPECIAL.sub(lambda match: _object(match, objects, line, source), text)
    content: list[Inline] = []
    for piece, bold, italic, underline in _emphasized(text):
        _append(content, piece, objects, (bold, italic, underline))
    return _trimmed(content)


def _is_plain(text: str) -> bool:
    """Return whether a text holds neither emphasis, blanks and notes nor anything hidden."""
    if "*" in text or "[" in text or "++" in text:
        return False
    return text.isascii() or not _PRIVATE.search(text)


def _refuse_foreign(text: str, line: int, source: Source) -> None:
    for code, pattern in (("markup-html", _HTML), ("markup-image", _IMAGE), ("markup-link", _LINK)):
        if found := pattern.search(text):
            source.fault(code, line, found.group())
            return


def _object(match: re.Match[str], objects: list[Inline], line: int, source: Source) -> str:
    if len(objects) >= _MAX_OBJECTS:
        return match.group()
    if name := match["note"]:
        definition = source.notes.get(name)
        if definition is None:
            source.fault("markup-footnote-missing", line, match.group(), note=name)
            return ""
        objects.append(Note(content=_note_content(definition.text, definition.number, source)))
    else:
        width = match["width"]
        objects.append(Fill(width=float(width.replace(",", ".")) if width else None))
    return chr(_OBJECT + len(objects) - 1)


def _note_content(text: str, line: int, source: Source) -> tuple[Inline, ...]:
    """Return a footnote's own content, in which further footnote marks are plain text."""
    return parse_inline(text.replace("[^", hidden("[") + "^"), line, source)


def _emphasized(text: str) -> list[tuple[str, bool, bool, bool]]:
    """Return the pieces of text with their emphasis: bold, italic, underlined."""
    if "*" not in text and "++" not in text:
        return [(text, False, False, False)]
    (token,) = _markdown().parseInline(text.translate(_DISGUISE))
    pieces = []
    depth = {"strong": 0, "em": 0, "s": 0}
    for child in token.children or ():
        if child.tag in depth:
            depth[child.tag] += child.nesting
        elif child.content:
            style = (depth["strong"] > 0, depth["em"] > 0, depth["s"] > 0)
            pieces.append((child.content.translate(_UNDISGUISE), *style))
    return pieces


@functools.cache
def _markdown() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("zero").enable(["emphasis", "strikethrough", "balance_pairs"])


def _append(content: list[Inline], piece: str, objects: list[Inline], style: tuple[bool, bool, bool]) -> None:
    bold, italic, underline = style
    for part in _PIECES.split(piece):
        if not part:
            continue
        if part == hidden("\n"):
            content.append(TextBreak())
        elif len(part) == 1 and _OBJECT <= ord(part) <= _OBJECT + _MAX_OBJECTS:
            content.append(objects[ord(part) - _OBJECT])
        else:
            shown = revealed(part)
            last = content[-1] if content else None
            same = isinstance(last, Text) and (last.bold, last.italic, last.underline) == style
            if same and isinstance(last, Text):
                content.pop()
                shown = last.text + shown
            content.append(Text(text=shown, bold=bold, italic=italic, underline=underline))


def _trimmed(content: list[Inline]) -> tuple[Inline, ...]:
    """Drop white space around forced breaks and at both ends, and breaks at the end."""
    trimmed: list[Inline] = []
    for at, inline in enumerate(content):
        if isinstance(inline, Text):
            text = inline.text
            if not trimmed or isinstance(trimmed[-1], TextBreak):
                text = text.lstrip(" ")
            if at + 1 == len(content) or isinstance(content[at + 1], TextBreak):
                text = text.rstrip(" ")
            if text:
                trimmed.append(
                    Text(text=text, bold=inline.bold, italic=inline.italic, underline=inline.underline)
                )
        else:
            trimmed.append(inline)
    while trimmed and isinstance(trimmed[-1], TextBreak):
        trimmed.pop()
    return tuple(trimmed)
