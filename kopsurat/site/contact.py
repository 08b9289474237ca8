"""The page of the office's official contacts, for people (tel:, mailto:) and machines (vCard, JSON-LD)."""

from __future__ import annotations

import base64
import hashlib
import html
from typing import TYPE_CHECKING

from kopsurat.contacts.machine_forms import json_ld_script
from kopsurat.errors import KopsuratError
from kopsurat.messages import explain

if TYPE_CHECKING:
    from kopsurat.office import Office

__all__ = ["pages"]

_STYLE = (
    'html{font:18px/1.5 "Noto Sans",Roboto,"Segoe UI",Arial,sans-serif;color:#1a1a1a;background:#f4f5f2}'
    "body{margin:0 auto;max-width:38rem;padding:1rem}h1{font-size:1.35rem;line-height:1.25}"
    "dl{background:#fff;border:1px solid #c9ccc4;border-radius:.6rem;padding:.25rem .9rem}"
    "dt{color:#555;font-size:.85rem;padding-top:.55rem}"
    "dd{margin:0;padding-bottom:.55rem;overflow-wrap:anywhere;font-size:1.2rem}"
    "a{color:#0b4a3a}li,p a{display:inline-block;padding:.4rem 0}"
    ":focus-visible{outline:4px solid #f0a000;outline-offset:2px}"
)
_LABELS = (
    ("phones", "Telepon"),
    ("fax", "Faksimile"),
    ("emergency", "Darurat"),
    ("emails", "Email"),
    ("website", "Website"),
)


def pages(office: Office, *, downloads: tuple[str, ...] = ()) -> dict[str, bytes]:
    """Return the contact page and, where the office has contacts, its vCard."""
    card, name = office.contacts, f"Pemerintah {office.desa}"
    files = {"kontak/index.html": _page(office, name, downloads)}
    if card is not None:
        files["kontak/kontak.vcf"] = card.vcard(name=name).encode()
    return files


def _page(office: Office, name: str, downloads: tuple[str, ...]) -> bytes:
    title = html.escape(explain(KopsuratError("contact-page-title", value=name)))
    parts = [
        "<!doctype html>",
        '<html lang="id"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta http-equiv="Content-Security-Policy" content="{_policy()}">',
        f"<title>{title}</title><style>{_STYLE}</style>",
        json_ld_script(office.contacts, name) if office.contacts else "",
        f"</head><body><main><h1>{title}</h1><p>{html.escape(explain('contact-page-intro'))}</p><dl>",
        *_rows(office),
        "</dl>",
        *_links(office, downloads),
        "</main></body></html>",
    ]
    return "\n".join(part for part in parts if part).encode() + b"\n"


def _policy() -> str:
    digest = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _rows(office: Office) -> list[str]:
    rows = []
    if office.address:
        address = f"{office.address} Kode Pos {office.postal_code}" if office.postal_code else office.address
        rows.append(f"<dt>Alamat</dt><dd>{html.escape(address)}</dd>")
    if (card := office.contacts) is None:
        return rows
    targets = dict(card.links())
    for field, label in _LABELS:
        value = getattr(card, field)
        for each in value if isinstance(value, tuple) else (value,):
            if each is not None:
                link = html.escape(targets[each.printed])
                rows.append(f'<dt>{label}</dt><dd><a href="{link}">{html.escape(str(each))}</a></dd>')
    if card.hours is not None:
        rows.append(f"<dt>Jam layanan</dt><dd>{html.escape(str(card.hours))}</dd>")
    return rows


def _links(office: Office, downloads: tuple[str, ...]) -> list[str]:
    links = [("../v/", explain("contact-page-check"))]
    if office.contacts is not None:
        links.insert(0, ("kontak.vcf", explain("contact-page-save")))
    links += [(f"../unduhan/{name}", name) for name in downloads]
    return [f'<p><a href="{html.escape(target)}">{html.escape(text)}</a></p>' for target, text in links]
