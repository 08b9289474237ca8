"""The seal of a letter: what it vouches for, who vouches, and what a reader may conclude.

Bytes in, values out: no file, clock, network or environment. ``cryptography`` loads on first use.
"""

from __future__ import annotations

from kopsurat.seal.claims import Claims
from kopsurat.seal.keys import PublicKey, SigningKey
from kopsurat.seal.link import Link
from kopsurat.seal.seal import Seal, seal_claims
from kopsurat.seal.typed_code import format_code, parse_code

__all__ = ["Claims", "Link", "PublicKey", "Seal", "SigningKey", "format_code", "parse_code", "seal_claims"]
