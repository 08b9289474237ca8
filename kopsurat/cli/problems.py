"""What can go wrong only on a command line. Not part of the library's errors."""

from __future__ import annotations

from kopsurat.errors import InvalidInput, KopsuratError

__all__ = ["CommandError", "UsageError"]


class CommandError(KopsuratError):
    """A command that cannot do what was asked: a file that cannot be written, a passphrase not given."""


class UsageError(InvalidInput):
    """A command line that is wrong."""
