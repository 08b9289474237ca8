"""The body of a Word letter as a flat list of styled paragraphs and tables, revisions accepted."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from kopsurat.errors import ScanError
from kopsurat.scanning.word_archive import MC, WORD, is_on, open_word
from kopsurat.scanning.word_links import leads_elsewhere
from kopsurat.scanning.word_numbering import Numbering, is_numbered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.etree import ElementTree as ET

__all__ = ["Piece", "WordLetter", "WordParagraph", "WordTable", "read_word_letter"]

_WRAPPERS: Final = frozenset(f"{WORD}{name}" for name in ("sdt", "sdtContent", "ins", "customXml"))
_CORE: Final = "docProps/core.xml"
_DC: Final = "{http://purl.org/dc/elements/1.1/}"
_DCTERMS: Final = "{http://purl.org/dc/terms/}"
_FALLBACK: Final = f"{MC}Fallback"
_CHARACTERS: Final = {f"{WORD}tab": "\t", f"{WORD}br": "\n", f"{WORD}cr": "\n", f"{WORD}noBreakHyphen": "-"}
_PLAIN: Final = str.maketrans({"\u00a0": " ", "\u2011": "-", "\u200b": None, "\u00ad": None})
_OWN_DRAWING: Final = re.compile(r"(?:QR|Gambar) \d+")
"""How the DOCX backend names its drawings: they are made anew."""

_CONTINUED: Final = " (sambungan)"
"""How the DOCX backend ends the name of a style for second parts of paragraphs."""
_BREAKABLE: Final = (" ", "-", "\u2013", "\u2014", "/")
"""What a line of text may end with inside a word, or after it."""

_HEADING: Final = "Subjudul Surat"
"""Styles whose emphasis surat.md does not mark."""
_LINE_TO_FILL: Final = re.compile(r"\t$", re.MULTILINE)
_PAGE: Final = "\f"
"""Where a new page is asked for inside the text of a paragraph."""

_LOSSES: Final = {
    "drawing": "gambar",
    "pict": "gambar",
    "object": "objek",
    "endnoteReference": "catatan akhir",
    "commentReference": "komentar",
    "highlight": "warna stabilo",
    "strike": "coretan",
    "del": "perubahan terlacak",
    "ins": "perubahan terlacak",
}
"""Elements that surat.md has no place for, and what a user calls them."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of one emphasis, or the mark of the footnote of an identifier."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class WordParagraph:
    """A paragraph: the visible name of its style, its text, its indent in twips, what it loses.

    ``align`` and ``style_align``, what its style says, are left, center, right or both.
    ``starts_page`` and ``ends_page``: a new page was asked for before or after it. ``keeps_next``: it stays
    with what follows. ``runs_on``: its end was deleted, so that what follows belongs to it. ``has_blank``: a
    line of it ends with a tab that draws dots or a line. ``is_numbered``: its mark is not written in the file
    but counted.
    """

    style: str
    pieces: tuple[Piece, ...]
    left: int = 0
    losses: tuple[str, ...] = ()
    starts_page: bool = False
    ends_page: bool = False
    keeps_next: bool = False
    runs_on: bool = False
    has_blank: bool = False
    is_numbered: bool = False
    align: str = "left"
    style_align: str = "left"

    @property
    def text(self) -> str:
        """The text without emphasis."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def plain(self) -> str:
        """The text with its spaces evened out."""
        return " ".join(self.text.split())


@dataclass(frozen=True, slots=True)
class WordTable:
    """A table: rows of cells as (paragraphs, columns covered, is continued from above).

    ``has_lines``: lines are drawn around its cells.
    """

    rows: tuple[tuple[tuple[tuple[WordParagraph, ...], int, bool], ...], ...]
    header_rows: int = 0
    has_lines: bool = False
    starts_page: bool = False

    def column_aligns(self) -> list[str]:
        """Return how most cells under the head are aligned, column by column."""
        columns: dict[int, list[str]] = {}
        for row in self.rows[self.header_rows :] or self.rows:
            at = 0
            for inside, width, is_below in row:
                if not is_below and width == 1:
                    columns.setdefault(at, []).extend(each.align for each in inside if each.text.strip())
                at += width
        count = sum(width for _, width, _ in self.rows[0])
        found = (columns.get(at) or ["left"] for at in range(count))
        return [max(each, key=each.count) for each in found]


@dataclass(frozen=True, slots=True)
class WordLetter:
    """What a Word file holds: its blocks in order, and the ``surat.json`` that it carries, if any.

    ``notes`` are the footnotes by identifier, in the order of the file. ``title`` and ``created``, an ISO
    date, are properties of the file, empty where it has none.
    """

    blocks: tuple[WordParagraph | WordTable, ...]
    letter_file: bytes | None
    notes: dict[str, tuple[Piece, ...]] = field(default_factory=dict)
    title: str = ""
    created: str = ""


@dataclass(slots=True)
class _Styles:
    """Named styles by identifier: visible name, own indent, alignment and emphasis, what keeps."""

    names: dict[str, str] = field(default_factory=dict)
    kept: set[str] = field(default_factory=set)
    aligns: dict[str, str] = field(default_factory=dict)
    indents: dict[str, int] = field(default_factory=dict)
    marks: dict[str, frozenset[str]] = field(default_factory=dict)
    blanks: set[str] = field(default_factory=set)
    lists: dict[str, ET.Element] = field(default_factory=dict)
    numbering: Numbering = field(default_factory=Numbering)
    links: dict[str, str] = field(default_factory=dict)


def read_word_letter(data: bytes) -> WordLetter:
    """Return what a DOCX holds; raises :class:`ScanError` as the other readers of DOCX do."""
    with open_word(data) as archive:
        parts = {kind: target for kind, target in archive.targets(archive.main) if target in archive.names}
        styles = _styles(archive.root(parts["styles"])) if "styles" in parts else _Styles()
        styles.links = {key: target for key, _, target in archive.related(archive.main)}
        if "numbering" in parts:
            styles.numbering = Numbering.read(archive.root(parts["numbering"]))
        notes = _notes(archive.root(parts["footnotes"]), styles) if "footnotes" in parts else {}
        body = archive.root(archive.main).find(f"{WORD}body")
        carried = tuple(archive.carried())
        about = archive.root(_CORE) if _CORE in archive.names else None
    if body is None:
        raise ScanError("scan-docx-unreadable")
    letter_file = next((each.data for each in carried if each.name.endswith("surat.json")), None)
    title, created = (_property(about, name) for name in (f"{_DC}title", f"{_DCTERMS}created"))
    blocks = tuple(_paged(_joined(_run_on(_blocks(body, styles)))))
    return WordLetter(blocks, letter_file, notes, title, created[:10])


def _property(about: ET.Element | None, name: str) -> str:
    return (about.findtext(name) if about is not None else None) or ""


def _styles(root: ET.Element) -> _Styles:
    found = _Styles()
    for style in root.iter(f"{WORD}style"):
        identifier, name = style.get(f"{WORD}styleId", ""), style.find(f"{WORD}name")
        if name is not None:
            found.names[identifier] = name.get(f"{WORD}val", "")
        found.aligns[identifier] = _align(style.find(f"{WORD}pPr"), "left")
        if _is_on(style.find(f"{WORD}pPr"), "keepNext"):
            found.kept.add(identifier)
        if _has_leader(style.find(f"{WORD}pPr")):
            found.blanks.add(identifier)
        if (number := style.find(f"{WORD}pPr/{WORD}numPr")) is not None:
            found.lists[identifier] = number
        found.indents[identifier] = _left(style.find(f"{WORD}pPr")) or 0
        found.marks[identifier] = _marks(style.find(f"{WORD}rPr"), frozenset())
    return found


def _left(properties: ET.Element | None) -> int | None:
    indent = None if properties is None else properties.find(f"{WORD}ind")
    value = None if indent is None else indent.get(f"{WORD}left") or indent.get(f"{WORD}start")
    return int(value) if value and value.lstrip("-").isdigit() else None


def _has_leader(properties: ET.Element | None) -> bool:
    tabs = () if properties is None else properties.iterfind(f"{WORD}tabs/{WORD}tab")
    return any(tab.get(f"{WORD}leader", "none") != "none" for tab in tabs)


def _align(properties: ET.Element | None, base: str) -> str:
    """Return the alignment; what depends on the direction of the text is taken as for Latin letters."""
    side = None if properties is None else properties.find(f"{WORD}jc")
    said = base if side is None else side.get(f"{WORD}val", base)
    return {"start": "left", "end": "right"}.get(said, said)


def _marks(properties: ET.Element | None, base: frozenset[str]) -> frozenset[str]:
    """Return which of b, i, u are on, given what the style says."""
    marks = set(base)
    for name in ("b", "i", "u"):
        answer = _is_on(properties, name)
        if answer is not None:
            (marks.add if answer else marks.discard)(name)
    return frozenset(marks)


def _is_on(properties: ET.Element | None, name: str) -> bool | None:
    """Return whether a switch is on or off; None where nothing is said of it."""
    element = None if properties is None else properties.find(f"{WORD}{name}")
    return None if element is None else is_on(element) and element.get(f"{WORD}val") != "none"


def _blocks(parent: ET.Element, styles: _Styles) -> Iterator[WordParagraph | WordTable]:
    for child in parent:
        if child.tag == f"{WORD}p":
            yield _paragraph(child, styles)
        elif child.tag == f"{WORD}tbl":
            yield _table(child, styles)
        elif child.tag in _WRAPPERS:
            yield from _blocks(child, styles)


def _run_on(blocks: Iterable[WordParagraph | WordTable]) -> Iterator[WordParagraph | WordTable]:
    """Yield the blocks, put together where the end of a paragraph was deleted."""
    held: WordParagraph | None = None
    for block in blocks:
        following = block
        if held is not None:
            if isinstance(following, WordParagraph):
                losses = tuple(dict.fromkeys(held.losses + following.losses))
                following = replace(following, pieces=held.pieces + following.pieces, losses=losses)
            else:
                yield held
        held = following if isinstance(following, WordParagraph) and following.runs_on else None
        if held is None:
            yield following
    if held is not None:
        yield held


def _joined(blocks: Iterable[WordParagraph | WordTable]) -> Iterator[WordParagraph | WordTable]:
    """Yield the blocks, a paragraph that the layout divided between two pages put together again."""
    held: WordParagraph | WordTable | None = None
    for block in blocks:
        if isinstance(block, WordParagraph) and block.style.endswith(_CONTINUED):
            style = block.style.removesuffix(_CONTINUED)
            if isinstance(held, WordParagraph) and held.style == style:
                gap = () if held.text.endswith(_BREAKABLE) else (Piece(" "),)
                losses = tuple(dict.fromkeys(held.losses + block.losses))
                pieces = (*held.pieces, *gap, *block.pieces)
                held = replace(
                    held, pieces=pieces, losses=losses, ends_page=block.ends_page, keeps_next=block.keeps_next
                )
                continue
            block = replace(block, style=style)  # noqa: PLW2901 - its first part was taken away
        if held is not None:
            yield held
        held = block
    if held is not None:
        yield held


def _paged(blocks: Iterable[WordParagraph | WordTable]) -> Iterator[WordParagraph | WordTable]:
    """Yield the blocks, a new page at the first that shows something after it was asked for."""
    is_asked = False
    for block in blocks:
        starts = is_asked or block.starts_page
        is_shown = isinstance(block, WordTable) or bool(block.text.strip())
        yield replace(block, starts_page=starts and is_shown)
        is_asked = (starts and not is_shown) or (isinstance(block, WordParagraph) and block.ends_page)


def _notes(root: ET.Element, styles: _Styles) -> dict[str, tuple[Piece, ...]]:
    """Return the footnotes by identifier, their paragraphs put together, without the number."""
    found = {}
    for note in root.findall(f"{WORD}footnote"):
        if note.get(f"{WORD}type", "normal") == "normal":
            pieces: list[Piece] = []
            for each in note.iter(f"{WORD}p"):
                paragraph = _paragraph(each, styles)
                pieces += (Piece(" "), *paragraph.pieces) if pieces else paragraph.pieces
            found[note.get(f"{WORD}id", "")] = tuple(
                replace(piece, text=piece.text.replace("\t", " ")) for piece in pieces
            )
    return found


def _table(table: ET.Element, styles: _Styles) -> WordTable:
    table = _shown(table)
    rows, heads = [], 0
    for row in _rows(table):
        heads += row.find(f"{WORD}trPr/{WORD}tblHeader") is not None
        cells = []
        for cell in row.findall(f"{WORD}tc"):
            span = cell.find(f"{WORD}tcPr/{WORD}gridSpan")
            merge = cell.find(f"{WORD}tcPr/{WORD}vMerge")
            is_below = merge is not None and merge.get(f"{WORD}val") != "restart"
            inside = tuple(_paragraph(each, styles) for each in cell.iter(f"{WORD}p"))
            width = int(span.get(f"{WORD}val", "1")) if span is not None else 1
            cells.append((inside, width, is_below))
        rows.append(tuple(cells))
    return WordTable(tuple(rows), heads, has_lines=_has_lines(table))


def _shown(table: ET.Element) -> ET.Element:
    """Return a table, or the one that it only holds together in a single cell."""
    cells = [cell for row in _rows(table) for cell in row.findall(f"{WORD}tc")]
    inner = cells[0].find(f"{WORD}tbl") if len(cells) == 1 else None
    if inner is None or any("".join(each.itertext()) for each in cells[0].findall(f"{WORD}p")):
        return table
    return inner


def _has_lines(table: ET.Element) -> bool:
    """Return whether a style or borders of a table may draw lines."""
    if table.find(f"{WORD}tblPr/{WORD}tblStyle") is not None:
        return True
    asked = (each for name in ("tblBorders", "tcBorders") for each in table.iter(f"{WORD}{name}"))
    return any(line.get(f"{WORD}val") not in {"nil", "none"} for borders in asked for line in borders)


def _rows(parent: ET.Element) -> Iterator[ET.Element]:
    """Yield the rows of a table that were not deleted, not those of tables in its cells."""
    for child in parent:
        if child.tag == f"{WORD}tr":
            if child.find(f"{WORD}trPr/{WORD}del") is None:
                yield child
        elif child.tag in _WRAPPERS:
            yield from _rows(child)


def _paragraph(element: ET.Element, styles: _Styles) -> WordParagraph:
    properties = element.find(f"{WORD}pPr")
    named = None if properties is None else properties.find(f"{WORD}pStyle")
    identifier = "" if named is None else named.get(f"{WORD}val", "")
    base = styles.marks.get(identifier, frozenset())
    own_marks = base if styles.names.get(identifier, "").startswith(_HEADING) else frozenset()
    pieces: list[Piece] = []
    for run in _runs(element):
        marks = _marks(run.find(f"{WORD}rPr"), base) - own_marks
        pieces += [Piece("", note=each.get(f"{WORD}id", "")) for each in run.iter(f"{WORD}footnoteReference")]
        text = "".join(_character(each) for each in run if _is_text(each))
        if text := text.translate(_PLAIN):
            pieces.append(Piece(text, "b" in marks, "i" in marks, "u" in marks))
    own = _left(properties)
    tags = {each.tag.rpartition("}")[2] for each in element.iter()}
    names = [each.get("name", "") for each in element.iter() if each.tag.endswith("}docPr")]
    if names and all(_OWN_DRAWING.fullmatch(name) for name in names):
        tags -= {"drawing", "pict"}
    losses = tuple(dict.fromkeys(word for tag, word in _LOSSES.items() if tag in tags))
    left = styles.indents.get(identifier, 0) if own is None else own
    number = None if properties is None else properties.find(f"{WORD}numPr")
    number = styles.lists.get(identifier) if number is None else number
    mark = None
    if number is not None and is_numbered(number):
        mark = styles.numbering.mark(number)
        losses = losses if mark else (*losses, "penomoran otomatis")
    if any(leads_elsewhere(each, styles.links) for each in element.iter(f"{WORD}hyperlink")):
        losses = (*losses, "tautan")
    if mark:
        pieces.insert(0, Piece(f"{mark[0]}\t"))
        left = left if own is not None else mark[1]
    text = "".join(piece.text for piece in pieces)
    keeps = _is_on(properties, "keepNext")
    return WordParagraph(
        styles.names.get(identifier, ""),
        tuple(replace(piece, text=piece.text.replace(_PAGE, "")) for piece in pieces),
        left,
        (*losses, "pergantian halaman") if _PAGE in text.strip(_PAGE + " ") else losses,
        starts_page=bool(_is_on(properties, "pageBreakBefore")) or (bool(text) and text[0] == _PAGE),
        ends_page=text.rstrip(" ").endswith(_PAGE),
        keeps_next=identifier in styles.kept if keeps is None else keeps,
        runs_on=properties is not None and properties.find(f"{WORD}rPr/{WORD}del") is not None,
        is_numbered=mark is not None,
        has_blank=_LINE_TO_FILL.search(text) is not None
        and (identifier in styles.blanks or _has_leader(properties)),
        align=_align(properties, styles.aligns.get(identifier, "left")),
        style_align=styles.aligns.get(identifier, "left"),
    )


def _character(element: ET.Element) -> str:
    """Return what an element of a run stands for; a new column is a new page, since there is one."""
    if element.get(f"{WORD}type") in {"page", "column"}:
        return _PAGE
    return _CHARACTERS.get(element.tag, element.text or "")


def _is_text(element: ET.Element) -> bool:
    return element.tag == f"{WORD}t" or element.tag in _CHARACTERS


def _runs(element: ET.Element) -> Iterator[ET.Element]:
    """Yield the runs of a paragraph in order, deletions and text boxes left out."""
    for child in element:
        if child.tag == f"{WORD}r":
            yield child
        elif child.tag not in {f"{WORD}del", f"{WORD}moveFrom", _FALLBACK, f"{WORD}p"}:
            yield from _runs(child)
