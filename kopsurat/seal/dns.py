"""The key in the DNS of an office's domain: a second door, beside the web host, that a thief must open."""

from __future__ import annotations

import base64
import binascii
import re
from typing import Final

from kopsurat.arguments import expect
from kopsurat.errors import TrustError
from kopsurat.seal.keys import PublicKey

__all__ = ["dns_record", "parse_dns_record"]

_RECORD: Final = re.compile(r"v=ks1; *kid=(?P<kid>[0-9a-f]{8}); *p=(?P<point>[A-Za-z0-9_-]{86})")


def dns_record(key: PublicKey, host: str) -> tuple[str, str]:
    """Return name and text of the TXT record that publishes ``key``, for the administrator of the domain."""
    expect(key, PublicKey, "key")
    expect(host, str, "host")
    point = base64.urlsafe_b64encode(key.point).rstrip(b"=").decode()
    return f"_kopsurat.{host}", f"v=ks1; kid={key.kid.hex()}; p={point}"


def parse_dns_record(text: str) -> PublicKey:
    """Return the key in the text of a TXT record.

    Raises :class:`~kopsurat.errors.TrustError` ``dns-record-malformed``.
    """
    expect(text, str, "text")
    record = _RECORD.fullmatch(text.strip())
    try:
        key = PublicKey(base64.b64decode(record["point"] + "==", b"-_")) if record else None
    except (binascii.Error, ValueError) as error:
        raise TrustError("dns-record-malformed", value=text[:80]) from error
    if record is None or key is None or key.kid.hex() != record["kid"]:
        raise TrustError("dns-record-malformed", value=text[:80])
    return key
