"""Signatures: every form of office title, one to three signers and more, room for hand and stamp."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kopsurat.layout.measures import Length, mm, pt
from kopsurat.layout.model import (
    Align,
    Block,
    Borders,
    Cell,
    Grid,
    Paragraph,
    ParagraphStyle,
    Role,
    Row,
    Run,
    Stroke,
    TextStyle,
    VAlign,
)
from kopsurat.layout.office_words import head_of_office, post_line, without_titles
from kopsurat.layout.shared_styles import paragraph_style
from kopsurat.layout.texts import width_of
from kopsurat.layout.typeset import height_of
from kopsurat.letter import Capacity
from kopsurat.values import remembered_by_identity, value_class

if TYPE_CHECKING:
    from kopsurat.layout.sheet import Sheet
    from kopsurat.layout.verification import Verification
    from kopsurat.letter import Letter, Signature
    from kopsurat.office import Office, Signatory

__all__ = ["Signing", "signature_blocks", "whole"]

METERAI: Final = "Meterai"
_METERAI_SIDE: Final = mm(19)
_METERAI_GAP: Final = pt(4)
"""Over and under the box."""
_SLACK: Final = pt(3)
"""What a line keeps free: other programs may measure wider."""
_LEAST_START: Final = 0.35
"""The share of the width that a signer's block leaves at its left, however long its lines are."""
_DOTS: Final = "(……………………………………)"
"""Where nobody is named: somebody will write there."""
_NIP_DIGITS: Final = 18
_MOST_SPARE: Final = mm(9)
"""By how much the room for the hand grows to bring the signer's block level with the QR block."""


@value_class
class Signing:
    """What a family wants of its signatures.

    ``opening`` stands above the office title of the main signer (place and date); ``titles`` is
    False where academic titles are omitted; ``room`` is the height for hand and stamp.
    """

    opening: tuple[str, ...]
    titles: bool
    room: Length
    align: Align
    underline: bool = True


def signature_blocks(
    letter: Letter,
    office: Office,
    sheet: Sheet,
    signing: Signing,
    verification: Verification | None,
) -> tuple[Block, ...]:
    """Return the signatures with the QR block at their left: kept together, never alone on a page.

    ``letter.signatures`` must be resolved. Without signatures the QR block stands alone.
    """
    signatures = letter.signatures
    if not signatures:
        return _alone(verification, sheet)
    main = _main(len(signatures))
    bare = replace(signing, opening=()) if signing.opening else signing
    columns = [
        _column(office, each, sheet, signing if at == main else bare) for at, each in enumerate(signatures)
    ]
    if len(columns) == 1:
        return (_single(columns[0], sheet, verification),)
    if len(columns) == 2 and verification and _have_room_around(columns, sheet, verification):  # noqa: PLR2004
        return (whole(_around(columns, sheet, verification)),)
    *pairs, last = columns if len(columns) % 2 else (*columns, None)
    gap = sheet.style.verification.stamp_gap if verification else sheet.tight // 2
    rows = [_side_by_side(list(pairs[at : at + 2]), sheet, gap) for at in range(0, len(pairs), 2)]
    rows.append(_closing(last, sheet, verification))
    present = [row for row in rows if row is not None]
    *before, end = present
    return (*(replace(row, keep_next=True) for row in before), whole(end))


# ---- one signer


@value_class
class _Column:
    """The parts of one signer's block that are level with those of the next."""

    opening: tuple[Paragraph, ...]
    title: tuple[Paragraph, ...]
    name: tuple[Block, ...]


def _main(count: int) -> int:
    """Return which signer carries place and date: the one at the right of the first two."""
    return min(count - 1, 1)


@remembered_by_identity(64)
def _column(office: Office, signature: Signature, sheet: Sheet, signing: Signing) -> _Column:
    """Return the parts of a signer's block, remembered: the same few people sign the letters of an office."""
    signatory = signature.signatory
    if isinstance(signatory, str):
        raise TypeError("resolve the signatures of the letter first")
    heading = (signature.heading,) if signature.heading else ()
    style = _line_style(sheet, signing.align)
    return _Column(
        opening=_lines((*signing.opening, *heading), sheet.text, style),
        title=_lines(_title_lines(signature, signatory, office), sheet.text, style),
        name=_name_blocks(signature, signatory, sheet, signing),
    )


def _line_style(sheet: Sheet, align: Align) -> ParagraphStyle:
    return paragraph_style(pitch=sheet.tight, align=align)


def _lines(texts: tuple[str, ...], text: TextStyle, style: ParagraphStyle) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(inlines=(Run(text=line, style=text),), style=style, role=Role.SIGNATURE)
        for part in texts
        for line in part.split("\n")
    )


def _title_lines(signature: Signature, signatory: Signatory, office: Office) -> tuple[str, ...]:
    """Return the office title as printed: ``a.n. KEPALA DESA X`` / ``u.b.`` / ``SEKRETARIS DESA,``."""
    if signature.jabatan_line:
        return (signature.jabatan_line,)
    if signature.is_external:
        return (f"{signatory.jabatan},",) if signatory.jabatan else ()
    if signature.on_behalf:
        principal = f"a.n. {_upper(post_line(signature.on_behalf, office))}"
        if signature.through:
            through = _upper(signature.through)
            return (principal, through, "u.b.", f"{_upper(signatory.jabatan)},")
        return (principal, f"{_upper(signatory.jabatan)},")
    prefix = f"{signature.capacity.value} " if signature.capacity is not Capacity.OWN else ""
    is_head = signatory.jabatan.casefold() == office.head_title.casefold()
    if not prefix or is_head:
        return (f"{prefix}{_upper(post_line(signatory.jabatan, office))},",)
    return (f"{prefix}{_upper(head_of_office(office))}", f"{_upper(signatory.jabatan)},")


def _upper(text: str) -> str:
    return text.rstrip(",").upper()


def _name_blocks(
    signature: Signature, signatory: Signatory, sheet: Sheet, signing: Signing
) -> tuple[Block, ...]:
    numbers = sheet.style.signature
    name = signatory.name if signing.titles or signature.is_external else without_titles(signatory.name)
    name = name.upper() if numbers.capitals else name or _DOTS
    is_named = any(each.isalpha() for each in name)
    room: tuple[Block, ...] = ()
    before = signing.room
    if signature.has_meterai:
        gap = Paragraph(inlines=(), style=paragraph_style(pitch=_METERAI_GAP), role=Role.SIGNATURE)
        room, before = (gap, _meterai(sheet, signing)), 0
    style = paragraph_style(pitch=sheet.tight, align=signing.align, before=before, keep_lines=True)
    text = sheet.sized(
        sheet.text.size,
        bold=numbers.bold and is_named,
        underline=numbers.underline and signing.underline and is_named,
    )
    named = Paragraph(inlines=(Run(text=name, style=text),), style=style, role=Role.SIGNATURE)
    below = tuple(filter(None, (signatory.rank, _nip_line(signatory, sheet))))
    return (*room, named, *_lines(below, sheet.text, _line_style(sheet, signing.align)))


def _nip_line(signatory: Signatory, sheet: Sheet) -> str:
    """Return the line of the NIP; a shorter number is the village's own (NIPD)."""
    if not signatory.nip:
        return ""
    digits = sum(each.isdigit() for each in signatory.nip)
    label = sheet.style.signature.nip_label
    return (label if digits >= _NIP_DIGITS else label.replace("NIP", "NIPD")) + signatory.nip


def _meterai(sheet: Sheet, signing: Signing) -> Grid:
    """Return the dashed box of the duty stamp, in the room for the signature."""
    stroke = Stroke(width=pt(0.5), color="595959", dashed=True)
    small = TextStyle(family=sheet.text.family, size=14)
    label = Paragraph(
        inlines=(Run(text=METERAI, style=small),),
        style=paragraph_style(pitch=pt(9), align=Align.CENTER),
        role=Role.SIGNATURE,
    )
    cell = Cell(
        blocks=(label,),
        valign=VAlign.CENTER,
        borders=Borders(top=stroke, bottom=stroke, left=stroke, right=stroke),
    )
    return Grid(
        columns=(_METERAI_SIDE,),
        rows=(Row(cells=(cell,), height=signing.room - 2 * _METERAI_GAP),),
        layout=True,
        after=_METERAI_GAP,
        role=Role.SIGNATURE,
    )


# ---- arrangement


def _flat(column: _Column) -> tuple[Block, ...]:
    return (*column.opening, *column.title, *column.name)


def _single(column: _Column, sheet: Sheet, verification: Verification | None) -> Grid:
    """Return one signer at the right, the QR block at the left, their last lines level."""
    start = _start(column, sheet, verification)
    if verification is not None:
        column = _stretched(column, sheet.width - start, verification.height)
    left = Cell(blocks=verification.blocks if verification else (_empty(sheet),), valign=VAlign.BOTTOM)
    right = Cell(blocks=_flat(column), valign=VAlign.BOTTOM)
    return _grid((start, sheet.width - start), (Row(cells=(left, right)),))


@remembered_by_identity(64)
def _start(column: _Column, sheet: Sheet, verification: Verification | None) -> Length:
    """Return where the signer's block begins: further left where that keeps a line from being broken."""
    beside = _beside(sheet, verification)
    most = sheet.width - max(beside, round(sheet.width * _LEAST_START)) - _SLACK
    lines = (width_of(each.inlines) for each in _flat(column) if isinstance(each, Paragraph))
    wanted = max((line for line in lines if line <= most), default=0)
    return min(sheet.block_start, sheet.width - wanted - _SLACK)


@remembered_by_identity(64)
def _stretched(column: _Column, width: Length, beside: Length) -> _Column:
    """Return the signer's block with more room for the hand where a higher QR block stands beside it."""
    if not isinstance(column.name[0], Paragraph) or not column.name[0].inlines:
        return column
    missing = beside - height_of(_flat(column), width)
    if missing <= 0:
        return column
    spare = min(missing, _MOST_SPARE)
    named = column.name[0]
    longer = replace(named, style=replace(named.style, before=named.style.before + spare))
    return replace(column, name=(longer, *column.name[1:]))


def _side_by_side(columns: list[_Column | None], sheet: Sheet, after: Length) -> Grid | None:
    """Return two signers in halves; openings, titles and names are level."""
    present = [each for each in columns if each is not None]
    if not present:
        return None
    gap = mm(6)
    half = (sheet.width - gap) // 2
    widths = (half, gap, sheet.width - gap - half)
    rows = []
    for part in ("opening", "title", "name"):
        blocks = [getattr(each, part) for each in present]
        if not any(blocks):
            continue
        cells = [_cell(each, sheet) for each in blocks]
        if len(cells) == 1:
            cells.append(_cell((), sheet))
        rows.append(Row(cells=(cells[0], _cell((), sheet), cells[1])))
    return _grid(widths, tuple(rows), after=after)


def _have_room_around(columns: list[_Column], sheet: Sheet, verification: Verification) -> bool:
    """Return whether two signers stand at the sides of the QR block: on turned paper, if their lines fit."""
    gap = sheet.style.verification.stamp_gap
    side = (sheet.width - verification.width - 2 * gap) // 2
    is_turned = sheet.page.width > sheet.page.height
    return is_turned and max(map(_widest, columns)) + _SLACK <= side


def whole(grid: Grid) -> Grid:
    """Return a grid of several rows as one row of a grid, which no page break divides.

    Rows that stay with the next would not do: what follows the last signature may open a page.
    """
    if len(grid.rows) == 1:
        return grid
    row = Row(cells=(Cell(blocks=(replace(grid, after=0),)),))
    return _grid((sum(grid.columns),), (row,), after=grid.after)


def _around(columns: list[_Column], sheet: Sheet, verification: Verification) -> Grid:
    """Return two signers at the sides of turned paper, the QR block between them."""
    gap = sheet.style.verification.stamp_gap
    side = (sheet.width - verification.width - 2 * gap) // 2
    widths = (side, gap, verification.width, gap, sheet.width - side - verification.width - 2 * gap)
    parts = [part for part in ("opening", "title", "name") if any(getattr(each, part) for each in columns)]
    left, right = columns
    rows = []
    for at, part in enumerate(parts):
        cells = [_cell(getattr(left, part), sheet), _cell((), sheet)]
        if at == 0:
            middle = Cell(blocks=verification.blocks, rowspan=len(parts), valign=VAlign.BOTTOM)
            cells.append(middle)
        cells += [_cell((), sheet), _cell(getattr(right, part), sheet)]
        rows.append(Row(cells=tuple(cells)))
    return _grid(widths, tuple(rows))


def _closing(last: _Column | None, sheet: Sheet, verification: Verification | None) -> Grid | None:
    """Return the last signer in the middle, with the QR block at the left, or that block alone."""
    if last is None:
        return _beside_caption(verification, sheet) if verification else None
    left = Cell(blocks=verification.blocks if verification else (_empty(sheet),), valign=VAlign.BOTTOM)
    middle = Cell(blocks=_flat(last), valign=VAlign.BOTTOM)
    side = _side(last, sheet, verification)
    if not side:
        beside = _beside(sheet, verification)
        return _grid((beside, sheet.width - beside), (Row(cells=(left, middle)),))
    return _grid((side, sheet.width - 2 * side, side), (Row(cells=(left, middle, _cell((), sheet))),))


def _beside(sheet: Sheet, verification: Verification | None) -> Length:
    """Return what the QR block takes from the width, with its distance from the stamp."""
    return verification.width + sheet.style.verification.stamp_gap if verification else 0


def _side(last: _Column, sheet: Sheet, verification: Verification | None) -> Length:
    """Return how far from the edges the last signer's block stands on the page's axis.

    It is 0 where the QR block leaves no room for that: a line would be broken, or come too near to it.
    """
    least = _beside(sheet, verification) or _SLACK
    room = sheet.width - _widest(last) - _SLACK
    if room >= 2 * least:
        return min(max(least, sheet.width // (3 if verification else 4)), room // 2)
    return 0 if verification else least


def _widest(column: _Column) -> Length:
    """Return the width of the longest line of a signer's block."""
    return max(width_of(each.inlines) for each in _flat(column) if isinstance(each, Paragraph))


def _beside_caption(verification: Verification, sheet: Sheet) -> Grid:
    """Return the QR block with its caption at the right of it, to save height."""
    gap = mm(4)
    width = verification.width
    if not verification.caption:
        alone = Row(cells=(Cell(blocks=(verification.mark,)), _cell((), sheet)))
        return _grid((width, sheet.width - width), (alone,))
    cells = (
        Cell(blocks=(verification.mark,)),
        _cell((), sheet),
        Cell(blocks=verification.caption, valign=VAlign.BOTTOM),
    )
    return _grid((width, gap, sheet.width - width - gap), (Row(cells=cells),))


def _alone(verification: Verification | None, sheet: Sheet) -> tuple[Block, ...]:
    return (_beside_caption(verification, sheet),) if verification else ()


def _cell(blocks: tuple[Block, ...], sheet: Sheet) -> Cell:
    return Cell(blocks=blocks or (_empty(sheet),))


def _empty(sheet: Sheet) -> Paragraph:
    return Paragraph(inlines=(), style=paragraph_style(pitch=sheet.tight), role=Role.SIGNATURE)


def _grid(columns: tuple[Length, ...], rows: tuple[Row, ...], after: Length = 0) -> Grid:
    return Grid(columns=columns, rows=rows, layout=True, keep_next=False, after=after, role=Role.SIGNATURE)
