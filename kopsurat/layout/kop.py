"""The letterhead: its lines, its emblems, its rule. It measures itself; no height is given anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kopsurat.errors import InvalidProfile
from kopsurat.fonts import face
from kopsurat.layout.contact_line import contact_lines, contact_width
from kopsurat.layout.measures import Length, mm, pt
from kopsurat.layout.model import (
    Align,
    Block,
    Cell,
    Grid,
    Inline,
    LineBreak,
    Paragraph,
    Picture,
    Role,
    Row,
    Rule,
    Run,
    TextStyle,
)
from kopsurat.layout.office_words import address_line, head_of_office, unit_words
from kopsurat.layout.script_lines import script_line
from kopsurat.layout.shared_styles import paragraph_style
from kopsurat.layout.texts import width_of
from kopsurat.letterhead import HeadRule, LetterheadVariant, ScriptPosition
from kopsurat.values import remembered_by_identity, value_class

if TYPE_CHECKING:
    from kopsurat.content.images import Image
    from kopsurat.layout.sheet import Sheet
    from kopsurat.office import Office

__all__ = ["balanced", "compose_kop", "contact_profile", "head_lines", "named_line"]

_WIDEST_CREST: Final = 1.6
"""The widest an emblem may be against its height before the height is reduced."""


@value_class
class HeadLine:
    """One line of the head. ``key`` is the level it names, for lines in a local script.

    ``lead`` is what stands before the name; a line that is too long is broken after it.
    """

    text: str
    style: TextStyle
    pitch: Length
    key: str = ""
    lead: str = ""


@remembered_by_identity(64)
def compose_kop(office: Office, sheet: Sheet, variant: LetterheadVariant) -> tuple[Block, ...]:
    """Return the letterhead of ``office`` in the given variant, with its rule and the room under it.

    Remembered for the last offices: a village prints the same head on every letter.
    """
    if variant is LetterheadVariant.WITHOUT:
        return ()
    if variant is LetterheadVariant.JABATAN:
        return _jabatan_head(office, sheet)
    lines = head_lines(office, sheet, variant)
    crests = _crests(office, sheet, variant)
    blocks = _beside_crests(office, sheet, lines, crests)
    return (*blocks, *_rule(office, sheet))


# ---- lines


def head_lines(office: Office, sheet: Sheet, variant: LetterheadVariant) -> tuple[HeadLine, ...]:
    """Return the lines above the address, in capitals: governments first, then the unit (3 : 4)."""
    head = sheet.style.head
    government = TextStyle(family=head.family, size=head.size)
    unit = TextStyle(family=head.family, size=head.unit_size, bold=head.unit_bold)
    names = {"kabupaten": f"Pemerintah {office.kabupaten}", "kecamatan": str(office.kecamatan)}
    last = unit_words(office, variant, long=head.unit_word)
    if variant in {LetterheadVariant.LKD, LetterheadVariant.RW, LetterheadVariant.RT}:
        own = office.letterhead.institution or last
        texts = [(own, unit, ""), (str(office.desa), government, "desa")]
        below = f"{office.kecamatan} {office.kabupaten}"
        texts.append((below, government, "kecamatan"))
    else:
        texts = [(names["kabupaten"], government, "kabupaten"), (names["kecamatan"], government, "kecamatan")]
        texts.append((last, unit, "desa"))
    lead = f"Pemerintah {office.kabupaten.word}".upper()
    return tuple(
        HeadLine(
            text=text.upper(),
            style=style,
            pitch=head.unit_pitch if style is unit else head.pitch,
            key=key,
            lead=lead if key == "kabupaten" else "",
        )
        for text, style, key in texts
    )


# ---- emblems


def _crests(
    office: Office, sheet: Sheet, variant: LetterheadVariant
) -> tuple[Picture | None, Picture | None]:
    """Return the emblems at the left and at the right; RT and RW carry none."""
    if variant in {LetterheadVariant.RT, LetterheadVariant.RW}:
        return None, None
    letterhead = office.letterhead
    height = mm(letterhead.crest_height) if letterhead.crest_height else sheet.style.head.crest_height
    before = _cap_drop(sheet)
    return (
        _picture(letterhead.crest, height, before, f"Lambang {office.kabupaten}", Align.LEFT),
        _picture(letterhead.crest_right, height, before, f"Lambang {office.desa}", Align.RIGHT),
    )


def _cap_drop(sheet: Sheet) -> Length:
    """Return how far under the top of the first line its capitals begin."""
    head = sheet.style.head
    shape = face(head.family)
    cap = shape.cap_height * head.size / 2 / shape.units_per_em
    return max(0, round(head.pitch * 0.8 - cap * 20))


def _picture(image: Image | None, height: Length, before: Length, alt: str, align: Align) -> Picture | None:
    """Return an emblem flush with the edge of the text, in its own proportions."""
    if image is None:
        return None
    width = round(height * image.width / image.height)
    if width > height * _WIDEST_CREST:
        height = round(height * height * _WIDEST_CREST / width)
        width = round(height * image.width / image.height)
    return Picture(image=image, width=width, height=height, alt=alt, align=align, before=before)


# ---- the text beside the emblems


def _beside_crests(
    office: Office,
    sheet: Sheet,
    lines: tuple[HeadLine, ...],
    crests: tuple[Picture | None, Picture | None],
) -> tuple[Block, ...]:
    """Set the lines on the page's axis where all fit between side columns, else beside the emblem."""
    gap = sheet.style.head.crest_gap
    sides = [picture.width + gap if picture else 0 for picture in crests]
    if not any(sides):
        return _text_blocks(office, sheet, lines, sheet.width)
    side = max(sides)
    is_symmetric = _widest(office, sheet, lines) <= sheet.width - 2 * side
    if is_symmetric:
        sides = [side, side]
    middle = sheet.width - sum(sides)
    cells = [_crest_cell(crests[0]), Cell(blocks=_text_blocks(office, sheet, lines, middle))]
    columns = [sides[0], middle]
    if sides[1]:
        cells.append(_crest_cell(crests[1]))
        columns.append(sides[1])
    if not sides[0]:
        del cells[0], columns[0]
    return (Grid(columns=tuple(columns), rows=(Row(cells=tuple(cells)),), layout=True, role=Role.LETTERHEAD),)


def _crest_cell(picture: Picture | None) -> Cell:
    if picture is None:
        return Cell(
            blocks=(Paragraph(inlines=(), style=paragraph_style(pitch=pt(12)), role=Role.LETTERHEAD),)
        )
    return Cell(blocks=(picture,))


def _widest(office: Office, sheet: Sheet, lines: tuple[HeadLine, ...]) -> Length:
    """Return the width of the widest line of the head, each on one line."""
    widths = [width_of((Run(text=line.text, style=line.style),)) for line in lines]
    small = _small(sheet)
    if address := address_line(office):
        widths.append(width_of((Run(text=address, style=small),)))
    if office.contacts is not None:
        widths.append(contact_width(office.contacts, contact_profile(office, sheet), small))
    return max(widths)


def _small(sheet: Sheet) -> TextStyle:
    head = sheet.style.head
    return TextStyle(family=head.family, size=head.address_size)


def contact_profile(office: Office, sheet: Sheet) -> str:
    """Return the profile in which the letterhead prints the contact line; see ContactCard.line."""
    style = office.letterhead.contact_style
    return "lengkap" if style == "seed" and sheet.style.head.extras else style


def _text_blocks(
    office: Office, sheet: Sheet, lines: tuple[HeadLine, ...], width: Length
) -> tuple[Block, ...]:
    head = sheet.style.head
    small = _small(sheet)
    below: list[Block] = []
    if address := address_line(office):
        style = paragraph_style(pitch=head.address_pitch, align=Align.CENTER)
        below.append(Paragraph(inlines=balanced(address, small, width), style=style, role=Role.LETTERHEAD))
    if office.contacts is not None and office.contacts.line():
        profile = contact_profile(office, sheet)
        below.append(contact_lines(office.contacts, profile, small, head.address_pitch, width))
    blocks: list[Block] = []
    for at, line in enumerate(lines):
        after = head.address_gap if below and at + 1 == len(lines) else 0
        blocks += _line_blocks(office, sheet, line, width, after)
    return (*blocks, *below)


def _line_blocks(office: Office, sheet: Sheet, line: HeadLine, width: Length, after: Length) -> list[Block]:
    """Return a line, and the line in the local script above or below it."""
    position = office.letterhead.script_position
    is_above = (
        position is ScriptPosition.ABOVE
        if position is not None
        else sheet.style.head.script_position == "atas"
    )
    script = script_line(office, sheet, line.key, after=0 if is_above else after)
    latin = Paragraph(
        inlines=named_line(line.text, line.lead, line.style, width),
        style=paragraph_style(
            pitch=line.pitch, align=Align.CENTER, after=after if script is None or is_above else 0
        ),
        role=Role.LETTERHEAD,
    )
    if script is None:
        return [latin]
    return [script, latin] if is_above else [latin, script]


def named_line(text: str, lead: str, style: TextStyle, width: Length) -> tuple[Inline, ...]:
    """Return a line of the head; one that is too long keeps what follows ``lead`` whole if it can."""
    name = Run(text=text.removeprefix(lead).strip(), style=style)
    is_long = width_of((Run(text=text, style=style),)) > width
    if lead and is_long and width_of((name,)) <= width:
        return (*balanced(lead, style, width), LineBreak(), name)
    return balanced(text, style, width)


def balanced(text: str, style: TextStyle, width: Length) -> tuple[Inline, ...]:
    """Return text on as few lines as it needs, of lengths as even as they get, broken after commas first."""
    words = text.split(" ")
    widths = [width_of((Run(text=word, style=style),)) for word in words]
    space = width_of((Run(text=" ", style=style),))
    total = sum(widths) + space * (len(words) - 1)
    if total <= width or len(words) == 1:
        return (Run(text=text, style=style),)
    count = _lines_needed(widths, space, width)
    breaks = _best_breaks(words, widths, space, width, count)
    inlines: list[Inline] = []
    for first, last in zip([0, *breaks], [*breaks, len(words)], strict=True):
        if first:
            inlines.append(LineBreak())
        inlines.append(Run(text=" ".join(words[first:last]), style=style))
    return tuple(inlines)


def _lines_needed(widths: list[Length], space: Length, width: Length) -> int:
    count, used = 1, -space
    for each in widths:
        if used + space + each > width and used > 0:
            count, used = count + 1, -space
        used += space + each
    return count


def _best_breaks(
    words: list[str], widths: list[Length], space: Length, width: Length, count: int
) -> list[int]:
    """Return the indices of the words that begin the later lines, by least raggedness."""
    ends = [0]
    for each in widths:
        ends.append(ends[-1] + each + space)
    size = len(words)
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for _ in range(count):
        row: dict[int, tuple[float, int]] = {}
        for start, (cost, _) in best[-1].items():
            for stop in range(start + 1, size + 1):
                used = ends[stop] - ends[start] - space
                if used > width and stop > start + 1:
                    break
                penalty = _break_penalty(words, stop) if stop < size else 0.0
                total = cost + ((width - used) / width) ** 2 + penalty
                if stop not in row or total < row[stop][0]:
                    row[stop] = (total, start)
        best.append(row)
    breaks: list[int] = []
    stop = size
    for row in reversed(best[1:]):
        if stop not in row:
            return []
        stop = row[stop][1]
        breaks.append(stop)
    return sorted(each for each in breaks if each)


def _break_penalty(words: list[str], at: int) -> float:
    """Return how unwelcome a break before a word is: none after a comma, much inside ``Kode Pos 41355``."""
    before, after = words[at - 1], words[at]
    if before.endswith((",", "•", ";")) or before in {"–", "-"}:
        return 0.0
    if after[:1].isdigit() or before.casefold() in _BOUND or before.endswith("."):
        return 0.5
    return 0.06


_BOUND: Final = frozenset(
    {"kode", "pos", "nomor", "no", "rt", "rw", "desa", "kecamatan", "kabupaten", "kota", "dan", "jalan"}
)


# ---- rule and room


def _rule(office: Office, sheet: Sheet) -> tuple[Block, ...]:
    """Return the rule under the head, and the room before the body."""
    head = sheet.style.head
    kind = office.letterhead.rule or HeadRule(head.rule)
    before, after = head.rule_before, head.after
    match kind:
        case HeadRule.THICK_THIN:
            return (Rule(thick=head.thick, gap=head.gap, thin=head.thin, before=before, after=after),)
        case HeadRule.SINGLE:
            return (Rule(thick=max(head.thin * 2, pt(1.5)), before=before, after=after),)
        case HeadRule.DOUBLE:
            thin = max(head.thin, pt(1))
            return (Rule(thick=thin, gap=max(head.gap, pt(1.5)), thin=thin, before=before, after=after),)
        case HeadRule.NONE:
            return (_room(after),)


def _room(height: Length) -> Paragraph:
    return Paragraph(inlines=(), style=paragraph_style(pitch=max(height, 20)), role=Role.LETTERHEAD)


# ---- the head of legal products


def _jabatan_head(office: Office, sheet: Sheet) -> tuple[Block, ...]:
    """Return the emblem over ``KEPALA DESA X`` / ``KECAMATAN X`` / ``KABUPATEN X``; no rule under it."""
    head, legal = sheet.style.head, sheet.style.legal
    text = TextStyle(family=legal.family, size=head.size, bold=True)
    crests = _crests(office, sheet, LetterheadVariant.JABATAN)
    crest = crests[1] if head.has_garuda else crests[0]
    if head.has_garuda and crest is None:
        raise InvalidProfile("garuda-missing", path="kop.lambang_kanan", value=sheet.style.name)
    lines = [head_of_office(office)]
    if legal.district_line:
        lines.append(str(office.kecamatan))
    lines.append(str(office.kabupaten))
    blocks: list[Block] = []
    if crest is not None:
        blocks.append(
            Picture(
                image=crest.image,
                width=crest.width,
                height=crest.height,
                alt=crest.alt,
                align=Align.CENTER,
                after=mm(3),
            )
        )
    for at, each in enumerate(lines):
        style = paragraph_style(
            pitch=head.pitch, align=Align.CENTER, after=head.after if at + 1 == len(lines) else 0
        )
        runs = balanced(each.upper(), text, sheet.width)
        blocks.append(Paragraph(inlines=runs, style=style, role=Role.LETTERHEAD))
    return tuple(blocks)
