"""The code printed under a QR for people to type: 60 bits of the seal's id and a check symbol.

Crockford's base32: no I, L, O, U; reading accepts them as 1, 1, 0 and takes small letters, spaces and
hyphens as they come. ``7K3M-9QX2-TB4A-J``.
"""

from __future__ import annotations

from typing import Final

from kopsurat.arguments import expect
from kopsurat.errors import InvalidSeal

__all__ = ["ID_BITS", "format_code", "parse_code"]

ID_BITS: Final = 60
_SYMBOLS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CHECKS: Final = _SYMBOLS + "*~$=U"
_LENGTH: Final = 13
_ID_SIZE: Final = 8
_MISREAD: Final = str.maketrans({"I": "1", "L": "1", "O": "0", "-": None, " ": None, "–": None})


def format_code(seal_id: bytes) -> str:
    """Return the typed code of an 8-byte seal id."""
    expect(seal_id, bytes, "seal_id")
    if len(seal_id) != _ID_SIZE:
        raise InvalidSeal("seal-id-size", path="seal_id", value=seal_id.hex()[:64], size=_ID_SIZE)
    value = int.from_bytes(seal_id) >> 8 * len(seal_id) - ID_BITS
    symbols = "".join(_SYMBOLS[value >> shift & 31] for shift in range(ID_BITS - 5, -1, -5))
    return "-".join((symbols[:4], symbols[4:8], symbols[8:], _CHECKS[value % 37]))


def parse_code(text: str) -> int:
    """Return the 60 bits of a typed code: an id belongs to it when ``id >> 4`` is equal.

    Raises :class:`~kopsurat.errors.InvalidSeal`: ``code-wrong-length``, ``code-wrong-symbol`` or
    ``code-mistyped`` (the check symbol does not fit).
    """
    expect(text, str, "text")
    symbols = text.strip().upper().translate(_MISREAD)
    if len(symbols) != _LENGTH:
        raise InvalidSeal("code-wrong-length", value=text, length=len(symbols))
    wrong = [each for each in symbols[:-1] if each not in _SYMBOLS]
    if wrong or symbols[-1] not in _CHECKS:
        raise InvalidSeal("code-wrong-symbol", value=text, symbol=(wrong or [symbols[-1]])[0])
    value = 0
    for symbol in symbols[:-1]:
        value = value << 5 | _SYMBOLS.index(symbol)
    if _CHECKS[value % 37] != symbols[-1]:
        raise InvalidSeal("code-mistyped", value=text)
    return value
