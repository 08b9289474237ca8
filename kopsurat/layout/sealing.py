"""What compose needs of a seal, whoever made it: the layout and the seal do not know each other."""

from __future__ import annotations

from typing import Protocol, cast

from kopsurat.arguments import expect, expect_members

__all__ = ["SealMark", "expect_seal"]


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


def expect_seal(given: object) -> None:
    """Refuse what neither is None nor has what a seal has, with ``wrong-type``."""
    if given is not None:
        expect_members(given, ("host", "cose", "letter_json"), "Seal | None", "seal")
        seal = cast("SealMark", given)
        expect(seal.cose, bytes, "seal.cose")
        expect(seal.letter_json, bytes, "seal.letter_json")
