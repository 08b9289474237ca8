"""What does not agree inside a contact card."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from kopsurat.contacts.area_codes import all_places, places_of
from kopsurat.contacts.domains import assess

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kopsurat.contacts.card import ContactCard
    from kopsurat.contacts.email import Email
    from kopsurat.contacts.website import Website

__all__ = ["inconsistencies_of", "is_mismatch"]


def inconsistencies_of(card: ContactCard, *, kabupaten: str | None = None) -> tuple[str, ...]:
    """Return the codes of what does not agree; see :meth:`ContactCard.inconsistencies`."""
    return tuple(dict.fromkeys(_inconsistencies(card, kabupaten)))


def is_mismatch(email: Email, website: Website) -> bool:
    """Tell whether an e-mail's own domain is another than the website's.

    A free mailbox, and one that the regency gives (go.id), belong to no website of the village.
    """
    if email.tier in {"free", "gov"} or website.tier == "free":
        return False
    facts = assess(website.host)
    if facts.marks & {"social", "free-host", "vendor"}:
        return False
    return assess(email.domain).registered != facts.registered


def _inconsistencies(card: ContactCard, kabupaten: str | None) -> Iterator[str]:
    website = card.website
    if website is not None and any(is_mismatch(email, website) for email in card.emails):
        yield "domain-mismatch"
    areas = {phone.area_code for phone in (*card.phones, card.fax) if phone is not None and phone.area_code}
    if len(areas) > 1:
        yield "phone-areas-differ"
    if kabupaten is not None and any(_is_elsewhere(area, kabupaten) for area in areas):
        yield "phone-area-elsewhere"


def _is_elsewhere(area_code: str, kabupaten: str) -> bool:
    """Tell whether an area code surely serves other regencies only.

    Only a regency that some area code names, or another province, is proof enough; without the
    ``regions`` extra nothing is proven.
    """
    try:
        home = _regencies().get(_plain(kabupaten), frozenset())
    except ImportError:
        return False
    served = _served(places_of(area_code))
    if not home or not served or home & served:
        return False
    is_same_province = {code[:2] for code in home} & {code[:2] for code in served}
    return not is_same_province or bool(_served(tuple(all_places())) & home)


def _served(places: tuple[str, ...]) -> frozenset[str]:
    """Return the codes of the regencies in which places lie: their own, else their districts'.

    A place may be the first word of several ("Jakarta").
    """
    served: set[str] = set()
    for place in map(str.lower, places):
        parts = [codes for name, codes in _regencies().items() if f"{name} ".startswith(f"{place} ")]
        served.update(*parts or [_districts().get(place, frozenset())])
    return frozenset(served)


def _plain(name: str) -> str:
    words = name.lower().replace("administrasi ", "").split()
    return " ".join(words[1:] if words[:1] and words[0] in {"kabupaten", "kota", "kab.", "kab"} else words)


@functools.cache
def _regencies() -> dict[str, frozenset[str]]:
    """Return the codes of the regencies and cities by name."""
    from lokal import wilayah

    found: dict[str, set[str]] = {}
    for province in wilayah.list_wilayah():
        for regency in wilayah.list_wilayah(province.code):
            found.setdefault(_plain(regency.name), set()).add(regency.code)
    return {name: frozenset(codes) for name, codes in found.items()}


@functools.cache
def _districts() -> dict[str, frozenset[str]]:
    """Return for each district by name the codes of the regencies that it may be in."""
    from lokal import wilayah

    found: dict[str, set[str]] = {}
    for code in frozenset().union(*_regencies().values()):
        for district in wilayah.list_wilayah(code):
            found.setdefault(district.name.lower(), set()).add(code)
    return {name: frozenset(codes) for name, codes in found.items()}
