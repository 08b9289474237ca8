"""Keys, claims and what an office publishes, from the script that makes the shared vectors."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parents[1] / "vectors" / "make_seals.py"


@pytest.fixture(scope="session")
def sample() -> ModuleType:
    """Return the module that makes the vectors: its keys, ``some_claims`` and sites."""
    if "make_seals" not in sys.modules:
        spec = importlib.util.spec_from_file_location("make_seals", SCRIPT)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules["make_seals"] = module
        spec.loader.exec_module(module)
    return sys.modules["make_seals"]
