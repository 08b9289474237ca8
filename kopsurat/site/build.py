"""The files of the site as values: the same office and lists give the same bytes."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from collections.abc import Mapping
from importlib import resources
from typing import TYPE_CHECKING, Any, Final

from kopsurat.arguments import expect, expect_each
from kopsurat.dates import MONTHS
from kopsurat.errors import InvalidOffice
from kopsurat.messages import codes, explain, sentence_of
from kopsurat.office import Office
from kopsurat.seal.codebook import JABATAN, LETTER_TYPES
from kopsurat.seal.lists import parse_list
from kopsurat.seal.records import IssuedList, KeyList, RevokedList
from kopsurat.seal.verdict import Answer, Kind, Verdict
from kopsurat.site import contact

if TYPE_CHECKING:
    from collections.abc import Iterable


__all__ = ["LISTS", "PAGE", "build_site"]

LISTS: Final = ".well-known/kopsurat/"
PAGE: Final = "v/"
_ENGLISH_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_CODE: Final = re.compile(r"""["'`]([a-z]+(?:-[a-z0-9]+)*)["'`]""")
_SHOWN: Final = ("page-", "compare-", "verdict-", "fact-")
"""How the codes begin that the script puts together."""
_PLACEHOLDER: Final = re.compile(r"@([A-Z_]+)@")


def build_site(
    office: Office,
    *,
    keys: bytes,
    lists: Iterable[bytes] = (),
    downloads: Mapping[str, bytes] | None = None,
) -> dict[str, bytes]:
    """Return every file of the site by its path.

    ``keys`` is the signed key list, ``lists`` the signed revoked and issued lists of its keys;
    ``downloads`` are further files by name, offered on the contact page. The lists come first in the
    result, the key list that announces them after, the pages last: written in this order, a reader
    never meets a page whose lists are not there yet. Raises :class:`InvalidOffice` without a
    verification host, :class:`TrustError` for a list that is none.
    """
    expect(office, Office, "office")
    expect(keys, bytes, "keys")
    lists = expect_each(lists, bytes, "lists")
    expect(downloads, Mapping | None, "downloads")
    if office.host is None:
        raise InvalidOffice("site-no-host", path="verifikasi.situs")
    listing = parse_list(keys).listing
    if not isinstance(listing, KeyList) or listing.office.host != office.host:
        raise InvalidOffice("site-keys-of-another-office", path="verifikasi.situs", value=office.host)
    files = {LISTS + _list_name(each): each for each in lists}
    names = [f"/{path}" for path in files]
    files[f"{LISTS}keys.json"] = keys
    files |= {f"unduhan/{name}": content for name, content in (downloads or {}).items()}
    files |= contact.pages(office, downloads=tuple(downloads or ()))
    files |= _checker(office, keys, names)
    return files


def _list_name(data: bytes) -> str:
    match parse_list(data).listing:
        case RevokedList(kid=kid):
            return f"revoked-{kid.hex()}.json"
        case IssuedList(kid=kid):
            return f"issued-{kid.hex()}.json"
        case _:
            raise InvalidOffice("site-list-of-another-kind")


def _checker(office: Office, keys: bytes, lists: list[str]) -> dict[str, bytes]:
    """Return the page that checks letters, its service worker and its manifest."""
    page = _page(office, keys)
    version = hashlib.sha256(page).hexdigest()[:12]
    worker = _fill(_asset("sw.js"), {"VERSION": version, "LISTS": json.dumps(lists)})
    name = explain("page-title", "id")
    manifest = {
        "name": f"{name} – {office.desa}",
        "short_name": name,
        "lang": "id",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": "#f4f5f2",
        "theme_color": "#0b4a3a",
        "icons": [{"src": "icon.svg", "sizes": "any", "type": "image/svg+xml", "purpose": "any"}],
    }
    return {
        f"{PAGE}sw.js": worker.encode(),
        f"{PAGE}manifest.webmanifest": json.dumps(manifest, ensure_ascii=False, indent=1).encode(),
        f"{PAGE}icon.svg": _asset("icon.svg").encode(),
        f"{PAGE}index.html": page,
    }


def _page(office: Office, keys: bytes) -> bytes:
    script, style = _asset("verify.min.js").strip(), _asset("style.css").strip()
    facts = {
        "CSP": _policy(script, style),
        "TITLE": f"{explain('page-title', 'id')} – {office.host}",
        "OFFICE": str(office.desa),
        "HOST": office.host or "",
        "CONTACT": "../kontak/",
    }
    texts = {name: html.escape(text) for name, text in facts.items()}
    page_words = {
        code.upper().replace("-", "_"): html.escape(explain(code, "id"))
        for code in _words()
        if code.startswith("page-")
    }
    raw = {"STYLE": style, "SCRIPT": script, "DATA": _data(office, keys)}
    return _fill(_asset("index.html"), {**page_words, **texts, **raw}).encode()


def _policy(script: str, style: str) -> str:
    """Return the page's Content-Security-Policy: its own script and style by hash, its own lists, no more."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src '{_hash(script)}'",
            f"style-src '{_hash(style)}'",
            "connect-src 'self'",
            "img-src 'self' blob:",
            "media-src blob:",
            "manifest-src 'self'",
            "worker-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _data(office: Office, keys: bytes) -> str:
    """Return what the script needs, as JSON that cannot end its element."""
    data: dict[str, Any] = {
        "host": office.host,
        "keys": json.loads(keys),
        "codebook": {"letter_types": LETTER_TYPES, "jabatan": JABATAN},
        "colors": {kind.value: Verdict(kind=kind, intact=Answer.UNKNOWN).color for kind in Kind},
        "months": {"id": MONTHS, "en": _ENGLISH_MONTHS},
        "words": {code: list(sentence_of(code)) for code in _words()},
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _words() -> list[str]:
    """Return the codes whose sentences the page can show: its own, and those that the script names."""
    named = set(_CODE.findall(_asset("verify.min.js")))
    return [code for code in codes() if code in named or code.startswith(_SHOWN)]


def _fill(template: str, values: Mapping[str, str]) -> str:
    return _PLACEHOLDER.sub(lambda found: values[found.group(1)], template)


def _asset(name: str) -> str:
    return (resources.files("kopsurat.site") / "assets" / name).read_text("utf-8")
