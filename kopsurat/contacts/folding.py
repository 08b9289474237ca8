"""Unicode folding: what people paste from chats, web pages and spreadsheets, made plain.

Every parser of this package reads its text through :func:`fold`, so that a full-width digit, a
thin space or an invisible direction mark never decides whether a contact is right.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from kopsurat.errors import InvalidInput

__all__ = [
    "LONGEST_FIELD",
    "LONGEST_TEXT",
    "fold",
    "fold_with_origins",
    "is_empty_word",
    "with_bullets",
    "without_lone_bracket",
]

LONGEST_FIELD: Final = 1_000
"""Characters of the longest text that is read as one contact; anything longer is refused unread."""

LONGEST_TEXT: Final = 20_000_000
"""Characters of the longest text in which contacts are looked for."""

_DASHES: Final = frozenset("\u2212\u2043\u02d7\u207b\u208b")
_SLASHES: Final = frozenset("\u2044\u2215\u29f8")
_DROPPED: Final = frozenset("\ufe0e\ufe0f\u20e3\u034f\u115f\u1160\u3164\uffa0")
_NOTHING: Final = frozenset(
    {
        "",
        "-",
        "n/a",
        "na",
        "nan",
        "nihil",
        "none",
        "null",
        "kosong",
        "tidak ada",
        "tdk ada",
        "tidak punya",
        "tidak tersedia",
        "belum ada",
        "blm ada",
        "belum punya",
        "belum tersedia",
        "belum memiliki",
    },
)


class _FoldTable(dict[int, str]):
    """Table for :meth:`str.translate` that works out a character when it is first met."""

    def __missing__(self, codepoint: int) -> str:
        folded = _fold_character(chr(codepoint))
        self[codepoint] = folded
        return folded


def _fold_character(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category == "Pd" or character in _DASHES:
        return "-"
    if category == "Zs":
        return " "
    if category in {"Zl", "Zp"} or character in "\r\x0b\x0c\x85":
        return "\n"
    if character in "\x1c\x1d\x1e\x1f":
        return " "
    if category == "Cf" or character in _DROPPED:
        return ""
    if character in _SLASHES:
        return "/"
    return character


_TABLE: Final = _FoldTable()
_CONTROL_SPACE: Final = re.compile(r"[\r\x0b\x0c\x1c-\x1f]")
_DAMAGED_BULLET: Final = re.compile(r"\x7f|\(cid:\d{1,5}\)|(?<=\s)[■\ufffd](?=\s)")
_JOINED: Final = re.compile(rf"\r\n|{_DAMAGED_BULLET.pattern}")


def fold(text: str) -> str:
    r"""Return ``text`` in NFKC with ASCII digits, dashes and spaces and without invisible characters.

    Line ends become ``\n``. Idempotent. Raises :class:`~kopsurat.errors.InvalidInput`
    ``not-a-text`` for anything but text.
    """
    if not isinstance(text, str):
        raise InvalidInput("not-a-text", value=text)
    if text.isascii() and _CONTROL_SPACE.search(text) is None:
        return text
    folded = text.replace("\r\n", "\n").translate(_TABLE)
    return unicodedata.normalize("NFKC", folded).translate(_TABLE)


def fold_with_origins(text: str) -> tuple[str, list[int]]:
    """Return ``text`` folded character by character, and for each character where it came from.

    What PDF readers make of a bullet is a bullet again, a line end of two characters is one. The
    list is one longer than the folded text, so that the end of a span has an origin too.
    """
    if not isinstance(text, str):
        raise InvalidInput("not-a-text", value=text)
    folded: list[str] = []
    origins: list[int] = []
    position = 0
    for joined in _JOINED.finditer(text):
        _fold_onto(text, position, joined.start(), folded, origins)
        folded.append("\n" if joined[0] == "\r\n" else "•")
        origins.append(joined.start())
        position = joined.end()
    _fold_onto(text, position, len(text), folded, origins)
    origins.append(len(text))
    return "".join(folded), origins


def _fold_onto(text: str, start: int, end: int, folded: list[str], origins: list[int]) -> None:
    piece = text[start:end]
    if piece.isascii():
        folded.append(piece if _CONTROL_SPACE.search(piece) is None else piece.translate(_TABLE))
        origins.extend(range(start, end))
        return
    for position, character in enumerate(piece, start):
        plain = _TABLE[ord(character)]
        if not plain.isascii():
            plain = unicodedata.normalize("NFKC", plain).translate(_TABLE)
        folded.append(plain)
        origins.extend([position] * len(plain))


def with_bullets(text: str) -> str:
    """Return ``text`` with a bullet for each mark that PDF readers make of one."""
    return _DAMAGED_BULLET.sub("•", text)


def without_lone_bracket(text: str) -> str:
    """Return ``text`` without a bracket at its edge that has no partner in it (``contoh.desa.id)``)."""
    for opening, closing in ("()", "[]", "<>"):
        if text.endswith(closing) and text.count(closing) > text.count(opening):
            return text[:-1]
        if text.startswith(opening) and text.count(opening) > text.count(closing):
            return text[1:]
    return text


def is_empty_word(text: str) -> bool:
    """Tell whether folded ``text`` says that there is no contact ("tidak ada", "-", nothing)."""
    bare = " ".join(text.strip(" \t\n.…_()[]:-").lower().split())
    return bare in _NOTHING
