"""The record of a village office."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from kopsurat.arguments import expect, expect_day, expect_each
from kopsurat.contacts import ContactCard
from kopsurat.letterhead import Letterhead
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
        for field_name, kind in _KINDS.items():
            expect(getattr(self, field_name), kind, field_name)
        expect(self.signatories, tuple, "signatories")
        expect_each(self.signatories, Signatory, "signatories")

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


_KINDS: Final[dict[str, Any]] = {
    **dict.fromkeys(("desa", "kecamatan", "kabupaten"), Level),
    **dict.fromkeys(("provinsi", "address", "head_title"), str),
    **dict.fromkeys(("code", "postal_code", "host"), str | None),
    "contacts": ContactCard | None,
    "letterhead": Letterhead,
}
"""The classes of the fields of an office."""
