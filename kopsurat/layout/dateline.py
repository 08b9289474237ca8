"""Place and date as a letter says them: in one line, or under words such as "Ditetapkan di"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kopsurat.dates import format_date

if TYPE_CHECKING:
    from kopsurat.layout.sheet import Sheet
    from kopsurat.letter import Letter
    from kopsurat.office import Office

__all__ = ["dateline", "place_and_day"]


def dateline(letter: Letter, office: Office, sheet: Sheet) -> str:
    """Return ``Sukamaju, 24 November 2026``, or the date alone where the profile wants it so."""
    day = format_date(letter.date)
    if not sheet.style.correspondence.date_place and letter.place is None:
        return day
    return f"{letter.place if letter.place is not None else office.desa.name}, {day}"


def place_and_day(letter: Letter, office: Office, words: str) -> tuple[str, str]:
    """Return ``Ditetapkan di Sukamaju`` and ``pada tanggal …``; ``words`` stand before the place."""
    place = letter.place if letter.place is not None else office.desa.name
    return f"{words} {place}", f"pada tanggal {format_date(letter.date)}"
