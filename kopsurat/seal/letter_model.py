"""A letter as JSON, the form that the commitment covers and ``surat.json`` shows.

Keys are those of surat.md, so that people who open the file know their way. Texts are as printed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, assert_never

from kopsurat.content import blocks
from kopsurat.content.blocks import plain_text
from kopsurat.content.list_parser import item_mark, marker_text
from kopsurat.values import remembered_by_identity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kopsurat.letter import Letter, Signature
    from kopsurat.office import Office, Signatory
    from kopsurat.seal.jcs import Json

__all__ = ["full_jabatan", "letter_fields", "principal"]

Signed: TypeAlias = "tuple[Signature, Signatory]"


def letter_fields(letter: Letter, office: Office) -> dict[str, Json]:
    """Return everything that the letter says, and on whose letterhead; absent parts are left out."""
    fields: dict[str, Json] = {
        "jenis": letter.kind.code,
        "judul": letter.kind.title,
        "bentuk": letter.kind.family.value,
        "susunan": letter.kind.arrangement.value or None,
        "kata_tempat": letter.kind.place_words,
        "kode_formulir": letter.kind.form_code,
        "nomor": letter.nomor,
        "tanggal": letter.date.isoformat(),
        "tempat": letter.place or office.desa.name,
        "sifat": letter.sifat,
        "lampiran": letter.lampiran,
        "perihal": letter.perihal,
        "kepada": list(letter.recipients),
        "di": letter.recipient_place,
        "tembusan": list(letter.tembusan),
        "subjek": letter.subject,
        "ringkas": letter.summary,
        "berlaku_sampai": letter.expires.isoformat() if letter.expires else None,
        "isi": list(_blocks(letter.body)),
        "lampiran_isi": [
            {"judul": each.title, "isi": list(_blocks(each.body))} for each in letter.appendices
        ],
        "penandatangan": [_signature(each) for each in _signed(letter, office)],
        "isian": dict(letter.data),
        "kop": _head(office, letter.letterhead_under(office).value),
    }
    return {name: value for name, value in fields.items() if value not in (None, [], {})}


def principal(letter: Letter, office: Office) -> Signed | None:
    """Return the signature that the seal names: the office's own first one that only signs."""
    signed = _signed(letter, office)
    own = [each for each in signed if not each[0].is_external]
    plain = [each for each in own if not each[0].heading]
    return next(iter(plain or own or signed), None)


def full_jabatan(signed: Signed) -> str:
    """Return the office held, as the seal names it: ``a.n. Kepala Desa, Sekretaris Desa``."""
    signature, signatory = signed
    parts = [
        f"{word} {each}"
        for word, each in (("a.n.", signature.on_behalf), ("u.b.", signature.through))
        if each
    ]
    own = signature.jabatan_line or signatory.jabatan
    return ", ".join([*parts, f"{signature.capacity.value} {own}".strip()])


def _signed(letter: Letter, office: Office) -> tuple[Signed, ...]:
    found = []
    for signature in letter.signed_by(office):
        signatory = signature.signatory
        resolved = office.signatory(signatory) if isinstance(signatory, str) else signatory
        if resolved is not None:
            found.append((signature, resolved))
    return tuple(found)


def _signature(signed: Signed) -> Json:
    signature, signatory = signed
    return {
        "nama": signatory.name,
        "jabatan": full_jabatan(signed),
        **({"pangkat": signatory.rank} if signatory.rank else {}),
        **({"nip": signatory.nip} if signatory.nip else {}),
        **({"pengantar": signature.heading} if signature.heading else {}),
        **({"meterai": True} if signature.has_meterai else {}),
        **({"tertulis": signature.jabatan_line} if signature.jabatan_line else {}),
        **({"luar": True} if signature.is_external else {}),
    }


@remembered_by_identity(64)
def _head(office: Office, variant: str) -> Json:
    letterhead = office.letterhead
    profile = letterhead.profile
    lines: dict[str, Json] = {
        "bentuk": variant,
        "kepala": office.head_title,
        "profil": profile if isinstance(profile, str) else profile.text,
        "halaman": letterhead.pages.value,
        "gaya_kontak": letterhead.contact_style,
        "desa": str(office.desa),
        "kecamatan": str(office.kecamatan),
        "kabupaten": str(office.kabupaten),
        "provinsi": office.provinsi,
        "kode": office.code,
        "alamat": office.address,
        "kode_pos": office.postal_code,
        "kontak": office.contacts.line("lengkap") if office.contacts else None,
        "lembaga": letterhead.institution,
        "aksara": {each.line: each.text for each in letterhead.script_lines} if letterhead.script else {},
        "letak_aksara": letterhead.script_position.value if letterhead.script_position else None,
    }
    return {name: value for name, value in lines.items() if value}


def _blocks(content: Iterable[blocks.Block]) -> Iterator[Json]:
    for block in content:
        yield from _block(block)


def _block(block: blocks.Block) -> Iterator[Json]:
    match block:
        case blocks.Paragraph() | blocks.Heading():
            yield _inline(block.content)
        case blocks.Pairs():
            for row in block.rows:
                number = {"angka": row.number} if row.number else {}
                yield {**number, "label": _inline(row.label), "nilai": _inline(row.value)}
        case blocks.Items():
            marks: list[Json] = [item_mark(block, index) for index in range(len(block.items))]
            yield {"butir": [list(_blocks(item)) for item in block.items], "tanda": marks}
        case blocks.Table():
            rows: list[Json] = [[list(_blocks(cell.content)) for cell in row.cells] for row in block.rows]
            title = {"judul": block.caption} if block.caption else {}
            yield {"tabel": rows, "kepala": min(block.header_rows, len(rows)), **title}
        case blocks.Quote():
            yield {"kutipan": list(_blocks(block.content))}
        case blocks.Columns():
            yield {"kolom": [list(_blocks(column)) for column in block.columns]}
        case blocks.Recitals():
            marks = [marker_text(block.style, at) for at in range(1, len(block.clauses) + 1)]
            clauses = [
                [_inline(clause), *_blocks(below)] if below else _inline(clause)
                for clause, below in block.parts
            ]
            yield {"label": block.label, "butir": clauses, "tanda": marks}
        case blocks.Dictum():
            yield {"label": block.label, "isi": list(_blocks(block.content))}
        case blocks.Blank() | blocks.PageBreak():
            return
        case _:
            assert_never(block)


def _inline(content: tuple[blocks.Inline, ...]) -> Json:
    """Return a text as printed; one with footnotes as its pieces between the marks, and the footnotes."""
    marks = [at for at, inline in enumerate(content) if isinstance(inline, blocks.Note)]
    if not marks:
        return plain_text(content)
    pieces = [
        content[start:stop]
        for start, stop in zip([0, *(at + 1 for at in marks)], [*marks, None], strict=True)
    ]
    notes = [inline for inline in content if isinstance(inline, blocks.Note)]
    return {
        "teks": [plain_text(each) for each in pieces],
        "catatan": [plain_text(each.content) for each in notes],
    }
