"""Which network addresses may be fetched from: public ones, so that a link cannot reach into a network."""

from __future__ import annotations

import ipaddress
from typing import Final, TypeAlias

__all__ = ["is_public"]

Address: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address

_BLOCKED: Final = tuple(
    ipaddress.ip_network(each)
    for each in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
        "::/128",
        "::1/128",
        "::/96",
        "::ffff:0:0/96",
        "64:ff9b::/96",
        "64:ff9b:1::/48",
        "100::/64",
        "2001::/23",
        "2001:db8::/32",
        "2002::/16",
        "3fff::/20",
        "5f00::/16",
        "fc00::/7",
        "fe80::/10",
        "fec0::/10",
        "ff00::/8",
    )
)
"""Own list (RFC 6890 and its heirs), because what ``ipaddress`` calls global changes with Python's version.

Addresses that carry an IPv4 address inside (mapped, NAT64, 6to4, Teredo) are blocked as a whole.
"""


def is_public(address: str) -> bool:
    """Return whether ``address`` is a public unicast one."""
    try:
        found: Address = ipaddress.ip_address(address.split("%", maxsplit=1)[0])
    except ValueError:
        return False
    return not any(found.version == each.version and found in each for each in _BLOCKED)
