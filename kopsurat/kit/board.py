"""The board (papan nama) in front of an office: black block letters on white, twice as wide as high.

Shape and words: Perbup Karawang 74/2020 art. 39–40 and annex G (2 : 1; letters of the kabupaten to those
of the desa as 3 to 4). A line in the local script above the Latin: Pergub Bali 80/2018 on name boards.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from kopsurat.arguments import expect
from kopsurat.errors import InvalidInput, InvalidOffice
from kopsurat.fonts import face
from kopsurat.kit.contact import phone_line
from kopsurat.kit.head import head_names
from kopsurat.kit.paper import FAMILY, document_of, page_of
from kopsurat.layout.kop import balanced, named_line
from kopsurat.layout.measures import TWIPS_PER_POINT, Length, mm
from kopsurat.layout.model import (
    Align,
    Document,
    Inline,
    Paragraph,
    ParagraphStyle,
    Role,
    Run,
    TextStyle,
)
from kopsurat.layout.office_words import address_line
from kopsurat.layout.script_lines import SCRIPT_FONTS
from kopsurat.layout.texts import width_of
from kopsurat.letterhead import Script, ScriptPosition
from kopsurat.office import Office

if TYPE_CHECKING:
    from kopsurat.kit.head import HeadName

__all__ = ["compose_board"]

_WIDEST, _NARROWEST = 5000.0, 200.0
"""Millimetres; PDF knows no page wider than 5.08 m (ISO 32000-1, annex C)."""
_SIDES: Final = 0.06
_ENDS: Final = 0.08
"""White at the sides and above and below, as shares of the width and the height."""
_GOVERNMENT, _UNIT, _SMALL = 3.0, 4.0, 1.75
"""Heights of the capitals, in units: 3 to 4 by the rule, the address a little over half of 3."""
_SMALLEST: Final = 0.02
"""The least height of the letters of the kabupaten, as a share of the height of the board."""
_LOW: Final = 0.045
"""The height under which the letters of the kabupaten are low enough for names to be broken, likewise."""
_SCRIPT_EM: Final = 1.0
"""The em of a local script, in heights of the capitals of its Latin line."""
_GAPS: Final = {"government": 1.7, "unit": 2.2, "address": 2.9, "small": 1.2, "script": 1.0}
"""Space under (``script``, over) each kind of line, in units, before it grows."""
_ROOMIEST: Final = 1.75
_CERTAIN: Final = 0.99
"""The share of the width that a line may take without being broken."""
_STEP: Final = 0.985
_BASELINE: Final = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A line: how far it reaches over and under its baseline, and the gap to the next in units."""

    run: Run
    rise: Length
    fall: Length = 0
    gap: float


def compose_board(office: Office, *, width: float = 2000.0) -> Document:
    """Return the board at its real size, ``width`` millimetres wide and half as high.

    Raises :class:`InvalidInput` ``board-width`` for a width outside 20 cm to 5 m, and
    :class:`InvalidOffice` ``board-too-long`` where the names would be too small to be read.
    """
    expect(office, Office, "office")
    expect(width, int | float, "width")
    if not _NARROWEST <= width <= _WIDEST:
        raise InvalidInput("board-width", value=width / 10, least=_NARROWEST / 10, most=_WIDEST / 10)
    height = width / 2
    inner, room = mm(width * (1 - 2 * _SIDES)), mm(height * (1 - 2 * _ENDS))
    unit, lines = _largest(office, height, inner, room, most=1)
    if unit * _GOVERNMENT < height * _LOW and office.letterhead.script is None:
        unit, lines = max((unit, lines), _largest(office, height, inner, room, most=2), key=itemgetter(0))
    if unit * _GOVERNMENT < height * _SMALLEST:
        raise InvalidOffice("board-too-long", value=str(office.desa))
    spread = _ROOMIEST
    while spread > 1.0 and _height(lines, unit, spread) > room:
        spread -= 0.05
    above = (mm(height) - _height(lines, unit, spread)) // 2
    page = page_of(width, height, margin=width * _SIDES, top=0)
    return document_of(office, page, _blocks(lines, unit, spread, above), title=f"Papan nama {office.desa}")


def _largest(
    office: Office, height: float, inner: Length, room: Length, *, most: int
) -> tuple[float, list[_Line]]:
    """Return the largest unit at which all stands on the board, every name on ``most`` lines or fewer."""
    unit = height / 14
    while True:
        lines = _lines(office, unit, inner, most)
        is_narrow = all(width_of((line.run,)) <= inner * _CERTAIN for line in lines)
        is_done = is_narrow and _height(lines, unit, 1.0) <= room
        if is_done or unit * _GOVERNMENT < height * _SMALLEST:
            return unit, lines
        unit *= _STEP


def _lines(office: Office, unit: float, width: Length, most: int) -> list[_Line]:
    found: list[_Line] = []
    for name in head_names(office):
        capital = (_UNIT if name.is_unit else _GOVERNMENT) * unit
        gap = _GAPS["unit" if name.is_unit else "government"]
        *upper, last = _name_runs(name, _style(capital, bold=True), width, most)
        found += [_Line(run=run, rise=mm(capital), gap=_GAPS["government"]) for run in upper]
        found += _with_script(office, name.key, _Line(run=last, rise=mm(capital), gap=gap), capital)
    small = _style(_SMALL * unit, bold=False)
    runs = _address_runs(office, small, width)
    if phones := phone_line(office):
        runs.append(Run(text=phones, style=small))
    if runs:
        found[-1] = replace(found[-1], gap=_GAPS["address"])
    rise = mm(_SMALL * unit)
    return [*found, *(_Line(run=run, rise=rise, gap=_GAPS["small"]) for run in runs)]


def _name_runs(name: HeadName, style: TextStyle, width: Length, most: int) -> list[Run]:
    """Return a name on one line, or on ``most`` where one is too narrow for it."""
    broken = named_line(name.text, name.lead, style, round(width * _CERTAIN)) if most > 1 else ()
    runs = [each for each in broken if isinstance(each, Run)]
    return runs if 0 < len(runs) <= most else [Run(text=name.text, style=style)]


def _address_runs(office: Office, style: TextStyle, width: Length) -> list[Run]:
    address = address_line(office)
    inlines: tuple[Inline, ...] = balanced(address, style, width) if address else ()
    return [each for each in inlines if isinstance(each, Run)]


def _style(capital: float, *, bold: bool) -> TextStyle:
    """Return the style whose capitals are so many millimetres high."""
    shape = face(FAMILY, bold=bold)
    em = mm(capital) * shape.units_per_em / shape.cap_height
    return TextStyle(family=FAMILY, size=round(em / TWIPS_PER_POINT * 2), bold=bold)


def _with_script(office: Office, key: str, latin: _Line, capital: float) -> list[_Line]:
    """Return a line, with that in the local script above it, or below where the office wants it there."""
    letterhead = office.letterhead
    text = next((each.text for each in letterhead.script_lines if each.line == key), "")
    if letterhead.script is None or not text:
        return [latin]
    font = SCRIPT_FONTS[letterhead.script]
    em = _SCRIPT_EM * capital
    style = TextStyle(family=font.family, size=round(mm(em) / TWIPS_PER_POINT * 2))
    run = Run(text=text, style=style, lang=font.lang, rtl=letterhead.script is Script.ARAB_MELAYU)
    script = _Line(run=run, rise=mm(em * font.ascent), fall=mm(em * font.descent), gap=_GAPS["script"])
    if letterhead.script_position is ScriptPosition.BELOW:
        return [replace(latin, gap=_GAPS["script"]), replace(script, gap=latin.gap)]
    return [script, latin]


def _height(lines: list[_Line], unit: float, spread: float) -> Length:
    """Return the height from the top of the first line to the foot of the last."""
    gaps = sum(mm(line.gap * unit * spread) for line in lines[:-1])
    return sum(line.rise + line.fall for line in lines) + gaps


def _blocks(lines: list[_Line], unit: float, spread: float, above: Length) -> tuple[Paragraph, ...]:
    """Return paragraphs whose pitch puts each baseline exactly ``rise`` under the top of the line."""
    blocks = [Paragraph(inlines=(), style=ParagraphStyle(pitch=above))]
    for line in lines:
        pitch = round(line.rise / _BASELINE)
        after = max(0, line.rise + line.fall + mm(line.gap * unit * spread) - pitch)
        style = ParagraphStyle(pitch=pitch, align=Align.CENTER, after=after)
        blocks.append(Paragraph(inlines=(line.run,), style=style, role=Role.LETTERHEAD))
    return tuple(blocks)
