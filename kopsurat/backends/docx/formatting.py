"""Paragraph and character properties: in full for a named style, differences for direct formatting."""

from __future__ import annotations

import functools
from typing import Final

from kopsurat.backends.docx.markup import attribute
from kopsurat.layout.model import Align, ParagraphStyle, Tab, TextStyle

__all__ = ["NO_PARAGRAPH", "NO_TEXT", "paragraph_properties", "run_properties"]

NO_PARAGRAPH: Final = ParagraphStyle(pitch=0)
"""What a paragraph looks like before any style: what the document defaults say."""
NO_TEXT: Final = TextStyle(family="", size=0)

_ALIGN: Final = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right", Align.JUSTIFY: "both"}
_MIRRORED: Final = {**_ALIGN, Align.RIGHT: "left"}
_LEADERS: Final = {"none": "", "dot": ' w:leader="dot"', "line": ' w:leader="underscore"'}


@functools.lru_cache(maxsize=1024)
def paragraph_properties(
    style: ParagraphStyle,
    base: ParagraphStyle,
    *,
    starts_page: bool = False,
    is_rtl: bool = False,
) -> str:
    """Return what stands inside ``w:pPr``, in the order of the schema.

    ``base`` is what the named style already says. In a paragraph that runs from the right Word means
    by "left" the side where lines begin: the right one.
    """
    parts = _switch("keepNext", style.keep_next, base.keep_next)
    parts += _switch("keepLines", style.keep_lines, base.keep_lines)
    if starts_page:
        parts.append("<w:pageBreakBefore/>")
    if style.tabs != base.tabs:
        parts.append(_tabs(style.tabs, base.tabs))
    if is_rtl:
        parts.append("<w:bidi/>")
    parts += _spacing(style, base)
    parts += _indents(style, base)
    if style.align is not base.align or is_rtl:
        parts.append(f'<w:jc w:val="{(_MIRRORED if is_rtl else _ALIGN)[style.align]}"/>')
    return "".join(parts)


@functools.lru_cache(maxsize=1024)
def run_properties(
    style: TextStyle,
    base: TextStyle,
    *,
    lang: str = "",
    is_rtl: bool = False,
    is_raised: bool = False,
    spacing: int = 0,
) -> str:
    """Return ``w:rPr`` with what differs from ``base``, or nothing. ``spacing`` is added to the style's."""
    parts: list[str] = []
    if style.family != base.family:
        family = attribute(style.family)
        parts.append(
            f'<w:rFonts w:ascii="{family}" w:hAnsi="{family}" w:eastAsia="{family}" w:cs="{family}"/>'
        )
    parts += _switch("b", style.bold, base.bold) + _switch("bCs", style.bold, base.bold)
    parts += _switch("i", style.italic, base.italic) + _switch("iCs", style.italic, base.italic)
    if style.spacing + spacing != base.spacing:
        parts.append(f'<w:spacing w:val="{style.spacing + spacing}"/>')
    if style.size != base.size:
        parts.append(f'<w:sz w:val="{style.size}"/><w:szCs w:val="{style.size}"/>')
    if style.underline != base.underline:
        parts.append(f'<w:u w:val="{"single" if style.underline else "none"}"/>')
    if is_raised:
        parts.append('<w:vertAlign w:val="superscript"/>')
    if is_rtl:
        parts.append("<w:rtl/>")
    if lang:
        parts.append(f'<w:lang w:val="{attribute(lang)}" w:bidi="{attribute(lang)}"/>')
    return f"<w:rPr>{''.join(parts)}</w:rPr>" if parts else ""


def _switch(name: str, value: bool, base: bool) -> list[str]:  # noqa: FBT001 - a switch of the format
    if value == base:
        return []
    return [f"<w:{name}/>" if value else f'<w:{name} w:val="0"/>']


def _tabs(tabs: tuple[Tab, ...], base: tuple[Tab, ...]) -> str:
    places = {tab.position for tab in tabs}
    rows = [
        (tab.position, f'<w:tab w:val="clear" w:pos="{tab.position}"/>')
        for tab in base
        if tab.position not in places
    ]
    rows += [
        (tab.position, f'<w:tab w:val="{tab.align}"{_LEADERS[tab.leader]} w:pos="{tab.position}"/>')
        for tab in tabs
    ]
    return f"<w:tabs>{''.join(row for _, row in sorted(rows))}</w:tabs>"


def _spacing(style: ParagraphStyle, base: ParagraphStyle) -> list[str]:
    asked = ""
    if style.before != base.before:
        asked += f' w:before="{style.before}"'
    if style.after != base.after:
        asked += f' w:after="{style.after}"'
    if style.pitch != base.pitch:
        asked += f' w:line="{style.pitch}" w:lineRule="exact"'
    return [f"<w:spacing{asked}/>"] if asked else []


def _indents(style: ParagraphStyle, base: ParagraphStyle) -> list[str]:
    asked = ""
    if style.left != base.left:
        asked += f' w:left="{style.left}"'
    if style.right != base.right:
        asked += f' w:right="{style.right}"'
    if style.first != base.first:
        asked += f' w:hanging="{-style.first}"' if style.first < 0 else f' w:firstLine="{style.first}"'
    return [f"<w:ind{asked}/>"] if asked else []
