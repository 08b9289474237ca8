"""What has been read of a Word letter so far, and what its lines mean wherever they stand."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import Any, Final

from kopsurat.dates import format_date

__all__ = ["MARK", "REFERENCE", "Reading", "read_date"]

REFERENCE: Final = {
    "nomor": "nomor",
    "sifat": "sifat",
    "lampiran": "lampiran",
    "perihal": "perihal",
    "hal": "perihal",
}
"""The printed labels of a letter's head, in lower case, and their keys in surat.md."""
_MONTHS: Final = {format_date(dt.date(2026, month, 1)).split()[1].casefold(): month for month in range(1, 13)}
_DATE: Final = re.compile(
    r"(?:(?P<place>[^,\d]+), )?(?P<day>\d{1,2}) (?P<month>[A-Z][a-z]+) (?P<year>\d{4})$"
)
MARK: Final = re.compile(r"^(\d{1,3}[.)]|\(\d{1,3}\)|[a-z][.)]|\([a-z]\)|[IVXLC]+\.|[-–•☐])\t")
"""The mark of an item."""


@dataclass(slots=True)
class Reading:
    """What has been read so far. ``form_code`` is the line that the letter's type prints by itself."""

    front: dict[str, Any]
    form_code: str | None = None
    lines: list[str] = field(default_factory=list)
    losses: list[str] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    tembusan: list[str] = field(default_factory=list)
    signed: list[list[str]] = field(default_factory=list)
    last: str = ""
    left: list[int] = field(default_factory=list)
    is_appendix: bool = False
    is_open: bool = False

    def lose(self, what: str, where: str) -> None:
        """Note what surat.md has no place for."""
        note = f"{what}: {where[:60]}" if where else what
        if note not in self.losses:
            self.losses.append(note)

    def write(self, kind: str, line: str) -> None:
        """Add a line; a blank line stands between blocks that are not of one list."""
        if self.lines and (kind != self.last or kind in {"body", "quote", "heading", "table"}):
            self.lines.append("")
        self.lines.append(line)
        self.last = kind


def read_date(text: str, reading: Reading) -> bool:
    """Take the date, and the place before it, with which a line ends; return whether there is one."""
    found = _DATE.search(text)
    month = _MONTHS.get(found.group("month").casefold()) if found else None
    if found is None or month is None:
        return False
    try:
        day = dt.date(int(found.group("year")), month, int(found.group("day")))
    except ValueError:
        return False
    reading.front["tanggal"] = day.isoformat()
    if place := found.group("place"):
        reading.front["tempat"] = place.strip()
    return True
