"""From documents to files: one letter, or many letters in one file."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from kopsurat.backends.pdf.file import PdfFile
from kopsurat.backends.pdf.levels import Level
from kopsurat.backends.pdf.metadata import Metadata, metadata_of
from kopsurat.backends.pdf.objects import text_string

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import BinaryIO

    from kopsurat.layout.model import Document
    from kopsurat.layout.placed import Typeset

__all__ = ["draw", "render", "write_combined"]


def render(document: Document, *, level: Level | None = None, signature_field: str | None = None) -> bytes:
    """Return the document as a PDF file.

    Without ``level`` it is PDF/A-3a where the document carries attachments, else PDF/A-2a, and
    PDF/UA-1 in both. Levels that hold no files (1, 2, 4) leave the attachments out.
    ``signature_field`` names an empty field over the signature block, for ``sign_pdf``. Raises
    :class:`~kopsurat.errors.RenderError`, :class:`~kopsurat.errors.MissingGlyph` and
    :class:`~kopsurat.errors.InvalidImage`.
    """
    from kopsurat.layout.typeset import typeset

    return draw(typeset(document), level=level, signature_field=signature_field)


def draw(typeset: Typeset, *, level: Level | None = None, signature_field: str | None = None) -> bytes:
    """Return a typeset document as a PDF file; see :func:`render`."""
    document = typeset.document
    out = io.BytesIO()
    file = PdfFile(out, level=level or _natural(document), lang=document.lang)
    file.add(typeset, signature_field=signature_field)
    for attachment in document.attachments:
        file.attach(attachment, document.date)
    file.close(metadata_of(document))
    return out.getvalue()


def _natural(document: Document) -> Level:
    return Level.A3A if document.attachments else Level.A2A


def write_combined(
    documents: Iterable[Document],
    out: BinaryIO,
    *,
    title: str,
    level: Level = Level.A3A,
    with_attachments: bool = True,
) -> int:
    """Write many documents into one file, page after page, and return the number of documents.

    ``documents`` is consumed one by one and ``out`` written as it goes: memory does not grow with
    the pages but for a few bytes each. Fonts and crests stand in the file once, every document is a
    part of the structure tree and has a bookmark; attachments get the number of the document before
    their name (``00001-surat.json``). Author, subject, date and language are those of the first document.
    """
    from kopsurat.layout.typeset import typeset

    file: PdfFile | None = None
    count = 0
    for count, document in enumerate(documents, start=1):
        if file is None:
            first = document
            file = PdfFile(out, level=level, lang=document.lang)
        part = file.tree.open("Part", file.tree.root, f"/T{text_string(document.title)}")
        placed = typeset(document)
        file.add(placed, parent=part, bookmark=document.title)
        if with_attachments:
            for attachment in document.attachments:
                file.attach(attachment, document.date, prefix=f"{count:05d}-")
    if file is None:
        from kopsurat.errors import RenderError

        raise RenderError("pdf-nothing-to-combine")
    file.close(
        Metadata(title=title, author=first.author, subject=first.subject, date=first.date, lang=first.lang)
    )
    return count
