"""What holds for every command: language, JSON or words, colour or none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kopsurat.messages import Language

__all__ = ["LANGUAGE_VARIABLE", "Settings", "settings_from"]

LANGUAGE_VARIABLE: Final = "KOPSURAT_LANG"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """``has_color`` is whether colour and tables may be used: a terminal, and no NO_COLOR."""

    language: Language = "id"
    is_json: bool = False
    has_color: bool = False


def settings_from(arguments: Sequence[str], environment: Mapping[str, str], *, is_terminal: bool) -> Settings:
    """Return the settings, which may stand anywhere on the line so that help and errors know them too."""
    wanted = environment.get(LANGUAGE_VARIABLE, "id")
    for index, argument in enumerate(arguments):
        if argument == "--lang" and index + 1 < len(arguments):
            wanted = arguments[index + 1]
        elif argument.startswith("--lang="):
            wanted = argument.removeprefix("--lang=")
    is_json = "--json" in arguments
    return Settings(
        language="en" if wanted == "en" else "id",
        is_json=is_json,
        has_color=is_terminal and not is_json and not environment.get("NO_COLOR"),
    )
