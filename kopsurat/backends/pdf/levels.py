"""The archive levels that a file can be written to."""

from __future__ import annotations

from enum import Enum

__all__ = ["Level"]


class Level(Enum):
    """A part and conformance level of PDF/A (ISO 19005). All files are tagged, whatever the level.

    From part 2 on files are also PDF/UA-1 (ISO 14289-1), in part 4 PDF/UA-2.
    """

    A1A = "1a"
    A1B = "1b"
    A2A = "2a"
    A2B = "2b"
    A3A = "3a"
    A3B = "3b"
    A4 = "4"
    A4F = "4f"

    @property
    def part(self) -> int:
        """The part of ISO 19005: 1 to 4."""
        return int(self.value[0])

    @property
    def conformance(self) -> str:
        """The level in capitals, empty for plain PDF/A-4."""
        return self.value[1:].upper()

    @property
    def version(self) -> tuple[int, int]:
        """The version of PDF that the part is built on."""
        return {1: (1, 4), 2: (1, 7), 3: (1, 7), 4: (2, 0)}[self.part]

    @property
    def ua(self) -> int:
        """The part of PDF/UA, 0 for none."""
        return {1: 0, 2: 1, 3: 1, 4: 2}[self.part]

    @property
    def holds_files(self) -> bool:
        """Whether files of any kind may be attached."""
        return self in {Level.A3A, Level.A3B, Level.A4F}

    @property
    def packs_objects(self) -> bool:
        """Whether object streams are allowed."""
        return self.part > 1
