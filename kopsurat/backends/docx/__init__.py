"""A document as a DOCX file that looks like the PDF, stays editable and is made of its parts directly."""

from __future__ import annotations

from kopsurat.backends.docx.writer import render

__all__ = ["render"]
