"""A letter made here and edited in Word, read back into ``surat.md``."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from kopsurat.scanning.word_carried import carried_fields
from kopsurat.scanning.word_front import finish
from kopsurat.scanning.word_markup import inline, written
from kopsurat.scanning.word_parts import WordParagraph, WordTable, read_word_letter
from kopsurat.scanning.word_reading import MARK, REFERENCE, Reading, read_date

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from kopsurat.office import Office
    from kopsurat.scanning.word_parts import WordLetter

__all__ = ["STYLE_NAMES", "import_letter"]

STYLE_NAMES: Final = {
    "Isi Surat": "body",
    "Judul Surat": "title",
    "Nomor Surat": "nomor",
    "Nomor dan Perihal": "reference",
    "Tujuan Surat": "recipient",
    "Rincian Surat": "pairs",
    "Butir Surat": "item",
    "Kutipan Surat": "quote",
    "Tanda Tangan": "signature",
    "Pemeriksaan Surat": "verification",
    "Tembusan Surat": "tembusan",
    "Isi Tabel": "table",
    "Kepala Lampiran": "appendix",
}
"""The named styles of the DOCX backend and the role of each."""

_HEADING: Final = re.compile(r"(?:Subjudul Surat|[Hh]eading) (\d)")
"""Our own headings and those of Word."""
_CARRIED: Final = (
    "jenis", "judul", "nomor", "sifat", "lampiran", "perihal", "tanggal", "tempat", "kepada", "di",
    "tembusan", "subjek", "ringkas", "berlaku_sampai",
)  # fmt: skip
_LETTERHEAD: Final = frozenset({"Kop Surat", "Kontak Kop"})
"""Styles of what the office's record says, wherever the letterhead stands."""
_BODY: Final = frozenset({"body", "pairs", "item", "quote", "table"})
_FURNITURE: Final = frozenset({"signature", "verification"})
_HEADS: Final = frozenset({"reference", "recipient", "title", "nomor", "appendix"})
"""What only arranges, in tables without lines."""
_PLACE: Final = re.compile(r"[A-Z][a-z]+ di (?P<place>[A-Z].*)")
"""``Ditetapkan di Sukamaju``, over a signature."""
_STARTS: Final = re.compile(
    r"(?:(?P<sign>#|>|:::|===|[-+] )|(?P<mark>\(?(?:\d{1,3}|[a-z]|[IVX]{1,6}))[.)] |(?P<other>[–•]) )"
)
"""With what a paragraph begins that surat.md would take for something else."""
_LEGAL_NUMBER: Final = re.compile(r"NOMOR (?P<number>.+?)(?: TAHUN \d{4})?")
_CLAUSE: Final = re.compile(r"^(?P<label>[^\t:]+)\t:\t")
"""A recital or a clause: ``Menimbang``, ``KESATU``, the colon and the text of a legal product."""
_NOTE_MARK: Final = re.compile(r"(?<!\\)\[\^([^\]\s\[]{1,40})\]")
_CONTAINERS: Final = {
    "left": "rata-kiri",
    "center": "rata-tengah",
    "right": "rata-kanan",
    "both": "rata-penuh",
}
_DASHES: Final = {"left": "---", "both": "---", "center": ":---:", "right": "---:"}
_BLANK: Final = re.compile(r"\t(?=\\?$)", re.MULTILINE)
"""The tab at the end of a line to be written on; a backslash before the next line forces the break."""
_DICTUM: Final = re.compile(r"[A-Z ]+:")
"""``MEMUTUSKAN:`` and its like, which are centred by themselves."""
_STEP: Final = 300
"""Items whose indents differ by less, in twips, are of one level."""


def import_letter(
    data: bytes, *, office: Office | None = None, new_pages: Container[str] = ()
) -> tuple[str, tuple[str, ...]]:
    """Return the ``surat.md`` of a letter that was made here and edited in Word, and what could not be kept.

    What is shown counts; what is not shown (the letter's type, its summary) comes from the
    ``surat.json`` that the file carries; signers are named by their identifier in ``office``. Tracked
    changes are taken as accepted. Notes on what was lost are in Indonesian, each with the words near it.

    A new page before a paragraph that stays with the next may be the layout's own, so it is left out, but
    for paragraphs whose text is in ``new_pages``.

    Raises :class:`~kopsurat.errors.ScanError`: ``scan-docx-unreadable``, ``scan-docx-too-large`` or
    ``scan-docx-unsafe``.
    """
    letter = read_word_letter(data)
    carried = carried_fields(letter.letter_file)
    front: dict[str, Any] = {key: carried[key] for key in _CARRIED if key in carried}
    reading = Reading(front, form_code=carried.get("kode_formulir"))
    for block in letter.blocks:
        is_kept = isinstance(block, WordParagraph) and block.keeps_next and block.plain not in new_pages
        if block.starts_page and not is_kept:
            _start_page(block, reading)
        if isinstance(block, WordTable):
            _read_table(block, reading)
        else:
            _read_paragraph(block, reading)
    _close_appendix(reading)
    _write_notes(letter, reading)
    finish(reading, carried, office, letter)
    return written(reading.front, reading.lines), tuple(reading.losses)


# ---- blocks


def _start_page(block: WordParagraph | WordTable, reading: Reading) -> None:
    """Write a new page before a block of the body; before others the layout decides."""
    first = block if isinstance(block, WordParagraph) else block.rows[0][0][0][0]
    is_body = STYLE_NAMES.get(first.style, "body") in _BODY and first.style not in _LETTERHEAD
    if is_body and reading.lines and reading.last != "appendix":
        reading.write("page", "::: halaman-baru")


def _read_paragraph(paragraph: WordParagraph, reading: Reading) -> None:  # noqa: PLR0912 - one branch a role
    text = paragraph.text.strip()
    for loss in paragraph.losses:
        reading.lose(loss, text)
    if paragraph.has_blank and not text:
        _read_blank(reading)
    if not text or paragraph.style in _LETTERHEAD:
        return
    heading = _HEADING.fullmatch(paragraph.style)
    role = "heading" if heading else STYLE_NAMES.get(paragraph.style, "body")
    match role:
        case "heading":
            level = int(heading.group(1)) if heading else 1
            reading.write("heading", f"{'#' * min(level, 6)} {_marked(paragraph)}")
        case "title" if reading.is_appendix:
            _open_appendix(text, reading)
        case "title":
            reading.front["judul"] = text.title() if "judul" not in reading.front else reading.front["judul"]
        case "nomor":
            reading.front["nomor"] = text.partition(":")[2].strip() or _legal_number(text)
        case "reference":
            _read_reference(text, reading)
        case "recipient":
            reading.recipients.append(text)
        case "tembusan":
            reading.tembusan.append(MARK.sub("", text))
        case "pairs":
            _read_pair(paragraph, reading)
        case "quote":
            reading.write("quote", f"> {_marked(paragraph)}")
        case "signature" if placed := _PLACE.fullmatch(text):
            reading.front["tempat"] = placed.group("place")
        case "signature" | "verification":
            read_date(text, reading)
        case "appendix":
            _close_appendix(reading)
            reading.is_appendix = True
        case "item" | "body" if _CLAUSE.match(paragraph.text):
            _read_clause(paragraph, reading)
        case "item":
            _read_item(paragraph, reading)
        case "body" if paragraph.is_numbered or (reading.last == "item" and paragraph.left > _STEP):
            _read_item(paragraph, reading)
        case _:
            _read_text(paragraph, reading)


def _read_text(paragraph: WordParagraph, reading: Reading) -> None:
    """Write a paragraph of the body, in a container where it is aligned otherwise than text usually is."""
    line = _guarded(_marked(paragraph))
    is_usual = paragraph.align in {"left", "both"} and paragraph.align == paragraph.style_align
    container = None if is_usual else _CONTAINERS.get(paragraph.align)
    if container is None or _DICTUM.fullmatch(paragraph.text.strip()):
        reading.write("body", line)
    else:
        reading.write("body", f"::: {container}\n{line}\n:::")


def _read_blank(reading: Reading) -> None:
    """Count a line to be written on; several that follow each other are one block."""
    count = int(reading.lines.pop().rpartition(" ")[2]) if reading.last == "blank" else 0
    if not count:
        reading.write("blank", "")
        reading.lines.pop()
    reading.lines.append(f"::: isian {count + 1}")


def _guarded(line: str) -> str:
    """Return a line of text so that it does not begin a list, a heading or a container."""
    found = _STARTS.match(line)
    if found is None:
        return line
    if found["mark"]:
        at = found.end("mark")
        return f"{line[:at]}\\{line[at:]}"
    return f"{found['other']}\u00a0{line[found.end() :]}" if found["other"] else f"\\{line}"


def _marked(paragraph: WordParagraph) -> str:
    """Return the text of a paragraph as markup, with the blanks that its lines end with."""
    text = inline(paragraph.pieces)
    return _BLANK.sub("[...]", text) if paragraph.has_blank else text


def _legal_number(text: str) -> str:
    """Return the number of ``NOMOR 12 TAHUN 2026``."""
    found = _LEGAL_NUMBER.fullmatch(text)
    return found.group("number") if found else text


def _read_reference(text: str, reading: Reading) -> None:
    label, separator, value = text.partition(":")
    key = REFERENCE.get(label.strip().casefold())
    if separator and key:
        reading.front[key] = value.strip()
    elif text != reading.form_code and not read_date(text, reading):
        reading.lose("baris kepala surat", text)


def _read_pair(paragraph: WordParagraph, reading: Reading) -> None:
    label, _, value = _marked(paragraph).partition("\t:\t")
    mark = MARK.match(label)
    number, name = (mark.group(1), label[mark.end() :]) if mark else ("-", label)
    reading.write("pairs", f"{number} {name.strip()} : {value.strip()}".rstrip())


def _read_clause(paragraph: WordParagraph, reading: Reading) -> None:
    """Write ``Menimbang : a. bahwa …``; the letters that follow stand under it."""
    reading.write("body", _marked(paragraph).replace("\t:\t", " : ", 1).replace("\t", " "))
    reading.last = "clause"
    reading.left = [paragraph.left]


def _open_appendix(title: str, reading: Reading) -> None:
    reading.write("appendix", f"::: lampiran {title}")
    reading.is_open = True


def _close_appendix(reading: Reading) -> None:
    if reading.is_open:
        reading.write("appendix", ":::")
    reading.is_open = False


def _read_item(paragraph: WordParagraph, reading: Reading) -> None:
    mark = MARK.match(paragraph.text)
    if reading.last == "clause" and mark is not None:
        reading.lines.append(f"   {mark.group(1)} {_marked(paragraph)[len(mark.group(0)) :]}")
        return
    while reading.left and paragraph.left < reading.left[-1] - _STEP:
        reading.left.pop()
    if reading.last != "item" or not reading.left or paragraph.left > reading.left[-1] + _STEP:
        reading.left = [paragraph.left] if reading.last != "item" else [*reading.left, paragraph.left]
    indent = "   " * (len(reading.left) - 1)
    content = _marked(paragraph)
    if mark is None:
        reading.write("item", f"\n{indent}   {content}")
        return
    sign = {"☐": "- [ ]", "•": "*"}.get(mark.group(1), mark.group(1))
    reading.write("item", f"{indent}{sign} {content[len(mark.group(0)) :]}")


def _write_notes(letter: WordLetter, reading: Reading) -> None:
    """Write the footnotes under the text; a mark without a note is taken out."""
    marked = dict.fromkeys(_NOTE_MARK.findall("\n".join(reading.lines)))
    for name in marked:
        if text := inline(letter.notes.get(name, ())):
            line = text.replace("\\\n", "\\ ")
            reading.write("note", f"[^{name}]: {line}")
        else:
            reading.lines = [line.replace(f"[^{name}]", "") for line in reading.lines]
            reading.lose("catatan kaki tanpa isi", name)


def _read_table(table: WordTable, reading: Reading) -> None:
    """Write a table of the letter; look into one that only arranges (signatures, heads)."""
    cells = [cell for row in table.rows for cell in row]
    names = {each.style for inside, _, _ in cells for each in inside if each.text.strip()}
    if names and names <= _LETTERHEAD:
        return
    styles = {STYLE_NAMES.get(name, "") for name in names}
    if not table.has_lines and len(table.rows) == 1 and styles <= _BODY - {"table"} and styles:
        _read_columns(table, reading)
        return
    if (
        not styles
        or styles & _FURNITURE
        or (not table.has_lines and styles & _HEADS and styles <= _HEADS | {""})
    ):
        reading.signed += _signature_columns(table)
        for inside, _, _ in cells:
            for paragraph in inside:
                _read_paragraph(paragraph, reading)
        return
    rows = [_row(row, reading, is_head=at < table.header_rows) for at, row in enumerate(table.rows)]
    if not rows:
        return
    reading.lose("lebar kolom tabel", " | ".join(rows[0]))
    heads = max(1, table.header_rows)
    if not table.header_rows:
        rows.insert(0, ["" for _ in rows[0]])
    lines = [f"| {' | '.join(row)} |" for row in rows]
    lines.insert(heads, f"|{'|'.join(map(_DASHES.__getitem__, table.column_aligns()))}|")
    reading.write("table", "\n".join(lines))


def _read_columns(table: WordTable, reading: Reading) -> None:
    """Write cells of text that stand beside each other as columns."""
    columns = [inside for inside, _, _ in table.rows[0] if any(each.text.strip(" ") for each in inside)]
    reading.write("columns", "::: kolom")
    for at, inside in enumerate(columns):
        if at:
            reading.lines.append("===")
        reading.last = "columns"
        for paragraph in inside:
            _read_paragraph(paragraph, reading)
    reading.lines.append(":::")
    reading.last = "columns"


def _signature_columns(table: WordTable) -> list[list[str]]:
    """Return the lines of signatures in each column of a table, from its first row to its last."""
    columns: dict[int, list[str]] = {}
    for row in table.rows:
        at = 0
        for inside, width, _ in row:
            lines = (each.text.strip() for each in inside if STYLE_NAMES.get(each.style) == "signature")
            columns.setdefault(at, []).extend(part for line in lines for part in line.split("\n") if part)
            at += width
    return [lines for _, lines in sorted(columns.items()) if lines]


def _row(
    row: Iterable[tuple[tuple[WordParagraph, ...], int, bool]], reading: Reading, *, is_head: bool
) -> list[str]:
    """Return the cells of a row in markup; a head is bold by itself."""
    cells: list[str] = []
    for inside, width, is_below in row:
        for paragraph in inside:
            for loss in paragraph.losses:
                reading.lose(loss, paragraph.text)
        written = [each for each in inside if each.text.strip() or each.has_blank]
        if is_head:
            written = [
                replace(each, pieces=tuple(replace(piece, bold=False) for piece in each.pieces))
                for each in written
            ]
        texts = [_marked(each).replace("\\\n", "\\ ") for each in written]
        cells += ["^" if is_below else "\\ ".join(texts), *["<"] * (width - 1)]
    return cells
