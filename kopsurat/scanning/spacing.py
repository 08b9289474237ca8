"""Texts as they are compared, with what stands before each of their characters: nothing, a space, a new line.

A space is no character that is compared, because programs set columns and lines anew; but one inside a word
tears it apart for a reader (``Rp5 00.000``), and words without one between them are read as one.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final, NamedTuple

__all__ = ["Spaced", "joined", "spaced", "squashed"]

_LEADER: Final = re.compile(r"[._]{3,}")
_DRAWN: Final = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\u1680\U000110bd\U000110cd"
)
"""Signs that Unicode counts among spaces and format characters, and fonts draw."""
_FORMS: Final = re.compile("[\u2026\ufb00-\ufb06\ufb50-\ufdff\ufe70-\ufefc]+")
"""Three dots, ligatures and the forms of joined Arabic letters, of which programs make single signs."""
_ALIKE: Final = {**dict.fromkeys((0x2010, 0x2011), "-"), ord("µ"): "μ", ord("ß"): "ss", ord("ẞ"): "ss"}
"""Hyphens, and letters that have another form as capitals."""
_CONTROLS: Final = range(0x80, 0xA0)
_UNKNOWN: Final = frozenset(("Co", "Cn"))
"""Categories of characters of private use and of later versions of Unicode: a font may draw anything."""
_TOKEN: Final = re.compile(r"([^\S\u1680]*)([\S\u1680]*)")
_LINE_END: Final = re.compile(r"[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_ANYTHING, _NOTHING, _SPACE, _LINE = "?", "-", " ", "\n"
_NUMBER: Final = frozenset("0123456789.,")
_JOINTS: Final = frozenset("-/–—")


class Spaced(NamedTuple):
    """A squashed text and, for each of its characters, what stands before it; of its first, anything may."""

    text: str
    before: str

    def cut(self, start: int, end: int | None = None) -> Spaced:
        """Return a part; where it does not begin with the text, anything may stand before it."""
        text, before = self.text[start:end], self.before[start:end]
        return Spaced(text, _ANYTHING + before[1:] if start and text else before)

    def apart(self) -> Spaced:
        """Return it with a space before it: it is no part of the word that ends there."""
        return self._replace(before=_SPACE + self.before[1:]) if self.text else self

    def without_leaders(self) -> tuple[Spaced, set[int]]:
        """Return it without rows of dots to write on, and the places where they stood."""
        parts, places, size, end = [], set[int](), 0, 0
        for leader in _LEADER.finditer(self.text):
            parts.append(self.cut(end, leader.start()))
            size += leader.start() - end
            places.add(size)
            end = leader.end()
        return joined(*parts, self.cut(end)), places

    def is_at(self, place: int, shown: Spaced, *, joins: bool) -> bool:
        """Return whether it stands at a place of ``shown``, its words whole and apart.

        Words without a space between them count only where ``joins`` says that those are known.
        """
        if not shown.text.startswith(self.text, place):
            return False
        own, other = self.before, shown.before[place : place + len(self.before)]
        if own == other:
            return True
        return not any(
            self._is_torn(at, place, shown)
            if own[at] == _NOTHING
            else joins and self._is_joined(at, place, shown)
            for at in range(len(own))
        )

    def _is_torn(self, at: int, place: int, shown: Spaced) -> bool:
        """Return whether a space, or a new line that no program begins there, stands inside a word.

        Lines end in words after hyphens and slashes, and anywhere in one that is wider than its column;
        that stands at the beginning of its line. The colon behind a label stands in a column of its own.
        """
        before = shown.before[place + at]
        if before != _LINE:
            return before == _SPACE and not (self.text[at] == ":" and self.text[at - 1].isalpha())
        if not _NUMBER.issuperset(self.text[at - 1 : at + 1]):
            return False
        begin = at
        while begin and self.before[begin] == _NOTHING and self.text[begin - 1] not in _JOINTS:
            begin -= 1
        return begin > 0 and shown.before[place + begin] != _LINE

    def _is_joined(self, at: int, place: int, shown: Spaced) -> bool:
        if self.before[at] not in (_SPACE, _LINE) or shown.before[place + at] != _NOTHING:
            return False
        beside = shown.text[place + at - 1 : place + at + 1]
        return beside.isalnum() if at else beside[-1].isdigit() and _NUMBER.issuperset(beside)


def spaced(text: str) -> Spaced:
    """Return a text as it is compared, with what stands before its characters."""
    squashes, before, gap = [], [], ""
    for space, word in _TOKEN.findall(text):
        gap += space
        if shown := squashed(word):
            kind = _NOTHING if not gap else _LINE if _LINE_END.search(gap) else _SPACE
            squashes.append(shown)
            before.append(kind + _NOTHING * (len(shown) - 1))
            gap = ""
    whole = "".join(before)
    return Spaced("".join(squashes), _ANYTHING + whole[1:] if whole else "")


def joined(*parts: Spaced) -> Spaced:
    """Return texts one behind the other, anything between them."""
    return Spaced("".join(part.text for part in parts), "".join(part.before for part in parts))


def squashed(text: str) -> str:
    """Return a text as it is compared: small letters, no space, no hyphenation, one form of each letter.

    Only what no font draws is left out. Letters and digits that look otherwise - raised, in a circle, as wide
    as high - stay what they are.
    """
    composed = unicodedata.normalize("NFC", text)
    if not composed.isascii():
        composed = _FORMS.sub(lambda form: unicodedata.normalize("NFKC", form[0]), composed.translate(_ALIKE))
    folded = composed.lower()
    shown = folded if folded.isprintable() else "".join(filter(_is_drawn, folded))
    return shown.replace(" ", "")


def _is_drawn(character: str) -> bool:
    return (
        character.isprintable()
        or character in _DRAWN
        or (ord(character) in _CONTROLS and not character.isspace())
        or (unicodedata.category(character) in _UNKNOWN and character not in "\ufffe\uffff")
    )
