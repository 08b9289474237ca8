"""The page's checker gives the verdicts, reasons and claims of the Python one, on every shared vector."""

from __future__ import annotations

import json
import os
import pathlib
import shutil
import subprocess

import pytest

HERE = pathlib.Path(__file__).parent
CORE = HERE.parents[1] / "kopsurat" / "site" / "assets" / "core.js"
VECTORS = HERE.parent / "vectors" / "seals.json"


@pytest.mark.tool
def test_both_verifiers_agree_on_every_seal() -> None:
    node = shutil.which("node")
    if node is None:
        if os.environ.get("CI"):
            pytest.fail("Node.js is not installed")
        pytest.skip("Node.js is not installed")
    command = [node, str(HERE / "vectors.mjs"), str(CORE), str(VECTORS)]
    result = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    answer = json.loads(result.stdout)
    assert answer["differences"] == []
    assert answer["count"] == len(json.loads(VECTORS.read_text("utf-8"))["vectors"]) >= 60
