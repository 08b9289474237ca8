"""The record of a village office."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from kopsurat.arguments import expect, expect_day, expect_number
from kopsurat.contacts import ContactCard
from kopsurat.content.images import Image
from kopsurat.fields import FieldCheck
from kopsurat.letterhead import (
    HeadPages,
    HeadPlace,
    HeadRule,
    Letterhead,
    LetterheadVariant,
    OwnProfile,
    Script,
    ScriptLine,
    ScriptPosition,
)
from kopsurat.values import unchangeable, value_class

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping


__all__ = ["Level", "Office", "Signatory"]


@value_class
class Level:
    """An administrative level: the word used for it there (``Kecamatan``, ``Kapanewon``) and its name."""

    word: str
    name: str

    def __str__(self) -> str:
        return f"{self.word} {self.name}"


@value_class
class Signatory:
    """Somebody who signs for the office. ``jabatan`` is the office held, without the village's name.

    ``since`` and ``until`` bound the term of office, both days included; None: not known.
    ``rank`` is the civil servant's pangkat/golongan.
    """

    id: str
    name: str
    jabatan: str
    nip: str | None = None
    rank: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None

    def is_in_office(self, day: dt.date) -> bool:
        """Return whether ``day`` lies in the term of office as far as it is known."""
        expect_day(day, "day")
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@unchangeable
@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A village office: names by level, address, contacts, letterhead, signatories.

    ``code`` is the kode wilayah (``32.15.01.2001``); ``host`` the site that verifies its letters.
    """

    desa: Level
    kecamatan: Level
    kabupaten: Level
    provinsi: str = ""
    code: str | None = None
    address: str = ""
    postal_code: str | None = None
    contacts: ContactCard | None = None
    letterhead: Letterhead = field(default_factory=Letterhead)
    signatories: tuple[Signatory, ...] = ()
    head_title: str = "Kepala Desa"
    """The title of the head there: Kepala Desa, Keuchik, Wali Nagari, Perbekel, Lurah …"""
    host: str | None = None

    def __post_init__(self) -> None:
        _OFFICE(self)
        if self.letterhead.crest_height is not None:
            expect_number(self.letterhead.crest_height, "letterhead.crest_height", least=0)

    @classmethod
    def from_mapping(cls, mapping: Mapping[str, Any]) -> Office:
        """Return the office that a mapping of the shape of desa.toml describes.

        ``kop.lambang`` may be bytes instead of a path, ``kop.profil`` an
        :class:`~kopsurat.letterhead.OwnProfile`. Raises one :class:`ExceptionGroup` of
        :class:`InvalidOffice` (and of the contact errors) with a path for every fault.
        """
        from kopsurat.office.mapping import office_from_mapping

        return office_from_mapping(mapping)

    def signatory(self, identifier: str) -> Signatory | None:
        """Return the signatory with this identifier, or None."""
        expect(identifier, str, "identifier")
        return next((each for each in self.signatories if each.id == identifier), None)


_SIGNATORY: Final = FieldCheck(Signatory, ())
_LETTERHEAD: Final = FieldCheck(
    Letterhead,
    (
        *(HeadPages, HeadPlace, HeadRule, Image, LetterheadVariant, OwnProfile, Script),
        *(ScriptLine, ScriptPosition),
    ),
    FieldCheck(OwnProfile, ()),
    FieldCheck(ScriptLine, ()),
)
_OFFICE: Final = FieldCheck(
    Office, (ContactCard, Level, Letterhead, Signatory), FieldCheck(Level, ()), _SIGNATORY, _LETTERHEAD
)
