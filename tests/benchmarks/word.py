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
    """Return the letter made with python-docx."""
    from docx import Document
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm, Pt

    data, document = reference(), Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(215), Mm(330)
    section.different_first_page_header_footer = True
    table = section.first_page_header.add_table(1, 2, Mm(165))
    table.cell(0, 0).paragraphs[0].add_run().add_picture(str(LOGO), width=Mm(25))
    middle = table.cell(0, 1)
    for line in (*data["kop"]["baris"], data["kop"]["alamat"], f"Telp: {data['kop']['telp']}"):
        paragraph = middle.add_paragraph(line)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER

    def add(text: str) -> None:
        paragraph = document.add_paragraph()
        run = paragraph.add_run(text)
        run.font.size = Pt(12)
        paragraph.paragraph_format.space_after = Pt(6)

    add(data["tempat_tanggal"])
    for label, value in (("Nomor", f"400.10.2/{number:04d}"), ("Sifat", data["sifat"]), ("Hal", data["hal"])):
        add(f"{label}\t: {value}")
    for line in data["kepada"]:
        add(line)
    add(data["paragraf"][0].replace("{nama}", f"Slamet {number}"))
    for label, value in data["tabel"]:
        add(f"{label}\t: {value}")
    for text in (*data["paragraf"][1:], *data["ttd"].values(), *data["tembusan"]):
        add(text)
    document.add_paragraph().add_run().add_picture(io.BytesIO(qr_png(link_of(number))), width=Mm(QR_SIZE))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@functools.cache
def _template() -> bytes:
    """Return the letter as a template of docxtpl, made with python-docx."""
    from docx import Document

    document = Document(io.BytesIO(by_python_docx(0)))
    for paragraph in document.paragraphs:
        if "Slamet 0" in paragraph.text:
            paragraph.runs[0].text = paragraph.text.replace("Slamet 0", "{{ nama }}")
        if "400.10.2/0000" in paragraph.text:
            paragraph.runs[0].text = paragraph.text.replace("400.10.2/0000", "{{ nomor }}")
    document.paragraphs[-1].clear()
    document.paragraphs[-1].add_run("{{ qr }}")
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
