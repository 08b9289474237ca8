"""The register as printable books: agenda surat keluar and masuk, buku ekspedisi.

Columns as village software implements them from Permendagri 47/2016, whose own page on the Buku
Agenda could not be read (docs/reference/register.md).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from kopsurat.content.blocks import Cell, Paragraph, Row, Table, Text
from kopsurat.letter import Arrangement, Family, Letter, LetterKind, Signature

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from kopsurat.office import Office
    from kopsurat.register.values import Entry, Shipment

__all__ = ["agenda_book", "shipment_book"]

Align = Literal["left", "center", "right"]
_TITLES: Final = {"keluar": "Buku Agenda Surat Keluar", "masuk": "Buku Agenda Surat Masuk"}
_COLUMNS: Final[dict[str, tuple[tuple[str, float, Align], ...]]] = {
    "keluar": (
        ("Nomor urut", 1.1, "center"),
        ("Nomor surat", 3, "left"),
        ("Tanggal surat", 2.1, "left"),
        ("Ditujukan kepada", 3, "left"),
        ("Isi singkat", 4, "left"),
        ("Keterangan", 1.8, "left"),
    ),
    "masuk": (
        ("Nomor urut", 1.1, "center"),
        ("Tanggal penerimaan", 2.1, "left"),
        ("Nomor surat", 3, "left"),
        ("Tanggal surat", 2.1, "left"),
        ("Pengirim", 3, "left"),
        ("Isi singkat", 4, "left"),
    ),
    "ekspedisi": (
        ("Nomor urut", 1.1, "center"),
        ("Tanggal pengiriman", 2.1, "left"),
        ("Tanggal dan nomor surat", 3.2, "left"),
        ("Isi singkat surat yang dikirim", 4, "left"),
        ("Ditujukan kepada", 3, "left"),
        ("Keterangan", 2, "left"),
    ),
}


def agenda_book(
    entries: Sequence[Entry], office: Office, *, direction: str, year: int, date: dt.date
) -> Letter:
    """Return the agenda of a year as a letter of the family tabel, dated ``date``."""
    rows = [_sent(entry) if direction == "keluar" else _received(entry) for entry in entries]
    return _book(f"{_TITLES[direction]} Tahun {year}", _COLUMNS[direction], rows, office, date)


def shipment_book(shipments: Sequence[Shipment], office: Office, *, year: int, date: dt.date) -> Letter:
    """Return the buku ekspedisi of a year as a letter of the family tabel, dated ``date``."""
    rows = [
        (
            str(order),
            _short(each.day),
            f"{_short(each.letter_date)}, {each.nomor}",
            each.summary,
            each.party,
            each.remark,
        )
        for order, each in enumerate(shipments, 1)
    ]
    return _book(f"Buku Ekspedisi Tahun {year}", _COLUMNS["ekspedisi"], rows, office, date)


def _short(day: dt.date) -> str:
    return f"{day:%d-%m-%Y}"


def _sent(entry: Entry) -> tuple[str, ...]:
    record = entry.record
    remark = f"dicabut {_short(entry.revoked.day)}" if entry.revoked else ""
    date = _short(record.date)
    return (str(entry.order), record.nomor, date, record.party, record.summary, remark)


def _received(entry: Entry) -> tuple[str, ...]:
    record = entry.record
    days = _short(record.day), _short(record.date)
    return (str(entry.order), days[0], record.nomor, days[1], record.party, record.summary)


def _book(
    title: str,
    columns: tuple[tuple[str, float, Align], ...],
    rows: Iterable[tuple[str, ...]],
    office: Office,
    date: dt.date,
) -> Letter:
    table = Table(
        rows=(
            _row(tuple(name for name, _, _ in columns), is_head=True),
            _row(tuple(str(number) for number in range(1, len(columns) + 1)), is_head=True),
            *(_row(cells) for cells in rows),
        ),
        aligns=tuple(align for _, _, align in columns),
        widths=tuple(width for _, width, _ in columns),
        header_rows=2,
    )
    kind = LetterKind(code="buku-register", title=title, family=Family.TABEL, arrangement=Arrangement.WIDE)
    return Letter(kind=kind, nomor="", date=date, body=(table,), signatures=_closing(office))


def _closing(office: Office) -> tuple[Signature, ...]:
    """Return who closes a page of a register: the head of the village knows, the secretary keeps it."""
    head = next((each for each in office.signatories if each.jabatan == office.head_title), None)
    keeper = next((each for each in office.signatories if each.jabatan.startswith("Sekretaris")), None)
    if head is None:
        return ()
    if keeper is None:
        return (Signature(signatory=head),)
    return (Signature(signatory=head, heading="Mengetahui"), Signature(signatory=keeper))


def _row(cells: tuple[str, ...], *, is_head: bool = False) -> Row:
    return Row(
        cells=tuple(
            Cell(
                content=(Paragraph(content=(Text(text=text, bold=is_head),), indent=False),),
                align="center" if is_head else None,
            )
            for text in cells
        )
    )
