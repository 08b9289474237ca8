"""The fields of a letter type: what a value must look like, and the value that it becomes.

A check returns the value to print, or raises :class:`InvalidLetter`; texts are never re-cased,
trimmed inside or otherwise improved.
"""

from __future__ import annotations

import datetime as dt
import decimal
import re
from dataclasses import field
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeAlias

from kopsurat.content.templates import identity
from kopsurat.errors import InvalidLetter
from kopsurat.shapes import closest
from kopsurat.values import value_class

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Field", "FieldType", "Rupiah", "Value", "check_value"]

MOST_CHARACTERS = 300
"""Of a one-line text."""

MOST_CHARACTERS_LONG = 8000
"""Of a text of several lines."""

MOST_ROWS = 500
"""Of a list."""

JAM = re.compile(r"([01]\d|2[0-3])[.:][0-5]\d")
NUMBER = re.compile(r"\d{1,15}(,\d{1,6})?|\d{1,3}(\.\d{3}){1,4}(,\d{1,6})?")
AMOUNT = re.compile(r"(?:Rp\.? ?)?(\d{1,15}|\d{1,3}(?:\.\d{3}){1,4})(?:,00|,-)?")
DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
UNPRINTABLE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ue000-\uf8ff\ufeff]"
)


class FieldType(Enum):
    """What a field holds; the value is the word in template files."""

    TEXT = "teks"
    LONG_TEXT = "teks_panjang"
    NUMBER = "angka"
    AMOUNT = "rupiah"
    DATE = "tanggal"
    TIME = "jam"
    NIK = "nik"
    KK = "kk"
    NIP = "nip"
    PHONE = "telepon"
    EMAIL = "email"
    WEBSITE = "website"
    CHOICE = "pilihan"
    YES_NO = "ya_tidak"
    LIST = "daftar"


class Rupiah(int):
    """An amount of whole rupiah."""

    __slots__ = ()


Scalar: TypeAlias = str | int | decimal.Decimal | dt.date | bool
Value: TypeAlias = Scalar | tuple[dict[str, Scalar], ...]


@value_class
class Field:
    """A field to fill in. ``example`` is what a form shows; ``columns`` are those of a list.

    ``is_private`` keeps the field out of the seal and lets redaction drop it first.
    """

    name: str
    label: str
    type: FieldType = FieldType.TEXT
    is_required: bool = True
    example: Any = None
    choices: tuple[str, ...] = ()
    help: str = ""
    is_private: bool = False
    columns: tuple[Field, ...] = field(default=())


def check_value(spec: Field, value: object) -> Value:
    """Return ``value`` as the field's type.

    Raises :class:`InvalidLetter`, or an :class:`ExceptionGroup` of it for the faults of a list; paths are
    relative to the field.
    """
    if spec.type is FieldType.CHOICE:
        return _choice(spec, value)
    if spec.type is FieldType.LIST:
        return _list(spec, value)
    return _CHECKS[spec.type](value)


def _text(value: object) -> str:
    text = _printable(value)
    if "\n" in text:
        raise InvalidLetter("field-several-lines", value=text)
    if len(text) > MOST_CHARACTERS:
        raise InvalidLetter("field-too-long", value=text[:40] + "…", most=MOST_CHARACTERS)
    return text


def _long_text(value: object) -> str:
    text = _printable(value)
    if len(text) > MOST_CHARACTERS_LONG:
        raise InvalidLetter("field-too-long", value=text[:40] + "…", most=MOST_CHARACTERS_LONG)
    return text


def _printable(value: object) -> str:
    if not isinstance(value, str):
        raise InvalidLetter("field-not-text", value=value)
    text = value.replace("\r\n", "\n").strip("\n")
    if not text.strip():
        raise InvalidLetter("field-missing")
    if found := UNPRINTABLE.search(text):
        raise InvalidLetter("field-unprintable", value=text, character=f"U+{ord(found[0]):04X}")
    return text


def _number(value: object) -> int | decimal.Decimal | str:
    if isinstance(value, bool) or not isinstance(value, int | float | decimal.Decimal | str):
        raise InvalidLetter("field-not-a-number", value=value)
    if isinstance(value, str):
        if not NUMBER.fullmatch(value.strip()):
            raise InvalidLetter("field-not-a-number", value=value)
        text = value.strip()
        return int(text) if text.isdigit() and str(int(text)) == text else text
    number = value if isinstance(value, int) else decimal.Decimal(str(value))
    if (isinstance(number, decimal.Decimal) and not number.is_finite()) or not 0 <= number < 10**15:
        raise InvalidLetter("field-not-a-number", value=value)
    return number


def _amount(value: object) -> Rupiah:
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**15:
        return Rupiah(value)
    if isinstance(value, str) and (found := AMOUNT.fullmatch(value.strip())):
        return Rupiah(found[1].replace(".", ""))
    raise InvalidLetter("field-not-an-amount", value=value)


def _date(value: object) -> dt.date:
    if isinstance(value, dt.datetime):
        raise InvalidLetter("field-not-a-date", value=value, suggestion=value.date().isoformat())
    if isinstance(value, dt.date):
        return value
    if not isinstance(value, str):
        raise InvalidLetter("field-not-a-date", value=value)
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            raise InvalidLetter("field-impossible-date", value=value) from None
    raise InvalidLetter("field-not-a-date", value=value, suggestion=_day_first(value))


def _day_first(text: str) -> str | None:
    if found := DAY_FIRST.fullmatch(text.strip()):
        day, month, year = (int(part) for part in found.groups())
        try:
            return dt.date(year, month, day).isoformat()
        except ValueError:
            return None
    return None


def _time(value: object) -> str:
    if isinstance(value, dt.time):
        return f"{value.hour:02}.{value.minute:02}"
    if isinstance(value, str) and JAM.fullmatch(value.strip()):
        return value.strip().replace(":", ".")
    raise InvalidLetter("field-not-a-time", value=value)


def _nik(value: object) -> str:
    return identity.check_nik(_digits_as_text(value))


def _kk(value: object) -> str:
    return identity.check_kk(_digits_as_text(value))


def _nip(value: object) -> str:
    return identity.check_nip(_digits_as_text(value))


def _digits_as_text(value: object) -> str:
    if isinstance(value, int) and not isinstance(value, bool):
        raise InvalidLetter("field-not-text", value=value, suggestion=f'"{value}"')
    return _printable(value)


def _phone(value: object) -> str:
    from kopsurat.contacts import parse_phone

    return _contact(value, parse_phone)


def _email(value: object) -> str:
    from kopsurat.contacts import parse_email

    return _contact(value, parse_email)


def _website(value: object) -> str:
    from kopsurat.contacts import parse_website

    return _contact(value, parse_website)


def _contact(value: object, parse: Callable[[str], object]) -> str:
    from kopsurat.errors import InvalidInput

    text = _printable(value)
    try:
        parse(text)
    except InvalidInput as fault:
        raise InvalidLetter(
            "field-not-a-contact", value=text, suggestion=fault.suggestion, reason=fault.code
        ) from fault
    return text


def _choice(spec: Field, value: object) -> str:
    text = _printable(value)
    if text in spec.choices:
        return text
    from difflib import get_close_matches

    by_case = {choice.casefold(): choice for choice in spec.choices}
    close = get_close_matches(text.casefold(), by_case, n=1)
    raise InvalidLetter(
        "field-not-a-choice",
        value=text,
        suggestion=by_case[close[0]] if close else None,
        choices=", ".join(spec.choices),
    )


def _yes_no(value: object) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.strip().casefold() in {"ya", "tidak"}:
        return value.strip().casefold() == "ya"
    raise InvalidLetter("field-not-yes-or-no", value=value)


def _list(spec: Field, value: object) -> tuple[dict[str, Scalar], ...]:
    if not isinstance(value, list | tuple):
        raise InvalidLetter("field-not-a-list", value=value)
    if not value and spec.is_required:
        raise InvalidLetter("field-missing")
    if len(value) > MOST_ROWS:
        raise InvalidLetter("field-too-many-rows", value=len(value), most=MOST_ROWS)
    faults: list[InvalidLetter] = []
    rows = tuple(_row(spec, row, f"[{index}]", faults) for index, row in enumerate(value))
    if faults:
        raise ExceptionGroup("faults in a list", faults)
    return rows


def _row(spec: Field, row: object, path: str, faults: list[InvalidLetter]) -> dict[str, Scalar]:
    if not isinstance(row, dict):
        faults.append(InvalidLetter("field-not-a-row", path=path, value=row))
        return {}
    return check_fields(spec.columns, row, f"{path}.", faults)  # type: ignore[return-value]  # columns are scalar


def check_fields(
    specs: tuple[Field, ...], values: dict[str, Any], prefix: str, faults: list[InvalidLetter]
) -> dict[str, Value]:
    """Return the checked values by name, ``""`` for what is not given; add every fault to ``faults``."""
    checked: dict[str, Value] = {}
    for spec in specs:
        given = values.get(spec.name)
        if given is None or (isinstance(given, str) and not given.strip()):
            if spec.is_required:
                faults.append(_fault("field-missing", prefix + spec.name, label=spec.label))
            checked[spec.name] = () if spec.type is FieldType.LIST else ""
            continue
        try:
            checked[spec.name] = check_value(spec, given)
        except InvalidLetter as fault:
            faults.append(_placed(fault, prefix + spec.name, spec.label))
        except ExceptionGroup as group:
            faults.extend(_placed(fault, prefix + spec.name, spec.label) for fault in group.exceptions)  # type: ignore[arg-type]
    faults.extend(_unknown(specs, values, prefix))
    return checked


def _unknown(specs: tuple[Field, ...], values: dict[str, Any], prefix: str) -> list[InvalidLetter]:
    names = {spec.name for spec in specs}
    return [
        _fault("field-unknown", f"{prefix}{name}", value=name, suggestion=closest(str(name), names))
        for name in values
        if name not in names
    ]


def _fault(code: str, path: str, **facts: Any) -> InvalidLetter:  # noqa: ANN401 - as KopsuratError
    return InvalidLetter(code, path=path, **facts)


def _placed(fault: InvalidLetter, path: str, label: str) -> InvalidLetter:
    return InvalidLetter(
        fault.code,
        path=path + fault.path,
        value=fault.value,
        suggestion=fault.suggestion,
        **{"label": label, **fault.evidence},
    )


_CHECKS: dict[FieldType, Callable[[object], Value]] = {
    FieldType.TEXT: _text,
    FieldType.LONG_TEXT: _long_text,
    FieldType.NUMBER: _number,
    FieldType.AMOUNT: _amount,
    FieldType.DATE: _date,
    FieldType.TIME: _time,
    FieldType.NIK: _nik,
    FieldType.KK: _kk,
    FieldType.NIP: _nip,
    FieldType.PHONE: _phone,
    FieldType.EMAIL: _email,
    FieldType.WEBSITE: _website,
    FieldType.YES_NO: _yes_no,
}
