"""Trust lists that this user keeps: ``kopsurat verify`` believes them without being told each time."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from kopsurat.cli.problems import CommandError
from kopsurat.cli.sources import read_bytes
from kopsurat.cli.writing import write_all
from kopsurat.seal.trust_list import parse_trust_list

if TYPE_CHECKING:
    from kopsurat.seal.records import TrustList

__all__ = ["HOME_VARIABLE", "pin", "pinned_files", "unpin"]

HOME_VARIABLE: Final = "KOPSURAT_HOME"
_SUFFIX: Final = ".trust"


def _folder() -> Path:
    return Path(os.environ.get(HOME_VARIABLE) or click.get_app_dir("kopsurat")) / "trust"


def pinned_files() -> tuple[Path, ...]:
    """Return the trust lists that are kept, by name."""
    return tuple(sorted(_folder().glob(f"*{_SUFFIX}")))


def pin(data: bytes, *, replace: bool = False) -> tuple[TrustList, Path]:
    """Keep a trust list; the next edition of a kept one takes its place.

    An edition that is older than the one kept, and a list of a known publisher under another key, are
    refused (``cli-trust-older``, ``cli-trust-other-signer``); ``replace`` accepts the new key.
    """
    listing = parse_trust_list(data)
    former = []
    for path in pinned_files():
        kept = parse_trust_list(read_bytes(path))
        if kept.publisher != listing.publisher:
            continue
        if kept.signer != listing.signer and not replace:
            raise CommandError("cli-trust-other-signer", value=listing.publisher, signer=str(listing.signer))
        if kept.signer == listing.signer and kept.counter > listing.counter:
            raise CommandError("cli-trust-older", value=listing.publisher, counter=kept.counter)
        if kept.signer != listing.signer:
            former.append(path)
    target = _folder() / f"{listing.signer}{_SUFFIX}"
    write_all({target: data})
    for path in former:
        path.unlink()
    return listing, target


def unpin(signer: str) -> bool:
    """Forget the trust list of a signer; return whether there was one."""
    path = _folder() / f"{signer.lower()}{_SUFFIX}"
    found = path in pinned_files()
    if found:
        path.unlink()
    return found
