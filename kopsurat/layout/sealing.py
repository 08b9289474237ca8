"""What compose needs of a seal, whoever made it: the layout and the seal do not know each other."""

from __future__ import annotations

from typing import Protocol

__all__ = ["SealMark"]


class SealMark(Protocol):
    """A seal as it is printed and carried: :class:`kopsurat.Seal` is one."""

    @property
    def link(self) -> str:
        """The link in the QR."""

    @property
    def host(self) -> str:
        """The site that verifies, printed under the QR."""

    @property
    def code(self) -> str:
        """The typed code, printed under the QR."""

    @property
    def cose(self) -> bytes:
        """The bytes of the seal, carried by the file."""

    @property
    def letter_json(self) -> bytes:
        """``surat.json``: the letter's fields and salts, carried by the file."""
