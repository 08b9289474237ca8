"""The command line: a thin user of the public API. Commands load when they are called."""

from __future__ import annotations

import sys
from typing import NoReturn

__all__ = ["main"]


def main() -> NoReturn:
    """Run the command line with the arguments of this process and exit with its code."""
    from kopsurat.cli.app import run

    sys.exit(run(sys.argv[1:]))
