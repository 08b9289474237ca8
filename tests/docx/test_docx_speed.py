"""What may be promised on any machine: small files, and memory that does not grow with the letters."""

from __future__ import annotations

import gc
import tracemalloc
from dataclasses import replace

import pytest
import sample_documents as samples

from kopsurat.backends.docx import render
from kopsurat.layout.model import Document


def _numbered(number: int) -> Document:
    document = samples.letter()
    blocks = (samples.paragraph(f"Surat nomor {number} untuk warga {number}."), *document.sections[0].blocks)
    return replace(document, sections=(replace(document.sections[0], blocks=blocks),))


@pytest.mark.slow
def test_memory_stays_flat_over_many_letters() -> None:
    tracemalloc.start()
    try:
        for number in range(700):
            render(_numbered(number))
        gc.collect()
        before = tracemalloc.get_traced_memory()[0]
        for number in range(700, 1000):
            render(_numbered(number))
        gc.collect()
        assert tracemalloc.get_traced_memory()[0] - before < 300_000
    finally:
        tracemalloc.stop()
