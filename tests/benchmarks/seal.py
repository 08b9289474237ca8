"""Speed of sealing, verifying, refusing junk and reading files.

Run it from the checkout::

    python tests/benchmarks/seal.py

Each figure is the best of several rounds. With ``--check`` the exit code is 1 when a limit is passed; the
limits are wide, since continuous integration is slow and busy.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
import timeit
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

sys.path.insert(0, str(Path(__file__).parents[2]))

import kopsurat
from kopsurat import SigningKey, Trust
from kopsurat.scanning import scan

EXAMPLE = Path(__file__).parents[2] / "examples" / "sukamaju"
NOW = dt.datetime(2026, 11, 25, tzinfo=dt.UTC)
LIMITS = {
    "seal a letter": 15,
    "verify a link": 5,
    "verify a PDF": 500,
    "verify a DOCX": 500,
    "scan a PNG of the page": 300,
    "refuse 1 MB of digits": 50,
    "refuse 1 MB of bytes": 50,
}
"""Milliseconds."""


def tasks() -> dict[str, Callable[[], object]]:
    office = kopsurat.read_office(EXAMPLE / "desa.toml")
    letter = kopsurat.read_letter(EXAMPLE / "surat.md")
    key = SigningKey.from_scalar(20261124)
    trust = Trust.of(key.public)
    host = office.host or "sukamaju.desa.id"
    seal = kopsurat.seal_letter(letter, office, key=key, host=host)
    document = kopsurat.compose(letter, office, seal=seal)
    pdf, docx, png = (kopsurat.render(document, each) for each in ("pdf", "docx", "png"))
    digits, junk = "https://sukamaju.desa.id/v#" + "1" * 1_000_000, b"\x84" * 1_000_000
    return {
        "seal a letter": lambda: kopsurat.seal_letter(letter, office, key=key, host=host),
        "verify a link": lambda: kopsurat.verify(seal.link, trust=trust, at=NOW),
        "verify a PDF": lambda: kopsurat.verify_file(pdf, trust=trust, at=NOW),
        "verify a DOCX": lambda: kopsurat.verify_file(docx, trust=trust, at=NOW),
        "scan a PNG of the page": lambda: scan(png),
        "refuse 1 MB of digits": lambda: kopsurat.verify(digits, trust=trust, at=NOW),
        "refuse 1 MB of bytes": lambda: kopsurat.verify(junk, trust=trust, at=NOW),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    is_slow = False
    for name, task in tasks().items():
        task()
        milliseconds = min(timeit.repeat(task, number=3, repeat=5)) / 3 * 1000
        is_slow |= milliseconds > LIMITS[name]
        sys.stdout.write(f"{name:24} {milliseconds:8.2f} ms\n")
    return int(parser.parse_args().check and is_slow)


if __name__ == "__main__":
    sys.exit(main())
