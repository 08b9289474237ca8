"""How long a letter takes as DOCX: ``python tests/benchmarks/word.py`` prints the figures, in one run.

The reference letter, every time to another person with another number and link; QR code included. The
rivals get a QR encoder in C++ (zxing-cpp). The floor is what no library can be faster than by much: the
finished XML of one letter with its texts replaced, a QR code in C++, and the zip of the standard library.
"""

from __future__ import annotations

import functools
import io
import statistics
import struct
import sys
import time
import tracemalloc
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE)]

from reference_letter import letter, office  # noqa: E402 - after the path
from rivals import reference  # noqa: E402

from kopsurat import compose, render  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

    from kopsurat import Letter

LOGO = HERE / "reference" / "logo.png"
QR_SIZE = 35  # mm
_MEMORY_ROUNDS = 1000
_WARM = 1000


def link_of(number: int) -> str:
    """Return a link as long as a seal's."""
    return f"https://sumberejo.desa.id/v#{number:06d}" + "28471936502" * 19


def ours(number: int) -> bytes:
    """Return the letter by this package: composed and written."""
    return render(compose(letter(number), office(), link=link_of(number)), "docx")


def composed_and_written(number: int) -> bytes:
    """Return the letter from a value that was read before."""
    return render(compose(_letter(number), office(), link=link_of(number)), "docx")


@functools.lru_cache(maxsize=400)
def _letter(number: int) -> Letter:
    return letter(number)


def qr_png(link: str) -> bytes:
    """Return a QR code as PNG, by zxing-cpp and zlib."""
    import zxingcpp

    pixels = zxingcpp.write_barcode_to_image(
        zxingcpp.create_barcode(link, zxingcpp.BarcodeFormat.QRCode, ec_level="M"), scale=4
    )
    view = memoryview(pixels)
    (height, width), flat = view.shape[:2], view.tobytes()
    rows = b"".join(b"\0" + flat[at : at + width] for at in range(0, height * width, width))

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(rows, 1)) + chunk(b"IEND", b"")


def by_python_docx(number: int) -> bytes:
    """Return the letter made with python-docx, as its documentation shows: what ours prints, as tables."""
    from docx import Document
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm, Pt

    data, document = reference(), Document()
    base = document.styles["Normal"]
    base.font.name, base.font.size = "Arial", Pt(12)
    base.paragraph_format.space_after = Pt(0)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(215), Mm(330)
    section.left_margin, section.right_margin = Mm(25), Mm(20)
    section.top_margin = section.bottom_margin = Mm(20)
    section.different_first_page_header_footer = True
    _letterhead(section.first_page_header)

    document.add_paragraph(data["tempat_tanggal"]).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    nomor = f"400.10.2/{number:04d}/DS-SBR/XI/2026"
    head = (("Nomor", nomor), ("Sifat", data["sifat"]), ("Lampiran", data["lampiran"]), ("Hal", data["hal"]))
    _rows(document, head)
    for line in data["kepada"]:
        document.add_paragraph(line)
    name = f"Slamet {number}"
    first, *others = data["paragraf"]
    _body(document, first.replace("{nama}", name))
    _rows(document, [(a, name if a == "Nama undangan" else b) for a, b in data["tabel"]])
    for text in others:
        _body(document, text)
    _signature(document, link_of(number))
    document.add_paragraph("Tembusan:")
    for at, text in enumerate(data["tembusan"], 1):
        document.add_paragraph(f"{at}. {text}")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _letterhead(header: Any) -> None:
    """Put crest and lines beside each other, and the rule under them."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls
    from docx.shared import Mm, Pt

    kop = reference()["kop"]
    table = header.add_table(1, 2, Mm(170))
    crest, middle = _cells(table, (27, 143))[0]
    crest.paragraphs[0].add_run().add_picture(str(LOGO), width=Mm(25))
    contacts = f"Telp: {kop['telp']} • Email: {kop['email']} • Website: {kop['website']}"
    paragraphs = [middle.paragraphs[0], *(middle.add_paragraph() for _ in range(4))]
    lines = zip((*kop["baris"], kop["alamat"], contacts), (14, 14, 18, 10, 10), strict=True)
    for paragraph, (line, size) in zip(paragraphs, lines, strict=True):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run(line)
        run.font.size, run.bold = Pt(size), size == 18
    rule = header.add_paragraph()
    rule.paragraph_format.space_after = Pt(6)
    border = '<w:bottom w:val="thickThinSmallGap" w:sz="24" w:space="1" w:color="000000"/>'
    rule._p.get_or_add_pPr().append(parse_xml(f"<w:pBdr {nsdecls('w')}>{border}</w:pBdr>"))


def _cells(table: Any, widths: tuple[int, ...]) -> list[tuple[Any, ...]]:
    """Return the cells row by row, as wide as Word (the cells) and LibreOffice (the columns) want to know."""
    from docx.shared import Mm

    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    found = [row.cells for row in table.rows]
    for cells in found:
        for cell, width in zip(cells, widths, strict=True):
            cell.width = Mm(width)
    return found


def _rows(document: Any, pairs: Any) -> None:
    cells = _cells(document.add_table(len(pairs), 3), (37, 4, 129))
    for row, (label, value) in zip(cells, pairs, strict=True):
        for cell, text in zip(row, (label, ":", value), strict=True):
            cell.text = text


def _body(document: Any, text: str) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm, Pt

    paragraph = document.add_paragraph(text)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    paragraph.paragraph_format.first_line_indent = Mm(12.5)
    paragraph.paragraph_format.space_after = Pt(6)


def _signature(document: Any, link: str) -> None:
    """Put the QR code with its caption beside the signature."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm, Pt

    data = reference()
    left, right = _cells(document.add_table(1, 2), (85, 85))[0]
    left.paragraphs[0].add_run().add_picture(io.BytesIO(qr_png(link)), width=Mm(QR_SIZE))
    left.add_paragraph().add_run(data["kaki"]).font.size = Pt(7)
    office, signer = right.paragraphs[0], right.add_paragraph()
    office.alignment = signer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    office.add_run(data["ttd"]["jabatan"])
    signer.paragraph_format.space_before = Mm(22)
    name = signer.add_run(data["ttd"]["nama"])
    name.bold = name.underline = True


@functools.cache
def _template() -> bytes:
    """Return the letter as a template of docxtpl, made with python-docx."""
    from docx import Document

    document = Document(io.BytesIO(by_python_docx(0)))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    for paragraph in (*document.paragraphs, *(each for cell in cells for each in cell.paragraphs)):
        for run in paragraph.runs:
            run.text = run.text.replace("Slamet 0", "{{ nama }}").replace("400.10.2/0000", "{{ nomor }}")
    code = document.tables[-1].cell(0, 0).paragraphs[0]
    code.clear()
    code.add_run("{{ qr }}")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def by_docxtpl(number: int) -> bytes:
    """Return the letter made with docxtpl."""
    from docx.shared import Mm
    from docxtpl import DocxTemplate, InlineImage

    template = DocxTemplate(io.BytesIO(_template()))
    picture = InlineImage(template, io.BytesIO(qr_png(link_of(number))), width=Mm(QR_SIZE))
    template.render({"nama": f"Slamet {number}", "nomor": f"400.10.2/{number:04d}", "qr": picture})
    out = io.BytesIO()
    template.save(out)
    return out.getvalue()


@functools.cache
def _parts() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(ours(0))) as made:
        return {name: made.read(name) for name in made.namelist()}


def floor(number: int) -> bytes:
    """Return the letter by replacing texts in finished XML."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in _parts().items():
            if name == "word/document.xml":
                text = data.decode().replace("Slamet Riyadi 0", f"Slamet Riyadi {number}")
                made.writestr(name, text.replace("400.10.2/0000", f"400.10.2/{number:04d}"))
            elif name.endswith("image1.png"):
                made.writestr(name, qr_png(link_of(number)))
            else:
                made.writestr(name, data)
    return out.getvalue()


def measured(make: Callable[[int], bytes], *, rounds: int) -> tuple[float, float]:
    """Return median and best, in milliseconds of processor time."""
    for number in range(rounds + 1):  # also reads the letters
        make(number)
    times = []
    for number in range(1, rounds + 1):
        begun = time.process_time()
        make(number)
        times.append((time.process_time() - begun) * 1000)
    return statistics.median(times), min(times)


def growth(rounds: int = _MEMORY_ROUNDS) -> int:
    """Return by how many bytes memory grows over ``rounds`` letters, once caches are full."""
    tracemalloc.start()
    for number in range(_WARM):
        ours(number)
    before = tracemalloc.get_traced_memory()[0]
    for number in range(_WARM, _WARM + rounds):
        ours(number)
    after = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return after - before


def main() -> None:
    """Print the figures."""
    rows: tuple[tuple[str, Any, int], ...] = (
        ("kopsurat", ours, 200),
        ("kopsurat, letter read", composed_and_written, 200),
        ("floor: no library", floor, 200),
        ("python-docx", by_python_docx, 30),
        ("docxtpl", by_docxtpl, 30),
    )
    for name, make, rounds in rows:
        median, best = measured(make, rounds=rounds)
        print(f"{name:22} median {median:7.2f} ms  best {best:7.2f} ms  {len(make(1)):7} bytes")  # noqa: T201
    print(f"memory growth over {_MEMORY_ROUNDS} letters: {growth() / 1024:.0f} KiB")  # noqa: T201


if __name__ == "__main__":
    main()
