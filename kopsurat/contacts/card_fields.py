"""What the fields of a contact card take: values, or text that is parsed on the way in."""

from __future__ import annotations

import operator
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from kopsurat.contacts.email import Email, parse_emails
from kopsurat.contacts.hours import ServiceHours, parse_hours
from kopsurat.contacts.phone import Phone, each_once, parse_phone, parse_phones
from kopsurat.contacts.privacy import refuse_private
from kopsurat.contacts.website import Website, parse_website
from kopsurat.errors import InvalidInput, InvalidPhone, KopsuratError

if TYPE_CHECKING:
    from collections.abc import Callable

    from kopsurat.contacts.card import ContactCard

__all__ = ["coerced"]


def coerced(card: ContactCard) -> list[tuple[str, object]]:
    """Return the fields of ``card`` as values. All faults are raised together, with their paths."""
    faults: list[KopsuratError] = []
    values: dict[str, Any] = {}
    for name, read in _READERS.items():
        try:
            values[name] = read(getattr(card, name))
        except (KopsuratError, ExceptionGroup) as error:
            from kopsurat.shapes import place

            faults += place(error, name)
    if len(faults) == 1:
        raise faults[0]
    if faults:
        raise ExceptionGroup("faults in the contact card", faults)
    _sort_out(values)
    return [(name, value) for name, value in values.items() if value is not getattr(card, name)]


def _sort_out(values: dict[str, Any]) -> None:
    """Move what its label calls a fax or an emergency number from the telephones to its own field."""
    phones: tuple[Phone, ...] = values["phones"]
    faxes = [phone for phone in phones if phone.kind == "fax"]
    if faxes:
        values["fax"] = _kept_fax([values["fax"], *faxes] if values["fax"] else faxes)
    called = next((phone for phone in phones if phone.kind == "emergency" and not phone.warnings), None)
    if called and values["emergency"] is None:
        values["emergency"] = called
    if faxes or called:
        moved = (*faxes, values["emergency"])
        values["phones"] = tuple(phone for phone in phones if not any(phone is one for one in moved))


def _kept_fax(faxes: list[Phone]) -> Phone:
    """Return the first fax, with a warning where there are others."""
    first = faxes[0]
    return replace(first, warnings=(*first.warnings, "fax-several")) if len(set(faxes)) > 1 else first


def _many(
    value_type: type[Any],
    parse: Callable[[str], tuple[Any, ...]],
    once: Callable[[list[Any]], tuple[Any, ...]],
) -> Callable[[Any], object]:
    def read(given: Any) -> object:  # noqa: ANN401 - values or text
        if given is None:
            return ()
        is_one = isinstance(given, (*_SINGLE, value_type)) or not isinstance(given, Iterable)
        listed = (given,) if is_one else tuple(given)
        values = [
            value for one in listed for value in ((one,) if isinstance(one, value_type) else parse(one))
        ]
        kept = once(values)
        return given if kept == given and all(map(operator.is_, kept, given)) else kept

    return read


def _each_once(values: list[Any]) -> tuple[Any, ...]:
    return tuple(dict.fromkeys(values))


def _one(value_type: type[Any], parse: Callable[[str], Any]) -> Callable[[Any], object]:
    def read(given: Any) -> object:  # noqa: ANN401 - a value, text or None
        if given is None or isinstance(given, value_type):
            return given
        return parse(given) if given != "" else None

    return read


def _fax(text: str) -> Phone:
    phone = parse_phone(text)
    if phone.kind not in {"fixed", "mobile", "fax"}:
        raise InvalidPhone("fax-not-line", value=text)
    return replace(phone, kind="fax")


def _emergency(text: str) -> Phone:
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
    "phones": _many(Phone, parse_phones, each_once),
    "emails": _many(Email, parse_emails, _each_once),
    "website": _one(Website, parse_website),
    "fax": _one(Phone, _fax),
    "emergency": _one(Phone, _emergency),
    "hours": _one(ServiceHours, parse_hours),
    "officer": _public,
}
