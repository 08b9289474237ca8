"""The one place that calls ada: a text as a browser reads it."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

__all__ = ["WebAddress", "parse_web_address"]

_PLAIN: Final = re.compile(r"(https?)://((?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,})/?")


class WebAddress(NamedTuple):
    """The parts of a URL after the WHATWG algorithm."""

    scheme: str
    host: str
    port: str
    path: str
    query: str
    fragment: str
    is_address: bool
    has_user: bool


def parse_web_address(url: str) -> WebAddress | None:
    """Parse ``url`` by the WHATWG URL standard, or return None when a browser would not open it."""
    import ada_url

    try:
        parsed = ada_url.URL(url)
    except (ValueError, UnicodeError):
        return None
    plain = _PLAIN.fullmatch(url)
    if plain is not None and "xn--" not in url:
        return WebAddress(plain[1], plain[2], "", "/", "", "", is_address=False, has_user=False)
    return WebAddress(
        scheme=parsed.protocol.rstrip(":"),
        host=parsed.hostname,
        port=parsed.port,
        path=parsed.pathname,
        query=parsed.search,
        fragment=parsed.hash,
        is_address=parsed.host_type != ada_url.HostType.DEFAULT,
        has_user=bool(parsed.username or parsed.password),
    )
