"""Whether the rows of a page of a PDF stand together: a column may have been moved up or down by one row.

Texts are set in the order of reading, so that none stands over a line across the page after one that is
under it. Rows without lines - ``Nama : Siti`` - are looked at where the sealed letter is known (``rows``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kopsurat.scanning.pdf_shapes import Box

__all__ = ["crossed_rows", "lines_of_sight"]

_MOST_LINES: Final = 300
"""Lines across a page, those that meet counted once; our own fullest have a fifth of it."""
_TOUCH: Final = 1.5
_SAME_FOOT: Final = 2.0
"""Points within which the feet of letters of one line stand."""


def crossed_rows(texts: Sequence[Box], rules: Iterable[Box]) -> Iterator[str]:
    """Yield ``order`` where a text, in the order of reading, stands over a line after one under it."""
    lines = _joined(rules)
    if len(lines) > _MOST_LINES or any(_is_crossed(line, texts) for line in lines):
        yield "order"


def _is_crossed(line: Box, texts: Sequence[Box]) -> bool:
    is_below = False
    for text in texts:
        if line.left <= (text.left + text.right) / 2 <= line.right:
            if text.top <= line.top + _TOUCH:
                is_below = True
            elif is_below and text.bottom >= line.bottom - _TOUCH:
                return True
    return False


def _joined(rules: Iterable[Box]) -> list[Box]:
    """Return level lines, those that meet at one height as one."""
    found: list[Box] = []
    for rule in sorted(rules, key=lambda box: (round(box.top), box.left)):
        last = found[-1] if found else None
        if last and abs(last.top - rule.top) < _TOUCH and rule.left <= last.right + _TOUCH:
            found[-1] = last._replace(right=max(last.right, rule.right))
        else:
            found.append(rule)
    return found


def lines_of_sight(letters: Iterable[tuple[float, float, str]]) -> list[str]:
    """Return letters, given as foot, left side and text, as lines from the top down and from the left."""
    lines: list[str] = []
    row: list[tuple[float, str]] = []
    foot = None
    for up, across, text in sorted(letters, key=lambda letter: -letter[0]):
        if foot is not None and foot - up > _SAME_FOOT:
            lines.append("".join(each for _, each in sorted(row)))
            row = []
        foot = up
        row.append((across, text))
    return [*lines, "".join(each for _, each in sorted(row))]
