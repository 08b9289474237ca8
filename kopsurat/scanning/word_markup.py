"""Text of Word as markup, and the file that holds it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kopsurat.scanning.word_parts import Piece

__all__ = ["ISO_DATE", "inline", "written"]

ISO_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d")
_SPECIAL: Final = re.compile(r"([\\*|\[\]<>]|\+\+)")


def inline(pieces: tuple[Piece, ...]) -> str:
    """Return text with its emphasis marked, what has a meaning in markup escaped."""
    return "".join(_emphasized(piece) for piece in _joined(pieces)).strip(" ").replace("\n", "\\\n")


def _joined(pieces: tuple[Piece, ...]) -> list[Piece]:
    """Return the pieces with those of one emphasis put together: Word cuts runs anywhere."""
    joined: list[Piece] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        if last and not piece.note and replace(last, text="") == replace(piece, text=""):
            joined[-1] = replace(last, text=last.text + piece.text)
        else:
            joined.append(piece)
    return joined


def _emphasized(piece: Piece) -> str:
    if piece.note:
        return f"[^{piece.note}]"
    text = _escaped(piece.text)
    inner = text.strip()
    if not inner:
        return text
    marks = ("++" if piece.underline else "") + ("**" if piece.bold else "") + ("*" if piece.italic else "")
    closing = ("*" if piece.italic else "") + ("**" if piece.bold else "") + ("++" if piece.underline else "")
    start = text.index(inner)
    return f"{text[:start]}{marks}{inner}{closing}{text[start + len(inner) :]}"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda found: "".join(f"\\{character}" for character in found.group()), text)


def written(front: Mapping[str, Any], lines: Iterable[str]) -> str:
    """Return a surat.md of a front matter and the lines of a body; empty values are left out."""
    keys = [f"{key} = {_toml(key, value)}" for key, value in front.items() if value not in ("", [])]
    return "\n".join(["+++", *keys, "+++", *lines, ""])


def _toml(key: str, value: Any) -> str:  # noqa: ANN401 - JSON values
    if isinstance(value, bool):
        return str(value).lower()
    if key in {"tanggal", "berlaku_sampai"} and ISO_DATE.fullmatch(str(value)):
        return str(value)
    if isinstance(value, list):
        return "[" + ", ".join(_toml("", each) for each in value) + "]"
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{name} = {_toml('', each)}" for name, each in value.items()) + " }"
    return json.dumps(str(value), ensure_ascii=False)
