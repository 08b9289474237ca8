"""The invented offices and letters of the gallery: what is shown there is tested."""

from __future__ import annotations

import functools
import importlib.util
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

__all__ = ["gallery_samples"]

_PATH = Path(__file__).resolve().parents[1] / "docs/gallery/samples.py"


@functools.cache
def gallery_samples() -> ModuleType:
    """Return the module that the gallery is drawn from, loaded once."""
    spec = importlib.util.spec_from_file_location("gallery_samples", _PATH)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["gallery_samples"] = module
    spec.loader.exec_module(module)
    return module
