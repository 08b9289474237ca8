"""Markup of blocks: what each line begins, and how far it goes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

from kopsurat.content.blocks import (
    Blank,
    Block,
    Columns,
    Dictum,
    Heading,
    Inline,
    Items,
    ItemStyle,
    PageBreak,
    Paragraph,
    Quote,
    Recitals,
)
from kopsurat.content.inline_parser import parse_inline
from kopsurat.content.list_parser import marker_of, parse_list
from kopsurat.content.source import MAX_DEPTH, Line, collapsed
from kopsurat.content.table_parser import is_table_line, parse_table

if TYPE_CHECKING:
    from collections.abc import Callable

    from kopsurat.content.source import Source

__all__ = ["SELF_CLOSING", "closing_of", "container_of", "parse_blocks"]

_HEADING: Final = re.compile(r"(?P<marks>#{1,6}) +(?P<text>.*?)(?: +#+)?$")
_CONTAINER: Final = re.compile(r":::+ *(?P<name>[a-z-]+)?(?: +(?P<rest>.*))?$")
_CENTERED_HEADING: Final = re.compile(r"(?:BAB|Bab|Bagian|Paragraf|Pasal)\b")
_OPERATIVE: Final = re.compile(
    r"(?:M ?E ?M ?U ?T ?U ?S ?K ?A ?N|MENETAPKAN|MEMERINTAHKAN|MENUGASKAN|MENGINSTRUKSIKAN"
    r"|MEMBERI(?:KAN)? IZIN|MENGIZINKAN|MEREKOMENDASIKAN) ?:?$"
)
_RECITALS: Final = re.compile(
    r"(?P<label>(?:M(?:enimbang|engingat|emperhatikan|endengar|embaca)|Dasar)(?: Hukum)?"
    r"|MENIMBANG|MENGINGAT|MEMPERHATIKAN|DASAR) *:(?: +(?P<rest>.*))?$"
)
_DIGIT: Final = "SATU|DUA|TIGA|EMPAT|LIMA|ENAM|TUJUH|DELAPAN|SEMBILAN"
_DICTUM: Final = re.compile(
    rf"(?P<label>KE(?:{_DIGIT}|SEPULUH|SEBELAS)(?: BELAS| PULUH)?(?: (?:{_DIGIT}))?"
    r"|PERTAMA|Menetapkan|MENETAPKAN|Kepada|Untuk) *:(?: +(?P<rest>.*))?$"
)
_ALIGNED: Final[dict[str, Literal["left", "center", "right", "justify"]]] = {
    "rata-kiri": "left",
    "rata-penuh": "justify",
    "rata-tengah": "center",
    "rata-kanan": "right",
}
SELF_CLOSING: Final = ("halaman-baru", "kosong", "isian")
"""Containers of one line, without an end."""
_CONTAINERS: Final = (*_ALIGNED, *SELF_CLOSING, "kolom", "tabel", "lampiran")
_CONTAINER_FAULTS: Final = {True: "markup-container-stray", False: "markup-container-unknown"}
"""By whether the line closes a container that was never opened."""
_MAX_BLANK: Final = 60
_INDENT: Final = 2
"""The indent from which a line belongs to the label above it, as for list items."""


def parse_blocks(lines: list[Line], source: Source, depth: int = 0) -> tuple[Block, ...]:
    """Return the blocks that ``lines`` make; faults go to ``source``."""
    if depth > MAX_DEPTH and lines:
        source.fault("markup-too-deep", lines[0].number, maximum=MAX_DEPTH)
        return ()
    blocks: list[Block] = []
    at = 0
    while at < len(lines):
        if not lines[at].text:
            at += 1
            continue
        made, at = _block(lines, at, source, depth)
        blocks.extend(made)
    return tuple(blocks)


def _block(lines: list[Line], at: int, source: Source, depth: int) -> tuple[tuple[Block, ...], int]:
    """Return the block that begins at ``lines[at]``, and where the next one begins."""
    text = lines[at].stripped
    if text.startswith(":::"):
        return _container(lines, at, source, depth)
    if text.startswith("#") and (heading := _HEADING.match(text)):
        return (_heading(heading, lines[at], source),), at + 1
    if text.startswith("|"):
        end = _while(lines, at, is_table_line)
        table = parse_table(lines[at:end], source)
        return ((table,) if table else ()), end
    if text.startswith(">"):
        return _quote(lines, at, source, depth)
    if marker_of(text):
        items, end = parse_list(lines, at, source, depth, parse_blocks)
        return (items,), end
    if recitals := _RECITALS.match(text):
        return _recitals(recitals, lines, at, source, depth)
    if (dictum := _DICTUM.match(text)) and not _OPERATIVE.match(text):
        return _dictum(dictum, lines, at, source, depth)
    return _paragraph(lines, at, source)


def _while(lines: list[Line], at: int, holds: Callable[[Line], bool]) -> int:
    while at < len(lines) and holds(lines[at]):
        at += 1
    return at


def _heading(match: re.Match[str], line: Line, source: Source) -> Heading:
    return Heading(
        level=len(match["marks"]),
        content=parse_inline(match["text"], line.number, source),
        centered=_CENTERED_HEADING.match(match["text"]) is not None,
    )


def _quote(lines: list[Line], at: int, source: Source, depth: int) -> tuple[tuple[Block, ...], int]:
    end = _while(lines, at, lambda line: line.stripped.startswith(">"))
    inner = collapsed(
        Line(line.number, line.stripped.removeprefix(">").removeprefix(" ").rstrip(" "))
        for line in lines[at:end]
    )
    return (Quote(content=parse_blocks(inner, source, depth + 1)),), end


# ---- paragraphs


def _paragraph(lines: list[Line], at: int, source: Source) -> tuple[tuple[Block, ...], int]:
    end = at + 1
    while end < len(lines) and lines[end].text and not _interrupts(lines[end]):
        end += 1
    for line in lines[at:end]:
        _refuse_line(line, source)
    text = " ".join(line.stripped for line in lines[at:end])
    content = parse_inline(text, lines[at].number, source)
    if _OPERATIVE.match(text):
        return (Paragraph(content=content, align="center", indent=False),), end
    return ((Paragraph(content=content),) if content else ()), end


def _interrupts(line: Line) -> bool:
    """Return whether a line ends the paragraph before it, without a blank line between."""
    text = line.stripped
    if text[0] in "#|>:" and (text.startswith((":::", "|", ">")) or _HEADING.match(text)):
        return True
    if marker := marker_of(text):
        return marker.number == 1
    return _RECITALS.match(text) is not None or _DICTUM.match(text) is not None


def _refuse_line(line: Line, source: Source) -> None:
    """Report lines that mean something in other dialects and would be printed as they stand here."""
    text = line.stripped
    if text.startswith(("```", "~~~")):
        source.fault("markup-code", line.number, text)
    elif len(text) >= 3 and not text.strip("-"):  # noqa: PLR2004 - a thematic break has three
        source.fault("markup-rule", line.number, text)
    elif len(text) >= 3 and not text.strip("="):  # noqa: PLR2004 - so has the separator of columns
        source.fault("markup-separator", line.number, text)


# ---- legal products


def _recitals(
    match: re.Match[str], lines: list[Line], at: int, source: Source, depth: int
) -> tuple[tuple[Block, ...], int]:
    blocks, end = _labelled(match["rest"], lines, at, source, depth)
    if not blocks:
        source.fault("markup-recitals-empty", lines[at].number, match["label"])
    style, flows = ItemStyle.NONE, _clauses(blocks)
    if len(blocks) == 1 and isinstance(items := blocks[0], Items):
        style, flows = items.style, items.items
    clauses = tuple(_inline(flow[0]) if flow else () for flow in flows)
    below = tuple(flow[1:] if flow and isinstance(flow[0], Paragraph) else flow for flow in flows)
    recitals = Recitals(label=match["label"], clauses=clauses, style=style, below=below if any(below) else ())
    return (recitals,), end


def _clauses(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], ...]:
    """Return blocks as clauses without marks: each paragraph with what follows it."""
    flows: list[list[Block]] = []
    for block in blocks:
        if isinstance(block, Paragraph) or not flows:
            flows.append([])
        flows[-1].append(block)
    return tuple(map(tuple, flows))


def _inline(block: Block) -> tuple[Inline, ...]:
    return block.content if isinstance(block, Paragraph) else ()


def _dictum(
    match: re.Match[str], lines: list[Line], at: int, source: Source, depth: int
) -> tuple[tuple[Block, ...], int]:
    blocks, end = _labelled(match["rest"], lines, at, source, depth)
    return (Dictum(label=match["label"], content=blocks),), end


def _labelled(
    rest: str | None, lines: list[Line], at: int, source: Source, depth: int
) -> tuple[tuple[Block, ...], int]:
    """Return what belongs to ``Label :``: its line and what is indented under it, or the next block."""
    if rest is None:
        start = _while(lines, at + 1, lambda line: not line.text)
        if start == len(lines):
            return (), start
        if not lines[start].indent:
            return _following(lines, start, source, depth)
    end = at + 1
    while end < len(lines) and _goes_on(lines, end, in_list=rest is not None and marker_of(rest) is not None):
        end += 1
    inner = lines[at + 1 : end]
    if rest is not None:
        columns = min((line.indent for line in inner if line.text), default=0)
        inner = [Line(lines[at].number, rest), *(line.dedented(columns) for line in inner)]
    return parse_blocks(inner, source, depth + 1), end


def _goes_on(lines: list[Line], at: int, *, in_list: bool) -> bool:
    line = lines[at]
    if not line.text:
        after = _while(lines, at, lambda each: not each.text)
        return after < len(lines) and lines[after].indent >= _INDENT
    if line.indent >= _INDENT:
        return True
    if in_list:
        return marker_of(line.stripped) is not None
    return not _interrupts(line) and bool(lines[at - 1].text)


def _following(lines: list[Line], at: int, source: Source, depth: int) -> tuple[tuple[Block, ...], int]:
    if marker_of(lines[at].stripped) or not _interrupts(lines[at]):
        return _block(lines, at, source, depth + 1)
    return (), at


# ---- containers


def container_of(line: Line) -> tuple[str, str] | None:
    """Return name and words of the container that a line opens; the name is empty where it closes one."""
    match = _CONTAINER.match(line.stripped)
    return (match["name"] or "", (match["rest"] or "").strip()) if match else None


def closing_of(lines: list[Line], at: int) -> int | None:
    """Return the index of the line that closes the container opened at ``lines[at]``, or None."""
    depth = 0
    for index in range(at, len(lines)):
        opened = container_of(lines[index])
        if opened is None or opened[0] in SELF_CLOSING:
            continue
        depth += 1 if opened[0] else -1
        if depth == 0:
            return index
    return None


def _container(lines: list[Line], at: int, source: Source, depth: int) -> tuple[tuple[Block, ...], int]:
    opened = container_of(lines[at])
    number = lines[at].number
    if opened is None or opened[0] not in _CONTAINERS:
        fault = opened is not None and not opened[0]
        source.fault(_CONTAINER_FAULTS[fault], number, lines[at].stripped, known=", ".join(_CONTAINERS))
        return (), at + 1
    name, words = opened
    if name in SELF_CLOSING:
        return (_self_closing(name, words, number, source),), at + 1
    end = closing_of(lines, at)
    if end is None:
        source.fault("markup-container-open", number, lines[at].stripped, name=name)
        return parse_blocks(lines[at + 1 :], source, depth + 1), len(lines)
    if name == "lampiran":
        source.fault("markup-appendix-nested", number, lines[at].stripped)
        return (), end + 1
    if name == "tabel":
        return _table(words, lines[at + 1 : end], number, source), end + 1
    return _contents(name, lines[at + 1 : end], source, depth), end + 1


def _self_closing(name: str, words: str, number: int, source: Source) -> Block:
    if name == "halaman-baru":
        return PageBreak()
    count = int(words) if words.isascii() and words.isdigit() and len(words) <= 3 else 1  # noqa: PLR2004
    if (words and not words.isdigit()) or not 1 <= count <= _MAX_BLANK:
        source.fault("markup-blank-lines", number, words, maximum=_MAX_BLANK)
    return Blank(lines=min(max(count, 1), _MAX_BLANK), dotted=name == "isian")


def _table(words: str, inner: list[Line], number: int, source: Source) -> tuple[Block, ...]:
    rows = [line for line in inner if line.text]
    if not rows or not all(is_table_line(line) for line in rows):
        source.fault("markup-table-delimiter", number, "tabel")
        return ()
    table = parse_table(rows, source, words)
    return (table,) if table else ()


def _contents(name: str, inner: list[Line], source: Source, depth: int) -> tuple[Block, ...]:
    if name == "kolom":
        return (Columns(columns=tuple(parse_blocks(part, source, depth + 1) for part in _parts(inner))),)
    return tuple(_aligned(block, _ALIGNED[name]) for block in parse_blocks(inner, source, depth + 1))


def _parts(lines: list[Line]) -> list[list[Line]]:
    """Split the lines of a column container at its own ``===`` lines, not at those of a nested one."""
    parts: list[list[Line]] = [[]]
    depth = 0
    for line in lines:
        opened = container_of(line)
        if opened is not None and opened[0] not in SELF_CLOSING:
            depth += 1 if opened[0] else -1
        if depth == 0 and len(line.stripped) >= 3 and not line.stripped.strip("="):  # noqa: PLR2004
            parts.append([])
        else:
            parts[-1].append(line)
    return parts


def _aligned(block: Block, align: Literal["left", "center", "right", "justify"]) -> Block:
    if isinstance(block, Paragraph):
        return Paragraph(content=block.content, align=align, indent=False)
    return block
