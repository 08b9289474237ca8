"""Links in the text of a Word file: which would be made again from what is printed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kopsurat.scanning.word_archive import RELATION, WORD

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree import ElementTree as ET

__all__ = ["leads_elsewhere"]

_FROM_NUMBER: Final = re.compile(r"tel:|https://wa\.me/")
_SCHEME: Final = re.compile(r"^(?:mailto:|https?://(?:www\.)?)")
_PLAIN: Final = str.maketrans({"\u2011": "-", "\u200b": None})


def leads_elsewhere(link: ET.Element, targets: Mapping[str, str]) -> bool:
    """Return whether a ``w:hyperlink`` leads to what its text does not say; ``targets`` go by relation."""
    target = targets.get(link.get(f"{RELATION}id", ""), "")
    if not target or _FROM_NUMBER.match(target):
        return False
    text = "".join("-" if each.tag == f"{WORD}noBreakHyphen" else each.text or "" for each in link.iter())
    return _bare(target) not in _bare(text)


def _bare(address: str) -> str:
    return _SCHEME.sub("", address.strip().casefold().translate(_PLAIN)).rstrip("/")
