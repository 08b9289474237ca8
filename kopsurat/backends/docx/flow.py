"""Blocks as WordprocessingML: what stands in the body, in a header and in a cell."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final, assert_never

from kopsurat.backends.docx.drawings import picture_drawing, symbol_drawing
from kopsurat.backends.docx.formatting import paragraph_properties, run_properties
from kopsurat.backends.docx.grids import grid_xml
from kopsurat.backends.docx.markup import check, text
from kopsurat.backends.docx.naming import style_id, style_key
from kopsurat.fonts import face, split_by_face
from kopsurat.layout.linebreak import safe_spacing
from kopsurat.layout.measures import TWIPS_PER_POINT
from kopsurat.layout.model import (
    Align,
    Grid,
    LineBreak,
    PageBreak,
    PageNumber,
    Paragraph,
    Picture,
    Rule,
    Run,
    Symbol,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kopsurat.backends.docx.story import Story
    from kopsurat.fonts import Face
    from kopsurat.layout.measures import Length
    from kopsurat.layout.model import Block, Inline, TextStyle

__all__ = ["filler", "flow"]

_TINY: Final = '<w:rPr><w:sz w:val="1"/><w:szCs w:val="1"/></w:rPr>'
_THINNEST: Final = 2
"""The exact line of a paragraph that only the format asks for, in twips."""
_EIGHTHS_PER_TWIP: Final = 8 / 20
_ALIGN: Final = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right", Align.JUSTIFY: "left"}
_SPECIAL: Final = re.compile("([\t\n\u2011\u00ad])")
_ELEMENTS: Final = {
    "\t": "<w:tab/>",
    "\n": "<w:br/>",
    "\u2011": "<w:noBreakHyphen/>",
    "\u00ad": "<w:softHyphen/>",
}
_SLASHED: Final = re.compile(r"[^\s]*/[^\s]*")
"""A word with a slash, a nomor for instance: its hyphens are no chance to break, here as in the layout."""
_AFTER_SLASH: Final = re.compile("/(?=[^/])")
_UNSEEN: Final = dict.fromkeys(map(ord, "\t\n\u2011\u00ad"), "")
_UNBROKEN: Final = str.maketrans({" ": "\u00a0", "-": "\u2011"})


def flow(blocks: Iterable[Block], story: Story, width: Length, *, keep: bool = False) -> str:
    """Return the blocks of a column of ``width`` twips. ``keep`` keeps every paragraph with the next.

    A table is followed by a paragraph always: two tables would become one, and the format asks for a
    paragraph at the end. It carries the space after the table.
    """
    parts: list[str] = []
    pending: Grid | None = None
    for block in blocks:
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
    key = style_key(paragraph)
    look = story.looks[key]
    runs = [inline for inline in paragraph.inlines if isinstance(inline, Run)]
    for run in runs:
        check(run.text)
    is_rtl = any(run.rtl for run in runs)
    properties = paragraph_properties(
        paragraph.style,
        look.paragraph,
        named=style_id(key),
        starts_page=story.take_page_break(),
        is_rtl=is_rtl,
    )
    if keep and not paragraph.style.keep_next:
        mark = f'<w:pStyle w:val="{style_id(key)}"/>'
        properties = properties.replace(mark, mark + "<w:keepNext/>").replace('<w:keepNext w:val="0"/>', "")
    spacing = safe_spacing(paragraph, width)
    room = width - paragraph.style.left - paragraph.style.right
    content = _inlines(paragraph.inlines, look.text, spacing, room, story)
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def _inlines(
    inlines: tuple[Inline, ...], base: TextStyle, spacing: Length, room: Length, story: Story
) -> str:
    parts: list[str] = []
    for link, group in groupby(inlines, key=_link):
        runs = "".join(_inline(inline, base, spacing, room) for inline in group)
        if link:
            identifier = story.references.add("hyperlink", link, external=True)
            runs = f'<w:hyperlink r:id="{identifier}" w:history="1">{runs}</w:hyperlink>'
        parts.append(runs)
    return "".join(parts)


def _link(inline: Inline) -> str | None:
    return inline.link if isinstance(inline, Run) else None


def _inline(inline: Inline, base: TextStyle, spacing: Length, room: Length) -> str:
    match inline:
        case Run():
            return "".join(_run(part, base, spacing, room) for part in _by_face(inline))
        case LineBreak():
            return "<w:r><w:br/></w:r>"
        case PageNumber():
            return _field(inline, run_properties(inline.style, base))
        case _:
            assert_never(inline)


def _by_face(run: Run) -> Iterable[Run]:
    """Yield the parts of a run that one family can show: signs and local scripts have others."""
    if run.text.isascii():
        return (run,)
    base = face(run.style.family, bold=run.style.bold, italic=run.style.italic)
    if base.covered.issuperset(run.text.translate(_UNSEEN)):
        return (run,)
    return _split_by_face(run, base)


def _split_by_face(run: Run, base: Face) -> Iterator[Run]:
    for piece in _SPECIAL.split(run.text):
        if piece in _ELEMENTS:
            yield replace(run, text=piece, break_at=())
        elif piece:
            for part, shown in split_by_face(piece, base):
                yield replace(run, text=part, style=replace(run.style, family=shown.family), break_at=())


def _run(run: Run, base: TextStyle, spacing: Length, room: Length) -> str:
    properties = run_properties(run.style, base, lang=run.lang or "", is_rtl=run.rtl, spacing=spacing)
    return f"<w:r>{properties}{_characters(run, room)}</w:r>"


def _characters(run: Run, room: Length) -> str:
    value = run.text
    if run.no_break:
        value = _breakable(value, run.break_at) if _overflows(run, room) else value.translate(_UNBROKEN)
    elif "/" in value:
        value = _SLASHED.sub(lambda word: _slashed(word.group(), run, room), value)
    return "".join(
        _ELEMENTS.get(piece) or f'<w:t xml:space="preserve">{text(piece)}</w:t>'
        for piece in _SPECIAL.split(value)
        if piece
    )


def _slashed(word: str, run: Run, room: Length) -> str:
    """Return a word with a slash in one piece; one wider than the line may break after slash and hyphen."""
    return _AFTER_SLASH.sub("/\u200b", word) if _width(word, run) > room else word.translate(_UNBROKEN)


def _width(value: str, run: Run) -> float:
    shown = face(run.style.family, bold=run.style.bold, italic=run.style.italic)
    return shown.width(value, run.style.size) * TWIPS_PER_POINT


def _overflows(run: Run, room: Length) -> bool:
    """Return whether a run that may break is wider than the line."""
    return bool(run.break_at) and _width(run.text, run) > room


def _breakable(value: str, places: tuple[int, ...]) -> str:
    """Return text too wide for its line, with a break of no width before each of ``places``."""
    bounds = (0, *places, len(value))
    pieces = (value[start:end].translate(_UNBROKEN) for start, end in pairwise(bounds))
    return "\u200b".join(pieces)


def _field(number: PageNumber, properties: str) -> str:
    def mark(kind: str) -> str:
        return f'<w:r>{properties}<w:fldChar w:fldCharType="{kind}"/></w:r>'

    name = "NUMPAGES" if number.total else "PAGE"
    return (
        f'{mark("begin")}<w:r>{properties}<w:instrText xml:space="preserve"> {name} </w:instrText></w:r>'
        f"{mark('separate')}<w:r>{properties}<w:t>2</w:t></w:r>{mark('end')}"
    )


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
    line = max(rule.gap, _THINNEST) if rule.thick and rule.thin else _THINNEST
    return (
        f"<w:p><w:pPr>{kept}{broken}{borders}"
        f'<w:spacing w:before="{rule.before}" w:after="{rule.after}" w:line="{line}" w:lineRule="exact"/>'
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
