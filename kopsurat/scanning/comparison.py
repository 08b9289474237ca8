"""What a file shows against what was sealed: which paragraph differs, and what was added.

The text must be the letter's, from its first line to its last and in its order (``expected``). Where it
is not, the sealed paragraphs are looked for anywhere in it, so that the difference can be named. How wide
spaces are, letter case and hyphens of line ends do not count: backends and office programs set them anew.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from typing import TYPE_CHECKING, Final

from kopsurat.dates import MONTHS
from kopsurat.layout.bidi import has_rtl_text
from kopsurat.layout.office_words import without_titles
from kopsurat.letter import Family
from kopsurat.scanning.directions import as_said
from kopsurat.scanning.expected import scripts
from kopsurat.scanning.labels import LABELS
from kopsurat.scanning.sequence import Reader
from kopsurat.scanning.spacing import squashed
from kopsurat.seal.link import Link
from kopsurat.seal.verdict import Difference

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kopsurat.seal.commitment import LetterFile
    from kopsurat.seal.jcs import Json

__all__ = ["compare"]

_REQUIRED: Final = re.compile(
    r"/(?:nomor|(?:isi|lampiran_isi)/(?:(?!tanda/|angka$).)*|penandatangan/\d+/nama)"
)
_OPTIONAL: Final = re.compile(r"/(?:perihal|kepada/\d+|tembusan/\d+|lampiran|sifat|penandatangan/\d+/nip)")
_LABELS_OF: Final = {"/perihal": frozenset(("perihal", "hal")), "/sifat": frozenset(("sifat",))}
"""The printed labels of parts that some families leave out."""
_RUNNING: Final = re.compile(r"/(?:isi|lampiran_isi)/.*")
"""Running text: the only parts that a page break may divide."""
_PIECE: Final = re.compile(r"/teks/\d+$")
"""Parts of a text between marks of footnotes."""
_PRIVATE: Final = re.compile(r"/(?:isi|lampiran_isi|isian|subjek|ringkas)(?:/|$)")
_WORD: Final = re.compile(r"[^\W_]+")
_MARK: Final = re.compile(r"\d{1,3}|[a-z]|[ivxl]{1,6}")
_SIMILAR: Final = 0.5
_LONG: Final = 16
_MOST_MARKS: Final = 2
"""Numbers of lists and pages on one line; more are figures that were added."""
_LONGEST_SHOWN: Final = 300
_TURNING: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Characters that make a reader see others in another order."""
_BEGINNING: Final = 8
"""Characters by which the line is found at which reading along came to an end."""


def compare(
    file: LetterFile, texts: tuple[str, ...], *, host: str, code: str, has_pages: bool
) -> tuple[Difference, ...]:
    """Return where the shown ``texts`` differ from the sealed letter in ``file``. Empty: they agree.

    ``texts`` are the pages of a PDF (``has_pages``) or the paragraphs of a DOCX, those of its headers first
    and of its footers last. ``host`` and ``code`` are those that stand under the QR code.
    """
    if turned := _TURNING.findall("".join(texts)):
        sealed = "".join(text for _, text in _texts(file.values()))
        if len(turned) > len(_TURNING.findall(sealed)):
            return (Difference(field="", sealed=None, shown=_with_codes("".join(texts))),)
    readers: list[Reader] = []
    is_turned = has_pages and any(map(has_rtl_text, texts))  # spaces of such lines are not known
    for script in scripts(file, host=host, code=code, has_pages=has_pages):
        if has_pages and not readers:
            whole = (pair for pair in _texts(file.values()) if not _PIECE.search(pair[0]))
            texts = as_said(texts, sorted((*whole, *script.marked), key=lambda pair: _natural(pair[0])))
        pages = texts if has_pages else ("\n".join(texts),)
        notes = script.notes if has_pages else ()
        reader = Reader(pages, script.page_head, notes, joins=not is_turned)
        if reader.follows(script.steps):
            return ()
        readers.append(reader)
    link = Link.parse(file.link)
    found = _differences(file.values(), texts, also_shown=f"{host} {code} {link}")
    if len(file.values()) < len(file.fields):  # what stands in the place of hidden fields is not added text
        found = tuple(each for each in found if each.field)
    return found or (_first_difference(max(readers, key=lambda each: each.furthest), texts),)


def _with_codes(text: str) -> str:
    """Return what stands around the first character that turns the direction, its code in its place."""
    found = _TURNING.search(text)
    start = max(0, found.start() - 30) if found else 0
    return _TURNING.sub(lambda each: f"<U+{ord(each[0]):04X}>", " ".join(text[start : start + 60].split()))


def _first_difference(reader: Reader, texts: tuple[str, ...]) -> Difference:
    """Return the place where reading along came to an end: order, a label, a mark, a line added."""
    rest = reader.text[reader.furthest :]
    lines = [line for text in texts for line in text.splitlines() if squashed(line)]
    shown = next((line for line in lines if rest.startswith(squashed(line))), None)
    shown = shown or next((line for line in lines if rest[:_BEGINNING] in squashed(line)), rest)
    expected = reader.expected
    return Difference(
        field=expected.field if expected else "",
        sealed=expected.texts[0] if expected else None,
        shown=" ".join(shown.split())[:_LONGEST_SHOWN] if rest else None,
    )


def _differences(
    values: Mapping[str, Json], texts: tuple[str, ...], *, also_shown: str = ""
) -> tuple[Difference, ...]:
    """Return which sealed paragraphs stand nowhere in the text, and which lines are not the letter's."""
    shown = _Shown(texts)
    required = [pair for pair in _texts(values) if _REQUIRED.fullmatch(pair[0])]
    required = [(name, _as_shown(name, text, shown)) for name, text in required]
    required += [("/tanggal", day) for day in _printed_day(values)]
    optional = [pair for pair in _texts(values) if _OPTIONAL.fullmatch(pair[0])]
    if values.get("/bentuk") != Family.KORESPONDENSI.value:  # a letter to somebody shows no title
        optional += [pair for pair in _texts(values) if pair[0] == "/judul"]
    # One ordering by length for both: the body may repeat a piece of the perihal, and must not take it.
    nowhere = shown.take_all([*required, *optional])
    missing = [pair for pair in nowhere if pair in required]
    absent = [pair for pair in nowhere if pair not in required]
    allowed = LABELS | _vocabulary(values, also_shown)
    strange = list(_strange(shown, allowed))
    found = [Difference(field=name, sealed=text, shown=_closest(text, strange)) for name, text in missing]
    labeled = _still_labeled(absent, shown)
    pairs = [(name, text, _closest(text, strange)) for name, text in absent]
    # A part that is not printed is no fault; where strange text stands, or its label does, it was replaced.
    found += [
        Difference(field=name, sealed=text, shown=other)
        for name, text, other in pairs
        if other or strange or name in labeled
    ]
    found += [Difference(field="", sealed=None, shown=line[:_LONGEST_SHOWN]) for line in strange]
    return tuple(sorted(found, key=lambda each: _natural(each.field)))


def _still_labeled(absent: list[tuple[str, str]], shown: _Shown) -> frozenset[str]:
    """Return the fields that stand nowhere although the label that goes before them is still shown."""
    words = frozenset(word for line in shown.left_over() for word in _words(line))
    return frozenset(name for name, _ in absent if words & _LABELS_OF.get(name, frozenset()))


def _as_shown(name: str, text: str, shown: _Shown) -> str:
    """Return a signatory's name as the letter prints it: legal products leave out the titles."""
    if not name.endswith("/nama") or shown.free(squashed(text), 0) >= 0:
        return text
    return without_titles(text)


def _texts(values: Mapping[str, Json]) -> Iterator[tuple[str, str]]:
    for name, value in values.items():
        if isinstance(value, str) and squashed(value):
            yield name, value


def _vocabulary(values: Mapping[str, Json], also_shown: str) -> frozenset[str]:
    """Return the words that may stand on the page outside the body: letterhead, names, date, numbers."""
    parts = [text for name, text in _texts(values) if not _PRIVATE.match(name)]
    parts += _printed_day(values)
    return frozenset(_words(" ".join([*parts, also_shown])))


def _printed_day(values: Mapping[str, Json]) -> list[str]:
    """Return the letter's date as printed, in a list of one; none without a date."""
    day = str(values.get("/tanggal", ""))
    if not re.fullmatch(r"\d{4}-(?:0\d|1[0-2])-\d\d", day):
        return []
    year, month, number = day.split("-")
    return [f"{int(number)} {MONTHS[int(month) - 1]} {year}"]


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def _strange(shown: _Shown, allowed: frozenset[str]) -> Iterator[str]:
    for line in shown.left_over():
        unknown = [word for word in _words(line) if word not in allowed]
        marks = [word for word in unknown if _MARK.fullmatch(word)]
        if len(unknown) > len(marks) or len(marks) > _MOST_MARKS:
            yield " ".join(line.split())


def _closest(text: str, strange: list[str]) -> str | None:
    """Take out of ``strange`` the lines that are the changed form of ``text``; return them as one text."""
    wanted = set(_words(text))
    own = [line for line in strange if _overlap(line, wanted) >= _SIMILAR]
    if not own:
        ratios = [(difflib.SequenceMatcher(None, text, line).ratio(), line) for line in strange]
        best = max(ratios, default=(0.0, ""))
        own = [best[1]] if best[0] >= _SIMILAR else []
    for line in own:
        strange.remove(line)
    return " ".join(own)[:_LONGEST_SHOWN] if own else None


def _overlap(line: str, wanted: set[str]) -> float:
    words = _words(line)
    return sum(word in wanted for word in words) / len(words) if words else 0.0


def _natural(field: str) -> list[tuple[int, str]]:
    parts = field.split("/") if field else ["~"]
    return [(int(part), "") if part.isdigit() else (-1, part) for part in parts]


class _Shown:
    """The shown text without spaces, each character knowing where it came from and whether it is taken."""

    def __init__(self, texts: tuple[str, ...]) -> None:
        self.text = "\n".join(texts)
        self.places: list[int] = []
        self.breaks: list[int] = []
        self.squashed = ""
        start = 0
        for text in texts:
            parts = [squashed(character) for character in text]
            for place, kept in enumerate(parts, start):
                self.places += [place] * len(kept)
            self.squashed += "".join(parts)
            self.breaks.append(len(self.squashed))
            start += len(text) + 1
        self.breaks = self.breaks[:-1]
        self.taken = bytearray(len(self.squashed))

    def take_all(self, fields: list[tuple[str, str]]) -> list[tuple[str, str]]:
        """Take the place of each field, the longest first; return those that stand nowhere."""
        missing = {
            name
            for name, text in sorted(fields, key=lambda pair: -len(pair[1]))
            if not self.take(text, may_break=_RUNNING.fullmatch(name) is not None)
        }
        return [pair for pair in fields if pair[0] in missing]

    def take(self, text: str, *, may_break: bool) -> bool:
        """Take the place of a text, or of each of its parts between blanks to fill in, one after another."""
        parts = [part for part in map(squashed, text.split("…")) if _WORD.search(part)]
        is_whole, end = True, 0
        for part in parts:
            start = self.free(part, end)
            start = self.free(part, 0) if start < 0 else start
            if start >= 0:
                self.mark(start, len(part))
                end = start + len(part)
            else:
                is_whole = may_break and self.take_across(part) and is_whole
        return is_whole

    def free(self, wanted: str, start: int) -> int:
        """Return where ``wanted`` stands with no character taken, as whole words, or -1.

        A long text may also stand against other letters, should a program have lost a space.
        """
        loose, place = -1, self.squashed.find(wanted, start)
        while place >= 0:
            end = place + len(wanted)
            if not any(self.taken[place:end]):
                if self.is_border(place) and self.is_border(end):
                    return place
                loose = place if loose < 0 else loose
            place = self.squashed.find(wanted, place + 1)
        return loose if len(wanted) >= _LONG else -1

    def is_border(self, place: int) -> bool:
        """Return whether a word may begin or end before the character at ``place``."""
        if place in (0, len(self.squashed)):
            return True
        before, after = self.places[place - 1], self.places[place]
        if after - before > 1:  # something between them was left out: a space
            return True
        return not (self.squashed[place - 1].isalnum() and self.squashed[place].isalnum())

    def take_across(self, wanted: str) -> bool:
        """Take a text that a page break divides: its beginning before the break, its end after."""
        for number, border in enumerate(self.breaks):
            begin = self.breaks[number - 1] if number else 0
            longest = self.longest_prefix(wanted, begin, border)
            for size in range(longest, max(longest - 12, 3), -1):
                head = self.free(wanted[:size], begin)
                tail = self.free(wanted[size:], border)
                if begin <= head < border and tail >= border:
                    self.mark(head, size)
                    self.mark(tail, len(wanted) - size)
                    return True
        return False

    def longest_prefix(self, wanted: str, begin: int, border: int) -> int:
        page = self.squashed[begin:border]
        low, high = 0, len(wanted) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if wanted[:middle] in page:
                low = middle
            else:
                high = middle - 1
        return low

    def mark(self, start: int, size: int) -> None:
        self.taken[start : start + size] = b"\1" * size

    def left_over(self) -> Iterator[str]:
        """Yield the lines of the text, each without what is taken; lines of which nothing is left are not."""
        gone = {place for place, is_taken in zip(self.places, self.taken, strict=True) if is_taken}
        start = 0
        for line in self.text.splitlines(keepends=True):
            kept = "".join(" " if start + i in gone else each for i, each in enumerate(line))
            start += len(line)
            if kept.strip():
                yield kept
