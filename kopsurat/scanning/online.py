"""Fetching what an office publishes: the only module of verification that touches the network.

A link comes from anybody, so a fetch is narrow: https on port 443, hosts that may vouch, public addresses
only (the connection goes to the address that was checked, so a second look-up cannot change it), no
redirect to another host, a limit on size and time. :meth:`kopsurat.Trust.online` finds this module by name.
"""

from __future__ import annotations

import socket
import time
from typing import TYPE_CHECKING, Final, Protocol
from urllib.parse import urlsplit

from kopsurat.errors import TrustError
from kopsurat.scanning.addresses import is_public
from kopsurat.scanning.https import Response, get
from kopsurat.seal import hosts
from kopsurat.seal.dns import parse_dns_record
from kopsurat.seal.lists import LIST_LIMIT
from kopsurat.seal.records import KeyRecord, KeyStatus, OfficeRecord
from kopsurat.seal.trust import Origin, Source, Trust

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

__all__ = ["Fetcher", "Response", "fetch", "fetch_dns", "fetch_trust"]

_TIMEOUT: Final = 10.0
_MOST_REDIRECTS: Final = 3
_REDIRECTS: Final = (301, 302, 303, 307, 308)
_OK: Final = 200
_NOT_FOUND: Final = 404
_FOLDER: Final = "/.well-known/kopsurat/"


class Fetcher(Protocol):
    """Returns the body at ``https://HOST/PATH``; None when there is none."""

    def __call__(self, host: str, path: str) -> bytes | None:
        """Return the body. Raises :class:`~kopsurat.errors.TrustError` ``online-…``."""


def fetch_trust(host: str, *, fetcher: Fetcher | None = None, origin: Origin = Origin.SITE) -> Trust:
    """Return trust in the keys that ``host`` publishes, with its revoked and issued lists.

    Raises :class:`~kopsurat.errors.TrustError`: an ``online-…`` code, ``host-…``, or what reading the
    lists raises.
    """
    if fault := hosts.fault_of(host):
        raise TrustError(fault, host=host)
    body_of = fetcher or fetch
    keys = body_of(host, _FOLDER + "keys.json")
    if keys is None:
        raise TrustError("online-no-key-list", host=host)
    trust = Trust.load(keys, origin=origin)
    names = [each.office.host for each in trust.announced]
    if names != [host]:
        raise TrustError("online-list-of-another-host", host=host, other=", ".join(names))
    kids = [known.key.kid.hex() for known in trust.known_keys()]
    bodies = [body_of(host, f"{_FOLDER}{kind}-{kid}.json") for kid in kids for kind in ("revoked", "issued")]
    return trust.with_lists(*(body for body in bodies if body is not None))


def fetch(
    host: str,
    path: str,
    *,
    resolve: Callable[[str], list[str]] | None = None,
    ask: Callable[[str, str, str, float], Response] | None = None,
    timeout: float = _TIMEOUT,
) -> bytes | None:
    """Return the body at ``https://HOST/PATH``, or None when the server has none (404).

    ``resolve`` gives the addresses of a host, ``ask`` does one request to an address; both may be given
    by tests and by programs with their own network. Raises :class:`~kopsurat.errors.TrustError`:
    ``online-unreachable``, ``online-address-not-public``, ``online-redirect``, ``online-too-large`` or
    ``online-status``.
    """
    deadline = time.monotonic() + timeout
    addresses = (resolve or _resolve)(host)
    if not addresses:
        raise TrustError("online-unreachable", host=host)
    if not all(is_public(each) for each in addresses):
        raise TrustError("online-address-not-public", host=host)
    for _ in range(_MOST_REDIRECTS + 1):
        response = (ask or _ask)(host, addresses[0], path, deadline - time.monotonic())
        if response.status in _REDIRECTS:
            path = _same_host_path(response.location, host)
            continue
        if response.status == _NOT_FOUND:
            return None
        if response.status != _OK:
            raise TrustError("online-status", host=host, status=response.status)
        if len(response.body) > LIST_LIMIT:
            raise TrustError("online-too-large", host=host, limit=LIST_LIMIT)
        return response.body
    raise TrustError("online-redirect", host=host)


def fetch_dns(host: str, *, look_up: Callable[[str], list[str]], since: dt.date) -> Trust:
    """Return trust in the keys of the TXT records ``_kopsurat.HOST``; malformed records do not count.

    ``look_up`` returns the texts of a name's TXT records (Python has no such call itself). A record does
    not say from when its key holds, so ``since`` does.
    """
    records = []
    for text in look_up(f"_kopsurat.{host}"):
        try:
            key = parse_dns_record(text)
        except TrustError:
            continue
        records.append(KeyRecord(key=key, since=since, status=KeyStatus.ACTIVE))
    office = OfficeRecord(host=host, desa="", keys=tuple(records))
    return Trust(sources=(Source(origin=Origin.DNS, offices=(office,)),))


def _same_host_path(location: str | None, host: str) -> str:
    parts = urlsplit(location or "")
    is_here = (parts.scheme, parts.netloc) in (("", ""), ("https", host))
    if not location or not is_here or not parts.path.startswith("/"):
        raise TrustError("online-redirect", host=host)
    return parts.path + (f"?{parts.query}" if parts.query else "")


def _resolve(host: str) -> list[str]:
    try:
        found = socket.getaddrinfo(host, 443, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return []
    return list(dict.fromkeys(str(each[4][0]) for each in found))


def _ask(host: str, address: str, path: str, seconds: float) -> Response:
    """Do one request to the address that was checked, with the certificate checked for the host."""
    try:
        return get(
            host=host,
            address=address,
            path=path,
            seconds=seconds,
            most_bytes=LIST_LIMIT + 1,
            accept="application/json",
        )
    except OSError as error:
        raise TrustError("online-unreachable", host=host, cause=type(error).__name__) from error
