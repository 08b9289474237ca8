"""LibreOffice as a witness: many files in one run, in a profile of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["convert"]

_TIMEOUT = 300
_AT_ONCE = 60


def convert(
    files: Mapping[str, bytes], *, source: str = "docx", target: str = "pdf", filter_name: str = ""
) -> dict[str, bytes]:
    """Return each file (by its stem) converted; ``KOPSURAT_SOFFICE`` names another program.

    Some dozens at a time: LibreOffice silently stops after about a hundred and fifty.
    """
    names = list(files)
    done: dict[str, bytes] = {}
    for at in range(0, len(names), _AT_ONCE):
        some = {name: files[name] for name in names[at : at + _AT_ONCE]}
        done |= _converted(some, source=source, target=target, filter_name=filter_name)
    return done


def _converted(files: Mapping[str, bytes], *, source: str, target: str, filter_name: str) -> dict[str, bytes]:
    program = os.environ.get("KOPSURAT_SOFFICE") or shutil.which("soffice")
    if program is None:
        if os.environ.get("CI"):
            pytest.fail("LibreOffice is missing: install it, or set KOPSURAT_SOFFICE")
        pytest.skip("LibreOffice is not installed")
    with tempfile.TemporaryDirectory(prefix="kopsurat-office-") as folder:
        inside = Path(folder)
        inputs = inside / "in"
        outputs = inside / "out"
        inputs.mkdir()
        for stem, data in files.items():
            (inputs / f"{stem}.{source}").write_bytes(data)
        subprocess.run(
            [
                *program.split(),
                f"-env:UserInstallation={(inside / 'profile').as_uri()}",
                "--headless",
                "--norestore",
                "--convert-to",
                f"{target}:{filter_name}" if filter_name else target,
                "--outdir",
                str(outputs),
                *(str(inputs / f"{stem}.{source}") for stem in files),
            ],
            check=True,
            timeout=_TIMEOUT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        return {stem: (outputs / f"{stem}.{target}").read_bytes() for stem in files}
