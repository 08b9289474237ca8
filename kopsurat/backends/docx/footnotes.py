"""Footnotes as Word has them: a part of their own, numbered by Word, under a rule."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kopsurat.backends.docx.flow import flow
from kopsurat.backends.docx.markup import CONTENT_TYPE, DECLARATION, NAMESPACES
from kopsurat.layout.model import Run
from kopsurat.layout.typeset import NOTE_RULE_ROOM

if TYPE_CHECKING:
    from kopsurat.backends.docx.story import Story
    from kopsurat.layout.measures import Length
    from kopsurat.layout.model import Document, Paragraph

__all__ = ["FOOTNOTES_TYPE", "footnotes_xml"]

FOOTNOTES_TYPE: Final = f"{CONTENT_TYPE}footnotes+xml"

_RULE_ROOM: Final = (
    f'<w:pPr><w:spacing w:before="0" w:after="0" w:line="{NOTE_RULE_ROOM}" w:lineRule="exact"/>'
    '<w:rPr><w:sz w:val="12"/></w:rPr></w:pPr>'
)
"""Word draws the rule in a line of its own; LibreOffice gives it the same room whatever is said here."""


def footnotes_xml(document: Document, story: Story) -> str:
    """Return the footnotes part, or nothing where there are none."""
    found = [(note, section.page.measure) for section in document.sections for note in section.footnotes]
    if not found:
        return ""
    rules = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p>{_RULE_ROOM}<w:r><w:rPr><w:sz w:val="12"/></w:rPr>'
        f"<w:{kind}/></w:r></w:p></w:footnote>"
        for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )
    notes = "".join(
        f'<w:footnote w:id="{number}">{_note(note, story, width)}</w:footnote>'
        for number, (note, width) in enumerate(found, 1)
    )
    return f"{DECLARATION}<w:footnotes {NAMESPACES}>{rules}{notes}</w:footnotes>"


def _note(note: Paragraph, story: Story, width: Length) -> str:
    """Return a footnote; the number that it begins with is Word's own."""
    first, *rest = note.inlines
    if isinstance(first, Run):
        first = replace(first, text="\t" + first.text.partition("\t")[2])
    written = flow((replace(note, inlines=(first, *rest)),), story, width)
    return written.replace("</w:pPr>", "</w:pPr><w:r><w:footnoteRef/></w:r>", 1)
