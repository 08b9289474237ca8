"""The blocks of a letter's body as blocks of the layout."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, assert_never

from kopsurat.content import blocks as content
from kopsurat.content.list_parser import item_mark, marker_text
from kopsurat.layout.measures import TWIPS_PER_POINT, Length, mm
from kopsurat.layout.model import (
    Align,
    Block,
    Cell,
    Grid,
    Inline,
    PageBreak,
    Paragraph,
    ParagraphStyle,
    Role,
    Row,
    Run,
    Tab,
)
from kopsurat.layout.needs import hang_of
from kopsurat.layout.pairs import colon_of, lay_pairs
from kopsurat.layout.shared_styles import paragraph_style, restyled
from kopsurat.layout.sheet import COLON, COLUMN_GAP, QUOTE_INDENT, emphasized, line
from kopsurat.layout.tables import lay_table
from kopsurat.layout.texts import Notes, has_open_blank, leader, runs_of, text_length, width_of

if TYPE_CHECKING:
    from kopsurat.layout.sheet import Flow

__all__ = ["lay_blocks", "lay_body"]

_ALIGNS: Final = {
    "left": Align.LEFT,
    "center": Align.CENTER,
    "right": Align.RIGHT,
    "justify": Align.JUSTIFY,
}
_NARROW: Final = 27 * TWIPS_PER_POINT // 2
"""Lines are not stretched in a column narrower than so many twips for each half point of type: 27 ems."""
_LONG_COLUMN: Final = 900
"""Characters from which flows side by side may split over pages."""


def lay_body(blocks: tuple[content.Block, ...], flow: Flow, notes: Notes) -> tuple[Block, ...]:
    """Return the blocks of a whole body, with one column for all labels of recitals and clauses.

    The colons of key–value rows apart from each other stand under each other too, where that is near.
    """
    within = [each for block in blocks if isinstance(block, content.Dictum) for each in block.content]
    pairs = [each for each in (*_merged(blocks), *within) if isinstance(each, content.Pairs)]
    if len(pairs) > 1:
        flow = replace(flow, colon=max(colon_of(each, flow) for each in pairs))
    labels = [each.label for each in blocks if isinstance(each, content.Recitals | content.Dictum)]
    if labels:
        widest = max(width_of((Run(text=label, style=flow.text),)) for label in labels)
        flow = replace(flow, label=max(widest + flow.label_gap, flow.label_least))
    return lay_blocks(blocks, flow, notes)


def lay_blocks(blocks: tuple[content.Block, ...], flow: Flow, notes: Notes) -> tuple[Block, ...]:
    """Return the blocks of a flow in order. Spacing is after blocks only."""
    laid: list[Block] = []
    blocks = _merged(blocks)
    for at, block in enumerate(blocks):
        following = blocks[at + 1] if at + 1 < len(blocks) else None
        laid += _lay(block, following, flow, notes)
        if laid and isinstance(following, content.Heading) and not isinstance(block, content.Heading):
            laid[-1] = _followed(laid[-1], flow.pitch * 2 // 3 if following.level == 1 else flow.after)
    return tuple(laid)


def _merged(blocks: tuple[content.Block, ...]) -> tuple[content.Block, ...]:
    """Return the blocks with rows that follow on rows made one: their colons stand under each other.

    A heading right after a centred one of its level is the second line of it: the name of a Pasal.
    """
    merged: list[content.Block] = []
    for block in blocks:
        before = merged[-1] if merged else None
        if isinstance(block, content.Pairs) and isinstance(before, content.Pairs):
            merged[-1] = content.Pairs(rows=before.rows + block.rows)
        elif (
            isinstance(block, content.Heading)
            and isinstance(before, content.Heading)
            and before.centered
            and before.level == block.level
        ):
            merged.append(replace(block, centered=True))
        else:
            merged.append(block)
    return tuple(merged)


def _lay(
    block: content.Block, following: content.Block | None, flow: Flow, notes: Notes
) -> tuple[Block, ...]:
    match block:
        case content.Paragraph():
            return (_paragraph(block, following, flow, notes),)
        case content.Heading():
            return (_heading(block, following, flow, notes),)
        case content.Pairs():
            return lay_pairs(block, flow, notes)
        case content.Items():
            return _items(block, flow, notes)
        case content.Table():
            return lay_table(block, flow, notes)
        case content.Quote():
            return _quote(block, flow, notes)
        case content.Columns():
            return (_columns(block, flow, notes),)
        case content.Recitals():
            return _recitals(block, flow, notes)
        case content.Dictum():
            return _dictum(block, flow, notes)
        case content.Blank():
            return _blank(block, flow)
        case content.PageBreak():
            return (PageBreak(),)
        case _:
            assert_never(block)


# ---- paragraphs and headings


def _paragraph(
    block: content.Paragraph, following: content.Block | None, flow: Flow, notes: Notes
) -> Paragraph:
    align = _ALIGNS[block.align] if block.align else _natural_align(block, flow)
    indents = flow.indent and block.indent is not False and align in {Align.JUSTIFY, Align.LEFT}
    goes_on = flow.indent and isinstance(following, content.Paragraph) and not block.align
    return Paragraph(
        inlines=runs_of(block.content, flow.text, notes),
        style=paragraph_style(
            pitch=flow.pitch,
            align=align,
            after=flow.after // 2 if goes_on else flow.after,
            left=flow.left,
            right=flow.right,
            first=flow.indent if indents else 0,
            tabs=leader(flow.width - flow.right) if has_open_blank(block.content) else (),
            keep_next=_introduces(block, following),
        ),
    )


def _natural_align(block: content.Paragraph, flow: Flow) -> Align:
    """Return the flow's alignment; a text all in capitals is not stretched."""
    return Align.LEFT if _is_capitals(block.content) else _flush(flow, flow.left)


def _flush(flow: Flow, left: Length) -> Align:
    """Return the flow's alignment: lines in a narrow column, unhyphenated, are not stretched."""
    is_narrow = flow.width - flow.right - left < _NARROW * flow.text.size
    return Align.LEFT if flow.align is Align.JUSTIFY and is_narrow else flow.align


def _is_capitals(text: tuple[content.Inline, ...]) -> bool:
    return content.plain_text(text).isupper()


def _introduces(block: content.Paragraph, following: content.Block | None) -> bool:
    """Return whether a paragraph stays with the next block: all bold, a colon before a list, MEMUTUSKAN."""
    texts = [each for each in block.content if isinstance(each, content.Text)]
    if following is None or not texts:
        return False
    decides = block.align == "center" and isinstance(following, content.Dictum)
    if decides or all(each.bold for each in texts):
        return True
    announced = content.Pairs | content.Items | content.Table | content.Quote | content.Columns
    return isinstance(following, announced) and texts[-1].text.endswith(":")


def _heading(block: content.Heading, following: content.Block | None, flow: Flow, notes: Notes) -> Paragraph:
    is_large = block.level <= len(flow.heading_sizes)
    is_centered = block.centered or flow.centers_headings or is_large
    text, pitch = flow.text, flow.pitch
    if not is_centered or is_large or block.level <= 1:
        text = emphasized(text, bold=not flow.centers_headings, italic=False, underline=False)
    if is_large:
        text = replace(text, size=flow.heading_sizes[block.level - 1])
        pitch = round(pitch * text.size / flow.text.size)
    joins = isinstance(following, content.Heading) and following.level == block.level
    return Paragraph(
        inlines=runs_of(block.content, text, notes),
        style=paragraph_style(
            pitch=pitch,
            align=Align.CENTER if is_centered else Align.LEFT,
            after=0 if joins else flow.after,
            left=flow.left,
            right=flow.right,
            keep_next=True,
            keep_lines=True,
        ),
        role=Role.HEADING,
        level=min(block.level, 6),
    )


# ---- lists


def _items(block: content.Items, flow: Flow, notes: Notes) -> tuple[Block, ...]:
    marks = [item_mark(block, index) for index in range(len(block.items))]
    left = flow.left + flow.inset
    hang = hang_of(marks, flow)
    level = flow.level + 1
    inner = replace(flow, left=left + hang, inset=0, indent=0, colon=0, after=flow.item_after, level=level)
    laid: list[Block] = []
    for mark, item in zip(marks, block.items, strict=True):
        laid += _item(mark, item, hang, inner, notes)
    if laid and flow.after > inner.after:
        laid[-1] = _followed(laid[-1], flow.after)
    return tuple(laid)


def _item(mark: str, item: tuple[content.Block, ...], hang: Length, flow: Flow, notes: Notes) -> list[Block]:
    """Return one item: its mark hangs before the first paragraph."""
    first = item[0] if item and isinstance(item[0], content.Paragraph) else None
    rest = item[1:] if first else item
    body = runs_of(first.content, flow.text, notes) if first else ()
    head = Paragraph(
        inlines=(Run(text=mark + "\t", style=flow.text), *body),
        style=paragraph_style(
            pitch=flow.pitch,
            align=_flush(flow, flow.left),
            after=flow.after,
            left=flow.left,
            right=flow.right,
            first=-hang,
            tabs=leader(flow.width - flow.right) if first and has_open_blank(first.content) else (),
        ),
        role=Role.ITEM,
        level=flow.level,
    )
    return [head, *lay_blocks(rest, flow, notes)]


def _followed(block: Block, after: Length) -> Block:
    """Return a block with at least this space after it."""
    match block:
        case Paragraph():
            if block.style.after >= after:
                return block
            return replace(block, style=restyled(block.style, after=after))
        case Grid():
            return replace(block, after=max(block.after, after))
        case _:
            return block


# ---- quotations, columns, blanks


def _quote(block: content.Quote, flow: Flow, notes: Notes) -> tuple[Block, ...]:
    indent = min(QUOTE_INDENT, flow.measure // 6)
    inner = replace(flow, left=flow.left + indent, right=flow.right + indent, indent=0, inset=0, colon=0)
    laid = lay_blocks(block.content, inner, notes)
    return tuple(
        replace(each, role=Role.QUOTE) if isinstance(each, Paragraph) and each.role is Role.BODY else each
        for each in laid
    )


def _columns(block: content.Columns, flow: Flow, notes: Notes) -> Grid:
    """Return flows side by side; a page break in one of them means nothing."""
    count = len(block.columns)
    gap = COLUMN_GAP if flow.measure > count * 2 * COLUMN_GAP else 0
    width = (flow.measure - gap * (count - 1)) // count
    inner = replace(flow, width=width, left=0, right=0, indent=0, inset=0, colon=0, align=Align.LEFT, level=0)
    cells: list[Cell] = []
    columns: list[Length] = []
    for at, each in enumerate(block.columns):
        if at and gap:
            cells.append(Cell(blocks=(Paragraph(inlines=(), style=line(flow.pitch)),)))
            columns.append(gap)
        laid = tuple(part for part in lay_blocks(each, inner, notes) if not isinstance(part, PageBreak))
        cells.append(Cell(blocks=laid or (Paragraph(inlines=(), style=line(flow.pitch)),)))
        columns.append(width)
    return Grid(
        columns=tuple(columns),
        rows=(Row(cells=tuple(cells)),),
        layout=True,
        left=flow.left,
        can_split=text_length((block,)) > _LONG_COLUMN,
        after=flow.after,
        role=Role.BODY,
    )


def _blank(block: content.Blank, flow: Flow) -> tuple[Block, ...]:
    style = paragraph_style(
        pitch=max(flow.pitch, mm(7)) if block.dotted else flow.pitch,
        left=flow.left,
        right=flow.right,
        tabs=leader(flow.width - flow.right) if block.dotted else (),
    )
    inlines: tuple[Inline, ...] = (Run(text="\t", style=flow.text),) if block.dotted else ()
    return (Paragraph(inlines=inlines, style=style),) * block.lines


# ---- legal products


def _recitals(block: content.Recitals, flow: Flow, notes: Notes) -> tuple[Block, ...]:
    """Return ``Menimbang : a. …``: label and colon before the first clause, marks and texts in columns."""
    at = flow.left + flow.label + COLON
    marks = [marker_text(block.style, index + 1) for index in range(len(block.clauses))]
    if block.style is content.ItemStyle.NONE:
        marks = [""] * len(marks)
    hang = hang_of(marks, flow) if any(marks) else 0
    laid: list[Block] = []
    inner = replace(flow, left=at + hang, indent=0, inset=0, colon=0, after=flow.item_after)
    for index, (mark, (clause, below)) in enumerate(zip(marks, block.parts, strict=True)):
        lead = f"{block.label}\t:\t" if index == 0 else ""
        lead += f"{mark}\t" if mark else ""
        run = (Run(text=lead, style=flow.text),) if lead else ()
        is_last = index + 1 == len(block.clauses)
        ends = is_last and not below
        style = _labelled(flow, at + hang, from_label=index == 0, mark_at=at, hang=hang, is_last=ends)
        laid.append(
            Paragraph(
                inlines=(*run, *runs_of(clause, flow.text, notes)),
                style=style,
                role=Role.ITEM if mark else Role.BODY,
                level=1,
            )
        )
        if below:
            laid += lay_blocks(below, replace(inner, level=1), notes)
            laid[-1] = _followed(laid[-1], flow.after if is_last else flow.item_after)
    return tuple(laid)


def _labelled(
    flow: Flow, left: Length, *, from_label: bool, mark_at: Length, hang: Length, is_last: bool
) -> ParagraphStyle:
    start = flow.left if from_label else mark_at
    tabs: tuple[Tab, ...] = ()
    if from_label:
        tabs = (Tab(position=flow.left + flow.label),)
        tabs += (Tab(position=mark_at),) if hang else ()
    return paragraph_style(
        pitch=flow.pitch,
        align=_flush(flow, left),
        left=left,
        right=flow.right,
        first=start - left,
        after=flow.after if is_last else flow.item_after,
        tabs=tabs,
    )


def _dictum(block: content.Dictum, flow: Flow, notes: Notes) -> tuple[Block, ...]:
    """Return ``KESATU : …``: what belongs to it stands in the column after the colon."""
    left = flow.left + flow.label + COLON
    inner = replace(flow, left=left, indent=0, inset=0)
    first = block.content[0] if block.content and isinstance(block.content[0], content.Paragraph) else None
    rest = block.content[1:] if first else block.content
    runs = runs_of(first.content, flow.text, notes) if first else ()
    style = _labelled(flow, left, from_label=True, mark_at=left, hang=0, is_last=not rest)
    if first is not None and _is_capitals(first.content):
        style = replace(style, align=Align.LEFT)
    head = Paragraph(inlines=(Run(text=f"{block.label}\t:\t", style=flow.text), *runs), style=style)
    if first is None and rest:
        return _beside(block.label, lay_blocks(rest, inner, notes), flow)
    return (head, *lay_blocks(rest, inner, notes))


def _beside(label: str, laid: tuple[Block, ...], flow: Flow) -> tuple[Block, ...]:
    """Return blocks with a label before the first of them, on its line where that is possible."""
    first = laid[0]
    if isinstance(first, Paragraph) and first.style.first <= 0:
        start = first.style.left + first.style.first
        tabs = (Tab(position=flow.left + flow.label), Tab(position=start), *first.style.tabs)
        style = replace(first.style, first=flow.left - first.style.left, tabs=tabs)
        lead = Run(text=f"{label}\t:\t", style=flow.text)
        return (replace(first, inlines=(lead, *first.inlines), style=style), *laid[1:])
    head = Paragraph(
        inlines=(Run(text=f"{label}\t:", style=flow.text),),
        style=paragraph_style(pitch=flow.pitch, tabs=(Tab(position=flow.left + flow.label),), keep_next=True),
    )
    return (head, *laid)
