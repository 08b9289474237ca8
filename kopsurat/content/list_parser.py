"""Lists: their markers, their nesting, and the lists that are key–value rows."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from kopsurat.content.blocks import Items, ItemStyle, Pair, Pairs
from kopsurat.content.inline_parser import parse_inline
from kopsurat.content.source import Line

if TYPE_CHECKING:
    from collections.abc import Callable

    from kopsurat.content.blocks import Block
    from kopsurat.content.source import Source

    ParseBlocks = Callable[[list[Line], Source, int], tuple[Block, ...]]

__all__ = ["Marker", "item_mark", "marker_of", "marker_text", "parse_list", "split_pair"]

_MARKERS: Final = (
    (ItemStyle.CHECKBOX, re.compile(r"[-*+] \[(?P<n>[ xX])\](?: +|$)")),
    (ItemStyle.DASH, re.compile(r"(?P<n>[-–])(?: +|$)")),
    (ItemStyle.BULLET, re.compile(r"(?P<n>[*+•])(?: +|$)")),
    (ItemStyle.DECIMAL, re.compile(r"(?P<n>\d{1,3})\.(?: +|$)")),
    (ItemStyle.DECIMAL_PAREN, re.compile(r"(?P<n>\d{1,3})\)(?: +|$)")),
    (ItemStyle.DECIMAL_PARENS, re.compile(r"\((?P<n>\d{1,3})\)(?: +|$)")),
    (ItemStyle.ALPHA, re.compile(r"(?P<n>[a-z])\.(?: +|$)")),
    (ItemStyle.ALPHA_PAREN, re.compile(r"(?P<n>[a-z])\)(?: +|$)")),
    (ItemStyle.ALPHA_PARENS, re.compile(r"\((?P<n>[a-z])\)(?: +|$)")),
    (ItemStyle.ROMAN, re.compile(r"(?P<n>[IVX]{1,6})\.(?: +|$)")),
)
_BEGUN: Final = re.compile(r"[-–*+•](?: |$)|\(?(?:\d{1,3}|[a-z]|[IVX]{1,6})[.)]")
"""How every marker begins: most lines of a letter begin otherwise."""
_ALPHA: Final = (ItemStyle.ALPHA, ItemStyle.ALPHA_PAREN, ItemStyle.ALPHA_PARENS)
_UNNUMBERED: Final = (ItemStyle.CHECKBOX, ItemStyle.DASH, ItemStyle.BULLET)
_ROMAN_DIGITS: Final = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_PAIR: Final = re.compile(r"(?P<label>.*?\S) +:(?: +(?P<value>.*))?$")


class Marker(NamedTuple):
    """The mark of a list item: its style, its number (1 for marks without one) and its width in columns."""

    style: ItemStyle
    number: int
    width: int
    is_checked: bool = False


@dataclass(slots=True)
class _Item:
    marker: Marker
    lines: list[Line] = field(default_factory=list)


def marker_of(text: str, *, continues: ItemStyle | None = None) -> Marker | None:
    """Return the mark at the start of ``text`` (without indent), or None.

    A Roman list begins with ``I.`` only, so that initials are not taken for numbers; ``continues`` is
    the style of a list that has begun.
    """
    if not _BEGUN.match(text):
        return None
    for style, pattern in _MARKERS:
        if match := pattern.match(text):
            number = _number(style, match["n"])
            if number is None or (style is ItemStyle.ROMAN and number != 1 and continues is not style):
                continue
            return Marker(style, number, match.end(), style is ItemStyle.CHECKBOX and match["n"] in "xX")
    return None


def _number(style: ItemStyle, text: str) -> int | None:
    if style in _UNNUMBERED:
        return 1
    if style in _ALPHA:
        return ord(text) - ord("a") + 1
    if style is ItemStyle.ROMAN:
        return next((number for number in range(1, 40) if _roman(number) == text), None)
    return int(text)


def _roman(number: int) -> str:
    text = ""
    for value, digits in _ROMAN_DIGITS:
        text += digits * (number // value)
        number %= value
    return text


def item_mark(items: Items, index: int) -> str:
    """Return the mark that is printed before an item of a list; a box to tick shows whether it is."""
    if items.style is ItemStyle.CHECKBOX:
        is_checked = index < len(items.checked) and items.checked[index]
        return "☑" if is_checked else "☐"
    return marker_text(items.style, items.start + index)


def marker_text(style: ItemStyle, number: int) -> str:
    """Return the mark that is printed before item ``number`` of a list: ``3.``, ``c)``, ``(3)``, ``–``."""
    match style:
        case ItemStyle.DECIMAL:
            return f"{number}."
        case ItemStyle.DECIMAL_PAREN:
            return f"{number})"
        case ItemStyle.DECIMAL_PARENS:
            return f"({number})"
        case ItemStyle.ALPHA:
            return f"{_letters(number)}."
        case ItemStyle.ALPHA_PAREN:
            return f"{_letters(number)})"
        case ItemStyle.ALPHA_PARENS:
            return f"({_letters(number)})"
        case ItemStyle.ROMAN:
            return f"{_roman(number)}."
        case _:
            return str(style.value)


def _letters(number: int) -> str:
    """Return ``a`` to ``z`` for 1 to 26, then ``aa``, ``ab`` and so on."""
    letters = ""
    while number > 0:
        number, digit = divmod(number - 1, 26)
        letters = chr(ord("a") + digit) + letters
    return letters


def parse_list(
    lines: list[Line], at: int, source: Source, depth: int, parse_blocks: ParseBlocks
) -> tuple[Block, int]:
    """Return the list that begins at ``lines[at]`` and the index of the line after it."""
    items, end = _gather(lines, at)
    if pairs := _as_pairs(items, source):
        return pairs, end
    contents = tuple(parse_blocks(item.lines, source, depth + 1) for item in items)
    first = items[0].marker
    is_checkbox = first.style is ItemStyle.CHECKBOX
    checked = tuple(item.marker.is_checked for item in items) if is_checkbox else ()
    return Items(style=first.style, items=contents, start=first.number, checked=checked), end


def _gather(lines: list[Line], at: int) -> tuple[list[_Item], int]:
    """Split lines into the items of one list, dedented, up to what no longer belongs to it."""
    base = lines[at].indent
    items: list[_Item] = []
    style: ItemStyle | None = None
    blank = False
    while at < len(lines):
        line = lines[at]
        if not line.text:
            blank = True
        elif line.indent >= base + 2 and items:
            _extend(items[-1], line, blank=blank)
            blank = False
        else:
            marker = marker_of(line.stripped, continues=style)
            if marker is None or (style is not None and marker.style is not style):
                break
            style = marker.style
            items.append(_Item(marker))
            _extend(items[-1], Line(line.number, line.stripped[marker.width :]), blank=False)
            blank = False
        at += 1
    return items, at


def _extend(item: _Item, line: Line, *, blank: bool) -> None:
    if blank:
        item.lines.append(Line(line.number - 1, ""))
    item.lines.append(line)


def _as_pairs(items: list[_Item], source: Source) -> Pairs | None:
    """Return the list as key–value rows when every item has the shape ``label : value``."""
    rows = []
    for item in items:
        if item.marker.style is ItemStyle.CHECKBOX or any(not line.text for line in item.lines):
            return None
        if any(marker_of(line.stripped) for line in item.lines[1:]):
            return None
        split = split_pair(" ".join(line.stripped for line in item.lines))
        if split is None:
            return None
        rows.append((item, *split))
    style = items[0].marker.style
    start = items[0].marker.number
    return Pairs(
        rows=tuple(
            Pair(
                label=parse_inline(label, item.lines[0].number, source),
                value=parse_inline(value, item.lines[0].number, source),
                number="" if style in _UNNUMBERED else marker_text(style, start + index),
            )
            for index, (item, label, value) in enumerate(rows)
        )
    )


def split_pair(text: str) -> tuple[str, str] | None:
    """Return the two sides of ``label : value`` (a space before the colon is needed), or None."""
    if " :" not in text:
        return None
    match = _PAIR.match(text)
    return (match["label"], match["value"] or "") if match else None
