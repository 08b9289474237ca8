"""What the time of drawing one letter goes into.

python tests/benchmarks/pdf.py
"""

from __future__ import annotations

import io
import timeit
import zlib
from typing import TYPE_CHECKING

import reference_letter as ours

from kopsurat.backends.pdf import Level, draw
from kopsurat.backends.pdf.corefont import core_font
from kopsurat.backends.pdf.file import PdfFile
from kopsurat.backends.pdf.flow import Flow
from kopsurat.backends.pdf.metadata import metadata_of
from kopsurat.backends.pdf.pen import Pen, qr_path
from kopsurat.fonts import face
from kopsurat.layout.typeset import typeset
from kopsurat.qr import encode

if TYPE_CHECKING:
    from collections.abc import Callable

_LINK = f"https://sumberejo.desa.id/v#{10**590}"


def best(work: Callable[[], object], number: int = 100) -> float:
    """Return the least time of one run in microseconds."""
    return min(timeit.repeat(work, number=number, repeat=7)) / number * 1e6


def main() -> None:
    """Measure and print."""
    document, _ = ours.sealed(ours.letter(5))
    placed = typeset(document)
    page, matrix = placed.pages[0], encode(_LINK, level="M")
    file = PdfFile(io.BytesIO(), level=Level.A3A, lang=document.lang)
    file.add(placed)

    def content() -> Pen:
        pen, marks = Pen(file.resources, 900), file.tree.begin_page(1)
        flow = Flow(file.writer, file.tree, file.tree.root, document.lang)
        flow.begin_page(pen, marks, right=500)
        flow.content(page.header, section="Kop surat")
        flow.content(page.body)
        return pen

    def frame() -> None:
        empty = PdfFile(io.BytesIO(), level=Level.A3A, lang=document.lang)
        empty.close(metadata_of(document))

    code = "\n".join(content().code).encode("latin-1")
    core_font.cache_clear()
    rows = {
        "the whole file": best(lambda: draw(placed), 20),
        "content and tree of the page": best(content),
        "of it, the path of the QR code": best(lambda: qr_path(matrix)),
        "deflating the content": best(lambda: zlib.compress(code, 1)),
        "a file without pages or fonts": best(frame),
        "once in a process: reading one font": best(core_font.__wrapped__.__get__(face("Arial")), 1),
    }
    for name, cost in rows.items():
        print(f"{name:40} {cost:8.1f} µs")  # noqa: T201 - this is a command


if __name__ == "__main__":
    main()
