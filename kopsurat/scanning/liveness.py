"""Asking the network whether a contact is alive; only when somebody asks for it (``--online``).

An address in a card comes from anybody, so the asking is narrow (as in :mod:`kopsurat.scanning.online`):
https on port 443, public addresses only, connected to the very address that was checked, no redirect
followed, a limit on size and time.
"""

from __future__ import annotations

import socket
import ssl
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol
from urllib.parse import urlsplit

from kopsurat.scanning.addresses import is_public
from kopsurat.scanning.https import get

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kopsurat.contacts import ContactCard, Email, Website

__all__ = [
    "Answer",
    "Asker",
    "Liveness",
    "Resolver",
    "SystemResolver",
    "check_card",
    "check_email",
    "check_website",
]

_TIMEOUT: Final = 8.0
_MOST_BYTES: Final = 4_096
_MOST_MAIL_HOSTS: Final = 5
_HTTPS: Final = 443
_REDIRECTS: Final = range(300, 400)
_FIRST_ERROR: Final = 400
_REFUSES_TOOLS: Final = frozenset({401, 403, 405, 429})
"""Statuses by which a living site refuses a program."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Liveness:
    """What came of asking: ``code`` is ``live-ok`` or says what is wrong; ``value`` is what was asked."""

    code: str
    value: str
    target: str = ""
    status: int | None = None

    @property
    def is_alive(self) -> bool:
        """Whether the contact can be reached."""
        return self.code in {"live-ok", "live-redirect"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The status line of a server, and where it redirects to."""

    status: int
    location: str = ""


class Resolver(Protocol):
    """Looks names up. Each method returns an empty tuple when there is nothing."""

    def addresses(self, host: str) -> tuple[str, ...]:
        """Return the IP addresses of ``host``."""

    def mail_hosts(self, domain: str) -> tuple[str, ...] | None:
        """Return the MX hosts of ``domain`` in order of preference; None when that cannot be asked."""


class Asker(Protocol):
    """Does one https request to an address that was checked.

    Raises :class:`ssl.SSLError` for a certificate that is not valid, else :class:`OSError`.
    """

    def __call__(self, *, host: str, address: str, path: str, timeout: float) -> Answer:
        """Return the server's answer."""


def check_card(
    card: ContactCard, *, resolver: Resolver | None = None, asker: Asker | None = None
) -> tuple[Liveness, ...]:
    """Ask about every e-mail address and the website of a card. Telephones are not called."""
    return tuple(_checks(card, resolver or SystemResolver(), asker or ask))


def _checks(card: ContactCard, resolver: Resolver, asker: Asker) -> Iterator[Liveness]:
    for email in card.emails:
        yield check_email(email, resolver=resolver)
    if card.website is not None:
        yield check_website(card.website, resolver=resolver, asker=asker)


def check_email(email: Email, *, resolver: Resolver | None = None) -> Liveness:
    """Ask whether the domain of an address takes mail: an MX, or an address where there is no MX (RFC 5321).

    A null MX (RFC 7505) says that it takes none. The mailbox itself is not asked for.
    """
    names = resolver or SystemResolver()
    hosts = names.mail_hosts(email.domain)
    if hosts is not None and hosts:
        if all(host.strip(".") == "" for host in hosts):
            return Liveness(code="live-no-mail", value=email.domain)
        if any(
            is_public(address)
            for host in hosts[:_MOST_MAIL_HOSTS]
            if host.strip(".")
            for address in names.addresses(host.rstrip("."))
        ):
            return Liveness(code="live-ok", value=email.printed)
        return Liveness(code="live-no-mail", value=email.domain)
    addresses = names.addresses(email.domain)
    if not addresses:
        return Liveness(code="live-no-domain", value=email.domain)
    if hosts is None or any(map(is_public, addresses)):
        return Liveness(code="live-ok", value=email.printed)
    return Liveness(code="live-not-public", value=email.domain)


def check_website(
    website: Website, *, resolver: Resolver | None = None, asker: Asker | None = None
) -> Liveness:
    """Ask whether a site answers over https, whatever scheme the card has.

    A redirect is reported and not followed; one to the same host counts as an answer.
    """
    host = website.host
    addresses = (resolver or SystemResolver()).addresses(host)
    if not addresses:
        return Liveness(code="live-no-domain", value=host)
    if not all(map(is_public, addresses)):
        return Liveness(code="live-not-public", value=host)
    parts = urlsplit(website.url)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        answer = (asker or ask)(host=host, address=addresses[0], path=path, timeout=_TIMEOUT)
    except ssl.SSLError:
        return Liveness(code="live-certificate", value=host)
    except OSError:
        return Liveness(code="live-unreachable", value=host)
    return _judged(host, answer)


def _judged(host: str, answer: Answer) -> Liveness:
    if answer.status in _REDIRECTS and answer.location:
        try:
            target = urlsplit(answer.location).hostname or host
        except ValueError:
            target = ""
        if target.removeprefix("www.") != host.removeprefix("www."):
            return Liveness(
                code="live-redirect", value=host, target=answer.location[:200], status=answer.status
            )
    elif answer.status >= _FIRST_ERROR and answer.status not in _REFUSES_TOOLS:
        return Liveness(code="live-status", value=host, status=answer.status)
    return Liveness(code="live-ok", value=host, status=answer.status)


def ask(
    *,
    host: str,
    address: str,
    path: str,
    timeout: float = _TIMEOUT,
    port: int = _HTTPS,
    context: ssl.SSLContext | None = None,
) -> Answer:
    """Do one https request to ``address``, with the certificate checked for ``host``.

    ``port`` and ``context`` are for tests against a server on this machine. Raises :class:`OSError`
    (of which :class:`ssl.SSLError` is one) and nothing else.
    """
    response = get(
        host=host,
        address=address,
        path=path,
        seconds=timeout,
        most_bytes=_MOST_BYTES,
        accept="text/html",
        port=port,
        context=context,
    )
    return Answer(status=response.status, location=response.location or "")


class SystemResolver:
    """Asks the system for addresses, and DNS for MX through dnspython (which email-validator brings).

    ``nameservers`` and ``port`` ask other DNS servers than the system's.
    """

    def __init__(
        self, *, nameservers: tuple[str, ...] = (), port: int = 53, timeout: float = _TIMEOUT
    ) -> None:
        self._nameservers = nameservers
        self._port = port
        self._timeout = timeout

    def addresses(self, host: str) -> tuple[str, ...]:
        """Return the IP addresses of ``host`` from the system's resolver."""
        try:
            found = socket.getaddrinfo(host, _HTTPS, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            return ()
        return tuple(dict.fromkeys(str(each[4][0]) for each in found))

    def mail_hosts(self, domain: str) -> tuple[str, ...] | None:
        """Return the MX hosts of ``domain``; None when no DNS server answers."""
        try:
            import dns.exception
            import dns.resolver
        except ImportError:
            return None
        try:
            resolver = dns.resolver.Resolver(configure=not self._nameservers)
            if self._nameservers:
                resolver.nameservers = list(self._nameservers)
                resolver.port = self._port
            answer = resolver.resolve(domain, "MX", lifetime=self._timeout, search=False)
        except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
            return ()
        except (dns.exception.DNSException, OSError):
            return None
        return tuple(str(each.exchange) for each in sorted(answer, key=lambda each: each.preference))
