"""A letter (surat): what it says, to whom, who signs it; nothing of how it looks."""

from __future__ import annotations

from dataclasses import field
from enum import Enum
from typing import TYPE_CHECKING, Any

from kopsurat.arguments import expect
from kopsurat.office import Office
from kopsurat.values import value_class

if TYPE_CHECKING:
    import datetime as dt
    import os
    from collections.abc import Iterable, Mapping

    from kopsurat.content.blocks import Block
    from kopsurat.letterhead import LetterheadVariant
    from kopsurat.office import Signatory

__all__ = ["Appendix", "Arrangement", "Capacity", "Family", "Letter", "LetterKind", "Sifat", "Signature"]


class Family(Enum):
    """The layout family of a letter; the value is the word in templates."""

    KORESPONDENSI = "korespondensi"
    JUDUL = "judul"
    PRODUK_HUKUM = "produk hukum"
    TABEL = "tabel"


class Arrangement(Enum):
    """How a type of letter is arranged beside its family; the value is the word in templates."""

    PLAIN = ""
    NOTE = "nota"
    """Date and number stand among the rows of the head, as in a nota dinas."""
    CERTIFICATE = "piagam"
    """On turned paper in a frame, the title and headings of the body large."""
    WIDE = "mendatar"
    """On turned paper: registers, whose pages would else stand now upright, now turned."""


class Sifat(Enum):
    """The handling class of a letter (biasa, penting, segera, rahasia …), as printed."""

    BIASA = "Biasa"
    PENTING = "Penting"
    SEGERA = "Segera"
    SANGAT_SEGERA = "Sangat Segera"
    TERBATAS = "Terbatas"
    RAHASIA = "Rahasia"
    SANGAT_RAHASIA = "Sangat Rahasia"


class Capacity(Enum):
    """In what capacity somebody signs; the value is printed before the office title."""

    OWN = ""
    ACTING = "Pj."  # penjabat
    DUTIES = "Plt."  # pelaksana tugas
    DAILY = "Plh."  # pelaksana harian


@value_class
class LetterKind:
    """A type of letter. ``code`` is its stable name, ``title`` what stands on the letter.

    ``place_words`` stand before the place over the signature (``Ditetapkan di``), the date then on a line of
    its own; ``form_code`` stands small at the top right (``Model N1``).
    """

    code: str
    title: str
    family: Family
    needs_subject: bool = False
    """Whether the letter is about a person or matter that must be named in the seal."""
    place_words: str | None = None
    form_code: str | None = None
    arrangement: Arrangement = Arrangement.PLAIN


@value_class
class Signature:
    """One signature under a letter.

    ``signatory`` signs: the identifier of one of the office's signatories, or a signatory given in
    full. ``on_behalf`` (a.n.) is the identifier or the office title of the principal, ``through``
    (u.b.) that of the officer between. ``heading`` stands above the block (``Mengetahui,``).
    ``jabatan_line`` overrides the office title printed, for signers from outside the office.
    """

    signatory: Signatory | str
    capacity: Capacity = Capacity.OWN
    on_behalf: str | None = None
    through: str | None = None
    heading: str | None = None
    jabatan_line: str | None = None
    is_external: bool = False
    has_meterai: bool = False


@value_class
class Appendix:
    """A lampiran with its own pages. ``landscape`` turns the paper."""

    title: str
    body: tuple[Block, ...]
    landscape: bool = False


@value_class
class Letter:
    """A letter, complete and checked. Dates are days; texts are printed exactly as they stand here."""

    kind: LetterKind
    nomor: str
    date: dt.date
    body: tuple[Block, ...]
    signatures: tuple[Signature, ...] = ()
    place: str | None = None
    """Where it is dated; None: the village's name."""
    sifat: str | None = None
    lampiran: str | None = None
    perihal: str | None = None
    recipients: tuple[str, ...] = ()
    recipient_place: str | None = None
    tembusan: tuple[str, ...] = ()
    subject: str | None = None
    """The person or matter the letter is about, as signed in the seal (never a NIK)."""
    summary: str | None = None
    """One key fact for the seal, at most 48 characters."""
    expires: dt.date | None = None
    appendices: tuple[Appendix, ...] = field(default=())
    letterhead_variant: str | None = None
    """Overrides the variant of the office's letterhead for this letter."""
    fit_one_page: bool = False
    is_draft: bool = False
    private: frozenset[str] = field(default=frozenset())
    """Names of fields that redact drops first (nik …)."""
    data: tuple[tuple[str, str], ...] = field(default=())
    """The filled-in fields of the letter's type, in order, for surat.json and for redaction."""

    @classmethod
    def from_mapping(
        cls,
        mapping: Mapping[str, Any],
        *,
        office: Office | None = None,
        folders: Iterable[str | os.PathLike[str]] = (),
    ) -> Letter:
        """Return the letter that a mapping of the shape of the front matter describes.

        The body is Markdown under ``teks``; ``isian`` holds the fields of the letter's type. ``office`` gives
        the names that letter types print, ``folders`` hold letter types of one's own. Raises one
        :class:`ExceptionGroup` of :class:`InvalidLetter` with a path for every fault.
        """
        from kopsurat.letter.mapping import letter_from_mapping

        return letter_from_mapping(mapping, office=office, folders=folders)

    def letterhead_under(self, office: Office) -> LetterheadVariant:
        """Return the letterhead it carries: its own, the jabatan head of legal products, or the office's.

        Raises :class:`InvalidOffice` ``institution-missing`` where its own begins with the name of an
        institution and the office has none.
        """
        expect(office, Office, "office")
        from kopsurat.errors import InvalidOffice
        from kopsurat.letterhead import LetterheadVariant

        if self.letterhead_variant:
            own = LetterheadVariant(self.letterhead_variant)
            if office.letterhead.lacks_name(own):
                raise InvalidOffice("institution-missing", path="kop.lembaga", value=own.value)
            return own
        is_legal = self.kind.family is Family.PRODUK_HUKUM
        return LetterheadVariant.JABATAN if is_legal else office.letterhead.variant

    def signed_by(self, office: Office) -> tuple[Signature, ...]:
        """Return the signatures with every reference to the office's signatories resolved.

        Raises one :class:`ExceptionGroup` of :class:`InvalidLetter` for unknown identifiers and for
        signatories who were not in office on the letter's date.
        """
        expect(office, Office, "office")
        from kopsurat.letter.signing import resolve_signatures

        return resolve_signatures(self, office)
