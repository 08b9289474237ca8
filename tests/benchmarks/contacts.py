"""Speed of the contact parsers as ratios to the libraries they build on, all in one run.

Run it from the checkout::

    python tests/benchmarks/contacts.py

Each pair runs in turn, several rounds; the best round of each counts, so that a busy machine
slows both alike. With ``--check`` the exit code is 1 when a ratio is above its limit.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import timeit
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

sys.path.insert(0, str(Path(__file__).parents[2]))

PHONES = [
    "(0274) 555123",
    "0812-0000-0123",
    "+62 274 555-123",
    "021-5551234",
    "0812 0000 0124",
    "(0265) 771234",
]
EMAILS = [
    "sekretariat@contoh.desa.id",
    "pemdes@sukamaju.desa.id",
    "desacontoh@gmail.com",
    "info@slemankab.go.id",
]
WEBSITES = [
    "https://contoh.desa.id/",
    "https://sukamaju.desa.id",
    "https://www.slemankab.go.id/",
    "https://contoh.id",
]
LIMITS = {"parse_phone": 1.6, "parse_email": 1.3, "parse_website": 6.0}
IMPORT_LIMIT = 25.0
ROUNDS = 7


def best(work: Callable[[], object], loops: int) -> float:
    """Return the fewest microseconds of one call over the loops of a round."""
    return min(timeit.repeat(work, number=loops, repeat=1)) / loops * 1e6


def ratio(ours: Callable[[], object], theirs: Callable[[], object], loops: int) -> tuple[float, float]:
    """Return the best time of each side, measured in turn."""
    ours()
    theirs()
    mine, other = float("inf"), float("inf")
    for _ in range(ROUNDS):
        mine = min(mine, best(ours, loops))
        other = min(other, best(theirs, loops))
    return mine, other


def their_phone(text: str) -> str:
    """Do with phonenumbers what parse_phone is for: parse, validate, print."""
    import phonenumbers

    number = phonenumbers.parse(text, "ID")
    if not phonenumbers.is_valid_number(number):
        raise ValueError(text)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)


def their_email(text: str) -> str:
    """Validate by email-validator without a look-up."""
    import email_validator

    return email_validator.validate_email(text, check_deliverability=False).normalized


def their_website(text: str) -> str:
    """Parse by ada."""
    import ada_url

    return ada_url.URL(text).href


def import_time(statement: str) -> float:
    """Return the CPU milliseconds that a fresh interpreter takes for an import, best of seven."""
    code = f"import time; s = time.process_time(); {statement}; print((time.process_time() - s) * 1e3)"
    root = str(Path(__file__).parents[2])
    return min(
        float(subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, cwd=root).stdout)
        for _ in range(7)
    )


def main() -> int:
    """Print the ratios."""
    from kopsurat.contacts import parse_email, parse_phone, parse_website

    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--check", action="store_true")
    check = options.parse_args().check
    pairs = {
        "parse_phone": (PHONES, lambda t: parse_phone(t).printed, their_phone, 300),
        "parse_email": (EMAILS, lambda t: parse_email(t).printed, their_email, 500),
        "parse_website": (WEBSITES, lambda t: parse_website(t).url, their_website, 2_000),
    }
    is_slow = False
    for name, (texts, ours, theirs, loops) in pairs.items():
        mine, other = ratio(
            lambda ours=ours, texts=texts: [ours(text) for text in texts],
            lambda theirs=theirs, texts=texts: [theirs(text) for text in texts],
            loops,
        )
        is_slow |= mine / other > LIMITS[name]
        count = len(texts)
        times = f"{mine / count:7.2f} µs, library {other / count:7.2f} µs"
        print(  # noqa: T201 - the ratios are its output
            f"{name:14} {times}, ratio {mine / other:.2f} (≤ {LIMITS[name]})"
        )
    extra = import_time("import kopsurat.contacts") - import_time("import phonenumbers")
    is_slow |= extra > IMPORT_LIMIT
    print(f"import         {extra:+.1f} ms beside phonenumbers (≤ +{IMPORT_LIMIT:.0f})")  # noqa: T201
    return int(check and is_slow)


if __name__ == "__main__":
    sys.exit(main())
