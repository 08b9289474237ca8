"""The contact record as every piece of the kit prints it: the line of the letterhead, whole or in rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kopsurat.contacts.card import PROFILES, LineProfile
from kopsurat.layout.contact_line import contact_lines, contact_parts
from kopsurat.layout.kop import contact_profile
from kopsurat.layout.profile import on_paper, style_of
from kopsurat.layout.sheet import Sheet, sheet_of

if TYPE_CHECKING:
    from kopsurat.layout.measures import Length
    from kopsurat.layout.model import Inline, Run, TextStyle
    from kopsurat.office import Office

__all__ = ["contact_line", "contact_lines_of", "contact_rows", "hours_line", "office_sheet", "phone_line"]


def office_sheet(office: Office) -> Sheet:
    """Return the styles of the office's own profile on its own paper."""
    style, paper = style_of(office.letterhead.profile), office.letterhead.paper
    return sheet_of(on_paper(style, paper) if paper else style)


def contact_line(office: Office) -> str:
    """Return the contact line exactly as the letterhead prints it; empty without contacts."""
    return office.contacts.line(contact_profile(office, office_sheet(office))) if office.contacts else ""


def phone_line(office: Office) -> str:
    """Return the telephone part of that line alone."""
    if office.contacts is None:
        return ""
    chosen = PROFILES[contact_profile(office, office_sheet(office))]
    parts = tuple(part for part in chosen.parts if part[0] == "phones")
    return office.contacts.line(LineProfile(parts=parts, separator=chosen.separator))


def hours_line(office: Office) -> str:
    """Return the service hours with their label; empty where the contact line has them already."""
    hours = office.contacts.hours if office.contacts else None
    return f"Jam layanan: {hours}" if hours and str(hours) not in contact_line(office) else ""


def contact_rows(office: Office, text: TextStyle) -> tuple[tuple[Run, ...], ...]:
    """Return the parts of the line, labels and linked values, to stand one under another."""
    if office.contacts is None:
        return ()
    parts, _ = contact_parts(office.contacts, contact_profile(office, office_sheet(office)), text)
    return parts


def contact_lines_of(office: Office, text: TextStyle, width: Length) -> tuple[tuple[Inline, ...], ...]:
    """Return the parts of the line on as few lines of ``width`` as the letterhead would take."""
    if office.contacts is None:
        return ()
    line = contact_lines(office.contacts, contact_profile(office, office_sheet(office)), text, 0, width)
    return (line.inlines,) if line.inlines else ()
