"""Make the tables of cases importable by the tests beside them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from kopsurat.contacts import domains

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    """Let no judgement of a domain outlive the test that asked for it, so that each test sees the rules work."""
    domains.assess.cache_clear()
