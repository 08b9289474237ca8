"""What a file holds beside its text: heads and feet, styles, settings and theme.

The letters of an office share it, so it is made once for all that have it alike.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, NamedTuple

from kopsurat.backends.docx import furniture
from kopsurat.backends.docx.embedding import OWN_NAMES
from kopsurat.backends.docx.flow import flow
from kopsurat.backends.docx.markup import CONTENT_TYPE, DECLARATION, NAMESPACES
from kopsurat.backends.docx.naming import STYLES_TYPE, styles_xml
from kopsurat.backends.docx.package import Package, References
from kopsurat.backends.docx.story import Story

if TYPE_CHECKING:
    from kopsurat.backends.docx.naming import Look, Looks
    from kopsurat.layout.measures import Length
    from kopsurat.layout.model import Block, Document

__all__ = ["Frame", "frame_of"]


class Frame(NamedTuple):
    """A package without its text, and what the text refers to.

    ``heads`` names the heads and feet of each section, as its properties begin.
    """

    package: Package
    references: References
    heads: tuple[str, ...]


class _Asked(NamedTuple):
    """Everything that a frame depends on."""

    heads: tuple[_SectionHeads, ...]
    looks: tuple[tuple[str, Look], ...]
    family: str
    lang: str
    has_footnotes: bool
    has_fonts: bool


class _SectionHeads(NamedTuple):
    later: tuple[Block, ...]
    first: tuple[Block, ...]
    footer: tuple[Block, ...]
    width: Length


def frame_of(document: Document, looks: Looks, *, has_fonts: bool) -> Frame:
    """Return the frame of a document, to be filled; ``has_fonts``: the fonts go into the file as well."""
    made = _made(
        _Asked(
            heads=tuple(
                _SectionHeads(
                    section.later_header, section.first_header, section.footer, section.page.measure
                )
                for section in document.sections
            ),
            looks=tuple(looks.items()),
            family=document.family,
            lang=document.lang,
            has_footnotes=any(section.footnotes for section in document.sections),
            has_fonts=has_fonts,
        )
    )
    return Frame(made.package.copy(), made.references.copy(), made.heads)


@functools.lru_cache(maxsize=32)
def _made(asked: _Asked) -> Frame:
    package = Package(renamed=OWN_NAMES if asked.has_fonts else {})
    references = References()
    looks = dict(asked.looks)
    writer = _HeadWriter(package, references, looks)
    has_feet = any(each.footer for each in asked.heads)
    heads = tuple(writer.add_section(each, has_feet=has_feet) for each in asked.heads)
    _add_furniture(package, references, looks, asked)
    return Frame(package, references, heads)


class _HeadWriter:
    """Adds the heads and feet of all sections to a package, which the text refers to."""

    def __init__(self, package: Package, references: References, looks: Looks) -> None:
        self.package = package
        self.references = references
        self.looks = looks
        self.count = 0

    def add_section(self, heads: _SectionHeads, *, has_feet: bool) -> str:
        """Add those of a section; return the references.

        An absent one would be inherited from the section before, so each section has its own, but for
        feet where no section has any.
        """
        found = [("header", "default", heads.later), ("header", "first", heads.first)]
        if has_feet:
            found += [("footer", "default", heads.footer), ("footer", "first", heads.footer)]
        return "".join(
            f'<w:{kind}Reference w:type="{place}" r:id="{self._add(kind, blocks, heads.width)}"/>'
            for kind, place, blocks in found
        )

    def _add(self, kind: str, blocks: tuple[Block, ...], width: Length) -> str:
        self.count += 1
        name, root = f"{kind}{self.count}.xml", "hdr" if kind == "header" else "ftr"
        references = References()
        content = flow(blocks, Story(self.package, references, self.looks), width)
        self.package.add(
            f"word/{name}",
            f"{DECLARATION}<w:{root} {NAMESPACES}>{content}</w:{root}>",
            f"{CONTENT_TYPE}{kind}+xml",
            refers=references,
        )
        return self.references.add(kind, name)


def _add_furniture(package: Package, references: References, looks: Looks, asked: _Asked) -> None:
    styles = styles_xml(looks, family=asked.family, lang=asked.lang)
    settings = furniture.settings_xml(
        asked.lang, has_fonts=asked.has_fonts, has_footnotes=asked.has_footnotes
    )
    package.add("word/styles.xml", styles, STYLES_TYPE)
    package.add("word/settings.xml", settings, furniture.SETTINGS_TYPE)
    package.add("word/theme/theme1.xml", furniture.theme_xml(asked.family), furniture.THEME_TYPE)
    package.add("docProps/app.xml", furniture.APP_XML, furniture.APP_TYPE)
    for kind, target in (
        ("styles", "styles.xml"),
        ("settings", "settings.xml"),
        ("fontTable", "fontTable.xml"),
        ("theme", "theme/theme1.xml"),
    ):
        references.add(kind, target)
    package.references.add("officeDocument", "word/document.xml")
    package.references.add("metadata/core-properties", "docProps/core.xml")
    package.references.add("extended-properties", "docProps/app.xml")
