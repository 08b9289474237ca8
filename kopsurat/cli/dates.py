"""Days as they are typed on a command line."""

from __future__ import annotations

import datetime as dt

from kopsurat.cli.problems import UsageError
from kopsurat.shapes import suggested_date

__all__ = ["day_of"]


def day_of(text: str, option: str) -> dt.date:
    """Return the day that ``text`` names (``2026-11-24``). Raises :class:`UsageError` ``not-a-date``."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise UsageError("not-a-date", path=option, value=text, suggestion=suggested_date(text)) from None
