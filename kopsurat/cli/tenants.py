"""Villages that publish on the portal of their regency: what each hands over, read and checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kopsurat.cli.problems import CommandError
from kopsurat.cli.sources import read_bytes
from kopsurat.seal import Trust
from kopsurat.seal.lists import parse_list
from kopsurat.seal.records import KeyList, KeyStatus

if TYPE_CHECKING:
    from pathlib import Path

    from kopsurat.seal.records import OfficeRecord

__all__ = ["Tenant", "read_tenant"]

_INSIDE: Final = (".well-known", "kopsurat")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenant:
    """A village on another host: its office, its signed lists, and the counters that announce them."""

    office: OfficeRecord
    lists: tuple[bytes, ...]
    revoked_counters: tuple[tuple[str, int], ...]
    issued_counters: tuple[tuple[str, int], ...]


def read_tenant(folder: Path, host: str) -> Tenant:
    """Return what a village hands over: the site that it built for ``host``, or its folder of lists.

    Raises :class:`CommandError` ``cli-tenant-elsewhere`` for keys of another host and
    ``cli-tenant-list-foreign`` for a list that none of its sound keys signed, and
    :class:`~kopsurat.errors.TrustError` for a damaged or unsigned file.
    """
    inside = folder.joinpath(*_INSIDE)
    place = inside if inside.is_dir() else folder
    data = read_bytes(place / "keys.json")
    Trust.load(data)  # signed by a sound key of its own
    listing = parse_list(data).listing
    if not isinstance(listing, KeyList) or listing.office.host != host:
        other = listing.office.host if isinstance(listing, KeyList) else "–"
        raise CommandError("cli-tenant-elsewhere", value=str(folder), host=host, other=other)
    sound = [each.key for each in listing.office.keys if each.status is not KeyStatus.COMPROMISED]
    lists = []
    for path in sorted([*place.glob("revoked-*.json"), *place.glob("issued-*.json")]):
        content = read_bytes(path)
        signed = parse_list(content)
        is_own = not isinstance(signed.listing, KeyList) and listing.office.has_key(signed.listing.kid)
        if not is_own or not any(signed.is_signed_by(key) for key in sound):
            raise CommandError("cli-tenant-list-foreign", value=str(path))
        lists.append(content)
    return Tenant(
        office=listing.office,
        lists=tuple(lists),
        revoked_counters=listing.revoked_counters,
        issued_counters=listing.issued_counters,
    )
