"""The seal of a letter: what it vouches for, who vouches, and what a reader may conclude.

Bytes in, values out: no clock, network or environment. ``cryptography`` loads on first use, and so does
sealing, which knows letters and offices: who only verifies needs neither.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kopsurat.seal.claims import Claims
from kopsurat.seal.commitment import LetterFile
from kopsurat.seal.dns import dns_record, parse_dns_record
from kopsurat.seal.keys import PublicKey, SigningKey
from kopsurat.seal.link import Link
from kopsurat.seal.lists import (
    build_issued_list,
    build_key_list,
    build_revoked_list,
    has_proof,
    parse_list,
    prove,
)
from kopsurat.seal.records import (
    IssuedList,
    KeyList,
    KeyRecord,
    KeyStatus,
    OfficeRecord,
    RevokedEntry,
    RevokedList,
    SignerTerm,
    TrustList,
)
from kopsurat.seal.seal import Seal, seal_claims
from kopsurat.seal.trust import Origin, Trust
from kopsurat.seal.trust_list import build_trust_list, parse_trust_list
from kopsurat.seal.typed_code import format_code, parse_code
from kopsurat.seal.verdict import EXIT_CODES, Answer, Difference, Issuer, Kind, Reason, Verdict
from kopsurat.seal.verify import verify, verify_code

if TYPE_CHECKING:
    from kopsurat.seal.sealing import seal_letter

__all__ = [
    "EXIT_CODES",
    "Answer",
    "Claims",
    "Difference",
    "IssuedList",
    "Issuer",
    "KeyList",
    "KeyRecord",
    "KeyStatus",
    "Kind",
    "LetterFile",
    "Link",
    "OfficeRecord",
    "Origin",
    "PublicKey",
    "Reason",
    "RevokedEntry",
    "RevokedList",
    "Seal",
    "SignerTerm",
    "SigningKey",
    "Trust",
    "TrustList",
    "Verdict",
    "build_issued_list",
    "build_key_list",
    "build_revoked_list",
    "build_trust_list",
    "dns_record",
    "format_code",
    "has_proof",
    "parse_code",
    "parse_dns_record",
    "parse_list",
    "parse_trust_list",
    "prove",
    "seal_claims",
    "seal_letter",
    "verify",
    "verify_code",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - as typed above
    if name != "seal_letter":
        raise AttributeError(f"module 'kopsurat.seal' has no attribute {name!r}")
    from kopsurat.seal.sealing import seal_letter

    return seal_letter
