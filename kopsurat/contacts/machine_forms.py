"""The contact card for machines: vCard 4 (RFC 6350) and schema.org JSON-LD."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kopsurat.contacts.card import ContactCard
    from kopsurat.contacts.hours import ServiceHours
    from kopsurat.contacts.phone import Phone

__all__ = ["json_ld_of", "json_ld_script", "vcard_of"]

_LONGEST_LINE: Final = 75
_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def vcard_of(card: ContactCard, name: str, *, person: str = "", jabatan: str = "") -> str:
    """Return vCard 4 text with CRLF line ends, lines folded at 75 bytes."""
    return "".join(f"{_folded(line)}\r\n" for line in _vcard_lines(card, name, person, jabatan))


def _vcard_lines(card: ContactCard, name: str, person: str, jabatan: str) -> Iterator[str]:
    shown = person or name or (card.website.host if card.website else "") or card.line() or "Kantor Desa"
    yield "BEGIN:VCARD"
    yield "VERSION:4.0"
    yield f"KIND:{'individual' if person else 'org'}"
    yield f"FN:{_escaped(shown)}"
    if name:
        yield f"ORG:{_escaped(name)}"
    if person and jabatan:
        yield f"TITLE:{_escaped(jabatan)}"
    for phone in card.phones:
        yield _tel(phone, "voice")
    if card.fax:
        yield _tel(card.fax, "fax")
    for email in card.emails:
        yield f"EMAIL;TYPE=work:{_escaped(email.printed)}"
    if card.website:
        yield f"URL;TYPE=work:{card.website.url}"
    if card.officer and not person:
        yield f"X-OFFICER:{_escaped(card.officer)}"
    notes = [str(card.hours)] if card.hours else []
    notes += [f"Darurat: {card.emergency}"] if card.emergency else []
    if notes:
        yield f"NOTE:{_escaped('; '.join(notes))}"
    yield "END:VCARD"


def _tel(phone: Phone, use: str) -> str:
    types = f"work,{use}" + (",cell,text" if phone.is_mobile and use == "voice" else "")
    return f'TEL;VALUE=uri;TYPE="{types}":{phone.uri}'


def _escaped(text: str) -> str:
    for character, written in (
        ("\\", "\\\\"),
        (",", "\\,"),
        (";", "\\;"),
        ("\r\n", "\\n"),
        ("\n", "\\n"),
        ("\r", "\\n"),
    ):
        text = text.replace(character, written)
    return text


def _folded(line: str) -> str:
    """Fold a line at 75 bytes, never inside a character (RFC 6350, 3.2)."""
    pieces: list[str] = []
    piece, size = "", 0
    for character in line:
        width = len(character.encode("utf-8", "replace"))
        if size + width > _LONGEST_LINE:
            pieces.append(piece)
            piece, size = " ", 1
        piece += character
        size += width
    return "\r\n".join([*pieces, piece])


def json_ld_of(card: ContactCard, name: str) -> dict[str, Any]:
    """Return a schema.org ``GovernmentOffice``; keys without a value are left out."""
    office: dict[str, Any] = {"@context": "https://schema.org", "@type": "GovernmentOffice"}
    if name:
        office["name"] = name
    if card.website:
        office["url"] = card.website.url
    dialled = [phone.e164 or phone.digits for phone in card.phones]
    if dialled:
        office["telephone"] = dialled[0] if len(dialled) == 1 else dialled
    if card.fax:
        office["faxNumber"] = card.fax.e164
    if card.emails:
        office["email"] = (
            card.emails[0].printed if len(card.emails) == 1 else [e.printed for e in card.emails]
        )
    points = list(_contact_points(card))
    if points:
        office["contactPoint"] = points
    if card.hours:
        office["openingHoursSpecification"] = _opening_hours(card.hours)
    return office


def json_ld_script(card: ContactCard, name: str) -> str:
    """Return the card of the office ``name`` as a script element that no text in it can end."""
    text = json.dumps(card.json_ld(name=name), ensure_ascii=False).replace("<", "\\u003c")
    return f'<script type="application/ld+json">{text}</script>'


def _contact_points(card: ContactCard) -> Iterator[dict[str, Any]]:
    for phone in card.phones:
        if phone.whatsapp and phone.has_whatsapp:
            yield {
                "@type": "ContactPoint",
                "contactType": "WhatsApp",
                "telephone": phone.e164,
                "url": phone.whatsapp,
            }
    if card.emergency:
        number = card.emergency.e164 or card.emergency.digits
        yield {"@type": "ContactPoint", "contactType": "emergency", "telephone": number}


def _opening_hours(hours: ServiceHours) -> list[dict[str, Any]]:
    spans: list[dict[str, Any]] = [
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": [_DAYS[day % 7] for day in range(span.first, _last(span.first, span.last) + 1)],
            "opens": f"{span.opens // 60:02}:{span.opens % 60:02}",
            "closes": "23:59" if span.closes == 24 * 60 else f"{span.closes // 60:02}:{span.closes % 60:02}",
        }
        for span in hours.spans
    ]
    if hours.operation == "24 jam":
        spans.append(
            {
                "@type": "OpeningHoursSpecification",
                "dayOfWeek": list(_DAYS),
                "opens": "00:00",
                "closes": "23:59",
            }
        )
    return spans


def _last(first: int, last: int) -> int:
    return last if last >= first else last + 7
