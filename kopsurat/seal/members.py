"""The members of the JSON objects in a signed list, each read as what it must be.

All raise :class:`~kopsurat.errors.InvalidSeal` ``json-malformed`` with the ``path`` of what is wrong;
:func:`iso_day` also :class:`ValueError` for what is no day.
"""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from kopsurat.errors import InvalidSeal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kopsurat.seal.jcs import Json

__all__ = [
    "array",
    "count",
    "day",
    "iso_day",
    "kid",
    "mapping",
    "moment",
    "octets",
    "optional_day",
    "optional_text",
    "reason",
    "row",
    "seal_id",
    "text",
    "to_base64",
]

_HEX_ID: Final = re.compile(r"[0-9a-f]{16}")
_HEX_KID: Final = re.compile(r"[0-9a-f]{8}")
_REASON: Final = re.compile(r"[a-z][a-z-]{0,30}")


def mapping(value: Json, path: str) -> Mapping[str, Json]:
    """Return a JSON object."""
    if not isinstance(value, Mapping):
        raise InvalidSeal("json-malformed", path=path)
    return value


def array(value: Mapping[str, Json], name: str) -> Sequence[Json]:
    """Return a member that is an array."""
    found = value.get(name)
    if not isinstance(found, list):
        raise InvalidSeal("json-malformed", path=name)
    return found


def row(value: Json, width: int) -> list[str]:
    """Return the texts of an array of ``width`` of them."""
    if not isinstance(value, list) or len(value) != width:
        raise InvalidSeal("json-malformed", path="entries")
    texts = [each for each in value if isinstance(each, str)]
    if len(texts) != width:
        raise InvalidSeal("json-malformed", path="entries")
    return texts


def text(value: Mapping[str, Json], name: str) -> str:
    """Return a member that is a text."""
    found = value.get(name)
    if not isinstance(found, str):
        raise InvalidSeal("json-malformed", path=name)
    return found


def optional_text(value: Mapping[str, Json], name: str) -> str | None:
    """Return a member that is a text, or None where it is null or absent."""
    return None if value.get(name) is None else text(value, name)


def count(value: Mapping[str, Json], name: str) -> int:
    """Return a member that is a whole number, not negative."""
    found = value.get(name)
    if not isinstance(found, int) or isinstance(found, bool) or found < 0:
        raise InvalidSeal("json-malformed", path=name)
    return found


def moment(value: Mapping[str, Json], name: str) -> dt.datetime:
    """Return a member that counts the seconds since 1970."""
    try:
        return dt.datetime.fromtimestamp(count(value, name), dt.UTC)
    except (OverflowError, ValueError, OSError) as error:
        raise InvalidSeal("json-malformed", path=name) from error


def iso_day(written: str) -> dt.date:
    """Return the day of a text such as ``2026-11-24``, in no other form."""
    found = dt.date.fromisoformat(written)
    if found.isoformat() != written:
        raise InvalidSeal("json-malformed", path="day")
    return found


def day(value: Mapping[str, Json], name: str) -> dt.date:
    """Return a member that is a day."""
    return iso_day(text(value, name))


def optional_day(value: Mapping[str, Json], name: str) -> dt.date | None:
    """Return a member that is a day, or None where it is null or absent."""
    return None if value.get(name) is None else day(value, name)


def seal_id(written: str) -> bytes:
    """Return the bytes of a seal id in hex."""
    if not _HEX_ID.fullmatch(written):
        raise InvalidSeal("json-malformed", path="entries.id")
    return bytes.fromhex(written)


def reason(written: str) -> str:
    """Return a short reason code as it stands."""
    if not _REASON.fullmatch(written):
        raise InvalidSeal("json-malformed", path="entries.reason")
    return written


def kid(value: Mapping[str, Json], name: str) -> bytes:
    """Return a member that is a key identifier in hex."""
    written = text(value, name)
    if not _HEX_KID.fullmatch(written):
        raise InvalidSeal("json-malformed", path=name)
    return bytes.fromhex(written)


def octets(value: Mapping[str, Json], name: str, size: int) -> bytes:
    """Return a member that is ``size`` bytes in base64url."""
    written = text(value, name)
    try:
        data = base64.b64decode(written + "=" * (-len(written) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as error:
        raise InvalidSeal("json-malformed", path=name) from error
    if len(data) != size or to_base64(data) != written:
        raise InvalidSeal("json-malformed", path=name)
    return data


def to_base64(data: bytes) -> str:
    """Return bytes in base64url, without padding."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
