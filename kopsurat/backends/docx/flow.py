"""Blocks as WordprocessingML: what stands in the body, in a header and in a cell."""

from __future__ import annotations

import functools
from dataclasses import replace
from typing import TYPE_CHECKING, Final, assert_never

from kopsurat.backends.docx.drawings import picture_drawing, symbol_drawing
from kopsurat.backends.docx.formatting import paragraph_properties
from kopsurat.backends.docx.grids import grid_xml
from kopsurat.backends.docx.line_ends import with_line_ends
from kopsurat.backends.docx.naming import style_id
from kopsurat.backends.docx.runs import require_writable, runs_xml
from kopsurat.backends.docx.spacing import spaced
from kopsurat.layout.bidi import directed_runs, is_rtl
from kopsurat.layout.linebreak import safe_spacing
from kopsurat.layout.model import (
    Align,
    Grid,
    PageBreak,
    Paragraph,
    Picture,
    Rule,
    Run,
    Symbol,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kopsurat.backends.docx.naming import Look
    from kopsurat.backends.docx.story import Story
    from kopsurat.layout.measures import Length
    from kopsurat.layout.model import Block

__all__ = ["filler", "flow"]

_TINY: Final = '<w:rPr><w:sz w:val="1"/><w:szCs w:val="1"/></w:rPr>'
_THINNEST: Final = 2
"""The exact line of a paragraph that only the format asks for, in twips."""
_EIGHTHS_PER_TWIP: Final = 8 / 20
_ALIGN: Final = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right", Align.JUSTIFY: "left"}


def flow(blocks: Iterable[Block], story: Story, width: Length, *, keep: bool = False) -> str:
    """Return the blocks of a column of ``width`` twips. ``keep`` keeps every paragraph with the next.

    A table is followed by a paragraph always: two tables would become one, and the format asks for a
    paragraph at the end. It carries the space after the table.
    """
    parts: list[str] = []
    pending: Grid | None = None
    for block in spaced(blocks):
        if pending is not None:
            parts += _after_grid(pending, is_needed=isinstance(block, Grid))
        pending = block if isinstance(block, Grid) else None
        if isinstance(block, PageBreak):
            story.starts_page = True
        else:
            parts.append(_block(block, story, width, keep=keep))
    if pending is not None:
        parts += _after_grid(pending, is_needed=True)
    if not parts or story.starts_page:
        parts.append(filler(_THINNEST, starts_page=story.take_page_break()))
    return "".join(parts)


def filler(line: Length, *, after: Length = 0, keep: bool = False, starts_page: bool = False) -> str:
    """Return an empty paragraph of an exact height."""
    kept = "<w:keepNext/>" if keep else ""
    broken = "<w:pageBreakBefore/>" if starts_page else ""
    return (
        f"<w:p><w:pPr>{kept}{broken}"
        f'<w:spacing w:before="0" w:after="{after}" w:line="{line}" w:lineRule="exact"/>'
        f"{_TINY}</w:pPr></w:p>"
    )


def _after_grid(grid: Grid, *, is_needed: bool) -> list[str]:
    """Only the first point of the space must fit on the page; the rest may hang below the margin."""
    if not grid.after:
        return [filler(_THINNEST, keep=grid.keep_next)] if is_needed else []
    line = min(grid.after, 20)
    return [filler(line, after=grid.after - line, keep=grid.keep_next)]


def _block(block: Block, story: Story, width: Length, *, keep: bool) -> str:
    match block:
        case Paragraph():
            return _paragraph(block, story, width, keep=keep)
        case Rule():
            return _rule(block, story, keep=keep)
        case Picture():
            drawing = picture_drawing(block, story)
            return _drawn(drawing, story, block.align, before=block.before, after=block.after, keep=keep)
        case Symbol():
            drawing = symbol_drawing(block, story)
            return _drawn(drawing, story, block.align, keep=keep)
        case Grid():
            # LibreOffice ignores a page break inside a table, so a paragraph before it carries it
            opener = filler(_THINNEST, keep=True, starts_page=True) if story.take_page_break() else ""
            return opener + grid_xml(
                block, lambda blocks, inner: flow(blocks, story, inner, keep=keep or block.keep_next)
            )
        case PageBreak():
            return ""
        case _:
            assert_never(block)


def _paragraph(paragraph: Paragraph, story: Story, width: Length, *, keep: bool) -> str:
    look = story.looks[style_id(paragraph)]
    plain = "" if story.starts_page else _plain(paragraph, width, look, keep)
    return plain or _written(paragraph, width, look, story, keep=keep)


@functools.lru_cache(maxsize=512)
def _plain(paragraph: Paragraph, width: Length, look: Look, keep: bool) -> str:  # noqa: FBT001 - a cache key
    """Return a paragraph, or nothing if it has links; remembered: the letters of an office share many."""
    if any(isinstance(inline, Run) and inline.link for inline in paragraph.inlines):
        return ""
    return _written(paragraph, width, look, None, keep=keep)


def _written(paragraph: Paragraph, width: Length, look: Look, story: Story | None, *, keep: bool) -> str:
    style, inlines = paragraph.style, with_line_ends(directed_runs(paragraph), paragraph, width)
    require_writable(inlines)
    properties = f'<w:pStyle w:val="{style_id(paragraph)}"/>'
    runs_from_right = is_rtl(paragraph)
    starts_page = story.take_page_break() if story else False
    if keep and not style.keep_next:
        style = replace(style, keep_next=True)
    if style is not look.paragraph or starts_page or runs_from_right:
        properties += paragraph_properties(
            style, look.paragraph, starts_page=starts_page, is_rtl=runs_from_right
        )
    room = width - style.left - style.right
    runs = runs_xml(inlines, look.text, story, spacing=safe_spacing(paragraph, width), room=room)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def _rule(rule: Rule, story: Story, *, keep: bool) -> str:
    """Return an empty paragraph with a thick line above and a thin one below, the gap being its line.

    Only single borders: every program keeps those, and none of them mirrors thick and thin.
    """
    kept = "<w:keepNext/>" if keep else ""
    broken = "<w:pageBreakBefore/>" if story.take_page_break() else ""
    lines = "".join(
        _border(side, width) for side, width in (("top", rule.thick), ("bottom", rule.thin)) if width
    )
    borders = f"<w:pBdr>{lines}</w:pBdr>" if lines else ""
    gap = rule.gap if rule.thick and rule.thin else 0
    line = max(gap, _THINNEST)
    after = max(0, rule.after - (line - gap))
    return (
        f"<w:p><w:pPr>{kept}{broken}{borders}"
        f'<w:spacing w:before="{rule.before}" w:after="{after}" w:line="{line}" w:lineRule="exact"/>'
        f"{_TINY}</w:pPr></w:p>"
    )


def _border(side: str, width: Length) -> str:
    return (
        f'<w:{side} w:val="single" w:sz="{round(width * _EIGHTHS_PER_TWIP)}" w:space="0" w:color="000000"/>'
    )


def _drawn(
    drawing: str, story: Story, align: Align, *, before: Length = 0, after: Length = 0, keep: bool = False
) -> str:
    """Return a drawing alone on its line. The line is automatic: an exact one would cut the drawing off."""
    kept = "<w:keepNext/>" if keep else ""
    broken = "<w:pageBreakBefore/>" if story.take_page_break() else ""
    side = "" if align is Align.LEFT else f'<w:jc w:val="{_ALIGN[align]}"/>'
    return (
        f"<w:p><w:pPr>{kept}{broken}"
        f'<w:spacing w:before="{before}" w:after="{after}" w:line="240" w:lineRule="auto"/>'
        f"{side}{_TINY}</w:pPr><w:r>{_TINY}{drawing}</w:r></w:p>"
    )
