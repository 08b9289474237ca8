"""Text of a letter as runs: addresses lead somewhere, words in a local script say their language."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Final

from kopsurat.errors import InvalidEmail
from kopsurat.fonts import script_family
from kopsurat.layout.model import Run
from kopsurat.layout.script_lines import SCRIPT_FONTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kopsurat.layout.model import TextStyle

__all__ = ["text_runs"]

_ADDRESS: Final = re.compile(
    r"""https?://[!-~]*[\w/\#=&-]            # a web address, up to the last sign that no sentence ends with
      | (?<![\w.+@-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+(?!@)""",
    re.ASCII | re.VERBOSE,
)
_LANGUAGES: Final = {font.family: font.lang for font in SCRIPT_FONTS.values()}
_FIRST_SCRIPT: Final = "\u0590"
"""No character of a local script comes before this one."""


def text_runs(text: str, style: TextStyle) -> tuple[Run, ...]:
    """Return a text as runs of one style: addresses with their link, local scripts with their language."""
    if "@" not in text and "://" not in text:
        return _spoken(text, style, None)
    runs: list[Run] = []
    at = 0
    for found in _ADDRESS.finditer(text):
        link = _link_of(found.group())
        if link is not None:
            runs += [*_spoken(text[at : found.start()], style, None), *_spoken(found.group(), style, link)]
            at = found.end()
    return (*runs, *_spoken(text[at:], style, None))


def _link_of(address: str) -> str | None:
    if "://" in address:
        return address
    from kopsurat.contacts import parse_email

    try:
        return f"mailto:{parse_email(address)}"
    except InvalidEmail:
        return None


def _spoken(text: str, style: TextStyle, link: str | None) -> tuple[Run, ...]:
    """Return a text as runs of one language each."""
    if not text:
        return ()
    if text.isascii() or max(text) < _FIRST_SCRIPT:
        return (Run(text=text, style=style, link=link),)
    return tuple(
        Run(text="".join(part for part, _ in group), style=style, link=link, lang=lang)
        for lang, group in groupby(_languages(text), key=lambda pair: pair[1])
    )


def _languages(text: str) -> Iterator[tuple[str, str | None]]:
    """Yield words and gaps with their languages; a gap between two words of one language has theirs."""
    parts = [(part, _language(part)) for part in re.split(r"(\s+)", text) if part]
    for at, (part, lang) in enumerate(parts):
        is_inside = part.isspace() and 0 < at < len(parts) - 1 and parts[at - 1][1] == parts[at + 1][1]
        yield part, parts[at - 1][1] if is_inside else lang


def _language(word: str) -> str | None:
    families = (script_family(character) for character in word)
    return next((_LANGUAGES[family] for family in families if family in _LANGUAGES), None)
