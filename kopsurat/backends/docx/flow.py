"""Blocks as WordprocessingML: what stands in the body, in a header and in a cell."""

from __future__ import annotations

import functools
from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from kopsurat.backends.docx.drawings import picture_drawing, symbol_drawing
from kopsurat.backends.docx.formatting import paragraph_properties
from kopsurat.backends.docx.grids import grid_xml
from kopsurat.backends.docx.line_ends import with_line_ends
from kopsurat.backends.docx.naming import style_id
from kopsurat.backends.docx.runs import require_writable, runs_xml
from kopsurat.backends.docx.spacing import spaced
from kopsurat.backends.docx.textless import drawn, gap, ruled
from kopsurat.layout.bidi import directed_runs, is_rtl
from kopsurat.layout.linebreak import safe_spacing
from kopsurat.layout.model import (
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

__all__ = ["flow"]


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
        parts.append(gap(story))
    return "".join(parts)


def _after_grid(grid: Grid, *, is_needed: bool) -> list[str]:
    """Only the first point of the space must fit on the page; the rest may hang below the margin."""
    if not grid.after:
        return [gap(keep=grid.keep_next)] if is_needed else []
    line = min(grid.after, 20)
    return [gap(line=line, after=grid.after - line, keep=grid.keep_next)]


def _block(block: Block, story: Story, width: Length, *, keep: bool) -> str:
    match block:
        case Paragraph():
            return _paragraph(block, story, width, keep=keep)
        case Rule():
            return ruled(block, story, keep=keep)
        case Picture():
            drawing = picture_drawing(block, story)
            return drawn(drawing, story, block.align, before=block.before, after=block.after, keep=keep)
        case Symbol():
            drawing = symbol_drawing(block, story)
            return drawn(drawing, story, block.align, keep=keep)
        case Grid():
            # LibreOffice ignores a page break inside a table, so a paragraph before it carries it
            opener = gap(story, keep=True) if story.starts_page else ""
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
