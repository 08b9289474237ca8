"""Issue the example letters: sealed as PDF, DOCX and PNG, then verified as whoever receives them would.

The key is made anew at every run and kept nowhere; an office makes its own once, with
``kopsurat key new``.
"""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

from kopsurat import SigningKey, Trust, compose, read_letter, read_office, render, seal_letter, verify_file

HERE = Path(__file__).resolve().parent
OUT = HERE.parent / "out"
EXAMPLES = ("sukamaju", "domisili")
FORMATS = ("pdf", "docx", "png")


def issue(name: str, key: SigningKey) -> list[Path]:
    """Seal the letter of one example and write it in every format."""
    office = read_office(HERE / name)
    letter = read_letter(HERE / name / "surat.md")
    seal = seal_letter(letter, office, key=key, host=office.host or "")
    document = compose(letter, office, seal=seal)
    OUT.mkdir(exist_ok=True)
    paths = [OUT / f"{name}.{suffix}" for suffix in FORMATS]
    for path, suffix in zip(paths, FORMATS, strict=True):
        path.write_bytes(render(document, suffix))
    return paths


def main() -> int:
    """Return 0 if every file verifies."""
    key = SigningKey.generate()
    trust = Trust.of(key.public)
    failed = 0
    for path in [path for name in EXAMPLES for path in issue(name, key)]:
        verdict = verify_file(path.read_bytes(), trust=trust, at=dt.datetime.now(dt.UTC))
        failed += verdict.exit_code != 0
        print(f"{path}: {verdict.kind}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
