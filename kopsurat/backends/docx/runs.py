"""The runs of a paragraph: text, tabs, breaks, fields and links."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final, assert_never

from kopsurat.backends.docx.formatting import run_properties
from kopsurat.backends.docx.markup import check, text
from kopsurat.fonts import face, split_by_face
from kopsurat.layout.measures import TWIPS_PER_POINT
from kopsurat.layout.model import LineBreak, PageNumber, Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kopsurat.backends.docx.story import Story
    from kopsurat.fonts import Face
    from kopsurat.layout.measures import Length
    from kopsurat.layout.model import Inline, TextStyle

__all__ = ["require_writable", "runs_xml"]

_SPECIAL: Final = re.compile("([\t\n\u2011\u00ad])")
_ELEMENTS: Final = {
    "\t": "<w:tab/>",
    "\n": "<w:br/>",
    "\u2011": "<w:noBreakHyphen/>",
    "\u00ad": "<w:softHyphen/>",
}
_UNBROKEN: Final = str.maketrans({" ": "\u00a0", "-": "\u2011"})
_SLASHED: Final = re.compile(r"[^\s]*/[^\s]*")
"""A word with a slash, a nomor for instance: its hyphens are no chance to break, here as in the layout."""
_AFTER_SLASH: Final = re.compile("/(?=[^/])")
_UNSEEN: Final = dict.fromkeys(map(ord, "\t\n\u2011\u00ad"), "")


def require_writable(inlines: tuple[Inline, ...]) -> None:
    """Raise :class:`RenderError` for text that XML cannot hold."""
    for inline in inlines:
        if isinstance(inline, Run) and not inline.text.isprintable():
            check(inline.text)


def runs_xml(
    inlines: tuple[Inline, ...], base: TextStyle, story: Story | None, *, spacing: Length, room: Length
) -> str:
    """Return the runs of a paragraph whose named style says ``base``.

    ``spacing`` is added to every character; ``room`` is the width of a line, in twips. Without a
    story there are no links.
    """
    if story is None:
        return "".join([_inline(inline, base, spacing, room) for inline in inlines])
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
        case Run() if inline.note:
            properties = run_properties(inline.style, base, is_raised=True)
            return f'<w:r>{properties}<w:footnoteReference w:id="{inline.note}"/></w:r>'
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
    """Yield the parts in the type of their faces: where a script has no bold face, bold is not asked for.

    Programs would make one up, wider than what the layout measures.
    """
    for piece in _SPECIAL.split(run.text):
        if piece in _ELEMENTS:
            yield replace(run, text=piece, break_at=())
        elif piece:
            for part, shown in split_by_face(piece, base):
                style = replace(run.style, family=shown.family, bold=shown.bold, italic=shown.italic)
                yield replace(run, text=part, style=style, break_at=())


def _run(run: Run, base: TextStyle, spacing: Length, room: Length) -> str:
    properties = ""
    if spacing or run.style is not base or run.rtl or run.lang:
        properties = run_properties(run.style, base, lang=run.lang or "", is_rtl=run.rtl, spacing=spacing)
    return f"<w:r>{properties}{_characters(run, room)}</w:r>"


def _characters(run: Run, room: Length) -> str:
    value = run.text
    if run.no_break:
        value = _breakable(value, run.break_at) if _overflows(run, room) else value.translate(_UNBROKEN)
    elif "/" in value:
        value = _SLASHED.sub(lambda word: _slashed(word.group(), run, room), value)
    if not _SPECIAL.search(value):
        return f'<w:t xml:space="preserve">{text(value)}</w:t>' if value else ""
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
