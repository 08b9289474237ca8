"""What the fields of a contact card take: values, or text that is parsed on the way in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final

from kopsurat.contacts.email import Email, parse_emails
from kopsurat.contacts.hours import ServiceHours, parse_hours
from kopsurat.contacts.phone import Phone, parse_phone, parse_phones
from kopsurat.contacts.privacy import refuse_private
from kopsurat.contacts.website import Website, parse_website
from kopsurat.errors import InvalidInput, InvalidPhone, KopsuratError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kopsurat.contacts.card import ContactCard

__all__ = ["coerced"]


def coerced(card: ContactCard) -> list[tuple[str, object]]:
    """Return the fields of ``card`` as values. All faults are raised together, with their paths."""
    faults: list[KopsuratError] = []
    fields: list[tuple[str, object]] = []
    for name, read in _READERS.items():
        given = getattr(card, name)
        try:
            value = read(given)
        except (KopsuratError, ExceptionGroup) as error:
            from kopsurat.shapes import place

            faults += place(error, name)
            continue
        if value is not given:
            fields.append((name, value))
    if len(faults) == 1:
        raise faults[0]
    if faults:
        raise ExceptionGroup("faults in the contact card", faults)
    return fields


def _many(value_type: type[Any], parse: Callable[[str], tuple[Any, ...]]) -> Callable[[Any], object]:
    def read(given: Any) -> object:  # noqa: ANN401 - values or text
        if isinstance(given, tuple) and all(type(one) is value_type for one in given):
            return given
        if given is None:
            return ()
        is_one = isinstance(given, (*_SINGLE, value_type)) or not isinstance(given, Iterable)
        listed = (given,) if is_one else tuple(given)
        return tuple(_values(listed, value_type, parse))

    return read


def _values(
    listed: tuple[Any, ...], value_type: type[Any], parse: Callable[[str], tuple[Any, ...]]
) -> Iterator[Any]:
    seen: set[Any] = set()
    for one in listed:
        for value in (one,) if isinstance(one, value_type) else parse(one):
            if value not in seen:
                seen.add(value)
                yield value


def _one(value_type: type[Any], parse: Callable[[str], Any]) -> Callable[[Any], object]:
    def read(given: Any) -> object:  # noqa: ANN401 - a value, text or None
        if given is None or isinstance(given, value_type):
            return given
        return parse(given) if given != "" else None

    return read


def _fax(text: str) -> Phone:
    from dataclasses import replace

    phone = parse_phone(text)
    if phone.kind not in {"fixed", "mobile", "fax"}:
        raise InvalidPhone("fax-not-line", value=text)
    return replace(phone, kind="fax")


def _emergency(text: str) -> Phone:
    from dataclasses import replace

    phone = parse_phone(text)
    kept = tuple(code for code in phone.warnings if code not in {"phone-emergency", "phone-not-office"})
    return replace(phone, warnings=kept)


def _public(given: str) -> str:
    if not isinstance(given, str):
        raise InvalidInput("not-a-text", value=given)
    refuse_private(given)
    return given


_SINGLE: Final = (str, bytes, bytearray, Mapping, type)
"""What can be iterated and is no list of values all the same."""

_READERS: Final[dict[str, Callable[[Any], object]]] = {
    "phones": _many(Phone, parse_phones),
    "emails": _many(Email, parse_emails),
    "website": _one(Website, parse_website),
    "fax": _one(Phone, _fax),
    "emergency": _one(Phone, _emergency),
    "hours": _one(ServiceHours, parse_hours),
    "officer": _public,
}
