"""What a QR code is that is not a letter's seal, so that nobody takes it for one."""

from __future__ import annotations

import re
from typing import Final

from kopsurat.seal.verdict import Reason, because

__all__ = ["foreign_reason"]

_KINDS: Final = (
    ("code-is-payment", re.compile(r"000201\d\d")),
    ("code-is-wifi", re.compile(r"WIFI:", re.IGNORECASE)),
    ("code-is-contact", re.compile(r"BEGIN:VCARD|MECARD:|tel:|mailto:|smsto:", re.IGNORECASE)),
    ("code-is-number", re.compile(r"\d{16}\Z")),
)
"""QRIS after the EMV merchant format; Wi-Fi and MECARD as telephones write them; a NIK or No. KK."""
_SITE: Final = re.compile(r"https?://(?:[^/?#\s@]*@)?(?P<host>[^/?#\s@:]{1,253})", re.IGNORECASE)
_LONGEST: Final = 60


def foreign_reason(text: str) -> Reason:
    """Return the reason that says what a code is. What it holds is shown only where it harms nobody."""
    text = text.strip()
    for code, pattern in _KINDS:
        if pattern.match(text):
            return because(code)
    if site := _SITE.match(text):
        return because("code-is-site", host=ascii(site["host"].casefold())[1:-1][:_LONGEST])
    return because("code-is-text")
