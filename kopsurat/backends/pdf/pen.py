"""Content streams: text, rectangles, lines, pictures and symbols as PDF operators (ISO 32000-1, 8 and 9).

Positions come in points from the top left corner, y down; the pen turns them over.
"""

from __future__ import annotations

import functools
import re
from operator import getitem
from typing import TYPE_CHECKING, Final

from kopsurat.backends.pdf.corefont import NotInCore
from kopsurat.backends.pdf.objects import number
from kopsurat.fonts import split_by_face

if TYPE_CHECKING:
    from kopsurat.backends.pdf.resources import Resources
    from kopsurat.fonts import Face
    from kopsurat.layout.model import Stroke, TextStyle
    from kopsurat.layout.placed import PlacedStroke, PlacedSymbol, PlacedText
    from kopsurat.qr import QrMatrix

__all__ = ["Pen", "qr_path"]

_TWIP: Final = 0.05
_BLACK: Final = "000000"
_DOT: Final = 1.0
_DOT_STEP: Final = 3.0


class Pen:
    """The content of one page, as a list of operators in ``code``."""

    __slots__ = (
        "_height",
        "_lines",
        "_name",
        "_size",
        "_spacing",
        "_stretch",
        "_style",
        "_table",
        "code",
        "resources",
    )

    def __init__(self, resources: Resources, height: float) -> None:
        self.resources = resources
        self.code: list[str] = []
        self._height = height
        self._style: TextStyle | None = None
        self._table: dict[int, str] = {}
        self._name, self._size = "", 0
        self._stretch = 0.0
        self._spacing = 0
        self._lines: list[str] = []

    def up(self, y: float) -> float:
        """Return a height from the lower edge of the page."""
        return self._height - y

    def go_on_from(self, other: Pen) -> None:
        """Go on where the pen of another page has stopped, on a page that is as high and empty."""
        self.code += other.code
        self._style, self._table = other._style, other._table
        self._name, self._size = other._name, other._size
        self._stretch, self._spacing = other._stretch, other._spacing

    def begin_text(self, mark: str) -> None:
        """Begin marked text; ``mark`` is the operator that opens the mark."""
        self.code.append(mark + " BT")

    def end_text(self) -> None:
        """End marked text, drawing the lines under it."""
        if self._lines:
            self.code += ["ET", *self._lines, "EMC"]
            self._lines.clear()
        else:
            self.code.append("ET EMC")

    def text(self, piece: PlacedText, baseline: float, after: str) -> None:
        """Set a piece of text; ``after`` is a space that joins it to the next, or nothing."""
        style = piece.style
        if style is not self._style:  # mostly the very same object as before
            self._switch(style)
        if piece.word_space != self._stretch:
            self._stretch = piece.word_space
            self.code.append(f"{piece.word_space:.3f} Tw")
        y, text = self._height - baseline, piece.text + after
        try:
            shown = text if self._table and _is_literal(text) else text.translate(self._table)
        except NotInCore:
            self._foreign(piece, y, after)
        else:
            self.code.append(f"1 0 0 1 {piece.x:.2f} {y:.2f} Tm({shown})Tj")
        if style.underline:
            self._underline(piece, baseline)

    def rectangles(self, boxes: tuple[tuple[float, float, float, float], ...]) -> None:
        """Fill rectangles (x, y of the top left corner, width, height) in black."""
        path = "".join(
            f"{number(x)} {number(self._height - y - high)} {number(wide)} {number(high)} re "
            for x, y, wide, high in boxes
        )
        self.code.append(path + "f")

    def strokes(self, strokes: tuple[PlacedStroke, ...]) -> None:
        """Draw the lines of a grid, those of one kind together."""
        kinds: dict[Stroke, list[str]] = {}
        for line in strokes:
            ends = [line.x0, self.up(line.y0), line.x1, self.up(line.y1)]
            path = "{} {} m {} {} l".format(*map(number, ends))
            kinds.setdefault(line.stroke, []).append(path)
        for stroke, paths in kinds.items():
            self.code.append(f"q {_line_state(stroke)} {' '.join(paths)} S Q")

    def leaders(self, leaders: tuple[tuple[float, float, str], ...], baseline: float) -> None:
        """Fill tabs with dots or a line, a little above the baseline for dots."""
        y = number(self.up(baseline) + (_DOT / 2 if leaders and leaders[0][2] == "dot" else -1.0))
        for x0, x1, kind in leaders:
            pen = f"{number(_DOT)} w 1 J [0 {number(_DOT_STEP)}] 0 d" if kind == "dot" else "0.5 w"
            start = x0 + _DOT_STEP - x0 % _DOT_STEP if kind == "dot" else x0
            self.code.append(f"q {pen} {number(start)} {y} m {number(max(start, x1 - 1))} {y} l S Q")

    def picture(self, name: str, box: tuple[float, float, float, float]) -> None:
        """Draw a picture resource in a box (x, y of the top left corner, width, height)."""
        x, y, width, height = box
        place = f"{number(x)} {number(self._height - y - height)}"
        self.code.append(f"q {number(width)} 0 0 {number(height)} {place} cm/{name} Do Q")

    def symbol(self, symbol: PlacedSymbol) -> None:
        """Draw a QR symbol as one path, and its frame."""
        margin = (symbol.outer - symbol.size) / 2
        module = symbol.size / symbol.source.matrix.size
        x, y = symbol.x + margin, self._height - symbol.y - margin
        path = qr_path(symbol.source.matrix)
        self.code.append(f"q {module:.5f} 0 0 {-module:.5f} {number(x)} {number(y)} cm\n{path}f Q")
        frame = symbol.source.frame
        if frame is not None:
            side = number(symbol.outer)
            corner = f"{number(symbol.x)} {number(self._height - symbol.y - symbol.outer)}"
            self.code.append(f"q {_line_state(frame)} {corner} {side} {side} re S Q")

    def _switch(self, style: TextStyle) -> None:
        """Select the font and the spacing of a style."""
        name, font = self.resources.core(style)
        self._style, self._table = style, font.table
        if name:
            self._select(name, style.size)
        if style.spacing != self._spacing:
            self._spacing = style.spacing
            self.code.append(f"{number(self._spacing * _TWIP)} Tc")

    def _select(self, name: str, half_points: int) -> None:
        if name != self._name or half_points != self._size:
            self._name, self._size = name, half_points
            self.code.append(f"/{name} {half_points / 2:g} Tf")

    def _foreign(self, piece: PlacedText, y: float, after: str) -> None:
        """Set a piece with characters outside the fixed subset."""
        size = piece.style.size
        core_name, font = self.resources.core(piece.style)
        if font.face.is_shaped:
            self._shaped(piece, y, font.face, after)
            return
        self.code.append(f"1 0 0 1 {piece.x:.2f} {y:.2f} Tm")
        for text, shown in split_by_face(piece.text + after, font.face):
            for part, is_core in _split_by_table(text, font.table if shown is font.face else {}):
                if is_core:
                    self._select(core_name, size)
                    self.code.append(f"({part.translate(font.table)})Tj")
                else:
                    name, glyphs = self.resources.glyphs(shown)
                    self._select(name, size)
                    self.code.append(f"<{glyphs.plain(part)}>Tj")
        if core_name:
            self._select(core_name, size)

    def _shaped(self, piece: PlacedText, y: float, shown: Face, after: str) -> None:
        """Set a piece of a local script, glyph by glyph."""
        from kopsurat.backends.pdf.shapedtext import shaped_operators

        name, glyphs = self.resources.glyphs(shown)
        self._select(name, piece.style.size)
        self.code.append(f"1 0 0 1 {piece.x:.2f} {y:.2f} Tm")
        self.code += shaped_operators(piece, glyphs, after)

    def _underline(self, piece: PlacedText, baseline: float) -> None:
        _, font = self.resources.core(piece.style)
        metrics = font.face.metrics
        em = piece.style.size / 2 / metrics.units_per_em
        thick = max(0.5, metrics.underline_thickness * em)
        y = self.up(baseline) + metrics.underline_position * em - thick / 2
        self._lines.append(f"{number(piece.x)} {number(y)} {number(piece.width)} {number(thick)} re f")


def _is_literal(text: str) -> bool:
    """Return whether a literal string of a simple font holds a text as it is; most texts are such."""
    return text.isascii() and text.isprintable() and not ("(" in text or ")" in text or "\\" in text)


def qr_path(matrix: QrMatrix) -> str:
    """Return the dark modules as rectangles of unit modules, y going down from the first row.

    Rows are cut into bytes whose rectangles are remembered, a tenth more of them than runs need but
    many times as fast; all belong to one path, so that no seam shows.
    """
    columns = -(-matrix.size // 8)
    shift, known = 8 * columns - matrix.size, [_rectangles(at) for at in range(columns)]
    rows = [
        "".join(map(getitem, known, (packed << shift).to_bytes(columns))).replace("y", str(y))
        for y, packed in enumerate(matrix.packed)
    ]
    return "".join(rows)


@functools.cache
def _rectangles(column: int) -> list[str]:
    """Return the rectangles of each byte in a column of bytes; y is the row."""
    return ["".join([f"{8 * column + start} y {length} 1 re " for start, length in runs]) for runs in _runs()]


@functools.cache
def _runs() -> list[list[tuple[int, int]]]:
    """Return start and length of the runs of ones in each byte."""
    found = [re.finditer("1+", f"{byte:08b}") for byte in range(256)]
    return [[(run.start(), run.end() - run.start()) for run in runs] for runs in found]


def _line_state(stroke: Stroke) -> str:
    color = ""
    if stroke.color != _BLACK:
        red, green, blue = (int(stroke.color[at : at + 2], 16) / 255 for at in (0, 2, 4))
        color = f" {number(red)} {number(green)} {number(blue)} RG"
    width = stroke.width * _TWIP
    dashes = f" [{number(3 * width)} {number(2 * width)}] 0 d" if stroke.dashed else ""
    return f"{number(width)} w 0 J{color}{dashes}"


def _split_by_table(text: str, table: dict[int, str]) -> list[tuple[str, bool]]:
    """Return the longest stretches inside and outside a table."""
    parts: list[tuple[str, bool]] = []
    for character in text:
        inside = ord(character) in table
        if parts and parts[-1][1] == inside:
            parts[-1] = (parts[-1][0] + character, inside)
        else:
            parts.append((character, inside))
    return parts
