"""Which sites may vouch for a letter: official ones, never look-alikes."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["OFFICIAL", "fault_of"]

OFFICIAL: Final = (".desa.id", ".go.id")
"""Suffixes that only government offices get; any other host must be on a list that is trusted."""
_HOST: Final = re.compile(r"(?=.{4,253}\Z)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]")
_IMITATION: Final = re.compile(r"desa[.-]?id|(?<![a-z])go[.-]id|xn--")


def fault_of(host: str, listed: frozenset[str] = frozenset()) -> str | None:
    """Return the code of why ``host`` may not vouch for a letter, or None.

    ``listed`` hosts are accepted whatever they look like. Codes: ``host-malformed``,
    ``host-look-alike`` (dresses up as an official one) and ``host-not-official``.
    """
    if not _HOST.fullmatch(host):
        return "host-malformed"
    if host in listed:
        return None
    if host.endswith(OFFICIAL) and "xn--" not in host:
        return None
    return "host-look-alike" if _IMITATION.search(host) else "host-not-official"
