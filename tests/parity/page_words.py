"""The words, lines, strokes and pictures of a PDF, whoever made it, and how far two PDFs differ."""

from __future__ import annotations

import ctypes
import difflib
import re
import statistics
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING, Any

import pypdfium2
from pypdfium2 import raw

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["Box", "Difference", "Pages", "Word", "compare", "misplaced", "plain_words", "read_pages"]

POINTS_PER_MM = 72 / 25.4
_SAME_LINE = 0.4
_SAME_SIZE = 0.3
_GAP = 0.12
_LEADER = re.compile(r"[._…]{4,}|\u200b")
_SHAPED = re.compile("[\u0590-\u08ff\u1a00-\u1cff\ua980-\ua9df\ufb50-\ufdff\ufe70-\ufeff]")
_LIGATURES = str.maketrans({"ﬁ": "fi", "ﬂ": "fl", "\x02": "-", "\xad": "-"})
"""What pdfium calls a hyphen at the end of a line is a control character."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word: its page, its place in points from the top left corner, its baseline."""

    page: int
    text: str
    x0: float
    x1: float
    baseline: float


@dataclass(frozen=True, slots=True)
class Box:
    """A drawn thing: ``kind`` is ``path`` or ``image``; points from the top left corner."""

    page: int
    kind: str
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Pages:
    """What stands on the pages of a PDF; ``width`` is that of the first page, in points."""

    count: int
    words: tuple[Word, ...]
    boxes: tuple[Box, ...]
    width: float

    def lines(self) -> list[tuple[int, str]]:
        """Return each line as its page and its words."""
        keyed = groupby(self.words, key=lambda word: (word.page, round(word.baseline, 1)))
        return [(page, " ".join(word.text for word in words)) for (page, _), words in keyed]


@dataclass(frozen=True, slots=True)
class Difference:
    """How far two PDFs of one document differ; lengths in millimetres.

    ``paper`` is the difference of the widths of the paper: LibreOffice makes F4 0.19 mm wider, which moves
    text that is centred by half of that.
    """

    pages: tuple[int, int]
    lines: int
    differing: tuple[str, ...]
    baseline_median: float
    baseline_most: float
    x_median: float
    x_most: float
    paper: float
    worst: str = field(default="")

    def faults(self) -> list[str]:
        """Return what the gate does not let through."""
        found = [f"line: {line}" for line in self.differing]
        if self.pages[0] != self.pages[1]:
            found.append(f"pages: {self.pages}")
        for name, value, most in (
            ("baseline median", self.baseline_median, 0.02),
            ("baseline most", self.baseline_most, 0.1),
            ("x median", self.x_median, 0.1 + self.paper / 2),
            ("x most", self.x_most, 0.6),
        ):
            if value > most:
                found.append(f"{name}: {value:.3f} mm, not over {most} mm ({self.worst})")
        return found


def read_pages(data: bytes, *, marks: tuple[float, ...] = ()) -> Pages:
    """Return what stands on the pages of a PDF.

    Digits of the sizes ``marks``, in points, are passed over: they are the raised marks of footnotes.
    """
    pdf = pypdfium2.PdfDocument(data)
    try:
        words: list[Word] = []
        boxes: list[Box] = []
        for number in range(len(pdf)):
            page = pdf[number]
            words += _words(page, number, marks)
            boxes += _boxes(page, number)
        return Pages(len(pdf), plain_words(words), tuple(boxes), pdf[0].get_width())
    finally:
        pdf.close()


def plain_words(words: Iterable[Word]) -> tuple[Word, ...]:
    """Return the words that can be compared: no leaders, and no script that is shaped."""
    plain = (replace(word, text=_LEADER.sub("", word.text)) for word in words)
    return tuple(word for word in plain if word.text and not _SHAPED.search(word.text))


def compare(one: Pages, other: Pages) -> Difference:
    """Return how far two PDFs differ, word by word in reading order."""
    texts = [[word.text for word in pages.words] for pages in (one, other)]
    matcher = difflib.SequenceMatcher(None, *texts, autojunk=False)
    pairs = [
        (one.words[i + k], other.words[j + k])
        for i, j, size in matcher.get_matching_blocks()
        for k in range(size)
    ]
    pairs = [(a, b) for a, b in pairs if a.page == b.page]
    baselines = [abs(a.baseline - b.baseline) / POINTS_PER_MM for a, b in pairs] or [0.0]
    xs = [abs(a.x0 - b.x0) / POINTS_PER_MM for a, b in pairs] or [0.0]
    worst = max(
        pairs,
        key=lambda pair: abs(pair[0].x0 - pair[1].x0) + abs(pair[0].baseline - pair[1].baseline),
        default=None,
    )
    return Difference(
        pages=(one.count, other.count),
        lines=len(one.lines()),
        differing=tuple(_differing(one.lines(), other.lines())),
        baseline_median=statistics.median(baselines),
        baseline_most=max(baselines),
        x_median=statistics.median(xs),
        x_most=max(xs),
        paper=abs(one.width - other.width) / POINTS_PER_MM,
        worst=f"{worst[0]} against {worst[1]}" if worst else "",
    )


def misplaced(one: Pages, other: Pages) -> list[str]:
    """Return the rules and pictures of ``one`` that stand elsewhere in ``other``, or have another size.

    A rule is as thick within 0.05 pt and as high on the page within 0.1 mm; of a picture every side is
    where it should be within 0.1 mm, beside the difference in width of the paper.
    """
    wider = abs(one.width - other.width)
    found = []
    for box in one.boxes:
        best = min(
            (each for each in other.boxes if each.kind == box.kind),
            key=lambda each: _distance(each, box),
            default=None,
        )
        if best is None or not _is_same(box, best, wider):
            found.append(f"{box} against {best}")
    return found


def _distance(one: Box, other: Box) -> float:
    across = abs(one.x0 - other.x0) if one.kind == "image" else 0.0
    return 1000 * abs(one.page - other.page) + abs(one.y0 - other.y0) + abs(one.y1 - other.y1) + across


def _is_same(one: Box, other: Box, wider: float) -> bool:
    most = 0.1 * POINTS_PER_MM
    if one.kind == "path":
        is_as_thick = abs((one.y1 - one.y0) - (other.y1 - other.y0)) <= 0.05
        return is_as_thick and abs(one.y0 - other.y0) <= most
    down = max(abs(one.y0 - other.y0), abs(one.y1 - other.y1))
    across = max(abs(one.x0 - other.x0), abs(one.x1 - other.x1))
    return one.page == other.page and down <= most and across <= most + wider


def _differing(one: Sequence[tuple[int, str]], other: Sequence[tuple[int, str]]) -> Iterator[str]:
    matcher = difflib.SequenceMatcher(None, one, other, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag != "equal":
            yield f"{list(one[i1:i2])} against {list(other[j1:j2])}"


def _words(page: Any, number: int, marks: tuple[float, ...]) -> list[Word]:
    shown = (each for each in _characters(page) if not (each[4].isdigit() and _is_one_of(each[3], marks)))
    characters = sorted(shown, key=lambda each: each[0])
    rows: list[list[tuple[float, float, float, float, str]]] = []
    for each in characters:
        if rows and abs(rows[-1][0][0] - each[0]) < _SAME_LINE:
            rows[-1].append(each)
        else:
            rows.append([each])
    return [word for row in rows for word in _row_words(sorted(row, key=lambda each: each[1]), number)]


def _is_one_of(size: float, sizes: tuple[float, ...]) -> bool:
    return any(abs(size - each) < _SAME_SIZE for each in sizes)


def _row_words(row: list[tuple[float, float, float, float, str]], number: int) -> Iterator[Word]:
    text, start, end, base = "", 0.0, 0.0, row[0][0]
    for _, x0, x1, size, character in row:
        is_apart = character.isspace() or x0 - end > size * _GAP
        if text and is_apart:
            yield Word(number, text.translate(_LIGATURES), start, end, base)
            text = ""
        if not character.isspace():
            start = start if text else x0
            text += character
        end = x1
    if text:
        yield Word(number, text.translate(_LIGATURES), start, end, base)


def _characters(page: Any) -> Iterator[tuple[float, float, float, float, str]]:
    """Yield baseline, left and right edge by advance, size and character."""
    text = page.get_textpage()
    height = page.get_height()
    x, y = ctypes.c_double(), ctypes.c_double()
    loose = raw.FS_RECTF()
    for at in range(raw.FPDFText_CountChars(text)):
        if raw.FPDFText_IsGenerated(text, at) == 1:
            continue
        raw.FPDFText_GetCharOrigin(text, at, x, y)
        raw.FPDFText_GetLooseCharBox(text, at, loose)
        size = raw.FPDFText_GetFontSize(text, at)
        yield height - y.value, x.value, loose.right, size, chr(raw.FPDFText_GetUnicode(text, at))


def _boxes(page: Any, number: int) -> Iterator[Box]:
    height = page.get_height()
    kinds = {raw.FPDF_PAGEOBJ_PATH: "path", raw.FPDF_PAGEOBJ_IMAGE: "image"}
    for item in page.get_objects(filter=list(kinds), max_depth=4):
        left, bottom, right, top = item.get_bounds()
        grown = _grown(item) if kinds[item.type] == "path" else 0.0
        left, bottom, right, top = left + grown, bottom + grown, right - grown, top - grown
        yield Box(number, kinds[item.type], left, height - top, right, height - bottom)


def _grown(item: Any) -> float:
    """Return by how much the bounds of a stroked path exceed what is painted, on each side."""
    fill, is_stroked = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(item, fill, is_stroked)
    if not is_stroked.value:
        return 0.0
    width = ctypes.c_float()
    raw.FPDFPageObj_GetStrokeWidth(item, width)
    return max(1.0, width.value * 2) / 2 - width.value / 2
