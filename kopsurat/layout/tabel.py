"""Letters that are tables (tabel): dispatch notes, dispositions, travel orders, lists, registers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kopsurat.content.blocks import Table
from kopsurat.layout.body import lay_body
from kopsurat.layout.dateline import dateline
from kopsurat.layout.judul import title_blocks
from kopsurat.layout.korespondensi import recipient_blocks
from kopsurat.layout.measures import mm
from kopsurat.layout.model import Block, Cell, Grid, Paragraph, Role, Row, Run
from kopsurat.layout.shared_styles import paragraph_style
from kopsurat.layout.tables import column_needs

if TYPE_CHECKING:
    from kopsurat.layout.measures import Length
    from kopsurat.layout.sheet import Flow, Sheet
    from kopsurat.layout.texts import Notes
    from kopsurat.letter import Letter
    from kopsurat.office import Office

__all__ = ["is_wide", "tabular_blocks"]

_COMFORTABLE: Final = mm(30)
"""The room that a column of a register wants if its texts are longer: two or three words."""


def is_wide(letter: Letter, upright: Sheet) -> bool:
    """Return whether a table of the letter wants turned paper.

    It does where its columns would be too narrow on upright paper: narrower than their longest word, or
    than 30 mm where their texts are longer. A table without a head is a form: only its words must fit.
    """
    flow = upright.flow()
    return any(_comfortable(block, flow) > flow.measure for block in letter.body if isinstance(block, Table))


def _comfortable(table: Table, flow: Flow) -> Length:
    needs = column_needs(table, flow)
    if not table.header_rows:
        return sum(need.least for need in needs)
    return sum(min(need.natural, max(need.least, _COMFORTABLE)) for need in needs)


def tabular_blocks(letter: Letter, office: Office, sheet: Sheet, notes: Notes) -> tuple[Block, ...]:
    """Return date and addressee where there is one, title, number and body."""
    return (
        *_address(letter, office, sheet),
        *title_blocks(letter, office, sheet),
        *lay_body(letter.body, sheet.flow(), notes),
    )


def _address(letter: Letter, office: Office, sheet: Sheet) -> tuple[Block, ...]:
    """Return place, date and addressee at the right."""
    address = recipient_blocks(letter, sheet)
    if not address:
        return ()
    style = paragraph_style(pitch=sheet.tight)
    date = Paragraph(
        inlines=(Run(text=dateline(letter, office, sheet), style=sheet.text),),
        style=paragraph_style(pitch=sheet.tight, after=sheet.tight // 2),
        role=Role.REFERENCE,
    )
    empty = Cell(blocks=(Paragraph(inlines=(), style=style, role=Role.RECIPIENT),))
    start = sheet.block_start
    return (
        Grid(
            columns=(start, sheet.width - start),
            rows=(Row(cells=(empty, Cell(blocks=(date, *address)))),),
            layout=True,
            after=mm(6),
            role=Role.RECIPIENT,
        ),
    )
