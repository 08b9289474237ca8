"""The body that a letter must show: paragraphs, rows, lists, tables, and the marks of footnotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kopsurat.layout.texts import note_mark
from kopsurat.scanning.printed_fields import is_inline, items, ordered
from kopsurat.scanning.sequence import Optional, Row, Words
from kopsurat.scanning.spacing import joined, spaced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kopsurat.scanning.printed_fields import PrintedFields, Steps, Tree
    from kopsurat.scanning.sequence import Step

__all__ = ["ExpectedBody"]


class ExpectedBody:
    """Reads the body of the letter and of each lampiran, and counts footnotes on through all of them.

    ``notes`` are the footnotes, ``marked`` the texts in which they are marked, with the marks, by field.
    """

    def __init__(self, fields: PrintedFields, *, has_pages: bool) -> None:
        self.fields = fields
        self.has_pages = has_pages
        self.notes: list[str] = []
        self.marked: list[tuple[str, str]] = []
        self._first_note = 0

    def part(self, path: str) -> Steps:
        """Return the blocks at ``isi`` or ``lampiran_isi/0/isi``; only there does a note keep its mark."""
        self._first_note = len(self.notes)
        node: Tree = self.fields.tree
        for key in path.split("/"):
            node = node.get(key, {}) if isinstance(node, dict) else {}
        return tuple(self._flow(node))

    def closing(self) -> Steps:
        """Return the footnotes as a DOCX has them: behind everything, their numbers mostly left to Word."""
        numbered = enumerate(self.notes, 1)
        return tuple(
            step
            for number, text in numbered
            for step in (Optional((Words("", (str(number), note_mark(number))),)), Words("", (text,)))
        )

    def _flow(self, node: Tree) -> Iterator[Step]:
        """Yield the steps of a list of blocks."""
        if isinstance(node, str):
            return
        for key in ordered(node):
            yield from self._block_of(node[key])

    def _block_of(self, node: Tree) -> Iterator[Step]:
        if is_inline(node):
            yield from self._inline(node)
        elif isinstance(node, str):
            return
        elif "tabel" in node:
            yield from self._table(node)
        elif "kutipan" in node:
            yield from self._flow(node["kutipan"])
        elif "kolom" in node:
            columns = node["kolom"]
            yield Row(tuple(tuple(self._flow(each)) for each in items(columns)))
        elif "butir" in node:
            yield from self._marked(node)
        elif "label" in node:
            yield from self._inline(node.get("angka", ""))
            yield from self._inline(node["label"])
            yield Words("", (":",))
            yield from self._inline(node.get("nilai", ""))
            yield from self._flow(node.get("isi", {}))

    def _marked(self, node: dict[str, Tree]) -> Iterator[Step]:
        """Yield the items of a list or of recitals, each behind its mark."""
        if "label" in node:
            yield from self._inline(node["label"])
            yield Words("", (":",))
        marks = items(node.get("tanda", {}))
        for at, item in enumerate(items(node["butir"])):
            yield from self._inline(marks[at] if at < len(marks) else "")
            yield from self._cell(item)

    def _table(self, node: dict[str, Tree]) -> Iterator[Step]:
        yield from self._inline(node.get("judul", ""))
        rows = [[tuple(self._cell(cell)) for cell in items(row)] for row in items(node["tabel"])]
        count = self.fields.values.get(str(node.get("kepala", "")))
        texts = (
            spaced(step.texts[0])
            for row in rows[: count if isinstance(count, int) else 0]
            for cell in row
            for step in cell
            if isinstance(step, Words)
        )
        head = joined(*texts)
        for row in rows:
            yield Row(tuple(row), (head,) if head.text else ())

    def _cell(self, node: Tree) -> Iterator[Step]:
        yield from self._inline(node) if is_inline(node) else self._flow(node)

    def _inline(self, node: Tree) -> Iterator[Step]:
        """Yield a text; its footnotes are marks in it, whose texts come later."""
        if isinstance(node, str):
            if node:
                yield from self.fields.steps(node)
            return
        notes, pieces = (list(map(str, items(node.get(key, {})))) for key in ("catatan", "teks"))
        text = ""
        for at, piece in enumerate(pieces):
            yield from self._inline(piece)
            text += self.fields.get(piece) or ""
            if at < len(notes):
                number = self._note(self.fields.get(notes[at]) or "")
                text += note_mark(number)
                yield Words("", (note_mark(number),))
        self.marked += [(piece, text) for piece in pieces[:1]]

    def _note(self, text: str) -> int:
        """Return the number of a footnote."""
        if text not in self.notes[self._first_note :]:
            self.notes.append(text)
        return self.notes.index(text, self._first_note) + 1
