"""The named styles that a secretary sees in Word: one for each role that the document uses.

A named style holds what most paragraphs of its role look like, so that changing the style in Word
changes the letter; a paragraph carries direct formatting only where it differs.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final, TypeVar

from kopsurat.backends.docx.formatting import NO_PARAGRAPH, NO_TEXT, paragraph_properties, run_properties
from kopsurat.backends.docx.markup import CONTENT_TYPE, DECLARATION, NAMESPACES, attribute
from kopsurat.backends.docx.textless import TEXTLESS_STYLES
from kopsurat.layout.flows import flows_of, paragraphs_in
from kopsurat.layout.model import (
    Align,
    Document,
    LineBreak,
    PageNumber,
    Paragraph,
    ParagraphStyle,
    Role,
    Run,
    TextStyle,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kopsurat.layout.model import Block

__all__ = [
    "CONTINUED",
    "NAMES",
    "STYLES_TYPE",
    "Look",
    "Looks",
    "families_of",
    "foreign_style_xml",
    "looks_of",
    "looks_of_blocks",
    "style_id",
    "styles_xml",
]

T = TypeVar("T")

STYLES_TYPE: Final = CONTENT_TYPE + "styles+xml"

_STYLES: Final[dict[Role, tuple[str, str]]] = {
    Role.BODY: ("IsiSurat", "Isi Surat"),
    Role.LETTERHEAD: ("KopSurat", "Kop Surat"),
    Role.CONTACT: ("KontakKop", "Kontak Kop"),
    Role.TITLE: ("JudulSurat", "Judul Surat"),
    Role.NOMOR: ("NomorSurat", "Nomor Surat"),
    Role.HEADING: ("SubjudulSurat", "Subjudul Surat"),
    Role.REFERENCE: ("RujukanSurat", "Nomor dan Perihal"),
    Role.RECIPIENT: ("TujuanSurat", "Tujuan Surat"),
    Role.PAIRS: ("RincianSurat", "Rincian Surat"),
    Role.ITEM: ("ButirSurat", "Butir Surat"),
    Role.QUOTE: ("KutipanSurat", "Kutipan Surat"),
    Role.TABLE: ("IsiTabel", "Isi Tabel"),
    Role.SIGNATURE: ("TandaTangan", "Tanda Tangan"),
    Role.VERIFICATION: ("PemeriksaanSurat", "Pemeriksaan Surat"),
    Role.TEMBUSAN: ("TembusanSurat", "Tembusan Surat"),
    Role.FOOTNOTE: ("CatatanKaki", "Catatan Kaki Surat"),
    Role.APPENDIX: ("KepalaLampiran", "Kepala Lampiran"),
    Role.FURNITURE: ("KepalaHalaman", "Kepala Halaman"),
}
_IDENTIFIERS: Final = {role: identifier for role, (identifier, _) in _STYLES.items()}
NAMES: Final = {role: name for role, (_, name) in _STYLES.items()}
"""The names of styles as Word shows them."""
CONTINUED: Final = " (sambungan)"
"""The end of the name of a style for second parts of paragraphs."""
_DEEPEST_HEADING: Final = 8
_UNLIKE_ANY: Final = ParagraphStyle(
    pitch=-1, align=Align.JUSTIFY, before=-1, after=-1, left=-1, right=-1, first=-1
)
"""A style from which every paragraph differs in everything (but for justified text, which heads are not)."""


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """What a named style says: the role it is for, the level of a heading, geometry and type.

    ``is_continued``: it is for second parts of paragraphs, and follows the style of the first. Looks that
    say the same are one object (:func:`_kept_look`), so that they compare by identity.
    """

    role: Role
    level: int
    paragraph: ParagraphStyle
    text: TextStyle
    is_continued: bool = False


Looks = dict[str, Look]
"""Looks by the identifier of their style."""


def style_id(paragraph: Paragraph) -> str:
    """Return the identifier of the named style that a paragraph takes."""
    identifier = _IDENTIFIERS[paragraph.role]
    if paragraph.is_continued:
        return f"{identifier}Sambungan"
    return f"{identifier}{_heading_level(paragraph)}" if paragraph.role is Role.HEADING else identifier


def _heading_level(paragraph: Paragraph) -> int:
    return min(max(paragraph.level, 1), _DEEPEST_HEADING)


def looks_of(document: Document) -> Looks:
    """Return what each named style says: the most frequent look of its role, the first of equals."""
    flows = (flow for section in document.sections for flow in flows_of(section))
    return looks_of_blocks(chain.from_iterable(flows), family=document.family)


def looks_of_blocks(blocks: Iterable[Block], *, family: str = "Arial") -> Looks:
    """Return the looks of a flow; ``family`` is for roles that have no text."""
    groups: dict[str, list[Paragraph]] = {}
    for paragraph in paragraphs_in(blocks):
        groups.setdefault(style_id(paragraph), []).append(paragraph)
    plain = TextStyle(family=family, size=24)
    return {identifier: _look_of(group, plain) for identifier, group in groups.items()}


def _look_of(group: list[Paragraph], plain: TextStyle) -> Look:
    """Return the geometry that most paragraphs have and the type that most characters have."""
    first = group[0]
    texts = [each for paragraph in group for each in paragraph.inlines if not isinstance(each, LineBreak)]
    return _kept_look(
        first.role,
        _heading_level(first) if first.role is Role.HEADING else 0,
        _heaviest([paragraph.style for paragraph in group], [1] * len(group)),
        _heaviest([each.style for each in texts], map(_length, texts)) if texts else plain,
        is_continued=first.is_continued,
    )


def _length(inline: Run | PageNumber) -> int:
    return len(inline.text) if isinstance(inline, Run) else 1


def _heaviest(kinds: Sequence[T], weights: Iterable[int]) -> T:
    """Return the kind with most weight, the first of equals."""
    found = {id(kind): kind for kind in kinds}
    if len(found) == 1:  # mostly: nothing need be compared by value
        return kinds[0]
    shares = dict.fromkeys(found, 0)
    for identity, weight in zip(map(id, kinds), weights, strict=True):
        shares[identity] += weight
    sums: dict[T, int] = {}
    for identity, kind in found.items():
        sums[kind] = sums.get(kind, 0) + shares[identity]
    return max(sums, key=sums.__getitem__)


@functools.lru_cache(maxsize=512)
def _kept_look(
    role: Role, level: int, paragraph: ParagraphStyle, text: TextStyle, *, is_continued: bool
) -> Look:
    return Look(role, level, paragraph, text, is_continued)


def families_of(document: Document, looks: Looks) -> tuple[str, ...]:
    """Return the families that the document names, the document's own first."""
    return tuple(dict.fromkeys((document.family, *(look.text.family for look in looks.values()))))


def styles_xml(looks: Looks, *, family: str, lang: str) -> str:
    """Return the styles part: the document's defaults, the built-in styles it needs, and its named styles."""
    body = looks.get(_IDENTIFIERS[Role.BODY])
    size = body.text.size if body else 24
    plain = TextStyle(family=family, size=size)
    named = "".join(_named(identifier, looks, plain) for identifier in sorted(looks))
    outlines = {level for look in looks.values() if (level := _outline(look)) is not None}
    headings = "".join(map(_heading, sorted(outlines)))
    lang = attribute(lang)
    defaults = run_properties(plain, NO_TEXT).replace(
        "</w:rPr>", f'<w:lang w:val="{lang}" w:eastAsia="{lang}" w:bidi="ar-SA"/></w:rPr>'
    )
    return (
        f"{DECLARATION}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault>{defaults}</w:rPrDefault>"
        '<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:before="0" w:after="0"/></w:pPr></w:pPrDefault>'
        f"</w:docDefaults>{_BUILT_IN}{headings}{named}{''.join(TEXTLESS_STYLES.values())}</w:styles>"
    )


_BUILT_IN: Final = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
    "</w:style>"
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/>'
    "</w:style>"
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
    '<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/><w:unhideWhenUsed/></w:style>'
)


def _outline(look: Look) -> int | None:
    """Return the outline level, from 0, of a style that is a heading: the title, then what is below it."""
    return 0 if look.role is Role.TITLE else look.level if look.role is Role.HEADING else None


def _heading(level: int) -> str:
    number = level + 1
    return (
        f'<w:style w:type="paragraph" w:styleId="Heading{number}"><w:name w:val="heading {number}"/>'
        '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:uiPriority w:val="9"/><w:unhideWhenUsed/>'
        "<w:qFormat/>"
        f'<w:pPr><w:outlineLvl w:val="{number - 1}"/></w:pPr></w:style>'
    )


def foreign_style_xml(identifier: str, look: Look) -> str:
    """Return a named style for somebody else's document: it says everything and inherits nothing."""
    properties = paragraph_properties(look.paragraph, _UNLIKE_ANY)
    return (
        f'<w:style {NAMESPACES} w:type="paragraph" w:customStyle="1" w:styleId="{identifier}">'
        f'<w:name w:val="{_name(look)}"/><w:qFormat/><w:pPr>{properties}</w:pPr>'
        f"{run_properties(look.text, NO_TEXT)}</w:style>"
    )


def _name(look: Look) -> str:
    return NAMES[look.role] + (f" {look.level}" if look.level else "") + (CONTINUED * look.is_continued)


def _named(identifier: str, looks: Looks, plain: TextStyle) -> str:
    look = looks[identifier]
    outline = _outline(look)
    base = "Normal" if outline is None else f"Heading{outline + 1}"
    paragraph, text = NO_PARAGRAPH, plain
    body = _IDENTIFIERS[Role.BODY]
    following = f'<w:next w:val="{body}"/>' if outline is not None and body in looks else ""
    if look.is_continued:
        base = _IDENTIFIERS[look.role]
        paragraph, text = looks[base].paragraph, looks[base].text
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{identifier}">'
        f'<w:name w:val="{_name(look)}"/><w:basedOn w:val="{base}"/>{following}<w:qFormat/>'
        f"<w:pPr>{paragraph_properties(look.paragraph, paragraph)}</w:pPr>"
        f"{run_properties(look.text, text)}</w:style>"
    )
