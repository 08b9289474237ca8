"""The documents whose DOCX and PDF must agree."""

from __future__ import annotations

import datetime as dt
import random
import re
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING, Any

import sample_documents as samples

from kopsurat.layout.measures import pt
from kopsurat.layout.model import (
    Align,
    Borders,
    Cell,
    Document,
    Grid,
    ParagraphStyle,
    Row,
    Rule,
    Section,
    Stroke,
    VAlign,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kopsurat.layout.model import Block, Paragraph

__all__ = ["hand_made"]

_DEALT_OF_MANY = 20
"""What LibreOffice deals out to a page of a document of more than a hundred paragraphs."""
_WORDS = re.findall(
    r"\S+",
    """desa musyawarah pembangunan rencana kerja pemerintah masyarakat kegiatan anggaran pendapatan
    belanja pelaksanaan dan yang di untuk dengan dari pada oleh sebagai tahun 2026 nomor 12 Rp125.000,00 RT/RW
    sehubungan hal tersebut dimohon kehadiran Bapak/Ibu sebaik-baiknya masing-masing undang-undang
    pertanggungjawaban keberlanjutan penyelenggaraan kependudukan a b ke s.d. (terlampir) “kutipan” –
    Kecamatan Karangtengah Kabupaten Sukamulya Jawa Barat surat keterangan domisili
    005/012/DS-SM/XI/2026 100.3.3.2/012/DS-SM/XI/2026 Rp1.250.000,00 2026-2027 24-11-2026 e-KTP H-1 ke-2
    COVID-19 dan/atau a.n. 5–7 https://sukamaju.desa.id/berita sekretariat@sukamaju.desa.id 0812-0000-0231
    50% RT-03 S.Sos.-nya [12] “e-Desa” 1/2 (H-7) 09.00–11.30 Moh.Ali x=2 A&B No.5""",
)


def hand_made() -> dict[str, Document]:
    """Return the samples with every block, and text of many lines in each family."""
    documents = {
        "letter": samples.letter(),
        "letter_of_four_pages": samples.letter(samples.A4, pages=4),
        "letter_with_appendix": samples.with_appendix(),
    }
    for number, family in enumerate(("Arial", "Times New Roman", "Bookman Old Style")):
        for align in (Align.JUSTIFY, Align.LEFT):
            name = f"text_{family.split()[0].lower()}_{align.value}"
            documents[name] = running_text(family, align, seed=number)
    documents["rows_of_least_height"] = _document(tuple(_tables()))
    for before in (19, 24, 25):
        documents[f"heading_after_{before}"] = _document(tuple(_heading_at_the_foot(before)))
    for over in (2, 10):
        documents[f"heading_over_f4_by_{over}"] = _over_f4(over)
    documents["spaces_that_meet"] = _document(
        (_line("a", after=85), _line("b", before=113), Rule(thick=30, before=200), _line("c", before=40))
    )
    return documents


def _document(blocks: tuple[Block, ...]) -> Document:
    """Return blocks on A4 in Arial."""
    return Document(
        sections=(Section(page=samples.A4, blocks=blocks),),
        family="Arial",
        title="Contoh",
        author="Desa Sukamaju",
        subject="Contoh",
        date=dt.date(2026, 11, 24),
    )


def _line(text: str, *, pitch: int = 300, **how: Any) -> Paragraph:
    made = samples.paragraph(text)
    return replace(made, style=ParagraphStyle(pitch=pitch, **how))


def _tables() -> Iterator[Block]:
    """Yield tables whose rows are lower, a little higher and much higher than their content."""
    stroke = Stroke(width=10)
    boxed = Borders(top=stroke, bottom=stroke, left=stroke, right=stroke)
    for height, padding, borders, valign in product(
        (290, 310, 600), (0, 40), (boxed, Borders()), (VAlign.TOP, VAlign.CENTER)
    ):
        look = {"borders": borders, "padding_y": padding, "valign": valign}
        cells = (Cell(blocks=(_line("1"),), **look), Cell(blocks=(_line("dua"), _line("baris")), **look))
        rows = (Row(cells=cells, height=height), Row(cells=cells[:1] * 2, height=height))
        yield Grid(columns=(1500, 3000), rows=rows, after=40)


def _heading_at_the_foot(before: int) -> Iterator[Block]:
    """Yield a heading that would just fit on the page after ``before`` paragraphs, its text not."""
    room = samples.A4.height - samples.A4.top - samples.A4.bottom
    for number in range(before):
        yield _line(f"baris {number}", pitch=(room - 320) // before)
    yield _line("JUDUL", keep_next=True)
    yield _line("Isi di bawah judul.")
    yield from (_line("lanjutan") for _ in range(90 if before == _DEALT_OF_MANY - 1 else 3))


def _over_f4(over: int) -> Document:
    """Return a document whose heading does not fit on F4 paper by so many twips; LibreOffice's is higher."""
    page = samples.F4
    pitch = 300
    rest = page.height - page.top - page.bottom - 40 * pitch
    full = (*(_line(f"baris {number}", pitch=pitch) for number in range(40)), _line("sela", pitch=rest - 600))
    heading = _line("JUDUL", pitch=300 + over, keep_next=True)
    made = _document((*full, heading, *(_line(f"lanjutan {number}") for number in range(9))))
    return replace(made, sections=(replace(made.sections[0], page=page),))


def running_text(family: str, align: Align, *, seed: int) -> Document:
    """Return forty paragraphs of many sizes and indents."""
    blocks = tuple(_paragraphs(family, align, random.Random(seed)))
    return Document(
        sections=(Section(page=samples.F4 if seed % 2 else samples.A4, blocks=blocks),),
        family=family,
        title="Contoh",
        author="Desa Sukamaju",
        subject="Contoh",
        date=dt.date(2026, 11, 24),
    )


def _paragraphs(family: str, align: Align, chance: random.Random) -> Iterator[Paragraph]:
    for _ in range(40):
        text = " ".join(chance.choices(_WORDS, k=chance.randint(25, 70))).capitalize() + "."
        size = chance.choice((9, 10, 11, 12))
        style = ParagraphStyle(
            pitch=pt(round(size * 2.4) / 2),
            align=align,
            left=chance.choice((0, 360, 730, 2000)),
            right=chance.choice((0, 0, 400, 146)),
            first=chance.choice((0, 0, 709, -360)),
            after=chance.choice((0, 60, 120)),
        )
        made = samples.paragraph(text, size=size, family=family, bold=chance.random() < 0.1)
        yield type(made)(inlines=made.inlines, style=style)
