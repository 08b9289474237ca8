"""Make the tables of cases importable by the tests beside them, and set how long laws are tried.

``KOPSURAT_EXAMPLES=5000 pytest tests/contacts -k laws`` tries each law that often.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from kopsurat.contacts import domains

sys.path.insert(0, str(Path(__file__).parent))
settings.register_profile(
    "contacts",
    deadline=None,
    max_examples=int(os.environ.get("KOPSURAT_EXAMPLES", "100")),
    suppress_health_check=[HealthCheck.differing_executors],  # mutmut runs a test again in the same process
)
settings.load_profile("contacts")


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    """Let no judgement of a domain outlive the test that asked for it, so that each test sees the rules work."""
    domains.assess.cache_clear()
