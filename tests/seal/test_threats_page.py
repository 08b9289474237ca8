"""docs/architecture/threats.md: every defence names a test that exists, or says that there is none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
PAGE = TESTS.parent / "docs" / "architecture" / "threats.md"
ROWS = [
    [cell.strip() for cell in line.strip("|\n ").split("|")]
    for line in PAGE.read_text(encoding="utf-8").splitlines()
    if line.startswith("|") and not line.startswith(("| ---", "| attack"))
]


def test_the_table_has_at_least_the_attacks_of_the_study() -> None:
    assert len(ROWS) >= 18


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0][:50])
def test_a_row_names_a_test_or_says_that_it_is_not_defended(row: list[str]) -> None:
    assert len(row) == 4
    shown = row[2]
    if shown == "not defended":
        assert row[1] == "not defended"
        assert row[3]
        return
    file, _, name = shown.partition("::")
    source = (TESTS / file).read_text(encoding="utf-8")
    assert re.search(rf"def {re.escape(name)}\(", source), shown
