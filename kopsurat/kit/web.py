"""The contact record for screens: a signature under e-mails, and a snippet for a page of another site."""

from __future__ import annotations

import html
from typing import Final

from kopsurat.arguments import expect
from kopsurat.contacts.machine_forms import json_ld_script
from kopsurat.kit.contact import contact_line, contact_rows, hours_line
from kopsurat.kit.paper import name_of_office, place_of_office, text_style
from kopsurat.layout.office_words import address_line, post_line
from kopsurat.office import Office, Signatory

__all__ = ["email_signature", "email_signature_text", "web_snippet"]

_TABLE: Final = (
    'role="presentation" cellpadding="0" cellspacing="0" lang="id" style="border-collapse:collapse"'
)
_CELL: Final = (
    "border-left:3px solid #1a1a1a;padding:2px 0 2px 12px;"
    "font:13px/1.5 Arial,Helvetica,sans-serif;color:#1a1a1a"
)


def _lines(office: Office, signatory: Signatory | None) -> tuple[str, ...]:
    """Return what stands above the contact line: person, post, office, address."""
    person = (signatory.name, post_line(signatory.jabatan, office)) if signatory else ()
    place = f"{name_of_office(office)}, {place_of_office(office)}"
    return tuple(filter(None, (*person, place, address_line(office))))


def email_signature_text(office: Office, signatory: Signatory | None = None) -> str:
    """Return the signature as plain text, the contact line in its last line."""
    expect(office, Office, "office")
    expect(signatory, Signatory | None, "signatory")
    return "\n".join(filter(None, (*_lines(office, signatory), contact_line(office)))) + "\n"


def email_signature(office: Office, signatory: Signatory | None = None) -> str:
    """Return the signature as HTML for an e-mail program: one table with its styles inside, no pictures."""
    expect(office, Office, "office")
    expect(signatory, Signatory | None, "signatory")
    person, *rest = _lines(office, signatory)
    rows = [f'<strong style="font-size:15px">{html.escape(person)}</strong>', *map(html.escape, rest)]
    if line := _linked_line(office):
        rows.append(line)
    content = "<br>\n".join(rows)
    return f'<table {_TABLE}>\n<tr><td style="{_CELL}">\n{content}\n</td></tr></table>\n'


def _linked_line(office: Office) -> str:
    """Return the contact line with its values as links; its text is that of the letterhead."""
    line = contact_line(office)
    pieces, at = [], 0
    for part in contact_rows(office, text_style(10)):
        for run in part:
            found = line.index(run.text, at)
            pieces.append(html.escape(line[at:found]))
            at = found + len(run.text)
            shown = html.escape(run.text)
            link = (
                f'<a href="{html.escape(run.link)}" style="color:#0b4a3a">{shown}</a>' if run.link else shown
            )
            pieces.append(link)
    return "".join(pieces) + html.escape(line[at:])


def web_snippet(office: Office) -> str:
    """Return a section for any page: name, address, linked contacts, hours, and JSON-LD for machines."""
    expect(office, Office, "office")
    name = name_of_office(office)
    card = office.contacts
    lines = [
        f"<strong>{html.escape(name)}</strong>",
        html.escape(address_line(office)),
        _linked_line(office),
        html.escape(hours_line(office)),
    ]
    rows = ["<address>", "<br>\n".join(filter(None, lines)), "</address>"]
    if contact_line(office) and card is not None:
        rows.append(json_ld_script(card, name))
    return "\n".join(['<section lang="id" class="kontak-desa">', *rows, "</section>"]) + "\n"
