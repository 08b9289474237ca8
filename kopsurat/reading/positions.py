"""On which line of a TOML text a key stands. The standard parser does not say."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from typing import Final

__all__ = ["key_lines"]

_BLANK: Final = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_KEY: Final = re.compile(
    r"""[ \t]*(?:(?P<bare>[A-Za-z0-9_-]+)|(?P<quoted>"(?:[^"\\\n]|\\.)*"|'[^'\n]*'))[ \t]*"""
)
_STRING: Final = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}' r"|'''.*?'{3,5}" r'|"(?:[^"\\\n]|\\.)*"' r"|'[^'\n]*'",
    re.DOTALL,
)
_SCALAR: Final = re.compile(r"[^,\]}#\n]+")


def key_lines(text: str) -> dict[str, int]:
    """Return the line, from 1, of every key, table and list item of a valid TOML text by its path.

    Paths are those of the errors: ``kontak.telepon[1]``, ``pejabat[0].nama``. What cannot be
    followed is left out; the text has passed the parser before.
    """
    scan = _Scan(text)
    scan.document()
    return scan.lines


class _Scan:
    """One walk over the text. ``at`` is the offset of the next character to look at."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.lines: dict[str, int] = {}
        self.tables: Counter[str] = Counter()

    def document(self) -> None:
        prefix = ""
        self._skip(_BLANK)
        while self.at < len(self.text):
            if self.text.startswith("[", self.at):
                prefix = self._header()
            elif not self._pair(prefix):
                return
            self._skip(_BLANK)

    def _header(self) -> str:
        line, is_list = self._line(), self.text.startswith("[[", self.at)
        self.at += 1 + is_list
        path = self._joined("", self._dotted())
        if is_list:
            self.tables[path] += 1
            self.lines.setdefault(path, line)
            path += f"[{self.tables[path] - 1}]"
        self.lines.setdefault(path, line)
        self.at += 1 + is_list
        return path

    def _pair(self, prefix: str) -> bool:
        line, names = self._line(), self._dotted()
        if not names or not self.text.startswith("=", self.at):
            return False
        self.at += 1
        path = self._joined(prefix, names)
        self.lines.setdefault(path, line)
        self._value(path)
        return True

    def _value(self, path: str) -> None:
        self._skip(_BLANK)
        opening = self.text[self.at : self.at + 1]
        if opening == "[":
            self._items(path)
        elif opening == "{":
            self._inline_table(path)
        elif not self._skip(_STRING):
            self._skip(_SCALAR)

    def _items(self, path: str) -> None:
        self.at += 1
        index = 0
        self._skip(_BLANK)
        while self.at < len(self.text) and self.text[self.at] != "]":
            self.lines.setdefault(f"{path}[{index}]", self._line())
            self._value(f"{path}[{index}]")
            index += 1
            self._comma()
        self.at += 1

    def _inline_table(self, path: str) -> None:
        self.at += 1
        self._skip(_BLANK)
        while self.at < len(self.text) and self.text[self.at] != "}" and self._pair(path):
            self._comma()
        self.at += 1

    def _comma(self) -> None:
        self._skip(_BLANK)
        self.at += self.text.startswith(",", self.at)
        self._skip(_BLANK)

    def _dotted(self) -> list[str]:
        names: list[str] = []
        while match := _KEY.match(self.text, self.at):
            self.at = match.end()
            names.append(match["bare"] or next(iter(tomllib.loads(f"{match['quoted']} = 0"))))
            if not self.text.startswith(".", self.at):
                break
            self.at += 1
        return names

    def _joined(self, prefix: str, names: list[str]) -> str:
        """Return the path of ``names`` under ``prefix``; a name of a list of tables means its last one."""
        path = prefix
        for name in names:
            path = f"{path}.{name}" if path else name
            if name is not names[-1] and path in self.tables:
                path += f"[{self.tables[path] - 1}]"
        return path

    def _line(self) -> int:
        return self.text.count("\n", 0, self.at) + 1

    def _skip(self, pattern: re.Pattern[str]) -> bool:
        match = pattern.match(self.text, self.at)
        self.at = match.end() if match else self.at
        return bool(match and match.group())
