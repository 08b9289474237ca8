"""An office with everything."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from kit_reading import an_office

if TYPE_CHECKING:
    from kopsurat import Office


@pytest.fixture(scope="session")
def office() -> Office:
    return an_office()
