"""The head of a letter (kop surat): which lines, emblems, rule and pages an office wants."""

from __future__ import annotations

from dataclasses import field
from enum import Enum
from typing import TYPE_CHECKING, Final

from kopsurat.arguments import expect
from kopsurat.errors import InvalidProfile
from kopsurat.shapes import closest
from kopsurat.values import value_class

if TYPE_CHECKING:
    from kopsurat.content.images import Image

__all__ = [
    "PAPERS",
    "PROFILES",
    "HeadPages",
    "HeadPlace",
    "HeadRule",
    "Letterhead",
    "LetterheadVariant",
    "OwnProfile",
    "Script",
    "ScriptLine",
    "ScriptPosition",
    "unknown_profile",
]

PAPERS: Final = ("F4", "F4-210", "folio", "A4", "A5", "Letter", "Legal")
"""The names of the papers that letters are printed on; their sizes stand in :mod:`kopsurat.layout.style`."""
PROFILES: Final = ("umum", "karawang-74-2020", "bantul-134-2020", "permendagri-1-2023")
"""The names of the built-in profiles."""


class LetterheadVariant(Enum):
    """Whose letterhead it is; the value is the word in desa.toml."""

    PEMERINTAH = "pemerintah desa"  # DESA X
    PEMERINTAH_PANJANG = "pemerintah desa lengkap"  # PEMERINTAH DESA X
    KEPALA = "kepala desa"
    SEKRETARIAT = "sekretariat"
    BPD = "bpd"
    LKD = "lkd"  # institution first, own emblem
    RW = "rw"
    RT = "rt"
    KELURAHAN = "kelurahan"
    JABATAN = "jabatan"  # the centred head of legal products
    WITHOUT = "tanpa"  # none: what a citizen writes and signs


class HeadRule(Enum):
    """The rule under the letterhead; the value is the word in desa.toml."""

    THICK_THIN = "tebal-tipis"
    SINGLE = "tunggal"
    DOUBLE = "ganda"
    NONE = "tanpa"


class HeadPages(Enum):
    """On which pages the letterhead stands; the value is the word in desa.toml."""

    FIRST = "pertama"
    ALL = "semua"
    SHORT = "ringkas"  # full on the first page, one short line on the later ones


class HeadPlace(Enum):
    """Where the letterhead stands on the first page; the value is the word in desa.toml."""

    HEADER = "kepala"  # in the head of the page, as word processors call it
    BODY = "isi"  # before the text: shown in views without pages, and read by screen readers


class Script(Enum):
    """A local script; the value is the word in desa.toml."""

    BALI = "bali"
    JAWA = "jawa"
    SUNDA = "sunda"
    LONTARA = "lontara"
    ARAB_MELAYU = "arab-melayu"


class ScriptPosition(Enum):
    """Where a line in a local script stands against the Latin line."""

    ABOVE = "atas"
    BELOW = "bawah"


@value_class
class ScriptLine:
    """The text in a local script for one line of the letterhead: ``kabupaten``, ``kecamatan`` or ``desa``."""

    line: str
    text: str


@value_class
class OwnProfile:
    """A profile of the office's own: the text of a TOML file (docs/reference/profiles.md), still unread.

    ``name`` is the path by which the office names the file; errors call it so.
    """

    text: str
    name: str = "profil.toml"


@value_class
class Letterhead:
    """How a kop surat is made up. Its words come from the office, its numbers from the profile."""

    variant: LetterheadVariant = LetterheadVariant.PEMERINTAH
    crest: Image | None = None
    crest_right: Image | None = None
    crest_height: float | None = None
    """In millimetres; None: as the profile has it."""
    rule: HeadRule | None = None
    """None: as the profile has it."""
    pages: HeadPages = HeadPages.FIRST
    place: HeadPlace = HeadPlace.HEADER
    profile: str | OwnProfile = "umum"
    """The name of a built-in profile, or the text of an own one."""
    paper: str | None = None
    """One of :data:`PAPERS`; None: as the profile has it."""
    contact_style: str = "seed"
    """``seed``, ``baku`` or ``lengkap``: the profile of :meth:`~kopsurat.contacts.ContactCard.line`."""
    script: Script | None = None
    script_position: ScriptPosition | None = None
    script_lines: tuple[ScriptLine, ...] = field(default=())
    institution: str = ""
    """LKD: the institution's name; RT and RW: the number, such as ``RT 003/RW 001``."""

    def lacks_name(self, variant: LetterheadVariant) -> bool:
        """Return whether a head of this variant begins with the name of an institution that is not given."""
        expect(variant, LetterheadVariant, "variant")
        return variant is LetterheadVariant.LKD and not self.institution


def unknown_profile(name: str) -> InvalidProfile:
    """Return the error for a name that no built-in profile has."""
    expect(name, str, "name")
    meant = closest(name, PROFILES)
    return InvalidProfile("profile-unknown", value=name, suggestion=meant, known=", ".join(PROFILES))
