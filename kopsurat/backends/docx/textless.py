"""Paragraphs without text and their named styles: gaps, rules, drawings that stand alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kopsurat.layout.model import Align, Rule

if TYPE_CHECKING:
    from kopsurat.backends.docx.story import Story
    from kopsurat.layout.measures import Length

__all__ = ["TEXTLESS_NAMES", "TEXTLESS_STYLES", "drawn", "gap", "ruled"]

_THINNEST: Final = 2
"""The exact line of a paragraph that only the format asks for, in twips."""
_EIGHTHS_PER_TWIP: Final = 8 / 20
_ALIGN: Final = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right", Align.JUSTIFY: "left"}
_USUAL_RULE: Final = Rule(thick=60, gap=20, thin=15, before=113, after=340)
"""The rule under most letterheads: what its named style says."""


def gap(
    story: Story | None = None,
    *,
    line: Length = _THINNEST,
    before: Length = 0,
    after: Length = 0,
    keep: bool = False,
    section: str = "",
) -> str:
    """Return an empty paragraph of an exact height, which ends a section of the properties ``section``.

    It takes the page break that waits in ``story``.
    """
    return _paragraph(
        "JarakSurat", _spacing(before, after, line, base=(0, 0, _THINNEST)) + section, story, keep=keep
    )


def ruled(rule: Rule, story: Story, *, keep: bool) -> str:
    """Return an empty paragraph with a thick line above and a thin one below, the gap being its line.

    Only single borders: every program keeps those, and none of them mirrors thick and thin.
    """
    if not rule.thick and not rule.thin:
        return gap(story, before=rule.before, after=max(0, rule.after - _THINNEST), keep=keep)
    same = (rule.thick, rule.thin) == (_USUAL_RULE.thick, _USUAL_RULE.thin)
    own = "" if same else _borders(rule)
    asked = _spacing(*_room(rule), base=_room(_USUAL_RULE))
    return _paragraph("GarisSurat", own + asked, story, keep=keep)


def drawn(
    drawing: str, story: Story, align: Align, *, before: Length = 0, after: Length = 0, keep: bool = False
) -> str:
    """Return a drawing alone on its line. The line is automatic: an exact one would cut the drawing off."""
    side = "" if align is Align.LEFT else f'<w:jc w:val="{_ALIGN[align]}"/>'
    asked = _spacing(before, after, 0, base=(0, 0, 0))
    return _paragraph("GambarSurat", asked + side, story, keep=keep, content=f"<w:r>{drawing}</w:r>")


def _paragraph(identifier: str, asked: str, story: Story | None, *, keep: bool, content: str = "") -> str:
    kept = "<w:keepNext/>" if keep else ""
    broken = "<w:pageBreakBefore/>" if story and story.take_page_break() else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{identifier}"/>{kept}{broken}{asked}</w:pPr>{content}</w:p>'


def _room(rule: Rule) -> tuple[Length, Length, Length]:
    """Return the space before and after the paragraph of a rule, and its line: the gap."""
    between = rule.gap if rule.thick and rule.thin else 0
    line = max(between, _THINNEST)
    return rule.before, max(0, rule.after - (line - between)), line


def _borders(rule: Rule) -> str:
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="{round(width * _EIGHTHS_PER_TWIP)}" w:space="0" w:color="000000"/>'
        if width
        else f'<w:{side} w:val="nil"/>'
        for side, width in (("top", rule.thick), ("bottom", rule.thin))
    )
    return f"<w:pBdr>{lines}</w:pBdr>"


def _spacing(
    before: Length, after: Length, line: Length, *, base: tuple[Length, Length, Length] | None = None
) -> str:
    """Return the spacing that differs from ``base``."""
    asked = ""
    if base is None or before != base[0]:
        asked += f' w:before="{before}"'
    if base is None or after != base[1]:
        asked += f' w:after="{after}"'
    if base is None or line != base[2]:
        asked += f' w:line="{line}" w:lineRule="exact"'
    return f"<w:spacing{asked}/>" if asked else ""


def _style(identifier: str, properties: str) -> str:
    """Return a style that inherits nothing, in letters that nobody sees, for any document."""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{identifier}">'
        f'<w:name w:val="{TEXTLESS_NAMES[identifier]}"/>'
        f'<w:uiPriority w:val="98"/><w:pPr>{properties}</w:pPr>'
        '<w:rPr><w:sz w:val="1"/><w:szCs w:val="1"/></w:rPr></w:style>'
    )


TEXTLESS_NAMES: Final = {
    "JarakSurat": "Jarak Surat",
    "GarisSurat": "Garis Surat",
    "GambarSurat": "Gambar Surat",
}
"""The names of these styles, as Word shows them, by identifier."""
TEXTLESS_STYLES: Final = {
    "JarakSurat": _style("JarakSurat", _spacing(0, 0, _THINNEST)),
    "GarisSurat": _style("GarisSurat", _borders(_USUAL_RULE) + _spacing(*_room(_USUAL_RULE))),
    "GambarSurat": _style(
        "GambarSurat", '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
    ),
}
"""The definitions of these styles by identifier."""
