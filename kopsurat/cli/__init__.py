"""The command line: a thin user of the public API. Commands load when they are called."""

from __future__ import annotations

import gc
import sys
from typing import Final, NoReturn

__all__ = ["main"]

_MANY: Final = 200_000
"""Objects made between two searches for cycles. A command makes fewer, and nearly all live to its end."""


def main() -> NoReturn:
    """Run the command line with the arguments of this process and exit with its code."""
    gc.set_threshold(_MANY)
    from kopsurat.cli.app import run

    code = run(sys.argv[1:])
    gc.freeze()  # or the interpreter searches everything once more before it ends
    sys.exit(code)
