"""Documents as PDF: archivable (PDF/A), accessible (PDF/UA), the same bytes on every day and machine.

Forms are in :mod:`kopsurat.backends.pdf.forms`.
"""

from __future__ import annotations

from kopsurat.backends.pdf.inspecting import PdfSignature, inspect_signatures
from kopsurat.backends.pdf.levels import Level
from kopsurat.backends.pdf.signing import PdfSigner, external_signer, load_pkcs12, sign_pdf
from kopsurat.backends.pdf.writing import draw, render, write_combined

__all__ = [
    "Level",
    "PdfSignature",
    "PdfSigner",
    "draw",
    "external_signer",
    "inspect_signatures",
    "load_pkcs12",
    "render",
    "sign_pdf",
    "write_combined",
]
