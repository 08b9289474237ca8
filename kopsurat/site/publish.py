"""Putting the site into a folder: each file whole or not at all, unchanged ones left alone."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import pathlib
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from kopsurat.arguments import PATH, expect
from kopsurat.errors import RenderError

__all__ = ["Published", "publish"]

_NOTE: Final = ".kopsurat-site.json"
"""In the folder: the files that are ours, with their SHA-256, so that no other file is ever touched."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What changed in the folder, as paths."""

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]


def publish(files: Mapping[str, bytes], folder: str | os.PathLike[str]) -> Published:
    """Write the files of :func:`build_site` into ``folder``, in their order.

    Files that somebody else put there stay. A path of ours that holds somebody else's file, and a name
    that leads out of the folder, is an error before anything is written: :class:`RenderError`.
    """
    expect(files, Mapping, "files")
    expect(folder, PATH, "folder")
    for name, content in files.items():
        expect(name, str, "files")
        expect(content, bytes, f"files[{name}]")
        if not _stays_inside(name):
            raise RenderError("site-path-unfit", value=name)
    root = pathlib.Path(folder)
    try:
        before = _note(root)
        _refuse_foreign(root, files, before)
        changed = [name for name, content in files.items() if not _holds(root / name, content)]
        for name in changed:
            _write(root / name, files[name])
        removed = [name for name in before if name not in files]
        for name in removed:
            (root / name).unlink(missing_ok=True)
        note = {name: _digest(content) for name, content in files.items()}
        _write(root / _NOTE, json.dumps(note, indent=1).encode() + b"\n")
    except (OSError, ValueError) as error:  # ValueError: characters that no file name can hold
        detail = getattr(error, "strerror", None) or "no name of a file"
        raise RenderError("site-unwritable", value=str(root), detail=detail) from error
    unchanged = tuple(name for name in files if name not in changed)
    return Published(written=tuple(changed), unchanged=unchanged, removed=tuple(removed))


def _stays_inside(name: str) -> bool:
    """Return whether a name stays in the folder that it is put into."""
    path = pathlib.PurePosixPath(name)
    return bool(path.parts) and not path.is_absolute() and ".." not in path.parts and "\\" not in name


def _note(root: pathlib.Path) -> dict[str, str]:
    path = root / _NOTE
    if not path.is_file():
        return {}
    try:
        found = json.loads(path.read_text("utf-8"))
    except ValueError:
        return {}
    if not isinstance(found, dict):
        return {}
    return {str(name): str(digest) for name, digest in found.items() if _stays_inside(str(name))}


def _refuse_foreign(root: pathlib.Path, files: Mapping[str, bytes], before: Mapping[str, str]) -> None:
    foreign = [name for name in files if name not in before and (root / name).exists()]
    if foreign:
        raise RenderError("site-folder-not-ours", value=str(root), found=", ".join(sorted(foreign)))


def _holds(path: pathlib.Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _write(path: pathlib.Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".kopsurat-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        pathlib.Path(temporary).chmod(0o644)  # a web server must read it; mkstemp lets only the owner
        pathlib.Path(temporary).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            pathlib.Path(temporary).unlink()
        raise
