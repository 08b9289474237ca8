"""Write files whole or not at all, and a set of files together or not at all."""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import os
import re
from typing import TYPE_CHECKING, Final

from kopsurat.cli.problems import CommandError
from kopsurat.cli.sources import now

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

__all__ = ["write_all", "write_each", "write_key_pair"]

_LEFT: Final = re.compile(r"\.(.+)\.[0-9a-f]{8}\.tmp")
_FORMER: Final = ".lama"
_IN_USE: Final = dt.timedelta(hours=1)
"""No command takes longer from its first draft to its last file."""
_NO_ROOM: Final = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})


def write_all(outputs: Mapping[Path, bytes], *, before_rename: Callable[[], object] | None = None) -> None:
    """Write every file, or leave all as they were. Folders that are missing are made.

    ``before_rename`` runs when everything is on the disk but nothing in its place: what must happen
    together with the files (a number used, a letter registered). If it fails, no file appears.

    Raises :class:`CommandError` ``file-not-written``, ``folder-in-the-way`` or ``disk-full``, with the file.
    """
    _write(outputs.items(), mode=0o666, before_rename=before_rename)


def write_each(
    outputs: Iterable[tuple[Path, bytes]], *, before_rename: Callable[[], object] | None = None
) -> tuple[Path, ...]:
    """Write files as they come, one in memory at a time, and return them; they appear together at the end.

    If ``outputs`` raises, no file appears. Otherwise as :func:`write_all`.
    """
    return _write(outputs, mode=0o666, before_rename=before_rename)


def write_key_pair(
    private: tuple[Path, bytes], public: tuple[Path, bytes], others: Mapping[Path, bytes] | None = None
) -> None:
    """Write both halves of a new key, and what goes with them, or nothing.

    The private half can be read by its owner only, where the system knows owners.
    """
    try:
        write_all(dict([public]) | (dict(others or {})), before_rename=lambda: _write([private], mode=0o600))
    except BaseException:  # an interruption, too, leaves no half of a key
        if not public[0].exists():
            private[0].unlink(missing_ok=True)
        raise


def _write(
    outputs: Iterable[tuple[Path, bytes]], *, mode: int, before_rename: Callable[[], object] | None = None
) -> tuple[Path, ...]:
    drafts: dict[Path, Path] = {}
    folders: list[Path] = []
    try:
        for path, data in outputs:
            with _naming(path):
                _make_folder(path.parent, folders)
                drafts[path] = _draft(path, data, mode)
        _refuse_what_cannot_be_replaced(drafts)
        if before_rename:
            before_rename()
        _put_in_place(drafts)
    finally:
        for draft in drafts.values():
            draft.unlink(missing_ok=True)
        for folder in reversed(folders):
            with contextlib.suppress(OSError):  # it holds the files
                folder.rmdir()
    _sweep(drafts)
    return tuple(drafts)


def _make_folder(folder: Path, made: list[Path]) -> None:
    """Make a folder and those above it, each added to ``made``, outermost first."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        each.mkdir(exist_ok=True)
        made.append(each)


def _draft(path: Path, data: bytes, mode: int) -> Path:
    """Write ``data`` beside ``path``, so that the last step is a rename within one folder."""
    draft = _beside(path)
    descriptor = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), mode)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:  # an interruption, too, leaves no draft
        draft.unlink(missing_ok=True)
        raise
    return draft


def _refuse_what_cannot_be_replaced(paths: Iterable[Path]) -> None:
    """Find what the last step would stumble over while nothing has happened yet.

    A folder in the place of a file; on Windows also a file that another program holds open, which may not
    even be renamed to its own name. Elsewhere that renaming does nothing.
    """
    for path in paths:
        if path.is_dir():
            raise CommandError("folder-in-the-way", value=str(path))
        with _naming(path):
            if path.exists():
                path.replace(path)


def _put_in_place(drafts: Mapping[Path, Path]) -> None:
    kept: dict[Path, Path | None] = {}
    try:
        for path, draft in drafts.items():
            with _naming(path):
                kept[path] = None
                if path.exists():
                    kept[path] = _kept_aside(path)
                draft.replace(path)
    except BaseException:
        _restore(kept, drafts)
        raise
    for replaced in filter(None, kept.values()):
        with contextlib.suppress(OSError):
            replaced.unlink()


def _kept_aside(path: Path) -> Path:
    """Give the former file a second name; where the disk knows no second names, another name alone.

    With the second name there is no moment at which the computer could fail and the file be gone. The other
    one ends otherwise than what :func:`_sweep` takes away: it may be the only one of the file.
    """
    former = _beside(path)
    try:
        former.hardlink_to(path)
    except (OSError, NotImplementedError):
        former = former.with_suffix(_FORMER)
        path.replace(former)
    return former


def _restore(kept: Mapping[Path, Path | None], drafts: Mapping[Path, Path]) -> None:
    for path, former in kept.items():
        if former:
            former.replace(path)
            former.unlink(missing_ok=True)  # two names of one file are not exchanged, so both are left
        elif not drafts[path].exists():  # it is in its place already
            path.unlink(missing_ok=True)


def _sweep(paths: Iterable[Path]) -> None:
    """Remove what killed processes have left beside these files, once it is too old to be in use."""
    names: dict[Path, set[str]] = {}
    for path in paths:
        names.setdefault(path.parent, set()).add(path.name)
    oldest = now().timestamp() - _IN_USE.total_seconds()
    for folder, written in names.items():
        with contextlib.suppress(OSError):
            for each in folder.iterdir():
                left = _LEFT.fullmatch(each.name)
                if left and left[1] in written and max(each.stat().st_mtime, each.stat().st_ctime) < oldest:
                    each.unlink()


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.{os.urandom(4).hex()}.tmp")


@contextlib.contextmanager
def _naming(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        code = "disk-full" if error.errno in _NO_ROOM else "file-not-written"
        raise CommandError(code, value=str(path), reason=error.strerror or "") from error
