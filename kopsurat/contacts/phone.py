"""Telephone numbers of an Indonesian office: any usual way of writing them, one way of printing."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from kopsurat.arguments import expect
from kopsurat.contacts.folding import LONGEST_FIELD, fold, is_empty_word
from kopsurat.contacts.numbering import (
    EMERGENCY,
    PUBLIC_SERVICE,
    PhoneKind,
    area_of,
    printed_number,
)
from kopsurat.contacts.phone_entries import (
    EXTENSIONS,
    Entry,
    cut_entries,
    first_extensions,
    numbered,
    split_bare_extension,
)
from kopsurat.contacts.phone_ranges import RANGE, dashed_range, is_too_long, spoken_range, with_ranges
from kopsurat.contacts.phone_reading import Reading, read_number, split_run
from kopsurat.errors import InvalidPhone
from kopsurat.values import unchangeable

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Phone", "parse_phone", "parse_phones", "whatsapp_link"]

_BRACKETS: Final = str.maketrans("[]{}", "()()")
_SCIENTIFIC: Final = re.compile(r"\D*\d+(?:[.,]\d+)?\s*[eE]\s*\+?\s*\d+\D*")
_POST_CODE: Final = 5
_PLAIN: Final = re.compile(r"\s*\+?[\d\s().-]*\d\s*")
_TWO_SUBSCRIBERS: Final = re.compile(
    r"(?P<head>.*?\d{5,8})(?:\s*-\s*|\s+(?=\d{6}))(?P<tail>[2-9]\d{4,7})"  # five digits alone are a post code
)
_FLOAT: Final = re.compile(r"'?\s*(\+?\d{7,}(?=\.0+\Z)|\d{3,6}(?=\.0\Z))\.0+")


@unchangeable
@dataclass(frozen=True, slots=True, kw_only=True)
class Phone:
    """A telephone number that people can dial, made by :func:`parse_phone`.

    ``digits`` are the national number without its 0 (``"274555123"``), or the whole short
    number (``"112"``). Two numbers are equal when the same line is called and printed the
    same way: warnings, and whether the label said fax, do not count.
    """

    digits: str
    kind: PhoneKind = field(compare=False)
    extension: str | None = None
    has_whatsapp: bool = False
    warnings: tuple[str, ...] = field(default=(), compare=False)

    @property
    def printed(self) -> str:
        """The number as it stands on paper: ``"(0274) 555123 ext. 12"``."""
        extension = f" ext. {self.extension}" if self.extension else ""
        return printed_number(self.digits, self.kind) + extension + (" (WA)" if self.has_whatsapp else "")

    @property
    def e164(self) -> str | None:
        """The number as data keep it, ``"+62274555123"``; None where it cannot be called from abroad."""
        return None if self._is_local else f"+62{self.digits}"

    @property
    def uri(self) -> str:
        """The ``tel:`` link (RFC 3966), a local one for short numbers and call centers."""
        extension = f";ext={self.extension}" if self.extension else ""
        if self._is_local:
            zero = "0" if self.digits[0] == "8" else ""
            return f"tel:{zero}{self.digits}{extension};phone-context=+62"
        return f"tel:+62{self.digits}{extension}"

    @property
    def whatsapp(self) -> str | None:
        """The ``wa.me`` link of a mobile number, or of one marked (WA); else None."""
        if self._is_local or not (self.has_whatsapp or self.is_mobile):
            return None
        return f"https://wa.me/62{self.digits}"

    @property
    def area_code(self) -> str | None:
        """The area code with its 0 of a fixed line (``"0274"``), else None."""
        area = None if self._is_local else area_of(self.digits)
        return f"0{area}" if area else None

    @property
    def is_mobile(self) -> bool:
        """Whether this is a mobile number."""
        return self.digits[0] == "8" and self.digits[1] != "0"

    @property
    def _is_local(self) -> bool:
        return self.digits[0] == "1" or self.digits[:3] == "807"

    def __str__(self) -> str:
        return self.printed

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: object) -> Any:  # noqa: ANN401 - pydantic's own type
        from kopsurat.contacts.schema import core_schema_of

        return core_schema_of(cls, parse_phone)

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: object, _handler: object) -> dict[str, Any]:
        from kopsurat.contacts.schema import json_schema_of

        return json_schema_of("phone")


def parse_phone(text: str, *, area_code: str | None = None) -> Phone:
    """Read one telephone number.

    ``area_code`` (``"0274"``) completes a number written without one. Raises
    :class:`~kopsurat.errors.InvalidPhone` with the code of the first fault, and a suggestion where
    one is certain; ``not-a-text`` for anything but text.
    """
    folded = _folded(text)
    entries = _entries(text, folded, area_code)
    if len(entries) > 1:
        raise _several(text, entries, area_code)
    return _phone(entries[0], text, area_code)


def parse_phones(text: str, *, area_code: str | None = None) -> tuple[Phone, ...]:
    """Read a list of telephone numbers, in order and each once.

    A number without area code takes the one before it. A fax number has the kind ``fax``; a
    number labelled both telephone and fax appears as both. One bad entry refuses the whole list:
    the error's ``evidence["index"]`` says which, from 1.
    """
    entries = _entries(text, _folded(text), area_code)
    phones: list[Phone] = []
    for index, entry in enumerate(_spread(entries, text, area_code), start=1):
        try:
            phone = _inheriting(entry, text, phones, area_code)
        except InvalidPhone as fault:
            if len(entries) > 1:
                fault.evidence["index"] = index
            raise
        phones.append(phone)
        if phone.kind in {"fixed", "mobile"} and entry.is_fax:
            phones.append(replace(phone, kind="fax"))
    return each_once(phones)


def whatsapp_link(phone: Phone) -> str:
    """Return the ``wa.me`` link; raises :class:`InvalidPhone` ``wa-not-mobile`` where there is none."""
    expect(phone, Phone, "phone")
    if phone.whatsapp is None:
        raise InvalidPhone("wa-not-mobile", value=phone.printed)
    return phone.whatsapp


def _folded(text: str) -> str:
    if not isinstance(text, str):
        raise InvalidPhone("not-a-text", value=text)
    if len(text) > LONGEST_FIELD:
        raise InvalidPhone("phone-too-long", value=text[:40] + "…", characters=len(text))
    folded = fold(text).translate(_BRACKETS).strip()
    if match := _FLOAT.fullmatch(folded):
        return match[1]
    return with_ranges(folded)


def _entries(text: str, folded: str, area_code: str | None) -> tuple[Entry, ...]:
    if _PLAIN.fullmatch(folded) and "\n" not in folded:
        return (Entry(raw=folded),)
    if is_empty_word(folded):
        raise InvalidPhone("phone-empty", value=text)
    if _SCIENTIFIC.fullmatch(folded):
        raise InvalidPhone("phone-invalid-char", value=text, character="E")
    if meant := _with_each_extension(folded, area_code):
        raise InvalidPhone("phone-extension-several", value=text, suggestion=meant)
    entries = tuple(entry for entry in cut_entries(folded) if not is_empty_word(entry.raw))
    if not entries:
        raise InvalidPhone("phone-empty", value=text)
    return entries


def _with_each_extension(folded: str, area_code: str | None) -> str | None:
    """Return the numbers of ``(0274) 555123 psw. 12-14`` in full, or None where that is not the fault."""
    alone, firsts = first_extensions(folded)
    if not firsts:
        return None
    try:
        phones = parse_phones(alone, area_code=area_code)
    except InvalidPhone:
        return None
    listed = {each["first"]: numbered(each) for each in EXTENSIONS.finditer(folded)}
    each_of = (
        replace(phone, extension=extension).printed
        for phone in phones
        for extension in listed.get(phone.extension or "", (phone.extension,))
    )
    return " / ".join(dict.fromkeys(each_of))


def _phone(entry: Entry, text: str, area_code: str | None) -> Phone:
    raw, extension = entry.raw, entry.extension
    if RANGE in raw:
        raise InvalidPhone("phone-shorthand", value=text, suggestion=spoken_range(raw, area_code))
    if "-" in raw and (meant := dashed_range(raw, area_code)):
        raise InvalidPhone("phone-shorthand", value=text, suggestion=meant)
    if extension is None and (cut := split_bare_extension(raw)):
        if _may_hide_a_digit(cut[0], raw):
            raise InvalidPhone("phone-masked", value=text)
        try:
            reading = read_number(cut[0], text, area_code=area_code)
        except InvalidPhone as fault:
            raise InvalidPhone("phone-masked", value=text) from fault
        return _made(reading, entry, cut[1])
    if entry.context[:3] == "+62" and raw[:1] != "+":
        raw = entry.context[3:] + raw
        raw = raw if raw[:1] in "01" else f"0{raw}"
    parts = _parts(raw)
    if len(parts) > 1:
        meant = _long_form(tuple(replace(entry, raw=part) for part in parts), area_code)
        raise InvalidPhone("phone-multiple", value=text, suggestion=meant)
    return _made(read_number(raw, text, area_code=area_code), entry, extension)


def _may_hide_a_digit(number: str, raw: str) -> bool:
    """Tell whether the x right behind ``number`` may mask a digit: with one there it is not too long."""
    is_glued = not number[-1:].isspace() and number[-1:] != ")"
    return is_glued and not is_too_long(f"{number}0{raw[len(number) + 1 :]}")


def _made(reading: Reading, entry: Entry, extension: str | None) -> Phone:
    kind, warnings = reading.kind, reading.warnings
    if entry.is_fax and not (entry.is_telephone or entry.is_whatsapp) and kind in {"fixed", "mobile"}:
        kind = "fax"
    if entry.is_emergency and kind == "emergency":
        warnings = ()
    return Phone(
        digits=reading.digits,
        kind=kind,
        extension=extension,
        has_whatsapp=entry.is_whatsapp,
        warnings=warnings,
    )


def _inheriting(entry: Entry, text: str, before: list[Phone], area_code: str | None) -> Phone:
    """Read an entry of a list; it takes its area code from the fixed line before it."""
    try:
        return _phone(entry, text, None)
    except InvalidPhone as fault:
        if fault.code != "phone-no-area-code":
            raise
        inherited = next((phone.area_code for phone in reversed(before) if phone.area_code), None)
        if inherited is None and area_code is None:
            raise
    phone = _phone(entry, text, inherited or area_code)
    if inherited is None:
        return phone
    warnings = tuple(w for w in phone.warnings if w != "phone-area-assumed")
    return replace(phone, warnings=("phone-area-inherited", *warnings))


def _spread(entries: tuple[Entry, ...], text: str, area_code: str | None) -> Iterable[Entry]:
    """Give each entry, two that only a space parts one by one; refuse shorthand (``555123/24``)."""
    for position, entry in enumerate(entries):
        if position and _is_tail(entry, entries[position - 1]):
            meant = _long_form(entries, area_code)
            raise InvalidPhone("phone-shorthand", value=text, suggestion=meant, index=position)
        parts = _parts(entry.raw)
        yield from (replace(entry, raw=part, extension=None) for part in parts[:-1])
        yield replace(entry, raw=parts[-1])


def _parts(raw: str) -> tuple[str, ...]:
    """Return the numbers that only a space or a dash parts (``(031) 555123-555124``)."""
    if not (" " in raw or "-" in raw) or not is_too_long(raw):
        return (raw,)
    if parts := split_run(raw):
        return parts
    match = _TWO_SUBSCRIBERS.fullmatch(raw)
    if match is None:
        return (raw,)
    try:
        read_number(match["tail"], raw, area_code=_fixed_area(match["head"]))
    except InvalidPhone:
        return (raw,)
    return match["head"], match["tail"]


def _fixed_area(raw: str) -> str | None:
    """Return the area code of a fixed line, or None."""
    reading = read_number(raw, raw)
    return area_of(reading.digits) if reading.kind == "fixed" else None


def _is_tail(entry: Entry, before: Entry) -> bool:
    tail = entry.raw
    if entry.separator.strip() != "/" or before.extension is not None:
        return False
    if entry.separator != "/" and (tail in EMERGENCY or tail in PUBLIC_SERVICE):
        return False
    return tail.isdigit() and len(tail) < 5 and sum(c.isdigit() for c in before.raw) >= 5  # noqa: PLR2004


def _several(text: str, entries: tuple[Entry, ...], area_code: str | None) -> InvalidPhone:
    for position in range(1, len(entries)):
        if _is_tail(entries[position], entries[position - 1]):
            return InvalidPhone("phone-shorthand", value=text, suggestion=_long_form(entries, area_code))
    if meant := _torn_apart(entries):
        return InvalidPhone(
            "phone-invalid-char",
            value=text,
            suggestion=meant,
            character=entries[1].separator.strip() or "\\n",
        )
    numbers = tuple(entry for entry in entries if any(c.isdigit() or c in "*#" for c in entry.raw))
    if len(numbers) < 2:  # noqa: PLR2004 - one number and words
        meant = _long_form(numbers, area_code) if numbers else None
        return InvalidPhone("phone-letters", value=text, suggestion=meant)
    return InvalidPhone("phone-multiple", value=text, suggestion=_long_form(entries, area_code))


def _torn_apart(entries: tuple[Entry, ...]) -> str | None:
    """Return the one number that commas or the like tear apart (``0274,555123``), or None."""
    if not all(entry.separator for entry in entries[1:]) or any(entry.extension for entry in entries):
        return None
    try:
        read_number(entries[0].raw, entries[0].raw)
    except InvalidPhone:
        pass
    else:
        return None
    try:
        whole = read_number(" ".join(entry.raw for entry in entries), entries[0].raw)
    except InvalidPhone:
        return None
    return printed_number(whole.digits, whole.kind)


def _long_form(entries: tuple[Entry, ...], area_code: str | None) -> str | None:
    """Return all numbers in full, or None when one of them is in doubt."""
    phones: list[Phone] = []
    for position, entry in enumerate(entries):
        meant = entry
        if position and _is_tail(entry, entries[position - 1]):
            head = re.sub(r"\D", "", entries[position - 1].raw)
            meant = replace(entry, raw=head[: -len(entry.raw)] + entry.raw)
        try:
            phones.append(_inheriting(meant, entry.raw, phones, area_code))
        except InvalidPhone:
            return None
    return " / ".join(phone.printed for phone in each_once(phones))


def each_once(phones: list[Phone]) -> tuple[Phone, ...]:
    """Return each number once, in order: marked (WA) where one of its mentions is, and warned of."""
    kept: dict[tuple[str, str | None, bool], Phone] = {}
    for phone in phones:
        key = (phone.digits, phone.extension, phone.kind == "fax")
        first = kept.setdefault(key, phone)
        if first is not phone:
            kept[key] = replace(
                first,
                has_whatsapp=first.has_whatsapp or phone.has_whatsapp,
                warnings=(*first.warnings, *({"phone-duplicate"} - set(first.warnings))),
            )
    return tuple(kept.values())


def is_likely_post_code(phone: Phone, before: Phone) -> bool:
    """Tell whether five digits that took their area code from a longer number are a post code instead."""
    area = phone.area_code or ""
    subscriber = phone.digits[len(area) - 1 :]
    return len(subscriber) == _POST_CODE < len(before.digits) - len(area) + 1
