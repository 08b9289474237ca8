"""Documents to bytes: one function and one table of formats, each loaded when it is first asked for."""

from __future__ import annotations

import importlib
from enum import Enum
from typing import Final

from kopsurat.arguments import expect
from kopsurat.errors import RenderError
from kopsurat.fields import FieldCheck
from kopsurat.layout.model import Attachment, Document, Section

__all__ = ["Format", "render"]


class Format(Enum):
    """What a document can be written as."""

    PDF = "pdf"
    DOCX = "docx"
    PNG = "png"


_MODULES: Final = {
    Format.PDF: "kopsurat.backends.pdf",
    Format.DOCX: "kopsurat.backends.docx",
    Format.PNG: "kopsurat.backends.png",
}
"""The module of each format; its ``render`` takes a document and returns bytes."""
_DOCUMENT: Final = FieldCheck(Document, (Attachment, Section))


def render(
    document: Document,
    format: Format | str,  # noqa: A002 - the word of the public contract
    *,
    embed_fonts: bool = False,
) -> bytes:
    """Return the document as a file of ``format`` (a :class:`Format` or its name).

    ``embed_fonts`` puts the fonts into a DOCX too; a PDF always holds them.

    Raises :class:`RenderError` ``format-unknown``, and what the backend raises.
    """
    expect(document, Document, "document")
    _DOCUMENT(document, "document")
    try:
        chosen = Format(format)
    except ValueError as error:
        known = ", ".join(each.value for each in Format)
        raise RenderError("format-unknown", value=str(format), known=known) from error
    options = {"embed_fonts": True} if embed_fonts and chosen is Format.DOCX else {}
    rendered: bytes = importlib.import_module(_MODULES[chosen]).render(document, **options)
    return rendered
