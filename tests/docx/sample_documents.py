"""Documents made by hand, with every block that a backend must draw."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

from kopsurat.content.images import Image, read_image
from kopsurat.layout.measures import mm, pt
from kopsurat.layout.model import (
    Align,
    Attachment,
    Block,
    Borders,
    Cell,
    Document,
    Grid,
    LineBreak,
    PageBreak,
    PageNumber,
    PageSetup,
    Paragraph,
    ParagraphStyle,
    Picture,
    Role,
    Row,
    Rule,
    Run,
    Section,
    Stroke,
    Symbol,
    Tab,
    TextStyle,
    VAlign,
)
from kopsurat.qr import encode

F4 = PageSetup(
    width=12189,
    height=18709,
    top=mm(20),
    bottom=mm(20),
    left=mm(25),
    right=mm(20),
    header_distance=mm(10),
    footer_distance=mm(10),
)
A4 = replace(F4, width=11906, height=16838)
A4_LANDSCAPE = replace(F4, width=16838, height=11906)
LINK = "https://sukamaju.desa.id/v#" + "28471936502" * 20

SENTENCES = (
    (
        "Dalam rangka meningkatkan keterbukaan informasi publik serta mempercepat pelayanan kepada "
        "masyarakat, Pemerintah Desa Sukamaju akan menetapkan nomor telepon, alamat surel, dan situs web "
        "desa sebagai saluran komunikasi resmi yang dicantumkan pada setiap kop surat."
    ),
    (
        "Sehubungan dengan hal tersebut, kami mengundang Bapak/Ibu/Saudara untuk hadir dalam musyawarah desa "
        "yang akan diselenggarakan dengan ketentuan sebagai berikut, dengan membawa usulan tertulis hasil "
        "musyawarah RT/RW masing-masing, dengan perkiraan volume, lokasi, dan jumlah penerima manfaat."
    ),
    (
        "Apabila berhalangan hadir, Saudara dapat menugaskan seorang wakil dengan surat kuasa tertulis, dan "
        "memberitahukannya kepada petugas layanan informasi desa paling lambat satu hari sebelum pelaksanaan."
    ),
)


def crest() -> Image:
    """The emblem of an invented village."""
    return read_image((Path(__file__).parent / "crest.png").read_bytes(), name="lambang.png")


def text_style(size: float = 12, **how: Any) -> TextStyle:
    """Type of ``size`` points in Arial."""
    how.setdefault("family", "Arial")
    return TextStyle(size=round(2 * size), **how)


def paragraph(
    text: str | tuple[Any, ...], *, size: float = 12, role: Role = Role.BODY, level: int = 0, **how: Any
) -> Paragraph:
    """A paragraph of one type; ``how`` holds fields of the paragraph style and of the type."""
    types = {name: how.pop(name) for name in ("bold", "italic", "underline", "family") if name in how}
    style = text_style(size, **types)
    how.setdefault("pitch", pt(round(2.5 * size) / 2))
    runs = (Run(text=text, style=style),) if isinstance(text, str) else text
    return Paragraph(inlines=runs, style=ParagraphStyle(**how), role=role, level=level)


def kop(width: int) -> tuple[Block, ...]:
    """A letterhead: the emblem, the lines, the rule."""

    def line(text: str, size: float, *, role: Role = Role.LETTERHEAD, **how: Any) -> Paragraph:
        how.setdefault("pitch", pt(size * 1.2))
        return paragraph(text, size=size, role=role, align=Align.CENTER, **how)

    contact = "Telp: (0267) 555231 • Email: sekretariat@sukamaju.desa.id"
    lines = (
        line("PEMERINTAH KABUPATEN SUKAMULYA", 14, pitch=pt(17)),
        line("KECAMATAN KARANGTENGAH", 14, pitch=pt(17)),
        line("DESA SUKAMAJU", 18, pitch=pt(22), bold=True, after=mm(1.5)),
        line("Jalan Raya Sukamaju Nomor 17, Kode Pos 41355", 10, pitch=pt(12.5), role=Role.CONTACT),
        line(contact, 10, pitch=pt(12.5), role=Role.CONTACT),
        paragraph(
            (Run(text="sukamaju.desa.id", style=text_style(10), link="https://sukamaju.desa.id"),),
            size=10, pitch=pt(12.5), role=Role.CONTACT, align=Align.CENTER,
        ),
    )  # fmt: skip
    side = mm(28)
    emblem = Picture(image=crest(), width=mm(24), height=mm(24), alt="Lambang Kabupaten Sukamulya")
    grid = Grid(
        columns=(side, width - 2 * side, side),
        rows=(Row(cells=(Cell(blocks=(emblem,)), Cell(blocks=lines), Cell(blocks=()))),),
        layout=True,
        role=Role.LETTERHEAD,
    )
    return grid, Rule(thick=pt(3), gap=pt(1), thin=15, before=mm(2), after=mm(6))


def page_number() -> tuple[Block, ...]:
    """The head of later pages."""
    style = text_style(10)
    inlines = (Run(text="– ", style=style), PageNumber(style=style), Run(text=" –", style=style))
    return (paragraph(inlines, size=10, align=Align.CENTER, role=Role.FURNITURE, after=mm(4)),)


def reference() -> tuple[Block, ...]:
    """Nomor, Sifat, Lampiran, Perihal."""
    left = mm(30) + mm(3)
    style: dict[str, Any] = {
        "left": left, "first": -left, "role": Role.REFERENCE,
        "tabs": (Tab(position=mm(30)), Tab(position=left)),
    }  # fmt: skip
    rows = (
        ("Nomor", "005/012/DS-SM/XI/2026"),
        ("Sifat", "Penting"),
        ("Lampiran", "1 (satu) berkas"),
        (
            "Perihal",
            "Undangan Musyawarah Desa Penyusunan Rencana Kerja Pemerintah Desa Tahun 2027 & Penetapannya",
        ),
    )
    return tuple(paragraph(f"{label}\t:\t{value}", **style) for label, value in rows)


def signature(width: int) -> tuple[Block, ...]:
    """The signature, with a QR symbol on the left."""

    def line(text: str, **how: Any) -> Paragraph:
        return paragraph(
            text, role=Role.SIGNATURE, align=Align.CENTER, keep_next=True, keep_lines=True, **how
        )

    half = round(width * 0.55)
    symbol = Symbol(
        matrix=encode(LINK, level="M"),
        size=mm(35),
        alt="Kode QR untuk memeriksa surat ini",
        link=LINK,
        frame=Stroke(width=pt(0.5), color="595959"),
    )
    caption = paragraph(
        "sukamaju.desa.id\nPindai untuk memeriksa surat ini",
        size=7,
        pitch=pt(8.5),
        role=Role.VERIFICATION,
        before=pt(2),
    )
    lines = (
        line("Sukamaju, 24 November 2026"),
        line("KEPALA DESA SUKAMAJU,", after=mm(22)),
        line("H. AHMAD SUDRAJAT, S.Sos.", bold=True, underline=True),
    )
    cells = (Cell(blocks=(symbol, caption), valign=VAlign.BOTTOM), Cell(blocks=lines))
    return (
        Grid(
            columns=(half, width - half),
            rows=(Row(cells=cells),),
            layout=True,
            role=Role.SIGNATURE,
            after=pt(12),
        ),
    )


def table() -> Grid:
    """A table with a repeated head, spans and borders."""
    thin = Stroke(width=pt(0.5))
    box = Borders(top=thin, bottom=thin, left=thin, right=thin)

    def cell(text: str, *, header: bool = False, align: Align = Align.LEFT, **how: Any) -> Cell:
        inside = paragraph(text, size=11, role=Role.TABLE, pitch=pt(14), bold=header, align=align)
        return Cell(blocks=(inside,), borders=box, padding=mm(1.5), padding_y=mm(0.5), header=header, **how)

    head = Row(cells=(cell("No.", header=True), cell("Uraian", header=True), cell("Jumlah", header=True)))
    rows = tuple(
        Row(
            cells=(
                cell(f"{n}."),
                cell(f"Kegiatan ke-{n} menurut rencana kerja desa"),
                cell(f"{n * 125}.000", align=Align.RIGHT),
            )
        )
        for n in range(1, 4)
    )
    spanned = (
        Row(cells=(cell("a", rowspan=2, valign=VAlign.CENTER), cell("Jumlah seluruhnya", colspan=2))),
        Row(cells=(cell("b"), cell("c"))),
    )
    return Grid(
        columns=(mm(12), mm(100), mm(40)),
        rows=(head, *rows, *spanned),
        header_rows=1,
        after=pt(8),
        caption="Rencana kegiatan",
    )


def letter(page: PageSetup = F4, *, pages: int = 2) -> Document:
    """A letter with every kind of block, over at least ``pages`` pages."""
    width = page.measure
    body = {"align": Align.JUSTIFY, "first": mm(12.5), "after": pt(6), "pitch": pt(18)}
    blocks: list[Block] = [
        *reference(),
        paragraph("Yth. Bapak/Ibu Ketua RT dan RW\nse-Desa Sukamaju", role=Role.RECIPIENT, before=pt(12)),
        paragraph("di Tempat", role=Role.RECIPIENT, after=pt(12)),
        *(paragraph(sentence, **body) for sentence in SENTENCES),
        paragraph(
            (
                Run(text="Narahubung: ", style=text_style()),
                Run(text="(0267) 555-231", style=text_style(), no_break=True, link="tel:+62267555231"),
                Run(text=", ", style=text_style()),
                Run(text="tebal", style=text_style(bold=True)),
                Run(text=" dan ", style=text_style()),
                Run(text="miring", style=text_style(italic=True)),
                LineBreak(),
                Run(text="baris kedua sesudah pindah baris.", style=text_style()),
            ),
            **body,
        ),
        paragraph("1.\tSatu butir yang panjangnya lebih dari satu baris supaya gantungannya terlihat.",
                  role=Role.ITEM, level=1, left=mm(8), first=-mm(8), tabs=(Tab(position=mm(8)),)),
        paragraph("Mengetahui", role=Role.HEADING, level=1, bold=True, after=pt(6), keep_next=True),
        table(),
        paragraph("Nama\t\t", tabs=(Tab(position=mm(30), leader="dot"),
                                    Tab(position=width, align="right", leader="line"))),
    ]  # fmt: skip
    for _ in range(pages - 1):
        blocks += [paragraph(sentence, **body) for sentence in SENTENCES * 2]
    blocks += [
        *signature(width),
        paragraph("Tembusan:", size=10, role=Role.TEMBUSAN),
        paragraph("1.\tCamat Karangtengah;", size=10, role=Role.TEMBUSAN, left=mm(6), first=-mm(6)),
        paragraph("2.\tArsip.", size=10, role=Role.TEMBUSAN, left=mm(6), first=-mm(6)),
    ]
    first = Section(page=page, blocks=tuple(blocks), first_header=kop(width), later_header=page_number())
    return Document(
        sections=(first,),
        family="Arial",
        title="Undangan Musyawarah Desa",
        author="Pemerintah Desa Sukamaju",
        subject="Undangan <Musyawarah> & Desa",
        date=dt.date(2026, 11, 24),
        attachments=(
            Attachment(
                name="surat.json", media="application/json", data=b'{"nomor":"005"}', description="Isi surat"
            ),
            Attachment(
                name="segel.cose", media="application/cose", data=bytes(range(200)), description="Segel"
            ),
        ),
    )


def with_appendix() -> Document:
    """The letter, and an appendix on landscape paper with a title of its own."""
    document = letter(A4)
    blocks = (
        paragraph(
            "DAFTAR KEGIATAN",
            size=14,
            role=Role.TITLE,
            align=Align.CENTER,
            bold=True,
            underline=True,
            after=mm(6),
        ),
        table(),
        PageBreak(),
        table(),
        table(),
    )
    head = (
        paragraph(
            "Lampiran Nomor 005/012/DS-SM/XI/2026",
            size=10,
            role=Role.APPENDIX,
            align=Align.RIGHT,
            after=mm(4),
        ),
    )
    appendix = Section(
        page=A4_LANDSCAPE, blocks=blocks, first_header=head, later_header=head, footer=page_number()
    )
    return replace(document, sections=(*document.sections, appendix))
