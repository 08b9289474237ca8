"""Which files ``kopsurat check`` looks at: those named, those a pattern means, those in a folder."""

from __future__ import annotations

import contextlib
import glob
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from kopsurat.cli.problems import CommandError
from kopsurat.errors import ScanError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["TargetKind", "kind_of", "refuse_too_large", "targets_of"]

TargetKind = Literal["office", "letter", "document"]

_OFFICE_FILE: Final = "desa.toml"
_FRONT: Final = b"+++"
_TABLE: Final = ".csv"
_MADE: Final = frozenset({"kit.json", ".kopsurat-site.json"})
"""What stands in a folder that ``kit`` or ``site build`` has filled."""
_WILDCARDS: Final = frozenset("*?[")
_LETTER_KEY: Final = re.compile(rb"^(?:\+\+\+[ \t]*|jenis[ \t]*[=:].*)\r?$", re.MULTILINE)
_UTF16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
_UTF8_MARK: Final = b"\xef\xbb\xbf"


def targets_of(files: Iterable[Path]) -> Iterator[Path]:
    """Yield every file that is meant, each once and in order.

    A folder means its desa.toml and all documents in it, at any depth; hidden files, the lock files of
    Word (``~$…``), tables, and what ``kit`` and ``site build`` made are passed over. A pattern that the
    shell has left alone means what it matches. Raises :class:`~kopsurat.cli.problems.CommandError`
    ``cli-check-nothing`` for a folder without such files.
    """
    seen: set[Path] = set()
    for given in files:
        for path in _meant(given):
            if path not in seen:
                seen.add(path)
                yield path


def kind_of(path: Path) -> TargetKind:
    """Return how a file is checked: a ``.md`` is a letter when it has front matter, or was meant to have it.

    A letter whose ``+++`` is missing or ``---``, one in UTF-16, an empty file and one that cannot be read are
    letters too, so that their author is told what is wrong with them.
    """
    if path.suffix.lower() == ".toml":
        return "office"
    if path.suffix.lower() != ".md":
        return "document"
    try:
        with path.open("rb") as stream:
            start = stream.read(2_000).removeprefix(_UTF8_MARK)
    except OSError:
        return "letter"
    is_meant = not start.strip() or start.startswith(_UTF16_MARKS) or _LETTER_KEY.search(start)
    return "letter" if is_meant or start.lstrip().startswith(_FRONT) else "document"


def refuse_too_large(path: Path) -> None:
    """Raise :class:`~kopsurat.errors.ScanError` ``document-too-large`` before such a file is read."""
    from kopsurat.scanning.documents import DOCUMENT_LIMIT

    with contextlib.suppress(OSError):
        if path.stat().st_size > DOCUMENT_LIMIT:
            raise ScanError("document-too-large", value=str(path))


def _meant(given: Path) -> Iterator[Path]:
    if given.is_dir():
        found = list(_documents_in(given))
        if not found:
            raise CommandError("cli-check-nothing", value=str(given))
        yield from found
    elif _WILDCARDS & set(str(given)) and not given.exists():
        matches = sorted(map(Path, glob.glob(str(given), recursive=True)))  # noqa: PTH207 - also takes absolute patterns
        yield from (path for path in matches if path.is_file()) if matches else [given]
    else:
        yield given


def _documents_in(folder: Path) -> Iterator[Path]:
    """Yield what people wrote. ``kit --check`` looks after what was made of desa.toml."""
    paths = sorted(folder.rglob("*"))
    made = {path.parent for path in paths if path.name in _MADE} - {folder}
    for path in paths:
        if path.suffix.lower() != _TABLE and made.isdisjoint(path.parents) and _is_to_check(path, folder):
            yield path


def _is_to_check(path: Path, folder: Path) -> bool:
    from kopsurat.scanning.documents import is_document_name

    is_hidden = any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
    is_named = path.name.lower() == _OFFICE_FILE or is_document_name(path.name)
    return is_named and not is_hidden and path.is_file()
