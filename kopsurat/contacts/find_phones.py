"""Telling telephone numbers from the other numbers of a letter."""

from __future__ import annotations

import bisect
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from kopsurat.contacts.phone import Phone, is_likely_post_code, parse_phone
from kopsurat.contacts.phone_entries import EXTENSIONS, first_extensions
from kopsurat.errors import InvalidPhone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kopsurat.contacts.marks import Mark

__all__ = ["PhoneFinder"]

_BRACKETS: Final = str.maketrans("[]{}", "()()")
_RUN: Final = re.compile(r"(?:[+(]\s?){0,2}\d(?:[\d().\-+/ \t\n]*\d)?\)?")
_GROUP: Final = re.compile(r"(?:(?P<open>\()\s?)?(?:(?P<plus>\+)\s?)?(?P<digits>\d+)(?:\s?\))?")
_JOINT: Final = re.compile(r"[ \t.\-]{0,3}")
_BREAK: Final = re.compile(r"[ \t]*[.\-]?[ \t]*\n[ \t]*[.\-]?[ \t]*")
_SLASH: Final = re.compile(r"[ \t]?/[ \t]?")
_NOTE: Final = re.compile(
    r"(?:,[ \t]?|\s{0,2})(?:(?:ext|ekst|psw|pes|pesawat|extension)(?![a-z])[\s.:-]{0,3}\d{1,6}(?!\d)|x\s?\d{1,5}(?!\d))"
    r"|\s{0,2}\([^()\n\x00]{0,40}\)|[ \t]?[,;/][ \t]?\([^()\n\x00]{0,40}\)(?![ \t]*[:+(\d])",
    re.IGNORECASE,
)
"""A note behind a number; one in brackets behind a comma only where it is not the label of the next number."""
_WORTHWHILE_NOTE: Final = re.compile(
    r"(?<![a-z])(?:w\.?a\b|whats\s?app|fax|faks|ext|psw|pes|ekst|x\s?\d)", re.IGNORECASE
)
_TRAILING_WA: Final = re.compile(
    r"[ \t]{1,2}(?:WA|Whats[ ]?App)\b(?![ \t]*[.:]?[ \t]*[+(]?\d)"
    r"|[ \t]?[,;/-][ \t]?(?:WA|Whats[ ]?App)(?=[ \t]*(?:[|•;,.)\n\x00]|(?:dan|atau)\b|[&/][ \t]|-[ \t]*(?![ \t\d+(\[])|\Z))",
    re.IGNORECASE,
)
_SHORT_TAIL: Final = re.compile(r"/\d{1,4}(?![\d./-]*\d|\w)")
"""``/24`` right behind a number: shorthand for a second one, part of what stands there."""
_SEPARATED: Final = re.compile(r"\s*(?:[,/&;]|dan|atau|\bext\b.*)\s*", re.IGNORECASE)
_LABELLED: Final = frozenset({"phone", "fax", "whatsapp", "emergency"})
_LISTED: Final = re.compile(
    r"\s*(?:[,;]?\s*\([^()\n\x00]{0,40}\)\s*(?:[,/&;]|dan\b|atau\b)?|[,/&;]|dan\b|atau\b)\s*", re.IGNORECASE
)
_DIGIT: Final = re.compile(r"\d")
_ABROAD: Final = frozenset({"62", "0062", "00162", "00762", "00862"})
_ONLY_DIGITS: Final = re.compile(r"[\s\d.:=-]*")
_FEWEST_DIGITS: Final = 8
_REACH: Final = 40
_AREA_REACH: Final = 80
_MOST_DIGITS: Final = 17
_SHORT_GROUP: Final = 2
_LONG_GROUP: Final = 5


class _Group(NamedTuple):
    start: int
    end: int
    digits: str
    is_open: bool
    has_plus: bool


def _are_subscribers(one: _Group, other: _Group) -> bool:
    """Tell whether two groups are numbers of their own (``8432847-8432616``)."""
    return min(len(one.digits), len(other.digits)) >= _LONG_GROUP and other.digits[0] not in "01"


class _Context(NamedTuple):
    """What the words before a number say about it."""

    announced: frozenset[str]
    is_vetoed: bool
    is_weakly_vetoed: bool


_NO_CONTEXT: Final = _Context(frozenset(), is_vetoed=False, is_weakly_vetoed=False)


class PhoneFinder:
    """Finds telephone numbers in folded text whose e-mails and websites are blotted out (NUL)."""

    def __init__(self, text: str, marks: list[Mark]) -> None:
        self._text = text.translate(_BRACKETS)
        self._marks = marks
        self._ends = [mark.end for mark in marks]
        self._last: tuple[int, Phone] | None = None
        self._last_start = 0

    def phones(self) -> Iterator[tuple[int, int, Phone]]:
        """Give start, end and value of each number, in order."""
        for run in _RUN.finditer(self._text):
            yield from self._in_run(run)

    def _in_run(self, run: re.Match[str]) -> Iterator[tuple[int, int, Phone]]:
        groups = [
            _Group(match.start(), match.end(), match["digits"], bool(match["open"]), bool(match["plus"]))
            for match in _GROUP.finditer(self._text, run.start(), run.end())
        ]
        at = 0
        while at < len(groups):
            hit = self._from_group(groups, at)
            if hit is None:
                at += 1
                continue
            last, start, end, phone = hit
            self._last, self._last_start = (end, phone), start
            yield start, end, phone
            at = last + 1

    def _from_group(self, groups: list[_Group], first: int) -> tuple[int, int, int, Phone] | None:
        """Return the longest number that begins with a group, or None."""
        head = groups[first]
        if self._last is not None and head.start < self._last[0]:
            return None
        if len(head.digits) > _MOST_DIGITS or not self._may_begin(groups, first):
            return None
        context = self._context(head.start)
        within, across = self._extents(groups, first)
        for extents in (within, across):
            shorthand: int | None = None
            for last in reversed(extents):
                phone, is_shorthand = self._read(groups, first, last, context)
                shorthand = last if is_shorthand else shorthand
                if phone is not None and shorthand == last + 1:
                    whole = self._end(head, groups[shorthand])
                    return shorthand, head.start, whole, self._labelled(phone, context)
                if phone is not None and self._may_end(groups, last, context):
                    whole = self._end(head, groups[last])
                    end, noted = self._with_notes(head.start, whole, phone)
                    if end == whole and self._is_masked_on(end):
                        return None
                    if phone.e164 and (tail := _SHORT_TAIL.match(self._text, end)):
                        end = tail.end()
                    return last, head.start, end, self._labelled(noted, context)
        return None

    def _end(self, head: _Group, last: _Group) -> int:
        """Return where a number ends, without a bracket that was opened before it."""
        raw = self._text[head.start : last.end]
        return last.end if raw.count("(") >= raw.count(")") else head.start + len(raw.rstrip(") "))

    def _extents(self, groups: list[_Group], first: int) -> tuple[list[int], list[int]]:
        """Return the groups at which a number from ``first`` may end: on its line, and beyond."""
        within = [first]
        across: list[int] = []
        digits = groups[first].digits
        is_broken = False
        for last in range(first + 1, len(groups)):
            group, before = groups[last], groups[last - 1]
            between = self._text[before.end : group.start]
            if "\n" in between:
                if is_broken or _BREAK.fullmatch(between) is None:
                    break
                is_broken = True
            elif not self._joins(between, before, is_second=last - 1 == first):
                break
            is_country_only = digits in _ABROAD
            if group.has_plus or (group.is_open and not is_country_only):
                break
            if "\n" in between or between.isspace():  # noqa: SIM102 - two questions
                if len(group.digits) <= _SHORT_GROUP and len(before.digits) >= _LONG_GROUP:
                    break
            digits += group.digits
            if len(digits) > _MOST_DIGITS:
                break
            (across if is_broken else within).append(last)
        return within, across

    def _joins(self, between: str, before: _Group, *, is_second: bool) -> bool:
        if _JOINT.fullmatch(between):
            return True
        return (
            is_second
            and before.digits[0] == "0"
            and len(before.digits) in {3, 4}
            and bool(_SLASH.fullmatch(between))
        )

    def _may_begin(self, groups: list[_Group], first: int) -> bool:
        """Tell whether a number may begin here: not inside a word, a path or a longer number."""
        head = groups[first]
        if first and self._text[groups[first - 1].end : head.start] in {".", "-"} and not head.is_open:
            return self._follows_phone(groups[first - 1].end) and _are_subscribers(groups[first - 1], head)
        before = self._text[head.start - 1 : head.start]
        if not before:
            return True
        if before == "/":
            prior = self._text[head.start - 2 : head.start - 1]
            return (
                not prior.isalnum()
                or self._announced_at(head.start - 1)
                or self._follows_phone(head.start - 1)
            )
        if before.isalpha():
            return self._announced_at(head.start)
        return before not in "@_#$%=\\"

    def _announced_at(self, position: int) -> bool:
        index = bisect.bisect_right(self._ends, position) - 1
        return index >= 0 and self._ends[index] == position

    def _follows_phone(self, position: int) -> bool:
        return self._last is not None and self._last[0] == position

    def _may_end(self, groups: list[_Group], last: int, context: _Context) -> bool:
        """Tell whether a number may end here: no letter, mask or further digits glued to it."""
        end = groups[last].end
        while end and self._text[end - 1].isspace():
            end -= 1
        if last + 1 < len(groups) and self._text[end : groups[last + 1].start] in {".", "-"}:
            return _are_subscribers(groups[last], groups[last + 1])
        after = self._text[end : end + 2]
        if after[:1].isalpha() and _NOTE.match(self._text, end) is None:
            return self._starts_mark(end)
        if after[:1] == "/" and after[1:].isalpha() and not context.announced:
            return False
        return not (after[:1] in "*#_%°" and after[:1])

    def _is_masked_on(self, end: int) -> bool:
        """Tell whether an x is glued to the number that did not turn out to be an extension."""
        return self._text[end : end + 1] in {"x", "X"} and not self._starts_mark(end)

    def _starts_mark(self, position: int) -> bool:
        index = bisect.bisect_right(self._ends, position)
        return index < len(self._marks) and self._marks[index].start == position

    def _context(self, position: int) -> _Context:
        """Return what the nearest words before ``position`` announce."""
        index = bisect.bisect_right(self._ends, position) - 1
        while index >= 0 and self._is_note(self._marks[index]):
            index -= 1
        if index < 0:
            return _NO_CONTEXT
        mark = self._marks[index]
        gap = self._text[mark.end : position]
        if len(gap) > _REACH or "\x00" in gap or "\n\n" in gap or "•" in gap:
            return _NO_CONTEXT
        if mark.announces in _LABELLED:
            if _DIGIT.search(gap) and not self._is_list(position):
                return _NO_CONTEXT
            return _Context(self._grouped_marks(index), is_vetoed=False, is_weakly_vetoed=False)
        return self._vetoes(index, position)

    def _is_note(self, mark: Mark) -> bool:
        """Tell whether a word stands behind the previous number and belongs to it: ``0812… (WA)``."""
        return self._last is not None and self._last_start < mark.start < self._last[0]

    def _vetoes(self, index: int, position: int) -> _Context:
        """Return whether a word before announces a number that is no contact.

        An address word in between ("No. Rekening Kas Desa: …") does not lift the veto; a whole number does.
        """
        while index >= 0 and self._marks[index].announces in {"address", "social"}:
            index -= 1
        if index < 0 or self._marks[index].announces != "other":
            return _NO_CONTEXT
        gap = self._text[self._marks[index].end : position]
        if len(gap) > _REACH or "\n" in gap or "\x00" in gap or "•" in gap:
            return _NO_CONTEXT
        digits = sum(character.isdigit() for character in gap)
        is_open = digits == 0 or (digits < _FEWEST_DIGITS and _ONLY_DIGITS.fullmatch(gap) is not None)
        return _Context(frozenset(), is_vetoed=is_open, is_weakly_vetoed=True)

    def _is_list(self, position: int) -> bool:
        """Tell whether nothing but a note and a separator lies between the previous number and this one."""
        return self._last is not None and _LISTED.fullmatch(self._text, self._last[0], position) is not None

    def _grouped_marks(self, index: int) -> frozenset[str]:
        """Return what a group of labels ("Telp./WA:") announces."""
        announced = {self._marks[index].announces}
        while index and re.fullmatch(
            r"[\s./,&(-]*", self._text[self._marks[index - 1].end : self._marks[index].start]
        ):
            index -= 1
            if self._marks[index].announces not in _LABELLED:
                break
            announced.add(self._marks[index].announces)
        return frozenset(announced)

    def _read(
        self, groups: list[_Group], first: int, last: int, context: _Context
    ) -> tuple[Phone | None, bool]:
        """Return the number from one group to another, and whether it is shorthand for several."""
        head = groups[first]
        raw = self._text[head.start : self._end(head, groups[last])].replace("\n", " ")
        if not self._has_shape(head, context):
            return None, False
        try:
            return self._accepted(parse_phone(raw), head, context, is_whole=first == last), False
        except InvalidPhone as fault:
            if fault.code != "phone-no-area-code":
                return None, fault.code == "phone-shorthand"
        return self._local(raw, head, context), False

    def _has_shape(self, head: _Group, context: _Context) -> bool:
        """Refuse early what only a label makes a telephone number."""
        digits = head.digits
        if head.has_plus or digits in _ABROAD:
            return True
        if digits[0] != "0":
            return bool(context.announced) or self._may_be_local(head)
        return len(digits) >= len("021") or head.is_open

    def _accepted(self, phone: Phone, head: _Group, context: _Context, *, is_whole: bool) -> Phone | None:
        """Return the number when its shape and the words before it speak for it."""
        is_abroad = head.digits in _ABROAD and head.digits[0] == "0"
        if head.has_plus or is_abroad or (head.is_open and head.digits[0] == "0"):
            return phone
        if context.is_vetoed or (context.is_weakly_vetoed and not (phone.is_mobile and not is_whole)):
            return None
        if context.announced:
            return phone
        if head.digits[0] != "0":
            return None
        if phone.kind == "fixed" and is_whole:
            return phone if self._is_contact_line(head.start) else None
        if phone.kind == "fixed":
            return phone if head.digits == phone.area_code else None
        return phone

    def _is_contact_line(self, position: int) -> bool:
        """Tell whether the line around ``position`` holds another contact or an address."""
        start = self._text.rfind("\n", 0, position) + 1
        end = self._text.find("\n", position)
        line = self._text[start : end if end >= 0 else len(self._text)]
        if "\x00" in line:
            return True
        index = bisect.bisect_right(self._ends, start)
        return any(
            mark.announces in {"address", "social", "email", "website", *_LABELLED}
            for mark in self._marks[index : index + 20]
            if mark.start < start + len(line)
        )

    def _may_be_local(self, head: _Group) -> bool:
        if self._last is None or self._last[1].area_code is None or head.start - self._last[0] > _AREA_REACH:
            return False
        between = self._text[self._last[0] : head.start]
        if between == "-" or (between.isspace() and "\n" not in between):
            return len(head.digits) > _LONG_GROUP
        return _SEPARATED.fullmatch(between) is not None

    def _local(self, raw: str, head: _Group, context: _Context) -> Phone | None:
        """Read a number without area code after one that has it."""
        if self._last is None or head.start - self._last[0] > _AREA_REACH:
            return None
        area = self._last[1].area_code
        if area is None or not (context.announced or self._may_be_local(head)):
            return None
        try:
            phone = parse_phone(raw, area_code=area)
        except InvalidPhone:
            return None
        if is_likely_post_code(phone, self._last[1]):
            return None
        return replace(phone, warnings=("phone-area-inherited",))

    def _with_notes(self, start: int, end: int, phone: Phone) -> tuple[int, Phone]:
        """Take extension and (WA) that follow a number into it."""
        while self._text[end - 1].isspace():
            end -= 1
        note = _NOTE.match(self._text, end)
        while note is not None and _WORTHWHILE_NOTE.search(note[0]):
            several = EXTENSIONS.search(self._text, end, note.end() + _REACH)
            stop = several.end() if several and several.start() < note.end() < several.end() else note.end()
            whole, cut = first_extensions(self._text[start:stop].replace("\n", " "))
            if not cut:
                stop = note.end()
                whole = self._text[start:stop].replace("\n", " ")
            try:
                noted = parse_phone(whole, area_code=phone.area_code)
            except InvalidPhone:
                break
            told = ("phone-extension-several",) if noted.extension in cut else ()
            end, phone = stop, replace(noted, warnings=(*phone.warnings, *told))
            note = _NOTE.match(self._text, end)
        if trailing := _TRAILING_WA.match(self._text, end):
            return trailing.end(), replace(phone, has_whatsapp=True)
        return end, phone

    def _labelled(self, phone: Phone, context: _Context) -> Phone:
        if "whatsapp" in context.announced and not phone.has_whatsapp and phone.kind in {"mobile", "fixed"}:
            phone = replace(phone, has_whatsapp=True)
        if context.announced == {"fax"} and phone.kind in {"fixed", "mobile"}:
            return replace(phone, kind="fax")
        if "emergency" in context.announced and phone.kind == "emergency":
            return replace(phone, warnings=())
        return phone
