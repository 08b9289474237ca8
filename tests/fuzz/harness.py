"""What every fuzz target shares: a target is a check of any bytes, with seeds to begin from.

A module ``NAME_targets.py`` beside this one holds its targets in ``TARGETS`` by name. Inputs that once
broke a target stand as files in ``corpus/TARGET/`` and are replayed by the normal tests.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

__all__ = ["CORPUS", "Target", "all_targets", "inputs_of", "text_of"]

HERE: Final = Path(__file__).parent
CORPUS: Final = HERE / "corpus"


class Target(NamedTuple):
    """``check`` takes any bytes and raises only when a law is broken; ``seeds`` are good inputs."""

    check: Callable[[bytes], None]
    seeds: tuple[bytes, ...]


def all_targets() -> dict[str, Target]:
    """Return the targets of every ``…_targets.py``, by name."""
    found: dict[str, Target] = {}
    for path in sorted(HERE.glob("*_targets.py")):
        targets: dict[str, Target] = importlib.import_module(path.stem).TARGETS
        assert not targets.keys() & found.keys(), path.stem
        found |= targets
    return found


def inputs_of(name: str, target: Target) -> list[bytes]:
    """Return the fixed corpus of a target: its seeds, and what once broke it."""
    kept = sorted(path for path in (CORPUS / name).glob("*") if path.is_file())
    return [*target.seeds, *(path.read_bytes() for path in kept)]


def text_of(data: bytes) -> str:
    """Return any bytes as text; lone surrogates come through, as they do from careless programs."""
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return data.decode("latin-1")
