"""The parts of a package, what each refers to, and the file that holds them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from kopsurat.backends.docx import archive
from kopsurat.backends.docx.markup import (
    DECLARATION,
    OFFICE_RELATIONSHIP,
    PACKAGE_RELATIONSHIP,
    RELATIONSHIPS,
    attribute,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Package", "References"]

_DEFAULTS: Final = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "odttf": "application/vnd.openxmlformats-officedocument.obfuscatedFont",
}


@dataclass(slots=True)
class References:
    """What one part refers to, by relationship id; the same target is named once."""

    _found: dict[tuple[str, str, bool], str] = field(default_factory=dict)

    def add(self, kind: str, target: str, *, external: bool = False) -> str:
        """Return the id of the relationship to ``target``; ``kind`` is the last word of its type."""
        return self._found.setdefault((kind, target, external), f"rId{len(self._found) + 1}")

    def copy(self) -> References:
        """Return the same, to go on with."""
        return References(dict(self._found))

    def xml(self) -> str:
        """Return the relationships part, or nothing where there are none."""
        if not self._found:
            return ""
        rows = "".join(
            f'<Relationship Id="{identifier}" Type="{_relationship(kind)}" Target="{attribute(target)}"'
            + (' TargetMode="External"/>' if external else "/>")
            for (kind, target, external), identifier in self._found.items()
        )
        return f'{DECLARATION}<Relationships xmlns="{RELATIONSHIPS}">{rows}</Relationships>'


@dataclass(slots=True)
class Package:
    """A package being filled: parts in order, their content types, pictures by content.

    ``renamed`` are families that its parts name otherwise than the document does.
    """

    references: References = field(default_factory=References)
    renamed: Mapping[str, str] = field(default_factory=dict)
    _entries: list[archive.Entry] = field(default_factory=list)
    _types: list[tuple[str, str]] = field(default_factory=list)
    _extensions: set[str] = field(default_factory=lambda: {"rels", "xml"})
    _media: dict[bytes, str] = field(default_factory=dict)
    _drawings: int = 0
    _fonts: int = 0

    def copy(self) -> Package:
        """Return the same package, to go on with."""
        return replace(
            self,
            references=self.references.copy(),
            _entries=list(self._entries),
            _types=list(self._types),
            _extensions=set(self._extensions),
            _media=dict(self._media),
        )

    def next_drawing(self) -> int:
        """Return a number for a drawing that no other drawing of the package has, in whatever part."""
        self._drawings += 1
        return self._drawings

    def add(
        self,
        name: str,
        xml: str,
        content_type: str = "",
        *,
        refers: References | None = None,
        shared: bool = True,
        renames: bool = True,
    ) -> None:
        """Add an XML part and what it refers to. ``shared`` parts are the same in many letters.

        ``renames`` says that families are to be named otherwise in it as well.
        """
        make = archive.kept if shared else archive.deflated
        for family, other in self.renamed.items() if renames else ():
            xml = xml.replace(f'="{attribute(family)}"', f'="{attribute(other)}"')
        self._entries.append(make(name, xml.encode()))
        if content_type:
            self._types.append((name, content_type))
        if refers is not None and (relationships := refers.xml()):
            folder, _, base = name.rpartition("/")
            where = f"{folder}/_rels/{base}.rels" if folder else f"_rels/{base}.rels"
            self._entries.append(make(where, relationships.encode()))

    def picture(self, data: bytes) -> str:
        """Add a PNG once; return its name as seen from ``word/``."""
        found = self._media.get(data)
        if found is None:
            found = f"media/image{len(self._media) + 1}.png"
            self._media[data] = found
            self._extensions.add("png")
            self._entries.append(archive.stored(f"word/{found}", data))
        return found

    def font(self, data: bytes) -> str:
        """Add an obfuscated font; return its name as seen from ``word/``."""
        self._fonts += 1
        name = f"fonts/font{self._fonts}.odttf"
        self._extensions.add("odttf")
        self._entries.append(archive.kept(f"word/{name}", data))
        return name

    def file(self) -> bytes:
        """Return the bytes of the file."""
        first = archive.kept("[Content_Types].xml", self._content_types().encode())
        top = archive.kept("_rels/.rels", self.references.xml().encode())
        return archive.pack((first, top, *self._entries))

    def _content_types(self) -> str:
        defaults = "".join(
            f'<Default Extension="{extension}" ContentType="{content_type}"/>'
            for extension, content_type in _DEFAULTS.items()
            if extension in self._extensions
        )
        overrides = "".join(
            f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in self._types
        )
        namespace = "http://schemas.openxmlformats.org/package/2006/content-types"
        return f'{DECLARATION}<Types xmlns="{namespace}">{defaults}{overrides}</Types>'


def _relationship(kind: str) -> str:
    return (PACKAGE_RELATIONSHIP if kind.startswith("metadata/") else OFFICE_RELATIONSHIP) + kind
