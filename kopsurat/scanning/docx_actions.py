"""Whether a DOCX runs a program or takes in something from elsewhere when it is opened, or a link does."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kopsurat.scanning.word_archive import WordArchive

__all__ = ["foreign_actions"]

_PROGRAMS: Final = frozenset(
    (
        "vbaProject",
        "wordVbaData",
        "attachedToolbars",
        "control",
        "activeXControlBinary",
        "oleObject",
        "package",
    )
)
"""Relations to what runs in Word, or in a program that Word starts."""
_MOST_PARTS: Final = 200
"""Parts that are related to the text; a letter has thirty."""
_LINKS: Final = re.compile(r"(?:https?|mailto|tel|sms):|#", re.IGNORECASE)


def foreign_actions(archive: WordArchive) -> Iterator[str]:
    """Yield ``action`` for each relation to a program, or to anything outside the file but a plain link."""
    related = (target for _, target in archive.targets(archive.main))
    parts = dict.fromkeys(("", archive.main, *archive.shown, *related))
    if len(parts) > _MOST_PARTS:
        yield "action"
    for name in islice(parts, _MOST_PARTS):
        for each in archive.relations(name):
            kind = each.get("Type", "").rpartition("/")[2]
            is_link = kind == "hyperlink" and _LINKS.match(each.get("Target", "").strip())
            is_outside = each.get("TargetMode") == "External"
            if kind in _PROGRAMS or (is_outside and not is_link):
                yield "action"
