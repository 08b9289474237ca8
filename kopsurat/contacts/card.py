"""The contact card of an office: one record, the one line that is printed, and what machines read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from kopsurat.arguments import expect
from kopsurat.errors import InvalidInput
from kopsurat.values import unchangeable

if TYPE_CHECKING:
    from kopsurat.contacts.email import Email
    from kopsurat.contacts.hours import ServiceHours
    from kopsurat.contacts.phone import Phone
    from kopsurat.contacts.website import Website

__all__ = ["PROFILES", "ContactCard", "LineProfile", "profile_of"]


class LineProfile(NamedTuple):
    """How a contact line is set: ``parts`` names fields and their labels in order."""

    parts: tuple[tuple[str, str], ...]
    separator: str


PROFILES: Final[dict[str, LineProfile]] = {
    "seed": LineProfile(
        parts=(("phones", "Telp: "), ("emails", "Email: "), ("website", "Website: ")),
        separator=" • ",
    ),
    "baku": LineProfile(
        parts=(("phones", "Telepon "), ("fax", "Faksimile "), ("website", "Laman "), ("emails", "Pos-el ")),
        separator=", ",
    ),
    "lengkap": LineProfile(
        parts=(
            ("phones", "Telp: "),
            ("fax", "Fax: "),
            ("emergency", "Darurat: "),
            ("emails", "Email: "),
            ("website", "Website: "),
            ("hours", "Jam layanan: "),
        ),
        separator=" • ",
    ),
}
"""``seed`` is the default; ``baku`` follows the style books; ``lengkap`` prints every field."""


def profile_of(profile: object) -> LineProfile:
    """Return a profile by its name, or as it is.

    Raises :class:`~kopsurat.errors.InvalidInput` ``choice-unknown`` for one that does not exist.
    """
    if isinstance(profile, LineProfile):
        return profile
    if not isinstance(profile, str) or profile not in PROFILES:
        raise InvalidInput("choice-unknown", path="profile", value=profile, choices=", ".join(PROFILES))
    return PROFILES[profile]


_BASIC: Final = (("phones", "phone"), ("emails", "email"), ("website", "website"))


@unchangeable
@dataclass(frozen=True, slots=True, kw_only=True)
class ContactCard:
    """The contacts of one office.

    Fields take values, or text that is parsed on the way in (several faults are raised together
    in one :class:`ExceptionGroup`). ``officer`` names who answers for the contacts.
    """

    phones: tuple[Phone, ...] = ()
    emails: tuple[Email, ...] = ()
    website: Website | None = None
    fax: Phone | None = None
    emergency: Phone | None = None
    hours: ServiceHours | None = None
    officer: str = ""

    def __post_init__(self) -> None:
        from kopsurat.contacts.card_fields import coerced

        for name, value in coerced(self):
            object.__setattr__(self, name, value)

    def line(self, profile: str | LineProfile = "seed") -> str:
        """Return the contact line; a part that is absent leaves no separator behind.

        ``profile`` is ``"seed"``, ``"baku"``, ``"lengkap"`` or a :class:`LineProfile`. Raises
        :class:`~kopsurat.errors.InvalidInput` ``choice-unknown`` for a profile that does not exist.
        """
        chosen = profile_of(profile)
        texts = ((label, self._text_of(name)) for name, label in chosen.parts)
        return chosen.separator.join(label + text for label, text in texts if text)

    def __str__(self) -> str:
        return self.line()

    def _text_of(self, name: str) -> str:
        value = getattr(self, name)
        values = value if isinstance(value, tuple) else (value,)
        return " / ".join(str(one) for one in values if one is not None and one != "")

    @property
    def missing(self) -> tuple[str, ...]:
        """Which of ``phone``, ``email`` and ``website`` the card lacks."""
        return tuple(name for attribute, name in _BASIC if not getattr(self, attribute))

    @property
    def warnings(self) -> tuple[str, ...]:
        """The codes of everything odd in the texts of the card, each once."""
        found: dict[str, None] = {}
        for part in (*self.phones, self.fax, self.emergency, *self.emails, self.website):
            found.update(dict.fromkeys(part.warnings if part is not None else ()))
        return tuple(found)

    def inconsistencies(self, *, kabupaten: str | None = None) -> tuple[str, ...]:
        """Return the codes of what does not agree inside the card.

        ``domain-mismatch`` when the e-mail lives on another domain than the website;
        ``phone-area-elsewhere`` when ``kabupaten`` is given and a fixed line's area code belongs
        to another regency.
        """
        expect(kabupaten, str | None, "kabupaten")
        from kopsurat.contacts.consistency import inconsistencies_of

        return inconsistencies_of(self, kabupaten=kabupaten)

    @classmethod
    def parse_line(cls, text: str) -> ContactCard:
        """Read a contact line, or the lines of a letterhead with the address in between.

        Labels may stand in any order and be absent; what is no contact is passed over. Raises the
        error of the field at fault, or an :class:`ExceptionGroup` when several are.
        """
        from kopsurat.contacts.line import read_line

        return read_line(text)

    def vcard(self, *, name: str = "", person: str = "", jabatan: str = "") -> str:
        """Return the card as vCard 4 (RFC 6350) of the organization ``name``.

        With ``person`` it is the card of somebody there, who holds the office ``jabatan``.
        """
        for field, given in (("name", name), ("person", person), ("jabatan", jabatan)):
            expect(given, str, field)
        from kopsurat.contacts.machine_forms import vcard_of

        return vcard_of(self, name, person=person, jabatan=jabatan)

    def json_ld(self, *, name: str = "") -> dict[str, Any]:
        """Return the card as schema.org ``GovernmentOffice`` for a page's JSON-LD."""
        expect(name, str, "name")
        from kopsurat.contacts.machine_forms import json_ld_of

        return json_ld_of(self, name)

    def links(self) -> tuple[tuple[str, str], ...]:
        """Return each printed contact with what it links to (``tel:``, ``mailto:``, ``https:``)."""
        phones = [(phone.printed, phone.uri) for phone in (*self.phones, self.fax, self.emergency) if phone]
        emails = [(email.printed, email.uri) for email in self.emails]
        web = [(self.website.printed, self.website.url)] if self.website else []
        return (*phones, *emails, *web)

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: object) -> Any:  # noqa: ANN401 - pydantic's own type
        from kopsurat.contacts.schema import core_schema_of

        return core_schema_of(cls, cls.parse_line, write=lambda card: card.line("lengkap"))

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: object, _handler: object) -> dict[str, Any]:
        from kopsurat.contacts.schema import json_schema_of

        return json_schema_of("card")
