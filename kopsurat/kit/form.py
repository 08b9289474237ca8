"""The blank form with which a resident asks for a letter, to be filled in on a screen or by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from kopsurat.arguments import expect
from kopsurat.backends.pdf.forms import (
    CheckBox,
    DateField,
    Field,
    Option,
    RadioGroup,
    TextField,
    field_rows,
    render_form,
    slot,
)
from kopsurat.kit.contact import office_sheet
from kopsurat.kit.head import kop_blocks
from kopsurat.kit.paper import document_of, paragraph, text_style
from kopsurat.layout.measures import Length, mm, pt
from kopsurat.layout.model import (
    Align,
    Block,
    Borders,
    Cell,
    Document,
    Grid,
    Role,
    Row,
    Run,
    Section,
    Stroke,
)
from kopsurat.layout.typeset import count_pages
from kopsurat.office import Office

if TYPE_CHECKING:
    from kopsurat.layout.model import TextStyle
    from kopsurat.layout.sheet import Sheet

__all__ = ["compose_request_form", "draw_request_form"]

_KINDS: Final = RadioGroup(
    name="jenis",
    label="Surat yang dimohon",
    options=(
        Option(key="domisili", label="Keterangan domisili"),
        Option(key="usaha", label="Keterangan usaha"),
        Option(key="tidak-mampu", label="Keterangan tidak mampu"),
        Option(key="kelahiran", label="Keterangan kelahiran"),
        Option(key="kematian", label="Keterangan kematian"),
        Option(key="skck", label="Pengantar SKCK"),
        Option(key="nikah", label="Pengantar nikah"),
        Option(key="pindah", label="Pengantar pindah"),
        Option(key="lain", label="Lainnya"),
    ),
)
_OTHER: Final = TextField(name="jenis_lain", label="Lainnya, sebutkan")
_PERSON: Final[tuple[Field, ...]] = (
    TextField(name="nama", label="Nama lengkap", is_required=True),
    TextField(name="nik", label="NIK", max_length=16, width=mm(55), is_required=True),
    TextField(name="tempat_lahir", label="Tempat lahir"),
    DateField(name="tanggal_lahir", label="Tanggal lahir"),
    TextField(name="pekerjaan", label="Pekerjaan"),
    TextField(name="alamat", label="Alamat, RT/RW", lines=3, is_required=True),
    TextField(name="telepon", label="Telepon/WhatsApp", width=mm(55)),
)
_PURPOSE: Final = TextField(name="keperluan", label="Keperluan", lines=3, is_required=True)
_PAPERS: Final = (
    CheckBox(name="ktp", label="Fotokopi KTP"),
    CheckBox(name="kk", label="Fotokopi KK"),
    CheckBox(name="pengantar", label="Pengantar RT/RW"),
)
_DATE: Final = DateField(name="tanggal", label="Tanggal permohonan")
_LABELS: Final = mm(45)


class _Look(NamedTuple):
    """How loosely the form is set: lines of long fields, millimetres between sections and to sign, points."""

    lines: int
    gap: float
    room: float
    size: float

    @property
    def text(self) -> TextStyle:
        """The style of labels and fields."""
        return text_style(self.size)

    @property
    def strong(self) -> TextStyle:
        """The style of headings."""
        return text_style(self.size, bold=True)


_LOOKS: Final = (
    _Look(3, 5.0, 18.0, 11.0),
    _Look(2, 3.0, 16.0, 10.5),
    _Look(2, 2.0, 13.0, 10.0),
    _Look(2, 1.2, 12.0, 9.0),
    _Look(2, 1.0, 12.0, 8.0),
)
"""To be tried until all stands on one page."""
_PROMISE: Final = (
    "Data di atas saya isi dengan benar. Data ini hanya dipakai untuk membuat surat yang saya mohon."
)


def compose_request_form(office: Office) -> tuple[Document, tuple[Field, ...]]:
    """Return the form as a document on the office's own paper, and its fields for :func:`render_form`."""
    expect(office, Office, "office")
    sheet = office_sheet(office)
    kop = kop_blocks(office, sheet)
    document = document_of(office, sheet.page, (), title=f"Formulir permohonan surat {office.desa}")
    for look in _LOOKS:
        person = tuple(_with_lines(each, look.lines) for each in (*_PERSON, _PURPOSE))
        section = Section(page=sheet.page, blocks=_blocks(office, sheet, person, look), first_header=kop)
        made = replace(document, sections=(section,))
        if count_pages(made) == 1:
            break
    return made, (_KINDS, _OTHER, *person, *_PAPERS, _DATE)


def draw_request_form(office: Office) -> bytes:
    """Return the form as a PDF with fields, PDF/A-2a and PDF/UA-1."""
    document, fields = compose_request_form(office)
    return render_form(document, fields)


def _with_lines(field: Field, lines: int) -> Field:
    return replace(field, lines=lines) if isinstance(field, TextField) and field.lines > 1 else field


def _blocks(office: Office, sheet: Sheet, person: tuple[Field, ...], look: _Look) -> tuple[Block, ...]:
    width = sheet.width
    title = paragraph(
        "FORMULIR PERMOHONAN SURAT",
        text_style(14, bold=True),
        align=Align.CENTER,
        role=Role.TITLE,
        after=look.gap,
    )
    return (
        title,
        _section("Surat yang dimohon", look),
        _choices(_KINDS, width, look.text),
        *field_rows((_OTHER,), style=look.text, width=width, label_width=_LABELS),
        _section("Pemohon", look, before=look.gap),
        *field_rows(person, style=look.text, width=width, label_width=_LABELS),
        _section("Berkas yang dibawa", look, before=look.gap),
        _ticks(width, look.text),
        paragraph(_PROMISE, look.text, before=look.gap, after=look.gap),
        _signature(width, look),
        _for_the_office(width, look),
        *_closing(office),
    )


def _section(text: str, look: _Look, *, before: float = 0.0) -> Block:
    return paragraph(text, look.strong, after=1, before=before, role=Role.HEADING, level=1)


def _choices(group: RadioGroup, width: Length, text: TextStyle) -> Grid:
    """Return the options of a group in three columns."""
    columns = 3
    cells = [
        Cell(
            blocks=(
                paragraph(
                    (slot(group.name, text, option=each.key), _label(each.label, text)), text, leading=1.75
                ),
            )
        )
        for each in group.options
    ]
    rows = tuple(Row(cells=tuple(cells[at : at + columns])) for at in range(0, len(cells), columns))
    return Grid(columns=(width // columns,) * columns, rows=rows, layout=True, after=mm(1))


def _ticks(width: Length, text: TextStyle) -> Grid:
    cells = tuple(
        Cell(blocks=(paragraph((slot(each.name, text), _label(each.label, text)), text, leading=1.75),))
        for each in _PAPERS
    )
    return Grid(columns=(width // 3,) * 3, rows=(Row(cells=cells),), layout=True)


def _label(label: str, text: TextStyle) -> Run:
    return Run(text=f" {label}", style=text)


def _signature(width: Length, look: _Look) -> Grid:
    """Return the date at the left and the place of the signature at the right."""
    half = width // 2
    date = field_rows((_DATE,), style=look.text, width=half, label_width=_LABELS)
    signer = (
        paragraph("Pemohon,", look.text, align=Align.CENTER, after=look.room, role=Role.SIGNATURE),
        paragraph("( …………………………………… )", look.text, align=Align.CENTER, role=Role.SIGNATURE),
    )
    cells = (Cell(blocks=date), Cell(blocks=signer))
    return Grid(columns=(half, width - half), rows=(Row(cells=cells),), layout=True, after=mm(look.gap))


def _for_the_office(width: Length, look: _Look) -> Grid:
    """Return the frame that the office fills in by hand."""
    line = Stroke(width=pt(0.75))
    frame = Borders(top=line, bottom=line, left=line, right=line)
    texts = ("Diterima tanggal", "Nama petugas", "Nomor surat")
    head = Cell(
        blocks=(paragraph("Diisi oleh petugas", look.strong),),
        borders=frame,
        colspan=3,
        padding=mm(2),
        padding_y=mm(1),
    )
    cells = tuple(
        Cell(blocks=(paragraph(text, text_style(9)),), borders=frame, padding=mm(2), padding_y=mm(1))
        for text in texts
    )
    rows = (Row(cells=(head,)), Row(cells=cells, height=mm(look.room)))
    return Grid(columns=(width // 3,) * 3, rows=rows, layout=True, after=mm(4))


def _closing(office: Office) -> tuple[Block, ...]:
    hours = office.contacts.hours if office.contacts else None
    text = f"Serahkan formulir ini ke kantor {office.desa}"
    return (paragraph(f"{text} pada jam layanan {hours}." if hours else f"{text}.", text_style(9)),)
