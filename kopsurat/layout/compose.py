"""A letter and an office become a document: everything that is printed is decided here."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kopsurat.arguments import expect
from kopsurat.layout.appendix import appendix_blocks
from kopsurat.layout.closing import closed_well
from kopsurat.layout.dateline import dateline, place_and_day
from kopsurat.layout.fit import Fit, fitted
from kopsurat.layout.furniture import later_header
from kopsurat.layout.held import held
from kopsurat.layout.judul import titled_blocks
from kopsurat.layout.kop import compose_kop
from kopsurat.layout.korespondensi import correspondence_blocks
from kopsurat.layout.linebreak import break_paragraph
from kopsurat.layout.model import Align, Attachment, Block, Document, Grid, Paragraph, Role, Run, Section
from kopsurat.layout.nota import note_blocks
from kopsurat.layout.notes import footnotes
from kopsurat.layout.piagam import certificate_blocks, in_frame
from kopsurat.layout.produk_hukum import (
    gazette_line,
    is_regulation,
    legal_blocks,
    opening_lines,
    promulgates,
    promulgation_heading,
)
from kopsurat.layout.profile import on_paper, style_of
from kopsurat.layout.sealing import expect_seal
from kopsurat.layout.shared_styles import kept_with_next, paragraph_style, restyled
from kopsurat.layout.sheet import Sheet, sheet_of
from kopsurat.layout.signature import Signing, signature_blocks
from kopsurat.layout.style import Style
from kopsurat.layout.tabel import is_wide, tabular_blocks
from kopsurat.layout.tembusan import tembusan_blocks
from kopsurat.layout.texts import Notes, plain, text_length
from kopsurat.layout.verification import Verification, verification_of
from kopsurat.letter import Arrangement, Family, Letter
from kopsurat.letter.fields import expect_letter
from kopsurat.letter.places import tells_place
from kopsurat.letterhead import HeadPlace
from kopsurat.office import Office

if TYPE_CHECKING:
    from kopsurat.layout.sealing import SealMark

__all__ = ["compose", "compose_letterhead"]

_UNDATED = dt.date(2000, 1, 1)
"""The date of the file of an empty letterhead, which has none: the same bytes on every day."""


@tells_place
def compose(
    letter: Letter,
    office: Office,
    *,
    style: Style | None = None,
    seal: SealMark | None = None,
    link: str | None = None,
) -> Document:
    """Return the letter as a document, ready for every backend.

    ``style`` defaults to the profile of the office's letterhead. ``seal`` prints and carries our own
    seal, ``link`` a QR code of the caller's own verification page; never both.

    Raises one :class:`ExceptionGroup` of :class:`InvalidLetter` for signers that are unknown or not in
    office, or of :class:`InvalidProfile` for the faults of an own profile; :class:`InvalidProfile` for an
    unknown one, :class:`InvalidOffice` ``institution-missing`` for a letter's own letterhead that begins with
    a name the office has not given, :class:`RenderError` for a seal on a draft, for a letterhead or part that
    no page holds (``head-too-tall``, ``block-too-tall``) and, as :class:`MissingGlyph`, for a character that
    no font has; their path is that of the part: ``isi[2]``, ``desa.toml: pejabat[0]``.
    """
    expect_letter(letter)
    expect(office, Office, "office")
    expect(style, Style | None, "style")
    expect_seal(seal)
    expect(link, str | None, "link")
    letter = replace(letter, signatures=letter.signed_by(office))
    chosen = _style_of(office, style)
    sheet = _sheet(letter, chosen)
    kop = compose_kop(office, sheet, letter.letterhead_under(office))
    header = later_header(letter, office, sheet, kop)
    mark = verification_of(sheet, seal=seal, link=link, is_draft=letter.is_draft)

    def section(tried: Style) -> Section:
        notes, styles = Notes(), _sheet(letter, tried)
        made = Section(
            page=sheet.page,
            blocks=held(_main(letter, office, styles, notes, mark), sheet.width),
            later_header=header,
            footnotes=footnotes(notes, styles),
        )
        return closed_well(_headed(made, kop, office))

    if letter.fit_one_page:
        is_legal = letter.kind.family is Family.PRODUK_HUKUM
        fit = fitted(chosen, section, length=0 if is_legal else text_length(letter.body))
    else:
        fit = Fit(section(chosen), chosen)
    return Document(
        sections=(fit.section, *_appendices(letter, office, fit.style, header, len(fit.section.footnotes))),
        family=sheet.text.family,
        title=f"{letter.kind.title} {letter.nomor}".strip(),
        author=str(office.desa),
        subject=letter.perihal or letter.kind.title,
        date=letter.date,
        attachments=_attachments(seal),
        adjustments=(*_wanting(office, chosen), *fit.report),
    )


@tells_place
def compose_letterhead(
    office: Office, *, style: Style | None = None, seal: SealMark | None = None, link: str | None = None
) -> Document:
    """Return an empty page with the letterhead of ``office``; a QR code stands at its foot."""
    expect(office, Office, "office")
    expect(style, Style | None, "style")
    expect_seal(seal)
    expect(link, str | None, "link")
    sheet = sheet_of(_style_of(office, style))
    kop = compose_kop(office, sheet, office.letterhead.variant)
    mark = verification_of(sheet, seal=seal, link=link)
    empty = Paragraph(inlines=(), style=paragraph_style(pitch=sheet.pitch))
    section = Section(page=sheet.page, blocks=(empty,), footer=mark.blocks if mark else ())
    return Document(
        sections=(_headed(section, kop, office),),
        family=sheet.text.family,
        title=f"Kop surat {office.desa}",
        author=str(office.desa),
        subject="Kop surat",
        date=_UNDATED,
        adjustments=_wanting(office, sheet.style),
    )


def _style_of(office: Office, style: Style | None) -> Style:
    chosen = style or style_of(office.letterhead.profile)
    return on_paper(chosen, office.letterhead.paper) if office.letterhead.paper else chosen


# ---- the document


def _headed(section: Section, kop: tuple[Block, ...], office: Office) -> Section:
    """Return a section with the letterhead in its place: the head of the first page, or before the text."""
    if office.letterhead.place is HeadPlace.BODY:
        return replace(section, blocks=(*kop, *section.blocks))
    return replace(section, first_header=kop)


def _sheet(letter: Letter, style: Style) -> Sheet:
    """Return the styles that the letter's family is set in: certificates in the type of legal products."""
    family, arrangement = letter.kind.family, letter.kind.arrangement
    is_framed = arrangement is Arrangement.CERTIFICATE
    sheet = sheet_of(
        style,
        table="legal" if is_framed or family is Family.PRODUK_HUKUM else "body",
        landscape=is_framed
        or arrangement is Arrangement.WIDE
        or (family is Family.TABEL and is_wide(letter, sheet_of(style))),
    )
    return in_frame(sheet) if is_framed else sheet


def _wanting(office: Office, style: Style) -> tuple[str, ...]:
    """Return what the profile requires and the letterhead lacks: ``script-missing=jawa``."""
    required = style.head.script
    has_lines = office.letterhead.script is not None and office.letterhead.script_lines
    return (f"script-missing={required}",) if required and not has_lines else ()


def _main(
    letter: Letter, office: Office, sheet: Sheet, notes: Notes, mark: Verification | None
) -> tuple[Block, ...]:
    """Return head, body, signatures, notes and copies of the letter itself."""
    compose_own = _ARRANGED.get(letter.kind.arrangement) or _FAMILIES[letter.kind.family]
    body = (*_form_code(letter, sheet), *compose_own(letter, office, sheet, notes))
    signatures = _signatures(letter, office, sheet, mark)
    after = sheet.style.signature.before if signatures else 0
    tembusan = tembusan_blocks(letter.tembusan, sheet)
    if signatures and tembusan:
        signatures = (*signatures[:-1], _with_after(signatures[-1], sheet.tight))
    return (*_kept(body, after, sheet.width), *signatures, *tembusan)


_FAMILIES: Final = {
    Family.KORESPONDENSI: correspondence_blocks,
    Family.JUDUL: titled_blocks,
    Family.PRODUK_HUKUM: legal_blocks,
    Family.TABEL: tabular_blocks,
}
_ARRANGED: Final = {Arrangement.NOTE: note_blocks, Arrangement.CERTIFICATE: certificate_blocks}


def _form_code(letter: Letter, sheet: Sheet) -> tuple[Paragraph, ...]:
    """Return the code of the form, small at the top right."""
    if not letter.kind.form_code:
        return ()
    numbers = sheet.style.signature
    run = Run(text=letter.kind.form_code, style=sheet.sized(numbers.tembusan_size))
    style = paragraph_style(
        pitch=numbers.tembusan_pitch, align=Align.RIGHT, after=numbers.tembusan_pitch // 2, keep_next=True
    )
    return (Paragraph(inlines=(run,), style=style, role=Role.REFERENCE),)


def _kept(blocks: tuple[Block, ...], after: int, width: int) -> tuple[Block, ...]:
    """Return the body with its end, two lines or more, kept together with the signature that follows."""
    if not blocks or not after:
        return blocks
    *before, last = blocks
    if isinstance(last, Paragraph):
        style = restyled(last.style, after=max(last.style.after, after), keep_next=True)
        last = replace(last, style=style)
        if before and _is_short(before[-1]) and break_paragraph(last, width).count == 1:
            before[-1] = kept_with_next(before[-1])
        return (*before, last)
    if isinstance(last, Grid):
        return (*before, *_with_last_rows_kept(replace(last, after=max(last.after, after))))
    return blocks


def _is_short(block: Block) -> bool:
    """Return whether a block can stay whole with the line under it: paragraphs are divided after all."""
    if isinstance(block, Grid):
        return len(block.rows) - block.header_rows <= _SHORT_TABLE
    return isinstance(block, Paragraph)


def _with_last_rows_kept(grid: Grid) -> tuple[Grid, ...]:
    """Return a table whose last rows move to the next page with the signature; short tables move whole."""
    count = len(grid.rows)
    at = next((each for each in range(count - 2, grid.header_rows, -1) if _divides(grid, each)), 0)
    if count - grid.header_rows <= _SHORT_TABLE or not at:
        return (replace(grid, keep_next=count <= _WHOLE_TABLE),)
    first = replace(grid, rows=grid.rows[:at], after=0)
    last = replace(grid, rows=grid.rows[at:], header_rows=0, keep_next=True, goes_on=True, caption="")
    return (first, last)


def _divides(grid: Grid, at: int) -> bool:
    """Return whether no cell reaches from the rows before ``at`` into it."""
    return all(index + cell.rowspan <= at for index, row in enumerate(grid.rows[:at]) for cell in row.cells)


_SHORT_TABLE = 4
"""Rows under the head up to which a table at the end of a letter moves with the signature as a whole."""
_WHOLE_TABLE = 12
"""Rows up to which a table that cannot be divided does so."""


def _with_after(block: Block, after: int) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, style=restyled(block.style, after=max(block.style.after, after)))
    return replace(block, after=max(block.after, after)) if isinstance(block, Grid) else block


# ---- signatures


def _signatures(letter: Letter, office: Office, sheet: Sheet, mark: Verification | None) -> tuple[Block, ...]:
    family = letter.kind.family
    numbers = sheet.style.signature
    align = Align.CENTER if numbers.centered else Align.LEFT
    if family is Family.PRODUK_HUKUM:
        return _legal_signatures(letter, office, sheet, mark)
    signing = Signing(opening=_opening(letter, office, sheet), titles=True, room=numbers.room, align=align)
    return signature_blocks(letter, office, sheet, signing, mark)


def _opening(letter: Letter, office: Office, sheet: Sheet) -> tuple[str, ...]:
    """Return place and date over the signature: nothing where the head of the letter says them."""
    kind = letter.kind
    has_address = kind.family is Family.TABEL and bool(letter.recipients)
    if kind.family is Family.KORESPONDENSI or has_address or kind.arrangement is Arrangement.NOTE:
        return ()
    if kind.place_words:
        return place_and_day(letter, office, kind.place_words)
    return (dateline(letter, office, sheet),)


def _legal_signatures(
    letter: Letter, office: Office, sheet: Sheet, mark: Verification | None
) -> tuple[Block, ...]:
    """Return penetapan at the right; for a regulation pengundangan under it, then the gazette."""
    numbers = sheet.style.signature
    signing = Signing(
        opening=opening_lines(letter, office),
        titles=sheet.style.legal.titles,
        room=numbers.room,
        align=Align.LEFT,
        underline=False,
    )
    announcers = tuple(each for each in letter.signatures if is_regulation(letter) and promulgates(each))
    enacters = tuple(each for each in letter.signatures if each not in announcers)
    enacted = signature_blocks(replace(letter, signatures=enacters), office, sheet, signing, mark)
    if not announcers:
        return enacted
    heading = announcers[0].heading or promulgation_heading(letter, office)
    announced = signature_blocks(
        replace(letter, signatures=(replace(announcers[0], heading=heading), *announcers[1:])),
        office,
        sheet,
        replace(signing, opening=()),
        None,
    )
    gazette = plain(gazette_line(letter, office), sheet.text, sheet.tight, role=Role.SIGNATURE)
    kept = tuple(
        _with_after(
            kept_with_next(each) if isinstance(each, Grid) else each,
            sheet.style.verification.stamp_gap if mark else sheet.tight,
        )
        for each in (*enacted, *map(_to_the_left, announced))
    )
    return (*kept, gazette)


def _to_the_left(block: Block) -> Block:
    """Return a signature grid with its two columns exchanged."""
    if not isinstance(block, Grid):
        return block
    rows = tuple(replace(row, cells=row.cells[::-1]) for row in block.rows)
    return replace(block, columns=block.columns[::-1], rows=rows)


# ---- lampiran, files


def _appendices(
    letter: Letter, office: Office, style: Style, header: tuple[Block, ...], noted: int
) -> tuple[Section, ...]:
    """Return a section for each lampiran; ``noted`` counts the footnotes before them."""
    sections = []
    for appendix in letter.appendices:
        is_legal = letter.kind.family is Family.PRODUK_HUKUM
        sheet = sheet_of(style, table="legal" if is_legal else "body", landscape=appendix.landscape)
        notes = Notes(noted)
        blocks = appendix_blocks(appendix, letter, office, sheet, notes)
        signed = _appendix_signature(letter, office, sheet) if is_legal else ()
        blocks = (*_kept(blocks, sheet.style.signature.before if signed else 0, sheet.width), *signed)
        own = later_header(letter, office, sheet, ()) if appendix.landscape else header
        sections.append(
            Section(
                page=sheet.page,
                blocks=held(blocks, sheet.width),
                first_header=_page_number_only(own),
                later_header=own,
                footnotes=footnotes(notes, sheet),
            )
        )
        noted = notes.count
    return tuple(sections)


def _page_number_only(header: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the page number of a later head: the first page of a lampiran carries no letterhead."""
    return tuple(each for each in header if isinstance(each, Paragraph) and each.role is Role.FURNITURE)


def _appendix_signature(letter: Letter, office: Office, sheet: Sheet) -> tuple[Block, ...]:
    """Return the signature under the lampiran of a legal product, as its head's."""
    if not letter.signatures:
        return ()
    signing = Signing(
        opening=(),
        titles=sheet.style.legal.titles,
        room=sheet.style.signature.room,
        align=Align.LEFT,
        underline=False,
    )
    return signature_blocks(replace(letter, signatures=letter.signatures[:1]), office, sheet, signing, None)


def _attachments(seal: SealMark | None) -> tuple[Attachment, ...]:
    if seal is None:
        return ()
    return (
        Attachment(
            name="surat.json",
            media="application/json",
            data=seal.letter_json,
            description="Isi surat untuk pemeriksaan segel",
        ),
        Attachment(
            name="segel.cose",
            media="application/cose",
            data=seal.cose,
            description="Segel surat (COSE_Sign1)",
        ),
    )
