"""Whether a PDF tells viewers to draw other letters and digits for the codes of those that it shows.

Viewers differ on when the encoding of a font counts (ISO 32000-2, 9.6.5.4), so that one may draw a 9 where
another draws a 0. None of our fonts has an encoding that gives a letter or a digit to another code.
"""

from __future__ import annotations

import re
import string
from typing import Final

__all__ = ["exchanges_letters"]

_DIFFERENCES: Final = re.compile(rb"/Differences(?![\w.-])\s*(?:\[([^\]]*)\])?")
_TOKEN: Final = re.compile(rb"\d{1,6}(?=[\s/\]]|$)|/[^\s/\[\]<>(){}%]*|[^\s]")
_DIGITS: Final = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_SIGNS: Final = {" ": "space", "(": "parenleft", ")": "parenright", ",": "comma", ".": "period", "/": "slash"}
_NAMES: Final = {
    **{ord(letter): letter.encode() for letter in string.ascii_letters},
    **{ord("0") + digit: name.encode() for digit, name in enumerate(_DIGITS)},
    **{ord(sign): name.encode() for sign, name in _SIGNS.items()},
}
"""The names of letters, digits and signs of numbers by their codes in ASCII."""
_OWNERS: Final = {name: code for code, name in _NAMES.items()}
_FIRST: Final = 32
"""The first code of our fonts; those below are free for fonts of other programs."""


def exchanges_letters(data: bytes | memoryview) -> bool:
    """Return whether any encoding in a PDF whose objects stand plainly gives other names to such codes."""
    if re.search(rb"/MacExpertEncoding", data):
        return True
    return any(_is_exchanged(found[1]) for found in _DIFFERENCES.finditer(data))


def _is_exchanged(array: bytes | None) -> bool:
    """Return whether differences, numbers each with names for the codes from it on, are not ASCII."""
    if array is None:  # it stands elsewhere
        return True
    code = 0
    for token in _TOKEN.findall(array):
        if token.isdigit():
            code = int(token)
        elif not token.startswith(b"/") or (code >= _FIRST and not _is_own(code, token[1:])):
            return True
        else:
            code += 1
    return False


def _is_own(code: int, name: bytes) -> bool:
    """Return whether a name is that of its code, or both are none of ASCII."""
    return _NAMES.get(code, name) == name and _OWNERS.get(name, code) == code
